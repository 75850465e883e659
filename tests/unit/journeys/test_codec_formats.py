"""Shows that a file of an older format is brought up to date step by step, and that none is skipped."""

from __future__ import annotations

from typing import Any

import pytest

from whatsapp_studio.journeys.upgrades import FORMAT, UPGRADES, upgraded


def test_each_step_is_taken_once_and_in_order() -> None:
    def named(raw: dict[str, Any]) -> dict[str, Any]:
        return {**raw, "went": [*raw.get("went", ()), "minutes to hours"]}

    def split(raw: dict[str, Any]) -> dict[str, Any]:
        return {**raw, "went": [*raw["went"], "places apart"]}

    old = {"format": 1, "name": "Old"}
    new = upgraded(old, {1: named, 2: split}, 3)
    assert new == {"format": 3, "name": "Old", "went": ["minutes to hours", "places apart"]}
    assert old == {"format": 1, "name": "Old"}
    assert upgraded({"format": 2, "went": []}, {1: named, 2: split}, 3)["went"] == ["places apart"]


def test_a_file_of_today_is_taken_as_it_is() -> None:
    raw = {"format": FORMAT, "steps": {}}
    assert upgraded(raw) == raw


def test_every_older_format_has_its_step() -> None:
    assert sorted(UPGRADES) == list(range(1, FORMAT))


def test_a_missing_step_is_not_passed_over() -> None:
    with pytest.raises(KeyError):
        upgraded({"format": 1}, {2: lambda raw: raw}, 3)
