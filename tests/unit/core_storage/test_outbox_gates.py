"""Decides what keeps a journey's message from leaving at the last moment: too late, quiet hours, a closed window."""

from __future__ import annotations

from datetime import datetime

import pytest

from tests.fixtures.streams import a_message, a_plan, a_step, keys, put, signals, wrote
from tests.fixtures.studio import T0, Outgoing, add_people, check_counts, later, offer, phone_of
from whatsapp_studio.base.clock import from_iso, iso
from whatsapp_studio.delivery.outcome import Accepted
from whatsapp_studio.storage.db import Store


def reasons(store: Store) -> list[str]:
    return [row[0] for row in store.rows("SELECT reason FROM outbox WHERE state = 'excluded' ORDER BY id")]


def test_a_message_leaves_until_its_last_moment_and_not_after(store: Store, outgoing: Outgoing) -> None:
    add_people(store, 2)
    plan = a_plan(store)
    put(store, plan, a_message(1, not_after=later(hours=2)), a_message(2, not_after=later(hours=1)))
    claimed, touched = outgoing.outbox.claim(10, later(hours=2))
    assert [message.key for message in claimed] == ["run:1:hello:1"] and touched
    assert reasons(store) == ["late"]
    assert signals(store) == [("message", 2, "hello", 1, "excluded", "late")]
    check_counts(store)


def test_what_is_late_never_hides_what_is_not(store: Store, outgoing: Outgoing) -> None:
    add_people(store, 60)
    plan = a_plan(store)
    put(store, plan, *(a_message(n, not_after=T0 if n < 50 else None) for n in range(1, 61)))
    assert len(outgoing.claim(5, later(hours=1))) == 5
    assert reasons(store) == ["late"] * 49


@pytest.mark.parametrize(
    ("quiet", "at", "until"),
    [
        ("22:00-08:00@Europe/Amsterdam", "2026-03-03T21:30+01:00", None),
        ("22:00-08:00@Europe/Amsterdam", "2026-03-03T22:00+01:00", "2026-03-04T08:00+01:00"),
        ("22:00-08:00@Europe/Amsterdam", "2026-03-04T07:59+01:00", "2026-03-04T08:00+01:00"),
        ("22:00-08:00@Europe/Amsterdam", "2026-03-28T23:00+01:00", "2026-03-29T08:00+02:00"),
        ("22:00-08:00@America/New_York", "2026-03-03T22:00+01:00", None),
        ("08:00-08:00@Europe/Amsterdam", "2026-03-03T08:00+01:00", None),
        ("22:00-08:00@Nowhere/Town", "2026-03-03T23:00+01:00", None),
        ("", "2026-03-03T23:00+01:00", None),
    ],
)
def test_in_quiet_hours_a_message_waits_for_their_end(
    store: Store, outgoing: Outgoing, quiet: str, at: str, until: str | None
) -> None:
    add_people(store, 30)
    now = datetime.fromisoformat(at)
    put(store, a_plan(store), *(a_message(n, quiet=quiet) for n in range(1, 31)), now=now)
    claimed = outgoing.claim(30, now)
    if until is None:
        assert len(claimed) == 30
        return
    end = datetime.fromisoformat(until)
    assert not claimed
    assert {from_iso(row[0]) for row in store.rows("SELECT not_before FROM outbox")} == {end}
    assert outgoing.outbox.next_due(now) == end
    assert len(outgoing.claim(30, end)) == 30
    assert not signals(store)


def test_quiet_hours_of_some_hold_nobody_else(store: Store, outgoing: Outgoing) -> None:
    add_people(store, 40)
    quiet = "09:00-17:00@UTC"
    put(store, a_plan(store), *(a_message(n, quiet=quiet if n <= 30 else "") for n in range(1, 41)))
    assert len(outgoing.claim(4)) == 4
    assert len(outgoing.claim(100)) == 6


