"""Decides how the suppression list is searched, filled, emptied, brought in and taken along, however long it is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTableView, QWidget

from whatsapp_studio.app import Studio
from whatsapp_studio.base import wording
from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.i18n import ntr, number, tr
from whatsapp_studio.base.local import day, ltr
from whatsapp_studio.base.progress import Progress
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.settings.blocking import words
from whatsapp_studio.qt.settings.blocking.suppress_dialog import SuppressDialog
from whatsapp_studio.qt.widgets.banner import Banner
from whatsapp_studio.qt.widgets.buttons import danger_button, secondary_button
from whatsapp_studio.qt.widgets.card import Card
from whatsapp_studio.qt.widgets.dialogs import ask
from whatsapp_studio.qt.widgets.empty import EmptyState
from whatsapp_studio.qt.widgets.fields import ErrorLine, SearchField, muted
from whatsapp_studio.qt.widgets.files import choose_open, choose_save
from whatsapp_studio.qt.widgets.fitting import with_letters
from whatsapp_studio.qt.widgets.latest import Latest
from whatsapp_studio.qt.widgets.paged import PagedModel
from whatsapp_studio.qt.widgets.plain import plain_label
from whatsapp_studio.qt.widgets.progress import ProgressRow
from whatsapp_studio.qt.widgets.tables import set_up, set_widths
from whatsapp_studio.qt.widgets.toast import Toast

if TYPE_CHECKING:
    from whatsapp_studio.services.consent import Listed, Suppression

_ROW, _HIGH, _TOLD = 32, 296, 3
_MOMENT = timedelta(seconds=1)
Key = tuple[str, bool]


class SuppressionCard(Card):
    """Numbers, and beginnings of numbers, that are never written to."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(tr("Suppression list"), parent)
        self._studio = studio
        self._reading = Latest(self)
        self._job: Job[Listed] | None = None
        self.body.addWidget(muted(tr("These numbers are never written to, not even with a code to sign in.")))
        self.search = SearchField(tr("Search for a number"))
        self.search.searched.connect(lambda _text: self.refresh())
        self.add = secondary_button(tr("Block numbers…"), self._add, "plus")
        self.bring = secondary_button(tr("Import…"), self._import, "file-up")
        self.export = secondary_button(tr("Export…"), self._export, "download")
        bar = QHBoxLayout()
        bar.setSpacing(8)
        bar.addWidget(self.search, 1)
        for one in (self.add, self.bring, self.export):
            bar.addWidget(one)
        self.body.addLayout(bar)
        self.progress = ProgressRow(self._cancel)
        self.progress.hide()
        self.body.addWidget(self.progress)
        self.result = Banner("info", "")
        self.result.hide()
        self.body.addWidget(self.result)
        headers = (tr("Number"), tr("Reason"), tr("Until"), tr("Since"))
        self.model: PagedModel[Key, Suppression] = PagedModel(headers, self._rows, _say, _mark, self)
        self.table = QTableView()
        self.table.setModel(self.model)
        header = set_up(self.table, tr("Suppression list"), _ROW)
        header.setSectionsClickable(False)
        header.setSortIndicatorShown(False)
        header.setStretchLastSection(True)
        set_widths(self.table, {0: with_letters(190), 1: with_letters(190), 2: with_letters(120)})
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._count())
        self.none = EmptyState("shield-check", tr("Nobody is blocked"), tr(
            "Who asks to stop comes here by themselves. You can also block numbers, or bring in a list of another "
            "program."
        ))  # fmt: skip
        self.found_none = EmptyState("search", tr("Nothing found"), tr("No number on the list fits."))
        self._stack = QStackedWidget()
        self._stack.setFixedHeight(_HIGH)
        for page in (self.table, self.none, self.found_none):
            self._stack.addWidget(page)
        self.body.addWidget(self._stack)
        self.count = plain_label("muted")
        self.remove = danger_button(tr("Take off the list…"), self._remove)
        foot = QHBoxLayout()
        foot.addWidget(self.count, 1)
        foot.addWidget(self.remove)
        self.body.addLayout(foot)
        self.error = ErrorLine()
        self.body.addWidget(self.error)
        self.refresh()

    def refresh(self) -> None:
        """Read the list again."""
        consent, text = self._studio.consent, self.search.text().strip()
        for one in (self.add, self.bring):
            one.setEnabled(not self._studio.read_only and self._job is None)
        self._reading.ask(lambda: consent.suppression_keys(text), self._show)

    def _show(self, keys: Sequence[Key]) -> None:
        self.model.show_keys(keys)
        empty = self.found_none if self.search.text().strip() else self.none
        self._stack.setCurrentWidget(self.table if keys else empty)
        self.export.setEnabled(bool(keys))
        self._count()

    def _count(self) -> None:
        chosen, total = len(self._chosen()), len(self.model.keys)
        said = ntr("{n} entry", "{n} entries", total)
        if chosen:
            said = tr("{chosen} of {total} chosen", chosen=number(chosen), total=number(total))
        self.count.setText(said if total else "")
        self.remove.setEnabled(chosen > 0 and not self._studio.read_only)

    def _chosen(self) -> list[Key]:
        keys = self.model.keys
        found: list[Key] = []
        chosen = self.table.selectionModel().selection()
        for block in range(chosen.count()):
            found.extend(keys[chosen.at(block).top() : chosen.at(block).bottom() + 1])
        return found

    def _rows(self, keys: Sequence[Key]) -> Sequence[Suppression | None]:
        found = {(one.value, one.is_prefix): one for one in self._studio.consent.suppressions_of(keys)}
        return [found.get((key[0], key[1])) for key in keys]

    # -- changing ------------------------------------------------------------------------------------

    def _add(self) -> None:
        SuppressDialog(self._studio, self).open()

    def _remove(self) -> None:
        values = [f"{value}*" if is_prefix else value for value, is_prefix in self._chosen()]
        title = ntr("Take {n} entry off the list?", "Take {n} entries off the list?", len(values))
        text = tr("They can be written to again. Who had asked to stop gets marketing only after a new consent.")
        if not ask(self, title, text, tr("Take off"), tr("Keep"), danger=True):
            return
        consent = self._studio.consent
        Job(self, lambda _progress: consent.unsuppress(values)).on_done(lambda _: None).on_failed(self.error.say).run()

    def _import(self) -> None:
        kinds = tr("Tables (*.csv *.tsv *.txt *.xlsx *.ods)")
        path = choose_open(self, "open", tr("Import into the suppression list"), kinds)
        if path is not None:
            self.import_from(path)

    def import_from(self, path: Path) -> None:
        """Put the numbers of a file on the list, with how far it is and what came of it."""
        consent = self._studio.consent
        self.error.say(None)
        self.result.hide()
        self.progress.reset(tr("Reading {file}…", file=path.name))
        self.progress.show()

        def work(progress: Progress) -> Listed:
            return consent.import_suppressions(path, progress)

        self._job = (
            Job(self, work).on_progress(self.progress.show_progress).on_done(self._imported)
            .on_failed(self._failed).on_cancelled(self._over)
        )  # fmt: skip
        self._job.run()
        self.refresh()

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _over(self) -> None:
        self._job = None
        self.progress.hide()
        self.refresh()

    def _imported(self, listed: Listed) -> None:
        self._over()
        parts = [
            ntr("{n} entry is new.", "{n} entries are new.", listed.added),
            ntr("{n} was on the list already.", "{n} were on the list already.", listed.known) if listed.known else "",
        ]
        if listed.invalid:
            wrong = ntr("{n} line was left out.", "{n} lines were left out.", len(listed.invalid))
            parts.append(wrong)
            parts += [
                tr("Line {line}: {why}", line=line, why=wording.sentence(problem))
                for line, _text, problem in listed.invalid[:_TOLD]
            ]
        self.result.set_text("\n".join(filter(None, parts)))
        self.result.show()

    def _failed(self, error: StudioError) -> None:
        self._over()
        self.error.say(error)

    def _export(self) -> None:
        path = choose_save(
            self, "export", tr("Export the suppression list"), tr("suppression list") + ".csv", tr("CSV (*.csv)")
        )
        if path is not None:
            self.export_to(path)

    def export_to(self, path: Path) -> None:
        """Write the whole list to a file."""
        consent = self._studio.consent

        def done(entries: int) -> None:
            said = ntr("{n} entry was written to {file}.", "{n} entries were written to {file}.", entries,
                       file=path.name)  # fmt: skip
            Toast.show_in(self, said)

        Job(self, lambda _progress: consent.export_suppressions(path)).on_done(done).on_failed(self.error.say).run()


def _say(entry: Suppression, column: int) -> str:
    match column:
        case 0:
            return tr("begins with {digits}", digits=ltr(entry.value)) if entry.is_prefix else ltr(entry.value)
        case 1:
            return words.reason(entry.reason)
        case 2:
            # The end is a moment: of one at midnight the day before is the last.
            return day((entry.until - _MOMENT).astimezone()) if entry.until else tr("for ever")
    return day(entry.at.astimezone())


def _mark(entry: Suppression, column: int) -> tuple[str, str] | None:
    return ("ban", "error") if column == 0 else None
