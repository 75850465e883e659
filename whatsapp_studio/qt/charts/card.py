"""Decides how a chart is framed: its title, what it leaves open, and the table of the same numbers one click away."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.base.local import day_and_clock
from whatsapp_studio.qt.charts.chart import Chart
from whatsapp_studio.qt.charts.table import ChartTable, Moment
from whatsapp_studio.qt.widgets.buttons import link_button
from whatsapp_studio.reports.sections import Section


class ChartCard(QFrame):
    """A chart and its table; what chooses between several stands below the title (:meth:`add_tool`)."""

    def __init__(
        self, title: str, chart: Chart, moment: Moment = day_and_clock, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.chart, self.table = chart, ChartTable(title, moment)
        self._there = True
        self.title = QLabel(title)
        self.title.setProperty("role", "strong")
        self.as_table = link_button(tr("Show table"))
        self.as_table.setAccessibleName(tr("Show table: {title}", title=title))
        self.as_table.setCheckable(True)
        self.as_table.toggled.connect(self._switch)
        self.copy = link_button(tr("Copy"), self.table.copy)
        self.copy.setAccessibleName(tr("Copy the table: {title}", title=title))
        self.copy.hide()
        self.note = QLabel()
        self.note.setProperty("role", "caption")
        self.note.setWordWrap(True)
        self.note.hide()
        self.empty = QLabel()
        self.empty.setProperty("role", "muted")
        self.empty.setWordWrap(True)
        self.empty.hide()
        self._tools = QWidget()
        self._tool_row = QHBoxLayout(self._tools)
        self._tool_row.setContentsMargins(0, 0, 0, 0)
        self._tool_row.setSpacing(12)
        self._tool_row.addStretch(1)
        self._tools.hide()
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.copy)
        head.addWidget(self.as_table)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 14, 16, 14)
        box.setSpacing(10)
        box.addLayout(head)
        for widget in (self._tools, self.chart, self.table, self.empty, self.note):
            box.addWidget(widget)
        self.table.hide()
        box.setAlignment(Qt.AlignmentFlag.AlignTop)

    def add_tool(self, tool: QWidget) -> None:
        """Put something that chooses what is shown below the title."""
        self._tool_row.insertWidget(self._tool_row.count() - 1, tool)
        self._tools.show()

    def show_section(self, section: Section | None, nothing: str = "") -> None:
        """Mirror the numbers of the chart; without rows ``nothing`` says why there are none."""
        there = section is not None and bool(section.rows)
        if section is not None and there:
            self.table.show_section(section)
        self.empty.setText(nothing)
        self.empty.setVisible(not there)
        self.note.setText(section.note if section is not None else "")
        self.note.setVisible(there and bool(self.note.text()))
        self.as_table.setVisible(there)
        self._there = there
        self._tools.setVisible(there and self._tool_row.count() > 1)
        self._switch(self.as_table.isChecked())

    def _switch(self, table: bool) -> None:
        self.chart.setVisible(self._there and not table)
        self.table.setVisible(self._there and table)
        self.copy.setVisible(self._there and table)
        self.as_table.setText(tr("Show chart") if table else tr("Show table"))
        title = self.title.text()
        self.as_table.setAccessibleName(
            tr("Show chart: {title}", title=title) if table else tr("Show table: {title}", title=title)
        )
