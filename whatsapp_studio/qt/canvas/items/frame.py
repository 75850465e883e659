"""Decides how a frame looks: a titled area around its steps, or one card that says how many they are."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QStaticText
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from whatsapp_studio.base.errors import Severity
from whatsapp_studio.base.i18n import ntr, tr
from whatsapp_studio.journeys.graph import Frame
from whatsapp_studio.journeys.kinds import Port
from whatsapp_studio.journeys.routing import card_size, port_offset
from whatsapp_studio.qt.canvas.ink import elided, icon, ink, laid_out
from whatsapp_studio.qt.canvas.items.marks import paint_badge, paint_head
from whatsapp_studio.qt.canvas.items.step import DIM, PORT, RADIUS, RING

BAR, TOGGLE = 32.0, 24.0
_READABLE = 0.4


class FrameItem(QGraphicsItem):
    """A frame, open or collapsed."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self.frame = frame
        self.chosen = self.hovered = self.dimmed = self.entered = False
        # Where nothing can be clicked there is no sign to fold it.
        self.folds = True
        self.badge: Severity | None = None
        self.messages = 0
        self.ports: tuple[Port, ...] = ()
        self.head: QPen | None = None
        self._area = QRectF(0, 0, *card_size(0))
        self._texts: tuple[QStaticText, QStaticText] | None = None

    def show_frame(self, frame: Frame, area: QRectF, ports: tuple[Port, ...] = (), messages: int = 0) -> None:
        """Show a frame around an area of the canvas, or as a card there with an output for each arrow out of it."""
        if (frame, area.topLeft(), area.size(), ports, messages) == (
            self.frame, self.pos(), self._area.size(), self.ports, self.messages,
        ):  # fmt: skip
            return
        self.prepareGeometryChange()
        self.frame, self.ports, self.messages = frame, ports, messages
        self._area = QRectF(QPointF(0, 0), area.size())
        self._texts = None
        self.setPos(area.topLeft())
        # A larger frame lies below a smaller one.
        self.setZValue(20 if frame.collapsed else 1 - min(0.9, area.width() * area.height() / 1e8))
        self.update()

    @property
    def thing(self) -> Frame:
        """What it shows."""
        return self.frame

    @property
    def card(self) -> QRectF:
        """The frame on the canvas."""
        return self._area.translated(self.pos())

    @property
    def bar(self) -> QRectF:
        """The stretch with the title, on the canvas; all of it when collapsed."""
        area = self.card
        return area if self.frame.collapsed else QRectF(area.left(), area.top(), area.width(), BAR)

    @property
    def toggle(self) -> QRectF:
        """Where a click opens or collapses the frame, on the canvas."""
        area = self.card
        return QRectF(area.right() - TOGGLE - 6, area.top() + (6 if self.frame.collapsed else 4), TOGGLE, TOGGLE)

    @property
    def width(self) -> float:
        """How wide it is."""
        return self._area.width()

    @property
    def height(self) -> float:
        """How high it is."""
        return self._area.height()

    @property
    def offsets(self) -> tuple[float, ...]:
        """Where arrows leave a collapsed frame, from its left edge."""
        return tuple(port_offset(self.width, len(self.ports), i) for i in range(len(self.ports)))

    def forget_texts(self) -> None:
        """The font is another one."""
        self._texts = None
        self.update()

    def boundingRect(self) -> QRectF:
        return self._area.adjusted(-14, -14, 14, 14)

    def texts(self) -> tuple[QStaticText, QStaticText]:
        """Title and counts, laid out once."""
        if self._texts is None:
            use, room = ink(), self._area.width() - (86 if self.frame.collapsed else 58)
            counts = ntr("{n} step", "{n} steps", len(self.frame.steps))
            if self.messages:
                messages = ntr("{n} message", "{n} messages", self.messages)
                counts = tr("{steps} · {messages}", steps=counts, messages=messages)
            title = self.frame.title or tr("Frame")
            self._texts = (
                laid_out(elided(title, use.title_metrics, room), room + 1),
                laid_out(elided(counts, use.text_metrics, self._area.width() - 30), self._area.width() - 29),
            )
        return self._texts

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        use, zoom = ink(), painter.worldTransform().m11()
        if self.dimmed:
            painter.setOpacity(DIM)
        if self.chosen:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(use.ring)
            painter.drawRoundedRect(self._area.adjusted(-RING, -RING, RING, RING), RADIUS + RING, RADIUS + RING)
        if self.frame.collapsed:
            self._paint_card(painter, zoom)
        else:
            self._paint_open(painter, zoom)

    def _paint_open(self, painter: QPainter, zoom: float) -> None:
        use = ink()
        fill, edge = use.paper(self.frame.colour)
        soft = QColor(fill.color())
        soft.setAlphaF(0.45)
        painter.setPen(QPen(edge.color(), 2 if self.hovered else 1))
        painter.setBrush(soft)
        painter.drawRoundedRect(self._area.adjusted(0.5, 0.5, -0.5, -0.5), 12, 12)
        if zoom >= _READABLE:
            title, _ = self.texts()
            painter.setPen(use.text)
            painter.setFont(use.title_font)
            painter.drawStaticText(QPointF(16, 17 - title.size().height() / 2), title)
            self._paint_toggle(painter, zoom)

    def _paint_card(self, painter: QPainter, zoom: float) -> None:
        use, area = ink(), self._area
        fill, edge = use.paper(self.frame.colour)
        painter.setPen(QPen(edge.color(), 1))
        for lift in (6, 3):
            painter.setBrush(fill)
            painter.drawRoundedRect(area.adjusted(lift + 0.5, lift + 0.5, -lift - 0.5, lift - 0.5), RADIUS, RADIUS)
        painter.setBrush(QBrush(use.surface))
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        if zoom >= _READABLE:
            title, counts = self.texts()
            side = max(1, round(20 * zoom * painter.device().devicePixelRatioF()))
            painter.drawPixmap(QRectF(16, 14, 20, 20), icon("workflow", "text_muted", side), QRectF())
            painter.setPen(use.text)
            painter.setFont(use.title_font)
            painter.drawStaticText(QPointF(44, 24 - title.size().height() / 2), title)
            painter.setPen(use.muted)
            painter.setFont(use.text_font)
            painter.drawStaticText(QPointF(16, 51 - counts.size().height() / 2), counts)
            self._paint_toggle(painter, zoom)
        if self.entered:
            paint_head(painter, area.width() / 2, self.head)
        painter.setPen(use.line)
        painter.setBrush(use.surface)
        for at in self.offsets:
            painter.drawEllipse(QPointF(at, area.height()), PORT, PORT)
        if self.badge:
            paint_badge(painter, self.badge, area.width() - 3, 3)

    def _paint_toggle(self, painter: QPainter, zoom: float) -> None:
        if not self.folds:
            return
        side = max(1, round(16 * zoom * painter.device().devicePixelRatioF()))
        name = "chevron-down" if self.frame.collapsed else "chevron-up"
        at = self.toggle.center() - self.pos()
        painter.drawPixmap(QRectF(at.x() - 8, at.y() - 8, 16, 16), icon(name, "text_muted", side), QRectF())
