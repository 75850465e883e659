"""A rule asked of the database finds exactly those it is true for."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from whatsapp_studio.audience.contact import Contact, CustomField
from whatsapp_studio.audience.rules import (
    OPS,
    Behaviour,
    Group,
    HasConsent,
    InList,
    InSegment,
    Rule,
    Test,
    facts_of,
    matches,
    parse,
    raw,
)
from whatsapp_studio.audience.zones import zone_for
from whatsapp_studio.base.clock import iso
from whatsapp_studio.storage.contacts import ContactStore
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.lists import ListStore
from whatsapp_studio.storage.rule_indexes import keep_up
from whatsapp_studio.storage.segment_sql import Compiler

NOW = datetime(2026, 3, 1, 0, 30, tzinfo=UTC)
HOME = ZoneInfo("Europe/Amsterdam")
KINDS = {"city": "text", "orders": "number", "born": "date", "seen": "datetime", "vip": "boolean", "tags": "list"}
TEXTS = [
    None, "", " ", "Delft", "delft ", "DELFT", "Straße", "STRASSE", "ﬀ", "FF", "İstanbul", "\u00a0x", "2026-02-28", "5"
]  # fmt: skip
DATES = [None, "2026-02-28", "2026-03-01", "2026-02-27", "2024-02-29", "1990-03-01", "2026-03-02", "2026-12-31"]
MOMENTS = [None, *(iso(NOW + timedelta(hours=hours)) for hours in (-800, -49, -25, -13, -1, 0, 1, 13, 25, 49, 800))]
NUMBERS = [None, 0.0, 5.0, 5.5, -3.0, 1e15]
ZONES = ["", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kolkata", "Nowhere/At_all"]
TAGS = [None, (), ("Shoes",), ("shoes", "bags"), ("straße",)]
PHONES = ["+31612345678", "+14165550123", "+64211234567", "+6281234567890"]


def _people() -> Iterator[Contact]:
    pools: list[list[Any]] = [TEXTS, NUMBERS, DATES, MOMENTS, [None, True, False], TAGS]
    for n in range(60):
        pairs = enumerate(zip(KINDS, pools, strict=True))
        values = {name: pool[(n * 11 + i) % len(pool)] for i, (name, pool) in pairs}
        phone = PHONES[n % len(PHONES)][:-3] + f"{n:03d}"
        yield Contact(
            id=0, phone=phone, first_name=TEXTS[n % len(TEXTS)] or "", language=["nl", "en_US", ""][n % 3],
            country=["NL", "CA", "NZ", "ID"][n % 4], time_zone=ZONES[n % len(ZONES)], is_test=n % 5 == 0, fields=values,
        )  # fmt: skip


class Place:
    """A workspace of sixty people, of which some are on lists."""

    def __init__(self, path: Path) -> None:
        self.store = Store(path)
        contacts, lists = ContactStore(self.store), ListStore(self.store)
        for name, kind in KINDS.items():
            contacts.add_field(CustomField(name=name, label=name, kind=kind))  # type: ignore[arg-type]
        ids = [contacts.write(one, iso(NOW)) for one in _people()]
        for name, some in (("vip", ids[::3]), ("Vips", ids[::7])):
            lists.add(lists.create(name, iso(NOW)).id, some)
        with self.store.write() as conn:
            conn.execute("UPDATE contacts SET marketing = 'yes' WHERE id % 2")
            conn.execute("UPDATE contacts SET utility = 'no' WHERE id % 3 = 0")
        self.people = contacts.get_many(ids)
        rows = self.store.rows("SELECT m.contact_id, l.name FROM list_members m JOIN lists l ON l.id = m.list_id")
        self.lists: dict[int, set[str]] = {id: set() for id in ids}
        for row in rows:
            self.lists[row["contact_id"]].add(row["name"])

    def asked(self, rule: Rule, segments: dict[str, Rule] | None = None) -> list[int]:
        compiler = Compiler(self.store.db.conn, KINDS, segments or {}, NOW, HOME)
        sql, params = compiler.condition(rule)
        try:
            asked = f"SELECT c.id FROM contacts c WHERE {sql} ORDER BY c.id"
            return [id for (id,) in self.store.db.conn.execute(asked, params)]
        finally:
            compiler.done()

    def true_for(self, rule: Rule) -> list[int]:
        return [
            one.id
            for one in self.people
            if matches(
                rule, facts_of(one, self.lists[one.id]), NOW, zone_for(one.time_zone, one.phone, one.country, HOME)
            )
        ]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    made = Place(tmp_path_factory.mktemp("segments") / "studio.db")
    yield made
    made.store.close()


@pytest.fixture(scope="module")
def place_with_indexes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    made = Place(tmp_path_factory.mktemp("indexed") / "studio.db")
    fields = [name for name in (*KINDS, "first_name", "language", "country", "phone") if name != "tags"]
    keep_up(made.store, [Test(name, "is", "x") for name in fields])
    yield made
    made.store.close()


VALUES = st.sampled_from(
    ["delft", "Delft ", "", " ", "strasse", "ff", "i̇stanbul", "5", "5.5", "2026-02-28", "2026-13-45", "2026-03-01",
     "2026-02-28T12:00:00", "ja", "shoes", "é", 5, 5.5, 0, -3, 30, 1, 2, True, False, None, "x", 100_000, 10**15, "yes"]
)  # fmt: skip
FIELDS = st.sampled_from([*KINDS, "contact.city", "first_name", "language", "country", "created_at", "is_test", "phone",
                          "no_such", "event.total"])  # fmt: skip
LEAVES = (
    st.builds(Test, FIELDS, st.sampled_from([op.name for op in OPS]), VALUES | st.lists(VALUES, max_size=3).map(tuple))
    | st.builds(InList, st.sampled_from(["vip", "VIP", "Vips", "none"]), st.booleans())
    | st.builds(HasConsent, st.sampled_from(["marketing", "utility"]), st.sampled_from(["yes", "no", "unknown"]))
)
RULES = st.recursive(
    LEAVES,
    lambda inner: st.builds(Group, st.sampled_from(["all", "any", "none"]), st.lists(inner, max_size=3).map(tuple)),
    max_leaves=5,
)


@settings(max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(RULES)
def test_the_database_and_the_rule_say_the_same(place: Place, rule: Rule) -> None:
    assert place.asked(rule) == place.true_for(rule)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(RULES)
def test_indexes_change_no_answer(place_with_indexes: Place, rule: Rule) -> None:
    assert place_with_indexes.asked(rule) == place_with_indexes.true_for(rule)


@pytest.mark.parametrize("field", [*KINDS, "created_at", "is_test"])
@pytest.mark.parametrize("op", [op.name for op in OPS])
def test_every_comparison_of_every_kind(place: Place, field: str, op: str) -> None:
    for value in (None, "delft", "2026-02-28", "2026-03-01", 5, 1, 30, True, "shoes", ("shoes", 5), "", "ﬀ"):
        rule = Test(field, op, value)  # type: ignore[arg-type]
        assert place.asked(rule) == place.true_for(rule), value
        assert place.asked(Group("none", (rule,))) == place.true_for(Group("none", (rule,))), value


def test_a_segment_is_its_rule_wherever_it_is_asked_for(place: Place) -> None:
    delft = Test("city", "is", "delft")
    segments = {"Delft": delft, "Round": InSegment("Round"), "There": InSegment("Back"), "Back": InSegment("There")}
    assert place.asked(InSegment("Delft"), segments) == place.true_for(delft) != []
    assert place.asked(InSegment("Delft", out=True), segments) == place.true_for(Group("none", (delft,)))
    for gone in ("Round", "There", "No such"):
        assert place.asked(InSegment(gone), segments) == []
        assert len(place.asked(InSegment(gone, out=True), segments)) == len(place.people)


def test_what_a_rule_asks_of_the_workspace_is_known_by_its_key() -> None:
    rule = parse({"all": [{"did": "read", "template": "spring", "days": 30}, {"segment": "VIP", "op": "not_in"}]})
    read = Behaviour("read", about="template", name="spring", days=30)
    assert rule == Group("all", (read, InSegment("VIP", out=True)))
    assert parse(json.loads(json.dumps(raw(rule)))) == rule
    assert matches(rule, facts_of(Contact(id=1, phone=""), [read.key]), NOW)
    assert not matches(rule, facts_of(Contact(id=1, phone=""), [read.key, InSegment("VIP").key]), NOW)


