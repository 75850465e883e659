"""Decides how the cells of a spreadsheet (xlsx, xls, ods) become text."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from math import isfinite
from pathlib import Path
from typing import cast

from python_calamine_plus import (
    CalamineError,
    CalamineWorkbook,
    PasswordError,
    SheetVisibleEnum,
    StreamingNotSupported,
)

from whatsapp_studio.audience.importing import ReadOptions
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.services.old_workbook import must_be_honest
from whatsapp_studio.services.package import SheetFacts, look_into
from whatsapp_studio.services.textfile import MOST_COLUMNS

Cell = int | float | str | bool | time | date | datetime | timedelta

# So many rows a sheet has at most.
_MOST_ROWS = 1_048_576
# The columns of a table are found in its first rows; what stands further than this to the right is none of it.
_FIRST_ROWS = 200
_BESIDE = 1
_LONGEST_CELL = 100_000
_ERRORS = frozenset(
    ("#N/A", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#NULL!", "#GETTING_DATA", "#SPILL!", "#CALC!")
)


class Workbook:
    """One sheet of a workbook; the first that can be seen and holds anything where none is asked for.

    A sheet of Excel is read row by row, whatever its size; older ones (xls) and open documents are read whole.
    ``notes`` counts what was left out of the rows that were read last, by code.
    """

    total_lines: int | None

    def __init__(self, path: Path, options: ReadOptions) -> None:
        self._path = path
        self.notes: dict[str, int] = {}
        facts = {}
        if _is_zip(path):
            facts = look_into(path)
        else:
            must_be_honest(path)
        with _told(path):
            self._book = CalamineWorkbook.from_path(path)
            self.sheets: tuple[str, ...] = _sheets(self._book)
            self._sheet = self._pick(options.sheet)
        known = facts.get(self._sheet, SheetFacts(rows=0, has_uncalculated=False))
        self._uncalculated = known.has_uncalculated
        self.options = ReadOptions(has_header=options.has_header, sheet=self._sheet, first_row=options.first_row)
        self.guessed: tuple[str, ...] = () if options.sheet else ("sheet",)
        with _told(path):
            self.total_lines = known.rows or self._height()

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Every row with its number in the sheet."""
        self.notes = {"formula-not-calculated": 1} if self._uncalculated else {}
        with _told(self._path):
            for n, cells in enumerate(self._cells(self._width()), 1):
                if cells.count("") == len(cells):
                    continue
                texts = [cell if cell.__class__ is str else cell_text(cell) for cell in cells]
                yield n, texts if _ERRORS.isdisjoint(texts) else self._without_errors(texts)

    def _without_errors(self, texts: list[str]) -> list[str]:
        self.notes["cell-error"] = self.notes.get("cell-error", 0) + sum(text in _ERRORS for text in texts)
        return ["" if text in _ERRORS else text for text in texts]

    def _cells(self, width: int) -> Iterator[list[Cell]]:
        try:
            return self._stream(self._sheet, max_row=_MOST_ROWS - 1, max_col=width - 1)
        except StreamingNotSupported:
            return _whole(self._book, self._sheet, width)

    def _stream(self, sheet: str, *, max_row: int, max_col: int) -> Iterator[list[Cell]]:
        stream = self._book.stream_sheet_by_name(sheet, max_row=max_row, max_col=max_col)
        # Its other kind of cells, with styles, is only there where it is asked for.
        return cast("Iterator[list[Cell]]", stream)

    def _width(self) -> int:
        """How many columns are read: those of the first rows and some beside them, so that no row can be endless."""
        widest = 0
        for cells in self._first(self._sheet):
            widest = max(widest, next((n for n in range(len(cells), 0, -1) if cells[n - 1] != ""), 0))
            if any(isinstance(cell, str) and len(cell) > _LONGEST_CELL for cell in cells):
                raise UserError("import-cell-too-long", name=self._path.name)
        if widest > MOST_COLUMNS:
            raise UserError("import-too-many-columns", name=self._path.name, most=MOST_COLUMNS)
        return widest + _BESIDE

    def _first(self, sheet: str) -> Iterator[list[Cell]]:
        try:
            return self._stream(sheet, max_row=_FIRST_ROWS, max_col=MOST_COLUMNS)
        except StreamingNotSupported:
            rows = _whole(self._book, sheet, MOST_COLUMNS + 1)
            return (row for _, row in zip(range(_FIRST_ROWS), rows, strict=False))

    def _height(self) -> int | None:
        try:
            return self._book.get_sheet_by_name(self._sheet).total_height if self._is_whole() else None
        except CalamineError:
            return None

    def _is_whole(self) -> bool:
        try:
            self._stream(self._sheet, max_row=0, max_col=0)
        except StreamingNotSupported:
            return True
        return False

    def _pick(self, wanted: str) -> str:
        if wanted:
            if wanted not in self.sheets:
                raise UserError("import-no-such-sheet", sheet=wanted, sheets=", ".join(self.sheets))
            return wanted
        filled = (name for name in self.sheets if any(cell != "" for row in self._first(name) for cell in row))
        return next(filled, None) or self.sheets[0]


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Whatever the reader of workbooks cannot do with a file, as what is wrong with the file."""
    try:
        yield
    except PasswordError as error:
        raise UserError("import-password", name=path.name) from error
    except (CalamineError, OSError, IndexError, ValueError) as error:
        # IndexError: a workbook without any sheet.
        raise UserError("import-broken-workbook", name=path.name) from error
    except BaseException as error:
        # A damaged file can make it panic, and that is no Exception.
        if type(error).__name__ != "PanicException":
            raise
        raise UserError("import-broken-workbook", name=path.name) from None


def _is_zip(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(2) == b"PK"


def _sheets(book: CalamineWorkbook) -> tuple[str, ...]:
    """The names of the sheets, those that are hidden last."""
    hidden = {sheet.name for sheet in book.sheets_metadata if sheet.visible != SheetVisibleEnum.Visible}
    return tuple(sorted(book.sheet_names, key=lambda name: name in hidden))


def _whole(book: CalamineWorkbook, sheet: str, width: int) -> Iterator[list[Cell]]:
    for row in book.get_sheet_by_name(sheet).iter_rows():
        yield list(row[:width])


def cell_text(cell: Cell) -> str:
    """A typed cell as the person sees it: whole numbers without ".0", dates as ISO."""
    if cell.__class__ is str or cell.__class__ is int:
        return str(cell)
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        if not isfinite(cell):
            return ""
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e16 else repr(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ", timespec="seconds")
    if isinstance(cell, (date, time)):
        return cell.isoformat()
    return str(cell)
