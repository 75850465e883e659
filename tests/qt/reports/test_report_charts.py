"""The charts of the report page, the person behind a row, files, campaigns beside each other, live news."""

from __future__ import annotations

import threading
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from tests.fixtures.desk import Desk
from tests.fixtures.sent import sent
from whatsapp_studio.base.clock import iso
from whatsapp_studio.base.events import Changes
from whatsapp_studio.campaigns.campaign import Campaign
from whatsapp_studio.qt.reports import reader
from whatsapp_studio.qt.reports.compare import CompareDialog
from whatsapp_studio.qt.reports.page import ReportsPage
from whatsapp_studio.reports.sections import sections

BEGIN = datetime(2026, 11, 17, 8, 30, tzinfo=UTC)


@pytest.fixture
def campaign(desk: Desk) -> Campaign:
    made = desk.launched("Spring")
    sent(desk.store, made.id, 200, BEGIN, per_minute=2, treatments=("a", "b"))
    return desk.studio.campaigns.get(made.id)


def shown(desk: Desk) -> ReportsPage:
    page = desk.show(ReportsPage)
    desk.until(lambda: page.report is not None and page.report.details is not None)
    return page


def listed(desk: Desk, page: ReportsPage, n: int) -> None:
    assert page.tabs.currentWidget() is page.people
    desk.until(lambda: page.people.found.text().startswith(str(n)))


def test_a_point_of_the_time_line_asks_which_of_its_numbers_and_opens_it(desk: Desk, campaign: Campaign) -> None:
    page = shown(desk)
    card = page.overview.line
    card.lines.chosen.emit(2)
    assert card.menu is not None and card.line is not None
    said = {action.text(): action for action in card.menu.actions()}
    n = card.line.series["delivered"][2]
    said[f"Delivered: {n}"].trigger()
    card.menu.hide()
    listed(desk, page, n)
    assert page.people.reason.isVisible()


def test_a_bar_opens_its_people_and_another_measure_changes_the_bars(desk: Desk, campaign: Campaign) -> None:
    page = shown(desk)
    card = page.overview.parts
    card.kind.setCurrentIndex(card.kind.findData("treatment"))
    card.kind.activated.emit(card.kind.currentIndex())
    before = card.bars.bars
    card.measure.setCurrentIndex(card.measure.findData("failed"))
    card.measure.activated.emit(card.measure.currentIndex())
    assert [bar.name for bar in card.bars.bars] == ["No treatment", "A", "B"] and card.bars.bars != before
    card.bars.chosen.emit(2)
    listed(desk, page, 100)
    page.people.reason.click()
    listed(desk, page, campaign.counts.total)


def test_an_hour_opens_those_who_got_it_then(desk: Desk, campaign: Campaign) -> None:
    page = shown(desk)
    card = page.overview.hours
    assert page.report is not None and page.report.details is not None
    cell = page.report.details.heat.cells[-1]
    card.heat.chosen.emit(card.heat.count() - 1)
    listed(desk, page, cell.delivered)


def test_tables_show_the_numbers_of_the_report(desk: Desk, campaign: Campaign) -> None:
    page = shown(desk)
    assert page.report is not None
    found = {one.key: one for one in sections(page.report)}
    view = page.overview
    for card, key in ((view.funnel_card, "funnel"), (view.line, "time_line"), (view.hours, "hours"),
                      (view.parts, view.parts.kind.currentData())):  # fmt: skip
        card.as_table.click()
        table = card.table
        assert table.isVisibleTo(view)
        rows = [[table.item(row, at).text() for at in range(table.columnCount())] for row in range(table.rowCount())]
        assert rows == [[table.said(cell) for cell in row] for row in found[key].rows]


def test_a_person_opens_all_that_is_known(desk: Desk, campaign: Campaign) -> None:
    page = shown(desk)
    next(tile for tile in page.overview.tiles if tile.figure.key == "clicked").click()
    desk.until(lambda: page.people.model.rowCount() > 0)
    page.people.table.clicked.emit(page.people.model.index(0, 0))
    panel = page.people.person
    desk.until(panel.isVisible)
    wanted = {"Left this computer", "Accepted by Meta", "Delivered", "Read", "Tapped “Yes, please”", "Meta's id"}
    labels = panel.findChildren(type(page.when))
    desk.until(lambda: wanted <= {label.text() for label in labels if label.isVisible()})
    page.people.person.close_panel()
    assert not panel.isVisible()


