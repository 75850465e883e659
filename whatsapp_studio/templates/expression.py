"""Decides what an expression over ``contact.*`` and what is beside it may say, and computes the simple ones itself."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Collection, Mapping
from typing import TYPE_CHECKING, Any

from whatsapp_studio.base.errors import Problem

if TYPE_CHECKING:
    from whatsapp_studio.templates.liquid import Compiled

Values = Mapping[str, object]
# What else an expression may read, by name: the members of each that are known (None: any).
Beside = Mapping[str, Collection[str] | None]

_PLAIN = re.compile(
    r"""\s*\{\{-?\s*contact\.([A-Za-z_][A-Za-z0-9_]*)\s*
        (?:\|\s*default\s*:\s*(?:"([^"\\]*)"|'([^'\\]*)')\s*)?-?\}\}\s*""",
    re.VERBOSE,
)


class ExpressionError(Exception):
    """An expression that cannot be read (then with its place), or does not fit a contact's value."""

    def __init__(self, details: str, line: int = 1, column: int = 1) -> None:
        super().__init__(details)
        self.details, self.line, self.column = details, line, column


class Expression:
    """One checked expression; :class:`ExpressionError` where it cannot be read.

    ``language`` is the one its dates are written in, as Meta spells it (``nl``, ``pt_BR``).
    ``plain`` computes it without Liquid where it is fixed text or just a field (most are); ``names`` are the
    fields it reads, ``None`` where it may read any of them.
    """

    def __init__(self, source: str, language: str = "en") -> None:
        self.source, self._language = source, language
        self.plain, self.names = _plain(source)
        self._compiled: Compiled | None = None
        self._reads: list[tuple[tuple[object, ...], int]] = []
        # As render, of everything that can be read, by its root; ``language`` is among it.
        self.write: Callable[[dict[str, Any]], str]
        if self.plain is None:
            self._by_liquid(source, language)
            return
        plain = self.plain
        self.write = lambda scope: plain(scope["contact"])
        if self.names:
            self._reads = [(("contact", name), source.index("contact")) for name in self.names]

    def _by_liquid(self, source: str, language: str) -> None:
        from whatsapp_studio.templates.liquid import compiled

        self._compiled = made = compiled(source, language)
        self.write, self._reads = made.write, made.reads
        simple = all(len(path) == 2 and path[0] == "contact" and isinstance(path[1], str) for path in self.paths)
        self.names = frozenset(str(path[1]) for path in self.paths) if simple else None

    @property
    def fields(self) -> frozenset[str] | None:
        """The fields of the contact that it reads, whatever else it reads; None where it may read any of them."""
        of_contact = [path for path in self.paths if path[0] == "contact"]
        if any(len(path) == 1 or not isinstance(path[1], str) for path in of_contact):
            return None
        return frozenset(str(path[1]) for path in of_contact)

    @property
    def paths(self) -> tuple[tuple[object, ...], ...]:
        """Everything it looks up, each as a path from its root (``("contact", "country")``)."""
        return tuple(path for path, _ in self._reads)

    def problems(
        self, where: str, facts: Mapping[str, object], known: Collection[str] | None, beside: Beside | None = None
    ) -> list[Problem]:
        """Unknown filters and names, each with its line and column.

        ``known`` are the fields contacts have; ``beside`` is what else there is: ``event``, with its fields.
        """
        found = [
            Problem("filter-unknown", where, {**facts, "filter": name, **self._position(index)})
            for name, index in (self._compiled.unknown_filters if self._compiled else ())
        ]
        for path, index in self._reads:
            problem = _unknown_name(path, known, beside or {})
            if problem:
                code = "field-unknown" if path[0] not in (beside or ()) else "name-unknown"
                found.append(Problem(code, where, {**facts, **problem, **self._position(index)}))
        return found

    def reads(self, name: str) -> frozenset[str]:
        """The members of ``name`` (``contact``, ``event``) that it reads."""
        return frozenset(str(path[1]) for path, _ in self._reads if path[0] == name and len(path) > 1)

    def _position(self, index: int) -> dict[str, object]:
        before = self.source[:index]
        return {"line": before.count("\n") + 1, "column": index - (before.rfind("\n") + 1) + 1}

    def render(self, contact: Values, beside: Mapping[str, Values] | None = None) -> str:
        """Its text for one contact and what is beside it; may raise :class:`ExpressionError`."""
        return self.write({**(beside or {}), "contact": contact, "language": self._language})


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


def _plain(source: str) -> tuple[Callable[[Values], str] | None, frozenset[str] | None]:
    """What computes a source that needs no Liquid, and the field it reads."""
    if "{{" not in source and "{%" not in source:
        return (lambda values: source), frozenset()
    found = _PLAIN.fullmatch(source)
    if found is None:
        return None, None
    name = found[1]
    default = found[2] if found[2] is not None else found[3]
    if default is None:
        return (lambda values: as_text(values.get(name))), frozenset({name})

    def with_default(values: Values) -> str:
        value = values.get(name)
        return default if value is None or value is False or value == "" else as_text(value)

    return with_default, frozenset({name})


def _unknown_name(path: tuple[Any, ...], known: Collection[str] | None, beside: Beside) -> dict[str, object] | None:
    head, *rest = path
    if head != "contact" and head not in beside:
        return {"field": str(head), "suggestion": f"contact.{head}" if known and head in known else ""}
    members = known if head == "contact" else beside[head]
    if rest and isinstance(rest[0], str) and members is not None and rest[0] not in members:
        near = difflib.get_close_matches(rest[0], list(members), 1)
        return {"field": f"{head}.{rest[0]}", "suggestion": f"{head}.{near[0]}" if near else ""}
    return None
