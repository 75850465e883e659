"""Decides what help says of a kind of step: all of it comes from the step table."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.journeys.fields import Choice, Field
from whatsapp_studio.journeys.kinds import StepKind


class FieldHelp(msgspec.Struct, frozen=True):
    """A field's name, its explanation (may be empty), the names of what can be chosen, and with what it counts."""

    label: str
    text: str = ""
    choices: tuple[str, ...] = ()
    when: str = ""

    @property
    def one_of(self) -> str:
        """What can be chosen, in a sentence; empty where that is not a choice."""
        return tr("One of: {choices}.", choices="; ".join(self.choices)) if self.choices else ""


class KindHelp(msgspec.Struct, frozen=True, kw_only=True):
    """What a kind of step is for, what leaves it, and what can be set."""

    title: str
    about: str
    outputs: tuple[str, ...] = ()
    fields: tuple[FieldHelp, ...] = ()

    @property
    def text(self) -> str:
        """All of it as plain text, a paragraph or a list at a time."""
        found = [self.title, self.about]
        if self.outputs:
            found.append("\n".join((tr("It leads on by:"), *(f"• {name}" for name in self.outputs))))
        if self.fields:
            found.append("\n".join((tr("You can set:"), *(f"• {_line(field)}" for field in self.fields))))
        return "\n\n".join(found)


def help_of(kind: StepKind) -> KindHelp:
    """The help of a kind of step, in the language in use."""
    return KindHelp(
        title=tr(kind.label),
        about=tr(kind.about),
        outputs=tuple(port.label for port in kind.ports(kind.defaults())),
        fields=tuple(field_help(field, kind.by_name) for field in kind.fields),
    )


def field_help(field: Field, beside: Mapping[str, Field] | None = None) -> FieldHelp:
    """The help of one field of a step or of the settings; ``beside`` are the fields it may depend on."""
    choices = tuple(tr(label) for _, label in field.options) if isinstance(field, Choice) else ()
    return FieldHelp(tr(field.label), tr(field.help) if field.help else "", choices, _when(field, beside or {}))


def _when(field: Field, beside: Mapping[str, Field]) -> str:
    name, values = field.when or ("", ())
    other = beside.get(name)
    if not isinstance(other, Choice):
        return ""
    chosen = [tr(label) for one, label in other.options if one in values]
    return tr("With “{field}”: {choices}.", field=tr(other.label), choices="; ".join(chosen))


def _line(field: FieldHelp) -> str:
    says = " ".join(part for part in (field.when, field.text, field.one_of) if part)
    return f"{field.label}: {says}" if says else field.label
