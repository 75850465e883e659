"""No marketing message leaves for somebody who may not get one, whichever way it takes: one test a route and reason."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner

from tests.fixtures.running import Stage, journey_of
from tests.fixtures.studio import NUMBER, T0, Outgoing, Workspace, add_people, offer, outgoing, phone_of, rooms, store
from whatsapp_studio.app import Studio
from whatsapp_studio.audience.caps import Cap
from whatsapp_studio.base.clock import iso
from whatsapp_studio.base.errors import Blocked
from whatsapp_studio.campaigns.draft import Audience, Draft, Mapping
from whatsapp_studio.cli.commands import studio_command
from whatsapp_studio.delivery.outcome import NotTaken, Unsure
from whatsapp_studio.services.proofing import ProofMessage, Proofs
from whatsapp_studio.storage.connection import Connection, ConnectionStore
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.outbox import OutboxStore
from whatsapp_studio.storage.suppressions import suppress
from whatsapp_studio.storage.templates import TemplateRows
from whatsapp_studio.storage.tombstones import bury
from whatsapp_studio.templates.template import content_hash

__all__ = ["outgoing", "rooms", "store"]
AN = phone_of(1)


def opted_out(store: Store) -> None:
    _answer(store, "no")


def unknown(store: Store) -> None:
    _answer(store, "unknown")


def suppressed(store: Store) -> None:
    with store.write() as conn:
        suppress(conn, [(AN, False)], "complaint", "test", iso(T0))


def by_prefix(store: Store) -> None:
    with store.write() as conn:
        suppress(conn, [(AN, True)], "by-hand", "test", iso(T0))


def capped(store: Store) -> None:
    """One message a week, and somebody got it yesterday."""
    with store.write() as conn:
        conn.execute(
            "INSERT INTO caps (name, cap) VALUES ('One a week', ?)",
            (msgspec.json.encode(Cap(most=1, window="days", length=7)).decode(),),
        )
        conn.execute(
            "INSERT INTO campaigns (id, name, draft, state, kind, purpose, created_at, updated_at)"
            " VALUES ('old', 'Old', '{}', 'done', 'campaign', 'marketing', '', '')"
        )
        conn.execute(
            "INSERT INTO outbox (key, campaign_id, contact_id, phone, state, claimed_at)"
            " SELECT 'old', 'old', id, phone, 'delivered', ? FROM contacts WHERE phone = ?",
            (iso(T0 - timedelta(days=1)), AN),
        )


def american(store: Store) -> None:
    with store.write() as conn:
        conn.execute("UPDATE contacts SET phone = '+12125550100' WHERE phone = ?", (AN,))
        conn.execute("UPDATE outbox SET phone = '+12125550100' WHERE phone = ?", (AN,))


def erased(store: Store) -> None:
    with store.write() as conn:
        bury(conn, [AN], iso(T0))


def _answer(store: Store, says: str) -> None:
    with store.write() as conn:
        conn.execute("UPDATE contacts SET marketing = ? WHERE phone = ?", (says, AN))


Bar = Callable[[Store], None]
BARS: list[tuple[Bar, str, str]] = [
    (opted_out, "opted-out", ""), (unknown, "no-consent", ""), (suppressed, "suppressed", "complaint"),
    (by_prefix, "suppressed", AN), (capped, "capped", "One a week"), (american, "us-marketing", ""),
]  # fmt: skip
LATE_BARS = [*BARS, (erased, "erased", "")]
every_bar = pytest.mark.parametrize(("bar", "reason", "rule"), BARS, ids=[bar.__name__ for bar, _, _ in BARS])
every_late_bar = pytest.mark.parametrize(
    ("bar", "reason", "rule"), LATE_BARS, ids=[bar.__name__ for bar, _, _ in LATE_BARS]
)
DRAFT = Draft(
    name="Spring", sender=NUMBER, template="spring_offer", language="nl", template_hash=content_hash(offer()),
    mapping={"body.1": Mapping("{{ contact.first_name }}")}, audience=Audience(),
)  # fmt: skip


@every_bar
def test_a_campaign_does_not_even_queue_it(rooms: Workspace, bar: Bar, reason: str, rule: str) -> None:
    add_people(rooms.store, 2)
    bar(rooms.store)
    made = rooms.campaigns.create(DRAFT)

    count = rooms.campaigns.count(DRAFT)
    (who,) = rooms.campaigns.people(DRAFT, reason)
    rooms.campaigns.launch(made.id, typed_count=None, hold_seconds=0)

    assert (count.total, count.reachable, count.excluded) == (2, 1, {reason: 1})
    assert count.rules == ({reason: {rule: 1}} if rule else {})
    assert (rooms.campaigns.planned_for(DRAFT, who).rule, rooms.campaigns.why_not(DRAFT, who)) == (rule, reason)
    row = rooms.store.row("SELECT state, reason, rule FROM outbox WHERE contact_id = ? AND key <> 'old'", (who.id,))
    assert row is not None and tuple(row) == ("excluded", reason, rule)
    assert [one.contact for one in rooms.outgoing.claim()] != [who.id]


@every_late_bar
def test_a_campaign_that_waits_does_not_send_it(outgoing: Outgoing, bar: Bar, reason: str, rule: str) -> None:
    outgoing.launch(add_people(outgoing.store, 1))
    bar(outgoing.store)
    outgoing.claim()
    row = outgoing.store.row("SELECT state, reason, rule FROM outbox WHERE key <> 'old'")
    assert row is not None and tuple(row) == ("excluded", reason, rule)


@every_late_bar
def test_a_message_that_meta_did_not_take_is_not_tried_again(
    outgoing: Outgoing, bar: Bar, reason: str, rule: str
) -> None:
    outgoing.launch(add_people(outgoing.store, 1))
    message = outgoing.claim_one()
    outgoing.outbox.settle([(message, NotTaken("busy", 1, "recipient", code=131056), T0)])
    assert outgoing.state(message) == "ready"
    bar(outgoing.store)
    assert outgoing.claim(now=T0 + timedelta(minutes=1)) == []
    assert outgoing.row(message)["reason"] == reason


@every_late_bar
def test_a_message_in_doubt_is_not_sent_again(outgoing: Outgoing, bar: Bar, reason: str, rule: str) -> None:
    campaign = outgoing.launch(add_people(outgoing.store, 1))
    message = outgoing.claim_one()
    outgoing.outbox.settle([(message, Unsure("timed out"), T0)])
    bar(outgoing.store)
    outgoing.outbox.settle_unknown([message.id], as_sent=False, now=T0)
    outgoing.campaigns.move(campaign, ("paused", "done"), "sending")
    assert outgoing.claim() == []
    assert outgoing.row(message)["reason"] == reason


@every_late_bar
@pytest.mark.parametrize("consent", ["opted_in", "anyone"])
def test_a_journey_does_not_send_it(store: Store, bar: Bar, reason: str, rule: str, consent: str) -> None:
    (person,) = add_people(store, 1)
    bar(store)
    stage = Stage(store)
    plan = stage.publish(journey_of("in audience next=x", "x send_template next=e failed=f", "e end", "f end",
                                    fields={"x": {"consent": consent}}))  # fmt: skip
    stage.enter(plan, [person])
    stage.settle()
    assert OutboxStore(store).claim(10, stage.now)[0] == []
    stage.settle()
    assert "e" not in stage.way(1) and "x:failed" in " ".join(stage.way(1))


@every_late_bar
def test_a_journey_does_not_send_what_it_has_queued(store: Store, bar: Bar, reason: str, rule: str) -> None:
    (person,) = add_people(store, 1)
    stage = Stage(store)
    plan = stage.publish(journey_of("in audience next=x", "x send_template next=e failed=f", "e end", "f end"))
    stage.enter(plan, [person])
    stage.settle()
    bar(store)
    assert OutboxStore(store).claim(10, stage.now)[0] == []
    row = store.row("SELECT state, reason, rule FROM outbox WHERE key <> 'old'")
    assert row is not None and tuple(row) == ("excluded", reason, rule)


@every_late_bar
def test_a_test_message_does_not_reach_them(rooms: Workspace, bar: Bar, reason: str, rule: str) -> None:
    (person,) = add_people(rooms.store, 1)
    with rooms.store.write() as conn:
        conn.execute("UPDATE contacts SET is_test = 1")
    bar(rooms.store)
    proofs = Proofs(rooms.store, rooms.contacts, rooms.clock, rooms.told.append, rooms._wake)  # type: ignore[arg-type]
    (tester,) = proofs.people()
    proof = proofs.send([ProofMessage(contact=tester, template=offer(), values={"body.1": "An"})])
    assert rooms.outgoing.claim() == []
    (result,) = proofs.results(proof)
    assert (result.contact, result.state, result.reason, result.rule) == (person, "excluded", reason, rule)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace on the disk, as the command line finds it."""
    studio = Studio.open(tmp_path)
    add_people(studio._store, 1)
    ConnectionStore(studio._store).save(
        Connection(
            waba_id="1", phone_number_id=NUMBER, graph_url="http://127.0.0.1:9", verified_name="Bloom",
            display_phone_number="+31 20 123 4567", throughput="STANDARD", messaging_limit="TIER_10K", checked_at=T0,
            verify_token="verify-me",
        )
    )  # fmt: skip
    TemplateRows(studio._store).replace_all([offer()], T0)
    studio.close()
    return tmp_path


