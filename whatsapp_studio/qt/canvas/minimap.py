"""Decides how the small map in the corner looks: all steps, and what part of them is in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSettings, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.canvas.ink import ink

if TYPE_CHECKING:
    from whatsapp_studio.qt.canvas.view import JourneyView

_MARGIN, _PAD, _ROUND = 16, 8, 8
# In a small window it is smaller.
SIZE, SMALL, _SMALL_UP_TO = QSize(184, 128), QSize(132, 92), 1100
_KEY = "journeys/minimap"
# A map of a journey that changes many times a second is drawn again a moment later.
_PAUSE_MS = 40


class Minimap(QWidget):
    """The map of a view. Clicking or dragging on it moves the view; whether it is shown is remembered."""

    def __init__(self, view: JourneyView, settings: QSettings | None = None) -> None:
        super().__init__(view)
        self._view, self._settings = view, settings
        self._map: QPixmap | None = None
        self._area = QRectF()
        self.wanted = settings is None or bool(settings.value(_KEY, True, bool))
        self.setFixedSize(SIZE)
        self._empty = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(tr("Map of the journey"))
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._again)
        view.moved.connect(self.update)
        view.zoomed.connect(self.update)
        view.canvas().settled.connect(self.forget)
        self.settle()

    def set_wanted(self, wanted: bool) -> None:
        """Show or hide it from now on, also the next time."""
        self.wanted = wanted
        if self._settings is not None:
            self._settings.setValue(_KEY, wanted)
        self.settle()

    def settle(self) -> None:
        """Stand in the corner of the view; there is no map of nothing, and none in a view that is too small for it."""
        view = self._view
        size = SMALL if view.window().width() <= _SMALL_UP_TO else SIZE
        if size != self.size():
            self.setFixedSize(size)
            self._map = None
        room = view.width() >= 2 * SIZE.width() and view.height() >= 2 * SIZE.height()
        self.move(view.width() - size.width() - _MARGIN, view.height() - size.height() - _MARGIN)
        self._empty = view.canvas().content().isEmpty()
        self.setVisible(self.wanted and room and not self._empty)

    def beside(self) -> tuple[QRect, QRect]:
        """The two parts of the view it leaves free: what is left of it, and what is above it."""
        whole = self._view.viewport().rect()
        return whole.adjusted(0, 0, -self.width() - _MARGIN, 0), whole.adjusted(0, 0, 0, -self.height() - _MARGIN)

    def covers(self, near: int) -> bool:
        """Whether something of the journey lies under it, or nearer to it than so many pixels."""
        if not self.isVisibleTo(self._view):
            return False
        scene, taken = self._view.canvas(), self.geometry().adjusted(-near, -near, near, near)
        under = self._view.mapToScene(taken).boundingRect()
        cards = [step for i, step in scene.steps.items() if i not in scene.wires.hosts]
        return any(under.intersects(item.mapRectToScene(item.boundingRect())) for item in (*cards, *scene.papers()))

    def forget(self) -> None:
        """Something stands elsewhere."""
        if self._view.canvas().content().isEmpty() != self._empty:
            self.settle()
        if not self._pause.isActive():
            self._pause.start()

    def to_map(self, point: QPointF) -> QPointF:
        """A point of the canvas on the map."""
        scale, start = self._fitting()
        return QPointF((point.x() - self._area.left()) * scale, (point.y() - self._area.top()) * scale) + start

    def to_canvas(self, point: QPointF) -> QPointF:
        """A point of the map on the canvas."""
        scale, start = self._fitting()
        inside = point - start
        return QPointF(self._area.left() + inside.x() / scale, self._area.top() + inside.y() / scale)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._map is None or self._map.devicePixelRatio() != self.devicePixelRatioF():
            self._map = self._draw()
        use = ink()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._map)
        seen = self._view.visible()
        area = QRectF(self.to_map(seen.topLeft()), self.to_map(seen.bottomRight()))
        area &= QRectF(self.rect()).adjusted(2, 2, -2, -2)
        shade = QColor(use.canvas.color())
        shade.setAlphaF(0.6)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        unseen = QPainterPath()
        unseen.addRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _ROUND, _ROUND)
        unseen.addRoundedRect(area, 3, 3)
        painter.fillPath(unseen, shade)
        painter.setPen(QPen(use.accent, 1.5))
        painter.drawRoundedRect(area, 3, 3)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._view.look_at(self.to_canvas(event.position()))
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._view.look_at(self.to_canvas(event.position()))
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def _again(self) -> None:
        self._map = None
        self.update()

    def _fitting(self) -> tuple[float, QPointF]:
        width, height = self.width() - 2 * _PAD, self.height() - 2 * _PAD
        scale = min(width / max(self._area.width(), 1), height / max(self._area.height(), 1), 0.2)
        left = (self.width() - self._area.width() * scale) / 2
        return scale, QPointF(left, (self.height() - self._area.height() * scale) / 2)

    def _draw(self) -> QPixmap:
        use, scene, ratio = ink(), self._view.canvas(), self.devicePixelRatioF()
        self._area = scene.content()
        made = QPixmap(self.size() * ratio)
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("border"), 1))
        painter.setBrush(use.surface)
        painter.drawRoundedRect(QRectF(0.5, 0.5, self.width() - 1, self.height() - 1), _ROUND, _ROUND)
        scale, _ = self._fitting()
        painter.setPen(Qt.PenStyle.NoPen)
        for frame in scene.frames.values():
            painter.setBrush(use.paper(frame.frame.colour)[0])
            painter.drawRect(QRectF(self.to_map(frame.card.topLeft()), frame.card.size() * scale))
        for note in scene.notes.values():
            painter.setBrush(use.paper(note.note.colour)[0])
            painter.drawRect(QRectF(self.to_map(note.card.topLeft()), note.card.size() * scale))
        for name, step in scene.steps.items():
            if name not in scene.wires.hosts:
                painter.setBrush(use.tones[step.kind.tone])
                size = step.card.size() * scale
                at = self.to_map(step.card.topLeft())
                painter.drawRoundedRect(QRectF(at.x(), at.y(), max(size.width(), 2), max(size.height(), 1.5)), 1, 1)
        painter.end()
        return made
