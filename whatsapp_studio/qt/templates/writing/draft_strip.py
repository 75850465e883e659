"""Decides how the templates that are still being written are at hand above those that Meta has."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QWidget

from whatsapp_studio.base.i18n import ntr, tr
from whatsapp_studio.base.wording import state_word
from whatsapp_studio.qt.icons import icon
from whatsapp_studio.qt.widgets.badge import look_of
from whatsapp_studio.qt.widgets.buttons import secondary_button
from whatsapp_studio.qt.widgets.flow import FlowLayout
from whatsapp_studio.qt.widgets.latest import Latest
from whatsapp_studio.qt.widgets.plain import unmarked
from whatsapp_studio.services.writing import Draft

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio

_SHOWN = 5
_LONGEST = 28
# What a name with drafts in several states shows: the one that asks most for somebody.
_ORDER = ("refused", "queued", "submitting", "draft")


class DraftStrip(QFrame):
    """A button for each name that has drafts, newest first. ``opened`` carries the id of one of its drafts."""

    opened = Signal(int)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self.setProperty("role", "header")
        self.buttons: list[QPushButton] = []
        self._reading = Latest(self)
        self._wanted = True
        title = QLabel(tr("Being written"))
        title.setProperty("role", "strong")
        self.more = secondary_button(_more(1))
        self.menu = QMenu(self.more)
        self.more.setMenu(self.menu)
        within = QWidget()
        self._flow = FlowLayout(within, 6)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 16, 8)
        row.setSpacing(12)
        row.addWidget(title)
        row.addWidget(within, 1)
        row.addWidget(self.more)
        self.hide()

    def set_wanted(self, wanted: bool) -> None:
        """Be in sight where there are drafts, or not at all."""
        self._wanted = wanted
        self.setVisible(wanted and bool(self.buttons))

    def read(self) -> None:
        """Read the drafts again, outside this thread."""
        self._reading.ask(self._studio.writing.drafts, self._show)

    def _show(self, drafts: list[Draft]) -> None:
        names: dict[str, list[Draft]] = {}
        for draft in sorted(drafts, key=lambda one: one.updated_at, reverse=True):
            names.setdefault(draft.template.name, []).append(draft)
        for button in self.buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = []
        self.menu.clear()
        for n, (name, own) in enumerate(names.items()):
            state = min((draft.state for draft in own), key=_ORDER.index)
            said = tr("{name}: {state}", name=name or tr("Unnamed template"), state=state_word(state))
            if n < _SHOWN:
                self._add(name or tr("Unnamed template"), said, state, own[0].id)
            else:
                action = self.menu.addAction(icon(*look_of(state)), unmarked(said))
                action.triggered.connect(partial(self._open, own[0].id))
        left = len(names) - _SHOWN
        self.more.setVisible(left > 0)
        self.more.setText(_more(max(left, 1)))
        self.setVisible(self._wanted and bool(names))

    def _add(self, name: str, said: str, state: str, id: int) -> None:
        short = name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"
        button = QPushButton(icon(*look_of(state)), unmarked(short))
        button.setProperty("role", "chip")
        button.setAutoDefault(False)
        button.setIconSize(QSize(22, 16))
        button.setToolTip(said)
        button.setAccessibleName(said)
        button.clicked.connect(partial(self._open, id))
        self.buttons.append(button)
        self._flow.addWidget(button)

    def _open(self, id: int, _on: bool = False) -> None:
        self.opened.emit(id)


def _more(n: int) -> str:
    return ntr("{n} more", "{n} more", n)
