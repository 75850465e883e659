"""Whatever syncs and webhooks tell of a template, in any order and however often, what is kept and held adds up."""

from __future__ import annotations

import tempfile
from datetime import timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fixtures.studio import NUMBER, T0, Outgoing, add_people, offer
from whatsapp_studio.campaigns.draft import Draft
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.template_history import HistoryRows
from whatsapp_studio.storage.template_news import hear
from whatsapp_studio.storage.templates import TemplateRows
from whatsapp_studio.templates.news import TemplateNews

STATUSES = ("APPROVED", "PAUSED", "DISABLED", "PENDING", "REJECTED")
QUALITIES = ("GREEN", "YELLOW", "RED", "UNKNOWN")
CATEGORIES = ("UTILITY", "MARKETING")
facts = st.tuples(st.sampled_from(STATUSES), st.sampled_from(QUALITIES), st.sampled_from(CATEGORIES))
steps = st.lists(
    st.tuples(st.sampled_from(("sync", "status", "quality", "category", "again")), facts, st.integers(1, 600)),
    max_size=14,
)


def news(what: str, status: str, quality: str, category: str, seconds: int) -> TemplateNews:
    told = {"status": {"status": status}, "quality": {"quality": quality}, "category": {"category": category}}[what]
    at = T0 + timedelta(seconds=seconds)
    return TemplateNews(name="spring_offer", language="nl", meta_id="1", at=at, **told)


def campaign(outgoing: Outgoing, ids: list[int], name: str) -> str:
    draft = Draft(name=name, sender=NUMBER, template="spring_offer", language="nl", purpose="utility")
    made = outgoing.campaigns.add(draft, T0).id
    outgoing.launches.launch(made, draft, offer(category="UTILITY").raw, outgoing.planned(ids), now=T0, starts_at=None,
                           held_until=None, rate=None)  # fmt: skip
    return made


@settings(max_examples=25)
@given(steps)
def test_what_is_told_is_kept_and_followed(story: list[tuple[str, tuple[str, str, str], int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder) / "studio.db")
        try:
            play(store, story)
        finally:
            store.close()


def play(store: Store, story: list[tuple[str, tuple[str, str, str], int]]) -> None:
    rows, outgoing = TemplateRows(store), Outgoing(store)
    rows.replace_all([offer(category="UTILITY")], T0)
    ids = add_people(store, 2)
    with store.write() as conn:
        conn.execute("UPDATE contacts SET marketing = 'unknown'")
    sends, mine = campaign(outgoing, ids, "Sends"), campaign(outgoing, ids, "Paused by a person")
    with store.write() as conn:
        conn.execute("UPDATE campaigns SET marketing = 0")
    outgoing.campaigns.move(mine, ("sending",), "paused", pause_reason="by-you")
    truth = {"status": "APPROVED", "quality": "UNKNOWN", "category": "UTILITY"}
    seconds, last = 0, None
    for what, (status, quality, category), wait in story:
        seconds += wait
        now = T0 + timedelta(seconds=seconds)
        if what == "sync":
            truth = {"status": status, "quality": quality, "category": category}
            found = offer(status=status, category=category, quality_score={"score": quality})
            rows.replace_all([found], now)
            last = None
        elif what != "again":
            last = news(what, status, quality, category, seconds)
            truth[what] = {"status": status, "quality": quality, "category": category}[what]
        if last is not None:
            with store.write() as conn:
                hear(conn, [last], now)
    kept = rows.get("spring_offer", "nl")
    assert kept is not None
    assert {"status": kept.status, "quality": kept.quality, "category": kept.category} == truth
    check_history(store, truth)
    check_campaigns(outgoing, sends, mine, truth)


def check_history(store: Store, truth: dict[str, str]) -> None:
    """Each change begins where the one before it ended, and the last ends at what is kept."""
    past = list(reversed(HistoryRows(store).of("spring_offer", "nl")))
    for kind, first in (("status", "APPROVED"), ("quality", "UNKNOWN"), ("category", "UTILITY")):
        for entry in (one for one in past if one.kind == kind):
            assert entry.before == first != entry.after
            first = entry.after
        assert first == truth[kind]
    assert [one.at for one in past] == sorted(one.at for one in past)


def check_campaigns(outgoing: Outgoing, sends: str, mine: str, truth: dict[str, str]) -> None:
    state, reason = outgoing.campaigns.get(sends).state, outgoing.campaigns.get(sends).pause_reason
    assert outgoing.campaigns.get(mine).pause_reason == "by-you"
    if truth["status"] != "APPROVED":
        assert (state, reason[:5]) == ("paused", "held-")
    elif truth["category"] == "UTILITY":
        assert state == "sending" or reason == "held-marketing"
    # Without consent nothing leaves as marketing, whatever happened on the way.
    claimed = [one for one in outgoing.claim(now=T0 + timedelta(days=1)) if one.campaign == sends]
    if truth["status"] != "APPROVED" or (truth["category"] == "MARKETING"):
        assert not claimed
