"""Consent, the suppression list, and what a person may ask for, from the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from whatsapp_studio.app import Studio
from whatsapp_studio.audience.contact import Contact
from whatsapp_studio.cli.commands import studio_command

PHONE = "+31612345601"


def run(workspace: Path, *asked: object) -> Result:
    command = ["--workspace", str(workspace), "--json", "contacts", *map(str, asked)]
    return CliRunner().invoke(studio_command, command)


def answer(workspace: Path, *asked: object, ends: int = 0) -> dict[str, Any]:
    result = run(workspace, *asked)
    assert result.exit_code == ends, result.output
    found: dict[str, Any] = json.loads(result.stdout)
    return found


@pytest.fixture
def person(workspace: Path) -> int:
    studio = Studio.open(workspace)
    try:
        return studio.contacts.save(Contact(id=0, phone=PHONE, first_name="Zoë")).id
    finally:
        studio.close()


def test_consent_is_written_down_and_told_with_its_proof(workspace: Path, person: int) -> None:
    assert answer(workspace, "consent", PHONE)["history"] == []
    assert run(workspace, "consent", PHONE, "--state", "yes").exit_code == 1
    told = answer(
        workspace, "consent", PHONE, "--state", "yes", "--source", "shop", "--at", "2026-01-05", "--wording", "News?",
        "--evidence", "form 7",
    )  # fmt: skip
    assert (told["contact"], told["marketing"], told["utility"]) == (person, "yes", "unknown")
    (line,) = told["history"]
    assert (line["source"], line["wording"], line["evidence"]) == ("shop", "News?", "form 7")


def test_numbers_are_suppressed_listed_exported_and_let_go(workspace: Path, tmp_path: Path, person: int) -> None:
    told = answer(workspace, "suppress", PHONE, "+3190*", "nonsense", "--source", "asked", ends=1)
    assert (told["added"], told["known"]) == (2, 0)
    assert [one["value"] for one in told["invalid"]] == ["nonsense"]
    assert [one["value"] for one in answer(workspace, "suppressions")["entries"]] == ["+3190*", PHONE]
    file = tmp_path / "list.csv"
    assert answer(workspace, "suppressions", "--export", file)["entries"] == 2
    assert answer(workspace, "unsuppress", PHONE, "+3190*", "+31600000000", ends=1)["removed"] == 2
    assert answer(workspace, "suppress", "--file", file)["added"] == 2
    assert run(workspace, "suppress").exit_code == 2


def test_a_person_is_handed_out_and_erased_and_stays_away(workspace: Path, tmp_path: Path, person: int) -> None:
    told = answer(workspace, "export-person", PHONE, tmp_path / "zoe.zip")
    assert told["held"]["contacts"] == 1 and (tmp_path / "zoe.zip").stat().st_size > 0
    assert run(workspace, "erase", PHONE).exit_code == 1
    done = answer(workspace, "erase", PHONE, "--yes")
    assert (done["erased"], done["clean"]) == (1, True)
    table = tmp_path / "people.csv"
    table.write_text(f"phone\n{PHONE}\n", encoding="utf-8")
    assert answer(workspace, "import", table)["added"] == 0
    studio = Studio.open(workspace)
    try:
        assert studio.contacts.count() == 0
        with pytest.raises(Exception, match="erased-person"):
            studio.contacts.save(Contact(id=0, phone=PHONE))
    finally:
        studio.close()
