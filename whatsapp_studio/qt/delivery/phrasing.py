"""Decides in which words the pace of a sending is told: how fast, how long still, and what holds it back."""

from __future__ import annotations

from typing import Protocol

from whatsapp_studio.base.i18n import mark, number, tr
from whatsapp_studio.base.local import decimal
from whatsapp_studio.campaigns.campaign import Counts
from whatsapp_studio.qt.phrases import duration

_LIMITS: dict[str, str] = {
    "nothing": mark("Nothing holds it back."),
    "you": mark("Your own rate is the limit; you set it on the review page or in Settings."),
    "meta": mark("Meta asked us to slow down; the rate rises again by itself."),
    "number": mark("This is what Meta allows for your number."),
    "network": mark("Your network or Meta answers slowly."),
    "quiet": mark("There is nothing to send right now."),
}


class Pace(Protocol):
    """What the engine says of its speed."""

    @property
    def rate(self) -> float: ...
    @property
    def target(self) -> float: ...
    @property
    def limited_by(self) -> str: ...


def limit(pace: Pace, *, idle: bool = False) -> str:
    """What holds the rate where it is, in a sentence; ``idle`` where everything waits for a later moment."""
    if idle:
        return tr(_LIMITS["quiet"])
    return tr(_LIMITS.get(pace.limited_by, _LIMITS["nothing"]))


def speed(pace: Pace) -> str:
    """The achieved and the wanted rate: ``18.4 of 20 messages a second``."""
    return tr("{rate} of {target} messages a second", rate=decimal(pace.rate), target=decimal(pace.target, 2, least=0))


def time_left(counts: Counts, rate: float, later: int = 0) -> str:
    """``about 57 s left``, by the achieved rate; empty when nothing waits or nothing moves.

    ``later`` of those who wait may not leave yet.
    """
    waiting = counts.queued + counts.in_flight - later
    if waiting <= 0 or rate < 0.05:
        return ""
    return tr("about {span} left", span=duration(waiting / rate))


def progress(counts: Counts) -> str:
    """``1,284 of 4,812``: of those who are to get it, how many are over."""
    return tr("{done} of {total}", done=number(counts.done), total=number(counts.total - counts.excluded))
