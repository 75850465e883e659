"""Decides how fast a whole audience goes through a journey, beside the same journey one contact at a time.

Run: ``python -m tests.benchmarks.bench_simulation [contacts] [sample]``. A million contacts of a database go through
thirty steps (messages, waits, conditions, splits, reactions, quiet hours, a rule to leave by) for ninety days, with
loading, in a process of its own; another is cancelled half way. The baseline, in the same process, is the engine
itself over a sample of them; both forms take the same ways on it. The last line is JSON with the figures and whether
the bars hold. The time that counts is the processor's (``cpu``): on a quiet machine that is the time it takes.
"""

from __future__ import annotations

import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec

from tests.fixtures.journeys import drawn
from whatsapp_studio.base.progress import Cancelled
from whatsapp_studio.journeys.assumed import Assumptions
from whatsapp_studio.journeys.crowd import Crowd, needs
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.journeys.running import Setup, setup
from whatsapp_studio.journeys.simulation import Row, simulate, simulate_one_by_one
from whatsapp_studio.journeys.surroundings import Surroundings
from whatsapp_studio.storage.crowds import read_crowd
from whatsapp_studio.storage.db import Store
from whatsapp_studio.templates.template import Button, Template

SECONDS, MEGABYTES, RATIO, CANCELLED = 5.0, 500, 10.0, 0.5
DAYS, START = 90, datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
FIELDS = {"points": "number", "last_order": "date", "city": "text"}
_ZONES = (
    ("NL", "Europe/Amsterdam"), ("BE", "Europe/Brussels"), ("GB", "Europe/London"), ("US", "America/New_York"),
    ("IN", "Asia/Kolkata"), ("BR", "America/Sao_Paulo"), ("DE", ""),
)  # fmt: skip
_BUTTONS = (Button("QUICK_REPLY", "Yes"), Button("URL", "Shop", "https://shop.example"))
TEMPLATES = {
    (f"t{n}", language): Template(
        name=f"t{n}", language=language, category="UTILITY" if n % 2 else "MARKETING", status="APPROVED",
        body="Dag {{1}}, kijk eens." if language == "nl" else "Hi {{1}}, look.", buttons=_BUTTONS,
    )
    for n in range(10)
    for language in ("nl", "en")
}  # fmt: skip
LINES = (
    "in audience next=hello", "hello send_template next=r1 failed=nosend", "r1 reaction o0=thanks o1=seen timeout=w1",
    "thanks send_window next=w1 closed=w1 failed=w1", "seen wait next=more", "more send_template next=w1 failed=w1",
    "w1 wait next=where", "where condition p0=nl p1=us other=rest", "nl send_template next=r2 failed=join",
    "us wait next=ussend", "ussend send_template next=r2 failed=join", "rest experiment a=resta b=restb holdout=join",
    "resta send_template next=r2 failed=join", "restb wait next=restb2", "restb2 send_template next=r2 failed=join",
    "r2 reaction o0=mark o1=mark timeout=join", "mark update_contact next=list", "list list_member next=join",
    "join wait next=half", "half condition s0=ask s1=rich", "ask send_template next=buy failed=rich",
    "buy wait_event e0=won timeout=rich", "rich condition p0=vip other=office",
    "vip send_template next=office failed=office", "office wait next=last",
    "last send_template next=r3 failed=out", "r3 reaction o0=won o1=won timeout=out",
    "nosend wait next=join", "won end", "out end",
)  # fmt: skip


