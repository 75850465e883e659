"""Decides what happens when Meta pauses a template for which a thousand wait: they are held, told of, and go on."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.fixtures.live import LiveRun, templates
from tests.fixtures.running import Stage, check_tallies, journey_of
from tests.fixtures.studio import T0, add_people, check_counts, phone_of, store
from tests.fixtures.virtual_time import run
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.services.running.plans import Plan
from whatsapp_studio.storage.db import Store

__all__ = ["store"]
WAITING = 1000
SENDS = {
    "template": {"name": "appointment_reminder", "language": "nl"}, "sender": "",
    "mapping": {
        f"body.{name}": {"expression": "{{ contact.first_name }}", "fallback": "x"}
        for name in ("first_name", "time", "bike")
    },
}  # fmt: skip
LINES = ("in audience next=hello", "hello send_template next=out failed=bad timeout=late", "out end", "bad end",
         "late end")  # fmt: skip


def begun(store: Store, journey: Journey) -> tuple[Stage, Plan, LiveRun]:
    stage = Stage(store, T0)
    stage.templates = dict(templates())
    plan = stage.publish(journey)
    ids = add_people(store, WAITING)
    stage.enter(plan, ids)
    live = LiveRun(stage, T0, [], {n: phone_of(n) for n in ids})
    return stage, plan, live


def meta_says(live: LiveRun, status: str) -> None:
    live.box.templates.change(live.box.templates.find("appointment_reminder", "nl"), status=status)


def states(store: Store) -> dict[str, int]:
    return {row[0]: row[1] for row in store.rows("SELECT state, count(*) FROM outbox GROUP BY state")}


@pytest.mark.slow
def test_messages_are_held_while_their_template_is_paused_and_leave_when_it_is_back(store: Store) -> None:
    stage, plan, live = begun(store, journey_of(*LINES, fields={"hello": SENDS}))

    async def hours() -> None:
        meta_says(live, "PAUSED")
        await live.until(T0 + timedelta(hours=2))
        assert states(store) == {"ready": WAITING} and live.box.truth.accepted == 0
        assert stage.tallies(plan)["hello", "waiting", ""] == WAITING
        (stream,) = store.rows("SELECT state, pause_reason FROM campaigns WHERE kind = 'stream'")
        assert tuple(stream) == ("paused", "meta-132015")
        meta_says(live, "APPROVED")
        await live.until(T0 + timedelta(hours=4))
        live.box.close()

    run(hours())
    assert live.box.truth.accepted == WAITING and live.box.truth.duplicates == 0
    assert stage.tallies(plan)["out", "ended", "end"] == WAITING
    check_tallies(store)
    check_counts(store)


@pytest.mark.slow
def test_whoever_waits_too_long_for_a_paused_template_goes_on_by_timed_out(store: Store) -> None:
    hours_only = {**SENDS, "retry_within": {"amount": 3, "unit": "hours"}}
    stage, plan, live = begun(store, journey_of(*LINES, fields={"hello": hours_only}))

    async def hours() -> None:
        meta_says(live, "PAUSED")
        await live.until(T0 + timedelta(hours=4))
        meta_says(live, "APPROVED")
        await live.until(T0 + timedelta(hours=6))
        live.box.close()

    run(hours())
    assert live.box.truth.accepted == 0
    assert states(store) == {"excluded": WAITING}
    assert stage.tallies(plan)["late", "ended", "end"] == WAITING
    check_tallies(store)
    check_counts(store)
