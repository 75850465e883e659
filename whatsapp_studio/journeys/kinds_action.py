"""Decides which kinds of step do something else than write."""

from __future__ import annotations

from whatsapp_studio.base.i18n import mark, tr
from whatsapp_studio.journeys.fields import Flag, Text
from whatsapp_studio.journeys.kinds import StepKind

END = StepKind(
    name="end", group="action", tone="exit", icon="flag",
    label=mark("End"), about=mark("The journey ends here for whoever comes by."),
    fields=(Text(name="label", label=mark("Name")), Flag(name="goal", label=mark("This is the goal"))),
    ports=lambda fields: (), title=lambda fields: fields.get("label") or tr("End"), summary=lambda fields: "",
)  # fmt: skip
KINDS = (END,)
