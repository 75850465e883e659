"""Decides how the table behind a chart looks: the same numbers, right-aligned, to be copied into a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from whatsapp_studio.base.i18n import number, tr
from whatsapp_studio.base.local import day_and_clock, share
from whatsapp_studio.reports.sections import Cell, Rate, Section

_ROW, _MOST = 28, 320
# With more columns a table is looked at piece by piece.
_WIDE = 6
Moment = Callable[[datetime], str]


class ChartTable(QTableWidget):
    """Mirrors a section of a report. Ctrl+C copies what is selected, or all of it."""

    def __init__(self, name: str, moment: Moment = day_and_clock, parent: QWidget | None = None) -> None:
        super().__init__(0, 0, parent)
        self._moment = moment
        self._shown: Section | None = None
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(max(_ROW, self.fontMetrics().height() + 8))
        self.horizontalHeader().setHighlightSections(False)

    def show_section(self, section: Section) -> None:
        """Mirror a section."""
        if section == self._shown:
            return
        self._shown = section
        self.setColumnCount(len(section.head))
        self.setHorizontalHeaderLabels(section.head)
        self.setRowCount(len(section.rows))
        for row, cells in enumerate(section.rows):
            for column, cell in enumerate(cells):
                item = QTableWidgetItem(self.said(cell))
                item.setTextAlignment(_side(cell, column))
                self.setItem(row, column, item)
        for column in range(len(section.head)):
            head = self.horizontalHeaderItem(column)
            if head is not None:
                head.setTextAlignment(_side(section.rows[0][column] if section.rows else "", column))
        self.resizeColumnsToContents()
        self.horizontalHeader().setStretchLastSection(False)
        if section.head:
            self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
            for column in range(1, len(section.head)):
                self.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        high = self.horizontalHeader().sizeHint().height() + self.verticalHeader().defaultSectionSize() * len(
            section.rows
        )
        if len(section.head) > _WIDE:
            high += self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(min(_MOST, high + 4))

    def said(self, cell: Cell) -> str:
        """A cell as it is shown."""
        if cell is None:
            return tr("not known")
        if isinstance(cell, Rate):
            return share(cell.part, cell.whole)
        if isinstance(cell, datetime):
            return self._moment(cell)
        return number(cell) if isinstance(cell, int) else cell

    def copy(self) -> None:
        """Put what is selected, else everything, on the clipboard as rows of a spreadsheet."""
        if self._shown is None:
            return
        chosen = {index.row() for index in self.selectedIndexes()} or set(range(len(self._shown.rows)))
        lines = [self._shown.head, *(
            tuple(str(cell) if isinstance(cell, int) else self.said(cell) for cell in row)
            for at, row in enumerate(self._shown.rows) if at in chosen
        )]  # fmt: skip
        QApplication.clipboard().setText("\n".join("\t".join(line) for line in lines))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
            return
        super().keyPressEvent(event)


def _side(cell: Cell, column: int) -> Qt.AlignmentFlag:
    number_like = column > 0 and not isinstance(cell, str | datetime)
    side = Qt.AlignmentFlag.AlignRight if number_like else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
