"""Decides where the words under a card's outputs stand: under their output, apart from each other, cut where needed."""

from __future__ import annotations

from collections.abc import Sequence
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
# So much of a word stands on either side of its output at least.
_LEAST = 8.0


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
        use, spots = ink(), self._offsets
        metrics = use.label_metrics
        texts = [" ".join(port.label.split()) for port in self._ports]
        needs = [metrics.horizontalAdvance(text) + 2 * _PAD + _APART for text in texts]
        edges = parted(spots, needs, -_OUT, self._width + _OUT)
        found = []
        for i, (at, port, text) in enumerate(zip(spots, self._ports, texts, strict=True)):
            left, right = edges[i] + _APART / 2, edges[i + 1] - _APART / 2
            # Half a pixel more, so that what was made to fit is not cut for a rounding.
            shown = elided(text, metrics, right - left - 2 * _PAD + 0.5)
            width = metrics.horizontalAdvance(shown) + 2 * _PAD
            x = min(max(at - width / 2, left), right - width)
            made = laid_out(shown, -1, middle=True)
            made.prepare(font=use.label_font)
            found.append(Label(port, QRectF(x, self._top, width, _TALL), made, shown == text))
        return found


def parted(spots: Sequence[float], needs: Sequence[float], low: float, high: float) -> list[float]:
    """Where words under outputs at ``spots`` part, with the ends ``low`` and ``high``: each word has its output above
    it and as much room as it needs; where that is too much for all, the longest ones get less."""
    if not spots:
        return [low, high]
    widths = list(needs)
    if not _fits(spots, widths, low, high):
        less, more = 0.0, max(needs)
        while more - less > 0.5:
            cap = (less + more) / 2
            less, more = (cap, more) if _fits(spots, [min(one, cap) for one in needs], low, high) else (less, cap)
        widths = [min(one, less) for one in needs]
    first = _borders(spots, widths, low)
    last = [-one for one in reversed(_borders([-x for x in reversed(spots)], widths[::-1], -high))]
    edges = [low]
    for i, (least, most) in enumerate(zip(first, last, strict=True)):
        free = spots[i + 1] - spots[i] - (widths[i] + widths[i + 1]) / 2
        wish = spots[i] + widths[i] / 2 + free / 2
        edges.append(min(max(wish, least, edges[-1] + widths[i]), max(most, least)))
    return [*edges, high]


def _borders(spots: Sequence[float], widths: Sequence[float], low: float) -> list[float]:
    """The borders between neighbours when everything stands as far towards ``low`` as it can."""
    found = [low]
    for spot, width in zip(spots[:-1], widths, strict=False):
        found.append(max(spot + _LEAST, found[-1] + width))
    return found[1:]


def _fits(spots: Sequence[float], widths: Sequence[float], low: float, high: float) -> bool:
    borders = _borders(spots, widths, low)
    inside = all(border <= spot - _LEAST for border, spot in zip(borders, spots[1:], strict=True))
    return inside and (borders[-1] if borders else low) + widths[-1] <= high
