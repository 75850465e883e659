"""Decides how fields for searching and filling in look and behave."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from whatsapp_studio.base import wording
from whatsapp_studio.base.errors import Problem, StudioError
from whatsapp_studio.qt.icons import icon
from whatsapp_studio.qt.marks import IconLabel
from whatsapp_studio.qt.widgets.plain import plain_label

_PAUSE_MS = 200


class SearchField(QLineEdit):
    """A search field; ``searched`` comes with the text once typing pauses (``pause`` ms), or at once on Enter."""

    searched = Signal(str)

    def __init__(self, placeholder: str, parent: QWidget | None = None, *, pause: int = _PAUSE_MS) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setToolTip(placeholder)
        self.setAccessibleName(placeholder)
        self.setClearButtonEnabled(True)
        self.addAction(icon("search", "text_muted"), QLineEdit.ActionPosition.LeadingPosition)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(pause)
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
        self._below = plain_label()
        self._below.setText(hint)
        self._below.setWordWrap(True)
        self._below.setProperty("role", "caption")
        self._below.setVisible(bool(hint))
        self._hint = hint
        box.addWidget(name)
        box.addWidget(field)
        box.addWidget(self._below)

    def set_hint(self, text: str) -> None:
        """Say something else below the field while nothing is wrong with it."""
        if text != self._hint:
            shown = self._below.text() == self._hint
            self._hint = text
            if shown:
                self.set_error("")

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
        QTimer.singleShot(0, self, self._keep_lines)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # What a layout hears while it lays out is lost.
        QTimer.singleShot(0, self, self._keep_lines)

    def _keep_lines(self) -> None:
        """All lines below the field are seen, however little room is left in the form."""
        needed = 0 if self._below.isHidden() else self._below.heightForWidth(self.width())
        if self._below.minimumHeight() != needed:
            self._below.setMinimumHeight(needed)
            # The form around it may sit in an area that scrolls, which looks again only when it is told.
            form = self.parentWidget()
            within = form.layout() if form is not None else None
            if form is not None and within is not None:
                within.invalidate()
                form.updateGeometry()


class ErrorLine(QWidget):
    """What is wrong with a field and what to do, under it; the same words describe the field to a screen reader."""

    def __init__(self, field: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self._icon = IconLabel("circle-x", "error")
        self._text = plain_label()
        self._text.setWordWrap(True)
        self._text.setProperty("role", "error")
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        self.hide()

    @property
    def text(self) -> str:
        """What it says now; empty when nothing is wrong."""
        return "" if self.isHidden() else self._text.text()

    def say(self, problem: Problem | StudioError | str | None) -> None:
        """Show a problem, or nothing."""
        text = wording.sentence(problem) if isinstance(problem, (Problem, StudioError)) else problem or ""
        self._text.setText(text)
        self.setVisible(bool(text))
        if self._field is not None:
            self._field.setAccessibleDescription(text)
            self._field.setProperty("invalid", bool(text))
            self._field.style().unpolish(self._field)
            self._field.style().polish(self._field)


class _Wheel(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return False


def wheel_needs_focus(*fields: QWidget) -> None:
    """Let the wheel scroll the page over these fields, and change one only while the cursor is in it."""
    for field in fields:
        field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        field.installEventFilter(_Wheel(field))


def muted(text: str) -> QLabel:
    """A wrapped line of explanation."""
    label = plain_label("muted", wrap=True)
    label.setText(text)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
    return label
