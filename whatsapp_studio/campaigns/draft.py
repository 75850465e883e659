"""Decides what a campaign is while it is being made: the wizard without a single widget."""

from __future__ import annotations

from typing import Literal

import msgspec

Purpose = Literal["marketing", "utility", "authentication"]
EmptyRule = Literal["skip", "block"]
Step = Literal["purpose", "sender", "template", "mapping", "audience", "schedule", "review"]
STEPS: tuple[Step, ...] = ("purpose", "sender", "template", "mapping", "audience", "schedule", "review")


class Audience(msgspec.Struct, frozen=True):
    """Who gets it: everybody, the members of one list, or whoever a segment's rule is true for when it is launched.

    Nobody who is on one of ``except_lists`` gets it.
    """

    kind: Literal["all", "list", "segment"] = "all"
    list_id: int | None = None
    segment_id: int | None = None
    except_lists: tuple[int, ...] = ()


class Mapping(msgspec.Struct, frozen=True):
    """What fills one place of the template.

    ``expression`` is Liquid over ``contact.*``; ``fallback`` is used where its result is empty; where that
    is empty too, ``if_empty`` says whether the contact is left out or the campaign is blocked.
    """

    expression: str = ""
    fallback: str = ""
    if_empty: EmptyRule = "skip"


class Schedule(msgspec.Struct, frozen=True):
    """When it starts: at once, or at a wall-clock time (``2026-12-01T09:00``) in an IANA zone."""

    kind: Literal["now", "at"] = "now"
    local_time: str = ""
    zone: str = ""


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """Everything the wizard knows. A draft may be incomplete; every step is saved as it is.

    ``mapping`` is keyed by place (``header.1``, ``body.first_name``, ``button.0.1``); ``rate`` is messages
    per second, ``None`` for the workspace's own; ``step`` is where the wizard was left;
    ``template_hash`` is the content hash of the chosen template when it was chosen. ``translations`` are further
    languages of it, each with its content hash: whoever reads one of them gets that, everybody else ``language``.
    ``quiet_id`` is the preset of quiet hours it goes by: None the default one, 0 none. ``priority`` (0 to 100) says
    which of two messages leaves where a cap has room for one: the higher.
    """

    name: str = ""
    purpose: Purpose = "marketing"
    sender: str = ""
    template: str = ""
    language: str = ""
    template_hash: str = ""
    translations: dict[str, str] = {}
    mapping: dict[str, Mapping] = {}
    audience: Audience = Audience()
    schedule: Schedule = Schedule()
    rate: int | None = None
    accepted_warnings: tuple[str, ...] = ()
    quiet_id: int | None = None
    priority: int = 50
    step: Step = "purpose"
