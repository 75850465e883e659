"""Decides what can be edited of a note or a frame on the canvas."""

from __future__ import annotations

import msgspec
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from whatsapp_studio.base.i18n import mark, ntr, tr
from whatsapp_studio.journeys.edits import PutFrame, PutNote
from whatsapp_studio.journeys.graph import Frame, Note
from whatsapp_studio.qt.canvas.document import JourneyDocument
from whatsapp_studio.qt.forms.plain import slim_combo
from whatsapp_studio.qt.forms.text import show_box, show_line
from whatsapp_studio.qt.inspector.undo import Scribe
from whatsapp_studio.qt.widgets.fields import FormRow, muted

COLOURS = (
    ("yellow", mark("Yellow")), ("blue", mark("Blue")), ("green", mark("Green")), ("pink", mark("Pink")),
    ("purple", mark("Purple")), ("grey", mark("Grey")),
)  # fmt: skip


class Loose(QWidget):
    """The form of a note or a frame."""

    def __init__(self, document: JourneyDocument, scribe: Scribe, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document, self._scribe = document, scribe
        self._thing: Note | Frame | None = None
        self.kind = QLabel()
        self.kind.setProperty("role", "muted")
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(120)
        self.title = QLineEdit()
        self.colour = slim_combo(tr("Colour"))
        for value, words in COLOURS:
            self.colour.addItem(tr(words), value)
        self.printed = QCheckBox(tr("Show in exports and on paper"))
        self.collapsed = QCheckBox(tr("Fold the frame"))
        self.about = muted("")
        self._rows = {
            "text": FormRow(tr("Text"), self.text), "title": FormRow(tr("Title"), self.title),
            "colour": FormRow(tr("Colour"), self.colour),
        }  # fmt: skip
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 16, 16, 16)
        box.setSpacing(12)
        for widget in (self.kind, *self._rows.values(), self.printed, self.collapsed, self.about):
            box.addWidget(widget)
        box.addStretch(1)
        self._showing = False
        self.text.textChanged.connect(lambda: self._put(text=self.text.toPlainText()))
        self.title.textEdited.connect(lambda title: self._put(title=title))
        self.colour.activated.connect(lambda _row: self._put(colour=self.colour.currentData()))
        self.printed.clicked.connect(lambda on: self._put(printed=on))
        self.collapsed.clicked.connect(lambda on: self._put(collapsed=on))

    def show_thing(self, id: str) -> None:
        """Mirror a note or a frame."""
        journey = self._document.journey
        thing = journey.notes.get(id) or journey.frames.get(id)
        if thing is None:
            return
        fresh = self._thing is None or self._thing.id != id
        self._thing = thing
        note = isinstance(thing, Note)
        for widget, shown in (
            (self._rows["text"], note), (self.printed, note), (self._rows["title"], not note),
            (self.collapsed, not note),
        ):  # fmt: skip
            widget.setVisible(shown)
        self._showing = True
        self.colour.setCurrentIndex(self.colour.findData(thing.colour))
        if isinstance(thing, Note):
            self.kind.setText(tr("Note"))
            show_box(self.text, thing.text)
            self.printed.setChecked(thing.printed)
            self.about.setText(tr("Tied to a step: it moves with it.") if thing.step else "")
        else:
            self.kind.setText(tr("Frame"))
            show_line(self.title, thing.title)
            self.collapsed.setChecked(thing.collapsed)
            self.about.setText(ntr("{n} step inside", "{n} steps inside", len(thing.steps)))
        self._showing = False
        if fresh:
            self.text.document().clearUndoRedoStacks()
            self.title.setText(self.title.text())
        self.about.setVisible(bool(self.about.text()))
        self.setEnabled(not self._document.read_only)

    def _put(self, **change: object) -> None:
        thing = self._thing
        if thing is None or self._showing:
            return
        name = next(iter(change))
        after = msgspec.structs.replace(thing, **change)
        edit = PutNote(note=after) if isinstance(after, Note) else PutFrame(frame=after)
        self._scribe.write(edit, (thing.id, name), getattr(thing, name), change[name])


