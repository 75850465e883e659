"""Decides how a message is looked at as the person who gets it sees it, and how far one can swipe and unfold it."""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QEvent, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.widgets.bubble_files import Files, Resolve, load
from whatsapp_studio.qt.widgets.bubble_motion import Slide
from whatsapp_studio.qt.widgets.bubble_paint import MARGIN, NARROWEST, WIDEST, BubblePaint
from whatsapp_studio.qt.widgets.bubble_phone import Phone, Side, Ticks
from whatsapp_studio.qt.widgets.bubble_sheet import draw_sheet, sheet_height
from whatsapp_studio.templates.bubble import Bubble, full_text
from whatsapp_studio.templates.bubble_words import aged

_EMPTY_TALL = 120
_MOST_KEPT = 48_000_000  # bytes of small pictures


class BubbleView(QWidget):
    """The phone's view of one message. Its light or dark look and text size are the phone's, not the program's.

    Left and Right swipe a carousel, Up and Down choose between what can be opened, Enter opens it (a long text, all
    options), Escape closes the options; it takes the focus only where it has one of them.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bubble: Bubble | None = None
        self._dark = self._unfolded = self._options = False
        self._scale = 1.0
        self._side: Side = "left"
        self._ticks: Ticks = ""
        self._files = Files(later=self._read)
        self._reading: set[Path] = set()
        self._chosen = ""
        self._spots: dict[str, QRectF] = {}
        self._kept: tuple[tuple[object, ...], BubblePaint] | None = None
        self._slide = Slide(self, self.update)
        self._since = QElapsedTimer()
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.timeout.connect(self._tick)
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
            self._slide.begin(len(bubble.cards) if bubble else 0)
            self._unfolded = False
        if bubble is None or not bubble.more_buttons:
            self._options = False
        self._since.start()
        self.setAccessibleDescription(full_text(bubble) if bubble else tr("Nothing to show yet"))
        moves = bool(self._openable()) or len(bubble.cards if bubble else ()) > 1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if moves else Qt.FocusPolicy.NoFocus)
        self._count_down()
        self._settle()

    def set_dark(self, dark: bool) -> None:
        """The phone's dark look."""
        self._dark = dark
        self.update()

    def set_text_scale(self, scale: float) -> None:
        """The phone's text size: 1.0 as usual, 1.3 large."""
        self._scale = scale
        self._settle()

    def set_side(self, side: Side, ticks: Ticks = "") -> None:
        """Left as the customer gets it, or right as what we sent, with the ticks of how far it came."""
        self._side, self._ticks = side, ticks if side == "right" else ""
        self._settle()

    def set_files(self, resolve: Resolve) -> None:
        """Where files of the workspace are: asked with a SHA-256, it gives a path or None."""
        self._files = Files(resolve, self._read)
        self._kept = None
        self.update()

    def unfold(self) -> None:
        """Show all of a long text, or fold it again."""
        self._unfolded = not self._unfolded
        self._settle()

    def open_options(self, shown: bool = True) -> None:
        """Open the list of all buttons over the message, or close it."""
        self._options = shown and bool(self._bubble and self._bubble.more_buttons)
        self._settle()

    @property
    def options_open(self) -> bool:
        """Whether the list of all buttons is open."""
        return self._options

    def swipe(self, by: int) -> None:
        """Go to another card of a carousel."""
        self._slide.go(self._slide.target + by)

    @property
    def first_card(self) -> int:
        """The card at the left, from 0; while it slides, the one it goes to."""
        return self._slide.target

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        paint = self._paint()
        if paint is None:
            return _EMPTY_TALL
        tall = paint.height(float(width)) + 2 * MARGIN
        return round(max(tall, sheet_height(paint.shown, paint.strokes)) if self._options else tall)

    def sizeHint(self) -> QSize:
        return QSize(round(WIDEST + 2 * MARGIN), self.heightForWidth(round(WIDEST + 2 * MARGIN)))

    # -- events --------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.setMinimumHeight(self.heightForWidth(event.size().width()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._settle()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._count_down()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._second.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # a phone is not mirrored with the program
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        screen = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        edge = QPainterPath()
        edge.addRoundedRect(screen, 12, 12)
        painter.fillPath(edge, QColor(self._phone().colours["wall"]))
        painter.setClipPath(edge)
        paint = self._paint()
        if paint is None:
            painter.setPen(QColor(self._phone().colours["meta"]))
            painter.drawText(screen, Qt.AlignmentFlag.AlignCenter, tr("Nothing to show yet"))
        else:
            paint.draw(painter, float(self.width()), self._slide.position)
            self._spots = dict(paint.spots)
            if self._options:
                self._spots = draw_sheet(painter, paint.shown, paint.strokes, screen)
        painter.setClipping(False)
        if self.hasFocus():
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(edge)
            if not self._options and len(self._openable()) > 1:
                painter.drawRoundedRect(self._spots[self._choice()].adjusted(-2, 2, 2, -2), 4, 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        openable = self._openable()
        match event.key():
            case Qt.Key.Key_Escape if self._options:
                self.open_options(False)
            case Qt.Key.Key_Left if self._slide.cards:
                self.swipe(-1)
            case Qt.Key.Key_Right if self._slide.cards:
                self.swipe(1)
            case Qt.Key.Key_Up | Qt.Key.Key_Down if len(openable) > 1 and not self._options:
                self._chosen = openable[openable.index(self._choice()) - 1]
                self.update()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space if openable:
                self._open("close" if self._options else self._choice())
            case _:
                super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and not self._options and not self._spot(event):
            self._slide.press(event.position())
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        paint = self._paint()
        if paint and self._slide.drag(event.position(), paint.step(float(self.width()))):
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            return
        touching = self._spot(event) not in ("", "sheet")
        self.setCursor(Qt.CursorShape.PointingHandCursor if touching else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._slide.release():
            self.setCursor(Qt.CursorShape.ArrowCursor)
        elif event.button() == Qt.MouseButton.LeftButton:
            self._open(self._spot(event) or ("close" if self._options else ""))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self._slide.wheel(event):
            event.accept()
        else:
            super().wheelEvent(event)

    # -- inside --------------------------------------------------------------------------------------

    def _spot(self, event: QMouseEvent) -> str:
        return next((name for name, spot in self._spots.items() if spot.contains(event.position())), "")

    def _open(self, spot: str) -> None:
        match spot:
            case "more":
                self.unfold()
            case "options" | "close":
                self.open_options(spot == "options")
            case "previous" | "next":
                self.swipe(1 if spot == "next" else -1)

    def _openable(self) -> list[str]:
        """What Enter can open, in the order it stands on the phone."""
        paint = self._paint()
        if paint is None:
            return []
        found = ["more"] if paint.folded or self._unfolded else []
        return [*found, "options"] if paint.shown.more_buttons else found

    def _choice(self) -> str:
        openable = self._openable()
        shown = [one for one in openable if one in self._spots] or openable
        return self._chosen if self._chosen in shown else shown[0]

    def _phone(self) -> Phone:
        return Phone(
            font=self.font(), dark=self._dark, scale=self._scale, ratio=self.devicePixelRatioF(),
            unfolded=self._unfolded, side=self._side, ticks=self._ticks, files=self._files,
        )  # fmt: skip

    def _paint(self) -> BubblePaint | None:
        if self._bubble is None:
            return None
        phone = self._phone()
        key = (self._bubble, phone.look)
        if self._kept is None or self._kept[0] != key:
            shown = aged(self._bubble, self._since.elapsed() / 1000) if self._second.isActive() else self._bubble
            self._kept = (key, BubblePaint(shown, phone))
        return self._kept[1]

    def _settle(self) -> None:
        self.setMinimumHeight(self.heightForWidth(max(self.width(), self.minimumWidth())))
        self.updateGeometry()
        self.update()

    def _count_down(self) -> None:
        """Let the clock of an offer run while somebody looks at it."""
        clock = self._bubble.offer_clock if self._bubble else None
        runs = clock is not None and clock.left is not None and clock.left.total_seconds() > 0
        (self._second.start if runs and self.isVisible() else self._second.stop)()

    def _tick(self) -> None:
        self._kept = None
        self.update()

    def _read(self, path: Path) -> None:
        """Have a large picture read on another thread, and show it then."""
        if path not in self._reading:
            self._reading.add(path)
            Job(self, lambda _progress: load(path)).on_done(lambda _image: self._read_at_last(path)).run()

    def _read_at_last(self, path: Path) -> None:
        self._reading.discard(path)
        self.update()


_pictures: OrderedDict[tuple[object, ...], QPixmap] = OrderedDict()


def bubble_picture(shown: Bubble, phone: Phone, size: QSize, zoom: float) -> QPixmap:
    """The upper part of a message on its wall as a small picture, ``size`` in logical pixels; drawn once and kept."""
    key = (shown, phone.look, size.width(), size.height(), zoom)
    made = _pictures.get(key)
    if made is None:
        made = _pictures[key] = _drawn(shown, phone, size, zoom)
        room = _MOST_KEPT // max(1, 4 * made.width() * made.height())
        while len(_pictures) > max(1, room):
            _pictures.popitem(last=False)
    _pictures.move_to_end(key)
    return made


def _drawn(shown: Bubble, phone: Phone, size: QSize, zoom: float) -> QPixmap:
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
