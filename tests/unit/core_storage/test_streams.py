"""Decides that messages of journeys come into the outbox once, wait with their journey, and end with it."""

from __future__ import annotations

import json

import pytest

from tests.fixtures.streams import a_message, a_plan, a_step, keys, put, signals, streams_of, wrote
from tests.fixtures.studio import T0, Outgoing, add_people, check_counts, later, offer
from whatsapp_studio.base.clock import iso
from whatsapp_studio.cloudapi.webhook import parse
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.ledger import LedgerStore
from whatsapp_studio.storage.streams import pause_streams, resume_approved, resume_streams, stop_streams, time_out
from whatsapp_studio.storage.templates import TemplateRows


def test_a_message_is_queued_once_however_often_its_step_is_repeated(store: Store, outgoing: Outgoing) -> None:
    add_people(store, 2)
    plan = a_plan(store)
    assert put(store, plan, a_message(1), a_message(2)) == 2
    assert put(store, plan, a_message(1), a_message(1, visit=2)) == 1
    assert keys(store) == ["run:1:hello:1", "run:2:hello:1", "run:1:hello:2"]
    assert len(streams_of(store)) == 1
    (message, *_) = outgoing.claim()
    assert (message.key, message.values, message.template_raw) == ("run:1:hello:1", {"body.1": "An"}, offer().raw)
    check_counts(store)


def test_each_step_each_translation_and_each_wording_is_a_stream_of_its_own(store: Store) -> None:
    steps = a_step("hello", "send_template"), a_step("again", "send_template"), a_step("free", "send_window")
    plan = a_plan(store, *steps)
    put(store, plan, a_message(1), a_message(1, "again"), a_message(1, "free"))
    assert len(streams_of(store)) == 3
    put(store, plan.with_template(offer("Hello {{1}}, it is summer")), a_message(2))
    assert len(streams_of(store)) == 4
    put(store, plan.with_template(offer("Hello {{1}}, it is summer", quality_score={"score": "RED"})), a_message(3))
    assert len(streams_of(store)) == 4
    rows = store.rows("SELECT campaign_id FROM outbox WHERE step = 'hello' ORDER BY id")
    assert rows[0][0] != rows[1][0] == rows[2][0]


def test_a_stream_asks_what_its_step_says_now(store: Store) -> None:
    first = a_plan(store, a_step("hello", "send_template", retry_times=0), a_step("free", "send_window"))
    put(store, first, a_message(1), a_message(1, "free"))
    rows = "SELECT step, marketing, sender, tries FROM campaigns ORDER BY step DESC"
    assert [tuple(row) for row in store.rows(rows)] == [("hello", 1, "", 1), ("free", 0, "", 1)]
    edited = a_plan(store, a_step("hello", "send_template", consent="anyone", sender="77"), id=2)
    with_edit = type(first)(first.id, first.journey_id, edited.setup)
    put(store, with_edit, a_message(2))
    assert next(tuple(row) for row in store.rows(rows)) == ("hello", 2, "77", 4)


def test_a_journeys_messages_wait_while_it_is_paused(store: Store, outgoing: Outgoing) -> None:
    add_people(store, 2)
    plan, other = a_plan(store), a_plan(store, id=2, journey="j2")
    put(store, plan, a_message(1))
    put(store, other, a_message(2, run=9))
    with store.write() as conn:
        conn.execute("UPDATE lives SET state = 'paused' WHERE journey_id = 'j1'")
        assert pause_streams(conn, "j1", False) == 1
        assert pause_streams(conn, "j1", True) == 0
    wrote(store, 2, T0)
    put(store, plan, a_message(2, "free"))
    assert [message.key for message in outgoing.claim()] == ["run:9:hello:1"]
    with store.write() as conn:
        assert resume_streams(conn, "j1", False) == 2
    assert {message.key for message in outgoing.claim()} == {"run:1:hello:1", "run:2:free:1"}


def test_a_stream_that_meta_stopped_is_not_resumed_with_its_journey(store: Store, outgoing: Outgoing) -> None:
    plan = a_plan(store)
    put(store, plan, a_message(1))
    (stream,) = streams_of(store)
    outgoing.campaigns.move(stream, ("sending",), "paused", pause_reason="meta-132015")
    with store.write() as conn:
        assert pause_streams(conn, "j1", False) == 0
        assert resume_streams(conn, "j1", False) == 0
    assert streams_of(store) == {stream: "paused"}


def test_stopping_a_journey_leaves_out_what_waits_and_keeps_what_left(store: Store, outgoing: Outgoing) -> None:
    add_people(store, 3)
    plan = a_plan(store)
    put(store, plan, a_message(1), a_message(2), a_message(3))
    outgoing.claim(1)
    with store.write() as conn:
        assert stop_streams(conn, "j1", False, later(seconds=1)) == 2
    assert keys(store, ["sending"]) == ["run:1:hello:1"]
    assert [row[0] for row in store.rows("SELECT reason FROM outbox ORDER BY id")] == ["", "stopped", "stopped"]
    assert put(store, plan, a_message(1, visit=2)) == 1
    assert not keys(store)
    assert not signals(store), "a run that was stopped has nothing to hear"
    check_counts(store)


