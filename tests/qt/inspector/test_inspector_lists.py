"""Ordered lists: added to, removed from, renamed and put in order by keyboard and by mouse; each one step of undo."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.qt.inspector.conftest import Bench, Workshop, step
from whatsapp_studio.journeys import fields as f
from whatsapp_studio.journeys.edits import SetFields
from whatsapp_studio.journeys.graph import Journey, Link
from whatsapp_studio.journeys.table import known_ports
from whatsapp_studio.qt.forms.words import WordChips

ALT = Qt.KeyboardModifier.AltModifier
NAMES = ("One", "Two", "Three")
EVENTS = [{"id": name.lower(), "name": name, "event": ""} for name in NAMES]


@pytest.fixture
def bench(shop: Workshop) -> Bench:
    made = shop.bench(f.Events(name="f", label="Events"), f=EVENTS)
    made.window.activateWindow()
    QApplication.processEvents()
    return made


def names(bench: Bench) -> list[str]:
    return [one["name"] for one in bench.value]


def focus(bench: Bench) -> QWidget:
    found = bench.window.focusWidget()
    assert found is not None
    return found


def test_alt_and_arrows_put_in_order_and_the_focus_goes_along(bench: Bench) -> None:
    line = bench.editor.cards[0].name
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Down, ALT)
    assert names(bench) == ["Two", "One", "Three"]
    assert focus(bench) is bench.editor.cards[1].name and bench.editor.cards[1].name.text() == "One"
    QTest.keyClick(focus(bench), Qt.Key.Key_Down, ALT)
    QTest.keyClick(focus(bench), Qt.Key.Key_Down, ALT)
    assert names(bench) == ["Two", "Three", "One"], "the last one stays the last"
    QTest.keyClick(focus(bench), Qt.Key.Key_Up, ALT)
    assert names(bench) == ["Two", "One", "Three"]
    assert bench.document.undo_stack.count() == 3
    for _ in range(3):
        bench.document.undo()
    assert bench.value == EVENTS


def test_from_inside_a_card_too(bench: Bench) -> None:
    inner = bench.editor.cards[2].editor.members["event"].editor.line
    inner.setFocus()
    QTest.keyClick(inner, Qt.Key.Key_Up, ALT)
    assert names(bench) == ["One", "Three", "Two"]
    assert focus(bench) is bench.editor.cards[1].editor.members["event"].editor.line


def test_dragging_by_the_handle_is_one_step(bench: Bench) -> None:
    card, last = bench.editor.cards[0], bench.editor.cards[2]
    grip = card.grip
    QTest.mousePress(grip, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    below = last.mapToGlobal(QPoint(5, last.height() - 2))
    for _ in range(4):
        QApplication.processEvents()
        QTest.mouseMove(grip, grip.mapFromGlobal(below))
    assert bench.value == EVENTS, "nothing is written on the way"
    QTest.mouseRelease(grip, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert names(bench) == ["Two", "Three", "One"]
    assert bench.document.undo_stack.count() == 1
    bench.document.undo()
    assert bench.value == EVENTS
    assert [one.name.text() for one in bench.editor.cards] == list(NAMES)


def test_a_press_without_a_drag_changes_nothing(bench: Bench) -> None:
    grip = bench.editor.cards[1].grip
    QTest.mouseClick(grip, Qt.MouseButton.LeftButton)
    assert bench.value == EVENTS and bench.written == []


def test_the_menu_moves_and_removes(bench: Bench) -> None:
    card = bench.editor.cards[1]
    up, _down, remove = card.menu.menu().actions()
    up.trigger()
    assert names(bench) == ["Two", "One", "Three"]
    remove.trigger()
    assert names(bench) == ["One", "Three"]
    assert focus(bench) is bench.editor.cards[0].menu
    bench.document.undo()
    assert names(bench) == ["Two", "One", "Three"]


def test_a_new_item_gets_an_id_of_its_own_and_the_focus(bench: Bench) -> None:
    QTest.keyClick(bench.editor.add, Qt.Key.Key_Space)
    QTest.keyClick(bench.editor.add, Qt.Key.Key_Space)
    ids = [one["id"] for one in bench.value]
    assert len(set(ids)) == 5 and all(ids)
    assert focus(bench) is bench.editor.cards[4].name


def test_the_last_one_may_go_and_the_focus_finds_the_way_on(bench: Bench) -> None:
    for _ in range(3):
        bench.editor.cards[0].menu.menu().actions()[2].trigger()
    assert bench.value == [] and focus(bench) is bench.editor.add


def test_there_are_no_more_than_may_be(shop: Workshop) -> None:
    made = shop.bench(f.Buttons(name="f", label="Buttons", most=3), f=[{"id": "a", "text": "Yes"}])
    for _ in range(2):
        QTest.keyClick(made.editor.add, Qt.Key.Key_Space)
    assert len(made.value) == 3
    assert not made.editor.add.isEnabled() and made.editor.add.toolTip() == "3 is the most"


def test_renaming_and_moving_a_path_keep_its_arrow(shop: Workshop) -> None:
    paths = [{"id": "p1", "name": "A", "rule": None}, {"id": "p2", "name": "B", "rule": None}]
    steps = {"c": step("c", "condition", rules=paths), "e": step("e", "end")}
    link = Link("c", "p2", "e")
    stand = shop.stand(Journey(id="j", steps=steps, links={link.id: link}, places={"c": (0, 0), "e": (0, 99)}))
    stand.select("c")
    editor = stand.row("rules").editor
    QTest.keyClicks(editor.cards[1].name, "!")
    editor.cards[1].name.setFocus()
    QTest.keyClick(editor.cards[1].name, Qt.Key.Key_Up, ALT)
    assert link.id in stand.document.journey.links
    assert known_ports(stand.document.journey.steps["c"])[:2] == ("p2", "p1")
    editor.cards[0].menu.menu().actions()[2].trigger()
    assert stand.document.journey.links == {}
    stand.document.undo()
    assert link.id in stand.document.journey.links


@pytest.mark.parametrize(
    ("percents", "said", "role"),
    [([50, 50], "Total 100 % of 100 %", "success"), ([50, 30], "Total 80 % of 100 %", "error"), ([], "", "error")],
)
def test_shares_say_their_total(shop: Workshop, percents: list[int], said: str, role: str) -> None:
    shares = [{"id": str(n), "name": "", "percent": percent} for n, percent in enumerate(percents)]
    made = shop.bench(f.Shares(name="f", label="Shares"), f=shares)
    total = made.editor.total
    assert total.isHidden() == (not percents)
    assert not percents or (total.text(), total.property("role")) == (said, role)


@pytest.mark.parametrize("many", [2, 3, 7])
def test_sharing_evenly_gives_whole_numbers_that_make_100(shop: Workshop, many: int) -> None:
    shares = [{"id": str(n), "name": "", "percent": 1} for n in range(many)]
    made = shop.bench(f.Shares(name="f", label="Shares"), f=shares)
    QTest.keyClick(made.editor.evenly, Qt.Key.Key_Space)
    percents = [one["percent"] for one in made.value]
    assert sum(percents) == 100 and max(percents) - min(percents) <= 1


def test_weights_say_what_they_give(shop: Workshop) -> None:
    shares = [{"id": "a", "name": "A", "percent": 1}, {"id": "b", "name": "B", "percent": 3}]
    made = shop.bench(f.Shares(name="f", label="Paths", weights=True), f=shares)
    assert made.editor.total.text() == "Gives 25 % · 75 %"


def test_what_a_file_holds_more_is_kept(shop: Workshop) -> None:
    odd: list[Any] = [{"id": "a", "name": "A", "event": "x", "later": {"deep": 1}}]
    made = shop.bench(f.Events(name="f", label="Events"), f=odd)
    QTest.keyClicks(made.editor.cards[0].name, "B")
    assert made.value[0]["later"] == {"deep": 1}


def test_an_item_edited_elsewhere_keeps_the_focus_where_it_is(bench: Bench) -> None:
    line = bench.editor.cards[1].name
    line.setFocus()
    line.setCursorPosition(1)
    bench.document.do(SetFields(step="s", fields={"f": [{"id": "zero", "name": "Zero", "event": ""}, *EVENTS]}))
    assert focus(bench) is line and line.cursorPosition() == 1
    assert bench.editor.cards[2].name is line


def test_a_half_typed_word_is_not_added_to_what_is_shown_next(shop: Workshop) -> None:
    made = shop.bench(f.Words(name="f", label="Words"), f=["yes"])
    QTest.keyClicks(made.editor.line, "spr")
    made.editor.forget()
    made.editor.line.editingFinished.emit()
    assert made.value == ["yes"]


@pytest.mark.parametrize("kind", [f.Outcomes, f.RuleField])
def test_a_half_typed_word_goes_with_what_it_belongs_to(shop: Workshop, kind: type[f.Field]) -> None:
    rule = {"field": "contact.country", "op": "is_one_of", "value": ["NL"]}
    given, wanted = {
        f.Outcomes: (
            [{"id": one, "on": "replied", "keywords": [], "button": ""} for one in ("o", "p")],
            [{"id": "p", "on": "replied", "keywords": [], "button": ""}],
        ),
        f.RuleField: ({"all": [rule, rule]}, {"all": []}),
    }[kind]
    made = shop.bench(kind(name="f", label="Field"), f=given)
    line = made.editor.findChildren(WordChips)[0].line
    made.window.activateWindow()
    line.setFocus()
    shop.qtbot.waitUntil(lambda: QApplication.focusWidget() is line)
    QTest.keyClicks(line, "abc")
    made.document.do(SetFields(step="s", fields={"f": wanted}))
    shop.qtbot.waitUntil(lambda: QApplication.focusWidget() is not line)
    assert made.value == wanted


def test_words_are_added_and_taken_out(shop: Workshop) -> None:
    made = shop.bench(f.Words(name="f", label="Words"), f=["yes"])
    editor = made.editor
    QTest.keyClicks(editor.line, "ja, graag,")
    assert made.value == ["yes", "ja", "graag"]
    QTest.keyClicks(editor.line, "ja")
    QTest.keyClick(editor.line, Qt.Key.Key_Return)
    assert made.value == ["yes", "ja", "graag"], "none twice"
    QTest.keyClick(editor.line, Qt.Key.Key_Backspace)
    assert made.value == ["yes", "ja"]
    QTest.keyClick(editor.chips[0], Qt.Key.Key_Delete)
    assert made.value == ["ja"] and made.window.focusWidget() is editor.chips[0]
    QTest.keyClick(editor.chips[0], Qt.Key.Key_Space)
    assert made.value == [] and made.window.focusWidget() is editor.line
