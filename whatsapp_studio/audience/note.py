"""Decides what a note about a contact is, and one line of what happened to a contact."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Literal

import msgspec

HappeningKind = Literal["message", "reply", "consent", "journey", "import", "note", "merge", "edit"]
KINDS: tuple[HappeningKind, ...] = ("message", "reply", "consent", "journey", "import", "note", "merge", "edit")


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """Words somebody kept about a contact; ``at`` is aware."""

    id: int
    contact: int
    at: datetime
    text: str


class Happening(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a contact's timeline.

    ``at`` is aware. ``code`` says what happened, with its ``facts``: of a message ``queued``, ``accepted``, ``sent``,
    ``delivered``, ``read``, ``failed``, ``unknown`` or ``excluded``; of a reply ``wrote`` or ``pressed``; of consent
    ``yes``, ``no`` or ``unknown``; of a journey ``entered`` or ``left``; of an import ``added`` or ``updated``; of a
    merge ``merged`` or ``undone``; of an edit the code of the audit log. ``page`` and ``what`` lead to where it came
    from. ``key`` tells lines apart; with ``stamp``, the moment as it is kept, it says where to go on reading.
    """

    at: datetime
    key: str
    kind: HappeningKind
    code: str
    name: str = ""
    facts: Mapping[str, str] = {}
    page: str = ""
    what: str = ""
    stamp: str = ""
