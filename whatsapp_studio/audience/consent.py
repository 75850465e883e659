"""Decides which words say yes or no to marketing, and which blocks are a person's own answer."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

import msgspec

from whatsapp_studio.audience.contact import Consent

Say = Literal["yes", "no"]
Purpose = Literal["marketing", "utility"]
PURPOSES: tuple[Purpose, ...] = ("marketing", "utility")
BlockReason = Literal["opted-out", "by-hand", "meta-stop"]
# These came from the person: they take the marketing answer along. "by-hand" came from us.
OPT_OUTS: tuple[str, ...] = ("opted-out", "meta-stop")


class ConsentEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the ledger: what a person said to messages of a purpose, where, in which words, and the proof.

    ``state`` is ``unknown`` where an answer was taken back without a new one. ``at`` is when it was said,
    ``recorded_at`` when it was written down; both are aware. ``wording`` is the text the person agreed to.
    """

    purpose: Purpose
    state: Consent
    source: str
    at: datetime
    evidence: str = ""
    wording: str = ""
    recorded_at: datetime | None = None


_YES = (
    "yes y true t 1 1.0 x ok on in opt-in optin opted-in subscribed granted agreed accepted ja j waar aan "
    "aangemeld toegestaan akkoord oui si sí sim wahr ✓ ✔ ☑"
)
_NO = (
    "no n false f 0 0.0 off out opt-out optout opted-out unsubscribed denied refused stop nee onwaar uit "
    "afgemeld geweigerd niet nein non não nao falsch ✗ ✘ ☐"
)
_UNKNOWN = "unknown onbekend - ? n/a nvt n.v.t. none null"
_SAYS: dict[str, Consent] = {
    "": "unknown",
    **dict.fromkeys(_UNKNOWN.split(), "unknown"),
    **dict.fromkeys(_NO.split(), "no"),
    **dict.fromkeys(_YES.split(), "yes"),
}


def read_say(text: str) -> Consent | None:
    """What a cell says about marketing: ``yes``, ``no``, ``unknown`` when it says nothing, None when unclear."""
    return _SAYS.get(text.strip().lower().replace(" ", "-").replace("_", "-"))
