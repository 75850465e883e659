"""Decides which words differ between two templates: two languages, or a draft and what Meta has."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from whatsapp_studio.templates.template import Button, Template

Mark = Literal["same", "gone", "new"]
# A variable is one word; what stands between words is a piece of its own.
_PIECES = re.compile(r"\{\{[^{}]*\}\}|\s+|\w+|[^\w\s]", re.UNICODE)


class Piece(NamedTuple):
    """Some text that is on both sides (``same``), only on the left (``gone``) or only on the right (``new``)."""

    text: str
    mark: Mark


class Row(NamedTuple):
    """One part of both templates. ``where`` is as in problems (``body``, ``buttons.0.text``, ``cards.1.body``)."""

    where: str
    left: tuple[Piece, ...]
    right: tuple[Piece, ...]

    @property
    def differs(self) -> bool:
        """Whether the two sides are not the same."""
        return any(piece.mark != "same" for piece in (*self.left, *self.right))


def words(before: str, after: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Both texts in pieces, with the words marked that only one of them has."""
    one, two = _PIECES.findall(before), _PIECES.findall(after)
    left: list[Piece] = []
    right: list[Piece] = []
    for kind, a, b, c, d in SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
        _add(left, "".join(one[a:b]), "same" if kind == "equal" else "gone")
        _add(right, "".join(two[c:d]), "same" if kind == "equal" else "new")
    return tuple(left), tuple(right)


def _add(pieces: list[Piece], text: str, mark: Mark) -> None:
    if not text:
        return
    if pieces and pieces[-1].mark == mark:
        text = pieces.pop().text + text
    pieces.append(Piece(text, mark))


def compared(before: Template, after: Template) -> tuple[Row, ...]:
    """Every part that either of two templates has, in reading order, with what differs marked."""
    one, two = _parts(before), _parts(after)
    order = [*two, *(where for where in one if where not in two)]
    order.sort(key=_place)
    return tuple(Row(where, *words(one.get(where, ""), two.get(where, ""))) for where in order)


_ORDER = ("category", "offer", "header", "body", "footer", "buttons", "cards")


def _place(where: str) -> tuple[int, tuple[int, ...], str]:
    first, *rest = where.split(".")
    return _ORDER.index(first), tuple(int(part) for part in rest if part.isdigit()), where


def _parts(t: Template) -> dict[str, str]:
    parts = {"category": t.category, "offer": t.offer.text if t.offer else "", "body": t.body, "footer": t.footer}
    if t.header is not None:
        parts["header"] = t.header.text or t.header.format
    parts |= _buttons("buttons", t.buttons)
    for number, card in enumerate(t.cards):
        parts[f"cards.{number}.body"] = card.body
        parts |= _buttons(f"cards.{number}.buttons", card.buttons)
    return {where: text for where, text in parts.items() if text}


def _buttons(where: str, buttons: tuple[Button, ...]) -> dict[str, str]:
    found: dict[str, str] = {}
    for number, button in enumerate(buttons):
        found[f"{where}.{number}.text"] = button.text
        found[f"{where}.{number}.url"] = button.url or button.phone
    return found
