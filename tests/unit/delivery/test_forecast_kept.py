"""What the forecast promises happens: the real sender against a sandbox that keeps every limit, by the same clock."""

from __future__ import annotations

import asyncio
from collections import Counter
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import httpx
import pytest

from tests.fixtures.live import VirtualClock, templates
from tests.fixtures.studio import T0, add_people
from tests.fixtures.virtual_time import AtOnce, run
from tests.unit.core_storage.test_resting import Campaigns, tier
from whatsapp_studio.base.events import tell_nobody
from whatsapp_studio.campaigns.draft import Draft, Schedule
from whatsapp_studio.campaigns.duration import Bucket, forecast
from whatsapp_studio.cloudapi.client import CloudApi, Token
from whatsapp_studio.delivery.message import Message
from whatsapp_studio.delivery.outcome import Accepted, Outcome
from whatsapp_studio.delivery.pace import Pace, below
from whatsapp_studio.delivery.sender import Sender
from whatsapp_studio.sandbox.app import Sandbox, create
from whatsapp_studio.services.sending import Brakes
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.outbox import OutboxStore


class Watched:
    """The way to Meta, with what became of each message and when."""

    def __init__(self, cloud: CloudApi, clock: VirtualClock) -> None:
        self._cloud, self._clock = cloud, clock
        self.taken: list[datetime] = []
        self.refused: Counter[int] = Counter()

    async def send(self, message: Message) -> Outcome:
        outcome = await self._cloud.send(message)
        if isinstance(outcome, Accepted):
            self.taken.append(self._clock.now())
        else:
            self.refused[getattr(outcome, "code", 0)] += 1
        return outcome


async def play(store: Store, outbox: OutboxStore, until: timedelta, *, limit: str, usual: float) -> Watched:
    """The program sends from T0 on, to a sandbox that keeps throughput, pair limit and tier by the same clock."""
    clock = VirtualClock(T0)
    box = Sandbox(now=lambda: clock.now().timestamp(), by_hand=True)
    box.world.number.limit = limit
    for name in ("unreachable", "capped", "experiment"):
        setattr(box.world.rates, name, 0.0)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(create(sandbox=box))) as http:
        cloud = CloudApi(
            http, token=Token(box.world.token), waba_id=box.world.waba_id, graph_url="http://sandbox",
            phone_number_id=box.world.number.id,
        )  # fmt: skip
        net = Watched(cloud, clock)
        sender = Sender(
            outbox, net, Brakes(store, tell_nobody, clock), Pace(usual), clock, AtOnce(), tell_nobody,
            target=lambda: below(outbox.wanted or usual, 80),
        )  # fmt: skip
        stop = asyncio.Event()
        asyncio.get_running_loop().call_later(until.total_seconds(), stop.set)
        await sender.run(stop)
    box.close()
    return net


def launched(out: Campaigns, people: list[int], name: str, rate: int, **more: Any) -> str:
    draft = Draft(name=name, template="welcome", language="nl", purpose="utility", rate=rate, **more)
    found = out.campaigns.add(draft, T0).id
    out.launches.launch(
        found, draft, templates()["welcome", "nl"].raw, out.planned(people), now=T0, starts_at=None, held_until=None,
        rate=rate,
    )  # fmt: skip
    return found


def test_a_campaign_above_the_tier_ends_when_it_was_forecast(store: Store) -> None:
    out = Campaigns(store)
    tier(store, "TIER_250")
    campaign = launched(out, add_people(store, 400), "Two days", 20)
    promised = forecast(T0, [Bucket(T0, 400)], rate=20, limit=250)

    net = run(play(store, OutboxStore(store), timedelta(hours=25), limit="TIER_250", usual=20.0))
    assert (len(net.taken), net.refused) == (400, Counter())
    assert out.campaign_state(campaign) == "done"
    took = (net.taken[-1] - T0).total_seconds()
    assert took == pytest.approx((promised.at - T0).total_seconds(), rel=0.05)
    # Also without the night between: the second day's part takes as long as was said.
    second = [at for at in net.taken if at > T0 + timedelta(hours=12)]
    assert len(second) == 150
    assert second[-1] - promised.at < timedelta(seconds=3)


def test_days_of_a_campaign_end_when_it_was_forecast(store: Store) -> None:
    out = Campaigns(store)
    launched(out, add_people(store, 150), "Days", 10, per_day=100, schedule=Schedule(zone="Asia/Tokyo"))
    tokyo = ZoneInfo("Asia/Tokyo")
    promised = forecast(T0, [Bucket(T0, 150)], rate=10, per_day=100, zone=tokyo)

    net = run(play(store, OutboxStore(store), timedelta(hours=8), limit="TIER_250", usual=20.0))
    days = Counter(at.astimezone(tokyo).date() for at in net.taken)
    assert tuple(sorted(days.items())) == promised.days
    assert net.taken[-1] - promised.at < timedelta(seconds=3) and not net.refused


def test_the_sandbox_refuses_a_program_that_does_not_count(store: Store) -> None:
    out = Campaigns(store)
    tier(store, "TIER_UNLIMITED")
    campaign = launched(out, add_people(store, 60), "Too many", 40)
    net = run(play(store, OutboxStore(store), timedelta(seconds=10), limit="TIER_50", usual=40.0))
    assert len(net.taken) == 50 and net.refused[131048] >= 1
    # Nobody is marked failed for what is not theirs.
    assert set(out.states(campaign)) == {"accepted", "ready"}
    assert out.outbox.next_due(T0) is not None
