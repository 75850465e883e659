"""Decides how an expression stands in a form: on one line, and on more where it has more."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from whatsapp_studio.qt.personalise.code_edit import CodeEdit

_MOST_LINES = 4
# What the style sheet puts around the text of a field with one line.
_AROUND = 14


class ExpressionField(CodeEdit):
    """An expression in a form. What is pasted into it becomes one line; it grows where a text has more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLineWrapMode(CodeEdit.LineWrapMode.NoWrap)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(1)
        self.set_folded(True)
        self.blockCountChanged.connect(lambda _n: self.updateGeometry())

    def sizeHint(self) -> QSize:
        lines = max(1, min(self.blockCount(), _MOST_LINES))
        return QSize(super().sizeHint().width(), self.fontMetrics().lineSpacing() * lines + _AROUND + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not self.popup.isVisible():
            event.ignore()
            return
        super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(" ".join(source.text().split("\n")))
