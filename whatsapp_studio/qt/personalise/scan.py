"""Decides which parts of a line of Liquid are marks, names, filters, texts and numbers, and which can be a pill."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

Kind = Literal["mark", "tag", "name", "filter", "text", "number", "sign"]
# Where a line begins: in plain text, between {{ and }}, between {% and %}.
TEXT, OUTPUT, TAG = 0, 1, 2

_OPEN = re.compile(r"\{\{-?|\{%-?")
_PART = re.compile(
    r"""(?P<end>-?\}\}|-?%\})|(?P<text>"[^"]*"?|'[^']*'?)|(?P<number>-?\d+(?:\.\d+)?\b)
        |(?P<pipe>\|\s*)|(?P<name>[A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*)*)|(?P<sign>\S)""",
    re.VERBOSE,
)
_PILL = re.compile(
    r"""\{\{-?[ ]*(?:contact\.)?([A-Za-z_][\w]*(?:\.[\w]+)*)[ ]*
        ((?:\|(?:"[^"]*"|'[^']*'|[^}"'|])*)*)-?\}\}""",
    re.VERBOSE,
)
_SNIPPET = re.compile(r"""\{%-?\s*snippet\s+(?:"([^"]+)"|'([^']+)')\s*-?%\}""")


class Token(NamedTuple):
    """A part of a line, from ``start`` up to ``end``."""

    kind: Kind
    start: int
    end: int


class Pill(NamedTuple):
    """What can be shown short: from ``start`` up to ``end``, of which only ``first`` up to ``last`` is seen."""

    start: int
    end: int
    first: int
    last: int


def tokens(line: str, state: int = TEXT) -> tuple[list[Token], int]:
    """The parts of a line that begins in ``state``, and the state in which the next one begins."""
    found: list[Token] = []
    at, first = 0, state == TAG
    while at < len(line):
        if state == TEXT:
            opened = _OPEN.search(line, at)
            if opened is None:
                break
            found.append(Token("mark", *opened.span()))
            state, first, at = (TAG if "%" in opened[0] else OUTPUT), True, opened.end()
            continue
        part = _PART.search(line, at)
        if part is None:
            break
        at = part.end()
        if part["end"]:
            found.append(Token("mark", *part.span()))
            state = TEXT
            continue
        found.append(Token(_kind(part, found, tag_word=first and state == TAG), *part.span()))
        first = False
    return found, state


def _kind(part: re.Match[str], before: list[Token], *, tag_word: bool) -> Kind:
    if part["text"]:
        return "text"
    if part["number"]:
        return "number"
    if part["name"]:
        if tag_word:
            return "tag"
        return "filter" if before and before[-1].kind == "filter" and part.start() == before[-1].end else "name"
    return "filter" if part["pipe"] else "sign"


def pills(line: str) -> Iterator[Pill]:
    """The outputs and snippets of a line that can be shown as pills, from left to right."""
    found = [Pill(*one.span(), one.start(1), _last(one)) for one in _PILL.finditer(line)]
    for one in _SNIPPET.finditer(line):
        group = 1 if one[1] is not None else 2
        found.append(Pill(*one.span(), one.start(group), one.end(group)))
    yield from sorted(found)


def _last(one: re.Match[str]) -> int:
    return one.start(2) + len(one[2].rstrip()) if one[2].strip() else one.end(1)


def at_word(text: str, index: int) -> tuple[int, int]:
    """What to underline where something is wrong at ``index``: the word there, or the sign with what is beside it."""
    index = max(0, min(index, len(text)))
    word = re.compile(r"[\w.-]+").match(text, index)
    if word is not None:
        return word.span()
    end = min(len(text), index + 2)
    return (max(0, end - 2), end) if end > 0 else (0, 0)