def journey() -> Journey:
    """Thirty steps of every sort."""
    made = drawn(*LINES)
    rule = {
        "nl": {"field": "contact.country", "op": "is_one_of", "value": ["NL", "BE"]},
        "us": {"field": "contact.country", "op": "is", "value": "US"},
        "vip": {"all": [{"field": "contact.points", "op": "at_least", "value": 900},
                        {"field": "contact.last_order", "op": "in_last_days", "value": 200}]},
        "left": {"field": "contact.city", "op": "is", "value": "gone"},
    }  # fmt: skip
    name = {"body.1": {"expression": '{{ contact.first_name | default: "there" }}', "fallback": ""}}
    spoke = [{"id": "o0", "on": "replied"}, {"id": "o1", "on": "clicked"}]
    days = [{"amount": n, "unit": "days"} for n in range(8)]
    office = {"weekdays": [0, 1, 2, 3, 4], "from": "09:00", "to": "17:00"}
    fields: dict[str, dict[str, Any]] = {
        "r1": {"outcomes": [{"id": "o0", "on": "replied"}, {"id": "o1", "on": "read"}], "timeout": days[2]},
        "thanks": {"what": "text", "text": "Thank you, {{ contact.first_name }}!"},
        "seen": {"duration": {"amount": 3, "unit": "hours"}}, "w1": {"duration": days[3]}, "us": {"duration": days[1]},
        "where": {"rules": [{"id": "p0", "rule": rule["nl"]}, {"id": "p1", "rule": rule["us"]}]},
        "rest": {"paths": [{"id": "a", "percent": 1}, {"id": "b", "percent": 2}], "holdout": 10},
        "restb": {"duration": days[2]}, "r2": {"outcomes": spoke, "timeout": days[3]},
        "mark": {"changes": [{"field": "contact.city", "value": "Spoke"}]}, "list": {"list": "keen"},
        "join": {"duration": days[7]},
        "half": {"by": "split", "shares": [{"id": "s0", "percent": 50}, {"id": "s1", "percent": 50}]},
        "buy": {"events": [{"id": "e0", "event": "order_placed"}], "timeout": days[5]},
        "rich": {"rules": [{"id": "p0", "rule": rule["vip"]}]}, "office": {"until": "window", "window": office},
        "r3": {"outcomes": spoke, "timeout": days[4]}, "nosend": {"duration": days[6]}, "won": {"goal": True},
    }  # fmt: skip
    english = [{"rule": {"none": [rule["nl"]]}, "language": "en"}]
    messages = [i for i, step in made.steps.items() if step.kind == "send_template"]
    for n, i in enumerate(messages):
        fields[i] = {"template": {"name": f"t{n}", "language": "nl"}, "mapping": name, "languages": english}
    steps = {
        i: msgspec.structs.replace(step, fields={**step.fields, **fields.get(i, {})}) for i, step in made.steps.items()
    }
    settings = {
        "time_zone": "Europe/Amsterdam", "quiet": "custom", "quiet_from": "21:00", "quiet_to": "09:00",
        "exits": [{"on": "rule", "name": "Gone", "rule": rule["left"]}],
    }  # fmt: skip
    assert len(steps) == 30
    return msgspec.structs.replace(made, steps=steps, settings=settings)


def prepared() -> tuple[Setup, Assumptions]:
    """The journey in its surroundings, and what is assumed."""
    around = Surroundings(templates=TEMPLATES, fields=FIELDS, lists=("keen",), time_zone="Europe/Amsterdam")
    return setup(journey(), around), Assumptions(seed=7)


def fill(path: Path, many: int) -> None:
    """A workspace's database with so many contacts."""
    store = Store(path)
    dice = random.Random(3)
    names = [f"{a}{b}{c}".title() for a in "bdfgklmnprst" for b in "aeiou" for c in "lmnrstx"]
    conn = store.db.conn
    conn.execute("PRAGMA synchronous=OFF")
    with store.write():
        for n, (field, kind) in enumerate(FIELDS.items()):
            conn.execute(f'ALTER TABLE contacts ADD COLUMN "f_{field}" {"REAL" if kind == "number" else "TEXT"}')
            conn.execute(
                "INSERT INTO fields (name, label, kind, position) VALUES (?, ?, ?, ?)", (field, field, kind, n)
            )

        def rows() -> Iterator[tuple[object, ...]]:
            for n in range(many):
                country, zone = _ZONES[dice.randrange(len(_ZONES))]
                order = f"202{dice.randrange(4, 7)}-{dice.randrange(1, 13):02d}-{dice.randrange(1, 29):02d}"
                yield (
                    f"+31{600_000_000 + n}", names[dice.randrange(len(names))], country, zone,
                    "yes" if dice.random() < 0.85 else "unknown" if dice.random() < 0.7 else "no",
                    float(dice.randrange(1000)), order, "gone" if dice.random() < 0.01 else "Delft",
                )  # fmt: skip

        conn.executemany(
            "INSERT INTO contacts (phone, first_name, country, time_zone, marketing, f_points, f_last_order, f_city, "
            "created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, '2026-01-01', '2026-01-01')", rows(),
        )  # fmt: skip
    store.close()


