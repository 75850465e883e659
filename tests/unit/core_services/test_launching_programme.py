"""What a campaign with waves, treatments, a hold-out, clocks and tags puts into the queue is what was shown before."""

from __future__ import annotations

import json
from array import array
from collections import Counter
from typing import Any

import msgspec
import pytest

from tests.fixtures.studio import NUMBER, T0, Workspace, add_people, check_counts, later, offer
from tests.fixtures.templates import body, buttons
from whatsapp_studio.audience.contact import CustomField
from whatsapp_studio.base.clock import iso
from whatsapp_studio.campaigns.draft import Audience, Draft, Mapping, Schedule
from whatsapp_studio.campaigns.plan import UNDECIDED
from whatsapp_studio.campaigns.programme import Experiment, Tags, Treatment, Waves
from whatsapp_studio.cloudapi.wire import template_body
from whatsapp_studio.storage.audiences import both
from whatsapp_studio.storage.columns import column
from whatsapp_studio.templates.template import Template, content_hash, parse

SAYS = {"body.1": Mapping("{{ contact.first_name }}")}
OTHER = offer("Hello {{1}}, it is spring", name="other_offer")
LINK = {"type": "URL", "text": "Shop", "url": "https://shop.example/{{1}}", "example": ["https://shop.example/spring"]}
DRAFT = Draft(
    name="Spring", sender=NUMBER, template="spring_offer", language="nl", template_hash=content_hash(offer()),
    mapping=SAYS,
)  # fmt: skip
EXPERIMENT = Experiment(
    treatments=(
        Treatment(key="a", share=60),
        Treatment(key="b", share=40, template="other_offer", language="nl", template_hash=content_hash(OTHER),
                  mapping=SAYS),
    ), holdout=10, slice=50,
)  # fmt: skip


def draft(**changed: Any) -> Draft:
    return msgspec.structs.replace(DRAFT, **changed)


def launched(rooms: Workspace, made: Draft) -> tuple[str, Any]:
    """A campaign set going as it was reviewed, and its review."""
    campaign = rooms.campaigns.create(made)
    review = rooms.campaigns.review(made)
    assert review.problems == ()
    done = rooms.campaigns.launch(campaign.id, typed_count=review.count.reachable, hold_seconds=0)
    assert done.counts.total == review.count.total
    check_counts(rooms.store)
    return campaign.id, review


def rows(rooms: Workspace, campaign: str) -> list[dict[str, Any]]:
    found = rooms.store.rows("SELECT * FROM outbox WHERE campaign_id = ? ORDER BY contact_id", (campaign,))
    return [dict(row) for row in found]


def test_waves_are_of_the_size_shown_and_what_they_leave_over_gets_nothing(rooms: Workspace) -> None:
    add_people(rooms.store, 100)
    made = draft(waves=Waves(sizes=(10, 30), every_minutes=30, rest="leave"))
    campaign, review = launched(rooms, made)
    found = rows(rooms, campaign)

    assert review.cover.sizes == (10, 30)
    assert Counter(row["wave"] for row in found if row["state"] == "ready") == {1: 10, 2: 30}
    assert Counter(row["reason"] for row in found if row["state"] == "excluded") == {"no-wave": 60}
    assert all(row["fill"] == "{}" for row in found if row["reason"])
    assert {row["not_before"] for row in found if row["wave"] == 2} == {iso(later(minutes=30))}
    kept = [(one["wave"], one["size"], one["state"]) for one in rooms.store.rows("SELECT * FROM waves ORDER BY wave")]
    assert kept == [(1, 10, "open"), (2, 30, "waiting")]
    # Who asks before gets the same answer for every one of them.
    rooms.campaigns.undo_launch(campaign)
    people = rooms.contacts.get_many([row["contact_id"] for row in found[:12]])
    assert [rooms.campaigns.why_not(made, one) for one in people] == [row["reason"] for row in found[:12]]


