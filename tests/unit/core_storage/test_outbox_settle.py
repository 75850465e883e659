"""Decides what every ending of a request makes of its row, also when news or a person came first."""

from __future__ import annotations

import pytest

from tests.fixtures.studio import T0, Outgoing, add_people, check_counts, later
from whatsapp_studio.base.clock import iso
from whatsapp_studio.delivery.message import News, NewsStatus
from whatsapp_studio.delivery.outcome import Accepted, NotTaken, Outcome, Reach, Refused, Unsure
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.ledger import LedgerStore


def tell(store: Store, *news: News) -> None:
    LedgerStore(store).apply(news, (), (), (), T0)


def status(word: NewsStatus, wamid: str = "wamid.1", *, key: str = "", code: int = 0, details: str = "") -> News:
    return News(wamid=wamid, status=word, at=later(seconds=3), key=key, code=code, details=details)


def test_accepted_keeps_the_id_and_how_meta_knows_the_person(outgoing: Outgoing, store: Store) -> None:
    campaign = outgoing.launch(add_people(store, 1))
    message = outgoing.claim_one()

    touched = outgoing.outbox.settle([(message, Accepted("wamid.1", "31600000001"), later(seconds=1))])

    row = outgoing.row(message)
    assert touched == {campaign}
    assert (row["state"], row["wamid"], row["settled_at"]) == ("accepted", "wamid.1", iso(later(seconds=1)))
    assert store.value("SELECT wa_id FROM contacts") == "31600000001"
    check_counts(store)


def test_held_by_meta_is_a_state_of_its_own(outgoing: Outgoing, store: Store) -> None:
    campaign = outgoing.launch(add_people(store, 1))
    outgoing.outbox.settle([(outgoing.claim_one(), Accepted("wamid.1", held=True), T0)])

    assert outgoing.campaigns.get(campaign).counts.held == 1
    tell(store, status("sent"))
    assert outgoing.states(campaign) == ["sent"]


@pytest.mark.parametrize("keyed", [True, False])
@pytest.mark.parametrize("word", ["sent", "delivered", "read", "failed"])
def test_a_status_that_overtakes_the_answer_counts(
    outgoing: Outgoing, store: Store, word: NewsStatus, keyed: bool
) -> None:  # fmt: skip
    outgoing.launch(add_people(store, 1))
    message = outgoing.claim_one()
    code = 131026 if word == "failed" else 0
    tell(store, status(word, key=message.key if keyed else "", code=code, details="why" if code else ""))
    assert outgoing.state(message) == (word if keyed else "sending")

    outgoing.outbox.settle([(message, Accepted("wamid.1"), later(seconds=9))])

    row = outgoing.row(message)
    assert (row["state"], row["wamid"], row["code"]) == (word, "wamid.1", code)
    assert row["reason"] == (f"meta-{code}" if code else "")
    assert row["details"] == ("why" if code else "")
    check_counts(store)


def test_not_taken_waits_and_counts_as_a_try_only_when_meta_failed(outgoing: Outgoing, store: Store) -> None:
    outgoing.launch(add_people(store, 4))
    endings: list[Outcome] = [
        NotTaken("service", 10.0, code=131000),
        NotTaken("no-network", 1.0),
        NotTaken("rate", 2.0, slow_down=True, code=130429),
        NotTaken("pair", 6.0, "recipient", code=131056),
    ]
    messages = outgoing.claim()

    outgoing.outbox.settle([(message, ending, T0) for message, ending in zip(messages, endings, strict=True)])

    rows = [outgoing.row(message) for message in messages]
    assert [row["state"] for row in rows] == ["ready"] * 4
    assert [row["attempts"] for row in rows] == [1, 0, 0, 0]
    assert [row["not_before"] for row in rows] == [iso(later(seconds=s)) for s in (10, 1, 2, 6)]
    assert rows[0]["code"] == 131000


@pytest.mark.parametrize(
    ("reach", "state", "reason", "attempts"),
    [("recipient", "failed", "meta-131026", 1), ("campaign", "ready", "", 1), ("all", "ready", "", 0)],
)
def test_a_refusal_fails_the_row_only_when_it_is_about_the_recipient(
    outgoing: Outgoing, store: Store, reach: Reach, state: str, reason: str, attempts: int
) -> None:  # fmt: skip
    outgoing.launch(add_people(store, 1))
    message = outgoing.claim_one()

    outgoing.outbox.settle([(message, Refused(131026, "because", reach, "trace"), T0)])

    row = outgoing.row(message)
    assert (row["state"], row["reason"], row["attempts"]) == (state, reason, attempts)
    assert (row["code"], row["details"], row["trace"]) == (131026, "because", "trace")
    check_counts(store)


def test_unsure_is_in_doubt_and_never_claimed_again(outgoing: Outgoing, store: Store) -> None:
    campaign = outgoing.launch(add_people(store, 1))
    message = outgoing.claim_one()

    outgoing.outbox.settle([(message, Unsure("time-out"), T0)])

    assert outgoing.state(message) == "unknown"
    assert outgoing.row(message)["details"] == "time-out"
    assert outgoing.claim(now=later(days=400)) == []
    assert outgoing.outbox.finish(T0) == [campaign]


