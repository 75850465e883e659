"""Decides what is said over an empty canvas: how to begin, and a button for who would rather not drag."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.canvas.document import JourneyDocument
from whatsapp_studio.qt.marks import IconLabel
from whatsapp_studio.qt.widgets.buttons import secondary_button

_WIDTH, _MARGIN, _GAP = 420, 16, 12


class CanvasArea(QWidget):
    """The view, with a word of help above it while the journey has no step; ``quick_add`` is what the button does."""

    def __init__(
        self, view: QWidget, document: JourneyDocument, quick_add: QAction, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(view)
        mark = IconLabel("workflow", "text_muted", 40)
        self.title = QLabel(tr("Who enters this journey?"))
        self.title.setProperty("role", "subtitle")
        self.text = QLabel(tr("Drag a step from Entry here, or press Insert and type."))
        self.text.setProperty("role", "muted")
        self.text.setWordWrap(True)
        self.hint = QWidget(self)
        # Clicks and drops beside the button are for the canvas below.
        self.hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        words = QVBoxLayout(self.hint)
        words.setContentsMargins(0, 0, 0, 0)
        for label in (mark, self.title, self.text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            words.addWidget(label)
        self.button = secondary_button(tr("Add a step…"), quick_add.trigger, "plus")
        self.button.setParent(self)
        document.changed.connect(self._tell)
        self._tell()

    def _tell(self, _diff: object = None) -> None:
        empty = not self._document.journey.steps and not self._document.read_only
        for part in (self.hint, self.button):
            part.setVisible(empty)
        if empty:
            self._place()

    def _place(self) -> None:
        width = min(_WIDTH, self.width() - 2 * _MARGIN)
        words, size = self.hint.heightForWidth(width), self.button.sizeHint()
        top = (self.height() - words - _GAP - size.height()) // 2
        self.hint.setGeometry((self.width() - width) // 2, top, width, words)
        self.button.setGeometry(QRect(QPoint((self.width() - size.width()) // 2, top + words + _GAP), size))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
