"""Decides how campaigns that recur start in their time: every turn a campaign of its own, planned anew, once.

What passed while the program did not run goes by the schedule's late rule. Of several turns that passed only the last
is asked about: nobody gets the same message several times at once. Times are aware UTC.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from whatsapp_studio.base.clock import Clock, iso
from whatsapp_studio.base.errors import Blocked, UserError
from whatsapp_studio.base.events import Changes, Tell
from whatsapp_studio.base.progress import Cancelled, Progress
from whatsapp_studio.campaigns.campaign import Campaign
from whatsapp_studio.campaigns.draft import Draft
from whatsapp_studio.campaigns.recurrence import Turn, next_turn, passed, upcoming
from whatsapp_studio.campaigns.turning import judged_turn, made_at, turn_of
from whatsapp_studio.services.launching import Campaigns
from whatsapp_studio.services.noting import Noting
from whatsapp_studio.storage import late
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.turns import LATE_ASK, TURN_BLOCKED, Kept, Parent, TurnStore, answered

__all__ = ["Kept", "Turn", "Turns"]
log = logging.getLogger(__name__)
# A turn for which there is nobody is left out; it does not keep the later ones from starting.
_NOBODY = frozenset({"audience-empty", "nobody-reachable"})
_GONE = ("campaign-not-a-draft", "campaign-unknown")


class Turns:
    """The turns of campaigns that recur: when they are, what became of them, and starting them (an ``Errand``)."""

    def __init__(
        self, store: Store, campaigns: Campaigns, clock: Clock, tell: Tell, *, wake: Callable[[], None],
        paused: Callable[[], str] = lambda: "",
    ) -> None:  # fmt: skip
        self._store, self._turns, self._campaigns = store, TurnStore(store), campaigns
        self._clock, self._tell, self._wake, self._paused = clock, tell, wake, paused
        self._audit = Noting(store, clock, "campaign")

    def upcoming(self, what: Draft | Campaign, n: int = 5) -> tuple[Turn, ...]:
        """The next ``n`` turns of a draft, or of a campaign that recurs; none of what starts once, or no more."""
        if isinstance(what, Draft):
            return upcoming(what.schedule, self._clock.now(), n) if what.schedule.kind == "recurring" else ()
        if what.draft.schedule.kind != "recurring" or what.state in ("done", "stopped"):
            return ()
        return upcoming(what.draft.schedule, self._clock.now(), n)

    def of(self, campaign_id: str) -> list[Kept]:
        """The turns of a campaign that have come, the newest first, and what became of each."""
        return self._turns.of(campaign_id)

    def answer_late(self, campaign_id: str, send: bool) -> Campaign:
        """A person's word on what was too late and is asked about: it is sent now, or left out.

        Of a campaign that recurs only that turn is meant; the later ones follow in their time. Raises
        ``UserError("late-not-asked")`` where nothing is asked.
        """
        now = self._clock.now()
        with self._store.write() as conn:
            before = self._campaigns.get(campaign_id)
            if before.state != "paused" or before.pause_reason != LATE_ASK:
                raise UserError("late-not-asked", name=before.name)
            if before.recurs:
                answered(conn, campaign_id, send, now)
                conn.execute(
                    "UPDATE campaigns SET state = 'scheduled', pause_reason = '' WHERE id = ?", (campaign_id,)
                )
                if not send:
                    self._left_out(campaign_id, before, now)
            else:
                late.answer(conn, campaign_id, send, now)
            after = self._campaigns.get(campaign_id)
            self._audit(
                "campaign-late-sent" if send else "campaign-late-skipped", before.id, before.name,
                {"state": before.state}, {"state": after.state},
            )  # fmt: skip
        self._wake()
        self._tell(Changes(campaigns=frozenset({campaign_id}), sending=True))
        return after

    # -- an errand -----------------------------------------------------------------------------------

    def due(self) -> datetime | None:
        """When the next turn is to be made; None where none is, or while nothing may leave."""
        return None if self._paused() else min(map(_due, self._turns.waiting()), default=None)

    def do(self, progress: Progress) -> None:
        """Start every turn that is due. Blocks, for as long as planning their audiences takes."""
        # While one is planned another may come due; what could not be done waits for the next time.
        tried: set[tuple[str, datetime | None]] = set()
        while not progress.cancelled() and not self._paused():
            now = self._clock.now()
            due = (one for one in self._turns.waiting() if _due(one) <= now and (one.id, one.starts_at) not in tried)
            if (parent := next(due, None)) is None:
                return
            tried.add((parent.id, parent.starts_at))
            self._take(parent, progress)

    def _take(self, parent: Parent, progress: Progress) -> None:
        now, schedule = self._clock.now(), parent.draft.schedule
        if parent.starts_at is None:
            self._kept(parent, [], None, now)
            return
        first = turn_of(schedule, parent.starts_at)
        others = passed(schedule, first.at, now)
        if parent.told_to_send:
            skipped = [_skipped(one, "overtaken") for one in others]
            self._start(parent, first, skipped, others[-1] if others else first, progress)
            return
        *before, newest = first, *others
        skipped = [_skipped(one, "overtaken") for one in before]
        match judged_turn(schedule, newest, now):
            case "send":
                self._start(parent, newest, skipped, newest, progress)
            case "skip":
                self._kept(
                    parent, [*skipped, _skipped(newest, "late")], next_turn(schedule, newest.at), now,
                    notes=[("turn-skipped", _facts(newest))],
                )  # fmt: skip
            case "ask":
                asked = Kept(at=newest.at, state="asking")
                self._kept(parent, [*skipped, asked], newest, now, pause=LATE_ASK, notes=[(LATE_ASK, _facts(newest))])

    def _start(self, parent: Parent, turn: Turn, skipped: list[Kept], last: Turn, progress: Progress) -> None:
        """Launch a turn, and go on with the first one after ``last``."""
        now, after = self._clock.now(), next_turn(parent.draft.schedule, last.at)
        child = self._turns.make(parent, turn, now)
        if child is None:
            return
        try:
            if self._campaigns.get(child).state == "draft":
                self._campaigns.launch(
                    child, typed_count=None, hold_seconds=0, progress=_While(self._turns, parent, progress)
                )
        except Blocked as blocked:
            codes = [one.code for one in blocked.problems]
            if _NOBODY.issuperset(codes):
                self._kept(
                    parent, [*skipped, _skipped(turn, codes[0])], after, now,
                    notes=[("turn-without-people", _facts(turn))],
                )  # fmt: skip
                return
            log.info("a turn of campaign %s is blocked: %s", parent.id, ", ".join(codes))
            stopped = Kept(at=turn.at, state="blocked", reason=next(one for one in codes if one not in _NOBODY))
            self._kept(
                parent, [*skipped, stopped], turn, now, pause=TURN_BLOCKED, notes=[(TURN_BLOCKED, _facts(turn))]
            )
            return
        except Cancelled:
            if progress.cancelled():
                raise
            return
        except UserError as error:
            # Paused or stopped meanwhile, which took the draft away; or launched by whoever found it.
            if error.code not in _GONE or not self._launched(child):
                if error.code in _GONE:
                    return
                raise
        self._kept(parent, [*skipped, Kept(at=turn.at, state="started", child_id=child)], after, now)

    def _launched(self, child: str) -> bool:
        try:
            return self._campaigns.get(child).state != "draft"
        except UserError:
            return False

    def _left_out(self, campaign_id: str, before: Campaign, now: datetime) -> None:
        """What passed while a person was asked is left out with it; the next turn is one that is still to come."""
        schedule, asked = before.draft.schedule, before.starts_at or now
        overtaken = passed(schedule, asked, now)
        last = overtaken[-1].at if overtaken else asked
        parent = next(one for one in self._turns.waiting() if one.id == campaign_id)
        after = next_turn(schedule, last)
        self._turns.keep(
            parent, [_skipped(one, "overtaken") for one in overtaken], after.at if after else None, now
        )

    def _kept(
        self, parent: Parent, turns: Sequence[Kept], following: Turn | None, now: datetime, *, pause: str = "",
        notes: Sequence[tuple[str, dict[str, object]]] = (),
    ) -> None:  # fmt: skip
        next_at = following.at if following is not None else None
        if self._turns.keep(parent, turns, next_at, now, pause=pause, notes=notes):
            told = frozenset({parent.id, *(one.child_id for one in turns if one.child_id)})
            self._tell(Changes(campaigns=told, sending=True, notices=bool(notes)))


class _While(Progress):
    """Cancelled with the errand, and once the campaign that recurs waits no more."""

    def __init__(self, turns: TurnStore, parent: Parent, progress: Progress) -> None:
        self._turns, self._parent, self._progress = turns, parent, progress

    def report(self, done: int, total: int | None = None) -> None:
        self._progress.report(done, total)

    def cancelled(self) -> bool:
        return self._progress.cancelled() or not self._turns.waits(self._parent.id)


def _due(parent: Parent) -> datetime:
    """When a parent is to be seen to; one without a next turn at once, for it is over."""
    if parent.starts_at is None:
        return datetime.min.replace(tzinfo=UTC)
    schedule = parent.draft.schedule
    return made_at(schedule, turn_of(schedule, parent.starts_at)) if schedule.each_zone else parent.starts_at


def _skipped(turn: Turn, reason: str) -> Kept:
    return Kept(at=turn.at, state="skipped", reason=reason)


def _facts(turn: Turn) -> dict[str, object]:
    return {"at": iso(turn.at)}
