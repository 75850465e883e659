"""Decides whether a webhook is Meta's, and what news it brings."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

import msgspec

from whatsapp_studio.cloudapi.template_webhook import template_news
from whatsapp_studio.delivery.message import Inbound, News, NewsStatus, Preference
from whatsapp_studio.templates.news import TemplateNews

_STATUSES: dict[str, NewsStatus] = {
    "sent": "sent", "delivered": "delivered", "read": "read", "played": "read", "failed": "failed"
}  # fmt: skip
_APPROVED = frozenset({"APPROVED", "REINSTATED", "UNPAUSED"})
_MOVES = ("user_changed_number", "user_changed_user_id")
_EPOCH = datetime.fromtimestamp(0, UTC)
_LATEST = 253402300799  # the last second that a datetime can hold


class WebhookNews(msgspec.Struct, frozen=True, kw_only=True):
    """Everything of one webhook that concerns this program; ``template_changes`` asks for a new sync.

    ``approved`` are templates that may be sent from now on, by name and language.
    """

    statuses: tuple[News, ...] = ()
    inbound: tuple[Inbound, ...] = ()
    preferences: tuple[Preference, ...] = ()
    template_changes: bool = False
    approved: frozenset[tuple[str, str]] = frozenset()
    templates: tuple[TemplateNews, ...] = ()


def signature_ok(secret: str, raw: bytes, header: str) -> bool:
    """Whether ``header`` (``X-Hub-Signature-256``) signs exactly these bytes with the app's secret."""
    made = "sha256=" + hmac.new(secret.encode(), raw, hashlib.sha256).hexdigest()
    return bool(secret) and hmac.compare_digest(made.encode(), header.strip().encode("utf-8", "replace"))


def parse(raw: bytes, received: datetime | None = None) -> WebhookNews:
    """The news in a webhook's body; parts that cannot be read bring none.

    ``received`` stands in for a time stamp that is missing.
    """
    try:
        body = msgspec.json.decode(raw)
    except (msgspec.DecodeError, UnicodeDecodeError):
        body = _mended(raw)
    statuses: list[News] = []
    inbound: list[Inbound] = []
    preferences: list[Preference] = []
    template_changes = False
    approved: set[tuple[str, str]] = set()
    at = received or _EPOCH
    templates: list[TemplateNews] = []
    for name, value, sent in _changes(body):
        if name == "messages":
            statuses += _statuses(value, at)
            inbound += _inbound(value, at)
        elif name == "user_preferences":
            preferences += _preferences(value, at)
        elif name.startswith(("message_template_", "template_")):
            template_changes = True
            if (one := template_news(name, value, _moment(sent, at))) is not None:
                templates.append(one)
            if _text(value.get("event")) in _APPROVED:
                approved.add((_text(value.get("message_template_name")), _text(value.get("message_template_language"))))
    return WebhookNews(
        statuses=tuple(statuses),
        inbound=tuple(inbound),
        preferences=tuple(preferences),
        template_changes=template_changes,
        approved=frozenset(approved),
        templates=tuple(templates),
    )


def _mended(raw: bytes) -> object:
    """A body in which a text ends within a character: that one word must not cost all the other news."""
    try:
        found = json.loads(raw.decode("utf-8", "replace"))
        return msgspec.json.decode(json.dumps(found, ensure_ascii=False).encode("utf-8", "replace"))
    except (ValueError, RecursionError):
        return None


def _changes(body: object) -> Iterator[tuple[str, Mapping[str, Any], object]]:
    """Each change by its field, its value and when Meta told of it."""
    for entry in _dicts(_dict(body).get("entry")):
        for change in _dicts(entry.get("changes")):
            yield _text(change.get("field")), _dict(change.get("value")), entry.get("time")


def _statuses(value: Mapping[str, Any], at: datetime) -> Iterator[News]:
    for status in _dicts(value.get("statuses")):
        word = _STATUSES.get(_text(status.get("status")))
        wamid = _text(status.get("id"))
        if word is None or not wamid:
            continue
        error = next(_dicts(status.get("errors")), {})
        billed, billed_as = _billed(_dict(status.get("pricing")))
        yield News(
            wamid=wamid,
            status=word,
            at=_moment(status.get("timestamp"), at),
            key=_text(status.get("biz_opaque_callback_data")),
            code=_code(error.get("code")),
            details=_text(_dict(error.get("error_data")).get("details"))
            or _text(error.get("message"))
            or _text(error.get("title")),
            wa_id=_text(status.get("recipient_id")),
            user_id=_text(status.get("recipient_user_id")),
            billed=billed,
            billed_as=billed_as,
        )


