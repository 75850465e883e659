"""Decides how the page Sending is shown: idle, on the way, held up, in doubt."""

from __future__ import annotations

from PySide6.QtWidgets import QMessageBox, QWidget

from tests.fixtures.desk import in_days
from tests.screens import Make, screen
from tests.screens.stage import Stage
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
