"""Decides which comparisons the rule builder offers for a field, and what each of them is given."""

from __future__ import annotations

from typing import Literal

from whatsapp_studio.audience.rules_ops import OP_BY_NAME, ops_for
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.inspector.outlook import Outlook

Shape = Literal["none", "text", "number", "date", "days", "texts", "list", "consent"]


def kind_of_field(outlook: Outlook, field: str) -> str:
    """The kind of ``contact.country``, ``event.total`` or ``journey.order``; text where nobody knows."""
    head, _, name = field.rpartition(".")
    if head in ("event", "journey"):
        return dict(outlook.event_fields() if head == "event" else outlook.journey_fields()).get(name, "text")
    return outlook.document.surroundings.fields.get(name, "text") if head in ("", "contact") else "text"


def ops(kind: str) -> list[tuple[str, str]]:
    """The comparisons for a kind of field, each with its words."""
    return [(op.name, tr(op.label)) for op in ops_for(kind)]


def shape_of(op: str, kind: str) -> Shape:
    """What a comparison is given; text where the comparison is not known."""
    found = OP_BY_NAME.get(op)
    return found.shape_for(kind) if found is not None else "text"
