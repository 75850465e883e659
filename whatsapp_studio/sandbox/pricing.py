"""Decides what a delivered message costs in the sandbox, and what pricing analytics tell of that.

The prices are made up (``rates/sandbox.csv``), the rules are Meta's (pricing page and its notice of October 2026): a
message is charged when it is delivered, by the country of the number and its category. Until 2026-09-30 service
messages were free, and utility templates inside a service window. Since 2026-10-01 both are charged, but for the first
1,000 service messages of a number in a calendar month. All is free for 72 hours after an answer to somebody who came
through an ad. Utility and authentication cost less above thresholds, by market, category and month.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import cache
from typing import Any, NamedTuple

from whatsapp_studio.base.paths import resource
from whatsapp_studio.sandbox.people import NOT_US
from whatsapp_studio.sandbox.refusals import bad
from whatsapp_studio.sandbox.world import World

CHARGED_SINCE = datetime(2026, 10, 1, tzinfo=UTC).timestamp()
FREE_SERVICE = 1000
HOUR, DAY = 3600.0, 86400.0
REGULAR, FREE, ENTRY = "regular", "free_customer_service", "free_entry_point"
_STEPS = {"HALF_HOUR": 1800, "DAILY": 86400, "MONTHLY": 0}
_DIMENSIONS = ("COUNTRY", "PHONE", "PRICING_CATEGORY", "PRICING_TYPE", "TIER")
_METRICS = ("COST", "VOLUME")
_PART = re.compile(r"\.(\w+)\(([^)]*)\)")
_CALL = re.compile(r"pricing_analytics((?:\.\w+\([^)]*\))+)")
_LOOKBACK = 366 * DAY
_LONGEST = 4
# Area codes of +1 that are neither of the United States nor of Canada, and in no market of their own.
_ISLANDS = frozenset("242 246 264 268 284 340 345 441 473 649 664 670 671 684 721 758 767 784 868 869".split())


class Price(NamedTuple):
    """What one message costs (in the account's currency) from which number of a month on, up to which."""

    amount: float
    above: int
    until: int | None

    @property
    def tier(self) -> str:
        return f"{self.above}:{'' if self.until is None else self.until}"


class Charge(NamedTuple):
    """One thing that was charged, or free: where it is counted."""

    at: int
    number: str
    country: str
    category: str
    kind: str
    tier: str


@cache
def _codes() -> dict[str, tuple[str, str, str, str]]:
    """By calling code: country, market, and since when that is, what it was before."""
    found = {}
    with resource("samples/sandbox_markets.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for code in row["codes"].split():
                found[code] = row["country"], row["market"], row["since"], row["before"]
    return found


@cache
def _prices() -> dict[tuple[str, str], tuple[Price, ...]]:
    """By market and category, what messages cost, dearest first."""
    rows: dict[tuple[str, str], list[tuple[int, float]]] = {}
    with resource("rates/sandbox.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            rows.setdefault((row["market"], row["category"]), []).append((int(row["above"]), float(row["price"])))
    found = {}
    for key, steps in rows.items():
        steps.sort()
        ends = [above for above, _ in steps[1:]] + [None]
        found[key] = tuple(Price(amount, above, end) for (above, amount), end in zip(steps, ends, strict=True))
    return found


def place_of(phone: str, at: float) -> tuple[str, str]:
    """The country (ISO alpha-2, ``ZZ`` for one on no list) and the market of a number's digits, on a day."""
    codes = _codes()
    for length in range(_LONGEST, 0, -1):
        known = codes.get(phone[:length])
        if known is None or phone[:length] == "1":
            continue
        country, market, since, before = known
        if since and datetime.fromtimestamp(at, UTC).date() < date.fromisoformat(since):
            market = before
        return country, market
    if phone.startswith("1"):
        if phone[1:4] in _ISLANDS:
            return "ZZ", "Other"
        return "CA" if phone[1:4] in NOT_US else "US", "North America"
    return "ZZ", "Other"


def _month(at: float) -> str:
    return datetime.fromtimestamp(at, UTC).strftime("%Y-%m")


class Prices:
    """What was charged since the start or the last reset."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._charged: Counter[Charge] = Counter()
        self._cost: dict[Charge, float] = {}
        self._served: Counter[tuple[str, str]] = Counter()
        self._volume: Counter[tuple[str, str, str]] = Counter()
        # Who came through an ad, and when; from when on all is free for whom.
        self._came: dict[str, float] = {}
        self._entered: dict[str, float] = {}

    def clear(self) -> None:
        """Nothing was charged."""
        for memory in (self._charged, self._cost, self._served, self._volume, self._came, self._entered):
            memory.clear()

    def came(self, phone: str, at: float) -> None:
        """Somebody wrote through an ad: the first answer within 24 hours opens 72 free ones."""
        self._came[phone] = at

    def answered(self, phone: str, at: float) -> None:
        """A message to somebody is taken."""
        came = self._came.pop(phone, None)
        if came is not None and at - came <= self._world.span(DAY):
            self._entered[phone] = at

    def kind(self, number: str, phone: str, category: str, window: bool, at: float) -> str:
        """How a message would be charged that is delivered at a moment; ``window``: it was sent inside one."""
        entered = self._entered.get(phone)
        if entered is not None and at - entered <= self._world.span(72 * HOUR):
            return ENTRY
        if at < CHARGED_SINCE:
            return FREE if category == "service" or (category == "utility" and window) else REGULAR
        if category == "service" and self._served[number, _month(at)] < FREE_SERVICE:
            return FREE
        return REGULAR

    def of(
        self, number: str, phone: str, category: str, window: bool, at: float, *, arrives: bool
    ) -> tuple[str, float]:
        """How a message is charged, and what it costs: nothing before it ``arrives``."""
        if arrives:
            return self.charge(number, phone, category, window, at)
        return self.kind(number, phone, category, window, at), 0.0

    def charge(self, number: str, phone: str, category: str, window: bool, at: float) -> tuple[str, float]:
        """A message is delivered: how it is charged, and what it costs."""
        kind = self.kind(number, phone, category, window, at)
        if category == "service":
            self._served[number, _month(at)] += 1
        country, market = place_of(phone, at)
        tier, cost = "", 0.0
        if kind == REGULAR:
            month = (market, category, _month(at))
            used, steps = self._volume[month], _prices().get((market, category), ())
            price = next((one for one in reversed(steps) if one.above <= used), None)
            self._volume[month] += 1
            if price is not None:
                tier, cost = price.tier if category != "marketing" else "", price.amount
        place = Charge(int(at) // 1800 * 1800, number, country, category, kind, tier)
        self._charged[place] += 1
        self._cost[place] = self._cost.get(place, 0.0) + cost
        return kind, cost

    def told(self, fields: str) -> dict[str, Any]:
        """The answer to a field ``pricing_analytics.start(…).end(…).granularity(…)…``; raises ``GraphError``."""
        call = _CALL.search(fields)
        asked = {name: value.strip() for name, value in _PART.findall(call.group(1))} if call else {}
        start, end = (_moment(asked, name) for name in ("start", "end"))
        if start >= end:
            raise bad("Param end must be after start.")
        if start < self._world.now() - _LOOKBACK:
            raise bad("Param start must be at most one year ago.")
        granularity = asked.get("granularity", "").upper()
        if granularity not in _STEPS:
            raise bad(f"Param granularity must be one of {{{', '.join(_STEPS)}}}.")
        dimensions = _listed(asked, "dimensions", _DIMENSIONS)
        metrics = _listed(asked, "metric_types", _METRICS) or list(_METRICS)
        wanted = {
            name: {one.upper() for one in _items(asked.get(key, ""))}
            for name, key in (
                ("country", "country_codes"), ("category", "pricing_categories"), ("kind", "pricing_types"),
                ("number", "phone_numbers"),
            )
        }  # fmt: skip
        volume: Counter[tuple[Any, ...]] = Counter()
        cost: dict[tuple[Any, ...], float] = {}
        for place, n in self._charged.items():
            if not start <= place.at < end:
                continue
            if any(chosen and getattr(place, name).upper() not in chosen for name, chosen in wanted.items()):
                continue
            shown = {
                "COUNTRY": place.country, "PHONE": self._world.numbers[place.number].digits,
                "PRICING_CATEGORY": place.category.upper(), "PRICING_TYPE": place.kind.upper(), "TIER": place.tier,
            }  # fmt: skip
            key = (*_bucket(place.at, granularity), *(shown[one] for one in dimensions))
            volume[key] += n
            cost[key] = cost.get(key, 0.0) + self._cost[place]
        points = [self._point(key, dimensions, metrics, volume[key], cost[key]) for key in sorted(volume)]
        return {"pricing_analytics": {"data": [{"data_points": points}]}, "id": self._world.waba_id}

    def _point(
        self, key: tuple[Any, ...], dimensions: list[str], metrics: list[str], volume: int, cost: float
    ) -> dict[str, Any]:
        told: dict[str, Any] = {"start": key[0], "end": key[1]}
        for name, value in zip(dimensions, key[2:], strict=True):
            if value:
                told["phone_number" if name == "PHONE" else name.lower()] = value
        if "VOLUME" in metrics:
            told["volume"] = volume
        if "COST" in metrics and self._world.settings.pays_itself:
            told["cost"] = round(cost, 6)
        return told


def _bucket(at: int, granularity: str) -> tuple[int, int]:
    step = _STEPS[granularity]
    if step:
        return at // step * step, at // step * step + step
    first = datetime.fromtimestamp(at, UTC).replace(day=1, hour=0, minute=0, second=0)
    following = first.replace(year=first.year + first.month // 12, month=first.month % 12 + 1)
    return int(first.timestamp()), int(following.timestamp())


def _moment(asked: Mapping[str, str], name: str) -> int:
    value = asked.get(name, "")
    if not value.isdigit():
        raise bad(f"The parameter {name} is required and is a Unix time in seconds.")
    return int(value)


def _items(text: str) -> list[str]:
    return [one.strip().strip("\"'") for one in text.strip().strip("[]").split(",") if one.strip().strip("\"'")]


def _listed(asked: Mapping[str, str], name: str, among: tuple[str, ...]) -> list[str]:
    found = [one.upper() for one in _items(asked.get(name, ""))]
    for one in found:
        if one not in among:
            raise bad(f"Param {name} must be one of {{{', '.join(among)}}} - got {one!r}.")
    return found
