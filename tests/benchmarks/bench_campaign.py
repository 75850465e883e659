"""Decides whether a campaign above Meta's limit of people ends when it was forecast, without meeting a limit.

Run: ``python -m tests.benchmarks.bench_campaign [people] [speed]``. The sandbox, a process of its own, keeps its
throughput, pair limit and tier (10,000 people). Its clock and the program's are the same one, ``speed`` times as fast
as time: with one message a second 20,000 people take a day and some hours, or some minutes. Asserts what it is for:
less than 0.1 % limit errors, the end within 5 % of the forecast, the measured rate within 5 % of the set one. The last
line is JSON.
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

from tests.fixtures.studio import add_people
from whatsapp_studio.app import Studio
from whatsapp_studio.base.clock import CLOCK, from_iso
from whatsapp_studio.base.events import Changes
from whatsapp_studio.campaigns.draft import Draft
from whatsapp_studio.campaigns.duration import Bucket, forecast
from whatsapp_studio.templates.template import content_hash

START = datetime(2026, 3, 3, 9, tzinfo=UTC)
LIMIT_CODES = ("130429", "131048", "131056", "80007")
RATE, TIER, ALLOWED = 1, "TIER_10K", 10_000


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


def main(people: int = 20_000, speed: float = 400.0) -> dict[str, object]:
    """Send it, and say how that went."""
    os.environ[CLOCK] = f"{START.isoformat()}@{speed}@{time.time()}"
    with tempfile.TemporaryDirectory() as folder:
        studio = Studio.open(Path(folder))
        try:
            return play(studio, people, speed)
        finally:
            studio.close()


def play(studio: Studio, people: int, speed: float) -> dict[str, object]:
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
    first_day = [at for at in moments if at < timedelta(hours=12).total_seconds()]
    found: dict[str, object] = {
        "people": len(moments),
        "seconds": round(time.perf_counter() - started, 1),
        "speed": speed,
        "limit_errors": limit_errors(url),
        "predicted_h": round(promised.seconds / 3600, 3),
        "took_h": round(moments[-1] / 3600, 3),
        "rate_set": RATE,
        "rate_measured": round((len(first_day) - 1) / first_day[-1], 4),
    }
    assert len(moments) == people
    assert limit_errors(url) < people / 1000
    assert abs(moments[-1] / promised.seconds - 1) <= 0.05
    assert abs((len(first_day) - 1) / first_day[-1] / RATE - 1) <= 0.05
    return found


if __name__ == "__main__":
    given = [float(one) for one in sys.argv[1:]]
    print(json.dumps(main(int(given[0]) if given else 20_000, *given[1:2])))
