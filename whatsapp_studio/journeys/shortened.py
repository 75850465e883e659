"""Decides how a journey is tried out in minutes: what holds a contact for days holds it for seconds, at any hour."""

from __future__ import annotations

from datetime import datetime, timedelta

import msgspec

from whatsapp_studio.journeys.running import Move, Setup

# So long a wait of a test lasts at most.
LONGEST = timedelta(seconds=10)
# What holds a contact until something is done in the world, or decided: that takes as long as it takes.
_DOING = ("sending", "calling", "late-ask")
# Settings that would keep contacts or messages out of a test because of the day or the hour.
_HOURS = ("starts", "ends", "quiet_from", "quiet_to")


def shortened(setup: Setup, longest: timedelta = LONGEST) -> Setup:
    """What contacts of a test go by: the same journey, but no wait is longer than ``longest``, there are no quiet
    hours, and neither its start nor its end keeps anybody out."""
    kept = {name: one for name, one in setup.journey.settings.items() if name not in _HOURS}
    return msgspec.structs.replace(
        setup, longest=longest, around=msgspec.structs.replace(setup.around, quiet=""),
        journey=msgspec.structs.replace(setup.journey, settings={**kept, "quiet": "none"}),
    )  # fmt: skip


def cut(setup: Setup, move: Move, at: datetime) -> datetime | None:
    """Until when a move that holds a contact at ``at`` does so: for a test hardly longer than a moment."""
    if move.until is None or setup.longest is None or move.code in _DOING:
        return move.until
    return min(move.until, at + setup.longest)
