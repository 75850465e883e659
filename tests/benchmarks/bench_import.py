"""Decides how fast an import is beside what ``sqlite3 .import`` and a plain script do with the same file.

Run: ``python -m tests.benchmarks.bench_import [rows] [rounds]``; a million rows of fourteen columns by default. Every
way reads the same file in a process of its own, in turns:

* ``import``: the command line tool of SQLite into a table with UNIQUE (phone), nothing normalised (where the tool is
  missing: ``csv`` and ``executemany`` into the same table);
* ``plain``: sqlite-utils ``insert_all`` with ``phonenumbers``, on the first hundred thousand rows;
* ``same``: ours, asked for what ``plain`` does, with typed fields and its indexes for searching and sorting;
* ``whole``: ours with the consent ledger and a list as well;
* ``cancel``: ours, cancelled at several moments, with a second thread that wakes up every 5 ms and reads;
* ``xlsx`` and ``openpyxl``: the rows of a workbook, read by ours and by openpyxl (read-only).

The last line is JSON with the medians of CPU time, the ratios, and whether the bars hold.
"""

from __future__ import annotations

import csv
import importlib.util
import json
import os
import resource
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Any

from tests.fixtures.make_contacts import EXTRA, HEADER, write_contacts

COLUMNS = (*HEADER, *EXTRA)
PLAIN_ROWS, BOOK_ROWS = 100_000, 20_000
# CPU of ours over that of ``.import``, of ``plain`` over ours, and of openpyxl over ours.
OVER_IMPORT, UNDER_PLAIN, UNDER_OPENPYXL = 2.2, 3.0, 10.0
MEGABYTES, CANCEL_SECONDS = 250, 1.0

Figures = dict[str, float]


class Watch:
    """Time and CPU of what is inside; what is imported or opened before does not count for any way."""

    def __enter__(self) -> Watch:
        self._started, self._cpu = time.perf_counter(), _cpu()
        return self

    def __exit__(self, *trouble: object) -> None:
        self._took, self._used = time.perf_counter() - self._started, _cpu() - self._cpu

    def figures(self, rows: int, **more: float) -> Figures:
        kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
        megabytes = max(resource.getrusage(kind).ru_maxrss for kind in kinds) // 1024
        return {"rows": rows, "seconds": self._took, "cpu": self._used, "megabytes": megabytes, **more}


def _cpu() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def by_import(file: Path, folder: Path) -> Figures:
    """What SQLite itself needs to put the file into a table where each number is once."""
    folder.mkdir(parents=True)
    columns = ", ".join(f'"{name}"' for name in COLUMNS[1:])
    table = f"CREATE TABLE contacts (phone TEXT UNIQUE, {columns});"
    tool = shutil.which("sqlite3")
    rows = _lines(file)
    if tool is None:
        db = sqlite3.connect(folder / "import.db")
        db.execute(table)
        with Watch() as watch, file.open(encoding="utf-8", newline="") as opened, db:
            read = csv.reader(opened, delimiter=";")
            next(read)
            db.executemany(f"INSERT OR IGNORE INTO contacts VALUES ({', '.join('?' * len(COLUMNS))})", read)
        return watch.figures(rows)
    script = f'{table}\n.mode csv\n.separator ;\n.import --skip 1 "{file}" contacts\n'
    with Watch() as watch:
        subprocess.run([tool, str(folder / "import.db")], input=script.encode(), capture_output=True, check=False)
    return watch.figures(rows)


def plain(file: Path, folder: Path) -> Figures:
    """What a script would do: no consent, no list, no reasons, no dry run; the same search index."""
    import phonenumbers
    from sqlite_utils import Database

    folder.mkdir(parents=True)
    db = Database(folder / "plain.db")
    db.enable_wal()
    table = db["contacts"]
    table.create({"phone": str, **dict.fromkeys(COLUMNS[1:], str)}, pk="phone")
    table.enable_fts(["first name", "last name"], tokenize="unicode61 remove_diacritics 2", create_triggers=True)

    def rows() -> Iterator[dict[str, str]]:
        with file.open(encoding="utf-8", newline="") as opened:
            for row in islice(csv.DictReader(opened, delimiter=";"), PLAIN_ROWS):
                try:
                    number = phonenumbers.parse(row["phone"], "NL")
                except phonenumbers.NumberParseException:
                    continue
                if phonenumbers.is_valid_number(number):
                    row["phone"] = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
                    yield row

    with Watch() as watch:
        table.insert_all(rows(), ignore=True, batch_size=1000)
    return watch.figures(min(PLAIN_ROWS, _lines(file)))


