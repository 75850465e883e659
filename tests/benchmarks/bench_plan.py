"""Decides how long it takes to plan a campaign for a million people, to launch it, and to take the launch back.

Run: ``python -m tests.benchmarks.bench_plan [people]``. The people live in thirty zones and many markets; 50,000
numbers are on the block list, two caps and a preset of quiet hours stand, Meta's limit is 10,000 people, the campaign
has three waves and goes by each contact's clock. Beside it, named ``plain``: ``executemany`` of the same rows into a
table with nothing but its key, which is the least that writing them can take; and ``idle_gap_ms``: how long another
thread waits while nothing is planned, which is the doing of other programs. The last line is JSON.
"""

from __future__ import annotations

import json
import os
import random
import resource
import sqlite3
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.fixtures.studio import NUMBER, T0, TemplateRows, offer
from whatsapp_studio.app import Studio
from whatsapp_studio.audience.caps import Cap
from whatsapp_studio.audience.quiet import Period, QuietHours
from whatsapp_studio.base.clock import iso
from whatsapp_studio.campaigns.cost import Rate
from whatsapp_studio.campaigns.draft import Draft, Mapping, Schedule
from whatsapp_studio.campaigns.programme import Waves
from whatsapp_studio.storage.connection import Connection, ConnectionStore
from whatsapp_studio.storage.rates import RateStore
from whatsapp_studio.templates.template import content_hash

PLAN_S = 15
_BEGINNINGS = ("+316", "+4915", "+5511", "+9198", "+4479", "+551199", "+34600", "+3361", "+3934", "+48501")
_ZONES = (
    "", "Europe/Amsterdam", "Europe/Berlin", "Europe/London", "America/Sao_Paulo", "Asia/Kolkata", "America/New_York",
    "America/Chicago", "America/Denver", "America/Los_Angeles", "Asia/Tokyo", "Asia/Singapore", "Australia/Sydney",
    "Australia/Lord_Howe", "Pacific/Auckland", "Africa/Cairo", "Africa/Lagos", "Africa/Johannesburg", "Asia/Dubai",
    "Asia/Karachi", "Asia/Dhaka", "Asia/Bangkok", "Asia/Shanghai", "Asia/Manila", "Europe/Moscow", "Europe/Lisbon",
    "America/Bogota", "America/Lima", "America/Santiago", "America/Mexico_City",
)  # fmt: skip


def fill(studio: Studio, count: int) -> None:
    """Made-up people straight into the table, a block list, rules and prices."""
    dice = random.Random(7)

    def rows() -> Iterator[tuple[object, ...]]:
        for n in range(count):
            phone = f"{_BEGINNINGS[n % len(_BEGINNINGS)]}{(n * 7919 + 13) % 10_000_000:07d}"
            yield phone, dice.choice(("Anna", "Bram", "Chloë", "Émile", "")), "Jansen", dice.choice(_ZONES), "yes"

    with studio._store.write() as conn:
        conn.executemany(
            "INSERT OR IGNORE INTO contacts (phone, first_name, last_name, time_zone, marketing, created_at,"
            f" updated_at) VALUES (?, ?, ?, ?, ?, '{iso(T0)}', '{iso(T0)}')",
            rows(),
        )
        conn.execute(
            f"INSERT INTO suppressions (phone, reason, at) SELECT phone, 'by-hand', '{iso(T0)}' FROM contacts"
            " WHERE id % 20 = 0 LIMIT 50000"
        )
    for cap in (Cap(name="Two a week", most=2, purpose="marketing", window="days", length=7),
                Cap(name="One a day", most=1, purpose="any", window="days", length=1)):  # fmt: skip
        studio.rules.save_cap(cap)
    studio.rules.save_quiet(
        QuietHours(name="Night", is_default=True, periods=(Period(days=tuple(range(7)), begin="21:00", end="08:00"),))
    )
    RateStore(studio._store).add(
        [
            Rate(id=0, market=market, category="marketing", currency="EUR", price=Decimal(price),
                 begins=date(2026, 1, 1), source="bench")
            for market, price in (("Netherlands", "0.13"), ("Germany", "0.11"), ("Brazil", "0.05"), ("India", "0.01"))
        ],
        T0,
    )  # fmt: skip
    TemplateRows(studio._store).replace_all([offer()], T0)
    ConnectionStore(studio._store).save(
        Connection(waba_id="1", phone_number_id=NUMBER, graph_url="https://graph.example", throughput="HIGH",
                   messaging_limit="TIER_10K", checked_at=T0, verify_token="v")
    )  # fmt: skip