class Watching:
    """Progress as a window has it: how often it was told, and how soon it is over once it is cancelled."""

    def __init__(self, cancel_at: float = 2.0) -> None:
        self.told, self.gap, self._cancel_at = 0, 0.0, cancel_at
        self._last = time.perf_counter()
        self.since: float | None = None

    def report(self, done: int, total: int | None = None) -> None:
        now = time.perf_counter()
        self.told, self.gap, self._last = self.told + 1, max(self.gap, now - self._last), now
        if self.since is None and total and done / total > self._cancel_at:
            self.since = now

    def cancelled(self) -> bool:
        return self.since is not None


def load(path: Path, known: Setup) -> Crowd:
    """All contacts, with what the journey asks of them."""
    store = Store(path)
    try:
        return read_crowd(store, *needs(known, FIELDS))
    finally:
        store.close()


def whole(path: Path, sample: int) -> dict[str, float]:
    """Everybody with loading; then the sample, one at a time."""
    known, assumed = prepared()
    began, used = time.perf_counter(), time.process_time()
    crowd = load(path, known)
    loaded = time.perf_counter()
    watching = Watching()
    found = simulate(known, crowd, assumed, start=START, days=DAYS, progress=watching)
    over, used = time.perf_counter(), time.process_time() - used
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    some = thinned(crowd, sample)
    ways: list[Row] = []
    columns: list[Row] = []
    simulate(known, some, assumed, start=START, days=DAYS, watch=columns.extend)
    simulate_one_by_one(known, some, assumed, start=START, days=DAYS, watch=ways.extend)
    assert sorted(ways) == sorted(columns), "the two forms do not take the same ways"
    cpu = time.process_time()
    simulate_one_by_one(known, some, assumed, start=START, days=DAYS)
    alone = (time.process_time() - cpu) / len(some)
    cpu = time.process_time()
    simulate(known, crowd, assumed, start=START, days=DAYS)
    together = (time.process_time() - cpu) / len(crowd)
    return {
        "contacts": len(crowd), "steps": found.steps, "messages": found.messages, "loading": loaded - began,
        "simulating": over - loaded, "seconds": over - began, "cpu": used, "megabytes": megabytes,
        "told": watching.told, "longest_gap": watching.gap, "sample": len(some), "ratio": alone / together,
        "us_alone": alone * 1e6, "us_together": together * 1e6,
    }  # fmt: skip


def thinned(crowd: Crowd, many: int) -> Crowd:
    """Every so manieth of a crowd."""
    places = range(0, len(crowd), max(1, len(crowd) // many))

    def of(some: Any) -> Any:
        return type(some)(some.typecode, (some[n] for n in places))

    return msgspec.structs.replace(
        crowd, numbers=of(crowd.numbers), marketing=of(crowd.marketing), blocked=of(crowd.blocked),
        columns={name: msgspec.structs.replace(one, codes=of(one.codes)) for name, one in crowd.columns.items()},
        lists={name: of(on) for name, on in crowd.lists.items()},
    )  # fmt: skip


def cancelled(path: Path) -> dict[str, float]:
    """How long a simulation goes on after it was cancelled half way."""
    known, assumed = prepared()
    crowd = load(path, known)
    watching = Watching(cancel_at=0.5)
    try:
        simulate(known, crowd, assumed, start=START, days=DAYS, progress=watching)
    except Cancelled:
        assert watching.since is not None
        return {"cancelled": time.perf_counter() - watching.since}
    raise AssertionError("it was not cancelled")


def main(many: int, sample: int) -> bool:
    """Measure, print, and say whether the bars hold."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "studio.db"
        fill(path, many)
        figures: dict[str, float] = {}
        for what in (["whole", str(path), str(sample)], ["cancelled", str(path)]):
            done = subprocess.run(
                [sys.executable, "-m", "tests.benchmarks.bench_simulation", *what],
                stdout=subprocess.PIPE, text=True, check=True,
            )  # fmt: skip
            figures |= json.loads(done.stdout)
    bars = {
        "cpu": figures["cpu"] <= SECONDS, "megabytes": figures["megabytes"] <= MEGABYTES,
        "ratio": figures["ratio"] >= RATIO, "cancelled": figures["cancelled"] <= CANCELLED,
    }  # fmt: skip
    print(json.dumps({name: round(figure, 3) for name, figure in figures.items()} | {"bars": bars}))
    return all(bars.values())


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["whole", path, sample]:
            print(json.dumps(whole(Path(path), int(sample))))
        case ["cancelled", path]:
            print(json.dumps(cancelled(Path(path))))
        case given:
            sizes = [int(one) for one in given] + [1_000_000, 3_000][len(given) :]
            sys.exit(not main(*sizes))
