"""Decides how long the report of a million messages takes, beside a plain look at the same rows.

Run: ``python -m tests.benchmarks.bench_report [messages]``. Asserts that the headline takes less time than SQLite needs
to go through the rows and their news once, the details no more than fifteen times as much, and that everything adds up.
The last line is JSON.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.fixtures.sent import sent
from tests.fixtures.studio import Outgoing, add_people
from whatsapp_studio.reports.adding_up import faults
from whatsapp_studio.services.reporting import Reports
from whatsapp_studio.storage.db import Store

BEGIN = datetime(2026, 3, 3, 9, tzinfo=UTC)
PART = 20_000
HEADLINE, DETAILS = 1.0, 15.0


def main(messages: int) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder) / "studio.db")
        try:
            campaign = Outgoing(store).launch(add_people(store, 1))
            for part in range(messages // PART):
                sent(store, campaign, PART, BEGIN + timedelta(minutes=4 * part), seed=part, per_minute=5000,
                     treatments=("a", "b"))  # fmt: skip
            return _measured(Reports(store), store, campaign)
        finally:
            store.close()


def _measured(reports: Reports, store: Store, campaign: str) -> dict[str, float]:
    took: dict[str, float] = {}
    found = None
    for name, work in (
        ("plain", lambda: _plain(store)), ("headline", lambda: reports.report(campaign)),
        ("details", lambda: reports.full(campaign)), ("page", lambda: reports.rows(campaign, offset=100_000)),
    ):  # fmt: skip
        begun = time.perf_counter()
        answer = work()
        took[name] = round(time.perf_counter() - begun, 3)
        print(f"{name:>9}: {took[name]:.3f} s", flush=True)
        found = answer if name == "details" else found
    assert found is not None and faults(found) == (), faults(found)  # type: ignore[arg-type]
    assert took["headline"] < HEADLINE * took["plain"], took
    assert took["details"] < DETAILS * took["plain"], took
    return took


def _plain(store: Store) -> None:
    """Once through the rows, once through the news: what nobody can do without."""
    store.value("SELECT count(DISTINCT state || treatment || market || language) FROM outbox")
    store.value("SELECT count(DISTINCT status || substr(at, 1, 13)) FROM news")


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)))
