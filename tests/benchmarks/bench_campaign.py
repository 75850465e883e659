"""Decides whether a campaign above Meta's limit of people ends when it was forecast, without meeting a limit.

Run: ``python -m tests.benchmarks.bench_campaign [people] [speed]``. The sandbox keeps throughput, pair limit and tier
(10,000 people). Twice: in this process, where time passes only while everybody waits, at 60 messages a second; and with
the sandbox as a process of its own, its clock and the program's ``speed`` times as fast as time, at one a second, for
which the machine needs a core to itself. Each line of JSON is followed by what it is for: less than 0.1 % limit errors,
the end within 5 % of the forecast, the measured rate within 5 % of the set one.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import threading
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx

os.environ.setdefault("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")

from tests.fixtures.studio import T0, add_people
from tests.fixtures.virtual_time import run
from tests.unit.core_storage.test_resting import Campaigns, tier
from tests.unit.delivery.test_forecast_kept import launched
from tests.unit.delivery.test_forecast_kept import play as in_virtual_time
from whatsapp_studio.app import Studio
from whatsapp_studio.base.clock import CLOCK, from_iso
from whatsapp_studio.base.events import Changes
from whatsapp_studio.campaigns.draft import Draft
from whatsapp_studio.campaigns.duration import Bucket, forecast
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.outbox import OutboxStore
from whatsapp_studio.templates.template import content_hash

START = datetime(2026, 3, 3, 9, tzinfo=UTC)
LIMIT_CODES = ("130429", "131048", "131056", "80007")
RATE, TIER, ALLOWED = 1, "TIER_10K", 10_000
VIRTUAL_RATE = 60


def limit_errors(url: str) -> int:
    """Requests that the sandbox refused because something was too much."""
    refused = httpx.get(f"{url}/sandbox/stats").json()["refused"]
    return sum(refused.get(code, 0) for code in LIMIT_CODES)


def taken(studio: Studio, campaign: str) -> list[float]:
    """When each message was taken, in seconds after the first."""
    rows = studio._store.rows(
        "SELECT settled_at FROM outbox WHERE campaign_id = ? AND state NOT IN ('ready', 'sending', 'excluded')"
        " ORDER BY settled_at",
        (campaign,),
    )
    moments = [from_iso(row[0]) for row in rows]
    return [(at - moments[0]).total_seconds() for at in moments]


def virtual(people: int) -> None:
    """The real sender and queue against a sandbox in this process, by a clock that jumps."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder) / "studio.db")
        out = Campaigns(store)
        tier(store, TIER)
        launched(out, add_people(store, people), "Everybody", VIRTUAL_RATE)
        promised = forecast(T0, [Bucket(T0, people)], rate=VIRTUAL_RATE, limit=ALLOWED)
        days = timedelta(hours=25) * -(-people // ALLOWED)
        started = time.perf_counter()
        net = run(in_virtual_time(store, OutboxStore(store), days, limit=TIER, usual=VIRTUAL_RATE))
        store.close()
    moments = [(at - T0).total_seconds() for at in net.taken]
    told("virtual", moments, promised.seconds, sum(net.refused.values()), VIRTUAL_RATE, time.perf_counter() - started)
    assert len(moments) == people


def told(how: str, moments: list[float], promised: float, errors: int, rate: float, seconds: float) -> None:
    """Say how it went, and hold it against what it is for."""
    first_day = [at for at in moments if at < timedelta(hours=12).total_seconds()]
    measured = (len(first_day) - 1) / (first_day[-1] - first_day[0])
    print(json.dumps({
        "how": how, "people": len(moments), "seconds": round(seconds, 1), "limit_errors": errors, "rate_set": rate,
        "rate_measured": round(measured, 4), "predicted_h": round(promised / 3600, 3),
        "took_h": round(moments[-1] / 3600, 3),
    }), flush=True)  # fmt: skip
    assert errors < len(moments) / 1000
    assert abs(moments[-1] / promised - 1) <= 0.05
    assert abs(measured / rate - 1) <= 0.05


def clocked(people: int, speed: float) -> None:
    """The whole program and a sandbox of its own, by a fast clock."""
    os.environ[CLOCK] = f"{START.isoformat()}@{speed}@{time.time()}"
    with tempfile.TemporaryDirectory() as folder:
        studio = Studio.open(Path(folder))
        try:
            play(studio, people, speed)
        finally:
            studio.close()


def play(studio: Studio, people: int, speed: float) -> None:
    """In this workspace."""
    studio.settings.webhook_enabled = False
    studio.sandbox.connect_workspace()
    assert studio.sandbox.info is not None
    url = studio.sandbox.info.url
    httpx.post(f"{url}/sandbox/settings", json={"messaging_limit": TIER, "throughput": 80}).raise_for_status()
    studio.connection.refresh()
    studio.templates.sync()
    add_people(studio._store, people)
    template = studio.templates.get("welcome", "nl")
    account = studio.connection.current()
    assert template is not None and account is not None and account.messaging_limit == TIER
    made = studio.campaigns.create(
        Draft(
            name="Everybody", purpose="utility", sender=account.phone_number_id, template="welcome", language="nl",
            template_hash=content_hash(template), rate=RATE,
        )
    )  # fmt: skip
    done = threading.Event()

    def heard(changes: Changes) -> None:
        if made.id in changes.campaigns and studio.campaigns.get(made.id).state == "done":
            done.set()

    studio.listen(heard)
    started = time.perf_counter()
    studio.campaigns.launch(made.id, typed_count=people, hold_seconds=0)
    begins = studio.clock.now()
    promised = forecast(begins, [Bucket(begins, people)], rate=RATE, limit=ALLOWED)
    studio.engine.start(receiving=False)
    allowed = 60 + 2 * promised.seconds / speed
    assert done.wait(allowed), f"not done after {allowed:.0f} s"
    studio.engine.stop()
    moments = taken(studio, made.id)
    assert len(moments) == people
    told("clocked", moments, promised.seconds, limit_errors(url), RATE, time.perf_counter() - started)


def main(people: int = 20_000, speed: float = 300.0) -> None:
    """Both."""
    virtual(people)
    clocked(people, speed)


if __name__ == "__main__":
    given = [float(one) for one in sys.argv[1:]]
    main(*([int(given[0]), *given[1:2]] if given else []))
