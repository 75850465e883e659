"""Decides which editor a field gets: one for each class of field."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.journeys import fields as f
from whatsapp_studio.qt.forms import plain
from whatsapp_studio.qt.forms.days import DayBox
from whatsapp_studio.qt.forms.editor import Editor
from whatsapp_studio.qt.forms.text import Line
from whatsapp_studio.qt.forms.words import WordChips
from whatsapp_studio.qt.inspector.editors import mapping, message, paths, picks, week
from whatsapp_studio.qt.inspector.editors.audience import AudiencePick
from whatsapp_studio.qt.inspector.editors.template import TemplatePick
from whatsapp_studio.qt.inspector.editors.text import Box, LiquidLine
from whatsapp_studio.qt.inspector.editors.times import ClockBox, MomentBox, Span, ZoneLine
from whatsapp_studio.qt.inspector.outlook import Outlook
from whatsapp_studio.qt.rules.editor import RuleEditor


def _text(field: f.Text, outlook: Outlook, name: str) -> Editor:
    placeholder = tr(field.placeholder) if field.placeholder else ""
    if field.lines > 1:
        return Box(
            outlook, name, lines=field.lines, liquid=field.liquid, limit=field.limit, most=field.most,
            placeholder=placeholder,
        )  # fmt: skip
    return (LiquidLine if field.liquid else Line)(outlook, name, placeholder=placeholder)


def _number(field: f.Number, outlook: Outlook, name: str) -> Editor:
    return plain.WholeNumber(outlook, name, field.low, field.high, tr(field.unit) if field.unit else "")


def _choice(field: f.Choice, outlook: Outlook, name: str) -> Editor:
    return plain.choice(outlook, name, [(value, tr(words)) for value, words in field.options])


_EDITORS: dict[type[f.Field], Callable[[Any, Outlook, str], Editor]] = {
    f.Text: _text,
    f.Number: _number,
    f.Flag: lambda field, outlook, name: plain.Switch(outlook, name),
    f.Choice: _choice,
    f.Duration: lambda field, outlook, name: Span(
        outlook, name, field.units, field.most_days, signed=field.signed
    ),
    f.Moment: lambda field, outlook, name: MomentBox(outlook, name),
    f.Day: lambda field, outlook, name: DayBox(outlook, name),
    f.Clock: lambda field, outlook, name: ClockBox(outlook, name),
    f.Window: lambda field, outlook, name: week.hours(outlook, name),
    f.Repeat: lambda field, outlook, name: week.repetition(outlook, name),
    f.Words: lambda field, outlook, name: WordChips(outlook, name),
    f.Audience: lambda field, outlook, name: AudiencePick(outlook, name),
    f.ListName: lambda field, outlook, name: picks.ListPick(outlook, name),
    f.ContactField: lambda field, outlook, name: picks.FieldPick(outlook, name, field.kinds),
    f.RuleField: lambda field, outlook, name: RuleEditor(outlook, name),
    f.RulePaths: lambda field, outlook, name: paths.rule_paths(outlook, name),
    f.TimePaths: lambda field, outlook, name: paths.time_paths(outlook, name),
    f.DatePaths: lambda field, outlook, name: paths.date_paths(outlook, name),
    f.Shares: lambda field, outlook, name: paths.ShareList(outlook, name, weights=field.weights),
    f.Events: lambda field, outlook, name: paths.events(outlook, name),
    f.Outcomes: lambda field, outlook, name: paths.outcomes(outlook, name),
    f.EventFields: lambda field, outlook, name: paths.event_fields(outlook, name),
    f.TemplateRef: lambda field, outlook, name: TemplatePick(outlook, name),
    f.ValueMap: lambda field, outlook, name: mapping.Places(outlook, name, field.of),
    f.LanguageRules: lambda field, outlook, name: mapping.language_rules(outlook, name),
    f.Media: lambda field, outlook, name: message.media(outlook, name),
    f.Buttons: lambda field, outlook, name: message.buttons(outlook, name, field.most),
    f.Menu: lambda field, outlook, name: message.menu(outlook, name),
    f.Pairs: lambda field, outlook, name: paths.pairs(outlook, name),
    f.ContactChanges: lambda field, outlook, name: paths.contact_changes(outlook, name),
    f.StepRef: lambda field, outlook, name: picks.StepPick(outlook, name, field.kinds),
    f.JourneyRef: lambda field, outlook, name: picks.JourneyPick(outlook, name),
    f.ExitRules: lambda field, outlook, name: paths.exit_rules(outlook, name),
    f.Zone: lambda field, outlook, name: ZoneLine(outlook, name),
}  # fmt: skip


def editor_for(field: f.Field, outlook: Outlook) -> Editor:
    """The editor of a field, with its label as name."""
    return _EDITORS[type(field)](field, outlook, tr(field.label))