@pytest.mark.parametrize(("ago", "open"), [({"hours": 23, "minutes": 59}, True), ({"hours": 24}, False), (None, False)])
def test_free_text_leaves_only_while_the_window_is_open(
    store: Store, outgoing: Outgoing, ago: dict[str, float] | None, open: bool
) -> None:
    add_people(store, 1)
    if ago:
        wrote(store, 1, T0)
    put(store, a_plan(store), a_message(1, "free"))
    claimed = outgoing.claim(now=later(**ago) if ago else T0)
    assert [message.body for message in claimed] == (['{"step":"free","what":"text","text":"Hello"}'] if open else [])
    assert reasons(store) == ([] if open else ["window-closed"])


def test_a_window_is_open_whichever_way_the_number_is_written(store: Store, outgoing: Outgoing) -> None:
    add_people(store, 2)
    with store.write() as conn:
        conn.execute("UPDATE contacts SET phone = '+5511987654321' WHERE id = 1")
        conn.execute("UPDATE contacts SET wa_id = '4915700000000' WHERE id = 2")
        for n, phone in enumerate(("+551187654321", "+4915700000000")):
            conn.execute(
                "INSERT INTO inbox (wamid, phone, at, kind) VALUES (?, ?, ?, 'text')", (f"w{n}", phone, iso(T0))
            )
    put(store, a_plan(store), a_message(1, "free", phone="+5511987654321"), a_message(2, "free"))
    assert len(outgoing.claim()) == 2


@pytest.mark.parametrize(
    ("consent", "category", "says", "reason"),
    [
        ("opted_in", "MARKETING", "yes", ""), ("opted_in", "MARKETING", "unknown", "no-consent"),
        ("opted_in", "MARKETING", "no", "opted-out"), ("opted_in", "UTILITY", "unknown", "no-consent"),
        ("anyone", "UTILITY", "yes", ""), ("anyone", "UTILITY", "unknown", ""),
        ("anyone", "UTILITY", "no", "opted-out"),
        ("anyone", "MARKETING", "yes", ""), ("anyone", "MARKETING", "unknown", "no-consent"),
        ("anyone", "MARKETING", "no", "opted-out"),
    ],
)  # fmt: skip
def test_consent_is_asked_once_more_as_the_step_wants_it(
    store: Store, outgoing: Outgoing, consent: str, category: str, says: str, reason: str
) -> None:
    add_people(store, 1, marketing=says)  # type: ignore[arg-type]
    plan = a_plan(store, a_step("hello", "send_template", consent=consent))
    put(store, plan.with_template(offer(category=category)), a_message(1))
    assert len(outgoing.claim()) == (not reason)
    assert reasons(store) == [reason] * bool(reason)


def test_nobody_who_is_blocked_or_deleted_is_written_to(store: Store, outgoing: Outgoing) -> None:
    add_people(store, 3)
    for n in (1, 2, 3):
        wrote(store, n, T0)
    put(store, a_plan(store), *(a_message(n, "free") for n in (1, 2, 3)))
    outgoing.people.block([phone_of(1)], "blocked", "by hand", iso(T0), opts_out=False)
    outgoing.people.delete([2], iso(T0))
    assert [message.contact for message in outgoing.claim()] == [3]
    assert reasons(store) == ["suppressed", "deleted"]
    assert not keys(store)


def test_whoever_gets_the_number_of_a_deleted_contact_inherits_no_message(store: Store, outgoing: Outgoing) -> None:
    ids = add_people(store, 3)
    outgoing.launch(ids)
    for message in outgoing.claim():
        outgoing.outbox.settle([(message, Accepted(f"wamid.{message.id}"), T0)])
    outgoing.people.delete([ids[-1]], iso(T0))
    assert add_people(store, 1, first=9) == [ids[-1]]
    assert store.value("SELECT count(*) FROM outbox WHERE contact_id = ?", (ids[-1],)) == 0
    assert store.value("SELECT count(*) FROM outbox WHERE contact_id < 0 AND state = 'accepted'") == 1
