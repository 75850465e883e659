"""Decides whether the values of a step or of the settings fit their fields, whatever a file holds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from whatsapp_studio.base.errors import Problem
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.journeys import fields as f
from whatsapp_studio.journeys import settings
from whatsapp_studio.journeys import values_plain as plain
from whatsapp_studio.journeys import values_rows as rows
from whatsapp_studio.journeys.graph import Fields, Step
from whatsapp_studio.journeys.table import UNKNOWN, kind_of, title_of

_CHECKS: Mapping[type[f.Field], plain.Check] = {
    f.Text: plain.text, f.Number: plain.number, f.Flag: plain.flag, f.Choice: plain.choice,
    f.Duration: plain.duration, f.Moment: plain.moment, f.Day: plain.day, f.Clock: plain.clock,
    f.Window: plain.window, f.Repeat: plain.repeat, f.Words: rows.words, f.Audience: plain.audience,
    f.ListName: plain.name, f.ContactField: plain.name, f.RuleField: plain.rule, f.RulePaths: rows.rule_paths,
    f.TimePaths: rows.time_paths, f.DatePaths: rows.date_paths, f.Shares: rows.shares, f.Events: rows.events,
    f.Outcomes: rows.outcomes, f.EventFields: rows.event_fields, f.TemplateRef: plain.template,
    f.ValueMap: plain.value_map, f.LanguageRules: rows.languages, f.Media: plain.media, f.Buttons: rows.buttons,
    f.Menu: rows.menu, f.Pairs: rows.pairs, f.ContactChanges: rows.changes, f.StepRef: plain.name,
    f.JourneyRef: plain.name, f.ExitRules: rows.exits, f.Zone: plain.name,
}  # fmt: skip


def field_problems(
    field: f.Field,
    value: Any,
    where: str,
    facts: Mapping[str, object] | None = None,
    beside: Fields | None = None,
) -> tuple[Problem, ...]:
    """What is wrong with a field's value: its shape, its range, what it lacks. Never raises, whatever it is.

    ``where`` is the field's place, to which a part of it adds its own (``.rules.<path id>``); ``beside`` are the
    values of the fields beside it. Rules are looked at by ``audience.rules``; what is named is looked up elsewhere.
    """
    found = tuple(_CHECKS[type(field)](field, value, beside or {}))
    if not found:
        return ()
    known = {**(facts or {}), "field": tr(field.label)}
    return tuple(
        Problem(code, f"{where}.{inner}" if inner else where, {**known, **own}) for inner, code, own in found
    )


def step_problems(step: Step) -> tuple[Problem, ...]:
    """What is wrong with the values of a step, field by field; those that do not count are not looked at."""
    kind = kind_of(step)
    if kind is UNKNOWN:
        return ()
    facts = {"what": title_of(step)}
    return tuple(
        problem
        for field in kind.shown(step.fields)
        for problem in field_problems(
            field, step.fields.get(field.name, field.default), f"{step.id}.{field.name}", facts, step.fields
        )
    )


def setting_problems(values: Fields) -> tuple[Problem, ...]:
    """What is wrong with the values of a journey's settings."""
    return tuple(
        problem
        for field in settings.shown(values)
        for problem in field_problems(
            field, values.get(field.name, field.default), f"settings.{field.name}", {}, values
        )
    )
