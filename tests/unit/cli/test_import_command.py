"""An import from the command line: what can be said of the file, and the import taken back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from tests.fixtures.broken_books import excel
from whatsapp_studio.app import Studio
from whatsapp_studio.cli.commands import studio_command

KEYS = {"rows", "added", "updated", "duplicates", "invalid", "errors_file", "seconds"}


def run(workspace: Path, *asked: object) -> Result:
    return CliRunner().invoke(
        studio_command, ["--workspace", str(workspace), "--json", "contacts", *map(str, asked)]
    )  # fmt: skip


def answer(result: Result) -> dict[str, Any]:
    assert result.exit_code == 0, result.output
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def test_a_sheet_is_chosen_and_the_answer_has_the_keys_it_always_had(workspace: Path, tmp_path: Path) -> None:
    book = tmp_path / "people.xlsx"
    book.write_bytes(excel({"One": [["phone"], ["0612345601"]], "Two": [["phone"], ["0612345602"], ["0612345603"]]}))
    found = answer(run(workspace, "import", book, "--country", "NL", "--sheet", "Two", "--list", "Second"))
    assert set(found) == KEYS
    assert (found["rows"], found["added"]) == (2, 2)
    assert run(workspace, "import", book, "--sheet", "Three").exit_code == 1


def test_letters_separator_and_kind_are_said(workspace: Path, tmp_path: Path) -> None:
    table = tmp_path / "people.txt"
    table.write_bytes("phone\tname\tpoints\n0612345601\tŁucja\t12\n".encode("cp1250"))
    asked = ("import", table, "--country", "NL", "--encoding", "cp1250", "--delimiter", "tab")
    assert answer(run(workspace, *asked, "--kind", "points=text"))["added"] == 1
    studio = Studio.open(workspace, role="reader")
    [contact] = studio.contacts.get_many(studio.contacts.ids())
    [field] = studio.contacts.fields()
    studio.close()
    assert (contact.first_name, field.name, field.kind) == ("Łucja", "points", "text")


@pytest.mark.parametrize("wrong", [("--kind", "points=colour"), ("--kind", "size=text"), ("--delimiter", "<>")])
def test_what_cannot_be_is_said_before_anything_is_done(
    workspace: Path, tmp_path: Path, wrong: tuple[str, str]
) -> None:
    table = tmp_path / "people.csv"
    table.write_text("phone,points\n0612345601,1\n", encoding="utf-8")
    assert run(workspace, "import", table, *wrong).exit_code == 2


def test_the_last_import_is_taken_back_once(workspace: Path, tmp_path: Path) -> None:
    cards = tmp_path / "people.vcf"
    cards.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Zoë\nTEL:0612345601\nEND:VCARD\n", encoding="utf-8")
    assert answer(run(workspace, "import", cards, "--country", "NL"))["added"] == 1
    undone = answer(run(workspace, "undo-import"))
    assert (undone["file"], undone["removed"], undone["restored"]) == ("people.vcf", 1, 0)
    assert run(workspace, "undo-import").exit_code == 1
