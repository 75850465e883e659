"""Whatever is queued and when, nobody ever gets more within a window than a cap allows."""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from whatsapp_studio.audience.caps import Cap, CapPurpose, counts
from whatsapp_studio.base.clock import from_iso, iso
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.outbox import OutboxStore

ZONES = ("Europe/Amsterdam", "America/New_York", "Pacific/Auckland", "Asia/Kathmandu")
PURPOSES = ("marketing", "utility", "authentication")
# Clocks are put forward on 29 March and back on 25 October here, on other days elsewhere.
STARTS = (
    datetime(2026, 3, 27, 21, tzinfo=UTC), datetime(2026, 10, 24, 20, tzinfo=UTC), datetime(2026, 11, 30, tzinfo=UTC),
)  # fmt: skip
History = list[tuple[int, int, CapPurpose, str, bool]]
caps = st.builds(
    Cap, most=st.integers(1, 3), purpose=st.sampled_from(["marketing", "utility", "any"]),
    window=st.sampled_from(["hours", "days", "day", "week", "month"]), length=st.sampled_from([1, 2, 25]),
)  # fmt: skip
# Minutes that pass, who is written to, in which campaign, and what then becomes of what was claimed.
steps = st.lists(
    st.tuples(
        st.sampled_from([0, 0, 1, 59, 60, 61, 600, 1440, 1500, 10_080]), st.integers(1, 3), st.sampled_from(PURPOSES),
        st.sampled_from(["accepted", "unknown", "sending", "failed", "ready"]), st.booleans(),
    ),
    max_size=40,
)  # fmt: skip


def _key(cap: Cap, at: datetime, zone: ZoneInfo) -> tuple[int, ...]:
    """The window of the calendar that a moment is in."""
    day = at.astimezone(zone).date()
    match cap.window:
        case "day":
            return (day.toordinal(),)
        case "week":
            return tuple(day.isocalendar())[:2]
        case _:
            return (day.year, day.month)


def _within(cap: Cap, sent: list[datetime], zone: ZoneInfo) -> int:
    """The most messages that lie in any one window, counted anew."""
    if cap.window in ("hours", "days"):
        span = timedelta(hours=cap.length * (24 if cap.window == "days" else 1))
        return max((sum(1 for other in sent if at - span < other <= at) for at in sent), default=0)
    found: dict[tuple[int, ...], int] = defaultdict(int)
    for at in sent:
        found[_key(cap, at, zone)] += 1
    return max(found.values(), default=0)


@settings(max_examples=25, deadline=None)
@given(st.lists(caps, min_size=1, max_size=2), st.sampled_from(STARTS), steps)
def test_nobody_gets_more_than_a_cap_allows(some: list[Cap], start: datetime, history: History) -> None:
    with TemporaryDirectory() as folder:
        store = Store(Path(folder) / "studio.db")
        _play(store, some, start, history)
        store.close()


def _play(store: Store, some: list[Cap], start: datetime, history: History) -> None:
    outbox, now = OutboxStore(store), start
    # Nothing of this has to live through a power cut.
    store.db.conn.execute("PRAGMA synchronous = OFF")
    with store.write() as conn:
        for n, cap in enumerate(some):
            conn.execute("INSERT INTO caps (name, cap) VALUES (?, ?)", (f"c{n}", msgspec.json.encode(cap).decode()))
        for id in (1, 2, 3):
            conn.execute(
                "INSERT INTO contacts (id, phone, marketing, time_zone, created_at, updated_at)"
                " VALUES (?, ?, 'yes', ?, '', '')",
                (id, f"+3161234567{id}", ZONES[id]),
            )
        for purpose in PURPOSES:
            conn.execute(
                "INSERT INTO campaigns (id, name, draft, state, marketing, purpose, created_at, updated_at,"
                " launched_at) VALUES (?1, ?1, '{}', 'sending', ?2, ?1, '', '', '')",
                (purpose, purpose == "marketing"),
            )
    for n, (minutes, contact, purpose, ends, twice) in enumerate(history):
        now += timedelta(minutes=minutes)
        with store.write() as conn:
            for k in range(1 + twice):
                conn.execute(
                    "INSERT INTO outbox (key, campaign_id, contact_id, phone) VALUES (?, ?, ?, ?)",
                    (f"{n}.{k}", purpose, contact, f"+3161234567{contact}"),
                )
        claimed, _ = outbox.claim(10, now)
        # What comes back is asked again at the next claim, and what failed counts no more.
        with store.write() as conn:
            conn.executemany("UPDATE outbox SET state = ? WHERE id = ?", [(ends, one.id) for one in claimed])
    rows = store.rows(
        "SELECT contact_id, campaign_id, claimed_at FROM outbox WHERE state NOT IN ('ready', 'excluded', 'failed')"
    )
    for cap in some:
        for id in (1, 2, 3):
            sent = sorted(
                from_iso(row["claimed_at"]) for row in rows
                if row["contact_id"] == id and counts(cap.purpose, row["campaign_id"])
            )  # fmt: skip
            assert _within(cap, sent, ZoneInfo(ZONES[id])) <= cap.most, (cap, list(map(iso, sent)))
    left_out = store.rows("SELECT reason, rule FROM outbox WHERE state = 'excluded'")
    assert all(row["reason"] == "capped" and row["rule"] in {f"c{n}" for n in range(len(some))} for row in left_out)
