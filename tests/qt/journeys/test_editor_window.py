"""Decides that the window is the editor's frame: its menus, its foot, its memory, and that closing it loses nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QToolButton,
    QWidget,
)

from tests.fixtures.desk import Desk, focusable
from tests.qt.journeys.conftest import small_journey
from whatsapp_studio.journeys.edits import ChangeStep, MoveItems
from whatsapp_studio.qt import jobs
from whatsapp_studio.qt.bridge import Bridge
from whatsapp_studio.qt.journeys.editor import JourneyEditor
from whatsapp_studio.qt.journeys.page import JourneysPage
from whatsapp_studio.qt.main_window import MainWindow
from whatsapp_studio.qt.shortcut_sheet import ShortcutSheet
from whatsapp_studio.qt.templates.page import TemplatesPage

INTERACTIVE = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox, QAbstractItemView)


class Shown:
    """The main window with a journey open in it."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        self.desk = desk
        self._bridge = Bridge()
        self._unlisten = desk.studio.listen(self._bridge.tell)
        memory = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
        self.window = MainWindow(desk.studio, self._bridge, memory)
        self.window.show()
        made = desk.studio.journeys.create("Small")
        import msgspec

        desk.studio.journeys.save(msgspec.structs.replace(small_journey(), id=made.id, name="Small"))
        self.window.go("journeys", made.id)
        desk.until(lambda: self.editor.document.surroundings.known and not jobs.Job._running)
        self.window.activateWindow()
        desk.until(self.window.isActiveWindow)

    @property
    def editor(self) -> JourneyEditor:
        page = self.window.pages["journeys"]
        assert isinstance(page, JourneysPage) and page.editor is not None
        return page.editor

    def menu(self, title: str) -> QMenu:
        return next(
            menu for menu in self.window.menuBar().findChildren(QMenu)
            if menu.title().replace("&", "") == title and menu.menuAction() in self.window.menuBar().actions()
        )  # fmt: skip

    def titles(self) -> list[str]:
        return [one.text().replace("&", "") for one in self.window.menuBar().actions()]

    def close(self) -> None:
        self._unlisten()
        jobs.wait_for_all()
        self.window.ask_before_closing(lambda: True)
        self.window.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def shown(desk: Desk, tmp_path: Path) -> Iterator[Shown]:
    made = Shown(desk, tmp_path)
    yield made
    made.close()


def words(menu: QMenu) -> list[str]:
    return [one.text().replace("&", "") for one in menu.actions() if not one.isSeparator() and one.isVisible()]


def everything(menu: QMenu) -> Iterator[QAction]:
    for action in menu.actions():
        yield action
        if isinstance(below := action.menu(), QMenu):
            yield from everything(below)


def test_every_command_is_in_the_menu_bar_while_a_journey_is_open(shown: Shown) -> None:
    assert shown.titles() == ["File", "Edit", "View", "Journey", "Campaign", "Tools", "Help"]
    there = {
        id(action) for title in ("File", "Edit", "View", "Journey", "Help") for action in everything(shown.menu(title))
    }
    commands = {**shown.editor.commands.all, **shown.editor.edits.all}
    missing = [name for name, action in commands.items() if id(action) not in there]
    assert missing == []


def test_no_key_stands_for_two_commands(shown: Shown) -> None:
    seen: dict[str, str] = {}
    for title in ("File", "Edit", "View", "Journey", "Help"):
        for action in everything(shown.menu(title)):
            for key in action.shortcuts() if action.isVisible() else []:
                name = key.toString()
                assert seen.setdefault(name, action.text()) == action.text(), name


def test_the_edit_menu_is_about_the_text_while_one_is_written(shown: Shown) -> None:
    menu, editor = shown.menu("Edit"), shown.editor
    editor.view.setFocus()
    menu.aboutToShow.emit()
    assert editor.edits["copy"] in menu.actions()
    editor.palette_box.search.setFocus()
    editor.palette_box.search.setText("wait")
    menu.aboutToShow.emit()
    assert editor.edits["copy"] not in menu.actions() and editor.edits["duplicate"] in menu.actions()
    named = {one.text().replace("&", ""): one for one in menu.actions() if one.isVisible()}
    named["Select all"].trigger()
    named["Cut"].trigger()
    assert editor.palette_box.search.text() == "" and QApplication.clipboard().text() == "wait"
    assert len(editor.document.journey.steps) == 6


