"""Decides that a program killed right after it saved a journey lost nothing of it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from whatsapp_studio.app import Studio
from whatsapp_studio.journeys.codec import dump

pytestmark = [pytest.mark.crash, pytest.mark.timeout(300)]
SAVES = (1, 2, 7, 25)

# Adds a step, saves, says so, adds the next one …; the parent kills it the moment it hears the last one asked for.
CHILD = """
import sys
from pathlib import Path
from whatsapp_studio.app import Studio
from whatsapp_studio.journeys.edits import AddStep
from whatsapp_studio.journeys.table import new_step

studio = Studio.open(Path(sys.argv[1]))
journey = studio.journeys.get(sys.argv[2])
while True:
    step = new_step("wait")
    journey = AddStep(step=step, place=(0, 152 * len(journey.steps))).apply(journey)
    studio.journeys.save(journey)
    print(step.id, flush=True)
"""


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL")
def test_every_save_that_was_confirmed_is_there_after_a_kill(workspace: Path) -> None:
    studio = Studio.open(workspace)
    journey = studio.journeys.create("Killed").id
    studio.close()
    confirmed: list[str] = []
    for saves in SAVES:
        child = subprocess.Popen(
            [sys.executable, "-c", CHILD, str(workspace), journey], stdout=subprocess.PIPE, text=True,
            cwd=Path(__file__).resolve().parents[2], env={**os.environ, "PYTHONWARNINGS": "error"},
        )  # fmt: skip
        assert child.stdout is not None
        for _ in range(saves):
            confirmed.append(child.stdout.readline().strip())
        child.send_signal(signal.SIGKILL)
        confirmed += child.stdout.read().split()
        child.stdout.close()
        assert child.wait(10) == -signal.SIGKILL

        studio = Studio.open(workspace)
        found = studio.journeys.open(journey)
        versions = studio.journeys.versions(journey)
        studio.close()
        assert "" not in confirmed
        assert set(confirmed) <= set(found.journey.steps), "a save that was confirmed is gone"
        assert len(found.journey.steps) - len(confirmed) <= 1, "at most the save nobody heard of is there too"
        assert found.text == dump(found.journey)
        assert [one.kind for one in versions] == ["saved"] * len(versions)
        confirmed = list(found.journey.steps)
    assert len(versions) == len(SAVES) - 1, "what each later sitting began with is a version"
