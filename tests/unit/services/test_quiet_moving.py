"""Quiet hours that an earlier version kept with the settings are the default preset from the first start on."""

from __future__ import annotations

from pathlib import Path

import pytest

from whatsapp_studio.app import Studio
from whatsapp_studio.audience.quiet import Period, QuietHours
from whatsapp_studio.base.settings import Settings


@pytest.fixture
def before(workspace: Path) -> Settings:
    """A workspace as the earlier version left it."""
    Studio.open(workspace).close()
    settings = Settings(workspace / "settings.json")
    settings.quiet_from, settings.quiet_to = "21:30", "08:00"
    return settings


def presets(workspace: Path, *, role: str = "studio") -> list[tuple[str, tuple[Period, ...], bool]]:
    studio = Studio.open(workspace, role=role)  # type: ignore[arg-type]
    try:
        return [(one.name, one.periods, one.is_default) for one in studio.rules.quiet_presets()]
    finally:
        studio.close()


EVERY_DAY = Period(begin="21:30", end="08:00")


def test_they_are_the_default_and_move_once(workspace: Path, before: Settings) -> None:
    assert presets(workspace) == [("Quiet hours", (EVERY_DAY,), True)]
    again = Settings(workspace / "settings.json")
    assert (again.quiet_from, again.quiet_to) == ("", "")
    assert presets(workspace) == [("Quiet hours", (EVERY_DAY,), True)]


def test_what_journeys_know_stays(workspace: Path, before: Settings) -> None:
    studio = Studio.open(workspace)
    try:
        preset = studio.journeys.surroundings().preset
        assert preset is not None and preset.periods == (EVERY_DAY,)
    finally:
        studio.close()


def test_a_default_that_is_there_stays_the_default(workspace: Path, before: Settings) -> None:
    before.quiet_from = before.quiet_to = ""
    studio = Studio.open(workspace)
    studio.rules.set_default(studio.rules.save_quiet(QuietHours(name="Mine", periods=(Period(),))).id)
    studio.rules.save_quiet(QuietHours(name="Quiet hours", periods=(Period(),)))
    studio.close()
    before.quiet_from, before.quiet_to = "21:30", "08:00"
    assert presets(workspace) == [("Mine", (Period(),), True), ("Quiet hours", (Period(),), False)]


def test_a_name_that_is_taken_is_not_taken_twice(workspace: Path, before: Settings) -> None:
    before.quiet_from = ""
    studio = Studio.open(workspace)
    studio.rules.save_quiet(QuietHours(name="quiet HOURS", periods=(Period(),)))
    studio.close()
    before.quiet_from = "21:30"
    before.quiet_to = "08:00"
    assert presets(workspace)[0] == ("Quiet hours 2", (EVERY_DAY,), True)


def test_whoever_only_reads_changes_nothing(workspace: Path, before: Settings) -> None:
    assert presets(workspace, role="reader") == []
    assert Settings(workspace / "settings.json").quiet_from == "21:30"
