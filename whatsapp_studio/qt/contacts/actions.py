"""Decides what can be done with several contacts at once, and how it is told and taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from whatsapp_studio.app import Studio
from whatsapp_studio.audience.contact import Contact
from whatsapp_studio.audience.segment import ContactQuery
from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.i18n import ntr, number, tr
from whatsapp_studio.base.progress import Progress
from whatsapp_studio.base.wording import explain
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.widgets.dialogs import ask, ask_text, show_error
from whatsapp_studio.qt.widgets.files import choose_save
from whatsapp_studio.qt.widgets.progress import ProgressRow
from whatsapp_studio.qt.widgets.toast import Toast

_SOURCE = "by hand"
# So many are done at a time; of more than MANY it is shown how far it is.
_PART, MANY = 5_000, 1_000


class Actions(QObject):
    """One method for each thing a person can ask for; each runs as a job and tells what it did.

    What takes long shows how far it is in ``progress`` and can be stopped: what was done until then stays done.
    """

    merge_wanted = Signal(list)

    def __init__(self, studio: Studio, page: QWidget) -> None:
        super().__init__(page)
        self._studio, self._contacts = studio, studio.contacts
        self._page = page
        self._job: Job[int] | None = None
        self.progress = ProgressRow(self._stop)
        self.progress.hide()

    def new_list(self, ids: Sequence[int]) -> None:
        """Ask for a name and put the contacts on a new list."""
        name = ask_text(self._page, tr("New list"), tr("Name of the list"), tr("Make the list"))
        if name:
            self.make_list(name, ids)

    def make_list(self, name: str, ids: Sequence[int]) -> None:
        contacts = self._contacts

        def work(progress: Progress) -> int:
            made = contacts.create_list(name).id
            return in_parts(ids, lambda part: contacts.add_to_list(made, part), progress)

        self._run(
            work, lambda n: ntr("{n} contact is on “{name}”.", "{n} contacts are on “{name}”.", n, name=name), len(ids)
        )

    def add_to_list(self, list_id: int, name: str, ids: Sequence[int]) -> None:
        contacts = self._contacts
        self._run(
            lambda progress: in_parts(ids, lambda part: contacts.add_to_list(list_id, part), progress),
            lambda n: ntr("{n} contact was added to “{name}”.", "{n} contacts were added to “{name}”.", n, name=name),
            len(ids),
        )

    def remove_from_list(self, list_id: int, ids: Sequence[int]) -> None:
        contacts = self._contacts
        self._run(
            lambda progress: in_parts(ids, lambda part: contacts.remove_from_list(list_id, part), progress),
            lambda n: ntr("{n} contact was taken off the list.", "{n} contacts were taken off the list.", n),
            len(ids),
        )

    def set_test(self, ids: Sequence[int], *, on: bool) -> None:
        """Make contacts test contacts, or no longer."""
        people = self._studio.people

        def said(n: int) -> str:
            if on:
                return ntr("{n} contact may get test messages.", "{n} contacts may get test messages.", n)
            return ntr("{n} contact is no longer a test contact.", "{n} contacts are no longer test contacts.", n)

        self._run(lambda progress: in_parts(ids, lambda part: people.set_test(part, on), progress), said, len(ids))

    def export(self, ids: Sequence[int]) -> None:
        """Ask for a file and write these contacts to it."""
        path = choose_save(self._page, "contacts", tr("Export contacts"), "contacts.csv", tr("CSV files (*.csv)"))
        if path is None:
            return
        from whatsapp_studio.services.people_file import write_people

        contacts = self._contacts
        self._run(
            lambda progress: write_people(contacts, path, ids, progress),
            lambda n: ntr("{n} contact is in “{name}”.", "{n} contacts are in “{name}”.", n, name=path.name), len(ids),
        )  # fmt: skip

    def agree(self, ids: Sequence[int]) -> None:
        """Ask where these people agreed to marketing and write it down; who opted out stays opted out."""
        source = ask_text(
            self._page, tr("They agreed to marketing"), tr("Where they agreed"), tr("Write down the consent")
        )
        if source:
            self.write_agreed(ids, source)

    def write_agreed(self, ids: Sequence[int], source: str) -> None:
        contacts, consent = self._contacts, self._studio.consent

        def part_of(part: Sequence[int]) -> int:
            free = [one.id for one in contacts.get_many(part) if not one.blocked and one.marketing != "no"]
            return consent.record(free, "marketing", "yes", source) if free else 0

        def said(n: int) -> str:
            text = ntr("{n} contact may get marketing.", "{n} contacts may get marketing.", n)
            kept = len(ids) - n
            return text if not kept else " ".join(
                (text, ntr("{n} opted out and stays so.", "{n} opted out and stay so.", kept))
            )  # fmt: skip

        self._run(lambda progress: in_parts(ids, part_of, progress), said, len(ids))

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

        new: list[Contact] = []
        consent = self._studio.consent

        def part_of(part: Sequence[int]) -> int:
            # Who had opted out before must stay so when this is taken back.
            free = [one for one in contacts.get_many(part) if not one.blocked and one.marketing != "no"]
            contacts.block([one.phone for one in free if one.phone], "opted-out", _SOURCE)
            if without := [one.id for one in free if not one.phone]:
                consent.record(without, "marketing", "no", _SOURCE)
            new.extend(free)
            return len(free)

        def done(n: int) -> None:
            if not n:
                Toast.show_in(self._page, tr("They had opted out already."))
                return
            text = ntr("{n} contact opted out.", "{n} contacts opted out.", n)
            Toast.show_in(self._page, text, tr("Undo"), lambda: self._take_back(new))

        self._work(lambda progress: in_parts(ids, part_of, progress), done, len(ids))

    def _take_back(self, who: Sequence[Contact]) -> None:
        contacts, consent = self._contacts, self._studio.consent

        def work(_progress: Progress) -> int:
            contacts.unblock([one.phone for one in who if one.phone])
            if unasked := [one.id for one in who if not one.phone and one.marketing == "unknown"]:
                consent.record(unasked, "marketing", "unknown", _SOURCE)
            if agreed := [one.id for one in who if one.marketing == "yes"]:
                contacts.set_consent(agreed, "yes", _SOURCE)
            return len(who)

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

        kept: list[tuple[list[Contact], dict[int, set[int]]]] = []

        def work(progress: Progress) -> int:
            if not many:
                chosen = set(ids)
                lists = {one.id: chosen & set(contacts.ids(ContactQuery(list_id=one.id))) for one in contacts.lists()}
                kept.append((contacts.get_many(ids), lists))
            return in_parts(ids, contacts.delete, progress)

        def done(n: int) -> None:
            text = ntr("{n} contact was deleted.", "{n} contacts were deleted.", n)
            if kept:
                Toast.show_in(self._page, text, tr("Undo"), lambda: self._bring_back(*kept[0]))
            else:
                Toast.show_in(self._page, text)

        self._work(work, done, len(ids))

    def _bring_back(self, gone: Sequence[Contact], lists: dict[int, set[int]]) -> None:
        contacts = self._contacts

        def work(_progress: Progress) -> int:
            now = {one.id: contacts.save(msgspec.structs.replace(one, id=0)).id for one in gone}
            for list_id, members in lists.items():
                if members:
                    contacts.add_to_list(list_id, [now[one] for one in members])
            return len(gone)

        self._run(work, lambda n: ntr("{n} contact is back.", "{n} contacts are back.", n))

    def _run(self, work: Callable[[Progress], int], said: Callable[[int], str], size: int = 0) -> None:
        self._work(work, lambda n: Toast.show_in(self._page, said(n)), size)

    def _work(self, work: Callable[[Progress], int], done: Callable[[int], object], size: int) -> None:
        job = Job(self._page, work).on_done(lambda n: self._ended(job, done, n)).on_failed(self._failed)
        job.on_cancelled(lambda: self._ended(job, lambda _n: None, 0))
        if size > MANY:
            self._job = job
            self.progress.reset("")
            self.progress.show()
            job.on_progress(self.progress.show_progress)
        job.run()

    def _ended(self, job: Job[int], done: Callable[[int], object], n: int) -> None:
        if job is self._job:
            self.progress.hide()
        done(n)

    def _failed(self, error: StudioError) -> None:
        self.progress.hide()
        show_error(self._page, explain(error.code, error.facts))

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()


def in_parts(ids: Sequence[int], act: Callable[[Sequence[int]], int], progress: Progress) -> int:
    """Do something with a few contacts after the other until all are through, or it is stopped; adds up."""
    done = 0
    for start in range(0, len(ids), _PART):
        if progress.cancelled():
            break
        done += act(ids[start : start + _PART])
        progress.report(min(start + _PART, len(ids)), len(ids))
    return done
