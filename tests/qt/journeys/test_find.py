"""Decides that a step is found by every word a person can see or write, and that the keys go from one to the next."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.qt.journeys.conftest import small_journey
from whatsapp_studio.journeys.edits import ChangeStep, RemoveItems
from whatsapp_studio.journeys.search import search
from whatsapp_studio.qt.canvas.document import JourneyDocument
from whatsapp_studio.qt.journeys.find import FindBar


@pytest.fixture
def bar(document: JourneyDocument, qtbot: QtBot) -> FindBar:
    made = FindBar(document)
    qtbot.addWidget(made)
    made.resize(600, 48)
    made.begin()
    made.activateWindow()
    qtbot.waitUntil(made.field.hasFocus)
    return made


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("cafe offer", ["offer"]),  # a name, without its accent
        ("WAIT", ["pause"]),  # a kind
        ("spring_offer", ["offer"]),  # a template
        ("resume zoe", ["note"]),  # a note
        ("dutch", ["ask"]),  # the name of a path
        ("beginning", ["frame"]),  # a frame's title
        ("nobody", ["loose"]),
        ("offer pause", []),  # every word has to be there
        ("  ", []),
    ],
)
def test_what_is_found(query: str, ids: list[str]) -> None:
    assert [hit.id for hit in search(small_journey(), query)] == ids


def test_hits_come_in_reading_order(document: JourneyDocument) -> None:
    document.do(ChangeStep(step="bye", note="remember the tea"))
    document.do(ChangeStep(step="enter", note="tea first"))
    assert [hit.id for hit in search(document.journey, "tea")] == ["enter", "bye"]


def test_typing_shows_the_first_and_enter_and_shift_enter_go_round(
    document: JourneyDocument, bar: FindBar, qtbot: QtBot
) -> None:
    shown: list[str] = []
    bar.found.connect(shown.append)
    QTest.keyClicks(bar.field, "e")
    ids = [hit.id for hit in search(document.journey, "e")]
    assert len(ids) > 2
    assert shown == ids[:1] and document.current == ids[0] and bar.count.text() == f"1 of {len(ids)}"
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert document.selection == {ids[1]} and bar.count.text() == f"2 of {len(ids)}"
    QTest.keyClick(bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert document.current == ids[-1]
    QTest.mouseClick(bar.next_button, Qt.MouseButton.LeftButton)
    assert document.current == ids[0]
    QTest.mouseClick(bar.back_button, Qt.MouseButton.LeftButton)
    assert document.current == ids[-1]


def test_nothing_found_is_said_and_leaves_the_selection(document: JourneyDocument, bar: FindBar) -> None:
    QTest.keyClicks(bar.field, "x")
    document.select({"ask"})
    QTest.keyClicks(bar.field, "yzzy")
    assert bar.count.text() == "Nothing found" and document.selection == {"ask"}
    assert not bar.next_button.isEnabled()
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert document.selection == {"ask"}


def test_the_count_follows_edits(document: JourneyDocument, bar: FindBar) -> None:
    QTest.keyClicks(bar.field, "done")
    assert bar.count.text() == "1 of 1"
    document.do(RemoveItems(ids=frozenset({"bye"})))
    assert bar.count.text() == "Nothing found"
    document.undo()
    assert bar.count.text() == "1 found"


def test_esc_puts_it_away(bar: FindBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.closed):
        QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    assert not bar.isVisible()


def test_coming_back_the_words_are_there_to_be_replaced(bar: FindBar) -> None:
    QTest.keyClicks(bar.field, "done")
    bar.put_away()
    bar.begin()
    assert bar.field.selectedText() == "done" and bar.count.text() == "1 of 1"
