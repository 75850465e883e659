"""Decides what a row of the audit log is, and that no secret, no phone number and no name of a person is in one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

import msgspec

from whatsapp_studio.base.log import hide

KINDS = (
    "contact", "list", "segment", "import", "consent", "suppression", "campaign", "journey", "template", "connection",
    "rule", "setting", "field", "rates", "calendar", "workspace",
)  # fmt: skip
# What stands for a value that is not kept: that it is there shows that it changed.
HIDDEN = "[hidden]"
# How many ids are written down where many contacts change at once; more are only counted.
MOST_IDS = 500
_DENIED = re.compile(
    r"token|secret|password|authorization|phone|wa_id|user_id|recipient|^to$|^from$|first_name|last_name|^number$",
    re.IGNORECASE,
)
# Digits in a row that a log would hide too, however they are set off from what is around them.
_DIGITS = re.compile(r"\d(?:[\s\u00a0().-]{0,2}\d){8,}")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?")
# A made-up id: letters among its digits.
_ID = re.compile(r"(?=[0-9-]*[a-f])[0-9a-f-]{12,64}", re.IGNORECASE)

Values = Mapping[str, object]
Kept = dict[str, object]


class AuditEntry(msgspec.Struct, frozen=True, kw_only=True):
    """Something that was done: ``object`` is the id of what it was done to, ``before`` and ``after`` what changed."""

    id: int
    at: datetime
    action: str
    kind: str
    object: str = ""
    name: str = ""
    before: Kept = {}
    after: Kept = {}


@dataclass(frozen=True, slots=True)
class AuditFilter:
    """Which rows of the log; empty parts ask for nothing. ``since`` is within, ``until`` is not."""

    kinds: tuple[str, ...] = ()
    text: str = ""
    since: datetime | None = None
    until: datetime | None = None
    object: str = ""


def difference(before: Values, after: Values) -> tuple[dict[str, object], dict[str, object]]:
    """What two states of a thing do not have in common, before and after."""
    keys = [key for key in {**before, **after} if before.get(key) != after.get(key)]
    return {key: before.get(key) for key in keys}, {key: after.get(key) for key in keys}


def clean(values: Values | None) -> dict[str, object]:
    """Values as the log keeps them: without None, with :data:`HIDDEN` for what it must not know."""
    return {
        str(key): HIDDEN if _DENIED.search(str(key)) and value not in ("", False, True) else _clean(value)
        for key, value in (values or {}).items()
        if value is not None
    }


def clean_text(text: str) -> str:
    """A text without anything that looks like a secret or a phone number."""
    if _MOMENT.fullmatch(text) or _ID.fullmatch(text):
        return text
    kept = _MOMENT.findall(text)
    parts = [_DIGITS.sub(HIDDEN, hide(part)) for part in _MOMENT.split(text)]
    return "".join(part + moment for part, moment in zip(parts, [*kept, ""], strict=True))


def _clean(value: object) -> object:
    if value is None or isinstance(value, bool | float):
        return value
    if isinstance(value, int):
        return value if abs(value) < 10**8 else HIDDEN
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Mapping):
        return clean(value)
    if isinstance(value, Iterable) and not isinstance(value, str | bytes):
        return [_clean(one) for one in value]
    return clean_text(str(value))


def told_ids(ids: Iterable[int]) -> dict[str, object]:
    """How many contacts, and which where they are few."""
    known = list(ids)
    return {"count": len(known), "ids": known} if len(known) <= MOST_IDS else {"count": len(known)}


def ending(identifier: str) -> str:
    """The end of an id of Meta's: enough to know it again, too little to be taken for a phone number."""
    return f"…{identifier[-4:]}" if identifier else ""
