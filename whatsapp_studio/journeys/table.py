"""Decides which kinds of step there are: the one table that palette, form, painter, checks, help and schema read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from whatsapp_studio.base.i18n import mark, tr
from whatsapp_studio.journeys import kinds_action, kinds_branch, kinds_entry, kinds_flow, kinds_message
from whatsapp_studio.journeys.graph import Fields, Journey, Step, new_id
from whatsapp_studio.journeys.kinds import Port, StepKind

KINDS: Mapping[str, StepKind] = {
    kind.name: kind
    for kind in (*kinds_entry.KINDS, *kinds_message.KINDS, *kinds_flow.KINDS, *kinds_branch.KINDS, *kinds_action.KINDS)
}
GROUPS = (("entry", mark("Entry")), ("message", mark("Message")), ("flow", mark("Flow")), ("action", mark("Action")))

# What a step of a kind this version does not know looks like; its outputs are those that are linked.
UNKNOWN = StepKind(
    name="", group="action", tone="exit", icon="circle-help",
    label=mark("Unknown step"), about=mark("A newer version of the program made this step. It is kept as it is."),
    ports=lambda fields: (), title=lambda fields: tr("Unknown step"), summary=lambda fields: "",
)  # fmt: skip


def kind_of(step: Step) -> StepKind:
    """The row of a step's kind; :data:`UNKNOWN` for a kind of a newer version."""
    return KINDS.get(step.kind, UNKNOWN)


def label_of(step: Step) -> str:
    """What the palette calls a step like this: the preset its fields are those of, else its kind."""
    kind = kind_of(step)
    for preset in kind.presets:
        # What a preset only suggests, such as a rhythm, is a value with parts of its own.
        given = ((name, one) for name, one in preset.fields.items() if isinstance(one, str | bool))
        if all(kind.value(step, name) == one for name, one in given):
            return tr(preset.label)
    return tr(kind.label)


def value(step: Step, name: str) -> Any:
    """A field of a step, its default where the step says nothing."""
    return kind_of(step).value(step, name)


def ports_of(step: Step, journey: Journey | None = None) -> tuple[Port, ...]:
    """The outputs of a step, in order. With its ``journey`` an unknown step has those that are linked."""
    kind = kind_of(step)
    if kind is UNKNOWN and journey is not None:
        return tuple(Port(link.port, link.port, "path") for link in journey.out.get(step.id, ()))
    return kind.ports(step.fields)


def known_ports(step: Step) -> tuple[str, ...]:
    """The names of a step's outputs by the table; none for an unknown kind."""
    return tuple(port.name for port in kind_of(step).ports(step.fields))


def title_of(step: Step) -> str:
    """What a step is called: its own name, or one made from its fields."""
    return step.name or kind_of(step).title(step.fields)


def summary_of(step: Step) -> str:
    """The second line of a step's card."""
    kind = kind_of(step)
    own = step.name and kind.named is not None and step.name != kind.title(step.fields)
    return (kind.named if own and kind.named else kind.summary)(step.fields)


def new_step(kind: str, fields: Fields | None = None) -> Step:
    """A step of a kind with a new id, its fields at their defaults but for those given."""
    return Step(id=new_id(), kind=kind, fields={**KINDS[kind].defaults(), **(fields or {})})
