"""Decides that killing the program while it hands in a template loses none and hands none in twice."""

from __future__ import annotations

import json
import random
import signal
import sqlite3
import subprocess
import time
from pathlib import Path

import httpx
import pytest

from tests.fixtures.program import Program, running_sandbox

pytestmark = [pytest.mark.crash, pytest.mark.timeout(300)]
KILLS = 4
WORDS = ("pakket", "afspraak", "fiets", "bestelling", "reparatie", "rekening")


def template(n: int) -> dict[str, object]:
    text = f"Hallo {{{{1}}}}, je {WORDS[n]} ligt vanaf nu voor je klaar in de winkel."
    return {
        "name": f"klaar_{n}", "language": "nl", "category": "UTILITY", "parameter_format": "POSITIONAL",
        "components": [{"type": "BODY", "text": text, "example": {"body_text": [["Maria"]]}}],
    }  # fmt: skip


def states(workspace: Path) -> dict[str, str]:
    conn = sqlite3.connect(f"{(workspace / 'studio.db').as_uri()}?mode=ro", uri=True)
    try:
        return dict(conn.execute("SELECT name, state FROM template_drafts"))
    finally:
        conn.close()


def test_killed_while_handing_in(tmp_path: Path, workspace: Path) -> None:
    seed = random.randrange(1_000_000)
    chance = random.Random(seed)
    with running_sandbox("--latency-ms", "300") as box:
        program = Program(workspace, box)
        assert program.connect().code == 0
        for n in range(KILLS):
            file = tmp_path / f"{n}.json"
            file.write_text(json.dumps(template(n)), encoding="utf-8")
            assert program.run("templates", "draft", str(file)).json["problems"] == []
        hit = 0
        for n in range(KILLS):
            child = subprocess.Popen(
                program.command("templates", "submit", f"klaar_{n}"), stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL, env=program.env(),
            )  # fmt: skip
            while child.poll() is None and states(workspace).get(f"klaar_{n}") != "submitting":
                time.sleep(0.005)
            assert child.poll() is None, f"it was over before it was killed (seed {seed})"
            # The first is killed while its request is on its way, the others then or a little later.
            time.sleep(chance.uniform(0.0, 0.5) if n else 0.0)
            child.send_signal(signal.SIGKILL)
            child.wait(10)
            # Each start looks up first what the one before left in doubt.
            hit += states(workspace).get(f"klaar_{n}") == "submitting"
        assert hit, f"no kill hit a request (seed {seed})"
        for name in sorted(states(workspace)):
            ended = program.run("templates", "submit", name)
            assert ended.code == 0, (ended.err, ended.out, seed)
        assert program.run("templates", "drafts").json == {"drafts": []}
        listed = httpx.get(
            f"{box.url}/v25.0/{box.waba_id}/message_templates", params={"name": "klaar_", "limit": "100"},
            headers={"Authorization": f"Bearer {box.token}"}, timeout=30,
        ).json()["data"]  # fmt: skip
        assert sorted(one["name"] for one in listed) == [f"klaar_{n}" for n in range(KILLS)]
        known = {row["name"] for row in program.run("templates", "status").json["templates"]}
        assert {f"klaar_{n}" for n in range(KILLS)} <= known
