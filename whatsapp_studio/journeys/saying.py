"""Decides how the value of a field is said in a few words, whatever a file holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from whatsapp_studio.base.i18n import number, tr
from whatsapp_studio.journeys import fields as f
from whatsapp_studio.journeys import phrases
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.journeys.plain import clean, line
from whatsapp_studio.journeys.reading import inner, rows, text, whole, words
from whatsapp_studio.journeys.table import title_of

MOST = 90
Row = Mapping[str, Any]


def said(field: f.Field | None, value: Any, journey: Journey) -> str:
    """A value in a few words; “empty” where there is none. Without a ``field`` it is shown as a file has it."""
    if value is None or value == "" or value == [] or value == () or value == {}:
        return tr("empty")
    say = _SAID.get(type(field))
    found = say(field, {"it": value}, journey) if say else ""
    if say and not found and isinstance(value, list | tuple | Mapping):
        return tr("empty")
    return phrases.short(found or (value if isinstance(value, str) else _raw(value)), MOST)


def _raw(value: Any) -> str:
    try:
        return line(clean(value))
    except ValueError:
        return "…"


def _choice(field: Any, it: Row, journey: Journey) -> str:
    label = dict(field.options).get(it["it"]) if isinstance(it["it"], str) else None
    return tr(label) if label else ""


def _duration(field: Any, it: Row, journey: Journey) -> str:
    value = inner(it, "it")
    if not getattr(field, "signed", False) or not whole(value, "amount"):
        return phrases.span(value)
    before = whole(value, "amount") < 0
    return tr("{span} before", span=phrases.span(value)) if before else tr("{span} after", span=phrases.span(value))


def _window(field: Any, it: Row, journey: Journey) -> str:
    value = inner(it, "it")
    return f"{phrases.weekdays(value.get('weekdays'))} {phrases.hours(value)}"


def _template(field: Any, it: Row, journey: Journey) -> str:
    value = inner(it, "it")
    return tr("{template} ({language})", template=text(value, "name"), language=text(value, "language"))


def _step(field: Any, it: Row, journey: Journey) -> str:
    step = journey.steps.get(it["it"]) if isinstance(it["it"], str) else None
    return title_of(step) if step else ""


def _media(field: Any, it: Row, journey: Journey) -> str:
    value = inner(it, "it")
    return phrases.parts(text(value, "url"), text(value, "caption"))


def _menu(field: Any, it: Row, journey: Journey) -> str:
    value = inner(it, "it")
    return phrases.parts(text(value, "button"), phrases.listed(text(row, "title") for row in rows(value, "rows")))


def _values(field: Any, it: Row, journey: Journey) -> str:
    value = inner(it, "it")
    return phrases.listed(
        f"{place}: {text(one, 'expression') or text(one, 'fallback')}"
        for place, one in sorted(value.items())
        if isinstance(one, Mapping)
    )


def _of_rows(say: Callable[[Row], str]) -> Callable[[Any, Row, Journey], str]:
    def all_of(field: Any, it: Row, journey: Journey) -> str:
        return "; ".join(shown for row in rows(it, "it") if (shown := say(row).strip()))

    return all_of


def _named(row: Row, *more: str) -> str:
    value = phrases.parts(*more)
    name = text(row, "name")
    return f"{name}: {value}" if name and value else name or value


def _pair(left: str, right: str) -> Callable[[Row], str]:
    return lambda row: f"{text(row, left)}: {text(row, right)}"


def _outcome(row: Row) -> str:
    more = phrases.listed(words(row, "keywords")) or text(row, "button")
    word = {
        "delivered": tr("delivered"), "read": tr("read"), "clicked": tr("clicked"), "replied": tr("replied"),
        "failed": tr("failed"),
    }.get(text(row, "on"), text(row, "on"))  # fmt: skip
    return f"{word}: {more}" if more else word


def _period(row: Row) -> str:
    return _named(row, f"{phrases.weekdays(row.get('weekdays'))} {phrases.hours(row)}")


_SAID: Mapping[type, Callable[[Any, Row, Journey], str]] = {
    f.Number: lambda field, it, _: number(whole(it, "it")),
    f.Flag: lambda field, it, _: tr("yes") if it["it"] is True else tr("no"),
    f.Choice: _choice,
    f.Duration: _duration,
    f.Moment: lambda field, it, _: phrases.moment(text(it, "it")),
    f.Day: lambda field, it, _: phrases.day(text(it, "it")),
    f.Window: _window,
    f.Repeat: lambda field, it, _: phrases.repeat(inner(it, "it"), ""),
    f.Words: lambda field, it, _: phrases.listed(words(it, "it")),
    f.Audience: lambda field, it, _: phrases.audience(inner(it, "it")),
    f.RuleField: lambda field, it, _: phrases.rule_words(it["it"]),
    f.RulePaths: _of_rows(lambda row: _named(row, phrases.rule_words(row.get("rule")))),
    f.TimePaths: _of_rows(_period),
    f.DatePaths: _of_rows(lambda row: _named(row, phrases.days(text(row, "from"), text(row, "to")))),
    f.Shares: _of_rows(lambda row: f"{text(row, 'name')} {whole(row, 'percent')}"),
    f.Events: _of_rows(lambda row: _named(row, text(row, "event"))),
    f.Outcomes: _of_rows(_outcome),
    f.EventFields: _of_rows(_pair("name", "kind")),
    f.TemplateRef: _template,
    f.ValueMap: _values,
    f.LanguageRules: _of_rows(lambda row: f"{text(row, 'language')}: {phrases.rule_words(row.get('rule'))}"),
    f.Media: _media,
    f.Buttons: _of_rows(lambda row: text(row, "text")),
    f.Menu: _menu,
    f.Pairs: _of_rows(_pair("name", "value")),
    f.ContactChanges: _of_rows(_pair("field", "value")),
    f.StepRef: _step,
    f.ExitRules: _of_rows(lambda row: _named(row, text(row, "event"), phrases.rule_words(row.get("rule")))),
}
