"""Decides how a part of a crowd moves through a journey: step after step, each for all who have come there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from whatsapp_studio.journeys.asking import UNREACHABLE
from whatsapp_studio.journeys.columns.counts import Counts
from whatsapp_studio.journeys.columns.news import Kept, Pending, Told
from whatsapp_studio.journeys.columns.table import Part, Places
from whatsapp_studio.journeys.columns.zones import Whole
from whatsapp_studio.journeys.graph import Step
from whatsapp_studio.journeys.motion import MOST_AT_ONCE
from whatsapp_studio.journeys.running import ERROR

if TYPE_CHECKING:
    from whatsapp_studio.journeys.columns.plan import Plan

Mask = NDArray[np.bool_]
# What a step makes of one kind of news about a group: by which output those chosen (None: all) go on; None: nothing.
Listens = Callable[["Group", Told], "tuple[Mask | None, str] | None"]


class Group:
    """Contacts (places in a part) at one step: which visit it is, when each came, and what time it is for each."""

    __slots__ = ("came", "now", "step", "visit", "who")

    def __init__(
        self, step: Step, who: Places, visit: NDArray[np.int32] | int, came: Whole, now: Whole | None = None
    ) -> None:
        self.step, self.who, self.visit, self.came = step, who, visit, came
        self.now = came if now is None else now

    def __len__(self) -> int:
        return len(self.who)

    def take(self, some: Mask | Places | slice) -> Group:
        """Some of them."""
        came = self.came[some]
        return Group(
            self.step, self.who[some], self.visit if isinstance(self.visit, int) else self.visit[some], came,
            came if self.now is self.came else self.now[some],
        )  # fmt: skip

    def at(self, now: Whole) -> Group:
        """The same contacts at another time."""
        return Group(self.step, self.who, self.visit, self.came, now)


class Wave:
    """Some contacts on their way. ``capped`` are those who wait at a cap for their turn, by step."""

    def __init__(self, plan: Plan, part: Part, counts: Counts) -> None:
        self.plan, self.part, self.counts = plan, part, counts
        self.pending, self.kept = Pending(len(part)), Kept(len(part))
        self.capped: dict[str, list[Group]] = {}
        self._coming: dict[int, list[tuple[Places, Whole]]] = {}
        self._visits: dict[str, NDArray[np.int32]] = {}
        # How many steps each has left since it was last held, where a journey can go round.
        self._moved = np.zeros(len(part), np.int16) if plan.looped else None
        # How often each was held at the same moment, and which.
        self._held = (np.zeros(len(part), np.int64), np.zeros(len(part), np.int16)) if plan.looped else None
        # What a cap said to each since then: 1 within, 0 not, -1 nothing.
        self.said: dict[str, NDArray[np.int8]] = {}

    def enter(self, step: Step, who: Places, at: Whole) -> None:
        """Some come to a step."""
        if len(who):
            self._coming.setdefault(self.plan.rank[step.id], []).append((who, at))

    def go(self, goes_on: Callable[[], None]) -> None:
        """Until nobody moves before the days are over, or only by a cap."""
        while self._coming:
            rank = min(self._coming)
            some = self._coming.pop(rank)
            who, at = some[0] if len(some) == 1 else (np.concatenate(one) for one in zip(*some, strict=True))
            self._arrive(self.plan.order[rank], who, at)
            goes_on()

    def _arrive(self, step: Step, who: Places, at: Whole) -> None:
        self.counts.came(step.id, len(who))
        group = Group(step, who, self._visit(step, who), at)
        group = self.part_off(group, at >= self.part.life[who], lambda some: self.over(some, "life"))
        for leaves in self.plan.exits:
            if len(group):
                out = leaves(self.part, group.who, group.now)
                group = self.part_off(group, out, lambda some: self.over(some, "exit"))
        if len(group):
            self.plan.arrive[step.id](self, group)

    def _visit(self, step: Step, who: Places) -> NDArray[np.int32] | int:
        if step.id not in self.plan.looped:
            return 1
        visits = self._visits.setdefault(step.id, np.zeros(len(self.part), np.int32))
        visits[who] += 1
        return visits[who]

    def part_off(self, group: Group, out: Mask, away: Callable[[Group], None]) -> Group:
        """Whoever is chosen goes away; gives the others."""
        if not out.any():
            return group
        away(group.take(out))
        return group.take(~out)

    def leave(self, group: Group, port: str) -> None:
        """A group goes on by an output, now."""
        if not len(group):
            return
        self.counts.passed(self.part, group, port)
        target = self.plan.target(group.step.id, port)
        if target is None:
            self.counts.ended(self.part, group, "output")
            return
        if self._moved is not None:
            self._moved[group.who] += 1
            too_many = self._moved[group.who] > MOST_AT_ONCE
            group = self.part_off(group, too_many, lambda some: self.counts.ended(self.part, some, "endless"))
        self.enter(target, group.who, group.now)

    def over(self, group: Group, end: str) -> None:
        """The way of a group ends at this step."""
        if len(group):
            self.counts.passed(self.part, group, "")
            self.counts.ended(self.part, group, end)

    def turn(self, group: Group, within: bool) -> None:
        """What a cap says to a group that waited for its turn."""
        step = group.step.id
        if not len(group):
            return
        if step in self.plan.looped:
            said = self.said.setdefault(step, np.full(len(self.part), -1, np.int8))
            said[group.who] = within
        if within:
            self.plan.taken[step] = self.plan.taken.get(step, 0) + len(group)
        else:
            self.counts.full[step] += len(group)
        self.leave(group, "within" if within else "other")

    def hold(self, group: Group, until: Whole, listens: Listens | None = None) -> Group:
        """A group is held until some moments; gives those whose time comes, then. Others leave by what is heard."""
        held = self.stop(group)
        if held is not group:
            until = until[np.isin(group.who, held.who)]
        return self.hold_on(held, self.cut(held, until), listens)

    def cut(self, group: Group, until: Whole) -> Whole:
        """Until when a test holds contacts: hardly longer than a moment."""
        longest = self.plan.setup.longest
        return until if longest is None else np.minimum(until, group.now + longest // timedelta(milliseconds=1))

    def hold_on(self, group: Group, until: Whole, listens: Listens | None = None) -> Group:
        """The same for a group that is held already."""
        life = self.part.life[group.who]
        stop = np.minimum(until, life)
        rest = self._hear(group, stop, listens)
        if rest is not None:
            group, until, life, stop = group.take(rest), until[rest], life[rest], stop[rest]
        late = stop > self.plan.until
        if late.any():
            self.counts.waits(group.take(late))
            on = ~late
            group, until, life, stop = group.take(on), until[on], life[on], stop[on]
        group = group.at(np.maximum(stop, group.now))
        return self.part_off(group, life < until, lambda some: self.over(some, "life"))

    def hear_now(self, group: Group) -> Group:
        """News of this very moment comes before what a step does; gives those who are still here."""
        group = self.stop(group)
        rest = self._hear(group, group.now, None)
        return group if rest is None else group.take(rest)

    def stop(self, group: Group) -> Group:
        """A group is held; whoever is again and again while no time passes goes round for ever. Gives the others."""
        if self._held is None:
            return group
        when, often = self._held
        again = when[group.who] == group.now
        often[group.who] = np.where(again, often[group.who] + 1, 1)
        when[group.who] = group.now
        return self.part_off(group, often[group.who] > MOST_AT_ONCE, lambda some: self.over(some, "endless"))

    def _hear(self, group: Group, limit: Whole, listens: Listens | None) -> Places | None:
        """What is heard until some moments; gives who is still here after that (None: everybody)."""
        if self._moved is not None:
            self._moved[group.who] = 0
            for said in self.said.values():
                said[group.who] = -1
        if not self.pending.count:
            return None
        limit = np.minimum(limit, self.plan.until)
        left = np.arange(len(group))
        stays: list[Places] = []
        while len(left):
            at, slot = self.pending.first(group.who[left])
            has = at <= limit[left]
            if not has.any():
                stays.append(left)
                break
            stays.append(left[~has])
            left = left[has]
            here = group.take(left)
            here = here.at(np.maximum(at[has], here.now))
            gone = self._told(here, self.pending.take(here.who, slot[has]), listens)
            left = left[~gone]
        found = np.concatenate(stays) if stays else left
        return None if len(found) == len(group) else found

    def _told(self, group: Group, told: NDArray[np.int16], listens: Listens | None) -> Mask:
        """One piece of news for each of a group; gives who moved on by it."""
        gone = np.zeros(len(group), np.bool_)
        for place in np.unique(told).tolist():
            news = self.plan.news.all[place]
            chosen = np.flatnonzero(told == place)
            some = group if len(chosen) == len(group) else group.take(chosen)
            self._note(some, news)
            if news.exits:
                self.over(some, "exit")
                gone[chosen] = True
                continue
            heard = listens(some, news) if listens else None
            if heard is not None:
                mask, port = heard
                if mask is not None:
                    some, chosen = some.take(mask), chosen[mask]
                self.leave(some, port)
                gone[chosen] = True
        return gone

    def mistake(self, group: Group) -> None:
        """The message of each of a group was refused or failed."""
        if self.plan.news.errors:
            code = self.plan.shared.vocabulary(f"journey.{ERROR}").code(UNREACHABLE.removeprefix("meta-"))
            self.part.write(f"journey.{ERROR}", group.who, code)

    def _note(self, group: Group, news: Told) -> None:
        part = self.part
        if news.on != "event":
            self.kept.note(news, group.who, group.now, part.message[group.who])
        if news.on == "failed":
            self.mistake(group)
        if news.wrote:
            part.wrote[group.who] = group.now
        if news.stops:
            part.marketing[group.who], part.blocked[group.who] = 2, True


Arrive = Callable[[Wave, Group], None]


def together(groups: Sequence[Group]) -> Group:
    """Several groups at one step as one."""
    if len(groups) == 1:
        return groups[0]
    visits = [np.broadcast_to(np.asarray(one.visit, np.int32), one.who.shape) for one in groups]
    return Group(
        groups[0].step, np.concatenate([one.who for one in groups]), np.concatenate(visits),
        np.concatenate([one.came for one in groups]), np.concatenate([one.now for one in groups]),
    )  # fmt: skip
