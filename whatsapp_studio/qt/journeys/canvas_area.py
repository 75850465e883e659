"""Decides what is said over an empty canvas: how to begin."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.canvas.document import JourneyDocument

_WIDTH, _MARGIN = 420, 16


class CanvasArea(QWidget):
    """The view, with a word of help above it while the journey has no step."""

    def __init__(self, view: QWidget, document: JourneyDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(view)
        self.title = QLabel(tr("Who enters this journey?"))
        self.title.setProperty("role", "subtitle")
        self.text = QLabel(tr("Double-click a step under Entry, drag one here, or press Insert and type."))
        self.text.setProperty("role", "muted")
        self.text.setWordWrap(True)
        self.hint = QWidget(self)
        # Clicks and drops are for the canvas below.
        self.hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        words = QVBoxLayout(self.hint)
        for label in (self.title, self.text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            words.addWidget(label)
        document.changed.connect(self._tell)
        self._tell()

    def _tell(self, _diff: object = None) -> None:
        self.hint.setVisible(not self._document.journey.steps and not self._document.read_only)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = min(_WIDTH, self.width() - 2 * _MARGIN)
        height = self.hint.heightForWidth(width)
        self.hint.setGeometry((self.width() - width) // 2, (self.height() - height) // 2, width, height)
