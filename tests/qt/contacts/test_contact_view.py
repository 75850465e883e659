"""The page of one contact: what it shows, changing in place, notes, consent, the timeline, and the way back."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit

from tests.fixtures.desk import Desk, type_into
from tests.fixtures.studio import T0
from whatsapp_studio.audience.contact import Contact, CustomField
from whatsapp_studio.base.clock import iso
from whatsapp_studio.qt.contacts import contact_deeds
from whatsapp_studio.qt.contacts.contact_view import ContactView
from whatsapp_studio.qt.contacts.erase_dialog import EraseDialog
from whatsapp_studio.qt.contacts.field_form import FieldForm
from whatsapp_studio.qt.contacts.page import ContactsPage
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.widgets.toast import Toast


@pytest.fixture
def page(desk: Desk) -> ContactsPage:
    shown = desk.show(ContactsPage)
    desk.until(lambda: shown.model.rowCount() == 12)
    return shown


def opened(desk: Desk, page: ContactsPage, id: int) -> ContactView:
    page.open(id)
    view = page.contact_view
    desk.until(lambda: view._about is not None and view._about.contact.id == id)
    desk.until(lambda: not Job._running)
    return view


def line(view: ContactView, name: str) -> QLineEdit:
    field = view.fields.rows[name].field
    assert isinstance(field, QLineEdit)
    return field


def badges(view: ContactView) -> list[str]:
    return [
        one.text() for n in range(view.head.badges.count())
        if isinstance(one := view.head.badges.itemAt(n).widget(), QLabel)
    ]  # fmt: skip


def test_enter_opens_a_contact_and_escape_goes_back_to_its_row(desk: Desk, page: ContactsPage) -> None:
    page.table.setFocus()
    page.table.choose(3)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    desk.until(lambda: page.contact_view.head.name.text() == "Name4 Jansen")
    assert page.stack.currentWidget() is page.contact_view
    assert not page.import_button.isVisible()
    for keys in (Qt.Key.Key_Escape, Qt.Key.Key_Left):
        QTest.keyClick(
            page.contact_view, keys,
            Qt.KeyboardModifier.AltModifier if keys == Qt.Key.Key_Left else Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        assert page.stack.currentWidget() is page.listing
        desk.until(lambda: page.table.currentIndex().row() == 3)
        page.open(page.model.ids[3])
    assert page.stack.currentWidget() is page.contact_view


def test_the_head_says_who_it_is_and_what_keeps_marketing_away(desk: Desk, page: ContactsPage) -> None:
    contacts = desk.studio.contacts
    view = opened(desk, page, desk.people[0])
    assert view.head.phone.text() == "+31 6 00000001"
    assert badges(view) == ["Agreed"] and view.head.why.text() == "Gets marketing."
    desk.studio.consent.set_practice(True)
    view.refresh()
    desk.until(lambda: "practice" in view.head.why.text())
    desk.studio.consent.set_practice(False)
    view = opened(desk, page, desk.people[9])
    assert badges(view) == ["Not asked"]
    assert "nobody said yes" in view.head.why.text()
    contacts.block(["+31600000002"], "by-hand", "")
    desk.studio.people.set_test([desk.people[1]], True)
    view = opened(desk, page, desk.people[1])
    assert badges(view) == ["Agreed", "Blocked", "Test contact"]
    assert not view.head.opt_out.isVisible() and view.head.allow.isVisible()
    with desk.store.write() as conn:
        conn.execute("UPDATE contacts SET phone = NULL, user_id = 'NL.abc' WHERE id = ?", (desk.people[2],))
    view = opened(desk, page, desk.people[2])
    assert view.head.phone.text() == "No number" and "No number" in badges(view)


def test_a_value_is_kept_when_it_is_left_and_what_is_wrong_is_said_at_it(desk: Desk, page: ContactsPage) -> None:
    contacts, id = desk.studio.contacts, desk.people[0]
    for field in (CustomField(name="points", label="Points", kind="number"), CustomField(name="vip", label="VIP",
                  kind="boolean"), CustomField(name="likes", label="Likes", kind="list")):  # fmt: skip
        contacts.add_field(field)
    view = opened(desk, page, id)
    type_into(line(view, "first_name"), "Zoe")
    QTest.keyClick(line(view, "first_name"), Qt.Key.Key_Return)
    desk.until(lambda: contacts.get(id).first_name == "Zoe")  # type: ignore[union-attr]
    desk.until(lambda: view.head.name.text() == "Zoe Jansen")
    for name, text, error in (("points", "many", "“many”"), ("language", "klingon", "“klingon”"),
                              ("phone", "call me", "“call me”")):  # fmt: skip
        type_into(line(view, name), text)
        QTest.keyClick(line(view, name), Qt.Key.Key_Return)
        desk.until(lambda name=name: view.fields.rows[name].field.property("invalid"))  # type: ignore[misc]
        assert error in view.fields.rows[name]._below.text()
        assert line(view, name).text() == text
    QTest.keyClick(line(view, "points"), Qt.Key.Key_Escape)
    line(view, "points").setFocus()
    type_into(line(view, "points"), "12")
    QTest.keyClick(line(view, "points"), Qt.Key.Key_Return)
    type_into(line(view, "likes"), "tulips, roses ,tulips")
    QTest.keyClick(line(view, "likes"), Qt.Key.Key_Return)
    box = view.fields.rows["vip"].field
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(1)
    box.activated.emit(1)
    desk.until(
        lambda: contacts.get(id).fields  # type: ignore[union-attr]
        == {"points": 12, "vip": True, "likes": ("tulips", "roses")}
    )
    assert contacts.get(id).phone == "+31600000001"  # type: ignore[union-attr]


def test_escape_in_a_field_brings_back_what_was_kept_before_it_leaves_the_page(desk: Desk, page: ContactsPage) -> None:
    view = opened(desk, page, desk.people[0])
    name = line(view, "first_name")
    name.setFocus()
    type_into(name, "Nobody")
    QTest.keyClick(name, Qt.Key.Key_Escape)
    assert name.text() == "Name1"
    assert page.stack.currentWidget() is view
    QTest.keyClick(name, Qt.Key.Key_Escape)
    assert page.stack.currentWidget() is page.listing
    assert desk.studio.contacts.get(desk.people[0]).first_name == "Name1"  # type: ignore[union-attr]


def test_a_new_field_is_there_at_once(desk: Desk, page: ContactsPage) -> None:
    view = opened(desk, page, desk.people[0])
    form = FieldForm(desk.studio, None, page)
    form.label.setText("Shoe size")
    form.kind.setCurrentIndex(form.kind.findData("number"))
    form.accept()
    desk.until(lambda: "shoe_size" in view.fields.rows)
    desk.until(lambda: [one.name for one in page.model.fields] == ["shoe_size"])


def test_time_zone_says_whose_it_is(desk: Desk, page: ContactsPage) -> None:
    view = opened(desk, page, desk.people[0])
    assert "By the number: Europe/Amsterdam (Netherlands)." in view.fields.rows["time_zone"]._below.text()
    type_into(line(view, "time_zone"), "Asia/Tokyo")
    QTest.keyClick(line(view, "time_zone"), Qt.Key.Key_Return)
    desk.until(lambda: view.fields.rows["time_zone"]._below.text().startswith("It is "))


def test_notes_are_written_changed_and_deleted_with_a_way_back(desk: Desk, page: ContactsPage) -> None:
    people, id = desk.studio.people, desk.people[0]
    view = opened(desk, page, id)
    notes = view.notes
    assert not notes.add.isEnabled()
    notes.text.setPlainText("Likes tulips")
    notes.add.click()
    desk.until(lambda: [one.text for one in people.notes(id)] == ["Likes tulips"])
    desk.until(lambda: view.tabs.tabText(1) == "Notes (1)")
    assert notes.text.toPlainText() == ""
    notes._change(people.notes(id)[0])
    assert notes.text.toPlainText() == "Likes tulips" and notes.stop.isVisibleTo(notes)
    notes.text.setPlainText("Likes roses")
    notes.add.click()
    desk.until(lambda: [one.text for one in people.notes(id)] == ["Likes roses"])
    notes._delete(people.notes(id)[0])
    desk.until(lambda: people.notes(id) == [])
    desk.until(lambda: any(hasattr(one, "button") for one in page.window().findChildren(Toast) if one.isVisible()))
    next(one for one in page.window().findChildren(Toast) if one.isVisible()).button.click()
    desk.until(lambda: [one.text for one in people.notes(id)] == ["Likes roses"])


def test_answers_are_written_down_with_where_they_were_given(
    desk: Desk, page: ContactsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    id = desk.people[9]
    view = opened(desk, page, id)
    monkeypatch.setattr(contact_deeds, "ask_text", lambda *_: "")
    view.consent.said.emit("marketing", "yes")
    assert desk.studio.contacts.get(id).marketing == "unknown"  # type: ignore[union-attr]
    monkeypatch.setattr(contact_deeds, "ask_text", lambda *_: "market stall")
    view.consent.said.emit("marketing", "yes")
    desk.until(lambda: desk.studio.contacts.get(id).marketing == "yes")  # type: ignore[union-attr]
    desk.until(lambda: badges(view) == ["Agreed"])
    view.consent.said.emit("utility", "no")
    desk.until(lambda: desk.studio.contacts.get(id).utility == "no")  # type: ignore[union-attr]
    view.consent.history.click()
    desk.until(lambda: [one.kind for one in view.timeline.model.lines] == ["consent", "consent"])
    assert view.timeline.model.lines[1].facts["source"] == "market stall"


def test_a_long_timeline_is_read_as_one_comes_to_its_end_and_leads_to_its_campaign(
    desk: Desk, page: ContactsPage
) -> None:
    id = desk.people[0]
    campaign = desk.launched("Spring")
    with desk.store.write() as conn:
        conn.executemany(
            "INSERT INTO notes (contact_id, at, text) VALUES (?, ?, ?)",
            [(id, iso(T0 - timedelta(minutes=n)), str(n)) for n in range(450)],
        )
    view = opened(desk, page, id)
    model = view.timeline.model
    desk.until(lambda: model.rowCount() == 200)
    while model.canFetchMore():
        had = model.rowCount()
        model.fetchMore(QModelIndex())
        desk.until(lambda had=had: model.rowCount() > had)  # type: ignore[misc]
    assert model.rowCount() == 452
    assert len({one.key for one in model.lines}) == 452
    view.on_changes()
    desk.until(lambda: not view._soon.isActive() and not Job._running)
    assert model.rowCount() == 452  # nothing new: what is looked at stays
    desk.studio.people.add_note(id, "New")
    desk.until(lambda: model.lines[0].facts.get("text") == "New")
    view.timeline.kinds.setCurrentIndex(view.timeline.kinds.findData("message"))
    desk.until(lambda: [one.code for one in model.lines] == ["queued"])
    view.timeline.table.setCurrentIndex(model.index(0, 0))
    QTest.keyClick(view.timeline.table, Qt.Key.Key_Return)
    assert desk.went == [("campaigns", campaign.id)]


def test_a_contact_that_goes_away_meanwhile_says_so(desk: Desk, page: ContactsPage) -> None:
    view = opened(desk, page, desk.people[0])
    desk.studio.contacts.delete([desk.people[0]])
    desk.until(lambda: view.gone.isVisible())
    view.gone.action.click()
    assert page.stack.currentWidget() is page.listing
    page.open(desk.people[0])
    assert page.stack.currentWidget() is page.listing


def test_lists_and_journeys_are_links(desk: Desk, page: ContactsPage) -> None:
    view = opened(desk, page, desk.people[0])
    room, flow, none = view.belongs._groups[0]
    assert room.isVisibleTo(view) and not none.isVisibleTo(view)
    flow.itemAt(0).widget().click()  # type: ignore[union-attr, attr-defined]
    assert desk.went == [("audiences", ("list", desk.list_id))]
    room, _flow, none = view.belongs._groups[2]
    assert none.isVisibleTo(view) and not room.isVisibleTo(view)


def test_what_another_program_may_change_is_only_shown_here(desk: Desk, page: ContactsPage) -> None:
    saved = desk.studio.contacts.save(Contact(id=0, phone="+31612345678", first_name="Mona"))
    view = opened(desk, page, saved.id)
    assert line(view, "first_name").isEnabled()
    desk.studio.read_only = True
    view.refresh()
    desk.until(lambda: not line(view, "first_name").isEnabled())
    assert not view.head.opt_out.isEnabled() and not view.consent._rows["marketing"][2].isEnabled()
    desk.studio.read_only = False


def test_a_person_is_erased_only_after_a_tick_and_everything_held_can_be_saved_first(
    desk: Desk, page: ContactsPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    id = desk.people[0]
    view = opened(desk, page, id)
    view._want("erase")
    dialog = page.findChildren(EraseDialog)[0]
    assert not dialog.go.isEnabled()
    desk.until(lambda: dialog._held.rowCount() >= 2)
    monkeypatch.setattr(contact_deeds, "choose_save", lambda *_: tmp_path / "all.zip")
    dialog.keep.click()
    desk.until((tmp_path / "all.zip").exists)
    dialog.sure.setChecked(True)
    dialog.go.click()
    desk.until(lambda: desk.studio.contacts.get(id) is None)
    desk.until(lambda: view.gone.isVisible())
