"""Decides that a report's numbers follow from the counts, never grow downwards, and add up."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.fixtures.studio import T0
from whatsapp_studio.campaigns.campaign import Campaign, Counts
from whatsapp_studio.campaigns.draft import Draft
from whatsapp_studio.reports.report import Report, as_json, funnel

many = st.integers(0, 10_000)
any_counts = st.builds(
    Counts, queued=many, in_flight=many, accepted=many, held=many, sent=many, delivered=many, read=many, failed=many,
    unknown=many, excluded=many,
)  # fmt: skip


@given(any_counts, st.data())
def test_each_part_of_the_funnel_holds_the_next(counts: Counts, data: st.DataObject) -> None:
    later = data.draw(st.integers(0, counts.failed))
    parts = funnel(counts, later)

    assert [name for name, _ in parts] == ["planned", "accepted", "sent", "delivered", "read"]
    numbers = [n for _, n in parts]
    assert numbers == sorted(numbers, reverse=True)
    assert numbers[0] == counts.total - counts.excluded


def test_the_funnel_counts_whoever_came_further() -> None:
    counts = Counts(queued=1, accepted=2, held=1, sent=3, delivered=4, read=5, failed=6, unknown=7, excluded=8)

    assert dict(funnel(counts, 2)) == {"planned": 29, "accepted": 17, "sent": 12, "delivered": 9, "read": 5}


@given(any_counts)
def test_the_json_adds_up(counts: Counts) -> None:
    campaign = Campaign(id="1", name="Spring", draft=Draft(), created_at=T0, updated_at=T0, counts=counts)
    found = as_json(
        Report(
            campaign=campaign, counts=counts, funnel=funnel(counts, 0), errors={131026: 3},
            excluded={"no-consent": counts.excluded},
        )
    )  # fmt: skip

    parts = ("queued", "accepted", "sent", "delivered", "read", "failed", "unknown")
    assert found["total"] == sum(int(str(found[name])) for name in parts) + counts.excluded
    assert found["errors"] == {"131026": 3}
    assert found["campaign"] == "Spring"
