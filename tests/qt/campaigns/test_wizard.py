"""The wizard: nothing is lost, every step can be reached, and each says what is missing there."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QDate, QDateTime, QPoint, QPointF, Qt, QTime, QTimeZone
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.fixtures.desk import Desk, in_days, type_into
from tests.fixtures.studio import offer
from whatsapp_studio.campaigns.draft import STEPS, Audience, Draft, Mapping, Schedule
from whatsapp_studio.qt.campaigns.page import CampaignsPage
from whatsapp_studio.qt.campaigns.wizard import Wizard
from whatsapp_studio.qt.reach.people import PeopleDialog
from whatsapp_studio.storage.templates import TemplateRows

# A completion list is a popup; the offscreen platform says of each that it cannot raise it.
POPUPS = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def page(desk: Desk) -> CampaignsPage:
    return desk.show(CampaignsPage)


def opened(desk: Desk, page: CampaignsPage, draft: Draft) -> Wizard:
    page.open(desk.studio.campaigns.create(draft).id)
    return page.wizard


def kept(desk: Desk) -> Draft:
    (campaign,) = desk.studio.campaigns.all()
    return campaign.draft


def test_every_edit_is_on_the_disk_within_a_second_and_the_header_says_when(desk: Desk, page: CampaignsPage) -> None:
    page.new()
    type_into(page.wizard.purpose.name, "Autumn")
    page.wizard.purpose.choices["utility"].radio.click()
    desk.until(lambda: (kept(desk).name, kept(desk).purpose) == ("Autumn", "utility"), 1500)
    desk.until(lambda: "saved" in page.pill.text())
    assert page.title.text() == "Autumn"


def test_reopening_returns_to_the_step_it_was_left_at(desk: Desk, page: CampaignsPage) -> None:
    wizard = opened(desk, page, desk.complete(step="template"))
    wizard.go("schedule")
    page.close_button.click()
    assert not page.in_wizard
    page.open(desk.studio.campaigns.all()[0].id)
    assert wizard.step == "schedule"
    assert wizard.stack.currentWidget().isAncestorOf(wizard.schedule)


def test_every_step_can_be_opened_at_any_time_and_says_how_far_it_is(desk: Desk, page: CampaignsPage) -> None:
    page.new()
    rail = page.wizard.rail
    desk.until(lambda: [rail.buttons[step].state for step in STEPS] == ["done", *["todo"] * 6])
    rail.buttons["mapping"].click()
    rail.buttons["template"].click()
    rail.buttons["schedule"].click()
    desk.until(lambda: rail.buttons["template"].state == "attention")
    assert "Needs attention" in rail.buttons["template"].accessibleName()
    assert rail.buttons["schedule"].state == "done"
    assert rail.buttons["audience"].state == "todo"


def test_ctrl_enter_goes_on_and_escape_discards_nothing(desk: Desk, page: CampaignsPage) -> None:
    wizard = opened(desk, page, desk.complete(step="purpose"))
    page.activateWindow()
    wizard.purpose.name.setFocus()
    type_into(wizard.purpose.name, "Autumn")
    QTest.keyClick(wizard.purpose.name, Qt.Key.Key_Escape)
    assert page.in_wizard
    QTest.keyClick(wizard.purpose.name, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert wizard.step == "sender"
    page.close_button.click()
    assert (kept(desk).name, kept(desk).step) == ("Autumn", "sender")


def test_a_name_of_another_campaign_is_refused_beside_the_field(desk: Desk, page: CampaignsPage) -> None:
    desk.studio.campaigns.create(Draft(name="Taken"))
    wizard = opened(desk, page, desk.complete("Mine", step="purpose"))
    type_into(wizard.purpose.name, "Taken")
    wizard.purpose.choices["utility"].radio.click()
    desk.until(lambda: "Taken" in wizard.purpose.name_error.text)
    assert wizard.purpose.name.accessibleDescription() == wizard.purpose.name_error.text
    mine = desk.studio.campaigns.by_name("Mine")
    assert mine is not None
    assert mine.draft.purpose == "utility"
    type_into(wizard.purpose.name, "Free")
    desk.until(lambda: desk.studio.campaigns.by_name("Free") is not None)
    desk.until(lambda: not wizard.purpose.name_error.text)


def test_the_sender_tells_the_facts_of_the_number_or_calls_to_connect_one(desk: Desk, page: CampaignsPage) -> None:
    wizard = opened(desk, page, desk.complete(step="sender", sender=""))
    assert wizard.number.card.radio.text() == "+31 20 123 4567"
    assert wizard.number.values["quality"].text() == "High"
    desk.until(lambda: wizard.number.error.text)
    wizard.number.card.radio.click()
    desk.until(lambda: not wizard.number.error.text)
    desk.studio.connection.forget()
    desk.until(lambda: wizard.number.none.isVisible())
    wizard.number.connect_button.click()
    assert desk.went == [("connection", None)]


def test_only_an_approved_template_can_be_chosen_and_the_others_say_why(desk: Desk, page: CampaignsPage) -> None:
    wizard = opened(desk, page, desk.complete(step="template", template="", template_hash="", mapping={}))
    step = wizard.template
    row = step.model.row_of("tired_offer", "nl")
    step.view.clicked.emit(step.model.index(row))
    assert wizard.draft.template == ""
    assert "Paused" in step.refused.text
    assert row == step.model.rowCount() - 1, "what cannot be chosen stands last"
    step.view.clicked.emit(step.model.index(step.model.row_of("spring_offer", "nl")))
    assert (wizard.draft.template, wizard.draft.mapping["body.1"].expression) == (
        "spring_offer", "{{ contact.first_name }}"
    )  # fmt: skip
    assert wizard.draft.template_hash
    assert not step.refused.text


def test_the_search_finds_words_of_the_text_too(desk: Desk, page: CampaignsPage) -> None:
    wizard = opened(desk, page, desk.complete(step="template"))
    wizard.template.search.setText("VARIES")
    assert [wizard.template.model.index(0).data(), wizard.template.model.rowCount()] == ["plain_news", 1]
    wizard.template.search.setText("nowhere")
    assert "nowhere" in wizard.template.none.text()
    assert wizard.template.none.isVisible()


def test_a_template_that_changed_at_meta_has_to_be_chosen_anew(desk: Desk, page: CampaignsPage) -> None:
    wizard = opened(desk, page, desk.complete(step="template"))
    TemplateRows(desk.store).replace_all([offer("Hello {{1}}, all is new")], datetime(2026, 3, 3, tzinfo=UTC))
    wizard.check()
    desk.until(lambda: "changed" in wizard.template.error.text)
    wizard.template.refresh()
    wizard.template.view.clicked.emit(wizard.template.model.index(0))
    wizard.check()
    desk.until(lambda: not wizard.template.error.text)


@POPUPS
def test_an_error_in_an_expression_is_told_under_its_field_with_its_place(desk: Desk, page: CampaignsPage) -> None:
    wizard = opened(desk, page, desk.complete(step="mapping"))
    row = wizard.mapping.rows["body.1"]
    type_into(row.expression.line, "Dear {{ contact.frist_name }}")
    desk.until(lambda: row.error.text)
    assert "contact.frist_name" in row.error.text
    assert row.expression.line.property("invalid")
    type_into(row.expression.line, "{{ contact.first_name | ")
    desk.until(lambda: "line 1" in row.error.text)
    assert wizard.rail.buttons["mapping"].state == "attention"
    type_into(row.expression.line, "{{ contact.first_name }}")
    desk.until(lambda: not row.error.text)
    wizard.leave()
    assert kept(desk).mapping["body.1"] == Mapping(expression="{{ contact.first_name }}", fallback="there")


@POPUPS
def test_fields_are_inserted_from_a_menu_or_completed_while_typing(desk: Desk, page: CampaignsPage) -> None:
    wizard = opened(desk, page, desk.complete(step="mapping", mapping={"body.1": Mapping()}))
    line = wizard.mapping.rows["body.1"].expression.line
    last = next(a for a in wizard.mapping.rows["body.1"].expression.pick.menu().actions() if a.text() == "Last name")
    last.trigger()
    assert wizard.draft.mapping["body.1"].expression == "{{ contact.last_name }}"
    type_into(line, "Hi {{ fir")
    line.complete_with("first_name")
    assert wizard.draft.mapping["body.1"].expression == "Hi {{ contact.first_name }}"


def test_the_preview_walks_through_real_people_and_jumps_to_the_longest(desk: Desk, page: CampaignsPage) -> None:
    with desk.store.write() as conn:
        conn.execute("UPDATE contacts SET first_name = 'Wilhelmina-Jacoba' WHERE id = ?", (desk.people[5],))
    wizard = opened(desk, page, desk.complete(step="mapping"))
    preview = wizard.preview
    desk.until(lambda: "1 of 12" in preview.who.text())
    assert "Name1" in preview.bubble.accessibleDescription()
    preview.next.click()
    assert "Name2" in preview.bubble.accessibleDescription()
    preview.previous.click()
    preview.previous.click()
    assert "12 of 12" in preview.who.text()
    preview.longest.click()
    desk.until(lambda: "Wilhelmina-Jacoba" in preview.bubble.accessibleDescription())
    assert "6 of 12" in preview.who.text()


def test_the_audience_is_counted_with_reasons_and_each_number_opens_its_people(desk: Desk, page: CampaignsPage) -> None:
    wizard = opened(desk, page, desk.complete(step="audience"))
    numbers = wizard.audience.numbers
    desk.until(lambda: numbers.count is not None)
    assert numbers.count is not None
    assert (numbers.count.total, numbers.count.reachable) == (12, 9)
    assert numbers.count.excluded == {"no-consent": 2, "opted-out": 1}
    for reason, n in ((None, 9), ("no-consent", 2), ("opted-out", 1)):
        numbers.doors[reason].click()
        dialog = wizard.findChildren(PeopleDialog)[-1]
        desk.until(lambda dialog=dialog: dialog.table.model() is not None)
        assert dialog.table.model().rowCount() == n
        assert str(n) in dialog.said.text()
        dialog.close()


def test_choosing_a_list_counts_its_people_and_is_kept(desk: Desk, page: CampaignsPage) -> None:
    wizard = opened(desk, page, desk.complete(step="audience"))
    desk.until(lambda: wizard.audience.numbers.count is not None and wizard.audience.a_list.isEnabled())
    wizard.audience.a_list.radio.click()
    desk.until(lambda: wizard.audience.numbers.count is not None and wizard.audience.numbers.count.total == 4)
    wizard.leave()
    assert kept(desk).audience == Audience(kind="list", list_id=desk.list_id)
    wizard.audience.everybody.radio.click()
    assert wizard.draft.audience == Audience()


def test_a_segment_is_chosen_and_whoever_is_on_a_list_is_left_out(desk: Desk, page: CampaignsPage) -> None:
    rule = {"all": [{"consent": "marketing", "op": "is", "value": "yes"}]}
    segment = desk.studio.segments.save("Agreed", json.dumps(rule))
    wizard = opened(desk, page, desk.complete(step="audience"))
    step = wizard.audience
    desk.until(lambda: step.numbers.count is not None and step.a_segment.isEnabled())
    step.a_segment.radio.click()
    desk.until(lambda: step.numbers.count is not None and step.numbers.count.total == 9)
    assert step.segments.currentText() == "Agreed" and step.whom.leave_out.text() == "no list"
    step.whom.leave_out.menu().actions()[0].trigger()
    desk.until(lambda: step.numbers.count is not None and step.numbers.count.total == 5)
    assert step.whom.leave_out.text() == "Regulars"
    assert step.numbers.status.text().startswith("Counted at ")
    step.everybody.radio.click()
    assert wizard.draft.audience == Audience(except_lists=(desk.list_id,))
    step.a_segment.radio.click()
    wizard.leave()
    assert kept(desk).audience == Audience(kind="segment", segment_id=segment.id, except_lists=(desk.list_id,))


def test_the_review_counts_what_the_step_showed(desk: Desk, page: CampaignsPage) -> None:
    rule = {"all": [{"list": "Regulars", "op": "in"}]}
    segment = desk.studio.segments.save("Best", json.dumps(rule))
    audience = Audience(kind="segment", segment_id=segment.id)
    wizard = opened(desk, page, desk.complete(step="audience", audience=audience))
    desk.until(lambda: wizard.audience.numbers.count is not None)
    wizard.go("review")
    desk.until(lambda: wizard.review.numbers.count is not None)
    assert wizard.review.numbers.count == wizard.audience.numbers.count
    assert wizard.review.numbers.count is not None and wizard.review.numbers.count.total == 4


def test_the_beginning_of_blocked_numbers_is_named_where_it_decides(desk: Desk, page: CampaignsPage) -> None:
    desk.studio.consent.suppress(["+3160000000*"], "by-hand")
    wizard = opened(desk, page, desk.complete(step="audience"))
    numbers = wizard.audience.numbers
    desk.until(lambda: numbers.count is not None)
    assert numbers.count is not None and numbers.count.excluded["suppressed"] == 9
    assert any("Numbers that begin with +3160000000: 9" in one.text() for one in numbers.findChildren(QLabel))
    wizard.audience.lookup.search.setText("Name3")
    desk.until(lambda: "Numbers that begin with +3160000000" in wizard.audience.lookup.answer.text())


def test_a_count_can_be_stopped_and_asked_for_again(
    desk: Desk, page: CampaignsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    import threading

    from whatsapp_studio.base.progress import Cancelled, Progress, Unwatched
    from whatsapp_studio.campaigns.plan import AudienceCount

    real = desk.studio.campaigns.count

    def slow(draft: Draft, progress: Progress = Unwatched()) -> AudienceCount:
        wait = threading.Event()
        for done in range(500):
            progress.report(done, 500)
            if progress.cancelled():
                raise Cancelled
            wait.wait(0.01)
        return real(draft, progress)

    monkeypatch.setattr(desk.studio.campaigns, "count", slow)
    wizard = opened(desk, page, desk.complete(step="audience"))
    numbers = wizard.audience.numbers
    desk.until(lambda: numbers.cancel.isVisible())
    numbers.cancel.click()
    desk.until(lambda: numbers.retry.isVisible())
    monkeypatch.setattr(desk.studio.campaigns, "count", real)
    numbers.retry.click()
    desk.until(lambda: numbers.count is not None)


def test_the_rule_that_decides_about_one_person_can_be_asked(desk: Desk, page: CampaignsPage) -> None:
    wizard = opened(desk, page, desk.complete(step="audience"))
    lookup = wizard.audience.lookup
    for text, said in (("Name3", "gets the message"), ("Name10", "No consent"), ("Nobody", "Nobody in this audience")):
        lookup.search.setText(text)
        desk.until(lambda said=said: said in lookup.answer.text())
    lookup.search.setText("Jansen")
    desk.until(lambda: "first of 12" in lookup.answer.text())


def test_the_wheel_changes_a_field_only_while_the_cursor_is_in_it(desk: Desk, page: CampaignsPage) -> None:
    wizard = opened(desk, page, desk.complete(step="mapping"))
    page.activateWindow()
    choice = wizard.mapping.rows["body.1"].if_empty
    wizard.mapping.rows["body.1"].fallback.setFocus()
    turn(choice)
    assert choice.currentData() == "skip"
    choice.setFocus()
    turn(choice)
    assert choice.currentData() == "block"


def turn(widget: QWidget) -> None:
    """One notch of the wheel towards the person."""
    middle = QPointF(widget.rect().center())
    none, down = QPoint(), QPoint(0, -120)
    event = QWheelEvent(
        middle, widget.mapToGlobal(middle), none, down, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def test_a_start_in_the_past_is_refused_and_a_later_one_kept_with_its_zone(desk: Desk, page: CampaignsPage) -> None:
    wizard = opened(desk, page, desk.complete(step="schedule"))
    step = wizard.schedule
    step.later.radio.click()
    step.time.setDateTime(QDateTime(QDate(2020, 1, 1), QTime(9, 0), QTimeZone.utc()))
    desk.until(lambda: "past" in step.error.text)
    assert wizard.rail.buttons["schedule"].state == "attention"
    step.zone.setEditText("Asia/Tokyo")
    step.zone.lineEdit().editingFinished.emit()
    step.time.setDateTime(QDateTime.fromString(in_days(3), Qt.DateFormat.ISODate))
    desk.until(lambda: not step.error.text)
    assert "here that is" in step.said.text()
    wizard.leave()
    assert kept(desk).schedule == Schedule(kind="at", local_time=step.draft.schedule.local_time, zone="Asia/Tokyo")
    step.now.radio.click()
    assert wizard.draft.schedule == Schedule()


def test_a_zone_that_does_not_exist_is_told_at_its_field(desk: Desk, page: CampaignsPage) -> None:
    schedule = Schedule(kind="at", local_time=in_days(2), zone="Mars/Olympus")
    wizard = opened(desk, page, desk.complete(step="schedule", schedule=schedule))
    desk.until(lambda: "Mars/Olympus" in wizard.schedule.error.text)


def test_reopening_returns_to_the_field_it_was_left_at(desk: Desk, page: CampaignsPage) -> None:
    wizard = opened(desk, page, desk.complete(step="mapping"))
    page.activateWindow()
    wizard.mapping.rows["body.1"].fallback.setFocus()
    page.close_button.click()
    assert kept(desk).field == "mapping.body.1:fallback"
    page.open(desk.studio.campaigns.all()[0].id)
    assert wizard.focusWidget() is wizard.mapping.rows["body.1"].fallback
    wizard.go("schedule")
    wizard.schedule.focus_field("schedule.priority")
    page.close_button.click()
    page.open(desk.studio.campaigns.all()[0].id)
    assert wizard.schedule.pace.is_open
    assert wizard.focusWidget() is wizard.schedule.pace.priority
