"""Decides that news is applied once whatever its order, and that a stop reaches the right person and stays."""

from __future__ import annotations

from itertools import permutations

import pytest

from tests.fixtures.studio import T0, Outgoing, add_people, check_counts, later, phone_of
from whatsapp_studio.delivery.message import Inbound, News, NewsStatus, Preference
from whatsapp_studio.delivery.outcome import Accepted, Refused
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.ledger import LedgerStore, Told

WORDS: tuple[NewsStatus, ...] = ("sent", "failed", "delivered", "read")
PHONE = phone_of(1)


def news(word: NewsStatus, n: int = 1, *, key: str = "", code: int = 0) -> News:
    return News(wamid=f"wamid.{n}", status=word, at=later(seconds=WORDS.index(word)), key=key, code=code, details="d")


def inbound(text: str, *, phone: str = PHONE, wamid: str = "wamid.in", context: str = "") -> Inbound:
    return Inbound(wamid=wamid, phone=phone, at=later(minutes=1), kind="text", text=text, context=context)


def stop(store: Store, phone: str = PHONE, wamid: str = "wamid.in") -> Told:
    message = inbound("STOP", phone=phone, wamid=wamid)
    return LedgerStore(store).apply((), (message,), (), (message,), later(minutes=2))


def prefer(store: Store, *, stop: bool, phone: str = PHONE, minutes: float = 1) -> Told:
    wish = Preference(phone=phone, stop=stop, at=later(minutes=minutes))
    return LedgerStore(store).apply((), (), (wish,), (), later(minutes=minutes))


def blocked(store: Store) -> dict[str, str]:
    return {row["phone"]: row["reason"] for row in store.rows("SELECT phone, reason FROM suppressions")}


def answers(store: Store) -> list[str]:
    return [row["marketing"] for row in store.rows("SELECT marketing FROM contacts ORDER BY id")]


@pytest.fixture
def sent(outgoing: Outgoing, store: Store) -> str:
    """A campaign whose one message Meta took as ``wamid.1``."""
    campaign = outgoing.launch(add_people(store, 1))
    outgoing.outbox.settle([(outgoing.claim_one(), Accepted("wamid.1"), T0)])
    return campaign


@pytest.mark.parametrize("order", list(permutations(WORDS)), ids="-".join)
def test_any_order_ends_the_same(
    outgoing: Outgoing, store: Store, sent: str, order: tuple[NewsStatus, ...]
) -> None:  # fmt: skip
    ledger = LedgerStore(store)
    for word in order + order:
        ledger.apply([news(word, code=131026 if word == "failed" else 0)], (), (), (), T0)

    (row,) = store.rows("SELECT state, code, reason, details FROM outbox")
    assert tuple(row) == ("read", 0, "", "")
    check_counts(store)


def test_a_batch_tells_what_it_touched_and_nothing_the_second_time(
    outgoing: Outgoing, store: Store, sent: str
) -> None:  # fmt: skip
    ledger = LedgerStore(store)
    message = inbound("Stop", context="wamid.1")
    batch = ([news("sent")], (message,), (), (message,), T0)

    assert ledger.apply(*batch) == Told(frozenset({sent}), True, True)
    assert ledger.apply(*batch) == Told()
    assert store.value("SELECT count(*) FROM consents WHERE state = 'no'") == 1


def test_a_failure_told_later_has_its_reason(outgoing: Outgoing, store: Store, sent: str) -> None:
    LedgerStore(store).apply([news("sent"), news("failed", code=131049)], (), (), (), T0)

    (row,) = store.rows("SELECT state, code, reason, details FROM outbox")
    assert tuple(row) == ("failed", 131049, "meta-131049", "d")
    check_counts(store)


def test_news_of_strangers_is_kept_and_moves_nothing(outgoing: Outgoing, store: Store, sent: str) -> None:
    told = LedgerStore(store).apply([news("read", 77, key="not:ours")], (), (), (), T0)

    assert told == Told()
    assert outgoing.states(sent) == ["accepted"]
    assert store.value("SELECT count(*) FROM news") == 1


def test_the_key_finds_a_row_in_doubt_and_gives_it_its_id(outgoing: Outgoing, store: Store) -> None:
    campaign = outgoing.launch(add_people(store, 1))
    key = outgoing.claim_one().key
    outgoing.outbox.reconcile(T0)

    told = LedgerStore(store).apply([news("sent", key=key)], (), (), (), T0)

    assert told.campaigns == {campaign}
    assert outgoing.states(campaign) == ["sent"]
    assert store.value("SELECT wamid FROM outbox") == "wamid.1"


def test_a_row_that_has_an_id_is_not_found_by_its_key(outgoing: Outgoing, store: Store, sent: str) -> None:
    key = str(store.value("SELECT key FROM outbox"))

    LedgerStore(store).apply([news("read", 2, key=key)], (), (), (), T0)

    assert outgoing.states(sent) == ["accepted"]


