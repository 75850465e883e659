"""Decides how notes about one contact are read, added, changed and deleted."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from whatsapp_studio.app import Studio
from whatsapp_studio.audience.note import Note
from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.phrases import day_and_time
from whatsapp_studio.qt.widgets.buttons import icon_button, primary_button, secondary_button
from whatsapp_studio.qt.widgets.fields import ErrorLine, muted
from whatsapp_studio.qt.widgets.plain import plain_label
from whatsapp_studio.qt.widgets.toast import Toast

_LINES = 84


class Notes(QWidget):
    """A field for a new note above those that are there. ``counted`` tells how many there are."""

    counted = Signal(int)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._contact = 0
        self._changing = 0
        self.text = QPlainTextEdit()
        self.text.setPlaceholderText(tr("Write a note…"))
        self.text.setAccessibleName(tr("Note"))
        self.text.setFixedHeight(_LINES)
        self.text.setTabChangesFocus(True)
        self.text.textChanged.connect(self._typed)
        self.error = ErrorLine(self.text)
        self.add = primary_button(tr("Add note"), self._keep)
        self.stop = secondary_button(tr("Cancel"), self._new)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.add)
        buttons.addWidget(self.stop)
        buttons.addStretch(1)
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        inner = QWidget()
        room = QVBoxLayout(inner)
        room.setContentsMargins(0, 0, 8, 0)
        room.addLayout(self._list)
        room.addStretch(1)
        scroll = QScrollArea()
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(inner)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 12, 0, 0)
        box.setSpacing(8)
        box.addWidget(self.text)
        box.addWidget(self.error)
        box.addLayout(buttons)
        box.addSpacing(4)
        box.addWidget(scroll, 1)
        self._new()

    def show_notes(self, contact: int, notes: list[Note]) -> None:
        """Show the notes of a contact; what is being written stays while it is the same contact."""
        if contact != self._contact:
            self._contact = contact
            self._new()
        while (item := self._list.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for note in notes:
            self._list.addWidget(self._card(note))
        if not notes:
            self._list.addWidget(muted(tr("No notes yet.")))
        for widget in (self.text, self.add):
            widget.setEnabled(not self._studio.read_only)
        self._typed()
        self.counted.emit(len(notes))

    def _card(self, note: Note) -> QWidget:
        card = QFrame()
        card.setProperty("role", "card")
        said, when = plain_label(wrap=True), plain_label("caption")
        said.setText(note.text)
        said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        when.setText(day_and_time(note.at, self._studio.clock.now()))
        head = QHBoxLayout()
        head.addWidget(when, 1)
        for name, label, act in (
            ("pencil", tr("Change this note"), partial(self._change, note)),
            ("trash-2", tr("Delete this note"), partial(self._delete, note)),
        ):
            button = icon_button(name, label, act)
            button.setIconSize(QSize(16, 16))
            button.setEnabled(not self._studio.read_only)
            head.addWidget(button)
        box = QVBoxLayout(card)
        box.setContentsMargins(12, 6, 8, 10)
        box.setSpacing(2)
        box.addLayout(head)
        box.addWidget(said)
        return card

    def _typed(self) -> None:
        self.add.setEnabled(bool(self.text.toPlainText().strip()) and not self._studio.read_only)

    def _new(self) -> None:
        self._changing = 0
        self.text.clear()
        self.error.say(None)
        self.add.setText(tr("Add note"))
        self.stop.hide()

    def _change(self, note: Note) -> None:
        self._changing = note.id
        self.text.setPlainText(note.text)
        self.add.setText(tr("Save note"))
        self.stop.show()
        self.text.setFocus()

    def _keep(self) -> None:
        people, contact, changing, text = self._studio.people, self._contact, self._changing, self.text.toPlainText()
        if changing:
            self._run(lambda: people.change_note(changing, text), self._new)
        else:
            self._run(lambda: people.add_note(contact, text), self._new)

    def _delete(self, note: Note) -> None:
        people = self._studio.people

        def bring_back() -> None:
            self._run(lambda: people.add_note(note.contact, note.text), lambda: None)

        def said() -> None:
            if self._changing == note.id:
                self._new()
            Toast.show_in(self, tr("The note was deleted."), tr("Undo"), bring_back)

        self._run(lambda: people.delete_note(note.id), said)

    def _run(self, work: Callable[[], object], then: Callable[[], object]) -> None:
        def failed(error: StudioError) -> None:
            self.error.say(error)

        Job(self, lambda _progress: work()).on_done(lambda _done: then()).on_failed(failed).run()
