"""Decides in which words and parts it is said whom the waves of a send reach, and when."""

from __future__ import annotations

from datetime import datetime

from whatsapp_studio.base.i18n import ntr, number, tr
from whatsapp_studio.base.local import day, listed
from whatsapp_studio.base.zones import zone_of
from whatsapp_studio.campaigns import waves as cut
from whatsapp_studio.campaigns.draft import Draft
from whatsapp_studio.campaigns.programme import Waves
from whatsapp_studio.campaigns.schedule import start_of
from whatsapp_studio.qt.campaigns.coverage import Part
from whatsapp_studio.qt.phrases import duration

_NAMED = 3


def covered(waves: Waves, people: int | None) -> list[int] | None:
    """The people of each wave and then those of the rest, whatever becomes of them; None while nobody knows."""
    if people is None or cut.problem(waves) is not None:
        return None
    sizes, left_out = cut.cover(waves, people)
    rest = people - sum(sizes[: len(waves.sizes)])
    return [*sizes[: len(waves.sizes)], rest if waves.rest == "wave" else left_out]


def parts_of(waves: Waves, people: int | None) -> list[Part]:
    """The parts of the bar: together always everybody."""
    sizes = covered(waves, people)
    if sizes is None:
        return []
    *each, rest = sizes
    parts = [Part(tr("Wave {n}", n=at), n) for at, n in enumerate(each, 1)]
    return [*parts, Part(tr("The rest"), rest) if waves.rest == "wave" else Part(tr("Nothing"), rest, "hatched")]


def coverage_words(waves: Waves, people: int | None) -> str:
    """How many of how many get it, in a sentence."""
    sizes = covered(waves, people)
    if people is None or sizes is None:
        return ""
    missing = sizes[-1] if waves.rest == "leave" else 0
    if missing:
        return ntr(
            "{n} of {all} gets nothing.", "{n} of {all} get nothing.", missing, all=number(people)
        )  # fmt: skip
    empty = [at for at, n in enumerate(sizes[:-1], 1) if not n]
    if empty and people:
        return tr("All {all} get it. Nobody is left for wave {n}.", all=number(people), n=empty[0])
    return ntr("{n} person: everybody gets it.", "{n} people: everybody gets it.", people)


def wave_starts(draft: Draft) -> list[str]:
    """When each wave starts, in words: a time where that is known, else how long after the first."""
    waves, start = draft.waves, start_of(draft.schedule)
    if waves is None:
        return []
    n = len(waves.sizes) + (waves.rest == "wave")
    known = isinstance(start, datetime) and draft.schedule.kind == "at" and not draft.schedule.each_zone
    if not waves.times and not known:
        first = tr("at the start")
        return [first, *(tr("{span} later", span=duration(60 * waves.every_minutes * at)) for at in range(1, n))]
    if not isinstance(start, datetime):
        return [tr("at the start")]
    found = cut.starts(waves, draft.schedule, start)
    zone = zone_of(draft.schedule.zone)
    walls = [one.astimezone(zone) for one in found] if isinstance(found, tuple) else []
    return [tr("{day}, {time}", day=day(wall), time=wall.strftime("%H:%M")) for wall in walls]


def summary(draft: Draft) -> str:
    """The waves of a draft in a line."""
    waves = draft.waves
    if waves is None:
        return tr("None: everybody gets it in one go")
    sizes = [
        tr("{n} %", n=one) if waves.unit == "percent" else ntr("{n} person", "{n} people", one)
        for one in waves.sizes[:_NAMED]
    ]
    more = len(waves.sizes) - _NAMED
    if more > 0:
        sizes.append(ntr("{n} more wave", "{n} more waves", more))
    if waves.rest == "wave":
        sizes.append(tr("the rest"))
    if waves.times:
        return tr("{sizes}, at times of their own", sizes=listed(sizes))
    return tr("{sizes}, every {span}", sizes=listed(sizes), span=duration(60 * waves.every_minutes))
