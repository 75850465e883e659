"""Decides what is wrong with texts that hold expressions: how they are written, and the names they use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from whatsapp_studio.base.errors import Problem
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.journeys.fields import ContactChanges, Field, Media, Pairs, Text
from whatsapp_studio.journeys.flow import rows
from whatsapp_studio.journeys.looking import Look
from whatsapp_studio.templates.expression import Expression, ExpressionError
from whatsapp_studio.templates.snippets import TAG, expand, missing


@lru_cache(maxsize=4096)
def read(source: str, language: str = "en") -> Expression | ExpressionError:
    """An expression, or why it cannot be read; each source is read once."""
    try:
        return Expression(source, language)
    except ExpressionError as error:
        return error


def texts(look: Look) -> None:
    """Every text of the step's fields that may hold expressions."""
    for field in look.shown:
        for inner, label, source in _sources(field, look):
            expression(look, f"{field.name}{inner}", label, source)


def _sources(field: Field, look: Look) -> Iterator[tuple[str, str, object]]:
    match field:
        case Text() if field.liquid:
            yield "", tr(field.label), look.get(field.name)
        case Media():
            media = look.get(field.name)
            if isinstance(media, Mapping):
                yield ".url", tr("Address"), media.get("url")
                yield ".caption", tr("Caption"), media.get("caption")
        case Pairs():
            for n, row in enumerate(rows(look.get(field.name)), 1):
                yield f".{n}", str(row.get("name", "")), row.get("value")
        case ContactChanges():
            for n, row in enumerate(rows(look.get(field.name)), 1):
                yield f".{n}", str(row.get("field", "")), row.get("value")
        case _:
            pass


def expression(look: Look, field: str, label: str, source: object, language: str = "en") -> None:
    """One text: whether it can be read, and whether everybody who comes by has what it names."""
    if not isinstance(source, str) or ("{{" not in source and "{%" not in source):
        return
    facts, where = {"label": label, "place": field}, f"{look.step.id}.{field}"
    gone = missing(source, look.around.snippets) if look.around.known else ()
    if look.adopt([Problem("snippet-unknown", where, {**facts, "name": name}) for name in gone]):
        return
    found = read(TAG.sub("", expand(source, look.around.snippets)), language)
    if isinstance(found, ExpressionError):
        at = {"line": found.line, "column": found.column, "details": found.details}
        look.adopt([Problem("expression-syntax", where, {**facts, **at})])
        return
    known = look.around.fields if look.around.known else None
    look.adopt(found.problems(where, facts, known, look.names.beside))
    for name in sorted(found.reads("event") & look.names.sometimes):
        look.warn("event-name-sometimes", field, label=label, field=f"event.{name}")
