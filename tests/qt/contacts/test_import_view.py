"""The import as a person goes through it: seen, corrected, checked, imported, told."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from tests.fixtures.desk import Desk, focusable
from tests.fixtures.make_contacts import write_contacts
from whatsapp_studio.audience.contact import Contact
from whatsapp_studio.qt.contacts.import_sample import SampleDialog
from whatsapp_studio.qt.contacts.import_undo import UndoDialog
from whatsapp_studio.qt.contacts.import_view import ImportView
from whatsapp_studio.qt.contacts.page import ContactsPage
from whatsapp_studio.qt.widgets.toast import Toast

ROWS = (
    "Telefoonnummer;Voornaam;Achternaam;Stad;Taal\n"
    "0612345678;Zoë;de Vries;Delft;nl\n"
    "6,12E+08;Jan;Jansen;Utrecht;nl\n"
    ";Leeg;Leegstra;Gent;\n"
    "+32470123456;Anaïs;Peeters;Gent;klingon\n"
    "+316 2222 3333;Twin;Jansen;Delft;nl\n"
    "0612345678;Zoë;de Vries;Delft;nl\n"
)


@pytest.fixture
def page(desk: Desk) -> ContactsPage:
    return desk.show(ContactsPage)


@pytest.fixture
def view(desk: Desk, page: ContactsPage, tmp_path: Path) -> ImportView:
    """A file of six: one known, two faulty, one twice."""
    desk.studio.contacts.save(Contact(id=0, phone="+31622223333", first_name="Before"))
    path = tmp_path / "people.csv"
    path.write_text(ROWS, encoding="cp1252")
    page.start_import(path)
    desk.until(lambda: page.import_view.table.rowCount() == 7)
    return page.import_view


def banner(view: ImportView) -> str:
    return view._banner.label.text() if view._banner is not None else ""


def choose(box: object, data: str) -> None:
    """Pick an entry as a person does: the box tells that it was chosen."""
    place = box.findData(data)  # type: ignore[attr-defined]
    assert place >= 0
    box.setCurrentIndex(place)  # type: ignore[attr-defined]
    box.activated.emit(place)  # type: ignore[attr-defined]


def numbers(view: ImportView) -> list[str]:
    items = [view.table.item(row, 0) for row in range(1, view.table.rowCount())]
    return [item.text() for item in items if item is not None]


def test_rows_are_shown_as_they_will_be_read_and_guesses_are_called_so(view: ImportView) -> None:
    assert view.reading.delimiter.currentText() == "semicolon (guess)"
    assert view.reading.encoding.currentText().endswith("(guess)")
    assert view.table.item(1, 2).text() == "Zoë"
    assert numbers(view) == [
        "+31612345678", "The phone number “6,12E+08” lost its digits in a spreadsheet.", "There is no phone number.",
        "+32470123456", "+31622223333", "+31612345678",
    ]  # fmt: skip
    assert "Export the list again" in view.table.item(2, 0).toolTip()
    assert view.table.mapping() == {
        "Telefoonnummer": "phone", "Voornaam": "first_name", "Achternaam": "last_name", "Stad": "new:Stad",
        "Taal": "language",
    }  # fmt: skip


def test_another_country_or_number_column_is_read_again_at_once(desk: Desk, view: ImportView) -> None:
    choose(view.options.region, "BE")
    desk.until(lambda: numbers(view)[0] != "+31612345678")
    choose(view.options.region, "NL")
    desk.until(lambda: numbers(view)[0] == "+31612345678")
    boxes = view.table._boxes
    choose(boxes[0], "")
    desk.until(lambda: set(numbers(view)) == {"Which column is the number?"})
    assert not view.go.isEnabled()
    assert banner(view) == "Choose which column holds the phone number."
    choose(boxes[0], "phone")
    desk.until(lambda: numbers(view)[0] == "+31612345678")
    assert view.table.mapping()["Telefoonnummer"] == "phone"


def test_another_separator_makes_other_columns(desk: Desk, view: ImportView) -> None:
    choose(view.table._boxes[3], "")
    desk.until(lambda: "Stad" not in view.table.mapping())
    choose(view.reading.delimiter, "|")
    desk.until(lambda: len(view.table.columns) == 1)
    choose(view.reading.delimiter, ";")
    desk.until(lambda: len(view.table.columns) == 5)
    assert view.table.mapping()["Telefoonnummer"] == "phone"


def counted(desk: Desk, view: ImportView) -> None:
    desk.until(lambda: view.bar.buttons["skip"].isVisible())


def rows_of(view: ImportView, kind: str) -> list[list[str]]:
    view.bar.buttons[kind].click()
    assert view._below.currentWidget() is view.rows
    places = range(view.rows.columnCount())
    return [[view.rows.item(row, place).text() for place in places] for row in range(view.rows.rowCount())]


def test_what_becomes_of_each_row_is_there_before_anything_is_done(desk: Desk, view: ImportView) -> None:
    counted(desk, view)
    assert [view.bar.buttons[kind].text() for kind in ("add", "update", "skip")] == [
        "Will add 2", "Will update 1", "Will skip 3",
    ]  # fmt: skip
    assert banner(view) == (
        "1×: Some languages were not recognised. Those cells were left empty; the contacts were read."
    )
    assert [row[:3] for row in rows_of(view, "add")] == [
        ["2", "+31612345678", "Zoë de Vries"], ["5", "+32470123456", "Anaïs Peeters"],
    ]  # fmt: skip
    [known] = rows_of(view, "update")
    assert known[:2] == ["6", "+31622223333"]
    assert "First name: Before → Twin" in known[3]
    assert {row[0]: row[1] for row in rows_of(view, "skip")} == {
        "3": "The phone number “6,12E+08” lost its digits in a spreadsheet.",
        "4": "There is no phone number.",
        "7": "The number +31612345678 is on an earlier row too.",
    }
    assert desk.studio.contacts.count() == 13
    view.bar.buttons["first"].click()
    assert view._below.currentWidget() is view.table


def test_what_was_counted_is_counted_again_when_another_thing_is_asked(desk: Desk, view: ImportView) -> None:
    counted(desk, view)
    choose(view.options.again, "keep")
    assert not view.bar.buttons["add"].isVisible()
    counted(desk, view)
    assert view.bar.buttons["skip"].text() == "Will skip 4"
    assert not view.bar.buttons["update"].isEnabled()


def test_rows_that_are_left_out_are_saved_with_the_reason_before_and_after(
    desk: Desk, view: ImportView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    targets = [tmp_path / "before.csv", tmp_path / "after.csv"]
    waiting = iter(targets)
    monkeypatch.setattr("whatsapp_studio.qt.contacts.import_saving.choose_save", lambda *_given: next(waiting))
    counted(desk, view)
    view.bar.buttons["skip"].click()
    assert view.save.isVisible()
    view.save.click()
    desk.until(lambda: bool(view.window().findChildren(Toast)))
    view.go.click()
    desk.until(lambda: view.done.isVisible())
    view.done.save.click()
    desk.until(targets[1].exists)
    before, after = (path.read_text(encoding="utf-8-sig") for path in targets)
    assert before == after
    assert [line.split(";")[0] for line in before.splitlines()] == ["line", "3", "4", "7"]
    assert "lost its digits" in before and "is on an earlier row too" in before
    # Only those of the import itself are kept where the program keeps them.
    assert len(list(desk.studio.paths.exports.iterdir())) == 2


def test_imported_with_consent_onto_a_new_list(desk: Desk, page: ContactsPage, view: ImportView) -> None:
    view.options.source.setText("market stall")
    view.options.wording.setPlainText("Yes, send me offers")
    view.options.list_name.setText("Market")
    assert view.options.reach() == "Everybody in this file may get marketing, except who opted out."
    view.go.click()
    desk.until(lambda: view.done.isVisible())
    contacts = desk.studio.contacts
    assert contacts.count() == 15
    new = contacts.by_phone("+32470123456")
    assert new is not None
    assert new.marketing == "yes"
    assert contacts.ledger(new.phone)[0][1] == "market stall"
    assert {one.name: one.size for one in contacts.lists()}["Market"] == 3
    said = [label.text() for label in view.done.findChildren(QLabel)]
    assert "“people.csv” was imported." in said
    assert "2 added, 1 updated, 3 skipped" in said
    assert "Skipped rows: 1 with a number that was there already, 2 with a problem" in said
    assert "Everybody is on the list “Market”." in said
    view.done.show_contacts.click()
    assert page.stack.currentWidget() is page.listing
    desk.until(lambda: page.model.rowCount() == 15)


def test_without_a_source_nobody_becomes_reachable(desk: Desk, view: ImportView) -> None:
    assert view.options.reach() == "Nobody in this file gets marketing because of this import."
    view.go.click()
    desk.until(lambda: view.done.isVisible())
    assert desk.studio.contacts.by_phone("+32470123456").marketing == "unknown"  # type: ignore[union-attr]


def test_an_import_is_undone_from_its_summary_and_only_once(desk: Desk, page: ContactsPage, view: ImportView) -> None:
    view.go.click()
    desk.until(lambda: view.done.isVisible())
    view.done.undo.click()
    [dialog] = view.findChildren(UndoDialog)
    assert dialog.head.text() == "people.csv"
    assert "2 added, 1 updated" in dialog.about.text()
    dialog.go.click()
    desk.until(lambda: page.stack.currentWidget() is page.listing)
    assert desk.studio.contacts.count() == 13
    assert desk.studio.contacts.by_phone("+31622223333").first_name == "Before"  # type: ignore[union-attr]
    again = UndoDialog(desk.studio, page)
    assert again.head.text() == "There is no import to undo."
    assert again.go.isHidden()
    again.deleteLater()


def test_a_new_field_has_the_kind_that_is_chosen(desk: Desk, page: ContactsPage, tmp_path: Path) -> None:
    path = tmp_path / "kinds.csv"
    path.write_text("telefoon;punten;stad\n0612345678;12;Delft\n", encoding="utf-8")
    page.start_import(path)
    view = page.import_view
    desk.until(lambda: view.table.rowCount() == 2)
    assert view.table.kinds() == {"punten": "number", "stad": "text"}
    assert view.table._kinds[1].currentText() == "Number (guess)"
    choose(view.table._kinds[1], "text")
    view.go.click()
    desk.until(lambda: view.done.isVisible())
    assert [(one.name, one.kind) for one in desk.studio.contacts.fields()][-2:] == [
        ("punten", "text"),
        ("stad", "text"),
    ]


def test_the_row_where_the_table_starts_is_a_guess_that_can_be_changed(
    desk: Desk, page: ContactsPage, tmp_path: Path
) -> None:
    path = tmp_path / "titled.csv"
    path.write_text("Klanten\n\ntelefoon;naam\n0612345678;Zoë\n0612345679;Jan\n", encoding="utf-8")
    page.start_import(path)
    view = page.import_view
    desk.until(lambda: view.table.rowCount() == 3)
    assert view.reading.first_row.text() == "3 (guess)"
    assert view.table.columns == ("telefoon", "naam")
    view.reading.first_row.setValue(4)
    desk.until(lambda: view.table.rowCount() == 3 and view.table.columns == ("Column 1", "Column 2"))
    assert view.reading.first_row.text() == "4"


def test_nobodys_consent_is_carried_over_to_the_next_file(desk: Desk, page: ContactsPage, view: ImportView) -> None:
    view.options.source.setText("market stall")
    view.go.click()
    desk.until(lambda: view.done.isVisible())
    page.start_import(desk.studio.paths.root / "none.csv")
    assert view.options.source.text() == ""
    assert view.go.isVisible()
    desk.until(lambda: view.refused.isVisible())


def test_a_file_that_is_no_table_is_told_in_words(desk: Desk, page: ContactsPage, tmp_path: Path) -> None:
    path = tmp_path / "people.xlsx"
    path.write_bytes(b"PK\x03\x04 this is not a workbook")
    page.start_import(path)
    view = page.import_view
    desk.until(lambda: view.refused.isVisible())
    assert view.refused.text.text().startswith("“people.xlsx” cannot be read as a workbook.")
    assert not view.go.isEnabled()
    good = tmp_path / "people.csv"
    good.write_text(ROWS, encoding="cp1252")
    page.start_import(good)
    assert view.go.isVisible()
    desk.until(lambda: view.go.isEnabled())
    page.start_import(path)
    desk.until(lambda: view.refused.isVisible())
    view.refused.link.click()
    desk.until(lambda: page.stack.currentWidget() is page.listing)


def test_cancelled_nothing_was_changed(desk: Desk, page: ContactsPage, tmp_path: Path) -> None:
    made = write_contacts(tmp_path / "many.csv", 30_000)
    page.start_import(made.path)
    view = page.import_view
    desk.until(lambda: view.go.isEnabled())
    # So many are counted when it is asked for.
    assert view.check.isVisible()
    view.go.click()
    assert view.progress.isVisible()
    page.start_import(tmp_path / "another.csv")
    assert view.busy
    view.progress.cancel.click()
    desk.until(lambda: banner(view) == "Cancelled. Nothing was changed.", 20_000)
    assert desk.studio.contacts.count() == 12
    assert view.go.isEnabled()


def test_counting_a_large_file_is_asked_for_and_can_be_stopped(desk: Desk, page: ContactsPage, tmp_path: Path) -> None:
    made = write_contacts(tmp_path / "many.csv", 25_000)
    page.start_import(made.path)
    view = page.import_view
    desk.until(lambda: view.check.isVisible() and view.check.isEnabled())
    view.check.click()
    assert view.progress.isVisible()
    view.progress.cancel.click()
    assert not view.progress.isVisible()
    assert not view.bar.buttons["add"].isVisible()


def test_a_sample_for_a_template_has_its_columns(
    desk: Desk, view: ImportView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "sample.csv"
    monkeypatch.setattr("whatsapp_studio.qt.contacts.import_saving.choose_save", lambda *_given: target)
    view.sample.click()
    [dialog] = view.findChildren(SampleDialog)
    assert "Phone number" in dialog.columns.text()
    dialog.template.setCurrentIndex(1)
    dialog.save.click()
    desk.until(target.exists)
    shown = desk.studio.contacts.preview(target, country="NL")
    assert shown.mapping["Phone number"] == "phone"
    assert all(phone for phone, _ in shown.phones)


def test_everything_can_be_reached_and_has_a_name(view: ImportView) -> None:
    for one in focusable(view):
        text = getattr(one, "text", None)
        if one.isVisible() and type(one).__name__ not in ("QScrollArea", "QHeaderView", "ExpandingLineEdit"):
            inner = one.parentWidget().accessibleName() if one.parentWidget() else ""
            assert one.accessibleName() or (text() if callable(text) else "") or inner, one