@every_bar
def test_the_command_line_does_not_send_it(
    folder: Path, bar: Bar, reason: str, rule: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WHATSAPP_STUDIO_CLOCK", f"{iso(T0)}@1")
    studio = Studio.open(folder)
    made = studio.campaigns.create(DRAFT)
    bar(studio._store)
    studio.close()

    sent = CliRunner().invoke(
        studio_command, ["--workspace", str(folder), "--json", "campaign", "send", made.name, "--yes"]
    )

    assert isinstance(sent.exception, Blocked)
    assert [one.code for one in sent.exception.problems] == ["nobody-reachable"]
    studio = Studio.open(folder, role="reader")
    assert studio.campaigns.count(DRAFT).excluded == {reason: 1}
    assert studio.campaigns.get(made.id).state == "draft"
    studio.close()


def test_nothing_but_the_gate_lets_a_message_out() -> None:
    root = Path(__file__).parents[3] / "whatsapp_studio"
    letting = re.compile(r"UPDATE outbox\s+SET[^;]*?state = 'sending'", re.DOTALL)
    found = {
        path.relative_to(root).as_posix() for path in root.rglob("*.py")
        if any("WHERE" not in hit for hit in letting.findall(path.read_text(encoding="utf-8")))
    }  # fmt: skip
    assert found == {"storage/gate.py"}


def test_two_messages_of_one_claim_see_each_other(outgoing: Outgoing) -> None:
    (person,) = add_people(outgoing.store, 1)
    one, two = outgoing.launch([person], "One"), outgoing.launch([person], "Two")
    with outgoing.store.write() as conn:
        conn.execute(
            "INSERT INTO caps (name, cap) VALUES ('One a day', ?)",
            (msgspec.json.encode(Cap(most=1, window="day")).decode(),),
        )
    assert len(outgoing.claim()) == 1
    assert sorted(outgoing.states(one) + outgoing.states(two)) == ["excluded", "sending"]
