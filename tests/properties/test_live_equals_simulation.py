"""Decides that a journey that runs live is the journey that was simulated: every step of everybody, row for row.

The simulation says what contacts do; the sandbox is told so and plays it over HTTP and webhooks, while the real runner,
sender, caller of other systems and intake run in virtual time, with sleeps of the computer between.
"""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from difflib import unified_diff
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from tests.fixtures.histories import NIGHTLY, patience
from tests.fixtures.live import LiveRun, held, in_minutes, passes, templates
from tests.fixtures.rehearsal import Rehearsal, Tied
from tests.fixtures.running import Stage, check_tallies
from tests.fixtures.scenarios import LIST, SEGMENT, Scenario, scenario
from tests.fixtures.studio import check_counts, phone_of
from tests.fixtures.virtual_time import run
from whatsapp_studio.audience.contact import Contact, CustomField
from whatsapp_studio.audience.rules import InSegment, Test
from whatsapp_studio.base.clock import iso
from whatsapp_studio.delivery import sender
from whatsapp_studio.journeys.one_by_one import enter_at, ms_of
from whatsapp_studio.services.running import loop
from whatsapp_studio.storage.contacts import ContactStore
from whatsapp_studio.storage.crowds import read_crowd
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.lists import ListStore
from whatsapp_studio.storage.segments import SegmentStore

SEEDS = st.integers(0, 2**40)
# A smaller seed is no smaller example.
PHASES = (Phase.explicit, Phase.generate)
SEEN: Counter[str] = Counter()
FIELDS = ("first_name", "last_name", "language", "country", "time_zone", "phone", "score", "member", "birthday")


@pytest.fixture(autouse=True)
def only_by_events(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody looks around once in a while: whoever is to act has to be woken, or to know when."""
    monkeypatch.setattr(loop, "LONGEST_SLEEP", 1e9)
    monkeypatch.setattr(sender, "LONGEST_SLEEP", 1e9)


@contextmanager
def workspace(drawn: Scenario) -> Iterator[Stage]:
    folder = Path(tempfile.mkdtemp(prefix="studio-live-"))
    store = Store(folder / "studio.db")
    store.db.conn.execute("PRAGMA synchronous=OFF")
    try:
        _fill(store, drawn)
        stage = Stage(store, drawn.start)
        stage.templates = dict(templates())
        stage.quiet = drawn.quiet
        yield stage
    finally:
        store.close()
        shutil.rmtree(folder, ignore_errors=True)


def _fill(store: Store, drawn: Scenario) -> None:
    people, lists, now = ContactStore(store), ListStore(store), iso(drawn.start)
    for name, kind in (("score", "number"), ("member", "boolean"), ("birthday", "date")):
        people.add_field(CustomField(name=name, label=name, kind=kind))  # type: ignore[arg-type]
    SegmentStore(store).write(0, SEGMENT, Test("country", "is_not", "US"), now)
    regulars = lists.create(LIST, now).id
    for n, one in enumerate(drawn.people, 1):
        known = {"score": one.score, "member": one.member, "birthday": one.birthday or None}
        person = Contact(
            id=0, phone=phone_of(n), first_name=f"Name{n}", last_name="", language=one.language, country=one.country,
            time_zone=one.zone, fields=known,
        )  # fmt: skip
        id = people.write(person, now)
        if one.marketing != "unknown":
            people.say([id], one.marketing, "test", now)
        if one.listed:
            lists.add(regulars, [id])
        if one.blocked:
            people.block([person.phone], "blocked", "test", now, opts_out=False)


def check(drawn: Scenario) -> None:
    with workspace(drawn) as stage:
        plan = stage.publish(drawn.journey, zone="Europe/Amsterdam")
        crowd = read_crowd(stage.store, FIELDS, (LIST, InSegment(SEGMENT).key), now=drawn.start)
        rehearsal = Rehearsal(
            plan.setup, crowd, drawn.assumed, drawn.start, drawn.days, "in", sleeps=drawn.sleeps
        )
        try:
            rehearsal.rehearse()
        except Tied:
            assume(False)
        ids = list(crowd.numbers)
        step = plan.journey.steps["in"]
        dues = [
            enter_at(plan.setup, drawn.assumed, step, ms_of(drawn.start), place, number)
            for place, number in enumerate(ids)
        ]
        assert stage.enter(plan, ids, "in", due=dues).entered == tuple(ids)
        live = LiveRun(stage, drawn.start, rehearsal.drawn, {id: phone_of(id) for id in ids})
        until = drawn.start + timedelta(days=drawn.days)
        run(live.run(until + timedelta(seconds=50), drawn.sleeps))
        expected, found = (in_minutes(rows, until) for rows in (rehearsal.rows, passes(stage.store, plan)))
        told = "\n".join(unified_diff(expected, found, "simulated", "live", lineterm=""))
        assert not told, told
        assert held(stage.store, plan) == {id: rehearsal.held.get(id, ("in", "")) for id in ids}
        check_tallies(stage.store)
        check_counts(stage.store)
        assert live.box.truth.duplicates == 0
        assert not stage.store.rows("SELECT * FROM outbox WHERE state IN ('sending', 'unknown')")
        _count(drawn, rehearsal)


def _count(drawn: Scenario, rehearsal: Rehearsal) -> None:
    SEEN["scenarios"] += 1
    for row in rehearsal.rows:
        kind = drawn.journey.steps[row.step].kind
        SEEN[f"{kind}:{row.port if row.port in ('next', 'failed', 'timeout', 'closed', 'other', '') else 'path'}"] += 1
        SEEN["again"] += row.visit > 1
    SEEN.update(one.answer.does for one in rehearsal.drawn)
    SEEN.update(end or "inside" for _, end in rehearsal.held.values())


@pytest.mark.slow
@patience(300)
@settings(
    max_examples=1000 if NIGHTLY else 100, deadline=None, phases=PHASES,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.function_scoped_fixture],
)  # fmt: skip
@given(seed=SEEDS)
def test_live_goes_as_simulated(seed: int) -> None:
    check(scenario(seed))


@pytest.mark.slow
@patience(300)
@settings(
    max_examples=1000 if NIGHTLY else 100, deadline=None, phases=PHASES,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.function_scoped_fixture],
)  # fmt: skip
@given(seed=SEEDS)
def test_live_goes_as_simulated_when_the_computer_sleeps(seed: int) -> None:
    check(scenario(seed, sleeps=True))


def test_all_kinds_of_things_happened() -> None:
    """The two above were not about journeys in which nothing goes on."""
    if not SEEN["scenarios"]:
        pytest.skip("they were not run")
    wanted = {
        "send_template:next", "send_template:failed", "send_window:next", "send_window:closed", "reaction:path",
        "reaction:timeout", "wait:next", "wait_event:path", "wait_event:timeout", "condition:path", "condition:other",
        "experiment:path", "update_contact:next", "consent:next", "list_member:next", "call_url:next",
        "call_url:failed", "call_url:timeout", "notify:next", "again", "replied", "clicked", "read", "undelivered",
        "refused", "silence", "event", "end", "goal", "exit", "life", "output", "inside",
    }  # fmt: skip
    assert not {one for one in wanted if SEEN[one] < 2}
