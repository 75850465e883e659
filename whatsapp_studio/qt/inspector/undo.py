"""Decides who gets Ctrl+Z: the text that has the focus while it has something to take back, else the document."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QPlainTextEdit, QWidget

from whatsapp_studio.journeys.edits import Edit
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.qt.canvas.document import JourneyDocument


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


class _Written(msgspec.Struct, frozen=True):
    """One step of undo that a field made: the field's value and the journey before and after it."""

    place: tuple[str, str]
    before: Any
    after: Any
    journey_before: Journey
    journey_after: Journey


class Scribe:
    """Writes edits of fields to the document, and goes back in its history where a text took its own typing back."""

    def __init__(self, document: JourneyDocument) -> None:
        self._document = document
        self._mine: dict[int, _Written] = {}

    def write(self, edit: Edit, place: tuple[str, str], before: Any, after: Any) -> None:
        """Make an edit that gives the field at ``place`` (an owner and a field) another value."""
        focus = QApplication.focusWidget()
        if focus is not None and focus.property("undoing") and (self._back(place, after) or self._on(place, after)):
            return
        stack = self._document.undo_stack
        at, journey = stack.index(), self._document.journey
        if not self._document.do(edit):
            return
        now, last = stack.index(), self._mine.get(at)
        if now < at:
            # The step of undo is gone with what it had changed.
            self._mine = {n: one for n, one in self._mine.items() if n <= now}
            return
        if now == at and last is not None and last.place == place and last.journey_after is journey:
            before, journey = last.before, last.journey_before
        self._mine = {n: one for n, one in self._mine.items() if n < now}
        self._mine[now] = _Written(place, before, after, journey, self._document.journey)

    def _back(self, place: tuple[str, str], wanted: Any) -> bool:
        """Undo the field's own last steps until its value is ``wanted`` again, if it was."""
        journey = self._document.journey
        for steps, n in enumerate(range(self._document.undo_stack.index(), 0, -1), 1):
            one = self._mine.get(n)
            if one is None or one.place != place or one.journey_after is not journey:
                return False
            if one.before == wanted:
                for _ in range(steps):
                    self._document.undo()
                return True
            journey = one.journey_before
        return False

    def _on(self, place: tuple[str, str], wanted: Any) -> bool:
        """Redo the field's own next steps until its value is ``wanted`` again, if it was."""
        journey, stack = self._document.journey, self._document.undo_stack
        for steps, n in enumerate(range(stack.index() + 1, stack.count() + 1), 1):
            one = self._mine.get(n)
            if one is None or one.place != place or one.journey_before is not journey:
                return False
            if one.after == wanted:
                for _ in range(steps):
                    self._document.redo()
                return True
            journey = one.journey_after
        return False
