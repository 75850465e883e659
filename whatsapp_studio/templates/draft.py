"""Decides what a template in the making is, and when one that Meta has may be changed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Literal

import msgspec

from whatsapp_studio.base.errors import Problem
from whatsapp_studio.templates.template import Template

DraftState = Literal["draft", "queued", "submitting", "refused"]
Source = Literal["sync", "webhook", "us"]

# Template management page (developers.facebook.com/docs/whatsapp, "Edit a template", "Delete a template",
# "Create a template"): what may be edited, how often, how long a name rests, how many are taken in an hour.
EDITABLE = frozenset({"APPROVED", "REJECTED", "PAUSED"})
EDIT_AGAIN, EDITS_WITHIN, MOST_EDITS = timedelta(hours=24), timedelta(days=30), 10
NAME_RESTS = timedelta(days=30)
CREATE_WITHIN, MOST_CREATED = timedelta(hours=1), 100


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """A template that is written here; ``base_id`` is Meta's id of the one it changes, empty for a new one.

    ``draft`` is being written, ``queued`` waits to be handed in, ``submitting`` is on its way, ``refused`` came back
    with ``problem``. A queued one with a ``problem`` was tried and is tried again, not before ``not_before``.
    """

    id: int
    template: Template
    base_id: str = ""
    state: DraftState = "draft"
    problem: Problem | None = None
    not_before: datetime | None = None
    created_at: datetime
    updated_at: datetime


class Past(msgspec.Struct, frozen=True, kw_only=True):
    """Something that happened to a template, as far as this program knows.

    ``kind`` is ``added``, ``removed``, ``status``, ``quality``, ``category``, ``correct-category`` or ``content``
    where Meta's copy changed, ``flagged`` where it warned, and ``created``, ``edited`` or ``deleted`` where this
    program asked for it; ``before`` and ``after`` are Meta's words, ``reason`` its code for why, and ``details`` what
    it says about that (a recommendation, a date).
    """

    name: str
    language: str
    meta_id: str = ""
    at: datetime
    kind: str
    before: str = ""
    after: str = ""
    reason: str = ""
    details: str = ""
    source: Source


class EditRight(msgspec.Struct, frozen=True):
    """Whether something may be done now, else from when (None: nobody knows, or never) and a code that says why."""

    allowed: bool
    at: datetime | None = None
    why: str = ""


ALLOWED = EditRight(True)


def may_edit(template: Template, past: Iterable[Past], now: datetime) -> EditRight:
    """Whether Meta takes a change of ``template``, going by what is known of its ``past``.

    One that is rejected or paused may be changed any time, an approved one once in 24 hours and ten times in 30 days.
    """
    if not template.meta_id or template.status not in EDITABLE:
        return EditRight(False, None, "template-edit-status")
    if template.status != "APPROVED":
        return ALLOWED
    edits = sorted(one.at for one in past if one.kind in ("edited", "content") and one.at > now - EDITS_WITHIN)
    if len(edits) >= MOST_EDITS:
        return EditRight(False, edits[-MOST_EDITS] + EDITS_WITHIN, "template-edit-month")
    if edits and edits[-1] > now - EDIT_AGAIN:
        return EditRight(False, edits[-1] + EDIT_AGAIN, "template-edit-day")
    return ALLOWED


def name_free(name: str, language: str, past: Iterable[Past], known: Iterable[Template], now: datetime) -> EditRight:
    """Whether a name may be taken in a language: it rests for 30 days after a template of that name was deleted.

    Another language of a name that is still there is free.
    """
    there = any(one.name == name for one in known)
    gone = [
        one.at
        for one in past
        if one.name == name and one.kind in ("deleted", "removed") and (one.language == language or not there)
    ]
    until = max(gone, default=now - NAME_RESTS) + NAME_RESTS
    return ALLOWED if until <= now else EditRight(False, until, "template-name-rests")


def may_create(created: Iterable[datetime], now: datetime) -> EditRight:
    """Whether one more template may be created: 100 an hour; ``created`` are the moments of earlier ones."""
    lately = sorted(at for at in created if at > now - CREATE_WITHIN)
    if len(lately) < MOST_CREATED:
        return ALLOWED
    return EditRight(False, lately[-MOST_CREATED] + CREATE_WITHIN, "template-create-hour")
