"""Decides what can be done with several contacts at once, and how it is told and taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec
from PySide6.QtWidgets import QWidget

from whatsapp_studio.app import Studio
from whatsapp_studio.audience.contact import Contact
from whatsapp_studio.audience.segment import ContactQuery
from whatsapp_studio.base.i18n import ntr, number, tr
from whatsapp_studio.base.progress import Progress
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.widgets.dialogs import ask, ask_text
from whatsapp_studio.qt.widgets.toast import Toast

_SOURCE = "by hand"


class Actions:
    """One method for each thing a person can ask for; each runs as a job and tells what it did."""

    def __init__(self, studio: Studio, page: QWidget) -> None:
        self._contacts = studio.contacts
        self._page = page

    def new_list(self, ids: Sequence[int]) -> None:
        """Ask for a name and put the contacts on a new list."""
        name = ask_text(self._page, tr("New list"), tr("Name of the list"), tr("Make the list"))
        if name:
            self.make_list(name, ids)

    def make_list(self, name: str, ids: Sequence[int]) -> None:
        contacts = self._contacts

        def work(_progress: Progress) -> int:
            return contacts.add_to_list(contacts.create_list(name).id, ids)

        self._run(work, lambda n: ntr("{n} contact is on “{name}”.", "{n} contacts are on “{name}”.", n, name=name))

    def add_to_list(self, list_id: int, name: str, ids: Sequence[int]) -> None:
        contacts = self._contacts
        self._run(
            lambda _progress: contacts.add_to_list(list_id, ids),
            lambda n: ntr("{n} contact was added to “{name}”.", "{n} contacts were added to “{name}”.", n, name=name),
        )

    def remove_from_list(self, list_id: int, ids: Sequence[int]) -> None:
        contacts = self._contacts
        self._run(
            lambda _progress: contacts.remove_from_list(list_id, ids),
            lambda n: ntr("{n} contact was taken off the list.", "{n} contacts were taken off the list.", n),
        )

    def agree(self, ids: Sequence[int]) -> None:
        """Ask where these people agreed to marketing and write it down; who opted out stays opted out."""
        source = ask_text(
            self._page, tr("They agreed to marketing"), tr("Where they agreed"), tr("Write down the consent")
        )
        if source:
            self.write_agreed(ids, source)

    def write_agreed(self, ids: Sequence[int], source: str) -> None:
        contacts = self._contacts

        def work(_progress: Progress) -> int:
            free = [one.id for one in contacts.get_many(ids) if not one.blocked and one.marketing != "no"]
            return contacts.set_consent(free, "yes", source) if free else 0

        def said(n: int) -> str:
            text = ntr("{n} contact may get marketing.", "{n} contacts may get marketing.", n)
            kept = len(ids) - n
            return text if not kept else " ".join(
                (text, ntr("{n} opted out and stays so.", "{n} opted out and stay so.", kept))
            )  # fmt: skip

        self._run(work, said)

    def opt_out(self, ids: Sequence[int]) -> None:
        """Nothing is sent to these people any more, by any campaign. Many are asked for first."""
        contacts = self._contacts
        sure = len(ids) <= 1 or ask(
            self._page, ntr("Opt out {n} contact?", "Opt out {n} contacts?", len(ids)),
            tr("They get no messages any more until they agree again."), tr("Opt out {n}", n=number(len(ids))),
            tr("Keep them"), danger=True,
        )  # fmt: skip
        if not sure:
            return

        def work(_progress: Progress) -> list[Contact]:
            # Who had opted out before must stay so when this is taken back.
            new = [one for one in contacts.get_many(ids) if not one.blocked and one.marketing != "no"]
            contacts.block([one.phone for one in new], "opted-out", _SOURCE)
            return new

        def done(new: list[Contact]) -> None:
            if not new:
                Toast.show_in(self._page, tr("They had opted out already."))
                return
            text = ntr("{n} contact opted out.", "{n} contacts opted out.", len(new))
            Toast.show_in(self._page, text, tr("Undo"), lambda: self._take_back(new))

        Job(self._page, work).on_done(done).run()

    def _take_back(self, who: Sequence[Contact]) -> None:
        contacts = self._contacts

        def work(_progress: Progress) -> int:
            freed = contacts.unblock([one.phone for one in who])
            if agreed := [one.id for one in who if one.marketing == "yes"]:
                contacts.set_consent(agreed, "yes", _SOURCE)
            return freed

        self._run(work, lambda n: ntr("{n} contact is as before.", "{n} contacts are as before.", n))

    def unblock(self, phones: Sequence[str]) -> None:
        contacts = self._contacts
        self._run(
            lambda _progress: contacts.unblock(phones),
            lambda n: ntr("{n} number is no longer blocked.", "{n} numbers are no longer blocked.", n),
        )

    def delete(self, ids: Sequence[int]) -> None:
        """Delete contacts; a few can be taken back, many are asked for first."""
        if not ids:
            return
        contacts = self._contacts
        many = len(ids) > 50
        if many and not ask(
            self._page, tr("Delete {n} contacts?", n=number(len(ids))),
            tr("This cannot be undone. Opt-outs are remembered, and reports keep their numbers."),
            tr("Delete {n} contacts", n=number(len(ids))), tr("Keep them"), danger=True,
        ):  # fmt: skip
            return

        def work(_progress: Progress) -> tuple[list[Contact], dict[int, set[int]]]:
            gone = [] if many else contacts.get_many(ids)
            lists = {} if many else {
                one.id: set(ids) & set(contacts.ids(ContactQuery(list_id=one.id))) for one in contacts.lists()
            }  # fmt: skip
            contacts.delete(ids)
            return gone, lists

        def done(found: tuple[list[Contact], dict[int, set[int]]]) -> None:
            text = ntr("{n} contact was deleted.", "{n} contacts were deleted.", len(ids))
            Toast.show_in(self._page, text, "" if many else tr("Undo"), lambda: self._bring_back(*found))

        Job(self._page, work).on_done(done).run()

    def _bring_back(self, gone: Sequence[Contact], lists: dict[int, set[int]]) -> None:
        contacts = self._contacts

        def work(_progress: Progress) -> int:
            now = {one.id: contacts.save(msgspec.structs.replace(one, id=0)).id for one in gone}
            for list_id, members in lists.items():
                if members:
                    contacts.add_to_list(list_id, [now[one] for one in members])
            return len(gone)

        self._run(work, lambda n: ntr("{n} contact is back.", "{n} contacts are back.", n))

    def _run(self, work: Callable[[Progress], int], said: Callable[[int], str]) -> None:
        Job(self._page, work).on_done(lambda n: Toast.show_in(self._page, said(n))).run()
