"""Decides what the faces can ask about segments: making, counting and using rules that have a name."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar

from whatsapp_studio.audience.contact import Contact
from whatsapp_studio.audience.rules import (
    InSegment,
    Rule,
    RuleError,
    in_words,
    keys_used,
    parse,
    problems,
)
from whatsapp_studio.audience.segment import Segment
from whatsapp_studio.base.clock import Clock, iso
from whatsapp_studio.base.errors import Blocked, UserError
from whatsapp_studio.base.events import Changes, Tell
from whatsapp_studio.base.progress import Cancelled, Progress, Unwatched
from whatsapp_studio.services.audience_uses import Use
from whatsapp_studio.storage import audiences
from whatsapp_studio.storage.audit import note
from whatsapp_studio.storage.contacts import ContactStore
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.lists import ListStore
from whatsapp_studio.storage.rule_indexes import keep_up
from whatsapp_studio.storage.segments import SegmentStore

T = TypeVar("T")
Given = Rule | str | int


class Segments:
    """The segments of a workspace. Every method may be called from any thread.

    Where a rule is asked for, it may be given as a value, as JSON text, or as the id of a segment.
    """

    def __init__(self, store: Store, clock: Clock, tell: Tell, uses: Callable[[int], tuple[Use, ...]]) -> None:
        self._store, self._clock, self._tell, self._uses = store, clock, tell, uses
        self._kept, self._contacts = SegmentStore(store), ContactStore(store, clock.now)
        self._lists = ListStore(store)

    # -- keeping -------------------------------------------------------------------------------------

    def all(self) -> list[Segment]:
        """Every segment, by name."""
        return self._kept.all()

    def get(self, id: int) -> Segment | None:
        """One segment."""
        return self._kept.get(id)

    def find(self, name: str) -> Segment | None:
        """The segment of this name, whatever its case."""
        return self._kept.find(name)

    def save(self, name: str, rule: Rule | str | dict[str, Any], id: int = 0) -> Segment:
        """Make a segment (id 0) or change one.

        Raises ``Blocked`` with what is wrong with the rule, and ``UserError``: ``segment-name-empty``,
        ``segment-name-taken``, ``segment-gone``, ``segment-in-itself``.
        """
        name, kept, now = " ".join(name.split()), _parsed(rule), self._clock.now()
        if not name:
            raise UserError("segment-name-empty")
        before = self._kept.get(id) if id else None
        if before is None or _parsed(before.rule) != kept:
            self._must_be_whole(kept, name)
        with self._store.write() as conn:
            if self._leads_to(kept, {name, before.name if before else name}):
                raise UserError("segment-in-itself", name=name)
            id = self._kept.write(id, name, kept, iso(now))
            saved = self._kept.get(id)
            assert saved is not None
            note(
                conn, now, "segment-changed" if before else "segment-created", "segment", id, name,
                {"rule": before.rule, "name": before.name} if before else None, {"rule": saved.rule, "name": name},
            )  # fmt: skip
        keep_up(self._store, self._kept.rules().values())
        self._tell(Changes(segments=True, audit=True))
        return saved

    def _must_be_whole(self, rule: Rule, name: str) -> None:
        known = {field.name: field.kind for field in self._contacts.fields()}
        lists = {one.name for one in self._lists.all()}
        segments = {one.name for one in self._kept.all()} | {name}
        found = problems(rule, {**known, **_STANDARD}, lists, segments=segments)
        if found:
            raise Blocked(found)

    def rename(self, id: int, name: str) -> None:
        """Give a segment another name. Raises ``UserError("segment-in-use")`` where a journey or segment names it."""
        segment = self._kept.get(id)
        if segment is None:
            raise UserError("segment-gone")
        if " ".join(name.split()) != segment.name:
            self._must_be_free(segment, ("journey", "segment"))
        self.save(name, segment.rule, id)

    def _must_be_free(self, segment: Segment, kinds: tuple[str, ...]) -> None:
        users = [one.name for one in self._uses(segment.id) if one.kind in kinds]
        if users:
            raise UserError("segment-in-use", name=segment.name, users=", ".join(users[:5]))

    def delete(self, id: int) -> None:
        """Delete a segment; raises ``UserError("segment-in-use")`` naming who uses it."""
        segment = self._kept.get(id)
        if segment is None:
            return
        self._must_be_free(segment, ("campaign", "journey", "segment"))
        with self._store.write() as conn:
            self._kept.delete(id)
            note(conn, self._clock.now(), "segment-deleted", "segment", id, segment.name, {"rule": segment.rule})
        keep_up(self._store, self._kept.rules().values())
        self._tell(Changes(segments=True, audit=True))

    # -- asking --------------------------------------------------------------------------------------

    def count(self, given: Given, progress: Progress | None = None) -> int:
        """How many contacts it is true for now. Raises Cancelled."""
        return self._watched(lambda: audiences.count_of_rule(self._store, self._rule(given), self._now()), progress)

    def sample(self, given: Given, most: int, progress: Progress | None = None) -> tuple[int, list[Contact]]:
        """How many contacts it is true for, and the first ``most`` of them. Raises Cancelled."""
        rule, now = self._rule(given), self._now()

        def ask() -> tuple[int, list[Contact]]:
            n = audiences.count_of_rule(self._store, rule, now)
            return n, self._contacts.get_many(audiences.some_of_rule(self._store, rule, now, most)) if n else []

        return self._watched(ask, progress)

    def belongs_to(self, contact_id: int) -> tuple[Segment, ...]:
        """The segments a contact belongs to now."""
        some = self.all()
        asked = [InSegment(one.name) for one in some]
        found = audiences.true_among(self._store.db.conn, asked, [contact_id], self._now())
        return tuple(one for one in some if contact_id in found[InSegment(one.name).key])

    def sentence(self, given: Given) -> str:
        """A rule in plain words."""
        return in_words(self._rule(given), {field.name: field.label for field in self._contacts.fields()})

    # -- inside --------------------------------------------------------------------------------------

    def _now(self) -> datetime:
        return self._clock.now()

    def _rule(self, given: Given) -> Rule:
        if isinstance(given, int):
            segment = self._kept.get(given)
            if segment is None:
                raise UserError("segment-gone")
            return _parsed(segment.rule)
        return _parsed(given)

    def _leads_to(self, rule: Rule, names: set[str]) -> bool:
        """Whether a rule asks, however far around, for one of these segments."""
        rules, seen = self._kept.rules(), set[str]()
        todo = [rule]
        while todo:
            for one in keys_used(todo.pop()).values():
                if isinstance(one, InSegment) and one.segment not in seen:
                    if one.segment in names:
                        return True
                    seen.add(one.segment)
                    if one.segment in rules:
                        todo.append(rules[one.segment])
        return False

    def _watched(self, ask: Callable[[], T], progress: Progress | None) -> T:
        """Ask the database, which gives up where the progress says so."""
        watch = progress or Unwatched()
        self._store.interruptible(watch.cancelled)
        try:
            return ask()
        except Exception:
            if watch.cancelled():
                raise Cancelled from None
            raise
        finally:
            self._store.interruptible(lambda: False)


_STANDARD = {
    "phone": "text", "first_name": "text", "last_name": "text", "language": "text", "country": "text",
    "time_zone": "text", "created_at": "datetime", "is_test": "boolean",
}  # fmt: skip


def _parsed(rule: Rule | str | dict[str, Any]) -> Rule:
    if isinstance(rule, str):
        try:
            return parse(json.loads(rule))
        except ValueError as error:
            raise RuleError("rule-shape") from error
    return parse(rule) if isinstance(rule, dict) else rule
