"""Decides how a text file, a workbook or an address book is opened as columns and rows, and what is guessed of it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Protocol

import msgspec

from whatsapp_studio.audience.headers import target_of
from whatsapp_studio.audience.importing import ReadOptions
from whatsapp_studio.audience.phone import read_phone
from whatsapp_studio.base.errors import UserError, WorldError
from whatsapp_studio.base.i18n import tr

Row = tuple[int, list[str]]

_BOOK = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_NO_TABLE = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"Rar!", b"\x1f\x8b", b"7z\xbc\xaf", b"RIFF", b"{\\rtf")
_PAGE = re.compile(rb"<!doctype|<html|<\?xml|<table|\{|\[\s*[\[{]", re.IGNORECASE)
_CARD = re.compile(rb"BEGIN:VCARD", re.IGNORECASE)
# A table begins in one of the first rows; above it there may be a title.
_SAMPLE = 20


class Source(Protocol):
    """What is read from: a text file with delimiters, or a sheet of a workbook."""

    options: ReadOptions
    guessed: tuple[str, ...]
    sheets: tuple[str, ...]
    total_lines: int | None
    notes: dict[str, int]

    def rows(self) -> Iterator[Row]: ...


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """A file opened as a table. ``rows`` gives each filled row with its line in the file.

    ``first_column`` is where its columns begin, and ``stamp`` what tells that the file is another one by now.
    """

    columns: tuple[str, ...]
    options: ReadOptions
    guessed: tuple[str, ...]
    sheets: tuple[str, ...]
    total_rows: int | None
    source: Source
    path: Path
    stamp: tuple[int, int]
    first_column: int = 0

    @property
    def notes(self) -> Mapping[str, int]:
        """How much was left out of the rows that were read last, by code: ``cell-error`` and such."""
        return dict(self.source.notes)

    def rows(self) -> Iterator[Row]:
        """Every row that holds anything, in the order of the file. Raises UserError when the file changes meanwhile."""
        rows = _from(_filled(self.source.rows()), self.options.first_row)
        if self.options.has_header:
            next(rows, None)
        yield from self._within(rows) if self.options.sheet else rows
        if _stamp(self.path) != self.stamp:
            raise UserError("import-file-changed", name=self.path.name)

    def batches(self, size: int) -> Iterator[tuple[Sequence[int], Sequence[list[str]]]]:
        """As :meth:`rows`, about ``size`` at a time: their lines, and the rows."""
        from whatsapp_studio.services.textfile import TextFile

        if not isinstance(self.source, TextFile):
            rows = self.rows()
            while batch := list(islice(rows, size)):
                yield [line for line, _ in batch], [cells for _, cells in batch]
            return
        first, titled = self.options.first_row, self.options.has_header
        for lines, block in self.source.blocks(size):
            empty = {n for n, cells in enumerate(block) if not (cells and cells[0].strip()) and not _has_any(cells)}
            if empty or titled or lines[0] < first:
                places = [n for n, line in enumerate(lines) if line >= first and n not in empty]
                if titled and places:
                    places, titled = places[1:], False
                lines, block = [lines[n] for n in places], [block[n] for n in places]
            if block:
                yield lines, block
        if _stamp(self.path) != self.stamp:
            raise UserError("import-file-changed", name=self.path.name)

    def _within(self, rows: Iterator[Row]) -> Iterator[Row]:
        """What stands below the columns: a sheet may have a remark beside its table."""
        start, end = self.first_column, self.first_column + len(self.columns)
        for line, cells in rows:
            if any(cells[end:]) or any(cells[:start]):
                notes = self.source.notes
                notes["cell-beside"] = notes.get("cell-beside", 0) + 1
                if not any(cells[start:end]):
                    continue
            yield line, cells[start:end]


def open_table(path: Path, options: ReadOptions | None = None, *, lenient: bool = False) -> Table:
    """Open a file; raises UserError when it cannot be read as a table.

    ``lenient`` shows bytes that do not fit the encoding as "�" instead of refusing them: for a preview.
    """
    wanted = options or ReadOptions()
    source = _source(path, wanted, lenient)
    stamp = _stamp(path)
    above, sample = _first_rows(source, wanted.first_row)
    if not sample:
        raise UserError("import-empty", name=path.name)
    guessed = source.guessed
    first_row = wanted.first_row
    has_header = source.options.has_header
    if not first_row:
        start = _table_start([cells for _, cells in sample], titled=has_header is not False)
        above, first_row, sample = start, sample[start][0], sample[start:]
        guessed += ("first_row",)
    if has_header is None:
        has_header = _looks_like_header([cells for _, cells in sample])
        guessed += ("has_header",)
    first_column = 0
    header = sample[0][1]
    widest = max(len(cells) for _, cells in sample)
    if source.options.sheet:
        filled = {i for _, cells in sample for i, cell in enumerate(cells) if cell.strip()}
        first_column, last = min(filled), max(filled) + 1
        header, widest = [*header, *("",) * (last - len(header))][first_column:last], last - first_column
    total = source.total_lines
    return Table(
        columns=_columns(header if has_header else None, widest, keep=bool(source.options.sheet)),
        options=msgspec.structs.replace(source.options, has_header=has_header, first_row=first_row),
        guessed=guessed, sheets=source.sheets, source=source, path=path, stamp=stamp, first_column=first_column,
        # A sheet has its blank rows counted out already.
        total_rows=None if total is None else max(
            0, total - (above if source.options.sheet else max(0, first_row - 1)) - has_header
        ),
    )  # fmt: skip


def _first_rows(source: Source, first: int) -> tuple[int, list[Row]]:
    """How many filled rows there are above the row ``first``, and the first of those that are not."""
    above, sample = 0, []
    for row in _filled(source.rows()):
        if row[0] < first:
            above += 1
            continue
        sample.append(row)
        if len(sample) == _SAMPLE:
            break
    return above, sample


def _table_start(sample: Sequence[Sequence[str]], *, titled: bool) -> int:
    """The place of the row with which a table begins: that of its header, below a title and a remark."""
    counts = [sum(bool(cell.strip()) for cell in cells) for cells in sample]
    if not titled or any(target_of(cell) == "phone" for cell in sample[0]):
        return 0
    for place, cells in enumerate(sample):
        names = any(target_of(cell) == "phone" for cell in cells) and not any(map(_like_phone, cells))
        if names or (place and 2 * counts[place] > max(counts) >= 2 and 2 * max(counts[:place]) <= max(counts)):
            return place
        if any(map(_like_phone, cells)):
            return 0
    return 0


def _source(path: Path, options: ReadOptions, lenient: bool) -> Source:
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            # A pipe or a device never ends.
            raise UserError("import-not-a-table", name=path.name)
        with path.open("rb") as file:
            head = file.read(4096)
    except FileNotFoundError as error:
        raise UserError("import-no-such-file", name=path.name) from error
    except (PermissionError, IsADirectoryError, OSError) as error:
        raise WorldError("import-cannot-open", name=path.name, details=error.strerror or "") from error
    if not head:
        raise UserError("import-empty", name=path.name)
    if head.startswith(_BOOK):
        from whatsapp_studio.services.workbook import Workbook

        return Workbook(path, options)
    if head.startswith(_NO_TABLE):
        raise UserError("import-not-a-table", name=path.name)
    text = head.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if _PAGE.match(text):
        raise UserError("import-web-page", name=path.name)
    if _CARD.match(text):
        from whatsapp_studio.services.vcard import CardFile

        return CardFile(path, options, lenient=lenient)
    from whatsapp_studio.services.textfile import TextFile

    return TextFile(path, options, lenient=lenient)


def _filled(rows: Iterator[Row]) -> Iterator[Row]:
    for row in rows:
        if _has_any(row[1]):
            yield row


def _has_any(cells: Sequence[str]) -> bool:
    return any(cells) and any(cell.strip() for cell in cells)


def _from(rows: Iterator[Row], first: int) -> Iterator[Row]:
    return (row for row in rows if row[0] >= first) if first > 1 else rows


def _stamp(path: Path) -> tuple[int, int]:
    """Size and time of change; nothing where the file is gone."""
    try:
        found = os.stat(path)
    except OSError:
        return 0, 0
    return found.st_size, found.st_mtime_ns


def _looks_like_header(sample: Sequence[Sequence[str]]) -> bool:
    """A header names a field we know, or at least holds no phone number where the rows below may."""
    first = sample[0]
    if any(target_of(cell) for cell in first):
        return True
    return not any(_like_phone(cell) for cell in first)


def _like_phone(cell: str) -> bool:
    return sum(c.isdigit() for c in cell) >= 6 or (cell.strip()[:1] == "+" and not isinstance(read_phone(cell), str))


def _columns(header: Sequence[str] | None, width: int, *, keep: bool) -> tuple[str, ...]:
    """Names for every column, each different: missing ones are numbered, repeated ones get a count.

    Without ``keep`` a header ends with its last filled cell.
    """
    names: list[str] = []
    # A header may end in empty cells; rows that are longer than it are refused, not widened.
    cells = list(header) if header is not None else [""] * width
    while header is not None and not keep and cells and not cells[-1].strip():
        cells.pop()
    seen: set[str] = set()
    for i, cell in enumerate(cells, 1):
        base = " ".join(cell.replace("\ufeff", "").replace("\x00", "").split()) or tr("Column {n}", n=i)
        name, n = base, 2
        while name.casefold() in seen:
            name, n = f"{base} ({n})", n + 1
        seen.add(name.casefold())
        names.append(name)
    return tuple(names)
