"""Decides how fields for searching and filling in look and behave."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from whatsapp_studio.qt.icons import icon

_PAUSE_MS = 200


class SearchField(QLineEdit):
    """A search field; ``searched`` comes with the text once typing pauses, or at once on Enter."""

    searched = Signal(str)

    def __init__(self, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setClearButtonEnabled(True)
        self.addAction(icon("search", "text_muted"), QLineEdit.ActionPosition.LeadingPosition)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._tell)
        self.textChanged.connect(lambda: self._pause.start())
        self.returnPressed.connect(self._tell)

    def _tell(self) -> None:
        self._pause.stop()
        self.searched.emit(self.text().strip())


def spin_box(low: int, high: int, value: int) -> QSpinBox:
    """A field for a whole number."""
    box = QSpinBox()
    box.setRange(low, high)
    box.setValue(value)
    # A style sheet's padding does not reach the text inside a spin box.
    box.lineEdit().setTextMargins(7, 0, 0, 0)
    return box


class FormRow(QWidget):
    """A label above its field, with room for a hint or an error below."""

    def __init__(self, label: str, field: QWidget, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        name = QLabel(label)
        name.setBuddy(field)
        if not field.accessibleName():
            field.setAccessibleName(label.replace("&", ""))
        self._below = QLabel(hint)
        self._below.setWordWrap(True)
        self._below.setProperty("role", "caption")
        self._below.setVisible(bool(hint))
        self._hint = hint
        box.addWidget(name)
        box.addWidget(field)
        box.addWidget(self._below)

    def set_error(self, text: str) -> None:
        """Say what is wrong with the field; an empty text brings the hint back."""
        self._below.setText(text or self._hint)
        self._below.setProperty("role", "error" if text else "caption")
        self._below.setVisible(bool(text or self._hint))
        self.field.setProperty("invalid", bool(text))
        self.field.setAccessibleDescription(text or self._hint)
        for widget in (self._below, self.field):
            widget.style().unpolish(widget)
            widget.style().polish(widget)
