"""Decides what is wrong with an expression, and which part of it that is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from whatsapp_studio.base.errors import Problem
from whatsapp_studio.qt.personalise.reach import Reach
from whatsapp_studio.qt.personalise.scan import at_word
from whatsapp_studio.templates.expression import Expression, ExpressionError
from whatsapp_studio.templates.snippets import TAG, expand, missing


@dataclass(frozen=True, slots=True)
class Trouble:
    """A problem of the text from ``start`` up to ``end``; ``line`` and ``column`` count from 1."""

    problem: Problem
    start: int
    end: int
    line: int
    column: int


Check = Callable[[str], tuple[Trouble, ...]]


def checker(reach: Reach, snippets: Mapping[str, str], label: str, language: str) -> Check:
    """A check of texts for one place, called ``label``; it may run on any thread."""

    def check(source: str) -> tuple[Trouble, ...]:
        return troubles(source, reach, snippets, label, language)

    return check


def troubles(
    source: str, reach: Reach, snippets: Mapping[str, str], label: str, language: str
) -> tuple[Trouble, ...]:
    """Everything wrong with ``source``, from left to right."""
    if "{{" not in source and "{%" not in source:
        return ()
    facts = {"label": label, "place": label}
    found = [_unknown_snippet(source, name, facts) for name in missing(source, snippets)]
    # With spaces where snippets stand, every index is that of what was typed.
    bare = TAG.sub(lambda tag: " " * len(tag[0]), source)
    found += [_placed(source, problem) for problem in _problems(bare, reach, facts, language)]
    if not found and bare != source:
        tag = TAG.search(source)
        assert tag is not None
        for problem in _problems(expand(source, snippets), reach, facts, language):
            found.append(_at(source, problem, tag.start(), tag.end()))
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


def _problems(source: str, reach: Reach, facts: Mapping[str, object], language: str) -> list[Problem]:
    try:
        return Expression(source, language).problems("", facts, reach.known(), reach.beside())
    except ExpressionError as error:
        at = {"line": error.line, "column": error.column, "details": error.details}
        return [Problem("expression-syntax", "", {**facts, **at})]


def _placed(source: str, problem: Problem) -> Trouble:
    line, column = problem.facts.get("line"), problem.facts.get("column")
    if not isinstance(line, int) or not isinstance(column, int):
        return _at(source, problem, 0, len(source))
    lines = source.split("\n")
    index = sum(len(one) + 1 for one in lines[: line - 1]) + column - 1
    start, end = at_word(source, index)
    return Trouble(problem, start, max(end, start + 1), line, column)


def _unknown_snippet(source: str, name: str, facts: Mapping[str, object]) -> Trouble:
    tag = next(one for one in TAG.finditer(source) if name in (one[1], one[2]))
    return _at(source, Problem("snippet-unknown", "", {**facts, "name": name}), tag.start(), tag.end())


def _at(source: str, problem: Problem, start: int, end: int) -> Trouble:
    before = source[:start]
    return Trouble(problem, start, end, before.count("\n") + 1, start - (before.rfind("\n") + 1) + 1)
