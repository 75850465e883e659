"""Decides how WhatsApp reads ``*bold*``, lists, quotes and links in a text, and which way a line runs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Literal

import msgspec

from whatsapp_studio.templates.template import VARIABLE

LineKind = Literal["text", "bullet", "number", "quote", "code"]


class Span(msgspec.Struct, frozen=True):
    """A piece of a line in one style. ``placeholder`` marks a place that nothing fills yet."""

    text: str
    bold: bool = False
    italic: bool = False
    strike: bool = False
    mono: bool = False
    link: str = ""
    placeholder: bool = False


class Line(msgspec.Struct, frozen=True):
    """One paragraph. ``marker`` is what stands before it (``•``, ``2.``); ``rtl`` its own direction."""

    spans: tuple[Span, ...] = ()
    kind: LineKind = "text"
    marker: str = ""
    rtl: bool = False

    @property
    def text(self) -> str:
        """The line without its styles."""
        return f"{self.marker} " * bool(self.marker) + "".join(span.text for span in self.spans)


# An unfilled place is one character while the text is read, so that styles may go around it.
_HOLE = 0x100000
_HOLES = re.compile("[\U00100000-\U0010ffff]")
_BLOCK = re.compile(r"```(.+?)```", re.DOTALL)
_LINK = re.compile(r"(?:https?://|www\.)[^\W_][^\s<>]*", re.IGNORECASE)
_LIST = re.compile(r"(?P<bullet>[*-]) (?=\S)|(?P<number>\d{1,3})\. (?=\S)|(?P<quote>>) ?(?=\S)")
_STYLES = {"*": "bold", "_": "italic", "~": "strike"}


def lines(text: str, name: str, values: Mapping[str, str]) -> tuple[Line, ...]:
    """The paragraphs of a template's text whose variables are the places ``name.*``."""
    if not text:
        return ()
    filled, holes = _fill(text, name, values)
    whole = direction(_HOLES.sub("", filled)) or "ltr"
    return tuple(_line(pieces, holes, whole) for pieces in _split_lines(filled))


def header_line(text: str, name: str, values: Mapping[str, str]) -> Line:
    """A header's one line: variables, but no styles."""
    filled, holes = _fill(text, name, values)
    return Line(tuple(_with_holes([Span(filled)], holes)), rtl=direction(_HOLES.sub("", filled)) == "rtl")


def direction(text: str) -> Literal["ltr", "rtl"] | None:
    """The direction of the first character that has one, or None."""
    for character in VARIABLE.sub("", text):
        match unicodedata.bidirectional(character):
            case "L":
                return "ltr"
            case "R" | "AL":
                return "rtl"
    return None


def _fill(text: str, name: str, values: Mapping[str, str]) -> tuple[str, dict[str, str]]:
    holes: dict[str, str] = {}

    def put(found: re.Match[str]) -> str:
        value = values.get(f"{name}.{found[1]}", "")
        if value:
            return value
        hole = chr(_HOLE + len(holes))
        holes[hole] = found[0]
        return hole

    return VARIABLE.sub(put, text.replace("\r\n", "\n")), holes


def _split_lines(text: str) -> list[list[tuple[str, bool]]]:
    """Lines of (piece, is it ```mono```); a mono block may run over several lines."""
    found: list[list[tuple[str, bool]]] = [[]]
    for number, piece in enumerate(_BLOCK.split(text)):
        for row, part in enumerate(piece.split("\n")):
            if row:
                found.append([])
            if part:
                found[-1].append((part, number % 2 == 1))
    return found


def _line(pieces: list[tuple[str, bool]], holes: dict[str, str], whole: Literal["ltr", "rtl"]) -> Line:
    kind: LineKind = "text"
    marker = ""
    if len(pieces) == 1 and pieces[0][1]:
        kind = "code"
    elif pieces and not pieces[0][1] and (found := _LIST.match(pieces[0][0])):
        kind, marker = _list_kind(found)
        pieces = [(pieces[0][0][found.end() :], False), *pieces[1:]]
    spans: list[Span] = []
    for text, mono in pieces:
        spans += [Span(text, mono=True)] if mono else _inline(text, Span(""))
    bare = _HOLES.sub("", "".join(text for text, _ in pieces))
    return Line(tuple(_with_holes(spans, holes)), kind, marker, (direction(bare) or whole) == "rtl")


def _list_kind(found: re.Match[str]) -> tuple[LineKind, str]:
    if found["bullet"]:
        return "bullet", "•"
    return ("number", f"{found['number']}.") if found["number"] else ("quote", "")


def _inline(text: str, style: Span) -> list[Span]:
    """Styled pieces of one line; a marker counts only where it hugs its words, as WhatsApp has it."""
    found: list[Span] = []
    plain = start = 0
    while start < len(text):
        link = _LINK.match(text, start) if _opens_word(text, start) else None
        if link:
            shown = link[0].rstrip(".,;:!?)*_~'\"")
            target = shown if "://" in shown else f"https://{shown}"
            found += _styled(text[plain:start], style)
            found.append(msgspec.structs.replace(style, text=shown, link=target))
            plain = start = start + len(shown)
            continue
        end = _closing(text, start)
        if end:
            inner = text[start + 1 : end]
            found += _styled(text[plain:start], style)
            if text[start] == "`":
                found.append(msgspec.structs.replace(style, text=inner, mono=True))
            else:
                found += _inline(inner, msgspec.structs.replace(style, **{_STYLES[text[start]]: True}))
            plain = start = end + 1
            continue
        start += 1
    return found + _styled(text[plain:], style)


def _opens_word(text: str, at: int) -> bool:
    return at == 0 or not text[at - 1].isalnum()


def _closing(text: str, start: int) -> int:
    """Where the style that opens at ``start`` closes, or 0."""
    mark = text[start]
    if mark not in "*_~`" or not _opens_word(text, start) or text[start + 1 : start + 2] in ("", " ", mark):
        return 0
    end = text.find(mark, start + 2)
    while end > 0:
        after = text[end + 1 : end + 2]
        if text[end - 1] != " " and not after.isalnum():
            return end
        end = text.find(mark, end + 1)
    return 0


def _styled(text: str, style: Span) -> list[Span]:
    return [msgspec.structs.replace(style, text=text)] if text else []


def _with_holes(spans: list[Span], holes: dict[str, str]) -> list[Span]:
    """The spans with every unfilled place as a marked span of its own."""
    found: list[Span] = []
    for span in spans:
        for piece in re.split(f"({_HOLES.pattern})", span.text):
            if piece in holes:
                found.append(msgspec.structs.replace(span, text=holes[piece], placeholder=True))
            elif piece:
                found.append(msgspec.structs.replace(span, text=piece))
    return found
