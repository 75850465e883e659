"""The audience of a campaign that follows another one: said in words, changed to another outcome, and a way back."""

from __future__ import annotations

from tests.fixtures.desk import Desk
from tests.qt.campaigns.test_schedule_step import pick
from whatsapp_studio.qt.campaigns.page import CampaignsPage


def test_it_says_whom_and_can_be_another_outcome(desk: Desk) -> None:
    first = desk.launched("Spring")
    desk.set_rows(first.id, "delivered", 4)
    desk.set_rows(first.id, "read", 2)
    page = desk.show(CampaignsPage)
    made = desk.studio.following.follow(first.id, "unread")
    page.open(made.id)
    audience = page.wizard.audience
    card = audience.whom.follows
    desk.until(lambda: "“Spring”" in card.meaning.text())
    assert card.radio.isChecked()
    assert "not known to have read it" in card.meaning.text()
    desk.until(lambda: audience.numbers.count is not None)
    assert audience.numbers.count is not None
    assert audience.numbers.count.total == 4
    pick(card.outcome, "read")
    assert page.wizard.draft.audience.outcome == "read"
    desk.until(lambda: audience.numbers.count is not None and audience.numbers.count.total == 2)
    assert "who read it" in card.meaning.text()
    card.door.click()
    assert desk.went == [("reports", first.id)]


def test_another_choice_and_back_keeps_the_campaign_that_is_followed(desk: Desk) -> None:
    first = desk.launched("Spring")
    desk.set_rows(first.id, "delivered", 4)
    page = desk.show(CampaignsPage)
    page.open(desk.studio.following.follow(first.id, "unread").id)
    whom = page.wizard.audience.whom
    whom.everybody.radio.click()
    assert page.wizard.draft.audience.kind == "all"
    assert whom.follows.isVisible(), "the way back stays"
    whom.follows.radio.click()
    found = page.wizard.draft.audience
    assert (found.kind, found.campaign_id, found.outcome) == ("outcome", first.id, "unread")


def test_a_campaign_that_follows_none_does_not_offer_it(desk: Desk) -> None:
    page = desk.show(CampaignsPage)
    page.open(desk.studio.campaigns.create(desk.complete(step="audience")).id)
    assert page.wizard.audience.whom.follows.isHidden()