def test_who_was_left_out_stays_left_out(outgoing: Outgoing, store: Store) -> None:
    ids = add_people(store, 1)
    campaign = outgoing.launch(ids, left_out={ids[0]: "no-consent"})

    LedgerStore(store).apply([news("read", key=f"{campaign}:{ids[0]}")], (), (), (), T0)

    assert outgoing.states(campaign) == ["excluded"]


def test_a_failure_at_once_then_a_receipt(outgoing: Outgoing, store: Store) -> None:
    campaign = outgoing.launch(add_people(store, 1))
    message = outgoing.claim_one()
    outgoing.outbox.settle([(message, Refused(131026, "no"), T0)])

    LedgerStore(store).apply([news("delivered", key=message.key)], (), (), (), T0)

    assert outgoing.states(campaign) == ["delivered"]
    assert outgoing.row(message)["reason"] == ""


def test_replies_count_each_recipient_once(outgoing: Outgoing, store: Store, sent: str) -> None:
    ledger = LedgerStore(store)
    messages = [inbound("hi", wamid=f"w{n}", context="wamid.1") for n in range(3)]
    ledger.apply((), [*messages, inbound("alone", wamid="w9"), inbound("x", wamid="w8", context="other")], (), (), T0)

    assert ledger.replies(sent) == 1
    assert ledger.replies("no such campaign") == 0


def test_a_stop_blocks_answers_no_and_is_written_down(outgoing: Outgoing, store: Store) -> None:
    add_people(store, 2)

    assert stop(store).contacts

    assert blocked(store) == {PHONE: "opted-out"}
    assert answers(store) == ["no", "yes"]
    (row,) = store.rows("SELECT * FROM consents")
    assert (row["contact_id"], row["state"], row["source"]) == (1, "no", "inbound:wamid.in")


def test_a_stop_of_somebody_unknown_blocks_the_number(outgoing: Outgoing, store: Store) -> None:
    assert stop(store, "+4915112345678").contacts

    assert blocked(store) == {"+4915112345678": "opted-out"}
    assert store.value("SELECT contact_id FROM consents") is None


def test_a_stop_of_somebody_without_a_number_blocks_nobody(outgoing: Outgoing, store: Store) -> None:
    assert not stop(store, "").contacts
    assert blocked(store) == {}


def test_a_stop_reaches_a_person_whom_meta_knows_by_another_number(outgoing: Outgoing, store: Store) -> None:
    outgoing.launch(add_people(store, 2))
    with store.write() as conn:
        conn.execute("UPDATE contacts SET wa_id = '4915100000000' WHERE id = 1")

    stop(store, "+4915100000000")

    assert answers(store) == ["no", "yes"]
    assert [message.to for message in outgoing.claim()] == [phone_of(2)]


def test_a_stop_reaches_the_other_spelling_of_a_brazilian_number(outgoing: Outgoing, store: Store) -> None:
    ids = add_people(store, 1)
    with store.write() as conn:
        conn.execute("UPDATE contacts SET phone = '+5511987654321'")
    outgoing.launch(ids, purpose="utility")

    stop(store, "+551187654321")

    assert set(blocked(store)) == {"+5511987654321", "+551187654321"}
    assert outgoing.claim() == []


def test_a_repeated_stop_does_not_block_again_who_was_unblocked_since(outgoing: Outgoing, store: Store) -> None:
    add_people(store, 1)
    stop(store)
    outgoing.people.unblock([PHONE], "2026")

    assert not stop(store).contacts
    assert blocked(store) == {}
    assert stop(store, wamid="wamid.new").contacts
    assert blocked(store) == {PHONE: "opted-out"}


def test_a_stop_in_words_outlives_a_block_by_hand(outgoing: Outgoing, store: Store) -> None:
    add_people(store, 1)
    with store.write() as conn:
        conn.execute("INSERT INTO suppressions (phone, reason, source, at) VALUES (?, 'by-hand', '', '2026')", (PHONE,))

    stop(store)
    outgoing.people.unblock([PHONE], "2026")

    assert answers(store) == ["unknown"]
    assert [row["state"] for row in store.rows("SELECT state FROM consents ORDER BY id")] == ["no", "unknown"]


def test_metas_resume_lifts_metas_stop_only(outgoing: Outgoing, store: Store) -> None:
    add_people(store, 1)
    assert prefer(store, stop=True).contacts
    assert blocked(store) == {PHONE: "meta-stop"}
    assert prefer(store, stop=False, minutes=2).contacts
    assert blocked(store) == {}
    assert not prefer(store, stop=False, minutes=2).contacts
    # What was said before counts again, and of this person nothing is written down.
    assert answers(store) == ["unknown"]

    prefer(store, stop=True, minutes=3)
    stop(store)
    assert blocked(store) == {PHONE: "opted-out"}
    assert not prefer(store, stop=False, minutes=4).contacts
    assert blocked(store) == {PHONE: "opted-out"}


def test_a_resume_that_comes_late_does_not_lift_a_newer_stop(outgoing: Outgoing, store: Store) -> None:
    add_people(store, 1)
    prefer(store, stop=True, minutes=5)

    assert not prefer(store, stop=False, minutes=1).contacts
    assert blocked(store) == {PHONE: "meta-stop"}
