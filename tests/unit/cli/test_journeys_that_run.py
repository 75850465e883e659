"""Decides what the commands for journeys that run answer, and with which exit code."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import SettableClock
from tests.fixtures.living import BEGIN, Alive, step_of
from whatsapp_studio.app import Studio
from whatsapp_studio.base.paths import WorkspacePaths
from whatsapp_studio.cli import main
from whatsapp_studio.journeys.graph import Journey

Run = Callable[..., tuple[int, dict[str, Any], str]]


@pytest.fixture(autouse=True)
def _no_receiver(workspace: Path) -> None:
    """Another program on this machine may have the port of the receiver."""
    paths = WorkspacePaths(workspace)
    paths.create()
    paths.settings.write_text(json.dumps({"webhook.enabled": False}), encoding="utf-8")


@pytest.fixture
def run(workspace: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a journey command in the test's workspace: exit code, its JSON, standard error."""

    def running(*args: str) -> tuple[int, dict[str, Any], str]:
        code = main(["--workspace", str(workspace), "--json", "journey", *args])
        shown = capsys.readouterr()
        return code, json.loads(shown.out) if shown.out else {}, shown.err

    return running


@pytest.fixture
def journey(workspace: Path) -> Journey:
    """Five contacts wait in a journey that runs."""
    clock = SettableClock(BEGIN)
    studio = Studio.open(workspace, clock=clock)
    alive = Alive(studio, clock)
    made = alive.published()
    alive.enter(made.id, alive.people)
    studio.close()
    return made


def test_status_tells_the_numbers_of_each_step(run: Run, journey: Journey) -> None:
    code, answer, _ = run("status", "Welcome")

    assert code == 0
    assert {key: answer[key] for key in ("journey", "name", "state", "pause", "version", "inside", "late")} == {
        "journey": journey.id, "name": "Welcome", "state": "running", "pause": "", "version": 1, "inside": 5, "late": 0,
    }  # fmt: skip
    since = "2026-03-03T09:00:00.000+00:00"
    assert answer["versions"] == [{"version": 1, "inside": 5, "lets_in": True, "since": since}]
    assert answer["by_step"][step_of(journey, "wait")] == {
        "title": "Wait 1 day", "entered": 5, "waiting": 5, "passed": {}, "failed": 0, "ended": {}, "sent": 0,
    }  # fmt: skip
    assert answer["problems"] == [] and [one["code"] for one in answer["log"]] == ["published"]


