"""Decides what the template commands answer, and with which exit code."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.fixtures.at_meta import AtMeta, meta
from whatsapp_studio.base.clock import CLOCK
from whatsapp_studio.cli import main

__all__ = ["meta"]
Run = Callable[..., tuple[int, dict[str, Any], str]]
TEXT = "Hallo {{1}}, je bestelling ligt klaar in de winkel."


@pytest.fixture
def run(meta: AtMeta, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a template command in a workspace at the sandbox: exit code, its JSON, standard error."""
    meta.studio.close()
    monkeypatch.setenv("WHATSAPP_STUDIO_TOKEN", meta.box.token)
    monkeypatch.setenv(CLOCK, f"{meta.now.isoformat()}@1")

    def running(*args: str) -> tuple[int, dict[str, Any], str]:
        code = main(["--workspace", str(meta.folder), "--json", "templates", *args])
        shown = capsys.readouterr()
        return code, json.loads(shown.out) if shown.out else {}, shown.err

    return running


def file(folder: Path, text: str = TEXT, **more: object) -> str:
    given = {
        "name": "lente_actie", "language": "nl", "category": "UTILITY",
        "components": [{"type": "BODY", "text": text, "example": {"body_text": [["Maria"]]}}], **more,
    }  # fmt: skip
    path = folder / "template.json"
    path.write_text(json.dumps(given), encoding="utf-8")
    return str(path)


def test_a_file_becomes_a_draft_and_is_handed_in(run: Run, tmp_path: Path) -> None:
    code, told, _ = run("draft", file(tmp_path))
    assert (code, told["problems"]) == (0, [])
    row = {"name": "lente_actie", "language": "nl", "state": "draft", "problem": "", "not_before": ""}
    assert told["draft"] == row
    assert run("drafts")[:2] == (0, {"drafts": [row]})

    code, told, _ = run("submit", "lente_actie", "--language", "nl")
    assert code == 0
    assert told == {
        "submitted": [{"name": "lente_actie", "language": "nl", "status": "PENDING"}], "waiting": []
    }  # fmt: skip
    assert run("drafts")[1] == {"drafts": []}
    code, told, _ = run("status", "lente_actie")
    (status,) = told["templates"]
    assert (code, status["status"], status["category"]) == (0, "PENDING", "UTILITY")
    assert status["since"] == status["history"][0]["at"]
    assert [(one["kind"], one["source"]) for one in status["history"]] == [("created", "us")]
    assert [one["name"] for one in run("status")[1]["templates"]] == ["lente_actie"]


def test_a_rule_against_it_blocks(run: Run, tmp_path: Path) -> None:
    code, told, _ = run("draft", file(tmp_path, "{{1}} komt"))
    assert (code, bool(told["problems"])) == (0, True)
    assert {"code", "where", "text", "severity"} == set(told["problems"][0])
    code, told, _ = run("submit", "lente_actie")
    assert code == 3
    assert told["problems"]


def test_what_waits_is_no_success(run: Run, meta: AtMeta, tmp_path: Path) -> None:
    run("draft", file(tmp_path))
    meta.box.world.settings.token_valid = False
    code, told, _ = run("submit", "lente_actie")
    assert code == 1
    (waiting,) = told["waiting"]
    assert waiting["state"] == "queued"
    assert waiting["problem"]
    assert waiting["not_before"]


@pytest.mark.parametrize("args", [("submit", "nothing"), ("status", "nothing")])
def test_what_is_not_there_fails(run: Run, args: tuple[str, ...]) -> None:
    code, _, said = run(*args)
    assert code == 1
    assert said


def test_a_file_that_is_no_template_fails(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text("{", encoding="utf-8")
    assert run("draft", str(path))[0] == 1
    assert run("draft", str(tmp_path / "none.json"))[0] == 2
