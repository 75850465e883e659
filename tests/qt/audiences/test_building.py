"""A segment is built by mouse or keys, counted after each change, taken back step by step, and kept when whole."""

from __future__ import annotations

import json
import threading
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest

from tests.fixtures.desk import Desk, type_into
from tests.qt.audiences.conftest import AGREED, REGULARS, at_rest, keep
from whatsapp_studio.audience.contact import Contact, CustomField
from whatsapp_studio.base.progress import Progress
from whatsapp_studio.qt.audiences import page as page_module
from whatsapp_studio.qt.audiences.building import SegmentBuilder
from whatsapp_studio.qt.audiences.history import Shape
from whatsapp_studio.qt.audiences.page import AudiencesPage
from whatsapp_studio.qt.rules.group import Group

Key = Qt.Key
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def choose(pick: Any, value: str) -> None:
    """Choose in a drop-down list with the keyboard."""
    to = pick.box.findData(value)
    assert to >= 0, value
    while pick.box.currentIndex() != to:
        QTest.keyClick(pick.box, Key.Key_Down if pick.box.currentIndex() < to else Key.Key_Up)


def begun(desk: Desk, page: AudiencesPage, rule: dict[str, Any] | None = None) -> SegmentBuilder:
    page.begin(None, Shape("Mine", rule))
    page.window().activateWindow()
    return page.builder


def counted(desk: Desk, builder: SegmentBuilder) -> int:
    desk.until(lambda: not builder.matches.busy and builder.matches.found is not None)
    assert builder.matches.found is not None
    return builder.matches.found.n


def test_a_segment_is_built_with_the_keyboard_alone(desk: Desk, page: AudiencesPage) -> None:
    page.new_button.click()
    QTest.keyClick(page.starting.blank, Key.Key_Space)
    builder = page.builder
    QTest.keyClicks(builder.name, "Regulars who agreed")
    assert not page.save_button.isEnabled()
    QTest.keyClick(builder.rule.begin, Key.Key_Space)
    leaf = builder.rule.group.parts[0]
    choose(leaf.what, "list:")
    assert builder.shape.rule == {"all": [REGULARS]}
    assert counted(desk, builder) == 4
    QTest.keyClick(builder.rule.group.add, Key.Key_Space)
    choose(builder.rule.group.parts[1].what, "consent:")
    assert builder.words.text() == "Everybody for whom: on list Regulars and opted in to marketing."
    assert counted(desk, builder) == 4
    QTest.keyClick(page.save_button, Key.Key_Space)
    desk.until(lambda: not page.in_builder)
    desk.until(lambda: page.overview.item is not None and page.overview.item.name == "Regulars who agreed")
    kept = desk.studio.segments.find("Regulars who agreed")
    assert kept is not None and json.loads(kept.rule) == {"all": [REGULARS, AGREED]}


def test_parts_are_moved_copied_and_grouped_by_keys(desk: Desk, page: AudiencesPage) -> None:
    nobody = {**AGREED, "value": "no"}
    builder = begun(desk, page, {"all": [REGULARS, AGREED, nobody]})
    group = builder.rule.group
    group.parts[2].what.box.setFocus()
    QTest.keyClick(group.parts[2].what.box, Key.Key_Up, ALT)
    assert builder.shape.rule == {"all": [REGULARS, nobody, AGREED]}
    assert group.place_of(page.focusWidget()) == (1,)
    QTest.keyClick(page.focusWidget(), Key.Key_D, CTRL)
    assert builder.shape.rule == {"all": [REGULARS, nobody, nobody, AGREED]}
    group.parts[2].menu.chosen.emit("wrap")
    assert builder.shape.rule == {"all": [REGULARS, nobody, {"any": [nobody]}, AGREED]}
    inner = group.parts[2]
    assert isinstance(inner, Group)
    inner.parts[0].what.box.setFocus()
    QTest.keyClick(inner.parts[0].what.box, Key.Key_Down, ALT)
    assert builder.shape.rule == {"all": [REGULARS, nobody, nobody, AGREED]}
    for _ in range(4):
        builder.undo_action.trigger()
    assert builder.shape.rule == {"all": [REGULARS, AGREED, nobody]} and not builder.stack.canUndo()
    builder.redo_action.trigger()
    assert builder.shape.rule == {"all": [REGULARS, nobody, AGREED]}


