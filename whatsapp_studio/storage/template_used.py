"""Decides how is found which templates anything uses at all, whoever that is."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

import msgspec

from whatsapp_studio.base.errors import UserError
from whatsapp_studio.campaigns.draft import Draft as CampaignDraft
from whatsapp_studio.journeys.codec import load
from whatsapp_studio.journeys.fields import LanguageRules, TemplateRef
from whatsapp_studio.journeys.graph import Step
from whatsapp_studio.journeys.table import kind_of
from whatsapp_studio.storage.db import Store

_JOURNEYS = """
    SELECT text FROM journeys WHERE deleted_at IS NULL
    UNION SELECT v.text FROM lives l JOIN plans p ON p.journey_id = l.journey_id AND p.test = l.test
    JOIN journey_versions v ON v.journey_id = p.journey_id AND v.number = p.version
    WHERE l.test = 0 AND l.state IN ('running', 'paused', 'closed')"""
_CAMPAIGNS = "SELECT draft FROM campaigns WHERE kind = 'campaign' AND state NOT IN ('done', 'stopped')"


def used(store: Store) -> frozenset[tuple[str, str]]:
    """Name and language of every template that a journey, a campaign that is not over, or a recipe uses."""
    return frozenset(one for one in _used(store) if all(one))


def _used(store: Store) -> Iterator[tuple[str, str]]:
    for (text,) in store.rows(_JOURNEYS):
        try:
            journey = load(text, strict=False).journey
        except UserError:
            continue  # its page says what is wrong with it
        for step in journey.steps.values():
            yield from _of_step(step)
    for (text,) in store.rows(_CAMPAIGNS):
        draft = msgspec.json.decode(text, type=CampaignDraft)
        yield from ((draft.template, language) for language in (draft.language, *draft.translations))
    for (text,) in store.rows("SELECT content FROM recipes"):
        content = json.loads(text)
        yield str(content.get("template") or ""), str(content.get("language") or "")


def _of_step(step: Step) -> Iterator[tuple[str, str]]:
    fields = kind_of(step).fields
    for field in fields:
        chosen = step.fields.get(field.name)
        if not isinstance(field, TemplateRef) or not isinstance(chosen, Mapping):
            continue
        name = str(chosen.get("name") or "")
        yield name, str(chosen.get("language") or "")
        for rules in (step.fields.get(one.name) for one in fields if isinstance(one, LanguageRules)):
            for rule in rules if isinstance(rules, list | tuple) else ():
                yield name, str(rule.get("language") or "") if isinstance(rule, Mapping) else ""
