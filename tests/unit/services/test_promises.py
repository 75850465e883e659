"""Decides that what is promised of a journey that runs holds: exact caps, order, the same branch again, leaving."""

from __future__ import annotations

import threading
from datetime import timedelta
from typing import Any

import msgspec
import pytest

from tests.fixtures.living import Alive, alive, step_of
from tests.fixtures.running import Stage, check_tallies, journey_of, stage
from tests.fixtures.studio import add_people, offer, store
from whatsapp_studio.base.errors import Blocked
from whatsapp_studio.journeys.check import problems
from whatsapp_studio.journeys.edits import SetSettings
from whatsapp_studio.journeys.surroundings import Surroundings
from whatsapp_studio.services.running.runner import Runner
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.lists import ListStore
from whatsapp_studio.storage.templates import TemplateRows

__all__ = ["alive", "stage", "store"]
OFFER: tuple[str, dict[str, Any]] = ("send_template", {
    "template": {"name": "spring_offer", "language": "nl"},
    "mapping": {"body.1": {"expression": "{{ contact.first_name }}", "fallback": "you"}},
})  # fmt: skip
A_DAY: dict[str, Any] = {"duration": {"amount": 1, "unit": "days"}}
BOUGHT: dict[str, Any] = {"exits": [{"id": "bought", "name": "Bought", "on": "event", "event": "purchase"}]}


def test_a_cap_of_fifty_admits_exactly_fifty_of_five_hundred_under_parallel_workers(store: Store) -> None:
    stage = Stage(store)
    lines = ("in audience next=cap", "cap condition within=few other=many", "few wait next=out", "many wait next=out",
             "out end")  # fmt: skip
    plan = stage.publish(journey_of(*lines, fields={"cap": {"by": "cap", "cap": 50}}))
    stage.enter(plan, add_people(store, 500))
    moved: list[int] = []
    ready = threading.Barrier(4)

    def work() -> None:
        own = Store(store.path)
        beside = Stage(own, stage.now)
        beside.runner = Runner(own, beside.plans, at_once=7)
        mine = 0
        for _ in range(20):
            ready.wait()
            mine += beside.step().moved
        moved.append(mine)
        own.close()

    workers = [threading.Thread(target=work) for _ in range(4)]
    for one in workers:
        one.start()
    for one in workers:
        one.join()

    assert sum(moved) == 500 and min(moved) >= 100, moved
    tallies = stage.tallies(plan)
    assert (tallies["cap", "passed", "within"], tallies["cap", "passed", "other"]) == (50, 450)
    assert (tallies["few", "waiting", ""], tallies["many", "waiting", ""]) == (50, 450)
    check_tallies(store)


def test_waits_due_while_closed_fire_at_the_start_in_due_order_once_each(store: Store) -> None:
    stage = Stage(store)
    ids = add_people(store, 40)
    journey = journey_of("in audience next=day", "day wait next=tell", "tell notify next=out", "out end",
                         fields={"day": A_DAY})  # fmt: skip
    plans = [stage.publish(msgspec.structs.replace(journey, id=id)) for id in ("j", "k")]
    # They come in an order that is not that of their ids.
    order = [ids[n * 7 % 40] for n in range(40)]
    for n, one in enumerate(order):
        stage.enter(plans[n % 2], [one])
        stage.settle()
        stage.forward(minutes=1)

    stage.forward(days=5)
    stage.open()
    stage.runner = Runner(store, stage.plans, at_once=3)
    batches = 0
    while stage.step().moved:
        batches += 1
        gone = store.rows("SELECT contact_id FROM runs WHERE ended IS NOT NULL ORDER BY ended")
        assert {row[0] for row in gone} == set(order[: len(gone)]), "whoever was due first goes first"
        stage.forward(seconds=1)

    assert batches == 14
    assert store.value("SELECT count(*) FROM effects WHERE kind = 'notify'") == 40
    assert store.value("SELECT count(*) FROM passes WHERE step = 'day'") == 40
    check_tallies(store)


def test_without_a_receiver_a_reaction_is_warned_of_and_takes_the_timeout(stage: Stage) -> None:
    lines = ("in audience next=hello", "hello send_template next=see failed=bad timeout=bad",
             "see reaction one=good timeout=none", "good end", "bad end", "none end")  # fmt: skip
    outcome = {"id": "one", "on": "read", "button": "", "keywords": []}
    journey = journey_of(*lines, fields={"see": {"outcomes": [outcome], "timeout": {"amount": 3, "unit": "days"}}})
    deaf = Surroundings(templates=stage.templates, receiver=False)
    warned = [one for one in problems(journey, deaf) if one.code == "reaction-no-receiver"]
    assert [(one.where, one.severity) for one in warned] == [("see.outcomes", "warning")]
    stage.enter(stage.publish(journey), add_people(stage.store, 1))
    stage.settle()
    stage.message(1, "accepted")

    stage.go(days=2, hours=23)
    assert stage.at(1) == "see"
    stage.go(hours=2)

    assert stage.way(1) == ["in:next", "hello:next", "see:timeout", "none:"]


