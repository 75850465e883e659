"""Decides what a report holds beside its totals: when things happened, for whom how much, and at which hours."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

import msgspec

from whatsapp_studio.reports.figures import Figures

Event = Literal["accepted", "delivered", "read", "replied"]
EVENTS: tuple[Event, ...] = ("accepted", "delivered", "read", "replied")
Kind = Literal["treatment", "language", "market", "version", "turn"]
KINDS: tuple[Kind, ...] = ("treatment", "language", "market", "version", "turn")
# A cell with fewer deliveries says too little to choose an hour by: its rate may be off by 18 points either way
# (half the width of a 95 % interval for a share of one half, 0.98 / sqrt(n)).
THIN = 30


class TimeLine(msgspec.Struct, frozen=True, kw_only=True):
    """How many of each event fell into each span of ``minutes``; spans that are days begin at midnight of ``zone``.

    ``starts`` are in UTC; ``zone`` (IANA) is the clock they are told by. ``untimed`` counts, of each event, those of
    which no time came.
    """

    minutes: int = 60
    zone: str = "UTC"
    starts: tuple[datetime, ...] = ()
    series: dict[Event, tuple[int, ...]] = {}
    untimed: dict[Event, int] = {}

    def total(self, event: Event) -> int:
        """Everybody the event happened with, known time or not."""
        return sum(self.series.get(event, ())) + self.untimed.get(event, 0)


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """Those with one treatment, language, market, version of the template or turn, by its ``key``."""

    key: str
    figures: Figures


class Cell(msgspec.Struct, frozen=True, kw_only=True):
    """Messages that arrived in one hour of the week on their person's own clock; ``weekday`` 0 is Monday."""

    weekday: int
    hour: int
    delivered: int
    read: int
    replied: int

    @property
    def thin(self) -> bool:
        """Whether there are too few to tell anything from their rate."""
        return self.delivered < THIN


class Heat(msgspec.Struct, frozen=True, kw_only=True):
    """The hours of the week in which something arrived; ``untimed`` are delivered messages whose time nobody told."""

    cells: tuple[Cell, ...] = ()
    untimed: Cell = Cell(weekday=-1, hour=-1, delivered=0, read=0, replied=0)

    def cell(self, weekday: int, hour: int) -> Cell | None:
        """One hour of the week; None where nothing arrived."""
        return next((one for one in self.cells if (one.weekday, one.hour) == (weekday, hour)), None)


class Details(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that takes a look at each recipient; ``figures`` are the totals of that very look."""

    figures: Figures = Figures()
    line: TimeLine = TimeLine()
    parts: dict[Kind, tuple[Part, ...]] = {}
    heat: Heat = Heat()
