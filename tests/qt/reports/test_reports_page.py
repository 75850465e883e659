"""The Reports page: the numbers, the reasons, and the list behind each of them."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex

from tests.fixtures.desk import Desk, focusable
from tests.fixtures.studio import add_people
from whatsapp_studio.campaigns.campaign import Campaign
from whatsapp_studio.qt.reports.outcomes import NAME, PAGE, REASON, STATE
from whatsapp_studio.qt.reports.page import ReportsPage
from whatsapp_studio.reports.which import Which


@pytest.fixture
def campaign(desk: Desk) -> Campaign:
    """Read 3, delivered 2, sent 1, failed 2 for two reasons, in doubt 1; 3 left out."""
    made = desk.launched("Spring")
    for state, n, code in (
        ("read", 3, 0), ("delivered", 2, 0), ("sent", 1, 0), ("failed", 1, 131026), ("failed", 1, 131049),
        ("unknown", 1, 0),
    ):  # fmt: skip
        desk.set_rows(made.id, state, n, code=code)
    desk.receipt()
    return desk.studio.campaigns.get(made.id)


def shown(desk: Desk) -> ReportsPage:
    page = desk.show(ReportsPage)
    desk.until(lambda: page.report is not None)
    return page


def listed(page: ReportsPage) -> int:
    return page.people.model.rowCount()


def test_without_results_the_page_says_when_they_come(desk: Desk) -> None:
    page = desk.show(ReportsPage)
    assert page.empty.isVisible()
    assert not page.export.isVisible()


def test_the_headline_numbers_and_the_list_behind_each_agree(desk: Desk, campaign: Campaign) -> None:
    page = shown(desk)
    values = {tile.figure.label: int(tile.value) for tile in page.overview.tiles}
    assert values == {
        "Accepted by Meta": 6, "Delivered": 5, "Read, at least": 3, "Replied": 0, "Tapped a button": 0, "Opted out": 0,
        "Failed": 2, "Not known": 1, "Left out": 3,
    }  # fmt: skip
    for tile in page.overview.tiles:
        tile.click()
        assert page.tabs.currentWidget() is page.people
        words = "Nobody found" if tile.value == "0" else tile.value
        desk.until(lambda tile=tile, words=words: page.people.found.text().startswith(words))
        desk.until(lambda tile=tile: listed(page) == int(tile.value))


def test_failures_are_grouped_by_cause_with_advice_and_open_their_people(desk: Desk, campaign: Campaign) -> None:
    page = shown(desk)
    texts = [label.text() for label in page.overview.failures.findChildren(type(page.when))]
    assert "Meta code 131026" in texts
    assert any("WhatsApp" in text for text in texts)
    page.overview.failures.people_wanted.emit("failed", "meta-131049")
    desk.until(lambda: listed(page) == 1)
    model = page.people.model
    assert model.index(0, STATE).data() == "Failed"
    assert model.index(0, REASON).data()
    page.people.reason.click()
    desk.until(lambda: listed(page) == 2)


def test_people_left_out_are_listed_by_reason(desk: Desk, campaign: Campaign) -> None:
    page = shown(desk)
    page.overview.excluded.people_wanted.emit("excluded", "no-consent")
    desk.until(lambda: listed(page) == 2)
    assert page.people.model.index(0, REASON).data() == "No consent for marketing messages"


def test_the_search_finds_a_name_or_a_number(desk: Desk, campaign: Campaign) -> None:
    page = shown(desk)
    page.tabs.setCurrentWidget(page.people)
    page.people.search.setText("name7")
    desk.until(lambda: listed(page) == 1)
    assert page.people.model.index(0, NAME).data() == "Name7 Jansen"
    page.people.search.setText("nobody at all")
    desk.until(lambda: page.people.found.text() == "Nobody found")


def test_the_chart_and_the_table_behind_it_say_the_same(desk: Desk, campaign: Campaign) -> None:
    page = shown(desk)
    page.overview.funnel_card.as_table.click()
    table = page.overview.funnel_card.table
    assert table.isVisible()
    rows = [(table.item(n, 0).text(), table.item(n, 1).text()) for n in range(table.rowCount())]
    assert rows == [
        ("Planned", "9"), ("Accepted by Meta", "6"), ("Sent", "6"), ("Delivered", "5"), ("Read, at least", "3"),
    ]  # fmt: skip
    said = page.overview.funnel.accessibleDescription()
    assert all(f"{name}: {n}" in said for name, n in rows)


def test_without_receipts_the_page_explains_them_and_says_not_known(desk: Desk) -> None:
    made = desk.launched("Spring")
    desk.set_rows(made.id, "accepted", 9)
    page = shown(desk)
    assert page.overview.no_receipts.isVisible()
    assert "not known" in page.overview.funnel.accessibleDescription()
    assert "Delivered" not in [tile.figure.label for tile in page.overview.tiles]
    page.overview.no_receipts.button.click()
    assert desk.went[0][0] == "settings"


def test_the_export_holds_everybody_and_the_same_numbers(desk: Desk, campaign: Campaign, tmp_path: Path) -> None:
    page = shown(desk)
    target = tmp_path / "out.csv"
    page.exports.export_to(target)
    desk.until(target.exists)
    with target.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 12
    assert sum(row["Outcome"] == "Read" for row in rows) == 3
    desk.until(page.export.isEnabled)


def test_a_follow_up_is_a_draft_for_the_people_of_one_outcome(desk: Desk, campaign: Campaign) -> None:
    page = shown(desk)
    page.show_people(Which(states=("unknown",)))
    desk.until(lambda: page.people.found.text() == "1 person")
    assert not page.people.again.isVisible(), "those in doubt may have it already"
    page.show_people(Which(states=("failed",)))
    desk.until(lambda: page.people.found.text() == "2 people")
    assert not page.people.again.isVisible(), "some of those can never be reached"
    page.show_people(Which(states=("delivered",)))
    desk.until(page.people.again.isVisible)
    page.people.again.click()
    desk.until(lambda: desk.went)
    ((where, id),) = desk.went
    assert where == "campaigns"
    made = desk.studio.campaigns.get(str(id))
    assert (made.state, made.draft.template, made.draft.name) == ("draft", "spring_offer", "Spring: delivered")
    arrived = {row.contact for row in desk.studio.reports.rows(campaign.id, Which(states=("delivered",)))}
    people = desk.studio.campaigns.people(made.draft, None)
    assert {person.id for person in people} == arrived
    desk.studio.contacts.block([people[0].phone], "opted-out", "test")
    assert desk.studio.campaigns.count(made.draft).reachable == len(arrived) - 1, "consent is asked again"


def test_news_moves_the_numbers(desk: Desk, campaign: Campaign) -> None:
    page = shown(desk)
    with desk.store.write() as conn:
        conn.execute("UPDATE outbox SET state = 'read' WHERE campaign_id = ? AND state = 'sent'", (campaign.id,))
    page.refresh()
    desk.until(lambda: page.report is not None and page.report.counts.read == 4)
    assert {t.figure.label: t.value for t in page.overview.tiles}["Read, at least"] == "4"


def test_a_long_list_comes_page_by_page(desk: Desk) -> None:
    desk.studio.settings.type_count_above = 1000
    add_people(desk.store, PAGE + 50, first=100)
    made = desk.launched("Large")
    page = shown(desk)
    page.tabs.setCurrentWidget(page.people)
    model = page.people.model
    desk.until(lambda: listed(page) == PAGE)
    assert model.canFetchMore(QModelIndex())
    model.fetchMore(QModelIndex())
    desk.until(lambda: listed(page) == desk.studio.campaigns.get(made.id).counts.total)
    assert model.complete


def test_another_campaign_can_be_chosen_and_asked_for_by_its_id(desk: Desk, campaign: Campaign) -> None:
    other = desk.launched("Autumn")
    page = shown(desk)
    page.open(campaign.id)
    desk.until(lambda: page.report is not None and page.report.campaign.id == campaign.id)
    page.campaigns.setCurrentIndex(page.campaigns.findData(other.id))
    page.read()
    desk.until(lambda: page.report is not None and page.report.campaign.id == other.id)


def test_everything_that_takes_the_keyboard_has_a_name(desk: Desk, campaign: Campaign) -> None:
    page = shown(desk)
    for tab in (page.overview, page.people):
        page.tabs.setCurrentWidget(tab)
        for widget in focusable(page):
            said = widget.accessibleName() or (widget.text() if hasattr(widget, "text") else "")
            quiet = widget in (page.tabs, page.tabs.tabBar())
            assert said or quiet or not widget.isVisible(), widget
