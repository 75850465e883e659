"""Decides that a workspace has one window: a second start raises the first and hands over its files."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fixtures.program import PROGRAM, ROOT, environment, write_people
from tests.fixtures.window_child import Child, no_window_left, start_window
from whatsapp_studio.app import Studio
from whatsapp_studio.journeys.codec import SUFFIX

__all__ = ["no_window_left"]
# Says what it is asked to open instead of opening it, and that it came forward.
LISTENS = """
def shown(window):
    window.open_files = lambda paths: say("asked " + json.dumps([str(path) for path in paths]))
    window.activateWindow = lambda: say("forward")
    say("shown")

import json
"""
# Says which page is open, once something is open on it.
OPENS = """
def shown(window):
    def look():
        contacts, journeys = window.pages.get("contacts"), window.pages.get("journeys")
        if contacts is not None and contacts.stack.currentWidget() is contacts.import_view:
            say("import")
            window.close()
        elif journeys is not None and (found := window.studio.journeys.all()):
            say("journey " + found[0].name)
            window.close()
        else:
            QTimer.singleShot(10, look)
    look()
"""


def start_second(workspace: Path, *arguments: str, cwd: Path = ROOT) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*PROGRAM, "--workspace", str(workspace), *arguments], cwd=cwd, text=True, stderr=subprocess.PIPE,
        env=environment(PYTHONPATH=str(ROOT)),
    )  # fmt: skip


def ends_well(process: subprocess.Popen[str]) -> None:
    _, said = process.communicate(timeout=50)
    assert (process.returncode, said) == (0, "")


@pytest.fixture
def quiet(workspace: Path) -> Path:
    workspace.mkdir()
    (workspace / "settings.json").write_text(json.dumps({"webhook.enabled": False}), encoding="utf-8")
    return workspace


def end(child: Child) -> None:
    assert child.end(signal.SIGTERM) == 0


@pytest.mark.skipif(sys.platform == "win32", reason="ended by a signal of POSIX")
class TestOneWindow:
    def test_a_second_start_raises_the_first_and_hands_over_its_files(self, quiet: Path, tmp_path: Path) -> None:
        child = start_window(quiet, LISTENS)
        child.until("shown")

        ends_well(start_second(quiet))
        assert child.line() == "forward"
        # By a path that means something only where the second one was started.
        ends_well(start_second(quiet, f"prova è {SUFFIX}", "people.csv", cwd=tmp_path))
        assert child.line() == "forward"
        handed = [str(tmp_path / f"prova è {SUFFIX}"), str(tmp_path / "people.csv")]
        assert child.line() == "asked " + json.dumps(handed)
        end(child)

    def test_of_many_that_start_at_once_one_stays(self, quiet: Path) -> None:
        several = [start_window(quiet, LISTENS, f"journey-{n}{SUFFIX}") for n in range(4)]
        ended: list[Child] = []
        while len(ended) < 3:
            ended = [one for one in several if one.process.poll() is not None]
        (left,) = [one for one in several if one not in ended]
        assert [one.ended() for one in ended] == [0, 0, 0]
        asked = 0
        while asked < 3:
            line = left.line()
            assert line, "it ended"
            asked += line.startswith("asked") and "journey-" in line
        end(left)

    def test_what_a_killed_one_leaves_keeps_nobody_out(self, quiet: Path) -> None:
        child = start_window(quiet, LISTENS)
        child.until("shown")
        assert child.end(signal.SIGKILL) == -signal.SIGKILL

        child = start_window(quiet, LISTENS)
        child.until("shown")
        ends_well(start_second(quiet))
        child.until("forward")
        end(child)

    def test_another_workspace_has_a_window_of_its_own(self, quiet: Path, tmp_path: Path) -> None:
        child, other = start_window(quiet, LISTENS), start_window(tmp_path / "other", LISTENS)
        child.until("shown")
        other.until("shown")
        end(child)
        end(other)

    def test_a_command_beside_the_window_reads_and_does_not_write(self, quiet: Path, tmp_path: Path) -> None:
        child = start_window(quiet, LISTENS)
        child.until("shown")
        people = write_people(tmp_path / "people.csv", 3)

        def command(*arguments: str) -> int:
            return subprocess.run(
                [*PROGRAM, "--workspace", str(quiet), *arguments], cwd=ROOT, env=environment(), capture_output=True
            ).returncode

        assert command("templates", "list") == 0
        assert command("contacts", "import", str(people)) == 1
        end(child)


def test_a_table_given_at_the_start_begins_an_import(quiet: Path, tmp_path: Path) -> None:
    child = start_window(quiet, OPENS, str(write_people(tmp_path / "people.csv", 3)))
    assert child.line() == "import"
    assert child.ended() == 0


def test_a_journey_given_at_the_start_is_brought_in(quiet: Path, tmp_path: Path) -> None:
    studio, file = Studio.open(tmp_path / "elsewhere"), tmp_path / f"foreign{SUFFIX}"
    journey = studio.journeys.create(example=studio.journeys.examples()[0].name)
    studio.journeys.export_file(journey.id, file)
    studio.close()
    child = start_window(quiet, OPENS, str(file))
    assert child.line() == f"journey {journey.name}"
    assert child.ended() == 0


def test_a_word_that_is_no_file_is_still_wrong_usage(workspace: Path) -> None:
    done = subprocess.run(
        [*PROGRAM, "--workspace", str(workspace), "campaing"], cwd=ROOT, env=environment(), capture_output=True
    )
    assert done.returncode == 2 and not workspace.exists()
