"""Decides that the parts of the editor are one: what is edited anywhere is shown everywhere, saved, and never lost."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QInputDialog,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
)
from pytestqt.qtbot import QtBot

from tests.fixtures.desk import type_into
from tests.fixtures.journey_desk import Editors
from tests.qt.journeys.conftest import small_journey, step
from whatsapp_studio.app import Studio
from whatsapp_studio.base.errors import UserError, WorldError
from whatsapp_studio.journeys.edits import ChangeStep, Connect, MoveItems, RemoveItems, SetFields, Together
from whatsapp_studio.journeys.graph import Journey, Link
from whatsapp_studio.qt.journeys.editor import JourneyEditor
from whatsapp_studio.qt.journeys.publish_dialog import PublishDialog
from whatsapp_studio.qt.widgets.toast import Toast

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def long_journey(steps: int) -> Journey:
    made = {"enter": step("enter", "audience")} | {str(n): step(str(n), "wait") for n in range(1, steps)}
    ids = list(made)
    links = {f"{a}:next": Link(a, "next", b) for a, b in pairwise(ids)}
    places = {id: (n % 10 * 260, n // 10 * 140) for n, id in enumerate(ids)}
    return Journey(id="long", name="Long", steps=made, links=links, places=places)


def stored(editor: JourneyEditor) -> Journey:
    return editor.studio.journeys.get(editor.journey_id)


class Answers:
    """Presses a button of the message box that is asked next."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, word: str) -> None:
        self.asked: list[str] = []

        def answer(box: QMessageBox) -> int:
            self.asked.append(f"{box.text()} {box.informativeText()}")
            next(one for one in box.buttons() if word in one.text()).click()
            return 0

        monkeypatch.setattr(QMessageBox, "exec", answer)


