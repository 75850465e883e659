"""Decides how a message is looked at as the person who gets it sees it, and how far one can swipe and unfold it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.widgets.bubble_paint import MARGIN, NARROWEST, WIDEST, BubblePaint, Phone
from whatsapp_studio.templates.bubble import Bubble, plain_text

_EMPTY_TALL = 120


class BubbleView(QWidget):
    """The phone's view of one message. Its light or dark look and text size are the phone's, not the program's.

    Left and Right swipe a carousel, Enter unfolds a long text; it takes the focus only where it has one of them.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bubble: Bubble | None = None
        self._dark = False
        self._scale = 1.0
        self._unfolded = False
        self._first_card = 0
        self._spots: dict[str, QRectF] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumWidth(round(NARROWEST + 2 * MARGIN))
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Preview on a phone"))

    def show_bubble(self, bubble: Bubble | None) -> None:
        """Show a message, or an empty phone for None."""
        before, self._bubble = self._bubble, bubble
        if bubble is None or before is None or len(bubble.cards) != len(before.cards):
            self._first_card = 0
            self._unfolded = False
        self.setAccessibleDescription(plain_text(bubble) if bubble else tr("Nothing to show yet"))
        paint = self._paint()
        moves = paint is not None and (paint.folded or self._unfolded or len(paint.shown.cards) > 1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if moves else Qt.FocusPolicy.NoFocus)
        self._settle()

    def set_dark(self, dark: bool) -> None:
        """The phone's dark look."""
        self._dark = dark
        self.update()

    def set_text_scale(self, scale: float) -> None:
        """The phone's text size: 1.0 as usual, 1.3 large."""
        self._scale = scale
        self._settle()

    def unfold(self) -> None:
        """Show all of a long text, or fold it again."""
        self._unfolded = not self._unfolded
        self._settle()

    def swipe(self, by: int) -> None:
        """Go to another card of a carousel."""
        cards = len(self._bubble.cards) if self._bubble else 0
        self._first_card = max(0, min(cards - 1, self._first_card + by))
        self.update()

    @property
    def first_card(self) -> int:
        """The card at the left, from 0."""
        return self._first_card

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        paint = self._paint()
        return round(paint.height(float(width)) + 2 * MARGIN) if paint else _EMPTY_TALL

    def sizeHint(self) -> QSize:
        return QSize(round(WIDEST + 2 * MARGIN), self.heightForWidth(round(WIDEST + 2 * MARGIN)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.setMinimumHeight(self.heightForWidth(event.size().width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # a phone is not mirrored with the program
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("focus"), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._phone().colours["wall"]))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 12, 12)
        paint = self._paint()
        if paint is not None:
            paint.draw(painter, float(self.width()))
            self._spots = paint.spots

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Left if self._bubble and self._bubble.cards:
                self.swipe(-1)
            case Qt.Key.Key_Right if self._bubble and self._bubble.cards:
                self.swipe(1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space:
                self.unfold()
            case _:
                super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        touching = any(spot.contains(event.position()) for spot in self._spots.values())
        self.setCursor(Qt.CursorShape.PointingHandCursor if touching else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        for name, spot in self._spots.items():
            if spot.contains(event.position()):
                if name == "more":
                    self.unfold()
                else:
                    self.swipe(1 if name == "next" else -1)
                return

    def _phone(self) -> Phone:
        return Phone(
            font=self.font(), dark=self._dark, scale=self._scale, ratio=self.devicePixelRatioF(),
            unfolded=self._unfolded, first_card=self._first_card,
        )  # fmt: skip

    def _paint(self) -> BubblePaint | None:
        return BubblePaint(self._bubble, self._phone()) if self._bubble else None

    def _settle(self) -> None:
        self.setMinimumHeight(self.heightForWidth(max(self.width(), self.minimumWidth())))
        self.updateGeometry()
        self.update()


def bubble_picture(shown: Bubble, phone: Phone, size: QSize, zoom: float) -> QPixmap:
    """The upper part of a message on its wall as a small picture, ``size`` in logical pixels."""
    made = QPixmap(size * phone.ratio)
    made.setDevicePixelRatio(phone.ratio)
    made.fill(QColor(phone.colours["wall"]))
    painter = QPainter(made)
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(zoom, zoom)
    BubblePaint(shown, phone).draw(painter, size.width() / zoom)
    painter.end()
    return made
