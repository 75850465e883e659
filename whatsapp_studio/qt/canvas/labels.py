"""Decides where the words under a card's outputs stand: under their output, apart from each other, cut where needed."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QStaticText
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from whatsapp_studio.journeys.kinds import Port
from whatsapp_studio.qt.canvas.ink import elided, ink, laid_out
from whatsapp_studio.qt.canvas.items.frame import FrameItem
from whatsapp_studio.qt.canvas.items.step import DIM, StepItem

_BELOW, _TALL, _PAD, _APART, _OUT = 8.0, 17.0, 4.0, 1.0, 20.0
_READABLE = 0.45


class Label(NamedTuple):
    """One word: its port, its pill, the text that fits, and whether that is all of it."""

    port: Port
    pill: QRectF
    text: QStaticText
    whole: bool


class LabelsItem(QGraphicsItem):
    """The labels of one card. They lie below every card and above every arrow."""

    def __init__(self, card: StepItem | FrameItem) -> None:
        super().__init__()
        self.setZValue(15)
        self.dimmed = False
        self._labels: tuple[Label, ...] | None = None
        self._ports: tuple[Port, ...] = ()
        self._width = -1.0
        self.follow(card)

    def follow(self, card: StepItem | FrameItem) -> None:
        """The card shows something else or stands elsewhere."""
        self.setPos(card.pos())
        if card.ports == self._ports and card.width == self._width:
            return
        self.prepareGeometryChange()
        self._ports, self._offsets, self._width = card.ports, card.offsets, card.width
        self._top = card.height + _BELOW
        self._labels = None
        self._bounds = QRectF(-_OUT - 1, self._top - 1, card.width + 2 * _OUT + 2, _TALL + 2)
        self.update()

    def labels(self) -> tuple[Label, ...]:
        """Every label, laid out once; none for a card with one output."""
        if self._labels is None:
            self._labels = tuple(self._lay_out()) if len(self._ports) > 1 else ()
        return self._labels

    def at(self, point: QPointF) -> Label | None:
        """The label at a point of the canvas."""
        local = point - self.pos()
        if not self._bounds.contains(local):
            return None
        return next((label for label in self.labels() if label.pill.contains(local)), None)

    def forget_texts(self) -> None:
        """The font is another one."""
        self._labels = None
        self.update()

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if painter.worldTransform().m11() < _READABLE or len(self._ports) < 2:
            return
        use = ink()
        if self.dimmed:
            painter.setOpacity(DIM)
        painter.setFont(use.label_font)
        for label in self.labels():
            painter.setPen(use.hairline)
            painter.setBrush(use.surface)
            painter.drawRoundedRect(label.pill, _TALL / 2, _TALL / 2)
            painter.setPen(use.muted)
            size = label.text.size()
            painter.drawStaticText(label.pill.center() - QPointF(size.width() / 2, size.height() / 2), label.text)

    def _lay_out(self) -> list[Label]:
        metrics, spots = ink().label_metrics, self._offsets
        texts = [" ".join(port.label.split()) for port in self._ports]
        halves = [metrics.horizontalAdvance(text) / 2 + _PAD + _APART / 2 for text in texts]
        between = [
            _border(spots[i], halves[i], spots[i + 1], halves[i + 1]) for i in range(len(spots) - 1)
        ]
        edges = [-_OUT, *between, self._width + _OUT]
        found = []
        for i, (at, port, text) in enumerate(zip(spots, self._ports, texts, strict=True)):
            left, right = edges[i] + _APART / 2, edges[i + 1] - _APART / 2
            shown = elided(text, metrics, right - left - 2 * _PAD)
            width = metrics.horizontalAdvance(shown) + 2 * _PAD
            x = min(max(at - width / 2, left), right - width)
            pill = QRectF(x, self._top, width, _TALL)
            found.append(Label(port, pill, laid_out(shown, -1, middle=True), shown == text))
        return found


def _border(x: float, half: float, other_x: float, other_half: float) -> float:
    """Where two neighbours part: in the middle, unless one needs less than that and leaves the other its room."""
    room = other_x - x
    if half + other_half <= room or half <= room / 2:
        return x + half if half + other_half > room else x + half + (room - half - other_half) / 2
    return other_x - other_half if other_half <= room / 2 else x + room / 2
