"""Decides where each part of a message stands on the phone, and draws it there."""

from __future__ import annotations

import math

import msgspec
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QTextDocument

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.widgets.bubble_media import media_height, paint_media
from whatsapp_studio.qt.widgets.bubble_phone import Phone
from whatsapp_studio.qt.widgets.bubble_strokes import Strokes, button_rows
from whatsapp_studio.qt.widgets.bubble_text import cut, end_of_last_line, line_of
from whatsapp_studio.templates.bubble import Bubble, CardPart, HeaderPart
from whatsapp_studio.templates.bubble_words import left_text, panel_text, unsupported_text
from whatsapp_studio.templates.formatting import Line

MARGIN, WIDEST, NARROWEST = 16.0, 330.0, 160.0
READ_MORE_AFTER, READ_MORE_LINES = 768, 24  # characters and lines, as phones fold a long text
_PAD = 9.0
_CARD, _CARD_GAP = 0.78, 8.0
_KNOB = 30.0
_PANEL_ICONS = {"catalogue": "layout-grid", "products": "tag", "call": "phone"}


class BubblePaint:
    """One message on one phone. After :meth:`draw`, ``spots`` says where a touch does something.

    What is laid out is kept: drawing again, or at another place of the carousel, costs only the drawing.
    """

    def __init__(self, shown: Bubble, phone: Phone) -> None:
        self.shown, self.phone = shown, phone
        self.spots: dict[str, QRectF] = {}
        self.strokes = Strokes(phone)
        self._heights: dict[tuple[str, float], float] = {}
        whole = phone.unfolded
        self._body, self.folded = (shown.body, False) if whole else cut(shown.body, READ_MORE_AFTER, READ_MORE_LINES)

    def height(self, width: float) -> float:
        """How tall the message is at a width, without the margins above and below."""
        room = self._room(width)
        tall = self._message_height(self._natural(room))
        return tall + _CARD_GAP + self._cards_height(room) if self.shown.cards else tall

    def step(self, width: float) -> float:
        """How far apart two cards of the carousel begin."""
        return self._room(width) * _CARD + _CARD_GAP

    def draw(self, painter: QPainter, width: float, position: float = 0.0) -> None:
        """Draw the message, a margin below the top; ``position`` is the card at the left, between two while sliding."""
        self.spots.clear()
        ours = self.phone.side == "right"
        room = self._room(width)
        left = (width - room) / 2 if width - 2 * MARGIN > WIDEST else MARGIN
        wide = self._natural(room)
        tall = self._message_height(wide)
        paper = QRectF(left + room - wide if ours else left, MARGIN, wide, tall)
        self.strokes.paper(painter, paper, tail=self.phone.side)
        self._message(painter, paper.left(), paper.top(), wide)
        if self.shown.cards:
            self._cards(painter, left, MARGIN + tall + _CARD_GAP, room, width, position)

    def _room(self, width: float) -> float:
        return min(WIDEST, max(NARROWEST, width - 2 * MARGIN))

    def _message_height(self, wide: float) -> float:
        key = ("message", wide)
        if key not in self._heights:
            self._heights[key] = self._message(None, 0.0, 0.0, wide)
        return self._heights[key]

    def _cards_height(self, room: float) -> float:
        key = ("cards", room)
        if key not in self._heights:
            self._heights[key] = max(self._card(None, card, 0, 0, room * _CARD, 0) for card in self.shown.cards)
        return self._heights[key]

    def _natural(self, room: float) -> float:
        """A bubble of only text is as narrow as its text lets it; anything else takes the room."""
        shown, strokes = self.shown, self.strokes
        wide_parts = shown.buttons or shown.cards or shown.offer or shown.panel or shown.unsupported or self.folded
        if wide_parts or (shown.header is not None and shown.header.kind != "text"):
            return room
        inner = room - 2 * _PAD
        made = [strokes.made([_bold(shown.header)], inner, 1.05)] if shown.header is not None else []
        made += [strokes.made(self._body, inner)] if self._body else []
        made += [strokes.made([line_of(shown.footer)], inner, 0.87, "meta")] if shown.footer else []
        widest = max((one.idealWidth() for one in made), default=0.0)
        if made:
            with_clock = end_of_last_line(made[-1]) + strokes.clock_width()
            widest = max(widest, with_clock) if with_clock <= inner else widest
        return min(room, math.ceil(max(widest, 96.0)) + 1 + 2 * _PAD)

    # -- parts ---------------------------------------------------------------------------------------

    def _message(self, painter: QPainter | None, x: float, y: float, wide: float) -> float:
        shown, strokes, inner = self.shown, self.strokes, wide - 2 * _PAD
        at = y + _PAD / 2
        at += self._header(painter, shown.header, x, at, wide)
        at += self._panels(painter, x + _PAD / 2, at, wide - _PAD)
        last: QTextDocument | None = None
        if self._body:
            last = strokes.made(self._body, inner)
            at += strokes.text(painter, last, x + _PAD, at)
        if self.folded:
            last = strokes.made([line_of(tr("Read more"))], inner, ink="link")
            tall = strokes.text(painter, last, x + _PAD, at)
            if painter is not None:
                self.spots["more"] = QRectF(x + _PAD, at, last.idealWidth(), tall)
            at += tall
        if shown.footer:
            last = strokes.made([line_of(shown.footer)], inner, 0.87, "meta")
            at += 6 if self._body else 0
            at += strokes.text(painter, last, x + _PAD, at)
        beside = last is not None and end_of_last_line(last) + strokes.clock_width() <= inner
        clock = strokes.clock(None, 0, 0)
        at += 0.0 if beside else clock
        strokes.clock(painter, x + wide - _PAD, at + (1 if beside else 0))
        at += _PAD / 2 + 1
        rows = button_rows(shown.buttons)
        if shown.more_buttons:
            rows.append(("list", tr("See all options")))
            if painter is not None:
                tall = strokes.row_height()
                self.spots["options"] = QRectF(x, at + tall * len(shown.buttons), wide, tall)
        return at - y + strokes.rows(painter, rows, x, at, wide)

    def _header(self, painter: QPainter | None, header: HeaderPart | None, x: float, y: float, wide: float) -> float:
        if header is None:
            return 2.0
        if header.kind == "text":
            made = self.strokes.made([_bold(header)], wide - 2 * _PAD, 1.05)
            return 6 + self.strokes.text(painter, made, x + _PAD, y + 2)
        if header.kind == "other":
            icon, texts, warn = _unknown(header.text)
            return 6 + self.strokes.panel(painter, icon, texts, QRectF(x + _PAD / 2, y, wide - _PAD, 0), warn=warn)
        font = self.strokes.font(0.92)
        tall = media_height(header, wide - _PAD, font)
        if painter is not None:
            paint_media(painter, header, QRectF(x + _PAD / 2, y, wide - _PAD, tall), font, self.phone)
        return tall + 6

    def _panels(self, painter: QPainter | None, x: float, y: float, wide: float) -> float:
        """An offer, what WhatsApp puts there by itself, and parts that are not known, one below the other."""
        shown, at = self.shown, y
        for icon, texts, warn in (*self._offer(), *self._own_panel(), *map(_unknown, shown.unsupported)):
            at += self.strokes.panel(painter, icon, texts, QRectF(x, at, wide, 0), warn=warn) + 6
        return at - y

    def _offer(self) -> list[tuple[str, list[tuple[Line, float, str]], bool]]:
        shown = self.shown
        if not shown.offer and shown.offer_clock is None:
            return []
        texts = [(line_of(shown.offer, bold=True), 1.0, "text")]
        if shown.offer_clock is not None:
            ink = "place_ink" if shown.offer_clock.ends is None else "meta"
            texts.append((line_of(left_text(shown.offer_clock)), 0.87, ink))
        if shown.offer_code:
            texts.append((line_of(tr("Code: {code}", code=shown.offer_code)), 0.87, "meta"))
        return [("clock", texts, False)]

    def _own_panel(self) -> list[tuple[str, list[tuple[Line, float, str]], bool]]:
        panel = self.shown.panel
        if panel is None:
            return []
        title, second = panel_text(panel)
        texts = [(line_of(title, bold=True), 1.0, "text")]
        if second:
            texts.append((line_of(second), 0.87, "meta"))
        return [(_PANEL_ICONS[panel.kind], texts, False)]

    # -- a carousel ----------------------------------------------------------------------------------

    def _cards(self, painter: QPainter, x: float, y: float, room: float, width: float, position: float) -> None:
        cards, wide, tall = self.shown.cards, room * _CARD, self._cards_height(room)
        painter.save()
        painter.setClipRect(QRectF(0, y - 1, width, tall + 2), Qt.ClipOperation.IntersectClip)
        step, last = wide + _CARD_GAP, len(cards) - 1
        # The last card stands at the right; a finger may pull it a little further.
        shift = min(position * step, last * step + wide - room) + max(0.0, position - last) * step
        for number, card in enumerate(cards):
            start = x + number * step - shift
            if -wide < start < width:
                self.strokes.paper(painter, QRectF(start, y, wide, tall))
                self._card(painter, card, start, y, wide, tall)
        if position > 0.5:
            self._knob(painter, "previous", "chevron-left", QPointF(x + 4, y + tall * 0.4))
        if position < len(cards) - 1.5:
            self._knob(painter, "next", "chevron-right", QPointF(x + room - 4, y + tall * 0.4))
        painter.restore()

    def _card(self, painter: QPainter | None, card: CardPart, x: float, y: float, wide: float, tall: float) -> float:
        strokes = self.strokes
        at = y + _PAD / 2 + self._header(painter, card.header, x, y + _PAD / 2, wide)
        if card.body:
            at += strokes.text(painter, strokes.made(card.body, wide - 2 * _PAD, 0.95), x + _PAD, at) + _PAD
        rows = button_rows(card.buttons)
        buttons = strokes.rows(None, rows, x, at, wide)
        strokes.rows(painter, rows, x, y + tall - buttons, wide)
        return at - y + buttons

    def _knob(self, painter: QPainter, name: str, icon: str, centre: QPointF) -> None:
        spot = QRectF(0, 0, _KNOB, _KNOB)
        spot.moveCenter(centre)
        self.strokes.knob(painter, icon, spot)
        self.spots[name] = spot


def _unknown(kind: str) -> tuple[str, list[tuple[Line, float, str]], bool]:
    return "circle-help", [(line_of(unsupported_text(kind)), 0.95, "place_ink")], True


def _bold(header: HeaderPart) -> Line:
    line = header.line or line_of(header.text)
    return msgspec.structs.replace(line, spans=tuple(msgspec.structs.replace(span, bold=True) for span in line.spans))
