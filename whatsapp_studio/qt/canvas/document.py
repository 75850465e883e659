"""Decides how a journey is edited: one value, one way in, one stack of undo, one selection for every view of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from whatsapp_studio.base.errors import Problem
from whatsapp_studio.journeys.building import MOST_STEPS
from whatsapp_studio.journeys.diff import diff
from whatsapp_studio.journeys.edits import Edit
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.journeys.surroundings import NOWHERE, Surroundings

# Typing that goes on within this time is one step of undo.
MERGE_MS = 1500
# Problems are looked for once, a moment after the last edit.
CHECK_MS = 60
Check = Callable[[Journey, Surroundings], tuple[Problem, ...]]
# The code of an edit, and the facts its words are filled with.
Said = tuple[str, Mapping[str, object]]


class Made(NamedTuple):
    """One edit that was made: what it is called, and the journey before and after it."""

    said: Said
    before: Journey
    after: Journey


class History(NamedTuple):
    """The edits of a journey, the first ``done`` of which are in it."""

    journey: Journey
    made: tuple[Made, ...]
    done: int


class JourneyDocument(QObject):
    """A journey on the table. Views follow ``changed``; they never change anything but through :meth:`do`.

    ``changed`` carries a ``Diff``; ``checked`` says that :attr:`problems` are new; ``surrounded`` that
    :attr:`surroundings` are; ``selected`` that
    :attr:`selection` or :attr:`current` is; ``revealed`` carries the id of an item and a field to bring into view
    (both may be empty: the journey itself); ``refused`` a ``Problem`` to be said near the pointer or in a toast.
    """

    changed = Signal(object)
    checked = Signal()
    surrounded = Signal()
    selected = Signal()
    revealed = Signal(str, str)
    refused = Signal(object)

    def __init__(
        self,
        journey: Journey,
        *,
        check: Check,
        words: Callable[[str, Mapping[str, object]], str],
        surroundings: Surroundings = NOWHERE,
        read_only: bool = False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.journey, self.surroundings, self.read_only = journey, surroundings, read_only
        self.problems: tuple[Problem, ...] = ()
        self.selection: frozenset[str] = frozenset()
        self.current = ""
        self.undo_stack = QUndoStack(self)
        self._check, self._words = check, words
        self._merging, self._retelling = "", False
        self._pause = QTimer(self, singleShot=True, interval=MERGE_MS)
        self._pause.timeout.connect(self.stop_merging)
        self._checking = QTimer(self, singleShot=True, interval=CHECK_MS)
        self._checking.timeout.connect(self.check_now)

    def do(self, edit: Edit) -> bool:
        """Make an edit; false when it changes nothing or nothing may be changed."""
        if self.read_only:
            self.refused.emit(Problem("journey-read-only"))
            return False
        after = edit.apply(self.journey)
        if after == self.journey:
            return False
        if len(after.steps) > max(MOST_STEPS, len(self.journey.steps)):
            # A file of more would not be opened again.
            self.refused.emit(Problem("journey-full", "", {"most": MOST_STEPS}))
            return False
        said = edit.words(self.journey)
        text = self._words(*said)
        merges = edit.merges if edit.merges == self._merging else ""
        self._merging = edit.merges
        at = self.undo_stack.index()
        self.undo_stack.push(_EditCommand(self, text, self.journey, after, merges, said))
        if self.undo_stack.index() < at:
            # What was typed is as it was before: its step is gone, and the one before it is something else.
            self.stop_merging()
        if self._merging:
            self._pause.start()
        return True

    def stop_merging(self) -> None:
        """What comes next is a step of undo of its own."""
        self._merging = ""

    def undo(self) -> None:
        self.stop_merging()
        self.undo_stack.undo()

    def redo(self) -> None:
        self.stop_merging()
        self.undo_stack.redo()

    # -- selection -----------------------------------------------------------------------------------

    def select(self, ids: Iterable[str], current: str | None = None) -> None:
        """Select items (ids of steps, notes, frames; link ids). ``current`` is the one a form shows.

        Left out it stays, if it is among them, and else is the only one or none.
        """
        chosen = frozenset(ids)
        if current is None:
            current = self.current if self.current in chosen else ""
        if not current and len(chosen) == 1:
            (current,) = chosen
        if (chosen, current) != (self.selection, self.current):
            self.selection, self.current = chosen, current
            self.selected.emit()

    def reveal(self, item: str, field: str = "") -> None:
        """Select an item and have every view bring it (and its field) into sight."""
        if item in self.journey.steps or item in self.journey.notes or item in self.journey.frames:
            self.select({item}, item)
        self.revealed.emit(item, field)

    # -- checks --------------------------------------------------------------------------------------

    def look_around(self, surroundings: Surroundings) -> None:
        """The workspace is now like this; problems are looked for again."""
        if surroundings != self.surroundings:
            self.surroundings = surroundings
            self.surrounded.emit()
            self._checking.start()

    def check_now(self) -> None:
        """Look for problems at once instead of in a moment."""
        self._checking.stop()
        found = self._check(self.journey, self.surroundings)
        if found != self.problems:
            self.problems = found
            self.checked.emit()

    def problems_of(self, item: str) -> tuple[Problem, ...]:
        """The problems of one step (its id), or of the journey's settings (``settings``)."""
        return tuple(p for p in self.problems if p.where.partition(".")[0] == item)

    # -- undo ----------------------------------------------------------------------------------------

    def history(self) -> History:
        """Every edit that can be taken back or made again, for another document of the same journey."""
        commands = (self.undo_stack.command(n) for n in range(self.undo_stack.count()))
        made = tuple(one.made for one in commands if isinstance(one, _EditCommand))
        return History(self.journey, made, self.undo_stack.index())

    def take_history(self, history: History) -> None:
        """Have the edits of another document, said in the words of now; none where the journey is another one."""
        if history.journey != self.journey or self.undo_stack.count():
            return
        # Each of them was made already, or taken back: nothing is to be seen of it now.
        self._retelling = True
        for one in history.made:
            self.undo_stack.push(_EditCommand(self, self._words(*one.said), one.before, one.after, "", one.said))
        self.undo_stack.setIndex(history.done)
        self._retelling = False

    def show(self, journey: Journey) -> None:
        """Let a value be the journey; for the undo commands alone."""
        if self._retelling:
            return
        before, self.journey = self.journey, journey
        what = diff(before, journey)
        gone = what.removed | what.notes_removed | what.frames_removed | (what.unlinked - what.linked)
        self.changed.emit(what)
        if self.selection & gone:
            self.select(self.selection - gone)
        self._checking.start()


class _EditCommand(QUndoCommand):
    """The only command there is: the value before and the value after."""

    def __init__(
        self, document: JourneyDocument, text: str, before: Journey, after: Journey, merges: str, said: Said
    ) -> None:
        super().__init__(text)
        self._document, self._before, self._after, self._merges = document, before, after, merges
        self._said = said

    @property
    def made(self) -> Made:
        return Made(self._said, self._before, self._after)

    def redo(self) -> None:
        self._document.show(self._after)

    def undo(self) -> None:
        self._document.show(self._before)

    def id(self) -> int:
        return 1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _EditCommand) or not other._merges:
            return False
        self._after, self._said = other._after, other._said
        self.setText(other.text())
        if self._after == self._before:
            self.setObsolete(True)
        return True