def ours(file: Path, folder: Path, *, whole: bool = False) -> Figures:
    """E.164, duplicates, refused rows, indexes, one transaction; ``whole``: with consent and a list."""
    contacts, plan, store = _opened(file, folder, whole=whole)
    with Watch() as watch:
        result = contacts.import_file(file, plan)
    assert result.rows == result.added + result.updated + result.duplicates + result.invalid
    store.close()
    return watch.figures(result.rows, added=result.added)


def cancelled(file: Path, folder: Path) -> Figures:
    """How long it takes to stop, and how late a thread wakes up meanwhile, in milliseconds."""
    contacts, plan, store = _opened(file, folder)
    with Watch() as watch:
        whole = _stopped_after(contacts, file, plan, 10.0**9)
    removed = contacts.undo_import().removed
    assert removed
    late, slow = [whole[1]], []
    for share in (0.2, 0.5, 0.8, 0.9, 0.95):
        stop, woke = _stopped_after(contacts, file, plan, share * whole[0])
        late.append(woke)
        if contacts.count():
            # It was faster than the first one: nobody was in time to stop it.
            contacts.undo_import()
        else:
            slow.append(stop)
    store.close()
    return watch.figures(_lines(file), cancel=max(slow), late=1000 * max(late))


def _stopped_after(contacts: Any, file: Path, plan: Any, seconds: float) -> tuple[float, float]:
    """Seconds from the question to the end (of the whole, where nobody asks), and the latest awakening."""
    from whatsapp_studio.base.progress import Cancelled

    asked = threading.Event()

    class Watched:
        def report(self, done: int, total: int | None = None) -> None:
            pass

        def cancelled(self) -> bool:
            return asked.is_set()

    def run() -> None:
        with suppress(Cancelled):
            contacts.import_file(file, plan, Watched())

    worker = threading.Thread(target=run)
    started = time.perf_counter()
    worker.start()
    latest, at = 0.0, started
    while worker.is_alive():
        before = time.perf_counter()
        worker.join(0.005)
        contacts.get(1)
        latest = max(latest, time.perf_counter() - before - 0.005)
        if not asked.is_set() and before - started > seconds:
            asked.set()
            at = before
    return time.perf_counter() - at, latest


def _opened(file: Path, folder: Path, *, whole: bool = False) -> tuple[Any, Any, Any]:
    from whatsapp_studio.audience.importing import ImportPlan
    from whatsapp_studio.base.clock import SystemClock
    from whatsapp_studio.base.events import tell_nobody
    from whatsapp_studio.base.paths import WorkspacePaths
    from whatsapp_studio.services.intake import Contacts
    from whatsapp_studio.storage.db import Store

    paths = WorkspacePaths(folder)
    paths.create()
    store = Store(paths.database)
    contacts = Contacts(store, paths, SystemClock(), tell_nobody)
    # As the window asks for it: new fields are of the kinds the preview guesses.
    kinds = contacts.preview(file, country="NL").kinds
    if whole:
        return contacts, ImportPlan(country="NL", consent_source="form", list_name="All", new_kinds=kinds), store
    return contacts, ImportPlan(country="NL", new_kinds=kinds), store


def book(file: Path, folder: Path) -> Figures:
    """Every row of a workbook as texts, by ours."""
    from whatsapp_studio.services.reading import open_table

    with Watch() as watch:
        rows = sum(len(block) for _, block in open_table(file).batches(1_000))
    return watch.figures(rows)


def openpyxl_book(file: Path, folder: Path) -> Figures:
    """Every row of a workbook, by openpyxl."""
    from openpyxl import load_workbook

    with Watch() as watch:
        sheet = load_workbook(file, read_only=True).worksheets[0]
        rows = sum(1 for row in sheet.iter_rows(values_only=True) if row) - 1
    return watch.figures(rows)


