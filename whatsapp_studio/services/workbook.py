"""Decides how the cells of a spreadsheet (xlsx, xls, ods) become text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, WorksheetNotFound

from whatsapp_studio.audience.importing import ReadOptions
from whatsapp_studio.base.errors import UserError

Cell = int | float | str | bool | time | date | datetime | timedelta


class Workbook:
    """One sheet of a workbook; the first that holds anything where none is asked for."""

    total_lines: int | None

    def __init__(self, path: Path, options: ReadOptions) -> None:
        try:
            book = CalamineWorkbook.from_path(path)
            self.sheets: tuple[str, ...] = tuple(book.sheet_names)
            self._sheet = _pick(book, options.sheet, self.sheets)
        except PasswordError as error:
            raise UserError("import-password", name=path.name) from error
        except WorksheetNotFound as error:
            raise UserError("import-no-such-sheet", sheet=options.sheet, sheets=", ".join(self.sheets)) from error
        except (CalamineError, OSError, IndexError) as error:
            # IndexError: a workbook without any sheet.
            raise UserError("import-broken-workbook", name=path.name) from error
        self.options = ReadOptions(has_header=options.has_header, sheet=self._sheet.name)
        self.guessed: tuple[str, ...] = () if options.sheet else ("sheet",)
        self.total_lines = self._sheet.height

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Every row with its number in the sheet."""
        for n, cells in enumerate(self._sheet.iter_rows(), 1):
            yield n, [cell if isinstance(cell, str) else cell_text(cell) for cell in cells]


def _pick(book: CalamineWorkbook, wanted: str, names: tuple[str, ...]) -> CalamineSheet:
    if wanted:
        return book.get_sheet_by_name(wanted)
    filled = (sheet for sheet in map(book.get_sheet_by_name, names) if sheet.height)
    return next(filled, None) or book.get_sheet_by_name(names[0])


def cell_text(cell: Cell) -> str:
    """A typed cell as the person sees it: whole numbers without ".0", dates as ISO."""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e16 else repr(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ", timespec="seconds")
    if isinstance(cell, (date, time)):
        return cell.isoformat()
    return str(cell)
