"""Decides how a field of the contact is put into a text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.icons import icon
from whatsapp_studio.qt.widgets.plain import unmarked


class Insertable(Protocol):
    """What has fields to put in."""

    def insertable(self) -> Sequence[tuple[str, str]]:
        """What may be put in: (``contact.first_name``, the words for it)."""


class InsertButton(QToolButton):
    """Offers the fields of contact and event; calls ``chosen`` with one, ``bare`` or as ``{{ … }}``."""

    def __init__(self, outlook: Insertable, name: str, *, bare: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outlook, self._bare = outlook, bare
        self.chosen: Callable[[str], None] = _nothing
        self.setProperty("role", "menu")
        self.setIcon(icon("user-plus", "text"))
        self.setToolTip(tr("Insert a field of the contact"))
        self.setAccessibleName(tr("Insert a field of the contact: {place}", place=name))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setMinimumSize(32, 32)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)

    def _fill(self) -> None:
        self._menu.clear()
        for path, words in self._outlook.insertable():
            self._menu.addAction(unmarked(words)).triggered.connect(
                lambda _on=False, path=path: self.chosen(path if self._bare else f"{{{{ {path} }}}}")
            )


def _nothing(_text: str) -> None:
    pass
