"""Decides the shape of webhooks about templates: status, quality, category and components, as Meta words them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from whatsapp_studio.sandbox.news import change
from whatsapp_studio.sandbox.webhooks import Update

Json = Mapping[str, Any]
# What stands beside a status that Meta chose by itself. Source: Meta, message_template_status_update (2025-11).
OTHER_INFO = {
    "FIRST_PAUSE": "Your WhatsApp message template has been paused for 3 hours until people's feedback is better.",
    "SECOND_PAUSE": "Your WhatsApp message template has been paused for 6 hours until people's feedback is better.",
    "UNPAUSE": "Your WhatsApp message template can be sent again.",
    "DISABLED": "Your WhatsApp message template was disabled because people kept blocking or reporting it.",
}


def _named(raw: Json) -> dict[str, object]:
    return {
        "message_template_id": int(str(raw["id"])),
        "message_template_name": raw["name"],
        "message_template_language": raw["language"],
    }


def status(
    raw: Json, event: str, at: float, reason: str = "NONE", info: tuple[str, str] | None = None, title: str = ""
) -> Update:
    """A template got another status; ``info`` is what was wrong with it and what would be better."""
    value: dict[str, object] = {
        "event": event,
        **_named(raw),
        "message_template_category": raw["category"],
        "reason": reason,
    }
    if info is not None:
        value["rejection_info"] = {"reason": info[0], "recommendation": info[1]}
    if event in ("DISABLED", "FLAGGED"):
        day = datetime.fromtimestamp(at, UTC)
        value["disable_info"] = {"disable_date": f"{day:%B} {day.day}, {day.year}"}
    if title:
        value["other_info"] = {"title": title, "description": OTHER_INFO[title]}
    return change("message_template_status_update", value, at)


def quality(raw: Json, before: str, after: str, at: float) -> Update:
    """A template's quality changed."""
    scores = {"previous_quality_score": before, "new_quality_score": after}
    return change("message_template_quality_update", {**scores, **_named(raw)}, at)


def category(raw: Json, before: str, after: str, at: float) -> Update:
    """A template was put into another category."""
    moved = {"previous_category": before, "new_category": after}
    return change("template_category_update", {**_named(raw), **moved}, at)


def category_notice(raw: Json, coming: str, when: float, at: float) -> Update:
    """A template will be put into another category at ``when``; until then it has the one it has."""
    told = {"correct_category": coming, "new_category": raw["category"], "category_update_timestamp": int(when)}
    return change("template_category_update", {**_named(raw), **told}, at)


def components(raw: Json, at: float) -> Update:
    """A template was edited: its words as they are now. Of buttons only links and phone numbers are told."""
    parts = {part["type"]: part for part in raw["components"]}
    value: dict[str, object] = {**_named(raw), "message_template_element": parts.get("BODY", {}).get("text", "")}
    header = parts.get("HEADER", {})
    if header.get("format") == "TEXT":
        value["message_template_title"] = header["text"]
    if parts.get("FOOTER", {}).get("text"):
        value["message_template_footer"] = parts["FOOTER"]["text"]
    told = [_button(button) for button in parts.get("BUTTONS", {}).get("buttons", ())]
    if any(told):
        value["message_template_buttons"] = [button for button in told if button]
    return change("message_template_components_update", value, at)


def _button(button: Json) -> dict[str, object]:
    facts = {"URL": ("url", "message_template_button_url"),
             "PHONE_NUMBER": ("phone_number", "message_template_button_phone_number")}  # fmt: skip
    if button["type"] not in facts:
        return {}
    source, target = facts[button["type"]]
    return {
        "message_template_button_type": button["type"],
        "message_template_button_text": button.get("text", ""),
        target: button.get(source, ""),
    }
