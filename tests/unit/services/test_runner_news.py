"""Decides that whatever is heard of a message, in whatever order, moves exactly the run that it is about."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from tests.fixtures.running import Stage, check_tallies, journey_of, stage
from tests.fixtures.studio import T0, add_people, store
from whatsapp_studio.audience.contact import Contact
from whatsapp_studio.base.clock import iso
from whatsapp_studio.journeys.running import Person
from whatsapp_studio.services.running.plans import Plans
from whatsapp_studio.services.running.runner import Runner
from whatsapp_studio.storage import runs
from whatsapp_studio.storage.contacts import ContactStore
from whatsapp_studio.storage.runs import Signal

__all__ = ["stage", "store"]
REACTS = ("in audience next=hello", "hello send_template next=see failed=bad timeout=bad",
          "see reaction one=good timeout=bad", "good end", "bad end")  # fmt: skip


def seeing(stage: Stage, on: str, **outcome: object) -> None:
    """Somebody whose message waits to leave, in a journey that goes by what becomes of it."""
    fields = {"see": {"outcomes": [{"id": "one", "on": on, "button": "", "keywords": [], **outcome}]}}
    stage.enter(stage.publish(journey_of(*REACTS, fields=fields)), add_people(stage.store, 1))
    stage.settle()


@pytest.fixture(autouse=True)
def _counted(stage: Stage) -> Iterator[None]:
    yield
    check_tallies(stage.store)


@pytest.mark.parametrize("state", ["accepted", "held", "sent"])
def test_a_message_that_was_taken_lets_its_run_go_on_once(stage: Stage, state: str) -> None:
    seeing(stage, "delivered")
    stage.message(1, state)
    stage.settle()
    assert stage.at(1) == "see"
    stage.message(1, "accepted" if state != "accepted" else "sent")
    stage.settle()
    assert stage.way(1) == ["in:next", "hello:next"]


@pytest.mark.parametrize("state", ["delivered", "read"])
def test_a_receipt_before_the_answer_of_meta_says_that_it_was_sent(stage: Stage, state: str) -> None:
    seeing(stage, state)
    stage.message(1, state)
    stage.settle()
    assert stage.way(1) == ["in:next", "hello:next", "see:one", "good:"]


def test_what_was_read_was_delivered_too_and_is_heard_once(stage: Stage) -> None:
    seeing(stage, "delivered")
    stage.message(1, "accepted")
    stage.settle()
    stage.message(1, "read")
    stage.settle()
    assert stage.at(1) == "over:end"


def test_a_receipt_that_came_in_order_is_not_heard_twice(stage: Stage) -> None:
    seeing(stage, "clicked")
    for state in ("accepted", "delivered", "read"):
        stage.message(1, state)
        stage.settle()
    with stage.store.write() as conn:
        run = runs.unpacked(runs.by_ids(conn, [1])[1], Person())
    assert [one.on for one in run.state.heard] == ["delivered", "read"]


def test_a_failure_before_it_was_taken_is_a_refusal_and_after_it_news_of_the_message(stage: Stage) -> None:
    seeing(stage, "failed")
    stage.message(1, "failed", "meta-131026")
    stage.settle()
    assert stage.way(1) == ["in:next", "hello:failed", "bad:"]
    assert stage.codes(1)[-2:] == ["refused", "end"]
    stage.enter(stage.plans.get(1), add_people(stage.store, 1, first=2))
    stage.settle()
    stage.message(2, "accepted")
    stage.message(2, "failed", "meta-131026")
    stage.settle()
    assert stage.way(2) == ["in:next", "hello:next", "see:one", "good:"]


@pytest.mark.parametrize(
    ("code", "taken", "way"),
    [
        ("meta-131026", False, ["hello:failed", "why:p0", "nobody:"]),
        ("meta-131047", False, ["hello:failed", "why:other", "bad:"]),
        ("meta-131026", True, ["hello:next", "see:one", "why:p0", "nobody:"]),
        ("meta-131047", True, ["hello:next", "see:one", "why:other", "bad:"]),
    ],
)
def test_the_code_of_a_failure_can_be_asked_for_in_a_condition(
    stage: Stage, code: str, taken: bool, way: list[str]
) -> None:
    fields: dict[str, dict[str, Any]] = {
        "see": {"outcomes": [{"id": "one", "on": "failed", "button": "", "keywords": []}]},
        "why": {"rules": [{"id": "p0", "name": "No WhatsApp", "rule": {
            "field": "journey.error", "op": "is", "value": "131026",
        }}]},
    }  # fmt: skip
    lines = ("in audience next=hello", "hello send_template next=see failed=why timeout=bad",
             "see reaction one=why timeout=bad", "why condition p0=nobody other=bad",
             "nobody end", "bad end")  # fmt: skip
    stage.enter(stage.publish(journey_of(*lines, fields=fields)), add_people(stage.store, 1))
    stage.settle()
    if taken:
        stage.message(1, "accepted")
        stage.settle()
    stage.message(1, "failed", code)
    stage.settle()
    assert stage.way(1) == ["in:next", *way]


def test_a_message_that_was_left_out_leads_to_failed(stage: Stage) -> None:
    seeing(stage, "delivered")
    stage.message(1, "excluded", "no-consent")
    stage.settle()
    assert stage.way(1) == ["in:next", "hello:failed", "bad:"]


def test_news_of_an_earlier_visit_says_nothing_of_the_message_that_waits_now(stage: Stage) -> None:
    lines = ("in audience next=hello", "hello send_template next=out failed=out timeout=hello", "out end")
    stage.enter(stage.publish(journey_of(*lines)), add_people(stage.store, 1))
    stage.settle()
    stage.message(1, "sending")
    stage.go(days=1)
    assert (stage.at(1), stage.row(1)["visit"]) == ("hello", 2)
    for state in ("accepted", "failed"):
        stage.message(1, state, step="hello", visit=1)
        stage.settle()
        assert (stage.at(1), stage.row(1)["visit"]) == ("hello", 2)
    stage.message(1, "accepted", step="hello", visit=2)
    stage.settle()
    assert stage.at(1) == "over:end"


def test_a_signal_nobody_knows_and_one_for_who_is_gone_are_passed_over(stage: Stage) -> None:
    seeing(stage, "delivered")
    stage.signal("of-tomorrow", run_id=1)
    stage.signal("message", run_id=1, step="hello", visit=1, text="of-tomorrow")
    stage.signal("message", run_id=99, step="hello", visit=1, text="accepted")
    stage.signal("answer", run_id=1, step="other", visit=1, data="answered")
    stage.signal("decided", run_id=1, step="other", visit=1, text="send")
    stage.signal("event", text="nobody's")
    assert stage.settle() == 6
    assert stage.at(1) == "hello"
    assert stage.store.value("SELECT count(*) FROM signals") == 0


@pytest.mark.parametrize(("button", "on"), [(False, "replied"), (True, "clicked")])
def test_what_somebody_writes_or_taps_is_about_the_message_that_is_answered(
    stage: Stage, button: bool, on: str
) -> None:
    seeing(stage, on)
    stage.message(1, "accepted")
    stage.settle()
    data = json.dumps({"button": button, "wamid": "x"})
    stage.signal("inbound", run_id=1, contact_id=1, step="hello", visit=1, text="Yes", data=data)
    stage.settle()
    assert stage.way(1)[-2:] == ["see:one", "good:"]


def test_what_quotes_no_message_is_heard_in_every_journey_of_the_contact(stage: Stage) -> None:
    seeing(stage, "replied")
    fields = {"see": {"outcomes": [{"id": "one", "on": "replied", "button": "", "keywords": []}]}}
    other = journey_of(*REACTS, fields=fields)
    second = type(other)(**{**{f: getattr(other, f) for f in other.__struct_fields__}, "id": "k"})
    stage.enter(stage.publish(second), [1])
    stage.settle()
    for run in (1, 2):
        stage.message(run, "accepted")
    stage.settle()
    stage.signal("inbound", contact_id=1, text="Hello")
    stage.settle()
    assert [stage.at(1), stage.at(2)] == ["over:end"] * 2


FREE = ("in audience next=day", "day wait next=free", "free send_window next=out closed=shut failed=shut timeout=shut",
        "out end", "shut end")  # fmt: skip


def free(stage: Stage, id: str = "k") -> object:
    made = journey_of(*FREE, fields={"free": {"text": "Thanks"}, "day": {"duration": {"amount": 5, "unit": "hours"}}})
    return type(made)(**{**{f: getattr(made, f) for f in made.__struct_fields__}, "id": id, "name": id})


def test_whoever_answers_one_journey_may_be_written_to_freely_in_another(stage: Stage) -> None:
    seeing(stage, "replied")
    plan = stage.publish(free(stage))  # type: ignore[arg-type]
    stage.enter(plan, [1])
    stage.enter(stage.publish(free(stage, "l")), [1], due=runs.ms(T0) + 3_600_000)  # type: ignore[arg-type]
    stage.settle()
    stage.message(1, "accepted")
    stage.signal("inbound", run_id=1, contact_id=1, step="hello", visit=1, text="Yes")
    stage.settle()
    stage.go(hours=7)
    assert [stage.row(n)["code"] for n in (2, 3)] == ["sending", "sending"]
    assert [key for key, _, _ in stage.outbox()] == ["run:1:hello:1", "run:2:free:1", "run:3:free:1"]


@pytest.mark.parametrize(("phone", "step"), [("+31600000001", "over:end"), ("+31600000009", "over:end")])
def test_whoever_wrote_before_coming_in_may_be_answered(stage: Stage, phone: str, step: str) -> None:
    (one,) = add_people(stage.store, 1)
    with stage.store.write() as conn:
        conn.execute("INSERT INTO inbox (wamid, phone, at, kind) VALUES ('w', ?, ?, 'text')", (phone, iso(T0)))
    stage.enter(stage.publish(free(stage)), [one])  # type: ignore[arg-type]
    stage.go(hours=5)
    wrote = phone == "+31600000001"
    assert stage.at(1) == ("free" if wrote else step)
    assert len(stage.outbox()) == wrote


def test_what_was_due_before_the_news_happened_comes_first(stage: Stage) -> None:
    seeing(stage, "replied")
    stage.message(1, "accepted")
    stage.settle()
    came = stage.row(1)["came"]
    stage.forward(days=3)
    # Two days was the time to react; it was answered an hour after that, while the computer slept.
    stage.signal("inbound", contact_id=1, text="Hello", at=came + 49 * 3_600_000)
    stage.settle()
    assert stage.way(1)[-2:] == ["see:timeout", "bad:"]


def test_what_happened_before_it_was_due_counts_though_both_are_heard_late(stage: Stage) -> None:
    seeing(stage, "replied")
    stage.message(1, "accepted")
    stage.settle()
    came = stage.row(1)["came"]
    stage.forward(days=3)
    stage.signal("inbound", contact_id=1, text="Hello", at=came + 47 * 3_600_000)
    stage.settle()
    assert stage.way(1)[-2:] == ["see:one", "good:"]


def test_of_two_kinds_of_news_in_one_batch_the_first_decides(stage: Stage) -> None:
    seeing(stage, "replied")
    stage.message(1, "accepted")
    stage.signal("inbound", contact_id=1, text="Hello")
    stage.signal("event", contact_id=1, text="bought")
    assert stage.step().moved == 3
    assert stage.at(1) == "over:end"


def test_whoever_still_waits_to_be_let_in_hears_nothing_but_that_they_wrote(stage: Stage) -> None:
    exits = [{"id": "x", "name": "Bought", "on": "event", "event": "bought", "rule": None}]
    plan = stage.publish(journey_of(*FREE, fields={"free": {"text": "Thanks"}}, exits=exits))
    stage.enter(plan, add_people(stage.store, 1), due=runs.ms(T0) + 3_600_000)
    stage.signal("event", contact_id=1, text="bought")
    stage.signal("inbound", contact_id=1, text="Hello")
    stage.settle()
    assert stage.row(1)["code"] == "entering"
    with stage.store.write() as conn:
        run = runs.unpacked(runs.by_ids(conn, [1])[1], Person())
    assert run.state.wrote == T0


def test_entries_hear_of_what_is_said_after_the_runs_did(stage: Stage) -> None:
    seeing(stage, "replied")
    heard: list[tuple[str, str]] = []

    def entries(conn: object, plans: Plans, news: list[Signal], now: int) -> frozenset[str]:
        heard.extend((one.kind, stage.at(1)) for one in news)
        return frozenset({"k"})

    stage.runner = Runner(stage.store, stage.plans, entries)  # type: ignore[arg-type]
    stage.message(1, "accepted")
    stage.signal("inbound", contact_id=1, text="Hello")
    stage.signal("event", text="sale")
    stage.signal("enter", contact_id=1, step="k", text="sale")
    assert stage.step().changes.runs == {"j", "k"}
    assert heard == [("inbound", "over:end"), ("event", "over:end"), ("enter", "over:end")]


def test_a_contact_with_two_spellings_of_a_number_is_known_by_both(stage: Stage) -> None:
    one = ContactStore(stage.store).write(Contact(id=0, phone="+5511987654321", wa_id="551187654321"), iso(T0))
    with stage.store.write() as conn:
        assert runs.last_wrote(conn, one) is None
        assert runs.last_wrote(conn, one + 1) is None
        conn.execute(
            "INSERT INTO inbox (wamid, phone, at, kind) VALUES ('w', '+551187654321', ?, 'text')", (iso(T0),)
        )
        assert runs.last_wrote(conn, one) == T0
