"""Decides what is wrong with a step that waits or acts: what it names exists, and what it writes fits."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from whatsapp_studio.audience.contact import FieldKind
from whatsapp_studio.audience.fields import read_value
from whatsapp_studio.journeys.checks_rules import list_name
from whatsapp_studio.journeys.flow import minutes_of, wall_of
from whatsapp_studio.journeys.looking import Look
from whatsapp_studio.journeys.reading import text

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_KINDS: Mapping[str, FieldKind] = {"number": "number", "date": "date", "boolean": "boolean"}
# Who somebody is in WhatsApp; a journey changes what is known of them.
_FIXED = ("phone",)


def wait(look: Look) -> None:
    """A wait that ends, and ends while the contact is still in the journey."""
    match look.get("until"):
        case "date":
            at = wall_of(look.get("date"))
            if at is not None and look.here is not None and at < look.here:
                look.warn("wait-in-past", "date")
        case "field":
            known_field(look, "field", look.get("field"), ("date",))
        case "duration":
            life = minutes_of(look.settings.get("life"))
            if life and minutes_of(look.get("duration")) >= life:
                look.warn("wait-beyond-life", "duration")
        case _:
            pass


def known_field(look: Look, where: str, name: object, kinds: tuple[str, ...] = ()) -> str | None:
    """The kind of a contact field that has to exist; None where nobody knows it."""
    if not isinstance(name, str) or not name or not look.around.known:
        return None
    plain = name.removeprefix("contact.")
    kind = look.around.fields.get(plain)
    if kind is None:
        look.error("contact-field-gone", where, field=plain)
    elif kinds and kind not in kinds:
        look.error("contact-field-kind", where, field=plain)
    return kind


def update_contact(look: Look) -> None:
    """Fields that exist, each changed once, to values they can hold."""
    seen: set[str] = set()
    for n, row in enumerate(look.rows("changes"), 1):
        name, given, where = text(row, "field").removeprefix("contact."), text(row, "value"), f"changes.{n}"
        kind = known_field(look, where, name)
        if name in _FIXED:
            look.error("contact-field-fixed", where, field=name)
        elif name and name in seen:
            look.warn("field-changed-twice", where, field=name)
        seen.add(name)
        if kind is not None and kind in _KINDS and given and "{{" not in given and "{%" not in given:
            try:
                read_value(given, _KINDS[kind])
            except ValueError:
                look.error("change-does-not-fit", where, field=name, value=given, kind=kind)


def list_member(look: Look) -> None:
    """A list that exists."""
    list_name(look, "list", look.get("list"))


def call_url(look: Look) -> None:
    """An address on the web, and a name for the answer that expressions can use."""
    url, saved = look.get("url"), look.get("save_as")
    if isinstance(url, str) and url.strip() and not re.match(r"https?://|\{[{%]", url.strip(), re.IGNORECASE):
        look.error("url-not-web", "url")
    elif isinstance(url, str) and url.strip().lower().startswith("http://"):
        look.warn("url-not-safe", "url")
    if isinstance(saved, str) and saved.strip() and not _NAME.fullmatch(saved.strip()):
        look.error("save-as-no-name", "save_as", name=saved)


def end(look: Look) -> None:
    """A goal that somebody counts."""
    if look.get("goal") is True and look.settings["goal_on"] != "end":
        look.warn("goal-not-counted", "goal")


CHECKS: Mapping[str, Callable[[Look], None]] = {
    "wait": wait, "update_contact": update_contact, "list_member": list_member, "call_url": call_url, "end": end,
}  # fmt: skip
