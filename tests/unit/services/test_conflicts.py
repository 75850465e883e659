"""What a review says of other messages within a day, of who waits, and of when it was looked."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.fixtures.streams import a_message, a_plan, put
from tests.fixtures.studio import NUMBER, T0, Workspace, add_people, later, offer, rooms
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.campaigns.draft import Draft, Mapping, Schedule
from whatsapp_studio.services.writing_rules import Cap, CountryLimit, Period, QuietHours, WritingRules
from whatsapp_studio.templates.template import content_hash

__all__ = ["rooms"]


def draft(name: str = "Spring", **more: object) -> Draft:
    return Draft(
        name=name, sender=NUMBER, template="spring_offer", language="nl", template_hash=content_hash(offer()),
        mapping={"body.1": Mapping("{{ contact.first_name }}")}, **more,  # type: ignore[arg-type]
    )  # fmt: skip


@pytest.fixture
def rules(rooms: Workspace) -> WritingRules:
    return WritingRules(rooms.store, rooms.clock, rooms.told.append, rooms._wake)  # type: ignore[arg-type]


def test_who_gets_something_else_within_a_day_is_told(rooms: Workspace) -> None:
    ids = add_people(rooms.store, 5)
    rooms.outgoing.launch(ids[:2], "Yesterday", now=later(hours=-23))
    assert len(rooms.outgoing.claim(now=later(hours=-23))) == 2
    rooms.outgoing.launch(ids[:1], "Last week", now=later(days=-7))
    rooms.outgoing.claim(now=later(days=-7))
    rooms.outgoing.launch(ids[3:4], "Tonight", starts_at=later(hours=10))
    rooms.outgoing.launch(ids[4:], "Next week", starts_at=later(days=7))
    put(rooms.store, a_plan(rooms.store), a_message(2), a_message(3))

    found = rooms.campaigns.review(draft()).conflicts

    assert found.people == 4
    assert [(one.kind, one.name, list(one.contacts)) for one in found.others] == [
        ("journey", "Welcome", ids[1:3]), ("campaign", "Yesterday", ids[:2]), ("campaign", "Tonight", ids[3:4]),
    ]  # fmt: skip
    at = Schedule(kind="at", local_time=f"{later(days=7):%Y-%m-%dT%H:%M}", zone="UTC")
    assert [one.name for one in rooms.campaigns.review(draft(schedule=at)).conflicts.others] == ["Next week"]


def test_whoever_is_left_out_has_no_conflict(rooms: Workspace) -> None:
    ids = add_people(rooms.store, 1)
    rooms.outgoing.launch(ids, "Before")
    with rooms.store.write() as conn:
        conn.execute("UPDATE contacts SET marketing = 'no'")
    found = rooms.campaigns.review(draft()).conflicts
    assert (found.people, found.others) == (0, ())


def test_a_review_says_who_waits_until_when(rooms: Workspace, rules: WritingRules) -> None:
    ids = add_people(rooms.store, 3)
    with rooms.store.write() as conn:
        conn.execute("UPDATE contacts SET time_zone = 'America/New_York' WHERE id = ?", (ids[0],))
    rules.set_default(rules.save_quiet(QuietHours(name="Night", periods=(Period(begin="21:00", end="09:00"),))).id)
    # 09:00 UTC is 10:00 in Amsterdam and 04:00 in New York.
    review = rooms.campaigns.review(draft())
    assert review.count.waits == ((datetime(2026, 3, 3, 14, 0, tzinfo=UTC), 1),)
    assert review.count.reachable == 3 and review.evaluated_at == T0
    assert rooms.campaigns.review(draft(quiet_id=0)).count.waits == ()


def test_the_send_goes_to_those_that_the_review_showed(rooms: Workspace) -> None:
    add_people(rooms.store, 2)
    made = rooms.campaigns.create(draft())
    review = rooms.campaigns.review(made.draft)
    add_people(rooms.store, 1, first=10)

    launched = rooms.campaigns.launch(made.id, typed_count=None, hold_seconds=0, people=review.people)

    assert launched.counts.total == review.count.total == 2


def test_planning_counts_as_the_claim_does(rooms: Workspace, rules: WritingRules) -> None:
    ids = add_people(rooms.store, 4)
    rules.save_cap(Cap(name="Two a week", most=2, window="week"))
    kept = rules.save_cap(Cap(name="Three a month", most=3, window="days", length=30))
    rules.save_country_limit(CountryLimit(country="BE"))
    with rooms.store.write() as conn:
        conn.execute("UPDATE contacts SET phone = '+32470123456' WHERE id = ?", (ids[3],))
    for n, who in enumerate((ids[:3], ids[:2], ids[:1])):
        rooms.outgoing.launch(who, f"Before {n}", now=later(days=-8 * (n == 2)))
        rooms.outgoing.claim(now=later(days=-8 * (n == 2)))
    count = rooms.campaigns.count(draft())
    assert count.excluded == {"capped": 2, "country-limit": 1}
    assert count.rules == {"capped": {"Two a week": 2}, "country-limit": {"BE": 1}}
    (first, second) = rooms.campaigns.people(draft(), "capped")
    assert rooms.campaigns.planned_for(draft(), first).rule == "Two a week"
    rules.reset_cap(kept.id)
    rules.delete_cap(next(one.id for one in rules.caps() if one.name == "Two a week"))
    assert rooms.campaigns.count(draft()).excluded == {"country-limit": 1}
    assert second.id == ids[1]


def test_rules_are_kept_told_and_written_down(rooms: Workspace, rules: WritingRules) -> None:
    kept = rules.save_quiet(QuietHours(name=" Nights ", periods=(Period(),), holidays="NL", on_due="skip"))
    rules.set_default(kept.id)
    assert rules.quiet_presets() == (rules.default_quiet(),) and kept.name == "Nights"
    rules.set_default(None)
    assert rules.default_quiet() is None
    rules.delete_quiet(kept.id)
    assert rules.quiet_presets() == ()
    cap = rules.save_cap(Cap(name="Few", most=3, window="hours", length=36, purpose="any", enabled=False))
    assert rules.caps() == (cap,)
    rules.reset_cap(cap.id, None)
    rules.delete_cap(cap.id)
    rules.save_country_limit(CountryLimit(country="NL", most=2, days=3))
    rules.delete_country_limit("NL", "marketing")
    assert rules.caps() == () and rules.country_limits() == ()
    actions = [row[0] for row in rooms.store.rows("SELECT action FROM audit WHERE kind = 'rule' ORDER BY id")]
    assert actions == [
        "quiet-saved", "quiet-default", "quiet-default", "quiet-deleted", "cap-saved", "cap-reset", "cap-deleted",
        "country-limit-saved", "country-limit-deleted",
    ]  # fmt: skip
    assert all(one.rules and one.audit for one in rooms.told) and rooms.woken == len(rooms.told)


@pytest.mark.parametrize(
    ("cap", "code"),
    [
        (Cap(name=" "), "cap-name-missing"), (Cap(name="x", most=0), "cap-most-invalid"),
        (Cap(name="x", window="hours", length=0), "cap-length-invalid"),
        (Cap(name="x", window="days", length=367), "cap-length-invalid"), (Cap(name="taken"), "cap-name-taken"),
    ],
)  # fmt: skip
def test_a_cap_that_cannot_be_is_refused(rules: WritingRules, cap: Cap, code: str) -> None:
    rules.save_cap(Cap(name="Taken"))
    with pytest.raises(UserError) as told:
        rules.save_cap(cap)
    assert told.value.code == code
