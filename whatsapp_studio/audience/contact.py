"""Decides what a contact is: a person with a phone number, fields and a say in being written to."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Literal

import msgspec

Consent = Literal["yes", "no", "unknown"]
FieldKind = Literal["text", "number", "date", "datetime", "boolean", "list"]


class Contact(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One person.

    ``id`` is ours and the only identity. ``phone`` is E.164 (``+31612345678``), empty where Meta gave a user name
    only; ``raw_phone`` is how it was written when it came in; ``wa_id`` is what Meta answered for it; ``user_id`` is
    Meta's business-scoped user id (business-scoped user ids page, 2026-05-28). ``country`` is an ISO 3166 alpha-2 code
    read from the number; ``language`` a Meta language code (``nl``, ``en_US``) or empty; ``time_zone`` an IANA name or
    empty; ``marketing`` is the current answer of the consent ledger, ``utility`` that to other messages; ``blocked``
    is true while the number is on the suppression list (opted out, or blocked by hand). ``fields`` holds the custom
    fields by name: a number, a yes or no, a text, several texts (``list``), a date (``2026-11-22``) or a moment
    (ISO 8601 in UTC) as text.
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
    fields: Mapping[str, str | float | bool | tuple[str, ...] | None] = {}
    user_id: str = ""
    utility: Consent = "unknown"
    raw_phone: str = ""

    def values(self) -> dict[str, object]:
        """The names a personalisation expression can use after ``contact.``."""
        return {
            **self.fields,
            "phone": self.phone, "first_name": self.first_name, "last_name": self.last_name,
            "language": self.language, "country": self.country, "time_zone": self.time_zone,
        }  # fmt: skip


class CustomField(msgspec.Struct, frozen=True, kw_only=True):
    """A field the person added: ``name`` is what expressions use, ``label`` what is shown.

    ``options`` are the values a ``list`` offers; others may be kept all the same.
    """

    name: str
    label: str
    kind: FieldKind = "text"
    options: tuple[str, ...] = ()


STANDARD_FIELDS = ("phone", "first_name", "last_name", "language", "country", "time_zone")
