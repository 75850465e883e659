"""Decides what the window of a check needs of the message it is about, be it a campaign's or a journey's."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from whatsapp_studio.base.progress import Progress
from whatsapp_studio.campaigns.draft import Mapping as Slot
from whatsapp_studio.services.checking import Report


@dataclass(frozen=True)
class Asked:
    """``look`` makes the check asked for, on a job's thread; ``change`` gives the message another mapping."""

    look: Callable[[Progress], Report]
    mapping: Callable[[], Mapping[str, Slot]]
    change: Callable[[Mapping[str, Slot]], object]
