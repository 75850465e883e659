"""Decides what a new journey can start from: nothing, or one of the examples, each shown as a small picture."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QFrame, QLabel, QScrollArea, QStyle, QVBoxLayout, QWidget

from whatsapp_studio.base.i18n import ntr, tr
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.qt import icons, theme
from whatsapp_studio.qt.journeys.miniature import Miniature
from whatsapp_studio.qt.widgets.fields import muted
from whatsapp_studio.qt.widgets.flow import FlowLayout

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio

_WIDTH, _PICTURE, _PAD, _RADIUS = 192, 316, 12, 8
# Room for the words: the title, a sentence in four lines, how many steps; and so many letters in a line.
_LINES, _LETTERS = 7, 25


class ChoiceCard(QAbstractButton):
    """One way to start: a picture, a title, a sentence and how many steps. Without a journey it is the blank one."""

    def __init__(self, title: str, about: str, journey: Journey | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.about = title, about
        steps = len(journey.steps) if journey else 0
        self.foot = ntr("{n} step", "{n} steps", steps) if steps else ""
        self._miniature = Miniature(journey) if journey else None
        self._fit()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(title)
        self.setAccessibleDescription(" ".join(part for part in (about, self.foot) if part))

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        width = max(_WIDTH, metrics.averageCharWidth() * _LETTERS)
        return QSize(width, _PICTURE + metrics.height() * _LINES + 26)

    def _fit(self) -> None:
        self._picture = QPixmap()
        self.setFixedSize(self.sizeHint())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._fit()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        hot = self.underMouse() or self.isDown()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("surface"))
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        self._paint_picture(painter, QRect(6, 6, self.width() - 12, _PICTURE))
        self._paint_words(painter, QRect(_PAD, _PICTURE + 16, self.width() - 2 * _PAD, self.height() - _PICTURE - 26))
        edge = "focus" if self.hasFocus() else "accent" if hot else "border"
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color(edge), 2 if self.hasFocus() else 1))
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)

    def _paint_picture(self, painter: QPainter, room: QRect) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("canvas"))
        painter.drawRoundedRect(QRectF(room), 5, 5)
        if self._miniature is None:
            painter.setPen(QPen(theme.color("border_strong"), 1.5, Qt.PenStyle.DashLine))
            painter.setBrush(theme.color("surface"))
            card = QRect(0, 0, 104, 48)
            card.moveCenter(room.center())
            painter.drawRoundedRect(QRectF(card), 6, 6)
            icons.paint(painter, "plus", "text_muted", card.center() - QRect(0, 0, 20, 20).center(), 20)
            return
        ratio = self.devicePixelRatioF()
        if self._picture.isNull() or self._picture.devicePixelRatio() != ratio:
            self._picture = self._miniature.picture(room.size(), ratio)
        painter.drawPixmap(room.topLeft(), self._picture)

    def _paint_words(self, painter: QPainter, room: QRect) -> None:
        strong = QFont(self.font())
        strong.setWeight(QFont.Weight.DemiBold)
        painter.setFont(strong)
        painter.setPen(theme.color("text"))
        start = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        wraps = start | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(room, wraps, self.title)
        tall = painter.fontMetrics().boundingRect(room, wraps, self.title).height() + 2
        painter.setFont(theme.scaled(self.font(), 0.92))
        painter.setPen(theme.color("text_muted"))
        below = room.adjusted(0, tall, 0, 0)
        painter.drawText(below, wraps, self.about)
        painter.drawText(room, start | Qt.AlignmentFlag.AlignBottom, self.foot)


class Gallery(QWidget):
    """The cards in a row, and below it where there is no room. ``chosen`` carries an example's name, empty: blank."""

    chosen = Signal(str)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self.cards: dict[str, ChoiceCard] = {}
        self._row = QWidget()
        self._flow = FlowLayout(self._row, spacing=12)
        inside = QWidget()
        box = QVBoxLayout(inside)
        box.setContentsMargins(24, 20, 24, 16)
        box.setSpacing(4)
        head = QLabel(tr("What should it start from?"))
        head.setProperty("role", "subtitle")
        box.addWidget(head)
        box.addWidget(muted(tr("An example is a journey of your own from the first moment: change what you like.")))
        box.addSpacing(12)
        box.addWidget(self._row, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        self._area = area
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def fill(self) -> None:
        """Make the cards, the first time the gallery is wanted."""
        if self.cards:
            return
        self._add("", tr("Blank"), tr("An empty canvas. Choose who enters, then add step after step."), None)
        for one in self._studio.journeys.examples():
            self._add(one.name, one.title, one.about, self._studio.journeys.example(one.name))

    def focus(self) -> None:
        """Put the keyboard on the first card."""
        self.cards[""].setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, name: str, title: str, about: str, journey: Journey | None) -> None:
        card = ChoiceCard(title, about, journey)
        card.clicked.connect(self._chooses(name))
        card.setEnabled(not self._studio.read_only)
        self.cards[name] = card
        self._flow.addWidget(card)

    def _chooses(self, name: str) -> Callable[[], None]:
        return lambda: self.chosen.emit(name)
