"""Decides the tables of audiences: segments, consent, who is never written to, imports that can be undone, the audit.

``consents`` and ``audit`` are only ever added to. Rows leave them in a transaction that holds a row of ``unlocked``
alone: for a person who is erased, an import that is undone, and sample data (see ``storage.unlocking``).

Contacts are found by ``contacts_fts`` (words of names) and come in order by ``contacts_sorted`` and its like: an import
may drop triggers and indexes inside its transaction when it makes them again with the same words. ``fold`` is a
function of ours (``storage.db``): whoever writes contacts through a connection of its own has to register it.
"""

from __future__ import annotations

AUDIENCE = """
ALTER TABLE contacts ADD COLUMN user_id TEXT NOT NULL DEFAULT '';
ALTER TABLE contacts ADD COLUMN utility TEXT NOT NULL DEFAULT 'unknown';
ALTER TABLE contacts ADD COLUMN raw_phone TEXT NOT NULL DEFAULT '';
CREATE UNIQUE INDEX contacts_by_user_id ON contacts (user_id) WHERE user_id <> '';
DROP INDEX contacts_by_name;
CREATE INDEX contacts_sorted ON contacts (fold(first_name), fold(last_name));
CREATE INDEX contacts_by_country ON contacts (country);
CREATE INDEX contacts_by_language ON contacts (language);
CREATE INDEX contacts_by_marketing ON contacts (marketing);
DROP TRIGGER contacts_ai;
DROP TRIGGER contacts_ad;
DROP TRIGGER contacts_au;
DROP TABLE contacts_fts;
CREATE VIRTUAL TABLE contacts_fts USING fts5 (
    first_name, last_name, tokenize = 'unicode61 remove_diacritics 2', content = 'contacts', content_rowid = 'id',
    columnsize = 0
);
INSERT INTO contacts_fts (contacts_fts) VALUES ('rebuild');
CREATE TRIGGER contacts_ai AFTER INSERT ON contacts BEGIN
    INSERT INTO contacts_fts (rowid, first_name, last_name) VALUES (new.id, new.first_name, new.last_name);
END;
CREATE TRIGGER contacts_ad AFTER DELETE ON contacts BEGIN
    INSERT INTO contacts_fts (contacts_fts, rowid, first_name, last_name)
        VALUES ('delete', old.id, old.first_name, old.last_name);
END;
CREATE TRIGGER contacts_au AFTER UPDATE OF id, first_name, last_name ON contacts
WHEN new.id IS NOT old.id OR new.first_name IS NOT old.first_name OR new.last_name IS NOT old.last_name BEGIN
    INSERT INTO contacts_fts (contacts_fts, rowid, first_name, last_name)
        VALUES ('delete', old.id, old.first_name, old.last_name);
    INSERT INTO contacts_fts (rowid, first_name, last_name) VALUES (new.id, new.first_name, new.last_name);
END;

CREATE TABLE unlocked (what TEXT PRIMARY KEY) WITHOUT ROWID;

ALTER TABLE fields RENAME TO fields_before;
CREATE TABLE fields (
    name TEXT PRIMARY KEY,
    label TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('text', 'number', 'date', 'datetime', 'boolean', 'list')),
    position INTEGER NOT NULL,
    options TEXT NOT NULL DEFAULT '[]'
);
INSERT INTO fields (name, label, kind, position) SELECT name, label, kind, position FROM fields_before;
DROP TABLE fields_before;

DROP INDEX consents_by_contact;
DROP INDEX consents_by_phone;
ALTER TABLE consents RENAME TO consents_before;
CREATE TABLE consents (
    id INTEGER PRIMARY KEY,
    contact_id INTEGER REFERENCES contacts (id) ON DELETE SET NULL,
    phone TEXT NOT NULL,
    purpose TEXT NOT NULL CHECK (purpose IN ('marketing', 'utility')),
    state TEXT NOT NULL CHECK (state = 'yes' OR state = 'no' OR state = 'unknown'),
    source TEXT NOT NULL,
    at TEXT NOT NULL,
    evidence TEXT NOT NULL DEFAULT '',
    wording TEXT NOT NULL DEFAULT '',
    recorded_at TEXT NOT NULL DEFAULT ''
);
INSERT INTO consents (id, contact_id, phone, purpose, state, source, at, evidence, recorded_at)
    SELECT id, contact_id, phone, purpose, state, source, at, evidence, at FROM consents_before;
DROP TABLE consents_before;
CREATE INDEX consents_by_contact ON consents (contact_id, purpose, id);
CREATE INDEX consents_by_phone ON consents (phone, purpose, id);
CREATE TRIGGER consents_stay BEFORE UPDATE ON consents
WHEN (new.id IS NOT old.id OR new.phone IS NOT old.phone OR new.purpose IS NOT old.purpose
    OR new.state IS NOT old.state OR new.source IS NOT old.source OR new.at IS NOT old.at
    OR new.evidence IS NOT old.evidence OR new.wording IS NOT old.wording
    OR new.recorded_at IS NOT old.recorded_at) AND NOT EXISTS (SELECT 1 FROM unlocked) BEGIN
    SELECT RAISE (ABORT, 'what was said stays as it was said');
END;
CREATE TRIGGER consents_are_kept BEFORE DELETE ON consents WHEN NOT EXISTS (SELECT 1 FROM unlocked) BEGIN
    SELECT RAISE (ABORT, 'what was said is kept');
END;

ALTER TABLE suppressions ADD COLUMN until TEXT NOT NULL DEFAULT '';
CREATE INDEX suppressions_until ON suppressions (until) WHERE until <> '';
CREATE TABLE suppressed_prefixes (
    prefix TEXT PRIMARY KEY,
    reason TEXT NOT NULL,
    source TEXT NOT NULL DEFAULT '',
    at TEXT NOT NULL,
    until TEXT NOT NULL DEFAULT ''
) WITHOUT ROWID;
CREATE TABLE practice_people (phone TEXT PRIMARY KEY, at TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE tombstones (mark TEXT PRIMARY KEY, at TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE keywords (
    language TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('stop', 'start', 'help')),
    words TEXT NOT NULL,
    reply TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (language, kind)
) WITHOUT ROWID;

CREATE TABLE notes (
    id INTEGER PRIMARY KEY,
    contact_id INTEGER NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
    at TEXT NOT NULL,
    text TEXT NOT NULL
);
CREATE INDEX notes_by_contact ON notes (contact_id, id);
CREATE TABLE merges (
    id INTEGER PRIMARY KEY,
    kept_id INTEGER NOT NULL,
    gone_id INTEGER NOT NULL,
    at TEXT NOT NULL,
    before TEXT NOT NULL,
    undone_at TEXT NOT NULL DEFAULT ''
);

CREATE TABLE segments (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE COLLATE NOCASE,
    rule TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
);

CREATE TABLE imports (
    id INTEGER PRIMARY KEY,
    file TEXT NOT NULL,
    at TEXT NOT NULL,
    rows INTEGER NOT NULL DEFAULT 0,
    added INTEGER NOT NULL DEFAULT 0,
    updated INTEGER NOT NULL DEFAULT 0,
    duplicates INTEGER NOT NULL DEFAULT 0,
    invalid INTEGER NOT NULL DEFAULT 0,
    list_id INTEGER,
    first_id INTEGER NOT NULL DEFAULT 0,
    last_id INTEGER NOT NULL DEFAULT -1,
    before TEXT NOT NULL DEFAULT '',
    undone_at TEXT NOT NULL DEFAULT ''
);
CREATE TABLE import_before (
    contact_id INTEGER PRIMARY KEY,
    row TEXT NOT NULL DEFAULT '',
    listed INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE quiet_presets (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE COLLATE NOCASE,
    hours TEXT NOT NULL,
    is_default INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE caps (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE COLLATE NOCASE,
    cap TEXT NOT NULL,
    enabled INTEGER NOT NULL DEFAULT 1,
    reset_at TEXT NOT NULL DEFAULT ''
);
CREATE TABLE cap_resets (
    cap_id INTEGER NOT NULL REFERENCES caps (id) ON DELETE CASCADE,
    contact_id INTEGER NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
    at TEXT NOT NULL,
    PRIMARY KEY (cap_id, contact_id)
) WITHOUT ROWID;
CREATE TABLE country_limits (
    country TEXT NOT NULL,
    purpose TEXT NOT NULL,
    most INTEGER NOT NULL,
    days INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (country, purpose)
) WITHOUT ROWID;

ALTER TABLE campaigns ADD COLUMN purpose TEXT NOT NULL DEFAULT '';
ALTER TABLE campaigns ADD COLUMN priority INTEGER NOT NULL DEFAULT 50;
ALTER TABLE campaigns ADD COLUMN quiet_id INTEGER;
UPDATE campaigns SET purpose = CASE
    WHEN kind = 'campaign' AND marketing THEN 'marketing'
    WHEN template_raw <> '' AND json_valid(template_raw) AND json_extract(template_raw, '$.category') IS NOT NULL
        THEN lower(json_extract(template_raw, '$.category'))
    WHEN kind = 'stream' THEN 'service' ELSE 'utility' END WHERE state <> 'draft';
ALTER TABLE outbox ADD COLUMN rule TEXT NOT NULL DEFAULT '';
ALTER TABLE outbox ADD COLUMN user_id TEXT NOT NULL DEFAULT '';
CREATE INDEX outbox_by_contact ON outbox (contact_id, claimed_at);
ALTER TABLE inbox ADD COLUMN user_id TEXT NOT NULL DEFAULT '';

CREATE TABLE audit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    action TEXT NOT NULL,
    kind TEXT NOT NULL,
    object TEXT NOT NULL DEFAULT '',
    name TEXT NOT NULL DEFAULT '',
    before TEXT NOT NULL DEFAULT '',
    after TEXT NOT NULL DEFAULT ''
);
CREATE INDEX audit_by_object ON audit (kind, object, id);
CREATE TRIGGER audit_stays BEFORE UPDATE ON audit WHEN NOT EXISTS (SELECT 1 FROM unlocked) BEGIN
    SELECT RAISE (ABORT, 'the audit log is only added to');
END;
CREATE TRIGGER audit_is_kept BEFORE DELETE ON audit BEGIN
    SELECT RAISE (ABORT, 'the audit log is only added to');
END;
"""
