"""Decides the tables of programmes: turns of recurring campaigns, waves, experiments, prices and bills, calendars.

Money is whole millionths of a currency. A rate that was taken back (``removed_at``) stays for what was priced by it.
``campaigns.spent`` is what a campaign's messages cost that left, are leaving or may have left, and are neither failed
nor free; it is kept with each of them. ``openings`` holds whom the business wrote to first: when last, and the time
before: Meta counts these people over 24 hours. ``failing`` counts, of late and since a person set a campaign going, how
requests ended and what was heard of messages. ``campaign_log`` says what happened to a campaign without a person:
paused, a wave held. Of a message ``zone`` is the zone its person named when it was planned (empty: that of the number),
``opted_at`` when they said no to more because of it, and ``delivered_at`` when Meta told that it was delivered.
"""

from __future__ import annotations

CAMPAIGNS = """
ALTER TABLE campaigns ADD COLUMN recurs INTEGER NOT NULL DEFAULT 0;
ALTER TABLE campaigns ADD COLUMN parent_id TEXT REFERENCES campaigns (id);
ALTER TABLE campaigns ADD COLUMN occurs_at TEXT;
ALTER TABLE campaigns ADD COLUMN follows TEXT NOT NULL DEFAULT '';
ALTER TABLE campaigns ADD COLUMN tags TEXT NOT NULL DEFAULT '[]';
ALTER TABLE campaigns ADD COLUMN archived_at TEXT;
ALTER TABLE campaigns ADD COLUMN deleted_at TEXT;
ALTER TABLE campaigns ADD COLUMN late TEXT NOT NULL DEFAULT 'send';
ALTER TABLE campaigns ADD COLUMN late_minutes INTEGER;
ALTER TABLE campaigns ADD COLUMN zone TEXT NOT NULL DEFAULT '';
ALTER TABLE campaigns ADD COLUMN per_day INTEGER;
ALTER TABLE campaigns ADD COLUMN fail_percent INTEGER;
ALTER TABLE campaigns ADD COLUMN day TEXT NOT NULL DEFAULT '';
ALTER TABLE campaigns ADD COLUMN day_claimed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE campaigns ADD COLUMN rests_until TEXT;
ALTER TABLE campaigns ADD COLUMN rests_for TEXT NOT NULL DEFAULT '';
ALTER TABLE campaigns ADD COLUMN budget INTEGER;
ALTER TABLE campaigns ADD COLUMN spent INTEGER NOT NULL DEFAULT 0;
ALTER TABLE campaigns ADD COLUMN currency TEXT NOT NULL DEFAULT '';
ALTER TABLE campaigns ADD COLUMN forecast TEXT NOT NULL DEFAULT '';
CREATE UNIQUE INDEX campaigns_by_turn ON campaigns (parent_id, occurs_at) WHERE parent_id IS NOT NULL;

ALTER TABLE outbox ADD COLUMN wave INTEGER NOT NULL DEFAULT 0;
ALTER TABLE outbox ADD COLUMN treatment TEXT NOT NULL DEFAULT '';
ALTER TABLE outbox ADD COLUMN market TEXT NOT NULL DEFAULT '';
ALTER TABLE outbox ADD COLUMN rate_id INTEGER;
ALTER TABLE outbox ADD COLUMN price INTEGER;
ALTER TABLE outbox ADD COLUMN billed TEXT NOT NULL DEFAULT '';
ALTER TABLE outbox ADD COLUMN billed_as TEXT NOT NULL DEFAULT '';
ALTER TABLE outbox ADD COLUMN zone TEXT NOT NULL DEFAULT '';
ALTER TABLE outbox ADD COLUMN opted_at TEXT;
ALTER TABLE outbox ADD COLUMN delivered_at TEXT;
CREATE INDEX outbox_opted ON outbox (campaign_id) WHERE opted_at IS NOT NULL;
UPDATE outbox SET opted_at = (
    SELECT c.at FROM inbox i JOIN consents c ON c.source = 'inbound:' || i.wamid AND c.state = 'no'
    WHERE i.context = outbox.wamid AND i.phone = c.phone
) WHERE wamid IN (SELECT context FROM inbox WHERE context <> '');

ALTER TABLE news ADD COLUMN billed TEXT NOT NULL DEFAULT '';
ALTER TABLE news ADD COLUMN billed_as TEXT NOT NULL DEFAULT '';

ALTER TABLE campaign_translations RENAME TO translations_before;
CREATE TABLE campaign_translations (
    campaign_id TEXT NOT NULL REFERENCES campaigns (id),
    treatment TEXT NOT NULL DEFAULT '',
    language TEXT NOT NULL,
    raw TEXT NOT NULL,
    PRIMARY KEY (campaign_id, treatment, language)
) WITHOUT ROWID;
INSERT INTO campaign_translations (campaign_id, language, raw) SELECT campaign_id, language, raw
    FROM translations_before;
DROP TABLE translations_before;

CREATE TABLE turns (
    campaign_id TEXT NOT NULL REFERENCES campaigns (id) ON DELETE CASCADE,
    at TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('started', 'skipped', 'asking', 'blocked')),
    child_id TEXT,
    reason TEXT NOT NULL DEFAULT '',
    noted_at TEXT NOT NULL,
    PRIMARY KEY (campaign_id, at)
) WITHOUT ROWID;
CREATE TABLE waves (
    campaign_id TEXT NOT NULL REFERENCES campaigns (id) ON DELETE CASCADE,
    wave INTEGER NOT NULL,
    starts_at TEXT NOT NULL,
    size INTEGER NOT NULL,
    state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'open', 'held')),
    PRIMARY KEY (campaign_id, wave)
) WITHOUT ROWID;
CREATE TABLE experiments (
    campaign_id TEXT PRIMARY KEY REFERENCES campaigns (id) ON DELETE CASCADE,
    plan TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'asking', 'decided')),
    decide_at TEXT,
    winner TEXT NOT NULL DEFAULT '',
    decided_at TEXT,
    found TEXT NOT NULL DEFAULT ''
) WITHOUT ROWID;
CREATE TABLE openings (
    phone TEXT PRIMARY KEY,
    at TEXT NOT NULL,
    before TEXT NOT NULL DEFAULT ''
) WITHOUT ROWID;
CREATE INDEX openings_by_time ON openings (at);
CREATE TABLE failing (
    campaign_id TEXT PRIMARY KEY REFERENCES campaigns (id) ON DELETE CASCADE,
    taken INTEGER NOT NULL DEFAULT 0,
    refused INTEGER NOT NULL DEFAULT 0,
    heard INTEGER NOT NULL DEFAULT 0,
    failed INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE TRIGGER campaigns_resumed AFTER UPDATE OF state ON campaigns
WHEN old.state = 'paused' AND new.state IN ('sending', 'scheduled') BEGIN
    DELETE FROM failing WHERE campaign_id = new.id;
END;
CREATE TABLE rates (
    id INTEGER PRIMARY KEY,
    market TEXT NOT NULL,
    category TEXT NOT NULL,
    currency TEXT NOT NULL,
    price INTEGER NOT NULL,
    above INTEGER NOT NULL DEFAULT 0,
    begins TEXT NOT NULL,
    source TEXT NOT NULL,
    added_at TEXT NOT NULL,
    removed_at TEXT
);
CREATE UNIQUE INDEX rates_valid ON rates (
    market, category, currency, above, begins, (source = 'shipped:sandbox')
) WHERE removed_at IS NULL;
CREATE TRIGGER outbox_spent AFTER UPDATE OF state, billed ON outbox
WHEN new.price > 0 AND
    (old.state NOT IN ('ready', 'failed', 'excluded') AND substr(old.billed, 1, 4) <> 'free')
    <> (new.state NOT IN ('ready', 'failed', 'excluded') AND substr(new.billed, 1, 4) <> 'free')
BEGIN
    UPDATE campaigns SET spent = spent + iif(
        new.state NOT IN ('ready', 'failed', 'excluded') AND substr(new.billed, 1, 4) <> 'free', new.price, -new.price
    ) WHERE id = new.campaign_id;
END;
CREATE TABLE bills (
    day TEXT NOT NULL,
    country TEXT NOT NULL,
    category TEXT NOT NULL,
    type TEXT NOT NULL,
    tier TEXT NOT NULL DEFAULT '',
    currency TEXT NOT NULL,
    volume INTEGER NOT NULL,
    cost INTEGER,
    read_at TEXT NOT NULL,
    PRIMARY KEY (day, country, category, type, tier)
) WITHOUT ROWID;
CREATE TABLE campaign_log (
    id INTEGER PRIMARY KEY,
    campaign_id TEXT NOT NULL REFERENCES campaigns (id) ON DELETE CASCADE,
    at TEXT NOT NULL,
    code TEXT NOT NULL,
    facts TEXT NOT NULL DEFAULT '{}',
    seen INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX campaign_log_by_campaign ON campaign_log (campaign_id, id);
CREATE INDEX campaign_log_unseen ON campaign_log (id) WHERE seen = 0;
CREATE TABLE calendars (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE COLLATE NOCASE,
    kind TEXT NOT NULL CHECK (kind IN ('ics', 'csv')),
    path TEXT NOT NULL DEFAULT '',
    colour INTEGER NOT NULL DEFAULT 0,
    shown INTEGER NOT NULL DEFAULT 1,
    read_at TEXT NOT NULL
);
CREATE TABLE calendar_events (
    calendar_id INTEGER NOT NULL REFERENCES calendars (id) ON DELETE CASCADE,
    starts TEXT NOT NULL,
    ends TEXT NOT NULL,
    all_day INTEGER NOT NULL DEFAULT 0,
    title TEXT NOT NULL
);
CREATE INDEX calendar_events_by_time ON calendar_events (starts);
"""
