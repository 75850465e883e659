"""Decides that journeys hear of what people write and of what becomes of messages: once, and about the right run."""

from __future__ import annotations

import json
from datetime import datetime
from itertools import permutations
from typing import Any

import pytest

from tests.fixtures.streams import a_message, a_plan, put, signals
from tests.fixtures.studio import T0, Outgoing, add_people, later, phone_of
from whatsapp_studio.delivery.message import Inbound, News
from whatsapp_studio.delivery.outcome import Accepted, NotTaken, Outcome, Refused, Unsure
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.ledger import LedgerStore


def said(text: str = "Yes", *, n: int = 1, kind: str = "text", context: str = "", wamid: str = "in.1") -> Inbound:
    return Inbound(wamid=wamid, phone=phone_of(n), at=later(minutes=1), kind=kind, text=text, context=context)


def hear(store: Store, *messages: Inbound) -> None:
    LedgerStore(store).apply((), messages, (), (), later(minutes=2))


def rows(store: Store) -> list[dict[str, Any]]:
    found = store.rows("SELECT * FROM signals ORDER BY id")
    return [{**dict(row), "data": json.loads(row["data"]) if row["kind"] == "inbound" else ""} for row in found]


@pytest.fixture
def sent(store: Store, outgoing: Outgoing) -> str:
    """A message of run 7 to the first person, that Meta took as ``wamid.1``; what was heard of that is forgotten."""
    add_people(store, 2)
    put(store, a_plan(store), a_message(1, run=7, visit=2))
    outgoing.outbox.settle([(outgoing.claim_one(), Accepted("wamid.1"), T0)])
    with store.write() as conn:
        conn.execute("DELETE FROM signals")
    return "wamid.1"


def test_a_word_out_of_nowhere_is_about_the_contact(store: Store, sent: str) -> None:
    hear(store, said(n=2))
    (one,) = rows(store)
    assert (one["kind"], one["run_id"], one["contact_id"], one["text"]) == ("inbound", None, 2, "Yes")
    assert (one["at"], one["data"]) == (
        round(later(minutes=1).timestamp() * 1000), {"button": False, "wamid": "in.1"},
    )  # fmt: skip


@pytest.mark.parametrize(("kind", "button"), [("text", False), ("button", True), ("interactive", True)])
def test_an_answer_to_a_message_of_a_run_is_about_that_run(store: Store, sent: str, kind: str, button: bool) -> None:
    hear(store, said(kind=kind, context=sent))
    (one,) = rows(store)
    assert (one["run_id"], one["contact_id"], one["step"], one["visit"]) == (7, 1, "hello", 2)
    assert one["data"]["button"] is button


def test_an_answer_to_a_campaign_or_to_what_nobody_knows_is_about_the_contact(
    store: Store, outgoing: Outgoing, sent: str
) -> None:
    outgoing.launch([2])
    outgoing.outbox.settle([(outgoing.claim_one(), Accepted("wamid.2"), T0)])
    hear(store, said(n=2, context="wamid.2"), said(wamid="in.2", context="wamid.of.another.program"))
    assert [(one["run_id"], one["contact_id"], one["step"]) for one in rows(store)] == [(None, 2, ""), (None, 1, "")]


def test_the_same_webhook_again_is_not_heard_again(store: Store, sent: str) -> None:
    for _ in range(3):
        hear(store, said(), said(wamid="in.2"))
    assert [one["data"]["wamid"] for one in rows(store)] == ["in.1", "in.2"]


@pytest.mark.parametrize("kind", ["system", "unsupported", "errors"])
def test_what_says_nothing_is_no_reply(store: Store, sent: str, kind: str) -> None:
    hear(store, said("", kind=kind))
    assert not rows(store)
    assert store.value("SELECT count(*) FROM inbox") == 1


def test_a_stranger_or_somebody_without_a_number_is_heard_by_no_run(store: Store, sent: str) -> None:
    hear(store, said(n=99), Inbound(wamid="in.3", phone="", at=T0, kind="text", text="Hi"))
    assert not rows(store)


def heard(store: Store) -> list[tuple[str, str]]:
    told = signals(store)
    assert all(one[:4] == ("message", 7, "hello", 1) for one in told)
    return [one[4:] for one in told]


