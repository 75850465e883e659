"""Any command, journey, campaign, template or contact is found by typing; what was opened last is at hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QAction, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.fixtures.desk import Desk
from tests.fixtures.opened import Open
from whatsapp_studio.campaigns.draft import Draft
from whatsapp_studio.qt import jobs
from whatsapp_studio.qt.command_palette import CommandPalette, Found, rank
from whatsapp_studio.qt.contacts.page import ContactsPage
from whatsapp_studio.qt.main_window import MainWindow
from whatsapp_studio.qt.recent import OpenRecent
from whatsapp_studio.qt.widgets.toast import Toast
from whatsapp_studio.qt.widgets.twin import Twin


@pytest.fixture
def window(desk: Desk, open_window: Open) -> MainWindow:
    return open_window(desk.studio)


def palette(window: MainWindow) -> CommandPalette:
    window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    return window.findChildren(CommandPalette)[-1]


def titles(found: CommandPalette) -> list[str]:
    return [found.list.item(row).text() for row in range(found.list.count())]


@pytest.mark.parametrize(
    ("title", "query", "fits"),
    [
        ("Import contacts…", "imp", 0), ("Import contacts…", "cont", 1), ("Import contacts…", "mport", 2),
        ("Café welkom", "cafe", 0), ("Café welkom", "WELKOM caf", 1), ("Café welkom", "thee", None), ("Quit", "", 0),
    ],
)  # fmt: skip
def test_what_begins_with_the_words_comes_first(title: str, query: str, fits: int | None) -> None:
    assert rank(title, query) == fits


def test_a_command_is_found_and_done_by_keyboard_alone(window: MainWindow, qtbot: QtBot) -> None:
    found = palette(window)
    QTest.keyClicks(found.search, "repor")
    assert titles(found)[0] == "Reports"
    QTest.keyClick(found.search, Qt.Key.Key_Return)
    assert window.stack.currentWidget() is window.pages["reports"]
    qtbot.waitUntil(lambda: not jobs.Job._running)


def test_the_arrows_choose_and_escape_leaves(window: MainWindow) -> None:
    found = palette(window)
    QTest.keyClicks(found.search, "e")
    QTest.keyClick(found.search, Qt.Key.Key_Down)
    QTest.keyClick(found.search, Qt.Key.Key_Down)
    QTest.keyClick(found.search, Qt.Key.Key_Up)
    assert found.list.currentRow() == 1
    QTest.keyClick(found.search, Qt.Key.Key_PageUp)
    assert found.list.currentRow() == 0
    QTest.keyClick(found, Qt.Key.Key_Escape)
    assert not found.isVisible() and window.stack.currentWidget() is window.pages["home"]


def test_campaigns_journeys_and_contacts_are_found_by_name(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    desk.studio.campaigns.create(Draft(name="Zomeractie 25"))
    person = desk.studio.contacts.get_many(desk.studio.contacts.ids()[:1])[0]
    found = palette(window)
    QTest.keyClicks(found.search, "zomer")
    assert titles(found)[0] == "Zomeractie 25"
    found.search.setText(person.phone)
    qtbot.waitUntil(lambda: found.list.count() > 0)
    line: Found = found.list.item(0).data(Qt.ItemDataRole.UserRole)
    assert line.about.startswith("Contact")
    QTest.keyClick(found.search, Qt.Key.Key_Return)
    page = window.pages["contacts"]
    assert isinstance(page, ContactsPage)
    qtbot.waitUntil(page.contact_view.isVisible)
    assert page.contact_view.contact_id == person.id


def test_nothing_found_says_so(window: MainWindow, qtbot: QtBot) -> None:
    found = palette(window)
    QTest.keyClicks(found.search, "xyzzyxyzzy")
    qtbot.waitUntil(lambda: not jobs.Job._running)
    assert found.none.isVisible() and not found.list.isVisible()
    QTest.keyClick(found.search, Qt.Key.Key_Return)
    assert found.isVisible()


def test_commands_that_cannot_be_used_now_are_not_offered(window: MainWindow) -> None:
    window.go("campaigns")
    offered = set(titles(palette(window)))
    assert "Delete draft" not in offered and "Quit" in offered


def test_the_last_ten_are_in_the_file_menu_and_deleted_ones_are_grey(window: MainWindow, desk: Desk) -> None:
    made = [desk.studio.campaigns.create(Draft(name=f"Actie {n}")) for n in range(12)]
    for one in made:
        window.go("campaigns", one.id)
    desk.studio.campaigns.delete(made[-1].id)
    menu = window.recent.menu
    menu.aboutToShow.emit()
    entries = [action for action in menu.actions() if not action.isSeparator()]
    assert len(entries) == 11
    assert "Actie 11" in entries[0].text() and not entries[0].isEnabled()
    assert "Actie 10" in entries[1].text() and entries[1].isEnabled()
    entries[-1].trigger()
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == ["Nothing opened yet"]


def test_what_was_opened_is_kept_and_a_damaged_list_is_an_empty_one(
    window: MainWindow, desk: Desk, tmp_path: Path
) -> None:
    campaign = desk.studio.campaigns.create(Draft(name="Actie"))
    memory = QSettings(str(tmp_path / "other.ini"), QSettings.Format.IniFormat)
    OpenRecent(desk.studio, memory, window.go, window).note("campaigns", campaign.id)
    again = OpenRecent(desk.studio, memory, window.go, window)
    assert [one.name for one in again.kept()] == ["Actie"]
    again.note("campaigns", "gone")
    assert len(again.kept()) == 1
    memory.setValue("window/recent", "[{")
    assert again.kept() == []


def test_f6_goes_through_rail_page_and_foot(window: MainWindow) -> None:
    window.activateWindow()
    seen = []
    for _ in range(3):
        QTest.keyClick(window, Qt.Key.Key_F6)
        focus = QApplication.focusWidget()
        assert focus is not None
        parts = (window._rail, window.stack, window.status)
        seen.append(next(n for n, part in enumerate(parts) if part is focus or part.isAncestorOf(focus)))
    assert sorted(seen) == [0, 1, 2]


def test_every_button_of_a_page_s_header_is_in_the_menus(window: MainWindow, qtbot: QtBot) -> None:
    for name in ("campaigns", "templates", "contacts", "audiences", "reports", "sending", "journeys"):
        window.go(name)
        qtbot.waitUntil(lambda: not jobs.Job._running)
        page = window.pages[name]
        header = page.title.parentWidget()
        assert header is not None
        known = {action.text().replace("&", "").rstrip("…").casefold() for _, action in window.menus.commands()}
        for button in header.findChildren(QPushButton):
            words = button.text().rstrip("…").casefold()
            if button.isVisible() and words:
                assert any(words in one for one in known), f"{name}: {words}"


def test_a_twin_is_as_its_button_is(qtbot: QtBot) -> None:
    pressed: list[bool] = []
    button = QPushButton("&Go")
    qtbot.addWidget(button)
    button.clicked.connect(lambda: pressed.append(True))
    twin = Twin(button, keys="Ctrl+9")
    button.show()
    assert twin.isEnabled() and twin.text() == "&Go"
    twin.trigger()
    button.setEnabled(False)
    assert pressed == [True] and not twin.isEnabled()
    button.setEnabled(True)
    button.hide()
    assert not twin.isEnabled()


def test_contacts_and_journeys_are_dropped_anywhere(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    table = tmp_path / "mensen.csv"
    table.write_text("phone,name\n+31612345678,Maria\n", encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(table))])
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(QPoint(5, 5)), copy, data, Qt.MouseButton.LeftButton, none))
    page = window.pages["contacts"]
    assert isinstance(page, ContactsPage) and page.stack.currentWidget() is page.import_view
    qtbot.waitUntil(lambda: not jobs.Job._running)


def test_what_cannot_be_opened_is_told_when_it_is_dropped(window: MainWindow, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "folder.pdf"))])
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    before = window.stack.currentWidget()
    window.dropEvent(QDropEvent(QPointF(QPoint(5, 5)), copy, data, Qt.MouseButton.LeftButton, none))
    [toast] = window.findChildren(Toast)
    assert toast.label.text().startswith("“folder.pdf” cannot be opened here. Drop contacts (CSV, Excel, ODS or vCard)")
    assert window.stack.currentWidget() is before


def test_every_command_with_keys_stands_once(window: MainWindow) -> None:
    for name in window.menus.commands():
        assert isinstance(name[1], QAction)
    keys = [one.shortcut().toString() for _, one in window.menus.commands() if one.isEnabled() and one.shortcut()]
    assert len([key for key in keys if key]) == len({key for key in keys if key})


def test_the_page_and_the_place_on_the_screen_come_back(desk: Desk, open_window: Open, qtbot: QtBot) -> None:
    first = open_window(desk.studio)
    first.go("templates")
    qtbot.waitUntil(lambda: not jobs.Job._running)
    first.resize(1024, 640)
    assert first.close()
    second = open_window(desk.studio)
    assert second.size().toTuple() == (1024, 640)
    assert second.stack.currentWidget() is second.pages["home"]
    second.go_on_where_left()
    assert second.stack.currentWidget() is second.pages["templates"]
    second.go("contacts")
    second.go_on_where_left()
    assert second.stack.currentWidget() is second.pages["contacts"]
    qtbot.waitUntil(lambda: not jobs.Job._running)


def test_a_window_that_was_on_a_screen_that_is_gone_opens_on_one_that_is_there(
    desk: Desk, open_window: Open, tmp_path: Path
) -> None:
    first = open_window(desk.studio)
    first.move(5000, 5000)
    assert first.close()
    second = open_window(desk.studio)
    assert second.screen().geometry().intersects(second.frameGeometry())
