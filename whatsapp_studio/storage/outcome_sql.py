"""Decides whom a campaign came to an outcome for: contacts, without those whom a campaign that follows it reached."""

from __future__ import annotations

from collections.abc import Mapping

from whatsapp_studio.delivery.classes import PASSING, REPAIRABLE

_REPLY = "EXISTS (SELECT 1 FROM inbox i WHERE i.context = o.wamid)"
# A tap on a button of the message: a quick reply of a template, or one of an interactive message.
TAP = "EXISTS (SELECT 1 FROM inbox i WHERE i.context = o.wamid AND i.kind IN ('button', 'interactive'))"
_ARRIVED = "o.state IN ('delivered', 'read')"


def _codes(codes: frozenset[int]) -> str:
    return ", ".join(map(str, sorted(codes)))


_WHERE: Mapping[str, str] = {
    "failed-for-now": f"o.state = 'failed' AND (o.code IN ({_codes(PASSING)}) OR o.code BETWEEN 200 AND 299)",
    "failed-here": f"o.state = 'failed' AND o.code IN ({_codes(REPAIRABLE)})",
    "undelivered": "o.state IN ('accepted', 'held', 'sent')",
    "unread": "o.state = 'delivered'",
    "read": "o.state = 'read'",
    "no-reply": f"{_ARRIVED} AND NOT {_REPLY}",
    "replied": f"o.wamid IS NOT NULL AND {_REPLY}",
    "clicked": f"o.wamid IS NOT NULL AND {TAP}",
    "not-clicked": f"{_ARRIVED} AND NOT {TAP}",
}


def contacts_of(campaign_id: str, outcome: str) -> tuple[str, list[object]]:
    """A condition on ``c`` (contacts) with its parameters; of a recurring campaign all turns count.

    Raises ``KeyError`` for an outcome nobody knows.
    """
    condition = (
        "c.id IN (SELECT o.contact_id FROM outbox o WHERE o.campaign_id IN"
        " (SELECT id FROM campaigns WHERE id = ? OR parent_id = ?)"
        f" AND {_WHERE[outcome]})"
        " AND c.id NOT IN (SELECT f.contact_id FROM outbox f JOIN campaigns n ON n.id = f.campaign_id"
        " WHERE n.follows = ? AND f.state NOT IN ('excluded', 'failed'))"
    )
    return condition, [campaign_id] * 3