def _lines(file: Path) -> int:
    with file.open("rb") as opened:
        return sum(1 for _ in opened) - 1


def write_book(source: Path, target: Path, rows: int) -> None:
    """The first rows of a file as a workbook."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("People")
    with source.open(encoding="utf-8", newline="") as opened:
        for row in islice(csv.reader(opened, delimiter=";"), rows + 1):
            sheet.append(row)
    book.save(target)


WAYS: dict[str, Callable[[Path, Path], Figures]] = {
    "import": by_import, "plain": plain, "same": ours, "whole": lambda file, folder: ours(file, folder, whole=True),
    "cancel": cancelled, "xlsx": book, "openpyxl": openpyxl_book,
}  # fmt: skip


def one(way: str, file: str) -> None:
    """Run one way in this process and print its figures."""
    with tempfile.TemporaryDirectory() as folder:
        figures = WAYS[way](Path(file), Path(folder) / "workspace")
    print(json.dumps(figures))


def main(rows: int = 1_000_000, rounds: int = 3) -> int:
    """Measure, print, and say by the exit code whether the bars hold."""
    with tempfile.TemporaryDirectory() as folder:
        made = write_contacts(Path(folder) / "contacts.csv", rows, wide=True)
        books = importlib.util.find_spec("openpyxl") is not None
        if books:
            write_book(made.path, Path(folder) / "contacts.xlsx", min(rows, BOOK_ROWS))
        ways = [way for way in WAYS if books or way not in ("xlsx", "openpyxl")]
        runs: dict[str, list[Figures]] = {way: [] for way in ways}
        for turn in range(rounds):
            for way in ways:
                if way == "cancel" and turn:
                    continue
                path = made.path.with_suffix(".xlsx") if way in ("xlsx", "openpyxl") else made.path
                done = subprocess.run(
                    [sys.executable, "-m", "tests.benchmarks.bench_import", "--one", way, str(path)],
                    check=True, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": "."},
                )  # fmt: skip
                runs[way].append(json.loads(done.stdout))
    report = told(rows, rounds, runs)
    report["holds"]["added"] = runs["whole"][0]["added"] == runs["same"][0]["added"] == made.good
    print(json.dumps(report))
    return 0 if all(report["holds"].values()) else 1


def told(rows: int, rounds: int, runs: dict[str, list[Figures]]) -> dict[str, Any]:
    """The figures of all runs as one table."""
    cpu = {way: statistics.median(1e6 * run["cpu"] / run["rows"] for run in seen) for way, seen in runs.items()}
    ratios = {
        "same_over_import": cpu["same"] / cpu["import"], "whole_over_import": cpu["whole"] / cpu["import"],
        "plain_over_same": cpu["plain"] / cpu["same"],
    }  # fmt: skip
    if "openpyxl" in cpu:
        ratios["openpyxl_over_xlsx"] = cpu["openpyxl"] / cpu["xlsx"]
    megabytes = {way: max(run["megabytes"] for run in seen) for way, seen in runs.items()}
    [cancel] = runs["cancel"]
    return {
        "rows": rows, "rounds": rounds, "cpu_us_per_row": {way: round(used, 1) for way, used in cpu.items()},
        "seconds": {way: round(min(run["seconds"] for run in seen), 2) for way, seen in runs.items()},
        "ratios": {name: round(ratio, 2) for name, ratio in ratios.items()}, "megabytes": megabytes,
        "cancel_seconds": round(cancel["cancel"], 2), "latest_awakening_ms": round(cancel["late"]),
        "holds": {
            "over_import": ratios["same_over_import"] <= OVER_IMPORT,
            "under_plain": ratios["plain_over_same"] >= UNDER_PLAIN,
            "under_openpyxl": ratios.get("openpyxl_over_xlsx", UNDER_OPENPYXL) >= UNDER_OPENPYXL,
            "megabytes": max(megabytes["same"], megabytes["whole"]) <= MEGABYTES,
            "cancel": cancel["cancel"] <= CANCEL_SECONDS,
        },
    }  # fmt: skip


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        one(*sys.argv[2:])
    else:
        sys.exit(main(*map(int, sys.argv[1:])))
