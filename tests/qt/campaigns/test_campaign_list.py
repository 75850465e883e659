"""The list of campaigns: found, narrowed, sorted, put in order; turns under their series."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from tests.fixtures.desk import Desk, type_into
from whatsapp_studio.campaigns.campaign import Campaign, Counts
from whatsapp_studio.campaigns.draft import Draft
from whatsapp_studio.qt.campaigns.campaign_list import CampaignList
from whatsapp_studio.qt.campaigns.listing import BENEATH_ROLE, CHANGED, COST, FOLD_ROLE, NAME, STARTED, CampaignModel
from whatsapp_studio.qt.campaigns.listing_rows import Filter, rows
from whatsapp_studio.qt.campaigns.page import CampaignsPage
from whatsapp_studio.qt.widgets.toast import Toast

NOW = datetime(2026, 3, 3, 9, tzinfo=UTC)


@pytest.fixture
def found(desk: Desk) -> CampaignList:
    for name, template in (("Spring sale", "spring_offer"), ("Order news", "order_ready"), ("Idea", "")):
        desk.studio.campaigns.create(desk.complete(name, template=template))
    return desk.show(CampaignsPage).list


def names(found: CampaignList) -> list[str]:
    return [found.model.index(row, NAME).data() for row in range(found.model.rowCount())]


def choose(found: CampaignList, *wanted: str) -> None:
    chosen = found.table.selectionModel()
    chosen.clear()
    for name in wanted:
        index = found.model.index(names(found).index(name), 0)
        chosen.select(index, QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows)
        chosen.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)


def undo(found: CampaignList) -> None:
    (toast,) = [one for one in found.window().findChildren(Toast) if one.isVisible()]
    toast.button.click()


def test_typing_finds_names_and_templates_without_case_and_accents(desk: Desk, found: CampaignList) -> None:
    type_into(found.bar.search, "ORDER_ready")
    desk.until(lambda: names(found) == ["Order news"])
    found.bar.search.setText("sprïng")
    desk.until(lambda: names(found) == ["Spring sale"])
    type_into(found.bar.search, "winter")
    desk.until(found.nothing.isVisible)
    found.nothing.link.click()
    assert len(names(found)) == 3


def test_a_heading_sorts_and_sorts_the_other_way(found: CampaignList) -> None:
    header = found.table.horizontalHeader()
    header.setSortIndicator(NAME, Qt.SortOrder.AscendingOrder)
    assert names(found) == ["Idea", "Order news", "Spring sale"]
    header.setSortIndicator(NAME, Qt.SortOrder.DescendingOrder)
    assert names(found) == ["Spring sale", "Order news", "Idea"]


def test_several_drafts_go_into_the_trash_and_come_back_at_once(desk: Desk, found: CampaignList) -> None:
    choose(found, "Idea", "Order news")
    found.table.setFocus()
    desk.until(found.table.hasFocus)
    QTest.keyClick(found.table, Qt.Key.Key_Delete)
    assert names(found) == ["Spring sale"]
    assert found.filters["trash"].text().endswith("2")
    undo(found)
    assert len(names(found)) == 3
    found.deed.throw_away()
    found.show_state("trash")
    choose(found, *names(found)[:1])
    assert found.deed.restore.isEnabled()
    assert not found.deed.open.isEnabled()
    found.deed.bring_back()
    found.show_state("")
    assert len(names(found)) == 3


def test_deleting_for_good_is_asked_about(desk: Desk, found: CampaignList, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter((False, True))
    monkeypatch.setattr("whatsapp_studio.qt.widgets.dialogs.ask", lambda *_a, **_k: next(answers))
    choose(found, "Idea")
    found.deed.throw_away()
    found.show_state("trash")
    found.table.selectAll()
    found.deed.erase_chosen()
    assert names(found) == ["Idea"]
    found.deed.erase_chosen()
    assert desk.studio.shelf.deleted() == []


def test_a_campaign_is_archived_and_taken_out_again(found: CampaignList) -> None:
    choose(found, "Idea")
    found.deed.archive.trigger()
    assert "Idea" not in names(found)
    found.show_state("archived")
    assert names(found) == ["Idea"]
    found.table.selectAll()
    found.deed.unarchive.trigger()
    found.show_state("")
    assert "Idea" in names(found)


def test_a_draft_is_renamed_in_its_place_and_that_can_be_taken_back(desk: Desk, found: CampaignList) -> None:
    choose(found, "Idea")
    index = found.table.currentIndex()
    assert found.model.setData(index, "Better idea")
    assert "Better idea" in names(found)
    undo(found)
    assert "Idea" in names(found)
    going = desk.launched("Going")
    found.refresh()
    row = found.model.row_of(going.id)
    assert not found.model.flags(found.model.index(row, NAME)) & Qt.ItemFlag.ItemIsEditable


def test_tags_are_put_on_several_offered_again_and_filtered_by(found: CampaignList) -> None:
    choose(found, "Idea", "Order news")
    found.deed.put_tag("Nursery")
    found.deed.tag_menu.aboutToShow.emit()
    assert found.deed.tag_menu.actions()[0].text() == "Nursery"
    found.bar.menu.aboutToShow.emit()
    parts = {one.title(): one for one in found.bar.menu.findChildren(QMenu)}
    (tag,) = parts["Tag"].actions()
    assert tag.text() == "Nursery  2"
    tag.trigger()
    assert sorted(names(found)) == ["Idea", "Order news"]
    found.bar.clear()
    undo(found)
    assert not any(one.tags for one in found.studio.campaigns.all())


def test_columns_are_chosen(found: CampaignList) -> None:
    assert found.table.isColumnHidden(COST)
    found.columns.choose(COST, True)
    found.columns.choose(STARTED, False)
    assert not found.table.isColumnHidden(COST)
    assert found.table.isColumnHidden(STARTED)


def test_ctrl_f_goes_to_the_search(desk: Desk, found: CampaignList) -> None:
    found.table.setFocus()
    QTest.keyClick(found.table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    desk.until(found.bar.search.hasFocus)


def made(n: int, **more: object) -> Campaign:
    name = f"Campaign {n}"
    given = {"id": f"c{n}", "name": name, "draft": Draft(name=name), "created_at": NOW,
             "updated_at": NOW + timedelta(minutes=n)}  # fmt: skip
    return Campaign(**{**given, **more})  # type: ignore[arg-type]


def test_turns_are_folded_under_their_series_and_unfold_by_keys(desk: Desk, found: CampaignList) -> None:
    series = made(1, state="scheduled", recurs=True)
    turns = [made(n, state="done", parent_id="c1", occurs_at=NOW + timedelta(days=n)) for n in (2, 3)]
    found._show([series, *turns, made(9)], {})
    assert names(found) == ["Campaign 9", "Campaign 1"]
    assert found.filters[""].text().endswith("2")
    assert found.model.index(1, NAME).data(BENEATH_ROLE) == "2 turns"
    found.table.setCurrentIndex(found.model.index(1, 0))
    QTest.keyClick(found.table, Qt.Key.Key_Right)
    assert names(found) == ["Campaign 9", "Campaign 1", "Campaign 3", "Campaign 2"]
    found.table.setCurrentIndex(found.model.index(3, 0))
    QTest.keyClick(found.table, Qt.Key.Key_Left)
    assert found.table.currentIndex().row() == 1
    QTest.keyClick(found.table, Qt.Key.Key_Left)
    assert found.model.index(1, NAME).data(FOLD_ROLE) is False
    # Among those that are done the turns stand for themselves.
    found.show_state("done")
    assert names(found) == ["Campaign 3", "Campaign 2"]


def test_what_is_not_known_comes_last_whichever_way_it_is_sorted() -> None:
    some = [made(n, launched_at=NOW + timedelta(hours=n) if n % 2 else None) for n in range(4)]
    for down in (True, False):
        order = [row.campaign.launched_at for row in rows(some, Filter(), lambda one: one.launched_at, down, set())]
        assert [one is None for one in order] == [False, False, True, True]
        assert (order[0] == NOW + timedelta(hours=3)) is down


def test_five_thousand_campaigns_are_searched_and_sorted_without_being_noticed() -> None:
    model = CampaignModel(lambda: NOW)
    model.show_all([made(n, state="done", counts=Counts(read=n)) for n in range(5000)])
    model.ask_for(text="campaign 49")
    began = time.perf_counter()
    model.ask_for(text="")
    model.sort(CHANGED, Qt.SortOrder.AscendingOrder)
    model.sizes()
    spent = time.perf_counter() - began
    # Against the machine of the moment: so many names are folded once, and sorted.
    began = time.perf_counter()
    sorted(f"{one.name} {one.draft.template}".lower() for one in model.campaigns for _ in range(20))
    assert spent < 4 * (time.perf_counter() - began)
    assert model.rowCount() == 5000


def test_the_page_opens_as_it_was_left(desk: Desk, found: CampaignList, tmp_path: Path) -> None:
    memory = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    memory.setValue("campaigns/view", "month")
    page = CampaignsPage(desk.studio)
    page.memory = memory
    page.on_shown()
    assert page.front.buttons["month"].isChecked()
    assert page.front.planner is not None
    assert page.front.planner.monthly
    planner = page.front.planner
    desk.until(lambda: not planner.busy)
    page.deleteLater()
