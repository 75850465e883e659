"""Decides what a rehearsal of a journey is asked for, and what is kept of one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Literal

import msgspec

from whatsapp_studio.base.errors import Problem
from whatsapp_studio.journeys.assumed import Assumptions
from whatsapp_studio.journeys.codec import load
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.journeys.learned import Learned
from whatsapp_studio.journeys.simulation import Simulation

Whom = Literal["own", "all", "list", "sample", "made_up"]
MOST_DAYS, MOST_MADE_UP = 366, 1_000_000


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be rehearsed: who, from when, how long, and what they are assumed to do.

    ``own`` are those whom the entry lets in, ``list`` the members of ``list``, ``sample`` so many (``most``) of
    ``own`` by chance, ``made_up`` so many who are nobody. With ``fill`` people are made up where there are fewer than
    ``most``. ``entry`` is the step they enter by (left out: the first). With ``learn`` the rates of templates of
    which enough is known are those of earlier messages.
    """

    start: datetime
    days: int = 30
    whom: Whom = "own"
    list: str = ""
    most: int = 1000
    fill: bool = False
    entry: str = ""
    assumed: Assumptions = Assumptions()
    learn: bool = True


class Rehearsal(msgspec.Struct, frozen=True, kw_only=True):
    """One that was made. ``text`` is the journey's, ``logic`` the id of what it did; ``zone`` that of its clock.

    ``made_up`` is how many of the contacts are nobody; ``problems`` what the checks said of the journey then;
    ``stand_ins`` the templates nobody knew, in whose place others were sent; ``learned`` what was learned of earlier
    messages.
    """

    wanted: Wanted
    result: Simulation
    text: str
    logic: str
    zone: str
    at: datetime
    made_up: int = 0
    problems: tuple[Problem, ...] = ()
    stand_ins: tuple[str, ...] = ()
    learned: tuple[Learned, ...] = ()

    @property
    def journey(self) -> Journey:
        """The journey as it was."""
        return load(self.text, strict=False).journey


def packed(rehearsal: Rehearsal) -> bytes:
    """As it is kept."""
    return msgspec.msgpack.encode(rehearsal, enc_hook=_plain)


def unpacked(kept: bytes) -> Rehearsal:
    """As it was."""
    return msgspec.msgpack.decode(kept, type=Rehearsal)


def _plain(value: object) -> object:
    return dict(value) if isinstance(value, Mapping) else str(value)
