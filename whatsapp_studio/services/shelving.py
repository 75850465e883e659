"""Decides how campaigns are put in order: archived, thrown away and fetched back, renamed, and given tags.

What was launched is never deleted: its report keeps what people were sent. Each deed is noted in the audit log.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

import msgspec

from whatsapp_studio.base.clock import Clock
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.base.events import Changes, Tell
from whatsapp_studio.base.local import fold, sort_key
from whatsapp_studio.campaigns.campaign import Campaign
from whatsapp_studio.campaigns.labels import added, clean, removed
from whatsapp_studio.services.noting import Noting
from whatsapp_studio.storage.campaigns import CampaignStore
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.shelf import ShelfStore

Tags = tuple[str, ...]


class Shelf:
    """Deeds on one or many campaigns, each of them one transaction. They return the ids of those they changed."""

    def __init__(self, store: Store, clock: Clock, tell: Tell) -> None:
        self._store, self._shelf, self._campaigns = store, ShelfStore(store), CampaignStore(store)
        self._clock, self._tell = clock, tell
        self._audit = Noting(store, clock, "campaign")

    def deleted(self) -> list[Campaign]:
        """What is in the trash, the last put there first."""
        return self._campaigns.deleted()

    def tags(self) -> dict[str, int]:
        """Every tag in use, and how many campaigns outside the trash have it; in the order of the alphabet."""
        said: dict[str, str] = {}
        sizes: Counter[str] = Counter()
        for one in self._campaigns.all():
            for tag in one.tags:
                sizes[said.setdefault(fold(tag), tag)] += 1
        return {tag: sizes[tag] for tag in sorted(sizes, key=sort_key)}

    def costs(self) -> dict[str, tuple[Decimal, str]]:
        """What each campaign with known prices has cost so far, with the currency; by id."""
        return self._shelf.costs()

    def archive(self, ids: Iterable[str]) -> Tags:
        """Put drafts, and what is over, out of the list; ``UserError("campaign-under-way")`` where none may be."""
        return self._each(
            ids, lambda one: self._shelf.archive(one.id, self._clock.now()), "campaign-archived", "campaign-under-way"
        )

    def unarchive(self, ids: Iterable[str]) -> Tags:
        """Fetch campaigns back into the list."""
        return self._each(ids, lambda one: self._shelf.unarchive(one.id), "campaign-unarchived", "")

    def trash(self, ids: Iterable[str]) -> Tags:
        """Put drafts into the trash; ``UserError("campaign-kept")`` where all of them were launched once."""
        return self._each(
            ids, lambda one: self._shelf.trash(one.id, self._clock.now()), "campaign-trashed", "campaign-kept"
        )

    def restore(self, ids: Iterable[str]) -> Tags:
        """Fetch drafts out of the trash; one whose name is taken gets a number."""
        return self._each(ids, lambda one: bool(self._shelf.restore(one.id)), "campaign-restored", "")

    def erase(self, ids: Iterable[str]) -> Tags:
        """Delete what is in the trash for good; ``UserError("campaign-kept")`` where none of it is there."""
        return self._each(ids, lambda one: self._shelf.erase(one.id), "campaign-deleted", "campaign-kept")

    def rename(self, campaign_id: str, name: str) -> Campaign:
        """Give a draft another name.

        Raises ``UserError("campaign-name-empty" | "campaign-name-taken" | "campaign-not-a-draft")``.
        """
        name = " ".join(name.split())
        if not name:
            raise UserError("campaign-name-empty")
        with self._store.write():
            before = self._campaigns.get(campaign_id)
            draft = msgspec.structs.replace(before.draft, name=name)
            after = self._campaigns.save_draft(campaign_id, draft, self._clock.now())
            self._audit("campaign-renamed", campaign_id, name, {"name": before.name}, {"name": name})
        self._say((campaign_id,))
        return after

    def tag(self, ids: Iterable[str], text: str) -> Tags:
        """Add a tag; raises ``UserError("tag-empty" | "tag-too-long" | "tag-too-many")``."""
        wanted = clean(text)
        tag = next((one for one in self.tags() if fold(one) == fold(wanted)), wanted)
        return self._retag(ids, lambda tags: added(tags, tag))

    def untag(self, ids: Iterable[str], tag: str) -> Tags:
        """Take a tag away."""
        return self._retag(ids, lambda tags: removed(tags, tag))

    def put_tags(self, tags: dict[str, Tags]) -> Tags:
        """Give campaigns exactly these tags, by id; how tagging is taken back."""
        return self._retag(tags, lambda _before: (), tags)

    def _retag(
        self, ids: Iterable[str], change: Callable[[Tags], Tags], exact: dict[str, Tags] | None = None
    ) -> Tags:
        changed: list[str] = []
        with self._store.write():
            for campaign_id in ids:
                before = self._campaigns.get(campaign_id)
                tags = exact[campaign_id] if exact is not None else change(before.tags)
                if tags == before.tags:
                    continue
                self._shelf.put_tags(campaign_id, tags)
                self._audit(
                    "campaign-tagged", campaign_id, before.name, {"tags": list(before.tags)}, {"tags": list(tags)}
                )
                changed.append(campaign_id)
        return self._say(changed)

    def _each(self, ids: Iterable[str], deed: Callable[[Campaign], bool], action: str, refusal: str) -> Tags:
        changed: list[str] = []
        refused: list[Campaign] = []
        with self._store.write():
            for campaign_id in ids:
                before = self._shelf.get(campaign_id)
                if deed(before):
                    changed.append(campaign_id)
                    self._audit(action, campaign_id, before.name, {"state": before.state})
                else:
                    refused.append(before)
        if refused and not changed and refusal:
            raise UserError(refusal, name=refused[0].name, count=len(refused))
        return self._say(changed)

    def _say(self, changed: Sequence[str]) -> Tags:
        if changed:
            self._tell(Changes(campaigns=frozenset(changed), audit=True))
        return tuple(changed)
