"""Decides which fields a contact can have, how columns of a file match them, and how their values are read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from whatsapp_studio.audience.consent import read_say
from whatsapp_studio.audience.contact import CustomField, FieldKind
from whatsapp_studio.audience.headers import meaning_of, plain, rank_of, target_of
from whatsapp_studio.base.clock import iso

Value = str | float | bool | tuple[str, ...] | None

# What a column of a file can be. The last three say something about the person instead of naming a field.
TARGETS = (
    "phone", "first_name", "last_name", "full_name", "language", "country", "time_zone",
    "marketing", "consent_source", "consent_at",
)  # fmt: skip
NEW = "new:"
_RESERVED = frozenset(
    (*TARGETS, "id", "wa_id", "blocked", "is_test", "is_sample", "created_at", "updated_at", "fields")
)
MOST_NEW_FIELDS = 40

# What our own file of refused rows adds: not worth a field when that file is imported again.
OWN_COLUMNS = ("line", "reason")


def suggest_mapping(
    columns: Sequence[str], phone_share: Sequence[float], filled: Sequence[bool], known: Iterable[CustomField]
) -> dict[str, str]:
    """A first mapping of a file's columns, each target at most once.

    ``phone_share`` says of each column how much of its sample reads as phone numbers, ``filled`` whether it
    holds anything: where no header says "phone" the best such column is taken, and a filled column nobody
    knows becomes a new field. Of several columns of numbers it is that of WhatsApp, or the mobile ones. A field
    that is known by its other name ("E-mailadres" for "Email") is used again.
    """
    fields = {meaning_of(f.label): f.name for f in known} | {meaning_of(f.name): f.name for f in known}
    mapping: dict[str, str] = {}
    taken: set[str] = set()
    phone = min((column for column in columns if target_of(column) == "phone"), key=rank_of, default="")
    for column in columns:
        target = target_of(column) or fields.get(meaning_of(column))
        if target and target not in taken and (target != "phone" or column == phone):
            mapping[column] = target
            taken.add(target)
    if taken >= {"full_name"} and taken & {"first_name", "last_name"}:
        mapping = {column: target for column, target in mapping.items() if target != "full_name"}
    if "phone" not in taken:
        best = max(range(len(columns)), key=lambda i: phone_share[i], default=None)
        if best is not None and phone_share[best] >= 0.5:
            mapping[columns[best]] = "phone"
    fresh = 0
    for i, column in enumerate(columns):
        if column not in mapping and filled[i] and plain(column) not in OWN_COLUMNS and fresh < MOST_NEW_FIELDS:
            mapping[column] = NEW + column
            fresh += 1
    return {column: mapping[column] for column in columns if column in mapping}


def field_name(label: str, taken: Iterable[str] = ()) -> str:
    """A name expressions can use (``last_order``) made of a label ("Last order"), unlike every one in ``taken``."""
    base = plain(label).replace(" ", "_")[:40].strip("_") or "field"
    if base[0].isdigit() or base in _RESERVED:
        base = "field_" + base
    used = set(taken)
    name, n = base, 2
    while name in used:
        name, n = f"{base}_{n}", n + 1
    return name


_NUMBER = re.compile(
    r"[+-]?(?:\d+|\d{1,3}(?:[.\u00a0 ']\d{3})+)(?:,\d+)?|[+-]?(?:\d+|\d{1,3}(?:[,\u00a0 ']\d{3})+)(?:\.\d+)?"
)
_DAY_FIRST = re.compile(r"(\d{1,2})[-./ ](\d{1,2})[-./ ](\d{4})(?:[ T].*)?")


def read_value(text: str, kind: FieldKind) -> Value:
    """A cell as a value of ``kind``, None when empty. Raises ValueError when it is none."""
    text = text.strip()
    if not text:
        return None
    if kind == "text":
        return text
    if kind == "number":
        return read_number(text)
    if kind == "date":
        return read_date(text).isoformat()
    if kind == "datetime":
        return iso(read_moment(text))
    if kind == "list":
        return read_several(text)
    say = read_say(text)
    if say not in ("yes", "no"):
        raise ValueError(text)
    return say == "yes"


def read_number(text: str) -> float:
    """A number as the Dutch (``1.250,50``) or the English (``1,250.50``) write it."""
    if not _NUMBER.fullmatch(text):
        raise ValueError(text)
    bare = re.sub(r"[\u00a0 ']", "", text)
    comma, dot = bare.rfind(","), bare.rfind(".")
    if comma > dot:
        # "1,250" alone may be either; three digits after one comma and no dot is read as thousands.
        thousands = dot < 0 and bool(re.fullmatch(r"[+-]?[1-9]\d{0,2}(?:,\d{3})+", bare))
        bare = bare.replace(",", "") if thousands else bare.replace(".", "").replace(",", ".")
    else:
        bare = bare.replace(",", "") if comma >= 0 or bare.count(".") < 2 else bare.replace(".", "")
    return float(bare)


def read_date(text: str) -> date:
    """A date as ISO (``2026-11-22``, with or without a time) or day first (``22-11-2026``)."""
    found = _DAY_FIRST.fullmatch(text)
    if found:
        return date(int(found[3]), int(found[2]), int(found[1]))
    return datetime.fromisoformat(text).date()


def read_moment(text: str) -> datetime:
    """A moment as ISO or day first, aware; without a zone it is one of this machine's clock."""
    found = _DAY_FIRST.fullmatch(text)
    if found:
        day, clock = f"{found[3]}-{int(found[2]):02d}-{int(found[1]):02d}", text[found.end(3) :].strip(" T")
        text = f"{day}T{clock}" if clock else day
    return datetime.fromisoformat(text).astimezone()


