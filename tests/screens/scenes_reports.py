"""Decides how the page Reports is shown: on the way, done, compared, a person, nothing yet, and what went wrong."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import msgspec
from PySide6.QtWidgets import QWidget

from tests.fixtures.sent import sent
from tests.screens import screen
from tests.screens.stage import Stage
from whatsapp_studio.base.clock import iso
from whatsapp_studio.campaigns.campaign import Campaign
from whatsapp_studio.campaigns.programme import Experiment, Treatment
from whatsapp_studio.qt.main_window import MainWindow
from whatsapp_studio.qt.reports.compare import CompareDialog
from whatsapp_studio.qt.reports.page import ReportsPage
from whatsapp_studio.storage.campaign_log import note

BEGIN = datetime(2026, 11, 17, 8, 30, tzinfo=UTC)


def few(stage: Stage, *, receipts: bool = True) -> tuple[MainWindow, ReportsPage]:
    """A campaign to a handful of people."""
    campaign = stage.desk.launched("Spring in the nursery")
    states = [("read", 3, 0), ("delivered", 2, 0), ("sent", 1, 0), ("failed", 1, 131026), ("failed", 1, 131049)]
    for state, n, code in (*states, ("unknown", 1, 0)) if receipts else [("accepted", 9, 0)]:
        stage.desk.set_rows(campaign.id, state, n, code=code)
    if receipts:
        stage.desk.receipt()
    return shown(stage, campaign)


def many(stage: Stage, name: str = "Spring in the nursery", n: int = 2400, **more: object) -> Campaign:
    """A campaign of which thousands of messages have left over a day."""
    campaign = stage.desk.launched(name)
    sent(stage.desk.store, campaign.id, n, BEGIN, per_minute=4, **more)  # type: ignore[arg-type]
    with stage.desk.store.write() as conn:
        conn.execute("UPDATE campaigns SET launched_at = ? WHERE id = ?", (iso(BEGIN), campaign.id))
    return campaign


def shown(stage: Stage, campaign: Campaign) -> tuple[MainWindow, ReportsPage]:
    window = stage.window("reports", campaign.id)
    page = window.page("reports")
    assert isinstance(page, ReportsPage)
    stage.until(lambda: page.report is not None and page.report.details is not None, 15_000)
    stage.settle()
    return window, page


def scrolled(stage: Stage, page: ReportsPage, to: QWidget) -> None:
    bar = page.overview.verticalScrollBar()
    bar.setValue(to.mapTo(page.overview.widget(), to.rect().topLeft()).y() - 12)
    stage.settle()


@screen("reports.overview", small=True)
def overview(stage: Stage) -> QWidget:
    """What became of a campaign of thousands."""
    return shown(stage, many(stage))[0]


@screen("reports.parts", small=True)
def parts(stage: Stage) -> QWidget:
    """Markets compared, and why some failed."""
    window, page = shown(stage, many(stage))
    card = page.overview.parts
    card.kind.setCurrentIndex(card.kind.findData("market"))
    card.kind.activated.emit(card.kind.currentIndex())
    scrolled(stage, page, page.overview.parts)
    return window


@screen("reports.hours", small=True)
def hours(stage: Stage) -> QWidget:
    """The best hours, with one of them read out."""
    window, page = shown(stage, many(stage))
    scrolled(stage, page, page.overview.hours)
    page.overview.hours.heat.look_at(5)
    return window


@screen("reports.tables")
def tables(stage: Stage) -> QWidget:
    """The numbers behind the charts."""
    window, page = shown(stage, many(stage))
    for card in (page.overview.funnel_card, page.overview.line, page.overview.parts, page.overview.hours):
        card.as_table.click()
    return window


@screen("reports.tables-lower")
def tables_lower(stage: Stage) -> QWidget:
    """The tables of parts and hours."""
    window, page = shown(stage, many(stage))
    for card in (page.overview.parts, page.overview.hours):
        card.as_table.click()
    scrolled(stage, page, page.overview.parts)
    return window


@screen("reports.sending")
def sending(stage: Stage) -> QWidget:
    """While it is on the way: some wait, and what happened to it is told."""
    campaign = many(stage, n=700, waiting=500)
    with stage.desk.store.write() as conn:
        note(conn, campaign.id, BEGIN + timedelta(hours=1), "too-many-failures", {"failed": 31, "of": 280})
    window, page = shown(stage, campaign)
    page.overview.line.lines.look_at(3)
    return window


@screen("reports.stopped")
def stopped(stage: Stage) -> QWidget:
    """A campaign that was stopped: what was left is cancelled."""
    campaign = many(stage, n=500, cancelled=500)
    with stage.desk.store.write() as conn:
        conn.execute("UPDATE campaigns SET state = 'stopped' WHERE id = ?", (campaign.id,))
    return shown(stage, campaign)[0]


@screen("reports.few", small=True)
def handful(stage: Stage) -> QWidget:
    """What became of a campaign to a handful of people."""
    return few(stage)[0]


@screen("reports.lower")
def lower(stage: Stage) -> QWidget:
    """The reasons, below the charts."""
    window, page = few(stage)
    scrolled(stage, page, page.overview.failures)
    return window


@screen("reports.no-receipts")
def no_receipts(stage: Stage) -> QWidget:
    """A report where Meta tells nothing of deliveries."""
    return few(stage, receipts=False)[0]


@screen("reports.nothing-yet")
def nothing(stage: Stage) -> QWidget:
    """No campaign was launched yet."""
    return stage.window("reports")


@screen("reports.error")
def error(stage: Stage) -> QWidget:
    """The numbers cannot be read."""
    window, page = few(stage)
    page.reader.show("gone")
    stage.until(page.error.isVisible)
    return window


@screen("reports.people", small=True)
def people(stage: Stage) -> QWidget:
    """The people behind a report."""
    window, page = shown(stage, many(stage, n=300))
    page.tabs.setCurrentWidget(page.people)
    return window


@screen("reports.person", small=True)
def person(stage: Stage) -> QWidget:
    """Everything known of one message."""
    window, page = shown(stage, many(stage, n=300))
    page.overview.strip.tiles[3].click()
    stage.until(lambda: page.people.model.rowCount() > 0)
    page.people.table.selectRow(1)
    page.people.table.clicked.emit(page.people.model.index(1, 0))
    stage.until(page.people.person.isVisible)
    return window


@screen("reports.person-failed")
def person_failed(stage: Stage) -> QWidget:
    """Everything known of a message that failed."""
    window, page = shown(stage, many(stage, n=300))
    tile = next(one for one in page.overview.strip.tiles if one.figure.key == "failed")
    tile.click()
    stage.until(lambda: page.people.model.rowCount() > 0)
    page.people.table.clicked.emit(page.people.model.index(0, 0))
    stage.until(page.people.person.isVisible)
    return window


@screen("reports.people-nobody")
def nobody(stage: Stage) -> QWidget:
    """A search in a report that finds nobody."""
    window, page = few(stage)
    page.tabs.setCurrentWidget(page.people)
    page.people.search.setText("nobody at all")
    return window


@screen("reports.compare", small=True)
def compare(stage: Stage) -> QWidget:
    """Three campaigns beside each other."""
    first = many(stage)
    second = many(stage, "Summer in the garden", 1800, seed=2, treatments=("b",))
    third = many(stage, "Autumn bulbs", 900, seed=3)
    dialog = CompareDialog(stage.desk.studio, first.id)
    for one in (second, third):
        dialog.tick(one.id)
    return stage.show(dialog)


@screen("reports.compare-one")
def compare_one(stage: Stage) -> QWidget:
    """Before another campaign is chosen."""
    first, _second = many(stage, n=300), many(stage, "Summer in the garden", 300, seed=2)
    return stage.show(CompareDialog(stage.desk.studio, first.id))


@screen("reports.experiment")
def experiment(stage: Stage) -> QWidget:
    """Two messages compared, with what is known of which is better."""
    studio = stage.desk.studio
    treatments = (Treatment(key="a", name="Short"), Treatment(key="b", name="With a photo", template="plain_news",
                                                              language="nl"))  # fmt: skip
    compared = Experiment(treatments=treatments)
    draft = msgspec.structs.replace(stage.desk.complete("Two messages"), accepted_warnings=("no-receiver",))
    made = studio.campaigns.create(msgspec.structs.replace(draft, experiment=compared))
    campaign = studio.campaigns.launch(made.id, typed_count=None, hold_seconds=0)
    sent(stage.desk.store, campaign.id, 1800, BEGIN, per_minute=4, treatments=("a", "b"))
    window, page = shown(stage, campaign)
    card = page.overview.parts
    card.kind.setCurrentIndex(card.kind.findData("treatment"))
    card.kind.activated.emit(card.kind.currentIndex())
    stage.until(page.overview.experiment.isVisible)
    scrolled(stage, page, page.overview.experiment)
    return window
