"""The Sending page: what is on its way, what holds it back, and what waits for a person."""

from __future__ import annotations

import time
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QMessageBox

from tests.fixtures.desk import Desk, focusable, in_days
from whatsapp_studio.base.clock import iso
from whatsapp_studio.base.events import Changes
from whatsapp_studio.campaigns.draft import Schedule
from whatsapp_studio.qt.delivery import remedies
from whatsapp_studio.qt.delivery.page import REFRESH_MS, SendingPage


@pytest.fixture
def page(desk: Desk) -> SendingPage:
    return desk.show(SendingPage)


def answer(page: SendingPage | QMessageBox, text: str) -> None:
    """Press the button of a question that says ``text``."""
    box = page if isinstance(page, QMessageBox) else page.question
    next(button for button in box.buttons() if button.text() == text).click()


def test_with_nothing_on_its_way_the_page_says_so(page: SendingPage) -> None:
    assert page.empty.isVisible()
    assert not page.pause_all.isVisible()


def test_a_launched_campaign_appears_with_numbers_that_add_up(desk: Desk, page: SendingPage) -> None:
    campaign = desk.launched("Spring")
    desk.set_rows(campaign.id, "sending", 2)
    desk.set_rows(campaign.id, "accepted", 3)
    desk.set_rows(campaign.id, "failed", 1, code=131026)
    page.refresh()
    card = page.cards[campaign.id]
    assert card.equation.accessibleDescription() == "3 planned + 2 in flight + 4 done + 3 excluded = 12 in total"
    assert "4 of 9" in card.said.text()
    assert "1 failed" in card.said.text()


def test_pause_and_resume_from_the_card(desk: Desk, page: SendingPage) -> None:
    campaign = desk.launched("Spring")
    desk.until(lambda: campaign.id in page.cards)
    card = page.cards[campaign.id]
    card.pause.click()
    desk.until(lambda: desk.studio.campaigns.get(campaign.id).state == "paused")
    desk.until(lambda: card.resume.isVisible() and not card.pause.isVisible())
    card.resume.click()
    desk.until(lambda: desk.studio.campaigns.get(campaign.id).state == "sending")


def test_stopping_asks_and_is_final(desk: Desk, page: SendingPage) -> None:
    campaign = desk.launched("Spring")
    desk.set_rows(campaign.id, "accepted", 4)
    page.refresh()
    page.cards[campaign.id].stop.click()
    assert "5 people" in page.question.informativeText()
    answer(page, "Keep it")
    assert desk.studio.campaigns.get(campaign.id).state == "sending"
    page.cards[campaign.id].stop.click()
    answer(page, "Stop campaign")
    desk.until(lambda: desk.studio.campaigns.get(campaign.id).state == "stopped")
    counts = desk.studio.campaigns.get(campaign.id).counts
    assert (counts.queued, counts.accepted, counts.excluded) == (0, 4, 8)
    desk.until(lambda: page.empty.isVisible())


def test_pause_all_holds_everything_and_says_so(desk: Desk, page: SendingPage) -> None:
    campaign = desk.launched("Spring")
    desk.until(lambda: page.pause_all.isVisible())
    page.pause_all.click()
    desk.until(lambda: page.resume_all.isVisible())
    assert "paused" in page.cards[campaign.id].said.text()
    assert list(page.banners) == ["paused"]
    page.resume_all.click()
    desk.until(lambda: not page.banners)
    assert desk.studio.engine.status().paused_reason == ""


def test_when_meta_refuses_the_token_the_reason_and_the_way_to_mend_it_are_shown(desk: Desk, page: SendingPage) -> None:
    desk.launched("Spring")
    desk.studio.engine.pause_all("meta-190")
    desk.until(lambda: page.banners)
    (banner,) = page.banners.values()
    assert "token" in banner.label.text()
    banner.button.click()
    assert desk.went == [("connection", None)]


def test_a_campaign_paused_for_its_template_leads_to_the_templates(desk: Desk, page: SendingPage) -> None:
    campaign = desk.launched("Spring")
    desk.studio.campaigns.pause(campaign.id, "meta-132015")
    page.refresh()
    card = page.cards[campaign.id]
    assert card.reason.isVisible()
    card.remedy_button.click()
    assert desk.went == [("templates", None)]


@pytest.mark.parametrize(
    ("reason", "page_name"),
    [
        ("token-missing", "connection"), ("meta-132016", "templates"), ("meta-131048", "settings"), ("by-you", ""),
        ("held-paused", "templates"), ("held-gone", "templates"), ("held-marketing", ""),
    ],
)  # fmt: skip
def test_every_reason_has_a_place_for_its_remedy(reason: str, page_name: str) -> None:
    assert remedies.remedy(reason).page == page_name
    assert remedies.remedy(reason).words


def test_during_the_seconds_to_undo_the_card_offers_to(desk: Desk, page: SendingPage) -> None:
    campaign = desk.launched("Spring", hold_seconds=30)
    page.refresh()
    card = page.cards[campaign.id]
    assert "Nothing has left yet" in card.said.text()
    assert not card.pause.isVisible()
    card.undo.click()
    desk.until(lambda: desk.studio.campaigns.get(campaign.id).state == "draft")
    desk.until(lambda: desk.went == [("campaigns", campaign.id)])


def test_a_scheduled_campaign_tells_when_it_starts_and_can_be_unscheduled(desk: Desk, page: SendingPage) -> None:
    schedule = Schedule(kind="at", local_time=in_days(3), zone="UTC")
    made = desk.studio.campaigns.create(desk.complete("Later", schedule=schedule))
    desk.studio.campaigns.launch(made.id, typed_count=None)
    page.refresh()
    card = page.cards[made.id]
    assert "Starts" in card.said.text()
    assert card.undo.text() == "Unschedule"
    card.undo.click()
    desk.until(lambda: desk.studio.campaigns.get(made.id).state == "draft")


