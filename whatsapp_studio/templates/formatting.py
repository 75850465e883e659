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


# An unfilled place is one character of nobody's (a private one) while the text is read, so that styles go around it.
_HOLES = range(0x100000, 0x10FFFE)
_BLOCK = re.compile(r"```(.+?)```", re.DOTALL)
_LINK = re.compile(
    r"(?P<web>(?:https?://|www\.)[^\W_][^\s<>]*)|(?P<mail>[a-z0-9][a-z0-9._+-]*@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,})"
    r"|(?P<bare>[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)*\.(?:com|net|org|info|shop|app|io|eu|nl|be|de|fr|uk|es|it|br|in)"
    r"(?![\w.-]*\w)(?:[/?#][^\s<>]*)?)",
    re.IGNORECASE,
)
_LIST = re.compile(r"(?P<bullet>[*-]) (?=\S)|(?P<number>\d{1,3})\. (?=\S)|(?P<quote>>) ?(?=\S)")
# After a star these make one sign of it, the key of a telephone.
_EMOJI_ENDS = "\ufe0f\u20e3"
_STYLES = {"*": "bold", "_": "italic", "~": "strike"}


def lines(text: str, name: str, values: Mapping[str, str]) -> tuple[Line, ...]:
    """The paragraphs of a template's text whose variables are the places ``name.*``."""
    if not text:
        return ()
    filled, holes = _fill(text, name, values)
    whole = direction(_without(filled, holes)) or "ltr"
    return tuple(_line(pieces, holes, whole) for pieces in _split_lines(filled))


def header_line(text: str, name: str, values: Mapping[str, str]) -> Line:
    """A header's one line: variables, but no styles."""
    filled, holes = _fill(text, name, values)
    return Line(tuple(_with_holes([Span(filled)], holes)), rtl=direction(_without(filled, holes)) == "rtl")


def filled_text(text: str, name: str, values: Mapping[str, str]) -> str:
    """A text with its variables filled; one that ``values`` leaves out stays as it is written."""
    return VARIABLE.sub(lambda found: values.get(f"{name}.{found[1]}", "") or found[0], text)


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
    taken = {one for given in (text, *values.values()) if not given.isascii() for one in given if ord(one) in _HOLES}
    free = (chr(number) for number in _HOLES if chr(number) not in taken)

    def put(found: re.Match[str]) -> str:
        value = values.get(f"{name}.{found[1]}", "")
        if value:
            return value
        hole = next(free)
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
    bare = _without("".join(text for text, _ in pieces), holes)
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
            shown = link[0] if link["mail"] else link[0].rstrip(".,;:!?)*_~'\"")
            target = shown if "://" in shown else f"mailto:{shown}" if link["mail"] else f"https://{shown}"
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
    return at == 0 or not _is_of_word(text[at - 1])


def _is_of_word(character: str) -> bool:
    return character.isalnum() or (unicodedata.category(character).startswith("M") and character not in _EMOJI_ENDS)


def _closing(text: str, start: int) -> int:
    """Where the style that opens at ``start`` closes, or 0."""
    mark = text[start]
    after = text[start + 1 : start + 2]
    if mark not in "*_~`" or not _opens_word(text, start):
        return 0
    if not after or after.isspace() or after in mark + _EMOJI_ENDS:
        return 0
    end = text.find(mark, start + 2)
    while end > 0:
        after = text[end + 1 : end + 2]
        if not text[end - 1].isspace() and not (after and (after.isalnum() or after in _EMOJI_ENDS)):
            return end
        end = text.find(mark, end + 1)
    return 0


def _styled(text: str, style: Span) -> list[Span]:
    return [msgspec.structs.replace(style, text=text)] if text else []


def _with_holes(spans: list[Span], holes: dict[str, str]) -> list[Span]:
    """The spans with every unfilled place as a marked span of its own."""
    if not holes:
        return [span for span in spans if span.text]
    found: list[Span] = []
    for span in spans:
        link = "".join(holes.get(character, character) for character in span.link)
        for piece in re.split(f"([{''.join(holes)}])", span.text):
            if piece in holes:
                found.append(msgspec.structs.replace(span, text=holes[piece], link=link, placeholder=True))
            elif piece:
                found.append(msgspec.structs.replace(span, text=piece, link=link))
    return found


def _without(text: str, holes: dict[str, str]) -> str:
    return "".join(character for character in text if character not in holes) if holes else text
