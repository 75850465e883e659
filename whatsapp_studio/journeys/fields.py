"""Decides what a field of a step can be: what it holds, how it is labelled, and when it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec


class Field(msgspec.Struct, frozen=True, kw_only=True):
    """One field of a step or of the journey's settings.

    ``label`` and ``help`` are marked texts; ``default`` is a plain JSON value. ``when`` is another field and the
    values of it with which this one counts: otherwise it is neither shown nor checked, but kept. ``logic`` is false
    for what changes nothing for a contact (a description).
    """

    name: str
    label: str
    help: str = ""
    default: Any = None
    when: tuple[str, tuple[Any, ...]] | None = None
    required: bool = False
    logic: bool = True

    def counts(self, fields: Mapping[str, Any], siblings: Mapping[str, Field]) -> bool:
        """Whether the field is asked for with these values beside it."""
        if self.when is None:
            return True
        other, values = self.when
        beside = siblings[other]
        return beside.counts(fields, siblings) and fields.get(other, beside.default) in values


class Text(Field, frozen=True, kw_only=True):
    """A string. ``lines`` > 1 is written in a box; ``liquid`` may hold ``{{ … }}``; ``limit`` in characters, 0 none.

    ``limit_when`` is another field, values of it, and the limit that holds with these.
    """

    default: Any = ""
    lines: int = 1
    liquid: bool = False
    limit: int = 0
    limit_when: tuple[str, tuple[Any, ...], int] | None = None
    placeholder: str = ""

    def most(self, fields: Mapping[str, Any]) -> int:
        """The limit with these values beside it."""
        if self.limit_when is not None and fields.get(self.limit_when[0]) in self.limit_when[1]:
            return self.limit_when[2]
        return self.limit


class Number(Field, frozen=True, kw_only=True):
    """A whole number from ``low`` to ``high``; ``unit`` is a marked word shown behind it."""

    default: Any = 0
    low: int = 0
    high: int = 1_000_000
    unit: str = ""


class Flag(Field, frozen=True, kw_only=True):
    """True or false."""

    default: Any = False


class Choice(Field, frozen=True, kw_only=True):
    """One of ``options``: (value, marked label)."""

    options: tuple[tuple[str, str], ...] = ()


class Duration(Field, frozen=True, kw_only=True):
    """``{"amount": 2, "unit": "days"}``; units are minutes, hours, days, weeks. ``signed`` may be negative (before)."""

    signed: bool = False
    units: tuple[str, ...] = ("minutes", "hours", "days", "weeks")
    most_days: int = 365


class Moment(Field, frozen=True, kw_only=True):
    """A wall-clock date and time, ``2026-12-01T09:00``, in the journey's zone; empty is none."""

    default: Any = ""


class Day(Field, frozen=True, kw_only=True):
    """A date, ``2026-12-01``; empty is none."""

    default: Any = ""


class Clock(Field, frozen=True, kw_only=True):
    """A time of day, ``09:00``."""

    default: Any = "09:00"


class Window(Field, frozen=True, kw_only=True):
    """``{"weekdays": [0, 1, 2, 3, 4], "from": "09:00", "to": "17:00"}``, Monday 0; to ≤ from ends the next day."""


class Repeat(Field, frozen=True, kw_only=True):
    """``{"every": 1, "unit": "days" | "weeks" | "months", "weekdays": [0], "until": "2026-12-31" | ""}``."""


class Words(Field, frozen=True, kw_only=True):
    """A list of strings: keywords, tags."""

    default: Any = []


class Audience(Field, frozen=True, kw_only=True):
    """``{"kind": "all"}``, ``{"kind": "list", "list": NAME}`` or ``{"kind": "rule", "rule": RULE}``."""


class ListName(Field, frozen=True, kw_only=True):
    """The name of a contact list."""

    default: Any = ""


class ContactField(Field, frozen=True, kw_only=True):
    """The name of a contact field (``birthday``); ``kinds`` are the field kinds that fit, empty any."""

    default: Any = ""
    kinds: tuple[str, ...] = ()


class RuleField(Field, frozen=True, kw_only=True):
    """One rule over a contact, as ``audience.rules`` keeps it; None is no rule."""


class RulePaths(Field, frozen=True, kw_only=True):
    """Ordered paths ``[{"id", "name", "rule"}]``; each is an output."""

    default: Any = []


class TimePaths(Field, frozen=True, kw_only=True):
    """Ordered paths ``[{"id", "name", "weekdays", "from", "to"}]``; each is an output."""

    default: Any = []


class DatePaths(Field, frozen=True, kw_only=True):
    """Ordered paths ``[{"id", "name", "from": "2026-12-01", "to": "2026-12-24"}]`` (both included)."""

    default: Any = []


class Shares(Field, frozen=True, kw_only=True):
    """Paths with whole percentages ``[{"id", "name", "percent"}]``; ``weights`` are relative instead."""

    default: Any = []
    weights: bool = False


class Events(Field, frozen=True, kw_only=True):
    """Events that race ``[{"id", "name", "event"}]``; each is an output."""

    default: Any = []


class Outcomes(Field, frozen=True, kw_only=True):
    """What a message may lead to, in order: ``[{"id", "on", "keywords": [], "button": ""}]``.

    ``on`` is delivered, read, clicked, replied or failed; each is an output.
    """

    default: Any = []


class EventFields(Field, frozen=True, kw_only=True):
    """What an event carries: ``[{"name", "kind"}]``, kind as of a contact field."""

    default: Any = []


class TemplateRef(Field, frozen=True, kw_only=True):
    """``{"name", "language"}`` of a template; None is none chosen."""


class ValueMap(Field, frozen=True, kw_only=True):
    """``{place: {"expression", "fallback", "if_empty"}}`` for the template in the field ``of``."""

    of: str = "template"


class LanguageRules(Field, frozen=True, kw_only=True):
    """Which translation goes to whom, in order: ``[{"rule", "language"}]``; nobody's goes by the template field."""

    default: Any = []


class Media(Field, frozen=True, kw_only=True):
    """``{"kind": "image" | "video" | "document" | "audio", "url", "caption"}``."""


class Buttons(Field, frozen=True, kw_only=True):
    """Up to three reply buttons ``[{"id", "text"}]``."""

    default: Any = []
    most: int = 3


class Menu(Field, frozen=True, kw_only=True):
    """``{"button", "rows": [{"id", "title", "description"}]}``, ten rows at most."""


class Pairs(Field, frozen=True, kw_only=True):
    """``[{"name", "value"}]``: headers of a request; values may hold Liquid."""

    default: Any = []


class ContactChanges(Field, frozen=True, kw_only=True):
    """``[{"field", "value"}]``; values may hold Liquid."""

    default: Any = []


class StepRef(Field, frozen=True, kw_only=True):
    """The id of another step of one of ``kinds``; empty is the one right before."""

    default: Any = ""
    kinds: tuple[str, ...] = ()


class JourneyRef(Field, frozen=True, kw_only=True):
    """The id of another journey; empty is none chosen."""

    default: Any = ""


class ExitRules(Field, frozen=True, kw_only=True):
    """What takes a contact out at once: ``[{"id", "name", "on": "rule" | "event", "rule", "event"}]``."""

    default: Any = []


class Zone(Field, frozen=True, kw_only=True):
    """An IANA time zone; empty is the workspace's."""

    default: Any = ""
