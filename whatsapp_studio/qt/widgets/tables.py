"""Decides what every long table has in common: whole rows of one height, no grid, nothing edited in place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from whatsapp_studio.qt.widgets.whole_words import tell_whole

# An icon before a text, and the room around both.
_BESIDE = 56


def set_up(table: QTableView, name: str, row_height: int) -> QHeaderView:
    """Make ``table`` a table of rows, known to a screen reader as ``name``; returns its header, which can sort."""
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setCornerButtonEnabled(False)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.setAccessibleName(name)
    rows = table.verticalHeader()
    rows.hide()
    rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    rows.setDefaultSectionSize(row_height)
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setSectionsClickable(True)
    header.setSortIndicatorShown(True)
    tell_whole(header.viewport(), table.viewport())
    return header


def set_widths(table: QTableView, widths: Mapping[int, int], texts: Mapping[int, Sequence[str]] | None = None) -> None:
    """Make columns at least so wide, and wide enough for their header and the longest of their ``texts``.

    ``texts`` are what a column says in the language in use, with room for an icon before each.
    """
    header = table.horizontalHeader()
    for column, least in widths.items():
        said = (texts or {}).get(column, ())
        longest = max((table.fontMetrics().horizontalAdvance(one) for one in said), default=0)
        table.setColumnWidth(column, max(least, header.sectionSizeHint(column), longest + _BESIDE if said else 0))