@contextmanager
def gaps() -> Iterator[list[float]]:
    """The longest time another thread of the program had to wait for its turn, in seconds."""
    longest = [0.0]
    over = threading.Event()

    def watch() -> None:
        last = time.perf_counter()
        while not over.wait(0.005):
            now = time.perf_counter()
            longest[0] = max(longest[0], now - last - 0.005)
            last = now

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        yield longest
    finally:
        over.set()
        watcher.join()


def plain(rows: list[tuple[object, ...]], folder: Path) -> float:
    """CPU seconds for the least there is to write."""
    conn = sqlite3.connect(folder / "plain.db")
    conn.execute("PRAGMA journal_mode = WAL")
    marks = ", ".join("?" * len(rows[0]))
    columns = ", ".join(f"c{n}" for n in range(1, len(rows[0])))
    conn.execute(f"CREATE TABLE outbox (key TEXT PRIMARY KEY, {columns})")
    begun = time.process_time()
    conn.executemany(f"INSERT INTO outbox VALUES ({marks})", rows)
    conn.commit()
    spent = time.process_time() - begun
    conn.close()
    return spent


def main(count: int = 1_000_000) -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        studio = Studio.open(folder / "workspace")
        fill(studio, count)
        start = (datetime.now(UTC) + timedelta(days=3)).replace(hour=18, minute=0, second=0, microsecond=0)
        draft = Draft(
            name="Spring", sender=NUMBER, template="spring_offer", language="nl", template_hash=content_hash(offer()),
            mapping={"body.1": Mapping("{{ contact.first_name }}", "there")},
            schedule=Schedule(kind="at", local_time=start.strftime("%Y-%m-%dT%H:%M"), zone="Europe/Amsterdam",
                              each_zone=True),
            waves=Waves(sizes=(5, 25), every_minutes=120),
        )  # fmt: skip
        campaign = studio.campaigns.create(draft)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        with gaps() as longest:
            time.sleep(2)
        idle_gap = longest[0]
        with gaps() as longest:
            wall, cpu = time.perf_counter(), time.process_time()
            review = studio.campaigns.review(draft)
            planning, planning_cpu = time.perf_counter() - wall, time.process_time() - cpu
        grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
        planning_gap = longest[0]
        with gaps() as longest:
            wall = time.perf_counter()
            done = studio.campaigns.launch(campaign.id, typed_count=review.count.reachable)
            launching = time.perf_counter() - wall
        launching_gap = longest[0]
        grown_launch = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
        rows = [tuple(row) for row in studio._store.rows(
            "SELECT key, campaign_id, contact_id, phone, name, state, reason, rule, fill, not_before, wave FROM outbox"
        )]  # fmt: skip
        counted = {state: sum(1 for row in rows if row[5] == state) for state in ("ready", "excluded")}
        wall = time.perf_counter()
        studio.campaigns.undo_launch(campaign.id)
        undoing = time.perf_counter() - wall
        told = {
            "people": count,
            "planning_s": round(planning, 2), "planning_us_cpu": round(planning_cpu / count * 1e6, 2),
            "planning_mb": round(grown), "planning_gap_ms": round(planning_gap * 1000),
            "idle_gap_ms": round(idle_gap * 1000),
            "launching_s": round(launching, 2), "launching_mb": round(grown_launch),
            "launching_gap_ms": round(launching_gap * 1000), "undoing_s": round(undoing, 2),
            "plain_s": round(plain(rows, folder), 2),
            "rows_are_the_count": counted == {
                "ready": review.count.reachable, "excluded": review.count.total - review.count.reachable,
            } and done.counts.total == review.count.total,
            "zones": len(review.spread.zones) if review.spread else 0,
            "days": len(review.finish.days) if review.finish else 0,
        }  # fmt: skip
        studio.close()
    told["holds"] = told["planning_s"] < PLAN_S * max(1, count / 1_000_000) and told["rows_are_the_count"]
    print(json.dumps(told))
    return 0 if told["holds"] else 1


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
