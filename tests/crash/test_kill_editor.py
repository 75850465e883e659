"""Decides that killing the program in the middle of editing a journey costs two seconds of work at most (D05)."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest

from whatsapp_studio.app import Studio

pytestmark = [pytest.mark.crash, pytest.mark.timeout(300)]
KILLS = 5
MOST_SECONDS = 2.0

# Renames a step twenty times a second and says when, with the machine's clock, for as long as it lives.
EDITING = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QSettings, QTimer
from whatsapp_studio.app import Studio
from whatsapp_studio.journeys.edits import ChangeStep
from whatsapp_studio.qt import jobs
from whatsapp_studio.qt.application import make_application
from whatsapp_studio.qt.journeys.editor import JourneyEditor

app = make_application()
studio = Studio.open(Path(sys.argv[1]))
jobs.at_job_end(studio.done_with_thread)
editor = JourneyEditor(studio, sys.argv[2], QSettings(sys.argv[3], QSettings.Format.IniFormat))
editor.show()
step = sorted(editor.document.journey.steps)[0]

def edit():
    now = f"{time.monotonic():.3f}"
    editor.document.do(ChangeStep(step=step, name=now))
    print(now, flush=True)

timer = QTimer(editor)
timer.timeout.connect(edit)
timer.start(50)
app.exec()
"""


def test_a_kill_while_editing_costs_two_seconds_at_most(tmp_path: Path, workspace: Path) -> None:
    studio = Studio.open(workspace)
    id = studio.journeys.create(example="welcome").id
    studio.close()
    seed = random.randrange(1_000_000)
    chance = random.Random(seed)
    for n in range(KILLS):
        child = subprocess.Popen(
            [sys.executable, "-c", EDITING, str(workspace), id, str(tmp_path / "window.ini")],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=Path(__file__).parents[2],
        )  # fmt: skip
        assert child.stdout is not None
        edits = chance.randint(45, 110)
        last = ""
        for _ in range(edits):
            last = child.stdout.readline().strip() or last
        child.kill()
        # What it said before it died is read too: the very last edit counts.
        last = ([line for line in child.stdout.read().split() if line] or [last])[-1]
        child.stdout.close()
        child.wait(10)
        studio = Studio.open(workspace)
        journey = studio.journeys.get(id)
        kept = journey.steps[sorted(journey.steps)[0]].name
        studio.close()
        assert float(last) - float(kept) <= MOST_SECONDS, f"kill {n} after {edits} edits (seed {seed})"
