"""Decides the segments one can begin with: what marketers ask for most, as rules to change."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import msgspec

from whatsapp_studio.base.i18n import mark

_AGREED = {"consent": "marketing", "op": "is", "value": "yes"}


class Starter(msgspec.Struct, frozen=True):
    """A segment to begin with: its name and what it is for (marked), its drawing and its rule."""

    name: str
    about: str
    icon: str
    rule: dict[str, Any]
    needs: str = ""


STARTERS = (
    Starter(
        mark("Agreed to marketing"), mark("Everybody who may get an offer."), "user-check", {"all": [_AGREED]},
    ),
    Starter(
        mark("Dutch speakers who agreed"), mark("One language at a time, so that everybody reads their own."), "globe",
        {"all": [_AGREED, {"field": "contact.language", "op": "is", "value": "nl"}]},
    ),
    Starter(
        mark("Not asked yet"), mark("People who never said yes or no to marketing."), "circle-help",
        {"all": [{"consent": "marketing", "op": "is", "value": "unknown"}]},
    ),
    Starter(
        mark("Birthday today"), mark("Who has a birthday today, for a friendly wish."), "calendar-days",
        {"all": [_AGREED, {"field": "contact.birthday", "op": "day_is_today"}]}, "birthday",
    ),
    Starter(
        mark("First name is missing"), mark("Contacts to complete before a personal message."), "user-pen",
        {"all": [{"field": "contact.first_name", "op": "is_empty"}]},
    ),
)  # fmt: skip


def starters(fields: Collection[str]) -> tuple[Starter, ...]:
    """Those that make sense with the fields contacts have."""
    return tuple(one for one in STARTERS if not one.needs or one.needs in fields)
