"""Decides how numbers stand on a canvas: a chip on a card, a pill at an output, readable from far away too."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from whatsapp_studio.journeys.graph import link_id
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.canvas.ink import ink
from whatsapp_studio.qt.canvas.items.step import EDGE, RADIUS, StepItem

if TYPE_CHECKING:
    from whatsapp_studio.qt.canvas.scene import JourneyScene

Tone = Literal["plain", "strong", "warning", "quiet"]
_TALL, _PAD, _LINE, _BAR = 20.0, 7.0, 54.0, 4.0
# Below an output without a label, and below one that has its label under it.
_BELOW, _BELOW_LABEL = 9.0, 28.0
# Smaller than this part of its size nobody reads a number; below the second zoom it would be larger than its card.
_READABLE, _LEAST = 0.8, 0.18
# Below this zoom the numbers of neighbouring outputs would lie on each other.
_APART = 0.5
_TONES: Mapping[Tone, tuple[str, str]] = {
    "plain": ("surface_alt", "text"), "strong": ("accent_soft", "on_accent_soft"),
    "warning": ("warning_soft", "warning"), "quiet": ("surface", "text_muted"),
}  # fmt: skip


class Figure(NamedTuple):
    """A number as it is shown; ``share`` of 1 fills the bar at the foot of a card, ``tip`` says what it counts."""

    text: str
    tone: Tone = "plain"
    share: float = 0.0
    tip: str = ""


class Figures(QGraphicsItem):
    """The numbers of a scene, above everything in it. They are told what to show and decide nothing."""

    def __init__(self, scene: JourneyScene) -> None:
        super().__init__()
        self.setZValue(60)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self._scene = scene
        self.cards: Mapping[str, Figure] = {}
        self.outputs: Mapping[str, Figure] = {}
        self._bounds = QRectF()
        scene.addItem(self)
        scene.settled.connect(self._settle)

    def show_figures(self, cards: Mapping[str, Figure], outputs: Mapping[str, Figure]) -> None:
        """Show numbers on cards by their step, and at outputs by the id of their link (linked or not)."""
        self.cards, self.outputs = cards, outputs
        self._settle()

    def at(self, point: QPointF, zoom: float) -> str:
        """What a number at a point of the canvas is of: a step, or an output by its link's id; empty for none."""
        grow = _grow(zoom)
        for id, step in self._scene.steps.items():
            for port in step.ports if zoom >= _APART else ():
                name = link_id(id, port.name)
                figure = self.outputs.get(name)
                if figure is not None and self._pill(step, port.name, figure, grow).contains(point):
                    return name
            figure = self.cards.get(id)
            if figure is not None and self._chip(step, figure, grow).contains(point):
                return id
        return ""

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        zoom = painter.worldTransform().m11()
        if zoom < _LEAST:
            return
        grow, seen = _grow(zoom), option.exposedRect
        for id, step in self._scene.steps.items():
            if id in self._scene.wires.hosts or not seen.intersects(step.card.adjusted(-40, -10, 40, 60)):
                continue
            if (figure := self.cards.get(id)) is not None:
                if figure.share > 0:
                    self._paint_bar(painter, step, figure)
                # What is written there ends before the number.
                clear = self._chip(step, figure, grow).adjusted(-6, 0, 4, 0)
                painter.fillRect(clear.intersected(step.card.adjusted(8, 4, -2, -5)), ink().surface)
                self._paint_text(painter, self._chip(step, figure, grow), figure, grow)
            for port in step.ports if zoom >= _APART else ():
                if (figure := self.outputs.get(link_id(id, port.name))) is not None:
                    self._paint_text(painter, self._pill(step, port.name, figure, grow), figure, grow)

    def _paint_text(self, painter: QPainter, area: QRectF, figure: Figure, grow: float) -> None:
        fill, text = _TONES[figure.tone]
        painter.setPen(QPen(theme.color("border" if figure.tone != "warning" else "warning"), grow))
        painter.setBrush(QBrush(theme.color(fill)))
        painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
        painter.save()
        painter.translate(area.center())
        painter.scale(grow, grow)
        painter.setFont(ink().label_font)
        painter.setPen(theme.color(text))
        half = QPointF(area.width() / grow / 2, area.height() / grow / 2)
        painter.drawText(QRectF(-half, half), Qt.AlignmentFlag.AlignCenter, figure.text)
        painter.restore()

    def _paint_bar(self, painter: QPainter, step: StepItem, figure: Figure) -> None:
        card = step.card
        room = card.width() - EDGE - RADIUS
        bar = QRectF(card.left() + EDGE, card.bottom() - _BAR - 1, max(6.0, room * min(figure.share, 1.0)), _BAR)
        colour = QColor(ink().accent)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)

    def _chip(self, step: StepItem, figure: Figure, grow: float) -> QRectF:
        """At the end of the card's lower line; what is larger than that grows to the left and up."""
        width, tall = self._wide(figure) * grow, _TALL * grow
        card = step.card
        bottom = min(card.top() + _LINE + tall / 2, card.bottom() - 6)
        return QRectF(card.right() - 8 - width, bottom - tall, width, tall)

    def _pill(self, step: StepItem, port: str, figure: Figure, grow: float) -> QRectF:
        at = step.port_at(port)
        width, tall = self._wide(figure) * grow, (_TALL - 3) * grow
        below = _BELOW_LABEL if len(step.ports) > 1 else _BELOW
        return QRectF(at.x() - width / 2, at.y() + below, width, tall)

    def _wide(self, figure: Figure) -> float:
        return ink().label_metrics.horizontalAdvance(figure.text) + 2 * _PAD

    def _settle(self) -> None:
        self.prepareGeometryChange()
        # What stands out of the outermost cards when it is grown.
        self._bounds = self._scene.content().adjusted(-240, -60, 240, 160) if self.cards or self.outputs else QRectF()
        self.update()


def _grow(zoom: float) -> float:
    """How much larger than its cards a number is drawn, so that it can still be read."""
    return max(1.0, _READABLE / max(zoom, _LEAST))
