"""Decides what a contact is: a person with a phone number, fields and a say in being written to."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Literal

import msgspec

Consent = Literal["yes", "no", "unknown"]
FieldKind = Literal["text", "number", "date", "boolean"]


class Contact(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One person.

    ``phone`` is E.164 (``+31612345678``); ``country`` an ISO 3166 alpha-2 code read from the number;
    ``language`` a Meta language code (``nl``, ``en_US``) or empty; ``time_zone`` an IANA name or empty;
    ``marketing`` the current answer of the consent ledger; ``blocked`` is true while the number is on
    the suppression list (opted out, or blocked by hand). ``fields`` holds the custom fields by name.
    """

    id: int
    phone: str
    first_name: str = ""
    last_name: str = ""
    language: str = ""
    country: str = ""
    time_zone: str = ""
    marketing: Consent = "unknown"
    blocked: bool = False
    is_test: bool = False
    wa_id: str = ""
    created_at: datetime | None = None
    fields: Mapping[str, str | float | bool | None] = {}

    def values(self) -> dict[str, object]:
        """The names a personalisation expression can use after ``contact.``."""
        return {
            **self.fields,
            "phone": self.phone, "first_name": self.first_name, "last_name": self.last_name,
            "language": self.language, "country": self.country, "time_zone": self.time_zone,
        }  # fmt: skip


class CustomField(msgspec.Struct, frozen=True, kw_only=True):
    """A field the person added: ``name`` is what expressions use, ``label`` what is shown."""

    name: str
    label: str
    kind: FieldKind = "text"


STANDARD_FIELDS = ("phone", "first_name", "last_name", "language", "country", "time_zone")
