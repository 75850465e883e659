"""Which numbers open a report, and what may not be claimed without receipts."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from whatsapp_studio.base.local import share
from whatsapp_studio.campaigns.campaign import Campaign, Counts
from whatsapp_studio.campaigns.draft import Draft
from whatsapp_studio.reports.headline import Figure, headline, stages
from whatsapp_studio.reports.report import Report, funnel

NOW = datetime(2026, 3, 3, 9, tzinfo=UTC)


def report(counts: Counts, *, has_receipts: bool = True) -> Report:
    campaign = Campaign(id="a", name="Spring", draft=Draft(), created_at=NOW, updated_at=NOW, counts=counts)
    return Report(campaign=campaign, counts=counts, funnel=funnel(counts, 0), has_receipts=has_receipts)


def said(found: tuple[Figure, ...]) -> str:
    return " ".join(f"{f.label} {f.n} {f.base} {f.tip}" for f in found).lower()


def test_without_receipts_nothing_is_called_delivered_or_read() -> None:
    found = report(Counts(accepted=90, failed=10), has_receipts=False)
    top = headline(found)
    assert "accepted by meta 90 90 % of planned" in said(top)
    assert not {"Delivered", "Read, at least"} & {figure.label for figure in top}
    unknown = [stage for stage in stages(found) if stage.n is None]
    assert [stage.base for stage in unknown] == ["not known"] * 3


def test_every_share_names_its_base_and_read_is_a_lower_bound() -> None:
    top = {f.label: f for f in headline(report(Counts(sent=10, delivered=30, read=60, excluded=100)))}
    assert top["Delivered"].base == "90 % of accepted"
    assert (top["Read, at least"].n, top["Read, at least"].base) == (60, "67 % of delivered")
    assert "receipts off" in top["Read, at least"].tip
    assert top["Left out"].base == "50 % of everybody"


def test_what_is_not_known_stands_beside_what_failed() -> None:
    labels = [figure.label for figure in headline(report(Counts(read=5, unknown=1)))]
    assert labels == [
        "Accepted by Meta", "Delivered", "Read, at least", "Replied", "Tapped a button", "Opted out", "Failed",
        "Not known", "Left out",
    ]  # fmt: skip


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_a_share_never_says_all_for_some_or_none_for_a_few(part: int, whole: int) -> None:
    part = min(part, whole)
    told = share(part, whole)
    assert (told == "100 %") == (part == whole)
    assert (told in ("0 %", "0.0 %")) == (part == 0)


def test_a_share_of_nothing_is_a_dash() -> None:
    assert share(0, 0) == "–"