def read_several(text: str) -> tuple[str, ...] | None:
    """Several texts with ``;``, ``|`` or ``,`` between them (the first of these that is there), each once."""
    sign = next((sign for sign in ";|," if sign in text), ",")
    return tuple(dict.fromkeys(part for one in text.split(sign) if (part := one.strip()))) or None


def guess_kind(values: Iterable[str]) -> FieldKind:
    """The kind whose values would be shown exactly as they are written; text where there is none, or no value.

    So "12,50" stays text: as a number a message would say 12.5.
    """
    filled = [v.strip() for v in values if v.strip()]
    kinds: tuple[FieldKind, ...] = ("boolean", "number", "date")
    return next((kind for kind in kinds if filled and all(_unchanged(v, kind) for v in filled)), "text")


def _unchanged(text: str, kind: FieldKind) -> bool:
    if kind == "boolean":
        return text in ("true", "false")
    try:
        value = read_value(text, kind)
    except ValueError:
        return False
    if isinstance(value, float):
        return text == (str(int(value)) if value.is_integer() else repr(value))
    return text == value


def chosen_mapping(suggested: Mapping[str, str], wanted: Mapping[str, str]) -> dict[str, str]:
    """A suggested mapping with what somebody wants instead; a target they give away leaves its first column.

    Columns are the same without regard to case and padding. A column that lost its target is not read.
    """
    ours = {column.strip().casefold(): column for column in suggested}
    asked = {ours.get(column.strip().casefold(), column): target for column, target in wanted.items()}
    given = set(asked.values())
    return {
        column: target for column, target in suggested.items() if column not in asked and target not in given
    } | asked


def split_name(full: str) -> tuple[str, str]:
    """First and last name of a whole one: ``Maria de Vries`` or ``Vries, Maria de``."""
    last, comma, first = full.partition(",")
    if comma:
        return first.strip(), last.strip()
    first, _, last = full.strip().partition(" ")
    return first, last.strip()


def kinds_of(fields: Iterable[CustomField]) -> Mapping[str, FieldKind]:
    """The kind of each custom field by name."""
    return {f.name: f.kind for f in fields}
