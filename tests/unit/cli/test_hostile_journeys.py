"""Shows that ``journey check`` says one clear sentence of any file it is given, and never ends in a crash."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.fixtures.hostile_journeys import odd, refused
from whatsapp_studio.cli import main

REFUSED, ODD = refused(), odd()


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_journey_is_said_in_a_sentence(
    name: str, tmp_path: Path, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    raw, word = REFUSED[name]
    file = tmp_path / "odd.wsjourney"
    file.write_bytes(raw)
    assert main(["--workspace", str(workspace), "--json", "journey", "check", str(file)]) == 1
    said = capsys.readouterr()
    error = json.loads(said.out)["error"]
    assert word in error["text"], error["text"]
    assert len(error["text"]) < 400 and error["text"].endswith(".") and error["code"].startswith("journey-file-")
    assert "Traceback" not in said.err and error["text"] in said.err


@pytest.mark.parametrize("name", ODD)
def test_what_is_a_journey_is_checked_however_odd(
    name: str, tmp_path: Path, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "odd.wsjourney"
    file.write_bytes(ODD[name])
    code = main(["--workspace", str(workspace), "--json", "journey", "check", str(file)])
    said = capsys.readouterr()
    problems = json.loads(said.out)["problems"]
    assert code == (3 if any(one["severity"] == "error" for one in problems) else 0)
    assert "Traceback" not in said.err
    if name == "unknown kinds":
        assert any(one["where"].startswith("s-pause") for one in problems)
    if name == "5,000 steps":
        assert {one["code"] for one in problems} >= {"entry-missing", "journey-large"}
