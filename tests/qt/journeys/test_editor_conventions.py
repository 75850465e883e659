"""Shows conventions of the editor one by one: finding, publishing by keys, the list as an equal, printing, opening.

The rows C24–C26 and C33; and how large a journey is when it opens.
"""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QKeySequence
from PySide6.QtPrintSupport import QPrintPreviewDialog, QPrintPreviewWidget
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu

from tests.fixtures.journey_desk import Editors
from tests.qt.journeys.conftest import small_journey, step
from tests.qt.journeys.test_by_hand import Keyboard, by_keyboard, called
from whatsapp_studio.journeys.edits import AddStep, Become, ChangeStep
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.qt.canvas.actions import COMMANDS, MENUS
from whatsapp_studio.qt.journeys.editor import JourneyEditor
from whatsapp_studio.qt.journeys.publish_dialog import PublishDialog

KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


# -- C24: finding --------------------------------------------------------------------------------------


def test_f3_goes_round_the_hits_also_when_the_line_is_put_away(editors: Editors) -> None:
    editor = editors.open(small_journey())
    hand = Keyboard(editor)
    editor.view.setFocus()
    hand.key(KEY.Key_F, CONTROL)
    hand.type("everybody")
    hand.key(KEY.Key_Escape)
    assert editor.document.current == "enter" and not editor.find_bar.isVisible()
    editor.find_bar.field.setText("d")  # Done, Dutch, Nobody …: several
    seen = []
    for _ in range(9):
        hand.key(KEY.Key_F3)
        seen.append(editor.document.current)
        shown = editor.scene.item_of(seen[-1])
        assert shown is not None
        assert editor.view.visible().contains(shown.mapRectToScene(shown.boundingRect()).center())
    assert not editor.find_bar.isVisible() and editor.view.hasFocus()
    found = len(set(seen))
    assert found > 2 and seen[:2] == seen[found : found + 2]
    hand.key(KEY.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert editor.document.current == seen[-2]


def test_a_step_is_found_by_what_its_message_says(editors: Editors) -> None:
    journey = small_journey()
    editor = editors.open(journey)
    editor.document.do(AddStep(step=step("free", "send_window", body="The kettle is on"), place=(600, 0)))
    editor.commands["find"].trigger()
    for words, found in (("kettle", "free"), ("spring is here", "offer")):
        editor.find_bar.field.clear()
        QTest.keyClicks(editor.find_bar.field, words)
        assert editor.document.current == found and editor.find_bar.count.text() == "1 of 1", words


# -- C25: publishing by keyboard ------------------------------------------------------------------------


def test_the_journey_is_published_by_keyboard_alone(editors: Editors) -> None:
    editor = editors.open("")
    by_keyboard(editor)
    hand = Keyboard(editor)
    editors.desk.until(editor.header.publish_button.isEnabled)
    editor.activateWindow()  # without a desktop nobody does that when a list closes
    editors.desk.until(editor.isActiveWindow)
    asked: list[str] = []

    def agree() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, PublishDialog) and dialog.isActiveWindow():
            button = dialog.focusWidget() or dialog
            asked.append(button.text().replace("&", "") if isinstance(button, QAbstractButton) else "")
            there, lost = asked[-1].startswith("Publish"), len(asked) > 9
            QTest.keyClick(button, KEY.Key_Return if there else KEY.Key_Escape if lost else KEY.Key_Tab)

    hand.until(KEY.Key_F6, lambda focus: editor.header.isAncestorOf(focus))
    hand.until(KEY.Key_Tab, lambda focus: called(focus).startswith("Publish"))
    answering = QTimer(editor, interval=20)
    answering.timeout.connect(agree)
    answering.start()
    hand.key(KEY.Key_Space)
    editors.desk.until(lambda: asked and QApplication.activeModalWidget() is None)
    assert asked[-1].startswith("Publish")
    versions = editor.studio.journeys.versions
    editors.desk.until(lambda: [one.kind for one in versions(editor.journey_id)] == ["published"])
    answering.stop()


# -- C26: the list of steps -----------------------------------------------------------------------------


def listed(editors: Editors) -> JourneyEditor:
    editor = editors.open(small_journey())
    editor.commands["steps"].setChecked(True)
    editor.outline.setFocus()
    editors.desk.until(editor.outline.hasFocus)
    return editor


