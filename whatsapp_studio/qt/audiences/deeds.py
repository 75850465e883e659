"""Decides what can be done with an audience as a whole, and how it is told and taken back."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QProgressDialog, QWidget

from whatsapp_studio.audience.segment import ContactList, ContactQuery
from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.i18n import ntr, number, tr
from whatsapp_studio.base.local import listed
from whatsapp_studio.base.progress import Progress
from whatsapp_studio.base.wording import explain
from whatsapp_studio.campaigns.campaign import Campaign
from whatsapp_studio.campaigns.draft import Draft
from whatsapp_studio.qt.audiences.items import Item, Key
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.widgets.dialogs import ask, ask_text, show_error
from whatsapp_studio.qt.widgets.files import choose_save, file_name
from whatsapp_studio.qt.widgets.toast import Toast
from whatsapp_studio.services.audience_uses import Use
from whatsapp_studio.services.people_file import write_people

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio

_NAMED = 3


class Deeds(QObject):
    """One method for each thing a person can ask for. ``made`` carries what to look at now, ``went`` a page."""

    made = Signal(object)
    went = Signal(str, object)

    def __init__(self, studio: Studio, page: QWidget) -> None:
        super().__init__(page)
        self._studio, self._page = studio, page

    # -- making --------------------------------------------------------------------------------------

    def new_list(self) -> None:
        """Ask for a name and make an empty list."""
        name = ask_text(self._page, tr("New list"), tr("Name of the list"), tr("Make the list"))
        if name:
            contacts = self._studio.contacts

            def done(made: ContactList) -> None:
                self.made.emit(("list", made.id))
                words = tr("“{name}” is there. Put people on it from Contacts, or with an import.", name=made.name)
                Toast.show_in(self._page, words, tr("Open Contacts"), lambda: self.went.emit("contacts", None))

            self._run(lambda _progress: contacts.create_list(name), done)

    def copy(self, item: Item, taken: Collection[str]) -> None:
        """Make another one of the same people, under a name that is free."""
        name = free_name(tr("{name}, copy", name=item.name), taken)
        studio = self._studio

        def work(_progress: Progress) -> Key:
            if item.kind == "segment":
                return "segment", studio.segments.save(name, item.rule).id
            return "list", _list_of(studio, name, studio.contacts.ids(ContactQuery(list_id=item.id)))

        self._run(work, self._told(tr("“{name}” was made.", name=name)))

    def freeze(self, item: Item, taken: Collection[str]) -> None:
        """Put everybody who is in a segment now on a new list, which stays as it is."""
        day = self._studio.clock.now().astimezone().date().isoformat()
        given = free_name(tr("{name}, {day}", name=item.name, day=day), taken)
        name = ask_text(self._page, tr("Freeze into a list"), tr("Name of the list"), tr("Make the list"), given)
        if not name:
            return
        studio = self._studio

        def work(_progress: Progress) -> tuple[int, int]:
            ids = studio.contacts.ids(ContactQuery(segment_id=item.id))
            return _list_of(studio, name, ids), len(ids)

        def done(made: tuple[int, int]) -> None:
            self.made.emit(("list", made[0]))
            words = ntr("{n} contact is on “{name}”.", "{n} contacts are on “{name}”.", made[1], name=name)
            Toast.show_in(self._page, words)

        self._run(work, done)

    def use(self, item: Item) -> None:
        """Begin a campaign to this audience."""
        studio = self._studio

        def work(_progress: Progress) -> Campaign:
            taken = {one.name for one in studio.campaigns.all()}
            connection = studio.connection.current()
            sender = connection.phone_number_id if connection is not None else ""
            name = free_name(tr("Campaign to {name}", name=item.name), taken)
            return studio.campaigns.create(Draft(name=name, sender=sender, audience=item.audience))

        self._run(work, lambda made: self.went.emit("campaigns", made.id))

    # -- changing ------------------------------------------------------------------------------------

    def rename(self, item: Item, name: str, refused: Callable[[StudioError], object]) -> None:
        """Give it another name; what stands in the way is told where the name is."""
        studio = self._studio

        def work(to: str) -> None:
            (studio.segments.rename if item.kind == "segment" else studio.contacts.rename_list)(item.id, to)

        def done(_none: object) -> None:
            words = tr("“{before}” is called “{name}” now.", before=item.name, name=name)
            back = lambda: self._run(lambda _progress: work(item.name), lambda _none: None)  # noqa: E731
            Toast.show_in(self._page, words, tr("Undo"), back)

        Job(self._page, lambda _progress: work(name)).on_done(done).on_failed(refused).run()

    def delete(self, item: Item, uses: Sequence[Use]) -> None:
        """Delete it, unless it is used; its people stay, and it can be taken back for a moment."""
        if uses:
            self._in_use(item, uses)
            return
        title = tr("Delete the segment “{name}”?", name=item.name)
        if item.kind == "list":
            title = tr("Delete the list “{name}”?", name=item.name)
        sure = ask(
            self._page, title, tr("The contacts stay. Reports keep their numbers."), tr("Delete"), tr("Keep it"),
            danger=True,
        )  # fmt: skip
        if not sure:
            return
        studio = self._studio

        def work(_progress: Progress) -> array[int]:
            if item.kind == "segment":
                studio.segments.delete(item.id)
                return array("q")
            members = studio.contacts.ids(ContactQuery(list_id=item.id))
            studio.contacts.delete_list(item.id)
            return members

        def done(members: array[int]) -> None:
            words = tr("“{name}” was deleted.", name=item.name)
            Toast.show_in(self._page, words, tr("Undo"), lambda: self._bring_back(item, members))

        self._run(work, done)

    def _bring_back(self, item: Item, members: array[int]) -> None:
        studio = self._studio

        def work(_progress: Progress) -> Key:
            if item.kind == "segment":
                return "segment", studio.segments.save(item.name, item.rule).id
            return "list", _list_of(studio, item.name, members)

        self._run(work, self._told(tr("“{name}” is back.", name=item.name)))

    def _in_use(self, item: Item, uses: Sequence[Use]) -> None:
        names = [tr("“{name}”", name=one.name) for one in uses[:_NAMED]]
        if len(uses) > _NAMED:
            rest = len(uses) - _NAMED
            names.append(ntr("{n} more", "{n} more", rest))
        facts = {"name": item.name, "users": listed(names)}
        show_error(self._page, explain("segment-in-use" if item.kind == "segment" else "list-in-use", facts))

    # -- taking along --------------------------------------------------------------------------------

    def export(self, item: Item) -> None:
        """Write its people to a CSV file, in a job that can be stopped."""
        name = file_name(item.name, ".csv", tr("audience"))
        path = choose_save(self._page, "export", tr("Export as CSV"), name, tr("CSV ({kinds})", kinds="*.csv"))
        if path is not None:
            self.export_to(item, path)

    def export_to(self, item: Item, path: Path) -> Job[int]:
        """Write its people to ``path``; stopped half-way nothing is written."""
        studio = self._studio
        query = ContactQuery(segment_id=item.id) if item.kind == "segment" else ContactQuery(list_id=item.id)
        shown = QProgressDialog(tr("Writing “{name}”…", name=path.name), tr("Stop"), 0, 0, self._page)
        shown.setWindowTitle(tr("Export as CSV"))
        shown.setMinimumDuration(600)
        shown.setAutoReset(False)

        def work(progress: Progress) -> int:
            return write_people(studio.contacts, path, studio.contacts.ids(query), progress)

        def moved(done: int, total: int | None) -> None:
            shown.setMaximum(total or 0)
            shown.setValue(done)

        def done(n: int) -> None:
            shown.close()
            words = ntr("{n} contact was written to {file}.", "{n} contacts were written to {file}.", n, file=path.name)
            Toast.show_in(self._page, words)

        def failed(error: StudioError) -> None:
            shown.close()
            show_error(self._page, explain(error.code, error.facts))

        job = Job(self._page, work)
        shown.canceled.connect(job.cancel)
        return job.on_progress(moved).on_done(done).on_failed(failed).on_cancelled(shown.close).run()

    # -- helpers -------------------------------------------------------------------------------------

    def _told(self, words: str) -> Callable[[Key], None]:
        def done(key: Key) -> None:
            self.made.emit(key)
            Toast.show_in(self._page, words)

        return done

    def _run(self, work: Callable[[Progress], Any], done: Callable[[Any], object]) -> None:
        Job(self._page, work).on_done(done).run()


def free_name(wanted: str, taken: Collection[str]) -> str:
    """A name nobody has yet: as wanted, or with a number behind it."""
    used, name, n = {one.casefold() for one in taken}, wanted, 1
    while name.casefold() in used:
        n += 1
        name = tr("{name} {n}", name=wanted, n=number(n))
    return name


def _list_of(studio: Studio, name: str, ids: Sequence[int]) -> int:
    made = studio.contacts.create_list(name)
    studio.contacts.add_to_list(made.id, ids)
    return made.id
