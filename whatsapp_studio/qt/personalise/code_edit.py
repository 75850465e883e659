"""Decides how an expression is typed: coloured, completed, folded into pills, and told at once where it is wrong."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF, QTextBlock, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from whatsapp_studio.base import wording
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.personalise.checking import Check, Trouble
from whatsapp_studio.qt.personalise.highlight import Highlighter
from whatsapp_studio.qt.personalise.offers import Asked, Offer, asked, completed, fitting
from whatsapp_studio.qt.personalise.popup import OfferList
from whatsapp_studio.qt.personalise.scan import Pill
from whatsapp_studio.qt.personalise.vocabulary import language_offers
from whatsapp_studio.qt.widgets.latest import Latest

SOON_MS = 90
_HALF_WAVE = 2.5


class CodeEdit(QPlainTextEdit):
    """A text of Liquid. ``edited`` comes with the text when a person changed it, ``checked`` with what is wrong.

    Undo, copy and search see the plain text, whatever is folded.
    """

    edited = Signal(str)
    checked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.colours = Highlighter(self.document())
        self._offers: Sequence[Offer] = ()
        self._check: Check | None = None
        self._troubles: tuple[Trouble, ...] = ()
        self._last = ""
        self._checking = Latest(self)
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self.check_now)
        self.popup = OfferList(self)
        self.popup.chosen.connect(self.take)
        self.textChanged.connect(self._changed)
        self.cursorPositionChanged.connect(self._moved)

    # -- what is known -------------------------------------------------------------------------------

    def set_offers(self, offers: Sequence[Offer]) -> None:
        """What may be put in."""
        self._offers = offers

    def set_check(self, check: Check | None) -> None:
        """How the text is checked, a moment after each change."""
        self._check = check
        self._soon.start()

    def set_folded(self, on: bool) -> None:
        """Show names as pills, or the whole text."""
        self.colours.fold = on
        self._moved()
        self.colours.rehighlight()

    @property
    def troubles(self) -> tuple[Trouble, ...]:
        """What was wrong when the text was looked at last."""
        return self._troubles

    # -- the text ------------------------------------------------------------------------------------

    def text(self) -> str:
        return self.toPlainText()

    def setText(self, text: str) -> None:
        """Mirror a text: announces nothing, forgets what could be undone, and puts the cursor at the end."""
        self._last = text
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.popup.hide()
        self._soon.start()

    def write(self, text: str) -> None:
        """Put a text in the place of all there is, so that it can be undone."""
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def put_in(self, text: str, *, into: int = 0) -> None:
        """Insert at the cursor, for what is selected; the cursor ends ``into`` characters before its end."""
        cursor = self.textCursor()
        cursor.insertText(text)
        if into:
            cursor.movePosition(QTextCursor.MoveOperation.Left, n=into)
        self.setTextCursor(cursor)

    def put_between(self, start: int, end: int, text: str) -> None:
        """Put a text in the place of what stands from ``start`` up to ``end``; the cursor stays behind what it was."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text)

    def halves(self) -> tuple[str, str]:
        """The text before and after the cursor."""
        at, text = self.textCursor().position(), self.text()
        return text[:at], text[at:]

    def check_now(self) -> None:
        """Look for what is wrong, outside the window's thread."""
        self._soon.stop()
        check, text = self._check, self.text()
        if check is None or ("{{" not in text and "{%" not in text):
            self._show(text, ())
            return
        self._checking.ask(lambda: check(text), lambda found: self._show(text, found))

    def _show(self, text: str, found: tuple[Trouble, ...]) -> None:
        if text == self.text():
            self._troubles = found
            self.colours.show_troubles(found)
            self.checked.emit(found)

    # -- completing ----------------------------------------------------------------------------------

    def offer(self) -> None:
        """Offer what fits where the cursor is."""
        half = asked(self.halves()[0])
        found = fitting(half, [*self._offers, *_words_for(half)]) if half is not None else []
        if half is None or not found or (len(found) == 1 and found[0].name == half.letters):
            self.popup.hide()
            return
        self.popup.offer(found, self.viewport().mapToGlobal(self.cursorRect().bottomLeft()))

    def take(self, offer: Offer) -> None:
        """Finish what is half typed with ``offer``."""
        before, after = self.halves()
        half = asked(before)
        self.popup.hide()
        if half is None:
            half = Asked((offer.kind,), "", 0)
        head, tail = completed(before, after, half, offer)
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(head + tail)
        cursor.endEditBlock()
        cursor.setPosition(len(head))
        self.setTextCursor(cursor)
        self.popup.hide()

    def complete_with(self, name: str) -> None:
        """Finish the contact's field that is half typed before the cursor."""
        self.take(Offer("field", f"contact.{name}"))

    # -- events --------------------------------------------------------------------------------------

    def _changed(self) -> None:
        text = self.text()
        # Colours count as a change of the document, too.
        if text != self._last:
            self._last = text
            self._soon.start()
            self.edited.emit(text)
            if self.hasFocus():
                self.offer()

    def _moved(self) -> None:
        here = self.textCursor()
        inside = (here.blockNumber(), here.positionInBlock()) if self.hasFocus() else (-1, -1)
        self.colours.cursor_at(*inside)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.popup.isVisible() and self.popup.take_key(event):
            return
        if event.key() == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.offer()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._moved()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.popup.hide()
        self._moved()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "colours"):
            self.colours.rehighlight()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            self.setToolTip(self._tip(self.cursorForPosition(event.pos()).position()))  # type: ignore[attr-defined]
        return super().event(event)

    def _tip(self, at: int) -> str:
        found = next((one for one in self._troubles if one.start <= at <= one.end), None)
        return wording.sentence(found.problem) if found is not None else ""

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(source.text())

    # -- pills ---------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.colours.fold:
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(theme.color("accent"))
            painter.setBrush(theme.color("accent_soft"))
            block = self.firstVisibleBlock()
            while block.isValid():
                if self.blockBoundingGeometry(block).translated(self.contentOffset()).top() > self.height():
                    break
                for pill in self.colours.folded(block.blockNumber(), block.text()):
                    for shape in self._shapes(block, pill):
                        painter.drawRoundedRect(shape, 6, 6)
                block = block.next()
            painter.end()
        super().paintEvent(event)
        if self._troubles:
            self._draw_waves()
        if self.colours.fold and self.hasFocus():
            self._draw_cursor()

    def _draw_waves(self) -> None:
        """A wave that is seen on a dark ground and in small letters, too."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("error"), 1.4))
        for trouble in self._troubles:
            block = self.document().findBlock(trouble.start)
            while block.isValid() and block.position() < trouble.end:
                first, last = max(0, trouble.start - block.position()), trouble.end - block.position()
                for shape in self._shapes(block, Pill(first, last, first, last)):
                    painter.drawPolyline(_wave(shape.left() + 5, shape.right() - 5, shape.bottom()))
                block = block.next()

    def _draw_cursor(self) -> None:
        """Behind a pill the cursor would be as small as the marks that are folded away there."""
        here = self.textCursor()
        block = here.block()
        folded = self.colours.folded(block.blockNumber(), block.text())
        if any(one.end == here.positionInBlock() for one in folded):
            line = block.layout().lineForTextPosition(here.positionInBlock())
            top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top() + line.y()
            painter = QPainter(self.viewport())
            painter.setPen(theme.color("text"))
            x = self.cursorRect().center().x() + 2
            painter.drawLine(QPointF(x, top + 1), QPointF(x, top + line.height() - 2))

    def _shapes(self, block: QTextBlock, pill: Pill) -> list[QRectF]:
        """Where a pill is drawn: one shape for each line it runs over."""
        layout = block.layout()
        origin = self.blockBoundingGeometry(block).translated(self.contentOffset()).topLeft()
        found = []
        for n in range(layout.lineCount()):
            line = layout.lineAt(n)
            first, last = max(pill.first, line.textStart()), min(pill.last, line.textStart() + line.textLength())
            if first < last:
                left, right = _x(line.cursorToX(first)), _x(line.cursorToX(last))
                top = origin + QPointF(min(left, right) - 5, line.y() + 1)
                found.append(QRectF(top.x(), top.y(), abs(right - left) + 10, line.height() - 2))
        return found


def _wave(left: float, right: float, y: float) -> QPolygonF:
    steps = max(1, round((right - left) / _HALF_WAVE))
    return QPolygonF([QPointF(left + n * (right - left) / steps, y - (n % 2) * 2.2 + 0.6) for n in range(steps + 1)])


def _words_for(half: Asked) -> Sequence[Offer]:
    return language_offers() if {"filter", "tag"} & set(half.kinds) else ()


def _x(found: object) -> float:
    """The x of a cursor: PySide tells the cursor with it."""
    return float(found[0]) if isinstance(found, (tuple, list)) else float(found)  # type: ignore[arg-type]
