"""Decides that the list of steps says what the canvas shows: order, ways, loops, problems, and one selection."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.qt.journeys.conftest import Open, small_journey, step
from whatsapp_studio.journeys.edits import AddStep, ChangeStep, Disconnect, RemoveItems
from whatsapp_studio.journeys.graph import Journey, Link
from whatsapp_studio.journeys.table import new_step
from whatsapp_studio.qt.canvas.document import JourneyDocument
from whatsapp_studio.qt.journeys.outline import Outline
from whatsapp_studio.qt.journeys.outline_model import STATUS, STEP, SUMMARY, OutlineModel
from whatsapp_studio.qt.journeys.outline_tree import rows


@pytest.fixture
def outline(document: JourneyDocument, qtbot: QtBot) -> Outline:
    made = Outline(document)
    qtbot.addWidget(made)
    made.resize(800, 400)
    made.show()
    made.activateWindow()
    return made


def told(journey: Journey) -> list[str]:
    """The lines as text: two spaces for each level."""
    found = rows(journey)
    lines: list[str] = []

    def walk(number: int, level: int) -> None:
        row = found[number]
        sign = {"again": "^", "output": ">"}.get(row.kind, "")
        lines.append(f"{'  ' * level}{sign}{row.id}")
        for child in row.children:
            walk(child, level + 1)

    for number, row in enumerate(found):
        if row.parent < 0:
            walk(number, 0)
    return lines


def test_the_main_way_is_on_one_level_and_each_other_way_below_its_step() -> None:
    assert told(small_journey()) == [
        "enter",
        "offer",
        "  >offer:failed",
        "    bye",
        "  >offer:timeout",
        "pause",
        "ask",
        "  >ask:yes",
        "    ^bye",
        "  >ask:other",
        "    ^pause",
        "loose",
        "note",
        "frame",
    ]


def test_a_step_has_one_line_of_its_own_however_many_ways_lead_there() -> None:
    journey = small_journey()
    own = [row.id for row in rows(journey) if row.kind == "step"]
    assert sorted(own) == sorted(journey.steps)


def test_a_circle_without_a_way_in_is_listed_too() -> None:
    steps = {id: step(id, "wait") for id in ("a", "b")}
    links = {one.id: one for one in (Link("a", "next", "b"), Link("b", "next", "a"))}
    assert told(Journey(id="j", steps=steps, links=links)) == ["a", "b", "^a"]


def test_a_thousand_steps_in_a_row_are_listed() -> None:
    steps = {str(n): step(str(n), "wait") for n in range(5000)}
    links = {f"{n}:next": Link(str(n), "next", str(n + 1)) for n in range(4999)}
    places = {str(n): (0, n * 100) for n in range(5000)}
    found = rows(Journey(id="j", steps=steps, links=links, places=places))
    assert [row.id for row in found] == [str(n) for n in range(5000)]


def test_the_model_keeps_qts_rules_while_the_journey_changes(
    document: JourneyDocument, qtmodeltester: ModelTester
) -> None:
    model = OutlineModel(document)
    qtmodeltester.check(model)
    model.follow(True)
    qtmodeltester.check(model)
    document.do(AddStep(step=new_step("wait"), place=(0, 900), after="ask:yes"))
    document.do(ChangeStep(step="pause", name="Longer"))
    document.do(RemoveItems(ids=frozenset({"offer"})))
    document.undo()
    qtmodeltester.check(model)
    model.follow(False)
    assert model.count() == 0


def test_columns_say_title_work_and_problems(document: JourneyDocument, outline: Outline) -> None:
    model = outline.steps
    index = model.index_of("offer")
    assert index.data() == "Café offer"
    assert "spring_offer" in index.siblingAtColumn(SUMMARY).data()
    document.do(ChangeStep(step="pause", disabled=True))
    assert model.index_of("pause").siblingAtColumn(STATUS).data() == "Switched off"
    document.check_now()
    assert model.index_of("pause").siblingAtColumn(STATUS).data()
    assert document.problems_of("loose")
    assert model.index_of("loose").siblingAtColumn(STATUS).data()
    again = model.index(0, STEP, model.index_of("ask:other"))
    assert again.data() == "to Let it rest"
    assert model.index_of("offer:timeout").siblingAtColumn(SUMMARY).data() == "Ends the journey"


def test_every_line_is_read_out_in_full(outline: Outline) -> None:
    def spoken(id: str) -> str:
        return str(outline.steps.index_of(id).data(Qt.ItemDataRole.AccessibleTextRole))

    assert spoken("pause").startswith("Let it rest") and "2 ways lead here" in spoken("pause")
    assert spoken("offer:failed").endswith("Leads to Done")
    assert spoken("offer:timeout").endswith("Ends the journey")
    left = [QModelIndex()]
    while left:
        above = left.pop()
        for place in range(outline.steps.rowCount(above)):
            index = outline.steps.index(place, STEP, above)
            assert index.data(Qt.ItemDataRole.AccessibleTextRole)
            left.append(index)


def test_the_selection_is_shared_both_ways(document: JourneyDocument, outline: Outline) -> None:
    at = outline.visualRect(outline.steps.index_of("pause")).center()
    QTest.mouseClick(outline.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert document.selection == {"pause"} and document.current == "pause"
    QTest.keyClick(outline, Qt.Key.Key_Down)
    assert document.current == "ask"
    document.select({"enter", "bye"}, "bye")
    chosen = {outline.steps.row(index).id for index in outline.selectionModel().selectedRows()}
    assert chosen == {"enter", "bye"}
    assert outline.steps.row(outline.currentIndex()).id == "bye"
    QTest.keyClick(outline, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert set(document.journey.steps) <= document.selection


def test_an_output_can_be_selected_also_where_it_leads_nowhere(document: JourneyDocument, outline: Outline) -> None:
    outline.go_to("offer:timeout")
    assert document.selection == {"offer:timeout"}
    outline.go_to("ask:yes")
    assert document.selection == {"ask:yes"}


def test_enter_opens_a_step_and_follows_a_reference(document: JourneyDocument, outline: Outline, qtbot: QtBot) -> None:
    outline.setFocus()
    outline.go_to("ask")
    with qtbot.waitSignal(outline.opened) as opened:
        QTest.keyClick(outline, Qt.Key.Key_Return)
    assert opened.args == ["ask"]
    reference = outline.steps.index(0, STEP, outline.steps.index_of("ask:other"))
    flags = QItemSelectionModel.SelectionFlag
    outline.selectionModel().setCurrentIndex(reference, flags.ClearAndSelect | flags.Rows)
    assert document.selection == {"pause"}
    QTest.keyClick(outline, Qt.Key.Key_Return)
    assert outline.currentIndex() == outline.steps.index_of("pause")


def test_what_was_folded_stays_folded_after_an_edit(document: JourneyDocument, outline: Outline) -> None:
    outline.collapse(outline.steps.index_of("offer"))
    document.do(Disconnect(links=frozenset({"ask:yes"})))
    assert not outline.isExpanded(outline.steps.index_of("offer"))
    assert outline.isExpanded(outline.steps.index_of("ask"))


def test_what_is_hidden_is_empty_and_right_again_when_shown(document: JourneyDocument, outline: Outline) -> None:
    outline.hide()
    document.do(RemoveItems(ids=frozenset({"loose"})))
    assert outline.steps.count() == 0
    outline.show()
    assert not outline.steps.index_of("loose").isValid()
    assert outline.steps.index_of("pause").isValid()


def test_right_click_asks_for_the_menu(outline: Outline, qtbot: QtBot) -> None:
    with qtbot.waitSignal(outline.menu_wanted):
        outline.customContextMenuRequested.emit(QPoint(5, 5))


def test_an_edit_of_a_long_journey_is_told_at_once(open_document: Open, qtbot: QtBot) -> None:
    steps = {str(n): step(str(n), "wait") for n in range(300)}
    links = {f"{n}:next": Link(str(n), "next", str(n + 1)) for n in range(299)}
    document = open_document(
        Journey(id="j", steps=steps, links=links, places={str(n): (0, n * 100) for n in range(300)})
    )
    outline = Outline(document)
    qtbot.addWidget(outline)
    outline.show()
    document.do(ChangeStep(step="150", name="Middle"))
    assert outline.steps.index_of("150").data() == "Middle"
    assert outline.steps.count() == 300
