"""Decides what ``journey simulate`` answers: the same each time, with whoever there is, and without any account."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from tests.unit.cli.test_journey_commands import Run, bad, good, run, write
from whatsapp_studio.base.paths import resource
from whatsapp_studio.cli import main
from whatsapp_studio.journeys.edits import AddStep
from whatsapp_studio.journeys.table import new_step
from whatsapp_studio.services.examples import FOLDER, examples

__all__ = ["run"]
START = ("--start", "2026-03-02T09:00")


def test_a_file_is_rehearsed_with_made_up_contacts(run: Run, tmp_path: Path) -> None:
    code, answer, _ = run("simulate", write(tmp_path, good()), "--contacts", "40", "--days", "3", *START)

    assert code == 0
    assert {"contacts", "steps", "messages", "by_step", "seconds"} <= answer.keys()
    assert (answer["contacts"], answer["made_up"], answer["entered"], answer["messages"]) == (40, 40, 40, 0)
    assert answer["ends"] == {"end": 40} and answer["longest_minutes"] == 24 * 60
    by_kind = {one["title"]: one["entered"] for one in answer["by_step"].values()}
    assert set(by_kind.values()) == {40} and len(by_kind) == 3
    assert answer["steps"] == 120


@pytest.mark.parametrize("name", [one.name for one in examples()])
def test_every_example_is_rehearsed_without_an_account(run: Run, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    for opens in ("socket", "create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, opens, refuse)
    file = str(resource(f"{FOLDER}/{name}.wsjourney"))

    code, answer, said = run("simulate", file, "--contacts", "200", "--seed", "5", *START)
    again = run("simulate", file, "--contacts", "200", "--seed", "5", *START)[1]

    assert code == 0 and answer["entered"] and answer["stand_ins"]
    assert "stood in for" in said
    assert {**answer, "seconds": 0} == {**again, "seconds": 0}
    assert sum(answer["ends"].values()) + answer["waiting"] == answer["entered"]


def test_another_seed_is_another_rehearsal(run: Run) -> None:
    file = str(resource(f"{FOLDER}/welcome.wsjourney"))

    one, two = (run("simulate", file, "--contacts", "200", "--seed", seed, *START)[1] for seed in ("1", "2"))

    assert one["by_link"] != two["by_link"]


def test_what_the_checks_refuse_is_not_rehearsed(run: Run, tmp_path: Path) -> None:
    broken = bad()
    step = new_step("send_template")
    code, answer, _ = run("simulate", write(tmp_path, AddStep(step=step, place=(0, 200)).apply(broken)))

    assert code == 3
    assert answer["problems"]


def test_a_journey_of_the_workspace_is_named(run: Run, tmp_path: Path, workspace: Path) -> None:
    run("publish", write(tmp_path, good(name="Hello")))

    code, answer, _ = run("simulate", "hello", "--contacts", "5", *START)

    assert code == 0 and answer["entered"] == 5
    assert run("simulate", "nothing")[0] == 1


def test_a_person_reads_what_came_out(tmp_path: Path, workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["--workspace", str(workspace), "journey", "simulate", write(tmp_path, good()), "--contacts", "12", *START])

    said = capsys.readouterr().out
    assert said.startswith("A simulation with assumed numbers; nothing was sent.")
    assert "12 contacts (12 are made up)" in said and "Longest: 1 day." in said


def test_wrong_numbers_are_wrong_usage(run: Run, tmp_path: Path) -> None:
    file = write(tmp_path, good())

    assert run("simulate", file, "--contacts", "0")[0] == run("simulate", file, "--days", "400")[0] == 2
