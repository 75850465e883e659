"""Decides which news of contacts can matter in a journey, and keeps those still to come for columns of contacts."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
import numpy as np
from numpy.typing import NDArray

from whatsapp_studio.audience.stopwords import is_stop_word
from whatsapp_studio.journeys.columns.table import Places
from whatsapp_studio.journeys.columns.zones import NEVER, Whole, moment
from whatsapp_studio.journeys.flow import rows, value
from whatsapp_studio.journeys.graph import Step
from whatsapp_studio.journeys.meaning_paths import fits
from whatsapp_studio.journeys.reading import text
from whatsapp_studio.journeys.running import Heard, News, Setup
from whatsapp_studio.journeys.settings import setting

_BITS = 21
_NOW = moment(0)
# For each reaction of the journey the place of the outcome that fits, -1 for none.
Fit = tuple[int, ...]


class Told(msgspec.Struct, frozen=True):
    """One kind of news: of the message of ``step`` (-1: of the last one), with its words.

    ``fit`` says which outcomes it is for; ``wrote`` whether the contact wrote, ``stops`` whether to say no;
    ``exits`` whether whoever it comes for leaves the journey.
    """

    on: News
    step: int
    text: str
    fit: Fit
    wrote: bool
    stops: bool
    exits: bool


class Newsroom:
    """Every kind of news that can matter, by its place."""

    def __init__(self, setup: Setup, order: dict[str, int]) -> None:
        steps = [step for step in setup.journey.steps.values() if not step.disabled]
        self._order = order
        self.reactions = [step for step in steps if step.kind == "reaction"]
        self._windows = any(step.kind == "send_window" for step in steps)
        self._waited = {
            text(row, "event") for step in steps if step.kind == "wait_event" for row in rows(value(step, "events"))
            if text(row, "id")
        }  # fmt: skip
        self._exits = {
            text(row, "event") for row in rows(setting(setup.journey, "exits")) if row.get("on") == "event"
        } - {""}
        # Only where something may read the code of a failure it is kept; in doubt it is.
        self.errors = any("journey" in str(one) for one in (*(step.fields for step in steps), setup.journey.settings))
        self.all: list[Told] = []
        self._places: dict[tuple[str, str, str], int] = {}

    def place(self, on: News, step: Step, said: str = "") -> int:
        """The place of some news of a step's message, or of an event; -1 where it changes nothing for anybody."""
        key = (on, "" if on in ("replied", "event") else step.id, said)
        if key not in self._places:
            self._places[key] = self._put(on, key[1], said)
        return self._places[key]

    def _put(self, on: News, step: str, said: str) -> int:
        fit = tuple(self._fit(one, on, step, said) for one in self.reactions)
        spoke = on in ("clicked", "replied")
        told = Told(
            on, self._order[step] if step else -1, said, fit, spoke, spoke and is_stop_word(said),
            on == "event" and said in self._exits,
        )  # fmt: skip
        counts = told.stops or told.exits or (spoke and self._windows) or (on == "event" and said in self._waited)
        counts |= on == "failed" and self.errors
        if not counts and all(one < 0 for one in fit):
            return -1
        self.all.append(told)
        return len(self.all) - 1

    def _fit(self, reaction: Step, on: News, step: str, said: str) -> int:
        to = value(reaction, "to")
        if on == "event" or (step and isinstance(to, str) and to and to != step):
            return -1
        for n, row in enumerate(rows(value(reaction, "outcomes"))):
            if text(row, "id") and fits(row, Heard(on, _NOW, step, said)):
                return n
        return -1


class Pending:
    """News that is still to come, for each contact in the order it was put."""

    def __init__(self, size: int) -> None:
        self._size, self._put = size, 0
        self._keys: list[Whole] = []
        self._told: list[NDArray[np.int16]] = []
        self.count = 0

    def put(self, who: Places, at: Whole, told: NDArray[np.int16] | int) -> None:
        """News for some contacts at their moments."""
        self.count += len(who)
        self._put += 1
        keys = at << _BITS | self._put
        each = np.broadcast_to(np.asarray(told, np.int16), who.shape)
        for slot in range(len(self._keys) + 1):
            if slot == len(self._keys):
                self._keys.append(np.full(self._size, NEVER, np.int64))
                self._told.append(np.zeros(self._size, np.int16))
            free = self._keys[slot][who] == NEVER
            some = who[free]
            self._keys[slot][some], self._told[slot][some] = keys[free], each[free]
            if len(some) == len(who):
                return
            who, keys, each = who[~free], keys[~free], each[~free]

    def first(self, who: Places) -> tuple[Whole, NDArray[np.int16]]:
        """When the next news of each comes (NEVER: none), and where it is kept."""
        found = self._keys[0][who]
        slot = np.zeros(len(who), np.int16)
        for n, keys in enumerate(self._keys[1:], 1):
            sooner = keys[who] < found
            if sooner.any():
                found = np.where(sooner, keys[who], found)
                slot[sooner] = n
        return np.where(found == NEVER, NEVER, found >> _BITS), slot

    def take(self, who: Places, slot: NDArray[np.int16]) -> NDArray[np.int16]:
        """What each next news is; it is not to come any more."""
        told = np.zeros(len(who), np.int16)
        for n in range(len(self._keys)):
            here = slot == n
            if here.any():
                told[here] = self._told[n][who[here]]
                self._keys[n][who[here]] = NEVER
        self.count -= len(who)
        return told


class Kept:
    """What each contact's messages brought so far: the first moment, by message and by what it is for."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._at: dict[int, dict[Fit, Whole]] = {}

    def note(self, told: Told, who: Places, at: Whole, message: NDArray[np.int16]) -> None:
        """Something was heard of some contacts' messages."""
        if all(one < 0 for one in told.fit):
            return
        for one in [told.step] if told.step >= 0 else np.unique(message).tolist():
            if one >= 0:
                mine = who if told.step >= 0 else who[message == one]
                when = at if told.step >= 0 else at[message == one]
                known = self._at.setdefault(one, {})
                if told.fit not in known:
                    known[told.fit] = np.full(self._size, NEVER, np.int64)
                known[told.fit][mine] = np.minimum(known[told.fit][mine], when)

    def forget(self, message: int, who: Places) -> None:
        """A message is sent again: what the one before brought counts no more."""
        for at in self._at.get(message, {}).values():
            at[who] = NEVER

    def of(self, message: int) -> Iterable[tuple[Fit, Whole]]:
        """What a message brought: for which outcomes, and when first (NEVER: not yet)."""
        return self._at.get(message, {}).items()
