"""Decides when a message of a journey may leave: its quiet hours, when it is late, and what is done with a late one."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal

from whatsapp_studio.audience.quiet import QuietHours, until
from whatsapp_studio.journeys.flow import clock_of
from whatsapp_studio.journeys.moments import after, quiet_until
from whatsapp_studio.journeys.running import Setup, State
from whatsapp_studio.journeys.settings import setting

# What comes later than this after its moment waited for a computer that slept or was off.
GRACE = timedelta(minutes=30)
Late = Literal["", "skip", "ask"]
# Before the quiet hours of the workspace in the outbox: the default preset decides instead, as it is by then.
WORKSPACE_QUIET = "workspace:"


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
    """The quiet hours of one contact as the outbox keeps them: ``21:00-09:00@Europe/Amsterdam``; empty: none.

    Those of the workspace begin with :data:`WORKSPACE_QUIET`, for they may be others when the message is to leave.
    """
    begin, end = quiet_hours(setup)
    hours = f"{begin}-{end}" if begin else ""
    match setting(setup.journey, "quiet"):
        case "none":
            return ""
        case "custom":
            return f"{hours}@{setup.zone_of(state).key}" if hours else ""
    return f"{WORKSPACE_QUIET}{hours}@{setup.zone_of(state).key}"


def preset(setup: Setup) -> QuietHours | None:
    """The preset of the workspace that a journey goes by; None where it goes by hours of its own, or by none."""
    return setup.around.preset if setting(setup.journey, "quiet") not in ("custom", "none") else None


def skips_quiet(setup: Setup) -> bool:
    """Whether a message that is due in quiet hours is never sent, rather than held until they are over."""
    hours = preset(setup)
    return hours is not None and hours.on_due == "skip"


def quiet_over(setup: Setup, state: State, at: datetime) -> datetime | None:
    """When the quiet hours that ``at`` lies in are over for a contact; None outside them."""
    hours, zone = preset(setup), setup.zone_of(state)
    return until(at, hours, zone) if hours is not None else quiet_until(at, *quiet_hours(setup), zone)


def _too_late(setup: Setup, state: State, moment: datetime) -> datetime:
    return after(moment, setting(setup.journey, "late_within"), setup.zone_of(state))
