"""Decides which kinds of step let contacts in."""

from __future__ import annotations

from whatsapp_studio.base.i18n import mark, tr
from whatsapp_studio.journeys.fields import Audience
from whatsapp_studio.journeys.graph import Fields
from whatsapp_studio.journeys.kinds import Port, StepKind


def _next(fields: Fields) -> tuple[Port, ...]:
    return (Port("next", tr("next")),)


AUDIENCE = StepKind(
    name="audience", group="entry", tone="entry", icon="users",
    label=mark("Read audience"), about=mark("Everybody in an audience enters, once or again and again."),
    fields=(Audience(name="audience", label=mark("Who enters"), default={"kind": "all"}, required=True),),
    ports=_next, title=lambda fields: tr("Read audience"), summary=lambda fields: "",
    is_entry=True,
)  # fmt: skip
KINDS = (AUDIENCE,)
