"""Decides what an expression over ``contact.*`` may say, and turns it into something that runs.

Liquid is only ever run over a person's expression, never over a template's text: it would eat Meta's ``{{1}}``.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Collection, Mapping
from typing import Any

from liquid import Environment
from liquid.exceptions import LiquidError
from liquid.template import BoundTemplate

from whatsapp_studio.base.errors import Problem

Values = Mapping[str, object]

_PLAIN = re.compile(
    r"""\s*\{\{-?\s*contact\.([A-Za-z_][A-Za-z0-9_]*)\s*
        (?:\|\s*default\s*:\s*(?:"([^"\\]*)"|'([^'\\]*)')\s*)?-?\}\}\s*""",
    re.VERBOSE,
)


class _Liquid(Environment):
    """Liquid with a lid: no other files, no endless loops, no huge results."""

    loop_iteration_limit = 1_000
    output_stream_limit = 20_000
    local_namespace_limit = 1_000

    def setup_tags_and_filters(self, *, extra: bool = False) -> None:
        super().setup_tags_and_filters(extra=extra)
        for reads_other_files in ("include", "render"):
            del self.tags[reads_other_files]


_ENVIRONMENT = _Liquid()

# What a filter may raise for a value it was not made for: Liquid's own errors, and whatever of Python's slips through.
RENDER_ERRORS = (LiquidError, ValueError, TypeError, ArithmeticError, LookupError, AttributeError, RecursionError)


class Expression:
    """One checked expression.

    ``plain`` computes it without Liquid where it is fixed text or just a field (most are); ``names`` are the
    fields it reads, ``None`` where it may read any of them.
    """

    def __init__(self, source: str) -> None:
        self.source = source
        self.plain: Callable[[Values], str] | None = _plain(source)
        self._template: BoundTemplate | None = None
        self.names: frozenset[str] | None = frozenset()
        self.only_output = True
        self._reads: list[tuple[tuple[object, ...], int]] = []
        self._filters: list[tuple[str, int]] = []
        self._compile()

    def _compile(self) -> None:
        """Raises ``LiquidError`` where the source is not Liquid."""
        if "{{" not in self.source and "{%" not in self.source:
            return
        self._template = _ENVIRONMENT.from_string(self.source)
        found = self._template.analyze()
        self.only_output = not found.tags
        self._filters = [
            (name, span.index)
            for name, spans in found.filters.items() if name not in _ENVIRONMENT.filters
            for span in spans
        ]  # fmt: skip
        for variables in found.globals.values():
            self._reads += [(tuple(variable.segments), variable.span.index) for variable in variables]
        simple = all(len(path) == 2 and path[0] == "contact" and isinstance(path[1], str) for path, _ in self._reads)
        self.names = frozenset(str(path[1]) for path, _ in self._reads) if simple else None

    def problems(self, where: str, facts: Mapping[str, object], known: Collection[str] | None) -> list[Problem]:
        """Unknown filters and names, each with its line and column; ``known`` are the fields contacts have."""
        found = [
            Problem("filter-unknown", where, {**facts, "filter": name, **self._position(index)})
            for name, index in self._filters
        ]
        for path, index in self._reads:
            problem = _unknown_name(path, known)
            if problem:
                found.append(Problem("field-unknown", where, {**facts, **problem, **self._position(index)}))
        return found

    def _position(self, index: int) -> dict[str, object]:
        before = self.source[:index]
        return {"line": before.count("\n") + 1, "column": index - (before.rfind("\n") + 1) + 1}

    def render(self, contact: Mapping[str, object]) -> str:
        """Its text for one contact; may raise one of ``RENDER_ERRORS``."""
        if self.plain is not None:
            return self.plain(contact)
        assert self._template is not None
        return self._template.render(contact=contact)


def join(sources: list[str], separator: str) -> BoundTemplate:
    """Several checked expressions as one template: one run instead of one for each."""
    return _ENVIRONMENT.from_string(separator.join(sources))


def syntax_problem(error: LiquidError, where: str, facts: Mapping[str, object]) -> Problem:
    """A ``LiquidError`` as a problem with its line and column."""
    at = error.context()
    line, column = (at[0], at[1] + 1) if at else (1, 1)
    return Problem("expression-syntax", where, {**facts, "line": line, "column": column, "details": str(error.message)})


def as_text(value: object) -> str:
    """A field's value as Liquid would write it; whole numbers without their ``.0``."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def for_liquid(value: object) -> object:
    """A field's value in a form that Liquid prints as :func:`as_text` does."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _plain(source: str) -> Callable[[Values], str] | None:
    if "{{" not in source and "{%" not in source:
        return lambda values: source
    found = _PLAIN.fullmatch(source)
    if found is None:
        return None
    name = found[1]
    default = found[2] if found[2] is not None else found[3]
    if default is None:
        return lambda values: as_text(values.get(name))

    def with_default(values: Values) -> str:
        value = values.get(name)
        return default if value is None or value is False or value == "" else as_text(value)

    return with_default


def _unknown_name(path: tuple[Any, ...], known: Collection[str] | None) -> dict[str, object] | None:
    head, *rest = path
    if head != "contact":
        return {"field": str(head), "suggestion": f"contact.{head}" if known and head in known else ""}
    if rest and isinstance(rest[0], str) and known is not None and rest[0] not in known:
        near = difflib.get_close_matches(rest[0], list(known), 1)
        return {"field": f"contact.{rest[0]}", "suggestion": f"contact.{near[0]}" if near else ""}
    return None
