"""Shows that a journey that runs says what it brought: how many reached its goal, and who was held out."""

from __future__ import annotations

from typing import Any

import msgspec
from PySide6.QtWidgets import QLabel, QPushButton

from tests.fixtures.live_desk import LiveDesk, live_desk
from tests.fixtures.running import journey_of
from tests.fixtures.studio import add_people
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.qt.journeys.live_people import NAME
from whatsapp_studio.qt.journeys.live_view import LiveView

__all__ = ["live_desk"]
FIELDS: dict[str, dict[str, Any]] = {
    "in": {"source": "manual", "event": "signed_up"},
    "test": {"paths": [{"id": "a", "name": "", "percent": 100}], "holdout": 40},
    "hello": {"sender": "", "mapping": {"body.1": {"expression": "Hi", "fallback": "Hi"}}},
    "won": {"goal": True},
}


def compared(desk: LiveDesk, **settings: Any) -> Journey:
    """Some of those who come in are held out; the others get a message and are at the goal."""
    lines = ("in event next=test", "test experiment a=hello holdout=out", "hello send_template next=won failed=out",
             "won end", "out end")  # fmt: skip
    made = desk.studio.journeys.create("Compared")
    journey = msgspec.structs.replace(journey_of(*lines, fields=FIELDS, **settings), id=made.id, name="Compared")
    desk.studio.journeys.save(journey)
    desk.studio.running.publish(journey.id)
    return journey


def said(view: LiveView) -> list[str]:
    return [one.text() for one in view.overview.findChildren(QLabel)]


def opened(desk: LiveDesk, journey: Journey) -> LiveView:
    view = LiveView(desk.studio, journey.id)
    desk.show(view, heard=view.on_changes)
    desk.until(lambda: view.seen is not None)
    return view


def test_held_out_contacts_get_no_message_and_are_in_the_report_with_the_goal(live_desk: LiveDesk) -> None:
    people = add_people(live_desk.store, 60, first=20)
    journey = compared(live_desk, goal_on="end")
    live_desk.enter(journey.id, people)
    with live_desk.store.write() as conn:
        conn.execute("UPDATE outbox SET state = 'accepted', settled_at = '2026-03-03T09:00:00.000000Z'")
    live_desk.move()
    life = live_desk.studio.running.life(journey.id)
    assert life is not None
    held = live_desk.studio.running.numbers(journey.id)["test"].passed["holdout"]
    written = {row["contact_id"] for row in live_desk.store.rows("SELECT contact_id FROM outbox")}
    out = {
        row["contact_id"]
        for row in live_desk.store.rows(
            "SELECT r.contact_id FROM passes p JOIN runs r ON r.id = p.run_id WHERE p.port = 'holdout'"
        )
    }
    assert 10 < held < 40 and held == len(out)
    assert written.isdisjoint(out) and written | out == set(people)

    view = opened(live_desk, journey)
    share = round((60 - held) / 60 * 100)
    assert f"Goal reached: {60 - held} of 60 ({share} %)" in said(view)
    (link,) = [one for one in view.overview.findChildren(QPushButton) if "held out" in one.text()]
    assert link.text().endswith(f": {held} held out")

    link.click()
    live_desk.until(lambda: view.people.model.rowCount() == held)
    names = {str(view.people.model.index(row, NAME).data()) for row in range(held)}
    first = live_desk.store.rows("SELECT id, first_name FROM contacts")
    assert names == {f"{row['first_name']} Jansen" for row in first if row["id"] in out}


def test_without_a_goal_and_an_experiment_nothing_is_said_of_them(live_desk: LiveDesk) -> None:
    live_desk.enter(live_desk.journey.id, live_desk.people)
    view = opened(live_desk, live_desk.journey)
    assert "What it brought" not in said(view)


def test_the_rate_follows_whoever_reaches_the_goal(live_desk: LiveDesk) -> None:
    journey = compared(live_desk, goal_on="event", goal_event="paid")
    live_desk.enter(journey.id, live_desk.people)
    view = opened(live_desk, journey)
    assert "Goal reached: 0 of 6 (0 %)" in said(view)

    live_desk.studio.events.fire("paid", live_desk.people[0])
    live_desk.studio.events.fire("paid", live_desk.people[1])
    live_desk.studio.events.fire("paid", live_desk.people[1])
    live_desk.move()
    view.reader.look()

    live_desk.until(lambda: "Goal reached: 2 of 6 (33 %)" in said(view))