class Publishing:
    """Presses a button of the next question whether to publish."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, word: str) -> None:
        self.asked: list[str] = []

        def answer(dialog: PublishDialog) -> int:
            self.asked.append(" ".join(dialog.texts))
            next(one for one in dialog.findChildren(QPushButton) if word in one.text()).click()
            return 0

        monkeypatch.setattr(PublishDialog, "exec", answer)


# -- one document ------------------------------------------------------------------------------------


def test_what_is_selected_in_one_place_is_selected_in_all(editors: Editors) -> None:
    editor = editors.open(small_journey())
    editor.commands["steps"].setChecked(True)
    editor.outline.go_to("pause")
    assert editor.document.selection == {"pause"}
    assert editor.inspector.tabs.tabText(0) == "Step"
    editor.document.select({"bye"})
    assert editor.outline.steps.row(editor.outline.currentIndex()).id == "bye"


def test_the_name_is_edited_in_place_and_is_one_step_of_undo(editors: Editors, qtbot: QtBot) -> None:
    editor = editors.open(small_journey())
    QTest.mouseClick(editor.header.name, Qt.MouseButton.LeftButton)
    type_into(editor.header.name, "Autumn")
    assert editor.document.journey.name == "Autumn"
    QTest.keyClick(editor.header.name, Qt.Key.Key_Return)
    assert not editor.header.name.hasFocus()
    editor.document.undo()
    assert editor.header.name.text() == "Small"


def test_the_longest_stay_is_said_and_follows_the_edits(editors: Editors) -> None:
    editor = editors.open("welcome")
    editors.desk.until(lambda: editor.header.duration.text() != "")
    before = editor.header.duration.text()
    assert "up to" in before
    wait = next(one for one in editor.document.journey.steps.values() if one.kind == "wait")
    editor.document.do(SetFields(step=wait.id, fields={"duration": {"amount": 20, "unit": "days"}}))
    editors.desk.until(lambda: editor.header.duration.text() != before)
    editor.document.undo()
    editors.desk.until(lambda: editor.header.duration.text() == before)


def test_in_an_empty_journey_only_a_way_in_can_be_added_and_the_canvas_says_how_to_begin(editors: Editors) -> None:
    editor = editors.open("")
    assert editor.frame.isVisible() and editor.palette_box.model.item(editor.palette_box.model.first()).is_entry
    editor.palette_box.search.setFocus()
    QTest.keyClicks(editor.palette_box.search, "wait")
    assert editor.palette_box.model.first() == -1
    type_into(editor.palette_box.search, "read")
    QTest.keyClick(editor.palette_box.search, Qt.Key.Key_Return)
    (only,) = editor.document.journey.steps.values()
    assert only.kind == "audience" and editor.document.selection == {only.id}


def test_enter_in_the_palette_adds_after_the_first_free_output(editors: Editors) -> None:
    editor = editors.open(small_journey())
    editor.document.select({"offer"})
    type_into(editor.palette_box.search, "wait")
    QTest.keyClick(editor.palette_box.search, Qt.Key.Key_Down)
    QTest.keyClick(editor.palette_box.list, Qt.Key.Key_Return)
    journey = editor.document.journey
    added = journey.links["offer:timeout"].target
    assert journey.steps[added].kind == "wait" and editor.document.selection == {added}
    QTest.keyClick(editor.palette_box.list, Qt.Key.Key_Return)
    assert editor.document.journey.links[f"{added}:next"].target in editor.document.selection
    assert editor.document.undo_stack.count() == 2


# -- problems ----------------------------------------------------------------------------------------


def test_publish_is_there_exactly_when_no_error_is(editors: Editors) -> None:
    editor = editors.open(small_journey())
    editors.desk.until(lambda: "error" in editor.header.issues.text())
    assert not editor.header.publish_button.isEnabled()
    assert "remain" in editor.header.publish_button.toolTip()
    assert not editor.commands["publish"].isEnabled()
    gone = frozenset(set(editor.document.journey.steps) - {"enter", "bye"})
    editor.document.do(Together(edits=(RemoveItems(ids=gone), Connect(link=Link("enter", "next", "bye")))))
    editors.desk.until(lambda: editor.header.publish_button.isEnabled(), 1000)
    assert editor.commands["publish"].isEnabled()
    editor.document.undo()
    editors.desk.until(lambda: not editor.header.publish_button.isEnabled(), 1000)


def test_a_problem_leads_to_the_step_and_the_field(editors: Editors) -> None:
    editor = editors.open(small_journey())
    editor.commands["inspector"].setChecked(False)
    number = next(n for n, one in enumerate(editor.document.problems) if one.where.startswith("ask.rules"))
    QTest.mouseClick(editor.header.issues, Qt.MouseButton.LeftButton)
    assert editor.header.issues.list is not None
    editor.header.issues.list.rows.setCurrentRow(number)
    QTest.keyClick(editor.header.issues.list.rows, Qt.Key.Key_Return)
    assert editor.document.current == "ask"
    assert editor.inspector.isVisible()
    focus = QApplication.focusWidget()
    assert focus is not None and editor.inspector.isAncestorOf(focus)
    assert editor.view.visible().contains(editor.scene.steps["ask"].sceneBoundingRect().center())


# -- saving ------------------------------------------------------------------------------------------


def test_every_edit_is_on_the_disk_within_two_seconds(editors: Editors) -> None:
    editor = editors.open(small_journey())
    editor.document.do(ChangeStep(step="pause", name="Longer"))
    began = time.monotonic()
    editors.desk.until(lambda: stored(editor).steps["pause"].name == "Longer", 2000)
    assert time.monotonic() - began < 2
    editors.desk.until(lambda: editor.header.pill.text().startswith("Draft · saved"))


def test_ctrl_s_saves_at_once_and_says_so(editors: Editors) -> None:
    editor = editors.open(small_journey())
    editor.document.do(ChangeStep(step="pause", name="Longer"))
    editor.view.setFocus()
    QTest.keyClick(editor.view, Qt.Key.Key_S, CTRL)
    assert stored(editor).steps["pause"].name == "Longer"
    assert any(toast.label.text() == "Saved" for toast in editor.findChildren(Toast))


def test_leaving_keeps_what_is_being_written(editors: Editors, qtbot: QtBot) -> None:
    editor = editors.open(small_journey())
    editor.document.select({"note"}, "note")
    editor.edits["rename"].trigger()
    box = editor.hand.in_place.field
    assert isinstance(box, QPlainTextEdit)
    box.setPlainText("Half a thought")
    assert editor.leave()
    assert stored(editor).notes["note"].text == "Half a thought"


def test_leaving_keeps_a_word_that_is_half_typed(editors: Editors, qtbot: QtBot) -> None:
    editor = editors.open(small_journey())
    editor.edit("settings", "tags")
    line = editor.inspector.focusWidget()
    assert isinstance(line, QLineEdit)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is line)
    QTest.keyClicks(line, "spring")
    assert editor.leave()
    assert stored(editor).settings["tags"] == ["spring"]


def test_leaving_right_after_an_edit_loses_nothing(editors: Editors) -> None:
    editor = editors.open(small_journey())
    editor.document.do(ChangeStep(step="pause", name="Last word"))
    assert editor.leave()
    assert stored(editor).steps["pause"].name == "Last word"


def test_an_invalid_draft_is_saved_all_the_same(editors: Editors) -> None:
    editor = editors.open(small_journey())
    editor.document.do(RemoveItems(ids=frozenset({"enter"})))
    assert editor.saver.flush()
    assert "enter" not in stored(editor).steps


def test_a_full_disk_is_said_and_what_was_edited_is_kept_until_it_works(
    editors: Editors, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = editors.open(small_journey())
    save = editor.saver._save

    def full(journey: Journey) -> None:
        raise WorldError("cannot-write", path="/full", details="")

    monkeypatch.setattr(editor.saver, "_save", full)
    editor.document.do(ChangeStep(step="pause", name="Kept"))
    editor.saver.save_now()
    editors.desk.until(lambda: "saving" in editor.banners.shown)
    assert editor.header.pill.text() == "Not saved"
    answers = Answers(monkeypatch, "Stay")
    assert not editor.leave() and len(answers.asked) == 1
    monkeypatch.setattr(editor.saver, "_save", save)
    QTest.mouseClick(editor.banners.shown["saving"].button, Qt.MouseButton.LeftButton)
    editors.desk.until(lambda: "saving" not in editor.banners.shown)
    assert stored(editor).steps["pause"].name == "Kept"


# -- who may edit ------------------------------------------------------------------------------------


def test_a_second_editor_of_the_same_journey_can_only_look(editors: Editors) -> None:
    first = editors.open(small_journey())
    second = editors.open(id=first.journey_id)
    assert not first.document.read_only and second.document.read_only
    assert second.header.pill.text() == "Read-only" and "locked" in second.banners.shown
    assert not second.header.publish_button.isEnabled()
    assert second.palette_box.model.first() == -1
    assert not second.document.do(ChangeStep(step="pause", name="No"))
    first.leave()
    third = editors.open(id=first.journey_id)
    assert not third.document.read_only


def test_a_journey_of_a_newer_version_can_only_be_looked_at(editors: Editors) -> None:
    from whatsapp_studio.journeys.codec import dump

    text = dump(small_journey()).replace('"format": 1', '"format": 99')
    path = editors.desk.studio.paths.root / "newer.wsjourney"
    path.write_text(text, encoding="utf-8")
    made = editors.desk.studio.journeys.import_file(path)
    editor = editors.open(id=made.id)
    assert editor.document.read_only and "newer version" in editor.banners.shown["locked"].label.text()
    editor.header.name.setFocus()
    assert editor.header.name.isReadOnly()


def test_a_journey_that_is_not_there_is_refused(editors: Editors) -> None:
    with pytest.raises(UserError, match="journey-unknown"):
        JourneyEditor(editors.desk.studio, "nobody", editors.memory)


# -- what is remembered ------------------------------------------------------------------------------


def test_what_is_shown_and_where_one_looked_is_remembered(editors: Editors, qtbot: QtBot) -> None:
    first = editors.open(small_journey())
    first.commands["palette"].setChecked(False)
    first.commands["steps"].setChecked(True)
    first.view.set_zoom(1.5)
    first.view.centre_on("bye")
    seen = first.view.visible().center()
    first.leave()
    again = editors.open(id=first.journey_id)
    assert not again.palette_box.isVisible() and again.frame.strip.isVisible()
    assert again.outline.isVisible()
    editors.desk.until(lambda: again.view.zoom() == pytest.approx(1.5))
    assert (again.view.visible().center() - seen).manhattanLength() < 4


def test_the_inspector_folds_with_its_key_and_gives_its_room_to_the_canvas(editors: Editors) -> None:
    editor = editors.open(small_journey())
    editor.view.setFocus()
    width = editor.view.width()
    QTest.keyClick(editor.view, Qt.Key.Key_Backslash, CTRL)
    assert not editor.inspector.isVisible()
    editors.desk.until(lambda: editor.view.width() >= width + 280)
    QTest.keyClick(editor.view, Qt.Key.Key_Backslash, CTRL)
    assert editor.inspector.isVisible()


def test_the_palette_is_put_away_and_had_back_by_its_buttons(editors: Editors) -> None:
    editor = editors.open(small_journey())
    QTest.mouseClick(editor.palette_box.hide_button, Qt.MouseButton.LeftButton)
    assert not editor.palette_box.isVisible() and editor.frame.strip.isVisible()
    QTest.mouseClick(editor.frame.strip.button, Qt.MouseButton.LeftButton)
    assert editor.palette_box.isVisible() and not editor.frame.strip.isVisible()


def test_f6_goes_from_pane_to_pane(editors: Editors) -> None:
    editor = editors.open(small_journey())
    editor.view.setFocus()
    seen = []
    for _ in range(4):
        QTest.keyClick(QApplication.focusWidget() or editor, Qt.Key.Key_F6)
        focus = QApplication.focusWidget()
        panes = (editor.palette_box, editor.view, editor.inspector, editor.header)
        seen.append(next(n for n, pane in enumerate(panes) if pane is focus or pane.isAncestorOf(focus)))
    assert seen == [2, 3, 0, 1]


# -- finding -----------------------------------------------------------------------------------------


def test_ctrl_f_finds_f3_goes_on_and_esc_gives_the_canvas_back(editors: Editors) -> None:
    editor = editors.open(small_journey())
    editor.view.setFocus()
    QTest.keyClick(editor.view, Qt.Key.Key_F, CTRL)
    assert editor.find_bar.field.hasFocus()
    QTest.keyClicks(editor.find_bar.field, "done")
    assert editor.document.selection == {"bye"}
    assert editor.view.visible().contains(editor.scene.steps["bye"].sceneBoundingRect().center())
    assert editor.find_bar.field.hasFocus()
    QTest.keyClick(editor.find_bar.field, Qt.Key.Key_Escape)
    assert editor.view.hasFocus() and not editor.find_bar.isVisible()
    QTest.keyClick(editor.view, Qt.Key.Key_F3)
    assert editor.document.selection == {"bye"} and not editor.find_bar.isVisible()
    editor.find_bar.field.clear()
    QTest.keyClick(editor.view, Qt.Key.Key_F3)
    assert editor.find_bar.isVisible()


# -- publishing --------------------------------------------------------------------------------------


def ready(editors: Editors) -> JourneyEditor:
    steps = {"enter": step("enter", "audience"), "bye": step("bye", "end")}
    editor = editors.open(
        Journey(id="r", name="Ready", steps=steps, links={"enter:next": Link("enter", "next", "bye")},
                places={"enter": (0, 0), "bye": (0, 120)})
    )  # fmt: skip
    editors.desk.until(lambda: editor.header.publish_button.isEnabled())
    return editor


def test_publishing_keeps_a_version_and_says_honestly_what_it_does(
    editors: Editors, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = ready(editors)
    answers = Publishing(monkeypatch, "Publish")
    QTest.mouseClick(editor.header.publish_button, Qt.MouseButton.LeftButton)
    journeys = editors.desk.studio.journeys
    editors.desk.until(lambda: journeys.published(editor.journey_id) is not None)
    assert "Who enters" in answers.asked[0] and "while this program is open" in answers.asked[0]
    editors.desk.until(lambda: editor.header.pill.toolTip().startswith("This is what is published"))
    assert editor.header.pill.text().startswith("Published · saved")
    assert [one.kind for one in journeys.versions(editor.journey_id)].count("published") == 1


def test_not_now_publishes_nothing(editors: Editors, monkeypatch: pytest.MonkeyPatch) -> None:
    editor = ready(editors)
    answers = Publishing(monkeypatch, "Not now")
    QTest.mouseClick(editor.header.publish_button, Qt.MouseButton.LeftButton)
    editors.desk.until(lambda: answers.asked)
    assert editors.desk.studio.journeys.published(editor.journey_id) is None


def test_steps_changed_since_publishing_carry_a_dot(editors: Editors, monkeypatch: pytest.MonkeyPatch) -> None:
    editor = ready(editors)
    Publishing(monkeypatch, "Publish")
    editor.publish()
    editors.desk.until(lambda: editor.published is not None)
    editor.document.do(MoveItems(places={"bye": (200, 300)}))
    editor.document.do(ChangeStep(step="bye", name="Another name"))
    editors.desk.until(lambda: not editor._later.isActive())
    assert editor.header.pill.toolTip().startswith("This is what is published")
    editor.document.do(ChangeStep(step="bye", disabled=True))
    editors.desk.until(lambda: "dot" in editor.header.pill.toolTip())
    assert editor.header.pill.text().startswith("Draft")
    assert editor.scene.steps["bye"].mark == "unpublished" and not editor.scene.steps["enter"].mark
    editor.document.undo()
    editors.desk.until(lambda: "dot" not in editor.header.pill.toolTip())


# -- large journeys ----------------------------------------------------------------------------------


@pytest.mark.slow
def test_three_hundred_steps_open_quickly_and_a_hint_suggests_splitting(editors: Editors) -> None:
    id = editors.keep(long_journey(300))
    # The window's own work: what else the machine does must not decide.
    began = time.thread_time()
    editor = editors.open(id=id)
    editor.grab()
    assert time.thread_time() - began < 1.5
    assert "300" in editor.banners.shown["many"].label.text()
    QTest.mouseClick(editor.banners.shown["many"].button, Qt.MouseButton.LeftButton)
    assert "many" not in editor.banners.shown


def test_everything_fits_a_small_laptop(editors: Editors) -> None:
    editor = editors.open(small_journey(), size=(968, 530))
    assert editor.width() == 968
    for one in (editor.header.publish_button, editor.header.issues, editor.header.test_button, editor.header.name):
        assert one.isVisible() and one.mapTo(editor, one.rect().bottomRight()).x() <= editor.width()
    assert editor.view.width() >= 300


def test_a_text_field_takes_the_keys_before_the_canvas(editors: Editors) -> None:
    editor = editors.open(small_journey())
    editor.document.select({"pause"})
    field = next(one for one in editor.inspector.findChildren(QLineEdit) if one.isVisible())
    field.setFocus()
    QTest.keyClicks(field, "xyz")
    assert "pause" in editor.document.journey.steps
    assert msgspec.structs.asdict(editor.document.journey)["links"]


# -- testing and versions ----------------------------------------------------------------------------


def test_one_contact_is_followed_beside_the_canvas_and_nothing_is_changed(editors: Editors) -> None:
    editor = editors.open("welcome")
    before = editor.document.journey
    QTest.mouseClick(editor.header.test_button, Qt.MouseButton.LeftButton)
    assert editor.aside.panel is not None and editor.aside.panel.isVisible()
    assert editor.header.test_button.isChecked() and editor.commands["test"].isChecked()
    editors.desk.until(lambda: editor.aside.panel.way.count() > 0)
    editor.aside.panel.next_button.click()
    QTest.mouseClick(editor.aside.panel.close_button, Qt.MouseButton.LeftButton)
    assert editor.inspector.isVisible() and not editor.header.test_button.isChecked()
    assert editor.document.journey is before and not editor.document.undo_stack.canUndo()


def test_going_to_a_problem_leaves_the_contact(editors: Editors) -> None:
    editor = editors.open(small_journey())
    editor.commands["test"].setChecked(True)
    editor.go_to("ask", "rules.yes")
    assert editor.inspector.isVisible() and not editor.commands["test"].isChecked()


def test_a_version_is_kept_under_a_name_and_brought_back_as_one_edit(
    editors: Editors, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = editors.open(small_journey())
    monkeypatch.setattr(QInputDialog, "exec", lambda box: (box.setTextValue("Before the sale"), 1)[1])
    editor.commands["keep"].trigger()
    editor.document.do(ChangeStep(step="pause", name="Sale"))
    editor.commands["versions"].trigger()
    versions = editor.past.versions
    assert versions is not None and versions.isVisible()
    editors.desk.until(lambda: versions.list.rows.count() > 1)
    number = next(one.number for one in editors.desk.studio.journeys.versions(editor.journey_id) if one.label)
    versions.list.select(number)
    editors.desk.until(versions.restore_button.isEnabled)
    QTest.mouseClick(versions.restore_button, Qt.MouseButton.LeftButton)
    assert editor.frame.isVisible()
    assert editor.document.journey.steps["pause"].name == "Let it rest"
    editor.document.undo()
    assert editor.document.journey.steps["pause"].name == "Sale"


def test_comparing_with_live_is_there_once_something_is_live(editors: Editors, monkeypatch: pytest.MonkeyPatch) -> None:
    editor = ready(editors)
    assert not editor.commands["compare"].isEnabled()
    Publishing(monkeypatch, "Publish")
    editor.publish()
    editors.desk.until(editor.commands["compare"].isEnabled)
    editor.commands["compare"].trigger()
    assert editor.past.versions is not None and editor.past.versions.isVisible()
    QTest.mouseClick(editor.past.versions.back_button, Qt.MouseButton.LeftButton)
    assert editor.view.isVisible() and editor.view.hasFocus()


# -- the keyboard ------------------------------------------------------------------------------------


def test_undo_redo_and_the_letters_of_the_canvas_work_from_the_list_of_steps_too(editors: Editors) -> None:
    editor = editors.open(small_journey())
    editor.commands["steps"].setChecked(True)
    editor.outline.setFocus()
    editor.outline.go_to("pause")
    QTest.keyClick(editor.outline, Qt.Key.Key_D)
    assert editor.document.journey.steps["pause"].disabled
    QTest.keyClick(editor.outline, Qt.Key.Key_Z, CTRL)
    assert not editor.document.journey.steps["pause"].disabled
    QTest.keyClick(editor.outline, Qt.Key.Key_Z, CTRL | SHIFT)
    assert editor.document.journey.steps["pause"].disabled
    editor.outline.go_to("loose")
    QTest.keyClick(editor.outline, Qt.Key.Key_Delete)
    assert "loose" not in editor.document.journey.steps
    editor.outline.go_to("pause")
    QTest.keyClick(editor.outline, Qt.Key.Key_Delete, CTRL)
    assert editor.document.journey.links["offer:next"].target == "ask"
    QTest.keyClick(editor.outline, Qt.Key.Key_A, CTRL)
    assert set(editor.document.journey.steps) <= editor.document.selection
    editor.outline.go_to("ask")
    QTest.keyClick(editor.outline, Qt.Key.Key_Return)
    focus = QApplication.focusWidget()
    assert focus is not None and editor.inspector.isAncestorOf(focus)


def test_the_menu_of_the_list_is_that_of_the_canvas(editors: Editors) -> None:
    editor = editors.open(small_journey())
    editor.commands["steps"].setChecked(True)
    found = (("pause", "heal", "unframe"), ("frame", "unframe", "heal"), ("ask:yes", "disconnect", "cut"))
    for id, has, has_not in found:
        editor.outline.go_to(id)
        editor.outline.menu_wanted.emit(editor.outline.mapToGlobal(QPoint(4, 4)))
        menu = next(one for one in editor.view.findChildren(QMenu) if one.isVisible())
        assert editor.edits[has] in menu.actions() and editor.edits[has_not] not in menu.actions()
        menu.close()


def test_undo_in_the_header_says_what_it_would_undo(editors: Editors) -> None:
    editor = editors.open(small_journey())
    editor.document.do(ChangeStep(step="loose", disabled=True))
    assert "Switch off" in editor.edits["undo"].toolTip()
    button = next(one for one in editor.header.findChildren(QToolButton) if one.defaultAction() is editor.edits["undo"])
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not editor.document.journey.steps["loose"].disabled


def test_single_letters_can_be_switched_off_and_stay_so(editors: Editors) -> None:
    editor = editors.open(small_journey())
    editor.view.setFocus()
    editor.document.select({"pause"})
    QTest.keyClick(editor.view, Qt.Key.Key_D)
    assert editor.document.journey.steps["pause"].disabled
    editor.commands["letters"].trigger()
    QTest.keyClick(editor.view, Qt.Key.Key_D)
    assert editor.document.journey.steps["pause"].disabled
    editor.leave()
    again = editors.open(id=editor.journey_id)
    again.view.setFocus()
    again.document.select({"ask"})
    QTest.keyClick(again.view, Qt.Key.Key_D)
    assert not again.document.journey.steps["ask"].disabled


def test_a_second_program_can_look_and_change_nothing(editors: Editors, tmp_path: Path) -> None:
    id = editors.keep(small_journey())
    reader = Studio.open(editors.desk.studio.paths.root)
    assert reader.read_only
    memory = QSettings(str(tmp_path / "reader.ini"), QSettings.Format.IniFormat)
    editor = JourneyEditor(reader, id, memory)
    editor.show()
    editors.desk.until(lambda: editor.document.surroundings.known)
    assert editor.header.pill.text() == "Read-only" and "locked" not in editor.banners.shown
    changing = ("cut", "paste", "duplicate", "delete", "quick_add", "disable", "note", "frame", "tidy")
    editor.document.select({"pause"})
    assert not any(editor.edits[name].isEnabled() for name in changing)
    assert not editor.commands["publish"].isEnabled() and not editor.commands["keep"].isEnabled()
    assert editor.edits["copy"].isEnabled()
    assert editor.leave()
    editor.close()
    editor.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    reader.close()
