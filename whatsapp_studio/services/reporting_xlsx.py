"""Decides what a report is as a workbook: its tables with numbers and dates as such, then people."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.base.progress import Progress, Unwatched
from whatsapp_studio.base.zones import zone_of
from whatsapp_studio.reports.report import Report
from whatsapp_studio.reports.sections import Cell, Rate, Section, sections
from whatsapp_studio.reports.which import EVERYBODY, Which
from whatsapp_studio.reports.which_words import which_words
from whatsapp_studio.services.reporting_files import HEAD, Recipients, watched, whole
from whatsapp_studio.services.reporting_html import facts

if TYPE_CHECKING:
    from whatsapp_studio.services.reporting import Reports

# Rows that a sheet has room for (Microsoft: Excel specifications and limits).
ROWS = 1_048_576
_REASONS = ("failures", "excluded")


def write_xlsx(
    reports: Reports, campaign_id: str, path: Path, progress: Progress = Unwatched(), which: Which = EVERYBODY
) -> int:
    """All tables of a report and a line for each recipient of ``which``; returns the number of lines.

    Raises ``WorldError("cannot-write")`` and ``Cancelled``; either way no file is left behind.
    """
    report = reports.full(campaign_id, progress)
    total = reports.row_count(campaign_id, which)
    with whole(path) as waiting, TemporaryDirectory() as folder, waiting.open("wb") as file:
        book = _Book(file, folder, report)
        try:
            book.tables(which)
            rows = watched(reports.each(campaign_id, which), total, progress)
            written = book.people(Recipients(reports, campaign_id, guard=False), rows)
        except BaseException:
            book.give_up()
            raise
        book.close()
    return written


class _Book:
    """A workbook that is written row by row: what is behind is on the disk."""

    def __init__(self, file: Any, folder: str, report: Report) -> None:
        import xlsxwriter

        self._report = report
        self._zone: tzinfo = (zone_of(report.details.line.zone) if report.details else None) or UTC
        self._book: Any = xlsxwriter.Workbook(file, {
            "constant_memory": True, "tmpdir": folder, "strings_to_formulas": False, "strings_to_urls": False,
            "strings_to_numbers": False,
        })  # fmt: skip
        self._bold = self._book.add_format({"bold": True})
        self._title = self._book.add_format({"bold": True, "font_size": 13})
        self._percent = self._book.add_format({"num_format": "0.0%"})
        self._number = self._book.add_format({"num_format": "#,##0"})
        self._money = self._book.add_format({"num_format": "#,##0.0000"})
        self._time = self._book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})

    def tables(self, which: Which) -> None:
        """Summary, time line, reasons, breakdowns and hours."""
        found = {one.key: one for one in sections(self._report)}
        about = [*facts(self._report), *((tr("People in this file: {what}", what=name), said)
                                         for name, said in which_words(self._report, which))]  # fmt: skip
        sheet = self._sheet(tr("Summary"), 34)
        row = 0
        for name, said in about:
            sheet.write_string(row, 0, name, self._bold)
            sheet.write_string(row, 1, said)
            row += 1
        for key in ("summary", "funnel"):
            row = self._table(sheet, row + 1, found.pop(key))
        line = found.pop("time_line", None)
        reasons = [found.pop(key) for key in _REASONS if key in found]
        hours = found.pop("hours", None)
        for name, those in (
            (tr("Time line"), [line] if line else []), (tr("Reasons"), reasons),
            (tr("Breakdowns"), list(found.values())),
            (tr("Best hours"), [hours] if hours else []),
        ):  # fmt: skip
            if those:
                sheet, row = self._sheet(name, 34), 0
                for one in those:
                    row = self._table(sheet, row, one) + 1

    def people(self, recipients: Recipients, rows: Any) -> int:
        """A line each; where a sheet is full the next one goes on."""
        written, sheet, at = 0, None, ROWS
        for row in rows:
            if at >= ROWS:
                number = 1 + written // (ROWS - 1)
                sheet = self._sheet(tr("People") if number == 1 else tr("People {n}", n=number), 18)
                self._head(sheet, 0, [tr(one) for one in HEAD])
                at = 1
            for column, cell in enumerate(recipients.cells(row)):
                self._cell(sheet, at, column, cell, UTC)
            at += 1
            written += 1
        return written

    def close(self) -> None:
        self._book.close()

    def give_up(self) -> None:
        """Nothing more is written, also not when the workbook is let go: what is on the disk is let go too."""
        self._book.fileclosed = True
        for sheet in self._book.worksheets():
            if sheet.row_data_fh is not None:
                sheet.row_data_fh.close()

    def _sheet(self, name: str, wide: int) -> Any:
        sheet = self._book.add_worksheet(name[:31])
        sheet.set_column(0, 0, wide)
        sheet.set_column(1, 24, 18)
        return sheet

    def _head(self, sheet: Any, row: int, words: Sequence[str]) -> None:
        for column, text in enumerate(words):
            sheet.write_string(row, column, text, self._bold)

    def _table(self, sheet: Any, row: int, section: Section) -> int:
        """A section with its title from ``row`` on; returns the row behind it."""
        sheet.write_string(row, 0, section.title, self._title)
        self._head(sheet, row + 1, section.head)
        row += 2
        for cells in section.rows:
            for column, cell in enumerate(cells):
                self._cell(sheet, row, column, cell, self._zone)
            row += 1
        if section.note:
            sheet.write_string(row, 0, section.note)
            row += 1
        return row

    def _cell(self, sheet: Any, row: int, column: int, cell: Cell | float, zone: tzinfo) -> None:
        if isinstance(cell, Rate):
            if cell.whole:
                sheet.write_number(row, column, cell.part / cell.whole, self._percent)
        elif isinstance(cell, datetime):
            sheet.write_datetime(row, column, cell.astimezone(zone).replace(tzinfo=None), self._time)
        elif isinstance(cell, int):
            sheet.write_number(row, column, cell, self._number)
        elif isinstance(cell, float):
            sheet.write_number(row, column, cell, self._money)
        elif cell:
            sheet.write_string(row, column, cell)
