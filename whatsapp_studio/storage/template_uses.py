"""Decides how is found what uses a template: journeys, campaigns, recipes, drafts."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from whatsapp_studio.base.errors import UserError
from whatsapp_studio.campaigns.draft import Draft as CampaignDraft
from whatsapp_studio.journeys.codec import load
from whatsapp_studio.journeys.fields import LanguageRules, TemplateRef
from whatsapp_studio.journeys.graph import Journey, Step
from whatsapp_studio.journeys.table import kind_of
from whatsapp_studio.templates.use import Use

_GOING = ("scheduled", "sending", "paused")
# A version matters as long as the journey starts people on it, or somebody is inside it.
_LIVE = """
    SELECT DISTINCT j.id, j.name, l.state, v.text FROM lives l JOIN journeys j ON j.id = l.journey_id
    JOIN plans p ON p.journey_id = l.journey_id AND p.test = l.test
    JOIN journey_versions v ON v.journey_id = p.journey_id AND v.number = p.version
    WHERE l.test = 0 AND l.state IN ('running', 'paused', 'closed') AND instr(v.text, :quoted)
      AND (p.id = l.plan_id OR EXISTS (SELECT 1 FROM runs r WHERE r.plan_id = p.id AND r.ended IS NULL))
    ORDER BY j.name, j.id"""
_TEMPLATE = "iif(c.template_raw = '', '{}', c.template_raw)"


def uses(conn: sqlite3.Connection, name: str, language: str | None = None) -> list[Use]:
    """Everything that uses a template, in one language or in any; what runs comes first."""
    return [*live_uses(conn, name, language), *_resting(conn, name, language)]


def live_uses(conn: sqlite3.Connection, name: str, language: str | None = None) -> list[Use]:
    """What sends a template, or will without another decision: running journeys, launched campaigns."""
    return [*_live_journeys(conn, name, language), *_live_campaigns(conn, name, language)]


def steps_with(journey: Journey, name: str, language: str | None = None) -> dict[str, tuple[str, ...]]:
    """The steps of a journey that send a template, by id, each with the languages it names."""
    found = {}
    for step in journey.steps.values():
        languages = tuple(one for one in _languages(step, name) if language in (None, one))
        if languages:
            found[step.id] = languages
    return found


def _languages(step: Step, name: str) -> Iterator[str]:
    fields = kind_of(step).fields
    for field in fields:
        chosen = step.fields.get(field.name)
        if isinstance(field, TemplateRef) and isinstance(chosen, Mapping) and chosen.get("name") == name:
            yield str(chosen.get("language") or "")
            for rules in (step.fields.get(one.name) for one in fields if isinstance(one, LanguageRules)):
                for rule in rules if isinstance(rules, list | tuple) else ():
                    if isinstance(rule, Mapping) and rule.get("language"):
                        yield str(rule["language"])


def _of_journey(id: str, title: str, text: str, name: str, language: str | None) -> Use | None:
    try:
        found = steps_with(load(text, strict=False).journey, name, language)
    except UserError:
        return None
    if not found:
        return None
    languages = dict.fromkeys(one for named in found.values() for one in named)
    return Use(kind="journey", id=id, name=title, language=", ".join(languages), where=tuple(found))


def _live_journeys(conn: sqlite3.Connection, name: str, language: str | None) -> Iterator[Use]:
    seen: set[str] = set()
    for id, title, state, text in conn.execute(_LIVE, {"quoted": json.dumps(name)}).fetchall():
        use = _of_journey(id, title, text, name, language)
        if use is not None and id not in seen:
            seen.add(id)
            yield msgspec.structs.replace(use, state="paused" if state == "paused" else "live", live=True)


def _live_campaigns(conn: sqlite3.Connection, name: str, language: str | None) -> Iterator[Use]:
    marks = ", ".join("?" * len(_GOING))
    rows = conn.execute(
        f"SELECT c.id, c.name, c.state, json_extract({_TEMPLATE}, '$.language'),"
        " (SELECT json_group_array(t.language) FROM campaign_translations t WHERE t.campaign_id = c.id)"
        f" FROM campaigns c WHERE c.kind = 'campaign' AND c.state IN ({marks})"
        f" AND json_extract({_TEMPLATE}, '$.name') = ? ORDER BY c.name",
        (*_GOING, name),
    ).fetchall()
    for id, title, state, first, others in rows:
        languages = [one for one in (first, *json.loads(others)) if language in (None, one)]
        if languages:
            yield Use(kind="campaign", id=id, name=title, language=", ".join(languages), state=state, live=True)


def _resting(conn: sqlite3.Connection, name: str, language: str | None) -> Iterator[Use]:
    rows = conn.execute(
        "SELECT id, name, text FROM journeys WHERE deleted_at IS NULL AND instr(text, ?) ORDER BY name, id",
        (json.dumps(name),),
    ).fetchall()
    for id, title, text in rows:
        if (use := _of_journey(id, title, text, name, language)) is not None:
            yield use
    for id, title, text in conn.execute(
        "SELECT id, name, draft FROM campaigns WHERE kind = 'campaign' AND state = 'draft' AND instr(draft, ?)"
        " ORDER BY name",
        (json.dumps(name),),
    ).fetchall():
        draft = msgspec.json.decode(text, type=CampaignDraft)
        languages = [one for one in (draft.language, *draft.translations) if language in (None, one)]
        if draft.template == name and languages:
            yield Use(kind="campaign", id=id, name=title, language=", ".join(languages))
    for id, title, text in conn.execute("SELECT id, name, content FROM recipes ORDER BY name").fetchall():
        content: Any = json.loads(text)
        if content.get("template") == name and language in (None, content.get("language")):
            yield Use(kind="recipe", id=str(id), name=title, language=str(content.get("language") or ""))
    for id, named, state in conn.execute(
        "SELECT id, language, state FROM template_drafts WHERE name = ? AND base_id <> '' ORDER BY language", (name,)
    ).fetchall():
        if language in (None, named):
            yield Use(kind="draft", id=str(id), name=name, language=named, state=state)
