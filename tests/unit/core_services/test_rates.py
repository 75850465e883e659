"""Prices come with the program, from files and from people; what Meta charged is read and put beside our own count."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.conftest import SettableClock
from tests.fixtures.cloud import api as cloud
from tests.fixtures.studio import NUMBER, add_people, offer
from whatsapp_studio.app import Studio
from whatsapp_studio.base.errors import Blocked, UserError
from whatsapp_studio.base.progress import Unwatched
from whatsapp_studio.campaigns.draft import Draft, Mapping
from whatsapp_studio.campaigns.programme import Budget
from whatsapp_studio.cloudapi.client import open_http
from whatsapp_studio.delivery.message import News
from whatsapp_studio.delivery.outcome import Accepted
from whatsapp_studio.services.billing import Billing
from whatsapp_studio.storage.connection import Connection, ConnectionStore
from whatsapp_studio.storage.ledger import LedgerStore
from whatsapp_studio.storage.outbox import OutboxStore
from whatsapp_studio.storage.templates import TemplateRows
from whatsapp_studio.templates.template import content_hash

NOW = datetime(2026, 11, 10, 9, tzinfo=UTC)
CARD = "Market,Currency,Marketing,Utility\nNetherlands,EUR,0.1323,0.0414\nGermany,EUR,0.1131,0.0456\n"


class Till:
    """A workspace that is connected, with people, a template, and a Meta whose figures a test decides."""

    def __init__(self, studio: Studio, clock: SettableClock, folder: Path) -> None:
        self.studio, self.clock, self.folder, self.store = studio, clock, folder, studio._store
        self.points: list[dict[str, Any]] = []
        self.currency, self.asked = "EUR", list[str]()
        self.refuses = False
        self.billing = Billing(self.store, clock, lambda _changes: None, self._api)  # type: ignore[arg-type]

    def connect(self, *, sandbox: bool = False) -> None:
        ConnectionStore(self.store).save(
            Connection(
                waba_id="100", phone_number_id=NUMBER, graph_url="https://graph.example", checked_at=NOW,
                is_sandbox=sandbox, messaging_limit="TIER_10K", throughput="STANDARD",
            )
        )  # fmt: skip

    @asynccontextmanager
    async def _api(self) -> Any:
        async with open_http(transport=httpx.MockTransport(self._answer)) as http:
            yield cloud(http)

    def _answer(self, request: httpx.Request) -> httpx.Response:
        fields = request.url.params["fields"]
        self.asked.append(fields)
        if self.refuses:
            return httpx.Response(400, json={"error": {"code": 100, "message": "no", "type": "OAuthException"}})
        if fields.startswith("pricing_analytics"):
            told = {"data": [{"data_points": self.points}]}
            return httpx.Response(200, json={"pricing_analytics": told, "id": "100"})
        return httpx.Response(200, json={"id": "100", "currency": self.currency})

    def card(self, text: str = CARD, name: str = "card.csv") -> Path:
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def draft(self, **more: Any) -> Draft:
        template = offer("Hi {{1}}, spring is here")
        TemplateRows(self.store).replace_all([template], NOW)
        given: dict[str, Any] = {
            "name": "Spring", "sender": NUMBER, "template": "spring_offer", "language": "nl",
            "template_hash": content_hash(template), "mapping": {"body.1": Mapping("{{ contact.first_name }}")},
        }  # fmt: skip
        return Draft(**{**given, **more})

    def launch(self, n: int = 3, **more: Any) -> str:
        add_people(self.store, n)
        campaign = self.studio.campaigns.create(self.draft(**more)).id
        self.studio.campaigns.launch(campaign, typed_count=n, hold_seconds=0)
        return campaign

    def send(self, arrive: int, *, billed: str = "regular", billed_as: str = "marketing") -> None:
        outbox, ledger = OutboxStore(self.store), LedgerStore(self.store)
        messages = outbox.claim(100, self.clock.now())[0]
        outbox.settle([(one, Accepted(f"w{one.id}"), self.clock.now()) for one in messages])
        news = [
            News(wamid=f"w{one.id}", status="delivered", at=self.clock.now(), billed=billed, billed_as=billed_as)
            for one in messages[:arrive]
        ]
        ledger.apply(news, [], [], [], self.clock.now())

    def point(self, volume: int, cost: float | None, **more: Any) -> None:
        start = int(datetime(2026, 11, 10, tzinfo=UTC).timestamp())
        point = {
            "start": start, "end": start + 86400, "country": "NL", "pricing_category": "MARKETING",
            "pricing_type": "REGULAR", "volume": volume, **({"cost": cost} if cost is not None else {}), **more,
        }  # fmt: skip
        self.points.append(point)


@pytest.fixture
def till(tmp_path: Path) -> Iterator[Till]:
    clock = SettableClock(NOW)
    studio = Studio.open(tmp_path / "workspace", clock=clock)
    made = Till(studio, clock, tmp_path)
    made.connect()
    yield made
    studio.close()


# -- prices --------------------------------------------------------------------------------------------


def test_what_ships_is_there_once_and_stays_away_when_it_was_removed(till: Till) -> None:
    rates = till.studio.rates
    found = rates.as_of(NOW.date(), "BRL")
    assert [(one.market, one.category, str(one.price.normalize())) for one in found] == [
        ("Brazil", "marketing", "0.3217"), ("Brazil", "utility", "0.035"), ("Brazil", "authentication", "0.035"),
        ("Brazil", "service", "0.035"),
    ]  # fmt: skip
    assert {one.begins for one in rates.all()} == {date(2026, 10, 1)}
    assert rates.as_of(date(2026, 9, 30), "BRL") == []
    rates.remove("shipped:2026-10-01")
    assert rates.all() == []
    with_fresh_eyes = type(rates)(till.store, till.studio.settings, till.clock, lambda _changes: None)
    assert with_fresh_eyes.all() == []


def test_made_up_prices_count_for_the_sandbox_alone(till: Till) -> None:
    rates = till.studio.rates
    assert not any(one.source == "shipped:sandbox" for one in rates.all())
    till.connect(sandbox=True)
    assert len([one for one in rates.all() if one.source == "shipped:sandbox"]) > 300
    till.connect()
    rates.bring_in(till.card("Market,Currency,Marketing\nNetherlands,EUR,0.5\n"), date(2025, 7, 1))
    assert [(one.source, one.price) for one in rates.as_of(NOW.date(), "EUR")] == [("card.csv", Decimal("0.5"))]


def test_a_file_is_looked_at_before_it_counts(till: Till) -> None:
    rates, card = till.studio.rates, till.card(CARD + "Atlantis,EUR,0.1,0.1\n")
    looked = rates.look(card, date(2026, 10, 1))
    assert (looked.new, looked.same, looked.kept, [one.code for one in looked.problems]) == (
        4, 0, False, ["rate-market-unknown"]
    )  # fmt: skip
    assert rates.as_of(NOW.date(), "EUR") == []
    assert rates.bring_in(card, date(2026, 10, 1)).kept and len(rates.as_of(NOW.date(), "EUR")) == 4
    again = rates.bring_in(card, date(2026, 10, 1))
    assert (again.new, again.same) == (0, 4)
    changed = rates.look(till.card(CARD.replace("0.1323", "0.14")), date(2027, 1, 1))
    assert [(one.before.price, one.after.price) for one in changed.changes] == [(Decimal("0.1323"), Decimal("0.14"))]
    with pytest.raises(UserError, match="import-no-such-file"):
        rates.look(till.folder / "gone.csv")


def test_metas_list_corrects_what_came_with_the_program(till: Till) -> None:
    rates = till.studio.rates
    found = rates.bring_in(till.card("Market,Currency,Marketing\nNorth America,USD,0.026\n"), date(2026, 10, 1))
    assert len(found.changes) == 1
    (latest,) = rates.history("North America", "marketing", "USD")
    assert (latest.price, latest.source) == (Decimal("0.026"), "card.csv")


def test_a_price_by_hand_begins_on_its_day_and_never_changes(till: Till) -> None:
    rates = till.studio.rates
    rates.set("Germany", "marketing", Decimal("0.11"), date(2026, 11, 1), "EUR")
    with pytest.raises(UserError, match="rate-there"):
        rates.set("Germany", "marketing", Decimal("0.12"), date(2026, 11, 1), "EUR")
    rates.set("Germany", "marketing", Decimal("0.12"), date(2026, 12, 1), "EUR")
    assert [one.price for one in rates.history("Germany", "marketing", "EUR")] == [Decimal("0.12"), Decimal("0.11")]
    assert [one.price for one in rates.as_of(NOW.date(), "EUR")] == [Decimal("0.11")]
    for given, code in ((("Atlantis", "marketing"), "market"), (("Germany", "gossip"), "category")):
        with pytest.raises(UserError, match=f"rate-{code}-unknown"):
            rates.set(*given, Decimal(1), date(2026, 11, 1), "EUR")
    with pytest.raises(UserError, match="rate-price-unreadable"):
        rates.set("Germany", "marketing", Decimal("-1"), date(2027, 11, 1), "EUR")
    assert {one.action for one in till.studio.audit.entries()} >= {"rate-set"}


# -- what a campaign costs -----------------------------------------------------------------------------


def test_the_review_foresees_and_the_launch_keeps_each_messages_price(till: Till) -> None:
    till.studio.rates.choose_currency("EUR")
    till.studio.rates.bring_in(till.card(), date(2026, 10, 1))
    campaign = till.launch(3)
    rows = till.store.rows("SELECT market, price, rate_id FROM outbox WHERE campaign_id = ?", (campaign,))
    (id,) = {row["rate_id"] for row in rows}
    assert {(row["market"], row["price"]) for row in rows} == {("Netherlands", 132_300)}
    (rate,) = (one for one in till.studio.rates.all() if one.id == id)
    assert (rate.price, rate.begins, rate.source) == (Decimal("0.1323"), date(2026, 10, 1), "card.csv")
    found = till.studio.rates.bill(campaign)
    assert found.forecast is not None and found.forecast.most == Decimal("0.3969") and found.currency == "EUR"


def test_a_budget_needs_prices_and_stops_at_its_end(till: Till) -> None:
    rates, campaigns = till.studio.rates, till.studio.campaigns
    rates.choose_currency("EUR")
    budget = Budget(Decimal("0.30"), "EUR")
    with pytest.raises(Blocked) as blocked:
        till.launch(3, budget=budget)
    assert "budget-unknown-prices" in {one.code for one in blocked.value.problems}
    rates.bring_in(till.card(), date(2026, 10, 1))
    (campaign,) = (one.id for one in campaigns.all())
    review = campaigns.review(till.draft(budget=budget))
    assert "budget-too-small" in {one.code for one in review.warnings}
    campaigns.launch(campaign, typed_count=3, hold_seconds=0)
    till.send(2)
    assert campaigns.get(campaign).pause_reason == "budget-reached"
    with pytest.raises(UserError, match="budget-used-up"):
        campaigns.resume(campaign)
    assert campaigns.get(campaign).state == "paused"
    campaigns.set_budget(campaign, Decimal("0.40"))
    campaigns.resume(campaign)
    till.send(1)
    assert rates.spend(campaign).spent == Decimal("0.3969") and rates.spend(campaign).left == Decimal("0.0031")
    assert {one.action for one in till.studio.audit.entries()} >= {"budget-changed"}


def test_a_budget_cannot_be_set_where_a_price_is_unknown(till: Till) -> None:
    campaign = till.launch(2)
    with pytest.raises(UserError, match="budget-unknown-prices"):
        till.studio.campaigns.set_budget(campaign, Decimal(1))


# -- what Meta charged ---------------------------------------------------------------------------------


def test_the_currency_is_asked_at_once_and_figures_once_a_day_after_campaigns(till: Till) -> None:
    assert till.billing.due() == NOW
    till.currency = "INR"
    till.billing.do(Unwatched())
    assert till.studio.rates.currency() == "INR" and till.studio.rates.currency_is_metas()
    assert till.billing.due() is None and len(till.asked) == 1
    till.launch(1)
    assert till.billing.due() == NOW + timedelta(days=1)
    till.clock.set(NOW + timedelta(days=1))
    till.billing.do(Unwatched())
    asked = till.asked[-1]
    start, end = (int(datetime(2026, 11, day, tzinfo=UTC).timestamp()) for day in (10, 12))
    assert asked.startswith(f"pricing_analytics.start({start}).end({end}).granularity(DAILY)")
    till.clock.set(NOW + timedelta(days=100))
    assert till.billing.due() is None


def test_what_meta_refuses_is_asked_again_tomorrow(till: Till) -> None:
    till.refuses = True
    with pytest.raises(UserError):
        till.billing.do(Unwatched())
    till.refuses = False
    till.launch(1)
    assert till.billing.due() == NOW + timedelta(days=1)


def billed(till: Till) -> str:
    till.studio.rates.choose_currency("EUR")
    till.studio.rates.bring_in(till.card(), date(2026, 10, 1))
    return till.launch(4)


def notes(till: Till, campaign: str) -> set[str]:
    return {one.code for one in till.studio.rates.bill(campaign).notes}


def test_the_bill_stands_beside_the_forecast_to_the_cent(till: Till) -> None:
    campaign = billed(till)
    till.send(3)
    assert notes(till, campaign) == {"bill-on-the-way", "bill-not-read"}
    till.point(3, 0.3969)
    till.billing.do(Unwatched())
    found = till.studio.rates.bill(campaign)
    assert found.total == found.charged == Decimal("0.3969") and found.within
    (line,) = found.own
    assert line.rate is not None and (line.messages, line.amount) == (3, Decimal("0.3969"))
    assert (line.rate.price, line.rate.begins, line.rate.source) == (Decimal("0.1323"), date(2026, 10, 1), "card.csv")
    assert {one.code for one in found.notes} == {"bill-on-the-way"}


def test_what_else_was_charged_that_day_is_told_apart_no_further_than_can_be_known(till: Till) -> None:
    campaign = billed(till)
    till.send(4)
    till.point(10, 1.323)
    till.point(5, 2.0, country="DE")
    till.billing.do(Unwatched())
    found = till.studio.rates.bill(campaign)
    assert found.charged == Decimal("0.5292") and len(found.meta) == 1
    assert notes(till, campaign) == {"bill-others-too"}


def test_a_price_that_meta_charged_otherwise_is_said(till: Till) -> None:
    campaign = billed(till)
    till.send(4)
    till.point(3, 0.42)
    till.billing.do(Unwatched())
    assert notes(till, campaign) == {"bill-price-differs", "bill-fewer"}


def test_an_account_that_a_partner_pays_for_hears_no_costs(till: Till) -> None:
    campaign = billed(till)
    till.send(4)
    till.point(4, None)
    till.billing.do(Unwatched())
    assert notes(till, campaign) == {"bill-no-costs"} and till.studio.rates.bill(campaign).charged is None


def test_free_messages_and_those_of_another_category_are_told(till: Till) -> None:
    campaign = billed(till)
    till.send(2, billed="free_entry_point")
    found = till.studio.rates.bill(campaign)
    assert (found.total, found.free) == (0, 2) and "bill-free" in {one.code for one in found.notes}
    other = till.studio.campaigns.create(till.draft(name="Autumn")).id
    till.studio.campaigns.launch(other, typed_count=4, hold_seconds=0)
    till.send(4, billed_as="utility")
    assert "bill-other-category" in notes(till, other)


def test_messages_without_a_price_are_named_not_free(till: Till) -> None:
    till.studio.rates.choose_currency("EUR")
    campaign = till.launch(2)
    till.send(2)
    found = till.studio.rates.bill(campaign)
    assert [(one.messages, one.rate, one.amount) for one in found.own] == [(2, None, None)]
    assert "bill-unpriced" in notes(till, campaign)
    with pytest.raises(LookupError):
        till.studio.rates.bill("none")


def test_figures_of_a_day_are_read_again_while_they_may_change(till: Till) -> None:
    campaign = billed(till)
    till.send(4)
    till.point(2, 0.2646)
    till.billing.do(Unwatched())
    till.points.clear()
    till.point(4, 0.5292)
    till.clock.set(NOW + timedelta(days=1))
    till.billing.do(Unwatched())
    found = till.studio.rates.bill(campaign)
    assert (found.meta[0].messages, found.charged) == (4, Decimal("0.5292"))
