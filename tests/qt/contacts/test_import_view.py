"""The import as a person goes through it: seen, corrected, checked, imported, told."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fixtures.desk import Desk, focusable
from tests.fixtures.make_contacts import write_contacts
from whatsapp_studio.audience.contact import Contact
from whatsapp_studio.qt.contacts.import_view import ImportView
from whatsapp_studio.qt.contacts.page import ContactsPage

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


def test_a_check_says_what_would_happen_and_changes_nothing(desk: Desk, view: ImportView) -> None:
    view.check.click()
    desk.until(lambda: banner(view))
    assert banner(view).splitlines() == [
        "6 rows: will add 2, update 1, leave out 1 repeated, 2 faulty ones.",
        "1×: Some languages were not recognised.",
    ]
    assert desk.studio.contacts.count() == 13
    assert view.go.text() == "Import"


def test_imported_with_consent_onto_a_new_list(desk: Desk, page: ContactsPage, view: ImportView) -> None:
    view.options.source.setText("market stall")
    view.options.list_name.setText("Market")
    view.go.click()
    desk.until(lambda: banner(view).startswith("6 rows: added 2, updated 1, left out 1 repeated and 2 faulty ones."))
    contacts = desk.studio.contacts
    assert contacts.count() == 15
    new = contacts.by_phone("+32470123456")
    assert new is not None
    assert new.marketing == "yes"
    assert contacts.ledger(new.phone)[0][1] == "market stall"
    assert {one.name: one.size for one in contacts.lists()}["Market"] == 3
    assert view.errors.isVisible()
    rows = Path(view._errors_file).read_text(encoding="utf-8-sig")
    assert "Leegstra" in rows and "6,12E+08" in rows and "Zoë" not in rows
    assert view.go.text() == "Show the contacts"
    assert not view.check.isVisible()
    view.go.click()
    assert page.stack.currentWidget() is page.listing
    desk.until(lambda: page.model.rowCount() == 15)


def test_without_a_source_nobody_becomes_reachable(desk: Desk, view: ImportView) -> None:
    view.go.click()
    desk.until(lambda: view.go.text() == "Show the contacts")
    assert desk.studio.contacts.by_phone("+32470123456").marketing == "unknown"  # type: ignore[union-attr]


def test_nobodys_consent_is_carried_over_to_the_next_file(desk: Desk, page: ContactsPage, view: ImportView) -> None:
    view.options.source.setText("market stall")
    view.go.click()
    desk.until(lambda: view.go.text() == "Show the contacts")
    view.go.click()
    page.start_import(desk.studio.paths.root / "none.csv")
    assert view.options.source.text() == ""
    assert view.go.text() == "Import"
    desk.until(lambda: banner(view))


def test_a_file_that_is_no_table_is_told_in_words(desk: Desk, page: ContactsPage, tmp_path: Path) -> None:
    path = tmp_path / "people.xlsx"
    path.write_bytes(b"PK\x03\x04 this is not a workbook")
    page.start_import(path)
    desk.until(lambda: banner(page.import_view))
    assert not page.import_view.go.isEnabled()
    assert "Traceback" not in banner(page.import_view)
    page.import_view.leave.click()
    desk.until(lambda: page.stack.currentWidget() is page.listing)


def test_cancelled_nothing_was_changed(desk: Desk, page: ContactsPage, tmp_path: Path) -> None:
    made = write_contacts(tmp_path / "many.csv", 30_000)
    page.start_import(made.path)
    view = page.import_view
    desk.until(lambda: view.go.isEnabled())
    view.go.click()
    assert view.progress.isVisible()
    view.progress.cancel.click()
    desk.until(lambda: banner(view) == "Cancelled. Nothing was changed.", 20_000)
    assert desk.studio.contacts.count() == 12
    assert view.go.isEnabled()


def test_everything_can_be_reached_and_has_a_name(view: ImportView) -> None:
    for one in focusable(view):
        text = getattr(one, "text", None)
        if one.isVisible() and type(one).__name__ not in ("QScrollArea", "QHeaderView", "ExpandingLineEdit"):
            inner = one.parentWidget().accessibleName() if one.parentWidget() else ""
            assert one.accessibleName() or (text() if callable(text) else "") or inner, one
