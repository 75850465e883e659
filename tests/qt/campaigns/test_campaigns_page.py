"""The list of campaigns."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.fixtures.desk import Desk, focusable, in_days
from whatsapp_studio.campaigns.draft import Draft, Schedule
from whatsapp_studio.qt.campaigns.listing import NAME, PROGRESS, SIZE, STATE
from whatsapp_studio.qt.campaigns.page import CampaignsPage
from whatsapp_studio.qt.widgets.toast import Toast


@pytest.fixture
def page(desk: Desk) -> CampaignsPage:
    return desk.show(CampaignsPage)


def names(page: CampaignsPage) -> list[str]:
    model = page.list.model
    return [model.index(row, NAME).data() for row in range(model.rowCount())]


def test_without_campaigns_the_page_says_what_one_is_and_offers_to_make_it(page: CampaignsPage) -> None:
    assert page.list.empty.isVisible()
    page.list.empty.action.click()
    assert page.in_wizard


def test_new_campaigns_get_names_of_their_own_and_the_connected_number(desk: Desk, page: CampaignsPage) -> None:
    for _ in range(2):
        page.new_button.click()
        page.close_button.click()
    found = desk.studio.campaigns.all()
    assert len({campaign.name for campaign in found}) == 2
    connection = desk.studio.connection.current()
    assert connection is not None
    assert {campaign.draft.sender for campaign in found} == {connection.phone_number_id}


def test_filters_count_and_filter_by_state(desk: Desk, page: CampaignsPage) -> None:
    desk.studio.campaigns.create(Draft(name="A draft"))
    desk.launched("Going")
    desk.until(lambda: page.list.filters["sending"].isVisible())
    assert page.list.filters[""].text().endswith("2")
    assert not page.list.filters["done"].isVisible()
    page.list.filters["sending"].click()
    assert names(page) == ["Going"]
    page.list.filters[""].click()
    assert set(names(page)) == {"A draft", "Going"}


def test_a_row_tells_size_and_progress(desk: Desk, page: CampaignsPage) -> None:
    campaign = desk.launched("Going")
    desk.set_rows(campaign.id, "accepted", 4)
    page.list.refresh()
    texts = {column: page.list.model.index(0, column).data() for column in (STATE, SIZE, PROGRESS)}
    assert texts == {STATE: "Sending", SIZE: "12", PROGRESS: "4 of 9"}


def test_a_draft_opens_in_the_wizard_and_a_launched_one_where_its_truth_is(desk: Desk, page: CampaignsPage) -> None:
    going, over = desk.launched("Going"), desk.launched("Over")
    desk.studio.campaigns.stop(over.id)
    page.open(going.id)
    page.open(over.id)
    assert desk.went == [("sending", going.id), ("reports", over.id)]
    assert not page.in_wizard
    page.open(desk.studio.campaigns.create(desk.complete("Draft")).id)
    assert page.in_wizard


def test_enter_opens_the_selected_row(desk: Desk, page: CampaignsPage) -> None:
    desk.studio.campaigns.create(desk.complete("Draft"))
    page.list.refresh()
    page.list.table.setFocus()
    QTest.keyClick(page.list.table, Qt.Key.Key_Return)
    assert page.in_wizard


def test_duplicating_makes_a_draft_without_the_old_date(desk: Desk, page: CampaignsPage) -> None:
    schedule = Schedule(kind="at", local_time=in_days(2), zone="Europe/Amsterdam")
    desk.studio.campaigns.create(desk.complete("Spring", schedule=schedule))
    page.list.refresh()
    page.list.duplicate()
    copy = page.wizard.draft
    assert page.in_wizard
    assert copy.name != "Spring"
    assert copy.schedule == Schedule()
    assert copy.mapping == desk.complete().mapping


def test_a_deleted_draft_can_be_taken_back(desk: Desk, page: CampaignsPage) -> None:
    desk.studio.campaigns.create(desk.complete("Spring"))
    page.list.refresh()
    page.list.delete_action.trigger()
    assert desk.studio.campaigns.all() == []
    (toast,) = page.findChildren(Toast)
    toast.button.click()
    assert [(c.name, c.draft) for c in desk.studio.campaigns.all()] == [("Spring", desk.complete("Spring"))]


def test_only_drafts_can_be_deleted(desk: Desk, page: CampaignsPage) -> None:
    desk.launched("Going")
    page.list.refresh()
    assert not page.list.delete_action.isEnabled()
    page.list.delete()
    assert len(desk.studio.campaigns.all()) == 1


def test_everything_that_takes_the_keyboard_has_a_name(desk: Desk, page: CampaignsPage, qtbot: QtBot) -> None:
    desk.studio.campaigns.create(desk.complete("Spring"))
    page.open(desk.studio.campaigns.all()[0].id)
    for step in page.wizard.pages:
        page.wizard.go(step)
        for widget in focusable(page):
            shown = widget.isVisible() and not widget.objectName().startswith("qt_")
            said = widget.accessibleName() or (widget.text() if hasattr(widget, "text") else "")
            assert said or not shown, f"{step}: {widget}"
