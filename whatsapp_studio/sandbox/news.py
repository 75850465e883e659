"""Decides the shape of every webhook: statuses, replies, taps and preferences, as Meta words them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from whatsapp_studio.sandbox.errors import news_error
from whatsapp_studio.sandbox.webhooks import Update
from whatsapp_studio.sandbox.world import Number


def _packed(value: object) -> bytes:
    # ASCII with \uXXXX escapes, as the original signs it.
    return json.dumps(value, separators=(",", ":")).encode()


def status(
    number_id: str,
    wamid: str,
    what: str,
    at: float,
    recipient: str,
    key: str,
    category: str,
    kind: str,
    code: int = 0,
    details: str = "",
    contact: Mapping[str, object] | None = None,
) -> Update:
    """A ``sent``, ``delivered``, ``read`` or ``failed`` status; how it is charged (``kind``) rides on the first two."""
    told: dict[str, object] = {"id": wamid, "status": what, "timestamp": str(int(at)), "recipient_id": recipient}
    if what in ("sent", "delivered"):
        told["pricing"] = {"billable": kind == "regular", "pricing_model": "PMP", "category": category, "type": kind}
    if what == "failed":
        told["errors"] = [news_error(code, details)]
    if key:
        told["biz_opaque_callback_data"] = key
    return Update(number_id, _packed(told), _packed(contact or {"wa_id": recipient}))


def change(field: str, value: Mapping[str, object], at: float = 0) -> Update:
    """Any other change, standing alone; ``at`` for those of the account."""
    return Update("", _packed({"value": value, "field": field}), time=int(at))


def _metadata(number: Number) -> dict[str, str]:
    return {"display_phone_number": number.digits, "phone_number_id": number.id}


def inbound(number: Number, contact: Mapping[str, object], message: Mapping[str, object]) -> Update:
    """A message somebody sent; ``message`` holds its type and content. A contact may show its user id alone."""
    sender = {"from": contact["wa_id"]} if "wa_id" in contact else {"from_user_id": contact["user_id"]}
    return change(
        "messages",
        {
            "messaging_product": "whatsapp",
            "metadata": _metadata(number),
            "contacts": [contact],
            "messages": [{**sender, **message}],
        },
    )


def answers(body: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """What comes back when somebody taps an answer of a free message, by the answer's title."""
    asked = body.get("interactive")
    action = asked.get("action") if body.get("type") == "interactive" and isinstance(asked, dict) else None
    if not isinstance(action, dict):
        return {}
    buttons = [("button_reply", one["reply"]) for one in action.get("buttons") or () if one.get("type") == "reply"]
    rows = [("list_reply", row) for section in action.get("sections") or () for row in section.get("rows") or ()]
    return {
        reply["title"]: {"type": "interactive", "interactive": {"type": kind, kind: dict(reply)}}
        for kind, reply in (*buttons, *rows)
    }


def preference(number: Number, contact: Mapping[str, object], value: str, at: float) -> Update:
    """Somebody stopped or resumed marketing inside WhatsApp."""
    return change(
        "user_preferences",
        {
            "messaging_product": "whatsapp",
            "metadata": _metadata(number),
            "contacts": [contact],
            "user_preferences": [
                {
                    "wa_id": contact["wa_id"],
                    "detail": f"User requested to {value} marketing messages",
                    "category": "marketing_messages",
                    "value": value,
                    "timestamp": int(at),
                }
            ],
        },
    )
