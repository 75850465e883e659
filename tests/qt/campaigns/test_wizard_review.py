"""The review and the launch: blockers, warnings, the typed number, and the seconds to undo."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.fixtures.desk import ACCEPTED, Desk, in_days, type_into
from whatsapp_studio.base.progress import Progress
from whatsapp_studio.campaigns.campaign import Campaign
from whatsapp_studio.campaigns.draft import Draft, Mapping, Schedule
from whatsapp_studio.qt.campaigns.page import CampaignsPage
from whatsapp_studio.qt.campaigns.step_review import ReviewStep
from whatsapp_studio.qt.widgets.toast import Toast


@pytest.fixture
def page(desk: Desk) -> CampaignsPage:
    return desk.show(CampaignsPage)


def reviewed(desk: Desk, page: CampaignsPage, draft: Draft) -> ReviewStep:
    page.open(desk.studio.campaigns.create(draft).id)
    desk.until(lambda: page.wizard.review.review is not None)
    return page.wizard.review


def test_blockers_and_warnings_are_told_apart_and_fix_lands_on_the_field(desk: Desk, page: CampaignsPage) -> None:
    broken = desk.complete(mapping={"body.1": Mapping()})
    review = reviewed(desk, page, broken)
    assert review.blockers.isVisible()
    assert list(review.blockers.fixes) == ["place-unmapped@mapping.body.1"]
    assert "no-receiver" in review.warnings.ticks
    assert not page.send_button.isEnabled()
    assert "block" in page.send_button.toolTip()
    page.activateWindow()
    review.blockers.fixes["place-unmapped@mapping.body.1"].click()
    assert page.wizard.step == "mapping"
    assert page.wizard.focusWidget() is page.wizard.mapping.rows["body.1"].expression.line


def test_a_warning_has_to_be_ticked_and_the_tick_is_kept(desk: Desk, page: CampaignsPage) -> None:
    review = reviewed(desk, page, desk.complete(accepted_warnings=ACCEPTED[1:]))
    assert not page.send_button.isEnabled()
    assert page.wizard.rail.buttons["review"].state == "attention"
    review.warnings.ticks["no-receiver"].click()
    assert page.send_button.isEnabled()
    assert page.wizard.rail.buttons["review"].state == "done"
    page.wizard.leave()
    assert desk.studio.campaigns.all()[0].draft.accepted_warnings == (*ACCEPTED[1:], "no-receiver")
    review.warnings.ticks["no-receiver"].click()
    assert not page.send_button.isEnabled()


def test_the_button_says_the_deed_and_its_size(desk: Desk, page: CampaignsPage) -> None:
    reviewed(desk, page, desk.complete())
    assert page.send_button.text() == "Send to 9 people"
    page.close_wizard()
    at = Schedule(kind="at", local_time=in_days(2), zone="UTC")
    page.open(desk.studio.campaigns.create(desk.complete("Later", schedule=at)).id)
    desk.until(lambda: page.wizard.review.review is not None)
    assert page.send_button.text() == "Schedule for 9 people"


def test_above_the_limit_the_number_has_to_be_typed(desk: Desk, page: CampaignsPage) -> None:
    desk.studio.settings.type_count_above = 5
    review = reviewed(desk, page, desk.complete(accepted_warnings=ACCEPTED))
    assert review.typed.isVisible()
    assert not page.send_button.isEnabled()
    type_into(review.typed, "8")
    assert not page.send_button.isEnabled()
    type_into(review.typed, "9")
    assert page.send_button.isEnabled()


def test_the_rate_changes_the_duration_and_is_kept(desk: Desk, page: CampaignsPage) -> None:
    review = reviewed(desk, page, desk.complete())
    before = review.when.rows["takes"].text()
    page.wizard.go("schedule")
    page.wizard.schedule.pace.rate.setValue(1)
    page.wizard.go("review")
    desk.until(lambda: review.review is not None)
    assert review.when.rows["takes"].text() != before
    page.wizard.leave()
    assert desk.studio.campaigns.all()[0].draft.rate == 1
    assert review.review is not None
    assert review.review.seconds >= 8


def test_for_ten_seconds_nothing_has_left_and_undo_makes_it_a_draft_again(desk: Desk, page: CampaignsPage) -> None:
    reviewed(desk, page, desk.complete(accepted_warnings=ACCEPTED))
    page.send_button.click()
    desk.until(lambda: page.undo_bar.isVisible())
    (campaign,) = desk.studio.campaigns.all()
    assert campaign.state == "sending"
    assert (campaign.counts.queued, campaign.counts.total) == (9, 12)
    assert "Nothing has left yet" in page.undo_bar.said.text()
    assert desk.outgoing.claim(now=desk.studio.clock.now()) == [], "nothing may leave during the seconds to undo"
    page.undo_bar.undo.click()
    desk.until(lambda: page.in_wizard)
    (campaign,) = desk.studio.campaigns.all()
    assert (campaign.state, campaign.counts.total) == ("draft", 0)
    assert page.in_wizard
    assert not page.undo_bar.isVisible()


def test_when_the_seconds_are_over_the_sending_page_is_next(desk: Desk, page: CampaignsPage) -> None:
    desk.studio.settings.undo_seconds = 1
    reviewed(desk, page, desk.complete(accepted_warnings=ACCEPTED))
    page.send_button.click()
    desk.until(lambda: desk.went, 4000)
    (campaign,) = desk.studio.campaigns.all()
    assert desk.went == [("sending", campaign.id)]
    assert len(desk.outgoing.claim(now=desk.studio.clock.now())) == 9


def test_a_launch_that_is_refused_says_why_and_leaves_the_draft(desk: Desk, page: CampaignsPage) -> None:
    reviewed(desk, page, desk.complete(accepted_warnings=ACCEPTED))
    desk.connect(phone_number_id="another")
    page.send_button.click()
    desk.until(lambda: page.banner.isVisible())
    assert "number" in page.banner.label.text()
    assert desk.studio.campaigns.all()[0].state == "draft"


def test_a_scheduled_campaign_waits_for_its_time_and_says_when(desk: Desk, page: CampaignsPage) -> None:
    at = Schedule(kind="at", local_time=in_days(2), zone="UTC")
    reviewed(desk, page, desk.complete(schedule=at, accepted_warnings=ACCEPTED))
    page.send_button.click()
    desk.until(lambda: page.findChildren(Toast))
    assert "starts" in page.findChildren(Toast)[0].label.text()
    assert desk.studio.campaigns.all()[0].state == "scheduled"
    assert desk.outgoing.claim(now=desk.studio.clock.now()) == []


def test_while_a_launch_is_written_the_draft_holds_still(
    desk: Desk, page: CampaignsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    reviewed(desk, page, desk.complete(accepted_warnings=ACCEPTED))
    gate, real = threading.Event(), desk.studio.campaigns.launch

    def slow(id: str, *, progress: Progress, **more: Any) -> Campaign:
        progress.report(6, 12)
        assert gate.wait(5)
        return real(id, progress=progress, **more)

    monkeypatch.setattr(desk.studio.campaigns, "launch", slow)
    page.send_button.click()
    desk.until(lambda: page.send_button.text() == "Preparing… 50 %")
    assert not page.wizard.isEnabled()
    assert not page.close_button.isEnabled()
    page.send()
    gate.set()
    desk.until(lambda: page.undo_bar.isVisible())
    assert page.wizard.isEnabled()
    assert desk.studio.campaigns.all()[0].counts.total == 12


def test_too_late_to_undo_is_said_plainly(desk: Desk, page: CampaignsPage) -> None:
    reviewed(desk, page, desk.complete(accepted_warnings=ACCEPTED))
    page.send_button.click()
    desk.until(lambda: page.undo_bar.isVisible())
    desk.set_rows(desk.studio.campaigns.all()[0].id, "accepted", 1)
    page.undo_bar.undo.click()
    desk.until(lambda: "too late" in page.undo_bar.said.text())
    assert desk.studio.campaigns.all()[0].state == "sending"


def test_what_is_mended_on_another_page_leads_there(desk: Desk, page: CampaignsPage) -> None:
    review = reviewed(desk, page, desk.complete())
    review.warnings.fixes["no-receiver@review"].click()
    assert desk.went == [("settings", "receiver")]


def test_the_whole_way_by_keyboard(desk: Desk, page: CampaignsPage) -> None:
    page.open(desk.studio.campaigns.create(desk.complete(step="purpose", accepted_warnings=ACCEPTED)).id)
    wizard = page.wizard
    page.activateWindow()
    for _ in range(6):
        QTest.keyClick(page.focusWidget() or wizard, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert wizard.step == "review"
    desk.until(lambda: page.send_button.isEnabled())
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(page.focusWidget() or wizard, Qt.Key.Key_Return, keys)
    desk.until(lambda: page.undo_bar.isVisible())
