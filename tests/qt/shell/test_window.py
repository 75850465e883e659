"""The frame: rail, pages, menus, status bar, and the end."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import QAccessible, QAction, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.fixtures.desk import Desk, focusable
from tests.fixtures.opened import Open
from whatsapp_studio.app import Studio
from whatsapp_studio.journeys.living import Edition, Life, LifeState
from whatsapp_studio.qt import application, jobs, theme
from whatsapp_studio.qt.closing import may_close
from whatsapp_studio.qt.journeys.editor import JourneyEditor
from whatsapp_studio.qt.journeys.gallery import ChoiceCard
from whatsapp_studio.qt.main_window import PAGES, MainWindow, first_size
from whatsapp_studio.qt.tray import Tray
from whatsapp_studio.qt.widgets.banner import Banner
from whatsapp_studio.qt.widgets.toast import Toast

NAMES = [name for name, *_ in PAGES]
INTERACTIVE = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox, QAbstractItemView)
@pytest.fixture
def window(desk: Desk, open_window: Open) -> MainWindow:
    return open_window(desk.studio)


def settle(qtbot: QtBot) -> None:
    """Wait until no job is under way."""
    qtbot.waitUntil(lambda: not jobs.Job._running, timeout=10_000)


def test_pages_are_made_when_they_are_wanted(window: MainWindow) -> None:
    assert list(window.pages) == ["home"]
    window.go("reports")
    assert list(window.pages) == ["home", "reports"]


def test_alt_and_a_digit_go_to_each_page(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitExposed(window)
    window.activateWindow()
    for place, name in enumerate(NAMES, 1):
        QTest.keyClick(window, getattr(Qt.Key, f"Key_{place}"), Qt.KeyboardModifier.AltModifier)
        assert window.stack.currentWidget() is window.pages[name], name
    settle(qtbot)


def test_every_widget_of_every_page_says_what_it_is(window: MainWindow, qtbot: QtBot) -> None:
    silent = []
    for name in NAMES:
        window.go(name)
        settle(qtbot)
        for widget in focusable(window):
            # The field inside a spin box is part of it, and the box has the name.
            inner = widget.objectName() == "qt_spinbox_lineedit"
            if inner or not isinstance(widget, INTERACTIVE) or not widget.isVisible():
                continue
            if not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name):
                silent.append(f"{name}: {type(widget).__name__} in {type(widget.parentWidget()).__name__}")
    assert silent == []


def test_buttons_are_large_enough_to_hit(window: MainWindow, qtbot: QtBot) -> None:
    for name in NAMES:
        window.go(name)
        settle(qtbot)
        small = [
            f"{name}: {button.text() or button.accessibleName()} {button.size().toTuple()}"
            for kind in (QPushButton, QToolButton)
            for button in window.page(name).findChildren(kind)
            if button.isVisible() and min(button.size().toTuple()) < 24 and not isinstance(button.parent(), QLineEdit)
        ]
        assert small == []


def test_tab_reaches_the_rail_the_page_and_the_status_bar(window: MainWindow, qtbot: QtBot) -> None:
    settle(qtbot)
    window.activateWindow()
    start, seen = window.focusWidget(), set[QWidget]()
    for _ in range(80):
        window.focusNextChild()
        if (widget := window.focusWidget()) is not None:
            seen.add(widget)
    assert start is not None
    home = window.pages["home"]
    for part in (window._rail, home, window.status):
        assert any(part.isAncestorOf(one) for one in seen)


def test_every_menu_command_has_a_shortcut_of_its_own_or_none(window: MainWindow) -> None:
    keys = [
        key.toString() for action in window.findChildren(QAction) for key in action.shortcuts()
        if action.shortcutContext() == Qt.ShortcutContext.WindowShortcut
    ]  # fmt: skip
    assert len(keys) == len(set(keys))
    assert {"Ctrl+N", "Ctrl+,", "F5", "Ctrl+Q", "Alt+1", "Alt+8"} <= set(keys)
    menus = [action.text().replace("&", "") for action in window.menuBar().actions()]
    assert menus == ["File", "Edit", "View", "Campaign", "Tools", "Help"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_presses_the_button_with_the_focus(window: MainWindow, qtbot: QtBot, key: Qt.Key) -> None:
    window.go("journeys", "new")
    window.activateWindow()
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), ChoiceCard))
    QTest.keyClick(QApplication.focusWidget(), key)
    qtbot.waitUntil(lambda: window.findChild(JourneyEditor) is not None)
    box = QCheckBox(window)
    box.show()
    box.setFocus()
    QTest.keyClick(box, key)
    assert not box.isChecked()


def test_the_edit_menu_works_on_the_field_with_the_focus(window: MainWindow, qtbot: QtBot) -> None:
    window.go("contacts")
    settle(qtbot)
    field = next(one for one in window.findChildren(QLineEdit) if one.isVisible() and one.isEnabled())
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is field)
    field.setText("Maria")
    edit = {one.text().replace("&", ""): one for one in window.findChildren(QAction)}
    edit["Select all"].trigger()
    edit["Cut"].trigger()
    assert field.text() == "" and QApplication.clipboard().text() == "Maria"


def test_the_window_fits_a_small_laptop(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1024, 640)
    for name in NAMES:
        window.go(name)
        settle(qtbot)
        assert window.size().toTuple() == (1024, 640), name
        page = window.page(name)
        cut = [
            f"{name}: {type(one).__name__} {one.accessibleName()}"
            for kind in (QAbstractButton, QLineEdit, QComboBox)
            for one in page.findChildren(kind)
            if one.isVisible() and one.mapTo(page, one.rect().bottomRight()).x() > page.width()
        ]
        assert cut == []


def test_a_live_connection_is_not_marked_as_sandbox(window: MainWindow) -> None:
    assert not window.status.sandbox.isVisible()
    assert "Sandbox" not in window.windowTitle()
    assert "+31 20 123 4567" in window.status.connection.text()
    assert "quality high" in window.status.connection.text()


def test_the_sandbox_is_unmistakable(desk: Desk, open_window: Open) -> None:
    desk.connect(is_sandbox=True)
    window = open_window(desk.studio)
    assert "Sandbox" in window.windowTitle()
    assert window.status.sandbox.isVisible()
    ground = window.status.grab().toImage().pixelColor(400, 24).name().upper()
    assert ground == theme.LIGHT["warning_soft"]


def test_a_second_program_says_that_it_can_only_look(desk: Desk, open_window: Open) -> None:
    reader = Studio.open(desk.studio.paths.root)
    assert reader.read_only
    window = open_window(reader)
    texts = [banner.label.text() for banner in window.findChildren(Banner) if banner.isVisible()]
    assert any("Another program" in text for text in texts)
    commands = {one.text().replace("&", ""): one for one in window.findChildren(QAction)}
    assert not any(commands[name].isEnabled() for name in ("Pause all sending", "Connection…", "Sync templates"))
    for name in NAMES:
        window.go(name)
    jobs.wait_for_all()
    window.close()
    reader.close()


def test_sending_is_paused_and_resumed_from_the_menu(desk: Desk, window: MainWindow, qtbot: QtBot) -> None:
    commands = {one.text().replace("&", ""): one for one in window.findChildren(QAction)}
    commands["Pause all sending"].trigger()
    qtbot.waitUntil(lambda: "Paused" in window.status.queue.text())
    commands["Resume all sending"].trigger()
    qtbot.waitUntil(lambda: "Paused" not in window.status.queue.text())


def test_the_queue_is_told_at_the_foot(desk: Desk, window: MainWindow, qtbot: QtBot) -> None:
    campaign = desk.launched()
    desk.set_rows(campaign.id, "accepted", 4)
    desk.studio.campaigns.pause(campaign.id)
    qtbot.waitUntil(lambda: "5 waiting" in window.status.queue.text())
    desk.studio.campaigns.resume(campaign.id)
    qtbot.waitUntil(lambda: "4 of 9" in window.status.queue.text())
    assert window.status.bar.isVisible() and window.status.bar.value() == 4


def test_the_place_of_the_window_is_remembered(desk: Desk, open_window: Open) -> None:
    first = open_window(desk.studio)
    first.resize(1100, 650)
    first.close()
    # Only the height: without a display the screen is narrower than the smallest window.
    assert open_window(desk.studio).height() == 650


def test_at_first_the_foot_of_the_window_is_on_the_screen() -> None:
    assert first_size(QSize(2560, 1440)) == QSize(1366, 768)
    assert first_size(QSize(1366, 768)).height() == 736
    assert first_size(QSize(800, 500)).height() == 600


class _Answers:
    """Presses a button of the message box that is open, once it is."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, word: str) -> None:
        self.asked: list[str] = []

        def answer(box: QMessageBox) -> int:
            self.asked.append(box.text())
            next(one for one in box.buttons() if word in one.text()).click()
            return 0

        monkeypatch.setattr(QMessageBox, "exec", answer)


