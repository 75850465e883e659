"""Decides how the home page and the frame around every page are shown in each of their states."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QDialog, QLineEdit, QMenu, QMessageBox, QWidget

from tests.fixtures.live_desk import TELL
from tests.screens import screen
from tests.screens.stage import Stage
from whatsapp_studio.base.wording import Words
from whatsapp_studio.qt.about import AboutDialog
from whatsapp_studio.qt.closing import may_close
from whatsapp_studio.qt.command_palette import CommandPalette
from whatsapp_studio.qt.crash_report import after_crash, after_error, offer_safe_mode
from whatsapp_studio.qt.widgets.dialogs import ask, show_error
from whatsapp_studio.qt.widgets.toast import Toast
from whatsapp_studio.services.crashes import Crash
from whatsapp_studio.services.sending import EngineStatus


@screen("home.first", small=True)
def first(stage: Stage) -> QWidget:
    """Home at the very first start."""
    return stage.window("home", studio=stage.bare())


@screen("home.busy", small=True)
def busy(stage: Stage) -> QWidget:
    """Home with notices, journeys, campaigns, and a token that ends soon."""
    desk = stage.live()
    desk.published(TELL, name="Reminder of the open day in the nursery")
    desk.enter(desk.journey.id, desk.people[:5])
    desk.later(days=1, minutes=1)
    for example in desk.studio.journeys.examples()[:3]:
        desk.studio.journeys.create(example=example.name)
    return stage.window("home", studio=desk.studio)


@screen("home.token")
def token(stage: Stage) -> QWidget:
    """Home while the access token is about to end."""
    now = stage.desk.studio.clock.now()
    stage.desk.connect(token_expires_at=now + timedelta(days=3))
    stage.desk.set_rows(stage.desk.launched("Spring").id, "accepted", 4)
    stage.desk.studio.campaigns.create(stage.desk.complete("A second one with a name that goes on for a while"))
    return stage.window("home")


@screen("window.read-only")
def read_only(stage: Stage) -> QWidget:
    """The window while another program has the workspace open."""
    stage.desk.studio.read_only = True
    return stage.window("home")


@screen("window.sandbox")
def sandbox(stage: Stage) -> QWidget:
    """The foot of the window in the sandbox."""
    stage.desk.connect(graph_url="http://127.0.0.1:1", is_sandbox=True)
    return stage.window("home")


@screen("window.toast")
def toast(stage: Stage) -> QWidget:
    """A toast with an undo."""
    window = stage.window("contacts")
    Toast.show_in(window, "12 contacts were deleted.", "Undo", lambda: None)
    return window


def _menu(title: int) -> object:
    def make(stage: Stage) -> QWidget:
        window = stage.window("home")
        menus = [one.menu() for one in window.menuBar().actions()]
        menu = menus[title % len(menus)]
        assert isinstance(menu, QMenu)
        menu.popup(window.pos())
        return menu

    make.__doc__ = "A menu of the window."
    return make


for _place, _name in enumerate(("file", "edit", "view", "go")):
    screen(f"window.menu-{_name}")(_menu(_place))  # type: ignore[arg-type]


@screen("window.menu-help")
def menu_help(stage: Stage) -> QWidget:
    """The Help menu."""
    return _menu(-1)(stage)  # type: ignore[operator,no-any-return]


@screen("dialogs.error")
def error(stage: Stage) -> QWidget:
    """What went wrong, why, and what to do."""
    window = stage.window("home")
    words = Words(
        "The file “contacts of the spring market.xlsx” cannot be read.",
        "It is not a table.",
        "Export it again as CSV or Excel and choose that file.",
    )
    return stage.opened(lambda: show_error(window, words), QMessageBox)


@screen("dialogs.danger")
def danger(stage: Stage) -> QWidget:
    """A question before something that cannot be undone."""
    window = stage.window("home")
    words = (
        "Delete 12 contacts?", "This cannot be undone. Opt-outs are remembered, and reports keep their numbers.",
        "Delete 12 contacts", "Keep them",
    )  # fmt: skip
    return stage.opened(lambda: ask(window, *words, danger=True), QMessageBox)


@screen("dialogs.quit")
def leaving(stage: Stage) -> QWidget:
    """The question while messages are sent and the window is closed."""
    window, studio = stage.window("home"), stage.desk.studio
    stage.desk.launched("Spring")
    studio.engine.status = lambda: EngineStatus(running=True)  # type: ignore[method-assign]
    return stage.opened(lambda: may_close(window, studio, _Hidden()), QMessageBox)


class _Hidden:
    """A window that can go on without being seen."""

    there = True

    def put_away(self) -> None:
        """Nobody chooses it here."""


@screen("window.about")
def about(stage: Stage) -> QWidget:
    """What the program says of itself."""
    window = stage.window("home")
    return stage.opened(lambda: AboutDialog(stage.desk.studio.paths, window).open())


@screen("window.licences")
def licences(stage: Stage) -> QWidget:
    """The licences of what the program is made of."""
    window = stage.window("home")
    return stage.opened(lambda: AboutDialog(stage.desk.studio.paths, window, at_licences=True).open())


@screen("window.palette")
def palette(stage: Stage) -> QWidget:
    """Commands and things found by typing."""
    dialog = stage.opened(stage.window("home").open_palette, CommandPalette)
    dialog.findChildren(QLineEdit)[0].setText("s")
    return dialog


@screen("window.shortcuts")
def shortcuts(stage: Stage) -> QWidget:
    """Every command with its keys."""
    return stage.opened(stage.window("home").show_shortcuts, QDialog)


@screen("dialogs.crash")
def crash(stage: Stage) -> QWidget:
    """The program ended by itself last time."""
    details = "Fatal Python error: Segmentation fault\n\nThread 0x01 (most recent call first):\n  File …, line 12"
    found = Crash(
        how="fault", began="2026-03-03T09:00:00Z", seen="2026-03-03T09:12:00Z", safe=False, row=1, details=details
    )
    return stage.show(after_crash(found))


@screen("dialogs.crash-error")
def crash_error(stage: Stage) -> QWidget:
    """Something went wrong, and the program goes on."""
    return stage.show(after_error("Traceback (most recent call last):\n  File …, line 12, in paint\nKeyError: 'a'"))


@screen("dialogs.safe-mode")
def safe_mode(stage: Stage) -> QWidget:
    """Safe mode is offered."""
    return stage.opened(offer_safe_mode, QMessageBox)
