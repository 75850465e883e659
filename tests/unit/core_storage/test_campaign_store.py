"""Decides that campaigns keep unique names, change their state only where it is possible, and count right."""

from __future__ import annotations

import pytest

from tests.fixtures.studio import T0, Outgoing, add_people, later
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.campaigns.draft import Audience, Draft, Mapping, Schedule
from whatsapp_studio.delivery.outcome import Accepted, Refused, Unsure
from whatsapp_studio.storage.db import Store

FULL = Draft(
    name="Zomer ☀", purpose="utility", sender="1", template="t", language="nl", template_hash="h",
    mapping={"body.1": Mapping(expression="{{ contact.first_name }}", fallback="x", if_empty="block")},
    audience=Audience("list", 7), schedule=Schedule("at", "2026-12-01T09:00", "Europe/Amsterdam"), rate=12,
    accepted_warnings=("takes-long",), step="review",
)  # fmt: skip


def code_of(call: object, *args: object) -> str:
    with pytest.raises(UserError) as caught:
        call(*args)  # type: ignore[operator]
    return caught.value.code


def test_a_draft_comes_back_as_it_was_kept(outgoing: Outgoing) -> None:
    kept = outgoing.campaigns.add(FULL, T0)

    assert kept.draft == FULL
    assert (kept.name, kept.state, kept.created_at, kept.counts.total) == ("Zomer ☀", "draft", T0, 0)
    assert outgoing.campaigns.by_name("zomer ☀") == kept
    assert outgoing.campaigns.by_name("Winter") is None


def test_names_are_unique_whatever_their_case(outgoing: Outgoing) -> None:
    outgoing.campaigns.add(Draft(name="Spring"), T0)
    other = outgoing.campaigns.add(Draft(name="Summer"), T0)

    assert code_of(outgoing.campaigns.add, Draft(name="SPRING"), T0) == "campaign-name-taken"
    assert code_of(outgoing.campaigns.save_draft, other.id, Draft(name="spring"), T0) == "campaign-name-taken"
    assert outgoing.campaigns.get(other.id).name == "Summer"


def test_the_newest_comes_first(outgoing: Outgoing) -> None:
    for n, name in enumerate(("a", "b", "c")):
        outgoing.campaigns.add(Draft(name=name), later(seconds=n // 2))

    assert [one.name for one in outgoing.campaigns.all()] == ["c", "b", "a"]


def test_a_launched_campaign_is_no_draft(outgoing: Outgoing, store: Store) -> None:
    campaign = outgoing.launch(add_people(store, 1))

    assert code_of(outgoing.campaigns.save_draft, campaign, FULL, T0) == "campaign-not-a-draft"
    assert code_of(outgoing.campaigns.delete_draft, campaign) == "campaign-not-a-draft"
    assert outgoing.campaigns.get(campaign).name == "Spring"


def test_a_draft_can_be_changed_and_deleted(outgoing: Outgoing) -> None:
    campaign = outgoing.campaigns.add(Draft(name="a"), T0).id

    changed = outgoing.campaigns.save_draft(campaign, FULL, later(hours=1))

    assert (changed.draft, changed.updated_at, changed.created_at) == (FULL, later(hours=1), T0)
    outgoing.campaigns.delete_draft(campaign)
    assert code_of(outgoing.campaigns.get, campaign) == "campaign-unknown"
    assert code_of(outgoing.campaigns.delete_draft, campaign) == "campaign-not-a-draft"


def test_a_state_moves_only_from_where_it_may(outgoing: Outgoing, store: Store) -> None:
    campaign = outgoing.launch(add_people(store, 1))

    assert not outgoing.campaigns.move(campaign, ("paused",), "sending")
    assert outgoing.campaigns.move(campaign, ("sending", "scheduled"), "paused", pause_reason="by-you")
    assert outgoing.campaigns.get(campaign).pause_reason == "by-you"
    assert outgoing.campaigns.move(campaign, ("paused",), "sending")
    assert outgoing.campaigns.get(campaign).pause_reason == ""
    assert outgoing.campaigns.move(campaign, ("sending",), "stopped", finished_at=later(hours=1))
    assert outgoing.campaigns.get(campaign).finished_at == later(hours=1)


def test_counts_say_where_each_recipient_stands(outgoing: Outgoing, store: Store) -> None:
    ids = add_people(store, 8)
    campaign = outgoing.launch(ids, left_out={ids[0]: "no-consent", ids[1]: "no-consent", ids[2]: "value-empty"})
    one, two, three, _four = outgoing.claim(4)
    outgoing.outbox.settle(
        [(one, Accepted("w1"), T0), (two, Refused(131026), T0), (three, Unsure("x"), T0)]
    )  # fmt: skip

    counts = outgoing.campaigns.get(campaign).counts

    assert (counts.queued, counts.in_flight, counts.accepted) == (1, 1, 1)
    assert (counts.failed, counts.unknown, counts.excluded) == (1, 1, 3)
    assert (counts.total, counts.done, counts.planned) == (8, 3, 1)
    assert outgoing.campaigns.reasons(campaign) == {"no-consent": 2, "value-empty": 1}
    assert outgoing.campaigns.all()[0].counts == counts
