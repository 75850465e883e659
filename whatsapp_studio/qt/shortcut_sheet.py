"""Decides how the keys of every command are shown: read from the commands themselves, so that it is never wrong."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from whatsapp_studio.base.i18n import mark, tr
from whatsapp_studio.journeys.search import matches
from whatsapp_studio.qt.widgets.buttons import secondary_button
from whatsapp_studio.qt.widgets.fields import SearchField

# What no command stands for, because the pointer or the canvas itself does it.
_BY_HAND = (
    (mark("Go along the flow"), mark("Arrow keys")),
    (mark("Nudge what is selected"), mark("Ctrl+Arrow keys")),
    (mark("Add a step by typing"), mark("Space")),
    (mark("Move over the canvas"), mark("Wheel · Space and drag · middle button · two fingers")),
    (mark("Zoom at the pointer"), mark("Ctrl+Wheel · pinch")),
    (mark("Select several"), mark("Drag on empty canvas · Ctrl+Click")),
    (mark("Move without the grid"), mark("Alt while dragging")),
    (mark("Put a step into a connection"), mark("Drop it on the connection")),
)
# Keys that pages have without a command of their own.
_ON_PAGES = (
    (mark("Find on a page with a list"), mark("Ctrl+F")),
    (mark("Open what is selected"), mark("Enter")),
    (mark("Next step of a campaign"), mark("Ctrl+Enter")),
    (mark("Menu of what is selected"), mark("Shift+F10")),
    (mark("Leave a window or a search"), mark("Esc")),
)
_SIZE = (560, 560)


class ShortcutSheet(QDialog):
    """Every command with its keys, by the menu it is in, with a search.

    ``commands`` are the commands in the order of the menus, each with its menu, as ``File`` or ``Journey › Align``.
    """

    def __init__(self, commands: Sequence[tuple[str, QAction]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keyboard shortcuts"))
        self.resize(*_SIZE)
        self.search = SearchField(tr("Find a command or a key"))
        self.search.textChanged.connect(self._filter)
        self.rows: list[tuple[QLabel, QLabel]] = []
        self._headings: list[tuple[QLabel, list[tuple[QLabel, QLabel]]]] = []
        within = QWidget()
        within.setProperty("role", "surface")
        self._grid = QGridLayout(within)
        self._grid.setContentsMargins(16, 8, 16, 16)
        self._grid.setVerticalSpacing(6)
        self._grid.setHorizontalSpacing(24)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        for heading, some in groupby(commands, lambda one: one[0].partition(" › ")[0]):
            self._add(heading, [(_plain(one), keys) for _, one in some if (keys := _keys(one))])
        self._add(tr("On every page"), [(tr(what), tr(how)) for what, how in _ON_PAGES])
        self._add(tr("On the canvas"), [(tr(what), tr(how)) for what, how in _BY_HAND])
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        scroll = QScrollArea()
        scroll.setWidget(within)
        scroll.setWidgetResizable(True)
        scroll.setAccessibleName(tr("Commands and their keys"))
        close = secondary_button(tr("Close"), self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        box = QVBoxLayout(self)
        box.setSpacing(10)
        box.addWidget(self.search)
        box.addWidget(scroll, 1)
        box.addLayout(foot)

    def _add(self, heading: str, lines: Sequence[tuple[str, str]]) -> None:
        if not lines:
            return
        title = QLabel(heading)
        title.setProperty("role", "strong")
        title.setContentsMargins(0, 10, 0, 2)
        self._grid.addWidget(title, self._grid.rowCount(), 0, 1, 2)
        made: list[tuple[QLabel, QLabel]] = []
        for what, keys in dict(lines).items():
            row = self._grid.rowCount()
            name, key = QLabel(what), QLabel(keys)
            key.setWordWrap(True)
            key.setProperty("role", "muted")
            key.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._grid.addWidget(name, row, 0)
            self._grid.addWidget(key, row, 1)
            made.append((name, key))
        self.rows += made
        self._headings.append((title, made))

    def _filter(self, query: str) -> None:
        for title, lines in self._headings:
            some = False
            for name, key in lines:
                fits = matches(f"{title.text()} {name.text()} {key.text()}", query)
                name.setVisible(fits)
                key.setVisible(fits)
                some |= fits
            title.setVisible(some)


def _plain(action: QAction) -> str:
    return action.text().replace("&", "").rstrip("…")


def _keys(action: QAction) -> str:
    shown = QKeySequence.SequenceFormat.NativeText
    return " · ".join(dict.fromkeys(key.toString(shown) for key in action.shortcuts() if not _is_extra(key)))


def _is_extra(keys: QKeySequence) -> bool:
    """A key that only some keyboards have, such as one that says Save, or F14 for undo."""
    first: Qt.Key = keys[0].key()  # type: ignore[index]
    if Qt.Key.Key_F13.value <= first.value <= Qt.Key.Key_F35.value:
        return True
    return first == Qt.Key.Key_Help or Qt.Key.Key_Back.value <= first.value < Qt.Key.Key_unknown.value
