"""What people did is asked of the messages, replies and runs there are, for many and for few alike."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from whatsapp_studio.audience.contact import Contact
from whatsapp_studio.audience.rules import Behaviour, HasConsent, InSegment, Test, from_key
from whatsapp_studio.base.clock import iso
from whatsapp_studio.storage.audiences import ids_of_rule, true_among
from whatsapp_studio.storage.contacts import ContactStore
from whatsapp_studio.storage.crowds import read_crowd
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.segments import SegmentStore

NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)
YESTERDAY, LONG_AGO = iso(NOW - timedelta(hours=20)), iso(NOW - timedelta(days=60))
# Who got what in which state: contact, campaign, state, claimed, id at Meta.
MESSAGES = (
    (1, "spring", "read", YESTERDAY, "w1"), (2, "spring", "delivered", LONG_AGO, "w2"),
    (3, "spring", "failed", YESTERDAY, "w3"), (4, "spring", "excluded", None, None),
    (5, "stream", "accepted", YESTERDAY, "w5"), (6, "proof", "read", YESTERDAY, "w6"),
    (4, "autumn", "ready", None, None),
)  # fmt: skip
REPLIES = (
    ("r1", 1, YESTERDAY, "text", "hi", "", "w1"), ("r2", 2, LONG_AGO, "button", "Yes", "yes", "w2"),
    ("r3", 6, YESTERDAY, "text", "alone", "", ""),
)  # fmt: skip


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path: Path = tmp_path_factory.mktemp("behaviour") / "studio.db"
    made = Store(path)
    contacts = ContactStore(made)
    for n in range(1, 9):
        contacts.write(Contact(id=0, phone=f"+3161234560{n}"), iso(NOW))
    with made.write() as conn:
        conn.execute("UPDATE contacts SET wa_id = '31600000006' WHERE id = 6")
        conn.execute("UPDATE contacts SET utility = 'no' WHERE id = 7")
        conn.execute("INSERT INTO journeys VALUES ('j', 'Welcome', '', '', '', '', NULL)")
        conn.execute("INSERT INTO plans (id, journey_id, version, zone, made) VALUES (9, 'j', 1, 'UTC', 0)")
        for id, kind, name in (("spring", "campaign", "Spring"), ("autumn", "campaign", "Autumn"),
                               ("stream", "stream", "s"), ("proof", "proof", "p")):  # fmt: skip
            conn.execute(
                "INSERT INTO campaigns (id, name, draft, state, kind, template_raw, plan_id, created_at, updated_at)"
                " VALUES (?, ?, '{}', 'done', ?, json_object('name', ?), ?, '', '')",
                (id, name, kind, f"{id}_offer", 9 if kind == "stream" else None),
            )
        for n, (contact, campaign, state, at, wamid) in enumerate(MESSAGES):
            conn.execute(
                "INSERT INTO outbox (key, campaign_id, contact_id, phone, state, claimed_at, wamid)"
                " VALUES (?, ?, ?, '', ?, ?, ?)",
                (str(n), campaign, contact, state, at, wamid),
            )
        for wamid, contact, at, kind, text, payload, context in REPLIES:
            phone = "+31600000006" if contact == 6 else f"+3161234560{contact}"
            conn.execute(
                "INSERT INTO inbox (wamid, phone, at, kind, text, payload, context) VALUES (?, ?, ?, ?, ?, ?, ?)",
                (wamid, phone, at, kind, text, payload, context),
            )
        entered = round((NOW - timedelta(days=3)).timestamp() * 1000)
        for contact, ended, test in ((1, None, 0), (2, entered + 1000, 0), (3, None, 1)):
            conn.execute(
                "INSERT INTO runs (plan_id, journey_id, test, contact_id, entered, step, came, state, ended)"
                " VALUES (9, 'j', ?, ?, ?, 's', ?, x'', ?)",
                (test, contact, entered, entered, ended),
            )
    SegmentStore(made).write(0, "First", Test("phone", "ends_with", "01"), iso(NOW))
    yield made
    made.close()


@pytest.mark.parametrize(
    ("rule", "who"),
    [
        (Behaviour("sent"), [1, 2, 5]),
        (Behaviour("sent", days=1), [1, 5]),
        (Behaviour("sent", out=True), [3, 4, 6, 7, 8]),
        (Behaviour("sent", about="campaign", name="Spring"), [1, 2]),
        (Behaviour("sent", about="campaign", name="spring"), []),
        (Behaviour("sent", about="template", name="stream_offer"), [5]),
        (Behaviour("sent", about="journey", name="Welcome"), [5]),
        (Behaviour("delivered"), [1, 2]),
        (Behaviour("read"), [1]),
        (Behaviour("failed", about="campaign", name="Spring"), [3]),
        (Behaviour("replied"), [1, 2, 6]),
        (Behaviour("replied", days=30), [1, 6]),
        (Behaviour("replied", about="campaign", name="Spring"), [1, 2]),
        (Behaviour("clicked"), [2]),
        (Behaviour("clicked", about="template", name="spring_offer", days=30), []),
        (Behaviour("entered", about="journey", name="Welcome"), [1, 2]),
        (Behaviour("entered", days=2), []),
        (Behaviour("inside"), [1]),
        (Behaviour("finished", about="journey", name="Welcome", days=5), [2]),
        (Behaviour("inside", out=True, about="journey", name="Welcome"), [2, 3, 4, 5, 6, 7, 8]),
        (HasConsent("utility", "no"), [7]),
        (InSegment("First"), [1]),
        (InSegment("First", out=True), [2, 3, 4, 5, 6, 7, 8]),
    ],
    ids=lambda one: getattr(one, "key", ""),
)
def test_what_happened_is_found(store: Store, rule: Behaviour, who: list[int]) -> None:
    assert list(ids_of_rule(store, rule, NOW)) == who
    out = getattr(rule, "out", False)
    upright = [n for n in range(1, 9) if (n in who) != out]
    assert true_among(store.db.conn, [rule], range(1, 9), NOW)[rule.key] == frozenset(upright)
    crowd = read_crowd(store, ("phone",), [rule.key], now=NOW)
    assert [number for number, on in zip(crowd.numbers, crowd.lists[rule.key], strict=True) if on] == upright
    again = from_key(rule.key)
    assert again is not None and again.key == rule.key
