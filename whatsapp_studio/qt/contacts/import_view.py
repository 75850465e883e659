"""Decides how a file is brought in: seen as it will be read, counted row by row, imported, and told what came of it."""

from __future__ import annotations

from pathlib import Path

import msgspec
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from whatsapp_studio.app import Studio
from whatsapp_studio.audience.importing import ImportPlan, ImportPreview, ImportResult
from whatsapp_studio.audience.outcome import ImportOutcome
from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.i18n import number, tr
from whatsapp_studio.base.progress import Progress
from whatsapp_studio.base.wording import sentence
from whatsapp_studio.qt.contacts.import_done import DonePanel, notes_of
from whatsapp_studio.qt.contacts.import_options import ImportOptions
from whatsapp_studio.qt.contacts.import_outcome import ADD, FIRST, SKIP, UPDATE, OutcomeBar, OutcomeTable, names_of
from whatsapp_studio.qt.contacts.import_preview import PreviewTable
from whatsapp_studio.qt.contacts.import_reading import ReadingBar
from whatsapp_studio.qt.contacts.import_sample import SampleDialog
from whatsapp_studio.qt.contacts.import_saving import save_skipped
from whatsapp_studio.qt.contacts.import_undo import UndoDialog
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.widgets.banner import Banner
from whatsapp_studio.qt.widgets.buttons import link_button, primary_button, secondary_button
from whatsapp_studio.qt.widgets.empty import EmptyState
from whatsapp_studio.qt.widgets.flow import FlowLayout
from whatsapp_studio.qt.widgets.progress import ProgressRow

# A file of so many rows is counted at once, whatever is changed; for a larger one it is asked.
_AT_ONCE = 20_000
_PAUSE_MS = 300
_SIDE = 328


