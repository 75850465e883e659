"""Decides how fast a segment is counted among a million contacts, beside the same fields kept as JSON.

Run: ``python -m tests.benchmarks.bench_segments [contacts] [rounds]``. Three ways answer the same three rules in turns:
``json`` (a JSON column, as many tools keep fields; no index), ``plain`` (ours before a segment is saved: columns, no
index) and ``indexed`` (ours once one is saved). The last line is JSON with the medians in CPU milliseconds, how many
belong, and the ratios.
"""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from whatsapp_studio.app import Studio
from whatsapp_studio.audience.contact import CustomField
from whatsapp_studio.audience.rules import Group, Test

PLAIN_MS, INDEXED_MS, RATIO = 250, 30, 3.0
CITIES = ("Amsterdam", "Delft", "Gent", "Köln", "Paris", "São Paulo", "Breda", "Lyon", "Oslo", "Wien")
# Buyers of a town who have been away for long: a text, a number and a date.
RULE = Group(
    "all", (Test("city", "is", "delft"), Test("orders", "at_least", 55), Test("last_order", "before", "2022-06-01"))
)
_FILL = """
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :count)
    INSERT INTO contacts (phone, first_name, country, f_city, f_orders, f_last_order, created_at, updated_at)
    SELECT '+3160' || printf('%08d', i), 'Zoë', 'NL', json_extract(:cities, '$[' || (i * 7919 % 10) || ']'),
        i * 31 % 60, date('2020-01-01', (i * 17 % 2000) || ' days'), '2026-01-01T00:00:00.000+00:00', '2026' FROM n
"""
_JSON = """
    SELECT count(*) FROM as_json c WHERE lower(json_extract(c.fields, '$.city')) = 'delft'
        AND json_extract(c.fields, '$.orders') >= 55 AND json_extract(c.fields, '$.last_order') < '2022-06-01'
"""


def timed(ask: Callable[[], int]) -> tuple[float, int]:
    """CPU milliseconds of an answer, and the answer."""
    began = time.process_time()
    found = ask()
    return 1000 * (time.process_time() - began), found


def main(count: int = 1_000_000, rounds: int = 5) -> int:
    """Measure, print, and say by the exit code whether the bars hold."""
    with tempfile.TemporaryDirectory() as folder:
        studio = Studio.open(Path(folder) / "w")
        for name, kind in (("city", "text"), ("orders", "number"), ("last_order", "date")):
            studio.contacts.add_field(CustomField(name=name, label=name, kind=kind))  # type: ignore[arg-type]
        conn = studio._store.db.conn
        with studio._store.write():
            conn.execute(_FILL, {"count": count, "cities": json.dumps(CITIES)})
        conn.execute(
            "CREATE TABLE as_json (id INTEGER PRIMARY KEY, phone TEXT, first_name TEXT, country TEXT, fields TEXT)"
        )
        conn.execute(
            "INSERT INTO as_json SELECT id, phone, first_name, country, json_object('city', f_city, 'orders', f_orders,"
            " 'last_order', f_last_order) FROM contacts"
        )
        asked = studio.segments.count
        spent: dict[str, list[float]] = {"json": [], "plain": [], "indexed": []}
        answers: set[int] = set()
        for _ in range(rounds):
            for way, ask in (("json", lambda: conn.execute(_JSON).fetchone()[0]), ("plain", lambda: asked(RULE))):
                took, found = timed(ask)
                spent[way].append(took)
                answers.add(found)
        began = time.perf_counter()
        studio.segments.save("Long away", RULE)
        indexing = time.perf_counter() - began
        for _ in range(rounds):
            took, found = timed(lambda: asked(RULE))
            spent["indexed"].append(took)
            answers.add(found)
        studio.close()
    cpu = {way: statistics.median(some) for way, some in spent.items()}
    report: dict[str, Any] = {
        "contacts": count, "belong": sorted(answers), "cpu_ms": {way: round(ms, 1) for way, ms in cpu.items()},
        "ratio_to_json": {way: round(cpu["json"] / cpu[way], 1) for way in ("plain", "indexed")},
        "indexing_seconds": round(indexing, 1),
    }  # fmt: skip
    report["holds"] = {
        "plain": cpu["plain"] <= PLAIN_MS, "indexed": cpu["indexed"] <= INDEXED_MS, "one_answer": len(answers) == 1,
        "ratio": cpu["json"] / cpu["plain"] >= RATIO,
    }  # fmt: skip
    print(json.dumps(report))
    return 0 if all(report["holds"].values()) else 1


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
