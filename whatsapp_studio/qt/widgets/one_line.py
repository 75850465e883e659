"""Decides how a line of text is shown that may have less room than it needs: shortened, and whole in its tip."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from whatsapp_studio.qt.widgets.plain import plain_tip

# Letters that are always seen.
_LEAST = 6


class OneLine(QLabel):
    """A plain text in one line. ``role`` is its look; ``text`` is always the whole."""

    def __init__(self, text: str = "", role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        if role:
            self.setProperty("role", role)

    def setText(self, text: str) -> None:
        super().setText(text)
        self._tell()

    def minimumSizeHint(self) -> QSize:
        whole = super().minimumSizeHint()
        return QSize(min(whole.width(), self.fontMetrics().averageCharWidth() * _LEAST), whole.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()

    def _tell(self) -> None:
        text = self.text()
        cut = bool(text) and super().sizeHint().width() > self.width()
        self.setToolTip(plain_tip(text) if cut else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.toolTip():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        QFrame.drawFrame(self, painter)
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        self.style().drawItemText(
            painter, room, int(self.style().visualAlignment(self.layoutDirection(), align)), self.palette(),
            self.isEnabled(), shown, self.foregroundRole(),
        )  # fmt: skip
