"""What a paused campaign asks of a person on the Sending page: late, out of budget, resting."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest

from tests.fixtures.desk import Desk
from whatsapp_studio.base.clock import iso
from whatsapp_studio.campaigns.campaign import Campaign
from whatsapp_studio.qt.delivery.page import SendingPage


@pytest.fixture
def page(desk: Desk) -> SendingPage:
    return desk.show(SendingPage)


def change(desk: Desk, campaign: Campaign, **columns: object) -> None:
    with desk.studio._store.write() as conn:
        for name, value in columns.items():
            conn.execute(f"UPDATE campaigns SET {name} = ? WHERE id = ?", (value, campaign.id))


def late(desk: Desk) -> Campaign:
    campaign = desk.launched("Spring")
    change(desk, campaign, state="paused", pause_reason="late-ask")
    return campaign


@pytest.mark.parametrize(("send", "state"), [(True, "sending"), (False, "done")])
def test_what_was_too_late_is_sent_or_left_out_as_the_person_says(
    desk: Desk, page: SendingPage, send: bool, state: str
) -> None:
    campaign = late(desk)
    page.refresh()
    card = page.cards[campaign.id]
    assert [button.text() for button in (card.remedy_button, card.second_button)] == ["Send now", "Leave out"]
    assert card.remedy_button.isVisible() and card.second_button.isVisible()
    assert not card.resume.isVisible()
    (card.remedy_button if send else card.second_button).click()
    desk.until(lambda: desk.studio.campaigns.get(campaign.id).state == state)
    counts = desk.studio.campaigns.get(campaign.id).counts
    assert (counts.queued > 0) == send
    assert counts.total == 12


def broke(desk: Desk) -> Campaign:
    campaign = desk.launched("Spring")
    with desk.studio._store.write() as conn:
        conn.execute("UPDATE outbox SET price = 100000, market = 'Netherlands' WHERE state = 'ready'")
    change(desk, campaign, budget=300000, spent=300000, currency="EUR", state="paused", pause_reason="budget-reached")
    return campaign


def test_a_used_up_budget_is_raised_and_the_campaign_goes_on(desk: Desk, page: SendingPage) -> None:
    campaign = broke(desk)
    page.refresh()
    card = page.cards[campaign.id]
    assert card.remedy_button.text() == "Raise the budget…"
    assert not card.resume.isVisible()
    card.remedy_button.click()
    dialog = page.budget
    dialog.most.setText("0.2")
    dialog.keep.click()
    assert "above" in dialog.error.text
    dialog.most.setText("1,50")
    dialog.keep.click()
    desk.until(lambda: desk.studio.campaigns.get(campaign.id).state == "sending")
    assert desk.studio.rates.spend(campaign.id).budget == Decimal("1.5")


def test_a_campaign_may_go_on_without_a_budget(desk: Desk, page: SendingPage) -> None:
    campaign = broke(desk)
    page.refresh()
    page.cards[campaign.id].remedy_button.click()
    page.budget.none.click()
    assert not page.budget.most.isEnabled()
    page.budget.keep.click()
    desk.until(lambda: desk.studio.campaigns.get(campaign.id).state == "sending")
    assert desk.studio.rates.spend(campaign.id).budget is None


def test_a_campaign_that_rests_says_until_when_and_why(desk: Desk, page: SendingPage) -> None:
    campaign = desk.launched("Spring")
    until = desk.studio.clock.now() + timedelta(hours=5)
    change(desk, campaign, rests_until=iso(until), rests_for="messaging-limit")
    page.refresh()
    said = page.cards[campaign.id].said.text()
    assert "goes on by itself" in said
    assert len(said.splitlines()) == 2 and "no better explanation" not in said


def test_a_campaign_that_recurs_says_when_it_starts_again_and_shows_no_sum_of_nothing(
    desk: Desk, page: SendingPage
) -> None:
    campaign = desk.studio.campaigns.create(desk.complete("Weekly"))
    change(desk, campaign, state="scheduled", recurs=1, starts_at=iso(desk.studio.clock.now() + timedelta(days=7)))
    page.refresh()
    card = page.cards[campaign.id]
    assert card.said.text().startswith("Starts again ")
    assert not card.equation.isVisible() and not card.undo.isVisible() and not card.report.isVisible()
    card.stop.click()
    assert "does not start again" in page.question.informativeText()
    page.question.close()


def test_those_of_later_waves_are_not_counted_into_the_time_left(desk: Desk, page: SendingPage) -> None:
    campaign = desk.launched("Spring")
    at = desk.studio.clock.now() + timedelta(hours=2)
    with desk.studio._store.write() as conn:
        conn.executemany(
            "INSERT INTO waves VALUES (?, ?, ?, ?, ?)",
            [(campaign.id, 1, iso(desk.studio.clock.now()), 3, "open"), (campaign.id, 2, iso(at), 6, "waiting")],
        )
    page.refresh()
    card = page.cards[campaign.id]
    assert "6 people in later waves, the next" in card.said.text()
    card.show_campaign(campaign, rate=1.0, now=desk.studio.clock.now(), all_paused=False, later=(6, at))
    assert "about 3 s left" in card.said.text()
    card.show_campaign(campaign, rate=1.0, now=desk.studio.clock.now(), all_paused=False)
    assert "about 9 s left" in card.said.text()
