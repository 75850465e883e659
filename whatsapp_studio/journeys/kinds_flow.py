"""Decides which kinds of step hold contacts up or part them."""

from __future__ import annotations

from whatsapp_studio.base.i18n import mark, tr
from whatsapp_studio.journeys.fields import Duration, RulePaths
from whatsapp_studio.journeys.graph import Fields
from whatsapp_studio.journeys.kinds import Port, StepKind


def _next(fields: Fields) -> tuple[Port, ...]:
    return (Port("next", tr("next")),)


def _paths(fields: Fields) -> tuple[Port, ...]:
    named = tuple(Port(path["id"], path["name"], "path", True) for path in fields.get("rules", ()))
    return (*named, Port("other", tr("other"), "other"))


WAIT = StepKind(
    name="wait", group="flow", tone="wait", icon="clock",
    label=mark("Wait"), about=mark("Holds everybody for a while."),
    fields=(Duration(name="duration", label=mark("How long"), default={"amount": 1, "unit": "days"}),),
    ports=_next, title=lambda fields: tr("Wait"), summary=lambda fields: "",
)  # fmt: skip
CONDITION = StepKind(
    name="condition", group="flow", tone="branch", icon="split",
    label=mark("Condition"), about=mark("Parts contacts by rules, in order."),
    fields=(RulePaths(name="rules", label=mark("Paths")),),
    ports=_paths, title=lambda fields: tr("Condition"), summary=lambda fields: "",
)  # fmt: skip
KINDS = (CONDITION, WAIT)
