"""Decides how a button stands in a menu, too: the same words, and usable exactly when the button is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractButton

_TELLING = (QEvent.Type.EnabledChange, QEvent.Type.ShowToParent, QEvent.Type.HideToParent)


class Twin(QAction):
    """A command that presses ``button``; without ``text`` it has the button's words, or its name."""

    def __init__(self, button: QAbstractButton, text: str = "", keys: str = "") -> None:
        super().__init__(button)
        self._button, self._own = button, text
        if keys:
            self.setShortcut(QKeySequence(keys))
        self.setCheckable(button.isCheckable())
        button.toggled.connect(self.setChecked)
        # A checked button of a group is only chosen, never let go.
        self.triggered.connect(lambda _on=False: button.click())
        button.installEventFilter(self)
        self.look()

    def look(self) -> None:
        """Be as the button is now."""
        self.setText(self._own or self._button.text() or self._button.accessibleName())
        self.setEnabled(self._button.isEnabled() and not self._button.isHidden())
        if self.isCheckable():
            self.setChecked(self._button.isChecked())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TELLING:
            self.look()
        return False
