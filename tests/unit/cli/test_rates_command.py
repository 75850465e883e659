"""Prices from the command line: told, imported after a look, entered."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from whatsapp_studio.base.errors import UserError
from whatsapp_studio.cli.commands import studio_command


def run(workspace: Path, *args: str, as_json: bool = True) -> Result:
    flags = ["--json"] if as_json else []
    return CliRunner().invoke(studio_command, ["--workspace", str(workspace), *flags, "rates", *args])


def told(result: Result) -> dict[str, Any]:
    assert result.exit_code == 0, result.output
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def test_a_price_list_is_looked_at_imported_and_told(tmp_path: Path) -> None:
    workspace, card = tmp_path / "w", tmp_path / "card.csv"
    card.write_text("Market,Currency,Marketing\nGermany,EUR,0.1131\nMars,EUR,1\n", encoding="utf-8")
    assert told(run(workspace, "import", str(card), "--from", "2026-10-01"))["new"] == 1
    looked = told(run(workspace, "import", str(card), "--from", "2027-01-01", "--dry-run"))
    assert (looked["kept"], looked["same"], looked["new"], looked["changed"]) == (False, 0, 1, 0)
    assert [(one["line"], one["code"]) for one in looked["problems"]] == [(3, "rate-market-unknown")]
    made = told(run(workspace, "set", "France", "marketing", "0,0712", "--currency", "EUR", "--from", "2026-11-01"))
    assert (made["price"], made["begins"], made["source"]) == ("0.0712", "2026-11-01", "hand")
    listed = told(run(workspace, "list", "--currency", "EUR", "--on", "2026-10-15"))
    assert [(one["market"], one["price"], one["source"]) for one in listed["rates"]] == [
        ("Germany", "0.1131", "card.csv")
    ]
    assert [one["market"] for one in told(run(workspace, "list", "--currency", "EUR", "--on", "2026-12-01",
                                              "--market", "fra"))["rates"]] == ["France"]  # fmt: skip
    words = run(workspace, "list", "--currency", "EUR", "--on", "2026-12-01", as_json=False).stdout
    assert "Germany  Marketing  €0.1131  since 1 Oct 2026, card.csv" in words.splitlines()


def test_what_came_with_the_program_is_told_where_nothing_may_be_written(tmp_path: Path) -> None:
    told(run(tmp_path / "w", "list", "--currency", "CLP"))
    found = told(run(tmp_path / "w", "list", "--currency", "INR", "--on", "2026-10-01"))
    assert {one["market"] for one in found["rates"]} == {"India"}


def test_what_is_no_price_or_no_list_is_refused(tmp_path: Path) -> None:
    card = tmp_path / "people.csv"
    card.write_text("name,phone\nMaria,+31612345678\n", encoding="utf-8")
    assert run(tmp_path / "w", "import", str(card)).exit_code == 1
    with pytest.raises(UserError, match="rate-price-unreadable"):
        raise run(tmp_path / "w", "set", "France", "marketing", "1,234").exception  # type: ignore[misc]