@pytest.mark.parametrize("ending", [NotTaken("x"), Refused(131026), Refused(190, reach="all"), Unsure("x")])
def test_an_ending_never_undoes_what_a_status_said(outgoing: Outgoing, store: Store, ending: Outcome) -> None:
    outgoing.launch(add_people(store, 1))
    message = outgoing.claim_one()
    tell(store, status("delivered", key=message.key))

    outgoing.outbox.settle([(message, ending, later(seconds=9))])

    row = outgoing.row(message)
    assert (row["state"], row["attempts"], row["code"]) == ("delivered", 1, 0)


@pytest.mark.parametrize("ending", [Accepted("wamid.1"), NotTaken("x"), Refused(131026), Unsure("x")])
def test_the_same_ending_twice_is_the_same_as_once(outgoing: Outgoing, store: Store, ending: Outcome) -> None:
    outgoing.launch(add_people(store, 1))
    message = outgoing.claim_one()
    outgoing.outbox.settle([(message, ending, T0)])
    once = outgoing.row(message)

    outgoing.outbox.settle([(message, ending, T0)])

    assert outgoing.row(message) == once


def test_a_claim_given_back_is_as_it_was(outgoing: Outgoing, store: Store) -> None:
    campaign = outgoing.launch(add_people(store, 2))
    messages = outgoing.claim()
    tell(store, status("sent", key=messages[1].key))

    assert outgoing.outbox.release(messages) == {campaign}

    assert outgoing.states(campaign) == ["ready", "sent"]
    assert outgoing.row(messages[0])["attempts"] == 0
    assert [message.id for message in outgoing.claim()] == [messages[0].id]


def test_what_was_leaving_when_the_program_died_is_in_doubt(outgoing: Outgoing, store: Store) -> None:
    campaign = outgoing.launch(add_people(store, 5))
    messages = outgoing.claim(3)
    outgoing.outbox.settle([(messages[0], Accepted("wamid.1"), T0)])

    assert outgoing.outbox.reconcile(later(minutes=1)) == {campaign: 2}

    assert outgoing.states(campaign) == ["accepted", "unknown", "unknown", "ready", "ready"]
    assert outgoing.outbox.reconcile(later(minutes=1)) == {}
    assert {message.id for message in outgoing.claim()}.isdisjoint({message.id for message in messages})


def test_a_late_answer_settles_a_row_in_doubt(outgoing: Outgoing, store: Store) -> None:
    outgoing.launch(add_people(store, 1))
    message = outgoing.claim_one()
    outgoing.outbox.reconcile(T0)

    outgoing.outbox.settle([(message, Accepted("wamid.1"), T0)])

    assert outgoing.state(message) == "accepted"


def test_a_campaign_is_done_when_nothing_waits_or_flies(outgoing: Outgoing, store: Store) -> None:
    campaign = outgoing.launch(add_people(store, 2), held_until=later(seconds=5))
    with store.write() as conn:
        conn.execute(
            "INSERT INTO suppressions (phone, reason, at) SELECT phone, 'by-hand', '2026' FROM contacts WHERE id = 1"
        )

    assert outgoing.outbox.finish(T0) == []
    message = outgoing.claim(now=later(seconds=5))[0]
    assert outgoing.outbox.finish(later(seconds=5)) == []
    outgoing.outbox.settle([(message, Refused(131026), T0)])
    assert outgoing.outbox.finish(later(seconds=6)) == [campaign]
    assert outgoing.campaigns.get(campaign).finished_at == later(seconds=6)
    assert outgoing.outbox.finish(later(seconds=7)) == []


def test_a_paused_campaign_is_not_done(outgoing: Outgoing, store: Store) -> None:
    campaign = outgoing.launch(add_people(store, 1))
    outgoing.outbox.settle([(outgoing.claim_one(), Accepted("wamid.1"), T0)])
    outgoing.campaigns.move(campaign, ("sending",), "paused")

    assert outgoing.outbox.finish(T0) == []


def stopped(outgoing: Outgoing, campaign: str) -> None:
    outgoing.outbox.stop(campaign, T0)
    assert outgoing.campaign_state(campaign) == "stopped"


def test_a_stop_is_one_step_and_mends_one_that_broke_off(outgoing: Outgoing, store: Store) -> None:
    campaign = outgoing.launch(add_people(store, 2))
    outgoing.campaigns.move(campaign, ("sending",), "stopped")

    assert outgoing.outbox.stop(campaign, T0) == 2
    assert outgoing.outbox.stop(campaign, T0) == 0
    assert outgoing.states(campaign) == ["excluded", "excluded"]


