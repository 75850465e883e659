"""The table of contacts: what a cell says, and that a million rows stay quick."""

from __future__ import annotations

import time
from array import array
from collections.abc import Callable, Sequence
from random import Random
from statistics import quantiles

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.fixtures.desk import Desk
from whatsapp_studio.audience.contact import Contact, CustomField
from whatsapp_studio.qt.contacts.model import ContactModel
from whatsapp_studio.qt.contacts.page import ContactsPage
from whatsapp_studio.qt.contacts.table import ContactTable

FIELDS = (CustomField(name="city", label="City"), CustomField(name="vip", label="VIP", kind="boolean"),
          CustomField(name="spent", label="Spent", kind="number"))  # fmt: skip
MANY = 1_000_000


class Kept:
    """Contacts by id, and how often they were asked for."""

    def __init__(self, *contacts: Contact) -> None:
        self.by_id = {contact.id: contact for contact in contacts}
        self.asked: list[int] = []

    def read(self, ids: Sequence[int]) -> list[Contact]:
        self.asked.append(len(ids))
        return [self.by_id[one] for one in ids if one in self.by_id]


def person(id: int, **more: object) -> Contact:
    return Contact(id=id, phone=f"+316{id:08d}", **more)  # type: ignore[arg-type]


def text(model: ContactModel, row: int, column: int) -> object:
    return model.data(model.index(row, column))


@pytest.mark.parametrize("by_hand", [False, True])
def test_the_model_keeps_qts_rules(qtmodeltester: object, by_hand: bool) -> None:
    kept = Kept(*(person(n, fields={"city": "Delft"}) for n in range(1, 6)))
    model = ContactModel(kept.read)
    model.show_ids(array("q", [3, 1, 2]), FIELDS)
    qtmodeltester.check(model, force_py=by_hand)  # type: ignore[attr-defined]
    model.show_ids(array("q"), ())
    qtmodeltester.check(model, force_py=by_hand)  # type: ignore[attr-defined]


def test_a_row_says_who_it_is_and_what_they_answered(qapp: QApplication) -> None:
    kept = Kept(
        person(1, first_name="Zoë", last_name="de Vries", country="NL", language="nl", marketing="yes", is_test=True,
               fields={"city": "Delft", "vip": True, "spent": 12.5}),
        person(2, marketing="no", blocked=True, fields={"vip": False}),
    )  # fmt: skip
    model = ContactModel(kept.read)
    model.show_ids(array("q", [1, 2, 3]), FIELDS)
    said = [[text(model, row, column) for column in range(model.columnCount())] for row in range(3)]
    assert said[0] == ["Zoë de Vries", "+31600000001", "NL", "nl", "Agreed", "Test contact", "Delft", "Yes", "12.5"]
    assert said[1] == ["", "+31600000002", "", "", "Opted out", "Blocked", "", "No", ""]
    assert said[2][0] == "(deleted)"
    assert [model.headerData(n, Qt.Orientation.Horizontal) for n in (0, 6, 8)] == ["Name", "City", "Spent"]
    icons = [model.data(model.index(row, 4), Qt.ItemDataRole.DecorationRole) for row in (0, 1)]
    assert all(icons)  # never by colour alone: an icon beside the word
    assert kept.asked == [3]  # one question for the rows of a page


def test_everything_but_a_few_is_selected_without_touching_the_rows(qapp: QApplication) -> None:
    kept = Kept()
    model = ContactModel(kept.read)
    table = ContactTable(model)
    model.show_ids(array("q", range(1, 1001)), ())
    table.selectAll()
    assert (table.selected_count(), len(table.selected_ids())) == (1000, 1000)
    model.spare(9)
    assert (table.selected_count(), 10 in table.selected_ids()) == (999, False)
    assert model.data(model.index(9, 0), Qt.ItemDataRole.BackgroundRole) is None
    assert model.data(model.index(8, 0), Qt.ItemDataRole.BackgroundRole) is not None
    model.spare(9)
    assert list(table.selected_ids()) == list(range(1, 1001))
    assert not kept.asked
    table.choose(4)
    assert list(table.selected_ids()) == [5]
    table.deleteLater()


def test_by_keyboard_all_but_the_current_row(desk: Desk) -> None:
    page = desk.show(ContactsPage)
    desk.until(lambda: page.model.rowCount() == 12)
    page.table.setFocus()
    page.table.choose(0)
    QTest.keyClick(page.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert page.table.selected_count() == 12
    QTest.keyClick(page.table, Qt.Key.Key_Space)
    assert page.table.selected_count() == 11
    assert page.with_selection.text() == "With 11 selected"
    QTest.keyClick(page.table, Qt.Key.Key_Escape)
    assert page.table.selected_count() == 0


def timed(act: Callable[[], object]) -> float:
    QApplication.processEvents()
    started = time.perf_counter()
    act()
    QApplication.processEvents()
    return time.perf_counter() - started


@pytest.mark.slow
def test_a_million_people_are_looked_at_and_selected_in_no_time(desk: Desk) -> None:
    with desk.store.write() as conn:
        conn.execute("DROP TRIGGER contacts_ai")  # nobody is searched for here
        conn.execute(
            "WITH RECURSIVE n (i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i < ?)"
            " INSERT INTO contacts (phone, first_name, last_name, country, created_at, updated_at)"
            " SELECT '+3161' || printf('%07d', i), 'Name' || (i * 7919 % 100003), 'Jansen', 'NL',"
            " '2026-01-01T00:00:00+00:00', '' FROM n",
            (MANY + 99,),
        )
    page = desk.show(ContactsPage)
    desk.until(lambda: page.model.rowCount() == MANY + 12, 20_000)
    table, dice = page.table, Random(7)
    bar = table.verticalScrollBar()

    def jump() -> None:
        bar.setValue(dice.randrange(bar.maximum()))
        table.viewport().repaint()

    p95 = quantiles([timed(jump) for _ in range(60)], n=20)[-1]
    assert p95 < 0.1, f"a jump to anywhere took {p95 * 1000:.0f} ms"
    assert len(page.model._pages) <= 64
    assert timed(table.selectAll) < 0.5
    assert table.selected_count() == MANY + 12
    assert timed(lambda: page.model.spare(5)) < 0.5
    assert timed(lambda: table.choose(3)) < 0.5
    page._sorted("first_name", True)
    desk.until(lambda: text(page.model, 0, 0) == "Name99999 Jansen", 20_000)
