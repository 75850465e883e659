"""Decides how it is asked what happened with a contact: messages, replies and taps, journeys."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from whatsapp_studio.audience.rules import Behaviour
from whatsapp_studio.base.clock import iso

# The states of a message that Meta took, that arrived, that was read and that did not arrive.
_STATES = {
    "sent": ("accepted", "held", "sent", "delivered", "read"), "delivered": ("delivered", "read"), "read": ("read",),
    "failed": ("failed",),
}  # fmt: skip
# Tests and automatic answers are not what anybody was sent.
_REAL = "p.kind IN ('campaign', 'stream')"
_OF = {
    "any": "",
    "campaign": " AND p.kind = 'campaign' AND p.name = ? COLLATE BINARY",
    "template": " AND json_extract(p.template_raw, '$.name') = ?",
    "journey": " AND p.plan_id IN (SELECT q.id FROM plans q JOIN journeys j ON j.id = q.journey_id"
    " WHERE j.name = ? AND q.test = 0)",
}
# What finds everybody: the column of their ids, and where it is looked.
_FOUND = re.compile(r"c\.id IN \(SELECT ([a-z]\.contact_id) (?=FROM )")
_TAPPED = " AND i.kind IN ('button', 'interactive') AND (i.payload <> '' OR i.text <> '')"


def happened(rule: Behaviour, now: datetime, *, few: bool = False) -> tuple[str, list[object]]:
    """SQL that is true for a contact row ``c`` with whom it happened, as if ``rule.out`` were not set.

    ``few``: it is asked of few contacts, each of whom is looked up; else everybody it happened with is found first.
    """
    sql, params = _happened(rule, now)
    if few and (found := _FOUND.match(sql)):
        sql = f"EXISTS (SELECT 1 {sql[found.end():-1]} AND {found[1]} = c.id)"
    return sql, params


def _happened(rule: Behaviour, now: datetime) -> tuple[str, list[object]]:
    since = None if rule.days is None or rule.did == "inside" else now - timedelta(days=rule.days)
    if rule.did in ("entered", "inside", "finished"):
        return _in_journey(rule, since)
    if rule.did in ("replied", "clicked"):
        return _answered(rule, since)
    states = ", ".join(f"'{state}'" for state in _STATES[rule.did])
    sql = (
        f"c.id IN (SELECT o.contact_id FROM outbox o JOIN campaigns p ON p.id = o.campaign_id WHERE {_REAL}"
        f" AND o.state IN ({states}){_OF[rule.about]}"
    )
    params: list[object] = [rule.name] if rule.about != "any" else []
    if since is not None:
        return f"{sql} AND o.claimed_at >= ?)", [*params, iso(since)]
    return f"{sql})", params


def _answered(rule: Behaviour, since: datetime | None) -> tuple[str, list[object]]:
    """A reply to any message is whatever somebody wrote; one to certain messages quotes them or taps their button."""
    tapped = _TAPPED if rule.did == "clicked" else ""
    when = " AND i.at >= ?" if since is not None else ""
    late: list[object] = [iso(since)] if since is not None else []
    if rule.about == "any":
        own, meant = (f"EXISTS (SELECT 1 FROM inbox i WHERE i.phone = {phone}{tapped}{when})"
                      for phone in ("c.phone", "'+' || c.wa_id"))  # fmt: skip
        return f"{own} OR (c.wa_id <> '' AND {meant})", [*late, *late]
    return (
        "c.id IN (SELECT o.contact_id FROM inbox i JOIN outbox o ON o.wamid = i.context"
        f" JOIN campaigns p ON p.id = o.campaign_id WHERE i.context <> '' AND {_REAL}{_OF[rule.about]}{tapped}{when})",
        [rule.name, *late],
    )


def _in_journey(rule: Behaviour, since: datetime | None) -> tuple[str, list[object]]:
    sql = "c.id IN (SELECT r.contact_id FROM runs r"
    params: list[object] = []
    if rule.about == "journey":
        sql += " JOIN journeys j ON j.id = r.journey_id WHERE r.test = 0 AND j.name = ?"
        params.append(rule.name)
    else:
        sql += " WHERE r.test = 0"
    sql += {"entered": "", "inside": " AND r.ended IS NULL", "finished": " AND r.ended IS NOT NULL"}[rule.did]
    if since is not None:
        sql += f" AND r.{'entered' if rule.did == 'entered' else 'ended'} >= ?"
        params.append(round(since.timestamp() * 1000))
    return f"{sql})", params
