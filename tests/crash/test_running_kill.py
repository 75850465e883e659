"""Decides that killing the program at any moment while journeys run doubles no message and loses no timer."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.fixtures.program import ROOT, Program, RunningSandbox, running_sandbox, write_people
from tests.fixtures.running import check_tallies, journey_of
from tests.fixtures.studio import check_counts
from whatsapp_studio.journeys.codec import dump
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.storage.db import Store

pytestmark = [pytest.mark.crash, pytest.mark.timeout(600)]
KILLS, PEOPLE, FACTOR = 50, 400, 7200.0
HOUR = 3_600_000
WAITS = {"one": HOUR, "two": 2 * HOUR, "three": HOUR // 2}


def hours(n: float) -> dict[str, object]:
    return {"amount": round(n * 60), "unit": "minutes"}


def journey() -> Journey:
    """Three messages and three waits for everybody, whatever becomes of a message."""
    mapping = {"body.first_name": {"expression": "{{ contact.first_name }}", "fallback": "you"}}
    template = {"mapping": mapping, "sender": "", "retry_within": hours(24)}
    return journey_of(
        "in audience next=first", "first send_template next=one failed=one timeout=one", "one wait next=second",
        "second send_template next=two failed=two timeout=two", "two wait next=mark", "mark update_contact next=third",
        "third send_template next=three failed=three timeout=three", "three wait next=out", "out end",
        fields={
            **dict.fromkeys(("first", "second", "third"), template),
            **{name: {"duration": hours(ms / HOUR)} for name, ms in WAITS.items()},
            "mark": {"changes": [{"field": "contact.language", "value": "nl"}]},
        },
        late="send", late_within={"amount": 60, "unit": "days"}, quiet="none",
    )  # fmt: skip


class Killer:
    """Starts the program again and again, with a clock that goes on where it was."""

    def __init__(self, program: Program, seed: int) -> None:
        self.program, self.chance, self.now = program, random.Random(seed), datetime.now(UTC)

    def start(self, how: str) -> subprocess.Popen[str]:
        child = subprocess.Popen(
            [sys.executable, "-m", "tests.crash.running_child", str(self.program.workspace), self.now.isoformat(),
             str(FACTOR), how],
            stdout=subprocess.PIPE, text=True, cwd=ROOT, env=self.program.env(),
        )  # fmt: skip
        assert child.stdout is not None
        self.started = self.chance.random() > 0.1 or how != "forever"
        if self.started:
            self.now = datetime.fromisoformat(child.stdout.readline().strip())
        return child

    def kill_once(self) -> bool:
        """Most are killed soon after something moved, some while starting; says whether anything did."""
        before = steps_left(self.program.workspace)
        child = self.start("forever")
        began = time.monotonic()
        while self.started and steps_left(self.program.workspace) == before and time.monotonic() - began < 4:
            time.sleep(0.01)
        time.sleep(self.chance.uniform(0.0, 0.4))
        child.kill()
        child.communicate()
        self.now += timedelta(seconds=(time.monotonic() - began) * FACTOR)
        return steps_left(self.program.workspace) > before

    def to_the_end(self) -> None:
        child = self.start("to-the-end")
        try:
            assert child.wait(240) == 0
        finally:
            child.kill()
            child.communicate()


def test_fifty_kills_double_no_message_and_lose_no_timer(tmp_path: Path, workspace: Path) -> None:
    seed = random.randrange(1_000_000)
    with running_sandbox("--latency-ms", "20", "--speed", "50") as box:
        program = Program(workspace, box)
        assert program.connect().code == 0
        program.run("templates", "sync")
        people = write_people(tmp_path / "people.csv", PEOPLE)
        program.run("contacts", "import", str(people), "--consent", "marketing=shop")
        file = tmp_path / "spring.journey"
        file.write_text(dump(journey()), encoding="utf-8")
        done = program.run("journey", "publish", str(file))
        assert done.code == 0, done.err
        killer = Killer(program, seed)
        moved = sum(killer.kill_once() for _ in range(KILLS))
        assert moved >= KILLS // 2, f"too few kills hit a journey that moved (seed {seed}): {moved}"
        killer.to_the_end()
        nobody_was_doubled(box, workspace, seed)
        nobody_was_lost(workspace, seed)


def steps_left(workspace: Path) -> int:
    """How many steps were left by anybody by now."""
    store = Store(workspace / "studio.db", read_only=True)
    try:
        found = store.value("SELECT count(*) FROM passes")
        assert isinstance(found, int)
        return found
    finally:
        store.close()


def nobody_was_doubled(box: RunningSandbox, workspace: Path, seed: int) -> None:
    truth = box.stats(detail="1")
    store = Store(workspace / "studio.db")
    try:
        rows = {row["state"]: row["n"] for row in store.rows("SELECT state, count(*) AS n FROM outbox GROUP BY state")}
        reasons = {row["reason"] for row in store.rows("SELECT DISTINCT reason FROM outbox WHERE state = 'excluded'")}
        keys = store.value("SELECT count(DISTINCT run_id || step || visit) FROM outbox")
    finally:
        store.close()
    assert truth["duplicates"] == 0, f"seed {seed}"
    assert max(truth["per_recipient"].values()) <= 3, f"seed {seed}"
    assert sum(rows.values()) == keys == 3 * PEOPLE, f"seed {seed}: {rows}"
    assert not set(rows) & {"ready", "sending"}, f"seed {seed}: {rows}"
    assert reasons <= {"", "timed-out"}, f"seed {seed}: {reasons}"
    known = rows.get("accepted", 0) + rows.get("failed", 0)
    assert known <= truth["accepted"] + rows.get("failed", 0) <= known + rows.get("unknown", 0)


def nobody_was_lost(workspace: Path, seed: int) -> None:
    store = Store(workspace / "studio.db")
    try:
        ended = store.rows("SELECT ending, count(*) AS n FROM runs GROUP BY ending")
        assert [tuple(row) for row in ended] == [("end", PEOPLE)], f"seed {seed}"
        assert store.value("SELECT count(DISTINCT contact_id) FROM runs") == PEOPLE
        assert store.value("SELECT count(*) FROM signals") == 0
        for step, wait in WAITS.items():
            rows = store.rows("SELECT went - came AS took FROM passes WHERE step = ? AND port = 'next'", (step,))
            assert len(rows) == PEOPLE, f"a timer of {step} was lost or fired twice (seed {seed})"
            assert min(row["took"] for row in rows) >= wait, f"a timer of {step} fired too early (seed {seed})"
        broken = store.rows(
            "SELECT 1 FROM passes a JOIN passes b ON b.run_id = a.run_id AND b.n = a.n + 1 WHERE b.came <> a.went"
        )
        assert not broken
        assert store.value("SELECT count(*) FROM passes") == 9 * PEOPLE
        check_tallies(store)
        check_counts(store)
    finally:
        store.close()