@pytest.mark.parametrize("name", [row.name for row in COMMANDS if row.keys and row.scope != "editor"])
def test_every_key_of_the_canvas_works_from_the_list_of_steps(editors: Editors, name: str) -> None:
    editor = listed(editors)
    action, done = editor.edits[name], []
    lines = {"unframe": "frame", "paste": "pause"}
    editor.outline.go_to(lines.get(name, "pause"))
    if name == "paste":
        editor.edits["copy"].trigger()
    assert action.isEnabled(), f"{name} is grey with a step selected"
    action.triggered.connect(lambda: done.append(name))
    if name == "open":
        # Enter on a line is the list's own way to open it.
        opened: list[str] = []
        editor.outline.opened.connect(opened.append)
        QTest.keyClick(editor.outline, KEY.Key_Return)
        assert opened == ["pause"]
        return
    sequence = action.shortcut()
    assert sequence != QKeySequence()
    combined = sequence[0]
    QTest.keyClick(editor.outline, combined.key(), combined.keyboardModifiers())  # type: ignore[attr-defined]
    assert done == [name]


def test_what_has_no_key_is_in_the_menu_of_its_line(editors: Editors) -> None:
    editor = listed(editors)
    offered: set[str] = set()
    names = {id(action): name for name, action in editor.edits.all.items()}
    for line, more in (("pause", ()), ("offer:failed", ()), ("note", ()), ("frame", ()), ("pause", ("ask", "bye"))):
        editor.outline.go_to(line)
        if more:
            editor.document.select({line, *more}, line)
        at = editor.outline.visualRect(editor.outline.currentIndex()).center()
        event = QContextMenuEvent(
            QContextMenuEvent.Reason.Keyboard, at, editor.outline.viewport().mapToGlobal(at)
        )  # fmt: skip
        QApplication.sendEvent(editor.outline, event)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu), line
        below = [action.menu() for action in menu.actions()]
        for one in [menu, *[sub for sub in below if isinstance(sub, QMenu)]]:
            offered |= {names[id(a)] for a in one.actions() if id(a) in names and a.isEnabled()}
        menu.close()
    keyless = {row.name for row in COMMANDS if not row.keys}
    assert keyless - offered == set()
    assert {"disconnect", "collapse", "align_left", "distribute_down"} <= keyless
    assert {name for names in MENUS.values() for name in names if name} - offered <= {"zoom_fit", "zoom_100",
                                                                                     "select_all", "tidy"}  # fmt: skip


# -- C33: printing ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("count", "least"), [(3, 1), (90, 2)])
def test_printing_shows_the_pages_first(editors: Editors, count: int, least: int) -> None:
    steps = {f"s{n}": step(f"s{n}", "wait", f"Wait {n}") for n in range(count)}
    places = {f"s{n}": (n % 9 * 280, n // 9 * 160) for n in range(count)}
    editor = editors.open(Journey(id="many", name="Many", steps=steps, places=places))
    before = editor.document.journey
    editor.view.setFocus()
    Keyboard(editor).key(KEY.Key_P, CONTROL)
    editors.desk.until(lambda: isinstance(QApplication.activeModalWidget(), QPrintPreviewDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QPrintPreviewDialog)
    (pages,) = dialog.findChildren(QPrintPreviewWidget)
    editors.desk.until(lambda: pages.pageCount() >= least)
    assert (pages.pageCount() == 1) == (least == 1)
    assert dialog.width() <= 1024 and dialog.height() <= 600
    dialog.close()
    assert editor.document.journey is before and editor.view.isVisible()


# -- how it opens ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["welcome", "abandoned-cart", "re-engage", "feedback", "event-reminder"])
@pytest.mark.parametrize("size", [(1278, 690), (900, 560), (1900, 1400)])
def test_a_journey_opens_readable_with_its_start_in_sight(editors: Editors, name: str, size: tuple[int, int]) -> None:
    editor = editors.open(name, size=size)
    entry = next(i for i, one in editor.scene.steps.items() if one.kind.is_entry)
    editors.desk.until(lambda: editor.view.visible().contains(editor.scene.steps[entry].card))
    assert editor.view.zoom() >= 0.85
    whole = all(editor.view.visible().contains(one.card) for one in editor.scene.steps.values())
    assert whole or editor.view.zoom() == 0.85


def test_where_one_looked_last_is_where_one_looks_again(editors: Editors) -> None:
    first = editors.open("welcome")
    id = first.journey_id
    editors.desk.until(lambda: first.view.zoom() >= 0.85)
    first.view.set_zoom(0.4)
    assert first.leave()
    again = editors.open(id=id)
    editors.desk.until(lambda: again.view.zoom() == 0.4)


def test_a_changed_name_is_found_at_once(editors: Editors) -> None:
    editor = editors.open(small_journey())
    editor.commands["find"].trigger()
    QTest.keyClicks(editor.find_bar.field, "walrus")
    assert editor.find_bar.count.text() == "Nothing found"
    editor.document.do(ChangeStep(step="bye", name="The walrus"))
    assert editor.find_bar.count.text() == "1 found"
    editor.document.do(Become(journey=small_journey()))
    assert editor.find_bar.count.text() == "Nothing found"
