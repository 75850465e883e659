"""Decides that a claim is on the disk before anything leaves, takes only what may leave, and nobody twice."""

from __future__ import annotations

import sqlite3
import threading
from datetime import datetime

import pytest

from tests.fixtures.studio import T0, Outgoing, add_people, check_counts, later, phone_of
from whatsapp_studio.base.clock import iso
from whatsapp_studio.delivery.outcome import Accepted, NotTaken
from whatsapp_studio.storage.db import Store


def test_a_claim_is_seen_by_another_connection_at_once(outgoing: Outgoing, store: Store) -> None:
    outgoing.launch(add_people(store, 3))

    messages = outgoing.claim(2)

    other = sqlite3.connect(store.path)
    found = other.execute("SELECT id, state, attempts, claimed_at FROM outbox ORDER BY id").fetchall()
    other.close()
    assert [row[1] for row in found] == ["sending", "sending", "ready"]
    assert [row[2] for row in found] == [1, 1, 0]
    assert found[0][3] == iso(T0)
    assert [message.attempts for message in messages] == [1, 1]
    assert store.value("PRAGMA synchronous") == 2


def test_what_is_claimed_is_not_claimed_again(outgoing: Outgoing, store: Store) -> None:
    outgoing.launch(add_people(store, 5))

    taken = [message.id for _ in range(4) for message in outgoing.claim(2)]

    assert sorted(taken) == sorted(set(taken))
    assert len(taken) == 5


def test_two_threads_never_claim_the_same(outgoing: Outgoing, store: Store) -> None:
    outgoing.launch(add_people(store, 60))
    taken: list[int] = []
    together = threading.Barrier(3)

    def work() -> None:
        together.wait()
        while found := outgoing.claim(4):
            taken.extend(message.id for message in found)
        store.close_thread()

    threads = [threading.Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(taken) == len(set(taken)) == 60


@pytest.mark.parametrize("state", ["paused", "stopped", "done", "draft", "scheduled"])
def test_only_a_running_campaign_is_claimed_from(outgoing: Outgoing, store: Store, state: str) -> None:
    campaign = outgoing.launch(add_people(store, 1))
    with store.write() as conn:
        conn.execute("UPDATE campaigns SET state = ? WHERE id = ?", (state, campaign))

    assert outgoing.outbox.claim(10, T0) == ([], set())


def test_nothing_leaves_within_the_undo_window(outgoing: Outgoing, store: Store) -> None:
    campaign = outgoing.launch(add_people(store, 1), held_until=later(seconds=10))

    assert outgoing.claim(now=later(seconds=9.999)) == []
    assert outgoing.outbox.next_due(T0) == later(seconds=10)
    assert [message.campaign for message in outgoing.claim(now=later(seconds=10))] == [campaign]


def test_a_scheduled_campaign_starts_in_its_time(outgoing: Outgoing, store: Store) -> None:
    campaign = outgoing.launch(add_people(store, 1), starts_at=later(hours=3))

    assert outgoing.campaign_state(campaign) == "scheduled"
    assert outgoing.outbox.next_due(T0) == later(hours=3)
    assert outgoing.outbox.start_due(later(hours=2)) == []
    assert outgoing.claim(now=later(hours=2)) == []
    assert outgoing.outbox.start_due(later(hours=3)) == [campaign]
    assert outgoing.outbox.start_due(later(hours=3)) == []
    assert outgoing.campaign_state(campaign) == "sending"
    assert len(outgoing.claim(now=later(hours=3))) == 1


def test_running_campaigns_share_a_claim(outgoing: Outgoing, store: Store) -> None:
    ids = add_people(store, 10)
    first = outgoing.launch(ids, "First")
    second = outgoing.launch(ids[:2], "Second", now=later(seconds=1))

    messages, touched = outgoing.outbox.claim(6, later(seconds=2))

    assert touched == {first, second}
    assert [message.campaign for message in messages] == [first] * 3 + [second] * 2
    more = outgoing.claim(6, later(seconds=2))
    assert [message.campaign for message in more] == [first] * 6


def test_what_has_to_wait_is_claimed_when_its_time_comes(outgoing: Outgoing, store: Store) -> None:
    outgoing.launch(add_people(store, 1))
    outgoing.outbox.settle([(outgoing.claim_one(), NotTaken("busy", 30.0, code=131000), T0)])

    assert outgoing.claim(now=later(seconds=29)) == []
    assert outgoing.outbox.next_due(T0) == later(seconds=30)
    assert len(outgoing.claim(now=later(seconds=30))) == 1


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ("UPDATE contacts SET marketing = 'no'", "opted-out"),
        ("UPDATE contacts SET marketing = 'unknown'", "no-consent"),
        (
            "INSERT INTO suppressions (phone, reason, at) VALUES ('+31600000001', 'by-hand', '2026')",
            "suppressed",
        ),
        ("DELETE FROM contacts", "no-consent"),
    ],
)
def test_who_said_no_since_the_launch_is_left_out(
    outgoing: Outgoing, store: Store, change: str, reason: str
) -> None:  # fmt: skip
    campaign = outgoing.launch(add_people(store, 1))
    with store.write() as conn:
        conn.execute(change)

    messages, touched = outgoing.outbox.claim(10, T0)

    assert messages == []
    assert touched == {campaign}
    (row,) = store.rows("SELECT state, reason, attempts FROM outbox")
    assert tuple(row) == ("excluded", reason, 0)
    assert outgoing.campaigns.reasons(campaign) == {reason: 1}
    check_counts(store)


def test_a_service_message_needs_no_consent_but_respects_a_block(outgoing: Outgoing, store: Store) -> None:
    ids = add_people(store, 2, marketing="unknown")
    outgoing.launch(ids, purpose="utility")
    with store.write() as conn:
        conn.execute(
            "INSERT INTO suppressions (phone, reason, at) VALUES (?, 'opted-out', '2026')", (phone_of(2),)
        )

    assert [message.to for message in outgoing.claim()] == [phone_of(1)]
    assert outgoing.campaigns.all()[0].counts.excluded == 1


def test_with_nothing_queued_nothing_is_due(outgoing: Outgoing, store: Store) -> None:
    assert outgoing.outbox.next_due(T0) is None
    campaign = outgoing.launch(add_people(store, 1))
    assert outgoing.outbox.next_due(T0) == T0
    outgoing.outbox.settle([(outgoing.claim_one(), Accepted("wamid.1"), T0)])
    assert outgoing.outbox.next_due(T0) is None
    assert outgoing.outbox.finish(T0) == [campaign]


def test_the_soonest_of_several_campaigns_is_due(outgoing: Outgoing, store: Store) -> None:
    ids = add_people(store, 1)
    outgoing.launch(ids, "Later", starts_at=later(hours=5))
    outgoing.launch(ids, "Sooner", starts_at=later(hours=2))
    outgoing.campaigns.move(outgoing.launch(ids, "Paused"), ("sending",), "paused")

    due = outgoing.outbox.next_due(T0)

    assert due == later(hours=2)
    assert isinstance(due, datetime)
