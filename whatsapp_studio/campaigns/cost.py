"""Decides what a message costs: the rate of its market on a day, and which one of several by how many went before.

Meta charges each delivered message by market and category since 2025-07-01 (pricing page). Utility and authentication
messages above a threshold of one calendar month cost less (volume tiers, by market and category); marketing has no
tiers. Money is whole millionths of a currency here and ``Decimal`` in rates. An unknown price is None, never 0.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

import msgspec

from whatsapp_studio.audience.markets import PREFIX, Markets

MILLION = 1_000_000
# What Meta bills by; the first three are those of templates.
CATEGORIES = ("marketing", "utility", "authentication", "authentication-international", "service")
TIERED = frozenset({"utility", "authentication"})
# What the account of a WhatsApp business can be kept in, fixed when it is made (pricing page).
CURRENCIES = (
    "USD", "AED", "ARS", "AUD", "BRL", "CLP", "COP", "EUR", "GBP", "IDR", "INR", "MXN", "MYR", "PEN", "SAR", "SGD"
)  # fmt: skip


class Rate(msgspec.Struct, frozen=True, kw_only=True):
    """A price for one message of a category to a market, from the day ``begins`` on.

    It counts for what is billed beyond the first ``above`` messages of a month. It ends where a later one begins.
    ``source`` names the set it came with.
    """

    id: int
    market: str
    category: str
    currency: str
    price: Decimal
    above: int = 0
    begins: date
    source: str


class Price(NamedTuple):
    """What one message costs: ``price`` in millionths, by the rate ``rate_id``; both None where no rate is known."""

    market: str
    price: int | None
    rate_id: int | None


Used = Callable[[], Mapping[str, int]]


class Pricer:
    """Prices of messages of one category on one day in one currency.

    ``used`` tells the messages of the category that were billed before in the same month, by market: they count towards
    the thresholds of volume tiers; it is asked at most once, where a market has any. Each :meth:`price` of such a
    market counts one more.
    """

    def __init__(
        self, rates: Iterable[Rate], category: str, currency: str, at: date, used: Used | None = None
    ) -> None:
        self.category, self.currency, self.at = category, currency, at
        self._rates = [one for one in rates if one.category == category and one.currency == currency]
        self._markets = Markets(at)
        self._asked = used
        self._billed: Mapping[str, int] | None = None
        self._planned: dict[str, int] = {}
        self._valid = _valid(self._rates, at)
        self._flat: dict[str, Price] = {}
        # Of markets with tiers: which one a number is in, and the price that counts until so many were planned.
        self._tiered: dict[str, str] = {}
        self._step: dict[str, tuple[int, Price | None]] = {}
        self._days: dict[date, Pricer] = {at: self}

    def on(self, day: date) -> Pricer:
        """The same of another day; made once. What was billed before counts in the month it was billed in."""
        if day not in self._days:
            same_month = (day.year, day.month) == (self.at.year, self.at.month)
            made = Pricer(self._rates, self.category, self.currency, day, self._asked if same_month else None)
            if same_month:
                made._planned = self._planned
            self._days[day] = made
        return self._days[day]

    def market(self, phone: str) -> str:
        """The market of an E.164 number."""
        return self._markets.of(phone)

    def price(self, phone: str) -> Price:
        """What the next message to an E.164 number costs, and by which rate."""
        found = self._flat.get(phone[:PREFIX])
        return found if found is not None else self._look(phone)

    def tiers(self, market: str) -> tuple[Rate, ...]:
        """The rates of a market that are valid on the day, lowest threshold first; none where none is known."""
        return self._valid.get(market, ())

    def used(self, market: str) -> int:
        """How many messages to a market count towards its thresholds before the first of these."""
        if len(self.tiers(market)) < 2 or self._asked is None:
            return 0
        if self._billed is None:
            self._billed = self._asked()
        return self._billed.get(market, 0)

    def _look(self, phone: str) -> Price:
        market = self._tiered.get(phone[:PREFIX])
        if market is None:
            market = self._markets.of(phone)
            tiers = self._valid.get(market, ())
            if len(tiers) < 2:
                made = Price(market, millionths(tiers[0].price), tiers[0].id) if tiers else Price(market, None, None)
                self._flat[phone[:PREFIX]] = made
                return made
            self._tiered[phone[:PREFIX]] = market
        planned = self._planned.get(market, 0)
        self._planned[market] = planned + 1
        until, price = self._step.get(market, (0, None))
        return price if price is not None and planned < until else self._next_step(market, planned)

    def _next_step(self, market: str, planned: int) -> Price:
        """The price after so many were planned, and how long it counts."""
        used, tiers = self.used(market), self._valid[market]
        place = max(n for n, one in enumerate(tiers) if one.above <= used + planned)
        until = tiers[place + 1].above - used if place + 1 < len(tiers) else sys.maxsize
        price = Price(market, millionths(tiers[place].price), tiers[place].id)
        self._step[market] = until, price
        return price


def millionths(amount: Decimal) -> int:
    """An amount in whole millionths of its currency."""
    return int((amount * MILLION).to_integral_value())


def amount(millionths: int) -> Decimal:
    """The amount that so many millionths are."""
    return Decimal(millionths) / MILLION


def _valid(rates: Iterable[Rate], at: date) -> dict[str, tuple[Rate, ...]]:
    """The rates of each market on a day: its list price and the tiers that began with it or after it."""
    begun: dict[str, list[Rate]] = {}
    for one in rates:
        if one.begins <= at:
            begun.setdefault(one.market, []).append(one)
    found: dict[str, tuple[Rate, ...]] = {}
    for market, known in begun.items():
        lists = [one for one in known if one.above == 0]
        if not lists:
            continue
        base = max(lists, key=lambda one: one.begins)
        tiers = [one for one in known if one.above > 0 and one.begins >= base.begins]
        newest = max((one.begins for one in tiers), default=base.begins)
        steps = [one for one in tiers if one.begins == newest] if base.category in TIERED else []
        found[market] = (base, *sorted(steps, key=lambda one: one.above))
    return found
