"""A message is tried on test contacts for real, and no number of any campaign moves."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.fixtures.studio import T0, Workspace, add_people, offer, rooms
from whatsapp_studio.audience.contact import Contact
from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.delivery.outcome import Accepted, Refused
from whatsapp_studio.services.proofing import MOST, ProofMessage, Proofs

__all__ = ["rooms"]
ENGLISH = offer("Hi {{1}}, spring is here", language="en")


@pytest.fixture
def proofs(rooms: Workspace) -> Proofs:
    rooms.connect()
    rooms.keep_templates(offer(), ENGLISH)
    return Proofs(rooms.store, rooms.contacts, rooms.clock, rooms.told.append, rooms._wake)  # type: ignore[arg-type]


@pytest.fixture
def testers(rooms: Workspace, proofs: Proofs) -> list[Contact]:
    ids = add_people(rooms.store, 2)
    with rooms.store.write() as conn:
        conn.execute("UPDATE contacts SET is_test = 1")
    add_people(rooms.store, 2, first=10)
    people = proofs.people()
    assert [one.id for one in people] == ids
    return people


def messages(people: list[Contact]) -> list[ProofMessage]:
    return [ProofMessage(contact=one, template=offer(), values={"body.1": one.first_name}) for one in people]


def code_of(call: Callable[..., object], *args: object) -> str:
    with pytest.raises(StudioError) as caught:
        call(*args)
    return caught.value.code


def test_test_contacts_get_it_through_the_one_way_out(
    rooms: Workspace, proofs: Proofs, testers: list[Contact]
) -> None:
    proof = proofs.send(messages(testers))

    assert rooms.woken == 1
    sent = rooms.outgoing.claim()
    assert [(one.contact, one.values) for one in sent] == [(one.id, {"body.1": one.first_name}) for one in testers]
    rooms.outgoing.outbox.settle([(sent[0], Accepted("wamid.1"), T0), (sent[1], Refused(131026), T0)])
    assert [(one.state, one.code) for one in proofs.results(proof)] == [("accepted", 0), ("failed", 131026)]
    assert rooms.outgoing.outbox.finish(T0) == [proof]


def test_each_gets_it_in_the_own_language(rooms: Workspace, proofs: Proofs, testers: list[Contact]) -> None:
    first, second = testers
    proofs.send(
        [
            ProofMessage(contact=first, template=offer(), values={"body.1": "x"}),
            ProofMessage(contact=second, template=ENGLISH, values={"body.1": "y"}),
        ]
    )

    assert [one.template_raw for one in rooms.outgoing.claim()] == [offer().raw, ENGLISH.raw]


def test_no_campaign_and_no_count_knows_of_it(rooms: Workspace, proofs: Proofs, testers: list[Contact]) -> None:
    campaign = rooms.outgoing.launch([testers[0].id])
    before = rooms.campaigns.get(campaign).counts
    proofs.send(messages(testers))

    assert rooms.campaigns.get(campaign).counts == before
    assert [one.id for one in rooms.campaigns.all()] == [campaign]


def test_only_test_contacts_can_be_reached(rooms: Workspace, proofs: Proofs, testers: list[Contact]) -> None:
    other = next(one for one in rooms.contacts.get_many([3]) if not one.is_test)

    assert code_of(proofs.send, messages([testers[0], other])) == "proof-not-test"
    assert code_of(proofs.send, []) == "proof-nobody"
    assert code_of(proofs.send, messages(testers) * MOST) == "proof-too-many"
    paused = offer(status="PAUSED")
    assert code_of(proofs.send, [ProofMessage(contact=testers[0], template=paused)]) == "template-not-approved"
    assert rooms.outgoing.claim() == []


def test_whoever_opted_out_is_left_out_also_of_a_test(
    rooms: Workspace, proofs: Proofs, testers: list[Contact]
) -> None:
    with rooms.store.write() as conn:
        conn.execute("UPDATE contacts SET marketing = 'no' WHERE id = ?", (testers[0].id,))
    proof = proofs.send(messages(testers))

    assert [one.contact for one in rooms.outgoing.claim()] == [testers[1].id]
    assert next((one.state, one.reason) for one in proofs.results(proof)) == ("excluded", "opted-out")


def test_what_stops_a_test_is_told(rooms: Workspace, proofs: Proofs, testers: list[Contact]) -> None:
    proof = proofs.send(messages(testers))
    with rooms.store.write() as conn:
        conn.execute("UPDATE campaigns SET state = 'paused', pause_reason = 'meta-132012' WHERE id = ?", (proof,))

    assert proofs.pause_reason(proof) == "meta-132012"


def test_marketing_is_tried_on_those_alone_who_want_it(
    rooms: Workspace, proofs: Proofs, testers: list[Contact]
) -> None:
    with rooms.store.write() as conn:
        conn.execute("UPDATE contacts SET marketing = 'unknown'")
    proof = proofs.send(messages(testers))
    bill = offer("Hi {{1}}, your bill", name="bill", category="UTILITY")
    proofs.send([ProofMessage(contact=testers[0], template=bill, values={"body.1": "x"})])

    assert [one.contact for one in rooms.outgoing.claim()] == [testers[0].id]
    assert {(one.state, one.reason) for one in proofs.results(proof)} == {("excluded", "no-consent")}
