"""Decides how a journey looks from far away: every card, arrow and frame in a few strokes instead of one by one."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from whatsapp_studio.qt.canvas.ink import TONES, icon, ink

if TYPE_CHECKING:
    from whatsapp_studio.qt.canvas.scene import JourneyScene

# Below this zoom the overview is shown.
FAR = 0.35
_STRIPE, _ICON = 14.0, 40.0
# From this zoom on an icon can be told from another.
_ICONS = 0.2


class OverviewItem(QGraphicsItem):
    """The whole journey as one item. It is made anew when it is looked at after something changed."""

    def __init__(self, scene: JourneyScene) -> None:
        super().__init__()
        self.setZValue(50)
        self.setVisible(False)
        self._scene = scene
        self._bounds = QRectF()
        self._stale = True

    def forget(self) -> None:
        """Something changed."""
        self._stale = True
        if self.isVisible():
            area = self._scene.content()
            if area != self._bounds:
                self.prepareGeometryChange()
                self._bounds = area
            self.update()

    def setVisible(self, visible: bool) -> None:
        super().setVisible(visible)
        if visible:
            self.forget()

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if self._stale:
            self._gather()
        use, zoom = ink(), max(painter.worldTransform().m11(), 0.05)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for colour, area in self._frames:
            fill, edge = use.paper(colour)
            soft = QColor(fill.color())
            soft.setAlphaF(0.45)
            painter.fillRect(area, soft)
            painter.setPen(QPen(edge.color(), 0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area)
        for colour, area in self._notes:
            painter.fillRect(area, use.paper(colour)[0])
        painter.setPen(QPen(use.border.color(), 0))
        painter.drawLines(self._lines)
        painter.setPen(QPen(use.accent, 2 / zoom))
        painter.drawLines(self._path)
        painter.setPen(QPen(use.border.color(), 0))
        painter.setBrush(use.surface)
        painter.drawRects(self._cards)
        for tint, area in self._tints:
            painter.fillRect(area, tint)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(use.dot)
        painter.drawRects(self._bars)
        for tone, stripes in self._stripes.items():
            painter.setBrush(use.tones[tone])
            painter.drawRects(stripes)
        if zoom >= _ICONS:
            self._paint_icons(painter, zoom)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(use.error)
        for spot in self._errors:
            painter.drawEllipse(spot)
        painter.setBrush(use.warning)
        for spot in self._warnings:
            painter.drawPolygon([spot.bottomLeft(), spot.bottomRight(), QPointF(spot.center().x(), spot.top())])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(use.focus, 2 / zoom))
        painter.drawRects(self._chosen)

    def _paint_icons(self, painter: QPainter, zoom: float) -> None:
        side = max(1, round(_ICON * zoom * painter.device().devicePixelRatioF()))
        for (name, tone), places in self._icons.items():
            drawn = icon(name, f"n_{tone}", side)
            for at in places:
                painter.drawPixmap(at, drawn, QRectF())

    def _gather(self) -> None:
        scene = self._scene
        self._stale = False
        self._frames = [(f.frame.colour, f.card) for f in scene.frames.values() if not f.frame.collapsed]
        self._notes = [(n.note.colour, n.card) for n in scene.notes.values()]
        self._lines: list[QLineF] = []
        self._path: list[QLineF] = []
        for link in scene.wires.items.values():
            into = self._path if link.on_path or link.chosen else self._lines
            into += [QLineF(ax, ay, bx, by) for (ax, ay), (bx, by) in pairwise(link.way)]
        self._cards: list[QRectF] = []
        self._chosen: list[QRectF] = []
        self._tints: list[tuple[QColor, QRectF]] = []
        self._errors: list[QRectF] = []
        self._warnings: list[QRectF] = []
        self._bars: list[QRectF] = []
        self._icons: dict[tuple[str, str], list[QRectF]] = {}
        self._stripes: dict[str, list[QRectF]] = {tone: [] for tone in TONES}
        for name, step in scene.steps.items():
            if name in scene.wires.hosts:
                continue
            card = step.card
            self._cards.append(card)
            if step.tint is not None:
                self._tints.append((step.tint, card))
            self._stripes[step.kind.tone].append(QRectF(card.left(), card.top(), _STRIPE, card.height()))
            self._icons.setdefault((step.kind.icon, step.kind.tone), []).append(
                QRectF(card.left() + _STRIPE + 12, card.center().y() - _ICON / 2, _ICON, _ICON)
            )
            self._bars.append(QRectF(card.left() + _STRIPE + 62, card.center().y() - 7, card.width() - 110, 14))
            if step.badge:
                spots = self._errors if step.badge == "error" else self._warnings
                spots.append(QRectF(card.right() - 26, card.top() - 8, 34, 34))
            if step.chosen:
                self._chosen.append(card.adjusted(-6, -6, 6, 6))
        self._cards += [f.card for f in scene.frames.values() if f.frame.collapsed]
        self._chosen += [item.card for item in scene.papers() if item.chosen]
