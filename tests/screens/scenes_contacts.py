"""Decides how the contacts page, its dialogs and each step of an import are shown."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QInputDialog, QMenu, QMessageBox, QWidget

from tests.qt.contacts.test_import_view import ROWS
from tests.screens import screen
from tests.screens.stage import Stage
from whatsapp_studio.audience.contact import Contact
from whatsapp_studio.qt.contacts.editing import ContactDialog
from whatsapp_studio.qt.contacts.page import ContactsPage


def page(stage: Stage) -> tuple[QWidget, ContactsPage]:
    window = stage.window("contacts")
    shown = window.page("contacts")
    assert isinstance(shown, ContactsPage)
    return window, shown


def importing(stage: Stage, text: str = ROWS) -> tuple[QWidget, ContactsPage]:
    stage.desk.studio.contacts.save(Contact(id=0, phone="+31622223333", first_name="Before"))
    path = stage.place().with_suffix(".csv")
    path.write_text(text, encoding="cp1252")
    window, shown = page(stage)
    shown.start_import(path)
    stage.settle()
    return window, shown


@screen("contacts.empty", small=True)
def empty(stage: Stage) -> QWidget:
    """Contacts before anybody is in them."""
    return stage.window("contacts", studio=stage.bare())


@screen("contacts.detail", small=True)
def detail(stage: Stage) -> QWidget:
    """One contact beside the table."""
    window, shown = page(stage)
    shown.table.choose(2)
    return window


@screen("contacts.selection")
def selection(stage: Stage) -> QWidget:
    """Everybody selected."""
    window, shown = page(stage)
    shown.table.selectAll()
    return window


@screen("contacts.nothing")
def nothing(stage: Stage) -> QWidget:
    """A search that finds nobody."""
    window, shown = page(stage)
    shown.search.setText("zomer in Zwijndrecht")
    return window


@screen("contacts.menu")
def menu(stage: Stage) -> QWidget:
    """What can be done with a selection."""
    _window, shown = page(stage)
    shown.table.selectAll()
    return stage.opened(lambda: shown.with_selection.menu().popup(shown.pos()), QMenu)


@screen("contacts.add")
def add(stage: Stage) -> QWidget:
    """A contact is added by hand."""
    return stage.opened(page(stage)[1]._add, ContactDialog)


@screen("contacts.add-refused")
def refused(stage: Stage) -> QWidget:
    """A contact whose number is no number."""
    dialog = stage.opened(page(stage)[1]._add, ContactDialog)
    dialog.rows["phone"].field.setText("6,12E+08")  # type: ignore[attr-defined]
    dialog.save.click()
    return dialog


@screen("contacts.opt-out")
def opt_out(stage: Stage) -> QWidget:
    """The question before many are opted out."""
    _window, shown = page(stage)
    return stage.opened(lambda: shown.actions_.opt_out(stage.desk.people), QMessageBox)


@screen("contacts.agree")
def agree(stage: Stage) -> QWidget:
    """Where people agreed to marketing is asked."""
    _window, shown = page(stage)
    shown.table.selectAll()
    return stage.opened(lambda: shown.actions_.agree(stage.desk.people), QInputDialog)


@screen("contacts.import", small=True)
def import_preview(stage: Stage) -> QWidget:
    """A file as it will be read, with rows that cannot be."""
    return importing(stage)[0]


@screen("contacts.import-no-number")
def import_without_number(stage: Stage) -> QWidget:
    """A file of which no column is the number."""
    window, shown = importing(stage)
    box = shown.import_view.table._boxes[0]
    box.setCurrentIndex(box.findData(""))
    box.activated.emit(box.currentIndex())
    return window


@screen("contacts.import-checked")
def import_checked(stage: Stage) -> QWidget:
    """What an import would do."""
    window, shown = importing(stage)
    shown.import_view.check.click()
    return window


@screen("contacts.import-done")
def import_done(stage: Stage) -> QWidget:
    """What an import did."""
    window, shown = importing(stage)
    shown.import_view.options.source.setText("market stall")
    shown.import_view.options.list_name.setText("Market")
    shown.import_view.go.click()
    return window


@screen("contacts.import-errors")
def import_errors(stage: Stage) -> QWidget:
    """A file that is no table."""
    path = stage.place().with_suffix(".xlsx")
    path.write_bytes(b"PK\x03\x04 this is not a workbook")
    window, shown = page(stage)
    shown.start_import(path)
    return window


@screen("contacts.where")
def where(stage: Stage) -> QWidget:
    """Where a contact is in journeys, asked on another page."""
    desk = stage.live()
    desk.enter(desk.journey.id, desk.people)
    window = stage.window("journeys", studio=desk.studio)
    return stage.opened(lambda: window.page("journeys").open(desk.people[1]), QDialog)
