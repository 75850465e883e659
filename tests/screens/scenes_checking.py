"""Decides how the check of everybody's message is shown: running, findings and their people, all fine, failed."""

from __future__ import annotations

import threading

from PySide6.QtWidgets import QWidget

from tests.screens import screen
from tests.screens.scenes_campaigns import opened
from tests.screens.scenes_journeys import edited, select
from tests.screens.stage import Stage
from tests.unit.services.test_checking import journey
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.base.progress import Cancelled, Progress
from whatsapp_studio.campaigns.draft import Mapping
from whatsapp_studio.qt.checking.asked import Asked
from whatsapp_studio.qt.checking.window import CheckWindow
from whatsapp_studio.qt.settings.page import SettingsPage
from whatsapp_studio.services.checking import Report

NAME = "{{ contact.first_name }}"


def troubled(stage: Stage) -> None:
    """People with something wrong in their names."""
    names = ("Maria\nJohanna", "Ann\tMarie", "", "JOHANNES", "Free ride", "Jo      Ann")
    with stage.desk.store.write() as conn:
        for id, name in zip(stage.desk.people, names, strict=False):
            conn.execute("UPDATE contacts SET first_name = ? WHERE id = ?", (name, id))
    stage.desk.studio.settings.brand_banned = "free"


def asked(stage: Stage, slot: Mapping, **more: object) -> Asked:
    """A campaign whose repairs are kept nowhere."""
    draft = stage.desk.complete(mapping={"body.1": slot}, **more)
    checking = stage.desk.studio.checking
    return Asked(lambda progress: checking.check(draft, progress), lambda: draft.mapping, lambda mapping: None)


def checked(stage: Stage, message: Asked) -> CheckWindow:
    window = stage.show(CheckWindow(stage.desk.studio, message))
    stage.until(lambda: window.stack.currentIndex() != 0)
    stage.until(lambda: not window.people.reading.busy)
    return window


def chosen(window: CheckWindow, words: str) -> CheckWindow:
    for row in range(window.list.count()):
        if words in window.list.item(row).text():
            window.list.setCurrentRow(row)
    return window


@screen("checking.running")
def running(stage: Stage) -> QWidget:
    """A check that is on its way."""
    told = threading.Event()

    def look(progress: Progress) -> Report:
        progress.report(41_200, 100_000)
        while not progress.cancelled():
            told.wait(0.02)
        raise Cancelled

    window = stage.show(CheckWindow(stage.desk.studio, Asked(look, dict, lambda mapping: None)))
    stage.until(lambda: "41,200" in window.progress.label.text() or "41.200" in window.progress.label.text())
    return window


@screen("checking.found", small=True)
def found(stage: Stage) -> QWidget:
    """What was found, with a repair and the people behind the first."""
    troubled(stage)
    return checked(stage, asked(stage, Mapping(NAME)))


@screen("checking.fallback")
def fallback(stage: Stage) -> QWidget:
    """An empty value that blocks the campaign: a fallback, or leave them out."""
    troubled(stage)
    window = checked(stage, asked(stage, Mapping(NAME, if_empty="block")))
    for row in range(window.list.count()):
        window.list.setCurrentRow(row)
        if not window.repair.out.isHidden() and not window.repair.isHidden():
            break
    window.repair.text.setText("friend")
    stage.until(lambda: not window.people.reading.busy)
    return window


@screen("checking.everyone")
def everyone(stage: Stage) -> QWidget:
    """A warning that no repair of values mends, and everybody behind it."""
    window = checked(stage, asked(stage, Mapping(NAME)))
    stage.until(lambda: not window.people.reading.busy)
    return window


@screen("checking.fine")
def fine(stage: Stage) -> QWidget:
    """Nothing was found."""
    return checked(stage, asked(stage, Mapping(NAME), template="order_ready", purpose="utility"))


@screen("checking.nobody")
def nobody(stage: Stage) -> QWidget:
    """Nobody to check."""
    stage.desk.studio.contacts.delete(stage.desk.people)
    return checked(stage, asked(stage, Mapping(NAME)))


@screen("checking.failed", small=True)
def failed(stage: Stage) -> QWidget:
    """The check could not be made."""

    def look(progress: Progress) -> Report:
        raise UserError("checking-no-template")

    return checked(stage, Asked(look, dict, lambda mapping: None))


@screen("checking.mapping")
def mapping(stage: Stage) -> QWidget:
    """What fills a place cannot be read."""
    return checked(stage, asked(stage, Mapping("{{ contact.nothing }}")))


@screen("checking.in-wizard")
def in_wizard(stage: Stage) -> QWidget:
    """The button on the step that fills the places."""
    return opened(stage, stage.desk.complete("Spring in the nursery", step="mapping"))[0]


@screen("checking.in-inspector")
def in_inspector(stage: Stage) -> QWidget:
    """The button beside “Longest value”."""
    window, editor = edited(stage, journey())
    select(editor, "send_template")
    editor.inspector.tabs.setCurrentIndex(1)
    stage.settle()
    return window


@screen("checking.brand")
def brand(stage: Stage) -> QWidget:
    """The brand kit in the settings."""
    stage.desk.studio.settings.brand_banned = "cheap\nfree\nlast chance*"
    stage.desk.studio.settings.brand_signature = "Team Bloom"
    window = stage.window("settings")
    page = window.page("settings")
    assert isinstance(page, SettingsPage)
    stage.settle()
    page.open("brand")
    return window
