"""Decides what a campaign has cost: our own count by rate, beside what Meta charged for the same days.

Our count is what arrived, each message at the price it was given when the campaign was launched: every amount names
its rate and the day that rate began. Meta tells totals of an account only, by day, country and category; what of
them is this campaign's can be bounded, never told apart from what else was sent then.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import TypeVar

import msgspec

from whatsapp_studio.base.errors import Problem
from whatsapp_studio.campaigns.cost import Rate
from whatsapp_studio.campaigns.forecast import Forecast

K = TypeVar("K")
_SMALLEST = Decimal("0.000001")
# Meta rounds what it tells; prices this close are the same.
_CLOSE = Decimal("0.005")


class Arrived(msgspec.Struct, frozen=True, kw_only=True):
    """Messages that arrived, alike in all that says what they cost; ``billed`` and ``billed_as`` are Meta's words."""

    market: str
    category: str
    rate: Rate | None
    billed: str
    billed_as: str
    messages: int

    @property
    def is_free(self) -> bool:
        return self.billed.startswith("free")


class Charged(msgspec.Struct, frozen=True, kw_only=True):
    """What Meta charged the account for a market and category on the campaign's days; ``cost`` None where untold."""

    market: str
    category: str
    messages: int
    free: int
    cost: Decimal | None


class OwnLine(msgspec.Struct, frozen=True, kw_only=True):
    """Messages at one rate (None: unknown), without the free ones, and what they come to."""

    market: str
    category: str
    rate: Rate | None
    messages: int
    amount: Decimal | None


class MetaLine(msgspec.Struct, frozen=True, kw_only=True):
    """What Meta charged, and how much of it this campaign's messages can be: at Meta's average, ``ours`` of them."""

    market: str
    category: str
    messages: int
    cost: Decimal | None
    ours: int
    at_most: Decimal | None


class Bill(msgspec.Struct, frozen=True, kw_only=True):
    """What a campaign cost. ``own`` is our count and ``total`` its sum; ``meta`` what Meta charged on these ``days``
    in all, ``charged`` the sum of what can be this campaign's (None where Meta tells no costs or was not asked).

    ``notes`` explain what differs. ``forecast`` is what was expected when it was launched; ``read_at`` when Meta's
    figures were read last.
    """

    currency: str
    days: tuple[date, date]
    own: tuple[OwnLine, ...]
    total: Decimal
    free: int
    meta: tuple[MetaLine, ...]
    charged: Decimal | None
    notes: tuple[Problem, ...]
    forecast: Forecast | None
    read_at: datetime | None

    @property
    def within(self) -> bool | None:
        """Whether our count lies in the range that was stated; None without a forecast."""
        return None if self.forecast is None else self.forecast.low <= self.total <= self.forecast.high


def bill(
    arrived: Iterable[Arrived], charged: Sequence[Charged] | None, *, currency: str, days: tuple[date, date],
    on_the_way: int = 0, forecast: Forecast | None = None, read_at: datetime | None = None,
) -> Bill:  # fmt: skip
    """Put both counts beside each other; ``charged`` is None where Meta has told nothing of these days yet.

    ``on_the_way`` are messages that left and of which no arrival is known.
    """
    found = list(arrived)
    own: dict[tuple[str, str, int], OwnLine] = {}
    counted: dict[tuple[str, str], int] = {}
    for one in found:
        if one.is_free:
            continue
        key = one.market, one.category, one.rate.id if one.rate else 0
        n = one.messages + (own[key].messages if key in own else 0)
        own[key] = OwnLine(
            market=one.market, category=one.category, rate=one.rate, messages=n,
            amount=one.rate.price * n if one.rate else None,
        )  # fmt: skip
        place = one.market, one.billed_as or one.category
        counted[place] = counted.get(place, 0) + one.messages
    lines = tuple(sorted(own.values(), key=lambda one: (-(one.amount or 0), one.market)))
    meta = tuple(_beside(one, counted) for one in charged or () if (one.market, one.category) in counted)
    known = [one.at_most for one in meta if one.at_most is not None]
    return Bill(
        currency=currency, days=days, own=lines, total=sum((one.amount or Decimal(0) for one in lines), Decimal(0)),
        free=sum(one.messages for one in found if one.is_free), meta=meta,
        charged=sum(known, Decimal(0)) if known and len(known) == len(meta) else None,
        notes=tuple(_notes(found, lines, charged, meta, counted, on_the_way, currency)),
        forecast=forecast, read_at=read_at,
    )  # fmt: skip


def _beside(one: Charged, counted: Mapping[tuple[str, str], int]) -> MetaLine:
    ours = min(one.messages, counted[one.market, one.category])
    at_most = None if one.cost is None or not one.messages else (one.cost * ours / one.messages).quantize(_SMALLEST)
    return MetaLine(
        market=one.market, category=one.category, messages=one.messages, cost=one.cost, ours=ours, at_most=at_most
    )



def _notes(
    arrived: Sequence[Arrived], own: Sequence[OwnLine], charged: Sequence[Charged] | None, meta: Sequence[MetaLine],
    counted: Mapping[tuple[str, str], int], on_the_way: int, currency: str,
) -> Iterable[Problem]:  # fmt: skip
    if on_the_way:
        yield _note("bill-on-the-way", count=on_the_way)
    for market, n in _sums((one.market, one.messages) for one in arrived if one.is_free):
        yield _note("bill-free", market=market, count=n)
    for market, n in _sums((one.market, one.messages) for one in own if one.rate is None):
        yield _note("bill-unpriced", market=market, count=n)
    others = (one for one in arrived if one.billed_as and one.billed_as != one.category and not one.is_free)
    for (market, category), n in _sums(((one.market, one.billed_as), one.messages) for one in others):
        yield _note("bill-other-category", market=market, category=category, count=n)
    if charged is None:
        yield _note("bill-not-read")
        return
    if meta and all(one.cost is None for one in meta):
        yield _note("bill-no-costs")
    told = {(one.market, one.category): one for one in meta}
    for (market, category), n in counted.items():
        line = told.get((market, category))
        if line is None or line.messages < n:
            yield _note("bill-fewer", market=market, count=n - (line.messages if line else 0))
        elif line.messages > n:
            yield _note("bill-others-too", market=market, count=line.messages - n)
        if line is not None and line.cost is not None and line.messages:
            yield from _price_note(line, own, currency)


def _price_note(line: MetaLine, own: Sequence[OwnLine], currency: str) -> Iterable[Problem]:
    mine = [one for one in own if one.market == line.market and one.category == line.category and one.rate]
    n = sum(one.messages for one in mine)
    if not n or line.cost is None:
        return
    ours = sum((one.amount or Decimal(0) for one in mine), Decimal(0)) / n
    theirs = line.cost / line.messages
    if abs(theirs - ours) > _CLOSE * max(ours, theirs):
        yield _note(
            "bill-price-differs", market=line.market, charged=f"{theirs.quantize(_SMALLEST).normalize():f} {currency}",
            price=f"{ours.quantize(_SMALLEST).normalize():f} {currency}",
        )  # fmt: skip


def _note(code: str, **facts: object) -> Problem:
    return Problem(code, "", facts, "warning")


def _sums(pairs: Iterable[tuple[K, int]]) -> list[tuple[K, int]]:
    found: dict[K, int] = {}
    for key, n in pairs:
        found[key] = found.get(key, 0) + n
    return list(found.items())
