"""Decides what is wrong with a journey's settings."""

from __future__ import annotations

from collections.abc import Iterator

from whatsapp_studio.base.errors import Problem
from whatsapp_studio.journeys.before import Web
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.journeys.surroundings import Surroundings


def settings_problems(journey: Journey, surroundings: Surroundings, web: Web) -> Iterator[Problem]:
    """What is wrong with the settings, and with the journey that goes by them."""
    settings = journey.settings
    starts, ends = settings.get("starts"), settings.get("ends")
    if isinstance(starts, str) and isinstance(ends, str) and starts and ends and ends <= starts:
        yield Problem("end-before-start", "settings.ends")
    goals = [s for s in journey.steps.values() if s.kind == "end" and s.fields.get("goal") is True and not s.disabled]
    if settings.get("goal_on") == "end" and not goals:
        yield Problem("goal-no-end", "settings.goal_on", {}, "warning")
