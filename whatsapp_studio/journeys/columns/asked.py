"""Decides what columns of contacts do at a step, and puts what they will be heard of on its way."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from whatsapp_studio.journeys.asking import Ask, Does
from whatsapp_studio.journeys.assumed import odds_of, seeded
from whatsapp_studio.journeys.columns.draws import Answers
from whatsapp_studio.journeys.columns.zones import MINUTE_MS
from whatsapp_studio.journeys.running import News

if TYPE_CHECKING:
    from whatsapp_studio.journeys.columns.plan import Plan
    from whatsapp_studio.journeys.columns.wave import Group, Mask, Wave

# What each answer brings: first what is heard at once, then what is heard later.
_BRINGS: dict[Does, tuple[tuple[News, ...], tuple[News, ...]]] = {
    "delivered": (("delivered",), ()), "read": (("delivered",), ("read",)), "undelivered": ((), ("failed",)),
    "clicked": (("delivered",), ("read", "clicked")), "replied": (("delivered",), ("read", "replied")),
    "event": ((), ("event",)),
}  # fmt: skip


class Did:
    """What each of a group does."""

    def __init__(self, does: Sequence[Does], which: NDArray[np.intp]) -> None:
        self._does, self._which = does, which

    def mask(self, does: Does) -> Mask:
        """Who does this."""
        found = np.zeros(len(self._which), np.bool_)
        for n, one in enumerate(self._does):
            if one == does:
                found |= self._which == n
        return found


class Asked:
    """The question of one step, as it is put to everybody."""

    def __init__(self, plan: Plan, asked: Ask) -> None:
        self._step = plan.setup.journey.steps[asked.step]
        self._news = plan.news
        self._odds = odds_of(plan.assumed, asked, plan.says)
        self._salted = seeded(plan.assumed, asked.step)

    def draw(self, wave: Wave, group: Group) -> Did:
        """The answers of a group; the news they bring is on its way then, but for what an answer comes to at once."""
        drawn = Answers(self._odds, wave.part.number[group.who], group.visit, self._salted)
        counted = wave.counts.answers[self._step.id]
        for n, does in enumerate(self._odds.does):
            chosen = drawn.which == n
            many = int(np.count_nonzero(chosen))
            if many:
                counted[does] += many
                self._bring(wave, group, drawn, n, chosen)
        return Did(self._odds.does, drawn.which)

    def _bring(self, wave: Wave, group: Group, drawn: Answers, n: int, chosen: Mask) -> None:
        soon, later = _BRINGS.get(self._odds.does[n], ((), ()))
        for some, when in ((soon, 0), (later, 1)):
            for on in some:
                texts = self._odds.texts[n] if on in ("clicked", "replied", "event") else ("",)
                places = np.array([self._news.place(on, self._step, said) for said in texts], np.int16)
                if (places < 0).all():
                    continue
                told = places[drawn.texts(chosen, len(texts))] if len(texts) > 1 else places[0]
                at = group.now[chosen] + (drawn.minutes[chosen] * MINUTE_MS if when else 0)
                self._put(wave, group.who[chosen], at, told)

    def _put(self, wave: Wave, who: NDArray[np.intp], at: NDArray[np.int64], told: NDArray[np.int16]) -> None:
        if told.ndim:
            counts = told >= 0
            who, at, told = who[counts], at[counts], told[counts]
        if len(who):
            wave.pending.put(who, at, told)
