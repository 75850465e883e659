"""Decides what becomes of what could not start in time: sent all the same, left out, or asked about."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal

from whatsapp_studio.campaigns.draft import Schedule

Late = Literal["send", "skip", "ask"]
# A program that starts, or a queue that is long, is not late yet.
GRACE = timedelta(minutes=5)


def judge(due: datetime, now: datetime, late: Late, late_minutes: int | None) -> Late:
    """What to do at ``now`` with what was ``due``: ``send`` while that is in time or near enough to it."""
    return "send" if now - due <= tolerance(late_minutes) else late


def tolerance(late_minutes: int | None) -> timedelta:
    """How late something may start without being late; never less than the grace."""
    return max(GRACE, timedelta(minutes=late_minutes or 0))


def judged(schedule: Schedule, due: datetime, now: datetime) -> Late:
    """The same by the rule of a schedule."""
    return judge(due, now, schedule.late, schedule.late_minutes)