def test_what_is_typed_in_one_field_is_one_step_to_undo(desk: Desk, page: AudiencesPage) -> None:
    builder = begun(desk, page, {"all": [{"field": "contact.orders", "op": "more", "value": 0}]})
    leaf = builder.rule.group.parts[0]
    type_into(leaf.value.line, "25")  # type: ignore[union-attr]
    assert builder.shape.rule == {"all": [{"field": "contact.orders", "op": "more", "value": 25}]}
    type_into(builder.name, "Others")
    assert builder.stack.count() == 2
    builder.stack.undo()
    assert builder.name.text() == "Mine"
    builder.stack.undo()
    assert leaf.value.line.text() == "0"  # type: ignore[union-attr]
    assert page.undo_button.isEnabled() is False and page.redo_button.isEnabled()


def test_what_is_wrong_is_said_at_its_comparison_and_nothing_is_counted_or_kept(
    desk: Desk, page: AudiencesPage
) -> None:
    wrong = {"field": "contact.orders", "op": "more", "value": "many"}
    builder = begun(desk, page, {"all": [AGREED, {"any": [wrong]}, {"none": []}]})
    first, group, empty = builder.rule.group.parts
    assert isinstance(group, Group) and isinstance(empty, Group)
    assert first.error.text == "" and "number" in group.parts[0].error.text and empty.error.text != ""
    assert not page.save_button.isEnabled() and page.save_button.toolTip() != ""
    assert not builder.matches.busy and "complete" in builder.matches.what.text()
    group.parts[0].changed.emit({**wrong, "value": 3}, "")
    empty.deed.emit((), "remove")
    assert builder.problems == () and page.save_button.isEnabled()


