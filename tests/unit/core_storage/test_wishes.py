"""Decides that a person's own word counts at once, for what it was about, and no longer than they meant."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.fixtures.studio import NUMBER, T0, Outgoing, add_people, later, phone_of
from whatsapp_studio.audience.keywords import Keywords
from whatsapp_studio.base.clock import iso
from whatsapp_studio.delivery.message import Inbound, News, Preference
from whatsapp_studio.delivery.outcome import Accepted, Refused
from whatsapp_studio.storage import consents, keywords, suppressions, tombstones
from whatsapp_studio.storage.connection import Connection, ConnectionStore
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.ledger import LedgerStore

PHONE = phone_of(1)


def said(text: str, *, phone: str = PHONE, wamid: str = "", minutes: float = 1, **more: str) -> Inbound:
    return Inbound(wamid=wamid or f"w.{text}", phone=phone, at=later(minutes=minutes), kind="text", text=text, **more)


def hear(store: Store, *messages: Inbound, minutes: float = 2) -> None:
    ledger = LedgerStore(store)
    listener = ledger.listener()
    asked = [(one, found) for one in messages if (found := listener.heard(one.text, ledger.language_of(one)))]
    stop = [one for one, found in asked if found.kind == "stop"]
    ledger.apply((), messages, (), stop, later(minutes=minutes), asked=asked)


def states(store: Store) -> list[tuple[str, str]]:
    return [(row[0], row[1]) for row in store.rows("SELECT state, reason FROM outbox ORDER BY id")]


def marketing(store: Store, id: int) -> str:
    return str(store.value("SELECT marketing FROM contacts WHERE id = ?", (id,)))


def listed(store: Store) -> dict[str, str]:
    return {row[0]: row[1] for row in store.rows("SELECT phone, reason FROM suppressions")}


@pytest.mark.parametrize("word", ["STOP", "stop ", " Stop.", "stop!!! 🙏", "AFMELDEN", "Arrêter", "opt-out"])
def test_every_spelling_of_stop_ends_the_marketing_that_waits(outgoing: Outgoing, store: Store, word: str) -> None:
    ids = add_people(store, 2)
    outgoing.launch(ids)
    outgoing.launch(ids, "Order", purpose="utility")
    hear(store, said(word))
    assert states(store) == [("excluded", "opted-out"), ("ready", ""), ("ready", ""), ("ready", "")]
    assert (marketing(store, ids[0]), marketing(store, ids[1])) == ("no", "yes")
    (line,) = store.rows("SELECT state, wording, source FROM consents")
    assert tuple(line) == ("no", word, f"inbound:w.{word}")


def test_a_sentence_with_stop_in_it_is_no_stop(outgoing: Outgoing, store: Store) -> None:
    outgoing.launch(add_people(store, 1))
    hear(store, said("don't stop, I love these"))
    assert states(store) == [("ready", "")]


def test_start_lifts_the_persons_own_stop_with_their_words(store: Store) -> None:
    (id,) = add_people(store, 1)
    hear(store, said("stop"))
    hear(store, said("START", minutes=5), minutes=6)
    assert (marketing(store, id), listed(store)) == ("yes", {})
    line = store.rows("SELECT state, wording, evidence FROM consents ORDER BY id DESC")[0]
    assert tuple(line) == ("yes", "START", "w.START")
    hear(store, said("STOP", wamid="again", minutes=7), minutes=7)
    hear(store, said("START", minutes=5), minutes=8)
    assert marketing(store, id) == "no"


@pytest.mark.parametrize("source", ["shop", "user_preferences"])
def test_start_lifts_no_other_no(store: Store, source: str) -> None:
    (id,) = add_people(store, 1)
    with store.write() as conn:
        consents.record(conn, [id], "marketing", "no", source, iso(T0))
    hear(store, said("start"))
    assert marketing(store, id) == "no"


def test_a_block_by_hand_outlives_stop_and_start(store: Store) -> None:
    add_people(store, 1)
    with store.write() as conn:
        suppressions.suppress(conn, [(PHONE, False)], "by-hand", "", iso(T0))
    hear(store, said("stop"))
    hear(store, said("start", minutes=5), minutes=6)
    assert listed(store) == {PHONE: "by-hand"}


def test_a_stop_stays_when_a_block_that_ends_was_there(store: Store) -> None:
    add_people(store, 1)
    with store.write() as conn:
        suppressions.suppress(conn, [(PHONE, False)], "by-hand", "", iso(T0), iso(later(minutes=9)))
    hear(store, said("stop"))
    with store.write() as conn:
        assert suppressions.sweep(conn, later(minutes=10)) == 0
    assert listed(store) == {PHONE: "opted-out"}


@pytest.fixture
def answering(store: Store) -> Store:
    connection = Connection(
        waba_id="1", phone_number_id=NUMBER, graph_url="https://graph.example", checked_at=T0
    )  # fmt: skip
    ConnectionStore(store).save(connection)
    with store.write() as conn:
        keywords.keep(conn, Keywords(language="nl", kind="stop", words=("stop",), reply="Je bent afgemeld."))
        keywords.keep(conn, Keywords(language="en", kind="stop", words=("stop",), reply="You are unsubscribed."))
    return store


def test_the_reply_leaves_by_the_outbox_once_a_day_in_the_persons_language(
    outgoing: Outgoing, answering: Store
) -> None:
    (id,) = add_people(answering, 1)
    with answering.write() as conn:
        conn.execute("UPDATE contacts SET language = 'nl' WHERE id = ?", (id,))
    hear(answering, said("Stop"), said("STOP", wamid="w.2"))
    hear(answering, said("STOP", wamid="w.3"))
    (row,) = answering.rows("SELECT o.body, o.contact_id, c.kind, c.purpose FROM outbox o JOIN campaigns c"
                            " ON c.id = o.campaign_id")  # fmt: skip
    assert "Je bent afgemeld." in row["body"] and tuple(row)[1:] == (id, "reply", "service")
    # Somebody who has just opted out gets the answer to it, and nothing else.
    assert outgoing.claim_one(later(minutes=3)).to == PHONE


def test_no_reply_after_a_day_nor_to_whom_somebody_blocked(answering: Store) -> None:
    add_people(answering, 2)
    with answering.write() as conn:
        suppressions.suppress(conn, [(phone_of(2), False)], "by-hand", "", iso(T0))
    hear(answering, said("stop"), minutes=60 * 24 + 2)
    hear(answering, said("stop", phone=phone_of(2), wamid="w.2"))
    assert answering.value("SELECT count(*) FROM outbox") == 0


def test_metas_stop_is_about_marketing_and_what_was_said_before_counts_after_it(
    outgoing: Outgoing, store: Store
) -> None:
    (id,) = add_people(store, 1, marketing="unknown")
    with store.write() as conn:
        consents.record(conn, [id], "marketing", "yes", "shop", iso(T0))
    outgoing.launch([id])
    outgoing.launch([id], "Order", purpose="utility")
    ledger = LedgerStore(store)
    ledger.apply((), (), [Preference(phone=PHONE, stop=True, at=later(minutes=1))], (), later(minutes=1))
    assert states(store) == [("excluded", "opted-out"), ("ready", "")]
    assert outgoing.claim_one(later(minutes=2)).to == PHONE
    ledger.apply((), (), [Preference(phone=PHONE, stop=False, at=later(minutes=3))], (), later(minutes=3))
    assert (marketing(store, id), listed(store)) == ("yes", {})
    assert [row[0] for row in store.rows("SELECT state FROM consents ORDER BY id")] == ["yes", "no", "yes"]


@pytest.mark.parametrize("late", [False, True])
def test_131050_is_metas_stop_told_once(outgoing: Outgoing, store: Store, late: bool) -> None:
    (id,) = add_people(store, 1)
    for name in ("One", "Two"):
        outgoing.launch([id], name)
    first, second = outgoing.claim_one(), outgoing.claim_one()
    for n, message in enumerate((first, second)):
        if late:
            outgoing.outbox.settle([(message, Accepted(f"w.{n}"), T0)])
            news = News(wamid=f"w.{n}", status="failed", at=later(minutes=n), code=131050)
            LedgerStore(store).apply([news], (), (), (), T0)
        else:
            outgoing.outbox.settle([(message, Refused(131050), later(minutes=n))])
    assert (marketing(store, id), listed(store)) == ("no", {PHONE: "meta-stop"})
    (line,) = store.rows("SELECT source, evidence FROM consents")
    assert tuple(line) == ("user_preferences", "131050")


def test_two_failures_in_a_row_make_a_number_unreachable_until_they_write(outgoing: Outgoing, store: Store) -> None:
    (id,) = add_people(store, 1)
    for n in range(2):
        assert listed(store) == {}
        outgoing.launch([id], f"Campaign {n}", now=later(minutes=n))
        outgoing.outbox.settle([(outgoing.claim_one(later(minutes=n)), Refused(131026), later(minutes=n))])
    assert listed(store) == {PHONE: "unreachable"}
    hear(store, said("Hello", minutes=10), minutes=11)
    assert listed(store) == {}


def test_a_person_without_a_number_is_found_by_user_id(store: Store) -> None:
    (id,) = add_people(store, 1)
    hear(store, said("Hi", user_id="NL.1"))
    assert store.value("SELECT user_id FROM contacts WHERE id = ?", (id,)) == "NL.1"
    hear(store, said("stop", phone="", user_id="NL.1", minutes=2))
    assert marketing(store, id) == "no"
    assert store.value("SELECT phone FROM inbox WHERE text = 'stop'") == PHONE


@pytest.mark.parametrize(("before", "after"), [("yes", "unknown"), ("no", "no")])
def test_a_changed_number_takes_a_no_along_and_no_yes(store: Store, before: str, after: str) -> None:
    (id,) = add_people(store, 1)
    with store.write() as conn:
        consents.record(conn, [id], "marketing", "yes", "shop", iso(T0 - timedelta(days=9)))
    if before == "no":
        hear(store, said("stop"))
    moved = Inbound(wamid="w.m", phone=PHONE, at=later(minutes=3), kind="system", new_phone="+31611111111")
    LedgerStore(store).apply((), [moved, moved], (), (), later(minutes=3))
    assert store.value("SELECT phone FROM contacts WHERE id = ?", (id,)) == "+31611111111"
    assert marketing(store, id) == after
    last = store.rows("SELECT state, source, evidence FROM consents ORDER BY id DESC")[0]
    assert tuple(last) == (after, "user_changed_number", PHONE)
    assert listed(store) == ({} if before == "yes" else {PHONE: "opted-out", "+31611111111": "opted-out"})


def test_a_number_that_another_has_is_not_taken_from_them(store: Store) -> None:
    ids = add_people(store, 2)
    moved = Inbound(wamid="w.m", phone=PHONE, at=later(minutes=3), kind="system", new_phone=phone_of(2))
    LedgerStore(store).apply((), [moved], (), (), later(minutes=3))
    assert [row[0] for row in store.rows("SELECT phone FROM contacts ORDER BY id")] == [PHONE, phone_of(2)]
    assert len(ids) == 2


def test_of_an_erased_person_nothing_is_written(outgoing: Outgoing, store: Store) -> None:
    with store.write() as conn:
        tombstones.bury(conn, [PHONE, "NL.1"], iso(T0))
    hear(store, said("stop"), said("Hi", phone="", user_id="NL.1"))
    LedgerStore(store).apply(
        [News(wamid="w.secret", status="read", at=T0, wa_id=PHONE[1:], details=PHONE)], (),
        [Preference(phone=PHONE, stop=True, at=T0)], (), T0,
    )  # fmt: skip
    for table in ("inbox", "consents", "suppressions"):
        assert store.value(f"SELECT count(*) FROM {table}") == 0
    (row,) = store.rows("SELECT wamid, details FROM news")
    assert "secret" not in row["wamid"] and row["details"] == ""
