"""The calendar of campaigns, and those of others beside it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from tests.fixtures.studio import T0, Workspace, rooms
from whatsapp_studio.base.errors import UserError, WorldError
from whatsapp_studio.campaigns.draft import Draft, Schedule
from whatsapp_studio.services.calendar import Calendars

__all__ = ["rooms"]


@pytest.fixture
def calendar(rooms: Workspace) -> Calendars:
    return Calendars(rooms.store, rooms.clock, rooms.told.append)  # type: ignore[arg-type]


def table(path: Path, *rows: str) -> Path:
    path.write_text("\n".join(("title,start,end", *rows)), encoding="utf-8")
    return path


def titles(calendar: Calendars) -> list[str]:
    return [one.title for one in calendar.entries(T0, T0 + timedelta(days=10))]


def test_a_calendar_is_brought_in_hidden_read_again_and_removed(calendar: Calendars, tmp_path: Path) -> None:
    path = table(tmp_path / "Shop.csv", "Fair,2026-03-05,2026-03-06", "Long ago,2020-01-01,")
    found = calendar.bring_in(path)
    assert (found.calendar.name, found.calendar.kind, found.calendar.events, found.problems) == ("Shop", "csv", 1, ())
    assert titles(calendar) == ["Fair"]
    calendar.show(found.calendar.id, False)
    assert titles(calendar) == []
    table(path, "Fair,2026-03-05,", "Talk,2026-03-07T09:00+00:00,")
    calendar.refresh(found.calendar.id)
    (one,) = calendar.all()
    assert (one.events, one.shown) == (2, False)
    calendar.show(one.id, True)
    assert titles(calendar) == ["Fair", "Talk"]
    calendar.remove(one.id)
    assert (calendar.all(), titles(calendar)) == ([], [])


def test_a_file_of_the_same_name_elsewhere_is_another_calendar(calendar: Calendars, tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for folder in (tmp_path, tmp_path / "b"):
        calendar.bring_in(table(folder / "Shop.csv", "Fair,2026-03-05,"))
    assert [(one.name, one.colour) for one in calendar.all()] == [("Shop", 0), ("Shop 2", 1)]


def test_a_file_that_is_gone_leaves_the_calendar_as_it_was(calendar: Calendars, tmp_path: Path) -> None:
    path = table(tmp_path / "Shop.csv", "Fair,2026-03-05,")
    made = calendar.bring_in(path).calendar
    path.unlink()
    with pytest.raises(UserError, match="calendar-gone"):
        calendar.refresh(made.id)
    with pytest.raises(WorldError, match="cannot-read"):
        calendar.bring_in(path)
    assert titles(calendar) == ["Fair"]


def test_our_calendar_is_written_and_reads_the_same(rooms: Workspace, calendar: Calendars, tmp_path: Path) -> None:
    rooms.campaigns.create(Draft(name="Spring", schedule=Schedule("at", "2026-03-05T09:00", "Europe/Amsterdam")))
    path = tmp_path / "campaigns.ics"
    assert calendar.export(path, T0, T0 + timedelta(days=10), {"draft": "Draft"}) == 1
    event = calendar.bring_in(path).calendar
    assert event.events == 1
    ours, theirs = calendar.entries(T0, T0 + timedelta(days=10))
    assert (ours.title, ours.starts, ours.ends) == (theirs.title, theirs.starts, theirs.ends)
    with pytest.raises(WorldError, match="cannot-write"):
        calendar.export(tmp_path / "no" / "such.ics", T0, T0 + timedelta(days=1), {})

