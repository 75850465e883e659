"""Decides what planning a campaign gives: the review page as a value, and what fills everybody's message."""

from __future__ import annotations

from array import array
from datetime import datetime
from functools import lru_cache

import msgspec

from whatsapp_studio.base.errors import Problem
from whatsapp_studio.campaigns.draft import Draft
from whatsapp_studio.campaigns.expressions import beside
from whatsapp_studio.campaigns.plan import Fill, LanguageOf
from whatsapp_studio.campaigns.reach import AudienceCount
from whatsapp_studio.services.conflicts import Conflicts
from whatsapp_studio.templates.personalise import Filler
from whatsapp_studio.templates.template import Template
from whatsapp_studio.templates.translation import best


class Review(msgspec.Struct, frozen=True, kw_only=True):
    """What stands on the review page: blockers, warnings, people, duration in seconds and rate a second.

    ``people`` are the ids of the audience as it was at ``evaluated_at``: a launch that is given them sends to nobody
    else. ``conflicts`` says who of the reachable gets something else within a day.
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


def fill_of(draft: Draft, filler: Filler, template: Template | None) -> Fill:
    """What fills one translation with somebody's values."""
    known = beside(draft, template) if template is not None else {}
    return lambda values: filler.fill(values, known)


def language_of(draft: Draft) -> LanguageOf:
    """The translation for somebody with these values; empty for the campaign's own language."""
    offered = frozenset(draft.translations)

    @lru_cache(maxsize=1024)
    def found(wanted: object) -> str:
        language = best(offered, wanted, draft.language)
        return "" if language == draft.language else language

    return lambda values: found(values.get("language"))
