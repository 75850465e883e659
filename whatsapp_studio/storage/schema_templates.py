"""Decides the shape of what is kept of templates beside Meta's copy: drafts, history, files, figures, snippets."""

from __future__ import annotations

WRITING = """
    CREATE TABLE template_drafts (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        language TEXT NOT NULL,
        content TEXT NOT NULL,
        base_id TEXT NOT NULL DEFAULT '',
        state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'queued', 'submitting', 'refused')),
        problem TEXT NOT NULL DEFAULT '',
        not_before TEXT,
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL
    );
    CREATE UNIQUE INDEX template_drafts_by_name ON template_drafts (name, language) WHERE name <> '';
    CREATE TABLE template_history (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        language TEXT NOT NULL,
        meta_id TEXT NOT NULL DEFAULT '',
        at TEXT NOT NULL,
        kind TEXT NOT NULL,
        before TEXT NOT NULL DEFAULT '',
        after TEXT NOT NULL DEFAULT '',
        reason TEXT NOT NULL DEFAULT '',
        details TEXT NOT NULL DEFAULT '',
        source TEXT NOT NULL CHECK (source IN ('sync', 'webhook', 'us'))
    );
    CREATE INDEX template_history_by_name ON template_history (name, language, id);
    CREATE INDEX template_history_by_kind ON template_history (kind, at);
    CREATE TABLE template_figures (
        meta_id TEXT NOT NULL,
        day TEXT NOT NULL,
        sent INTEGER NOT NULL DEFAULT 0,
        delivered INTEGER NOT NULL DEFAULT 0,
        read INTEGER NOT NULL DEFAULT 0,
        details TEXT NOT NULL DEFAULT '{}',
        read_at TEXT NOT NULL,
        PRIMARY KEY (meta_id, day)
    ) WITHOUT ROWID;
    CREATE TABLE media_files (
        hash TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        mime TEXT NOT NULL,
        size INTEGER NOT NULL,
        added_at TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE media_uploads (
        hash TEXT NOT NULL REFERENCES media_files (hash) ON DELETE CASCADE,
        place TEXT NOT NULL,
        mark TEXT NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (hash, place)
    ) WITHOUT ROWID;
    CREATE TABLE snippets (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE COLLATE NOCASE,
        deleted_at TEXT
    );
    CREATE TABLE snippet_versions (
        snippet_id INTEGER NOT NULL REFERENCES snippets (id),
        number INTEGER NOT NULL,
        content TEXT NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (snippet_id, number)
    ) WITHOUT ROWID;
    CREATE TABLE recipes (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE COLLATE NOCASE,
        content TEXT NOT NULL,
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL
    );
    CREATE TABLE preview_samples (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE COLLATE NOCASE,
        content TEXT NOT NULL,
        at TEXT NOT NULL
    );
"""
