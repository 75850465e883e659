"""The review: its numbers, its files and codes, what stands in the way, and where each remedy is."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from tests.fixtures.desk import ACCEPTED, Desk, in_days, type_into
from whatsapp_studio.campaigns.draft import Draft, Schedule
from whatsapp_studio.campaigns.programme import Budget, Experiment, Treatment, Waves
from whatsapp_studio.qt.campaigns.page import CampaignsPage
from whatsapp_studio.qt.campaigns.step_review import ReviewStep
from whatsapp_studio.qt.proofing import ProofDialog
from whatsapp_studio.qt.widgets.toast import Toast
from whatsapp_studio.templates.template import content_hash

LATER = Schedule(kind="at", local_time="2027-03-01T09:00", zone="Europe/Amsterdam", each_zone=True)
WEEKLY = Schedule(kind="recurring", local_time=in_days(3), zone="UTC", rule="FREQ=WEEKLY;COUNT=4")


@pytest.fixture
def page(desk: Desk) -> CampaignsPage:
    return desk.show(CampaignsPage)


def reviewed(desk: Desk, page: CampaignsPage, draft: Draft) -> ReviewStep:
    page.open(desk.studio.campaigns.create(draft).id)
    desk.until(lambda: page.wizard.review.review is not None)
    return page.wizard.review


def test_the_numbers_stand_first_and_five_messages_beside_them(desk: Desk, page: CampaignsPage) -> None:
    review = reviewed(desk, page, desk.complete())
    assert review.tiles.people.value.text() == "9"
    assert review.tiles.people.note.text() == "3 are left out"
    assert review.tiles.starts.value.text() == "Now"
    assert review.tiles.costs.value.text() == "Not known", "an unknown price is never 0"
    desk.until(lambda: page.wizard.samples.names[0].text())
    shown = [view for view in page.wizard.samples.views if view.isVisible()]
    assert len(shown) == 5
    assert "Hi Name1" in shown[0].accessibleDescription() or "Hi Name1" in shown[0].accessibleName()


def test_clocks_waves_days_and_limit_are_told(desk: Desk, page: CampaignsPage) -> None:
    for id, zone in zip(desk.people, ("America/New_York", "Asia/Tokyo"), strict=False):
        contact = desk.studio.contacts.get(id)
        assert contact is not None
        desk.studio.contacts.save(msgspec.structs.replace(contact, time_zone=zone))
    desk.connect(messaging_limit="TIER_250")
    when = reviewed(desk, page, desk.complete(schedule=LATER, waves=Waves(), per_day=5)).when
    assert "in 3 time zones" in when.rows["spread"].text()
    assert "Europe/Amsterdam: 7" in when.rows["zones"].text()
    assert [part.people for part in when.bars["waves"].parts] == [1, 2, 6]
    assert when.rows["waves"].text().count(":") == 3, "each wave says when it starts"
    assert sum(part.people for part in when.bars["days"].parts) == 9
    used, mine, left = when.bars["limit"].parts
    assert (used.people, mine.people, left.people) == (0, 9, 241)
    assert "250 people in 24 hours: 0 used, 9 for this campaign, 241 left" in when.rows["limit"].text()
    assert "ends" in when.rows


def test_a_campaign_that_repeats_says_its_next_times_and_starts_repeating(desk: Desk, page: CampaignsPage) -> None:
    review = reviewed(desk, page, desk.complete(schedule=WEEKLY, accepted_warnings=ACCEPTED))
    assert len([key for key in review.when.rows if key.startswith("turn.")]) == 4
    assert page.send_button.text() == "Start repeating"
    assert page.send_button.isEnabled()
    page.send_button.click()
    desk.until(lambda: not page.in_wizard)
    (campaign,) = desk.studio.campaigns.all()
    assert campaign.recurs
    assert campaign.state == "scheduled"


def test_a_remedy_elsewhere_in_the_wizard_is_landed_on(desk: Desk, page: CampaignsPage) -> None:
    draft = desk.complete(waves=Waves(sizes=(20,), rest="leave"))
    review = reviewed(desk, page, draft)
    page.activateWindow()
    review.warnings.fixes["waves-leave-out@schedule.waves"].click()
    assert page.wizard.step == "schedule"
    assert page.wizard.schedule.waves.is_open
    assert page.wizard.focusWidget() is page.wizard.schedule.waves.on


def test_prices_that_are_missing_are_a_matter_of_the_settings(desk: Desk, page: CampaignsPage) -> None:
    review = reviewed(desk, page, desk.complete(budget=Budget(Decimal(10), desk.studio.rates.currency())))
    (blocked,) = review.blockers.fixes
    assert blocked.startswith("budget-")
    review.blockers.fixes[blocked].click()
    assert desk.went == [("settings", "rates")]


def test_change_leads_to_the_schedule(desk: Desk, page: CampaignsPage) -> None:
    review = reviewed(desk, page, desk.complete())
    review.when.change.click()
    assert page.wizard.step == "schedule"


def test_a_test_can_be_sent_from_here(desk: Desk, page: CampaignsPage) -> None:
    desk.studio.people.set_test(desk.people[:1], True)
    review = reviewed(desk, page, desk.complete())
    review.second.test.click()
    (dialog,) = page.wizard.preview.findChildren(ProofDialog)
    desk.until(lambda: dialog.people)
    assert list(dialog.people) == desk.people[:1]
    dialog.reject()


@pytest.mark.parametrize(("ending", "begins"), [(".html", b"<!DOCTYPE html>"), (".pdf", b"%PDF")])
def test_the_review_file_is_written_and_its_code_is_the_one_on_the_screen(
    desk: Desk, page: CampaignsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str, begins: bytes
) -> None:
    review = reviewed(desk, page, desk.complete())
    path = tmp_path / f"look{ending}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
    review.second.save(ending)
    desk.until(lambda: page.findChildren(Toast))
    made = path.read_bytes()
    assert made.lower().startswith(begins.lower())
    code = desk.studio.review_files.code(page.wizard.draft, review.review) if review.review is not None else ""
    assert code
    assert code in review.second.code.text()
    if ending == ".html":
        assert code in made.decode()
        assert "Hi Name1" in made.decode()


def test_a_file_that_cannot_be_written_says_so(
    desk: Desk, page: CampaignsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    review = reviewed(desk, page, desk.complete())
    nowhere = tmp_path / "none" / "look.html"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(nowhere), ""))
    review.second.save(".html")
    desk.until(lambda: review.second.error.text)
    assert review.second.file.isEnabled()
    assert review.second.progress.isHidden()


def test_where_a_second_person_has_to_look_the_code_is_read_in_the_file(desk: Desk, page: CampaignsPage) -> None:
    desk.studio.settings.second_look = True
    review = reviewed(desk, page, desk.complete(accepted_warnings=ACCEPTED))
    assert review.second.code.isHidden(), "who sends must not be able to copy it from here"
    assert review.footer.code.isVisible()
    assert not page.send_button.isEnabled()
    assert "code" in page.send_button.toolTip()
    assert review.review is not None
    code = desk.studio.review_files.code(page.wizard.draft, review.review)
    type_into(review.footer.code, "000 000" if code != "000 000" else "000 001")
    assert not page.send_button.isEnabled()
    type_into(review.footer.code, code.replace(" ", ""))
    assert page.send_button.isEnabled()
    page.send_button.click()
    desk.until(lambda: not page.in_wizard)
    assert desk.studio.campaigns.all()[0].state == "sending"


def test_somebody_can_be_looked_up_here_too(desk: Desk, page: CampaignsPage) -> None:
    review = reviewed(desk, page, desk.complete())
    for text, said in (("Name2", "gets the message"), ("Name12", "Opted out")):
        type_into(review.lookup.search, text)
        QTest.keyClick(review.lookup.search, Qt.Key.Key_Return)
        desk.until(lambda said=said: said in review.lookup.answer.text())


def test_nobody_outside_the_audience_is_said_to_get_it(desk: Desk, page: CampaignsPage) -> None:
    audience = msgspec.structs.replace(desk.complete().audience, except_lists=(desk.list_id,))
    review = reviewed(desk, page, desk.complete(audience=audience))
    type_into(review.lookup.search, "Name2")
    QTest.keyClick(review.lookup.search, Qt.Key.Key_Return)
    desk.until(lambda: "not in this audience" in review.lookup.answer.text())


def test_ctrl_shift_enter_sends_on_the_review_only(desk: Desk, page: CampaignsPage) -> None:
    review = reviewed(desk, page, desk.complete(accepted_warnings=ACCEPTED))
    page.activateWindow()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    page.wizard.go("schedule")
    page.wizard.schedule.now.radio.setFocus()
    QTest.keyClick(page.wizard.schedule.now.radio, Qt.Key.Key_Return, both)
    assert desk.studio.campaigns.all()[0].state == "draft"
    page.wizard.go("review")
    desk.until(review.is_ready)
    page.wizard.rail.buttons["review"].setFocus()
    QTest.keyClick(page.wizard.rail.buttons["review"], Qt.Key.Key_Return, both)
    desk.until(lambda: not page.in_wizard)
    assert desk.studio.campaigns.all()[0].state == "sending"


def test_where_messages_are_compared_each_sample_is_the_one_that_person_gets(desk: Desk, page: CampaignsPage) -> None:
    other = desk.studio.templates.get("plain_news", "nl")
    assert other is not None
    second = Treatment(
        key="b", name="Plain", share=50, template=other.name, language=other.language, template_hash=content_hash(other)
    )
    plan = Experiment(treatments=(Treatment(key="a", name="Personal", share=50), second))
    draft = desk.complete(experiment=plan)
    reviewed(desk, page, draft)
    samples = page.wizard.samples
    desk.until(lambda: " · " in samples.names[0].text())
    for name, view in zip(samples.names, samples.views, strict=True):
        said = view.accessibleDescription() + view.accessibleName()
        assert ("Nothing varies here" in said) == name.text().endswith("Plain"), name.text()
    assert "Personal" in page.wizard.review.when.rows["treatments"].text()
