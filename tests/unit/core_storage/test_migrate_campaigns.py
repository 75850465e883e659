"""An older workspace becomes one with programmes: no campaign, translation or count is lost."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlite_utils import Database

from whatsapp_studio.storage import migrations
from whatsapp_studio.storage.campaigns import CampaignStore
from whatsapp_studio.storage.db import Store, teach

_OLD = """
    INSERT INTO campaigns (id, name, draft, state, template_raw, kind, created_at, updated_at, starts_at) VALUES
        ('d', 'Draft', '{"name": "Draft", "schedule": {"kind": "at", "local_time": "2026-12-01T09:00", "zone": "UTC"},
            "audience": {"kind": "list", "list_id": 3}}', 'draft', '', 'campaign', '2026-11-01T00:00:00.000Z',
            '2026-11-01T00:00:00.000Z', NULL),
        ('m', 'Sent', '{"name": "Sent"}', 'done', '{}', 'campaign', '2026-11-02T00:00:00.000Z',
            '2026-11-02T00:00:00.000Z', NULL);
    INSERT INTO campaign_translations VALUES ('m', 'nl', '{"language": "nl"}'), ('m', 'de', '{"language": "de"}');
    INSERT INTO outbox (key, campaign_id, contact_id, phone, state, language) VALUES
        ('m:1', 'm', 1, '+31600000001', 'read', 'nl'), ('m:2', 'm', 2, '+31600000002', 'failed', '');
"""


@pytest.fixture
def store(tmp_path: Path) -> Store:
    path = tmp_path / "studio.db"
    conn = sqlite3.connect(path)
    teach(conn)
    migrations.migrations().apply(Database(conn), stop_before="m0009_campaigns")
    conn.executescript(_OLD)
    conn.close()
    return Store(path)


def test_campaigns_are_as_they_were(store: Store) -> None:
    sent, draft = CampaignStore(store).all()
    assert (draft.name, draft.state, draft.draft.schedule.local_time) == ("Draft", "draft", "2026-12-01T09:00")
    assert draft.draft.audience.list_id == 3
    assert (draft.draft.waves, draft.draft.experiment, draft.draft.budget) == (None, None, None)
    assert (sent.state, sent.counts.read, sent.counts.failed) == ("done", 1, 1)
    for one in (draft, sent):
        assert (one.recurs, one.parent_id, one.tags, one.archived_at, one.deleted_at) == (False, "", (), None, None)


def test_translations_are_those_of_the_campaigns_own_message(store: Store) -> None:
    found = store.rows("SELECT campaign_id, treatment, language, raw FROM campaign_translations ORDER BY language")
    assert [tuple(row) for row in found] == [
        ("m", "", "de", '{"language": "de"}'), ("m", "", "nl", '{"language": "nl"}'),
    ]  # fmt: skip


def test_rows_have_no_price_nobody_knew(store: Store) -> None:
    rows = store.rows("SELECT wave, treatment, market, price, rate_id, billed FROM outbox")
    assert {tuple(row) for row in rows} == {(0, "", "", None, None, "")}
    assert store.value("PRAGMA integrity_check") == "ok"
    assert store.rows("PRAGMA foreign_key_check") == []
