"""Decides how the page Sending is shown: idle, on the way, held up, in doubt."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from PySide6.QtWidgets import QMessageBox, QWidget

from tests.fixtures.desk import in_days
from tests.screens import Make, screen
from tests.screens.stage import Stage
from whatsapp_studio.base.clock import iso
from whatsapp_studio.campaigns.campaign import Campaign
from whatsapp_studio.campaigns.draft import Schedule
from whatsapp_studio.qt.delivery.page import SendingPage
from whatsapp_studio.qt.main_window import MainWindow


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


def _changed(stage: Stage, **columns: object) -> Campaign:
    campaign = on_the_way(stage)
    with stage.desk.studio._store.write() as conn:
        for name, value in columns.items():
            conn.execute(f"UPDATE campaigns SET {name} = ? WHERE id = ?", (value, campaign.id))
    return campaign


@screen("sending.late", small=True)
def late(stage: Stage) -> QWidget:
    """A campaign that should have started while the program was not running."""
    _changed(stage, state="paused", pause_reason="late-ask")
    return sending(stage)[0]


@screen("sending.rests")
def rests(stage: Stage) -> QWidget:
    """A campaign that came to Meta's limit of people."""
    until = datetime.now(UTC).replace(hour=23, minute=40, second=0, microsecond=0) + timedelta(days=1)
    _changed(stage, rests_until=iso(until), rests_for="messaging-limit")
    return sending(stage)[0]


@screen("sending.budget")
def budget(stage: Stage) -> QWidget:
    """The question how far a used-up budget is raised."""
    campaign = _changed(
        stage, state="paused", pause_reason="budget-reached", budget=300_000, spent=298_000, currency="EUR"
    )
    _window, page = sending(stage)
    page.cards[campaign.id].remedy_button.click()
    stage.show(page.budget)
    return page.budget
