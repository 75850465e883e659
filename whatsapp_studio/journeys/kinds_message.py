"""Decides which kinds of step write to a contact."""

from __future__ import annotations

from whatsapp_studio.base.i18n import mark, tr
from whatsapp_studio.journeys.fields import TemplateRef, ValueMap
from whatsapp_studio.journeys.graph import Fields
from whatsapp_studio.journeys.kinds import Port, StepKind


def _ports(fields: Fields) -> tuple[Port, ...]:
    return (Port("next", tr("sent")), Port("failed", tr("failed"), "failed"), Port("timeout", tr("timed out"), "timeout"))


SEND_TEMPLATE = StepKind(
    name="send_template", group="message", tone="message", icon="message-circle",
    label=mark("Send template"), about=mark("Sends an approved template."),
    fields=(
        TemplateRef(name="template", label=mark("Template"), required=True),
        ValueMap(name="mapping", label=mark("Values"), default={}),
    ),
    ports=_ports, title=lambda fields: tr("Send template"),
    summary=lambda fields: (fields.get("template") or {}).get("name", ""),
)  # fmt: skip
KINDS = (SEND_TEMPLATE,)
