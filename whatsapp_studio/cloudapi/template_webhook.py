"""Decides what a webhook about a template says (webhook reference: the four fields that are about templates)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from whatsapp_studio.templates.news import TemplateNews

# Events that say in other words what the list of templates calls by a status.
_STATUS = {"REINSTATED": "APPROVED", "UNPAUSED": "APPROVED", "UNARCHIVED": "APPROVED"}
# Events that are a warning, and leave the status as it is.
_FLAGS = frozenset({"FLAGGED", "LOCKED"})
_TEXTS = {
    "HEADER": "message_template_title", "BODY": "message_template_element", "FOOTER": "message_template_footer"
}  # fmt: skip


def template_news(field: str, value: Mapping[str, Any], at: datetime) -> TemplateNews | None:
    """The news in one change; None where it says nothing of a template that has a name."""
    name = _text(value.get("message_template_name"))
    if not name:
        return None
    event = _text(value.get("event")).upper()
    reason = _text(value.get("reason")).upper().replace("NONE", "")
    return TemplateNews(
        name=name,
        language=_text(value.get("message_template_language")).replace("-", "_"),
        meta_id=_text(value.get("message_template_id")),
        at=at,
        status="" if event in _FLAGS else _STATUS.get(event, event),
        flag=event if event in _FLAGS else "",
        category=_text(value.get("new_category")).upper(),
        correct_category=_text(value.get("correct_category")).upper(),
        quality=_text(value.get("new_quality_score")).upper(),
        reason=reason,
        details=_details(value),
        texts={kind: _text(value.get(key)) for kind, key in _TEXTS.items() if value.get(key)}
        if field == "message_template_components_update"
        else {},
    )


def _details(value: Mapping[str, Any]) -> str:
    """What Meta says about it in words: why, what to do, or when."""
    told = [
        (value.get("rejection_info"), ("reason", "recommendation")),
        (value.get("disable_info"), ("disable_date",)),
        (value.get("other_info"), ("description",)),
    ]
    parts = (_text(part.get(key)) for part, keys in told if isinstance(part, Mapping) for key in keys)
    return " ".join(part for part in parts if part)


def _text(value: object) -> str:
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
