"""Decides that problems are counted as they come and go, and that each leads to its step and field."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from whatsapp_studio.base.errors import Problem
from whatsapp_studio.journeys.edits import RemoveItems
from whatsapp_studio.qt.canvas.document import JourneyDocument
from whatsapp_studio.qt.journeys.issues import IssuesButton, counts, details, place_of


@pytest.fixture
def button(document: JourneyDocument, qtbot: QtBot) -> Iterator[IssuesButton]:
    made = IssuesButton(document)
    qtbot.addWidget(made)
    made.show()
    yield made
    if made.list is not None:
        made.list.close()


def test_errors_and_warnings_are_counted_in_words(document: JourneyDocument, button: IssuesButton) -> None:
    errors, warnings = counts(document.problems)
    assert errors >= 2
    assert button.text() == button.accessibleName()
    assert button.text().startswith(f"{errors} errors")
    assert ("warning" in button.text()) is bool(warnings)


def test_a_fix_is_counted_within_300_ms(document: JourneyDocument, button: IssuesButton, qtbot: QtBot) -> None:
    before = button.text()
    document.do(RemoveItems(ids=frozenset({"loose"})))
    qtbot.waitUntil(lambda: button.text() != before, timeout=300)
    document.undo()
    qtbot.waitUntil(lambda: button.text() == before, timeout=300)


@pytest.mark.parametrize(
    ("where", "place"),
    [
        ("offer.mapping.body.1", ("offer", "mapping.body.1")),
        ("offer", ("offer", "")),
        ("settings.time_zone", ("settings", "time_zone")),
        ("", ("", "")),
    ],
)
def test_a_problem_says_its_place(where: str, place: tuple[str, str]) -> None:
    assert place_of(Problem("any", where)) == place


def test_the_list_leads_to_step_and_field(document: JourneyDocument, button: IssuesButton, qtbot: QtBot) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.list is not None and button.list.isVisible()
    rows = button.list.rows
    assert rows.count() == len(document.problems)
    row = next(n for n, one in enumerate(document.problems) if one.where.startswith("ask."))
    at = rows.visualItemRect(rows.item(row)).center()
    rows.scrollToItem(rows.item(row))
    at = rows.visualItemRect(rows.item(row)).center()
    with qtbot.waitSignal(button.chosen) as chosen:
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert chosen.args == list(place_of(document.problems[row]))
    assert not button.list.isVisible()


def test_the_keyboard_alone_is_enough(document: JourneyDocument, button: IssuesButton, qtbot: QtBot) -> None:
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert button.list is not None
    QTest.keyClick(button.list.rows, Qt.Key.Key_Down)
    with qtbot.waitSignal(button.chosen) as chosen:
        QTest.keyClick(button.list.rows, Qt.Key.Key_Return)
    assert chosen.args == list(place_of(document.problems[1]))
    button.open_list()
    QTest.keyClick(button.list.rows, Qt.Key.Key_Escape)
    assert not button.list.isVisible()


def test_each_line_says_how_bad_it_is_what_and_where(document: JourneyDocument, button: IssuesButton) -> None:
    button.open_list()
    assert button.list is not None
    for row, problem in enumerate(document.problems):
        spoken = button.list.rows.item(row).data(Qt.ItemDataRole.AccessibleTextRole)
        assert spoken.startswith("Error" if problem.severity == "error" else "Warning")
        if "what" in problem.facts:
            assert str(problem.facts["what"]) in spoken


def test_copy_details_puts_every_problem_on_the_clipboard(document: JourneyDocument, button: IssuesButton) -> None:
    button.open_list()
    assert button.list is not None
    QTest.mouseClick(button.list.copy_button, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    assert copied == details(document.problems)
    assert copied.count("\n") == len(document.problems) - 1
    assert all(problem.code in copied for problem in document.problems)


def test_no_problems_is_said_too(document: JourneyDocument, button: IssuesButton) -> None:
    document.problems = ()
    document.checked.emit()
    assert button.text() == "No problems"
    button.open_list()
    assert button.list is not None and button.list.empty.isVisible()
    assert not button.list.copy_button.isVisible()
