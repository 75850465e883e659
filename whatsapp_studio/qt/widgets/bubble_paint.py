"""Decides where each part of a message stands on the phone, and draws it there."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import msgspec
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPalette,
    QPen,
    QTextDocument,
)

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.icons import colored
from whatsapp_studio.qt.widgets.bubble_media import media_height, paint_media
from whatsapp_studio.qt.widgets.bubble_text import DARK, LIGHT, QUOTE, cut, document, end_of_last_line, line_of
from whatsapp_studio.templates.bubble import Bubble, ButtonPart, CardPart, HeaderPart
from whatsapp_studio.templates.formatting import Line

MARGIN, WIDEST, NARROWEST = 16.0, 330.0, 160.0
READ_MORE_AFTER = 768  # characters, as phones fold a long text
_PAD, _RADIUS, _ROW, _PIXELS = 9.0, 9.0, 42.0, 14.5
_CARD, _CARD_GAP = 0.78, 8.0
_KNOB = 30.0
_BUTTON_ICONS = {
    "reply": "reply", "url": "external-link", "phone": "phone", "copy": "copy", "flow": "list", "list": "list",
    "call": "phone", "other": "arrow-right",
}  # fmt: skip


class Phone(msgspec.Struct, frozen=True, kw_only=True):
    """The phone a message is seen on, and how far its owner has swiped and unfolded."""

    font: QFont
    dark: bool = False
    scale: float = 1.0
    ratio: float = 1.0
    time: str = "10:42"
    unfolded: bool = False
    first_card: int = 0

    @property
    def colours(self) -> Mapping[str, str]:
        """Every colour of the phone by its role."""
        return DARK if self.dark else LIGHT


class BubblePaint:
    """One message on one phone. After :meth:`draw`, ``spots`` says where a touch does something."""

    def __init__(self, shown: Bubble, phone: Phone) -> None:
        self.shown, self.phone = shown, phone
        self.colours = phone.colours
        self.spots: dict[str, QRectF] = {}
        self._laid_out: dict[tuple[object, ...], QTextDocument] = {}
        self._body, self.folded = (shown.body, False) if phone.unfolded else cut(shown.body, READ_MORE_AFTER)

    def height(self, width: float) -> float:
        """How tall the message is at a width, without the margins above and below."""
        return self._draw(None, width)

    def draw(self, painter: QPainter, width: float) -> None:
        """Draw the message, a margin below the top."""
        self.spots.clear()
        self._draw(painter, width)

    def _draw(self, painter: QPainter | None, width: float) -> float:
        room = min(WIDEST, max(NARROWEST, width - 2 * MARGIN))
        left, top = (width - room) / 2 if width - 2 * MARGIN > WIDEST else MARGIN, MARGIN
        wide = self._natural(room)
        height = self._message(None, left, top, wide)
        if painter is not None:
            self._paper(painter, QRectF(left, top, wide, height), tail=True)
            self._message(painter, left, top, wide)
        if self.shown.cards:
            height += _CARD_GAP
            height += self._cards(painter, left, top + height, room, width - left)
        return height

    def _natural(self, room: float) -> float:
        """A bubble of only text is as narrow as its text lets it; anything else takes the room."""
        header = self.shown.header
        wide_parts = self.shown.buttons or self.shown.cards or self.shown.offer or self.folded
        if wide_parts or (header is not None and header.kind != "text"):
            return room
        inner = room - 2 * _PAD
        made = [self._made([_bold(header)], inner, 1.05)] if header is not None else []
        made += [self._made(self._body, inner)] if self._body else []
        made += [self._made([line_of(self.shown.footer)], inner, 0.87)] if self.shown.footer else []
        widest = max((one.idealWidth() for one in made), default=0.0)
        if made:
            with_clock = end_of_last_line(made[-1]) + self._clock_width()
            widest = max(widest, with_clock) if with_clock <= inner else widest
        return min(room, math.ceil(max(widest, 96.0)) + 1 + 2 * _PAD)

    # -- parts ---------------------------------------------------------------------------------------

    def _message(self, painter: QPainter | None, x: float, y: float, wide: float) -> float:
        shown, inner = self.shown, wide - 2 * _PAD
        at = y + _PAD / 2
        at += self._header(painter, shown.header, x, at, wide)
        if shown.offer:
            at += self._offer(painter, x + _PAD / 2, at, wide - _PAD)
        last: QTextDocument | None = None
        if self._body:
            last = self._made(self._body, inner)
            at += self._text(painter, last, x + _PAD, at, "text")
        if self.folded:
            last = self._made([line_of(tr("Read more"))], inner, ink="link")
            tall = self._text(painter, last, x + _PAD, at, "link")
            self.spots["more"] = QRectF(x + _PAD, at, inner, tall)
            at += tall
        if shown.footer:
            last = self._made([line_of(shown.footer)], inner, 0.87, "meta")
            at += 6 if self._body else 0
            at += self._text(painter, last, x + _PAD, at, "meta")
        at += self._clock(painter, last, x + _PAD, at, inner)
        at += _PAD / 2 + 1
        return at - y + self._buttons(painter, shown.buttons, bool(shown.more_buttons), x, at, wide)

    def _header(self, painter: QPainter | None, header: HeaderPart | None, x: float, y: float, wide: float) -> float:
        if header is None:
            return 2.0
        if header.kind == "text":
            return 6 + self._text(painter, self._made([_bold(header)], wide - 2 * _PAD, 1.05), x + _PAD, y + 2, "text")
        font = self._font(0.92)
        tall = media_height(header, wide - _PAD, font)
        if painter is not None:
            rect = QRectF(x + _PAD / 2, y, wide - _PAD, tall)
            paint_media(painter, header, rect, font, self.colours, self.phone.ratio)
        return tall + 6

    def _offer(self, painter: QPainter | None, x: float, y: float, wide: float) -> float:
        made = self._made([line_of(self.shown.offer, bold=True)], wide - 64)
        tall = max(48.0, made.size().height() + 20)
        if painter is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.colours["code"]))
            painter.drawRoundedRect(QRectF(x, y, wide, tall), 6, 6)
            painter.setBrush(QColor(self.colours["place"]))
            painter.drawEllipse(QRectF(x + 10, y + tall / 2 - 16, 32, 32))
            mark = colored("clock", self.colours["place_ink"], 18, self.phone.ratio)
            painter.drawPixmap(QPointF(x + 17, y + tall / 2 - 9), mark)
            self._text(painter, made, x + 54, y + (tall - made.size().height()) / 2, "text")
        return tall + 6

    def _clock(self, painter: QPainter | None, last: QTextDocument | None, x: float, y: float, wide: float) -> float:
        """The time, beside the last line where there is room, else below it; returns what it adds."""
        font = self._font(0.76)
        tall = QFontMetricsF(font).height()
        beside = last is not None and end_of_last_line(last) + self._clock_width() <= wide
        if painter is not None:
            painter.setFont(font)
            painter.setPen(QColor(self.colours["meta"]))
            room = QRectF(x, y - tall + 1 if beside else y, wide, tall)
            painter.drawText(room, Qt.AlignmentFlag.AlignRight, self.phone.time)
        return 0.0 if beside else tall

    def _clock_width(self) -> float:
        return QFontMetricsF(self._font(0.76)).horizontalAdvance(self.phone.time) + 12

    def _buttons(
        self, painter: QPainter | None, buttons: Sequence[ButtonPart], more: bool, x: float, y: float, wide: float
    ) -> float:
        rows = [(_BUTTON_ICONS.get(one.kind, "arrow-right"), one.text) for one in buttons]
        if more:
            rows.append(("list", tr("See all options")))
        font = self._font(0.97)
        metrics = QFontMetricsF(font)
        tall = max(_ROW, metrics.height() + 20)
        side = round(16 * max(1.0, self.phone.scale * 0.9))
        for number, (icon_name, text) in enumerate(rows if painter is not None else ()):
            assert painter is not None
            top = y + number * tall
            painter.setPen(QPen(QColor(self.colours["line"]), 1))
            painter.drawLine(QPointF(x, top), QPointF(x + wide, top))
            said = metrics.elidedText(text, Qt.TextElideMode.ElideRight, wide - side - 32)
            start = x + (wide - metrics.horizontalAdvance(said) - side - 6) / 2
            mark = colored(icon_name, self.colours["link"], side, self.phone.ratio)
            painter.drawPixmap(QPointF(start, top + (tall - side) / 2), mark)
            painter.setFont(font)
            painter.setPen(QColor(self.colours["link"]))
            room = QRectF(start + side + 6, top, wide, tall)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, said)
        return tall * len(rows)

    # -- a carousel ----------------------------------------------------------------------------------

    def _cards(self, painter: QPainter | None, x: float, y: float, room: float, until: float) -> float:
        cards, wide = self.shown.cards, room * _CARD
        tall = max(self._card(None, card, 0, 0, wide, 0) for card in cards)
        if painter is None:
            return tall
        first = min(self.phone.first_card, len(cards) - 1)
        painter.save()
        painter.setClipRect(QRectF(0, y - 1, x + until, tall + 2), Qt.ClipOperation.IntersectClip)
        for number, card in enumerate(cards):
            start = x + (number - first) * (wide + _CARD_GAP)
            if -wide < start < x + until:
                self._paper(painter, QRectF(start, y, wide, tall), tail=False)
                self._card(painter, card, start, y, wide, tall)
        if first > 0:
            self._knob(painter, "previous", "chevron-left", QPointF(x + 4, y + tall * 0.4))
        if first < len(cards) - 1:
            self._knob(painter, "next", "chevron-right", QPointF(x + room - 4, y + tall * 0.4))
        painter.restore()
        return tall

    def _card(self, painter: QPainter | None, card: CardPart, x: float, y: float, wide: float, tall: float) -> float:
        at = y + _PAD / 2 + self._header(painter, card.header, x, y + _PAD / 2, wide)
        if card.body:
            at += self._text(painter, self._made(card.body, wide - 2 * _PAD, 0.95), x + _PAD, at, "text") + _PAD
        buttons = self._buttons(None, card.buttons, False, x, at, wide)
        if painter is not None:
            self._buttons(painter, card.buttons, False, x, y + tall - buttons, wide)
        return at - y + buttons

    def _knob(self, painter: QPainter, name: str, icon_name: str, centre: QPointF) -> None:
        spot = QRectF(0, 0, _KNOB, _KNOB)
        spot.moveCenter(centre)
        painter.setPen(QPen(QColor(self.colours["meta"]), 1))
        painter.setBrush(QColor(self.colours["knob"]))
        painter.drawEllipse(spot)
        painter.drawPixmap(centre - QPointF(9, 9), colored(icon_name, self.colours["knob_ink"], 18, self.phone.ratio))
        self.spots[name] = spot

    # -- strokes -------------------------------------------------------------------------------------

    def _font(self, factor: float = 1.0) -> QFont:
        font = QFont(self.phone.font)
        font.setPixelSize(max(1, round(_PIXELS * factor * self.phone.scale)))
        return font

    def _made(self, lines: Sequence[Line], width: float, factor: float = 1.0, ink: str = "text") -> QTextDocument:
        key = (tuple(lines), width, factor, ink)
        if key not in self._laid_out:
            colours = {**self.colours, "text": self.colours[ink]}
            self._laid_out[key] = document(lines, self._font(factor), colours, width)
        return self._laid_out[key]

    def _text(self, painter: QPainter | None, made: QTextDocument, x: float, y: float, ink: str) -> float:
        if painter is not None:
            painter.save()
            painter.translate(x, y)
            context = QAbstractTextDocumentLayout.PaintContext()
            context.palette.setColor(QPalette.ColorRole.Text, QColor(self.colours[ink]))
            self._quote_bars(painter, made)
            made.documentLayout().draw(painter, context)
            painter.restore()
        return made.size().height()

    def _quote_bars(self, painter: QPainter, made: QTextDocument) -> None:
        block = made.begin()
        while block.isValid():
            if block.userState() == QUOTE:
                box = made.documentLayout().blockBoundingRect(block)
                at_right = block.textDirection() == Qt.LayoutDirection.RightToLeft
                left = made.textWidth() - 3 if at_right else 0.0
                painter.fillRect(QRectF(left, box.top(), 3, box.height()), QColor(self.colours["quote"]))
            block = block.next()

    def _paper(self, painter: QPainter, rect: QRectF, *, tail: bool) -> None:
        shape = QPainterPath()
        shape.addRoundedRect(rect, _RADIUS, _RADIUS)
        if tail:
            nib = QPainterPath(QPointF(rect.left() - 7, rect.top()))
            nib.lineTo(rect.left() + _RADIUS, rect.top())
            nib.lineTo(rect.left() + _RADIUS, rect.top() + 14)
            nib.lineTo(rect.left(), rect.top() + 10)
            nib.quadTo(rect.left() - 1, rect.top() + 7, rect.left() - 8, rect.top() + 2)
            nib.quadTo(rect.left() - 9, rect.top(), rect.left() - 7, rect.top())
            shape = shape.united(nib)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.colours["shadow"]))
        painter.drawPath(shape.translated(0, 1))
        painter.setBrush(QColor(self.colours["bubble"]))
        painter.drawPath(shape)


def _bold(header: HeaderPart) -> Line:
    line = header.line or line_of(header.text)
    return msgspec.structs.replace(line, spans=tuple(msgspec.structs.replace(span, bold=True) for span in line.spans))
