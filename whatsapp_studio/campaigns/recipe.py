"""Decides what a recipe is: a template with all that fills it, kept under a name to be used again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from whatsapp_studio.campaigns.draft import Draft, Mapping, Purpose
from whatsapp_studio.templates.template import Template, content_hash

_PURPOSES: dict[str, Purpose] = {"MARKETING": "marketing", "UTILITY": "utility", "AUTHENTICATION": "authentication"}
Find = Callable[[str, str], "Template | None"]


class Recipe(msgspec.Struct, frozen=True, kw_only=True):
    """A template by name and language, further languages of it, and what fills its places (files among them)."""

    template: str
    language: str
    translations: tuple[str, ...] = ()
    mapping: dict[str, Mapping] = {}


def of_draft(draft: Draft) -> Recipe:
    """What a campaign sends, without who gets it and when."""
    return Recipe(
        template=draft.template, language=draft.language, translations=tuple(draft.translations), mapping=draft.mapping
    )


def of_step(fields: dict[str, Any]) -> Recipe:
    """What a step of a journey sends; ``fields`` are its ``template`` and its ``mapping``."""
    chosen, given = fields.get("template"), fields.get("mapping")
    chosen = chosen if isinstance(chosen, dict) else {}
    return Recipe(
        template=str(chosen.get("name") or ""), language=str(chosen.get("language") or ""),
        mapping=msgspec.convert(given if isinstance(given, dict) else {}, dict[str, Mapping], strict=False),
    )  # fmt: skip


def in_draft(recipe: Recipe, draft: Draft, find: Find) -> Draft:
    """The draft with what the recipe sends; ``find`` gives a template by name and language."""
    template = find(recipe.template, recipe.language)
    others = {language: find(recipe.template, language) for language in recipe.translations}
    return msgspec.structs.replace(
        draft, template=recipe.template, language=recipe.language, mapping=recipe.mapping,
        template_hash=content_hash(template) if template else "",
        translations={language: content_hash(one) for language, one in others.items() if one is not None},
        purpose=_PURPOSES.get(template.category, draft.purpose) if template else draft.purpose,
    )  # fmt: skip


def in_step(recipe: Recipe) -> dict[str, Any]:
    """The fields of a step that sends what the recipe does."""
    return {
        "template": {"name": recipe.template, "language": recipe.language},
        "mapping": msgspec.to_builtins(recipe.mapping),
    }
