"""Decides how a report is taken along: as which kind of file, with what is written shown and to be stopped."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from whatsapp_studio.base import wording
from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.i18n import mark, tr
from whatsapp_studio.base.progress import Progress
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.reports.pdf import write_pdf
from whatsapp_studio.qt.widgets.dialogs import show_error
from whatsapp_studio.qt.widgets.files import choose_save, file_name
from whatsapp_studio.qt.widgets.toast import Toast
from whatsapp_studio.reports.which import EVERYBODY, Which
from whatsapp_studio.services.reporting import Reports

# By the ending of a file: the words of the menu and of the question for a file.
KINDS: dict[str, tuple[str, str]] = {
    ".csv": (mark("A line for each person (CSV)…"), mark("CSV file (*.csv)")),
    ".xlsx": (mark("Workbook with all numbers and people (XLSX)…"), mark("Excel workbook (*.xlsx)")),
    ".html": (mark("Page with charts (HTML)…"), mark("Web page (*.html)")),
    ".pdf": (mark("Page on paper (PDF)…"), mark("PDF file (*.pdf)")),
}


class Exports(QObject):
    """Writes the report that is shown. ``busy`` says whether something is being written, ``moved`` how far it is."""

    busy = Signal(bool)
    moved = Signal(int, int)

    def __init__(self, reports: Reports, page: QWidget) -> None:
        super().__init__(page)
        self._reports, self._page = reports, page
        self._id, self._name, self._which = "", "", EVERYBODY
        self.job: Job[int] | None = None
        self.menu = QMenu(page)
        self.actions: dict[str, QAction] = {}
        for ending, (words, _kind) in KINDS.items():
            action = QAction(tr(words), self.menu)
            action.triggered.connect(partial(self._ask, ending))
            self.menu.addAction(action)
            self.actions[ending] = action

    def show_campaign(self, campaign_id: str, name: str) -> None:
        """What is written from now on."""
        self._id, self._name = campaign_id, name

    def choose(self, which: Which) -> None:
        """Whom the list of people in a file has."""
        self._which = which

    def _ask(self, ending: str, _on: bool = False) -> None:
        if not self._id:
            return
        name = file_name(self._name, ending, tr("report"))
        path = choose_save(self._page, "report", tr("Export report"), name, tr(KINDS[ending][1]))
        if path is not None:
            self.export_to(path)

    def export_to(self, path: Path) -> None:
        """Write what is shown to ``path``, in the kind its ending says."""
        if not self._id or self.job is not None:
            return
        reports, id, which = self._reports, self._id, self._which
        write: Callable[[Progress], int]
        if path.suffix == ".pdf":
            write = partial(write_pdf, reports, id, path)
        else:
            write = partial(reports.export, id, path, which=which)

        def work(progress: Progress) -> int:
            return write(progress)

        self.busy.emit(True)
        self.job = (
            Job(self._page, work).on_done(partial(self._done, path)).on_failed(self._failed)
            .on_cancelled(self._ended).on_progress(self._moved)
        )  # fmt: skip
        self.job.run()

    def cancel(self) -> None:
        """Stop writing; no file is left."""
        if self.job is not None:
            self.job.cancel()

    def _moved(self, done: int, total: int | None) -> None:
        if total:
            self.moved.emit(done, total)

    def _done(self, path: Path, _n: int) -> None:
        self._ended()
        Toast.show_in(self._page, tr("The report was written to {file}.", file=path.name))

    def _failed(self, error: StudioError) -> None:
        self._ended()
        show_error(self._page, wording.explain(error.code, error.facts))

    def _ended(self) -> None:
        self.job = None
        self.busy.emit(False)
