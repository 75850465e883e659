"""Decides the numbers of a report: every one of them follows from the rows, and they add up."""

from __future__ import annotations

from datetime import datetime

import msgspec

from whatsapp_studio.campaigns.campaign import Campaign, Counts
from whatsapp_studio.reports.details import Details
from whatsapp_studio.reports.figures import Figures, figures


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """A campaign's numbers.

    ``counts`` puts each recipient in one place; ``funnel`` is cumulative: whoever read it also had it delivered.
    ``has_receipts`` says whether any status of this campaign came back: without one nothing is called delivered.
    ``errors`` counts failures by Meta's code, ``excluded`` those left out by reason. Of a campaign that recurs they are
    the sums of its ``turns`` (ids, in their order): a person counts once for each message. ``details`` are there where
    somebody asked for them. ``at`` is when the numbers were read.
    """

    campaign: Campaign
    counts: Counts
    funnel: tuple[tuple[str, int], ...]
    replied: int = 0
    clicked: int = 0
    opted_out: int = 0
    excluded: dict[str, int] = {}
    errors: dict[int, int] = {}
    has_receipts: bool = False
    at: datetime | None = None
    turns: tuple[Campaign, ...] = ()
    details: Details | None = None

    @property
    def figures(self) -> Figures:
        """The totals as one value."""
        reached = dict(self.funnel)
        later = reached["accepted"] - reached["sent"] - self.counts.accepted - self.counts.held
        return figures(
            self.counts, failed_later=later, cancelled=self.excluded.get("stopped", 0), replied=self.replied,
            clicked=self.clicked, opted_out=self.opted_out,
        )  # fmt: skip


class OutcomeRow(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one recipient.

    ``state`` is a key of ``Counts``; ``reason`` says why somebody was left out, and ``rule`` which rule decided that;
    ``code`` is Meta's, or 0. ``price`` is in millionths of ``currency``, None where no rate is known. Each time is that
    of one status, None where it did not come.
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
    campaign: str = ""
    treatment: str = ""
    wave: int = 0
    language: str = ""
    market: str = ""
    price: int | None = None
    currency: str = ""
    accepted_at: datetime | None = None
    sent_at: datetime | None = None
    delivered_at: datetime | None = None
    read_at: datetime | None = None
    failed_at: datetime | None = None
    replied_at: datetime | None = None
    clicked: bool = False
    opted_at: datetime | None = None


def funnel(counts: Counts, failed_after_acceptance: int) -> tuple[tuple[str, int], ...]:
    """Planned, accepted, sent, delivered, read: each at least as large as the next.

    ``failed_after_acceptance`` are the failures that Meta told later, by a status.
    """
    found = figures(counts, failed_later=failed_after_acceptance)
    return (
        ("planned", found.planned), ("accepted", found.accepted), ("sent", found.sent), ("delivered", found.delivered),
        ("read", found.read),
    )  # fmt: skip


def as_json(report: Report) -> dict[str, object]:
    """The report in the command line's keys.

    ``total`` is the sum of ``excluded``, ``queued``, ``accepted``, ``sent``, ``delivered``, ``read``, ``failed`` and
    ``unknown``: each recipient stands where it was last seen. ``funnel`` holds the cumulative numbers. ``by`` and
    ``time_line`` are there where the details are.
    """
    counts = report.counts
    found: dict[str, object] = {
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
        "clicked": report.clicked,
        "opted_out": report.opted_out,
        "funnel": dict(report.funnel),
    }
    if report.details is not None:
        line = report.details.line
        series: dict[str, object] = {event: list(values) for event, values in line.series.items()}
        found["by"] = {
            kind: {part.key: msgspec.to_builtins(part.figures) for part in parts}
            for kind, parts in report.details.parts.items()
        }
        found["time_line"] = {
            "minutes": line.minutes, "zone": line.zone, "starts": [one.isoformat() for one in line.starts],
            **series, "untimed": dict(line.untimed),
        }  # fmt: skip
        found["hours"] = [
            {"weekday": one.weekday, "hour": one.hour, "delivered": one.delivered, "read": one.read,
             "replied": one.replied}
            for one in report.details.heat.cells
        ]  # fmt: skip
    return found
