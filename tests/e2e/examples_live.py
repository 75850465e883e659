"""Decides that the five examples, live against a sandbox at a thousand times the speed, end as they were simulated.

``make examples-live`` runs them side by side, each with a workspace, an engine and a sandbox of its own that go by one
fast clock. The answers that ``journey simulate`` draws with a seed are given to the sandbox as a script. At the end the
counts of the service (those the window shows), of the command and of the sandbox are laid beside each other.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import httpx
import msgspec

from tests.fixtures.live import script_of
from tests.fixtures.rehearsal import Drawn, Rehearsal, Tied
from whatsapp_studio.app import Studio, restore
from whatsapp_studio.audience.contact import Contact, CustomField
from whatsapp_studio.base.clock import CLOCK, given_clock, seconds_until
from whatsapp_studio.base.paths import resource
from whatsapp_studio.journeys.assumed import Assumptions
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.journeys.one_by_one import at_ms
from whatsapp_studio.journeys.running import setup
from whatsapp_studio.journeys.simulation import Row
from whatsapp_studio.services.running.events import Event
from whatsapp_studio.storage.crowds import read_crowd
from whatsapp_studio.storage.db import Store

# Contacts enter at ten, UTC, on a Monday: the one of the weekly example.
ENTER = datetime(2026, 12, 7, 10, 0, tzinfo=UTC)
DAYS = 9
ZONE = "Europe/Amsterdam"
# What is not quite the same time live: messages wait for each other, and a second is a quarter of an hour.
LAGS = (5, 20, 45)
# Seconds of this machine before contacts enter, in which the workspace is made; and of them those to find a seed in.
AHEAD, SEARCH = 75.0, 30.0


class Example(NamedTuple):
    """What an example needs: fields of contacts, what they hold once they fit, and how they come in."""

    file: str
    fields: Mapping[str, str] = {}
    holds: Mapping[str, str] = {}
    marketing: bool = True
    event: str = ""
    brings: Mapping[str, str | int | float | bool] = {}
    comes_to_fit: str = ""


EXAMPLES = {
    "welcome": Example("welcome", comes_to_fit="consent"),
    "event-reminder": Example(
        "event-reminder", {"event_date": "date"}, {"event_date": "2026-12-15"}, comes_to_fit="field"
    ),
    "feedback": Example("feedback", event="order_delivered", brings={"order_number": "order_number"}),
    "abandoned-cart": Example("abandoned-cart", event="cart_left", brings={"product": "product", "amount": 1}),
    "re-engage": Example("re-engage", {"last_order": "date", "voucher": "text"}, {"last_order": "2026-03-01"}),
}  # fmt: skip


class Lagging(Rehearsal):
    """A simulation in which everything is heard some minutes later, as it may be live."""

    lag = timedelta()

    def _answer(self, place: int, run: Any) -> None:
        super()._answer(place, msgspec.structs.replace(run, held=run.held + self.lag))


def say(*parts: object) -> None:
    sys.stderr.write(" ".join(map(str, parts)) + "\n")
    sys.stderr.flush()


# -- one example, in a process of its own --------------------------------------------------------------------


class Stand:
    """A workspace with its engine and its sandbox, for one example."""

    def __init__(self, name: str, folder: Path, contacts: int, ahead: float) -> None:
        self.example, self.folder, self.contacts, self.ahead = EXAMPLES[name], folder, contacts, ahead
        self.clock = given_clock()
        self.studio = Studio.open(folder / "workspace")
        self.file = resource(f"samples/journeys/{self.example.file}.wsjourney")
        self.people: list[Contact] = []

    def wait_until(self, moment: datetime) -> None:
        time.sleep(seconds_until(self.clock, moment))

    def prepare(self) -> None:
        """The sandbox, the templates, the contacts as they are once they fit, and a copy of all that to simulate in."""
        studio = self.studio
        studio.engine.start(port=0)
        self.info = studio.sandbox.start(webhook_url=studio.engine.status().receiver_url)
        studio.sandbox.connect_workspace(webhook_url=studio.engine.status().receiver_url)
        studio.templates.sync()
        for field, kind in self.example.fields.items():
            studio.contacts.add_field(CustomField(name=field, label=field, kind=kind))  # type: ignore[arg-type]
        for n in range(1, self.contacts + 1):
            self.people.append(
                studio.contacts.save(
                    Contact(
                        id=0, phone=f"+31613{n:06d}", first_name=f"Name{n}", last_name="", country="NL", time_zone=ZONE,
                        language="nl" if n % 2 else "en", fields=dict(self.example.holds),
                    )
                )
            )  # fmt: skip
        self.ids = [person.id for person in self.people]
        studio.contacts.set_consent(self.ids, "yes", "test")
        studio.backup(self.folder / "copy.backup")
        restore(self.folder / "copy.backup", self.folder / "copy")

    def choose(self) -> tuple[int, Rehearsal]:
        """A seed whose ways do not hang on minutes, and among the first of those the one with the most outputs."""
        journey = self.studio.journeys.read_file(self.file)
        until = time.time() + SEARCH * self.ahead / AHEAD
        best: tuple[int, int, Rehearsal] | None = None
        for seed in range(1, 10_000):
            base = self._rehearsed(journey, seed, timedelta())
            if base is not None and all(
                (other := self._rehearsed(journey, seed, timedelta(minutes=lag))) is not None
                and _links(other.rows) == _links(base.rows)
                for lag in LAGS
            ):
                many = len(_links(base.rows))
                if best is None or many > best[0]:
                    best = many, seed, base
            if time.time() > until and best is not None:
                break
        assert best is not None
        return best[1], best[2]

    def _rehearsed(self, journey: Journey, seed: int, lag: timedelta) -> Rehearsal | None:
        around = self.studio.journeys.surroundings(journey.id)
        fields = ("first_name", "language", "country", "time_zone", *self.example.fields)
        store = Store(self.folder / "copy" / "studio.db", read_only=True)
        crowd = read_crowd(store, fields)
        store.close()
        assumed = Assumptions(seed=seed, event=self.example.brings)
        made = Lagging(setup(journey, around), crowd, assumed, ENTER, DAYS)
        made.lag = lag
        try:
            made.rehearse()
        except Tied:
            return None
        return made

    def begin(self, drawn: Sequence[Drawn]) -> None:
        """Contacts do not fit yet, the journey is published, and the sandbox is told what they will do."""
        studio = self.studio
        if self.example.comes_to_fit == "consent":
            studio.contacts.unblock([person.phone for person in self.people])
            with studio._store.write() as conn:
                conn.execute("UPDATE contacts SET marketing = 'unknown'")
        elif self.example.comes_to_fit == "field":
            for person in self.people:
                studio.contacts.save(msgspec.structs.replace(person, fields=dict.fromkeys(self.example.fields)))
        self.journey = studio.running.publish_file(self.file).id
        phones = {person.id: person.phone for person in self.people}
        self._sandbox("POST", "/sandbox/script", script_of(drawn, phones))

    def let_in(self) -> None:
        """At ten they fit, or what lets them in happens."""
        studio, example = self.studio, self.example
        if example.comes_to_fit == "consent":
            studio.contacts.set_consent(self.ids, "yes", "test")
        elif example.comes_to_fit == "field":
            for person in self.people:
                studio.contacts.save(person)
        elif example.event:
            self._fire([Event(name=example.event, contact=one, fields=example.brings) for one in self.ids])

    def _fire(self, events: Sequence[Event]) -> None:
        for event in events:
            self.studio.events.fire(event.name, event.contact, event.fields, source="http")

    def go(self, drawn: Sequence[Drawn]) -> None:
        """Events come as they were drawn, when whoever waits for them is there; until nobody is inside any more."""
        coming = sorted(
            (one.at + timedelta(minutes=one.answer.after + LAGS[1]), one.contact, one.answer.text)
            for one in drawn
            if one.answer.does == "event"
        )
        for at, contact, name in coming:
            self.wait_until(at)
            self._fire([Event(name=name, contact=contact)])
        last = ENTER + timedelta(days=DAYS)
        while self.clock.now() < last:
            time.sleep(0.5)
            over = sum(one.over for one in self.studio.running.numbers(self.journey).values())
            if over == self.contacts and not self._sandbox("GET", "/sandbox/stats")["planned"]:
                break
        time.sleep(1)

    def service(self) -> dict[str, Any]:
        """The counts that the window shows."""
        counts = self.studio.running.numbers(self.journey)
        return {
            "entered": {id: one.entered for id, one in counts.items() if one.entered},
            "links": {f"{id}:{port}": n for id, one in counts.items() for port, n in one.passed.items() if n},
            "ends": dict(sum((Counter(one.ended) for one in counts.values()), Counter())),
            "messages": sum(one.sent for one in counts.values()),
        }

    def simulated(self, seed: int) -> dict[str, Any]:
        """The counts of ``journey simulate`` with the same seed, in the copy of the workspace."""
        command = [sys.executable, "-m", "whatsapp_studio", "--workspace", str(self.folder / "copy"), "--json",
                   "journey", "simulate", str(self.file), "--seed", str(seed), "--days", str(DAYS), "--start",
                   ENTER.strftime("%Y-%m-%dT%H:%M")]  # fmt: skip
        told = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
        return {
            "entered": {id: one["entered"] for id, one in told["by_step"].items()},
            "links": told["by_link"], "ends": told["ends"], "messages": told["messages"],
        }

    def sandboxed(self) -> dict[str, Any]:
        """What the sandbox counted."""
        return self._sandbox("GET", "/sandbox/stats?detail=1")

    def outbox(self) -> list[dict[str, Any]]:
        return [dict(row) for row in self.studio._store.rows("SELECT * FROM outbox ORDER BY id")]

    def passes(self) -> list[Row]:
        rows = self.studio._store.rows("SELECT * FROM passes ORDER BY run_id, n")
        return [Row(row["run_id"], row["went"], row["came"], row["step"], row["visit"], row["port"]) for row in rows]

    def _sandbox(self, method: str, path: str, body: object = None) -> Any:
        answer = httpx.request(method, self.info.url + path, json=body, timeout=30)
        answer.raise_for_status()
        return answer.json()


def _links(rows: Sequence[Row]) -> dict[str, int]:
    return dict(Counter(f"{row.step}:{row.port}" for row in rows))


def _times(rows: Sequence[Row]) -> dict[str, tuple[str, str]]:
    """When the first left a step, and the last."""
    found: dict[str, list[int]] = {}
    for row in rows:
        found.setdefault(f"{row.step}:{row.port or 'over'}", []).append(row.went)
    return {name: (_shown(min(at)), _shown(max(at))) for name, at in sorted(found.items(), key=lambda one: min(one[1]))}


def _shown(at: int) -> str:
    return at_ms(at).strftime("%a %d %H:%M")


def run_one(name: str, contacts: int, ahead: float) -> dict[str, Any]:
    """One example from beginning to end; its counts, times and what does not agree."""
    with tempfile.TemporaryDirectory(prefix=f"studio-{name}-") as folder:
        stand = Stand(name, Path(folder), contacts, ahead)
        try:
            stand.prepare()
            seed, rehearsal = stand.choose()
            stand.begin(rehearsal.drawn)
            early = seconds_until(stand.clock, ENTER)
            say(f"{name}: seed {seed}, {len(_links(rehearsal.rows))} outputs, begins in {early:.0f} s")
            assert early > 0, "making the workspace took too long: give it more time"
            stand.wait_until(ENTER)
            stand.let_in()
            stand.go(rehearsal.drawn)
            service, simulated, sandbox = stand.service(), stand.simulated(seed), stand.sandboxed()
            rows = stand.outbox()
            return {
                "name": name, "contacts": contacts, "seed": seed, "ended_at": stand.clock.now().isoformat(),
                "service": service, "simulated": simulated,
                "sandbox": {key: sandbox[key] for key in ("accepted", "duplicates", "by_status", "refused")},
                "outbox": dict(Counter(row["state"] for row in rows)),
                "times": {"live": _times(stand.passes()), "simulated": _times(rehearsal.rows)},
                "wrong": list(_wrong(service, simulated, sandbox, rows)),
            }  # fmt: skip
        finally:
            stand.studio.close()


Said = Mapping[str, Any]


def _wrong(service: Said, simulated: Said, sandbox: Said, rows: Sequence[Said]) -> list[str]:
    """What the three do not agree about."""
    found = [
        f"{what}: service {service[what]}, simulate {simulated[what]}"
        for what in ("entered", "links", "ends", "messages")
        if service[what] != simulated[what]
    ]
    taken = [row for row in rows if row["wamid"]]
    if not service["messages"] == sandbox["accepted"] == len(taken):
        found.append(f"messages: service {service['messages']}, sandbox {sandbox['accepted']}, outbox {len(taken)}")
    if sandbox["duplicates"] or set(sandbox["keys"]) != {row["key"] for row in taken}:
        found.append("the sandbox took other messages than the outbox sent")
    refused = sum(row["state"] == "failed" and not row["wamid"] for row in rows)
    if refused != sum(sandbox["refused"].values()):
        found.append(f"refused: outbox {refused}, sandbox {sandbox['refused']}")
    states = dict(Counter(row["state"] for row in taken))
    if states != sandbox["by_status"]:
        found.append(f"statuses: outbox {states}, sandbox {sandbox['by_status']}")
    return found


# -- all of them ---------------------------------------------------------------------------------------------


def table(told: Mapping[str, Any]) -> list[str]:
    """The counts and the time line of one example, for a person."""
    service, simulated, sandbox = told["service"], told["simulated"], told["sandbox"]
    lines = [f"\n== {told['name']}: {told['contacts']} contacts, seed {told['seed']}, over at {told['ended_at'][:16]}"]
    lines.append(f"{'output':32} {'service':>8} {'simulate':>9}   live: first and last      simulated: first and last")
    live, drawn = told["times"]["live"], told["times"]["simulated"]
    for link in dict.fromkeys((*live, *drawn)):
        counts = [one["links"].get(link, "") for one in (service, simulated)]
        moments = "   ".join(f"{a} – {b}" for a, b in (live.get(link, ("", "")), drawn.get(link, ("", ""))))
        lines.append(f"{link:32} {counts[0]:>8} {counts[1]:>9}   {moments}")
    lines.append(f"ends: service {service['ends']}, simulate {simulated['ends']}")
    lines.append(
        f"messages: service {service['messages']}, simulate {simulated['messages']}, sandbox {sandbox['accepted']}"
        f" (twice: {sandbox['duplicates']}, refused: {sandbox['refused']})"
    )
    lines.append(f"statuses: outbox {told['outbox']}, sandbox {sandbox['by_status']}")
    return [*lines, *(f"DOES NOT AGREE: {one}" for one in told["wrong"]), *([] if told["wrong"] else ["all agree"])]


def run_all(names: Sequence[str], contacts: int, speed: float, ahead: float, tell: Callable[[str], object]) -> int:
    """Run examples side by side; 0 where all agree."""
    began = time.time() + ahead
    environment = {**os.environ, CLOCK: f"{ENTER.isoformat()}@{speed}@{began}"}
    command = [sys.executable, "-m", "tests.e2e.examples_live", "--contacts", str(contacts), "--ahead", str(ahead)]
    children = [
        subprocess.Popen([*command, "--one", name], env=environment, stdout=subprocess.PIPE, encoding="utf-8")
        for name in names
    ]
    wrong = 0
    for name, child in zip(names, children, strict=True):
        told, _ = child.communicate()
        if child.returncode:
            tell(f"\n== {name}: broke off")
            wrong += 1
            continue
        result = json.loads(told)
        wrong += bool(result["wrong"])
        tell("\n".join(table(result)))
    tell(f"\n{len(names) - wrong} of {len(names)} agree; {time.time() - began:.0f} s at {speed:g} times the speed")
    return 1 if wrong else 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--contacts", type=int, default=40)
    parser.add_argument("--speed", type=float, default=1000.0)
    parser.add_argument("--ahead", type=float, default=AHEAD, help="seconds before contacts enter")
    parser.add_argument("--only", choices=EXAMPLES, action="append")
    parser.add_argument("--one", choices=EXAMPLES, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        sys.stdout.write(json.dumps(run_one(given.one, given.contacts, given.ahead)))
        return 0
    names = given.only or list(EXAMPLES)
    return run_all(names, given.contacts, given.speed, given.ahead, lambda text: sys.stdout.write(text + "\n"))


if __name__ == "__main__":
    sys.exit(main())
