"""Decides how what people and files call things is shown: as it is, never as markup nor as the mark of a shortcut."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as Rich
from PySide6.QtWidgets import QLabel


def plain_label(role: str = "", *, wrap: bool = False) -> QLabel:
    """An empty label for words that hold a name; ``role`` is its look."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wrap)
    if role:
        label.setProperty("role", role)
    return label


def plain_tip(text: str) -> str:
    """The text of a tip that shows ``text`` letter for letter."""
    return Rich.convertFromPlainText(text) if Rich.mightBeRichText(text) else text


def unmarked(text: str) -> str:
    """The text of a button or a menu entry that shows ``text`` letter for letter."""
    return text.replace("&", "&&")
