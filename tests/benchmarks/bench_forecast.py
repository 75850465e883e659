"""Decides how often the bill lies in the range that was stated, what a price costs, and what a budget costs a claim.

Run: ``python -m tests.benchmarks.bench_forecast [businesses] [people]``. Each of 100 seeded businesses writes campaigns
in the sandbox's world, foresees one more by what arrived before, and is charged for it by the sandbox's own prices.
Beside that: nanoseconds of CPU for a price of a contact, and the time of claiming with a budget beside without one, in
turns. The last line is JSON.
"""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
import time
from decimal import Decimal
from pathlib import Path

from tests.fixtures.forecasts import BEGIN, run, sandbox_rates
from tests.fixtures.studio import NUMBER, T0, Outgoing, add_people, offer
from whatsapp_studio.campaigns.cost import Pricer
from whatsapp_studio.campaigns.draft import Draft
from whatsapp_studio.campaigns.plan import Planned
from whatsapp_studio.campaigns.programme import Budget
from whatsapp_studio.storage.db import Store

HELD, PRICE_NS, BUDGET_RATIO = 95, 1000, 1.25
_CLAIMED, _ROUNDS = 4000, 5


def price_ns(count: int = 1_000_000) -> float:
    """CPU nanoseconds of one contact's price, half of them in a market with tiers."""
    pricer = Pricer(sandbox_rates(), "utility", "EUR", BEGIN.date(), dict)
    marketing = Pricer(sandbox_rates(), "marketing", "EUR", BEGIN.date())
    phones = [f"+{code}{n:08d}" for code in ("316", "4915") for n in range(count // 4)]
    began = time.process_time()
    for phone in phones:
        pricer.price(phone)
        marketing.price(phone)
    return (time.process_time() - began) * 1e9 / (2 * len(phones))


def claim_ratio() -> float:
    """How much longer a claim of many messages takes where there is a budget, by CPU."""
    plain: list[float] = []
    budgeted: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder) / "studio.db")
        out = Outgoing(store)
        people = out.people.get_many(add_people(store, _CLAIMED))
        for place in range(2 * _ROUNDS):
            budget = Budget(Decimal(10_000), "EUR") if place % 2 else None
            draft = Draft(name=f"{place}", sender=NUMBER, template="spring_offer", language="nl", budget=budget)
            campaign = out.campaigns.add(draft, T0).id
            rows = [Planned(contact=one, fill={"body.1": "x"}, market="Netherlands", price=100_000) for one in people]
            out.launches.launch(
                campaign, draft, offer().raw, rows, now=T0, starts_at=None, held_until=None, rate=None, currency="EUR"
            )
            began = time.process_time()
            while out.outbox.claim(500, T0)[0]:
                pass
            (budgeted if place % 2 else plain).append(time.process_time() - began)
        store.close()
    return statistics.median(budgeted) / statistics.median(plain)


def main(businesses: int = 100, people: int = 2000) -> int:
    """Measure, print, and say by the exit code whether the bars hold."""
    runs = [run(seed, people) for seed in range(businesses)]
    for one in runs:
        if not one.holds:
            print(f"out of range: {one}")
    width = {
        earlier: statistics.mean(float((one.high - one.low) / one.likely) for one in runs if one.earlier == earlier)
        for earlier in sorted({one.earlier for one in runs})
    }
    for earlier, share in width.items():
        print(f"{earlier:3d} earlier campaigns: the range is {share:.0%} of the likely sum")
    found = {
        "businesses": businesses, "held": sum(one.holds for one in runs), "price_ns": round(price_ns()),
        "budget_ratio": round(claim_ratio(), 3), "width": {str(k): round(v, 3) for k, v in width.items()},
    }  # fmt: skip
    print(json.dumps(found))
    holds = found["held"] * 100 >= HELD * businesses  # type: ignore[operator]
    return 0 if holds and found["price_ns"] < PRICE_NS and found["budget_ratio"] < BUDGET_RATIO else 1  # type: ignore[operator]


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
