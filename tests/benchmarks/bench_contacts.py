"""Decides whether a million contacts are found, sorted, jumped through and selected without anybody having to wait.

Run: ``python -m tests.benchmarks.bench_contacts [contacts]``. Everything runs in one process on one workspace, each
question beside the usual way of asking it: ``LIKE`` over all columns, ``OFFSET`` for a place far down, sorting without
an index, and Qt's own selection. The last line is JSON with medians in ms, the ratios, and whether the bars hold.
"""

from __future__ import annotations

import json
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView

from whatsapp_studio.app import Studio
from whatsapp_studio.audience.contact import CustomField
from whatsapp_studio.audience.segment import ContactQuery
from whatsapp_studio.qt import jobs, theme
from whatsapp_studio.qt.contacts.page import FIRST, ContactsPage

SEARCH_MS, JUMP_MS, GAP_MS, AT_ONCE_MS = 100, 50, 100, 100
SEARCHES = ("j", "ja", "jan", "jan smit", "zoe", "6", "316", "4711", "+31 6 4711", "99999999", "anna 47", "nobody")
_FIRST = ("Anna", "Émile", "Bram", "Chloë", "Daan", "Eva", "Finn", "Zoë", "Noor", "Lars", "Maria", "Jan", "Öykü")
_LAST = ("Jansen", "de Vries", "Smit", "Bakker", "García", "Müller", "Yılmaz", "Visser", "van den Berg", "Silva")


def fill(studio: Studio, count: int) -> None:
    """Made-up people of two countries, with three fields, straight into the table."""
    for field in (CustomField(name="city", label="City"), CustomField(name="points", label="Points", kind="number"),
                  CustomField(name="likes", label="Likes")):  # fmt: skip
        studio.contacts.add_field(field)
    dice = random.Random(1)

    def rows() -> Any:
        for n in range(count):
            number = (n * 7919 + 13) % 100_000_000
            yield (
                f"+316{number:08d}" if n % 3 else f"+55119{number * 31 % 100_000_000:08d}",
                dice.choice(_FIRST) + (str(dice.randrange(3000)) if n % 2 else ""),
                dice.choice(_LAST) + ("" if n % 4 else str(dice.randrange(5000))),
                dice.choice(("nl", "en", "pt_BR")), "NL" if n % 3 else "BR", dice.choice(("yes", "no", "unknown")),
                dice.choice(("Delft", "Gent", "Recife")), dice.randrange(500), "tulips and other flowers",
            )  # fmt: skip

    with studio._store.write() as conn:
        conn.executemany(
            "INSERT OR IGNORE INTO contacts (phone, first_name, last_name, language, country, marketing, f_city,"
            " f_points, f_likes, created_at, updated_at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '2026-01-01T00:00:00.000+00:00', '')",
            rows(),
        )


def median_ms(act: Callable[[], object], times: int = 5) -> float:
    took = []
    for _ in range(times):
        started = time.perf_counter()
        act()
        took.append(time.perf_counter() - started)
    return statistics.median(took) * 1000


def searching(studio: Studio) -> dict[str, Any]:
    """The first that are found, all that are found, and ``LIKE`` over name and number."""
    contacts, conn = studio.contacts, studio._store.db.conn
    found: dict[str, Any] = {}
    for text in SEARCHES:
        query = ContactQuery(search=text)

        def like(text: str = text) -> list[Any]:
            wanted = f"%{text.lstrip('+').replace(' ', '%')}%"
            return conn.execute(
                "SELECT id FROM contacts WHERE first_name || ' ' || last_name || ' ' || coalesce(phone, '') LIKE ?",
                (wanted,),
            ).fetchall()

        found[text] = {
            "first": median_ms(lambda query=query: contacts.ids(query, FIRST)),  # type: ignore[misc]
            "all": median_ms(lambda query=query: contacts.ids(query), 3),  # type: ignore[misc]
            "like": median_ms(like, 3), "hits": len(contacts.ids(query)),
        }  # fmt: skip
    return found


def sorting(studio: Studio) -> dict[str, Any]:
    """Each order, the first and all, and names sorted without the index."""
    contacts, conn = studio.contacts, studio._store.db.conn
    found: dict[str, Any] = {}
    for sort in ("first_name", "phone", "country", "language", "marketing"):
        query = ContactQuery(sort=sort)  # type: ignore[arg-type]
        found[sort] = {
            "first": median_ms(lambda query=query: contacts.ids(query, FIRST)),  # type: ignore[misc]
            "all": median_ms(lambda query=query: contacts.ids(query), 3),  # type: ignore[misc]
        }  # fmt: skip
    found["names without an index"] = median_ms(
        lambda: conn.execute(
            "SELECT id FROM contacts NOT INDEXED ORDER BY fold(first_name), fold(last_name), id"
        ).fetchall(), 1,
    )  # fmt: skip
    said_no = {"no": ContactQuery(marketing="no"), "no, by name": ContactQuery(marketing="no", sort="first_name")}
    for name, query in said_no.items():
        found[f"filter {name}"] = median_ms(lambda query=query: contacts.ids(query, FIRST))  # type: ignore[misc]
    return found


class Gaps:
    """How long the window was not answering, at most, while something was done."""

    def __init__(self) -> None:
        self.worst = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setInterval(5)
        self._timer.timeout.connect(self._tick)

    def _tick(self) -> None:
        now = time.perf_counter()
        self.worst = max(self.worst, now - self._last)
        self._last = now

    def __enter__(self) -> Gaps:
        self._last = time.perf_counter()
        self._timer.start()
        return self

    def __exit__(self, *trouble: object) -> None:
        self._tick()
        self._timer.stop()


