"""Decides how the small things of a message are drawn: its paper, rows that open something, panels, ticks."""

from __future__ import annotations

import math
from collections.abc import Sequence

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

from whatsapp_studio.qt.icons import colored
from whatsapp_studio.qt.widgets.bubble_phone import Phone, Side
from whatsapp_studio.qt.widgets.bubble_text import QUOTE, document
from whatsapp_studio.templates.bubble import ButtonPart
from whatsapp_studio.templates.formatting import Line

PIXELS, RADIUS, ROW = 14.5, 9.0, 42.0
_TICK = 10.0
BUTTON_ICONS = {
    "reply": "reply", "url": "external-link", "phone": "phone", "copy": "copy", "flow": "file-text", "list": "list",
    "call": "phone", "contact": "contact", "other": "circle-help",
}  # fmt: skip


class Strokes:
    """Draws for one phone; laid out texts are kept, so drawing again costs only the drawing."""

    def __init__(self, phone: Phone) -> None:
        self.phone, self.colours = phone, phone.colours
        self._laid_out: dict[tuple[object, ...], QTextDocument] = {}

    def font(self, factor: float = 1.0) -> QFont:
        """The phone's letters, relative to those of a message."""
        font = QFont(self.phone.font)
        font.setPixelSize(max(1, round(PIXELS * factor * self.phone.scale)))
        return font

    def made(self, lines: Sequence[Line], width: float, factor: float = 1.0, ink: str = "text") -> QTextDocument:
        """Lines laid out at a width."""
        key = (tuple(lines), width, factor, ink)
        if key not in self._laid_out:
            colours = {**self.colours, "text": self.colours[ink]}
            self._laid_out[key] = document(lines, self.font(factor), colours, width, self.phone.mono)
        return self._laid_out[key]

    def text(self, painter: QPainter | None, made: QTextDocument, x: float, y: float) -> float:
        """Draw a laid out text; returns its height. Without a painter it only measures, as everything here."""
        if painter is not None:
            painter.save()
            painter.translate(x, y)
            context = QAbstractTextDocumentLayout.PaintContext()
            context.palette.setColor(QPalette.ColorRole.Text, QColor(self.colours["text"]))
            self._quote_bars(painter, made)
            made.documentLayout().draw(painter, context)
            painter.restore()
        return made.size().height()

    def rows(self, painter: QPainter | None, rows: Sequence[tuple[str, str]], x: float, y: float, wide: float) -> float:
        """(icon, text) one below the other, each with a hairline above it."""
        font = self.font(0.97)
        metrics = QFontMetricsF(font)
        tall = self.row_height()
        side = round(16 * max(1.0, self.phone.scale * 0.9))
        for number, (icon, text) in enumerate(rows if painter is not None else ()):
            assert painter is not None
            top = y + number * tall
            painter.fillRect(QRectF(x, top, wide, 1), QColor(self.colours["line"]))
            said = metrics.elidedText(text, Qt.TextElideMode.ElideRight, wide - side - 32)
            start = x + (wide - metrics.horizontalAdvance(said) - side - 6) / 2
            self.icon(painter, icon, "link", side, QPointF(start + side / 2, top + tall / 2))
            painter.setFont(font)
            painter.setPen(QColor(self.colours["link"]))
            room = QRectF(start + side + 6, top, wide, tall)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, said)
        return tall * len(rows)

    def row_height(self) -> float:
        """How tall a button is."""
        return max(ROW, QFontMetricsF(self.font(0.97)).height() + 20)

    def panel(
        self, painter: QPainter | None, icon: str, texts: Sequence[tuple[Line, float, str]], rect: QRectF, *,
        warn: bool = False,
    ) -> float:  # fmt: skip
        """An icon beside (line, size, ink) on a patch as wide as ``rect`` and as tall as it needs to be."""
        made = [self.made([line], rect.width() - 66, factor, ink) for line, factor, ink in texts]
        inner = sum(one.size().height() for one in made)
        tall = max(50.0, inner + 18)
        if painter is None:
            return tall
        patch = QRectF(rect.left(), rect.top(), rect.width(), tall)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.colours["place" if warn else "code"]))
        painter.drawRoundedRect(patch, 6, 6)
        centre = QPointF(patch.left() + 27, patch.center().y())
        painter.setBrush(QColor(self.colours["bubble" if warn else "place"]))
        painter.drawEllipse(centre, 16, 16)
        self.icon(painter, icon, "place_ink", 18, centre)
        at = patch.center().y() - inner / 2
        for one in made:
            at += self.text(painter, one, patch.left() + 54, at)
        return tall

    def icon(self, painter: QPainter, name: str, ink: str, side: int, centre: QPointF) -> None:
        """An icon around a point, on whole device pixels so that it stays sharp."""
        ratio = self.phone.ratio
        corner = centre - QPointF(side / 2, side / 2)
        sharp = QPointF(round(corner.x() * ratio) / ratio, round(corner.y() * ratio) / ratio)
        painter.drawPixmap(sharp, colored(name, self.colours[ink], side, ratio))

    def knob(self, painter: QPainter, icon: str, spot: QRectF) -> None:
        """A round button over a carousel."""
        painter.setPen(QPen(QColor(self.colours["meta"]), 1))
        painter.setBrush(QColor(self.colours["knob"]))
        painter.drawEllipse(spot)
        self.icon(painter, icon, "knob_ink", 18, spot.center())

    def clock_width(self) -> float:
        """The room of the time and the ticks after it, with the gap before them."""
        return QFontMetricsF(self.font(0.76)).horizontalAdvance(self.phone.time) + self._ticks_width() + 12

    def clock(self, painter: QPainter | None, right: float, bottom: float) -> float:
        """The time and the ticks, ending at a corner; returns their height."""
        font = self.font(0.76)
        tall = QFontMetricsF(font).height()
        if painter is not None:
            painter.setFont(font)
            painter.setPen(QColor(self.colours["meta"]))
            room = QRectF(right - 200 - self._ticks_width(), bottom - tall, 200, tall)
            painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self.phone.time)
            if self.phone.ticks:
                self._ticks(painter, right, room.center().y())
        return tall

    def paper(self, painter: QPainter, rect: QRectF, tail: Side | None = None) -> None:
        """The sheet a message stands on, with its tail at a side."""
        shape = QPainterPath()
        shape.addRoundedRect(rect, RADIUS, RADIUS)
        if tail:
            shape = shape.united(_nib(rect, 1.0 if tail == "left" else -1.0))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.colours["shadow"]))
        painter.drawPath(shape.translated(0, 1))
        painter.setBrush(QColor(self.colours["bubble"]))
        painter.drawPath(shape)

    def _ticks_width(self) -> float:
        tick = _TICK * self.phone.scale
        return {"": 0.0, "sent": tick + 3}.get(self.phone.ticks, tick * 1.45 + 3)

    def _ticks(self, painter: QPainter, right: float, middle: float) -> None:
        tick = _TICK * self.phone.scale
        ink = QColor(self.colours["read" if self.phone.ticks == "read" else "tick"])
        pen = QPen(ink, 1.3 * self.phone.scale)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for number in range(1 if self.phone.ticks == "sent" else 2):
            left, high = right - tick - number * tick * 0.45, tick * 0.32
            mark = QPainterPath(QPointF(left, middle + high * 0.1))
            mark.lineTo(left + tick * 0.32, middle + high)
            mark.lineTo(left + tick * 0.95, middle - high)
            if number:  # the one behind: its short arm, and what stands out of its long one
                mark = QPainterPath(QPointF(left, middle + high * 0.1))
                mark.lineTo(left + tick * 0.32, middle + high)
                mark.lineTo(left + tick * 0.42, middle + high * 0.68)
                mark.moveTo(left + tick * 0.6, middle + high * 0.11)
                mark.lineTo(left + tick * 0.95, middle - high)
            painter.drawPath(mark)

    def _quote_bars(self, painter: QPainter, made: QTextDocument) -> None:
        block = made.begin()
        while block.isValid():
            if block.userState() == QUOTE:
                box = made.documentLayout().blockBoundingRect(block)
                at_right = block.textDirection() == Qt.LayoutDirection.RightToLeft
                left = made.textWidth() - 3 if at_right else 0.0
                top, bottom = math.floor(box.top()), math.ceil(box.bottom())
                painter.fillRect(QRectF(left, top, 3, bottom - top), QColor(self.colours["quote"]))
            block = block.next()


def button_rows(buttons: Sequence[ButtonPart]) -> list[tuple[str, str]]:
    """Buttons as (icon, text)."""
    return [(BUTTON_ICONS.get(one.kind, "circle-help"), one.text) for one in buttons]


def _nib(rect: QRectF, way: float) -> QPainterPath:
    """The tail of a message, at its upper left (1) or upper right (-1)."""
    edge, top = rect.left() if way > 0 else rect.right(), rect.top()
    nib = QPainterPath(QPointF(edge - 7 * way, top))
    nib.lineTo(edge + RADIUS * way, top)
    nib.lineTo(edge + RADIUS * way, top + 14)
    nib.lineTo(edge, top + 10)
    nib.quadTo(edge - 1 * way, top + 7, edge - 8 * way, top + 2)
    nib.quadTo(edge - 9 * way, top, edge - 7 * way, top)
    return nib
