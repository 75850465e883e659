"""Somebody who is erased is found nowhere in the workspace's file, and cannot come back by accident."""

from __future__ import annotations

import json
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.fixtures.studio import T0, Outgoing, add_people, outgoing, phone_of, store
from whatsapp_studio.base.clock import FastClock, iso
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.services.erasing import KIND_WORDS, Erasing
from whatsapp_studio.storage import consents, suppressions, tombstones
from whatsapp_studio.storage.audit import note
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.erasing import KINDS

__all__ = ["outgoing", "store"]
PHONE, SECRET = phone_of(1), "Zwaantje"


@pytest.fixture
def erasing(store: Store) -> Erasing:
    return Erasing(store, FastClock(T0, 1), lambda _changes: None)


def fill(store: Store, outgoing: Outgoing) -> list[int]:
    """Two people, the first of whom has something of everything."""
    ids = add_people(store, 2)
    with store.write() as conn:
        conn.execute("UPDATE contacts SET first_name = ?, user_id = 'NL.secret' WHERE id = ?", (SECRET, ids[0]))
    campaign = outgoing.launch(ids)
    later = outgoing.launch(ids, "Later")
    with store.write() as conn:
        consents.record(conn, [ids[0]], "marketing", "yes", "shop", iso(T0), evidence=f"{SECRET} signed")
        suppressions.suppress(conn, [(PHONE, False)], "by-hand", PHONE, iso(T0))
        note(conn, T0, "contact-changed", "contact", ids[0], before={"city": SECRET})
        conn.execute("INSERT INTO notes (contact_id, at, text) VALUES (?, ?, ?)", (ids[0], iso(T0), SECRET))
        conn.execute(
            "UPDATE outbox SET state = 'delivered', wamid = 'wamid.1', details = ?, fill = ?, name = ?"
            " WHERE contact_id = ? AND campaign_id = ?",
            (PHONE, json.dumps({"1": SECRET}), SECRET, ids[0], campaign),
        )
        conn.execute("INSERT INTO news (wamid, status, at, details) VALUES ('wamid.1', 'delivered', ?, ?)",
                     (iso(T0), PHONE))  # fmt: skip
        conn.execute(
            "INSERT INTO inbox (wamid, phone, at, kind, text, context) VALUES ('wamid.2', ?, ?, 'text', ?, 'wamid.1')",
            (PHONE, iso(T0), f"I am {SECRET}"),
        )
        conn.execute("INSERT INTO practice_people VALUES (?, ?)", (PHONE, iso(T0)))
        conn.execute("INSERT INTO merges (kept_id, gone_id, at, before) VALUES (?, 99, ?, ?)",
                     (ids[0], iso(T0), json.dumps({"phone": PHONE})))  # fmt: skip
        conn.execute("INSERT INTO import_before (contact_id, row) VALUES (?, ?)", (ids[0], PHONE))
        conn.execute("INSERT INTO journey_log (journey_id, at, code, facts, contact_id) VALUES ('j', 0, 'x', ?, ?)",
                     (json.dumps({"phone": PHONE}), ids[0]))  # fmt: skip
        conn.execute("INSERT INTO preview_samples (name, content, at) VALUES ('s', ?, ?)", (PHONE, iso(T0)))
    assert later
    return ids


def everything(store: Store) -> str:
    """Every value of every table, and the bytes of the files."""
    tables = [row[0] for row in store.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
    dumped = "\n".join(repr(tuple(row)) for name in tables for row in store.rows(f'SELECT * FROM "{name}"'))
    files = [store.path, store.path.with_name(store.path.name + "-wal")]
    return dumped + "".join(one.read_bytes().decode("latin-1") for one in files if one.exists())


def test_nothing_of_an_erased_person_is_in_the_file(store: Store, outgoing: Outgoing, erasing: Erasing) -> None:
    ids = fill(store, outgoing)
    before = everything(store)
    assert all(text in before for text in (PHONE[1:], SECRET, "NL.secret", "wamid.1", "wamid.2"))
    done = erasing.erase([ids[0]])
    assert (done.contacts, done.clean) == (1, True)
    after = everything(store)
    for text in (PHONE[1:], SECRET, SECRET.lower(), "NL.secret", "wamid.1", "wamid.2"):
        assert text not in after, text
    assert phone_of(2)[1:] in after


def test_counts_stay_true_and_what_waits_never_leaves(store: Store, outgoing: Outgoing, erasing: Erasing) -> None:
    ids = fill(store, outgoing)
    erasing.erase([ids[0]])
    rows = store.rows("SELECT state, reason, contact_id, phone FROM outbox WHERE phone = '' ORDER BY id")
    assert [tuple(row) for row in rows] == [("delivered", "", -ids[0], ""), ("excluded", "erased", -ids[0], "")]
    counted = store.rows(
        "SELECT state, reason, sum(n) FROM counts WHERE n <> 0 GROUP BY state, reason ORDER BY state, reason"
    )
    told = store.rows("SELECT state, reason, count(*) AS n FROM outbox GROUP BY state, reason ORDER BY state, reason")
    assert [tuple(row) for row in counted] == [tuple(row) for row in told]
    answered = "SELECT count(*) FROM inbox i JOIN outbox o ON o.wamid = i.context"
    assert store.value(answered) == 1


def test_the_mark_tells_the_number_in_both_spellings_and_the_user_id(store: Store, erasing: Erasing) -> None:
    (id,) = add_people(store, 1)
    with store.write() as conn:
        conn.execute("UPDATE contacts SET phone = '+5511987654321', user_id = 'BR.1' WHERE id = ?", (id,))
    assert not tombstones.marked(store.db.conn)("+5511987654321")
    erasing.erase([id])
    marked = tombstones.marked(store.db.conn)
    assert [marked(one) for one in ("+5511987654321", "+551187654321", "BR.1", "+31600000009", "")] == [
        True, True, True, False, False
    ]  # fmt: skip


def test_the_preview_counts_what_is_taken_out(store: Store, outgoing: Outgoing, erasing: Erasing) -> None:
    ids = fill(store, outgoing)
    held = erasing.preview(ids[0])
    assert held.counts == {
        "contacts": 1, "lists": 0, "notes": 1, "consents": 1, "messages": 2, "replies": 1, "journeys": 0,
        "suppressions": 1, "audit": 1,
    }  # fmt: skip
    assert held.total == 8
    assert set(KIND_WORDS) == {name for name, _table, _where in KINDS}


def test_a_person_gets_everything_in_one_file(
    store: Store, outgoing: Outgoing, erasing: Erasing, tmp_path: Path
) -> None:
    ids = fill(store, outgoing)
    with ZipFile(erasing.export_person(ids[0], tmp_path / "person.zip")) as archive:
        told = json.loads(archive.read("person.json"))
        page = archive.read("person.html").decode()
    assert {kind: len(rows) for kind, rows in told.items()} == dict(erasing.preview(ids[0]).counts) | {"audit": 1}
    assert told["notes"][0]["text"] == SECRET and SECRET in page and phone_of(2) not in page
    with pytest.raises(UserError, match="contact-gone"):
        erasing.export_person(999, tmp_path / "nobody.zip")


def test_the_next_contact_inherits_nothing(store: Store, outgoing: Outgoing, erasing: Erasing) -> None:
    ids = fill(store, outgoing)
    erasing.erase(ids)
    again = add_people(store, 1, first=3)
    held = erasing.preview(*again)
    assert held.counts["messages"] == held.counts["journeys"] == held.counts["notes"] == 0