def test_only_the_count_of_the_last_change_is_shown(
    desk: Desk, page: AudiencesPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    go, begun_first, stopped = threading.Event(), threading.Event(), threading.Event()

    def sample(rule: str, most: int, progress: Progress) -> tuple[int, list[Contact]]:
        if "Regulars" in rule:
            begun_first.set()
            assert go.wait(10)
            if progress.cancelled():
                stopped.set()
            return 111, []
        return 222, []

    monkeypatch.setattr(desk.studio.segments, "sample", sample)
    builder = begun(desk, page, {"all": [REGULARS]})
    desk.until(begun_first.is_set)
    assert builder.matches.what.text() == "Counting…"
    builder.rule.edited.emit({"all": [AGREED]}, "")
    assert counted(desk, builder) == 222
    go.set()
    desk.until(stopped.is_set)
    at_rest(desk, page)
    assert builder.matches.number.text() == "222"


def test_five_of_them_are_shown(desk: Desk, page: AudiencesPage) -> None:
    builder = begun(desk, page, {"all": [AGREED]})
    assert counted(desk, builder) == 9
    assert builder.matches.found is not None
    assert [one.id for one in builder.matches.found.sample] == list(desk.people[:5])
    assert builder.matches.number.text() == "9" and builder.matches.when.text().startswith("Counted at ")


def test_values_that_exist_are_offered_by_kind(desk: Desk, page: AudiencesPage) -> None:
    builder = begun(desk, page, {"all": [{"field": "contact.country", "op": "is", "value": "NL"}]})
    country = builder.rule.group.parts[0].value
    assert country.box.currentText() == "Netherlands"  # type: ignore[union-attr]
    choose(builder.rule.group.parts[0].op, "is_one_of")
    chips = builder.rule.group.parts[0].value
    type_into(chips.line, "belgium")  # type: ignore[union-attr]
    QTest.keyClick(chips.line, Key.Key_Return)  # type: ignore[union-attr]
    assert builder.shape.rule == {"all": [{"field": "contact.country", "op": "is_one_of", "value": ["BE"]}]}
    assert chips.chips[0].text() == "Belgium"  # type: ignore[union-attr]


def test_what_contacts_have_is_offered_while_one_types(desk: Desk, page: AudiencesPage) -> None:
    desk.studio.contacts.add_field(CustomField(name="city", label="City"))
    for n, city in enumerate(["Delft", "Delft", "Gouda", "Aalst", "Aalst", "Aalst"], 1):
        desk.studio.contacts.save(Contact(id=0, phone=f"+3161234560{n}", fields={"city": city}))
    at_rest(desk, page)
    builder = begun(desk, page, {"all": [{"field": "contact.city", "op": "is", "value": ""}]})
    line = builder.rule.group.parts[0].value.line  # type: ignore[union-attr]
    QTest.mouseClick(line, Qt.MouseButton.LeftButton)
    QCoreApplication.sendEvent(line, QFocusEvent(QEvent.Type.FocusIn))
    model = line.completer().model()
    desk.until(lambda: model.rowCount() > 0)
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["Aalst", "Delft", "Gouda"]
    line.completer().activated.emit("Delft")
    assert builder.shape.rule == {"all": [{"field": "contact.city", "op": "is", "value": "Delft"}]}
    assert counted(desk, builder) == 2


def test_unsaved_changes_are_asked_for_before_they_go(
    desk: Desk, page: AudiencesPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    builder = begun(desk, page, {"all": [AGREED]})
    asked: list[bool] = []

    def ask(*_a: object, **_k: object) -> bool:
        asked.append(True)
        return len(asked) > 1

    monkeypatch.setattr(page_module, "ask", ask)
    assert page.pill.text() == "Not saved" and builder.changed
    page.close_button.click()
    assert page.in_builder
    page.close_button.click()
    assert not page.in_builder and len(asked) == 2
    assert desk.studio.segments.find("Mine") is None


def test_a_name_that_is_taken_is_refused_at_the_name(desk: Desk, page: AudiencesPage) -> None:
    builder = begun(desk, page, {"all": [AGREED]})
    type_into(builder.name, "Nobody")
    page.save_button.click()
    desk.until(lambda: builder.row.field.property("invalid") is True)
    assert page.in_builder and builder.may_save


def test_a_segment_left_open_is_there_again_in_the_next_window(desk: Desk, page: AudiencesPage) -> None:
    memory = QSettings(str(desk.studio.paths.database.with_name("window.ini")), QSettings.Format.IniFormat)
    id = keep(desk, "Mine", {"all": [AGREED]})
    page.refresh()
    at_rest(desk, page)
    page.memory = memory
    page.begin(page.model.item(("segment", id)))
    page.builder.rule.edited.emit({"all": [AGREED, REGULARS]}, "")
    assert page.leave()
    again = AudiencesPage(desk.studio)
    again.memory = memory
    try:
        again.show()
        again.on_shown()
        desk.until(lambda: again.in_builder)
        assert again.builder.id == id and again.builder.shape.rule == {"all": [AGREED, REGULARS]}
        again.builder.undo_action.trigger()
        assert not again.builder.changed
        assert again.leave() and not memory.contains("audiences/unsaved")
    finally:
        at_rest(desk, again)
        again.close()
        again.deleteLater()


def test_the_same_segment_goes_on_in_another_language(desk: Desk, page: AudiencesPage) -> None:
    begun(desk, page, {"all": [AGREED]})
    kept = page.keep()
    again = desk.show(AudiencesPage)
    again.take(kept)
    at_rest(desk, again)
    assert again.in_builder and again.builder.shape == Shape("Mine", {"all": [AGREED]}) and again.builder.changed
