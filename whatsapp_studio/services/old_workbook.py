"""Decides whether a workbook of Excel 97 to 2003 may be opened: two cells far apart fill a sheet of millions.

Compound file: [MS-CFB] 2.2 to 2.6. Records of cells: [MS-XLS] 2.4.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

from whatsapp_studio.base.errors import UserError

_MOST_BYTES = 256 << 20
# A sheet is opened as a field of its rows by its columns; so many places are fine, and more where most of them hold
# something.
_FINE, _MOST_EMPTY = 4_000_000, 100
_LAST = 0xFFFFFFFA
_BEGIN = (0x809, 0x409, 0x209, 0x009)
# NUMBER, LABEL, LABELSST, RK, FORMULA, BOOLERR, RSTRING, BLANK begin with row and column; MULRK, MULBLANK have several.
_CELLS = frozenset((0x203, 0x204, 0xFD, 0x27E, 0x06, 0x205, 0xD6, 0x201, 0xBD, 0xBE))


def must_be_honest(path: Path) -> None:
    """Raises UserError ``import-too-large`` for a workbook of next to nothing that would fill the memory.

    What cannot be followed is left to the reader of workbooks, which refuses it.
    """
    if path.stat().st_size > _MOST_BYTES:
        raise UserError("import-too-large", name=path.name)
    try:
        places, cells = _measured(_stream(path.read_bytes()))
    except (struct.error, IndexError):
        return
    if places > _FINE and places > _MOST_EMPTY * cells:
        raise UserError("import-too-large", name=path.name)


def _stream(data: bytes) -> bytes:
    """The stream of records of a workbook; empty where there is none."""
    shifts = struct.unpack_from("<HH", data, 30)
    if shifts not in ((9, 6), (12, 6)):
        return b""
    sector, mini = 1 << shifts[0], 1 << shifts[1]
    most = len(data) // sector + 1
    first_entry, cutoff, first_mini = (struct.unpack_from("<I", data, at)[0] for at in (48, 56, 60))
    listed = [n for n in struct.unpack_from("<109I", data, 76) if n < _LAST]
    further = struct.unpack_from("<I", data, 68)[0]
    for _ in range(most):
        if further >= _LAST or len(listed) > most:
            break
        *more, further = struct.unpack_from(f"<{sector // 4}I", data, (further + 1) * sector)
        listed += [n for n in more if n < _LAST]
    table = [n for place in listed for n in struct.unpack_from(f"<{sector // 4}I", data, (place + 1) * sector)]

    def whole(start: int) -> bytes:
        return b"".join(data[(n + 1) * sector : (n + 2) * sector] for n in _chain(table, start, most))

    entries = whole(first_entry)
    small = b""
    for at in range(0, len(entries), 128):
        size = struct.unpack_from("<H", entries, at + 64)[0]
        name = entries[at : at + max(0, size - 2)].decode("utf-16-le", "replace")
        start, length = struct.unpack_from("<II", entries, at + 116)
        if entries[at + 66] == 5:
            small = whole(start)
        elif name in ("Workbook", "Book"):
            if length >= cutoff:
                return whole(start)[:length]
            links = whole(first_mini)
            inner = struct.unpack(f"<{len(links) // 4}I", links)
            return b"".join(small[n * mini : (n + 1) * mini] for n in _chain(inner, start, len(small) // mini + 1))[
                :length
            ]
    return b""


def _chain(table: list[int] | tuple[int, ...], start: int, most: int) -> Iterator[int]:
    """The parts of a stream in their order, ``most`` of them: one that goes round ends."""
    for _ in range(most):
        if start >= _LAST:
            return
        yield start
        start = table[start]


def _measured(records: bytes) -> tuple[int, int]:
    """How many places all sheets have, from the first to the last cell of each, and how many cells there are."""
    places = cells = at = 0
    rows: tuple[int, int] | None = None
    columns = (0, 0)
    while at + 4 <= len(records):
        kind, size = struct.unpack_from("<HH", records, at)
        if kind in _BEGIN and rows is not None:
            places += (rows[1] - rows[0] + 1) * (columns[1] - columns[0] + 1)
            rows = None
        elif kind in _CELLS and size >= 4:
            row, column = struct.unpack_from("<HH", records, at + 4)
            last = struct.unpack_from("<H", records, at + 2 + size)[0] if kind in (0xBD, 0xBE) else column
            cells += max(1, last - column + 1)
            if rows is None:
                rows, columns = (row, row), (column, last)
            else:
                rows = (min(rows[0], row), max(rows[1], row))
                columns = (min(columns[0], column), max(columns[1], last))
        at += 4 + size
    if rows is not None:
        places += (rows[1] - rows[0] + 1) * (columns[1] - columns[0] + 1)
    return places, cells
