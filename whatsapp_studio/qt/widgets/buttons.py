"""Decides the kinds of buttons: one primary a page, plain ones, dangerous ones and links."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QPushButton, QToolButton

from whatsapp_studio.qt.icons import icon

Act = Callable[[], object]


def _button(role: str, text: str, act: Act | None, icon_name: str, ink: str) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("role", role)
    button.setAutoDefault(False)
    button.setCursor(Qt.CursorShape.PointingHandCursor if role == "link" else Qt.CursorShape.ArrowCursor)
    if icon_name:
        button.setIcon(icon(icon_name, ink))
        # Wider than the drawing: a style sheet leaves no room between icon and word.
        button.setIconSize(QSize(22, 16))
    if act is not None:
        button.clicked.connect(lambda: act())
    return button


def primary_button(text: str, act: Act | None = None, icon_name: str = "") -> QPushButton:
    """The one filled button of a page."""
    return _button("primary", text, act, icon_name, "on_accent")


def secondary_button(text: str, act: Act | None = None, icon_name: str = "") -> QPushButton:
    """A plain button."""
    return _button("secondary", text, act, icon_name, "text")


def danger_button(text: str, act: Act | None = None, icon_name: str = "") -> QPushButton:
    """A button for what is final; never the primary one."""
    return _button("danger", text, act, icon_name, "error")


def link_button(text: str, act: Act | None = None, icon_name: str = "") -> QPushButton:
    """A button that looks like a link."""
    return _button("link", text, act, icon_name, "link")


def icon_button(icon_name: str, name: str, act: Act | None = None) -> QToolButton:
    """A button without a word; ``name`` is its tooltip and what a screen reader says."""
    button = QToolButton()
    button.setIcon(icon(icon_name, "text"))
    button.setIconSize(QSize(20, 20))
    button.setToolTip(name)
    button.setAccessibleName(name)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    if act is not None:
        button.clicked.connect(lambda: act())
    return button


def follow(button: QAbstractButton, action: QAction) -> None:
    """Let a button do what an action does, and be there to be pressed whenever the action is."""

    def mirror() -> None:
        button.setEnabled(action.isEnabled())
        button.setToolTip(action.toolTip() if action.toolTip() != action.iconText() else "")

    button.clicked.connect(action.trigger)
    action.changed.connect(mirror)
    mirror()
