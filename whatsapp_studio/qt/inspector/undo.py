"""Decides who gets Ctrl+Z: the text that has the focus while it has something to take back, else the document."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QPlainTextEdit, QWidget

from whatsapp_studio.journeys.edits import Edit
from whatsapp_studio.qt.canvas.document import JourneyDocument

_Place = tuple[str, str]


class UndoFirst(QObject):
    """Watches whatever text inside ``root`` gets the focus."""

    def __init__(self, document: JourneyDocument, root: QWidget) -> None:
        super().__init__(root)
        self._document, self._root = document, root
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]

    def _focus_moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        if isinstance(now, (QLineEdit, QPlainTextEdit, QAbstractSpinBox)) and self._root.isAncestorOf(now):
            now.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            return False
        assert isinstance(event, QKeyEvent)
        back, on = event.matches(QKeySequence.StandardKey.Undo), event.matches(QKeySequence.StandardKey.Redo)
        if not (back or on):
            return False
        own = _own(watched, redo=on)
        if event.type() == QEvent.Type.ShortcutOverride:
            event.setAccepted(own is not None)
            return True
        if own is None:
            (self._document.redo if on else self._document.undo)()
            return True
        watched.setProperty("undoing", True)
        own()
        watched.setProperty("undoing", False)
        return True


def _own(watched: QObject, *, redo: bool) -> Callable[[], object] | None:
    """What takes the field's own typing back, if there is any."""
    if isinstance(watched, QPlainTextEdit):
        paper = watched.document()
        if redo:
            return watched.redo if paper.isRedoAvailable() else None
        return watched.undo if paper.isUndoAvailable() else None
    line = watched.lineEdit() if isinstance(watched, QAbstractSpinBox) else watched
    assert isinstance(line, QLineEdit)
    if redo:
        return line.redo if line.isRedoAvailable() else None
    return line.undo if line.isUndoAvailable() else None


class Scribe:
    """Writes edits of fields to the document, and goes back in its history where a text took its own typing back."""

    def __init__(self, document: JourneyDocument) -> None:
        self._document = document
        # By the number of the step of undo: whose it is, and the field's value before and after it.
        self._mine: dict[int, tuple[_Place, Any, Any]] = {}
        self._busy = False
        document.undo_stack.indexChanged.connect(self._moved)

    def _moved(self, at: int) -> None:
        # A step that somebody else put on top; or one that was redone, for which a new step is no harm.
        if not self._busy and at == self._document.undo_stack.count():
            self._mine = {n: one for n, one in self._mine.items() if n < at}

    def write(self, edit: Edit, place: _Place, before: Any, after: Any) -> None:
        """Make an edit that gives the field at ``place`` another value."""
        self._busy = True
        try:
            self._write(edit, place, before, after)
        finally:
            self._busy = False

    def _write(self, edit: Edit, place: _Place, before: Any, after: Any) -> None:
        focus = QApplication.focusWidget()
        if focus is not None and focus.property("undoing") and self._walk(place, after):
            return
        stack = self._document.undo_stack
        at = stack.index()
        if not self._document.do(edit):
            return
        now = stack.index()
        if now == at and at in self._mine and self._mine[at][0] == place:
            self._mine[at] = (place, self._mine[at][1], after)
        else:
            self._mine = {n: one for n, one in self._mine.items() if n < now}
            self._mine[now] = (place, before, after)

    def _walk(self, place: _Place, wanted: Any) -> bool:
        """Undo or redo the field's own steps until its value is ``wanted``, if it was or will be."""
        stack = self._document.undo_stack
        at = stack.index()
        for numbers, side, move in (
            (range(at, 0, -1), 1, self._document.undo),
            (range(at + 1, stack.count() + 1), 2, self._document.redo),
        ):
            for steps, n in enumerate(numbers, 1):
                if n not in self._mine or self._mine[n][0] != place:
                    break
                if self._mine[n][side] == wanted:
                    for _ in range(steps):
                        move()
                    return True
        return False
