"""Decides how the audit log is shown: with lines, with one chosen, with nothing found, before anything was done."""

from __future__ import annotations

import msgspec
from PySide6.QtWidgets import QWidget

from tests.screens import screen
from tests.screens.stage import Stage
from whatsapp_studio.base.errors import WorldError
from whatsapp_studio.qt.settings.page import SettingsPage


def _page(stage: Stage) -> tuple[QWidget, SettingsPage]:
    desk = stage.desk
    studio = desk.studio
    draft = studio.campaigns.create(desk.complete("Spring sale", accepted_warnings=("no-receiver",)))
    launched = studio.campaigns.launch(draft.id, typed_count=None, hold_seconds=0)
    studio.campaigns.pause(launched.id)
    studio.campaigns.resume(launched.id)
    someone = studio.contacts.get(desk.people[0])
    assert someone is not None
    studio.contacts.save(
        msgspec.structs.replace(
            someone, phone="+31612345678", first_name="Marie", language="nl", time_zone="Europe/Paris"
        )
    )
    studio.contacts.delete([desk.people[11]])
    studio.settings.messages_per_second = 35
    stage.until(lambda: any(one.action == "setting-changed" for one in studio.audit.entries()))
    window = stage.window("settings", "audit")
    shown = window.page("settings")
    assert isinstance(shown, SettingsPage)
    return window, shown


@screen("audit.log", small=True)
def log(stage: Stage) -> QWidget:
    """The audit log with a change chosen."""
    window, shown = _page(stage)
    table = shown.audit.table
    actions = [one.action for one in stage.desk.studio.audit.entries()]
    table.setCurrentIndex(shown.audit.model.index(actions.index("contact-changed"), 0))
    return window


@screen("audit.launched")
def launched(stage: Stage) -> QWidget:
    """A launch with its counts, among the lines of campaigns."""
    window, shown = _page(stage)
    shown.audit.kind.setCurrentIndex(shown.audit.kind.findData("campaign"))
    stage.settle()
    actions = [one.action for one in stage.desk.studio.audit.entries(shown.audit.wanted_rows())]
    shown.audit.table.setCurrentIndex(shown.audit.model.index(actions.index("campaign-launched"), 0))
    return window


@screen("audit.none-found")
def none_found(stage: Stage) -> QWidget:
    """No line fits."""
    window, shown = _page(stage)
    shown.audit.search.setText("a word nobody used")
    return window


@screen("audit.empty")
def empty(stage: Stage) -> QWidget:
    """Before anything was done."""
    return stage.window("settings", "audit", studio=stage.bare())


@screen("audit.error")
def error(stage: Stage) -> QWidget:
    """The disk cannot be read."""
    window, shown = _page(stage)
    shown.audit._failed(WorldError("disk-error", details="disk I/O error"))
    return window