def test_treatments_the_holdout_and_the_rest_are_those_of_the_review(rooms: Workspace) -> None:
    rooms.keep_templates(offer(), OTHER)
    add_people(rooms.store, 200)
    campaign, review = launched(rooms, draft(experiment=EXPERIMENT))
    found = rows(rooms, campaign)

    ready = [row for row in found if row["state"] == "ready"]
    assert Counter(row["treatment"] for row in ready) == review.treatments
    assert set(review.treatments) == {"a", "b", ""}
    held = [row for row in found if row["reason"]]
    assert {row["reason"] for row in held} == {"holdout"}
    assert review.count.excluded == {"holdout": len(held)}
    assert {row["not_before"] for row in ready if row["treatment"] == ""} == {iso(UNDECIDED)}
    assert {row["not_before"] for row in ready if row["treatment"]} == {""}
    kept = rooms.store.rows("SELECT treatment, raw FROM campaign_translations ORDER BY treatment")
    assert [(one["treatment"], parse(one["raw"]).name) for one in kept] == [("a", "spring_offer"), ("b", "other_offer")]
    experiment = rooms.store.row("SELECT * FROM experiments")
    assert experiment is not None
    assert experiment["decide_at"] == iso(later(minutes=EXPERIMENT.decide_after_minutes))


def test_a_preview_shows_the_treatment_that_somebody_gets(rooms: Workspace) -> None:
    rooms.keep_templates(offer(), OTHER)
    ids = add_people(rooms.store, 60)
    made = draft(experiment=EXPERIMENT)
    rooms.campaigns.create(made)
    wanted = {"a": "Hi ", "b": "Hello "}
    seen = set()
    for one in rooms.contacts.get_many(ids):
        planned = rooms.campaigns.planned_for(made, one)
        shown, problem = rooms.campaigns.preview(made, one)
        assert shown is not None
        assert (problem.code if problem else "") == planned.reason
        seen.add(planned.treatment)
        if planned.treatment:
            assert shown.body[0].text.startswith(wanted[planned.treatment])
    assert seen == {"a", "b", ""}


def test_by_each_clock_the_first_zone_begins_and_waves_follow_it(rooms: Workspace) -> None:
    ids = add_people(rooms.store, 20)
    with rooms.store.write() as conn:
        conn.execute("UPDATE contacts SET time_zone = 'Asia/Tokyo' WHERE id <= ?", (ids[9],))
    schedule = Schedule(kind="at", local_time="2026-03-05T09:00", zone="Europe/Amsterdam", each_zone=True)
    campaign, review = launched(rooms, draft(schedule=schedule, waves=Waves(sizes=(50,), every_minutes=60)))
    found = rows(rooms, campaign)

    tokyo, amsterdam = "2026-03-05T00:00", "2026-03-05T08:00"
    assert review.starts_at == review.wave_starts[0] == review.spread.first
    assert iso(review.spread.first).startswith(tokyo)
    assert iso(review.spread.last).startswith(amsterdam)
    for row in found:
        own = tokyo if row["contact_id"] <= ids[9] else amsterdam
        begins = own if row["wave"] == 1 else max(own, "2026-03-05T01:00")
        assert row["not_before"].startswith(begins)
    assert rooms.campaigns.get(campaign).starts_at == review.spread.first


def _with_link() -> Template:
    parts = [body("Hi {{1}}"), buttons(LINK)]
    return offer(components=parts)


def test_tags_stand_in_the_link_that_meta_is_sent(rooms: Workspace) -> None:
    template = _with_link()
    rooms.keep_templates(template)
    add_people(rooms.store, 2)
    made = draft(
        template_hash=content_hash(template), tags=Tags(source="whatsapp", campaign="Spring & more"),
        mapping={**SAYS, "button.0.1": Mapping("sale?id={{ contact.first_name }}#top")},
    )  # fmt: skip
    campaign, _ = launched(rooms, made)
    wanted = "sale?id=Name1&utm_source=whatsapp&utm_campaign=Spring%20%26%20more#top"

    (first, _second) = rows(rooms, campaign)
    filled = json.loads(first["fill"])
    assert filled["button.0.1"] == wanted
    sent = template_body(template, filled, first["phone"], first["key"])
    (button,) = (one for one in sent["template"]["components"] if one["type"] == "button")
    assert button["parameters"] == [{"type": "text", "text": wanted}]
    (person,) = rooms.contacts.get_many([first["contact_id"]])
    shown, problem = rooms.campaigns.preview(made, person)
    assert problem is None
    assert shown is not None
    assert shown.buttons[0].target == f"https://shop.example/{wanted}"


def test_tags_that_make_a_link_too_long_leave_out_who_has_it(rooms: Workspace) -> None:
    template = _with_link()
    rooms.keep_templates(template)
    ids = add_people(rooms.store, 2)
    with rooms.store.write() as conn:
        conn.execute("UPDATE contacts SET last_name = ? WHERE id = ?", ("x" * 1960, ids[0]))
    made = draft(
        template_hash=content_hash(template), mapping={**SAYS, "button.0.1": Mapping("{{ contact.last_name }}")}
    )
    assert rooms.campaigns.count(made).excluded == {}
    assert rooms.campaigns.count(msgspec.structs.replace(made, tags=Tags(source="whatsapp"))).excluded == {
        "value-too-long": 1
    }


