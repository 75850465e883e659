"""Decides how a note looks on the canvas: a sheet of coloured paper with its words wrapped."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.journeys.graph import NOTE, Note
from whatsapp_studio.qt.canvas.ink import ink, laid_out
from whatsapp_studio.qt.canvas.items.step import DIM

_PAD, _FOLD, _RING = 12.0, 14.0, 4.0
_READABLE = 0.4
# A long note grows down to here; the rest is read in the inspector.
_TALLEST = 360


class NoteItem(QGraphicsItem):
    """A sheet of paper."""

    def __init__(self, note: Note) -> None:
        super().__init__()
        self.setZValue(5)
        self.chosen = self.hovered = self.dimmed = False
        self.show_note(note)

    def show_note(self, note: Note) -> None:
        """Show a note."""
        self.prepareGeometryChange()
        self.note = note
        self.width, height = NOTE
        self._text = laid_out(note.text or tr("Empty note"), self.width - 2 * _PAD, wrap=True)
        self._text.prepare(font=ink().text_font)
        self.height = int(min(_TALLEST, max(height, self._text.size().height() + 2 * _PAD)))
        self._sheet = QRectF(0, 0, self.width, self.height)
        self.update()

    @property
    def thing(self) -> Note:
        """What it shows."""
        return self.note

    @property
    def card(self) -> QRectF:
        """The sheet on the canvas."""
        return self._sheet.translated(self.pos())

    def forget_texts(self) -> None:
        """The font is another one."""
        self.show_note(self.note)

    def boundingRect(self) -> QRectF:
        return self._sheet.adjusted(-_RING - 2, -_RING - 2, _RING + 2, _RING + 2)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        use, sheet = ink(), self._sheet
        fill, edge = use.paper(self.note.colour)
        if self.dimmed:
            painter.setOpacity(DIM)
        if self.chosen:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(use.ring)
            painter.drawRoundedRect(sheet.adjusted(-_RING, -_RING, _RING, _RING), 7, 7)
        painter.setPen(edge if self.note.printed else use.private(edge))
        painter.setBrush(fill)
        painter.drawPath(_paper(sheet.adjusted(0.5, 0.5, -0.5, -0.5)))
        painter.drawPolyline(
            [QPointF(self.width - _FOLD, self.height - 0.5), QPointF(self.width - _FOLD, self.height - _FOLD),
             QPointF(self.width - 0.5, self.height - _FOLD)]
        )  # fmt: skip
        if painter.worldTransform().m11() < _READABLE:
            return
        painter.setPen(use.text if self.note.text else use.muted)
        painter.setFont(use.text_font)
        painter.setClipRect(sheet.adjusted(_PAD, _PAD, -_PAD, -_PAD / 2), Qt.ClipOperation.IntersectClip)
        painter.drawStaticText(QPointF(_PAD, _PAD), self._text)


def _paper(sheet: QRectF) -> QPainterPath:
    path = QPainterPath()
    path.moveTo(sheet.left() + 4, sheet.top())
    path.lineTo(sheet.right() - 4, sheet.top())
    path.quadTo(sheet.right(), sheet.top(), sheet.right(), sheet.top() + 4)
    path.lineTo(sheet.right(), sheet.bottom() - _FOLD)
    path.lineTo(sheet.right() - _FOLD, sheet.bottom())
    path.lineTo(sheet.left() + 4, sheet.bottom())
    path.quadTo(sheet.left(), sheet.bottom(), sheet.left(), sheet.bottom() - 4)
    path.lineTo(sheet.left(), sheet.top() + 4)
    path.quadTo(sheet.left(), sheet.top(), sheet.left() + 4, sheet.top())
    return path
