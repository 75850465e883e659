"""Decides that audiences are read when they are to be, each contact once, whatever happens meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
import pytest

from tests.fixtures.entering import Entrance, walk_in
from tests.fixtures.running import check_tallies
from tests.fixtures.studio import T0, store
from whatsapp_studio.audience.contact import Contact
from whatsapp_studio.base.clock import iso
from whatsapp_studio.services.running import reading
from whatsapp_studio.storage import runs
from whatsapp_studio.storage.contacts import ContactStore
from whatsapp_studio.storage.db import Store

__all__ = ["store"]
DAILY = {"every": 1, "unit": "days", "weekdays": [], "until": ""}
VIP = {"kind": "list", "list": "Vip"}
DUTCH = {"kind": "rule", "rule": {"field": "contact.country", "op": "is", "value": "NL"}}


@pytest.fixture
def hall(store: Store) -> Iterator[Entrance]:
    stage = Entrance(store)
    yield stage
    check_tallies(store)


def daily(at: str = "2026-03-04T09:00", **more: Any) -> dict[str, Any]:
    return {"when": "recurring", "at": at, "repeat": DAILY, **more}


# -- once ----------------------------------------------------------------------------------------------------


def test_everybody_enters_once_when_the_journey_starts(hall: Entrance) -> None:
    ids = hall.people(5)
    hall.publish(walk_in("audience"))

    hall.settle()

    assert hall.entered() == ids
    assert hall.line("audience-read").facts == {"step": "in", "found": 5, "entered": 5, "refused": 0, "why": {}}
    hall.people(2, first=6)
    hall.go(days=3)
    assert hall.entered() == ids
    assert hall.entries.next_due(hall.now) is None


def test_once_is_once_after_a_restart_too(hall: Entrance) -> None:
    ids = hall.people(3)
    hall.publish(walk_in("audience", set_reentry="after_end"))
    hall.settle()

    hall.open()
    hall.go(days=1)

    assert hall.entered() == ids


def test_a_list_lets_in_who_is_on_it(hall: Entrance) -> None:
    ids = hall.people(6)
    hall.list_of("Vip", ids[1:4])
    hall.publish(walk_in("audience", audience={"kind": "list", "list": " vip "}))

    hall.settle()

    assert hall.entered() == ids[1:4]


def test_a_list_that_is_gone_is_told_and_no_more(hall: Entrance) -> None:
    hall.people(2)
    hall.publish(walk_in("audience", audience=VIP))

    hall.go(days=1)

    assert hall.entered() == []
    assert hall.line("list-gone").facts == {"step": "in", "list": "Vip"}


def test_a_rule_lets_in_those_it_is_true_for(hall: Entrance) -> None:
    ids = hall.people(3)
    keep = ContactStore(hall.store)
    keep.write(Contact(id=0, phone="+4915112345678", country="DE"), iso(T0))
    hall.publish(walk_in("audience", audience=DUTCH))

    hall.settle()

    assert hall.entered() == ids
    assert hall.line("audience-read").facts["found"] == 3


def test_a_rule_asks_the_day_of_the_contact_and_its_lists(hall: Entrance) -> None:
    keep = ContactStore(hall.store)
    # 09:00 UTC is the next day already in Auckland (UTC+13).
    hall.now = datetime(2026, 3, 3, 12, 30, tzinfo=UTC)
    there = keep.write(Contact(id=0, phone="+64211234567", time_zone="Pacific/Auckland"), iso(T0))
    here = keep.write(Contact(id=0, phone="+31612345678", time_zone="Europe/Amsterdam"), iso(T0))
    listed = keep.write(Contact(id=0, phone="+31612345679"), iso(T0))
    hall.list_of("Born", [there, here])
    rule = {"any": [{"list": "Nobody", "op": "in"}, {"all": [
        {"list": "Born", "op": "in"}, {"field": "contact.language", "op": "is_empty"},
    ]}]}  # fmt: skip
    hall.publish(walk_in("audience", audience={"kind": "rule", "rule": rule}))

    hall.settle()

    assert hall.entered() == [there, here]
    assert listed not in hall.entered()


def test_a_rule_nobody_can_read_is_told_and_no_more(hall: Entrance) -> None:
    hall.people(2)
    hall.publish(walk_in("audience", audience={"kind": "rule", "rule": {"odd": 1}}))

    hall.go(days=1)

    assert hall.entered() == []
    assert [one.code for one in hall.lines()] == ["rule-unreadable"]


def test_an_empty_audience_is_told_once(hall: Entrance) -> None:
    hall.publish(walk_in("audience"))

    assert hall.go(days=2) > 0

    assert [one.code for one in hall.lines()] == ["audience-empty"]


def test_a_disabled_entry_lets_nobody_in(hall: Entrance) -> None:
    hall.people(2)
    journey = walk_in("audience")
    shut = msgspec.structs.replace(journey.steps["in"], disabled=True)
    hall.publish(msgspec.structs.replace(journey, steps={**journey.steps, "in": shut}))

    hall.go(days=1)

    assert hall.entered() == []


# -- chunks --------------------------------------------------------------------------------------------------


def test_a_large_audience_comes_in_chunks_of_one_transaction_each(hall: Entrance) -> None:
    ids = hall.many(2500)
    hall.publish(walk_in("audience"))

    assert hall.entries.step(hall.now)
    assert hall.entries.step(hall.now)
    assert hall.entered() == ids[:1000]
    assert hall.read() == 2
    assert hall.entered() == ids
    assert hall.line("audience-read").facts["found"] == 2500


@pytest.mark.parametrize("chunks", [0, 1, 2])
def test_a_crash_neither_repeats_nor_skips(
    hall: Entrance, chunks: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = hall.many(2500)
    hall.publish(walk_in("audience", set_reentry="after_end"))
    done = [0]
    enter = reading.enter

    def dies(*given: Any, **more: Any) -> Any:
        if done[0] == chunks:
            raise KeyboardInterrupt
        done[0] += 1
        return enter(*given, **more)

    monkeypatch.setattr(reading, "enter", dies)
    with pytest.raises(KeyboardInterrupt):
        hall.settle()
    monkeypatch.undo()

    hall.open()
    hall.settle()

    assert hall.entered() == ids


def test_exactly_full_chunks_come_to_an_end(hall: Entrance) -> None:
    ids = hall.many(1000)
    hall.publish(walk_in("audience"))

    hall.settle()

    assert hall.entered() == ids
    assert hall.line("audience-read").facts["found"] == 1000


# -- at a time, and in a rhythm --------------------------------------------------------------------------------


def test_a_scheduled_audience_is_read_at_its_time(hall: Entrance) -> None:
    ids = hall.people(2)
    hall.publish(walk_in("audience", when="scheduled", at="2026-03-05T09:00"))

    hall.go(days=1, hours=22)
    assert hall.entered() == []
    assert hall.entries.next_due(hall.now) == datetime(2026, 3, 5, 8, 0, tzinfo=UTC)
    hall.go(hours=2)
    assert hall.entered() == ids
    hall.go(days=30)
    assert hall.entered() == ids


def test_a_time_that_was_missed_is_read_at_the_next_start(hall: Entrance) -> None:
    ids = hall.people(2)
    hall.publish(walk_in("audience", when="scheduled", at="2026-03-05T09:00"))
    hall.settle()

    hall.forward(days=4)
    hall.open()
    hall.settle()

    assert hall.entered() == ids


def test_a_time_before_the_journey_was_published_is_none(hall: Entrance) -> None:
    hall.people(2)
    hall.publish(walk_in("audience", when="scheduled", at="2026-03-02T09:00"))

    hall.go(days=2)

    assert hall.entered() == []


@pytest.mark.parametrize(
    ("at", "zone", "first", "hours"),
    [
        # Forward on 29 March 2026 and back on 25 October, in Amsterdam.
        ("2026-03-27T09:00", "Europe/Amsterdam", datetime(2026, 3, 27, 8, tzinfo=UTC), [8, 8, 7, 7]),
        ("2026-10-23T09:00", "Europe/Amsterdam", datetime(2026, 10, 23, 7, tzinfo=UTC), [7, 7, 8, 8]),
        # New York goes forward on 8 March.
        ("2026-03-06T09:00", "America/New_York", datetime(2026, 3, 6, 14, tzinfo=UTC), [14, 14, 13, 13]),
        # Sydney goes back on 5 April.
        ("2026-04-03T09:00", "Australia/Sydney", datetime(2026, 4, 2, 22, tzinfo=UTC), [22, 22, 23, 23]),
    ],
)  # fmt: skip
def test_a_rhythm_keeps_its_local_hour_over_clock_changes(
    hall: Entrance, at: str, zone: str, first: datetime, hours: list[int]
) -> None:
    (one,) = hall.people(1)
    hall.publish(walk_in("audience", set_reentry="after_end", **daily(at)), zone=zone)
    hall.now = first - timedelta(minutes=30)

    hall.go(days=3, hours=12)

    assert hall.entered() == [one] * 4
    rows = hall.store.rows("SELECT entered FROM runs ORDER BY id")
    assert [runs.moment(row["entered"]).hour for row in rows] == hours


def test_of_the_times_missed_while_closed_the_last_counts(hall: Entrance) -> None:
    (one,) = hall.people(1)
    hall.publish(walk_in("audience", set_reentry="after_end", **daily()))
    hall.go(days=1, hours=1)
    assert hall.entered() == [one]

    hall.forward(days=3)
    hall.open()
    hall.settle()

    assert hall.entered() == [one, one]
    assert hall.line("readings-missed").facts["count"] == 2
    # And the rhythm goes on as if nothing had been.
    hall.go(days=1)
    assert hall.entered() == [one] * 3


def test_a_rhythm_ends_on_its_last_day(hall: Entrance) -> None:
    (one,) = hall.people(1)
    rhythm = daily(repeat={**DAILY, "until": "2026-03-05"})
    hall.publish(walk_in("audience", set_reentry="after_end", **rhythm))

    hall.go(days=10)

    assert hall.entered() == [one, one]
    assert hall.entries.next_due(hall.now) is None


def test_a_clock_that_went_ahead_and_back_loses_no_time(hall: Entrance) -> None:
    (one,) = hall.people(1)
    hall.publish(walk_in("audience", set_reentry="after_end", **daily()))
    hall.settle()
    hall.now += timedelta(days=100)
    hall.settle()
    assert hall.entered() == [one]

    hall.now -= timedelta(days=100)
    hall.open()
    hall.go(days=2)

    assert hall.entered() == [one] * 3


# -- starts and ends ---------------------------------------------------------------------------------------------


def test_nobody_enters_before_the_journey_starts(hall: Entrance) -> None:
    ids = hall.people(2)
    hall.publish(walk_in("audience", set_starts="2026-03-06T12:00"))

    hall.go(days=3)
    assert hall.entered() == []
    hall.go(hours=3)
    assert hall.entered() == ids
    assert hall.store.value("SELECT min(entered) FROM runs") == runs.ms(datetime(2026, 3, 6, 11, tzinfo=UTC))


def test_a_rhythm_begins_with_the_journey_and_ends_with_it(hall: Entrance) -> None:
    (one,) = hall.people(1)
    journey = walk_in("audience", set_reentry="after_end", set_starts="2026-03-06T12:00",
                      set_ends="2026-03-08T10:00", **daily())  # fmt: skip
    hall.publish(journey)

    hall.go(days=10)

    assert hall.entered() == [one, one]
    assert [line.code for line in hall.lines()] == [
        "audience-read", "audience-read", "closed-at-end", "done",
    ]  # fmt: skip


def test_a_journey_that_ended_is_closed_and_done_once_nobody_is_inside(hall: Entrance) -> None:
    hall.people(2)
    hall.publish(walk_in("audience", wait="9", set_ends="2026-03-08T10:00"))

    hall.go(days=4, hours=23)
    assert hall.state("j") == "running"
    hall.go(hours=2)
    assert hall.state("j") == "closed"
    assert hall.line("closed-at-end").at == runs.ms(datetime(2026, 3, 8, 9, 0, tzinfo=UTC)) + 1
    hall.go(days=9)
    assert hall.state("j") == "done"


def test_a_held_journey_is_closed_when_it_goes_on(hall: Entrance) -> None:
    hall.people(1)
    hall.publish(walk_in("audience", wait="9", set_ends="2026-03-05T10:00"))
    hall.settle()
    hall.set("j", "paused", "hold")
    hall.go(days=4)
    assert hall.state("j") == "paused"

    hall.set("j", "running")
    hall.settle()

    assert hall.state("j") == "closed"


def test_a_time_that_was_missed_past_the_end_is_left_out(hall: Entrance) -> None:
    hall.people(1)
    hall.publish(walk_in("audience", when="scheduled", at="2026-03-05T09:00", set_ends="2026-03-05T12:00"))
    hall.settle()

    hall.forward(days=4)
    hall.open()
    hall.settle()

    assert hall.entered() == []
    assert hall.line("audience-read").facts["why"] == {"ended": 1}