def until(holds: Callable[[], bool], seconds: float = 60) -> float:
    started = time.perf_counter()
    while not holds():
        QApplication.processEvents()
        time.sleep(0.001)
        if time.perf_counter() - started > seconds:
            raise TimeoutError
    return (time.perf_counter() - started) * 1000


def window(studio: Studio, count: int) -> dict[str, Any]:
    """The page itself: opening, jumping, typing, sorting and selecting, with the longest silence of the window."""
    page = ContactsPage(studio)
    page.resize(1280, 700)
    page.show()
    found: dict[str, Any] = {}
    conn = studio._store.db.conn

    def asked() -> bool:
        return not jobs.Job._running and page.model.whole

    with Gaps() as gaps:
        page.on_shown()
        found["first rows"] = until(lambda: page.model.rowCount() > 0)
        found["all rows"] = until(lambda: page.model.rowCount() == count)
        until(asked)
    found["gap opening"] = gaps.worst * 1000
    dice = random.Random(7)
    bar = page.table.verticalScrollBar()

    def jump() -> None:
        bar.setValue(dice.randrange(bar.maximum()))
        page.table.viewport().repaint()

    jumps = sorted(median_ms(jump, 1) for _ in range(100))
    found["jump p50"], found["jump p95"] = jumps[50], jumps[95]
    offsets = [dice.randrange(count - 30) for _ in range(20)]
    found["offset p50"] = statistics.median(
        median_ms(lambda n=n: conn.execute(  # type: ignore[misc]
            "SELECT * FROM contacts ORDER BY id LIMIT 30 OFFSET ?", (n,)).fetchall(), 1) for n in offsets
    )  # fmt: skip
    ids = page.model.ids
    found["page p50"] = statistics.median(
        median_ms(lambda n=n: studio.contacts.get_many(ids[n : n + 30]), 1) for n in offsets  # type: ignore[misc]
    )
    with Gaps() as gaps:
        for letter in "jan smit":
            QTest.keyClicks(page.search, letter)
            QTest.qWait(60)
        typed = time.perf_counter()
        until(lambda: 0 < page.model.rowCount() < count)
        found["typed to seen"] = (time.perf_counter() - typed) * 1000
        until(asked)
        page.search.clear()
        until(lambda: page.model.rowCount() == count)
        page._sorted("first_name", False)
        until(lambda: not jobs.Job._running)
        until(lambda: page.model.rowCount() == count and asked())
    found["gap searching and sorting"] = gaps.worst * 1000
    found["select all"] = median_ms(lambda: (page.table.selectAll(), QApplication.processEvents()))
    found["selected ids"] = median_ms(page.table.selected_ids)
    page.model.mark_everything(False)
    found["qt select all"] = _qt_selection(page)
    page.close()
    page.deleteLater()
    jobs.wait_for_all()
    return found


def _qt_selection(page: ContactsPage) -> float:
    """What Qt's own selection costs, of a tenth of the rows; it grows with them."""
    tenth = page.model.rowCount() // 10
    view = QTableView()
    view.setModel(page.model)
    view.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    view.show()
    flags = QItemSelectionModel.SelectionFlag
    def select() -> None:
        rows = QItemSelection(page.model.index(0, 0), page.model.index(tenth, 0))
        view.selectionModel().select(rows, flags.ClearAndSelect | flags.Rows)
        view.selectionModel().selectedRows()
        QApplication.processEvents()

    took = median_ms(select, 1)
    view.close()
    view.deleteLater()
    return took


def main(count: int = 1_000_000) -> dict[str, Any]:
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.apply(app, "light")
    with tempfile.TemporaryDirectory() as folder:
        studio = Studio.open(Path(folder) / "workspace")
        jobs.at_job_end(studio.done_with_thread)
        started = time.perf_counter()
        fill(studio, count)
        kept = studio.contacts.count()
        print(f"{kept:,} contacts in {time.perf_counter() - started:.0f} s", file=sys.stderr)
        result: dict[str, Any] = {
            "contacts": kept, "load": os.getloadavg()[0], "search": searching(studio), "sort": sorting(studio),
            "count": median_ms(studio.contacts.count), "window": window(studio, kept),
        }  # fmt: skip
        studio.close()
    shown, seen = result["search"], result["window"]
    result["ratios"] = {
        "like over search": statistics.median(one["like"] for one in shown.values())
        / statistics.median(one["first"] for one in shown.values()),
        "sorting over the index": result["sort"]["names without an index"] / result["sort"]["first_name"]["all"],
        "offset over a page by ids": seen["offset p50"] / seen["page p50"],
        "a tenth selected by Qt over all": seen["qt select all"] / max(seen["select all"], 0.01),
    }
    result["holds"] = {
        "search": all(one["first"] < SEARCH_MS for one in shown.values()),
        "jump": seen["jump p95"] < JUMP_MS, "select": seen["select all"] < AT_ONCE_MS,
        "sort": all(one["first"] < AT_ONCE_MS for one in result["sort"].values() if isinstance(one, dict)),
        "alive": max(seen["gap opening"], seen["gap searching and sorting"]) < GAP_MS,
    }  # fmt: skip
    return result


if __name__ == "__main__":
    made = main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
    for part in ("search", "sort", "window"):
        for name, value in made[part].items():
            said = {k: round(v, 1) for k, v in value.items()} if isinstance(value, dict) else round(value, 1)
            print(f"{part:8} {name:28} {said}", file=sys.stderr)
    print(json.dumps(made, default=float))
    sys.exit(not all(made["holds"].values()))
