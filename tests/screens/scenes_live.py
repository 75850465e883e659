"""Decides how a journey that runs is shown: its numbers, its people, what is late, and what is asked of a person."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QMessageBox, QWidget

from tests.fixtures.entering import walk_in
from tests.fixtures.live_desk import OFFER, LiveDesk
from tests.fixtures.living import A_DAY, step_of
from tests.screens import screen
from tests.screens.stage import Stage
from whatsapp_studio.qt.canvas.counters import Spot
from whatsapp_studio.qt.journeys.fire_event import FireEvent
from whatsapp_studio.qt.journeys.live_view import LiveView
from whatsapp_studio.qt.journeys.page import JourneysPage
from whatsapp_studio.qt.main_window import MainWindow


def watched(stage: Stage, desk: LiveDesk | None = None, journey: str = "") -> tuple[MainWindow, LiveView, LiveDesk]:
    """A journey as it runs: four are through its wait, two are in it."""
    if desk is None:
        desk = stage.live()
        desk.enter(desk.journey.id, desk.people[:4])
        desk.later(days=1, minutes=1)
        desk.enter(desk.journey.id, desk.people[4:])
    window = stage.window("journeys", journey or desk.journey.id, studio=desk.studio)
    page = window.page("journeys")
    assert isinstance(page, JourneysPage)
    assert page.editor is not None
    past = page.editor.past
    stage.until(lambda: past.life is not None)
    past.watch()
    stage.until(lambda: past.live is not None and past.live.seen is not None)
    assert past.live is not None
    return window, past.live, desk


@screen("live.running", small=True)
def running(stage: Stage) -> QWidget:
    """A journey as it runs."""
    return watched(stage)[0]


@screen("live.people", small=True)
def people(stage: Stage) -> QWidget:
    """Who is at a step."""
    window, view, desk = watched(stage)
    view.open_spot(Spot(step_of(desk.journey, "wait"), "waiting"))
    return window


@screen("live.way")
def way(stage: Stage) -> QWidget:
    """The way of one contact, with its reasons."""
    window, view, desk = watched(stage)
    view.find_contact(desk.people[0])
    return window


@screen("live.find")
def find(stage: Stage) -> QWidget:
    """A contact is looked for."""
    window, view, _desk = watched(stage)
    view.begin_find()
    return window


@screen("live.heat")
def heat(stage: Stage) -> QWidget:
    """Steps coloured by how many went through."""
    window, view, _desk = watched(stage)
    view.show_heat("passed")
    return window


@screen("live.nobody")
def nobody(stage: Stage) -> QWidget:
    """A journey that runs and that nobody entered yet."""
    return watched(stage, stage.live())[0]


@screen("live.paused")
def paused(stage: Stage) -> QWidget:
    """A journey that is paused."""
    desk = stage.live()
    desk.enter(desk.journey.id, desk.people)
    desk.studio.running.pause(desk.journey.id)
    return watched(stage, desk)[0]


@screen("live.stopped")
def stopped(stage: Stage) -> QWidget:
    """A journey that was stopped."""
    desk = stage.live()
    desk.enter(desk.journey.id, desk.people)
    desk.studio.running.stop(desk.journey.id)
    return watched(stage, desk)[0]


@screen("live.late", small=True)
def late(stage: Stage) -> QWidget:
    """Messages that are too late, and wait for a decision."""
    desk = stage.live()
    made = desk.published(("wait", A_DAY), OFFER, name="Reminder", late="ask")
    desk.enter(made.id, desk.people)
    desk.later(days=6)
    window, view, _desk = watched(stage, desk, made.id)
    view.open_late()
    return window


@screen("live.pause")
def pause(stage: Stage) -> QWidget:
    """What pausing means is asked."""
    return stage.opened(watched(stage)[1].head.pause_action.trigger, QDialog)


@screen("live.close")
def close(stage: Stage) -> QWidget:
    """The question before a journey is closed to new contacts."""
    return stage.opened(watched(stage)[1].head.close_action.trigger, QMessageBox)


@screen("live.stop")
def stop(stage: Stage) -> QWidget:
    """The question before a journey is stopped."""
    return stage.opened(watched(stage)[1].head.stop_action.trigger, QMessageBox)


@screen("live.step-menu")
def step_menu(stage: Stage) -> QWidget:
    """What can be opened of a step that runs."""
    _window, view, desk = watched(stage)
    menu = view.menu_of(step_of(desk.journey, "wait"))
    return stage.opened(lambda: menu.popup(view.pos()), type(menu))


@screen("events.fire")
def fire(stage: Stage) -> QWidget:
    """An event is fired by hand."""
    fields = [{"name": "total", "kind": "number"}, {"name": "note", "kind": "text"}]
    studio = stage.desk.studio
    for journey in (
        walk_in("event", "j", source="http", event="order_placed", wait="1", event_fields=fields),
        walk_in("business_event", "k", source="manual", event="price_drop", wait="1"),
    ):
        studio.journeys._add(journey)
        studio.running.publish(journey.id)
    return stage.show(FireEvent(studio))


@screen("events.fire-nothing")
def fire_nothing(stage: Stage) -> QWidget:
    """An event is fired that no journey waits for."""
    return stage.show(FireEvent(stage.bare()))
