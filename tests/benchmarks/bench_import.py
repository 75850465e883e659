"""Decides how fast an import is beside the plain way: sqlite-utils ``insert_all`` with ``phonenumbers``.

Run: ``python -m tests.benchmarks.bench_import [rows] [rounds]``. Three ways read the same file, in turns, each in
a process of its own: ``plain`` (the baseline), ``same`` (ours, asked for what the baseline does) and ``whole``
(ours with consent ledger and list). The last line is JSON with the medians of CPU time, the ratios, and whether
the bars hold.
"""

from __future__ import annotations

import csv
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.fixtures.make_contacts import HEADER, write_contacts

ROWS_PER_SECOND = 20_000
# CPU of the plain way over ours for the same work.
RATIO = 2.0
MEGABYTES = 300


Figures = dict[str, float]


class Watch:
    """Time and CPU of what is inside; what is imported or opened before does not count for either way."""

    def __enter__(self) -> Watch:
        self._started, self._cpu = time.perf_counter(), time.process_time()
        return self

    def __exit__(self, *trouble: object) -> None:
        self._took, self._used = time.perf_counter() - self._started, time.process_time() - self._cpu

    def figures(self, added: int) -> Figures:
        megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        return {"added": added, "seconds": self._took, "cpu": self._used, "megabytes": megabytes}


def ours(file: Path, folder: Path, *, whole: bool) -> Figures:
    """E.164, duplicates, refused rows, search index, one transaction; ``whole``: with consent and a list."""
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
    plan = ImportPlan(country="NL", consent_source="form", list_name="Everybody") if whole else ImportPlan(country="NL")
    with Watch() as watch:
        result = contacts.import_file(file, plan)
    assert result.rows == result.added + result.updated + result.duplicates + result.invalid
    store.close()
    return watch.figures(result.added)


def plain(file: Path, folder: Path) -> Figures:
    """What a script would do: no consent, no list, no reasons, no dry run; the same search index."""
    import phonenumbers
    from sqlite_utils import Database

    folder.mkdir(parents=True)
    db = Database(folder / "plain.db")
    db.enable_wal()
    table = db["contacts"]
    table.create({"phone": str, **dict.fromkeys(HEADER[1:], str)}, pk="phone")
    table.enable_fts(
        ["first name", "last name", "phone"], tokenize="unicode61 remove_diacritics 2", create_triggers=True
    )

    def rows() -> Iterator[dict[str, str]]:
        with file.open(encoding="utf-8", newline="") as opened:
            for row in csv.DictReader(opened, delimiter=";"):
                try:
                    number = phonenumbers.parse(row["phone"], "NL")
                except phonenumbers.NumberParseException:
                    continue
                if phonenumbers.is_valid_number(number):
                    row["phone"] = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
                    yield row

    with Watch() as watch:
        table.insert_all(rows(), ignore=True, batch_size=1000)
    return watch.figures(table.count)


def one(way: str, file: str) -> None:
    """Run one way in this process and print its figures."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = Path(folder) / "workspace"
        figures = plain(Path(file), workspace) if way == "plain" else ours(Path(file), workspace, whole=way == "whole")
    print(json.dumps(figures))


def main(rows: int = 50_000, rounds: int = 3) -> int:
    """Measure, print, and say by the exit code whether the bars hold."""
    with tempfile.TemporaryDirectory() as folder:
        made = write_contacts(Path(folder) / "contacts.csv", rows)
        runs: dict[str, list[Figures]] = {"plain": [], "same": [], "whole": []}
        for _ in range(rounds):
            for way, seen in runs.items():
                done = subprocess.run(
                    [sys.executable, "-m", "tests.benchmarks.bench_import", "--one", way, str(made.path)],
                    check=True, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": "."},
                )  # fmt: skip
                seen.append(json.loads(done.stdout))
    cpu = {way: statistics.median(run["cpu"] for run in seen) for way, seen in runs.items()}
    seconds = {way: statistics.median(run["seconds"] for run in seen) for way, seen in runs.items()}
    report: dict[str, Any] = {
        "rows": rows,
        "rounds": rounds,
        "added": runs["whole"][0]["added"],
        "cpu_us_per_row": {way: round(1e6 * value / rows, 1) for way, value in cpu.items()},
        "rows_per_second": {way: round(rows / value) for way, value in seconds.items()},
        "ratio_cpu": {way: round(cpu["plain"] / cpu[way], 2) for way in ("same", "whole")},
        "megabytes": {way: max(run["megabytes"] for run in seen) for way, seen in runs.items()},
    }
    report["holds"] = {
        "rows_per_second": report["rows_per_second"]["whole"] >= ROWS_PER_SECOND,
        "ratio_cpu": report["ratio_cpu"]["same"] >= RATIO,
        "megabytes": report["megabytes"]["whole"] <= MEGABYTES,
        "added": runs["whole"][0]["added"] == made.good,
    }
    print(json.dumps(report))
    return 0 if all(report["holds"].values()) else 1


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        one(*sys.argv[2:])
    else:
        sys.exit(main(*map(int, sys.argv[1:])))
