"""Decides how the last import is taken back: what that means is said first, and what came of it afterwards."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from whatsapp_studio.app import Studio
from whatsapp_studio.audience.outcome import ImportRecord, UndoResult
from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.i18n import ntr, number, tr
from whatsapp_studio.base.local import day_and_clock
from whatsapp_studio.base.wording import sentence
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.tab_order import follow_layout
from whatsapp_studio.qt.widgets.banner import Banner
from whatsapp_studio.qt.widgets.buttons import danger_button, secondary_button
from whatsapp_studio.qt.widgets.fields import muted
from whatsapp_studio.qt.widgets.fitting import fit
from whatsapp_studio.qt.widgets.plain import plain_label
from whatsapp_studio.qt.widgets.progress import ProgressRow

_WIDTH = 520


def last_import(studio: Studio) -> ImportRecord | None:
    """The import that can be taken back, if any."""
    return next((one for one in studio.contacts.imports() if one.can_undo), None)


class UndoDialog(QDialog):
    """Takes the last import back. ``undone`` tells that the contacts are as before."""

    undone = Signal()

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._job: Job[UndoResult] | None = None
        self.setWindowTitle(tr("Undo last import"))
        self.head = plain_label("subtitle", wrap=True)
        self.about = muted("")
        self.means = muted("")
        self.progress = ProgressRow(self._cancel)
        self.progress.hide()
        self.go = danger_button(tr("Undo this import"), self._run)
        self.leave = secondary_button(tr("Keep it"), self.reject)
        self._said = QVBoxLayout()
        self._banner: Banner | None = None
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(12)
        for widget in (self.head, self.about, self.means):
            box.addWidget(widget)
        box.addLayout(self._said)
        box.addWidget(self.progress)
        box.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.go)
        box.addLayout(row)
        self._show(last_import(studio))
        follow_layout(self)
        fit(self, _WIDTH)

    def _show(self, record: ImportRecord | None) -> None:
        if record is None:
            self.head.setText(tr("There is no import to undo."))
            self.means.setText(tr("Only the last import can be undone, and only once."))
            self.about.hide()
            self._only_close()
            return
        self.head.setText(record.file)
        self.about.setText(tr(
            "Imported {when}: {added} added, {updated} updated.", when=day_and_clock(record.at),
            added=number(record.added), updated=number(record.updated),
        ))  # fmt: skip
        self.means.setText(tr(
            "Contacts it added are removed, and those it changed are as they were before. Whoever was written to since "
            "then stays. Whoever opted out since then stays blocked."
        ))  # fmt: skip

    def _only_close(self) -> None:
        self.go.hide()
        self.leave.setText(tr("Close"))
        self.leave.setEnabled(True)
        self.leave.setFocus()

    def _run(self) -> None:
        contacts = self._studio.contacts
        self.go.setEnabled(False)
        self.leave.setEnabled(False)
        self._say("", "")
        self.progress.reset(tr("Undoing the import…"))
        self.progress.show()
        job = self._job = Job(self, contacts.undo_import)
        job.on_progress(self.progress.show_progress).on_done(self._done).on_failed(self._failed)
        job.on_cancelled(lambda: self._over("info", tr("Cancelled. Nothing was changed."))).run()

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def reject(self) -> None:
        if self._job is not None and self._job.running:
            self._cancel()
            return
        super().reject()

    def _done(self, result: UndoResult) -> None:
        self.progress.hide()
        self.means.hide()
        self._say("ok", undone_text(result))
        self._only_close()
        self.undone.emit()

    def _failed(self, error: StudioError) -> None:
        self._over("error", sentence(error))

    def _over(self, kind: str, text: str) -> None:
        self.progress.hide()
        self.go.setEnabled(True)
        self.leave.setEnabled(True)
        self._say(kind, text)

    def _say(self, kind: str, text: str) -> None:
        if self._banner is not None:
            self._banner.deleteLater()
            self._banner = None
        if kind:
            self._banner = Banner(kind, text)
            self._said.addWidget(self._banner)
        fit(self, _WIDTH)


def undone_text(result: UndoResult) -> str:
    """What came of it, a sentence for each thing."""
    said = [
        ntr("{n} contact was removed.", "{n} contacts were removed.", result.removed),
        ntr("{n} contact is as before.", "{n} contacts are as before.", result.restored),
    ]
    if result.kept_written:
        said.append(ntr("{n} stays because a message went to or came from it since.",
                        "{n} stay because messages went to or came from them since.", result.kept_written))  # fmt: skip
    if result.kept_changed:
        said.append(ntr("{n} was changed since and keeps what came later.",
                        "{n} were changed since and keep what came later.", result.kept_changed))  # fmt: skip
    if result.blocked:
        said.append(ntr("{n} opted out since and stays blocked.", "{n} opted out since and stay blocked.",
                        result.blocked))  # fmt: skip
    if result.kept_fields:
        said.append(tr("These fields stay because something uses them: {fields}.",
                       fields=", ".join(result.kept_fields)))  # fmt: skip
    return "\n".join(said)
