"""An older workspace becomes one with audiences: nobody, no answer and no count is lost."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlite_utils import Database

from whatsapp_studio.storage import migrations
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.unlocking import unlocked

_OLD = """
    INSERT INTO contacts (id, phone, first_name, marketing, created_at, updated_at) VALUES
        (1, '+31600000001', 'Zoë', 'yes', '2026', '2026'), (2, '+31600000002', 'Ada', 'no', '2026', '2026');
    ALTER TABLE contacts ADD COLUMN f_city TEXT;
    UPDATE contacts SET f_city = 'Delft' WHERE id = 1;
    INSERT INTO fields VALUES ('city', 'City', 'text', 1);
    INSERT INTO lists VALUES (1, 'Everybody', '2026');
    INSERT INTO list_members VALUES (1, 1), (1, 2);
    INSERT INTO consents (contact_id, phone, purpose, state, source, at, evidence) VALUES
        (1, '+31600000001', 'marketing', 'yes', 'form', '2026-01-01', 'a.csv:2'),
        (NULL, '+31600000009', 'marketing', 'no', 'inbound:w', '2026-01-02', '');
    INSERT INTO suppressions VALUES ('+31600000002', 'opted-out', '', '2026');
    INSERT INTO campaigns (id, name, draft, state, template_raw, marketing, kind, created_at, updated_at) VALUES
        ('d', 'Draft', '{}', 'draft', '', 1, 'campaign', '2026', '2026'),
        ('m', 'Marketing', '{}', 'done', '{"category": "MARKETING"}', 1, 'campaign', '2026', '2026'),
        ('u', 'Utility', '{}', 'done', '{"category": "UTILITY"}', 0, 'campaign', '2026', '2026'),
        ('s', 's', '{}', 'sending', '{"category": "MARKETING"}', 2, 'stream', '2026', '2026'),
        ('f', 'f', '{}', 'sending', '', 0, 'stream', '2026', '2026'),
        ('p', 'p', '{}', 'done', '{"category": "AUTHENTICATION"}', 2, 'proof', '2026', '2026');
"""


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """A workspace as it was before, with two people, their answers, a list and campaigns."""
    path = tmp_path / "studio.db"
    conn = sqlite3.connect(path)
    migrations.migrations().apply(Database(conn), stop_before="m0008_audience")
    conn.executescript(_OLD)
    conn.close()
    return path


@pytest.fixture
def store(older: Path) -> Store:
    return Store(older)


def test_people_lists_and_answers_are_as_they_were(store: Store) -> None:
    people = store.rows("SELECT id, phone, first_name, f_city, user_id, utility FROM contacts ORDER BY id")
    assert [tuple(row) for row in people] == [
        (1, "+31600000001", "Zoë", "Delft", "", "unknown"), (2, "+31600000002", "Ada", None, "", "unknown"),
    ]  # fmt: skip
    assert store.value("SELECT count(*) FROM list_members") == 2
    said = store.rows("SELECT contact_id, phone, state, source, evidence, recorded_at FROM consents ORDER BY id")
    assert [tuple(row) for row in said] == [
        (1, "+31600000001", "yes", "form", "a.csv:2", "2026-01-01"),
        (None, "+31600000009", "no", "inbound:w", "", "2026-01-02"),
    ]
    assert [tuple(row) for row in store.rows("SELECT name, kind, options FROM fields")] == [("city", "text", "[]")]
    assert store.value("SELECT until FROM suppressions") == ""
    assert store.value("SELECT rowid FROM contacts_fts WHERE contacts_fts MATCH 'zoe'") == 1
    assert store.value("PRAGMA integrity_check") == "ok"
    assert store.rows("PRAGMA foreign_key_check") == []


def test_each_campaign_has_the_purpose_of_its_template(store: Store) -> None:
    found = dict(tuple(row) for row in store.rows("SELECT id, purpose FROM campaigns"))
    assert found == {"d": "", "m": "marketing", "u": "utility", "s": "marketing", "f": "service", "p": "authentication"}


def test_a_contact_may_have_no_number_and_a_number_is_one_contacts(store: Store) -> None:
    add = "INSERT INTO contacts (phone, user_id, created_at, updated_at) VALUES (?, ?, '', '')"
    with store.write() as conn:
        conn.execute(add, (None, "NL.1"))
        conn.execute(add, (None, "NL.2"))
    for again in ((None, "NL.1"), ("+31600000001", "")):
        with pytest.raises(sqlite3.IntegrityError), store.write() as conn:
            conn.execute(add, again)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE consents SET state = 'yes'", "UPDATE consents SET at = '2027'", "DELETE FROM consents",
        "UPDATE audit SET after = ''", "DELETE FROM audit",
    ],
)  # fmt: skip
def test_what_was_said_and_done_is_only_added_to(change: str, store: Store) -> None:
    with store.write() as conn:
        conn.execute("INSERT INTO audit (at, action, kind, after) VALUES ('2026', 'changed', 'setting', '1')")
    with pytest.raises(sqlite3.IntegrityError), store.write() as conn:
        conn.execute(change)


def test_only_a_transaction_that_says_so_takes_answers_out(store: Store) -> None:
    with store.write() as conn, unlocked(conn, "test"):
        conn.execute("DELETE FROM consents WHERE contact_id = 1")
    assert store.value("SELECT count(*) FROM consents") == 1
    assert store.value("SELECT count(*) FROM unlocked") == 0
    with pytest.raises(sqlite3.IntegrityError), store.write() as conn:
        conn.execute("DELETE FROM consents")


def test_a_contact_that_is_deleted_leaves_its_answers(store: Store) -> None:
    with store.write() as conn:
        conn.execute("DELETE FROM contacts WHERE id = 1")
    assert store.value("SELECT count(*) FROM consents WHERE contact_id IS NULL") == 2
