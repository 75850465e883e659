"""Decides what is done with one contact from its page: consent, merging, exporting, erasing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from whatsapp_studio.app import Studio
from whatsapp_studio.audience.consent import Purpose
from whatsapp_studio.audience.contact import Contact
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.base.progress import Progress
from whatsapp_studio.qt.contacts.actions import Actions
from whatsapp_studio.qt.contacts.erase_dialog import EraseDialog
from whatsapp_studio.qt.contacts.merge_dialog import MergeDialog
from whatsapp_studio.qt.contacts.merge_with import MergeWith
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.widgets.dialogs import ask_text
from whatsapp_studio.qt.widgets.files import choose_save
from whatsapp_studio.qt.widgets.toast import Toast

_BY_HAND = "by hand"


class ContactDeeds(QObject):
    """One method for each; ``merged`` carries the id of the contact that remains."""

    navigate = Signal(str, object)
    merged = Signal(int)

    def __init__(self, studio: Studio, actions: Actions, page: QWidget) -> None:
        super().__init__(page)
        self._studio, self._actions, self._page = studio, actions, page

    def do(self, name: str, what: object) -> None:
        """What the page of a contact asks for, by name."""
        if name == "unmerge" and isinstance(what, int):
            self._unmerge(what)
        if not isinstance(what, Contact):
            return
        match name:
            case "opt-out":
                self._actions.opt_out([what.id])
            case "allow":
                self._actions.unblock([what.phone])
            case "delete":
                self._actions.delete([what.id])
            case "journeys":
                self.navigate.emit("journeys", what.id)
            case "merge":
                self._choose_other(what)
            case "export":
                self.export(what)
            case "erase":
                self._ask_to_erase(what)

    def say(self, contact: Contact, purpose: Purpose, state: str) -> None:
        """Write an answer down; for a yes it is asked where it was given."""
        source = _BY_HAND
        if state == "yes":
            source = ask_text(self._page, tr("They agreed"), tr("Where they agreed"), tr("Write down the consent"))
            if not source:
                return
        consent = self._studio.consent
        answer = "yes" if state == "yes" else "no"

        def work(_progress: Progress) -> int:
            return consent.record([contact.id], purpose, answer, source)  # type: ignore[arg-type]

        Job(self._page, work).on_done(lambda _n: Toast.show_in(self._page, tr("The answer was written down."))).run()

    # -- merging -------------------------------------------------------------------------------------

    def merge(self, ids: Sequence[int]) -> None:
        """Show two contacts side by side."""
        if len(ids) == 2:
            self.merge_pairs([(ids[0], ids[1])])

    def merge_pairs(self, pairs: Sequence[tuple[int, int]]) -> None:
        """Show pairs of contacts one after the other."""
        dialog = MergeDialog(self._studio, pairs, self._page)
        dialog.merged.connect(self._told)
        dialog.open()

    def _choose_other(self, contact: Contact) -> None:
        dialog = MergeWith(self._studio, contact, self._page)
        dialog.chosen.connect(lambda other: self.merge([contact.id, other]))
        dialog.open()

    def _told(self, merge: int, kept: int) -> None:
        Toast.show_in(self._page, tr("Two contacts are one now."), tr("Undo"), partial(self._unmerge, merge))
        self.merged.emit(kept)

    def _unmerge(self, merge: int) -> None:
        people = self._studio.people

        def work(_progress: Progress) -> int:
            return people.unmerge(merge)[0]

        def done(kept: int) -> None:
            Toast.show_in(self._page, tr("They are two contacts again."))
            self.merged.emit(kept)

        Job(self._page, work).on_done(done).run()

    # -- what is held --------------------------------------------------------------------------------

    def export(self, contact: Contact) -> None:
        """Ask for a file and write everything held on a person to it."""
        path = choose_save(
            self._page, "contacts", tr("Everything held on this person"), f"person-{contact.id}.zip",
            tr("Zip files (*.zip)"),
        )  # fmt: skip
        if path is None:
            return
        erasing = self._studio.erasing

        def work(_progress: Progress) -> object:
            return erasing.export_person(contact.id, path)

        said = tr("Everything held on this person is in “{name}”.", name=path.name)
        Job(self._page, work).on_done(lambda _done: Toast.show_in(self._page, said)).run()

    def _ask_to_erase(self, contact: Contact) -> None:
        dialog = EraseDialog(self._studio, contact, self._page)
        dialog.export_wanted.connect(self.export)
        dialog.erased.connect(self._erased)
        dialog.open()

    def _erased(self, clean: bool) -> None:
        text = tr("The person was erased.")
        if not clean:
            text = " ".join((text, tr("The file keeps traces until the program is started again.")))
        Toast.show_in(self._page, text)
