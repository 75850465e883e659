"""What a campaign has spent is what left and is neither failed nor free; a budget lets nothing through beyond it."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from tests.fixtures.studio import NUMBER, T0, Outgoing, add_people, later, offer
from whatsapp_studio.campaigns.cost import Rate
from whatsapp_studio.campaigns.draft import Draft
from whatsapp_studio.campaigns.forecast import Past
from whatsapp_studio.campaigns.plan import Planned
from whatsapp_studio.campaigns.programme import Budget
from whatsapp_studio.delivery.message import Message, News
from whatsapp_studio.delivery.outcome import Accepted, NotTaken, Outcome, Refused, Unsure
from whatsapp_studio.storage.campaign_log import CampaignLog
from whatsapp_studio.storage.campaigns import CampaignStore
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.ledger import LedgerStore
from whatsapp_studio.storage.rates import RateStore
from whatsapp_studio.storage.spending import BUDGET_REACHED, SpendStore

CENTS = 10_000


class Spending(Outgoing):
    """Campaigns whose messages have prices (in cents), and perhaps a budget."""

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self.spending = SpendStore(store)

    def start(self, prices: list[int | None], budget: str = "", name: str = "Spring") -> str:
        ids = add_people(self.store, len(prices), first=1 + 100 * len(self.campaigns.all()))
        draft = Draft(
            name=name, sender=NUMBER, template="spring_offer", language="nl",
            budget=Budget(Decimal(budget), "EUR") if budget else None,
        )  # fmt: skip
        campaign = self.campaigns.add(draft, T0).id
        planned = [
            Planned(
                contact=one, fill={"body.1": "x"}, market="Netherlands", rate_id=1,
                price=None if price is None else price * CENTS,
            )
            for one, price in zip(self.people.get_many(ids), prices, strict=True)
        ]  # fmt: skip
        self.launches.launch(
            campaign, draft, offer().raw, planned, now=T0, starts_at=None, held_until=None, rate=None, currency="EUR"
        )
        return campaign

    def end(self, message: Message, outcome: Outcome) -> None:
        self.outbox.settle([(message, outcome, T0)])

    def hear(self, message: Message, status: str, **more: str) -> None:
        news = News(wamid=f"w{message.id}", status=status, at=later(minutes=1), **more)  # type: ignore[arg-type]
        LedgerStore(self.store).apply([news], [], [], [], T0)

    def spent(self, campaign: str) -> Decimal:
        kept = self.spending.spend(campaign).spent
        (counted,) = self.store.db.conn.execute(
            "SELECT coalesce(sum(price), 0) FROM outbox WHERE campaign_id = ?"
            " AND state NOT IN ('ready', 'failed', 'excluded') AND billed NOT LIKE 'free%'", (campaign,),
        ).fetchone()  # fmt: skip
        assert kept * 1_000_000 == counted
        return kept


@pytest.fixture
def going(store: Store) -> Spending:
    return Spending(store)


def test_what_is_spent_follows_every_state(going: Spending) -> None:
    campaign = going.start([10] * 7)
    assert going.spent(campaign) == 0
    taken, refused, unsure, back, given, heard, free = going.claim(7)
    assert going.spent(campaign) == Decimal("0.70")
    going.end(taken, Accepted(f"w{taken.id}"))
    going.end(refused, Refused(131026, "no such number"))
    going.end(unsure, Unsure("time-out"))
    going.end(back, NotTaken(131056))
    going.outbox.release([given])
    assert going.spent(campaign) == Decimal("0.40")
    for one in (heard, free):
        going.end(one, Accepted(f"w{one.id}"))
    going.hear(heard, "delivered", billed="regular", billed_as="marketing")
    going.hear(free, "sent", billed="free_entry_point", billed_as="marketing")
    assert going.spent(campaign) == Decimal("0.30")
    going.hear(taken, "failed")
    assert going.spent(campaign) == Decimal("0.20")
    # One phone of several failed, another showed it.
    going.hear(taken, "delivered", billed="regular", billed_as="marketing")
    assert going.spent(campaign) == Decimal("0.30")
    going.outbox.stop(campaign, later(minutes=2))
    assert going.spent(campaign) == Decimal("0.30")


def test_what_is_said_of_the_price_is_kept_with_the_message(going: Spending) -> None:
    going.start([10, 10])
    first, early = going.claim(2)
    going.end(first, Accepted(f"w{first.id}"))
    going.hear(first, "sent", billed="regular", billed_as="utility")
    going.hear(first, "read")
    assert (going.row(first)["billed"], going.row(first)["billed_as"]) == ("regular", "utility")
    # News may come before it is known which message has which id.
    going.hear(early, "delivered", billed="free_customer_service", billed_as="service")
    going.end(early, Accepted(f"w{early.id}"))
    assert (going.row(early)["billed"], going.row(early)["state"]) == ("free_customer_service", "delivered")


def test_nothing_leaves_that_does_not_fit_in_the_budget(going: Spending) -> None:
    campaign = going.start([10] * 5, budget="0.25")
    assert len(going.claim(100)) == 2
    found = CampaignStore(going.store).get(campaign)
    assert (found.state, found.pause_reason) == ("paused", BUDGET_REACHED)
    (entry,) = CampaignLog(going.store).of(campaign)
    assert entry.code == BUDGET_REACHED
    assert entry.facts == {"budget": "0.25", "spent": "0.2", "currency": "EUR"}
    assert going.claim(100) == [] and len(CampaignLog(going.store).of(campaign)) == 1
    assert going.states(campaign).count("ready") == 3
    assert not going.spending.fits_next(campaign)
    going.spending.set_budget(campaign, Decimal("0.40"))
    assert going.spending.fits_next(campaign)
    going.campaigns.move(campaign, ("paused",), "sending")
    assert len(going.claim(100)) == 2
    assert going.spent(campaign) == Decimal("0.40")
    assert len(CampaignLog(going.store).of(campaign)) == 2


def test_a_budget_that_fits_to_the_cent_lasts(going: Spending) -> None:
    campaign = going.start([10, 5, 10], budget="0.25")
    assert len(going.claim(100)) == 3
    assert going.campaign_state(campaign) == "sending" and going.spent(campaign) == Decimal("0.25")


def test_what_failed_makes_room_again(going: Spending) -> None:
    campaign = going.start([10] * 3, budget="0.20")
    first, _second = going.claim(100)
    assert going.campaign_state(campaign) == "paused"
    going.end(first, Refused(131026, "no such number"))
    assert going.spending.fits_next(campaign)
    going.campaigns.move(campaign, ("paused",), "sending")
    assert len(going.claim(100)) == 1


def test_a_budget_of_one_campaign_holds_no_other_up(going: Spending) -> None:
    small, other = going.start([10] * 3, budget="0.10"), going.start([10] * 3, name="Autumn")
    assert len(going.claim(100)) == 4
    assert (going.campaign_state(small), going.campaign_state(other)) == ("paused", "sending")
    assert going.spending.spend(other).left is None


def test_a_spend_tells_what_waits_and_what_has_no_price(going: Spending) -> None:
    campaign = going.start([10, 10, None, 10])
    going.claim(1)
    found = going.spending.spend(campaign)
    assert (found.spent, found.waiting, found.unknown, found.markets) == (
        Decimal("0.1"), Decimal("0.2"), 1, ("Netherlands",)
    )  # fmt: skip
    with pytest.raises(LookupError):
        going.spending.spend("none")


def test_earlier_campaigns_say_what_arrived_and_what_was_free(going: Spending) -> None:
    heard, silent = going.start([10] * 4), going.start([10] * 4, name="Silent")
    for message in going.claim(100):
        going.end(message, Accepted(f"w{message.id}"))
    first, second, third, fourth = (row["id"] for row in going.store.rows(
        "SELECT id FROM outbox WHERE campaign_id = ? ORDER BY id", (heard,)
    ))  # fmt: skip
    for id, status, billed in ((first, "delivered", "regular"), (second, "read", "free_entry_point"),
                               (third, "failed", ""), (fourth, "sent", "regular")):  # fmt: skip
        news = News(wamid=f"w{id}", status=status, at=later(minutes=1), billed=billed, billed_as="marketing")  # type: ignore[arg-type]
        LedgerStore(going.store).apply([news], [], [], [], T0)
    assert going.spending.past("marketing", later(days=1)) == ([Past(4, 2)], [Past(2, 1)])
    # Those of another purpose say something where there are no others, and later ones nothing.
    assert going.spending.past("utility", later(days=1))[0] == [Past(4, 2)]
    assert going.spending.past("marketing", T0) == ([], [])
    assert going.spending.used("marketing", T0 - timedelta(days=2)) == {"Netherlands": 1}
    assert going.spending.used("utility", T0 - timedelta(days=2)) == {}
    assert silent


def test_prices_are_kept_with_their_history(store: Store) -> None:
    kept = RateStore(store)
    january, october = (
        Rate(
            id=0, market="Germany", category="marketing", currency="EUR", price=Decimal(price), begins=begins, source=of
        )
        for price, begins, of in (("0.11", date(2026, 1, 1), "a.csv"), ("0.12", date(2026, 10, 1), "b.csv"))
    )
    assert kept.add([january, october, january], T0) == 2
    assert [(one.price, one.source) for one in kept.all()] == [(Decimal("0.11"), "a.csv"), (Decimal("0.12"), "b.csv")]
    assert [(one.source, one.rates) for one in kept.sets()] == [("a.csv", 1), ("b.csv", 1)]
    id = kept.all()[0].id
    assert kept.remove("a.csv", T0) == 1 and kept.remove("a.csv", T0) == 0
    assert [one.source for one in kept.all()] == ["b.csv"] and kept.was_there("a.csv")
    # What was priced by it still says so, and another price of that day may come.
    assert kept.by_id([id])[id].price == Decimal("0.11")
    assert kept.add([january], T0) == 1
