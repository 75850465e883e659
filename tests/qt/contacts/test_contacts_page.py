"""The contacts page on a whole Studio: finding, looking, lists, opting out, deleting and taking back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.fixtures.desk import Desk, focusable
from whatsapp_studio.app import Studio
from whatsapp_studio.audience.contact import Contact
from whatsapp_studio.audience.segment import ContactQuery
from whatsapp_studio.qt.contacts import actions
from whatsapp_studio.qt.contacts.editing import ContactDialog
from whatsapp_studio.qt.contacts.page import ContactsPage
from whatsapp_studio.qt.jobs import wait_for_all
from whatsapp_studio.qt.widgets.toast import Toast


@pytest.fixture
def page(desk: Desk) -> ContactsPage:
    shown = desk.show(ContactsPage)
    desk.until(lambda: shown.model.rowCount() == 12)
    return shown


def undo(desk: Desk, page: ContactsPage) -> None:
    """Click the toast's button once it is there."""
    desk.until(lambda: any(hasattr(one, "button") and one.isVisible() for one in page.window().findChildren(Toast)))
    next(one for one in page.window().findChildren(Toast) if one.isVisible()).button.click()


def test_without_contacts_the_page_asks_for_a_file(qapp: QApplication, tmp_path: Path, qtbot: object) -> None:
    studio = Studio.open(tmp_path / "empty")
    page = ContactsPage(studio)
    page.on_shown()
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.empty)  # type: ignore[attr-defined]
    assert page.empty.title.text() == "Bring in your contacts."
    page.deleteLater()
    wait_for_all()
    studio.close()


def test_searching_filtering_and_clearing_say_how_many_of_how_many(desk: Desk, page: ContactsPage) -> None:
    assert page.count.text() == "12 contacts"
    page.lists.setCurrentIndex(page.lists.findData(desk.list_id))
    desk.until(lambda: page.count.text() == "4 of 12")
    page.consent.setCurrentIndex(page.consent.findData("no"))
    desk.until(lambda: page.below.currentWidget() is page.nothing)
    page.nothing.link.click()
    desk.until(lambda: page.model.rowCount() == 12)
    page.consent.setCurrentIndex(page.consent.findData("no"))
    desk.until(lambda: page.count.text() == "1 of 12")
    page.consent.setCurrentIndex(0)
    desk.until(lambda: page.count.text() == "12 contacts")
    QTest.keyClicks(page.search, "name7")
    desk.until(lambda: page.count.text() == "1 of 12")
    assert page.model.contact(0).first_name == "Name7"  # type: ignore[union-attr]
    QTest.keyClicks(page.search, "x")
    desk.until(lambda: page.nothing.title.text() == "Nothing found for “name7x”.")


def test_a_click_on_a_header_sorts_in_the_database(desk: Desk, page: ContactsPage) -> None:
    header = page.table.horizontalHeader()
    header.sectionClicked.emit(1)
    desk.until(lambda: page.query().sort == "phone")
    page.table.sorted_by.emit("phone", True)
    desk.until(lambda: page.model.contact(0).phone == "+31600000012")  # type: ignore[union-attr]


def test_the_side_panel_shows_the_person_and_where_they_agreed(desk: Desk, page: ContactsPage) -> None:
    desk.studio.contacts.set_consent([desk.people[0]], "yes", "newsletter form")
    page.table.choose(0)
    assert page.detail.isVisible()
    assert page.detail.name.text() == "Name1 Jansen"
    assert page.detail.consent.text() == "Marketing: agreed"
    assert page.detail.since.text().startswith("Newsletter form, today ")


