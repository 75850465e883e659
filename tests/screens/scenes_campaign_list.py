"""Decides how the list of campaigns is shown: filled, searched in vain, the archive, the trash, a name being typed."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu, QWidget

from tests.fixtures.desk import in_days
from tests.screens import screen
from tests.screens.stage import Stage
from whatsapp_studio.base.clock import iso
from whatsapp_studio.campaigns.draft import Schedule
from whatsapp_studio.qt.campaigns.campaign_list import CampaignList
from whatsapp_studio.qt.campaigns.page import CampaignsPage
from whatsapp_studio.qt.main_window import MainWindow


def filled(stage: Stage) -> None:
    """Campaigns in every state, a series with turns, tags, something archived and something thrown away."""
    desk = stage.desk
    campaigns, shelf = desk.studio.campaigns, desk.studio.shelf
    weekly = Schedule(kind="recurring", local_time=in_days(1), zone="UTC", rule="FREQ=WEEKLY;BYDAY=MO")
    series = campaigns.create(desk.complete("Monday offer", schedule=weekly))
    draft = campaigns.create(desk.complete("Back to school with a name that is longer than most names are"))
    later = campaigns.create(
        desk.complete("Summer sale", schedule=Schedule(kind="at", local_time=in_days(3), zone="UTC"))
    )
    campaigns.launch(later.id, typed_count=None)
    over = [desk.launched(f"Monday offer · 2026-11-{day:02}") for day in (2, 9, 16)]
    for one in over:
        desk.set_rows(one.id, "read", 4)
        desk.set_rows(one.id, "delivered", 3)
        campaigns.stop(one.id)
    with desk.store.write() as conn:
        conn.execute(
            "UPDATE campaigns SET state = 'scheduled', recurs = 1, starts_at = ? WHERE id = ?",
            (iso(desk.studio.clock.now().replace(hour=9, minute=0)), series.id),
        )
        for n, one in enumerate(over, 1):
            conn.execute(
                "UPDATE campaigns SET parent_id = ?, occurs_at = ?, state = 'done' WHERE id = ?",
                (series.id, f"2026-11-{n * 7:02}T09:00:00.000Z", one.id),
            )
    going = desk.launched("Order news")
    desk.set_rows(going.id, "delivered", 2)
    desk.set_rows(going.id, "read", 2)
    held = desk.launched("Spring in the nursery")
    campaigns.pause(held.id, "meta-132015")
    shelf.tag([series.id, later.id, held.id], "Nursery")
    shelf.tag([series.id], "Regulars")
    shelf.tag([going.id, draft.id, later.id], "Newsletter 2026")
    shelf.archive([campaigns.create(desk.complete("Last year")).id])
    gone = [campaigns.create(desk.complete(f"Idea {n}")).id for n in (1, 2)]
    shelf.trash(gone)


def listing(stage: Stage) -> tuple[MainWindow, CampaignList]:
    filled(stage)
    window = stage.window("campaigns")
    page = window.page("campaigns")
    assert isinstance(page, CampaignsPage)
    return window, page.list


@screen("campaign-list.filled", small=True)
def everything(stage: Stage) -> QWidget:
    """The list with a series unfolded."""
    window, found = listing(stage)
    model = found.model
    row = next(row for row in range(model.rowCount()) if model.index(row, 0).data() == "Monday offer")
    model.unfold(row)
    stage.settle()
    return window


@screen("campaign-list.nothing")
def nothing(stage: Stage) -> QWidget:
    """A search that finds nothing."""
    window, found = listing(stage)
    found.bar.search.setText("winter")
    stage.settle()
    return window


@screen("campaign-list.archive")
def archive(stage: Stage) -> QWidget:
    """The archive."""
    window, found = listing(stage)
    found.show_state("archived")
    return window


@screen("campaign-list.trash")
def trash(stage: Stage) -> QWidget:
    """The trash, after something was thrown away."""
    window, found = listing(stage)
    found.show_state("trash")
    found.table.selectAll()
    stage.settle()
    return window


@screen("campaign-list.renaming")
def renaming(stage: Stage) -> QWidget:
    """A name that is typed in its place."""
    window, found = listing(stage)
    found.show_state("draft")
    found.edit_name()
    stage.settle()
    return window


@screen("campaign-list.filter")
def choosing(stage: Stage) -> QWidget:
    """What the list can be filtered by."""
    _window, found = listing(stage)
    return stage.opened(found.bar.more.showMenu, QMenu)


@screen("campaign-list.refused")
def refused(stage: Stage) -> QWidget:
    """A name that another campaign has."""
    _window, found = listing(stage)
    found.show_state("draft")
    campaign = found.current()
    assert campaign is not None
    return stage.opened(lambda: found.deed.name(campaign.id, "Summer sale"))