def test_whoever_comes_back_is_in_the_same_branch_for_one_version(stage: Stage) -> None:
    lines = ("in audience next=test", "test experiment a=split b=split holdout=split",
             "split condition x=out y=out other=out", "out end")  # fmt: skip
    fields: dict[str, dict[str, Any]] = {
        "test": {"paths": [{"id": "a", "name": "", "percent": 50}, {"id": "b", "name": "", "percent": 50}],
                 "holdout": 20},
        "split": {"by": "split", "shares": [{"id": "x", "name": "", "percent": 30},
                                            {"id": "y", "name": "", "percent": 70}]},
    }  # fmt: skip
    plan = stage.publish(journey_of(*lines, fields=fields, reentry="after_end"))
    ids = add_people(stage.store, 300)
    each: list[dict[int, tuple[str, ...]]] = []
    for _ in range(3):
        stage.open()
        assert len(stage.enter(plan, ids).entered) == 300
        stage.settle()
        stage.forward(days=10)
        last = stage.store.rows("SELECT contact_id, max(id) AS run FROM runs GROUP BY contact_id")
        each.append({row["contact_id"]: tuple(stage.way(row["run"])) for row in last})

    assert each[0] == each[1] == each[2]
    assert {way[1] for way in each[0].values()} == {"test:a", "test:b", "test:holdout"}
    assert {way[2] for way in each[0].values()} == {"split:x", "split:y"}
    assert stage.store.value("SELECT count(*) FROM runs") == 900


@pytest.mark.parametrize("added", [False, True], ids=["from the start", "while it runs"])
def test_a_purchase_takes_the_contact_out_before_the_next_message(alive: Alive, added: bool) -> None:
    TemplateRows(alive.store).replace_all([offer("Hi {{1}}, spring is here")], alive.clock.now())
    made = alive.published(("wait", A_DAY), OFFER, **({} if added else BOUGHT))
    assert alive.enter(made.id, alive.people) == 5
    if added:
        alive.studio.journeys.save(SetSettings(fields=BOUGHT).apply(made))
        alive.studio.running.amend(made.id)
    alive.clock.forward(timedelta(hours=23, minutes=59))

    alive.studio.events.fire("purchase", alive.people[1])
    alive.move()
    alive.later(hours=1)

    written = {row[0] for row in alive.store.rows("SELECT contact_id FROM outbox")}
    assert written == set(alive.people) - {alive.people[1]}
    (story,) = alive.studio.running.watch.where(alive.people[1])
    assert story.ending == "exit"


def test_what_was_looked_at_before_the_workspace_changed_cannot_be_published(alive: Alive) -> None:
    lists = ListStore(alive.store)
    vip = lists.create("Vip", "2026-03-03").id
    made = alive.studio.journeys.create("Stale")
    lines = ("in event next=add", "add list_member next=out", "out end")
    fields: dict[str, dict[str, Any]] = {"in": {"source": "manual", "event": "signed_up"}, "add": {"list": "Vip"}}
    alive.studio.journeys.save(msgspec.structs.replace(journey_of(*lines, fields=fields), id=made.id))
    assert [one for one in alive.studio.journeys.problems(made.id) if one.severity == "error"] == []
    lists.delete(vip)

    with pytest.raises(Blocked) as stopped:
        alive.studio.running.publish(made.id)

    assert [one.code for one in stopped.value.problems] == ["list-not-there"]
    assert alive.studio.running.life(made.id) is None
    assert alive.studio.journeys.published(made.id) is None


def test_a_safe_change_with_an_error_in_it_is_not_applied(alive: Alive) -> None:
    TemplateRows(alive.store).replace_all([offer("Hi {{1}}, spring is here")], alive.clock.now())
    made = alive.published(("wait", A_DAY), OFFER)
    alive.enter(made.id, alive.people)
    step = step_of(made, "send_template")
    broken = {**made.steps[step].fields, "mapping": {"body.1": {"expression": "{{ broken", "fallback": ""}}}
    steps = {**made.steps, step: msgspec.structs.replace(made.steps[step], fields=broken)}
    alive.studio.journeys.save(msgspec.structs.replace(made, steps=steps))

    with pytest.raises(Blocked):
        alive.studio.running.amend(made.id)

    alive.later(days=1, minutes=1)
    assert alive.store.value("SELECT count(*) FROM outbox WHERE state = 'ready'") == 5
