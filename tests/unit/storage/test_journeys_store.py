"""Decides that journeys are kept as the text they are, and that a version never changes or goes by itself."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from sqlite_utils import Database

from tests.fixtures.studio import check_counts
from whatsapp_studio.base.clock import iso
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.campaigns.draft import Draft
from whatsapp_studio.delivery.outcome import Accepted
from whatsapp_studio.journeys.kept import About, VersionKind
from whatsapp_studio.storage.campaigns import CampaignStore
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.journeys import JourneyStore
from whatsapp_studio.storage.lives import LifeStore
from whatsapp_studio.storage.migrations import migrations
from whatsapp_studio.storage.outbox import OutboxStore

T0 = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
KINDS: tuple[VersionKind, ...] = ("saved", "kept", "published")
ABOUT = About(logic="v1", steps=3, tags=("spring",), jumps=("b",), entries=("event",))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store(tmp_path / "studio.db")
    yield made
    made.close()


@pytest.fixture
def journeys(store: Store) -> JourneyStore:
    return JourneyStore(store)


def code_of(call: object, *args: object) -> str:
    with pytest.raises(UserError) as caught:
        call(*args)  # type: ignore[operator]
    return caught.value.code


def test_a_workspace_of_before_journeys_opens_with_everything_in_it(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    old = Database(path)
    migrations().apply(old, stop_before="m0004_journeys")
    assert not old["journeys"].exists()
    old.table("facts").insert({"name": "workspace.id", "value": "kept"})
    old.close()

    store = Store(path)
    try:
        assert store.value("SELECT value FROM facts WHERE name = 'workspace.id'") == "kept"
        assert JourneyStore(store).all() == ()
        JourneyStore(store).add("a", "Welcome", "text", ABOUT, T0)
        store.close()
        again = Store(path)
        assert [row.name for row in JourneyStore(again).all()] == ["Welcome"]
        again.close()
    finally:
        store.close()


def test_a_workspace_of_before_journeys_ran_keeps_its_campaigns_and_goes_on_sending(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    old = Database(path)
    migrations().apply(old, stop_before="m0005_running")
    now = iso(T0)
    old.execute(
        "INSERT INTO contacts (phone, marketing, created_at, updated_at) VALUES ('+31600000001', 'yes', ?, ?)",
        (now, now),
    )
    old.execute(
        "INSERT INTO campaigns (id, name, draft, state, marketing, created_at, updated_at, launched_at)"
        " VALUES ('c', 'Spring', ?, 'sending', 1, ?, ?, ?)",
        (msgspec.json.encode(Draft(name="Spring")).decode(), now, now, now),
    )
    for n, state in enumerate(("ready", "sending", "delivered")):
        old.execute(
            "INSERT INTO outbox (key, campaign_id, contact_id, phone, state, wamid) VALUES (?, 'c', 1, '+31600000001',"
            " ?, ?)",
            (f"c:{n}", state, f"w.{n}" if state == "delivered" else None),
        )
    old.execute("INSERT INTO journeys VALUES ('j', 'Welcome', 'text', '{}', ?, ?, NULL)", (now, now))
    old.execute("INSERT INTO journey_versions VALUES ('j', 1, 'published', '', ?, 'logic', 'text')", (now,))
    old.conn.commit()
    old.close()

    store = Store(path)
    try:
        outbox, campaigns = OutboxStore(store), CampaignStore(store)
        assert [(one.id, one.state) for one in campaigns.all()] == [("c", "sending")]
        assert outbox.reconcile(T0) == {"c": 1}
        ((message,), _) = outbox.claim(10, T0)
        assert (message.key, message.tries, message.body) == ("c:0", 4, "")
        outbox.settle([(message, Accepted("w.new"), T0)])
        assert outbox.finish(T0) == ["c"]
        check_counts(store)
        assert store.value("SELECT count(*) FROM signals") == 0, "no journey is told of a campaign"
        assert JourneyStore(store).version_text("j", 1) == "text"
        assert LifeStore(store).all() == ()
    finally:
        store.close()


def test_what_is_added_is_read_back_the_last_saved_first(journeys: JourneyStore) -> None:
    journeys.add("a", "First", "text of a\n", ABOUT, T0)
    journeys.add("b", "Second", "text of b\n", About(), T0 + timedelta(minutes=1))
    journeys.save("a", "First!", "more\n", ABOUT, T0 + timedelta(minutes=2), version_before=False)

    rows = journeys.all()

    assert [(row.id, row.name, row.state, row.steps, row.tags) for row in rows] == [
        ("a", "First!", "draft", 3, ("spring",)),
        ("b", "Second", "draft", 0, ()),
    ]
    kept = journeys.get("a")
    assert (kept.text, kept.about, kept.saved_at) == ("more\n", ABOUT, T0 + timedelta(minutes=2))
    assert journeys.versions("a") == ()
    assert code_of(journeys.get, "nobody") == "journey-unknown"


def test_a_text_is_kept_to_the_byte(journeys: JourneyStore) -> None:
    text = 'é\u2028 "\\u0000" \r\n\ttail without a line end'
    journeys.add("a", "A", text, ABOUT, T0)
    journeys.keep("a", "kept", "odd", T0)
    assert journeys.get("a").text == journeys.version_text("a", 1) == text


def test_what_was_before_a_save_can_become_a_version_but_not_twice(journeys: JourneyStore) -> None:
    journeys.add("a", "A", "one", ABOUT, T0)
    journeys.save("a", "A", "two", ABOUT, T0 + timedelta(hours=1), version_before=True)
    journeys.keep("a", "kept", "before the sale", T0 + timedelta(hours=2))
    journeys.save("a", "A", "three", ABOUT, T0 + timedelta(hours=3), version_before=True)

    found = journeys.versions("a")

    assert [(one.number, one.kind, one.label, one.at) for one in found] == [
        (2, "kept", "before the sale", T0 + timedelta(hours=2)),
        (1, "saved", "", T0),
    ]
    assert [journeys.version_text("a", one.number) for one in found] == ["two", "one"]
    assert code_of(journeys.version_text, "a", 9) == "journey-version-unknown"


def test_a_published_version_says_so_in_the_list_and_when_the_draft_went_on(journeys: JourneyStore) -> None:
    journeys.add("a", "A", "one", ABOUT, T0)
    journeys.keep("a", "published", "", T0 + timedelta(minutes=1))
    (row,) = journeys.all()
    assert (row.state, row.published_at, row.changed) == ("published", T0 + timedelta(minutes=1), False)

    journeys.save("a", "A", "two", About(logic="v2"), T0 + timedelta(minutes=2), version_before=False)

    (row,) = journeys.all()
    assert (row.state, row.changed) == ("published", True)

    journeys.keep("a", "kept", "in between", T0)
    journeys.keep("a", "published", "", T0 + timedelta(minutes=3))
    assert [one.publication for one in journeys.versions("a")] == [2, 0, 1]
    (row,) = journeys.all()
    assert (row.published_at, row.changed) == (T0 + timedelta(minutes=3), False)


def test_no_version_can_be_changed_and_only_automatic_ones_removed(store: Store, journeys: JourneyStore) -> None:
    journeys.add("a", "A", "one", ABOUT, T0)
    made = [journeys.keep("a", kind, "", T0) for kind in KINDS]

    with pytest.raises(sqlite3.IntegrityError, match="never changes"), store.write() as conn:
        conn.execute("UPDATE journey_versions SET text = 'other'")
    for one in made[1:]:
        with pytest.raises(sqlite3.IntegrityError, match="thinned"):
            journeys.drop_versions([one])
    journeys.drop_versions(made[:1])

    assert [one.kind for one in journeys.versions("a")] == ["published", "kept"]


def test_a_deleted_journey_comes_back_with_its_versions(journeys: JourneyStore) -> None:
    journeys.add("a", "A", "one", ABOUT, T0)
    journeys.keep("a", "published", "", T0)

    journeys.delete("a", T0)

    assert journeys.all() == ()
    assert journeys.has("a")
    assert journeys.get("a").text == "one"

    journeys.undelete("a")

    assert [(row.id, row.state) for row in journeys.all()] == [("a", "published")]
    assert len(journeys.versions("a")) == 1
    assert code_of(journeys.undelete, "nobody") == "journey-unknown"
