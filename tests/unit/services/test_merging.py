"""Two contacts become one: what wins, what goes along, that a no stays a no; and they are two again, exactly."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from tests.conftest import SettableClock
from tests.fixtures.studio import T0, Workspace, check_counts, later, rooms
from whatsapp_studio.audience.contact import Consent, Contact, CustomField
from whatsapp_studio.audience.merging import CHOICES, merged, stricter, suggested
from whatsapp_studio.audience.segment import ContactQuery
from whatsapp_studio.base.clock import iso
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.services.people import People
from whatsapp_studio.storage.merges import forget

__all__ = ["rooms"]
NEW, OLD = "+5511987654321", "+551187654321"
# All that belongs to contacts; merges and the audit tell of what was done.
TABLES = (
    "contacts", "consents", "suppressions", "list_members", "notes", "outbox", "runs", "inbox", "signals", "seen",
    "reading_members", "journey_log", "cap_resets", "counts", "contacts_fts",
)  # fmt: skip


@pytest.fixture
def people(rooms: Workspace, clock: SettableClock) -> People:
    return People(rooms.store, clock, rooms.told.append)


@pytest.fixture
def pair(rooms: Workspace) -> tuple[int, int]:
    """One Brazilian, written in the new way and in the old; both have everything a contact can have."""
    store = rooms.store
    for field in (
        CustomField(name="city", label="City"), CustomField(name="likes", label="Likes", kind="list"),
    ):  # fmt: skip
        rooms.contacts.add_field(field)
    with store.write() as conn:
        conn.execute("PRAGMA defer_foreign_keys = ON")
        for id, phone, first, marketing, city in ((1, NEW, "Ana", "yes", None), (2, OLD, "Ana Maria", "no", "Recife")):
            conn.execute(
                "INSERT INTO contacts (id, phone, first_name, marketing, f_city, f_likes, wa_id, created_at,"
                " updated_at) VALUES (?, ?, ?, ?, ?, '[\"tulips\"]', ?, ?, ?)",
                (id, phone, first, marketing, city, phone[1:] if id == 2 else "", iso(T0), iso(T0)),
            )
            conn.execute(
                "INSERT INTO consents (contact_id, phone, purpose, state, source, at)"
                " VALUES (?, ?, 'marketing', ?, '', ?)",
                (id, phone, marketing, iso(T0)),
            )
            conn.execute("INSERT INTO notes (contact_id, at, text) VALUES (?, ?, ?)", (id, iso(T0), first))
            conn.execute(
                "INSERT INTO inbox (wamid, phone, at, kind) VALUES (?, ?, ?, 'text')", (f"in{id}", phone, iso(T0))
            )
            conn.execute("INSERT INTO seen VALUES ('j', 0, 's', ?)", (id,))
            conn.execute("INSERT INTO journey_log (journey_id, at, code, contact_id) VALUES ('j', 0, 'x', ?)", (id,))
        conn.execute("INSERT INTO seen VALUES ('j', 0, 'other', 2)")
        conn.execute("INSERT INTO suppressions (phone, reason, at) VALUES (?, 'opted-out', ?)", (OLD, iso(T0)))
        for place, name in enumerate(("Both", "One", "Other"), 1):
            conn.execute("INSERT INTO lists VALUES (?, ?, ?)", (place, name, iso(T0)))
        conn.executemany("INSERT INTO list_members VALUES (?, ?)", [(1, 1), (1, 2), (2, 1), (3, 2)])
        conn.execute("INSERT INTO journeys VALUES ('j', 'Welcome', '', '{}', '', '', NULL)")
        conn.execute("INSERT INTO plans (id, journey_id, version, zone, made) VALUES (1, 'j', 1, 'UTC', 0)")
        conn.execute(
            "INSERT INTO runs (plan_id, journey_id, contact_id, entered, step, came, state)"
            " VALUES (1, 'j', 2, 0, 's', 0, x'')"
        )
    rooms.outgoing.launch([1, 2], "Both get it")
    rooms.outgoing.launch([2], "Only the other")
    return 1, 2


def state(rooms: Workspace) -> dict[str, str]:
    """Every row of every table that merging touches."""
    found = {}
    for table in TABLES:
        rows = rooms.store.rows(f"SELECT * FROM {table}" + " WHERE n <> 0" * (table == "counts"))
        found[table] = json.dumps(sorted((list(row) for row in rows), key=str), default=repr)
    return found


@pytest.mark.parametrize(
    ("one", "other", "kept"),
    [("yes", "no", "no"), ("no", "yes", "no"), ("unknown", "no", "no"), ("yes", "unknown", "yes"),
     ("unknown", "yes", "yes"), ("yes", "yes", "yes"), ("unknown", "unknown", "unknown")],
)  # fmt: skip
def test_a_no_stays_a_no(one: Consent, other: Consent, kept: Consent) -> None:
    assert stricter(one, other) == kept


def test_each_value_comes_from_the_one_that_was_chosen() -> None:
    kept = Contact(id=1, phone=NEW, first_name="Ana", country="BR", fields={"city": "", "age": 4})
    gone = Contact(
        id=2, phone=OLD, first_name="Maria", language="pt_BR", is_test=True, wa_id="x",
        fields={"city": "Recife", "age": 5},
    )  # fmt: skip
    assert suggested(kept, gone) == {"language", "is_test", "city"}
    made = merged(kept, gone, {"first_name", "city"})
    assert (made.id, made.phone, made.first_name, made.language, made.wa_id) == (1, NEW, "Maria", "", "")
    assert made.fields == {"city": "Recife", "age": 4}
    everything = merged(kept, gone, {*CHOICES, "city", "age"})
    assert (everything.phone, everything.wa_id, everything.is_test) == (OLD, "x", True)


def test_everything_of_both_belongs_to_the_one_that_is_kept(
    rooms: Workspace, people: People, pair: tuple[int, int]
) -> None:
    kept, gone = pair
    people.merge(kept, gone, {"first_name", "city"})
    assert rooms.contacts.get(gone) is None
    one = rooms.contacts.get(kept)
    assert one is not None
    assert (one.first_name, one.phone, one.marketing, one.blocked) == ("Ana Maria", NEW, "no", True)
    assert one.fields == {"city": "Recife", "likes": ("tulips",)}
    assert [name for _id, name in people.lists(kept)] == ["Both", "One", "Other"]
    for table in ("consents", "notes", "runs", "journey_log", "outbox", "seen"):
        owners = {row[0] for row in rooms.store.rows(f"SELECT contact_id FROM {table}")}
        assert owners == {kept}, table
    assert {row[0] for row in rooms.store.rows("SELECT phone FROM inbox")} == {NEW}
    waiting = rooms.store.rows("SELECT c.name, o.phone, o.state, o.reason FROM outbox o JOIN campaigns c"
                               " ON c.id = o.campaign_id ORDER BY o.id")  # fmt: skip
    # Nobody gets a campaign twice, and what only the other one was to get goes to the number that is kept.
    assert [tuple(row) for row in waiting] == [
        ("Both get it", NEW, "ready", ""), ("Both get it", OLD, "excluded", "duplicate"),
        ("Only the other", NEW, "ready", ""),
    ]  # fmt: skip
    check_counts(rooms.store)
    assert rooms.contacts.ids(ContactQuery(search="maria")).tolist() == [kept]
    (note,) = rooms.store.rows("SELECT kind, object, before, after FROM audit WHERE action = 'contacts-merged'")
    assert (note["kind"], note["object"]) == ("contact", str(kept))
    assert "Ana" not in note["before"] + note["after"]


@pytest.mark.parametrize("choice", [set(), {"phone", "first_name", "city", "likes"}])
@pytest.mark.parametrize("turned", [False, True])
def test_a_merge_that_is_undone_leaves_every_table_as_it_was(
    rooms: Workspace, people: People, pair: tuple[int, int], choice: set[str], turned: bool
) -> None:
    kept, gone = reversed(pair) if turned else pair
    before = state(rooms)
    made = people.merge(kept, gone, choice)
    assert state(rooms) != before
    assert people.unmerge(made) == (kept, gone)
    assert state(rooms) == before
    assert rooms.contacts.ids(ContactQuery(search="maria")).tolist() == [2]
    check_counts(rooms.store)
    assert rooms.store.value("PRAGMA integrity_check") == "ok"
    with pytest.raises(UserError, match="merge-changed"):
        people.unmerge(made)


def _rename(rooms: Workspace) -> None:
    rooms.contacts.save(Contact(id=1, phone=NEW, first_name="Anita", country="BR"))


def _take_place(rooms: Workspace) -> None:
    with rooms.store.write() as conn:
        conn.execute("INSERT INTO contacts (id, created_at, updated_at) VALUES (2, '', '')")


def _take_number(rooms: Workspace) -> None:
    with rooms.store.write() as conn:
        conn.execute("INSERT INTO contacts (phone, created_at, updated_at) VALUES (?, '', '')", (OLD,))


def _delete(rooms: Workspace) -> None:
    rooms.contacts.delete([1])


def _off_a_list(rooms: Workspace) -> None:
    rooms.contacts.remove_from_list(3, [1])


def _erase(rooms: Workspace) -> None:
    with rooms.store.write() as conn:
        forget(conn, [2])


@pytest.mark.parametrize("change", [_rename, _take_place, _take_number, _delete, _off_a_list, _erase])
def test_what_changed_since_is_never_overwritten_by_an_undo(
    rooms: Workspace, people: People, pair: tuple[int, int], clock: SettableClock, change: Callable[[Workspace], None]
) -> None:
    made = people.merge(*pair, set())
    clock.set(later(minutes=1))
    change(rooms)
    after = state(rooms)
    with pytest.raises(UserError, match="merge-changed"):
        people.unmerge(made)
    assert state(rooms) == after


def test_what_came_since_stays_with_the_kept_one_after_an_undo(
    rooms: Workspace, people: People, pair: tuple[int, int]
) -> None:
    made = people.merge(*pair, set())
    people.add_note(1, "Came by")
    rooms.contacts.add_field(CustomField(name="later", label="Later"))
    people.unmerge(made)
    assert [note.text for note in people.notes(1)] == ["Came by", "Ana"]
    assert [note.text for note in people.notes(2)] == ["Ana Maria"]


def test_nobody_is_merged_with_themselves_with_nobody_or_inside_one_journey_twice(
    rooms: Workspace, people: People, pair: tuple[int, int]
) -> None:
    before = state(rooms)
    for kept, gone, code in ((1, 1, "merge-with-itself"), (1, 99, "contact-gone"), (99, 1, "contact-gone")):
        with pytest.raises(UserError, match=code):
            people.merge(kept, gone, set())
    assert state(rooms) == before
    with rooms.store.write() as conn:
        conn.execute(
            "INSERT INTO runs (plan_id, journey_id, contact_id, entered, step, came, state)"
            " VALUES (1, 'j', 1, 0, 's', 0, x'')"
        )
    before = state(rooms)
    with pytest.raises(UserError, match="merge-both-inside"):
        people.merge(1, 2, set())
    assert state(rooms) == before


def test_two_spellings_of_a_line_and_one_number_at_meta_are_found_and_the_same_name_is_no_reason(
    rooms: Workspace, people: People
) -> None:
    numbers = (
        (NEW, ""), (OLD, ""), ("+5215512345678", ""), ("+525512345678", ""), ("+5491123456789", ""),
        ("+541123456789", ""), ("+31612345678", "31687654321"), ("+31687654321", ""), ("+31600000001", "316123"),
        ("+31600000002", "316123"), ("+5511987654322", ""), ("+551130001000", ""), ("+31600000003", ""),
    )  # fmt: skip
    with rooms.store.write() as conn:
        conn.executemany(
            "INSERT INTO contacts (phone, wa_id, first_name, country, created_at, updated_at)"
            " VALUES (?, ?, 'Ana', 'BR', '', '')", numbers,
        )  # fmt: skip
    assert people.twins() == [(1, 2), (3, 4), (5, 6), (7, 8), (9, 10)]
