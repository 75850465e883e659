"""Decides what a launched campaign is, and which states it may be in."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

import msgspec

from whatsapp_studio.campaigns.draft import Draft

CampaignState = Literal["draft", "scheduled", "sending", "paused", "done", "stopped"]
STATES: tuple[CampaignState, ...] = ("draft", "scheduled", "sending", "paused", "done", "stopped")


class Counts(msgspec.Struct, frozen=True, kw_only=True):
    """How many recipients stand where; every recipient is in exactly one of these.

    ``queued`` waits, ``in_flight`` has left or is leaving without an answer yet, the next six are what
    Meta said last, ``unknown`` is in doubt, ``excluded`` was never sent, with its reason.
    """

    queued: int = 0
    in_flight: int = 0
    accepted: int = 0
    held: int = 0
    sent: int = 0
    delivered: int = 0
    read: int = 0
    failed: int = 0
    unknown: int = 0
    excluded: int = 0

    @property
    def total(self) -> int:
        return sum(getattr(self, name) for name in self.__struct_fields__)

    @property
    def done(self) -> int:
        """Recipients whose sending is over, whatever came of it."""
        return self.accepted + self.held + self.sent + self.delivered + self.read + self.failed + self.unknown

    @property
    def planned(self) -> int:
        return self.queued


class Campaign(msgspec.Struct, frozen=True, kw_only=True):
    """A campaign as it stands: its draft, its state and its counts.

    ``pause_reason`` is a code of ``base.wording`` (``by-you``, ``meta-190``, …) while it is paused;
    ``held_until`` is the end of the undo window after a launch; ``template_raw`` the frozen template (JSON).
    ``recurs`` is a campaign that starts others: ``starts_at`` is the next time; ``parent_id`` is the recurring one that
    a campaign is a turn of, at ``occurs_at``. ``rests_until`` says how long nothing more of it leaves, and
    ``rests_for`` why (``day-limit``, ``messaging-limit``). What is in the trash has ``deleted_at``. ``currency`` is
    that of its costs.
    """

    id: str
    name: str
    draft: Draft
    state: CampaignState = "draft"
    created_at: datetime
    updated_at: datetime
    launched_at: datetime | None = None
    starts_at: datetime | None = None
    held_until: datetime | None = None
    finished_at: datetime | None = None
    pause_reason: str = ""
    template_raw: str = ""
    counts: Counts = Counts()
    recurs: bool = False
    parent_id: str = ""
    occurs_at: datetime | None = None
    follows: str = ""
    tags: tuple[str, ...] = ()
    archived_at: datetime | None = None
    deleted_at: datetime | None = None
    rests_until: datetime | None = None
    rests_for: str = ""
    currency: str = ""