def test_what_waits_for_the_end_of_quiet_hours_says_so_and_promises_no_minutes(desk: Desk, page: SendingPage) -> None:
    campaign = desk.launched("Spring")
    store = desk.studio._store
    until = iso(desk.studio.clock.now() + timedelta(hours=3))
    ready = (campaign.id,)
    with store.write() as conn:
        conn.execute("UPDATE outbox SET not_before = ? WHERE campaign_id = ? AND state = 'ready'", (until, *ready))
    page.refresh()
    card = page.cards[campaign.id]
    assert "quiet hours" not in card.said.text()
    with store.write() as conn:
        conn.execute("UPDATE outbox SET rule = 'Nights' WHERE campaign_id = ? AND state = 'ready'", ready)
    page.refresh()
    waiting = desk.studio.campaigns.get(campaign.id).counts.queued
    assert waiting and f"{waiting} of them get it" in card.said.text() and "after quiet hours" in card.said.text()
    assert "left" not in card.said.text()
    assert page.pace.limit.text() == "There is nothing to send right now."
    with store.write() as conn:
        one = "SELECT min(id) FROM outbox WHERE campaign_id = ? AND state = 'ready'"
        conn.execute(f"UPDATE outbox SET not_before = '2099-01-01' WHERE id = ({one})", ready)
    page.refresh()
    assert f"{waiting - 1} of them get it" in card.said.text()
    with store.write() as conn:
        conn.execute("UPDATE outbox SET not_before = '' WHERE not_before = '2099-01-01'")
    page.refresh()
    assert "quiet hours" not in card.said.text()


def test_messages_in_doubt_are_listed_and_counted_as_sent_on_a_persons_word(desk: Desk, page: SendingPage) -> None:
    campaign = desk.launched("Spring")
    desk.set_rows(campaign.id, "unknown", 3, details="ReadTimeout")
    page.refresh()
    doubt = page.doubts[campaign.id]
    assert doubt.title.text() == "We cannot tell whether 3 messages of “Spring” were sent"
    doubt.show_button.click()
    desk.until(lambda: doubt.table.rowCount() == 3)
    assert doubt.table.item(0, 3).text() == "No answer came in time"
    doubt.select(1)
    assert doubt.as_sent.text() == "Count 1 as sent"
    doubt.as_sent.click()
    desk.until(lambda: desk.studio.campaigns.get(campaign.id).counts.accepted == 1)
    desk.until(lambda: doubt.table.rowCount() == 2)
    assert desk.studio.campaigns.get(campaign.id).counts.unknown == 2


def test_sending_again_is_asked_with_what_it_may_mean_and_only_then_done(desk: Desk, page: SendingPage) -> None:
    campaign = desk.launched("Spring")
    desk.set_rows(campaign.id, "unknown", 2)
    page.refresh()
    doubt = page.doubts[campaign.id]
    doubt.show_button.click()
    desk.until(lambda: doubt.table.rowCount() == 2)
    doubt.again.click()
    assert "twice" in doubt.question.informativeText()
    assert doubt.question.defaultButton().text() == "Leave them in doubt"
    answer(doubt.question, "Leave them in doubt")
    assert desk.studio.campaigns.get(campaign.id).counts.unknown == 2
    doubt.again.click()
    answer(doubt.question, "Send 2 again")
    desk.until(lambda: desk.studio.campaigns.get(campaign.id).counts.queued == 9)
    desk.until(lambda: not page.doubts)


def test_what_was_leaving_when_the_program_died_is_told_at_the_next_start(desk: Desk) -> None:
    campaign = desk.launched("Spring")
    desk.set_rows(campaign.id, "sending", 2)
    desk.studio.engine.pause_all()
    desk.studio.engine.start(receiving=False)
    page = desk.show(SendingPage)
    assert "2 messages were leaving" in page.banners["interrupted"].label.text()
    page.banners["interrupted"].button.click()
    assert "interrupted" not in page.banners
    assert desk.studio.campaigns.get(campaign.id).counts.unknown == 2


def test_however_often_something_changes_the_page_reads_at_most_four_times_a_second(
    desk: Desk, page: SendingPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert REFRESH_MS >= 250
    desk.launched("Spring")
    reads = 0
    real = desk.studio.campaigns.all

    def counted() -> object:
        nonlocal reads
        reads += 1
        return real()

    page._each_second.stop()
    desk.qtbot.wait(REFRESH_MS + 50)
    monkeypatch.setattr(desk.studio.campaigns, "all", counted)
    until = time.monotonic() + timedelta(seconds=1).total_seconds()
    while time.monotonic() < until:
        page.on_changes(Changes(sending=True))
        desk.qtbot.wait(5)
    assert 1 <= reads <= 4


def test_the_pace_says_what_limits_it(desk: Desk, page: SendingPage) -> None:
    from whatsapp_studio.services.sending import EngineStatus

    page.pace.show_pace(EngineStatus(running=True, rate=12.34, target=19.4, limited_by="meta"))
    assert page.pace.rate.text() == "12.3"
    assert "19.4" in page.pace.target.text()
    assert "Meta" in page.pace.limit.text()


def test_everything_that_takes_the_keyboard_has_a_name(desk: Desk, page: SendingPage) -> None:
    campaign = desk.launched("Spring")
    desk.set_rows(campaign.id, "unknown", 1)
    page.refresh()
    page.doubts[campaign.id].show_button.click()
    for widget in focusable(page):
        said = widget.accessibleName() or (widget.text() if hasattr(widget, "text") else "")
        assert said or not widget.isVisible(), widget
