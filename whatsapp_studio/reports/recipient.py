"""Decides what is told of one message: everything that is known, in the order it happened."""

from __future__ import annotations

from datetime import datetime

import msgspec

from whatsapp_studio.reports.report import OutcomeRow


class Status(msgspec.Struct, frozen=True, kw_only=True):
    """What Meta told of a message: ``sent``, ``delivered``, ``read`` or ``failed``."""

    status: str
    at: datetime
    code: int = 0
    details: str = ""


class Reply(msgspec.Struct, frozen=True, kw_only=True):
    """What the person answered; ``tapped`` is whether it was one of the message's buttons."""

    at: datetime
    text: str
    tapped: bool


class Recipient(msgspec.Struct, frozen=True, kw_only=True):
    """One message: its ``row`` and all that was written down of it.

    ``planned_at`` is when it was put into the queue, ``not_before`` when it was to leave at the earliest (None: with
    its campaign), ``claimed_at`` when it was last taken to be sent, in which ``attempts`` it left. ``wamid`` is Meta's
    id of it, ``trace`` that of the request. ``billed`` is Meta's type of its price (``regular``,
    ``free_customer_service``, …), and ``billed_as`` the category.
    """

    row: OutcomeRow
    campaign: str
    template: str
    planned_at: datetime | None
    not_before: datetime | None
    claimed_at: datetime | None
    settled_at: datetime | None
    attempts: int
    wamid: str
    trace: str
    billed: str
    billed_as: str
    statuses: tuple[Status, ...] = ()
    replies: tuple[Reply, ...] = ()
