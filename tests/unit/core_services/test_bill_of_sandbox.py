"""A campaign through the sandbox, from the forecast to the bill: both counts agree to the last millionth."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import httpx
import pytest

from tests.conftest import MemoryKeyring, SettableClock
from tests.fixtures.studio import add_people
from whatsapp_studio.app import Studio
from whatsapp_studio.base.progress import Unwatched
from whatsapp_studio.campaigns.draft import Draft, Mapping
from whatsapp_studio.campaigns.programme import Budget
from whatsapp_studio.cloudapi.client import open_http
from whatsapp_studio.cloudapi.webhook import parse
from whatsapp_studio.delivery.message import Message
from whatsapp_studio.delivery.outcome import Outcome
from whatsapp_studio.sandbox.app import Sandbox, create
from whatsapp_studio.services import connecting
from whatsapp_studio.services.billing import Billing
from whatsapp_studio.services.connecting import Credentials
from whatsapp_studio.storage.ledger import LedgerStore
from whatsapp_studio.storage.outbox import OutboxStore
from whatsapp_studio.templates.template import content_hash

NOW = datetime(2026, 11, 10, 9, tzinfo=UTC)
PEOPLE = 40


class Road:
    """A studio connected to a sandbox that is moved by hand; its webhooks come at once."""

    def __init__(self, studio: Studio, box: Sandbox, clock: SettableClock, posted: list[bytes]) -> None:
        self.studio, self.box, self.clock, self.posted = studio, box, clock, posted
        self.billing = Billing(studio._store, clock, lambda _changes: None, studio.connection.api)

    def send(self) -> None:
        outbox, ledger = OutboxStore(self.studio._store), LedgerStore(self.studio._store)
        messages = outbox.claim(1000, self.clock.now())[0]
        endings = asyncio.run(self._all(messages))
        outbox.settle([(one, end, self.clock.now()) for one, end in zip(messages, endings, strict=True)])
        for body in self.posted:
            news = parse(body)
            ledger.apply(news.statuses, news.inbound, [], [], self.clock.now())
        self.posted.clear()

    async def _all(self, messages: list[Message]) -> list[Outcome]:
        async with self.studio.connection.api() as api:
            endings = [await api.send(one) for one in messages]
        self.clock.set(self.clock.now() + timedelta(minutes=10))
        await self.box.advance()
        return endings


@pytest.fixture
def road(
    tmp_path: Path, memory_keyring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Road]:
    clock = SettableClock(NOW)
    posted: list[bytes] = []

    async def post(_url: str, body: bytes, _headers: dict[str, str]) -> int:
        posted.append(body)
        return 200

    box = Sandbox(
        seed=3, by_hand=True, now=lambda: clock.now().timestamp(), webhook_url="http://127.0.0.1:9/webhook", post=post
    )
    box.world.settings.throughput = 0
    transport = httpx.ASGITransport(app=create(sandbox=box))
    monkeypatch.setattr(connecting, "open_http", lambda: open_http(transport=transport))
    studio = Studio.open(tmp_path / "workspace", clock=clock)
    right = Credentials(
        waba_id=box.world.waba_id, phone_number_id=box.world.number.id, graph_url="http://127.0.0.1:9"
    )
    studio.connection.save(right, box.world.token, "secret")
    yield Road(studio, box, clock, posted)
    studio.close()
    box.close()


def launched(road: Road, budget: str = "") -> str:
    studio = road.studio
    studio.templates.sync()
    template = studio.templates.get("hello_offer", "nl")
    assert template is not None
    add_people(studio._store, PEOPLE)
    draft = Draft(
        name="Spring", sender=road.box.world.number.id, template=template.name, language="nl",
        template_hash=content_hash(template), mapping={"body.first_name": Mapping("{{ contact.first_name }}")},
        budget=Budget(Decimal(budget), "EUR") if budget else None,
    )  # fmt: skip
    campaign = studio.campaigns.create(draft).id
    studio.campaigns.launch(campaign, typed_count=PEOPLE, hold_seconds=0)
    return campaign


def test_our_count_and_what_the_sandbox_charged_are_the_same(road: Road) -> None:
    road.billing.do(Unwatched())
    assert road.studio.rates.currency() == "EUR"
    campaign = launched(road)
    foreseen = road.studio.rates.bill(campaign).forecast
    assert foreseen is not None and not foreseen.unknown
    road.send()
    road.clock.set(NOW + timedelta(days=1))
    road.billing.do(Unwatched())
    found = road.studio.rates.bill(campaign)
    arrived = road.studio.campaigns.get(campaign).counts
    assert sum(one.messages for one in found.own) == arrived.delivered + arrived.read > PEOPLE // 2
    assert found.total == found.charged and found.total > 0 and found.within
    assert {(one.rate.source, one.rate.begins.isoformat()) for one in found.own if one.rate} == {
        ("shipped:sandbox", "2025-07-01")
    }
    assert [one.code for one in found.notes] in ([], ["bill-on-the-way"])


def test_a_partners_account_hears_of_numbers_alone(road: Road) -> None:
    road.billing.do(Unwatched())
    road.box.world.settings.pays_itself = False
    campaign = launched(road)
    road.send()
    road.clock.set(NOW + timedelta(days=1))
    road.billing.do(Unwatched())
    found = road.studio.rates.bill(campaign)
    assert found.charged is None and "bill-no-costs" in {one.code for one in found.notes}
    assert found.meta[0].messages == sum(one.messages for one in found.own)


def test_a_budget_holds_to_the_last_message(road: Road) -> None:
    road.billing.do(Unwatched())
    price = road.studio.rates.pricer("marketing").tiers("Netherlands")[0].price
    campaign = launched(road, budget=str(price * 25))
    road.send()
    found = road.studio.campaigns.get(campaign)
    assert (found.pause_reason, found.counts.queued) == ("budget-reached", PEOPLE - 25)
    assert road.studio.rates.spend(campaign).spent <= price * 25
    assert road.box.truth.accepted == 25
