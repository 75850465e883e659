"""Decides what stands in the menu bar on every page, and where the commands of the current page go."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QLineEdit,
    QMainWindow,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from whatsapp_studio.base.i18n import mark, tr
from whatsapp_studio.qt.page_menus import PageMenus, is_text
from whatsapp_studio.qt.recent import OpenRecent
from whatsapp_studio.qt.widgets.page import Offers

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio

_KEY = QKeySequence.StandardKey
_EDITS = (
    (mark("&Undo"), _KEY.Undo, "undo"), (mark("&Redo"), _KEY.Redo, "redo"), (mark("Cu&t"), _KEY.Cut, "cut"),
    (mark("&Copy"), _KEY.Copy, "copy"), (mark("&Paste"), _KEY.Paste, "paste"),
    (mark("Select &all"), _KEY.SelectAll, "selectAll"),
)  # fmt: skip
_BACK_AND_ON = {"undo": _KEY.Undo, "redo": _KEY.Redo}
_HERE = Qt.ShortcutContext.WidgetShortcut


class Deeds(Protocol):
    """What the menus ask of the window."""

    studio: Studio
    read_only: bool

    def go(self, name: str, what: object = None) -> None: ...
    def close(self) -> bool: ...
    def choose_file(self) -> None: ...
    def find_on_page(self) -> None: ...
    def refresh(self) -> None: ...
    def pause_all(self) -> None: ...
    def resume_all(self) -> None: ...
    def open_palette(self) -> None: ...
    def show_shortcuts(self) -> None: ...
    def next_pane(self) -> None: ...
    def show_about(self) -> None: ...


class WindowMenus:
    """``pages`` are the names and labels of the window's pages, in order; ``recent`` fills File › Open recent."""

    def __init__(
        self, window: QMainWindow, deeds: Deeds, pages: tuple[tuple[str, str], ...], recent: OpenRecent
    ) -> None:
        self._deeds = deeds
        self.bar = bar = QMenuBar()
        window.setMenuBar(bar)
        file = bar.addMenu(tr("&File"))
        self._new = self._add(file, tr("&New campaign"), _KEY.New, lambda: deeds.go("campaigns", "new"))
        opening = self._add(file, tr("&Open a file…"), _KEY.Open, deeds.choose_file)
        file.addMenu(recent.menu)
        file.addSeparator()
        bring_in = self._add(file, tr("&Import contacts…"), "Ctrl+Shift+I", lambda: deeds.go("contacts", "import"))
        self._add(file, tr("&Back up workspace…"), None, lambda: deeds.go("settings", "backup"))
        above_quit = file.addSeparator()
        quit_action = self._add(file, tr("&Quit"), "Ctrl+Q", deeds.close)
        quit_action.setMenuRole(QAction.MenuRole.QuitRole)
        edit = bar.addMenu(tr("&Edit"))
        own_edits = [self._add(edit, tr(text), keys, partial(_edit, slot)) for text, keys, slot in _EDITS]
        for action in own_edits:
            # Shown here, answered by whatever has the focus: the window must not take the keys from a table.
            action.setShortcutContext(_HERE)
        own_edits.append(edit.addSeparator())
        # No shortcut here: pages with something to search own Ctrl+F themselves.
        own_edits.append(self._add(edit, tr("&Find on this page"), None, deeds.find_on_page))
        view = bar.addMenu(tr("&View"))
        for place, (name, label) in enumerate(pages, 1):
            self._add(view, tr(label), f"Alt+{place}", partial(deeds.go, name))
        pages_line = view.addSeparator()
        self._add(view, tr("&Refresh"), _KEY.Refresh, deeds.refresh)
        self._pane = self._add(view, tr("Next &part of the window"), "F6", deeds.next_pane)
        campaign = bar.addMenu(tr("&Campaign"))
        pausing = self._add(campaign, tr("&Pause all sending"), None, deeds.pause_all)
        tools = bar.addMenu(tr("&Tools"))
        self._add(tools, tr("Find a command or &anything…"), "Ctrl+K", deeds.open_palette)
        tools.addSeparator()
        for action in (
            self._new,
            opening,
            bring_in,
            pausing,
            self._add(campaign, tr("&Resume all sending"), None, deeds.resume_all),
            self._add(tools, tr("&Connection…"), None, lambda: deeds.go("connection")),
            self._add(tools, tr("Sync &templates"), None, lambda: deeds.go("templates", "sync")),
        ):
            action.setEnabled(not deeds.read_only)
        self._add(tools, tr("S&nippets…"), None, lambda: _show_snippets(deeds.studio, window))
        settings = self._add(tools, tr("&Settings"), "Ctrl+,", lambda: deeds.go("settings"))
        settings.setMenuRole(QAction.MenuRole.PreferencesRole)
        help_menu = bar.addMenu(tr("&Help"))
        self._keys = self._add(help_menu, tr("&Keyboard shortcuts"), _KEY.HelpContents, deeds.show_shortcuts)
        self._add(help_menu, tr("&Helpers for expressions"), None, lambda: _show_helpers(window))
        self.about = self._add(help_menu, tr("&About WhatsApp Studio"), None, deeds.show_about)
        self.about.setMenuRole(QAction.MenuRole.AboutRole)
        places: dict[str, tuple[QMenu, QAction | None]] = {
            "file": (file, above_quit), "edit": (edit, None), "view": (view, pages_line),
            "campaign": (campaign, pausing), "help": (help_menu, self._keys),
        }  # fmt: skip
        self._page_menus = PageMenus(bar, places, own_edits, campaign)

    def show(self, offers: Offers) -> None:
        """Have what the current page offers in the menus."""
        self._page_menus.show(offers)
        # The key for something new makes what the page shows; a campaign where it says nothing.
        self._new.setShortcuts(QKeySequence.keyBindings(_KEY.New) if offers.new is None else [])
        own = {action.shortcut() for actions in offers.menus.values() for action in actions if action is not None}
        # A page with panes of its own goes through them itself.
        self._pane.setVisible(QKeySequence("F6") not in own)

    def commands(self) -> list[tuple[str, QAction]]:
        """Every command in the menus now, each with the menu it is in, as ``File`` or ``Journey › Align``."""
        found: list[tuple[str, QAction]] = []
        for one in self.bar.actions():
            _gather(one, "", found)
        return found

    def _add(
        self, menu: QMenu, text: str, keys: QKeySequence.StandardKey | str | None, act: Callable[..., object]
    ) -> QAction:
        action = QAction(text, self.bar)
        if isinstance(keys, str):
            action.setShortcut(QKeySequence(keys))
        elif keys is not None:
            action.setShortcuts(keys)
        action.triggered.connect(lambda: act())
        menu.addAction(action)
        return action


