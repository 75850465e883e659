"""Decides what a new template can start from: nothing, for each category, or an example seen as people would get it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QFrame, QLabel, QScrollArea, QStyle, QVBoxLayout, QWidget

from whatsapp_studio.base import wording
from whatsapp_studio.base.i18n import language, mark, tr
from whatsapp_studio.qt import icons, theme
from whatsapp_studio.qt.widgets.bubble import bubble_picture
from whatsapp_studio.qt.widgets.bubble_files import Files
from whatsapp_studio.qt.widgets.bubble_phone import Phone
from whatsapp_studio.qt.widgets.fields import muted
from whatsapp_studio.qt.widgets.flow import FlowLayout
from whatsapp_studio.services.template_examples import Example, examples, picture
from whatsapp_studio.templates.bubble import bubble
from whatsapp_studio.templates.personalise import sample_values
from whatsapp_studio.templates.template import Template

_WIDTH, _PICTURE, _BLANK_PICTURE, _PAD, _RADIUS = 222, 210, 96, 12, 8
_ZOOM = 0.72
_LINES, _LETTERS = 5, 27
_TEXTS = {
    "welcome": (mark("Welcome"), mark("Says hello to somebody who just signed up.")),
    "order_update": (mark("Order update"), mark("Says that an order is on its way.")),
    "appointment_reminder": (mark("Appointment"), mark("Reminds of an appointment; it can be confirmed or moved.")),
    "login_code": (mark("One-time password"), mark("A code to sign in with, ready to be copied.")),
    "sale_with_code": (mark("Sale with a code"), mark("An offer with a code to copy and a link to the shop.")),
    "new_collection": (mark("Carousel"), mark("Products side by side, each with a picture and a link.")),
    "weekend_offer": (mark("Limited-time offer"), mark("An offer that shows how much time is left.")),
}
_BLANK = {
    "MARKETING": mark("An empty template for offers and news."),
    "UTILITY": mark("An empty template about an order or an appointment."),
    "AUTHENTICATION": mark("Meta's own words around a code."),
}


class StartCard(QAbstractButton):
    """One way to start: a picture, a title, a sentence, the category."""

    def __init__(self, title: str, about: str, example: Example, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.about, self.example = title, about, example
        self.foot = wording.state_word(example.category) if example.id else ""
        self._tall = _PICTURE if example.id else _BLANK_PICTURE
        self._picture = QPixmap()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(title)
        self.setAccessibleDescription(f"{about} {self.foot}".strip())
        self._fit()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        width = max(_WIDTH, metrics.averageCharWidth() * _LETTERS)
        return QSize(width, self._tall + metrics.height() * (_LINES if self.foot else _LINES - 1) + 26)

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
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("surface"))
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        self._paint_picture(painter, QRect(6, 6, self.width() - 12, self._tall))
        self._paint_words(
            painter, QRect(_PAD, self._tall + 16, self.width() - 2 * _PAD, self.height() - self._tall - 26)
        )
        edge = "focus" if self.hasFocus() else "accent" if self.underMouse() or self.isDown() else "border"
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color(edge), 2 if self.hasFocus() else 1))
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)

    def _paint_picture(self, painter: QPainter, room: QRect) -> None:
        template = self.example.looked_at(language().code)
        if not template.body or not self.example.id:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("canvas"))
            painter.drawRoundedRect(QRectF(room), 5, 5)
            icons.paint(painter, "plus", "text_muted", room.center() - QRect(0, 0, 24, 24).center(), 24)
            return
        ratio = self.devicePixelRatioF()
        if self._picture.isNull() or self._picture.devicePixelRatio() != ratio:
            self._picture = self._bubble(template, room.size(), ratio)
        painter.drawPixmap(room.topLeft(), self._picture)

    def _bubble(self, template: Template, size: QSize, ratio: float) -> QPixmap:
        values = {"body.1": "123456"} if template.category == "AUTHENTICATION" else sample_values(template)
        phone = Phone(font=self.font(), dark=theme.is_dark(), ratio=ratio, files=Files(picture))
        return bubble_picture(bubble(template, values), phone, size, _ZOOM)

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
        painter.drawText(room.adjusted(0, tall, 0, 0), wraps, self.about)
        painter.drawText(room, start | Qt.AlignmentFlag.AlignBottom, self.foot)


class TemplateGallery(QWidget):
    """The cards. ``chosen`` carries the example that is taken."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: dict[str, StartCard] = {}
        inside = QWidget()
        box = QVBoxLayout(inside)
        box.setContentsMargins(24, 16, 24, 16)
        box.setSpacing(8)
        self._rows: list[FlowLayout] = []
        for title, said in (
            (tr("Start from nothing"), ""),
            (tr("Start from an example"), tr("It is in English and Dutch, and yours to change from the first moment.")),
        ):  # fmt: skip
            head = QLabel(title)
            head.setProperty("role", "subtitle")
            box.addWidget(head)
            if said:
                box.addWidget(muted(said))
            row = QWidget()
            self._rows.append(FlowLayout(row, spacing=12))
            box.addWidget(row)
            box.addSpacing(8)
        box.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def fill(self) -> None:
        """Make the cards, the first time the gallery is wanted."""
        if self.cards:
            return
        for example in examples():
            blank = not example.id
            title, about = (
                (wording.state_word(example.category), tr(_BLANK[example.category])) if blank
                else tuple(map(tr, _TEXTS[example.id]))
            )  # fmt: skip
            card = StartCard(title, about, example)
            card.clicked.connect(partial(self._take, example))
            self.cards[example.id or example.category] = card
            self._rows[0 if blank else 1].addWidget(card)

    def focus(self) -> None:
        """Put the keyboard on the first card."""
        next(iter(self.cards.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self, example: Example) -> None:
        self.chosen.emit(example)
