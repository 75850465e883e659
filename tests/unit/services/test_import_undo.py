"""Undoing an import gives back exactly what was there, and keeps what came later."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fixtures.make_contacts import write_contacts
from tests.unit.services.test_intake_import import SettableClock, StopAfter, Studio, numbers
from whatsapp_studio.audience.contact import Contact, CustomField
from whatsapp_studio.audience.importing import ImportPlan
from whatsapp_studio.audience.segment import ContactQuery
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.base.progress import Cancelled
from whatsapp_studio.storage.imports import ImportStore
from whatsapp_studio.storage.lists import ListStore

# The audit says that both happened; imports and import_before are about imports themselves. The search index keeps the
# same words in another form: it is asked instead.
BESIDES = ("audit", "imports", "import_before", "sqlite_", "contacts_fts")


@pytest.fixture
def studio(tmp_path: Path, clock: SettableClock) -> Iterator[Studio]:
    made = Studio(tmp_path, clock)
    yield made
    made.store.close()


def fingerprint(studio: Studio) -> dict[str, str]:
    """A hash of each table's columns and rows, and of the shape of the database."""
    conn = studio.store.db.conn
    found = {}
    for name, sql in conn.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall():
        if not name.startswith(BESIDES):
            hashed = hashlib.sha256(" ".join(sql.split()).encode())
            columns = [row[1] for row in conn.execute(f'PRAGMA table_info("{name}")')]
            order = ", ".join(f'"{column}"' for column in columns)
            for row in conn.execute(f'SELECT * FROM "{name}" ORDER BY {order}'):
                hashed.update(repr(row).encode())
            found[name] = hashed.hexdigest()
    rest = conn.execute("SELECT name, sql FROM sqlite_master WHERE type <> 'table' ORDER BY name").fetchall()
    found["indexes and triggers"] = repr(rest)
    return found


def sound(studio: Studio) -> None:
    """The search index is of the contacts there are, and the file is whole."""
    conn = studio.store.db.conn
    conn.execute("INSERT INTO contacts_fts (contacts_fts, rank) VALUES ('integrity-check', 1)")
    assert conn.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert conn.execute("PRAGMA foreign_key_check").fetchall() == []


def test_undo_of_a_hundred_thousand_rows_restores_everything(studio: Studio, clock: SettableClock) -> None:
    file = write_contacts(studio.folder / "many.csv", 100_000).path
    some = write_contacts(studio.folder / "some.csv", 4_000).path
    studio.contacts.import_file(some, ImportPlan(country="NL", consent_source="form", list_name="Spring"))
    studio.contacts.save(Contact(id=0, phone="+31612345678", first_name="Zoë", marketing="yes"))
    studio.contacts.set_consent([7, 8], "no", "phone call")
    studio.contacts.block(["+31612345699"], "opted-out", "STOP")
    clock.forward(hours=1)
    before = fingerprint(studio)
    # It updates and adds, opts out, makes fields, and puts people on a list that was there.
    text = file.read_text("utf-8").replace(";ja\n", ";nee\n", 300).replace("city;", "Home town;", 1)
    file.write_text(text, "utf-8")
    result = studio.contacts.import_file(
        file, ImportPlan(country="NL", consent_source="shop", list_name="Spring", new_kinds={"last order": "date"})
    )
    assert result.added > 90_000
    assert result.updated > 3_500
    assert len(studio.contacts.fields()) > 3
    assert studio.contacts.count(ContactQuery(marketing="no")) > 200
    assert fingerprint(studio) != before
    clock.forward(hours=1)
    undone = studio.contacts.undo_import()
    assert (undone.removed, undone.restored) == (result.added, result.updated)
    assert (undone.kept_written, undone.kept_changed, undone.blocked, undone.kept_fields) == (0, 0, 0, ())
    assert fingerprint(studio) == before
    sound(studio)


def test_undo_of_an_import_that_keeps_what_is_there(studio: Studio, clock: SettableClock) -> None:
    studio.take("phone,first name\n0612345601,Maria\n0612345602,Jan\n", consent_source="form")
    clock.forward(hours=1)
    before = fingerprint(studio)
    result = studio.take(
        "phone,first name,optin\n0612345601,Mies,no\n0612345602,Piet,yes\n0612345603,Ann,yes\n0612345603,Ann,no\n",
        on_duplicate="keep", list_name="New",
    )  # fmt: skip
    assert numbers(result) == (1, 0, 3, 0)
    undone = studio.contacts.undo_import()
    assert (undone.removed, undone.restored) == (1, 1)
    assert fingerprint(studio) == before
    sound(studio)


def test_only_the_last_import_can_be_undone_and_only_once(studio: Studio, clock: SettableClock) -> None:
    with pytest.raises(UserError, match="import-nothing-to-undo"):
        studio.contacts.undo_import()
    studio.take("phone\n0612345601\n", list_name="One")
    clock.forward(hours=1)
    studio.take("phone\n0612345602\nx\n")
    second, first = studio.contacts.imports()
    assert (first.file, first.rows, first.added, first.can_undo) == ("contacts.csv", 1, 1, False)
    assert (second.rows, second.added, second.invalid, second.can_undo) == (2, 1, 1, True)
    assert first.list_id == studio.contacts.lists()[0].id
    assert (second.list_id, second.undone_at) == (None, None)
    told = studio.contacts.undo_import()
    assert told.record == second
    assert [record.can_undo for record in studio.contacts.imports()] == [False, False]
    assert studio.contacts.imports()[0].undone_at is not None
    with pytest.raises(UserError, match="import-nothing-to-undo"):
        studio.contacts.undo_import()
    assert [contact.phone for contact in studio.all()] == ["+31612345601"]


