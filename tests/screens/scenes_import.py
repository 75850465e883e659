"""Decides how each step of an import is shown, its dialogs, and files that cannot be read."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from tests.fixtures.broken_books import excel
from tests.fixtures.make_contacts import write_contacts
from tests.qt.contacts.test_import_view import ROWS
from tests.screens import screen
from tests.screens.stage import Stage
from whatsapp_studio.audience.contact import Contact
from whatsapp_studio.audience.importing import ImportPlan
from whatsapp_studio.qt.contacts.import_sample import SampleDialog
from whatsapp_studio.qt.contacts.import_undo import UndoDialog
from whatsapp_studio.qt.contacts.page import ContactsPage

_CARDS = "".join(
    f"BEGIN:VCARD\r\nVERSION:3.0\r\nN:{last};{first};;;\r\nFN:{first} {last}\r\nTEL;TYPE=HOME:0151234567\r\n"
    f"TEL;TYPE=CELL:06123456{n:02d}\r\nEMAIL:{first.lower()}@example.org\r\nBDAY:198{n % 10}-03-04\r\nEND:VCARD\r\n"
    for n, (first, last) in enumerate(
        (("Zoë", "de Vries"), ("Jan", "Jansen"), ("Anaïs", "Peeters"), ("Noah", "Bakker"), ("Sofie", "’t Hart")), 10
    )
)
_BOOK = {
    "Klanten": [
        ["Klanten van de winkel"], ["november 2026"], [],
        ["Mobiel", "Naam", "Woonplaats", "Geboortedatum", "Punten", "Toestemming"],
        [31612345678, "Zoë de Vries", "Delft", "1980-01-31", 12, "ja"],
        [31612345679, "Jan Jansen", "Utrecht", "1975-11-02", 3, "nee"],
        ["6,12E+08", "Ellen Excel", "Gent", "1990-05-17", ("=NA()", "#N/A"), "ja"],
        [32470123456, "Anaïs Peeters", "Gent", "1988-08-08", 41, ""],
    ],
    "Oude lijst": [["Telefoon"], ["0612345678"]],
}  # fmt: skip


def page(stage: Stage) -> tuple[QWidget, ContactsPage]:
    window = stage.window("contacts")
    shown = window.page("contacts")
    assert isinstance(shown, ContactsPage)
    return window, shown


def named(stage: Stage, name: str) -> Path:
    folder = stage.place()
    folder.mkdir()
    return folder / name


def showing(stage: Stage, path: Path) -> tuple[QWidget, ContactsPage]:
    stage.desk.studio.contacts.save(Contact(id=0, phone="+31622223333", first_name="Before"))
    window, shown = page(stage)
    shown.start_import(path)
    stage.settle()
    return window, shown


def importing(stage: Stage, text: str = ROWS) -> tuple[QWidget, ContactsPage]:
    path = named(stage, "klanten-voorjaar.csv")
    path.write_text(text, encoding="cp1252")
    return showing(stage, path)


def imported(stage: Stage) -> tuple[QWidget, ContactsPage]:
    window, shown = importing(stage)
    view = shown.import_view
    view.options.source.setText("market stall")
    view.options.list_name.setText("Market")
    view.go.click()
    stage.settle()
    return window, shown


@screen("contacts.import", small=True)
def import_preview(stage: Stage) -> QWidget:
    """A file as it will be read, with what becomes of its rows."""
    return importing(stage)[0]


@screen("contacts.import-book")
def import_book(stage: Stage) -> QWidget:
    """A workbook of two sheets with a title above its table."""
    path = named(stage, "klanten.xlsx")
    path.write_bytes(excel(_BOOK))
    return showing(stage, path)[0]


@screen("contacts.import-cards")
def import_cards(stage: Stage) -> QWidget:
    """An address book."""
    path = named(stage, "adresboek.vcf")
    path.write_bytes(_CARDS.encode())
    return showing(stage, path)[0]


@screen("contacts.import-no-number")
def import_without_number(stage: Stage) -> QWidget:
    """A file of which no column is the number."""
    window, shown = importing(stage)
    box = shown.import_view.table._boxes[0]
    box.setCurrentIndex(box.findData(""))
    box.activated.emit(box.currentIndex())
    return window


@screen("contacts.import-added")
def import_added(stage: Stage) -> QWidget:
    """Who would be added."""
    window, shown = importing(stage)
    shown.import_view.bar.buttons["add"].click()
    return window


@screen("contacts.import-updated")
def import_updated(stage: Stage) -> QWidget:
    """What would change of those who are here already."""
    window, shown = importing(stage)
    shown.import_view.bar.buttons["update"].click()
    return window


@screen("contacts.import-skipped", small=True)
def import_skipped(stage: Stage) -> QWidget:
    """Rows that would be skipped, with the reason."""
    window, shown = importing(stage)
    shown.import_view.bar.buttons["skip"].click()
    return window


@screen("contacts.import-agreed")
def import_agreed(stage: Stage) -> QWidget:
    """Where and when people agreed is told."""
    window, shown = importing(stage)
    shown.import_view.options.source.setText("market stall")
    shown.import_view.options.wording.setPlainText("Yes, send me offers on WhatsApp")
    return window


@screen("contacts.import-running")
def import_running(stage: Stage) -> QWidget:
    """A large file while it is imported."""
    made = write_contacts(named(stage, "leden.csv"), 25_000)
    window, shown = showing(stage, made.path)
    view = shown.import_view
    view._ready(False)
    view.progress.reset("")
    view.progress.show()
    view.progress.show_progress(9_000, 25_000)
    return window


@screen("contacts.import-done", small=True)
def import_done(stage: Stage) -> QWidget:
    """What an import did."""
    return imported(stage)[0]


@screen("contacts.import-errors")
def import_errors(stage: Stage) -> QWidget:
    """A file that cannot be imported."""
    path = named(stage, "klanten.xlsx")
    path.write_bytes(b"PK\x03\x04 this is not a workbook")
    return showing(stage, path)[0]


@screen("contacts.import-sample")
def import_sample(stage: Stage) -> QWidget:
    """An example of a list is asked for."""
    return stage.show(SampleDialog(stage.desk.studio))


@screen("contacts.import-undo")
def import_undo(stage: Stage) -> QWidget:
    """The last import is about to be taken back."""
    path = named(stage, "klanten-voorjaar.csv")
    path.write_text(ROWS, encoding="cp1252")
    stage.desk.studio.contacts.import_file(path, ImportPlan(country="NL"))
    return stage.show(UndoDialog(stage.desk.studio))


@screen("contacts.import-nothing-to-undo")
def import_nothing_to_undo(stage: Stage) -> QWidget:
    """There is no import to take back."""
    return stage.show(UndoDialog(stage.desk.studio))
