"""Decides whether an event is the goal of a journey for somebody who is inside, or left it a while ago."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import msgspec

from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.journeys.moments import after
from whatsapp_studio.journeys.settings import setting


class Conversion(msgspec.Struct, frozen=True):
    """How many times somebody entered a journey, and how many of these times the goal was reached."""

    entered: int = 0
    reached: int = 0

    @property
    def share(self) -> float:
        """The part that reached it, from 0 to 1."""
        return self.reached / self.entered if self.entered else 0.0


def goal_event(journey: Journey) -> str:
    """The event that a journey wants; empty where its goal is none, or an end."""
    return str(setting(journey, "goal_event")).strip() if setting(journey, "goal_on") == "event" else ""


def reached_by(journey: Journey, zone: ZoneInfo, event: str, at: datetime, left: datetime | None) -> bool:
    """Whether an event at a moment is the goal for somebody who ``left`` then (None: who is inside)."""
    if not event or event != goal_event(journey):
        return False
    return left is None or at <= after(left, setting(journey, "goal_within"), zone)
