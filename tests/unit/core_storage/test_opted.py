"""Decides that a "no" is counted with the message that caused it, once, and stays counted when its person is erased."""

from __future__ import annotations

from tests.fixtures.studio import Outgoing, add_people, later, phone_of
from whatsapp_studio.base.clock import iso
from whatsapp_studio.delivery.message import Inbound, Preference
from whatsapp_studio.delivery.outcome import Accepted
from whatsapp_studio.storage import erasing
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.ledger import LedgerStore


def sent(outgoing: Outgoing, ids: list[int], name: str, prefix: str, minutes: float = 0) -> str:
    """A campaign of which every message was accepted, as ``prefix`` and the place."""
    made = outgoing.launch(ids, name=name, now=later(minutes=minutes))
    messages = outgoing.claim(100, later(minutes=minutes))
    outgoing.outbox.settle([(m, Accepted(f"{prefix}{n}"), later(minutes=minutes)) for n, m in enumerate(messages)])
    return made


def stop(store: Store, n: int, at: float, context: str = "", wamid: str = "stop") -> None:
    message = Inbound(wamid=wamid, phone=phone_of(n), at=later(minutes=at), kind="text", text="STOP", context=context)
    LedgerStore(store).apply((), (message,), (), (message,), later(minutes=at))


def opted(store: Store) -> dict[str, int]:
    rows = store.rows(
        "SELECT c.name, count(o.opted_at) AS n FROM outbox o JOIN campaigns c ON c.id = o.campaign_id GROUP BY c.id"
    )
    return {row["name"]: row["n"] for row in rows}


def test_a_stop_counts_with_the_message_it_answers(store: Store, outgoing: Outgoing) -> None:
    ids = add_people(store, 2)
    sent(outgoing, ids, "Spring", "a")
    sent(outgoing, ids, "Autumn", "b", minutes=60)
    stop(store, 1, 90, context="a0")
    assert opted(store) == {"Spring": 1, "Autumn": 0}


def test_one_that_answers_nothing_counts_with_the_last_message(store: Store, outgoing: Outgoing) -> None:
    ids = add_people(store, 2)
    sent(outgoing, ids, "Spring", "a")
    sent(outgoing, ids, "Autumn", "b", minutes=60)
    stop(store, 2, 90)
    assert opted(store) == {"Spring": 0, "Autumn": 1}


def test_after_three_days_no_message_is_the_cause(store: Store, outgoing: Outgoing) -> None:
    sent(outgoing, add_people(store, 1), "Spring", "a")
    stop(store, 1, 72 * 60 + 1)
    assert opted(store) == {"Spring": 0}


def test_a_stop_before_the_message_was_not_caused_by_it(store: Store, outgoing: Outgoing) -> None:
    ids = add_people(store, 1)
    sent(outgoing, ids, "Spring", "a", minutes=60)
    stop(store, 1, 30)
    assert opted(store) == {"Spring": 0}


def test_a_webhook_that_comes_twice_counts_once(store: Store, outgoing: Outgoing) -> None:
    ids = add_people(store, 1)
    sent(outgoing, ids, "Spring", "a")
    stop(store, 1, 30)
    sent(outgoing, ids, "Order", "b", minutes=40)
    stop(store, 1, 30)
    assert opted(store) == {"Spring": 1, "Order": 0}


def test_the_switch_of_whatsapp_counts_too(store: Store, outgoing: Outgoing) -> None:
    sent(outgoing, add_people(store, 1), "Spring", "a")
    said = Preference(phone=phone_of(1), at=later(minutes=5), stop=True)
    LedgerStore(store).apply((), (), (said,), (), later(minutes=6))
    assert opted(store) == {"Spring": 1}


def test_whoever_is_erased_stays_counted_with_zone_and_country(store: Store, outgoing: Outgoing) -> None:
    ids = add_people(store, 1)
    sent(outgoing, ids, "Spring", "a")
    stop(store, 1, 30)
    with store.write() as conn:
        erasing.erase(conn, erasing.person(conn, ids), iso(later(hours=1)))
    (row,) = store.rows("SELECT phone, name, zone, market, opted_at FROM outbox")
    assert (row["phone"], row["name"]) == ("", "")
    assert (row["zone"], row["market"], row["opted_at"]) == ("Europe/Amsterdam", "Netherlands", iso(later(minutes=30)))