def test_a_message_left_out_as_late_can_be_queued_again_and_no_other(store: Store, outgoing: Outgoing) -> None:
    add_people(store, 2)
    plan = a_plan(store)
    put(store, plan, a_message(1), a_message(2))
    with store.write() as conn:
        conn.execute(
            "UPDATE outbox SET state = 'excluded', reason = iif(run_id = 1, 'late', 'opted-out'), settled_at = ?",
            (iso(T0),),
        )
    again = [a_message(n, not_before=later(hours=1), not_after=later(hours=2)) for n in (1, 2)]
    assert put(store, plan, *again) == 1
    assert keys(store) == ["run:1:hello:1"]
    assert not outgoing.claim(now=T0)
    assert len(outgoing.claim(now=later(hours=1))) == 1
    check_counts(store)


def test_what_still_waits_is_left_out_when_its_run_timed_out(store: Store, outgoing: Outgoing) -> None:
    add_people(store, 2)
    plan = a_plan(store)
    put(store, plan, a_message(1), a_message(2))
    outgoing.claim(1)
    with store.write() as conn:
        assert time_out(conn, ["run:1:hello:1", "run:2:hello:1"], later(days=1)) == 1
    assert [row[0] for row in store.rows("SELECT reason FROM outbox ORDER BY id")] == ["", "timed-out"]
    assert not signals(store), "the run knows: it is why it went on"


def test_streams_are_no_campaigns_and_are_never_done(store: Store, outgoing: Outgoing) -> None:
    add_people(store, 1)
    campaign = outgoing.launch([1], left_out={1: "no-consent"})
    put(store, a_plan(store), a_message(1))
    outgoing.outbox.claim(1, T0)
    (stream,) = streams_of(store)
    with store.write() as conn:
        conn.execute("UPDATE outbox SET state = 'accepted' WHERE campaign_id = ?", (stream,))
    assert outgoing.outbox.finish(T0) == [campaign]
    assert [one.id for one in outgoing.campaigns.all()] == [campaign]
    assert outgoing.campaigns.by_name(stream) is None


def test_messages_that_waited_for_their_template_leave_when_it_is_approved_again(
    store: Store, outgoing: Outgoing
) -> None:
    add_people(store, 3)
    plan, other, paused = a_plan(store), a_plan(store, id=2, journey="j2"), a_plan(store, id=3, journey="j3")
    for one, run in ((plan, 1), (other, 2), (paused, 3)):
        put(store, one, a_message(run, run=run))
    first, second, third = sorted(streams_of(store))
    for stream, code in ((first, 132015), (second, 190), (third, 132015)):
        outgoing.campaigns.move(stream, ("sending",), "paused", pause_reason=f"meta-{code}")
    with store.write() as conn:
        conn.execute("UPDATE lives SET state = 'paused' WHERE journey_id = 'j3'")
        assert resume_approved(conn, {("spring_offer", "en"), ("other", "nl")}) == 0
        assert resume_approved(conn, {("spring_offer", "nl")}) == 2
    assert [message.key for message in outgoing.claim()] == ["run:1:hello:1"]
    assert streams_of(store) == {first: "sending", second: "paused", third: "paused"}
    with store.write() as conn:
        assert resume_streams(conn, "j3", False) == 1


@pytest.mark.parametrize("status", ["PAUSED", "APPROVED"])
def test_a_sync_that_finds_a_template_approved_lets_its_messages_go(
    store: Store, outgoing: Outgoing, status: str
) -> None:
    put(store, a_plan(store), a_message(1))
    (stream,) = streams_of(store)
    outgoing.campaigns.move(stream, ("sending",), "paused", pause_reason="meta-132015")
    TemplateRows(store).replace_all([offer(status=status)], T0)
    assert streams_of(store) == {stream: "sending" if status == "APPROVED" else "paused"}


def test_a_webhook_that_says_a_template_is_back_lets_its_messages_go(store: Store, outgoing: Outgoing) -> None:
    put(store, a_plan(store), a_message(1))
    (stream,) = streams_of(store)
    outgoing.campaigns.move(stream, ("sending",), "paused", pause_reason="meta-132015")
    for event in ("PAUSED", "APPROVED"):
        value = {"event": event, "message_template_name": "spring_offer", "message_template_language": "nl"}
        change = {"field": "message_template_status_update", "value": value}
        news = parse(json.dumps({"entry": [{"changes": [change]}]}).encode())
        assert news.template_changes
        LedgerStore(store).apply(news.statuses, news.inbound, news.preferences, (), T0, news.approved)
        assert streams_of(store) == {stream: "sending" if event == "APPROVED" else "paused"}
