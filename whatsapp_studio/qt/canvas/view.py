"""Decides how one looks at a journey: zooming at the pointer, panning four ways, and who gets which event first."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QHelpEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsView, QToolTip, QWidget

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.canvas import accessible
from whatsapp_studio.qt.canvas.fitting import MARGIN, around, fit
from whatsapp_studio.qt.canvas.grid import paint_grid
from whatsapp_studio.qt.canvas.hands import Hand
from whatsapp_studio.qt.canvas.minimap import Minimap
from whatsapp_studio.qt.canvas.overview import FAR
from whatsapp_studio.qt.canvas.scene import JourneyScene
from whatsapp_studio.qt.canvas.tips import selection_words, tip_at
from whatsapp_studio.qt.canvas.touch import pinched
from whatsapp_studio.qt.widgets.plain import plain_tip

LEAST, MOST, STEP = 0.1, 3.0, 1.2
_ARROW_PAN, _ALWAYS_SEEN, _CALM_MS, _SLOW_MS = 48, 120, 150, 12.0
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1),
}  # fmt: skip


# A ring round the whole canvas shows where the keys go, for whoever came with keys.
_BY_KEY = (
    Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason,
)  # fmt: skip


class JourneyView(QGraphicsView):
    """A window on the canvas. It never changes the journey; its :attr:`hand` does.

    ``zoomed`` carries the new zoom (1.0 is 100 %), ``moved`` says that another part is in sight.
    """

    zoomed = Signal(float)
    moved = Signal()

    def __init__(self, scene: JourneyScene, settings: QSettings | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hand: Hand | None = None
        self._canvas = scene
        self._zoom = 1.0
        self._panning: QPoint | None = None
        self._space = self._space_used = self._opened = self._slow = self._by_key = False
        self.setScene(scene)
        self.setFrameShape(QFrame.Shape.NoFrame)
        # Places on the canvas are the same in every language.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)
        self.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(True)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.viewport().setAcceptDrops(True)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)
        accessible.offer()
        self.setAccessibleName(tr("Journey canvas"))
        self.setAccessibleDescription(tr("The list of steps shows the same journey as a tree."))
        self._calm = QTimer(self, singleShot=True, interval=_CALM_MS)
        self._calm.timeout.connect(self._sharpen)
        self.minimap = Minimap(self, settings)
        self.horizontalScrollBar().valueChanged.connect(self.moved)
        self.verticalScrollBar().valueChanged.connect(self.moved)
        scene.settled.connect(self._fit_range)
        scene.document.selected.connect(self._announce)
        self._fit_range()

    # -- zoom ----------------------------------------------------------------------------------------

    def canvas(self) -> JourneyScene:
        """The scene that is looked at."""
        return self._canvas

    def zoom(self) -> float:
        """How large things are: 1.0 is 100 %."""
        return self._zoom

    def set_zoom(self, zoom: float, at: QPoint | None = None) -> None:
        """Make things larger or smaller; what is at a point of the viewport (else its middle) stays there."""
        zoom = min(max(zoom, LEAST), MOST)
        if abs(zoom - self._zoom) < 1e-6:
            return
        fixed = at if at is not None else self.viewport().rect().center()
        under = self._exact(fixed)
        self._zoom = zoom
        self._hurry()
        self._canvas.show_far(zoom < FAR)
        self.setTransform(QTransform.fromScale(zoom, zoom))
        self._fit_range()
        self.put(under, QPointF(fixed))
        self.zoomed.emit(zoom)

    def zoom_in(self) -> None:
        """One step larger."""
        self.set_zoom(self._zoom * STEP)

    def zoom_out(self) -> None:
        """One step smaller."""
        self.set_zoom(self._zoom / STEP)

    def fit(self) -> None:
        """Show the whole journey, never larger than 100 %."""
        fit(self, self._canvas.content())

    def fit_selection(self) -> None:
        """Show what is selected, or the whole journey."""
        area = around(self._canvas, self._canvas.document.selection)
        fit(self, area if not area.isEmpty() else self._canvas.content())

    def go_home(self) -> None:
        """Show where the journey begins, at the top: the entry that is highest."""
        steps = self._canvas.steps.values()
        entries = [step for step in steps if step.kind.is_entry] or list(steps)
        if not entries:
            self.put(QPointF(0, 0), QPointF(self.viewport().rect().center()))
            return
        first = min(entries, key=lambda step: (step.pos().y(), step.pos().x()))
        start, content = self._canvas.in_point(first.step.id), self._canvas.content()
        half = self.viewport().width() / 2 / self._zoom
        beside = half - MARGIN / self._zoom
        low, high = content.left() + beside, content.right() - beside
        x = min(max(start.x(), low), high) if low <= high else content.center().x()
        self.put(QPointF(x, start.y()), QPointF(self.viewport().width() / 2, MARGIN))

    def centre_on(self, id: str) -> None:
        """Bring an item to the middle, large enough to be read; nothing for one that is not there."""
        item = self._canvas.item_of(id)
        frame = self._canvas.frames.get(self._canvas.wires.hosts.get(id, ""))
        item = frame or item
        if item is not None:
            if self._zoom < FAR:
                self.set_zoom(1.0)
            middle = item.mapRectToScene(item.boundingRect()).center()
            self.put(middle, QPointF(self.viewport().rect().center()))

    def visible(self) -> QRectF:
        """The part of the canvas in sight."""
        size = self.viewport().size()
        start = self._exact(QPoint(0, 0))
        return QRectF(start.x(), start.y(), size.width() / self._zoom, size.height() / self._zoom)

    def pan(self, dx: int, dy: int) -> None:
        """Move what is seen by so many pixels."""
        self._bar_by(dx, dy)

    def put(self, point: QPointF, at: QPointF) -> None:
        """Have a point of the canvas at a point of the viewport."""
        self.horizontalScrollBar().setValue(round(point.x() * self._zoom - at.x()))
        self.verticalScrollBar().setValue(round(point.y() * self._zoom - at.y()))

    # -- events --------------------------------------------------------------------------------------

    def wheelEvent(self, event: QWheelEvent) -> None:
        by, exact = event.angleDelta(), event.pixelDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self._zoom * STEP ** (by.y() / 120), event.position().toPoint())
        else:
            delta = exact if not exact.isNull() else by * 0.5
            dx, dy = delta.x(), delta.y()
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not dx:
                dx, dy = dy, 0
            self._bar_by(-round(dx), -round(dy))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.MiddleButton or (
            self._space and event.button() == Qt.MouseButton.LeftButton
        ):
            self._panning, self._space_used = event.position().toPoint(), True
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            event.accept()
        elif self.hand is None or not self.hand.press(event):
            event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._panning is not None:
            here = event.position().toPoint()
            by = self._panning - here
            self._panning = here
            self._bar_by(by.x(), by.y())
        elif self.hand is not None:
            self.hand.move(event)
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._panning is not None:
            self._panning = None
            self._show_space()
        elif self.hand is not None:
            self.hand.release(event)
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.hand is not None:
            self.hand.double(event)
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.setAccepted(self.hand is not None and self.hand.menu(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            if not event.isAutoRepeat():
                self._space, self._space_used = True, False
                self._show_space()
            event.accept()
        elif self.hand is not None and self.hand.key(event):
            event.accept()
        elif event.key() in _ARROWS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            dx, dy = _ARROWS[Qt.Key(event.key())]
            self._bar_by(dx * _ARROW_PAN, dy * _ARROW_PAN)
            event.accept()
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self._space:
            if not event.isAutoRepeat():
                self._space = False
                self._show_space()
                if not self._space_used and self.hand is not None:
                    self.hand.space()
            event.accept()
        else:
            event.setAccepted(self.hand is not None and self.hand.key_up(event))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.setAccepted(self.hand is not None and self.hand.drag_enter(event))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.setAccepted(self.hand is not None and self.hand.drag_move(event))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        if self.hand is not None:
            self.hand.drag_leave(event)

    def dropEvent(self, event: QDropEvent) -> None:
        event.setAccepted(self.hand is not None and self.hand.drop(event))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._by_key = event.reason() in _BY_KEY
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._space = False
        self._show_space()
        # A menu or a list that opens over the canvas belongs to what is being done.
        if self.hand is not None and event.reason() != Qt.FocusReason.PopupFocusReason:
            self.hand.cancel("focus")
        super().focusOutEvent(event)
        self.viewport().update()

    def hideEvent(self, event: QHideEvent) -> None:
        if self.hand is not None:
            self.hand.cancel("hidden")
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        before = self._exact(QPoint(0, 0))
        super().resizeEvent(event)
        self._fit_range()
        if self._opened:
            self.put(before, QPointF(0, 0))
        else:
            self._opened = True
            self.go_home()
        self.minimap.settle()

    def viewportEvent(self, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.ToolTip if isinstance(event, QHelpEvent):
                text = tip_at(self._canvas, self.mapToScene(event.pos()))
                QToolTip.showText(event.globalPos(), plain_tip(text), self.viewport()) if text else QToolTip.hideText()
                return True
            case QEvent.Type.Leave if self.hand is not None:
                self.hand.leave()
            case QEvent.Type.NativeGesture | QEvent.Type.Gesture:
                if (pinch := pinched(event, self.viewport())) is not None:
                    self.set_zoom(self._zoom * pinch[0], pinch[1])
                    return True
        return super().viewportEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.LanguageChange):
            self._canvas.restyle()
            self.minimap.forget()
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        began = time.perf_counter()
        super().paintEvent(event)
        if event.rect() == self.viewport().rect():
            self._slow = (time.perf_counter() - began) * 1000 > _SLOW_MS
        if self._by_key and self.hasFocus() and not self._canvas.document.selection:
            painter = QPainter(self.viewport())
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        origin = self.mapFromScene(QPointF(0, 0))
        exposed = self.viewport().rect() & self.mapFromScene(QRectF(rect)).boundingRect().adjusted(-1, -1, 1, 1)
        painter.save()
        painter.resetTransform()
        paint_grid(painter, exposed, QPointF(origin), self._zoom, self.devicePixelRatioF())
        painter.restore()

    def look_at(self, point: QPointF) -> None:
        """Bring a point of the canvas to the middle."""
        self.put(point, QPointF(self.viewport().rect().center()))

    # -- inside --------------------------------------------------------------------------------------

    def _fit_range(self) -> None:
        """Let one pan until only a little of the content is in sight, whatever the zoom."""
        content, size = self._canvas.content(), self.viewport().size()
        beyond_x = max(size.width() - _ALWAYS_SEEN, MARGIN) / self._zoom
        beyond_y = max(size.height() - _ALWAYS_SEEN, MARGIN) / self._zoom
        self.setSceneRect(content.adjusted(-beyond_x, -beyond_y, beyond_x, beyond_y))

    def _exact(self, at: QPoint) -> QPointF:
        return QPointF(
            (at.x() + self.horizontalScrollBar().value()) / self._zoom,
            (at.y() + self.verticalScrollBar().value()) / self._zoom,
        )

    def _bar_by(self, dx: int, dy: int) -> None:
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() + dx)
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + dy)

    def _hurry(self) -> None:
        """While things move fast and drawing is slow, edges may be rough."""
        if self._slow:
            self.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        self._calm.start()

    def _sharpen(self) -> None:
        self.setRenderHint(QPainter.RenderHint.Antialiasing, True)

    def _show_space(self) -> None:
        if self._space:
            self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self.viewport().unsetCursor()

    def _announce(self) -> None:
        self.viewport().update() if not self._canvas.document.selection else None
        if len(self._canvas.document.selection) == 1 and self.hasFocus() and accessible.is_read(self):
            # The thing itself has the focus then, and is read.
            return
        words = selection_words(self._canvas.document)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
