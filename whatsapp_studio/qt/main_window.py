"""Decides the frame of the program: rail, pages, menus and status bar. It switches pages and holds no rule."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QRadioButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from whatsapp_studio.app import Studio
from whatsapp_studio.base.events import Changes
from whatsapp_studio.base.i18n import mark, tr
from whatsapp_studio.journeys.codec import SUFFIX
from whatsapp_studio.qt.bridge import Bridge
from whatsapp_studio.qt.icons import icon
from whatsapp_studio.qt.panes import go_to_next
from whatsapp_studio.qt.practice import PracticeFrame
from whatsapp_studio.qt.recent import OpenRecent
from whatsapp_studio.qt.status_bar import StatusBar
from whatsapp_studio.qt.tab_order import follow_layout
from whatsapp_studio.qt.widgets.banner import Banner
from whatsapp_studio.qt.widgets.dropped import TABLES, any_file, dropped, say_what_can_be_dropped
from whatsapp_studio.qt.widgets.fields import SearchField
from whatsapp_studio.qt.widgets.files import choose_several, remember_in
from whatsapp_studio.qt.widgets.page import Offers, Page
from whatsapp_studio.qt.window_menus import WindowMenus

# Name, icon, label, module and class of each page, in the order of the rail; settings stands at its foot.
PAGES = (
    ("home", "house", mark("Home"), "home.page:HomePage"),
    ("journeys", "workflow", mark("Journeys"), "journeys.page:JourneysPage"),
    ("campaigns", "megaphone", mark("Campaigns"), "campaigns.page:CampaignsPage"),
    ("templates", "layout-template", mark("Templates"), "templates.page:TemplatesPage"),
    ("contacts", "users", mark("Contacts"), "contacts.page:ContactsPage"),
    ("audiences", "filter", mark("Audiences"), "audiences.page:AudiencesPage"),
    ("sending", "send", mark("Sending"), "delivery.page:SendingPage"),
    ("reports", "chart-column", mark("Reports"), "reports.page:ReportsPage"),
    ("settings", "settings", mark("Settings"), "settings.page:SettingsPage"),
)
RAIL, NARROW_RAIL, NARROW_BELOW = 88, 56, 1100
_WIDE = 81
_BETWEEN_PAGES_MS = 50
# What a desktop puts above a window.
_TITLE_BAR = 32


class MainWindow(QMainWindow):
    """The window of one workspace. ``closing`` asks whoever runs the program whether it may end; ``reworded`` says
    that everything in it is said in another language now."""

    closing = Signal(object)
    reworded = Signal()

    def __init__(self, studio: Studio, bridge: Bridge, memory: QSettings) -> None:
        super().__init__()
        self.studio, self._memory = studio, memory
        self._may_close: Callable[[], bool] = lambda: True
        self.read_only = studio.read_only
        remember_in(memory)
        self._furnish()
        self.resize(first_size(self.screen().availableSize()))
        self.setMinimumSize(1024, 600)
        self.setAcceptDrops(not studio.read_only)
        bridge.changed.connect(self._changed)
        geometry = memory.value("window/geometry")
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)
        self.go("home")
        self.stack.setFocus()

    def _furnish(self) -> None:
        """Everything in the window that says something."""
        self.pages: dict[str, Page] = {}
        # Pages that could not be made anew when the language changed, as long as they are needed.
        self._old: set[str] = set()
        self._buttons: dict[str, QToolButton] = {}
        self.stack = QStackedWidget()
        self.status = StatusBar(self.studio)
        self.status.wanted.connect(self.go)
        self._lay_out()
        self.recent = OpenRecent(self.studio, self._memory, self.go, self)
        self.menus = WindowMenus(self, self, tuple((name, label) for name, _, label, _ in PAGES), self.recent)
        self.setWindowTitle(self._title())

    def reword(self) -> bool:
        """Say everything in the language that is in use now: the same page shows the same, in new words.

        What is typed is saved first; false where that cannot be done now. A page on which something is under way stays
        as it is until that is over.
        """
        old = {name: page for name, page in self.pages.items() if page.settled()}
        staying = {name: page for name, page in self.pages.items() if name not in old}
        kept = {name: page.keep() for name, page in old.items()}
        if not all(page.leave() for page in old.values()):
            return False
        shown = self._current()
        frame, recent = self.centralWidget(), self.recent
        self.takeCentralWidget()
        assert frame is not None
        for page in staying.values():
            page.setParent(None)
        self._furnish()
        frame.deleteLater()
        recent.menu.deleteLater()
        for name, page in staying.items():
            self.pages[name] = page
            self.stack.addWidget(page)
            self._old.add(name)
        self._fit(self.width())
        for name, what in kept.items():
            if what is not None:
                self.page(name).take(what)
        self.go(shown)
        self.stack.setFocus()
        self.reworded.emit()
        return True

    # -- pages ---------------------------------------------------------------------------------------

    @Slot(str, object)
    def go(self, name: str, what: object = None) -> None:
        """Show a page, made when it is first wanted; ``what`` is something to show on it.

        ``connection`` is no page: it opens the wizard above the current one.
        """
        if name == "connection":
            self._connect()
            return
        page = self.page(name)
        self.stack.setCurrentWidget(page)
        self._buttons[name].setChecked(True)
        page.on_shown()
        if what is not None:
            page.open(what)
            if isinstance(what, str):
                self.recent.note(name, what)
        self._offer()

    def _offer(self) -> None:
        """Have in the frame what the current page adds to it."""
        page = self.stack.currentWidget()
        offers = page.offers() if isinstance(page, Page) else Offers()
        self.menus.show(offers)
        self.status.zoom.follow(offers.zoom)

    def go_on_where_left(self) -> None:
        """Show the page that was shown when the window was closed last, unless somebody went to another already."""
        name = str(self._memory.value("window/page", "home"))
        if self._current() == "home" and any(name == one for one, *_ in PAGES):
            self.go(name)

    def _current(self) -> str:
        return next((name for name, page in self.pages.items() if page is self.stack.currentWidget()), "home")

    def warm_up(self) -> None:
        """Make the pages that nobody opened yet, one a turn, so that opening one is instant."""
        left = [name for name, *_ in PAGES if name not in self.pages]
        if left:
            self._make_page(left[0])
            QTimer.singleShot(_BETWEEN_PAGES_MS, self, self.warm_up)

    def page(self, name: str) -> Page:
        """A page by its name, made when there is none yet, or none in the language of now."""
        before = self.pages.get(name)
        if before is not None and name in self._old and before.settled():
            kept = before.keep()
            if before.leave():
                self._old.discard(name)
                self.stack.removeWidget(before)
                before.deleteLater()
                before = self._make_page(name)
                before.take(kept)
        return before or self._make_page(name)

    def _make_page(self, name: str) -> Page:
        place = next(place for one, _, _, place in PAGES if one == name)
        module, _, kind = place.partition(":")
        page: Page = getattr(importlib.import_module(f"whatsapp_studio.qt.{module}"), kind)(self.studio)
        page.memory = self._memory
        page.navigate.connect(self.go)
        page.offers_changed.connect(self._offer)
        self.pages[name] = page
        self.stack.addWidget(page)
        return page

    @Slot(object)
    def _changed(self, changes: Changes) -> None:
        if changes.connection:
            self.setWindowTitle(self._title())
        self.status.on_changes(changes)
        self._frame.on_changes(changes)
        for page in tuple(self.pages.values()):
            page.on_changes(changes)

    def _title(self) -> str:
        connection = self.studio.connection.current()
        if connection is not None and connection.is_sandbox:
            # The name comes last: where a title ends with it, no system adds it once more.
            return tr("Sandbox: nothing is really sent · WhatsApp Studio")
        return tr("WhatsApp Studio")

    def _connect(self) -> None:
        from whatsapp_studio.qt.connection.wizard import ConnectionWizard

        ConnectionWizard(self.studio, self).open()

    # -- frame ---------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._rail = QFrame()
        self._rail.setProperty("role", "rail")
        self._rail.setFixedWidth(RAIL)
        column = QVBoxLayout(self._rail)
        column.setContentsMargins(3, 10, 3, 10)
        column.setSpacing(4)
        for place, (name, icon_name, label, _) in enumerate(PAGES):
            if name == "settings":
                column.addStretch(1)
            button = self._rail_button(name, icon_name, tr(label), place)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addWidget(self.stack, 1)
        self._frame = PracticeFrame(self.studio)
        self._frame.wanted.connect(self.go)
        self._frame.said.connect(self.status.say_practice)
        box = self._frame.column
        if self.studio.read_only:
            box.addWidget(
                Banner("warning", tr("Another program has this workspace open. You can look, but change nothing here."))
            )
        box.addWidget(middle, 1)
        box.addWidget(self.status)
        self.setCentralWidget(self._frame)

    def _rail_button(self, name: str, icon_name: str, label: str, place: int) -> QToolButton:
        button = QToolButton()
        button.setProperty("role", "rail")
        button.setText(label)
        button.setAccessibleName(label)
        button.setToolTip(f"{label} (Alt+{place + 1})")
        button.setIcon(icon(icon_name, "text_muted", "on_accent_soft"))
        button.setIconSize(QSize(20, 20))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setCheckable(True)
        button.setAutoExclusive(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setFixedSize(_WIDE, 54)
        button.clicked.connect(partial(self.go, name))
        self._buttons[name] = button
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(event.size().width())

    def _fit(self, width: int) -> None:
        """A narrow window has a narrow rail, without words."""
        narrow = width < NARROW_BELOW
        self._rail.setFixedWidth(NARROW_RAIL if narrow else RAIL)
        style = Qt.ToolButtonStyle.ToolButtonIconOnly if narrow else Qt.ToolButtonStyle.ToolButtonTextUnderIcon
        for button in self._buttons.values():
            button.setToolButtonStyle(style)
            button.setFixedSize(40 if narrow else _WIDE, 40 if narrow else 54)

    # -- what the menus ask ----------------------------------------------------------------------------

    def find_on_page(self) -> None:
        """Go to the field in which one searches on this page."""
        page = self.stack.currentWidget()
        field = next((one for one in page.findChildren(SearchField) if one.isVisible()), None) if page else None
        if field is not None:
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refresh(self) -> None:
        """Have the current page read everything again."""
        page = self.stack.currentWidget()
        if isinstance(page, Page):
            page.on_changes(Changes(contacts=True, lists=True, templates=True, connection=True, sending=True))
            page.on_shown()

    def pause_all(self) -> None:
        """Let nothing leave until it is resumed."""
        self.studio.engine.pause_all()

    def resume_all(self) -> None:
        """Let everything go on that was paused as a whole."""
        self.studio.engine.resume_all()

    def open_palette(self) -> None:
        """Find a command, or a thing of a page, by typing."""
        from whatsapp_studio.qt.command_palette import CommandPalette

        CommandPalette(self.studio, self.go, self.menus.commands(), self).open()

    def show_shortcuts(self) -> None:
        """Every command of now with its keys."""
        from whatsapp_studio.qt.shortcut_sheet import ShortcutSheet

        ShortcutSheet(self.menus.commands(), self).open()

    def show_about(self) -> None:
        """What the program says of itself."""
        from whatsapp_studio.qt.about import show_about

        show_about(self.studio.paths, self)

    def next_pane(self) -> None:
        """Move the focus on: from the rail to the page, to the foot of the window, and round again."""
        go_to_next((self._rail, self.stack, self.status))

    # -- files ---------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any_file(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if paths := dropped(event.mimeData(), SUFFIX, *TABLES):
            self.open_files(paths)
        else:
            say_what_can_be_dropped(self, event.mimeData())

    def choose_file(self) -> None:
        """Ask for files of journeys, or one with contacts, and open them."""
        tables = " ".join(f"*{ending}" for ending in TABLES)
        kinds = ";;".join((
            tr("Journeys and contacts ({kinds})", kinds=f"*{SUFFIX} {tables}"), tr("All files (*)"),
        ))  # fmt: skip
        self.open_files(choose_several(self, "open", tr("Open"), kinds))

    def open_files(self, paths: Sequence[Path]) -> None:
        """Bring in journeys; of files with contacts the first one is shown as it would be imported."""
        tables = [path for path in paths if path.suffix.lower() in TABLES]
        if others := [path for path in paths if path not in tables]:
            self.go("journeys", others)
        if tables:
            self.go("contacts", tables[0])

    # -- the end -------------------------------------------------------------------------------------

    def ask_before_closing(self, may_close: Callable[[], bool]) -> None:
        """Have ``may_close`` asked when the window is about to close."""
        self._may_close = may_close

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Nobody closer had a use for Enter: it presses the button that has the focus, as people expect.
        focus = QApplication.focusWidget()
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain and not event.isAutoRepeat()
        if enter and isinstance(focus, QAbstractButton) and not isinstance(focus, QCheckBox | QRadioButton):
            focus.click()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, ahead: bool) -> bool:
        follow_layout(self)
        return super().focusNextPrevChild(ahead)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_close() or not all(page.leave() for page in self.pages.values()):
            event.ignore()
            return
        self._memory.setValue("window/geometry", self.saveGeometry())
        self._memory.setValue("window/page", self._current())
        event.accept()


def first_size(room: QSize) -> QSize:
    """How large the window is before anybody made it larger or smaller: its foot is on the screen, too."""
    return QSize(1366, max(600, min(768, room.height() - _TITLE_BAR)))


def load_pages() -> None:
    """Bring in the code of every page, and what it names as ``LATER``; for another thread, before they are made."""
    for *_, place in PAGES:
        page = importlib.import_module(f"whatsapp_studio.qt.{place.partition(':')[0]}")
        for module in getattr(page, "LATER", ()):
            importlib.import_module(module)
