"""Decides what is asked before a template is handed in to Meta, and how its way there is shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.i18n import mark, ntr, tr
from whatsapp_studio.base.progress import Progress
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.templates.writing.languages import name_of
from whatsapp_studio.qt.widgets.buttons import primary_button, secondary_button
from whatsapp_studio.qt.widgets.fields import ErrorLine, muted
from whatsapp_studio.services.writing import Draft

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio

_MEANS = {
    "MARKETING": mark("As marketing it has the highest price and goes only to people who agreed to marketing."),
    "UTILITY": mark("As utility it is cheaper. If it reads like an offer, Meta makes it marketing."),
    "AUTHENTICATION": mark("As authentication it carries one-time passwords only."),
}
_WIDTH = 460


class SubmitDialog(QDialog):
    """Which languages go to Meta. ``handed_in`` carries the drafts still here: queued ones, and refused ones."""

    handed_in = Signal(object)

    def __init__(
        self, studio: Studio, drafts: Sequence[Draft], errors: Mapping[str, int], current: str,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._studio, self._drafts, self._errors = studio, list(drafts), errors
        template = drafts[0].template
        self.setWindowTitle(tr("Submit to Meta"))
        self.setMinimumWidth(_WIDTH)
        title = QLabel(tr("Submit “{name}” for review?", name=template.name))
        title.setProperty("role", "subtitle")
        title.setWordWrap(True)
        self.languages: dict[str, QCheckBox] = {}
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(10)
        box.addWidget(title)
        for draft in drafts:
            code = draft.template.language
            wrong = errors.get(code, 0)
            tick = QCheckBox(name_of(code))
            if wrong:
                problems = ntr("{n} error", "{n} errors", wrong)
                tick.setText(tr("{language}: {problems}", language=name_of(code), problems=problems))
            tick.setEnabled(not wrong)
            tick.setChecked(not wrong)
            tick.toggled.connect(lambda _on: self._ready())
            self.languages[code] = tick
            box.addWidget(tick)
        if template.category in _MEANS:
            box.addWidget(muted(tr(_MEANS[template.category])))
        box.addWidget(muted(tr("Meta usually answers within minutes, at most within a day. A name can be used again "
                               "only 30 days after its template was deleted.")))  # fmt: skip
        self.progress = QProgressBar()
        self.progress.setAccessibleName(tr("Submitting"))
        self.progress.setTextVisible(False)
        self.progress.hide()
        self.error = ErrorLine()
        self.submit = primary_button(tr("Submit"), self._submit)
        self.keep = secondary_button(tr("Not yet"), self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.keep)
        buttons.addWidget(self.submit)
        box.addWidget(self.progress)
        box.addWidget(self.error)
        box.addSpacing(6)
        box.addLayout(buttons)
        self.submit.setDefault(True)
        self.submit.setFocus()
        self._ready()

    def _ready(self) -> None:
        chosen = [tick for tick in self.languages.values() if tick.isChecked()]
        self.submit.setEnabled(bool(chosen))
        self.submit.setText(ntr("Submit {n} language", "Submit {n} languages", len(chosen)))

    def _submit(self) -> None:
        ids = [draft.id for draft in self._drafts if self.languages[draft.template.language].isChecked()]
        writing = self._studio.writing

        def work(progress: Progress) -> list[Draft]:
            for id in ids:
                writing.submit(id)
            writing.submit_now(progress)
            return [draft for draft in writing.drafts() if draft.id in ids]

        self._busy(True)
        self.progress.setRange(0, 0)
        Job(self, work).on_progress(self._moved).on_done(self._done).on_failed(self._failed).run()

    def _moved(self, done: int, total: int | None) -> None:
        self.progress.setRange(0, total or 0)
        self.progress.setValue(done)

    def _done(self, left: list[Draft]) -> None:
        self.handed_in.emit(left)
        self.accept()

    def _failed(self, error: StudioError) -> None:
        self._busy(False)
        ids = {draft.id for draft in self._drafts}
        queued = [draft for draft in self._studio.writing.drafts() if draft.id in ids and draft.state == "queued"]
        self.error.say(error)
        if queued:
            # It is safe in the queue: there is nothing to press again.
            self.submit.hide()
            self.keep.setText(tr("Close"))
            self.handed_in.emit(queued)

    def _busy(self, busy: bool) -> None:
        self.progress.setVisible(busy)
        self.submit.setEnabled(not busy)
        self.keep.setEnabled(not busy)
        for code, tick in self.languages.items():
            tick.setEnabled(not busy and not self._errors.get(code))