class ImportView(QWidget):
    """One file from its preview to its result. ``closed`` tells that the person is done with it, ``another`` that they
    want to choose one more."""

    closed = Signal()
    another = Signal()

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._path: Path | None = None
        self._preview: ImportPreview | None = None
        self._outcome: ImportOutcome | None = None
        self._result: ImportResult | None = None
        self._reading: Job[ImportPreview] | None = None
        self._counting: Job[ImportOutcome] | None = None
        self._job: Job[ImportResult] | None = None
        self._banner: Banner | None = None
        self._by_hand = False
        self.reading, self.table, self.options = ReadingBar(), PreviewTable(), ImportOptions(studio)
        self.bar, self.rows = OutcomeBar(), OutcomeTable()
        self.progress = ProgressRow(self._cancel)
        self.check = secondary_button(tr("Check first"), self._count)
        self.go = primary_button(tr("Import"), self._run)
        self.leave = secondary_button(tr("Back to contacts"), self.close_file)
        self.save = secondary_button(tr("Save skipped rows…"), self._save_skipped, "download")
        self.sample = link_button(tr("Sample file…"), lambda: SampleDialog(studio, self).open())
        self.done = DonePanel(self.close_file, self._undo, self._save_skipped, self.another.emit)
        title = tr("This file cannot be imported.")
        # Why comes in the place of the text.
        self.refused = EmptyState(
            "circle-x", title, title, (tr("Choose another file…"), self.another.emit),
            (tr("Back to contacts"), self.close_file),
        )  # fmt: skip
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE_MS)
        self._soon.timeout.connect(self._count)
        self._build()
        self.reading.changed.connect(self._read)
        self.table.mapped.connect(self._mapped)
        self.table.kinds_changed.connect(self._changed)
        self.options.country_changed.connect(self._read)
        self.options.changed.connect(self._changed)
        self.bar.chosen.connect(self._show_rows)

    def _build(self) -> None:
        left = QWidget()
        box = QVBoxLayout(left)
        box.setContentsMargins(24, 16, 16, 16)
        box.setSpacing(12)
        self._banners = QVBoxLayout()
        self._below = QStackedWidget()
        self._below.addWidget(self.table)
        self._below.addWidget(self.rows)
        box.addWidget(self.reading)
        box.addLayout(self._banners)
        counted = QHBoxLayout()
        counted.addWidget(self.bar, 1)
        counted.addWidget(self.reading.rows)
        box.addLayout(counted)
        box.addWidget(self._below, 1)
        box.addWidget(self.progress)
        row = QHBoxLayout()
        row.setSpacing(8)
        others = FlowLayout()
        for button in (self.leave, self.save, self.sample):
            others.addWidget(button)
        row.addLayout(others, 1)
        row.addWidget(self.check)
        row.addWidget(self.go)
        box.addLayout(row)
        self._side = QFrame()
        self._side.setProperty("role", "side")
        self._side.setFixedWidth(_SIDE)
        scroll = QScrollArea()
        # Tab goes to what is in it, and brings that into sight.
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidgetResizable(True)
        scroll.setWidget(self.options)
        inside = QVBoxLayout(self._side)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(scroll)
        asking = QWidget()
        across = QHBoxLayout(asking)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(left, 1)
        across.addWidget(self._side)
        self.pages = QStackedWidget()
        self.pages.addWidget(asking)
        self.pages.addWidget(self.done)
        self.pages.addWidget(self.refused)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.pages)
        for widget in (self.progress, self.save):
            widget.hide()

    @property
    def busy(self) -> bool:
        """Whether an import is running: no other file can be shown until it is over."""
        return self._job is not None and self._job.running

    # -- reading -------------------------------------------------------------------------------------

    def load(self, path: Path) -> None:
        """Show a file; what was guessed of it can be corrected."""
        self._path, self._preview, self._result, self._by_hand = path, None, None, False
        self.pages.setCurrentIndex(0)
        self.reading.reset()
        self.table.clear_rows()
        self.options.start(path)
        self._forget_outcome()
        self._ready(False)
        self._say("")
        self._read()

    def _read(self) -> None:
        if self._path is None:
            return
        studio, path, options, country = self._studio, self._path, self.reading.options(), self.options.country()
        mapping = self.table.mapping() if self._by_hand else None
        self._forget_outcome()

        def work(_progress: Progress) -> ImportPreview:
            return studio.contacts.preview(path, options, mapping, country)

        job = self._reading = Job(self, work)
        job.on_done(lambda found: self._show(found) if job is self._reading else None)
        job.on_failed(lambda error: self._unreadable(error) if job is self._reading else None).run()

    def _show(self, found: ImportPreview) -> None:
        if self._by_hand and found.columns != self.table.columns:
            # What was said of columns that are no more says nothing of the new ones.
            self._by_hand = False
            self._read()
            return
        self._preview = found
        self._say("")
        self.reading.show_options(found)
        self.table.show_preview(found, self._studio.contacts.fields())
        self._ready(True)
        mapping = self.table.mapping()
        said = next((column for column, target in mapping.items() if target == "marketing"), "")
        self.options.show_column(said)
        is_small = found.total_rows is not None and found.total_rows <= _AT_ONCE
        self.check.setVisible(not is_small)
        if "phone" not in mapping.values():
            for button in (self.check, self.go):
                button.setEnabled(False)
            self._say("warning", tr("Choose which column holds the phone number."))
        elif is_small:
            self._count()

    def _unreadable(self, error: StudioError) -> None:
        self._preview = None
        self.table.clear_rows()
        self._ready(False)
        if not self.reading.fresh:
            # Another choice may help.
            self._say("error", sentence(error))
            return
        self.pages.setCurrentWidget(self.refused)
        why = self.refused.text
        why.setText(sentence(error))
        why.setMinimumHeight(why.heightForWidth(why.minimumWidth()))
        self.refused.action.setFocus()

    def _mapped(self) -> None:
        """Another column is the number now, perhaps: read the file's numbers again."""
        self._by_hand = True
        self._read()

    # -- counting ------------------------------------------------------------------------------------

    def _changed(self) -> None:
        """Something else is asked for: what was counted is no longer true."""
        if self._preview is None or self.busy:
            return
        self._forget_outcome()
        if not self.check.isVisibleTo(self):
            self._soon.start()

    def _forget_outcome(self) -> None:
        self._soon.stop()
        if self._counting is not None:
            self._counting.cancel()
            self._counting = None
        self._outcome = None
        self.progress.hide()
        self.bar.clear()
        self._show_rows(FIRST)

    def _count(self) -> None:
        """Find out what would become of every row."""
        if self._preview is None or self._path is None or self.busy:
            return
        self._forget_outcome()
        studio, path, plan = self._studio, self._path, self.plan(dry=True)
        self.progress.reset(tr("Checking…"))
        # For a small file it is over before anybody could read it.
        self.progress.setVisible(self.check.isVisibleTo(self))
        job = self._counting = Job(self, lambda progress: studio.contacts.outcome(path, plan, progress))
        job.on_progress(lambda n, total: self.progress.show_progress(n, total) if job is self._counting else None)
        job.on_done(lambda found: self._counted(found) if job is self._counting else None)
        job.on_failed(lambda error: self._over("error", sentence(error)) if job is self._counting else None).run()

    def _counted(self, found: ImportOutcome) -> None:
        self._counting, self._outcome = None, found
        self.progress.hide()
        self.bar.show_outcome(found)
        if notes := notes_of(found.result):
            self._say("info", "\n".join(notes))
        self._show_rows(next(kind for kind, button in self.bar.buttons.items() if button.isChecked()))

    def _show_rows(self, kind: str) -> None:
        found = self._outcome
        self._below.setCurrentWidget(self.table if kind == FIRST or found is None else self.rows)
        self.save.setVisible(kind == SKIP and found is not None)
        if found is None or kind == FIRST:
            return
        result = found.result
        rows, total = {
            ADD: (found.added, result.added), UPDATE: (found.updated, result.updated),
            SKIP: (found.skipped, result.invalid + result.duplicates),
        }[kind]  # fmt: skip
        names = names_of(self._studio.contacts.fields(), self.table.mapping())
        self.rows.show_rows(kind, rows, names, len(self.table.columns))
        if total > len(rows):
            self._say("info", tr("These are the first {n} of {total}.", n=number(len(rows)), total=number(total)))
        elif not notes_of(result):
            self._say("")

    # -- importing -----------------------------------------------------------------------------------

    def plan(self, *, dry: bool) -> ImportPlan:
        """What the person asked for, as a value."""
        assert self._preview is not None
        return msgspec.structs.replace(
            self.options.plan(), mapping=self.table.mapping(), options=self._preview.options, dry_run=dry,
            new_kinds=self.table.kinds(),
        )  # fmt: skip

    def _run(self) -> None:
        if self._preview is None or self._path is None or self.busy:
            return
        studio, path, plan = self._studio, self._path, self.plan(dry=False)
        self._forget_outcome()
        self._ready(False)
        self.reading.setEnabled(False)
        self.leave.setEnabled(False)
        self._say("")
        self.progress.reset(tr("Importing…"))
        self.progress.show()
        job = self._job = Job(self, lambda progress: studio.contacts.import_file(path, plan, progress))
        job.on_progress(self.progress.show_progress).on_done(self._done)
        job.on_failed(lambda error: self._over("error", sentence(error)))
        job.on_cancelled(lambda: self._over("info", tr("Cancelled. Nothing was changed."))).run()

    def _cancel(self) -> None:
        if self.busy and self._job is not None:
            self._job.cancel()
        elif self._counting is not None:
            self._forget_outcome()

    def _done(self, result: ImportResult) -> None:
        assert self._path is not None
        self._result = result
        self.progress.hide()
        self.leave.setEnabled(True)
        list_name = self.options.list_name.text().strip()
        self.done.show_result(self._path.name, result, list_name, self.options.reach())
        self.pages.setCurrentWidget(self.done)
        self.done.show_contacts.setFocus()

    def _over(self, kind: str, text: str) -> None:
        self.progress.hide()
        self.leave.setEnabled(True)
        self._ready(self._preview is not None)
        self._say(kind, text)

    def _undo(self) -> None:
        dialog = UndoDialog(self._studio, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.undone.connect(self.close_file)
        dialog.open()

    def _save_skipped(self) -> None:
        if self._path is not None and self._preview is not None:
            save_skipped(self, self._studio, self._path, self.plan(dry=True), self._result)

    def close_file(self) -> None:
        """Go back to the contacts."""
        self._forget_outcome()
        self._path = None
        self.closed.emit()

    def _ready(self, on: bool) -> None:
        for widget in (self.check, self.go, self.table, self.options, self.bar):
            widget.setEnabled(on)
        self.reading.setEnabled(True)

    def _say(self, kind: str, text: str = "") -> None:
        if self._banner is not None:
            self._banner.deleteLater()
            self._banner = None
        if kind:
            self._banner = Banner(kind, text)
            self._banners.addWidget(self._banner)
