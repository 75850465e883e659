"""Home: what is in place, the numbers, and the first steps."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.fixtures.desk import Desk
from whatsapp_studio.app import Studio
from whatsapp_studio.journeys.kept import JourneyRow
from whatsapp_studio.journeys.living import Life, LifeState
from whatsapp_studio.qt import jobs, theme
from whatsapp_studio.qt.bridge import Bridge
from whatsapp_studio.qt.home.page import HomePage
from whatsapp_studio.qt.home.recent_journeys import RecentJourneys
from whatsapp_studio.qt.widgets.badge import StatusBadge


@pytest.fixture
def home_page(desk: Desk) -> HomePage:
    page = desk.show(HomePage)
    desk.until(lambda: page.people._number.text() != "–")
    return page


def texts(page: HomePage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_the_tiles_count_what_is_there(home_page: HomePage) -> None:
    assert home_page.people._number.text() == "12"
    assert home_page.reachable._number.text() == "9"
    assert home_page.approved._number.text() == "3"
    assert "of 4" in home_page.approved._note.text()
    assert home_page.last._number.text() == "–"


def test_the_last_campaign_counts_what_meta_accepted(desk: Desk, home_page: HomePage) -> None:
    campaign = desk.launched("Spring")
    desk.set_rows(campaign.id, "accepted", 4)
    desk.set_rows(campaign.id, "failed", 2, code=131026)
    home_page.refresh()
    desk.until(lambda: home_page.last._number.text() == "4")
    assert "accepted by Meta in Spring" in home_page.last._note.text()


def test_new_contacts_are_counted_when_they_come(desk: Desk, home_page: HomePage) -> None:
    desk.studio.contacts.delete(desk.people[:5])
    desk.until(lambda: home_page.people._number.text() == "7")


def test_recent_campaigns_lead_to_their_report(desk: Desk, home_page: HomePage) -> None:
    campaign = desk.launched("Spring")
    home_page.refresh()
    desk.until(lambda: "0 of 9" in texts(home_page))
    next(one for one in home_page.recent.findChildren(QPushButton) if one.text() == "Spring").click()
    assert desk.went[-1] == ("reports", campaign.id)


def test_an_acknowledgement_is_kept_with_its_date(desk: Desk, home_page: HomePage) -> None:
    assert set(home_page.checklist.boxes) == {"content-rules", "meta-policies", "messaging-limits"}
    home_page.checklist.boxes["content-rules"].click()
    kept = {item.code: item for item in desk.studio.connection.checklist()}["content-rules"]
    assert kept.done and kept.at is not None
    desk.until(lambda: "6 of 8 in place" in texts(home_page))
    desk.until(lambda: "checked today" in texts(home_page))
    home_page.checklist.boxes["content-rules"].click()
    desk.until(lambda: "5 of 8 in place" in texts(home_page))
    assert not {item.code: item for item in desk.studio.connection.checklist()}["content-rules"].done


def test_what_is_missing_says_why_and_leads_there(desk: Desk, home_page: HomePage) -> None:
    desk.studio.connection.forget()
    desk.until(lambda: "1 of 8 in place" in texts(home_page))

    def ways() -> list[QPushButton]:
        return [one for one in home_page.checklist.findChildren(QPushButton) if one.isVisible()]

    desk.until(lambda: len(ways()) == 4)
    go = ways()
    assert len({one.accessibleName() for one in go}) == len(go) == 4
    for button in go:
        button.click()
    assert [name for name, _ in desk.went] == ["connection", "connection", "connection", "templates"]


def test_a_token_that_ends_soon_is_told_in_time(desk: Desk, home_page: HomePage) -> None:
    assert not home_page.expiry.isVisible()
    now = desk.studio.clock.now()
    for left, words in ((timedelta(days=3), "works until"), (timedelta(days=-1), "has expired")):
        desk.connect(token_expires_at=now + left)
        home_page.refresh()
        desk.until(lambda words=words: words in home_page.expiry.label.text())  # type: ignore[misc]
        assert home_page.expiry.isVisible()
    desk.connect(token_expires_at=now + timedelta(days=30))
    home_page.refresh()
    desk.until(lambda: not home_page.expiry.isVisible())


@pytest.fixture
def new_studio(qapp: QApplication, workspace: Path) -> Iterator[Studio]:
    """A workspace nobody has used yet."""
    theme.apply(qapp, "light")
    studio = Studio.open(workspace)
    jobs.at_job_end(studio.done_with_thread)
    yield studio
    jobs.wait_for_all()
    studio.close()


@pytest.mark.slow
def test_the_first_button_starts_the_sandbox_and_fills_the_workspace(new_studio: Studio, qtbot: QtBot) -> None:
    bridge = Bridge()
    unlisten = new_studio.listen(bridge.tell)
    page = HomePage(new_studio)
    bridge.changed.connect(page.on_changes)
    page.show()
    qtbot.waitUntil(lambda: page.start.isVisible())
    assert not page.new_campaign.isVisible()
    page.try_it.click()
    assert not page.try_it.isEnabled()
    qtbot.waitUntil(lambda: page.people._number.text() not in ("–", "0") and not page.start.isVisible(), timeout=30_000)
    qtbot.waitUntil(lambda: not jobs.Job._running, timeout=10_000)
    connection = new_studio.connection.current()
    assert connection is not None and connection.is_sandbox
    assert new_studio.contacts.count() == int(page.people._number.text())
    assert page.new_campaign.isVisible()
    unlisten()
    page.close()
    page.deleteLater()
    QCoreApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete.value)


def test_the_latest_journeys_open_with_a_click(desk: Desk) -> None:
    page = desk.show(HomePage)
    assert page.journeys.names == []
    next(one for one in page.journeys.findChildren(QPushButton) if "example" in one.text()).click()
    for n in range(7):
        made = desk.studio.journeys.create(f"Journey {n}")
    desk.until(lambda: page.journeys.names == [f"Journey {n}" for n in (6, 5, 4, 3, 2)])
    next(one for one in page.journeys.findChildren(QPushButton) if one.text() == "Journey 6").click()
    assert desk.went == [("journeys", "new"), ("journeys", made.id)]


@pytest.mark.parametrize(("state", "word"), [("running", "Running"), ("paused", "Paused"), ("stopped", "Draft")])
def test_a_journey_that_runs_is_said_to_run(qtbot: QtBot, desk: Desk, state: LifeState, word: str) -> None:
    now = desk.studio.clock.now()
    row = JourneyRow(id="j", name="Welkom", state="draft", saved_at=now)
    card = RecentJourneys()
    qtbot.addWidget(card)
    card.show_journeys([row], now, {"j": Life(journey="j", state=state, since=now, editions=())})
    assert [badge.text() for badge in card.findChildren(StatusBadge)] == [word]
