"""Decides that killing the program while it reads an audience and takes files lets everybody in, and nobody twice."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections import Counter
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest

from tests.fixtures.entering import walk_in
from tests.fixtures.program import ROOT
from tests.fixtures.running import check_tallies
from whatsapp_studio.app import Studio
from whatsapp_studio.base.clock import iso
from whatsapp_studio.storage.db import Store

pytestmark = [pytest.mark.crash, pytest.mark.timeout(600)]
KILLS, PEOPLE, EVENTS = 20, 60_000, 40


def test_twenty_kills_let_everybody_in_once(workspace: Path) -> None:
    seed = random.randrange(1_000_000)
    chance = random.Random(seed)
    phones = prepared(workspace)
    folder = workspace / "events"
    folder.mkdir()
    dropped: list[str] = []
    came = [0]
    for n in range(KILLS):
        child = start(workspace)
        some = phones[n * EVENTS : (n + 1) * EVENTS]
        rows = "".join(f"order_placed,{phone}\n" for phone in some)
        (folder / f"{n}.csv").write_text(f"event,phone\n{rows}")
        dropped += some
        time.sleep(chance.uniform(0.0, 1.2))
        child.kill()
        child.communicate()
        came.append(entered(workspace, "j"))
    assert sum(after > before for before, after in pairwise(came)) >= 2, (
        f"too few kills hit the reading (seed {seed}): {came}"
    )
    child = start(workspace)
    try:
        until(lambda: entered(workspace, "j") >= PEOPLE and not list(folder.glob("*.csv")))
        until(lambda: left(workspace) == PEOPLE + len(dropped))
    finally:
        child.kill()
        child.communicate()
    store = Store(workspace / "studio.db")
    try:
        each = Counter(row[0] for row in store.rows("SELECT contact_id FROM runs WHERE journey_id = 'j'"))
        assert len(each) == PEOPLE, f"somebody was skipped (seed {seed})"
        assert set(each.values()) == {1}, f"somebody came in twice (seed {seed})"
        by_event = [row[0] for row in store.rows(
            "SELECT c.phone FROM runs r JOIN contacts c ON c.id = r.contact_id WHERE r.journey_id = 'k'"
        )]  # fmt: skip
        assert sorted(by_event) == sorted(dropped), f"an event was lost or came twice (seed {seed})"
        found = store.value("SELECT count(*) FROM journey_log WHERE code = 'audience-read'")
        assert found == 1
        check_tallies(store)
    finally:
        store.close()
    assert len(list((folder / "done").iterdir())) == KILLS


def prepared(workspace: Path) -> list[str]:
    """A workspace with plenty of people, a journey that reads them all, and one that waits for an event."""
    studio = Studio.open(workspace)
    try:
        at = iso(datetime.now(UTC))
        phones = [f"+3161{n:07d}" for n in range(PEOPLE)]
        with studio._store.write() as conn:
            conn.executemany(
                "INSERT INTO contacts (phone, created_at, updated_at) VALUES (?, ?, ?)",
                [(phone, at, at) for phone in phones],
            )
        for journey in (
            # Whoever was read twice would come in twice: nothing else keeps them out.
            walk_in("audience", "j", set_reentry="after_end"),
            walk_in("event", "k", source="file", event="order_placed", set_reentry="after_end"),
        ):
            studio.journeys._add(journey)
            studio.running.publish(journey.id)
        return phones
    finally:
        studio.close()


def start(workspace: Path) -> subprocess.Popen[str]:
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.crash.running_child", str(workspace), iso(datetime.now(UTC)), "1", "forever"],
        stdout=subprocess.PIPE, text=True, cwd=ROOT,
    )  # fmt: skip
    assert child.stdout is not None
    assert child.stdout.readline(), "the engine did not start"
    return child


def entered(workspace: Path, journey: str) -> int:
    return asked(workspace, "SELECT count(*) FROM runs WHERE journey_id = ?", journey)


def left(workspace: Path) -> int:
    return asked(workspace, "SELECT count(*) FROM runs WHERE ended IS NOT NULL")


def asked(workspace: Path, sql: str, *params: object) -> int:
    store = Store(workspace / "studio.db", read_only=True)
    try:
        found = store.value(sql, params)
        assert isinstance(found, int)
        return found
    finally:
        store.close()


def until(holds: object, seconds: float = 120) -> None:
    assert callable(holds)
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it never came to be"
        time.sleep(0.1)
