"""Decides whether experiments are honest: few false winners however often one looks, and real ones found.

Run: ``python -m tests.benchmarks.bench_experiments [experiments]``. Made-up experiments are looked at every day for
three weeks, in three ways that answers come in: all messages at once and answers over days, messages over days, and
both.
Under ``null`` nothing differs: at most 5 % may have a winner. Under ``lift`` one message is better by what was planned
for: at least 80 % must have found it. Beside them, named ``usual``: the test for two shares, looked at as often. The
last line is JSON.
"""

from __future__ import annotations

import json
import sys

import numpy as np
from numpy.typing import NDArray

from whatsapp_studio.reports.samplesize import needed
from whatsapp_studio.reports.sequential import Arm, verdict

DAYS, SENDING = 21, 10
WAYS = ("at-once", "over-days", "both")


def days_of(rng: np.random.Generator, way: str, people: int, share: float) -> NDArray[np.int64]:
    """By day, how many people an arm has had and how many of them have answered."""
    sent = np.zeros(people) if way == "at-once" else np.sort(rng.integers(0, SENDING, people))
    delay = rng.exponential(0.2 if way == "over-days" else 2.0, people)
    answers = rng.random(people) < share
    came = sent + delay
    return np.array([(int((sent <= day).sum()), int((answers & (came <= day + 1)).sum())) for day in range(DAYS)])


def won(tables: list[NDArray[np.int64]], share: float, people: int) -> str:
    """The winner on the first day that has one, or nothing."""
    for day in range(DAYS):
        arms = [Arm(key, *map(int, table[day])) for key, table in zip("abcde", tables, strict=False)]
        found = verdict(arms, expected=share, planned=people)
        if found.state == "winner":
            return found.best
    return ""


def usual(tables: list[NDArray[np.int64]]) -> bool:
    """Whether the usual test, looked at every day, calls a winner."""
    for day in range(DAYS):
        (n, x), (m, y) = (map(int, table[day]) for table in tables[:2])
        pooled = (x + y) / (n + m) if n + m else 0.0
        spread = (pooled * (1 - pooled) * (1 / n + 1 / m)) ** 0.5 if n and m else 0.0
        if spread and abs(x / n - y / m) > 1.959964 * spread:
            return True
    return False


def run(count: int, seed: int = 20261123) -> dict[str, float]:
    rng = np.random.default_rng(seed)
    false, false_usual, found, lifted = 0, 0, 0, 0
    for n in range(count):
        way, share = WAYS[n % 3], (0.05, 0.2, 0.5, 0.8)[n // 3 % 4]
        arms, people = (2, 2, 3, 5)[n // 12 % 4], (200, 800, 2000)[n // 48 % 3]
        tables = [days_of(rng, way, people, share) for _ in range(arms)]
        false += bool(won(tables, share, people))
        false_usual += usual(tables)
        if n % 10 == 0:
            lifted += 1
            lift = 0.12 if share > 0.5 else 0.3
            size = needed(share, lift, arms)
            tables = [days_of(rng, way, size, share * (1 + lift * (arm == 0))) for arm in range(arms)]
            found += won(tables, share, size) == "a"
    return {
        "experiments": count, "false_winners": false / count, "false_winners_usual": false_usual / count,
        "with_a_lift": lifted, "found": found / max(lifted, 1),
    }  # fmt: skip


def main(count: int = 10_000) -> int:
    told: dict[str, object] = dict(run(count))
    told["holds"] = float(str(told["false_winners"])) <= 0.05 and float(str(told["found"])) >= 0.8
    print(json.dumps(told))
    return 0 if told["holds"] else 1


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