def _billed(pricing: Mapping[str, Any]) -> tuple[str, str]:
    """How a message is charged and as what (messages webhook reference, ``pricing``); empty where it is not said."""
    kind = _text(pricing.get("type"))
    if not kind and isinstance(pricing.get("billable"), bool):
        kind = "regular" if pricing["billable"] else "free"
    return kind, _text(pricing.get("category")).replace("_", "-").lower()


def _inbound(value: Mapping[str, Any], at: datetime) -> Iterator[Inbound]:
    contacts = list(_dicts(value.get("contacts")))
    known = {_text(contact.get(name)): contact for contact in contacts for name in ("user_id", "wa_id")}
    # Meta tells of one person a time, and the message of somebody without a number may not say whose it is.
    alone = contacts[0] if len(contacts) == 1 else {}
    for message in _dicts(value.get("messages")):
        wamid, sender = _text(message.get("id")), _text(message.get("from"))
        if not wamid:
            continue
        kind = _text(message.get("type"))
        text, payload = _content(kind, message)
        user_id = _text(message.get("from_user_id"))
        contact = known.get(sender or user_id, alone)
        new_phone, new_user_id, old_user_id = _moved(message)
        yield Inbound(
            wamid=wamid,
            phone=_phone(sender),
            at=_moment(message.get("timestamp"), at),
            kind=kind,
            text=text,
            payload=payload,
            context=_text(_dict(message.get("context")).get("id")),
            profile_name=_text(_dict(contact.get("profile")).get("name")),
            user_id=old_user_id or user_id or _text(contact.get("user_id")),
            new_phone=new_phone,
            new_user_id=new_user_id,
        )


def _moved(message: Mapping[str, Any]) -> tuple[str, str, str]:
    """The number and user id a person has from now on, and the user id before; empty in any other message."""
    system = _dict(message.get("system"))
    if _text(message.get("type")) != "system" or _text(system.get("type")) not in _MOVES:
        return "", "", ""
    return _phone(_text(system.get("wa_id"))), _text(system.get("user_id")), _text(system.get("previous_user_id"))


def _content(kind: str, message: Mapping[str, Any]) -> tuple[str, str]:
    """The words of a message, and the payload of the button that was tapped."""
    part = _dict(message.get(kind))
    match kind:
        case "text":
            return _text(part.get("body")), ""
        case "button":
            return _text(part.get("text")), _text(part.get("payload"))
        case "interactive":
            reply = _dict(part.get("button_reply")) or _dict(part.get("list_reply"))
            return _text(reply.get("title")), _text(reply.get("id")) or _text(
                _dict(part.get("nfm_reply")).get("response_json")
            )
        case "reaction":
            return _text(part.get("emoji")), ""
        case _:
            return _text(part.get("caption")), ""


def _preferences(value: Mapping[str, Any], at: datetime) -> Iterator[Preference]:
    for preference in _dicts(value.get("user_preferences")):
        phone, wish = _phone(_text(preference.get("wa_id"))), preference.get("value")
        user_id = _text(preference.get("user_id"))
        if not (phone or user_id) or wish not in ("stop", "resume"):
            continue
        if preference.get("category") == "marketing_messages":
            yield Preference(
                phone=phone, stop=wish == "stop", at=_moment(preference.get("timestamp"), at), user_id=user_id,
                details=_text(preference.get("detail")),
            )  # fmt: skip


def _phone(wa_id: str) -> str:
    """E.164 of Meta's digits; empty for a person who shows no number."""
    digits = wa_id.removeprefix("+")
    return f"+{digits}" if digits.isascii() and digits.isdecimal() else ""


def _moment(value: object, otherwise: datetime) -> datetime:
    text = str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
    if not (text.isascii() and text.isdecimal()) or int(text) > _LATEST:
        return otherwise
    return datetime.fromtimestamp(int(text), UTC)


def _code(value: object) -> int:
    return value if isinstance(value, int) else 0


def _dict(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _dicts(value: object) -> Iterator[Mapping[str, Any]]:
    return (item for item in value if isinstance(item, dict)) if isinstance(value, list) else iter(())


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
