"""Segments are made, counted and used by name; nothing that is used goes away."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import SettableClock
from tests.fixtures.living import BEGIN
from whatsapp_studio.app import Studio
from whatsapp_studio.audience.contact import Contact, CustomField
from whatsapp_studio.audience.rules import Group, HasConsent, InList, InSegment, Test
from whatsapp_studio.audience.segment import ContactQuery
from whatsapp_studio.base.errors import Blocked, UserError
from whatsapp_studio.base.events import Changes
from whatsapp_studio.base.progress import Cancelled, Progress
from whatsapp_studio.campaigns.draft import Audience, Draft
from whatsapp_studio.cli.sending import audience_of

DELFT = Test("city", "is", "delft")
REACHED = Group("all", (DELFT, Test("orders", "at_least", 2)))


@pytest.fixture
def studio(tmp_path: Path) -> Iterator[Studio]:
    made = Studio.open(tmp_path / "w", clock=SettableClock(BEGIN))
    made.contacts.add_field(CustomField(name="city", label="City"))
    made.contacts.add_field(CustomField(name="orders", label="Orders", kind="number"))
    for n in range(10):
        fields = {"city": "Delft" if n % 2 else "Breda", "orders": n}
        made.contacts.save(Contact(id=0, phone=f"+316123456{n:02d}", fields=fields))
    yield made
    made.close()


def indexes(studio: Studio) -> set[str]:
    rows = studio._store.rows("SELECT name FROM sqlite_master WHERE type = 'index' AND name LIKE 'rule%'")
    return {row["name"] for row in rows}


def test_a_segment_is_made_counted_shown_and_said(studio: Studio) -> None:
    told: list[Changes] = []
    studio.listen(told.append)
    made = studio.segments.save("  Buyers in   Delft ", REACHED)
    assert made.name == "Buyers in Delft" and any(one.segments for one in told)
    assert studio.segments.count(made.id) == studio.segments.count(REACHED) == 4
    n, sample = studio.segments.sample(made.rule, 2)
    assert (n, [one.fields["orders"] for one in sample]) == (4, [3, 5])
    assert studio.segments.sentence(made.id) == "City is delft and Orders is at least 2"
    assert studio.contacts.count(ContactQuery(segment_id=made.id)) == 4
    assert len(studio.contacts.ids(ContactQuery(segment_id=made.id, search="09"))) == 1
    assert [one.name for one in studio.segments.belongs_to(sample[0].id)] == ["Buyers in Delft"]


def test_it_is_always_who_the_rule_is_true_for_now(studio: Studio) -> None:
    made = studio.segments.save("Delft", DELFT)
    person = studio.contacts.get_many(studio.contacts.ids(ContactQuery(segment_id=made.id)))[0]
    studio.contacts.save(Contact(id=person.id, phone=person.phone, fields={"city": "Gouda"}))
    assert studio.segments.count(made.id) == 4


def test_delft_and_not_opted_out_is_what_the_database_counts_too(studio: Studio) -> None:
    cities, says = (" delft", "DELFT ", "Delft", "Delfzijl", None), ("yes", "no", "unknown")
    people = [Contact(id=0, phone=f"+316876543{n:02d}", fields={"city": cities[n % 5]}) for n in range(60)]
    ids = [studio.contacts.save(one).id for one in people]
    with studio._store.write() as conn:
        said = [(says[n % 3], id) for n, id in enumerate(ids)]
        conn.executemany("UPDATE contacts SET marketing = ? WHERE id = ?", said)
    made = studio.segments.save("Delft", Group("all", (DELFT, Group("none", (HasConsent("marketing", "no"),)))))
    sql = "SELECT count(*) AS n FROM contacts WHERE lower(trim(f_city)) = 'delft' AND marketing <> 'no'"
    row = studio._store.row(sql)
    assert row is not None and studio.segments.count(made.id) == row["n"] == 5 + 24


def test_a_rule_that_is_not_whole_is_refused(studio: Studio) -> None:
    unfit = (Test("city", "is", ""), Test("no_such", "is", "x"), Group("all"))
    for rule in (*unfit, InSegment(""), InSegment("Gone"), InList("Gone")):
        with pytest.raises(Blocked):
            studio.segments.save("Broken", rule)
    with pytest.raises(UserError, match="rule-shape"):
        studio.segments.save("Broken", "no JSON")
    assert studio.segments.all() == []


def test_names_are_each_ones_own(studio: Studio) -> None:
    studio.segments.save("Delft", DELFT)
    for name, code in (("delft", "segment-name-taken"), (" ", "segment-name-empty")):
        with pytest.raises(UserError, match=code):
            studio.segments.save(name, DELFT)
    with pytest.raises(UserError, match="segment-gone"):
        studio.segments.save("New", DELFT, 99)


def test_no_segment_asks_for_itself_however_far_around(studio: Studio) -> None:
    first = studio.segments.save("First", DELFT)
    studio.segments.save("Second", InSegment("First"))
    for rule in (InSegment("First"), Group("any", (DELFT, InSegment("Second", out=True)))):
        with pytest.raises(UserError, match="segment-in-itself"):
            studio.segments.save("First", rule, first.id)


def test_what_is_used_is_neither_deleted_nor_renamed_away(studio: Studio) -> None:
    first = studio.segments.save("First", DELFT)
    second = studio.segments.save("Second", InSegment("First"))
    for change in (lambda: studio.segments.delete(first.id), lambda: studio.segments.rename(first.id, "Other")):
        with pytest.raises(UserError, match="segment-in-use") as refused:
            change()
        assert refused.value.facts["users"] == "Second"
    campaign = studio.campaigns.create(Draft(name="Spring", audience=Audience(kind="segment", segment_id=second.id)))
    with pytest.raises(UserError, match="segment-in-use"):
        studio.segments.delete(second.id)
    studio.segments.rename(second.id, "Another")
    studio.campaigns.delete(campaign.id)
    studio.segments.delete(second.id)
    studio.segments.delete(first.id)
    assert studio.segments.all() == [] and studio.contacts.count() == 10


def test_what_rules_compare_has_an_index_as_long_as_one_does(studio: Studio) -> None:
    made = studio.segments.save("Buyers", REACHED)
    assert len(indexes(studio)) == 2 and "rule_odd_city" in indexes(studio)
    studio.segments.save("Buyers", DELFT, made.id)
    assert len(indexes(studio)) == 2
    studio.segments.delete(made.id)
    assert indexes(studio) == set()


def test_a_field_of_another_kind_keeps_its_index(studio: Studio) -> None:
    made = studio.segments.save("Buyers", Test("orders", "is", "3"))
    before = indexes(studio)
    studio.fields.change("orders", kind="text")
    assert studio.segments.count(made.id) == 1
    assert "rule_odd_orders" in indexes(studio) and "rule_odd_orders" not in before
    studio.fields.change("orders", kind="number")
    assert studio.segments.count(made.id) == 1 and indexes(studio) == before


def test_a_count_that_is_cancelled_gives_up(studio: Studio) -> None:
    class Stopped(Progress):
        def report(self, done: int, total: int | None = None) -> None: ...

        def cancelled(self) -> bool:
            return True

    with studio._store.write() as conn:
        conn.execute(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50000) INSERT INTO contacts"
            " (phone, f_city, created_at, updated_at) SELECT '+3299' || i, 'Gent', '2026', '2026' FROM n"
        )
    with pytest.raises(Cancelled):
        studio.segments.count(Test("city", "contains", "en"), Stopped())
    assert studio.segments.count(Test("city", "contains", "en")) == 50_000


@pytest.mark.parametrize("left_out", [(), (1,)])
def test_a_campaign_goes_to_whoever_belongs_to_it_at_its_launch(studio: Studio, left_out: tuple[int, ...]) -> None:
    made = studio.segments.save("Delft", DELFT)
    vip = studio.contacts.create_list("VIP")
    studio.contacts.add_to_list(vip.id, list(studio.contacts.ids())[:2])
    draft = Draft(name="Spring", purpose="utility", audience=Audience("segment", None, made.id, left_out))
    assert studio.campaigns.count(draft).total == 5 - len(left_out)
    gone = Draft(name="Spring", purpose="utility", audience=Audience("segment", None, 99))
    assert studio.campaigns.count(gone).total == 0
    assert "segment-missing" in {one.code for one in studio.campaigns.problems(gone)}


def test_the_command_line_finds_an_audience_by_its_name(studio: Studio) -> None:
    made, vip = studio.segments.save("Delft", DELFT), studio.contacts.create_list("VIP")
    assert audience_of(studio, "all") == Audience()
    assert audience_of(studio, " delft") == Audience(kind="segment", segment_id=made.id)
    assert audience_of(studio, "vip") == Audience(kind="list", list_id=vip.id)
    studio.contacts.create_list("DELFT")
    for name, code in (("Delft", "audience-two"), ("Nobody", "list-unknown")):
        with pytest.raises(Blocked) as refused:
            audience_of(studio, name)
        assert [one.code for one in refused.value.problems] == [code]