def test_undo_by_menu_is_undo_by_key_while_a_text_has_the_focus(shown: Shown) -> None:
    menu, editor = shown.menu("Edit"), shown.editor
    document, name = editor.document, editor.inspector.step_tab.step.head.name

    def by_menu(word: str) -> None:
        menu.aboutToShow.emit()
        next(one for one in menu.actions() if one.isVisible() and one.text().replace("&", "") == word).trigger()

    editor.document.do(MoveItems(places={"bye": (800, 800)}))
    editor.edit("pause", "name")
    shown.desk.until(name.hasFocus)
    name.selectAll()
    QTest.keyClicks(name, "Rest")
    by_menu("Undo")
    typed = document.journey.steps["pause"].name
    assert name.text() == typed != "Rest"
    by_menu("Redo")
    assert document.journey.steps["pause"].name == name.text() == "Rest"
    while name.isUndoAvailable():
        by_menu("Undo")
    assert document.journey.steps["pause"].name == name.text() == "Let it rest"
    assert document.journey.places["bye"] == (800, 800)
    by_menu("Undo")
    assert document.journey.places["bye"] != (800, 800) and document.undo_stack.index() == 0


def test_the_commands_leave_with_the_journey(shown: Shown) -> None:
    before = {title: words(shown.menu(title)) for title in ("File", "Edit", "View", "Help")}
    shown.window.go("home")
    assert shown.titles() == ["File", "Edit", "View", "Campaign", "Tools", "Help"]
    assert "Save now" not in words(shown.menu("File")) and "Select all" in words(shown.menu("Edit"))
    assert not shown.window.status.zoom.isVisible()
    shown.window.go("journeys")
    assert {title: words(shown.menu(title)) for title in before} == before
    shown.editor.left.emit()
    assert "Journey" not in shown.titles() or "Save now" not in words(shown.menu("Journey"))
    assert not shown.window.status.zoom.isVisible()


def test_importing_beside_an_open_journey_leaves_no_dead_commands(shown: Shown, tmp_path: Path) -> None:
    path = tmp_path / "other.wsjourney"
    shown.desk.studio.journeys.export_file(shown.editor.journey_id, path)
    page, before = shown.window.pages["journeys"], shown.editor
    assert isinstance(page, JourneysPage)
    page.import_files([path])
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    shown.menu("Edit").aboutToShow.emit()
    assert "Select all" in words(shown.menu("Edit"))
    shown.desk.until(lambda: page.editor is not None and page.editor is not before)
    assert "Save now" in words(shown.menu("File"))
    shown.desk.until(lambda: not jobs.Job._running)


def test_the_foot_shows_and_sets_the_zoom(shown: Shown) -> None:
    zoom, view = shown.window.status.zoom, shown.editor.view
    assert zoom.isVisible()
    view.set_zoom(0.68)
    assert zoom.field.text() == "68 %"
    zoom.field.setFocus()
    zoom.field.selectAll()
    QTest.keyClicks(zoom.field, "120")
    QTest.keyClick(zoom.field, Qt.Key.Key_Return)
    assert view.zoom() == pytest.approx(1.2) and zoom.field.text() == "120 %"
    QTest.keyClick(zoom.field, Qt.Key.Key_Up)
    assert view.zoom() == pytest.approx(1.25)
    QTest.keyClick(zoom.field, Qt.Key.Key_Down)
    assert view.zoom() == pytest.approx(1.0)
    zoom.field.selectAll()
    QTest.keyClicks(zoom.field, "9999")
    QTest.keyClick(zoom.field, Qt.Key.Key_Return)
    assert view.zoom() == pytest.approx(3.0)
    zoom.field.setText("much")
    QTest.keyClick(zoom.field, Qt.Key.Key_Return)
    assert zoom.field.text() == "300 %"
    next(one for one in zoom.menu.actions() if one.text() == "50 %").trigger()
    assert view.zoom() == pytest.approx(0.5)
    next(one for one in zoom.menu.actions() if one.text() == "Show everything").trigger()
    assert view.visible().contains(shown.editor.scene.content())


def test_closing_the_window_right_after_an_edit_loses_nothing(shown: Shown) -> None:
    editor = shown.editor
    editor.document.do(ChangeStep(step="pause", name="Last word"))
    assert shown.window.close()
    assert shown.desk.studio.journeys.get(editor.journey_id).steps["pause"].name == "Last word"


