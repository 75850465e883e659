"""Decides how much of Liquid an expression may use, and runs it. Loading it takes a while, so it comes when needed.

Liquid is only ever run over a person's expression, never over a template's text: it would eat Meta's ``{{1}}``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from babel.dates import format_date
from liquid import Environment, RenderContext
from liquid.builtin.filters.misc import date as date_by_pattern
from liquid.exceptions import LiquidError
from liquid.filter import with_environment
from liquid.template import BoundTemplate

from whatsapp_studio.templates import helpers_dates, helpers_lists, helpers_numbers, helpers_text
from whatsapp_studio.templates.expression import ExpressionError
from whatsapp_studio.templates.helpers_values import in_language, locale
from whatsapp_studio.templates.quick import MOST_SIGNS, Scope, quick

OUR_FILTERS = {
    **helpers_text.FILTERS, **helpers_numbers.FILTERS, **helpers_dates.FILTERS, **helpers_lists.FILTERS,
}  # fmt: skip
# What a filter may raise for a value it was not made for: Liquid's own errors, and whatever of Python's slips through.
_RENDER_ERRORS = (LiquidError, ValueError, TypeError, ArithmeticError, LookupError, AttributeError, RecursionError)
_HALF = re.compile("[\ud800-\udfff]")


class _Liquid(Environment):
    """Liquid with a lid: no other files, no endless loops, no huge results."""

    loop_iteration_limit = 1_000
    output_stream_limit = 20_000
    local_namespace_limit = 100_000  # in bytes: a text as long as the output, in whatever script
    logical_not_operator = True
    logical_parentheses = True

    def setup_tags_and_filters(self, *, extra: bool = False) -> None:
        super().setup_tags_and_filters(extra=extra)
        for reads_other_files in ("include", "render"):
            del self.tags[reads_other_files]
        self.filters.update(OUR_FILTERS)
        self.filters["date"] = _date


@with_environment
@in_language
def _date(value: object, pattern: object = "long", *, environment: Environment, context: RenderContext) -> str:
    """Liquid's ``date``, which also knows ``short``, ``medium``, ``long`` and ``full`` in the template's language."""
    if pattern in ("short", "medium", "long", "full"):
        try:
            day = date.fromisoformat(str(value)[:10])
        except ValueError:
            return str(value)  # as Liquid does with what is no date
        return format_date(day, str(pattern), locale=locale(str(context.resolve("language"))))
    return str(date_by_pattern(value, pattern, environment=environment))


_ENVIRONMENT = _Liquid()


class Compiled:
    """A source read by Liquid.

    ``reads`` are the names it looks up, as (path, index in the source); ``unknown_filters`` are (name, index).
    """

    def __init__(self, source: str, language: str) -> None:
        self._language = language
        try:
            self._template: BoundTemplate = _ENVIRONMENT.from_string(source)
        except LiquidError as error:
            at = error.context()
            line, column = (at[0], at[1] + 1) if at else (1, 1)
            raise ExpressionError(str(error.message), line, column) from error
        self._quick = quick(self._template, language)
        found = self._template.analyze()
        self.reads: list[tuple[tuple[object, ...], int]] = [
            (tuple(variable.segments), variable.span.index)
            for variables in found.globals.values()
            for variable in variables
        ]
        self.unknown_filters = [
            (name, span.index)
            for name, spans in found.filters.items()
            if name not in _ENVIRONMENT.filters
            for span in spans
        ]

    def render(self, contact: Mapping[str, object], beside: Mapping[str, Mapping[str, object]] | None = None) -> str:
        """Its text for one contact; :class:`ExpressionError` where a filter does not fit a value.

        ``beside`` is what can be read beside ``contact``: ``event``, ``journey``.
        """
        return self.write({**(beside or {}), "contact": contact, "language": self._language})

    def write(self, scope: Scope) -> str:
        """As :meth:`render`, of everything that can be read, by its root; ``language`` is the template's."""
        if self._quick is not None:
            try:
                text = self._quick(scope)
                if len(text) <= MOST_SIGNS and (text.isprintable() or _same_when_written(text)):
                    return text
            except _RENDER_ERRORS:
                pass  # Liquid says below what is wrong
        try:
            return self._template.render(scope)
        except _RENDER_ERRORS as error:
            raise ExpressionError(str(error.message if isinstance(error, LiquidError) else error)) from error


def _same_when_written(text: str) -> bool:
    """Whether Liquid's output would keep a text as it is: it changes returns, and takes no half characters."""
    return not ("\r" in text or _HALF.search(text))


@lru_cache(maxsize=2_000)
def compiled(source: str, language: str) -> Compiled:
    """A source read by Liquid; each is read once."""
    return Compiled(source, language)
