"""Decides what every page has: a header with its title, state and actions, and the content below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from whatsapp_studio.base.events import Changes
from whatsapp_studio.qt.widgets.one_line import OneLine
from whatsapp_studio.qt.widgets.zoom_field import Zoomable

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio

HEADER = 56
MARGIN = 24


@dataclass(frozen=True, slots=True)
class Offers:
    """What a page adds to the window while it is the current one.

    ``menus`` are commands by the menu they go to: file, edit, view, journey, campaign, help, or page, which is a menu
    of the page's own with ``title`` as its name; None is a line between. With ``edit`` the window's own commands make
    way. ``for_fields`` are those of them that make way in turn while a text has the focus. ``zoom`` is what the foot
    of the window shows the scale of. ``new`` is what the key for something new makes here.
    """

    menus: Mapping[str, Sequence[QAction | None]] = field(default_factory=dict)
    title: str = ""
    zoom: Zoomable | None = None
    for_fields: Sequence[QAction] = ()
    new: QAction | None = None


class Page(QWidget):
    """A page of the main window. ``navigate`` asks for another one, with something to show on it.

    ``offers_changed`` says that :meth:`offers` are not what they were. ``memory`` is where the window remembers how it
    looked, once the page is in it.
    """

    navigate = Signal(str, object)
    offers_changed = Signal()
    memory: QSettings | None = None

    def __init__(self, studio: Studio, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.studio = studio
        header = QFrame()
        header.setProperty("role", "header")
        header.setFixedHeight(HEADER)
        row = QHBoxLayout(header)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(8)
        self.title = OneLine(title, "title")
        self.pill = QLabel()
        self.pill.setProperty("role", "pill")
        self.pill.hide()
        row.addWidget(self.title)
        row.addSpacing(4)
        row.addWidget(self.pill, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        self._actions = row
        body = QWidget()
        self.content = QVBoxLayout(body)
        self.content.setContentsMargins(MARGIN, 16, MARGIN, 16)
        self.content.setSpacing(12)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(header)
        whole.addWidget(body, 1)

    def set_title(self, text: str) -> None:
        self.title.setText(text)

    def set_pill(self, text: str, kind: str = "neutral") -> None:
        """A word on the state of the page; ``kind`` is neutral, ok, info, warning or error. Empty hides it."""
        self.pill.setText(text)
        self.pill.setProperty("kind", kind)
        self.pill.style().unpolish(self.pill)
        self.pill.style().polish(self.pill)
        self.pill.setVisible(bool(text))

    def add_action(self, action: QAction | QWidget) -> QWidget:
        """Put a button (or an action as one) at the header's end; the primary one goes in last."""
        if isinstance(action, QAction):
            button = QToolButton()
            button.setDefaultAction(action)
            button.setAccessibleName(action.text().replace("&", ""))
            self._actions.addWidget(button)
            return button
        self._actions.addWidget(action)
        return action

    def on_changes(self, changes: Changes) -> None:
        """Something changed; called for every page, shown or not."""

    def offers(self) -> Offers:
        """What it adds to the menus and to the foot of the window."""
        return Offers()

    def leave(self) -> bool:
        """The window is about to close: what is not on the disk goes there. False when that cannot be done now."""
        return True

    def settled(self) -> bool:
        """Whether nothing is under way that a page made anew could not show: an import, a rehearsal."""
        return True

    def keep(self) -> object:
        """What a page made anew in this one's place needs to show the same; asked before :meth:`leave`."""
        return None

    def take(self, kept: object) -> None:
        """Show what :meth:`keep` of the page before gave."""

    def on_shown(self) -> None:
        """The page became the current one."""

    def open(self, what: object) -> None:
        """Show something on this page that another one asked for (a campaign's id, a template's name)."""
