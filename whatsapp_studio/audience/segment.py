"""Decides how a group of contacts is asked for: a filter as a value, without SQL."""

from __future__ import annotations

from typing import Literal

import msgspec

from whatsapp_studio.audience.contact import Consent

SortKey = Literal["id", "first_name", "last_name", "phone", "country", "language", "marketing", "created_at"]


class ContactQuery(msgspec.Struct, frozen=True, kw_only=True):
    """Which contacts, in which order. Empty values do not filter.

    ``search`` matches the start of words in names and digits of numbers, without regard to accents.
    """

    search: str = ""
    list_id: int | None = None
    segment_id: int | None = None
    marketing: Consent | None = None
    blocked: bool | None = None
    is_test: bool | None = None
    sort: SortKey = "id"
    descending: bool = False


class Segment(msgspec.Struct, frozen=True, kw_only=True):
    """A rule under a name: whoever it is true for belongs to it, at the moment it is asked. ``rule`` is JSON."""

    id: int
    name: str
    rule: str


class ContactList(msgspec.Struct, frozen=True, kw_only=True):
    """A static list and how many contacts are on it."""

    id: int
    name: str
    size: int = 0
