"""Decides how the contacts page, its dialogs and each step of an import are shown."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QInputDialog, QMenu, QMessageBox, QWidget

from tests.screens import screen
from tests.screens.stage import Stage
from whatsapp_studio.qt.contacts.editing import ContactDialog
from whatsapp_studio.qt.contacts.page import ContactsPage


def page(stage: Stage) -> tuple[QWidget, ContactsPage]:
    window = stage.window("contacts")
    shown = window.page("contacts")
    assert isinstance(shown, ContactsPage)
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


@screen("contacts.where")
def where(stage: Stage) -> QWidget:
    """Where a contact is in journeys, asked on another page."""
    desk = stage.live()
    desk.enter(desk.journey.id, desk.people)
    window = stage.window("journeys", studio=desk.studio)
    return stage.opened(lambda: window.page("journeys").open(desk.people[1]), QDialog)
