"""Decides that a launch writes all of its rows or none, once, and can be undone while nothing has left."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.fixtures.studio import NUMBER, T0, Outgoing, add_people, as_dict, check_counts, later, offer
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.campaigns.draft import Draft
from whatsapp_studio.campaigns.plan import Planned
from whatsapp_studio.delivery.outcome import NotTaken, Refused, Unsure
from whatsapp_studio.storage.db import Store

DRAFT = Draft(name="Spring", sender=NUMBER, template="spring_offer", language="nl")


def test_a_launch_freezes_people_values_and_template(outgoing: Outgoing, store: Store) -> None:
    one, two, three = add_people(store, 3)
    campaign = outgoing.launch([one, two, three], left_out={two: "no-consent"})

    rows = store.rows("SELECT * FROM outbox ORDER BY id")
    assert [row["key"] for row in rows] == [f"{campaign}:{person}" for person in (one, two, three)]
    assert [row["state"] for row in rows] == ["ready", "excluded", "ready"]
    assert [row["reason"] for row in rows] == ["", "no-consent", ""]
    assert as_dict(rows[0]["fill"]) == {"body.1": "Name1"}
    assert rows[0]["name"] == "Name1 Jansen"
    kept = outgoing.campaigns.get(campaign)
    assert kept.state == "sending"
    assert kept.launched_at == T0
    assert kept.template_raw == offer().raw
    assert (kept.counts.queued, kept.counts.excluded, kept.counts.total) == (2, 1, 3)
    check_counts(store)


def test_what_is_launched_does_not_change_with_the_contact(outgoing: Outgoing, store: Store) -> None:
    (one,) = add_people(store, 1)
    outgoing.launch([one])
    with store.write() as conn:
        conn.execute("UPDATE contacts SET first_name = 'Else', phone = '+31699999999'")

    message = outgoing.claim_one()

    assert message.values == {"body.1": "Name1"}
    assert message.to == "+31600000001"
    assert message.sender == NUMBER


def test_a_second_launch_is_refused_and_changes_nothing(outgoing: Outgoing, store: Store) -> None:
    ids = add_people(store, 2)
    campaign = outgoing.launch(ids)

    with pytest.raises(UserError) as caught:
        outgoing.launches.launch(
            campaign, DRAFT, "{}", outgoing.planned(ids), now=T0, starts_at=None, held_until=None, rate=None
        )

    assert caught.value.code == "campaign-not-a-draft"
    assert outgoing.states(campaign) == ["ready", "ready"]
    assert outgoing.campaigns.get(campaign).template_raw == offer().raw


def test_a_launch_that_breaks_off_leaves_a_draft_and_no_row(outgoing: Outgoing, store: Store) -> None:
    ids = add_people(store, 5)
    campaign = outgoing.campaigns.add(DRAFT, T0).id

    def breaks_off() -> Iterator[Planned]:
        planned = outgoing.planned(ids)
        for _ in range(3):
            yield next(planned)
        raise RuntimeError("the program dies here")

    with pytest.raises(RuntimeError):
        outgoing.launches.launch(
            campaign, DRAFT, offer().raw, breaks_off(), now=T0, starts_at=None, held_until=None, rate=None
        )

    assert outgoing.campaign_state(campaign) == "draft"
    assert store.value("SELECT count(*) FROM outbox") == 0
    assert outgoing.campaigns.get(campaign).counts.total == 0
    assert outgoing.claim() == []


def test_the_same_person_cannot_be_queued_twice_for_one_campaign(outgoing: Outgoing, store: Store) -> None:
    (one,) = add_people(store, 1)
    campaign = outgoing.campaigns.add(DRAFT, T0).id
    twice = [*outgoing.planned([one]), *outgoing.planned([one])]

    with pytest.raises(Exception, match="UNIQUE"):
        outgoing.launches.launch(campaign, DRAFT, "{}", twice, now=T0, starts_at=None, held_until=None, rate=None)

    assert outgoing.campaign_state(campaign) == "draft"
    assert outgoing.states(campaign) == []


def test_an_undo_makes_it_a_draft_again(outgoing: Outgoing, store: Store) -> None:
    ids = add_people(store, 3)
    campaign = outgoing.launch(ids, held_until=later(seconds=10), left_out={ids[0]: "no-consent"})

    outgoing.launches.undo_launch(campaign)

    kept = outgoing.campaigns.get(campaign)
    assert kept.state == "draft"
    assert (kept.launched_at, kept.held_until, kept.template_raw) == (None, None, "")
    assert kept.counts.total == 0
    assert outgoing.states(campaign) == []
    check_counts(store)
    outgoing.launches.launch(
        campaign, DRAFT, offer().raw, outgoing.planned(ids), now=T0, starts_at=None, held_until=None, rate=None
    )
    assert outgoing.states(campaign) == ["ready"] * 3


@pytest.mark.parametrize("ending", [Unsure("time-out"), Refused(131026), NotTaken("500", code=131000)])
def test_after_a_request_there_is_no_undo(outgoing: Outgoing, store: Store, ending: object) -> None:
    campaign = outgoing.launch(add_people(store, 2))
    message = outgoing.claim_one()
    with pytest.raises(UserError) as while_leaving:
        outgoing.launches.undo_launch(campaign)
    outgoing.outbox.settle([(message, ending, T0)])  # type: ignore[list-item]

    with pytest.raises(UserError) as after:
        outgoing.launches.undo_launch(campaign)

    assert while_leaving.value.code == after.value.code == "already-left"
    assert len(outgoing.states(campaign)) == 2
    assert outgoing.campaign_state(campaign) == "sending"


def test_a_claim_given_back_can_still_be_undone(outgoing: Outgoing, store: Store) -> None:
    campaign = outgoing.launch(add_people(store, 1))
    outgoing.outbox.release(outgoing.claim())

    outgoing.launches.undo_launch(campaign)

    assert outgoing.campaign_state(campaign) == "draft"


def test_a_refused_token_can_still_be_undone(outgoing: Outgoing, store: Store) -> None:
    campaign = outgoing.launch(add_people(store, 1))
    outgoing.outbox.settle([(outgoing.claim_one(), Refused(190, reach="all"), T0)])

    outgoing.launches.undo_launch(campaign)

    assert outgoing.campaign_state(campaign) == "draft"


def test_a_stopped_campaign_keeps_its_rows_when_undo_comes_too_late(outgoing: Outgoing, store: Store) -> None:
    campaign = outgoing.launch(add_people(store, 2))
    outgoing.campaigns.move(campaign, ("sending",), "stopped", finished_at=T0)
    outgoing.outbox.stop(campaign, T0)

    with pytest.raises(UserError):
        outgoing.launches.undo_launch(campaign)

    assert outgoing.campaign_state(campaign) == "stopped"
    assert outgoing.states(campaign) == ["excluded", "excluded"]


def test_undoing_a_draft_changes_nothing(outgoing: Outgoing, store: Store) -> None:
    campaign = outgoing.campaigns.add(DRAFT, T0).id

    outgoing.launches.undo_launch(campaign)

    assert outgoing.campaign_state(campaign) == "draft"
