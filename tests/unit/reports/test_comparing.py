"""Decides when one of several campaigns is called the best: where chance does not explain it, and only then."""

from __future__ import annotations

import random
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whatsapp_studio.campaigns.campaign import Campaign, Counts
from whatsapp_studio.campaigns.draft import Draft
from whatsapp_studio.reports.comparing import best_of, compare, p_value
from whatsapp_studio.reports.report import Report, funnel
from whatsapp_studio.reports.sections import Rate

NOW = datetime(2026, 3, 3, 9, tzinfo=UTC)


def report(name: str, *, has_receipts: bool = True, **counts: int) -> Report:
    found = Counts(**counts)
    campaign = Campaign(id=name, name=name, draft=Draft(), created_at=NOW, updated_at=NOW, counts=found)
    return Report(campaign=campaign, counts=found, funnel=funnel(found, 0), has_receipts=has_receipts)


def test_rates_stand_beside_each_other_with_their_base() -> None:
    rows = {row.label: row for row in compare([report("a", read=60, delivered=40), report("b", read=30, delivered=70)])}
    assert rows["Everybody"].cells == (100, 100)
    read = rows["Read, at least"]
    assert (read.base, read.cells, read.best) == ("of delivered", (Rate(60, 100), Rate(30, 100)), 0)
    assert rows["Delivered"].best is None, "both all"


def test_of_failures_the_fewest_are_best() -> None:
    rows = {row.label: row for row in compare([report("a", read=90, failed=10), report("b", read=50, failed=50)])}
    assert rows["Failed"].best == 0


def test_what_nobody_knows_is_not_compared() -> None:
    rows = {row.label: row for row in compare([report("a", read=90), report("b", accepted=90, has_receipts=False)])}
    assert rows["Read, at least"].cells[1] is None
    assert rows["Read, at least"].best is None


@pytest.mark.parametrize(
    ("cells", "best"),
    [
        ((Rate(6, 10), Rate(3, 10)), None), ((Rate(600, 1000), Rate(300, 1000)), 0),
        ((Rate(520, 1000), Rate(500, 1000)), None), ((Rate(600, 1000), Rate(595, 1000), Rate(100, 1000)), None),
        ((Rate(0, 0), Rate(5, 10)), None), ((Rate(5, 10),), None), ((Rate(1, 1000), Rate(4, 1000)), None),
    ],
)  # fmt: skip
def test_best_is_who_differs_from_all_others(cells: tuple[Rate, ...], best: int | None) -> None:
    assert best_of(cells) == best


def test_the_p_value_is_that_of_the_books() -> None:
    """Two shares of 0.5 and 0.6 of 200 each: z = 0.1 / sqrt(0.55 * 0.45 * 2 / 200) = 2.0101, p = 0.0444."""
    assert p_value(Rate(100, 200), Rate(120, 200)) == pytest.approx(0.0444, abs=0.0001)


@given(st.integers(1, 500), st.integers(1, 500), st.data())
def test_a_p_value_is_one_and_the_same_from_both_sides(a: int, b: int, data: st.DataObject) -> None:
    one, other = Rate(data.draw(st.integers(0, a)), a), Rate(data.draw(st.integers(0, b)), b)
    assert 0 <= p_value(one, other) <= 1
    assert p_value(one, other) == p_value(other, one)


def test_equal_campaigns_seldom_have_a_best() -> None:
    """Of 400 times four campaigns with the same chance at most one in twenty is called the best, and some slack."""
    chance, told = random.Random(8), 0
    for _ in range(400):
        cells = tuple(Rate(sum(chance.random() < 0.3 for _ in range(200)), 200) for _ in range(4))
        told += best_of(cells) is not None
    assert told <= 26
