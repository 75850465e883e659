"""Decides what a campaign may have beyond one message at one moment: waves, treatments, a budget, tags of its links."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

import msgspec

from whatsapp_studio.campaigns.mapping import Mapping

Metric = Literal["delivered", "read", "replied", "clicked", "goal"]
# The name of each treatment in the order they are added.
KEYS = ("a", "b", "c", "d", "e")


class Waves(msgspec.Struct, frozen=True, kw_only=True):
    """A send in parts.

    ``sizes`` are whole percents of the people, or numbers of people, one each wave. ``times`` are wall-clock times
    (``2026-12-01T09:00``, in the zone of the schedule), one each wave after the first; without them a wave starts
    ``every_minutes`` after the one before. What the sizes leave over gets a wave of its own, or nothing (``leave``).
    ``hold_percent``: the next wave waits for a person where more of those before failed; None never.
    """

    sizes: tuple[int, ...] = (10, 20)
    unit: Literal["percent", "people"] = "percent"
    every_minutes: int = 60
    times: tuple[str, ...] = ()
    rest: Literal["wave", "leave"] = "wave"
    hold_percent: int | None = 10


class Treatment(msgspec.Struct, frozen=True, kw_only=True):
    """One of the messages that are compared; ``key`` is of ``KEYS``, ``share`` a whole percent of the tested people.

    The first is the campaign's own message: its ``template`` is empty. The others bring their own template, languages
    and mapping, as a ``Draft`` does.
    """

    key: str
    name: str = ""
    share: int = 50
    template: str = ""
    language: str = ""
    template_hash: str = ""
    translations: dict[str, str] = {}
    mapping: dict[str, Mapping] = {}


class Experiment(msgspec.Struct, frozen=True, kw_only=True):
    """Which of two to five messages does best.

    ``treatments`` have shares that sum to 100. ``holdout`` percent of everybody get nothing, to compare with.
    ``metric`` decides; for ``goal`` it is whether somebody is in the segment ``goal_segment`` at the end.
    ``slice`` percent of those who get something are tested at once; the rest (100: nobody) waits up to
    ``decide_after_minutes`` after the start for the winner; without one they get ``otherwise``: the treatment of that
    key, or nobody gets anything more before a person says so (``ask``). ``expected`` and ``lift`` (whole percents: of
    people, and relative) are what the number of people needed is reckoned with.
    """

    treatments: tuple[Treatment, ...] = ()
    holdout: int = 0
    metric: Metric = "read"
    goal_segment: int | None = None
    slice: int = 100
    decide_after_minutes: int = 24 * 60
    otherwise: str = "a"
    expected: int = 50
    lift: int = 10


class Budget(msgspec.Struct, frozen=True):
    """The most that a campaign may cost: it is paused before it would cost more."""

    most: Decimal
    currency: str


class Tags(msgspec.Struct, frozen=True, kw_only=True):
    """What is added to the address of each button whose link ends in a variable: ``utm_source=…`` and so on."""

    source: str = ""
    medium: str = ""
    campaign: str = ""
    content: str = ""
    term: str = ""
