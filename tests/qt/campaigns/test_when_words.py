"""Words of the review: how long, what holds it up, Meta's limit, and who gets which message."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from whatsapp_studio.campaigns.draft import Draft, Schedule
from whatsapp_studio.campaigns.duration import Finish
from whatsapp_studio.campaigns.timing import Spread
from whatsapp_studio.qt.campaigns.when_words import limit_words, spread_words, takes_words, zones_words

NOW = datetime(2027, 3, 1, 8, tzinfo=UTC)


def finish(**more: Any) -> Finish:
    return Finish(at=NOW + timedelta(hours=5), seconds=18_000, **more)


@pytest.mark.parametrize(
    ("by", "said"),
    [
        ("rate", "at 20 messages a second"), ("day", "most messages of a day"), ("tier", "Meta's limit"),
        ("waves", "between the waves"), ("quiet", "quiet hours"), ("zones", "clocks of the contacts"),
    ],
)  # fmt: skip
def test_what_takes_the_time_is_named(by: Any, said: str) -> None:
    words = takes_words(finish(limited_by=by), 20)
    assert words.startswith("about 5 h, ")
    assert said in words


def test_what_happens_at_the_limit_is_what_the_draft_says() -> None:
    reached = finish(used=300, limit=2000, left=1700, full_at=NOW + timedelta(hours=1))
    goes_on = limit_words(Draft(), reached, 1700, NOW)
    assert "2,000 people in 24 hours: 300 used, 1,700 for this campaign, 0 left" in goes_on
    assert "goes on by itself" in goes_on
    assert "waits for you" in limit_words(Draft(at_limit="stop"), reached, 1700, NOW)
    assert "reached" not in limit_words(Draft(), finish(limit=2000, left=2000), 9, NOW)


def test_the_spread_names_its_first_and_last_moment_and_the_largest_zones() -> None:
    zones = {"Europe/Amsterdam": 900, "America/New_York": 60, "Asia/Tokyo": 30, "Asia/Kolkata": 7, "UTC": 3}
    spread = Spread(NOW, NOW + timedelta(hours=6), zones)
    draft = Draft(schedule=Schedule(kind="at", local_time="2027-03-01T09:00", zone="UTC", each_zone=True))
    assert "09:00 on each contact's clock, in 5 time zones" in spread_words(draft, spread, NOW)
    assert zones_words(spread) == "Europe/Amsterdam: 900 · America/New York: 60 · Asia/Tokyo: 30 · 2 more zones"
    one = Spread(NOW, NOW, {"UTC": 4})
    assert "all have the same one" in spread_words(draft, one, NOW)
