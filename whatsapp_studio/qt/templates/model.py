"""Decides what a list of templates says in each column, and what a screen reader hears of a row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from whatsapp_studio.base import wording
from whatsapp_studio.base.i18n import mark, tr
from whatsapp_studio.base.local import language_name
from whatsapp_studio.qt.icons import icon
from whatsapp_studio.qt.templates.catalogue import Group, SortKey, best_language
from whatsapp_studio.qt.templates.facets import value_word, values_of
from whatsapp_studio.qt.widgets.badge import look_of
from whatsapp_studio.templates.template import Template

Index = QModelIndex | QPersistentModelIndex
COLUMNS: tuple[tuple[SortKey, str], ...] = (
    ("name", mark("Name")), ("status", mark("Status")), ("category", mark("Category")),
    ("language", mark("Languages")), ("quality", mark("Quality")), ("header", mark("Header")),
)  # fmt: skip
GROUP_ROLE = Qt.ItemDataRole.UserRole


class TemplateModel(QAbstractTableModel):
    """One row a template, whatever its languages."""

    def __init__(self, shown_in: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown_in = shown_in
        self._groups: Sequence[Group] = ()

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Hold these rows from now on."""
        self.beginResetModel()
        self._groups = groups
        self.endResetModel()

    def group(self, row: int) -> Group | None:
        """The template of a row."""
        return self._groups[row] if 0 <= row < len(self._groups) else None

    def face(self, group: Group) -> Template:
        """The language in which a template is shown among others."""
        return best_language(group.variants, self._shown_in)

    def row_of(self, name: str) -> int:
        """The row of a template, or -1."""
        return next((row for row, group in enumerate(self._groups) if group.name == name), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._groups)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(COLUMNS[section][1])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        group, column = self._groups[index.row()], COLUMNS[index.column()][0]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(group, column)
            case Qt.ItemDataRole.DecorationRole if column == "status":
                return icon(*look_of(group.worst.status))
            case Qt.ItemDataRole.ToolTipRole:
                return self._tooltip(group, column)
            case Qt.ItemDataRole.AccessibleTextRole if index.column() == 0:
                return ", ".join(self._text(group, key) for key, _ in COLUMNS)
            case _:
                return group if role == GROUP_ROLE else None

    def _text(self, group: Group, column: SortKey) -> str:
        match column:
            case "name":
                return group.name
            case "status":
                return status_text(group)
            case "language":
                return ", ".join(one.language for one in group.variants)
            case _:
                values = dict.fromkeys(value for one in group.variants for value in values_of(one, column))
                return " / ".join(value_word(column, value, self._shown_in) for value in values)

    def _tooltip(self, group: Group, column: SortKey) -> str | None:
        match column:
            case "language":
                return "\n".join(
                    f"{language_name(one.language, self._shown_in)}: {wording.state_word(one.status)}"
                    for one in group.variants
                )
            case "status" | "name":
                return wording.template_status(group.worst.status).text
            case _:
                return None


def status_text(group: Group) -> str:
    """The state of a template; of its most troubled language, and in how many, where they differ."""
    word = wording.state_word(group.worst.status)
    if not group.mixed:
        return word
    many = sum(one.status == group.worst.status for one in group.variants)
    return tr("{state} ({n} of {all})", state=word, n=many, all=len(group.variants))