def test_what_came_later_is_kept(studio: Studio, clock: SettableClock) -> None:
    studio.take("phone,first name\n0612345601,Maria\n0612345602,Jan\n")
    clock.forward(hours=1)
    rows = "".join(f"061234560{n},New{n},Delft\n" for n in range(1, 9))
    studio.take("phone,first name,city\n" + rows, consent_source="form", list_name="Eight")
    clock.forward(hours=1)
    people = {contact.phone[-1]: contact for contact in studio.all()}
    with studio.store.write() as conn:
        # 3 was written to, 4 wrote.
        conn.execute(
            "INSERT INTO campaigns (id, name, draft, created_at, updated_at) VALUES ('c', 'Spring', '{}', '', '')"
        )
        conn.execute(
            "INSERT INTO outbox (key, campaign_id, contact_id, phone) VALUES ('c:3', 'c', ?, ?)",
            (people["3"].id, people["3"].phone),
        )
        conn.execute("INSERT INTO inbox (wamid, phone, at, kind) VALUES ('w', ?, '', 'text')", (people["4"].phone,))
    # 2 was known and is changed since; 5 is new and changed since; 6 said no; 7 is on another list.
    for place in ("2", "5"):
        studio.contacts.save(Contact(id=people[place].id, phone=people[place].phone, first_name="Later"))
    studio.contacts.set_consent([people["6"].id], "no", "letter")
    other = studio.contacts.create_list("Other")
    studio.contacts.add_to_list(other.id, [people["7"].id])
    undone = studio.contacts.undo_import()
    assert (undone.removed, undone.restored) == (2, 1)
    assert (undone.kept_written, undone.kept_changed, undone.blocked) == (2, 3, 1)
    left = {contact.phone[-1]: contact for contact in studio.all()}
    assert sorted(left) == ["1", "2", "3", "4", "5", "7"]
    assert (left["1"].first_name, left["1"].marketing) == ("Maria", "unknown")
    assert (left["2"].first_name, left["5"].first_name) == ("Later", "Later")
    assert (left["3"].first_name, left["3"].marketing) == ("New3", "yes")
    # Their city is still shown, so the field stays; the list stays for those who stay.
    assert undone.kept_fields == ("city",)
    assert left["3"].fields == {"city": "Delft"}
    lists = {found.name: found.size for found in ListStore(studio.store).all()}
    assert lists == {"Eight": 4, "Other": 1}
    assert [phone for phone, *_ in studio.contacts.blocked_phones()] == ["+31612345606"]
    assert [state for state, *_ in studio.contacts.ledger("+31612345606")] == ["no"]
    assert studio.contacts.ledger("+31612345608") == []
    assert [state for state, *_ in studio.contacts.ledger("+31612345603")] == ["yes"]
    sound(studio)


def test_a_field_that_something_uses_stays(studio: Studio) -> None:
    studio.take("phone,city\n0612345601,Delft\n")
    with studio.store.write() as conn:
        conn.execute(
            "INSERT INTO segments (name, rule, created_at, updated_at) VALUES ('Delft', ?, '', '')",
            ('{"field": "city"}',),
        )
    assert studio.contacts.undo_import().kept_fields == ("city",)
    assert studio.contacts.fields() == [CustomField(name="city", label="city")]


def test_cancelling_an_undo_anywhere_leaves_everything(studio: Studio, clock: SettableClock) -> None:
    studio.take("phone,first name\n0612345678,Maria\n")
    clock.forward(hours=1)
    file = write_contacts(studio.folder / "many.csv", 12_000).path
    studio.contacts.import_file(file, ImportPlan(country="NL", consent_source="form", list_name="Many"))
    imported = studio.everything()
    stops = 0
    while True:
        try:
            studio.contacts.undo_import(StopAfter(stops))
        except Cancelled:
            assert studio.everything() == imported
            stops += 1
        else:
            break
    assert stops >= 4
    assert [contact.phone for contact in studio.all()] == ["+31612345678"]


def test_who_came_with_which_import(studio: Studio, clock: SettableClock) -> None:
    studio.take("phone\n0612345601\n0612345602\n")
    clock.forward(hours=1)
    studio.take("phone\n0612345602\n0612345603\n")
    by_hand = studio.contacts.save(Contact(id=0, phone="+31612345604"))
    store = ImportStore(studio.store)
    first, second, third = (store.import_of(id) for id in (1, 2, 4))
    assert first is not None
    assert third is not None
    assert (first.id, first.can_undo, third.id, third.can_undo) == (1, False, 2, True)
    assert second == first
    assert store.import_of(by_hand.id) is None
    # Whoever gets the id of somebody deleted did not come with the import.
    studio.contacts.delete([by_hand.id, 4])
    clock.forward(hours=1)
    again = studio.contacts.save(Contact(id=0, phone="+31612345605"))
    assert again.id == 3
    assert store.import_of(again.id) is None


def test_an_import_and_its_undo_are_in_the_audit_log(studio: Studio) -> None:
    studio.take("phone\n0612345601\n")
    studio.contacts.undo_import()
    rows = studio.store.rows("SELECT action, kind, object, name FROM audit ORDER BY id")
    assert [tuple(row) for row in rows] == [
        ("import-done", "import", "1", "contacts.csv"), ("import-undone", "import", "1", "contacts.csv")
    ]  # fmt: skip
