"""Decides how a file is brought in: seen as it will be read, checked, imported, and told what came of it."""

from __future__ import annotations

from pathlib import Path

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from whatsapp_studio.app import Studio
from whatsapp_studio.audience.importing import ImportPlan, ImportPreview, ImportResult
from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.i18n import number, tr
from whatsapp_studio.base.progress import Progress
from whatsapp_studio.base.wording import explain, sentence
from whatsapp_studio.qt.contacts.import_options import ImportOptions, ReadingBar
from whatsapp_studio.qt.contacts.import_preview import PreviewTable
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.opening import open_file
from whatsapp_studio.qt.widgets.banner import Banner
from whatsapp_studio.qt.widgets.buttons import primary_button, secondary_button
from whatsapp_studio.qt.widgets.progress import ProgressRow


class ImportView(QWidget):
    """One file from its preview to its result. ``closed`` tells that the person is done with it."""

    closed = Signal()

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._path: Path | None = None
        self._preview: ImportPreview | None = None
        self._reading: Job[ImportPreview] | None = None
        self._job: Job[ImportResult] | None = None
        self._banner: Banner | None = None
        self.reading = ReadingBar()
        self.table = PreviewTable()
        self.options = ImportOptions(studio)
        self.progress = ProgressRow(self._cancel)
        self.check = secondary_button(tr("Check first"), lambda: self._run(dry=True))
        self.go = primary_button(tr("Import"), lambda: self.close_file() if self._finished else self._run(dry=False))
        self.leave = secondary_button(tr("Back to contacts"), self.close_file)
        self.errors = secondary_button(tr("Open the rows with a problem"), self._open_errors)
        self._errors_file = ""
        self._by_hand = self._finished = False
        self._build()
        self.reading.changed.connect(self._read)
        self.table.mapped.connect(self._mapped)
        self.options.country_changed.connect(self._read)

    def _build(self) -> None:
        left = QWidget()
        box = QVBoxLayout(left)
        box.setContentsMargins(24, 16, 16, 16)
        box.setSpacing(12)
        self._banners = QVBoxLayout()
        box.addWidget(self.reading)
        box.addLayout(self._banners)
        box.addWidget(self.table, 1)
        box.addWidget(self.progress)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.leave)
        row.addWidget(self.errors)
        row.addStretch(1)
        row.addWidget(self.check)
        row.addWidget(self.go)
        box.addLayout(row)
        side = QFrame()
        side.setProperty("role", "side")
        side.setFixedWidth(328)
        scroll = QScrollArea()
        # Tab goes to what is in it, and brings that into sight.
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidgetResizable(True)
        scroll.setWidget(self.options)
        inside = QVBoxLayout(side)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(scroll)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(left, 1)
        across.addWidget(side)
        self.progress.hide()
        self.errors.hide()

    # -- reading -------------------------------------------------------------------------------------

    def load(self, path: Path) -> None:
        """Show a file; what was guessed of it can be corrected."""
        self._path, self._preview, self._errors_file, self._by_hand = path, None, "", False
        self.reading.reset()
        self.table.clear_rows()
        self.options.start(path)
        self._ready(False)
        self.errors.hide()
        self._finished = False
        self.go.setText(tr("Import"))
        for button in (self.leave, self.check):
            button.show()
        self._say("")
        self._read()

    def _read(self) -> None:
        if self._path is None:
            return
        studio, path, options, country = self._studio, self._path, self.reading.options(), self.options.country()
        mapping = self.table.mapping() if self._by_hand else None

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
        if "phone" not in self.table.mapping().values():
            for button in (self.check, self.go):
                button.setEnabled(False)
            self._say("warning", tr("Choose which column holds the phone number."))

    def _unreadable(self, error: StudioError) -> None:
        self._preview = None
        self.table.clear_rows()
        self._ready(False)
        self._say("error", sentence(error))

    def _mapped(self) -> None:
        """Another column is the number now, perhaps: read the file's numbers again."""
        self._by_hand = True
        self._read()

    # -- importing -----------------------------------------------------------------------------------

    def plan(self, *, dry: bool) -> ImportPlan:
        """What the person asked for, as a value."""
        assert self._preview is not None
        base = self.options.plan()
        return msgspec.structs.replace(
            base, mapping=self.table.mapping(), options=self._preview.options, dry_run=dry,
            new_kinds=self._preview.kinds,
        )  # fmt: skip

    def _run(self, *, dry: bool) -> None:
        if self._preview is None or self._path is None:
            return
        studio, path, plan = self._studio, self._path, self.plan(dry=dry)
        self._ready(False)
        self.leave.setEnabled(False)
        self._say("")
        self.progress.reset(tr("Checking…") if dry else tr("Importing…"))
        self.progress.show()
        job = self._job = Job(self, lambda progress: studio.contacts.import_file(path, plan, progress))
        job.on_progress(self.progress.show_progress).on_done(self._done).on_failed(self._failed)
        job.on_cancelled(lambda: self._over("info", tr("Cancelled. Nothing was changed."))).run()

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _done(self, result: ImportResult) -> None:
        parts = {
            "added": number(result.added), "updated": number(result.updated), "twice": number(result.duplicates),
            "invalid": number(result.invalid), "rows": number(result.rows),
        }  # fmt: skip
        if result.dry_run:
            text = tr(
                "{rows} rows: will add {added}, update {updated}, leave out {twice} repeated, {invalid} faulty ones.",
                **parts,
            )
            self._over("info", text + _notes(result))
        else:
            text = tr(
                "{rows} rows: added {added}, updated {updated}, left out {twice} repeated and {invalid} faulty ones.",
                **parts,
            )
            self._over("ok" if not result.invalid else "warning", text + _notes(result))
            self._finish()
        self._errors_file = result.errors_file or ""
        self.errors.setVisible(bool(self._errors_file))

    def _finish(self) -> None:
        """Nothing is left to be asked of this file."""
        self._finished = True
        for widget in (self.table, self.reading, self.options):
            widget.setEnabled(False)
        for button in (self.leave, self.check):
            button.hide()
        self.go.setText(tr("Show the contacts"))
        self.go.setFocus()

    def _failed(self, error: StudioError) -> None:
        self._over("error", sentence(error))

    def _over(self, kind: str, text: str) -> None:
        self.progress.hide()
        self.leave.setEnabled(True)
        self._ready(True)
        self._say(kind, text)

    def close_file(self) -> None:
        """Go back to the contacts."""
        self._path = None
        self.closed.emit()

    def _open_errors(self) -> None:
        open_file(self, self._errors_file)

    def _ready(self, on: bool) -> None:
        for widget in (self.check, self.go, self.table, self.reading, self.options):
            widget.setEnabled(on)
        self.reading.setEnabled(True)

    def _say(self, kind: str, text: str = "") -> None:
        if self._banner is not None:
            self._banner.deleteLater()
            self._banner = None
        if kind:
            self._banner = Banner(kind, text)
            self._banners.addWidget(self._banner)


def _notes(result: ImportResult) -> str:
    """Cells that were left empty because nobody could read them, a line for each reason."""
    lines = [tr("{n}×: {what}", n=number(count), what=explain(code).title) for code, count in result.notes.items()]
    return "".join(f"\n{line}" for line in lines)
