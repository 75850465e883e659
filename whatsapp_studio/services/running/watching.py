"""Decides what is told of journeys that run: who is where and why, what waits for a decision, and what is wrong."""

from __future__ import annotations

import csv
from array import array
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

import msgspec

from whatsapp_studio.audience.segment import ContactQuery
from whatsapp_studio.base.clock import Clock
from whatsapp_studio.base.errors import UserError, WorldError
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.base.progress import Cancelled, Progress
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.journeys.living import Edition, LateOne, Life, LogLine, Place, Someone, Story, Trouble
from whatsapp_studio.journeys.table import title_of
from whatsapp_studio.journeys.telling import why
from whatsapp_studio.services.designing import Journeys
from whatsapp_studio.storage import runs
from whatsapp_studio.storage.contacts import ContactStore
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.journey_log import note, notes
from whatsapp_studio.storage.lives import LifeStore
from whatsapp_studio.storage.streams import PAUSED
from whatsapp_studio.storage.whereabouts import Whereabouts

_CHUNK = 1000


class Watch:
    """Questions about who is where. Every method may be called from any thread."""

    def __init__(
        self, store: Store, journeys: Journeys, clock: Clock, told: Callable[[str], None]
    ) -> None:
        self._store, self._journeys, self._clock, self._told = store, journeys, clock, told
        self._lives, self._where = LifeStore(store), Whereabouts(store)

    # -- people --------------------------------------------------------------------------------------

    def keys(self, place: Place, search: str = "") -> array[int]:
        """A key for everybody at a place whose name or number fits, a million of them at once."""
        return self._where.keys(place, search)

    def read(self, keys: Sequence[int]) -> tuple[Someone, ...]:
        """Those of some keys, in their order."""
        return self._where.read(keys)

    def people(self, place: Place, *, offset: int = 0, limit: int = 100, search: str = "") -> tuple[Someone, ...]:
        """A page of those at a place."""
        return self.read(self.keys(place, search)[offset : offset + limit])

    def where(self, contact: int) -> tuple[Story, ...]:
        """Every way of a contact through a journey, the last one first, with every step and why."""
        return self._where.stories(contact)

    def stopped(self, edition: Edition) -> Place:
        """Where to look for whoever was inside a version when it was stopped."""
        return Place(plan=edition.plan, what="ended", port="stopped")

    def export(self, edition: Edition, place: Place, path: Path, search: str, progress: Progress) -> int:
        """Write everybody at a place into a CSV file; returns how many. Raises ``WorldError("cannot-write")``."""
        keys = self.keys(place, search)
        waiting = path.with_name(path.name + ".part")
        try:
            with waiting.open("w", encoding="utf-8-sig", newline="") as file:
                out = csv.writer(file)
                out.writerow([tr("Name"), tr("Phone"), tr("Step"), tr("Since"), tr("Left"), tr("Why")])
                out.writerows(self._lines(edition, keys, progress))
            waiting.replace(path)
        except OSError as error:
            raise WorldError("cannot-write", path=str(path), details=error.strerror or "") from error
        finally:
            waiting.unlink(missing_ok=True)
        return len(keys)

    def _lines(self, edition: Edition, keys: array[int], progress: Progress) -> Iterator[list[str]]:
        journey = self._journeys.version(edition.journey, edition.version)
        for begin in range(0, len(keys), _CHUNK):
            if progress.cancelled():
                raise Cancelled
            for one in self.read(keys[begin : begin + _CHUNK]):
                step = journey.steps.get(one.step)
                yield [
                    one.name, one.phone, title_of(step) if step else one.step, _stamp(one.since), _stamp(one.left),
                    " ".join(why(one.reasons, edition.zone, one.ending)),
                ]  # fmt: skip
            progress.report(min(begin + _CHUNK, len(keys)), len(keys))

    def contact(self, who: str) -> int:
        """The contact of a phone number or a name; raises ``UserError`` for none or several."""
        return _contact(self._store, who)

    # -- late messages -------------------------------------------------------------------------------

    def late_count(self, journey: str = "") -> int:
        """How many late messages wait for a decision, of one journey or all."""
        return self._where.late_count(journey)

    def late_by_journey(self) -> dict[str, int]:
        """How many late messages wait for a decision, by journey."""
        return self._where.late_by_journey()

    def late(self, journey: str = "", *, limit: int = 200, offset: int = 0) -> tuple[LateOne, ...]:
        """Late messages that wait for a decision."""
        return self._where.late(journey, limit=limit, offset=offset)

    def decide(self, journey: str, *, send: bool, among: Sequence[int] | None = None) -> int:
        """Send late messages after all, or skip them: those of some runs, or all; returns how many."""
        text = "send" if send else "skip"
        with self._store.write() as conn:
            asked = self._where.late_runs(journey)
            chosen = set(asked) if among is None else set(asked) & set(among)
            now = runs.ms(self._clock.now())
            conn.executemany(
                "INSERT INTO signals (kind, at, run_id, contact_id, step, visit, text)"
                " SELECT 'decided', ?, id, contact_id, step, visit, ? FROM runs WHERE id = ? AND code = 'late-ask'"
                " AND NOT EXISTS (SELECT 1 FROM signals s WHERE s.run_id = runs.id AND s.kind = 'decided')",
                [(now, text, one) for one in sorted(chosen)],
            )
            if chosen:
                note(conn, journey, False, now, f"late-decided-{text}", {"count": len(chosen)})
        self._told(journey)
        return len(chosen)

    # -- the journey as a whole ----------------------------------------------------------------------

    def log(self, journey: str, *, before: int | None = None, limit: int = 100) -> tuple[LogLine, ...]:
        """What happened to a journey as a whole, the last first."""
        return tuple(
            LogLine(
                id=one.id, at=runs.moment(one.at), code=one.code, facts=one.facts, contact=one.contact, test=one.test
            )
            for one in notes(self._store, journey, before=before, limit=limit)
        )

    def troubles(self, life: Life, edition: Edition) -> tuple[Trouble, ...]:
        """What a person should know of one version: a paused template, a deleted field, an empty audience."""
        journey = self._journeys.version(edition.journey, edition.version)
        found: list[Trouble] = []
        if life.state in ("running", "paused", "closed"):
            found += self._of_checks(journey, edition)
            found += self._of_streams(edition)
        found += self._of_counts(journey, edition)
        return tuple(found)

    def _of_checks(self, journey: Journey, edition: Edition) -> Iterator[Trouble]:
        """What a version relied on and is not there any more: a template, a field, a list, another journey."""
        around = self._journeys.surroundings(edition.journey)
        from whatsapp_studio.journeys import check

        always = check.problems(journey, msgspec.structs.replace(around, known=False))
        for problem in check.problems(journey, around):
            if problem.severity == "error" and problem not in always:
                step = problem.where.partition(".")[0]
                yield Trouble(code=problem.code, step=step if step in journey.steps else "", facts=problem.facts)

    def _of_streams(self, edition: Edition) -> Iterator[Trouble]:
        for row in self._store.rows(
            "SELECT c.step, c.pause_reason, sum(iif(k.state = 'ready', k.n, 0)) AS held,"
            " sum(iif(k.state = 'unknown', k.n, 0)) AS doubt FROM campaigns c"
            " LEFT JOIN counts k ON k.campaign_id = c.id WHERE c.kind = 'stream' AND c.plan_id = ?"
            " GROUP BY c.id",
            (edition.plan,),
        ):
            if row["pause_reason"] and row["pause_reason"] != PAUSED:
                facts = {"count": row["held"] or 0, "reason": row["pause_reason"]}
                yield Trouble(code="stream-paused", step=row["step"], facts=facts, count=row["held"] or 0)
            if row["doubt"]:
                facts = {"count": row["doubt"]}
                yield Trouble(code="messages-in-doubt", step=row["step"], facts=facts, count=row["doubt"])

    def _of_counts(self, journey: Journey, edition: Edition) -> Iterator[Trouble]:
        for row in self._store.rows(
            "SELECT step, found, max(slot) FROM readings WHERE plan_id = ? AND state = 'done' GROUP BY step",
            (edition.plan,),
        ):
            if not row["found"]:
                yield Trouble(code="audience-nobody", step=row["step"])
        for row in self._store.rows(
            "SELECT step, n FROM tallies WHERE plan_id = ? AND what = 'passed' AND port = 'timeout' AND n > 0",
            (edition.plan,),
        ):
            step = journey.steps.get(row["step"])
            if step is not None and step.kind == "call_url":
                yield Trouble(code="calls-timed-out", step=row["step"], facts={"count": row["n"]}, count=row["n"])


def _contact(store: Store, who: str) -> int:
    contacts = ContactStore(store)
    digits = "".join(one for one in who if one.isdigit())
    known = contacts.by_phone(f"+{digits}") if digits and len(digits) >= 6 else None
    if known is not None:
        return known.id
    found = contacts.ids(ContactQuery(search=who))
    if len(found) != 1:
        code = "contact-name-twice" if found else "contact-unknown"
        raise UserError(code, who=who, count=len(found))
    return found[0]


def _stamp(at: datetime | None) -> str:
    return at.isoformat(timespec="seconds") if at else ""
