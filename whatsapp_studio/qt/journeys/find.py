"""Decides how a step is found by a word: how many there are, which one is shown, and how to go on to the next."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from whatsapp_studio.base.i18n import number, tr
from whatsapp_studio.journeys.search import Hit, search
from whatsapp_studio.qt.canvas.document import JourneyDocument
from whatsapp_studio.qt.widgets.buttons import icon_button
from whatsapp_studio.qt.widgets.fields import SearchField


class FindBar(QFrame):
    """A line above the canvas. ``found`` carries the id of what is to be shown; ``closed`` that it is put away."""

    found = Signal(str)
    closed = Signal()

    def __init__(self, document: JourneyDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "header")
        self._document = document
        self._hits: tuple[Hit, ...] = ()
        self._at = -1
        self.field = _Field(tr("Name, kind, template, text or note"))
        self.field.setAccessibleName(tr("Find a step"))
        self.field.textEdited.connect(self._typed)
        self.field.stepped.connect(self.step)
        self.field.left.connect(self.put_away)
        self.count = QLabel()
        self.count.setProperty("role", "muted")
        self.back_button = icon_button("chevron-up", tr("The one before (Shift+F3)"), lambda: self.step(-1))
        self.next_button = icon_button("chevron-down", tr("The next one (F3)"), lambda: self.step(1))
        self.close_button = icon_button("x", tr("Close the search"), self.put_away)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(self.count)
        for button in (self.back_button, self.next_button, self.close_button):
            row.addWidget(button)
        document.changed.connect(self._changed)
        self._tell()
        self.hide()

    def begin(self) -> None:
        """Show the line, ready for a word."""
        self.show()
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._look()

    def step(self, way: int) -> None:
        """Go on to the next hit (1) or back to the one before (-1), round and round."""
        self._look()
        if self._hits:
            self._at = (self._at + way) % len(self._hits) if self._at >= 0 else (0 if way > 0 else len(self._hits) - 1)
            self._show()

    def put_away(self) -> None:
        self.hide()
        self.closed.emit()

    def _typed(self) -> None:
        self._at = -1
        self.step(1)

    def _changed(self, _diff: object) -> None:
        if self.isVisible():
            self._look()

    def _look(self) -> None:
        """Search again; what is shown stays the one that is shown, if it is still found."""
        shown = self._hits[self._at].id if 0 <= self._at < len(self._hits) else ""
        self._hits = search(self._document.journey, self.field.text(), self._document.surroundings)
        self._at = next((place for place, hit in enumerate(self._hits) if hit.id == shown), -1)
        self._tell()

    def _show(self) -> None:
        hit = self._hits[self._at]
        self._document.select({hit.id}, hit.id)
        self.found.emit(hit.id)
        self._tell()

    def _tell(self) -> None:
        some = bool(self._hits)
        self.back_button.setEnabled(some)
        self.next_button.setEnabled(some)
        if not self.field.text().strip():
            said = ""
        elif not some:
            said = tr("Nothing found")
        elif self._at < 0:
            said = tr("{n} found", n=number(len(self._hits)))
        else:
            said = tr("{n} of {all}", n=number(self._at + 1), all=number(len(self._hits)))
        self.count.setText(said)
        self.field.setAccessibleDescription(said)


class _Field(SearchField):
    """``stepped`` carries 1 for Enter and -1 with Shift; ``left`` is Esc."""

    stepped = Signal(int)
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
            case Qt.Key.Key_Escape:
                self.left.emit()
            case _:
                super().keyPressEvent(event)
