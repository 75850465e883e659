"""Two contacts side by side: what is suggested, chosen, merged and taken back; and that people are told of twins."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.fixtures.desk import Desk
from tests.fixtures.studio import T0
from whatsapp_studio.audience.contact import CustomField
from whatsapp_studio.base.clock import iso
from whatsapp_studio.qt.contacts.merge_dialog import MergeDialog
from whatsapp_studio.qt.contacts.merge_with import MergeWith
from whatsapp_studio.qt.contacts.page import ContactsPage
from whatsapp_studio.qt.widgets.toast import Toast

OLD, NEW = 901, 902


@pytest.fixture
def page(desk: Desk) -> ContactsPage:
    """One Brazilian under two spellings, beside the others."""
    desk.studio.contacts.add_field(CustomField(name="city", label="City"))
    with desk.store.write() as conn:
        for id, phone, first, say, city in (
            (OLD, "+551187654321", "Ana", "yes", "Recife"), (NEW, "+5511987654321", "Ana Maria", "no", None),
        ):  # fmt: skip
            conn.execute(
                "INSERT INTO contacts (id, phone, first_name, country, marketing, f_city, created_at, updated_at)"
                " VALUES (?, ?, ?, 'BR', ?, ?, ?, ?)", (id, phone, first, say, city, iso(T0), iso(T0)),
            )  # fmt: skip
    shown = desk.show(ContactsPage)
    desk.until(lambda: shown.model.rowCount() == 14)
    return shown


def dialog_of(desk: Desk, page: ContactsPage) -> MergeDialog:
    desk.until(lambda: bool(page.findChildren(MergeDialog)))
    dialog = page.findChildren(MergeDialog)[-1]
    desk.until(dialog.go.isEnabled)
    return dialog


def test_twins_are_told_compared_merged_and_two_again(desk: Desk, page: ContactsPage) -> None:
    contacts = desk.studio.contacts
    desk.until(page.twins.isVisible)
    assert page.twins.banner.label.text() == "1 person may be here twice: under two spellings of one number."
    page.twins.banner.button.click()
    dialog = dialog_of(desk, page)
    assert not dialog.skip.isVisible()
    chosen = {name: group.checkedId() for name, group in dialog.choices.items()}
    assert chosen == {"first_name": 1, "phone": 1, "city": 1}
    assert dialog.outcome.text() == "Opted out"
    dialog.choices["phone"].button(2).setChecked(True)
    dialog.choices["first_name"].button(2).setChecked(True)
    dialog.go.click()
    desk.until(lambda: contacts.get(NEW) is None)
    kept = contacts.get(OLD)
    assert kept is not None
    assert (kept.phone, kept.first_name, kept.marketing) == ("+5511987654321", "Ana Maria", "no")
    assert kept.fields == {"city": "Recife"}
    desk.until(lambda: not page.twins.isVisible())
    desk.until(lambda: any(hasattr(one, "button") for one in page.window().findChildren(Toast) if one.isVisible()))
    next(one for one in page.window().findChildren(Toast) if one.isVisible()).button.click()
    desk.until(lambda: contacts.get(NEW) is not None)
    desk.until(page.twins.isVisible)


def test_the_other_one_can_be_kept(desk: Desk, page: ContactsPage) -> None:
    page.deeds.merge([OLD, NEW])
    dialog = dialog_of(desk, page)
    dialog.swap.click()
    desk.until(lambda: dialog._both is not None and dialog._both[0].id == NEW)
    assert dialog.choices["city"].checkedId() == 2
    dialog.go.click()
    desk.until(lambda: desk.studio.contacts.get(OLD) is None)
    assert desk.studio.contacts.get(NEW).fields == {"city": "Recife"}  # type: ignore[union-attr]


def test_pairs_come_one_after_the_other_and_who_went_is_in_none_of_them(desk: Desk, page: ContactsPage) -> None:
    first, second = desk.people[0], desk.people[1]
    page.deeds.merge_pairs([(OLD, NEW), (NEW, first), (first, second)])
    dialog = dialog_of(desk, page)
    assert dialog.place.text() == "1 of 3" and dialog.skip.isVisible()
    dialog.go.click()
    desk.until(lambda: dialog.place.text() == "2 of 2")
    desk.until(dialog.go.isEnabled)
    dialog.skip.click()
    assert dialog.result() == MergeDialog.DialogCode.Accepted
    assert desk.studio.contacts.get(second) is not None


def test_why_two_cannot_be_one_is_said_in_the_dialog(desk: Desk, page: ContactsPage) -> None:
    journey = desk.studio.journeys.create("Welcome").id
    with desk.store.write() as conn:
        conn.execute("INSERT INTO plans (id, journey_id, version, zone, made) VALUES (1, ?, 1, 'UTC', 0)", (journey,))
        conn.executemany("INSERT INTO runs (plan_id, journey_id, contact_id, entered, step, came, state)"
                         " VALUES (1, ?, ?, 0, 's', 0, x'')", [(journey, OLD), (journey, NEW)])  # fmt: skip
    page.deeds.merge([OLD, NEW])
    dialog = dialog_of(desk, page)
    dialog.go.click()
    desk.until(lambda: "“Welcome”" in dialog.error.text)
    assert desk.studio.contacts.get(NEW) is not None


def test_from_its_page_the_other_contact_is_looked_for(desk: Desk, page: ContactsPage) -> None:
    page.open(OLD)
    desk.until(lambda: page.contact_view._about is not None)
    page.contact_view.wanted.emit("merge", page.contact_view._contact)
    search = page.findChildren(MergeWith)[0]
    desk.until(lambda: search.found.count() > 0)
    search.search.setText("Ana Maria")
    desk.until(lambda: search.found.count() == 1)
    search.found.setCurrentRow(0)
    QTest.keyClick(search.found, Qt.Key.Key_Return)
    dialog = dialog_of(desk, page)
    dialog.go.click()
    desk.until(lambda: page.contact_view.head.name.text() == "Ana" and page.contact_view._about.undoable > 0)  # type: ignore[union-attr]
    page.contact_view._want("unmerge")
    desk.until(lambda: desk.studio.contacts.get(NEW) is not None)
    search.search.setText("xyzzy")
    desk.until(lambda: search.none.isVisibleTo(search))


def test_two_selected_contacts_can_be_merged_and_three_cannot(desk: Desk, page: ContactsPage) -> None:
    page.table.selectRow(0)
    page.selection_menu._look()
    assert not page.selection_menu.merge.isEnabled()
    page.table.setSelectionMode(page.table.SelectionMode.MultiSelection)
    page.table.selectRow(1)
    page.selection_menu._look()
    assert page.selection_menu.merge.isEnabled()
    page.selection_menu.merge.trigger()
    assert dialog_of(desk, page)._pairs == [(desk.people[0], desk.people[1])]
