"""Decides how the pages Sending and Reports are shown: idle, on the way, held up, in doubt, and what came of it."""

from __future__ import annotations

from PySide6.QtWidgets import QMessageBox, QWidget

from tests.fixtures.desk import in_days
from tests.screens import Make, screen
from tests.screens.stage import Stage
from whatsapp_studio.campaigns.campaign import Campaign
from whatsapp_studio.campaigns.draft import Schedule
from whatsapp_studio.qt.delivery.page import SendingPage
from whatsapp_studio.qt.main_window import MainWindow
from whatsapp_studio.qt.reports.page import ReportsPage


def on_the_way(stage: Stage, name: str = "Spring in the nursery") -> Campaign:
    campaign = stage.desk.launched(name)
    stage.desk.set_rows(campaign.id, "sending", 2)
    stage.desk.set_rows(campaign.id, "accepted", 3)
    stage.desk.set_rows(campaign.id, "failed", 1, code=131026)
    return campaign


def sending(stage: Stage) -> tuple[MainWindow, SendingPage]:
    window = stage.window("sending")
    page = window.page("sending")
    assert isinstance(page, SendingPage)
    return window, page


@screen("sending.running", small=True)
def running(stage: Stage) -> QWidget:
    """A campaign on its way, one that is held back, one for later."""
    on_the_way(stage)
    campaigns = stage.desk.studio.campaigns
    campaigns.launch(
        campaigns.create(
            stage.desk.complete("Later", schedule=Schedule(kind="at", local_time=in_days(3), zone="UTC"))
        ).id,
        typed_count=None,
    )
    stage.desk.launched("About to start", hold_seconds=300)
    return sending(stage)[0]


@screen("sending.paused", small=True)
def paused(stage: Stage) -> QWidget:
    """A campaign that Meta's pause of its template holds up."""
    campaign = on_the_way(stage)
    stage.desk.studio.campaigns.pause(campaign.id, "meta-132015")
    return sending(stage)[0]


def _held(reason: str) -> Make:
    def make(stage: Stage) -> QWidget:
        on_the_way(stage)
        stage.desk.studio.engine.pause_all(reason)
        return sending(stage)[0]

    make.__doc__ = f"All sending is paused: {reason}."
    return make


for _reason in ("by-you", "meta-190", "meta-131048", "token-missing"):
    screen(f"sending.all-paused-{_reason}")(_held(_reason))


@screen("sending.doubt", small=True)
def doubt(stage: Stage) -> QWidget:
    """Messages of which nobody knows whether they left."""
    campaign = on_the_way(stage)
    stage.desk.set_rows(campaign.id, "unknown", 3, details="ReadTimeout")
    window, page = sending(stage)
    page.doubts[campaign.id].show_button.click()
    stage.settle()
    page.doubts[campaign.id].select(1)
    return window


@screen("sending.doubt-again")
def again(stage: Stage) -> QWidget:
    """The question before messages in doubt are sent again."""
    campaign = on_the_way(stage)
    stage.desk.set_rows(campaign.id, "unknown", 3)
    _window, page = sending(stage)
    page.doubts[campaign.id].show_button.click()
    stage.settle()
    return stage.opened(page.doubts[campaign.id].again.click, QMessageBox)


@screen("sending.stop")
def stop(stage: Stage) -> QWidget:
    """The question before a campaign is stopped."""
    campaign = on_the_way(stage)
    _window, page = sending(stage)
    return stage.opened(page.cards[campaign.id].stop.click, QMessageBox)


def reported(stage: Stage, *, receipts: bool = True) -> tuple[MainWindow, ReportsPage]:
    campaign = stage.desk.launched("Spring in the nursery")
    states = [("read", 3, 0), ("delivered", 2, 0), ("sent", 1, 0), ("failed", 1, 131026), ("failed", 1, 131049)]
    for state, n, code in (*states, ("unknown", 1, 0)) if receipts else [("accepted", 9, 0)]:
        stage.desk.set_rows(campaign.id, state, n, code=code)
    if receipts:
        stage.desk.receipt()
    window = stage.window("reports", campaign.id)
    page = window.page("reports")
    assert isinstance(page, ReportsPage)
    return window, page


@screen("reports.overview", small=True)
def overview(stage: Stage) -> QWidget:
    """What became of a campaign."""
    return reported(stage)[0]


@screen("reports.table")
def table(stage: Stage) -> QWidget:
    """The same as a table."""
    window, page = reported(stage)
    page.overview.as_table.click()
    return window


@screen("reports.lower")
def lower(stage: Stage) -> QWidget:
    """The reasons, below the chart."""
    window, page = reported(stage)
    page.overview.ensureWidgetVisible(page.overview.excluded)
    return window


@screen("reports.no-receipts")
def no_receipts(stage: Stage) -> QWidget:
    """A report where Meta tells nothing of deliveries."""
    return reported(stage, receipts=False)[0]


@screen("reports.people", small=True)
def people(stage: Stage) -> QWidget:
    """The people behind a report."""
    window, page = reported(stage)
    page.tabs.setCurrentWidget(page.people)
    return window


@screen("reports.people-nobody")
def nobody(stage: Stage) -> QWidget:
    """A search in a report that finds nobody."""
    window, page = reported(stage)
    page.tabs.setCurrentWidget(page.people)
    page.people.search.setText("nobody at all")
    return window