def test_the_journey_that_was_open_opens_again_with_the_next_window(shown: Shown, tmp_path: Path) -> None:
    was = shown.editor.journey_id
    shown.window.close()
    memory = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    for opens in (True, False):
        again = MainWindow(shown.desk.studio, Bridge(), memory)
        again.show()
        again.go("journeys")
        page = again.pages["journeys"]
        assert isinstance(page, JourneysPage)
        assert (page.editor is not None and page.editor.journey_id == was) is opens
        if page.editor is not None:
            page.editor.left.emit()
        shown.desk.until(lambda: not jobs.Job._running)
        again.close()
        again.deleteLater()


def test_leaving_for_the_list_saves_and_lets_the_journey_go(shown: Shown) -> None:
    editor = shown.editor
    editor.document.do(ChangeStep(step="pause", name="Last word"))
    QTest.mouseClick(editor.header.back_button, Qt.MouseButton.LeftButton)
    journeys = shown.desk.studio.journeys
    assert journeys.get(editor.journey_id).steps["pause"].name == "Last word"
    assert journeys.hold(editor.journey_id)
    journeys.release(editor.journey_id)


def test_every_widget_of_the_editor_says_what_it_is(shown: Shown) -> None:
    editor = shown.editor
    for name in ("steps", "history"):
        editor.commands[name].setChecked(True)
    editor.find_bar.begin()
    silent: list[str] = []
    for id in ("", *editor.document.journey.steps):
        editor.document.select({id} if id else ())
        for widget in focusable(shown.window):
            inner = widget.objectName() == "qt_spinbox_lineedit"
            if inner or not isinstance(widget, INTERACTIVE) or not widget.isVisible():
                continue
            if not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name):
                silent.append(f"{id}: {type(widget).__name__} in {type(widget.parentWidget()).__name__}")
    assert silent == []


def test_buttons_are_large_enough_to_hit(shown: Shown) -> None:
    for name in ("steps", "history"):
        shown.editor.commands[name].setChecked(True)
    shown.editor.find_bar.begin()
    QApplication.processEvents()
    small = [
        f"{button.text() or button.accessibleName()} {button.size().toTuple()}"
        for button in shown.editor.findChildren(QToolButton)
        if button.isVisible() and min(button.size().toTuple()) < 24 and not isinstance(button.parent(), QLineEdit)
    ]
    assert small == []


def test_it_fits_the_smallest_window(shown: Shown) -> None:
    shown.window.resize(1024, 640)
    QApplication.processEvents()
    assert shown.window.size().toTuple() == (1024, 640)
    header = shown.editor.header
    for one in header.findChildren(QWidget):
        if one.isVisible():
            assert one.mapTo(header, one.rect().bottomRight()).x() <= header.width()
    shown.editor.commands["palette"].setChecked(False)
    shown.editor.commands["inspector"].setChecked(False)
    shown.desk.until(lambda: shown.editor.view.width() > 900)


def test_f1_shows_the_keys_of_every_command(shown: Shown) -> None:
    shown.editor.view.setFocus()
    QTest.keyClick(shown.editor.view, Qt.Key.Key_F1)
    sheet = next(one for one in shown.window.findChildren(ShortcutSheet))
    told = {name.text(): keys.text() for name, keys in sheet.rows}
    assert told["Save now"] == "Ctrl+S" and told["Find a step"] == "Ctrl+F"
    have_keys = [one for one in shown.editor.commands.all.values() if one.shortcuts()]
    assert len(told) >= len(have_keys)
    QTest.keyClicks(sheet.search, "save")
    assert [name.text() for name, _ in sheet.rows if name.isVisible()] == ["Save now"]
    sheet.accept()




def test_the_key_for_something_new_makes_what_the_page_shows(shown: Shown) -> None:
    window, desk = shown.window, shown.desk
    QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    page = window.pages["journeys"]
    assert isinstance(page, JourneysPage) and page.stack.currentWidget() is page.gallery
    window.go("templates")
    QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    templates = window.pages["templates"]
    assert isinstance(templates, TemplatesPage)
    desk.until(lambda: templates.writing.gallery is not None and templates.writing.active)
    window.go("reports")
    before = len(desk.studio.campaigns.all())
    QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    desk.until(lambda: window.stack.currentWidget() is window.pages.get("campaigns"))
    assert len(desk.studio.campaigns.all()) >= before
