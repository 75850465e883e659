"""Decides the shape of the database: each change of it is a function here, run once, in order."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from whatsapp_studio.storage.schema_audience import AUDIENCE
from whatsapp_studio.storage.schema_campaigns import CAMPAIGNS
from whatsapp_studio.storage.schema_running import RUNNING
from whatsapp_studio.storage.schema_templates import WRITING

if TYPE_CHECKING:
    from sqlite_utils import Database, Migrations

_SET = "studio"
_STEPS: list[Callable[[Database], None]] = []


def newest_known(conn: sqlite3.Connection) -> bool:
    """Whether every migration this file has seen is one this program knows."""
    return _seen(conn) <= {step.__name__ for step in _STEPS}


def migrate(conn: sqlite3.Connection) -> None:
    """Bring a file to the newest shape; what makes changes is loaded only where there is one to be made."""
    if _seen(conn) != {step.__name__ for step in _STEPS}:
        steps = migrations()
        from sqlite_utils import Database

        steps.apply(Database(conn))


def migrations() -> Migrations:
    """Every change of the shape, in order."""
    _load_sqlite_utils()
    from sqlite_utils import Migrations

    found = Migrations(_SET)
    for step in _STEPS:
        found()(step)
    return found


def _seen(conn: sqlite3.Connection) -> set[str]:
    if not conn.execute("SELECT 1 FROM sqlite_master WHERE name = '_sqlite_migrations'").fetchone():
        return set()
    return {name for (name,) in conn.execute("SELECT name FROM _sqlite_migrations WHERE migration_set = ?", (_SET,))}


def _step(change: Callable[[Database], None]) -> Callable[[Database], None]:
    _STEPS.append(change)
    return change


def _load_sqlite_utils() -> None:
    """It brings numpy along wherever that is installed, only to know its numbers; here nobody hands it any.

    Without that a new workspace opens a tenth of a second sooner; whoever counts with numpy later finds it as ever.
    """
    if "numpy" in sys.modules or "sqlite_utils" in sys.modules:
        return
    sys.modules["numpy"] = None  # type: ignore[assignment]
    try:
        import sqlite_utils  # noqa: F401
    finally:
        del sys.modules["numpy"]


@_step
def m0001_contacts(db: Database) -> None:
    """People, their say in being written to, and the lists they are on."""
    db.executescript("""
        CREATE TABLE contacts (
            id INTEGER PRIMARY KEY,
            phone TEXT NOT NULL UNIQUE,
            wa_id TEXT NOT NULL DEFAULT '',
            first_name TEXT NOT NULL DEFAULT '',
            last_name TEXT NOT NULL DEFAULT '',
            language TEXT NOT NULL DEFAULT '',
            country TEXT NOT NULL DEFAULT '',
            time_zone TEXT NOT NULL DEFAULT '',
            marketing TEXT NOT NULL DEFAULT 'unknown' CHECK (marketing IN ('yes', 'no', 'unknown')),
            is_test INTEGER NOT NULL DEFAULT 0,
            is_sample INTEGER NOT NULL DEFAULT 0,
            created_at TEXT NOT NULL,
            updated_at TEXT NOT NULL
        );
        CREATE INDEX contacts_by_name ON contacts (first_name, last_name, id);
        CREATE INDEX contacts_by_wa_id ON contacts (wa_id) WHERE wa_id <> '';
        CREATE TABLE fields (
            name TEXT PRIMARY KEY,
            label TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('text', 'number', 'date', 'boolean')),
            position INTEGER NOT NULL
        );
        CREATE TABLE consents (
            id INTEGER PRIMARY KEY,
            contact_id INTEGER REFERENCES contacts (id) ON DELETE SET NULL,
            phone TEXT NOT NULL,
            purpose TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('yes', 'no')),
            source TEXT NOT NULL,
            at TEXT NOT NULL,
            evidence TEXT NOT NULL DEFAULT ''
        );
        CREATE INDEX consents_by_contact ON consents (contact_id, purpose, id);
        CREATE INDEX consents_by_phone ON consents (phone, purpose, id);
        CREATE TABLE suppressions (
            phone TEXT PRIMARY KEY,
            reason TEXT NOT NULL,
            source TEXT NOT NULL DEFAULT '',
            at TEXT NOT NULL
        );
        CREATE TABLE lists (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE COLLATE NOCASE,
            created_at TEXT NOT NULL
        );
        CREATE TABLE list_members (
            list_id INTEGER NOT NULL REFERENCES lists (id) ON DELETE CASCADE,
            contact_id INTEGER NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
            PRIMARY KEY (list_id, contact_id)
        ) WITHOUT ROWID;
        CREATE INDEX list_members_by_contact ON list_members (contact_id);
    """)
    db.table("contacts").enable_fts(
        ["first_name", "last_name", "phone"], tokenize="unicode61 remove_diacritics 2", create_triggers=True
    )


@_step
def m0002_connection(db: Database) -> None:
    """The account at Meta without its secrets, what was acknowledged, and the copy of its templates."""
    db.executescript("""
        CREATE TABLE connection (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            waba_id TEXT NOT NULL,
            phone_number_id TEXT NOT NULL,
            graph_url TEXT NOT NULL,
            display_phone_number TEXT NOT NULL DEFAULT '',
            verified_name TEXT NOT NULL DEFAULT '',
            quality_rating TEXT NOT NULL DEFAULT '',
            throughput TEXT NOT NULL DEFAULT '',
            messaging_limit TEXT NOT NULL DEFAULT '',
            token_expires_at TEXT NOT NULL DEFAULT '',
            verify_token TEXT NOT NULL,
            is_sandbox INTEGER NOT NULL DEFAULT 0,
            checked_at TEXT NOT NULL
        );
        CREATE TABLE acknowledgements (code TEXT PRIMARY KEY, at TEXT NOT NULL);
        CREATE TABLE templates (
            name TEXT NOT NULL,
            language TEXT NOT NULL,
            meta_id TEXT NOT NULL DEFAULT '',
            category TEXT NOT NULL,
            status TEXT NOT NULL,
            quality TEXT NOT NULL DEFAULT '',
            content_hash TEXT NOT NULL,
            raw TEXT NOT NULL,
            synced_at TEXT NOT NULL,
            PRIMARY KEY (name, language)
        );
        CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL);
    """)


@_step
def m0003_campaigns(db: Database) -> None:
    """Campaigns, the outbox, and the counts that triggers keep in the same transaction as the rows."""
    db.executescript("""
        CREATE TABLE campaigns (
            id TEXT PRIMARY KEY,
            name TEXT NOT NULL UNIQUE COLLATE NOCASE,
            draft TEXT NOT NULL,
            state TEXT NOT NULL DEFAULT 'draft'
                CHECK (state IN ('draft', 'scheduled', 'sending', 'paused', 'done', 'stopped')),
            template_raw TEXT NOT NULL DEFAULT '',
            sender TEXT NOT NULL DEFAULT '',
            marketing INTEGER NOT NULL DEFAULT 1,
            rate INTEGER,
            pause_reason TEXT NOT NULL DEFAULT '',
            created_at TEXT NOT NULL,
            updated_at TEXT NOT NULL,
            launched_at TEXT,
            starts_at TEXT,
            held_until TEXT,
            finished_at TEXT
        );
        CREATE TABLE outbox (
            id INTEGER PRIMARY KEY,
            key TEXT NOT NULL UNIQUE,
            campaign_id TEXT NOT NULL REFERENCES campaigns (id),
            contact_id INTEGER NOT NULL,
            phone TEXT NOT NULL,
            name TEXT NOT NULL DEFAULT '',
            state TEXT NOT NULL DEFAULT 'ready',
            reason TEXT NOT NULL DEFAULT '',
            fill TEXT NOT NULL DEFAULT '{}',
            not_before TEXT NOT NULL DEFAULT '',
            attempts INTEGER NOT NULL DEFAULT 0,
            wamid TEXT,
            code INTEGER NOT NULL DEFAULT 0,
            details TEXT NOT NULL DEFAULT '',
            trace TEXT NOT NULL DEFAULT '',
            claimed_at TEXT,
            settled_at TEXT,
            news_at TEXT
        );
        CREATE INDEX outbox_ready ON outbox (campaign_id, not_before, id) WHERE state = 'ready';
        CREATE INDEX outbox_sending ON outbox (id) WHERE state = 'sending';
        CREATE INDEX outbox_unknown ON outbox (campaign_id, id) WHERE state = 'unknown';
        CREATE INDEX outbox_by_campaign ON outbox (campaign_id, state, id);
        CREATE UNIQUE INDEX outbox_by_wamid ON outbox (wamid) WHERE wamid IS NOT NULL;
        CREATE TABLE counts (
            campaign_id TEXT NOT NULL,
            state TEXT NOT NULL,
            reason TEXT NOT NULL DEFAULT '',
            n INTEGER NOT NULL,
            PRIMARY KEY (campaign_id, state, reason)
        ) WITHOUT ROWID;
        CREATE TRIGGER outbox_added AFTER INSERT ON outbox BEGIN
            INSERT INTO counts VALUES (new.campaign_id, new.state, new.reason, 1)
                ON CONFLICT DO UPDATE SET n = n + 1;
        END;
        CREATE TRIGGER outbox_moved AFTER UPDATE OF state, reason ON outbox
        WHEN new.state IS NOT old.state OR new.reason IS NOT old.reason BEGIN
            UPDATE counts SET n = n - 1
                WHERE campaign_id = old.campaign_id AND state = old.state AND reason = old.reason;
            INSERT INTO counts VALUES (new.campaign_id, new.state, new.reason, 1)
                ON CONFLICT DO UPDATE SET n = n + 1;
        END;
        CREATE TRIGGER outbox_removed AFTER DELETE ON outbox BEGIN
            UPDATE counts SET n = n - 1
                WHERE campaign_id = old.campaign_id AND state = old.state AND reason = old.reason;
        END;
        CREATE TABLE news (
            id INTEGER PRIMARY KEY,
            wamid TEXT NOT NULL,
            key TEXT NOT NULL DEFAULT '',
            status TEXT NOT NULL,
            at TEXT NOT NULL,
            code INTEGER NOT NULL DEFAULT 0,
            details TEXT NOT NULL DEFAULT '',
            UNIQUE (wamid, status)
        );
        CREATE TABLE inbox (
            wamid TEXT PRIMARY KEY,
            phone TEXT NOT NULL,
            at TEXT NOT NULL,
            kind TEXT NOT NULL,
            text TEXT NOT NULL DEFAULT '',
            payload TEXT NOT NULL DEFAULT '',
            context TEXT NOT NULL DEFAULT ''
        );
        CREATE INDEX inbox_by_phone ON inbox (phone, at);
        CREATE INDEX inbox_by_context ON inbox (context) WHERE context <> '';
    """)


@_step
def m0004_journeys(db: Database) -> None:
    """Journeys as the text of their files, and their versions, which never change."""
    db.executescript("""
        CREATE TABLE journeys (
            id TEXT PRIMARY KEY,
            name TEXT NOT NULL,
            text TEXT NOT NULL,
            about TEXT NOT NULL,
            created_at TEXT NOT NULL,
            saved_at TEXT NOT NULL,
            deleted_at TEXT
        );
        CREATE TABLE journey_versions (
            journey_id TEXT NOT NULL REFERENCES journeys (id),
            number INTEGER NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('saved', 'kept', 'published')),
            label TEXT NOT NULL DEFAULT '',
            at TEXT NOT NULL,
            logic TEXT NOT NULL,
            text TEXT NOT NULL,
            PRIMARY KEY (journey_id, number)
        );
        CREATE TRIGGER journey_versions_stay BEFORE UPDATE ON journey_versions BEGIN
            SELECT RAISE (ABORT, 'a version never changes');
        END;
        CREATE TRIGGER journey_versions_are_kept BEFORE DELETE ON journey_versions WHEN old.kind <> 'saved' BEGIN
            SELECT RAISE (ABORT, 'only versions saved by themselves are thinned out');
        END;
    """)


@_step
def m0005_running(db: Database) -> None:
    """Journeys that run, and what has been simulated."""
    db.executescript(RUNNING)


@_step
def m0006_writing(db: Database) -> None:
    """Templates that are written here, what became of those at Meta, their files, and content that is used again."""
    db.executescript(WRITING)


@_step
def m0007_translations(db: Database) -> None:
    """Campaigns in several languages, the translation that a recipient gets, and the files messages take along."""
    db.executescript("""
        CREATE TABLE campaign_translations (
            campaign_id TEXT NOT NULL REFERENCES campaigns (id),
            language TEXT NOT NULL,
            raw TEXT NOT NULL,
            PRIMARY KEY (campaign_id, language)
        ) WITHOUT ROWID;
        CREATE TABLE campaign_media (
            campaign_id TEXT NOT NULL REFERENCES campaigns (id),
            hash TEXT NOT NULL,
            PRIMARY KEY (campaign_id, hash)
        ) WITHOUT ROWID;
        ALTER TABLE outbox ADD COLUMN language TEXT NOT NULL DEFAULT '';
    """)


@_step
def m0008_audience(db: Database) -> None:
    """Segments, a consent ledger that only grows, suppression, undo of imports, quiet hours, caps, the audit log."""
    db.executescript(AUDIENCE)
    # A contact may have no number (Meta's usernames); taking NOT NULL away needs no rewriting of the rows
    # (sqlite.org/lang_altertable.html, section 7). For IN SQLite would fill a table at every row that is added.
    db.execute("PRAGMA writable_schema = ON")
    for before, after in (
        ("phone TEXT NOT NULL UNIQUE", "phone TEXT UNIQUE"),
        (
            "marketing IN ('yes', 'no', 'unknown')",
            "marketing = 'yes' OR marketing = 'no' OR marketing = 'unknown'",
        ),
    ):
        db.execute(
            "UPDATE sqlite_master SET sql = replace(sql, ?, ?) WHERE type = 'table' AND name = 'contacts'",
            (before, after),
        )
    db.execute("PRAGMA writable_schema = RESET")


@_step
def m0009_campaigns(db: Database) -> None:
    """Recurring campaigns, waves, experiments, prices and bills, calendars, what happened to a campaign by itself."""
    db.executescript(CAMPAIGNS)
