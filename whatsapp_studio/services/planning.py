"""Decides what planning a campaign gives: the review page as a value, and what fills everybody's message."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import lru_cache

import msgspec

from whatsapp_studio.base.errors import Problem
from whatsapp_studio.campaigns import waves
from whatsapp_studio.campaigns.draft import Draft
from whatsapp_studio.campaigns.duration import Bucket, Finish
from whatsapp_studio.campaigns.expressions import beside
from whatsapp_studio.campaigns.forecast import Forecast
from whatsapp_studio.campaigns.link_tags import links, with_tags
from whatsapp_studio.campaigns.plan import Fill, LanguageOf, Planner
from whatsapp_studio.campaigns.reach import AudienceCount
from whatsapp_studio.campaigns.recurrence import Turn
from whatsapp_studio.campaigns.timing import Spread
from whatsapp_studio.campaigns.waves import Cover
from whatsapp_studio.services.conflicts import Conflicts
from whatsapp_studio.templates.personalise import Filler
from whatsapp_studio.templates.template import Template
from whatsapp_studio.templates.translation import best


class Review(msgspec.Struct, frozen=True, kw_only=True):
    """What stands on the review page: blockers, warnings, people, duration in seconds and rate a second.

    ``people`` are the ids of the audience as it was at ``evaluated_at``: a launch that is given them sends to nobody
    else. ``conflicts`` says who of the reachable gets something else within a day. ``finish`` is when it will be
    through, and what of Meta's limit that takes. ``spread`` are the first and last local starts, where each contact's
    own clock counts; ``cover`` and ``wave_starts`` its waves. ``treatments`` are the people of each message of an
    experiment, those who wait for the winner under an empty key. ``cost`` is None while no currency is known;
    ``upcoming`` are the next turns of a campaign that recurs. ``samples`` are people (ids) whose messages tell most.
    """

    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    count: AudienceCount
    seconds: float
    rate: float
    starts_at: datetime | None
    must_type_count: bool
    evaluated_at: datetime
    people: array[int]
    conflicts: Conflicts
    finish: Finish | None = None
    spread: Spread | None = None
    cover: Cover | None = None
    wave_starts: tuple[datetime, ...] = ()
    treatments: dict[str, int] = {}
    cost: Forecast | None = None
    upcoming: tuple[Turn, ...] = ()
    samples: tuple[int, ...] = ()


def buckets(planner: Planner, start: datetime, sizes: Sequence[int], starts: Sequence[datetime]) -> list[Bucket]:
    """From when on how many may be written to: by what was planned, and by waves (their ``sizes`` and ``starts``)."""
    moments = [(max(at or start, start), why, n) for (at, why), n in planner.moments.items()]
    if not sizes:
        return [Bucket(at, n, why) for at, why, n in moments]
    people = sum(n for _, _, n in moments) or 1
    found: list[Bucket] = []
    for size, begins in zip(sizes, starts, strict=False):
        left = size
        for place, (at, why, n) in enumerate(moments):
            # Waves are drawn by chance: each has its share of those who come later.
            mine = left if place == len(moments) - 1 else min(left, round(size * n / people))
            left -= mine
            found.append(Bucket(max(at, begins), mine, "waves" if begins >= at and begins > start else why))
    return found


def wave_cover(draft: Draft, people: int, begins: datetime) -> tuple[Cover | None, tuple[datetime, ...]]:
    """How waves cover so many people, and when each starts; nothing where there are none, or they mean nothing."""
    if draft.waves is None or waves.problem(draft.waves) is not None:
        return None, ()
    covered = waves.cover(draft.waves, people)
    starts = waves.starts(draft.waves, draft.schedule, begins, len(covered.sizes))
    return (covered, starts) if not isinstance(starts, Problem) else (None, ())


def fill_of(draft: Draft, filler: Filler, template: Template | None) -> Fill:
    """What fills one translation with somebody's values, with the campaign's tags at the end of its links."""
    known, tags = beside(draft, template) if template is not None else {}, draft.tags
    if template is None or tags is None or not links(template):
        return lambda values: filler.fill(values, known)

    def fill(values: Mapping[str, object]) -> dict[str, str] | Problem:
        filled = filler.fill(values, known)
        if isinstance(filled, Problem):
            return filled
        filled = with_tags(filled, template, tags)
        return filler.too_long(filled) or filled

    return fill


def language_of(draft: Draft) -> LanguageOf:
    """The translation for somebody with these values; empty for the campaign's own language."""
    offered = frozenset(draft.translations)

    @lru_cache(maxsize=1024)
    def found(wanted: object) -> str:
        language = best(offered, wanted, draft.language)
        return "" if language == draft.language else language

    return lambda values: found(values.get("language"))
