"""Decides what a campaign is while it is being made: the wizard without a single widget."""

from __future__ import annotations

from typing import Literal

import msgspec

from whatsapp_studio.campaigns.mapping import EmptyRule, Mapping
from whatsapp_studio.campaigns.programme import Budget, Experiment, Tags, Waves

__all__ = ["STEPS", "Audience", "Draft", "EmptyRule", "Mapping", "Outcome", "Purpose", "Schedule", "Step", "others"]

Purpose = Literal["marketing", "utility", "authentication"]
# What a campaign may have come to for somebody, when another one follows it: ``failed-for-now`` is a failure that may
# pass and ``failed-here`` one that another value or file mends, both by ``delivery.classes``.
Outcome = Literal[
    "failed-for-now", "failed-here", "undelivered", "unread", "read", "no-reply", "replied", "clicked", "not-clicked"
]
Step = Literal["purpose", "sender", "template", "mapping", "audience", "schedule", "review"]
STEPS: tuple[Step, ...] = ("purpose", "sender", "template", "mapping", "audience", "schedule", "review")


class Audience(msgspec.Struct, frozen=True):
    """Who gets it: everybody, the members of one list, or whoever a segment's rule is true for when it is launched.

    For ``outcome`` it is those for whom the campaign ``campaign_id`` came to ``outcome``. Nobody who is on one of
    ``except_lists`` gets it.
    """

    kind: Literal["all", "list", "segment", "outcome"] = "all"
    list_id: int | None = None
    segment_id: int | None = None
    except_lists: tuple[int, ...] = ()
    campaign_id: str = ""
    outcome: Outcome = "failed-for-now"


class Schedule(msgspec.Struct, frozen=True):
    """When it starts: at once, at a wall-clock time (``2026-12-01T09:00``) in an IANA zone, or again and again.

    ``rule`` is an RRULE (RFC 5545) without its name and without DTSTART, which is ``local_time``. ``each_zone``: that
    time on each contact's own clock. What could not start in time is sent all the same up to ``late_minutes`` later
    (None: a grace of some minutes); after that ``late`` says whether it is sent even so, left out, or waits for a
    person (``ask``).
    """

    kind: Literal["now", "at", "recurring"] = "now"
    local_time: str = ""
    zone: str = ""
    rule: str = ""
    each_zone: bool = False
    late: Literal["send", "skip", "ask"] = "send"
    late_minutes: int | None = None


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """Everything the wizard knows. A draft may be incomplete; every step is saved as it is.

    ``mapping`` is keyed by place (``header.1``, ``body.first_name``, ``button.0.1``); ``rate`` is messages
    per second, ``None`` for the workspace's own; ``step`` and ``field`` (as a ``Problem`` says where) are where the
    wizard was left;
    ``template_hash`` is the content hash of the chosen template when it was chosen. ``translations`` are further
    languages of it, each with its content hash: whoever reads one of them gets that, everybody else ``language``.
    ``quiet_id`` is the preset of quiet hours it goes by: None the default one, 0 none. ``priority`` (0 to 100) says
    which of two messages leaves where a cap has room for one: the higher. ``per_day`` is the most messages on one
    day of the schedule's zone; ``fail_percent`` pauses it where more failed (None: the setting).
    ``at_limit``: at Meta's limit of people it goes on by itself once there is room again, or waits for a person.
    ``tags`` are for links.
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
    waves: Waves | None = None
    experiment: Experiment | None = None
    budget: Budget | None = None
    per_day: int | None = None
    fail_percent: int | None = None
    at_limit: Literal["rest", "stop"] = "rest"
    tags: Tags | None = None
    step: Step = "purpose"
    field: str = ""


def others(draft: Draft) -> tuple[Draft, ...]:
    """The draft as each further treatment of its experiment sends it: its template, its languages, its mapping."""
    if draft.experiment is None:
        return ()
    return tuple(
        msgspec.structs.replace(
            draft, template=one.template, language=one.language, template_hash=one.template_hash,
            translations=one.translations, mapping=one.mapping, experiment=None,
        )
        for one in draft.experiment.treatments
        if one.template
    )  # fmt: skip