@pytest.mark.parametrize("ending", [".xlsx", ".html", ".pdf"])
def test_the_page_is_taken_along_in_every_kind(ending: str, desk: Desk, campaign: Campaign, tmp_path: Path) -> None:
    page = shown(desk)
    target = tmp_path / f"out{ending}"
    page.exports.export_to(target)
    assert not page.export.isEnabled() and page.stop.isVisible()
    desk.until(lambda: page.exports.job is None, ms=15_000)
    assert target.read_bytes()[:5] == {".xlsx": b"PK\x03\x04\x14", ".html": b"<!doc", ".pdf": b"%PDF-"}[ending]
    assert page.export.isEnabled() and not page.stop.isVisible()


def test_a_file_that_is_stopped_is_not_there(
    desk: Desk, campaign: Campaign, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, reports, stopped = shown(desk), desk.studio.reports, threading.Event()
    write = reports.export

    def after_the_click(*given: Any, **named: Any) -> int:
        assert stopped.wait(10)
        return write(*given, **named)

    monkeypatch.setattr(reports, "export", after_the_click)
    page.exports.export_to(tmp_path / "out.xlsx")
    page.stop.click()
    stopped.set()
    desk.until(lambda: page.exports.job is None)
    assert list(tmp_path.glob("out*")) == []


def test_what_is_listed_is_what_a_file_of_people_has(desk: Desk, campaign: Campaign, tmp_path: Path) -> None:
    page = shown(desk)
    next(tile for tile in page.overview.tiles if tile.figure.key == "failed").click()
    page.exports.menu.aboutToShow.emit()
    page.exports.export_to(tmp_path / "out.csv")
    desk.until(lambda: page.exports.job is None)
    lines = (tmp_path / "out.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == 1 + desk.studio.campaigns.get(campaign.id).counts.failed


def test_news_is_shown_at_most_twice_a_second_without_flicker(
    desk: Desk, campaign: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown(desk)
    tiles, asked = list(page.overview.tiles), []
    headline = desk.studio.reports.report
    monkeypatch.setattr(desk.studio.reports, "report", lambda id: (asked.append(id), headline(id))[1])
    with desk.store.write() as conn:
        conn.execute("UPDATE outbox SET state = 'read', news_at = ? WHERE campaign_id = ? AND state = 'delivered'",
                     (iso(BEGIN), campaign.id))  # fmt: skip
    for _ in range(30):
        page.on_changes(Changes(campaigns=frozenset({campaign.id})))
    reads = desk.studio.campaigns.get(campaign.id).counts.read
    desk.until(lambda: page.report is not None and page.report.counts.read == reads)
    assert len(asked) == 1, "thirty changes at once are one look"
    assert list(page.overview.tiles) == tiles, "the tiles stay, only what they say changes"
    assert next(one.value for one in page.overview.tiles if one.figure.key == "read") == str(reads)


def test_of_a_large_campaign_the_numbers_come_before_the_details(
    desk: Desk, campaign: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "_FEW", 10)
    page = desk.show(ReportsPage)
    seen: list[bool] = []
    page.reader.read.connect(lambda one: seen.append(one.report.details is not None))
    desk.until(lambda: True in seen)
    assert seen == [False, True]


def test_an_error_stands_above_what_was_known(desk: Desk, campaign: Campaign) -> None:
    page = shown(desk)
    page.reader.show("gone")
    desk.until(page.error.isVisible)
    page.read()
    desk.until(lambda: not page.error.isVisible())


def test_campaigns_stand_beside_each_other_at_most_six(desk: Desk, campaign: Campaign) -> None:
    others = [desk.launched(f"Other {n}") for n in range(6)]
    dialog = CompareDialog(desk.studio, campaign.id)
    desk.qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.copy.isEnabled()
    dialog.tick(others[0].id)
    desk.until(lambda: dialog.table.columnCount() == 3)
    cell = dialog.table.item(2, 1)
    accepted = desk.studio.reports.report(campaign.id).figures
    assert cell is not None and cell.text().endswith(f"({accepted.accepted} of {accepted.planned})")
    dialog.copy.click()
    assert QApplication.clipboard().text().splitlines()[0] == "What\tSpring\tOther 0"
    for one in others[1:5]:
        dialog.tick(one.id)
    assert len(dialog.chosen()) == 6
    left = [dialog.choice.item(at) for at in range(dialog.choice.count())]
    assert sum(not item.flags() & item.flags().ItemIsEnabled for item in left) == 1, "a seventh cannot be chosen"