def test_the_longest_value_of_a_place_is_found(rooms: Workspace) -> None:
    ids = add_people(rooms.store, 12)
    found = rooms.campaigns.longest(DRAFT, "body.1")
    assert found is not None
    assert found.id == ids[9]
    assert rooms.campaigns.longest(draft(audience=Audience("list", 9)), "body.1") is None


@pytest.mark.parametrize("changes", [
    {"waves": Waves(sizes=(20, 30), rest="leave")}, {"experiment": EXPERIMENT},
    {"tags": Tags(source="x"), "schedule": Schedule("at", "2026-04-01T09:00", "UTC")},
])  # fmt: skip
def test_an_undone_launch_leaves_nothing_and_comes_out_the_same_again(
    rooms: Workspace, changes: dict[str, Any]
) -> None:
    rooms.keep_templates(offer(), OTHER)
    add_people(rooms.store, 50)
    campaign, _ = launched(rooms, draft(**changes))
    before = [(row["key"], row["state"], row["wave"], row["treatment"], row["fill"]) for row in rows(rooms, campaign)]
    rooms.campaigns.undo_launch(campaign)
    for table in ("outbox", "counts", "waves", "experiments", "campaign_translations"):
        assert rooms.store.value(f"SELECT count(*) FROM {table}") == 0
    check_counts(rooms.store)
    rooms.campaigns.launch(campaign, typed_count=None, hold_seconds=0)
    after = [(row["key"], row["state"], row["wave"], row["treatment"], row["fill"]) for row in rows(rooms, campaign)]
    assert after == before
    assert rooms.campaigns.get(campaign).launched_at == T0


def test_what_is_read_for_a_message_is_what_a_whole_contact_has(rooms: Workspace) -> None:
    keep, kinds = rooms.outgoing.people, ("text", "number", "date", "datetime", "boolean", "list")
    for kind in kinds:
        keep.add_field(CustomField(name=f"a_{kind}", label=kind, kind=kind))  # type: ignore[arg-type]
    ids = add_people(rooms.store, 3)
    values = ("red", 12.0, "2026-01-02", iso(T0), 1, '["a", "b"]')
    with rooms.store.write() as conn:
        for kind, value in zip(kinds, values, strict=True):
            conn.execute(f"UPDATE contacts SET {column(f'a_{kind}')} = ? WHERE id <> ?", (value, ids[0]))
    names = {f"a_{kind}" for kind in kinds}
    whole = [one.values() for one in keep.get_many(ids)]
    assert [one.values() for one in keep.to_write_to(list(reversed(ids)), names)] == whole
    assert [set(one.fields) for one in keep.to_write_to(ids, {"a_list"})] == [{"a_list"}] * 3
    text = "{{ contact.a_list | join: '+' }} {{ contact.a_number }} {{ contact.a_boolean }}"
    made = draft(mapping={"body.1": Mapping(text)})
    (person,) = rooms.contacts.get_many(ids[1:2])
    campaign, _ = launched(rooms, made)
    found = rows(rooms, campaign)[1]
    assert json.loads(found["fill"]) == rooms.campaigns.planned_for(made, person).fill == {"body.1": "a+b 12 true"}


def test_the_audience_as_it_was_reviewed_is_launched_whatever_its_size() -> None:
    few, many = array("q", range(1, 50, 3)), array("q", range(1, 90_000, 3))
    chosen = array("q", [4, 5, 7, 1_000_000, 88_888])
    assert list(both(few, chosen)) == [4, 7]
    assert list(both(many, chosen)) == [4, 7, 88_888]


def test_a_campaign_that_is_followed_has_to_be_there(rooms: Workspace) -> None:
    add_people(rooms.store, 2)
    campaign, _ = launched(rooms, DRAFT)
    follows = draft(name="Again", audience=Audience("outcome", campaign_id=campaign, outcome="unread"))
    assert rooms.campaigns.problems(follows) == ()
    assert rooms.campaigns.create(follows).follows == campaign
    lost = msgspec.structs.replace(follows, audience=Audience("outcome", campaign_id="none"))
    assert [(one.code, one.where) for one in rooms.campaigns.problems(lost)] == [("followed-missing", "audience")]
