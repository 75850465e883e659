"""Decides the tables of journeys that run: who is where, since when and until when, what was passed, news to be heard.

Moments are whole milliseconds since 1970 in UTC. Messages of a journey leave by the outbox: a row of ``campaigns`` of
the kind ``stream`` stands for one message step in one translation.
"""

from __future__ import annotations

RUNNING = """
CREATE TABLE lives (
    journey_id TEXT NOT NULL REFERENCES journeys (id),
    test INTEGER NOT NULL DEFAULT 0,
    state TEXT NOT NULL CHECK (state IN ('running', 'paused', 'closed', 'stopped', 'done')),
    pause TEXT NOT NULL DEFAULT '' CHECK (pause IN ('', 'hold', 'discard')),
    before_pause TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL DEFAULT '',
    plan_id INTEGER NOT NULL,
    since INTEGER NOT NULL,
    begun INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (journey_id, test)
) WITHOUT ROWID;
CREATE TRIGGER lives_begun AFTER INSERT ON lives BEGIN
    UPDATE lives SET begun = new.since WHERE journey_id = new.journey_id AND test = new.test;
END;
CREATE TRIGGER lives_begun_again AFTER UPDATE OF state ON lives
WHEN old.state IN ('stopped', 'done') AND new.state NOT IN ('stopped', 'done') BEGIN
    UPDATE lives SET begun = new.since WHERE journey_id = new.journey_id AND test = new.test;
END;
CREATE TABLE plans (
    id INTEGER PRIMARY KEY,
    journey_id TEXT NOT NULL REFERENCES journeys (id),
    version INTEGER NOT NULL,
    test INTEGER NOT NULL DEFAULT 0,
    zone TEXT NOT NULL,
    made INTEGER NOT NULL
);
CREATE INDEX plans_by_journey ON plans (journey_id, id);
CREATE TABLE runs (
    id INTEGER PRIMARY KEY,
    plan_id INTEGER NOT NULL REFERENCES plans (id),
    journey_id TEXT NOT NULL,
    test INTEGER NOT NULL DEFAULT 0,
    contact_id INTEGER NOT NULL,
    entered INTEGER NOT NULL,
    step TEXT NOT NULL,
    visit INTEGER NOT NULL DEFAULT 1,
    came INTEGER NOT NULL,
    code TEXT NOT NULL DEFAULT '',
    due INTEGER,
    state BLOB NOT NULL,
    ended INTEGER,
    ending TEXT NOT NULL DEFAULT '',
    goal INTEGER
);
CREATE INDEX runs_goal ON runs (plan_id) WHERE goal IS NOT NULL;
CREATE INDEX runs_due ON runs (plan_id, due) WHERE due IS NOT NULL;
CREATE UNIQUE INDEX runs_inside ON runs (journey_id, test, contact_id) WHERE ended IS NULL;
CREATE INDEX runs_at_step ON runs (plan_id, step, id) WHERE ended IS NULL;
CREATE INDEX runs_by_contact ON runs (contact_id, journey_id, id);
CREATE INDEX runs_asking ON runs (plan_id, id) WHERE code = 'late-ask';
CREATE TABLE passes (
    run_id INTEGER NOT NULL,
    n INTEGER NOT NULL,
    plan_id INTEGER NOT NULL,
    step TEXT NOT NULL,
    visit INTEGER NOT NULL,
    came INTEGER NOT NULL,
    went INTEGER NOT NULL,
    port TEXT NOT NULL,
    log BLOB NOT NULL,
    PRIMARY KEY (run_id, n)
) WITHOUT ROWID;
CREATE INDEX passes_by_step ON passes (plan_id, step, port);
CREATE TABLE tallies (
    plan_id INTEGER NOT NULL,
    step TEXT NOT NULL,
    what TEXT NOT NULL,
    port TEXT NOT NULL DEFAULT '',
    n INTEGER NOT NULL,
    PRIMARY KEY (plan_id, step, what, port)
) WITHOUT ROWID;
CREATE TABLE signals (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    parked INTEGER NOT NULL DEFAULT 0,
    kind TEXT NOT NULL,
    at INTEGER NOT NULL,
    run_id INTEGER,
    contact_id INTEGER,
    step TEXT NOT NULL DEFAULT '',
    visit INTEGER NOT NULL DEFAULT 0,
    text TEXT NOT NULL DEFAULT '',
    data TEXT NOT NULL DEFAULT ''
);
CREATE INDEX signals_waiting ON signals (parked, id);
CREATE INDEX signals_by_run ON signals (run_id) WHERE run_id IS NOT NULL;
CREATE TABLE effects (
    key TEXT PRIMARY KEY,
    run_id INTEGER NOT NULL,
    step TEXT NOT NULL,
    visit INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('call', 'notify')),
    details TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'ready' CHECK (state IN ('ready', 'doing', 'done', 'failed', 'unknown')),
    at INTEGER NOT NULL,
    until INTEGER,
    answer TEXT NOT NULL DEFAULT ''
);
CREATE INDEX effects_open ON effects (kind, state, at, key) WHERE state IN ('ready', 'doing');
CREATE TABLE readings (
    id INTEGER PRIMARY KEY,
    plan_id INTEGER NOT NULL,
    step TEXT NOT NULL,
    slot INTEGER NOT NULL,
    began INTEGER NOT NULL DEFAULT 0,
    state TEXT NOT NULL CHECK (state IN ('reading', 'done', 'skipped')),
    event TEXT NOT NULL DEFAULT '',
    reuses INTEGER,
    after_id INTEGER NOT NULL DEFAULT 0,
    found INTEGER NOT NULL DEFAULT 0,
    entered INTEGER NOT NULL DEFAULT 0,
    refused TEXT NOT NULL DEFAULT '{}',
    UNIQUE (plan_id, step, slot)
);
CREATE TABLE reading_members (
    reading_id INTEGER NOT NULL,
    contact_id INTEGER NOT NULL,
    PRIMARY KEY (reading_id, contact_id)
) WITHOUT ROWID;
CREATE INDEX readings_open ON readings (id) WHERE state = 'reading';
CREATE TABLE seen (
    journey_id TEXT NOT NULL,
    test INTEGER NOT NULL,
    step TEXT NOT NULL,
    contact_id INTEGER NOT NULL,
    PRIMARY KEY (journey_id, test, step, contact_id)
) WITHOUT ROWID;
CREATE TABLE journey_log (
    id INTEGER PRIMARY KEY,
    journey_id TEXT NOT NULL,
    test INTEGER NOT NULL DEFAULT 0,
    at INTEGER NOT NULL,
    code TEXT NOT NULL,
    facts TEXT NOT NULL DEFAULT '{}',
    contact_id INTEGER
);
CREATE INDEX journey_log_by_journey ON journey_log (journey_id, id);
CREATE TABLE simulations (
    id INTEGER PRIMARY KEY,
    journey_id TEXT NOT NULL,
    name TEXT NOT NULL DEFAULT '',
    at INTEGER NOT NULL,
    logic TEXT NOT NULL,
    result BLOB NOT NULL
);
CREATE INDEX simulations_by_journey ON simulations (journey_id, id);

ALTER TABLE campaigns ADD COLUMN kind TEXT NOT NULL DEFAULT 'campaign';
ALTER TABLE campaigns ADD COLUMN plan_id INTEGER;
ALTER TABLE campaigns ADD COLUMN step TEXT NOT NULL DEFAULT '';
ALTER TABLE campaigns ADD COLUMN tries INTEGER NOT NULL DEFAULT 4;
CREATE INDEX streams_by_plan ON campaigns (plan_id) WHERE kind = 'stream';
ALTER TABLE outbox ADD COLUMN run_id INTEGER;
ALTER TABLE outbox ADD COLUMN step TEXT NOT NULL DEFAULT '';
ALTER TABLE outbox ADD COLUMN visit INTEGER NOT NULL DEFAULT 0;
ALTER TABLE outbox ADD COLUMN body TEXT NOT NULL DEFAULT '';
ALTER TABLE outbox ADD COLUMN queued_at TEXT NOT NULL DEFAULT '';
ALTER TABLE outbox ADD COLUMN not_after TEXT NOT NULL DEFAULT '';
ALTER TABLE outbox ADD COLUMN quiet TEXT NOT NULL DEFAULT '';
CREATE INDEX outbox_by_run ON outbox (run_id, step, visit) WHERE run_id IS NOT NULL;
CREATE TRIGGER outbox_heard AFTER UPDATE OF state ON outbox
WHEN new.run_id IS NOT NULL AND new.state IS NOT old.state
    AND new.state IN ('accepted', 'held', 'sent', 'delivered', 'read', 'failed', 'excluded')
    AND new.reason NOT IN ('timed-out', 'stopped') BEGIN
    INSERT INTO signals (kind, at, run_id, contact_id, step, visit, text, data) VALUES (
        'message',
        CAST(round((julianday(coalesce(new.news_at, new.settled_at, new.claimed_at)) - 2440587.5) * 86400000)
            AS INTEGER),
        new.run_id, new.contact_id, new.step, new.visit, new.state, new.reason);
END;
"""
