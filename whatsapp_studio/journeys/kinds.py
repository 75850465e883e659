"""Decides what a row of the step table says: name, look, fields and outputs of one kind of step."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any, Literal

import msgspec

from whatsapp_studio.journeys.fields import Field
from whatsapp_studio.journeys.graph import Fields, Step

Group = Literal["entry", "message", "flow", "action"]
Tone = Literal["entry", "message", "wait", "branch", "action", "exit"]
Role = Literal["next", "path", "other", "failed", "timeout"]


class Port(msgspec.Struct, frozen=True):
    """One output of a step. ``label`` is ready to show; ``custom`` says it can be renamed on the canvas.

    A ``failed``, ``timeout`` or ``other`` output that leads nowhere ends the journey for whoever takes it.
    """

    name: str
    label: str
    role: Role = "next"
    custom: bool = False


class Preset(msgspec.Struct, frozen=True):
    """A way to start with a kind: its own line in palette and quick-add, with fields filled."""

    label: str
    fields: Fields
    icon: str = ""
    keywords: str = ""


class StepKind(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """One kind of step. ``label`` and ``about`` are marked texts; ``keywords`` are found by the palette's search.

    ``ports`` gives the outputs for a step's fields; ``title`` and ``summary`` its two lines on the card. Where the
    person gave a name, that is the first line and ``named`` the second (None: the summary): it says again what the
    title would have said. ``presets`` are further lines in the palette. Only an entry kind takes no arrow.
    """

    name: str
    group: Group
    tone: Tone
    icon: str
    label: str
    about: str
    fields: tuple[Field, ...] = ()
    ports: Callable[[Fields], tuple[Port, ...]]
    title: Callable[[Fields], str]
    summary: Callable[[Fields], str]
    named: Callable[[Fields], str] | None = None
    presets: tuple[Preset, ...] = ()
    keywords: str = ""
    is_entry: bool = False

    @cached_property
    def by_name(self) -> Mapping[str, Field]:
        """The fields by name."""
        return {field.name: field for field in self.fields}

    def value(self, step: Step, name: str) -> Any:
        """A field of a step, its default where the step says nothing."""
        return step.fields.get(name, self.by_name[name].default)

    def shown(self, fields: Fields) -> tuple[Field, ...]:
        """The fields that count with these values, in order."""
        return tuple(field for field in self.fields if field.counts(fields, self.by_name))

    def defaults(self) -> dict[str, Any]:
        """What a new step of this kind holds: every field's default."""
        return {field.name: field.default for field in self.fields}
