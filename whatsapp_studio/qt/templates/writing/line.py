"""Decides that fields of a template leave undo to the template, of which each shows only a part."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit


def is_undo(event: QKeyEvent) -> bool:
    """Whether a key takes something back."""
    return event.matches(QKeySequence.StandardKey.Undo)


def is_redo(event: QKeyEvent) -> bool:
    """Whether a key does again what was taken back."""
    keys = event.modifiers() == Qt.KeyboardModifier.ControlModifier and event.key() == Qt.Key.Key_Y
    return keys or event.matches(QKeySequence.StandardKey.Redo)


def for_the_window(event: QEvent) -> bool:
    """Whether an event is a key that the window around a field hears; it is let go then."""
    kinds = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
    if event.type() not in kinds or not isinstance(event, QKeyEvent) or not (is_undo(event) or is_redo(event)):
        return False
    event.ignore()
    return True


class Line(QLineEdit):
    """A line of text without an undo of its own."""

    def event(self, event: QEvent) -> bool:
        # False lets the key go on to the widgets around.
        return False if for_the_window(event) else super().event(event)