def test_opting_out_and_taking_it_back_gives_everybody_what_they_had(
    desk: Desk, page: ContactsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    contacts, people = desk.studio.contacts, desk.people
    contacts.block(["+31600000002"], "opted-out", "by phone")
    before = {one.id: (one.marketing, one.blocked) for one in contacts.get_many(people)}
    monkeypatch.setattr(actions, "ask", lambda *_, **__: True)
    page.table.selectAll()
    page._opt_out_selected()
    desk.until(lambda: all(one.blocked or one.marketing == "no" for one in contacts.get_many(people)))
    undo(desk, page)
    desk.until(lambda: {one.id: (one.marketing, one.blocked) for one in contacts.get_many(people)} == before)
    assert contacts.by_phone("+31600000002").blocked  # type: ignore[union-attr]


def test_consent_is_written_with_its_source_but_never_over_an_opt_out(desk: Desk, page: ContactsPage) -> None:
    contacts = desk.studio.contacts
    page.actions_.write_agreed(desk.people, "market stall")
    desk.until(lambda: contacts.count(ContactQuery(marketing="yes")) == 11)
    desk.until(lambda: any(one.isVisible() for one in page.window().findChildren(Toast)))
    toast = next(one for one in page.window().findChildren(Toast) if one.isVisible())
    assert toast.label.text() == "11 contacts may get marketing. 1 opted out and stays so."
    assert contacts.ledger("+31600000010")[0][:2] == ("yes", "market stall")


def test_deleted_by_key_and_back_on_their_lists(desk: Desk, page: ContactsPage) -> None:
    contacts = desk.studio.contacts
    mona = contacts.save(Contact(id=0, phone="+31612345678", first_name="Mona", marketing="yes", is_test=True))
    contacts.add_to_list(desk.list_id, [mona.id])
    desk.until(lambda: page.model.rowCount() == 13)
    page.table.setFocus()
    page.table.choose(12)
    QTest.keyClick(page.table, Qt.Key.Key_Delete)
    desk.until(lambda: page.model.rowCount() == 12)
    assert contacts.by_phone(mona.phone) is None
    undo(desk, page)
    desk.until(lambda: contacts.count() == 13)
    back = contacts.by_phone(mona.phone)
    assert back is not None
    assert (back.first_name, back.marketing, back.is_test) == ("Mona", "yes", True)
    desk.until(lambda: back.id in contacts.ids(ContactQuery(list_id=desk.list_id)))


def test_many_are_not_deleted_without_being_asked_for(
    desk: Desk, page: ContactsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(actions, "ask", lambda _parent, title, *_, **__: asked.append(title) or False)
    page.actions_.delete(list(range(1, 60)))
    assert asked == ["Delete 59 contacts?"]
    assert desk.studio.contacts.count() == 12


def test_a_selection_becomes_a_list(desk: Desk, page: ContactsPage) -> None:
    page.table.selectAll()
    page.model.spare(0)
    page.actions_.make_list("Spring", page.table.selected_ids())
    desk.until(lambda: {one.name: one.size for one in desk.studio.contacts.lists()} == {"Regulars": 4, "Spring": 11})
    desk.until(lambda: page.lists.count() == 3)
    spring = desk.studio.contacts.lists()[1]
    page.lists.setCurrentIndex(page.lists.findData(spring.id))
    desk.until(lambda: page.count.text() == "11 of 12")
    page.table.choose(0)
    page.selection_menu._remove_from_list()
    desk.until(lambda: page.count.text() == "10 of 12")


def test_a_wrong_number_is_said_at_its_field_and_nothing_is_kept(desk: Desk, page: ContactsPage) -> None:
    dialog = ContactDialog(desk.studio, None, page)
    dialog.rows["phone"].field.setText("call me")  # type: ignore[attr-defined]
    dialog.accept()
    desk.until(lambda: dialog.rows["phone"].field.property("invalid"))
    assert "“call me” is not a phone number." in dialog.rows["phone"]._below.text()
    assert desk.studio.contacts.count() == 12
    dialog.rows["phone"].field.setText("06 12345678")  # type: ignore[attr-defined]
    dialog.rows["country"].field.setText("NL")  # type: ignore[attr-defined]
    dialog.accept()
    desk.until(lambda: dialog.result() == ContactDialog.DialogCode.Accepted)
    assert desk.studio.contacts.by_phone("+31612345678") is not None


def test_a_dropped_file_opens_the_import(desk: Desk, page: ContactsPage, tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("phone,first name\n+31612345678,Zoë\n", encoding="utf-8")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    page.dropEvent(
        QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton,
                   Qt.KeyboardModifier.NoModifier)
    )  # fmt: skip
    assert page.stack.currentWidget() is page.import_view
    desk.until(lambda: page.import_view.table.rowCount() == 2)


def test_a_second_program_may_look_but_not_touch(desk: Desk, page: ContactsPage) -> None:
    other = Studio.open(desk.studio.paths.root)
    watching = ContactsPage(other)
    assert other.read_only
    watching.on_shown()
    desk.until(lambda: watching.model.rowCount() == 12)
    assert not watching.import_button.isEnabled()
    assert not watching.acceptDrops()
    watching.table.choose(0)
    watching._delete_selected()
    assert not watching.detail.delete.isEnabled()
    assert other.contacts.count() == 12
    watching.deleteLater()
    wait_for_all()
    other.close()


def test_everything_can_be_reached_and_has_a_name(desk: Desk, page: ContactsPage) -> None:
    page.table.choose(0)

    def name(widget: QWidget) -> str:
        said = getattr(widget, "text", lambda: "")
        return widget.accessibleName() or (said() if callable(said) else "")

    nameless = [
        one for one in focusable(page)
        if one.isVisible() and not name(one) and type(one).__name__ not in ("QScrollArea", "QHeaderView")
    ]  # fmt: skip
    assert not nameless
