"""Decides what stands below a journey on paper: names and outputs in full for which a card had no room."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QStaticText
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.canvas.ink import ink, laid_out

if TYPE_CHECKING:
    from whatsapp_studio.qt.canvas.scene import JourneyScene

_ABOVE, _BETWEEN, _LEAST = 24.0, 4.0, 448.0


class LegendItem(QGraphicsItem):
    """The lines below ``area``, as wide as it. Add it to a scene only if it has :attr:`lines`."""

    def __init__(self, scene: JourneyScene, area: QRectF) -> None:
        super().__init__()
        found = list(in_full(scene))
        self.lines: list[tuple[QRectF, QStaticText]] = []
        y, width = 0.0, max(area.width(), _LEAST)
        for text in [tr("In full"), *found] if found else []:
            made = laid_out(text, width, wrap=True)
            made.prepare(font=ink().text_font)
            self.lines.append((QRectF(0, y, width, made.size().height()), made))
            y += made.size().height() + _BETWEEN
        self._bounds = QRectF(0, 0, width, y)
        self.setPos(area.left(), area.bottom() + _ABOVE)

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        use = ink()
        painter.setFont(use.text_font)
        for n, (spot, text) in enumerate(self.lines):
            painter.setPen(use.text if n else use.muted)
            painter.drawStaticText(QPointF(spot.topLeft()), text)


def in_full(scene: JourneyScene) -> Iterator[str]:
    """A line for each step whose name or one of whose outputs is cut short on its card, from the top."""
    for i, step in sorted(scene.steps.items(), key=lambda one: (one[1].card.top(), one[1].card.left(), one[0])):
        title = " ".join(step.words()[0].split())
        cut = [" ".join(label.port.label.split()) for label in scene.labels[i].labels() if not label.whole]
        if cut:
            yield tr("{step} · {outputs}", step=title, outputs=" · ".join(cut))
        elif not step.whole[0]:
            yield title
