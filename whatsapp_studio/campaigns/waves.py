"""Decides how a send is cut into waves: how many people each has, who they are, and when it starts."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from whatsapp_studio.base.errors import Problem
from whatsapp_studio.base.zones import moment_of, zone_of
from whatsapp_studio.campaigns.chance import key_of, stirred
from whatsapp_studio.campaigns.draft import Schedule
from whatsapp_studio.campaigns.programme import Waves


class Cover(NamedTuple):
    """How many people each wave has, the one of the rest last, and how many get nothing. All of them together are
    everybody."""

    sizes: tuple[int, ...]
    left_out: int = 0


def cover(waves: Waves, people: int) -> Cover:
    """The sizes for so many people; a wave for which nobody is left has 0."""
    if waves.unit == "people":
        sizes: list[int] = []
        left = people
        for wanted in waves.sizes:
            sizes.append(min(max(0, wanted), left))
            left -= sizes[-1]
    else:
        sizes = _shares(waves.sizes, people)
        left = people - sum(sizes)
    if waves.rest == "wave" and left:
        return Cover((*sizes, left))
    return Cover(tuple(sizes), left)


def problem(waves: Waves) -> Problem | None:
    """What is wrong with the sizes of waves."""
    if not waves.sizes or any(one <= 0 for one in waves.sizes):
        return Problem("wave-empty", "schedule.waves")
    if waves.unit == "percent" and sum(waves.sizes) > 100:
        return Problem("waves-over-100", "schedule.waves", {"sum": sum(waves.sizes)})
    if not waves.times and waves.every_minutes <= 0:
        return Problem("waves-without-interval", "schedule.waves")
    return None


def starts(waves: Waves, schedule: Schedule, start: datetime, n: int | None = None) -> tuple[datetime, ...] | Problem:
    """When each of ``n`` waves starts (UTC), the first at ``start`` (aware); a Problem where their times mean nothing.

    Without ``n`` it is each wave that has a size, and one more for the rest where there can be one.
    """
    whole = waves.unit == "percent" and sum(waves.sizes) == 100
    wanted = len(waves.sizes) + (waves.rest == "wave" and not whole) if n is None else n
    if not waves.times:
        step = timedelta(minutes=waves.every_minutes)
        return tuple(start + step * place for place in range(wanted))
    zone = zone_of(schedule.zone)
    if zone is None:
        return Problem("zone-unknown", "schedule.zone", {"zone": schedule.zone})
    found = [start]
    for text in waves.times[: wanted - 1]:
        try:
            at = moment_of(datetime.fromisoformat(text), zone)
        except (ValueError, OverflowError):
            return Problem("time-unreadable", "schedule.waves", {"time": text})
        if at <= found[-1]:
            return Problem("waves-not-rising", "schedule.waves", {"wave": len(found) + 1})
        found.append(at)
    if len(found) < wanted:
        return Problem("waves-without-time", "schedule.waves", {"wave": len(found) + 1})
    return tuple(found)


def wave_numbers(campaign_id: str, ids: Sequence[int], sizes: Sequence[int]) -> array[int]:
    """The wave (from 1) of each of these contacts, in their order; 0 for those whom no wave has room for.

    Who is in which wave is chance, and the same whenever it is asked of the same campaign and the same people.
    """
    import numpy

    order = numpy.argsort(stirred(key_of("wave", campaign_id), ids), kind="stable")
    found = numpy.zeros(len(ids), dtype=numpy.int64)
    begin = 0
    for number, size in enumerate(sizes, 1):
        found[order[begin : begin + size]] = number
        begin += size
    return array("q", found.tobytes())


def _shares(percents: Sequence[int], people: int) -> list[int]:
    """Whole people for whole percents: those that lose most by rounding down get one more."""
    exact = [people * one for one in percents]
    sizes = [one // 100 for one in exact]
    missing = (sum(exact) + 50) // 100 - sum(sizes) if sum(percents) < 100 else people - sum(sizes)
    for place in sorted(range(len(sizes)), key=lambda at: (-(exact[at] % 100), at))[:missing]:
        sizes[place] += 1
    return sizes
