"""Decides what the list of journeys shows of each, which are shown, and in which order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal

from whatsapp_studio.base.i18n import mark, ntr, number, tr
from whatsapp_studio.base.local import fold
from whatsapp_studio.base.wording import state_word
from whatsapp_studio.base.words_running import life_meaning, life_word
from whatsapp_studio.journeys.kept import JourneyRow
from whatsapp_studio.journeys.living import Life
from whatsapp_studio.qt.journeys.live_words import life_text
from whatsapp_studio.qt.phrases import day_and_time
from whatsapp_studio.qt.widgets.cells import STATE_ROLE, Index

TAGS_ROLE = Qt.ItemDataRole.UserRole + 2
NAME, STATE, STEPS, PROBLEMS, SAVED, PUBLISHED = range(6)
_HEADERS = (mark("Name"), mark("State"), mark("Steps"), mark("Problems"), mark("Saved"), mark("Published"))
STATES = ("running", "paused", "closed", "stopped", "done", "draft", "published", "deleted")
# The filters that are there even when no journey is in such a state.
ALWAYS = ("", "draft")
LIVING = ("running", "paused", "closed", "stopped", "done")
Health = Mapping[str, tuple[int, int]]


def problem_words(errors: int, warnings: int) -> str:
    """How a journey is: ``2 errors, 1 warning``."""
    parts = [
        ntr("{n} error", "{n} errors", errors) if errors else "",
        ntr("{n} warning", "{n} warnings", warnings) if warnings else "",
    ]
    return ", ".join(part for part in parts if part) or tr("None")


def filter_word(state: str) -> str:
    """The word on a filter."""
    return (life_word(state) if state in LIVING else state_word(state)) if state else tr("All")


class JourneyModel(QAbstractTableModel):
    """The journeys of one state, or all that are not deleted, that a text is found in; the last saved first.

    ``renamed`` carries the id and the new name that was typed: whoever listens changes it.
    """

    renamed = Signal(str, str)

    def __init__(self, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self.editable = True
        self._all: tuple[JourneyRow, ...] = ()
        self._shown: list[JourneyRow] = []
        self._health: Health = {}
        self._lives: Mapping[str, Life] = {}
        self._state, self._wanted = "", ""

    def show_all(self, rows: Sequence[JourneyRow]) -> None:
        """Hold these from now on. Rows that stay are repainted without losing the selection."""
        self._all = tuple(rows)
        self._filter()

    def show_lives(self, lives: Mapping[str, Life]) -> None:
        """How each journey runs, by its id; those that are not there never ran."""
        if lives != self._lives:
            self._lives = lives
            self._filter()
            if self._shown:
                self.dataChanged.emit(self.index(0, STATE), self.index(len(self._shown) - 1, STATE))

    def state_of(self, row: JourneyRow) -> str:
        """The state a journey is listed under: how it runs, where it does or did."""
        life = self._lives.get(row.id)
        return row.state if life is None or row.state == "deleted" else life.state

    def show_health(self, health: Health) -> None:
        """The errors and warnings of each journey, by id; those that are not there are not known yet."""
        self._health = health
        if self._shown:
            self.dataChanged.emit(self.index(0, PROBLEMS), self.index(len(self._shown) - 1, PROBLEMS))

    def show_state(self, state: str) -> None:
        """Show only ``state``; empty shows every journey that is not deleted."""
        self._state = state
        self._filter()

    def search(self, text: str) -> None:
        """Show only those with every word of a text in their name or tags; case and accents do not matter."""
        self._wanted = text
        self._filter()

    def sizes(self) -> Counter[str]:
        """How many journeys are in each state."""
        return Counter(self.state_of(one) for one in self._all)

    def __len__(self) -> int:
        return sum(one.state != "deleted" for one in self._all)

    def journey(self, row: int) -> JourneyRow | None:
        """The journey of a row."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def row_of(self, id: str) -> int:
        """The row of a journey, or -1."""
        return next((row for row, one in enumerate(self._shown) if one.id == id), -1)

    def _filter(self) -> None:
        words = fold(self._wanted).split()
        wanted = [
            one for one in self._all
            if (self.state_of(one) == self._state if self._state else one.state != "deleted")
            and all(word in fold(" ".join((one.name, *one.tags))) for word in words)
        ]  # fmt: skip
        if wanted == self._shown:
            return  # a name that is being typed stays as it is
        if [one.id for one in wanted] == [one.id for one in self._shown]:
            self._shown = wanted
            if wanted:
                self.dataChanged.emit(self.index(0, 0), self.index(len(wanted) - 1, PUBLISHED))
            return
        self.beginResetModel()
        self._shown = wanted
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(_HEADERS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        found = super().flags(index)
        row = self.journey(index.row())
        can = self.editable and row is not None and row.state != "deleted" and not row.about.newer
        return found | Qt.ItemFlag.ItemIsEditable if can and index.column() == NAME else found

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self.journey(index.row())
        name = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or row is None or not name or name == row.name:
            return False
        self.renamed.emit(row.id, name)
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(_HEADERS[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section == STEPS else Qt.AlignmentFlag.AlignLeft
            return Qt.AlignmentFlag.AlignVCenter | side
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self._shown[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column)
        if role == Qt.ItemDataRole.EditRole and column == NAME:
            return row.name
        if role == Qt.ItemDataRole.TextAlignmentRole and column == STEPS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == STATE_ROLE:
            return self._look(row, column)
        if role == TAGS_ROLE:
            return row.tags
        if role == Qt.ItemDataRole.ToolTipRole and column == STATE:
            return self._meaning(row)
        if role == Qt.ItemDataRole.AccessibleTextRole and column == NAME and row.tags:
            return tr("{name}, tags: {tags}", name=self._text(row, NAME), tags=", ".join(row.tags))
        if role == Qt.ItemDataRole.ToolTipRole and column == NAME:
            if row.about.newer:
                return tr("A newer version of the program made this journey. It can only be looked at.")
            return self._text(row, NAME)
        return None

    def _meaning(self, row: JourneyRow) -> str | None:
        """What its running means for contacts, and whether the draft has gone on."""
        life = self._lives.get(row.id)
        if life is None or row.state == "deleted":
            return None
        changed = tr("The draft differs from what is published.") if row.changed else ""
        return " ".join(part for part in (life_meaning(life.state), changed) if part)

    def _look(self, row: JourneyRow, column: int) -> str:
        """The state whose icon and colour a cell has."""
        if column != PROBLEMS:
            state = self.state_of(row)
            return "published-changed" if row.changed and state == "published" else state
        if row.id not in self._health or not row.steps:
            return ""
        errors, warnings = self._health[row.id]
        return "error" if errors else "warning" if warnings else "ok"

    def _text(self, row: JourneyRow, column: int) -> str:
        match column:
            case 0:
                return row.title or tr("Unnamed journey")
            case 1:
                life = self._lives.get(row.id)
                return life_text(life) if life and row.state != "deleted" else state_word(self._look(row, STATE))
            case 2:
                return number(row.steps)
            case 3:
                if not row.steps or row.state == "deleted":
                    return "–"  # nothing is there that could be right or wrong
                return problem_words(*self._health[row.id]) if row.id in self._health else "…"
            case 4:
                return day_and_time(row.saved_at, self._now())
            case _:
                return day_and_time(row.published_at, self._now()) or "–"
