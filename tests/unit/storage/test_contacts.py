"""How contacts are found, kept, forgotten and blocked in the workspace's file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whatsapp_studio.audience.contact import Contact, CustomField
from whatsapp_studio.audience.segment import ContactQuery
from whatsapp_studio.base.clock import from_iso
from whatsapp_studio.base.errors import UserError, WorldError
from whatsapp_studio.campaigns.draft import Audience
from whatsapp_studio.storage.audiences import audience_ids
from whatsapp_studio.storage.contacts import ContactStore, column, opted_out_sql
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.lists import ListStore

NOW = "2026-03-03T09:00:00.000+00:00"
LATER = "2026-04-01T09:00:00.000+00:00"
PEOPLE = (
    ("+31612345601", "Maria", "de Vries", "nl", "NL"),
    ("+31612345602", "André", "van den Berg", "nl", "NL"),
    ("+32470000011", "Zoë", "Peeters", "nl_BE", "BE"),
    ("+4917604069021", "Jörg", "Müller-Lüdenscheidt", "de", "DE"),
    ("+12025550123", "Mary Ann", "O'Neill", "en_US", "US"),
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "studio.db")
    yield opened
    opened.close()


@pytest.fixture
def people(store: Store) -> ContactStore:
    contacts = ContactStore(store)
    for phone, first, last, language, country in PEOPLE:
        contacts.write(
            Contact(id=0, phone=phone, first_name=first, last_name=last, language=language, country=country), NOW
        )
    return contacts


def names(people: ContactStore, **query: object) -> list[str]:
    """First names a query finds; its count must be the same."""
    asked = ContactQuery(**query)  # type: ignore[arg-type]
    ids = people.ids(asked)
    assert people.count(asked) == len(ids)
    return [contact.first_name for contact in people.get_many(ids)]


def test_one_contact_comes_back_as_it_went(people: ContactStore) -> None:
    found = people.get(1)
    assert found == Contact(
        id=1, phone="+31612345601", first_name="Maria", last_name="de Vries", language="nl", country="NL",
        created_at=datetime(2026, 3, 3, 9, tzinfo=UTC),
    )  # fmt: skip
    assert people.get(99) is None


def test_many_come_in_the_order_asked_for_without_the_missing(people: ContactStore) -> None:
    assert [contact.id for contact in people.get_many([5, 99, 1, 3, 1])] == [5, 1, 3, 1]
    assert people.get_many([]) == []


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("mar", ["Maria", "Mary Ann"]), ("MARIA", ["Maria"]), ("andre", ["André"]), ("ANDRÉ", ["André"]),
        ("zoe", ["Zoë"]),
        ("ann", ["Mary Ann"]), ("mar vri", ["Maria"]), ("vri mar", ["Maria"]), ("berg", ["André"]), ("müll", ["Jörg"]),
        ("ludensch", ["Jörg"]), ("neill", ["Mary Ann"]), ("o'nei", ["Mary Ann"]), ("aria", []),
        ("0612345601", ["Maria"]), ("06 1234 5601", ["Maria"]), ("+31 6 1234 5601", ["Maria"]),
        ("(0)612345", ["Maria", "André"]),
        ("0031612345602", ["André"]), ("4069", ["Jörg"]), ("202-555", ["Mary Ann"]), ("maria 5601", ["Maria"]),
        ("maria 5602", []), ("", [row[1] for row in PEOPLE]), ("   ", [row[1] for row in PEOPLE]), ("!!", []),
        ('"', []),
        ("*", []), ("maria* OR", []), ("-", []), ("_", []), ("%", []),
    ],
)  # fmt: skip
def test_search(people: ContactStore, search: str, found: list[str]) -> None:
    assert names(people, search=search) == found


def test_any_search_is_answered(tmp_path_factory: pytest.TempPathFactory) -> None:
    store = Store(tmp_path_factory.mktemp("any") / "studio.db")
    contacts = ContactStore(store)

    @given(st.text(max_size=40))
    def search(text: str) -> None:
        assert contacts.count(ContactQuery(search=text)) == 0

    search()
    store.close()


def test_search_sees_changes(people: ContactStore) -> None:
    maria = people.get(1)
    assert maria is not None
    people.write(Contact(id=1, phone="+31612345699", first_name="Mies"), LATER)
    assert names(people, search="maria") == []
    assert names(people, search="mies") == ["Mies"]
    people.delete([1], NOW)
    assert names(people, search="mies") == []


@pytest.mark.parametrize(
    ("sort", "ascending"),
    [
        ("id", ["Maria", "André", "Zoë", "Jörg", "Mary Ann"]),
        ("first_name", ["André", "Jörg", "Maria", "Mary Ann", "Zoë"]),
        ("last_name", ["Maria", "Jörg", "Mary Ann", "Zoë", "André"]),
        ("phone", ["Mary Ann", "Maria", "André", "Zoë", "Jörg"]),
        ("country", ["Zoë", "Jörg", "Maria", "André", "Mary Ann"]),
        ("language", ["Jörg", "Mary Ann", "Maria", "André", "Zoë"]),
        ("marketing", ["Maria", "André", "Zoë", "Jörg", "Mary Ann"]),
        ("created_at", ["Maria", "André", "Zoë", "Jörg", "Mary Ann"]),
    ],
)
def test_orders(people: ContactStore, sort: str, ascending: list[str]) -> None:
    assert names(people, sort=sort) == ascending
    assert names(people, sort=sort, descending=True) == ascending[::-1]


def test_filters(people: ContactStore, store: Store) -> None:
    listed = ListStore(store).create("Spring", NOW)
    ListStore(store).add(listed.id, [1, 2, 4])
    people.say([1, 2], "yes", "form", NOW)
    people.say([3], "no", "form", NOW)
    people.block(["+31612345602"], "by-hand", "", NOW, opts_out=False)
    assert names(people, marketing="yes") == ["Maria", "André"]
    assert names(people, marketing="unknown") == ["Jörg", "Mary Ann"]
    assert names(people, blocked=True) == ["André", "Zoë"]
    assert names(people, blocked=False) == ["Maria", "Jörg", "Mary Ann"]
    assert names(people, list_id=listed.id) == ["Maria", "André", "Jörg"]
    assert names(people, list_id=listed.id, marketing="yes", blocked=False, search="mar") == ["Maria"]
    # Two blocked, three not: the parts add up to the whole.
    assert people.count(ContactQuery(blocked=True)) + people.count(ContactQuery(blocked=False)) == len(PEOPLE)


def test_a_contact_is_found_by_its_number_or_the_id_meta_gave_it(people: ContactStore) -> None:
    people.write(Contact(id=0, phone="+5511987654321", wa_id="551187654321"), NOW)
    for phones in (("+31612345601",), ("+31000000000", "+31612345601")):
        found = people.by_phone(*phones)
        assert found is not None
        assert found.id == 1
    found = people.by_phone("+551187654321")
    assert found is not None
    assert found.phone == "+5511987654321"
    assert people.by_phone("+31000000000") is None


def test_typed_fields(people: ContactStore, store: Store) -> None:
    people.add_field(CustomField(name="city", label="City"))
    people.add_field(CustomField(name="points", label="Points", kind="number"))
    people.add_field(CustomField(name="last_order", label="Last order", kind="date"))
    people.add_field(CustomField(name="member", label="Member", kind="boolean"))
    assert [field.name for field in people.fields()] == ["city", "points", "last_order", "member"]
    types = {row["name"]: row["type"] for row in store.rows("SELECT name, type FROM pragma_table_info('contacts')")}
    assert [types[f"f_{name}"] for name in ("city", "points", "last_order", "member")] == [
        "TEXT",
        "REAL",
        "TEXT",
        "INTEGER",
    ]
    values = {"city": "Delft", "points": 12, "last_order": "2026-01-31", "member": True, "nobody": "x"}
    people.write(Contact(id=1, phone="+31612345601", fields=values), NOW)
    found = people.get(1)
    assert found is not None
    assert found.fields == {"city": "Delft", "points": 12, "last_order": "2026-01-31", "member": True}
    assert isinstance(found.fields["member"], bool)
    assert str(found.fields["points"]) == "12"
    other = people.get(2)
    assert other is not None
    assert other.fields == dict.fromkeys(("city", "points", "last_order", "member"))
    people.write(Contact(id=1, phone="+31612345601", fields={"points": 2.5}), NOW)
    changed = people.get(1)
    assert changed is not None
    assert (changed.fields["points"], changed.fields["city"]) == (2.5, "Delft")


def test_names_of_fields_are_unique_and_safe(people: ContactStore) -> None:
    people.add_field(CustomField(name="city", label="City"))
    with pytest.raises(UserError, match="field-taken"):
        people.add_field(CustomField(name="city", label="Town"))
    for name in ("", "1st", 'a"; DROP TABLE contacts', "Città", "City"):
        with pytest.raises(UserError, match="field-name-invalid"):
            column(name)


def test_consent_goes_into_the_ledger(people: ContactStore) -> None:
    assert people.say([1, 2, 99], "yes", "form", NOW) == 2
    assert people.say([1], "no", "phone call", LATER) == 1
    found = people.get(1)
    assert found is not None
    assert (found.marketing, found.blocked) == ("no", True)
    assert people.ledger("+31612345601") == [("no", "phone call", LATER, ""), ("yes", "form", NOW, "")]
    assert people.ledger("+31612345602") == [("yes", "form", NOW, "")]


def test_an_opt_out_blocks_and_is_an_answer(people: ContactStore) -> None:
    people.say([1], "yes", "form", NOW)
    assert people.block(["+31612345601", "+31655555555"], "opted-out", "STOP", LATER, opts_out=True) == 2
    assert people.block(["+31612345601"], "opted-out", "STOP", LATER, opts_out=True) == 0
    found = people.get(1)
    assert found is not None
    assert (found.marketing, found.blocked) == ("no", True)
    assert [state for state, *_ in people.ledger("+31655555555")] == ["no"]
    assert people.blocked_phones() == [
        ("+31612345601", "opted-out", datetime(2026, 4, 1, 9, tzinfo=UTC)),
        ("+31655555555", "opted-out", datetime(2026, 4, 1, 9, tzinfo=UTC)),
    ]


def test_a_block_by_hand_is_no_answer(people: ContactStore) -> None:
    people.say([1], "yes", "form", NOW)
    people.block(["+31612345601"], "by-hand", "", NOW, opts_out=False)
    found = people.get(1)
    assert found is not None
    assert (found.marketing, found.blocked) == ("yes", True)
    assert people.unblock(["+31612345601", "+31000000000"], LATER) == 1
    freed = people.get(1)
    assert freed is not None
    assert (freed.marketing, freed.blocked) == ("yes", False)


def test_who_is_let_in_again_has_not_said_yes(people: ContactStore) -> None:
    people.block(["+31612345601"], "opted-out", "STOP", NOW, opts_out=True)
    people.say([2], "no", "form", NOW)
    assert people.unblock(["+31612345601", "+31612345602"], LATER) == 2
    assert [contact.marketing for contact in people.get_many([1, 2])] == ["unknown", "unknown"]
    assert people.count(ContactQuery(blocked=True)) == 0


def test_a_deleted_opt_out_stays_blocked(people: ContactStore, store: Store) -> None:
    people.say([1], "no", "form", NOW)
    people.say([2], "yes", "form", NOW)
    assert people.delete([1, 2, 99], LATER) == 2
    assert [phone for phone, *_ in people.blocked_phones()] == ["+31612345601"]
    # The ledger outlives the contact.
    assert [state for state, *_ in people.ledger("+31612345602")] == ["yes"]
    assert store.value("SELECT count(*) FROM consents WHERE contact_id IS NULL") == 2


def test_an_audience_is_read_in_pages(people: ContactStore, store: Store) -> None:
    listed = ListStore(store).create("Spring", NOW)
    ListStore(store).add(listed.id, [5, 2, 4])
    people.block(["+31612345602"], "by-hand", "", NOW, opts_out=False)
    for kind, list_id, ids in (("all", None, [1, 2, 3, 4, 5]), ("list", listed.id, [2, 4, 5])):
        read, after = [], 0
        while page := people.iter_audience(kind, list_id, after, 2):
            assert len(page) <= 2
            read += page
            after = page[-1].id
        assert [contact.id for contact in read] == ids
        assert [contact.id for contact in read if contact.blocked] == [2]
        chosen = Audience(kind=kind, list_id=list_id)  # type: ignore[arg-type]
        assert list(audience_ids(store, chosen, from_iso(NOW))) == ids
    some = Audience(kind="some")  # type: ignore[arg-type]
    for ask in (lambda: people.iter_audience("some", None, 0, 1), lambda: audience_ids(store, some, from_iso(NOW))):
        with pytest.raises(ValueError, match="some"):
            ask()


def test_the_blocked_fragment_agrees_with_the_contacts(people: ContactStore, store: Store) -> None:
    people.say([1], "no", "form", NOW)
    people.block(["+32470000011"], "meta-stop", "", NOW, opts_out=True)
    people.block(["+12025550123"], "by-hand", "", NOW, opts_out=False)
    rows = store.rows(f"SELECT c.id FROM contacts c WHERE {opted_out_sql}")
    assert {row["id"] for row in rows} == {
        contact.id for contact in people.get_many([1, 2, 3, 4, 5]) if contact.blocked
    }


def test_more_ids_than_one_statement_takes(store: Store) -> None:
    contacts, lists = ContactStore(store), ListStore(store)
    with store.write() as conn:
        conn.executemany(
            "INSERT INTO contacts (phone, created_at, updated_at) VALUES (?, ?, ?)",
            ((f"+316{n:08d}", NOW, NOW) for n in range(25_000)),
        )
    ids = contacts.ids(ContactQuery(descending=True))
    assert ids[0] == 25_000
    assert len(contacts.get_many(ids)) == 25_000
    listed = lists.create("All", NOW)
    assert lists.add(listed.id, ids) == 25_000
    assert contacts.say(ids, "yes", "form", NOW) == 25_000
    assert lists.remove(listed.id, ids[:11_000]) == 11_000
    assert contacts.delete(ids, NOW) == 25_000
    assert lists.all()[0].size == 0


def test_only_samples_are_removed(people: ContactStore, store: Store) -> None:
    lists = ListStore(store)
    ours, mixed, theirs = (lists.create(name, NOW) for name in ("Sample", "Mixed", "Empty"))
    with store.write() as conn:
        conn.execute("UPDATE contacts SET is_sample = 1 WHERE id <= 2")
    lists.add(ours.id, [1, 2])
    lists.add(mixed.id, [2, 3])
    people.say([1, 3], "yes", "form", NOW)
    people.block(["+31612345602", "+31699999999"], "opted-out", "STOP", NOW, opts_out=True)
    assert people.remove_sample(LATER) == 2
    assert [contact.id for contact in people.get_many(people.ids(ContactQuery()))] == [3, 4, 5]
    assert [(found.name, found.size) for found in lists.all()] == [("Empty", 0), ("Mixed", 1)]
    assert [phone for phone, *_ in people.blocked_phones()] == ["+31699999999"]
    assert people.ledger("+31612345601") == []
    assert len(people.ledger("+32470000011")) == 1
    assert people.remove_sample(LATER) == 0
    assert theirs.id in {found.id for found in lists.all()}


def test_a_read_only_workspace_is_read_and_not_written(people: ContactStore, store: Store) -> None:
    second = Store(store.path, read_only=True)
    contacts = ContactStore(second)
    assert contacts.count(ContactQuery(search="maria")) == 1
    with pytest.raises(WorldError, match="workspace-read-only"):
        contacts.delete([1], NOW)
    second.close()
