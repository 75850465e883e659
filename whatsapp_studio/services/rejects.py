"""Decides how rows that were not imported are handed back: as a CSV file with their line and a reason."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import TextIO

from whatsapp_studio.base.errors import Problem, WorldError
from whatsapp_studio.base.i18n import fill, tr
from whatsapp_studio.base.words_audience import WORDS


class Rejects:
    """A file of refused rows that comes into being with the first of them."""

    def __init__(self, path: Path, columns: Sequence[str], delimiter: str) -> None:
        self.path = path
        self.count = 0
        self._columns = columns
        self._delimiter = delimiter
        self._waiting = path.with_suffix(".part")
        self._file: TextIO | None = None
        self._kept = False

    def add(self, line: int, cells: Sequence[str], problem: Problem) -> None:
        """Write one refused row; raises WorldError when it cannot be kept."""
        with self._trouble():
            self._write(line, cells, problem)

    def _write(self, line: int, cells: Sequence[str], problem: Problem) -> None:
        if self._file is None:
            self._waiting.parent.mkdir(parents=True, exist_ok=True)
            # The BOM makes spreadsheets read it as UTF-8.
            self._file = self._waiting.open("w", encoding="utf-8-sig", newline="")
            self._writer = csv.writer(self._file, delimiter=self._delimiter)
            self._writer.writerow(["line", "reason", *self._columns])
        self._writer.writerow([line, reason(problem), *map(harmless, cells)])
        self.count += 1

    def keep(self) -> str | None:
        """Finish the file; its path, or None when no row was refused."""
        if self._file is None:
            return None
        with self._trouble():
            self._file.close()
            os.replace(self._waiting, self.path)
        self._file, self._kept = None, True
        return str(self.path)

    @contextmanager
    def _trouble(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise WorldError(
                "rejects-not-written", folder=str(self.path.parent), details=error.strerror or ""
            ) from error

    def drop(self) -> None:
        """Leave nothing behind: the import did not happen."""
        # A full disk must not hide the trouble that brought us here.
        with suppress(OSError):
            if self._file is not None:
                self._file.close()
        with suppress(OSError):
            self._waiting.unlink(missing_ok=True)
        if self._kept:
            self.path.unlink(missing_ok=True)


def reason(problem: Problem) -> str:
    """What is wrong with a row, and what to do, in plain words."""
    title, _, fix = WORDS[problem.code]
    return f"{fill(title, problem.facts)} {fill(fix, problem.facts)}"


def harmless(cell: str) -> str:
    """A cell that no spreadsheet runs as a formula."""
    return "'" + cell if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell


def rejects_path(folder: Path, source: Path, now: datetime, kind: str) -> Path:
    """A path nobody uses yet for the refused rows of a file, such as ``contacts-errors-20261122-113000.csv``."""
    stem = "".join(c if c.isalnum() or c in "-_" else "-" for c in source.stem)[:40] or tr("import")
    base = f"{stem}-{kind}-{now:%Y%m%d-%H%M%S}"
    path, n = folder / f"{base}.csv", 2
    while path.exists():
        path, n = folder / f"{base}-{n}.csv", n + 1
    return path


def save_together(files: Sequence[Path], target: Path) -> int:
    """Write the rows of such files into one, whole or not at all; how many there are. Raises WorldError."""
    waiting = target.with_name(target.name + ".part")
    rows = 0
    try:
        with waiting.open("w", encoding="utf-8-sig", newline="") as written:
            for place, path in enumerate(files):
                with path.open(encoding="utf-8-sig", newline="") as read:
                    # What stands after the name of the first column.
                    delimiter = read.readline()[len("line") :][:1] or ","
                    read.seek(0)
                    lines = csv.reader(read, delimiter=delimiter)
                    if place:
                        next(lines, None)
                    else:
                        writer = csv.writer(written, delimiter=delimiter)
                        writer.writerow(next(lines, ()))
                    for cells in lines:
                        writer.writerow(cells)
                        rows += 1
        os.replace(waiting, target)
    except OSError as error:
        with suppress(OSError):
            waiting.unlink(missing_ok=True)
        raise WorldError("rejects-not-written", folder=str(target.parent), details=error.strerror or "") from error
    return rows
