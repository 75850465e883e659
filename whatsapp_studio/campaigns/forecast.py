"""Decides what a campaign will cost: the likely bill and the range it lies in, by what reached people before.

Charged is what is delivered outside free windows. Each earlier campaign had its own share of delivered messages and of
free ones: a share is drawn from a beta distribution of unknown mean and spread, so that a count is beta-binomial
(Gelman et al., Bayesian Data Analysis, section 5.3: a hierarchical model of a set of proportions). Mean and spread are
held on a grid, weighed by how well they explain the earlier campaigns; from that the next campaign is drawn many
times. The range holds 99 of 100 of these draws, more than is promised (``PROMISED``), for what the model leaves out:
people who leave the audience before their turn, or numbers that moved to another market.

With nothing known the assumption is ``REACHED``: about 9 in 10, and somewhere between half and all. What is not
foreseen: a campaign that is stopped, a template that changes its category, a rate that Meta begins later.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from whatsapp_studio.campaigns.cost import Pricer, Rate, amount, millionths

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

PROMISED, HELD = 0.95, 0.99
_DRAWS, _SEED, _MOST_PAST = 20_000, 20_261_001, 24
_MEANS = 100
# From campaigns that differ a lot to those that are as alike as chance lets them be.
_SPREADS = (4.0, 8.0, 16.0, 32.0, 64.0, 128.0, 256.0, 512.0, 1024.0, 4096.0)


class Past(NamedTuple):
    """An earlier campaign: of ``tried`` messages ``came`` did what is asked (arrived; were free)."""

    tried: int
    came: int


class Belief(NamedTuple):
    """What a share is taken to be before anything is known: a beta distribution.

    Campaigns are at least as alike as the ``spread`` says (of ``_SPREADS``).
    """

    for_it: float
    against: float
    spread: float = 0.0

    @property
    def mean(self) -> float:
        return self.for_it / (self.for_it + self.against)


REACHED, FREE = Belief(9.0, 1.0), Belief(1.0, 99.0, 64.0)


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """What the people of one market cost. ``rates`` are those it is reckoned by; ``unit`` is the first one's price.

    ``most`` is what it costs when every message is delivered and none is free.
    """

    market: str
    category: str
    people: int
    rates: tuple[Rate, ...]
    low: Decimal
    likely: Decimal
    high: Decimal
    most: Decimal

    @property
    def unit(self) -> Decimal:
        return self.rates[0].price


class Forecast(msgspec.Struct, frozen=True, kw_only=True):
    """What a campaign will cost, without those in ``unknown`` (people by market without a rate).

    ``campaigns`` is how many earlier ones the range is reckoned from: 0 is the assumption. ``delivered`` is the share
    that is expected to arrive, ``free`` of those the share that costs nothing. ``as_of`` is the day of the rates.
    """

    low: Decimal
    likely: Decimal
    high: Decimal
    most: Decimal
    currency: str
    lines: tuple[Line, ...]
    unknown: dict[str, int]
    campaigns: int
    delivered: float
    free: float
    as_of: date

    @property
    def people(self) -> int:
        return sum(one.people for one in self.lines) + sum(self.unknown.values())


def forecast(
    parts: Iterable[tuple[Pricer, Mapping[str, int]]], delivered: Sequence[Past] = (), free: Sequence[Past] = ()
) -> Forecast:
    """What messages cost: ``parts`` are people by market, with the prices of their category and day.

    ``delivered`` and ``free`` are earlier campaigns, newest first. The same values give the same answer. Raises
    ``ValueError`` without a part.
    """
    import numpy as np

    found = sorted(parts, key=lambda part: part[0].at)
    if not found:
        raise ValueError("a forecast needs prices")
    rng = np.random.default_rng(_SEED)
    arrives, costs_nothing = _shares(rng, delivered, REACHED), _shares(rng, free, FREE)
    paid = arrives * (1 - costs_nothing)
    drawn: dict[tuple[str, str, tuple[int, ...]], _Drawn] = {}
    unknown: dict[str, int] = {}
    # What counts towards the thresholds of a month already: what was billed before, and the parts before.
    counted: dict[tuple[str, str, int, int], NDArray[np.int64]] = {}
    for pricer, people in found:
        for market, n in sorted(people.items()):
            tiers = pricer.tiers(market)
            if not n:
                continue
            if not tiers:
                unknown[market] = unknown.get(market, 0) + n
                continue
            month = market, pricer.category, pricer.at.year, pricer.at.month
            used = counted.get(month, np.full(_DRAWS, pricer.used(market)))
            counts = rng.binomial(n, paid)
            counted[month] = used + counts
            most = float(_cost(np.array([n]), tiers, np.array([pricer.used(market)]))[0])
            key = market, pricer.category, tuple(one.id for one in tiers)
            one = drawn.setdefault(key, _Drawn(tiers, np.zeros(_DRAWS)))
            one.people, one.most, one.cost = one.people + n, one.most + most, one.cost + _cost(counts, tiers, used)
    lines = [_line(key[0], key[1], one) for key, one in drawn.items()]
    low, high = _range(sum((one.cost for one in drawn.values()), np.zeros(_DRAWS)))
    return Forecast(
        low=low, high=high, likely=sum((one.likely for one in lines), Decimal(0)),
        most=sum((one.most for one in lines), Decimal(0)), currency=found[0][0].currency,
        lines=tuple(sorted(lines, key=lambda one: (-one.likely, one.market, one.category))), unknown=unknown,
        campaigns=len(_used(delivered)), delivered=float(arrives.mean()), free=float(costs_nothing.mean()),
        as_of=min(pricer.at for pricer, _ in found),
    )  # fmt: skip


@dataclass(slots=True)
class _Drawn:
    """The costs of one line in every draw."""

    rates: tuple[Rate, ...]
    cost: NDArray[np.float64]
    people: int = 0
    most: float = 0.0


def _line(market: str, category: str, drawn: _Drawn) -> Line:
    low, high = _range(drawn.cost)
    return Line(
        market=market, category=category, people=drawn.people, rates=drawn.rates, low=low, high=high,
        likely=_money(float(drawn.cost.mean())), most=_money(drawn.most),
    )  # fmt: skip


def _used(past: Sequence[Past]) -> list[Past]:
    return [one for one in past if one.tried > 0][:_MOST_PAST]


def _shares(rng: np.random.Generator, past: Sequence[Past], belief: Belief) -> NDArray[np.float64]:
    """Draws of the next campaign's share, given the shares of earlier ones."""
    import numpy as np

    # The grid is finest where the share is expected: near everybody, or near nobody.
    near = [(i + 0.5) ** 2 / _MEANS**2 for i in range(_MEANS)]
    cells = [(one if belief.mean < 0.5 else 1 - one, spread) for one in near for spread in _SPREADS]
    cells = [(mean, spread) for mean, spread in cells if spread >= belief.spread]
    logs = [_prior(mean, belief) + sum(_fits(one, mean, spread) for one in _used(past)) for mean, spread in cells]
    most = max(logs)
    weights = np.array([math.exp(one - most) for one in logs])
    chosen = rng.choice(len(cells), size=_DRAWS, p=weights / weights.sum())
    means, spreads = np.array(cells)[chosen].T
    drawn: NDArray[np.float64] = rng.beta(means * spreads, (1 - means) * spreads)
    return drawn