@pytest.mark.parametrize(
    ("ending", "expected"),
    [
        (Accepted("wamid.9"), [("accepted", "")]), (Accepted("wamid.9", held=True), [("held", "")]),
        (Refused(131026), [("failed", "meta-131026")]), (Refused(132015, reach="campaign"), []), (Unsure("?"), []),
        (NotTaken("slow", slow_down=True), []),
    ],
)  # fmt: skip
def test_a_run_hears_how_its_message_ended(
    store: Store, outgoing: Outgoing, ending: Outcome, expected: list[tuple[str, str]]
) -> None:
    add_people(store, 1)
    put(store, a_plan(store), a_message(1, run=7))
    outgoing.outbox.settle([(outgoing.claim_one(), ending, T0)])
    assert heard(store) == expected


@pytest.mark.parametrize("order", list(permutations(("sent", "delivered", "read"))), ids="-".join)
def test_statuses_are_heard_as_the_message_moves_on_and_never_backwards(
    store: Store, sent: str, order: tuple[Any, ...]
) -> None:
    ledger = LedgerStore(store)
    for word in order * 2:
        ledger.apply([News(wamid=sent, status=word, at=later(minutes=1))], (), (), (), later(minutes=2))
    told = [text for *_, text, _ in signals(store)]
    assert told == [word for n, word in enumerate(order) if all(_rank(word) > _rank(one) for one in order[:n])]


def _rank(word: str) -> int:
    return ("sent", "delivered", "read").index(word)


def test_moments_are_those_of_the_news(store: Store, sent: str) -> None:
    at = datetime.fromisoformat("2026-03-03T10:11:12.345+00:00")
    LedgerStore(store).apply([News(wamid=sent, status="delivered", at=at)], (), (), (), later(hours=9))
    assert store.value("SELECT at FROM signals") == round(at.timestamp() * 1000)


@pytest.mark.parametrize("told", ["by the answer of Meta", "by a status"])
def test_an_answer_that_overtakes_the_id_of_its_message_is_heard_after_that_was_sent(
    store: Store, outgoing: Outgoing, told: str
) -> None:
    add_people(store, 2)
    put(store, a_plan(store), a_message(1, run=7, visit=2))
    message = outgoing.claim_one()
    hear(store, said(kind="button", context="wamid.1"))
    hear(store, said(n=2, wamid="in.2", context="wamid.9"))
    assert [one["run_id"] for one in rows(store) if not one["parked"]] == [None]
    if told == "by a status":
        outgoing.outbox.settle([(message, Unsure("timeout"), T0)])
        status = News(wamid="wamid.1", key=message.key, status="sent", at=later(minutes=3))
        LedgerStore(store).apply((status,), (), (), (), later(minutes=3))
    else:
        outgoing.outbox.settle([(message, Accepted("wamid.1"), T0)])
    taken, answer = (one for one in rows(store) if one["run_id"] is not None)
    assert (taken["kind"], taken["run_id"]) == ("message", 7)
    assert (answer["kind"], answer["run_id"], answer["step"], answer["visit"]) == ("inbound", 7, "hello", 2)
    assert not answer["parked"]


@pytest.mark.parametrize("how", ["not taken", "refused", "given back", "another id", "in doubt, then sent again"])
def test_an_answer_to_no_message_that_was_under_way_is_about_the_contact(
    store: Store, outgoing: Outgoing, how: str
) -> None:
    add_people(store, 1)
    put(store, a_plan(store), a_message(1, run=7))
    message = outgoing.claim_one()
    hear(store, said(context="wamid.of.another.program"))
    assert [one["parked"] for one in rows(store)] == [2]
    endings: dict[str, Outcome] = {
        "not taken": NotTaken("offline", 1), "refused": Refused(131026, "", "recipient"),
        "another id": Accepted("wamid.1"), "in doubt, then sent again": Unsure("timeout"),
    }  # fmt: skip
    if how in endings:
        outgoing.outbox.settle([(message, endings[how], T0)])
    else:
        outgoing.outbox.release([message])
    if how.startswith("in doubt"):
        assert [one["parked"] for one in rows(store)] == [2]
        outgoing.outbox.settle_unknown([message.id], as_sent=False, now=T0)
    (answer,) = (one for one in rows(store) if one["kind"] == "inbound")
    assert (answer["parked"], answer["run_id"], answer["contact_id"]) == (0, None, 1)
