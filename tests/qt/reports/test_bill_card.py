"""The card of a bill: each amount with its rate and day, what Meta said beside it, and why they differ."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from PySide6.QtWidgets import QLabel

from tests.fixtures.desk import Desk
from tests.fixtures.studio import T0, later
from whatsapp_studio.delivery.message import News
from whatsapp_studio.delivery.outcome import Accepted
from whatsapp_studio.qt.reports.bill_card import BillCard
from whatsapp_studio.storage.bills import BillRow, BillStore
from whatsapp_studio.storage.ledger import LedgerStore


def texts(card: BillCard) -> list[str]:
    return [one.text() for one in card.findChildren(QLabel) if not one.isHidden() and one.text()]


def sent(desk: Desk, arrive: int) -> str:
    """A campaign at 10 cents a message of which so many arrived."""
    campaign = desk.outgoing.launch(desk.people[:5], now=T0)
    rates = desk.studio.rates
    rates.choose_currency("EUR")
    rates.set("Netherlands", "marketing", Decimal("0.10"), date(2026, 1, 1))
    (id,) = (one.id for one in rates.all() if one.source == "hand")
    desk.store.db.conn.execute(
        "UPDATE outbox SET price = 100000, rate_id = ?, market = 'Netherlands' WHERE campaign_id = ?", (id, campaign)
    )
    messages = desk.outgoing.claim(10, T0)
    desk.outgoing.outbox.settle([(one, Accepted(f"w{one.id}"), T0) for one in messages])
    news = [
        News(wamid=f"w{one.id}", status="delivered", at=later(minutes=1), billed="regular", billed_as="marketing")
        for one in messages[:arrive]
    ]
    LedgerStore(desk.store).apply(news, [], [], [], T0)
    return campaign


def test_nothing_is_charged_before_anything_arrives(desk: Desk) -> None:
    card = BillCard(desk.studio)
    desk.qtbot.addWidget(card)
    card.show_campaign(sent(desk, 0))
    desk.qtbot.waitUntil(lambda: "5 messages may still arrive, and are charged then." in texts(card))
    assert not card.nothing.isHidden() and card._table.isHidden()


def test_every_amount_names_its_rate_and_its_day(desk: Desk) -> None:
    campaign = sent(desk, 4)
    rows = [
        BillRow(day=T0.date(), country="NL", category="marketing", type="REGULAR", currency="EUR", volume=6,
                cost=Decimal("0.60"))
    ]  # fmt: skip
    BillStore(desk.store).keep(rows, T0.date(), T0.date(), later(days=1))
    card = BillCard(desk.studio)
    desk.qtbot.addWidget(card)
    card.show_campaign(campaign)
    desk.qtbot.waitUntil(lambda: card.own.amount.text() == "€0.40")
    assert card.charged.amount.text() == "€0.40" and card.expected.amount.text() == "–"
    said = texts(card)
    assert "4 × €0.1000, since 1 Jan 2026, entered by hand" in said
    assert "Meta, in all: 6 for €0.60" in said
    assert any(one.startswith("Netherlands: 2 more messages of this category") for one in said)
    card.show_campaign("gone")
    desk.qtbot.waitUntil(card.isHidden)
