"""Decides the numbers of a report: every one of them follows from the rows, and they add up."""

from __future__ import annotations

from datetime import datetime

import msgspec

from whatsapp_studio.campaigns.campaign import Campaign, Counts


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """A campaign's numbers.

    ``counts`` puts each recipient in one place; ``funnel`` is cumulative: whoever read it also had it delivered.
    ``has_receipts`` says whether any status of this campaign came back: without one nothing is called delivered.
    ``errors`` counts failures by Meta's code, ``excluded`` those left out by reason.
    """

    campaign: Campaign
    counts: Counts
    funnel: tuple[tuple[str, int], ...]
    replied: int = 0
    excluded: dict[str, int] = {}
    errors: dict[int, int] = {}
    has_receipts: bool = False
    first_at: datetime | None = None
    last_at: datetime | None = None


class OutcomeRow(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one recipient.

    ``state`` is a key of ``Counts``; ``reason`` says why somebody was left out, and ``rule`` which rule decided that;
    ``code`` is Meta's, or 0.
    """

    id: int
    contact: int
    name: str
    phone: str
    state: str
    reason: str = ""
    rule: str = ""
    code: int = 0
    details: str = ""
    at: datetime | None = None


def funnel(counts: Counts, failed_after_acceptance: int) -> tuple[tuple[str, int], ...]:
    """Planned, accepted, sent, delivered, read: each at least as large as the next.

    ``failed_after_acceptance`` are the failures that Meta told later, by a status.
    """
    read = counts.read
    delivered = read + counts.delivered
    sent = delivered + counts.sent
    accepted = sent + counts.accepted + counts.held + failed_after_acceptance
    return (
        ("planned", counts.total - counts.excluded), ("accepted", accepted), ("sent", sent),
        ("delivered", delivered), ("read", read),
    )  # fmt: skip


def as_json(report: Report) -> dict[str, object]:
    """The report in the command line's keys.

    ``total`` is the sum of ``excluded``, ``queued``, ``accepted``, ``sent``, ``delivered``, ``read``, ``failed`` and
    ``unknown``: each recipient stands where it was last seen. ``funnel`` holds the cumulative numbers.
    """
    counts = report.counts
    return {
        "campaign": report.campaign.name,
        "state": report.campaign.state,
        "total": counts.total,
        "excluded": report.excluded,
        "queued": counts.queued + counts.in_flight,
        "accepted": counts.accepted + counts.held,
        "sent": counts.sent,
        "delivered": counts.delivered,
        "read": counts.read,
        "failed": counts.failed,
        "unknown": counts.unknown,
        "errors": {str(code): n for code, n in report.errors.items()},
        "replied": report.replied,
        "funnel": dict(report.funnel),
    }
