"""Decides when a message of a journey may leave: its quiet hours, when it is late, and what is done with a late one."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal

from whatsapp_studio.journeys.flow import clock_of
from whatsapp_studio.journeys.moments import after
from whatsapp_studio.journeys.running import Setup, State
from whatsapp_studio.journeys.settings import setting

# What comes later than this after its moment waited for a computer that slept or was off.
GRACE = timedelta(minutes=30)
Late = Literal["", "skip", "ask"]


def planned(moment: datetime, at: datetime) -> datetime | None:
    """What ``State.planned`` is for something that was to happen at ``moment`` and happens now; None: it is on time."""
    return moment if at - moment > GRACE else None


def judged(setup: Setup, state: State, at: datetime) -> Late:
    """What the journey's rule says of a message that would leave now; empty: send it."""
    if state.planned is None:
        return ""
    rule = setting(setup.journey, "late")
    if rule == "send":
        return "" if at <= _too_late(setup, state, state.planned) else "skip"
    return "ask" if rule == "ask" else "skip"


def overdue(setup: Setup) -> Late:
    """What the rule says of a message that was queued in time and did not leave before its :func:`deadline`."""
    return "ask" if setting(setup.journey, "late") == "ask" else "skip"


def deadline(setup: Setup, state: State, at: datetime, until: datetime | None) -> datetime:
    """Until when a message that is queued now may leave; ``until`` is when its step goes on without it."""
    moment = state.planned or at
    rule = setting(setup.journey, "late")
    last = _too_late(setup, state, moment) if rule == "send" else max(moment, at) + GRACE
    return last if until is None else min(last, until)


def quiet_hours(setup: Setup) -> tuple[str, str]:
    """When messages of a journey are held back, by the contact's clock: from and until; two empty texts: never."""
    match setting(setup.journey, "quiet"):
        case "custom":
            begin, end = setting(setup.journey, "quiet_from"), setting(setup.journey, "quiet_to")
        case "none":
            return "", ""
        case _:
            begin, _, end = setup.around.quiet.partition("-")
    return (begin, end) if clock_of(begin) is not None and clock_of(end) is not None else ("", "")


def quiet_text(setup: Setup, state: State) -> str:
    """The quiet hours of one contact as the outbox keeps them: ``21:00-09:00@Europe/Amsterdam``; empty: none."""
    begin, end = quiet_hours(setup)
    return f"{begin}-{end}@{setup.zone_of(state).key}" if begin else ""


def _too_late(setup: Setup, state: State, moment: datetime) -> datetime:
    return after(moment, setting(setup.journey, "late_within"), setup.zone_of(state))
