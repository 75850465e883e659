"""The templates page: finding, looking, and bringing the copy up to date."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit
from pytestqt.modeltest import ModelTester

from tests.fixtures.desk import Desk, focusable, type_into
from tests.fixtures.templates import CAROUSEL, LINK, REPLY, body, buttons, media, raw
from whatsapp_studio.app import Studio
from whatsapp_studio.cloudapi.client import CloudApi, Token, open_http
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.templates.model import COLUMNS, TemplateModel
from whatsapp_studio.qt.templates.page import TemplatesPage
from whatsapp_studio.qt.widgets.bubble import BubbleView
from whatsapp_studio.qt.widgets.toast import Toast
from whatsapp_studio.storage.connection import ConnectionStore
from whatsapp_studio.storage.templates import TemplateRows
from whatsapp_studio.templates.template import parse

Json = dict[str, Any]
SPRING_NL = raw(
    body("Hoi {{1}}, het is lente", example={"body_text": [["Maria"]]}),
    buttons(REPLY, LINK),
    quality_score={"score": "GREEN"},
)
SPRING_EN = raw(body("Hi {{1}}, it is spring"), id="2", language="en", status="PAUSED")
BILL = raw(media("DOCUMENT"), body("Je factuur"), id="3", name="bill", category="UTILITY")
PRIZE = raw(body("You won"), id="4", name="prize", language="en", status="REJECTED", rejected_reason="SCAM")
ODD = raw(body("See all"), buttons({"type": "ORDER_DETAILS", "text": "View"}), id="5", name="odd")
NEW = raw(body("New"), id="6", name="novelty", status="HALF_ASLEEP")
WHEELS = {**CAROUSEL, "name": "wheels"}


def keep(desk: Desk, *templates: Json, ago: timedelta = timedelta(minutes=3)) -> None:
    TemplateRows(desk.store).replace_all(map(parse, templates), datetime.now(UTC) - ago)


def shown(desk: Desk, *templates: Json) -> TemplatesPage:
    """The page with these templates in it."""
    if templates:
        keep(desk, *templates)
    page = desk.show(TemplatesPage)
    desk.until(lambda: page._reading is not None and not page._reading.running)
    return page


def names(page: TemplatesPage) -> list[str]:
    return [page.model.index(row, 0).data() for row in range(page.model.rowCount())]


def seen(page: TemplatesPage) -> str:
    """What the phone shows."""
    return page.panel.bubble.accessibleDescription()


def settled(desk: Desk, page: TemplatesPage) -> BubbleView:
    """The phone once it is as tall as its message."""
    bubble = page.panel.bubble
    desk.until(lambda: bubble.height() == bubble.heightForWidth(bubble.width()))
    return bubble


def notes(page: TemplatesPage) -> list[str]:
    return [note.label.text() for note in page.panel.notes]


class Meta:
    """What Meta answers when the templates are read."""

    def __init__(self, desk: Desk, *templates: Json) -> None:
        self.templates = list(templates)
        self.status, self.asked = 200, 0
        self.error: Json | None = None
        self.broken = False
        self.may_answer = threading.Event()
        self.may_answer.set()
        desk.studio.templates._api = self.api

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.asked += 1
        self.may_answer.wait(10)
        if self.broken:
            raise httpx.ConnectError("no way out")
        return httpx.Response(self.status, json=self.error or {"data": self.templates})

    @asynccontextmanager
    async def api(self) -> AsyncIterator[CloudApi]:
        async with open_http(transport=httpx.MockTransport(self)) as http:
            yield CloudApi(http, token=Token("EAAG"), waba_id="100", phone_number_id="200")


def synced(desk: Desk, page: TemplatesPage) -> None:
    desk.until(lambda: not page.sync_bar.running)


# -- looking ---------------------------------------------------------------------------------------------


def test_the_languages_of_a_template_are_one_row_and_chips(desk: Desk):
    page = shown(desk, SPRING_NL, SPRING_EN, BILL)
    assert names(page) == ["bill", "spring_offer"]
    assert page.count.text() == "2 templates"
    page.open("spring_offer")
    chips = {chip.text(): chip for chip in page.panel.languages.buttons()}
    assert list(chips) == ["en", "nl"]
    assert chips["en"].isChecked()
    assert "spring" in seen(page)
    assert chips["nl"].accessibleName() == "Dutch: Approved"
    chips["nl"].click()
    assert "lente" in seen(page)
    page.open("bill")
    page.open("spring_offer")
    assert "lente" in seen(page)  # the language looked at last


def test_a_state_that_differs_between_languages_is_told(desk: Desk):
    page = shown(desk, SPRING_NL, SPRING_EN)
    status = page.model.index(0, 1)
    assert status.data() == "Paused by Meta (1 of 2)"
    assert not status.data(Qt.ItemDataRole.DecorationRole).isNull()
    assert "blocked or reported" in status.data(Qt.ItemDataRole.ToolTipRole)
    assert page.model.index(0, 3).data(Qt.ItemDataRole.ToolTipRole) == "English: Paused by Meta\nDutch: Approved"


def test_a_state_nobody_foresaw_is_shown_in_words(desk: Desk):
    page = shown(desk, NEW)
    assert page.model.index(0, 1).data() == "Half asleep"
    assert page.panel.status.text() == "Half asleep"
    assert notes(page)


def test_a_rejected_template_says_why(desk: Desk):
    page = shown(desk, PRIZE)
    assert "could deceive people" in notes(page)[0]
    assert page.panel.status.text() == "Rejected"


def test_parts_that_cannot_be_sent_from_here_are_flagged(desk: Desk):
    page = shown(desk, ODD, SPRING_NL)
    page.open("odd")
    assert notes(page) == ["It can be looked at, but not sent from here: it has a button of the kind “order details”."]
    page.open("spring_offer")
    assert notes(page) == []


def test_facts_are_in_words(desk: Desk):
    page = shown(desk, SPRING_NL)
    texts = {label.text() for label in page.panel.findChildren(QLabel)}
    assert {"Marketing", "High", "Dutch", "No header"} <= texts


def test_sample_values_fill_the_phone_as_they_are_typed(desk: Desk):
    page = shown(desk, SPRING_NL, BILL)
    page.open("spring_offer")
    assert "Hoi Maria" in seen(page)
    type_into(page.panel.samples.fields["body.1"], "Zoe")
    assert "Hoi Zoe" in seen(page)
    page.open("bill")
    page.open("spring_offer")
    assert "Hoi Zoe" in seen(page)  # kept while the program runs
    page.panel.samples.empty.click()
    assert "Hoi {{1}}" in seen(page)
    page.panel.samples.examples.click()
    assert "Hoi Maria" in seen(page)


def test_what_is_typed_outlives_a_reading(desk: Desk):
    page = shown(desk, SPRING_NL)
    field = page.panel.samples.fields["body.1"]
    type_into(field, "Zoe")
    keep(desk, SPRING_NL, BILL)
    page.refresh()
    desk.until(lambda: page.model.rowCount() == 2)
    assert page.panel.samples.fields["body.1"] is field
    assert "Hoi Zoe" in seen(page)
    assert page.panel.template is not None and page.panel.template.name == "spring_offer"


def test_the_phone_has_a_look_of_its_own_that_is_remembered(desk: Desk):
    page = shown(desk, SPRING_NL)
    before, tall = page.panel.bubble.grab().toImage(), page.panel.bubble.heightForWidth(300)
    page.panel.dark.click()
    assert page.panel.bubble.grab().toImage() != before
    page.panel.large.click()
    assert page.panel.bubble.heightForWidth(300) > tall
    again = shown(desk)
    assert again.panel.dark.isChecked() and again.panel.large.isChecked()


# -- finding ---------------------------------------------------------------------------------------------


def test_typing_finds_and_nothing_found_helps(desk: Desk):
    page = shown(desk, SPRING_NL, SPRING_EN, BILL, WHEELS)
    type_into(page.search, "LENTE")
    desk.until(lambda: names(page) == ["spring_offer"])
    assert page.count.text() == "1 of 3"
    assert "lente" in seen(page)
    page.filters.choose(frozenset({("status", "PAUSED")}))
    desk.until(lambda: page.below.currentWidget() is page.nothing)
    assert page.nothing.title.text() == "Nothing found for “LENTE”."
    assert page.nothing.text.text() == "Check the filters (Status: Paused by Meta)."
    assert not page.panel.isVisible()
    page.nothing.link.click()
    assert len(names(page)) == 3
    assert page.search.text() == ""
    assert page.below.currentWidget() is page.grid
    assert page.panel.isVisible()


def test_filters_are_chips_with_counts_that_can_be_taken_away_and_are_remembered(desk: Desk):
    page = shown(desk, SPRING_NL, SPRING_EN, BILL, PRIZE)
    menu = page.filters.menus["status"]
    menu.aboutToShow.emit()
    offered = {action.text(): action for action in menu.actions()}
    assert list(offered) == ["Approved  (2)", "Paused by Meta  (1)", "Rejected  (1)"]
    offered["Rejected  (1)"].trigger()
    offered["Paused by Meta  (1)"].trigger()
    assert names(page) == ["prize", "spring_offer"]
    page.filters.toggle("language", "en")
    assert {chip.text() for chip in page.filters.chips.values()} == {
        "Language: English (2)", "Status: Paused by Meta (1)", "Status: Rejected (1)",
    }  # fmt: skip
    again = shown(desk)
    assert names(again) == ["prize", "spring_offer"]
    chip = again.filters.chips["status", "REJECTED"]
    assert chip.accessibleName() == "Remove the filter Status: Rejected"
    chip.click()
    assert names(again) == ["spring_offer"]
    again.filters.clear_button.click()
    assert len(names(again)) == 3
    assert not again.filters.clear_button.isVisible()
    assert shown(desk).filters.chosen == frozenset()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_menu_of_a_filter_stays_open_while_one_after_another_is_ticked(desk: Desk):
    page = shown(desk, SPRING_NL, SPRING_EN, PRIZE)
    menu = page.filters.menus["status"]
    menu.popup(page.mapToGlobal(page.rect().center()))
    first, second = menu.actions()[:2]
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(first).center())
    assert menu.isVisible()
    menu.setActiveAction(second)
    QTest.keyClick(menu, Qt.Key.Key_Space)
    assert menu.isVisible()
    assert len(page.filters.chosen) == 2
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    assert not menu.isVisible()


def test_a_facet_without_values_says_so(desk: Desk):
    page = shown(desk, SPRING_NL)
    page.filters.show_counts({})
    page.filters.menus["quality"].aboutToShow.emit()
    only = page.filters.menus["quality"].actions()[0]
    assert (only.text(), only.isEnabled()) == ("Nothing to choose", False)


def test_the_focus_stays_among_the_chips(desk: Desk):
    page = shown(desk, SPRING_NL, PRIZE)
    page.activateWindow()
    page.filters.choose(frozenset({("status", "APPROVED"), ("status", "REJECTED")}))
    for key in (("status", "APPROVED"), ("status", "REJECTED")):
        desk.until(page.filters.chips[key].isVisible)
        page.filters.chips[key].setFocus()
        page.filters.chips[key].click()
        assert page.filters.isAncestorOf(QApplication.focusWidget())


def test_damaged_memory_counts_as_none(desk: Desk):
    ini = desk.studio.paths.root / "window.ini"
    ini.write_text('[templates]\nfilters="{not json"\norder=sideways\nview=cube\n', encoding="utf-8")
    page = shown(desk, SPRING_NL)
    assert page.filters.chosen == frozenset()
    assert page.order.text() == "Sorted by name"
    assert page.view is page.grid


def test_another_page_may_ask_for_a_template_that_the_filters_hide(desk: Desk):
    keep(desk, SPRING_NL, BILL)
    page = desk.show(TemplatesPage)
    page.filters.choose(frozenset({("category", "MARKETING")}))
    page.open("bill")  # before anything was read
    desk.until(lambda: page.panel.template is not None and page.panel.template.name == "bill")
    assert page.filters.chosen == frozenset()
    page.open("nobody")
    assert page.panel.template is not None and page.panel.template.name == "bill"


# -- by keyboard -----------------------------------------------------------------------------------------


def test_grid_and_list_by_key_and_remembered(desk: Desk):
    page = shown(desk, SPRING_NL, BILL)
    page.activateWindow()
    page.grid.setFocus()
    QTest.keyClick(page.grid, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert page.below.currentWidget() is page.table
    assert page.table.hasFocus()
    assert page.as_list.isChecked()
    assert len(page.table.selectionModel().selectedIndexes()) == len(COLUMNS)
    again = shown(desk)
    assert again.below.currentWidget() is again.table
    again.activateWindow()
    again.table.setFocus()
    QTest.keyClick(again.table, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert again.below.currentWidget() is again.grid
    assert shown(desk).as_grid.isChecked()


@pytest.mark.parametrize("as_grid", [True, False])
def test_arrows_choose_and_enter_goes_to_the_sample_values(desk: Desk, as_grid: bool):
    page = shown(desk, BILL, SPRING_NL)
    page.activateWindow()
    page.show_as(grid=as_grid)
    page.view.setFocus()
    QTest.keyClick(page.view, Qt.Key.Key_Right if as_grid else Qt.Key.Key_Down)
    assert page.panel.template is not None and page.panel.template.name == "spring_offer"
    QTest.keyClick(page.view, Qt.Key.Key_Return)
    assert page.panel.samples.fields["body.1"].hasFocus()


def test_find_by_key(desk: Desk):
    page = shown(desk, SPRING_NL)
    page.activateWindow()
    page.grid.setFocus()
    QTest.keyClick(page.grid, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.search.hasFocus()


def test_the_order_is_chosen_by_header_or_menu_and_remembered(desk: Desk):
    page = shown(desk, SPRING_NL, BILL, PRIZE)
    header = page.table.horizontalHeader()
    page.show_as(grid=False)
    at = header.sectionViewportPosition(1) + 20
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=header.rect().center().__class__(at, 10))
    assert names(page)[0] == "prize"
    assert page.order.text() == "Sorted by status"
    assert names(shown(desk))[0] == "prize"
    by_name = page.order.menu().actions()[0]
    by_name.trigger()
    assert names(page) == ["bill", "prize", "spring_offer"]
    assert header.sortIndicatorSection() == 0


def test_everything_the_tab_key_reaches_has_a_name(desk: Desk):
    page = shown(desk, SPRING_NL, SPRING_EN, WHEELS)
    page.filters.choose(frozenset({("status", "APPROVED")}))
    for name in ("spring_offer", "wheels"):
        page.open(name)
        for widget in focusable(page):
            words = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
            inside = isinstance(widget.parentWidget(), QLineEdit)
            assert words or inside, widget


def test_a_row_is_read_as_a_whole(desk: Desk):
    page = shown(desk, SPRING_NL)
    said = page.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "spring_offer, Approved, Marketing, nl, High, No header"


def test_the_model_keeps_the_rules_of_models(desk: Desk, qtmodeltester: ModelTester):
    page = shown(desk, SPRING_NL, SPRING_EN, BILL, WHEELS, NEW)
    qtmodeltester.check(page.model)
    qtmodeltester.check(page.model, force_py=True)
    qtmodeltester.check(TemplateModel("en", page), force_py=True)


# -- how it looks ----------------------------------------------------------------------------------------


def test_cards_show_the_message_and_follow_the_theme(desk: Desk, qapp: QApplication):
    page = shown(desk, SPRING_NL, BILL)
    light = page.grid.grab().toImage()
    theme.apply(qapp, "dark")
    assert page.grid.grab().toImage() != light
    theme.apply(qapp, "light")
    assert page.grid.grab().toImage() == light


def test_a_program_that_runs_from_the_right_mirrors_the_cards_but_not_the_messages(desk: Desk, qapp: QApplication):
    page = shown(desk, SPRING_EN)
    light = page.grid.grab().toImage()
    phone = settled(desk, page).grab().toImage()
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        mirrored = shown(desk)
        assert mirrored.panel.isVisible()
        assert mirrored.panel.geometry().left() == 0
        assert mirrored.grid.grab().toImage() != light
        assert settled(desk, mirrored).grab().toImage() == phone
        mirrored.show_as(grid=False)
        assert len(mirrored.table.selectionModel().selectedIndexes()) == len(COLUMNS)
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_cards_fill_the_width_and_columns_give_way(desk: Desk):
    page = shown(desk, SPRING_NL, BILL)
    page.resize(1600, 700)
    wide = page.grid.gridSize().width()
    page.show_as(grid=False)
    assert not page.table.isColumnHidden(5)
    page.resize(900, 600)
    desk.until(lambda: page.table.isColumnHidden(5))
    page.show_as(grid=True)
    desk.until(lambda: page.grid.gridSize().width() != wide)
    across = page.grid.viewport().width() // page.grid.gridSize().width()
    assert across >= 1
    assert page.grid.viewport().width() - across * page.grid.gridSize().width() < 10


def test_many_languages_are_counted_where_they_do_not_fit(desk: Desk):
    codes = ("de", "en", "es", "fr", "it", "nl", "pl", "pt_BR", "pt_PT", "tr", "zh_CN", "zh_TW")
    page = shown(desk, *[raw(body("Hi"), language=code, id=code) for code in codes])
    few = page.grid.grab().toImage()
    keep(desk, *[raw(body("Hi"), language=code, id=code) for code in codes[:3]])
    page.refresh()
    desk.until(lambda: len(page.catalogue) == 3)
    assert page.grid.grab().toImage() != few


# -- bringing the copy up to date ------------------------------------------------------------------------


def test_the_header_says_how_old_the_copy_is(desk: Desk):
    page = shown(desk, SPRING_NL)
    assert page.pill.text() == "Synced 3 min ago"


def test_a_sync_shows_what_it_read(desk: Desk):
    page = shown(desk, SPRING_NL)
    meta = Meta(desk, SPRING_NL, BILL, PRIZE)
    meta.may_answer.clear()
    page.sync_button.click()
    assert page.sync_bar.isVisible()
    assert page.sync_bar.progress.cancel.isVisible()
    assert not page.sync_button.isEnabled()
    page.sync()  # a second one waits for nothing
    meta.may_answer.set()
    desk.until(lambda: page.model.rowCount() == 3)
    synced(desk, page)
    assert page.pill.text() == "Synced just now"
    assert not page.sync_bar.isVisible()
    assert page.sync_button.isEnabled()
    assert meta.asked == 1


def test_f5_and_the_menu_sync_too(desk: Desk):
    page = shown(desk, SPRING_NL)
    page.activateWindow()
    meta = Meta(desk, SPRING_NL)
    page.search.setFocus()
    QTest.keyClick(page.search, Qt.Key.Key_F5)
    synced(desk, page)
    page.open("sync")
    synced(desk, page)
    assert meta.asked == 2


def test_a_cancelled_sync_changes_nothing(desk: Desk):
    page = shown(desk, SPRING_NL)
    meta = Meta(desk, BILL, PRIZE)
    meta.may_answer.clear()
    page.sync()
    page.sync_bar.progress.cancel.click()
    meta.may_answer.set()
    synced(desk, page)
    assert names(page) == ["spring_offer"]
    assert not page.sync_bar.isVisible()
    assert page.sync_button.isEnabled()


def test_without_a_network_the_stored_copy_stays(desk: Desk):
    page = shown(desk, SPRING_NL)
    meta = Meta(desk, BILL)
    meta.broken = True
    page.sync()
    desk.until(lambda: page.sync_bar.banner is not None)
    assert page.sync_bar.banner is not None
    said = page.sync_bar.banner.label.text()
    assert said.startswith("Meta cannot be reached.")
    assert said.endswith("Below is the copy of before.")
    assert names(page) == ["spring_offer"]
    meta.broken = False
    page.sync_bar.banner.button.click()
    desk.until(lambda: names(page) == ["bill"])
    synced(desk, page)
    assert page.sync_bar.banner is None


def test_a_token_that_is_over_leads_to_the_connection(desk: Desk):
    page = shown(desk, SPRING_NL)
    meta = Meta(desk)
    meta.status, meta.error = 401, {"error": {"code": 190, "message": "expired", "type": "OAuthException"}}
    page.sync()
    desk.until(lambda: page.sync_bar.banner is not None)
    assert page.sync_bar.banner is not None
    assert "190" not in page.sync_bar.banner.label.text()
    page.sync_bar.banner.button.click()
    assert desk.went == [("connection", None)]


def test_changes_elsewhere_are_shown(desk: Desk):
    page = shown(desk, SPRING_NL)
    Meta(desk, BILL)
    desk.studio.templates.sync()
    desk.until(lambda: names(page) == ["bill"])


def test_a_page_out_of_sight_reads_when_it_is_shown(desk: Desk):
    page = shown(desk, SPRING_NL)
    page.hide()
    Meta(desk, BILL)
    desk.studio.templates.sync()
    desk.until(lambda: page._stale)
    assert names(page) == ["spring_offer"]
    page.show()
    page.on_shown()
    desk.until(lambda: names(page) == ["bill"])


def test_the_sandbox_has_templates_to_look_at(desk: Desk):
    page = shown(desk)
    desk.studio.sandbox.connect_workspace()
    page.open("sync")
    desk.until(lambda: page.panel.template is not None and page.model.row_of("bike_carousel") >= 0, ms=20_000)
    synced(desk, page)
    page.open("bike_carousel")
    assert page.panel.template is not None and len(page.panel.template.cards) > 1
    assert page.sync_bar.banner is None
    toast = page.window().findChild(Toast)
    assert toast is not None and "language versions read" in toast.label.text()


# -- nothing there ---------------------------------------------------------------------------------------


def test_an_account_without_templates_is_told_from_one_never_read(desk: Desk):
    keep(desk)
    page = shown(desk)
    assert page.stack.currentWidget() is page.empty
    Meta(desk, BILL)
    page.empty.link.click()
    desk.until(lambda: names(page) == ["bill"])
    assert page.stack.currentWidget() is page.listing


def test_before_the_first_sync_one_is_offered(desk: Desk):
    with desk.store.write() as conn:
        conn.execute("DELETE FROM templates")
        conn.execute("DELETE FROM facts WHERE name = 'templates_synced_at'")
    page = shown(desk)
    assert page.stack.currentWidget() is page.unread
    assert page.pill.text() == "Never synced"
    meta = Meta(desk)
    meta.broken = True
    page.unread.action.click()
    desk.until(lambda: page.sync_bar.banner is not None)
    assert page.sync_bar.banner is not None
    assert "copy" not in page.sync_bar.banner.label.text()
    assert page.stack.currentWidget() is page.listing


def test_without_an_account_one_is_asked_for(desk: Desk):
    ConnectionStore(desk.store).forget()
    keep(desk)
    with desk.store.write() as conn:
        conn.execute("DELETE FROM facts WHERE name = 'templates_synced_at'")
    page = shown(desk)
    assert page.stack.currentWidget() is page.unconnected
    assert not page.sync_button.isVisible()
    assert not page.pill.isVisible()
    page.unconnected.action.click()
    assert desk.went == [("connection", None)]


def test_a_second_program_may_look_but_not_sync(desk: Desk):
    keep(desk, SPRING_NL)
    reader = Studio.open(desk.studio.paths.root)
    try:
        assert reader.read_only
        page = desk.show(lambda _studio: TemplatesPage(reader))
        desk.until(lambda: page.model.rowCount() == 1)
        assert not page.sync_button.isEnabled()
        page.open("sync")
        QTest.keyClick(page, Qt.Key.Key_F5)
        assert not page.sync_bar.running
        assert "Hoi Maria" in seen(page)
    finally:
        reader.close()
