"""Decides that the five examples, live in virtual time against the sandbox, go as simulated, row for row."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tests.fixtures.live import LiveRun, held, in_minutes, passes, templates
from tests.fixtures.rehearsal import Rehearsal, Tied
from tests.fixtures.running import Stage, check_tallies
from tests.fixtures.studio import check_counts, phone_of, store
from tests.fixtures.virtual_time import run
from whatsapp_studio.audience.contact import Contact, CustomField
from whatsapp_studio.base.clock import iso
from whatsapp_studio.base.paths import resource
from whatsapp_studio.delivery import sender
from whatsapp_studio.journeys.assumed import Assumptions, Rates
from whatsapp_studio.journeys.codec import load
from whatsapp_studio.journeys.one_by_one import enter_at, ms_of
from whatsapp_studio.services.running import loop
from whatsapp_studio.services.running.plans import Plan
from whatsapp_studio.storage.contacts import ContactStore
from whatsapp_studio.storage.crowds import read_crowd
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.lives import LifeStore

__all__ = ["store"]
START = datetime(2026, 12, 7, 10, 0, tzinfo=UTC)
PEOPLE, DAYS = 40, 20
FIELDS = {"event_date": "2026-12-16", "last_order": "2026-03-01", "voucher": "AUTUMN"}
# More happens than mostly does, so that every arrow is gone.
BUSY = Rates(replied=400, clicked=500, event=500, latest=400, event_latest=1500)


def prepared(store: Store, name: str) -> tuple[Stage, Plan]:
    """The example live in a workspace with contacts that it is for."""
    people, now = ContactStore(store), iso(START)
    for field in FIELDS:
        people.add_field(CustomField(name=field, label=field, kind="text" if field == "voucher" else "date"))
    for n in range(1, PEOPLE + 1):
        person = Contact(
            id=0, phone=phone_of(n), first_name=f"Name{n}", last_name="", country="NL", fields=dict(FIELDS),
            language="nl" if n % 2 else "en", time_zone="Europe/Amsterdam" if n % 3 else "America/New_York",
        )  # fmt: skip
        people.say([people.write(person, now)], "yes", "test", now)
    stage = Stage(store, START)
    stage.templates = dict(templates())
    path = resource(f"samples/journeys/{name}.wsjourney")
    return stage, stage.publish(load(path.read_text(encoding="utf-8"), strict=True).journey)


def rehearsed(store: Store, plan: Plan) -> Rehearsal:
    """A simulation in which every arrow is taken, and nothing depends on what comes first within a minute."""
    arrows = {one for one in plan.journey.links if not one.endswith((":closed", ":failed"))}
    for seed in range(1, 100):
        assumed = Assumptions(seed=seed, rates=BUSY, event={"product": "bell", "amount": 9, "order_number": "A1"})
        crowd = read_crowd(store, ("first_name", "language", "country", "time_zone", *FIELDS))
        made = Rehearsal(plan.setup, crowd, assumed, START, DAYS)
        try:
            made.rehearse()
        except Tied:
            continue
        if arrows <= {f"{row.step}:{row.port}" for row in made.rows}:
            return made
    raise AssertionError("no seed will do")


@pytest.mark.slow
@pytest.mark.parametrize("name", ["welcome", "event-reminder", "feedback", "abandoned-cart", "re-engage"])
def test_an_example_goes_live_as_it_was_simulated(store: Store, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loop, "LONGEST_SLEEP", 1e9)
    monkeypatch.setattr(sender, "LONGEST_SLEEP", 1e9)
    stage, plan = prepared(store, name)
    made = rehearsed(store, plan)
    assumed, step, ids = made.assumed, plan.journey.steps[plan.entry], range(1, PEOPLE + 1)
    dues = [enter_at(plan.setup, assumed, step, ms_of(START), n - 1, n) for n in ids]
    stage.enter(plan, list(ids), due=dues, event=assumed.event)
    live = LiveRun(stage, START, made.drawn, {n: phone_of(n) for n in ids})
    until = START + timedelta(days=DAYS)
    run(live.run(until + timedelta(seconds=50)))
    expected, found = (in_minutes(rows, until) for rows in (made.rows, passes(store, plan)))
    assert found == expected
    assert held(store, plan) == made.held
    counts = LifeStore(store).counts([plan.id])
    assert {id: one.entered for id, one in counts.items()} == {id: at.entered for id, at in made.result.by_step.items()}
    assert sum(one.sent for one in counts.values()) == made.result.messages == live.box.truth.accepted
    assert live.box.truth.duplicates == 0
    check_tallies(store)
    check_counts(store)
