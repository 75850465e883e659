"""Decides who of a campaign can be written to again, and makes the campaign that does; the first one never changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

import msgspec

from whatsapp_studio.base.clock import Clock, from_iso
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.base.events import Changes, Tell
from whatsapp_studio.base.progress import Cancelled, Progress, Unwatched
from whatsapp_studio.campaigns.campaign import Campaign
from whatsapp_studio.campaigns.draft import Audience, Outcome
from whatsapp_studio.campaigns.follow import OUTCOMES, follow_up
from whatsapp_studio.delivery.classes import class_of, wait_after
from whatsapp_studio.services.noting import Noting
from whatsapp_studio.storage.audiences import audience_ids
from whatsapp_studio.storage.campaigns import CampaignStore
from whatsapp_studio.storage.db import Store


class Offer(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody to write to again: ``people`` of them are still contacts.

    Before ``not_before`` Meta would refuse some of them again; ``codes`` counts what they failed with.
    """

    outcome: Outcome
    people: int
    codes: dict[int, int] = {}
    not_before: datetime | None = None


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """What can be done after a campaign: offers, how many messages failed for good, and what follows it already."""

    offers: tuple[Offer, ...] = ()
    permanent: int = 0
    followers: tuple[Campaign, ...] = ()


class Following:
    """Makes campaigns that follow others."""

    def __init__(self, store: Store, clock: Clock, tell: Tell) -> None:
        self._store, self._clock, self._tell = store, clock, tell
        self._kept, self._audit = CampaignStore(store), Noting(store, clock, "campaign")

    def standing(
        self, campaign_id: str, among: Sequence[Outcome] = OUTCOMES, progress: Progress = Unwatched()
    ) -> Standing:
        """What there is to follow up, without what nobody came to; counts, so it takes a job. Raises ``Cancelled``."""
        failures = self._failures(campaign_id)
        offers: list[Offer] = []
        for done, outcome in enumerate(among):
            progress.report(done, len(among))
            if progress.cancelled():
                raise Cancelled
            if offer := self._offer(campaign_id, outcome, failures):
                offers.append(offer)
        return Standing(
            offers=tuple(offers),
            permanent=sum(n for code, (n, _last) in failures.items() if class_of(code) == "permanent"),
            followers=tuple(one for one in self._kept.all() if one.follows == campaign_id),
        )

    def _offer(
        self, campaign_id: str, outcome: Outcome, failures: Mapping[int, tuple[int, datetime]]
    ) -> Offer | None:
        now = self._clock.now()
        people = len(audience_ids(self._store, _those(campaign_id, outcome), now))
        if not people:
            return None
        classes = {"failed-for-now": ("passes", "account"), "failed-here": ("ours",)}.get(outcome, ())
        mine = {code: row for code, row in failures.items() if class_of(code) in classes}
        waits = [until for code, (_n, last) in mine.items() if (until := last + wait_after(code)) > now]
        return Offer(
            outcome=outcome, people=people, codes={code: n for code, (n, _last) in mine.items()},
            not_before=max(waits, default=None),
        )  # fmt: skip

    def follow(self, campaign_id: str, outcome: Outcome) -> Campaign:
        """A new draft for those of a campaign with this outcome; consent and all else is asked as of anybody.

        Raises ``UserError("nobody-to-follow")`` where there is none, and ``UserError("campaign-unknown")``.
        """
        before = self._kept.get(campaign_id)
        if not len(audience_ids(self._store, _those(campaign_id, outcome), self._clock.now())):
            raise UserError("nobody-to-follow", name=before.name)
        taken = {one.name.casefold() for one in self._kept.all()}
        with self._store.write():
            made = self._kept.add(
                follow_up(before.draft, campaign_id, outcome, taken), self._clock.now(), follows=campaign_id
            )
            self._audit("campaign-created", made.id, made.name, after={"follows": before.name, "outcome": outcome})
        self._tell(Changes(campaigns=frozenset({made.id})))
        return made

    def _failures(self, campaign_id: str) -> dict[int, tuple[int, datetime]]:
        """How many failed with each code, and when last."""
        rows = self._store.rows(
            "SELECT code, count(*) AS n, max(coalesce(news_at, settled_at, claimed_at)) AS last FROM outbox"
            " WHERE campaign_id = ? AND state = 'failed' GROUP BY code ORDER BY n DESC, code",
            (campaign_id,),
        )
        return {row["code"]: (row["n"], from_iso(row["last"])) for row in rows if row["last"]}


def _those(campaign_id: str, outcome: Outcome) -> Audience:
    return Audience(kind="outcome", campaign_id=campaign_id, outcome=outcome)
