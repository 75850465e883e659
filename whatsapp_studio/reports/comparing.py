"""Decides what two to six campaigns say beside each other, and when one of them is called the best."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import sqrt
from statistics import NormalDist

import msgspec

from whatsapp_studio.base.i18n import mark, tr
from whatsapp_studio.reports.figures import Figures
from whatsapp_studio.reports.report import Report
from whatsapp_studio.reports.sections import Rate

LEAST, MOST = 2, 6
# How seldom a difference that is none may be called one, over all pairs that are compared.
_FALSE = 0.05
# Below so many on either side of a share the normal curve is no fair picture of it (Brown, Cai and DasGupta,
# Interval Estimation for a Binomial Proportion, 2001, section 1: the usual rule of thumb).
_FEW = 5

# The words of a rate, what it counts, its base with its words, whether receipts tell it, whether less is better.
_RATES: tuple[tuple[str, str, Callable[[Figures], int], Callable[[Figures], int], bool, bool], ...] = (
    (mark("Accepted"), mark("of planned"), lambda f: f.accepted, lambda f: f.planned, False, False),
    (mark("Delivered"), mark("of accepted"), lambda f: f.delivered, lambda f: f.accepted, True, False),
    (mark("Read, at least"), mark("of delivered"), lambda f: f.read, lambda f: f.delivered, True, False),
    (mark("Replied"), mark("of delivered"), lambda f: f.replied, lambda f: f.delivered, True, False),
    (mark("Tapped a button"), mark("of delivered"), lambda f: f.clicked, lambda f: f.delivered, True, False),
    (mark("Opted out"), mark("of delivered"), lambda f: f.opted_out, lambda f: f.delivered, True, True),
    (mark("Failed"), mark("of planned"), lambda f: f.failed, lambda f: f.planned, False, True),
)


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One measure of every campaign, in their order; None where nobody knows. ``best`` is which one surely leads.

    ``base`` says what a share is of; empty for plain counts.
    """

    label: str
    base: str = ""
    cells: tuple[int | Rate | None, ...]
    best: int | None = None


def compare(reports: Sequence[Report]) -> tuple[Row, ...]:
    """Counts, then rates with their base.

    One is best where it differs from every other one, by a two-sided test of two shares (pooled; the usual z-test) at
    5 % over all pairs (Bonferroni). The people of campaigns were not drawn by lot: what is certain is the difference,
    not its cause.
    """
    figures = [one.figures for one in reports]
    rows = [
        Row(label=tr("Everybody"), cells=tuple(one.total for one in figures)),
        Row(label=tr("Planned"), cells=tuple(one.planned for one in figures)),
    ]
    for label, base, count, whole, by_receipt, less in _RATES:
        known = [one.has_receipts or not by_receipt for one in reports]
        cells = tuple(
            Rate(min(count(one), whole(one)), whole(one)) if there else None
            for one, there in zip(figures, known, strict=True)
        )
        rows.append(Row(label=tr(label), base=tr(base), cells=cells, best=best_of(cells, less=less)))
    return tuple(rows)


def best_of(cells: Sequence[Rate | None], *, less: bool = False) -> int | None:
    """Which rate is surely above (with ``less`` below) all others; None where that is not certain."""
    there = [(at, one) for at, one in enumerate(cells) if one is not None and one.whole]
    if len(there) < LEAST or len(there) < len(cells):
        return None
    pick = min if less else max
    best, rate = pick(there, key=lambda one: one[1].part / one[1].whole)
    limit = _FALSE / (len(there) * (len(there) - 1) / 2)
    return best if all(at == best or p_value(rate, other) < limit for at, other in there) else None


def p_value(a: Rate, b: Rate) -> float:
    """How often chance alone makes two shares differ so much or more; 1 where there are too few to tell."""
    pooled = (a.part + b.part) / (a.whole + b.whole)
    if min(pooled, 1 - pooled) * min(a.whole, b.whole) < _FEW:
        return 1.0
    spread = sqrt(pooled * (1 - pooled) * (1 / a.whole + 1 / b.whole))
    z = abs(a.part / a.whole - b.part / b.whole) / spread
    return 2 * NormalDist().cdf(-z)
