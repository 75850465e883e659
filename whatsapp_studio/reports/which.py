"""Decides which recipients a list holds: those behind a number, a bar, a point or a cell of a report."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

import msgspec

Mark = Literal["", "accepted", "replied", "clicked", "opted-out"]


class Which(msgspec.Struct, frozen=True, kw_only=True):
    """A choice of recipients; what is not given does not matter.

    ``states`` are keys of ``Counts``; ``reason`` is why somebody was left out, or ``meta-CODE``, and ``but_reason``
    what it is not; ``mark`` is what else is true of them. ``market`` may be that of the number where none was noted;
    ``language`` is that of the message, ``version`` the key of its part, ``campaign`` a turn. ``weekday`` and ``hour``
    are when it was delivered, on the person's own clock. ``event`` fell between ``begin`` (inclusive) and ``end``.
    """

    states: tuple[str, ...] = ()
    reason: str = ""
    but_reason: str = ""
    search: str = ""
    mark: Mark = ""
    treatment: str | None = None
    market: str | None = None
    language: str | None = None
    version: str | None = None
    campaign: str = ""
    weekday: int | None = None
    hour: int | None = None
    event: str = ""
    begin: datetime | None = None
    end: datetime | None = None


EVERYBODY = Which()
DELIVERED = Which(states=("delivered", "read"))