@pytest.mark.parametrize(("word", "closes"), [("Keep going", False), ("Quit", True), ("Cancel", False)])
def test_closing_while_sending_asks(
    desk: Desk, window: MainWindow, monkeypatch: pytest.MonkeyPatch, word: str, closes: bool
) -> None:
    desk.launched()
    status = desk.studio.engine.status()
    from msgspec.structs import replace

    monkeypatch.setattr(desk.studio.engine, "status", lambda: replace(status, running=True))
    answers = _Answers(monkeypatch, word)
    window.ask_before_closing(lambda: may_close(window, desk.studio, Tray(window, desk.studio)))
    assert window.close() is closes
    assert len(answers.asked) == 1
    assert window.isMinimized() is (word == "Keep going")


@pytest.mark.parametrize(("state", "inside", "asks"), [
    ("running", 3, True), ("closed", 3, True), ("running", 0, False), ("paused", 3, False), ("stopped", 0, False),
])  # fmt: skip
def test_closing_while_somebody_is_inside_says_that_journeys_wait(
    desk: Desk, window: MainWindow, monkeypatch: pytest.MonkeyPatch, state: LifeState, inside: int, asks: bool
) -> None:
    from msgspec.structs import replace

    now = datetime(2026, 3, 1, tzinfo=UTC)
    edition = Edition(plan=1, journey="j", version=1, publication=1, zone="UTC", made=now, open=True, inside=inside)
    life = Life(journey="j", state=state, since=now, editions=(edition,))
    status = desk.studio.engine.status()
    monkeypatch.setattr(desk.studio.engine, "status", lambda: replace(status, running=True))
    monkeypatch.setattr(type(desk.studio.running), "lives", lambda _self: {"j": life})
    answers = _Answers(monkeypatch, "Quit")
    window.ask_before_closing(lambda: may_close(window, desk.studio, Tray(window, desk.studio)))
    assert window.close()
    assert answers.asked == (["3 contacts are inside journeys that run."] if asks else [])


