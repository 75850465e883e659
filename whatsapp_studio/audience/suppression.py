"""Decides what may stand on the suppression list: a number or the beginning of many, a reason and perhaps an end."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Literal

import msgspec

from whatsapp_studio.audience.phone import read_phone

SuppressionReason = Literal["by-hand", "opted-out", "complaint", "wrong-number", "meta-stop", "unreachable", "blocked"]
# What a person at this computer can give as a reason; the others come from Meta and from the people themselves.
GIVEN: tuple[SuppressionReason, ...] = ("by-hand", "opted-out", "complaint", "wrong-number")
_PREFIX = re.compile(r"\+?[\d ().-]*(?:\*|…|\.\.\.)")
# A shorter beginning would block a whole country or more by a slip of the hand.
SHORTEST, LONGEST = 1, 14


class Suppression(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody, or everybody whose number begins so, who is not written to.

    ``value`` is an E.164 number, or with ``is_prefix`` the beginning of one (``+3190``). ``until`` (aware) is when it
    ends by itself, None for never. ``source`` says where it came from.
    """

    value: str
    is_prefix: bool = False
    reason: str = "by-hand"
    source: str = ""
    at: datetime
    until: datetime | None = None


class Practice(msgspec.Struct, frozen=True, kw_only=True):
    """The practice switch: while it is ``on`` only test contacts and ``people`` (E.164 numbers) are written to."""

    on: bool = False
    people: tuple[str, ...] = ()


def read_entry(text: str, country: str = "") -> tuple[str, bool] | str:
    """``(value, is_prefix)`` of what somebody wrote, or the code of what is wrong with it.

    ``+3190*`` is a beginning; anything else is a whole number, in ``country`` where it has no ``+``.
    """
    text = text.strip()
    if _PREFIX.fullmatch(text):
        digits = re.sub(r"\D", "", text)
        if not text.startswith(("+", "00")):
            return "prefix-needs-plus"
        digits = digits[2:] if text.startswith("00") else digits
        return ("+" + digits, True) if SHORTEST <= len(digits) <= LONGEST else "prefix-length"
    read = read_phone(text, country)
    return read if isinstance(read, str) else (read[0], False)
