"""Decides how experiments are looked at while they run, what is decided by them, and who then gets the winner."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import msgspec

from whatsapp_studio.base.clock import Clock
from whatsapp_studio.base.errors import Problem, UserError
from whatsapp_studio.base.events import Changes, Tell
from whatsapp_studio.base.progress import Progress
from whatsapp_studio.campaigns.assignment import HOLDOUT
from whatsapp_studio.campaigns.draft import Audience, Draft, others
from whatsapp_studio.campaigns.plan import Message
from whatsapp_studio.reports.samplesize import needed
from whatsapp_studio.reports.sequential import Arm, Lead, Verdict, lead, verdict
from whatsapp_studio.services.launching import Campaigns
from whatsapp_studio.services.noting import Noting
from whatsapp_studio.storage.audiences import audience_ids, pages
from whatsapp_studio.storage.campaign_log import note
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.experiments import ExperimentStore, Filled, Kept

__all__ = ["Experiments", "Kept", "Standing"]
LOOK_EVERY = timedelta(minutes=15)
_PAGE = 1000


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """How an experiment stands.

    ``more`` is how many people each message would need further to show the lead there is now, None where that cannot
    be said. ``holdout`` compares the best with those who got nothing, where the goal is a segment. ``waiting`` people
    wait for the winner.
    """

    kept: Kept
    arms: tuple[Arm, ...]
    verdict: Verdict
    more: int | None = None
    holdout: Lead | None = None
    waiting: int = 0


class Experiments:
    """The experiments of campaigns; also an ``Errand``: it looks at those that run, and acts on what it finds."""

    def __init__(
        self, store: Store, campaigns: Campaigns, clock: Clock, tell: Tell, wake: Callable[[], None]
    ) -> None:
        self._store, self._kept, self._campaigns = store, ExperimentStore(store), campaigns
        self._clock, self._tell, self._wake = clock, tell, wake
        self._audit = Noting(store, clock, "campaign")
        self._looked: dict[str, datetime] = {}

    def standing(self, campaign_id: str) -> Standing | None:
        """How a campaign's experiment stands now; None where it has none. Counts, so it takes a job."""
        kept = self._kept.get(campaign_id)
        return None if kept is None else self._standing(kept)

    def choose(self, campaign_id: str, key: str) -> None:
        """A person's word: those who wait get this treatment, or nothing (an empty key), whatever the figures say.

        Raises ``UserError("experiment-decided")`` where that is settled, or where there is no such treatment.
        """
        kept = self._kept.get(campaign_id)
        known = kept is not None and (not key or any(one.key == key for one in kept.plan.treatments))
        if kept is None or not known or not self._decide(kept, key, "experiment-chosen", by_person=True):
            raise UserError("experiment-decided")
        self._wake()

    # -- an errand -----------------------------------------------------------------------------------

    def due(self) -> datetime | None:
        """When to look again; None while nothing runs."""
        now = self._clock.now()
        return min((self._next(kept, now) for kept in self._kept.open()), default=None)

    def do(self, progress: Progress) -> None:
        """Look at every experiment whose time has come, decide what can be decided, and let the winner go out."""
        for kept in self._kept.open():
            if progress.cancelled():
                return
            now = self._clock.now()
            if self._next(kept, now) > now:
                continue
            self._looked[kept.campaign_id] = now
            if kept.state == "running":
                self._look(kept, now)
            fresh = self._kept.get(kept.campaign_id)
            if fresh is not None and fresh.state == "decided":
                self._send_rest(fresh, progress)

    def _next(self, kept: Kept, now: datetime) -> datetime:
        looked = self._looked.get(kept.campaign_id)
        if kept.state == "decided" or looked is None:
            return now
        again = looked + LOOK_EVERY
        return min(again, kept.decide_at) if kept.decide_at is not None and kept.decide_at > looked else again

    def _look(self, kept: Kept, now: datetime) -> None:
        standing = self._standing(kept, over=kept.decide_at is not None and now >= kept.decide_at)
        if standing.verdict.state == "winner":
            self._decide(kept, standing.verdict.best, "experiment-won")
        elif standing.verdict.state == "inconclusive":
            if not standing.waiting:
                self._decide(kept, "", "experiment-inconclusive")
            elif kept.plan.otherwise == "ask":
                self._ask(kept, now)
            else:
                self._decide(kept, kept.plan.otherwise, "experiment-inconclusive")

    # -- inside --------------------------------------------------------------------------------------

    def _standing(self, kept: Kept, *, over: bool | None = None) -> Standing:
        plan, id = kept.plan, kept.campaign_id
        waiting = len(self._kept.waiting(id))
        reached: frozenset[int] = frozenset()
        if plan.metric == "goal":
            goal = Audience(kind="segment", segment_id=plan.goal_segment)
            reached = frozenset(audience_ids(self._store, goal, self._clock.now()))
            counted = {
                one.key: (len(people), len(reached.intersection(people)))
                for one in plan.treatments
                for people in (self._kept.people(id, one.key),)
            }
        else:
            counted = self._kept.arms(id, plan.metric)
        arms = tuple(Arm(one.key, *counted.get(one.key, (0, 0))) for one in plan.treatments)
        planned = max(1, sum(arm.people for arm in arms) // max(1, len(arms)))
        over = kept.state != "running" if over is None else over
        found = verdict(arms, expected=plan.expected / 100, planned=planned, over=over)
        held: Lead | None = None
        if plan.holdout and plan.metric == "goal":
            left_out = self._kept.people(id, HOLDOUT)
            best = next((arm for arm in arms if arm.key == found.best), None)
            if best is not None:
                without = Arm(HOLDOUT, len(left_out), len(reached.intersection(left_out)))
                held = lead(best, without, expected=plan.expected / 100, planned=planned)
        return Standing(kept=kept, arms=arms, verdict=found, more=_more(arms, found), holdout=held, waiting=waiting)

    def _decide(self, kept: Kept, winner: str, why: str, *, by_person: bool = False) -> bool:
        now = self._clock.now()
        with self._store.write() as conn:
            if not self._kept.decide(conn, kept.campaign_id, winner, now):
                return False
            name = self._campaigns.get(kept.campaign_id).name
            facts = {"treatment": _name(kept, winner)}
            if by_person:
                self._audit(why, kept.campaign_id, name, after=facts)
            note(conn, kept.campaign_id, now, why, facts, tell=not by_person)
        self._tell(Changes(campaigns=frozenset({kept.campaign_id}), notices=not by_person))
        return True

    def _ask(self, kept: Kept, now: datetime) -> None:
        with self._store.write() as conn:
            if self._kept.ask(conn, kept.campaign_id):
                note(conn, kept.campaign_id, now, "experiment-asks")
        self._tell(Changes(campaigns=frozenset({kept.campaign_id}), notices=True))

    def _send_rest(self, kept: Kept, progress: Progress) -> None:
        """Give those who waited the winner's message, with their values of now; begun again, it goes on."""
        ids = self._kept.waiting(kept.campaign_id)
        now = self._clock.now()
        if not ids:
            return
        message = self._message(kept) if kept.winner else None
        if message is None:
            self._kept.leave_out(kept.campaign_id, now)
        else:
            gone = set(ids)
            for page in pages(self._store, ids, _PAGE):
                rows = [_filled(message, one.id, one.values()) for one in page]
                self._kept.fill(kept.campaign_id, kept.winner, rows, now)
                gone.difference_update(one.id for one in page)
                if progress.cancelled():
                    return
            self._kept.fill(
                kept.campaign_id, kept.winner, [Filled(one, "{}", "", "deleted") for one in sorted(gone)], now
            )
        self._tell(Changes(campaigns=frozenset({kept.campaign_id}), sending=True))
        self._wake()

    def _message(self, kept: Kept) -> Message | None:
        """The winner's message, as it was frozen at the launch."""
        campaign = self._campaigns.get(kept.campaign_id)
        drafts: dict[str, Draft] = dict(
            zip((one.key for one in kept.plan.treatments), (campaign.draft, *others(campaign.draft)), strict=False)
        )
        return self._campaigns.frozen_message(campaign, drafts[kept.winner], kept.winner)


def _filled(message: Message, contact: int, values: dict[str, object]) -> Filled:
    language = message.language_of(values) if message.language_of is not None else ""
    result = message.fills[language](values)
    if isinstance(result, Problem):
        return Filled(contact, "{}", "", result.code)
    return Filled(contact, msgspec.json.encode(result).decode(), language)


def _more(arms: tuple[Arm, ...], found: Verdict) -> int | None:
    """How many more people each message needs to show the smallest lead of the best one."""
    if found.state == "winner" or not found.leads:
        return None
    closest = min(found.leads, key=lambda one: one.difference)
    base = next(arm.share for arm in arms if arm.key == closest.other)
    if base <= 0 or closest.difference <= 0 or base + closest.difference >= 1:
        return None
    have = min(arm.people for arm in arms)
    return max(1, needed(base, closest.difference / base, len(arms)) - have)


def _name(kept: Kept, key: str) -> str:
    return next((one.name or one.key.upper() for one in kept.plan.treatments if one.key == key), "")
