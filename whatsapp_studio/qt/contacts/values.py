"""Decides how a value of a contact's field is written and read back, whatever its kind."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo

from whatsapp_studio.audience.contact import FieldKind
from whatsapp_studio.base.i18n import mark, tr
from whatsapp_studio.base.local import day, day_and_clock, decimal

Value = str | float | bool | tuple[str, ...] | None

KIND_WORDS: dict[FieldKind, str] = {
    "text": mark("Text"), "number": mark("Number"), "date": mark("Date"), "datetime": mark("Date and time"),
    "boolean": mark("Yes or no"), "list": mark("Several texts"),
}  # fmt: skip
HINTS: dict[FieldKind, str] = {
    "date": mark("Such as 2026-11-22."), "datetime": mark("Such as 2026-11-22 14:05, in your own time."),
    "list": mark("With a comma between them."),
}  # fmt: skip
_TYPED_MOMENT = "%Y-%m-%d %H:%M"


def shown(value: Value, kind: FieldKind) -> str:
    """A value as it is read in a table."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return tr("Yes") if value else tr("No")
    if isinstance(value, (int, float)):
        return decimal(value, 6, least=0)
    if isinstance(value, tuple):
        return ", ".join(value)
    try:
        if kind == "date":
            return day(datetime.fromisoformat(value))
        if kind == "datetime":
            return day_and_clock(datetime.fromisoformat(value))
    except ValueError:
        pass
    return value


def typed(value: Value, kind: FieldKind) -> str:
    """A value as it is typed: what :func:`read` gives back."""
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, tuple):
        return ", ".join(value)
    if isinstance(value, (int, float)):
        return str(int(value)) if float(value).is_integer() else str(value)
    if kind == "datetime":
        try:
            return datetime.fromisoformat(value).astimezone().strftime(_TYPED_MOMENT)
        except ValueError:
            return value
    return value


def read(text: str, kind: FieldKind, zone: tzinfo | None = None) -> Value:
    """What was typed, as what a contact is saved with; a moment is of this machine's clock unless ``zone`` is given.

    A number and a date stay text: saving reads them, and says what is wrong.
    """
    text = text.strip()
    if not text:
        return None
    if kind == "list":
        return tuple(dict.fromkeys(part for one in text.replace(";", ",").split(",") if (part := one.strip()))) or None
    if kind == "datetime":
        try:
            moment = datetime.fromisoformat(text)
        except ValueError:
            return text
        local = moment if moment.tzinfo else moment.replace(tzinfo=zone) if zone else moment.astimezone()
        return local.astimezone(UTC).isoformat(timespec="milliseconds")
    return text