def test_status_as_text(workspace: Path, journey: Journey, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--workspace", str(workspace), "journey", "status", journey.id]) == 0
    said = capsys.readouterr().out
    assert "Welcome: Running, 5 inside." in said and "Wait 1 day\t5\t5\t0\t0\t0" in said


@pytest.mark.parametrize("more", [(), ("--discard",)])
def test_pause_and_resume(run: Run, journey: Journey, more: tuple[str, ...]) -> None:
    code, answer, said = run("pause", "welcome", *more)
    assert (code, answer["state"], answer["pause"]) == (0, "paused", "discard" if more else "hold")
    assert ("for good" in said) == bool(more)
    assert run("pause", "welcome")[0] == 1

    code, answer, said = run("resume", "welcome")
    assert (code, answer["state"], answer["inside"]) == (0, "running", 5)
    assert "while this program is open" in said
    assert run("resume", "welcome")[1]["error"]["code"] == "journey-not-resumable"


def test_close_and_open_again(run: Run, journey: Journey) -> None:
    assert run("close", "welcome")[1]["state"] == "closed"
    assert run("close", "welcome")[0] == 1
    assert run("resume", "welcome")[1]["state"] == "running"


def test_stop_asks_first_and_says_how_many(run: Run, journey: Journey, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda _text: "n")
    assert run("stop", "welcome")[0] == 130
    assert run("status", "welcome")[1]["state"] == "running"

    code, answer, said = run("stop", "welcome", "--yes")
    assert (code, answer["state"], answer["ended"], answer["inside"]) == (0, "stopped", 5, 0)
    assert "5 contacts were inside." in said


def test_where_tells_every_step_with_its_reason(run: Run, journey: Journey) -> None:
    code, answer, _ = run("where", "Name2")
    assert code == 0
    (story,) = answer["runs"]
    assert (story["name"], story["version"], story["ended"], story["held"]) == ("Welcome", 1, None, False)
    assert [one["title"] for one in story["steps"]] == ["Event: signed_up", "Wait 1 day"]
    assert story["steps"][1]["why"][0].startswith("Waits until ")

    assert run("where", "Jansen")[1]["error"]["code"] == "contact-name-twice"
    assert run("where", "Zoë")[1]["error"]["code"] == "contact-unknown"


def test_where_as_text(workspace: Path, journey: Journey, capsys: pytest.CaptureFixture[str]) -> None:
    run = ["--workspace", str(workspace), "journey"]
    assert main([*run, "stop", "welcome", "--yes"]) == 0
    capsys.readouterr()
    assert main([*run, "where", "Name1"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("Welcome, version 1\n") and "Wait 1 day" in said


def test_a_journey_that_never_ran(run: Run, workspace: Path) -> None:
    studio = Studio.open(workspace)
    studio.journeys.create("Drawn")
    studio.close()
    for command in (("status",), ("pause",), ("close",), ("stop", "--yes")):
        code, answer, _ = run(*command, "drawn")
        assert (code, answer["error"]["code"]) == (1, "journey-never-ran")
    assert run("status", "nobody knows it")[1]["error"]["code"] == "journey-unknown"


def test_the_list_says_how_each_runs(
    run: Run, workspace: Path, journey: Journey, capsys: pytest.CaptureFixture[str]
) -> None:
    (row,) = run("list")[1]["journeys"]
    assert (row["runs"], row["inside"]) == ("running", 5)
    assert main(["--workspace", str(workspace), "journey", "list"]) == 0
    assert "Running (5 inside)" in capsys.readouterr().out
    run("stop", "welcome", "--yes")
    (row,) = run("list")[1]["journeys"]
    assert (row["runs"], row["inside"]) == ("stopped", 0)


def until_idle(workspace: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, dict[str, Any]]:
    code = main(["--workspace", str(workspace), "--json", "run", "--until-idle"])
    return code, json.loads(capsys.readouterr().out)


def test_run_until_idle_moves_on_everybody_who_is_due(
    workspace: Path, journey: Journey, capsys: pytest.CaptureFixture[str]
) -> None:
    """The day they wait for has long passed."""
    assert until_idle(workspace, capsys) == (0, {"idle": True, "inside": 0, "next": None})


def test_run_until_idle_ends_while_contacts_wait_and_says_so(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    clock = SettableClock(datetime.now(UTC))
    studio = Studio.open(workspace, clock=clock)
    alive = Alive(studio, clock)
    made = alive.published()
    alive.enter(made.id, alive.people[:2])
    studio.close()

    code, answer = until_idle(workspace, capsys)

    assert (code, answer["inside"]) == (0, 2)
    assert abs(datetime.fromisoformat(answer["next"]) - clock.now() - timedelta(days=1)) < timedelta(seconds=1)
    assert main(["--workspace", str(workspace), "run", "--until-idle"]) == 0
    assert "2 contacts wait in journeys" in capsys.readouterr().out


def test_run_until_idle_does_not_wait_for_a_journey_that_is_paused(
    workspace: Path, journey: Journey, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--workspace", str(workspace), "journey", "pause", "Welcome"]) == 0
    capsys.readouterr()
    assert until_idle(workspace, capsys) == (0, {"idle": True, "inside": 5, "next": None})


def test_run_until_idle_of_a_workspace_where_sending_is_paused_and_nothing_is_to_be_sent(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    studio = Studio.open(workspace)
    studio.engine.pause_all("by-you")
    studio.close()
    assert until_idle(workspace, capsys) == (0, {"idle": True, "inside": 0, "next": None})
