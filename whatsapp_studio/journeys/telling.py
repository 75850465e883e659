"""Decides how it is said what happened to a contact that is in a journey: moments in the journey's zone, then words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.base.words_running import log_words
from whatsapp_studio.base.words_walk import end_words, reason_words
from whatsapp_studio.base.zones import zone_of
from whatsapp_studio.journeys import phrases
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.journeys.table import title_of

_UTC = ZoneInfo("UTC")


def told_moment(at: datetime, zone: str) -> str:
    """A moment on the clock of a zone, in words."""
    wall = at.astimezone(zone_of(zone) or _UTC).replace(tzinfo=None)
    return phrases.moment(wall.isoformat(timespec="minutes"))


def told_reason(code: str, facts: Mapping[str, Any], zone: str) -> str:
    """Why something happened to a contact at a step, as a sentence."""
    said = {name: told_moment(one, zone) if isinstance(one, datetime) else one for name, one in facts.items()}
    return reason_words(code, said)


def told_log(code: str, facts: Mapping[str, Any], journey: Journey) -> str:
    """A line of a journey's log as a sentence, with the step it is about in front."""
    step = journey.steps.get(str(facts.get("step", "")))
    said = log_words(code, facts)
    return tr("{step}: {said}", step=title_of(step), said=said) if step is not None else said


def why(reasons: Iterable[tuple[str, Mapping[str, Any]]], zone: str, ending: str = "") -> list[str]:
    """Every reason as a sentence, and how it ended where it did."""
    said = [told_reason(code, facts, zone) for code, facts in reasons]
    return [one for one in (*said, end_words(ending)) if one]
