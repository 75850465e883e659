"""Decides what can be done with a part of a rule as a whole: moved, copied, put into a group or taken out of one."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from whatsapp_studio.base.i18n import mark, tr
from whatsapp_studio.qt.icons import icon

# The keys work where the builder has the room of a page; in a form they may be those of the form.
KEYS = {"up": "Alt+Up", "down": "Alt+Down", "copy": "Ctrl+D"}
_WORDS = {
    "copy": mark("Duplicate"), "up": mark("Move up"), "down": mark("Move down"),
    "wrap": mark("Put into a group"), "open": mark("Take the group apart"),
}  # fmt: skip


class PartMenu(QToolButton):
    """A button with the deeds; ``chosen`` carries one of them."""

    chosen = Signal(str)

    def __init__(self, name: str, *, group: bool, keys: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "menu")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setIcon(icon("ellipsis", "text"))
        self.setIconSize(QSize(20, 20))
        self.setToolTip(tr("Move or copy"))
        self.setAccessibleName(name)
        menu = QMenu(self)
        for deed in ("copy", "up", "down", "wrap", *(("open",) if group else ())):
            said = tr(_WORDS[deed])
            if keys and deed in KEYS:
                said = f"{said}\t{QKeySequence(KEYS[deed]).toString(QKeySequence.SequenceFormat.NativeText)}"
            menu.addAction(said).triggered.connect(lambda _on=False, deed=deed: self.chosen.emit(deed))
        self.setMenu(menu)
