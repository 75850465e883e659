"""Decides what expressions of a campaign may read beside the contact, and what they are with their snippets."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from whatsapp_studio.campaigns.draft import Draft
from whatsapp_studio.campaigns.draft import Mapping as Slot
from whatsapp_studio.templates.snippets import expand
from whatsapp_studio.templates.template import Template

# What may follow ``campaign.``, each with its kind as of a contact's field.
NAMES = {"name": "text", "purpose": "text", "template": "text", "language": "text"}


def beside(draft: Draft, template: Template) -> dict[str, dict[str, object]]:
    """The values beside the contact, by root: every one of :data:`NAMES` under ``campaign``."""
    own = {"name": draft.name, "purpose": draft.purpose, "template": template.name, "language": template.language}
    return {"campaign": {name: own[name] for name in NAMES}}


def expanded(mapping: Mapping[str, Slot], snippets: Mapping[str, str]) -> dict[str, Slot]:
    """What fills each place, with the texts of snippets (by name) where these stand."""
    return {
        place: msgspec.structs.replace(slot, expression=expand(slot.expression, snippets))
        for place, slot in mapping.items()
    }
