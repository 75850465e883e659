"""Decides what the journey commands answer, and with which exit code."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from whatsapp_studio.app import Studio
from whatsapp_studio.cli import main
from whatsapp_studio.journeys.codec import dump
from whatsapp_studio.journeys.edits import AddStep, SetFields
from whatsapp_studio.journeys.graph import Journey, link_id
from whatsapp_studio.journeys.table import new_step

Run = Callable[..., tuple[int, dict[str, Any], str]]


@pytest.fixture
def run(workspace: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a journey command in the test's workspace: exit code, its JSON, standard error."""

    def running(*args: str) -> tuple[int, dict[str, Any], str]:
        code = main(["--workspace", str(workspace), "--json", "journey", *args])
        shown = capsys.readouterr()
        return code, json.loads(shown.out) if shown.out else {}, shown.err

    return running


def good(id: str = "aaaaaaaaaaaa", name: str = "Good", wait: int = 1) -> Journey:
    """An event lets a contact in, who waits and leaves."""
    journey = Journey(id=id, name=name)
    after = ""
    for kind, fields in (
        ("event", {"source": "manual", "event": "signed_up"}),
        ("wait", {"duration": {"amount": wait, "unit": "days"}}),
        ("end", {"label": "Done"}),
    ):
        step = new_step(kind, fields)
        journey = AddStep(step=step, place=(0, 152 * len(journey.steps)), after=after).apply(journey)
        after = link_id(step.id, "next")
    return journey


def bad() -> Journey:
    return AddStep(step=new_step("wait"), place=(0, 0)).apply(Journey(id="bbbbbbbbbbbb", name="Bad"))


def write(folder: Path, journey: Journey) -> str:
    file = folder / f"{journey.name}.wsjourney"
    file.write_text(dump(journey), encoding="utf-8")
    return str(file)


def test_a_file_without_problems(run: Run, tmp_path: Path) -> None:
    code, answer, said = run("check", write(tmp_path, good()))
    assert (code, answer) == (0, {"problems": []})
    assert "not checked" in said, "a workspace without templates says what it cannot know"


def test_a_file_with_errors_is_listed_and_ends_with_3(run: Run, tmp_path: Path, workspace: Path) -> None:
    code, answer, _ = run("check", write(tmp_path, bad()))

    assert code == 3
    assert answer["problems"]
    assert all(set(one) == {"code", "where", "text", "severity"} for one in answer["problems"])
    assert any(one["severity"] == "error" for one in answer["problems"])
    assert run("list")[1] == {"journeys": []}, "checking a file keeps nothing of it"


def test_publishing_a_file_twice_gives_one_version_and_a_changed_one_the_next(run: Run, tmp_path: Path) -> None:
    journey = good()
    code, answer, said = run("publish", write(tmp_path, journey))
    assert (code, answer) == (0, {"journey": journey.id, "name": "Good", "version": 1})
    assert "while this program is open" in said

    assert run("publish", write(tmp_path, journey))[1]["version"] == 1
    assert run("publish", "good")[1]["version"] == 1

    (wait,) = (i for i, step in journey.steps.items() if step.kind == "wait")
    longer = SetFields(step=wait, fields={"duration": {"amount": 2, "unit": "days"}}).apply(journey)
    assert run("publish", write(tmp_path, longer))[1]["version"] == 2

    (row,) = run("list")[1]["journeys"]
    assert (row["id"], row["name"], row["state"], row["steps"], row["changed"]) == (
        journey.id, "Good", "published", 3, False,
    )  # fmt: skip
    assert row["published_at"] >= row["saved_at"]


def test_publishing_with_errors_is_blocked_and_changes_nothing(run: Run, tmp_path: Path, workspace: Path) -> None:
    code, answer, said = run("publish", write(tmp_path, bad()))
    assert code == 3
    assert answer["problems"] and said
    assert run("list")[1] == {"journeys": []}

    studio = Studio.open(workspace)
    made = studio.journeys.create("Kept")
    studio.journeys.save(AddStep(step=new_step("wait"), place=(0, 0)).apply(made))
    studio.close()
    assert run("publish", "kept")[0] == 3
    assert run("check", made.id)[0] == 3
    assert [one["state"] for one in run("list")[1]["journeys"]] == ["draft"]


def test_what_cannot_be_found_or_read(run: Run, tmp_path: Path, workspace: Path) -> None:
    studio = Studio.open(workspace)
    for name in ("Twice", "twice"):
        studio.journeys.create(name)
    studio.close()
    damaged = tmp_path / "damaged.wsjourney"
    damaged.write_text("{", encoding="utf-8")
    for args, wanted in (
        (("check", "nobody"), "journey-unknown"),
        (("check", "Twice"), "journey-name-twice"),
        (("check", str(damaged)), "journey-file-syntax"),
        (("publish", str(tmp_path / "gone.wsjourney")), "cannot-read"),
    ):
        code, answer, said = run(*args)
        assert (code, answer["error"]["code"]) == (1, wanted)
        assert said.strip()
    assert run("check")[0] == 2


def test_for_a_person_the_list_is_lines(run: Run, workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    studio = Studio.open(workspace)
    made = studio.journeys.create("Spring")
    studio.close()
    assert main(["--workspace", str(workspace), "journey", "list"]) == 0
    assert capsys.readouterr().out == f"{made.id}\tDraft\t0 steps\tSpring\n"


def test_for_a_person_a_problem_says_where_it_is(
    workspace: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lonely = AddStep(step=new_step("wait"), place=(400, 0)).apply(good(name="Lonely"))
    assert main(["--workspace", str(workspace), "journey", "check", write(tmp_path, lonely)]) == 3
    lines = capsys.readouterr().out.splitlines()
    assert all(line.startswith(("Error", "Warning")) for line in lines)
    assert any(line.startswith("Error, Wait 1 day: ") for line in lines)
    assert main(["--workspace", str(workspace), "journey", "check", write(tmp_path, good())]) == 0
    assert capsys.readouterr().out == "No problems.\n"