def _prior(mean: float, belief: Belief) -> float:
    # Cells are as wide as the root of how far they are from the end that the grid is finest at.
    width = 0.5 * math.log(mean if belief.mean < 0.5 else 1 - mean)
    return width + (belief.for_it - 1) * math.log(mean) + (belief.against - 1) * math.log1p(-mean)


def _fits(one: Past, mean: float, spread: float) -> float:
    """The logarithm of how likely a beta-binomial count is, but for what is the same in every cell."""
    a, b = mean * spread, (1 - mean) * spread
    return (
        math.lgamma(one.came + a) + math.lgamma(one.tried - one.came + b) - math.lgamma(one.tried + spread)
        - math.lgamma(a) - math.lgamma(b) + math.lgamma(spread)
    )  # fmt: skip


def _cost(counts: NDArray[np.int64], tiers: Sequence[Rate], used: NDArray[np.int64]) -> NDArray[np.float64]:
    """What so many messages cost in each draw, in millionths, after ``used`` others of the month."""
    import numpy as np

    cost = np.zeros(len(counts))
    ends = [one.above for one in tiers[1:]] + [None]
    for rate, end in zip(tiers, ends, strict=True):
        start = np.maximum(used, rate.above)
        stop = used + counts if end is None else np.minimum(used + counts, end)
        cost += np.maximum(stop - start, 0) * float(millionths(rate.price))
    return cost


def _range(costs: NDArray[np.float64]) -> tuple[Decimal, Decimal]:
    import numpy as np

    low, high = np.quantile(costs, ((1 - HELD) / 2, (1 + HELD) / 2), method="closest_observation")
    return _money(float(low)), _money(float(high))


def _money(in_millionths: float) -> Decimal:
    return amount(round(in_millionths))