def test_a_campaign_that_is_done_cannot_be_stopped(outgoing: Outgoing, store: Store) -> None:
    campaign = outgoing.launch(add_people(store, 1))
    outgoing.outbox.settle([(outgoing.claim_one(), Accepted("wamid.1"), T0)])
    outgoing.outbox.finish(T0)

    assert outgoing.outbox.stop(campaign, T0) == 0
    assert outgoing.campaign_state(campaign) == "done"


def test_a_stop_leaves_out_what_waits_and_keeps_the_rest(outgoing: Outgoing, store: Store) -> None:
    campaign = outgoing.launch(add_people(store, 4))
    one, two = outgoing.claim(2)
    outgoing.outbox.settle([(one, Accepted("wamid.1"), T0)])

    stopped(outgoing, campaign)

    assert outgoing.states(campaign) == ["accepted", "sending", "excluded", "excluded"]
    assert outgoing.campaigns.reasons(campaign) == {"stopped": 2}
    outgoing.outbox.settle([(two, Accepted("wamid.2"), T0)])
    assert outgoing.states(campaign)[1] == "accepted"
    check_counts(store)


@pytest.mark.parametrize("ending", [NotTaken("x", 1.0), Refused(190, reach="all"), Refused(132015, reach="campaign")])
def test_what_comes_back_to_a_stopped_campaign_is_left_out(
    outgoing: Outgoing, store: Store, ending: Outcome
) -> None:  # fmt: skip
    campaign = outgoing.launch(add_people(store, 2))
    one, two = outgoing.claim()
    stopped(outgoing, campaign)

    outgoing.outbox.settle([(one, ending, T0)])
    outgoing.outbox.release([two])

    assert outgoing.states(campaign) == ["excluded", "excluded"]
    assert outgoing.campaigns.reasons(campaign) == {"stopped": 2}
    check_counts(store)


def test_a_person_decides_about_rows_in_doubt(outgoing: Outgoing, store: Store) -> None:
    campaign = outgoing.launch(add_people(store, 3))
    one, two, three = outgoing.claim()
    outgoing.outbox.settle([(one, Unsure("x"), T0), (two, Unsure("x"), T0), (three, Accepted("wamid.3"), T0)])

    assert outgoing.outbox.settle_unknown([one.id, three.id, 999], as_sent=True, now=T0) == {campaign}
    assert outgoing.outbox.settle_unknown([two.id, three.id], as_sent=False, now=T0) == {campaign}

    assert outgoing.states(campaign) == ["accepted", "ready", "accepted"]
    assert [message.id for message in outgoing.claim()] == [two.id]
    assert outgoing.outbox.settle_unknown([one.id], as_sent=False, now=T0) == set()
    tell(store, status("delivered", "wamid.one", key=one.key))
    assert outgoing.state(one) == "delivered"


@pytest.mark.parametrize("ended", ["done", "stopped"])
def test_queued_again_after_the_end_waits_for_a_person(outgoing: Outgoing, store: Store, ended: str) -> None:
    campaign = outgoing.launch(add_people(store, 1))
    message = outgoing.claim_one()
    outgoing.outbox.settle([(message, Unsure("x"), T0)])
    if ended == "done":
        outgoing.outbox.finish(T0)
    else:
        stopped(outgoing, campaign)

    outgoing.outbox.settle_unknown([message.id], as_sent=False, now=T0)

    kept = outgoing.campaigns.get(campaign)
    assert (kept.state, kept.pause_reason, kept.finished_at) == ("paused", "by-you", None)
    assert outgoing.claim() == []
    assert outgoing.outbox.settle_unknown([], as_sent=True, now=T0) == set()


def test_settled_as_sent_after_the_end_leaves_the_campaign_ended(outgoing: Outgoing, store: Store) -> None:
    campaign = outgoing.launch(add_people(store, 1))
    message = outgoing.claim_one()
    outgoing.outbox.settle([(message, Unsure("x"), T0)])
    outgoing.outbox.finish(T0)

    outgoing.outbox.settle_unknown([message.id], as_sent=True, now=T0)

    assert outgoing.campaign_state(campaign) == "done"


def test_a_message_queued_again_that_had_arrived_is_not_sent_again(outgoing: Outgoing, store: Store) -> None:
    outgoing.launch(add_people(store, 1))
    message = outgoing.claim_one()
    outgoing.outbox.settle([(message, Unsure("x"), T0)])
    outgoing.outbox.settle_unknown([message.id], as_sent=False, now=T0)

    tell(store, status("delivered", key=message.key))

    assert outgoing.state(message) == "delivered"
    assert outgoing.claim() == []


def test_an_id_given_twice_takes_nothing_from_the_other_endings(outgoing: Outgoing, store: Store) -> None:
    campaign = outgoing.launch(add_people(store, 3))
    messages, _ = outgoing.outbox.claim(3, T0)

    outgoing.outbox.settle([(one, Accepted("wamid.same"), T0) for one in messages])

    assert outgoing.states(campaign) == ["accepted"] * 3
    tell(store, status("read", "wamid.same"))
    assert sorted(outgoing.states(campaign)) == ["accepted", "accepted", "read"]
    check_counts(store)