def test_closing_with_nothing_to_send_asks_nothing(
    desk: Desk, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = _Answers(monkeypatch, "Cancel")
    window.ask_before_closing(lambda: may_close(window, desk.studio, Tray(window, desk.studio)))
    assert window.close()
    assert answers.asked == []


def test_the_theme_changes_while_the_window_is_open(window: MainWindow, qapp: QApplication, qtbot: QtBot) -> None:
    settle(qtbot)
    theme.apply(qapp, "dark")
    image = window.grab().toImage()
    assert image.pixelColor(600, image.height() - 60).name().upper() == theme.DARK["window"]
    theme.apply(qapp, "light")


def test_nothing_heavy_is_imported_for_the_first_paint() -> None:
    """What is not needed to show the window is brought in when it is."""
    code = (
        "import sys; import whatsapp_studio.qt.main_window;"
        "print(*[m for m in ('httpx', 'keyring', 'starlette', 'uvicorn', 'numpy', 'pyqtgraph') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_pictures_of_every_page_are_made_without_a_screen(desk: Desk, tmp_path: Path) -> None:
    from PySide6.QtGui import QImage

    folder = tmp_path / "pictures"
    folder.mkdir()
    made = application.screenshots(desk.studio, folder)
    assert {path.name for path in made} == {f"{name}-{look}.png" for name in NAMES for look in ("light", "dark")}
    for path in made:
        image = QImage(str(path))
        assert image.size().toTuple() == (1366, 768)
        assert len({image.pixel(x, y) for x in range(0, 1366, 3) for y in range(0, 768, 3)}) > 20


@pytest.mark.parametrize("name", ["home", "contacts", "settings", "journeys"])
def test_a_journey_dropped_on_any_page_opens(open_window: Open, desk: Desk, tmp_path: Path, name: str) -> None:
    journeys = desk.studio.journeys
    file = tmp_path / "one.WSJOURNEY"
    journeys.export_file(journeys.create("Dropped").id, file)
    window = open_window(desk.studio)
    window.go(name)
    assert dragged(window, tmp_path / "notes.odt") is True
    said = window.findChild(Toast)
    assert said is not None and "notes.odt" in said.label.text()
    assert dragged(window, file) is True
    page = window.page("journeys")
    desk.until(lambda: page.isVisible() and getattr(page, "editor", None) is not None)
    assert [row.name for row in journeys.all()] == ["Dropped", "Dropped"]


def dragged(window: MainWindow, file: Path) -> bool:
    """Drag a file over the middle of the page that is shown, and let it go if that is allowed."""
    page = window.stack.currentWidget()
    assert page is not None
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    keys, button, copy = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(90, 90), copy, data, button, keys)
    QApplication.sendEvent(page, enter)
    if enter.isAccepted():
        QApplication.sendEvent(page, QDropEvent(QPointF(90, 90), copy, data, button, keys))
    return enter.isAccepted()
