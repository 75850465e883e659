"""Decides what the Steps list says of each step: its title, where it comes from, what it does, and what is wrong."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from whatsapp_studio.base.i18n import ntr, tr
from whatsapp_studio.base.wording import explain
from whatsapp_studio.journeys.table import kind_of, summary_of, title_of
from whatsapp_studio.qt.canvas.document import JourneyDocument
from whatsapp_studio.qt.icons import icon
from whatsapp_studio.qt.journeys.outline_tree import Row, rows
from whatsapp_studio.qt.widgets.badge import look_of

ROW = Qt.ItemDataRole.UserRole
STEP, SUMMARY, STATUS = range(3)
_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole


class OutlineModel(QAbstractItemModel):
    """A journey as a tree of :class:`Row`; follows its document while :meth:`follow` is on."""

    def __init__(self, document: JourneyDocument, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._rows: list[Row] = []
        self._numbers: dict[str, int] = {}
        self._tops: list[int] = []
        self._following = False
        document.changed.connect(self._changed)
        document.checked.connect(self._say_again)

    def follow(self, on: bool) -> None:
        """Follow the document from now on, or stop and be empty: nobody looks."""
        self._following = on
        self._show(rows(self._document.journey) if on else [])

    def index_of(self, id: str) -> QModelIndex:
        """The line of a step, note, frame or output; an invalid index for none."""
        number = self._numbers.get(id)
        return QModelIndex() if number is None else self.createIndex(self._rows[number].place, STEP, number)

    def row(self, index: _Index) -> Row:
        return self._rows[index.internalId()]

    def count(self) -> int:
        """How many lines there are on all levels."""
        return len(self._rows)

    # -- following -----------------------------------------------------------------------------------

    def _changed(self, _diff: object = None) -> None:
        if not self._following:
            return
        found = rows(self._document.journey)
        if found == self._rows:
            self._say_again()
        else:
            self._show(found)

    def _show(self, found: list[Row]) -> None:
        self.beginResetModel()
        self._rows = found
        self._numbers = {row.id: number for number, row in enumerate(found) if row.kind != "again"}
        self._tops = [number for number, row in enumerate(found) if row.parent < 0]
        self.endResetModel()

    def _say_again(self) -> None:
        """The same lines, but what they say may be new."""
        for siblings in (self._tops, *(row.children for row in self._rows)):
            if not siblings:
                continue
            first, last = siblings[0], siblings[-1]
            self.dataChanged.emit(
                self.createIndex(self._rows[first].place, STEP, first),
                self.createIndex(self._rows[last].place, STATUS, last),
            )

    # -- Qt's questions ------------------------------------------------------------------------------

    def index(self, row: int, column: int, parent: _Index = QModelIndex()) -> QModelIndex:
        siblings = self._rows[parent.internalId()].children if parent.isValid() else self._tops
        if not (0 <= row < len(siblings) and 0 <= column <= STATUS):
            return QModelIndex()
        return self.createIndex(row, column, siblings[row])

    def parent(self, index: _Index) -> QModelIndex:  # type: ignore[override]
        if not index.isValid():
            return QModelIndex()
        above = self._rows[index.internalId()].parent
        return self.createIndex(self._rows[above].place, STEP, above) if above >= 0 else QModelIndex()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        if not parent.isValid():
            return len(self._tops)
        return len(self._rows[parent.internalId()].children) if parent.column() == STEP else 0

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        return STATUS + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        if role == _Role.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return (tr("Step"), tr("What it does"), tr("Status"))[section]
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.internalId()], index.column()
        match role:
            case _Role.DisplayRole:
                return (self._step, self._summary, self._status)[column](row)
            case _Role.DecorationRole:
                return self._icon(row, column)
            case _Role.AccessibleTextRole if column == STEP:
                return self.spoken(row)
            case _Role.ToolTipRole:
                return self._problems(row) if column == STATUS else None
            case _ if role == ROW:
                return row
        return None

    # -- words ---------------------------------------------------------------------------------------

    def _step(self, row: Row) -> str:
        journey = self._document.journey
        match row.kind:
            case "output":
                return row.label
            case "note":
                return tr("Note: {text}", text=_first_line(journey.notes[row.id].text) or tr("empty"))
            case "frame":
                return tr("Frame: {title}", title=journey.frames[row.id].title or tr("untitled"))
            case "again":
                return tr("to {step}", step=title_of(journey.steps[row.id]))
            case _:
                return title_of(journey.steps[row.id])

    def _summary(self, row: Row) -> str:
        journey = self._document.journey
        match row.kind:
            case "step":
                return summary_of(journey.steps[row.id])
            case "again":
                return tr("Goes on there")
            case "output" if row.id not in journey.links:
                return tr("Ends the journey") if row.ends else tr("Leads nowhere yet")
            case "frame":
                return ntr("{n} step", "{n} steps", len(journey.frames[row.id].steps))
            case "note" if journey.notes[row.id].step in journey.steps:
                return tr("On {step}", step=title_of(journey.steps[journey.notes[row.id].step]))
            case _:
                return ""

    def _status(self, row: Row) -> str:
        if row.kind != "step":
            return ""
        problems = self._document.problems_of(row.id)
        if len(problems) == 1:
            return explain(problems[0].code, problems[0].facts).title
        errors = sum(1 for one in problems if one.severity == "error")
        if problems:
            return count_words(errors, len(problems) - errors)
        return tr("Switched off") if self._document.journey.steps[row.id].disabled else ""

    def _problems(self, row: Row) -> str | None:
        found = self._document.problems_of(row.id) if row.kind == "step" else ()
        return "\n".join(explain(one.code, one.facts).text for one in found) or None

    def _icon(self, row: Row, column: int) -> Any:
        journey = self._document.journey
        if column == STATUS and row.kind == "step":
            problems = self._document.problems_of(row.id)
            if problems:
                worst = "error" if any(one.severity == "error" for one in problems) else "warning"
                return icon(*look_of(worst))
        if column != STEP:
            return None
        match row.kind:
            case "step":
                kind = kind_of(journey.steps[row.id])
                return icon(kind.icon, "text_disabled" if journey.steps[row.id].disabled else f"n_{kind.tone}")
            case "again":
                return icon("reply", "text_muted")
            case "output":
                return icon("arrow-right", "text_muted")
            case "note":
                return icon("pencil", "text_muted")
            case _:
                return icon("square", "text_muted")

    def spoken(self, row: Row) -> str:
        """Everything a line says, for somebody who cannot see where it stands."""
        journey, parts = self._document.journey, [self._step(row)]
        if row.kind == "output":
            link = journey.links.get(row.id)
            if link is None:
                return tr("Output {label}. {where}", label=row.label, where=self._summary(row))
            return tr("Output {label}. Leads to {step}", label=row.label, step=title_of(journey.steps[link.target]))
        if row.kind == "again":
            return tr("Goes on at {step}, which has its own line", step=title_of(journey.steps[row.id]))
        parts.append(self._summary(row))
        if row.kind == "step" and len(came := journey.into.get(row.id, ())) > 1:
            parts.append(ntr("{n} way leads here", "{n} ways lead here", len(came)))
        if row.kind == "step" and journey.steps[row.id].disabled:
            parts.append(tr("Switched off"))
        if (problems := self._problems(row)) is not None:
            parts.append(problems.replace("\n", " "))
        return ". ".join(part.rstrip(".") for part in parts if part)


def count_words(errors: int, warnings: int) -> str:
    """``1 error · 2 warnings``; empty for neither."""
    parts = [ntr("{n} error", "{n} errors", errors)] if errors else []
    if warnings:
        parts.append(ntr("{n} warning", "{n} warnings", warnings))
    return " · ".join(parts)


def _first_line(text: str) -> str:
    return text.strip().partition("\n")[0]