def _gather(one: QAction, path: str, found: list[tuple[str, QAction]]) -> None:
    menu = one.menu()
    if isinstance(menu, QMenu):
        # What such a menu lists is known when it opens.
        menu.aboutToShow.emit()
        title = menu.title().replace("&", "")
        for inner in menu.actions():
            _gather(inner, f"{path} › {title}" if path else title, found)
    elif not one.isSeparator() and one.isVisible():
        found.append((path, one))


def _show_helpers(window: QMainWindow) -> None:
    from whatsapp_studio.qt.personalise.helpers_window import show_helpers

    show_helpers(window)


def _show_snippets(studio: Studio, window: QMainWindow) -> None:
    from whatsapp_studio.qt.personalise.snippets_window import SnippetsWindow

    made = SnippetsWindow(studio, window)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    made.open()


def _edit(slot: str) -> None:
    """Do what the Edit menu says in the field that has the focus, if it can."""
    field: QWidget | None = QApplication.focusWidget()
    if field is not None and slot in _BACK_AND_ON and is_text(field):
        # Who takes typing back is decided where the keys are heard.
        keys = QKeySequence(_BACK_AND_ON[slot])[0]  # type: ignore[index]
        QApplication.sendEvent(field, QKeyEvent(QEvent.Type.KeyPress, keys.key(), keys.keyboardModifiers()))
        return
    field = field.lineEdit() if isinstance(field, QAbstractSpinBox) else field
    if isinstance(field, QLineEdit | QTextEdit | QPlainTextEdit):
        getattr(field, slot)()
