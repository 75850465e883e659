"""Writing again: only to those it can reach, in a campaign of its own, with every rule asked as of anybody."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.fixtures.studio import T0, Workspace, add_people, phone_of
from tests.unit.core_services.test_review_file import DRAFT
from whatsapp_studio.audience.contact import Contact
from whatsapp_studio.base.clock import iso
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.campaigns.draft import Outcome
from whatsapp_studio.campaigns.follow import OUTCOMES
from whatsapp_studio.services.following import Following

# By place: how each message ended (state, code), and what its person sent back.
ENDS = {
    1: ("failed", 131049), 2: ("failed", 130429), 3: ("failed", 131026), 4: ("failed", 131050), 5: ("failed", 131053),
    6: ("failed", 131042), 7: ("accepted", 0), 8: ("delivered", 0), 9: ("read", 0), 10: ("delivered", 0),
    11: ("read", 0), 12: ("unknown", 0), 13: ("failed", 777777), 14: ("sent", 0), 15: ("failed", 210),
}  # fmt: skip
REPLIES = {10: "text", 11: "button"}
WHO: dict[Outcome, set[int]] = {
    "failed-for-now": {1, 2, 6, 15}, "failed-here": {5}, "undelivered": {7, 14}, "unread": {8, 10}, "read": {9, 11},
    "no-reply": {8, 9}, "replied": {10, 11}, "clicked": {11}, "not-clicked": {8, 9, 10},
}  # fmt: skip


@pytest.fixture
def following(rooms: Workspace) -> Following:
    return Following(rooms.store, rooms.clock, rooms.told.append)  # type: ignore[arg-type]


@pytest.fixture
def sent(rooms: Workspace) -> str:
    """A campaign that came to something else for each of fifteen people; a sixteenth may not be written to."""
    add_people(rooms.store, len(ENDS))
    add_people(rooms.store, 1, first=16, marketing="no")
    campaign = rooms.campaigns.create(DRAFT).id
    rooms.campaigns.launch(campaign, typed_count=None, hold_seconds=0)
    with rooms.store.write() as conn:
        for place, (state, code) in ENDS.items():
            conn.execute(
                "UPDATE outbox SET state = ?, code = ?, reason = ?, attempts = 1, wamid = ?, settled_at = ?"
                " WHERE campaign_id = ? AND phone = ?",
                (state, code, f"meta-{code}" if code else "", f"w{place}", iso(T0), campaign, phone_of(place)),
            )
        for place, kind in REPLIES.items():
            conn.execute(
                "INSERT INTO inbox (wamid, phone, at, kind, context) VALUES (?, ?, ?, ?, ?)",
                (f"i{place}", phone_of(place), iso(T0), kind, f"w{place}"),
            )
        conn.execute("UPDATE campaigns SET state = 'done' WHERE id = ?", (campaign,))
    return campaign


def places(rooms: Workspace, campaign: str) -> set[int]:
    """Who gets a draft's message, by place."""
    draft = rooms.campaigns.get(campaign).draft
    people: list[Contact] = rooms.campaigns.people(draft, None)
    return {place for place in range(1, 40) if phone_of(place) in {one.phone for one in people}}


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_each_outcome_has_its_people_and_no_others(
    rooms: Workspace, following: Following, sent: str, outcome: Outcome
) -> None:
    made = following.follow(sent, outcome)
    assert made.state == "draft"
    assert made.follows == sent
    assert places(rooms, made.id) == WHO[outcome]


def test_permanent_failures_are_never_offered_and_said_to_be_so(following: Following, sent: str) -> None:
    standing = following.standing(sent)
    assert {offer.outcome: offer.people for offer in standing.offers} == {name: len(who) for name, who in WHO.items()}
    assert standing.permanent == 3
    assert standing.followers == ()
    failed = next(offer for offer in standing.offers if offer.outcome == "failed-for-now")
    assert failed.codes == {131049: 1, 130429: 1, 131042: 1, 210: 1}
    assert failed.not_before == T0 + timedelta(hours=24)


def test_who_opted_out_meanwhile_gets_nothing_more(rooms: Workspace, following: Following, sent: str) -> None:
    with rooms.store.write() as conn:
        conn.execute("UPDATE contacts SET marketing = 'no' WHERE phone = ?", (phone_of(2),))
        conn.execute("DELETE FROM contacts WHERE phone = ?", (phone_of(6),))
    made = following.follow(sent, "failed-for-now")
    assert places(rooms, made.id) == {1, 15}
    assert rooms.campaigns.count(made.draft).excluded == {"opted-out": 1}


def test_whom_a_follower_reached_is_not_offered_again(rooms: Workspace, following: Following, sent: str) -> None:
    first = following.follow(sent, "failed-for-now")
    rooms.campaigns.launch(first.id, typed_count=None, hold_seconds=0)
    with rooms.store.write() as conn:
        conn.execute(
            "UPDATE outbox SET state = 'failed', code = 131016 WHERE campaign_id = ? AND phone = ?",
            (first.id, phone_of(2)),
        )
    second = following.follow(sent, "failed-for-now")
    assert second.name != first.name
    assert places(rooms, second.id) == {2}
    assert [one.id for one in following.standing(sent).followers] == [second.id, first.id]


def test_the_first_campaign_stays_as_it_was(rooms: Workspace, following: Following, sent: str) -> None:
    before = rooms.store.rows("SELECT * FROM outbox WHERE campaign_id = ? ORDER BY id", (sent,))
    made = following.follow(sent, "failed-for-now")
    rooms.campaigns.launch(made.id, typed_count=None, hold_seconds=0)
    after = rooms.store.rows("SELECT * FROM outbox WHERE campaign_id = ? ORDER BY id", (sent,))
    assert [tuple(row) for row in after] == [tuple(row) for row in before]
    keys = [row[0] for row in rooms.store.rows("SELECT key FROM outbox")]
    assert len(keys) == len(set(keys)) == 20


def test_where_nobody_is_left_there_is_no_draft(rooms: Workspace, following: Following, sent: str) -> None:
    with rooms.store.write() as conn:
        conn.execute("UPDATE outbox SET state = 'read' WHERE campaign_id = ? AND state = 'failed'", (sent,))
    with pytest.raises(UserError, match="nobody-to-follow"):
        following.follow(sent, "failed-for-now")
    assert len(rooms.campaigns.all()) == 1


def test_what_was_made_for_other_people_is_not_taken_over(rooms: Workspace, following: Following, sent: str) -> None:
    draft = following.follow(sent, "unread").draft
    assert (draft.waves, draft.experiment, draft.budget, draft.schedule.kind) == (None, None, None, "now")
    assert (draft.template, draft.mapping, draft.sender) == (DRAFT.template, DRAFT.mapping, DRAFT.sender)
