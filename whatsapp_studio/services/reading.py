"""Decides how a CSV file or a workbook is opened as columns and rows, and what is guessed about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

import msgspec

from whatsapp_studio.audience.fields import target_of
from whatsapp_studio.audience.importing import ReadOptions
from whatsapp_studio.audience.phone import read_phone
from whatsapp_studio.base.errors import UserError, WorldError
from whatsapp_studio.base.i18n import tr

Row = tuple[int, list[str]]

_BOOK = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_NO_TABLE = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"Rar!",
    b"\x1f\x8b",
    b"7z\xbc\xaf",
    b"BEGIN:VCARD",
    b"RIFF",
)
_PAGE = (b"<!doctype", b"<html", b"<?xml", b"<table", b"{", b"[{")


class Source(Protocol):
    """What is read from: a text file with delimiters, or a sheet of a workbook."""

    options: ReadOptions
    guessed: tuple[str, ...]
    sheets: tuple[str, ...]
    total_lines: int | None

    def rows(self) -> Iterator[Row]: ...


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """A file opened as a table. ``rows`` gives each filled row with its line in the file."""

    columns: tuple[str, ...]
    options: ReadOptions
    guessed: tuple[str, ...]
    sheets: tuple[str, ...]
    total_rows: int | None
    source: Source

    def rows(self) -> Iterator[Row]:
        """Every row that holds anything, in the order of the file."""
        rows = _filled(self.source.rows())
        if self.options.has_header:
            next(rows, None)
        return rows


def open_table(path: Path, options: ReadOptions | None = None, *, lenient: bool = False) -> Table:
    """Open a file; raises UserError when it cannot be read as a table.

    ``lenient`` shows bytes that do not fit the encoding as "�" instead of refusing them: for a preview.
    """
    wanted = options or ReadOptions()
    source = _source(path, wanted, lenient)
    sample: list[Row] = []
    for row in _filled(source.rows()):
        sample.append(row)
        if len(sample) == 20:
            break
    if not sample:
        raise UserError("import-empty", name=path.name)
    guessed = source.guessed
    has_header = wanted.has_header
    if has_header is None:
        has_header = _looks_like_header([cells for _, cells in sample])
        guessed += ("has_header",)
    total = None if source.total_lines is None else max(0, source.total_lines - has_header)
    return Table(
        columns=_columns(sample[0][1] if has_header else None, max(len(cells) for _, cells in sample)),
        options=msgspec.structs.replace(source.options, has_header=has_header),
        guessed=guessed, sheets=source.sheets, total_rows=total, source=source,
    )  # fmt: skip


def _source(path: Path, options: ReadOptions, lenient: bool) -> Source:
    try:
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
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_PAGE):
        raise UserError("import-web-page", name=path.name)
    from whatsapp_studio.services.textfile import TextFile

    return TextFile(path, options, lenient=lenient)


def _filled(rows: Iterator[Row]) -> Iterator[Row]:
    for row in rows:
        if any(row[1]) and any(cell.strip() for cell in row[1]):
            yield row


def _looks_like_header(sample: Sequence[Sequence[str]]) -> bool:
    """A header names a field we know, or at least holds no phone number where the rows below may."""
    first = sample[0]
    if any(target_of(cell) for cell in first):
        return True
    return not any(_like_phone(cell) for cell in first)


def _like_phone(cell: str) -> bool:
    return sum(c.isdigit() for c in cell) >= 6 or (cell.strip()[:1] == "+" and not isinstance(read_phone(cell), str))


def _columns(header: Sequence[str] | None, width: int) -> tuple[str, ...]:
    """Names for every column, each different: missing ones are numbered, repeated ones get a count."""
    names: list[str] = []
    # A header may end in empty cells; rows that are longer than it are refused, not widened.
    cells = list(header) if header is not None else [""] * width
    while header is not None and cells and not cells[-1].strip():
        cells.pop()
    seen: set[str] = set()
    for i, cell in enumerate(cells, 1):
        base = " ".join(cell.replace("\ufeff", "").split()) or tr("Column {n}", n=i)
        name, n = base, 2
        while name.casefold() in seen:
            name, n = f"{base} ({n})", n + 1
        seen.add(name.casefold())
        names.append(name)
    return tuple(names)
