"""Decides where a step's note is written: a text for colleagues that no contact sees."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.journeys.edits import ChangeStep
from whatsapp_studio.journeys.graph import Step
from whatsapp_studio.qt.canvas.document import JourneyDocument
from whatsapp_studio.qt.forms.text import show_box
from whatsapp_studio.qt.inspector.undo import Scribe
from whatsapp_studio.qt.widgets.fields import muted


class NotesTab(QWidget):
    """The note of the step that is shown; without one it says so."""

    def __init__(self, document: JourneyDocument, scribe: Scribe, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document, self._scribe = document, scribe
        self._step: Step | None = None
        self._showing = False
        self.about = muted("")
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(tr("Note of the step"))
        self.text.setPlaceholderText(tr("Why this step is here, what to watch for…"))
        self.text.setTabChangesFocus(True)
        self.text.textChanged.connect(self._typed)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 16, 16, 16)
        box.setSpacing(8)
        box.addWidget(self.about)
        box.addWidget(self.text, 1)
        self._nothing = QWidget()
        box.addWidget(self._nothing, 1)

    def show_step(self, step: Step | None) -> None:
        """Mirror the note of a step."""
        fresh = step is None or self._step is None or self._step.id != step.id
        self._step = step
        self.text.setVisible(step is not None)
        self._nothing.setVisible(step is None)
        self.about.setText(
            tr("Select a step to write a note on it.") if step is None
            else tr("Only for whoever works on this journey. Contacts never see it.")
        )  # fmt: skip
        self._showing = True
        show_box(self.text, step.note if step is not None else "")
        self._showing = False
        self.text.setReadOnly(self._document.read_only)
        if fresh:
            self.text.document().clearUndoRedoStacks()

    def _typed(self) -> None:
        if self._step is not None and not self._showing:
            step, note = self._step, self.text.toPlainText()
            self._scribe.write(ChangeStep(step=step.id, note=note), (step.id, "#note"), step.note, note)
