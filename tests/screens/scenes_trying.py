"""Decides how a journey is tried out: simulated, followed, and tested with real contacts."""

from __future__ import annotations

from PySide6.QtWidgets import QInputDialog, QWidget

from tests.fixtures.living import line
from tests.fixtures.trying import SEND, WEEK
from tests.screens import Make, screen
from tests.screens.scenes_journeys import edited
from tests.screens.stage import Stage
from tests.unit.services.test_simulating import mailing
from whatsapp_studio.journeys.edits import SetFields
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.qt.journeys.editor import JourneyEditor
from whatsapp_studio.qt.journeys.follow import FollowPanel
from whatsapp_studio.qt.journeys.simulate import SimulateView
from whatsapp_studio.qt.journeys.testing_panel import TestingPanel
from whatsapp_studio.qt.main_window import MainWindow


def room(stage: Stage) -> tuple[MainWindow, JourneyEditor, SimulateView]:
    window, editor = edited(stage, mailing())
    editor.commands["simulate"].trigger()
    view = editor.rehearsing.shown
    assert view is not None
    stage.until(lambda: not view._reading.busy)
    return window, editor, view


def ran(stage: Stage) -> tuple[MainWindow, JourneyEditor, SimulateView]:
    window, editor, view = room(stage)
    view.run_button.click()
    stage.until(lambda: not view.running, 20_000)
    return window, editor, view


def keep(stage: Stage, view: SimulateView, name: str) -> None:
    try:
        QInputDialog.exec = lambda box: (box.setTextValue(name), 1)[1]  # type: ignore[method-assign]
        view.keep_button.click()
        stage.until(lambda: bool(view.keeping.rows))
    finally:
        del QInputDialog.exec


@screen("simulate.before", small=True)
def before(stage: Stage) -> QWidget:
    """A simulation before its first run."""
    return room(stage)[0]


@screen("simulate.results", small=True)
def results(stage: Stage) -> QWidget:
    """What a simulation brought."""
    return ran(stage)[0]


def _tab(place: int, name: str) -> Make:
    def make(stage: Stage) -> QWidget:
        window, _editor, view = ran(stage)
        keep(stage, view, "Before the sale")
        view.side.tabs.setCurrentIndex(place)
        return window

    make.__doc__ = f"A simulation: {name}."
    return make


for _place, _name in enumerate(("results", "steps", "time", "kept", "compare")):
    if _place:
        screen(f"simulate.{_name}")(_tab(_place, _name))


@screen("simulate.compared")
def compared(stage: Stage) -> QWidget:
    """Two simulations compared."""
    window, _editor, view = ran(stage)
    keep(stage, view, "First")
    view.asked.rates.fields["replied"].setValue(90)
    view.run_button.click()
    stage.until(lambda: not view.running, 20_000)
    shown = view.side.compared
    view.side.tabs.setCurrentWidget(shown)
    shown.with_box.setCurrentIndex(1)
    shown.with_box.activated.emit(1)
    return window


@screen("simulate.at-a-time")
def at_a_time(stage: Stage) -> QWidget:
    """A simulation at one moment."""
    window, _editor, view = ran(stage)
    view.strip.line.setValue(view.strip.line.maximum() // 2)
    return window


@screen("simulate.stale")
def stale(stage: Stage) -> QWidget:
    """A simulation of a journey that was changed since."""
    window, editor, view = ran(stage)
    view.back_button.click()
    editor.document.do(SetFields(step="r", fields={"timeout": {"amount": 9, "unit": "days"}}))
    editor.commands["simulate"].trigger()
    return window


@screen("simulate.nobody")
def nobody(stage: Stage) -> QWidget:
    """A simulation that nobody would enter."""
    stage.desk.studio.contacts.create_list("Nobody yet")
    window, _editor, view = room(stage)
    view.asked.whom.setCurrentIndex(view.asked.whom.findData("list"))
    view.asked.list.setCurrentIndex(view.asked.list.findData("Nobody yet"))
    view.run_button.click()
    stage.until(lambda: not view.running, 20_000)
    return window


@screen("simulate.problems")
def problems(stage: Stage) -> QWidget:
    """A simulation of a journey with problems."""
    window, editor, view = room(stage)
    view.back_button.click()
    editor.document.do(SetFields(step="m", fields={"template": {"name": "gone", "language": "nl"}}))
    editor.commands["simulate"].trigger()
    view.run_button.click()
    stage.until(lambda: not view.running, 20_000)
    return window


@screen("simulate.follow")
def simulated_follow(stage: Stage) -> QWidget:
    """One contact of a simulation is followed."""
    window, _editor, view = ran(stage)
    view.follow_button.click()
    stage.settle()
    for _ in range(4):
        view.follow.step(1)
    return window


def following(stage: Stage, steps: int) -> QWidget:
    window, editor = edited(stage, mailing())
    editor.commands["test"].setChecked(True)
    stage.settle()
    panel = editor.aside.findChildren(FollowPanel)[0]
    stage.until(lambda: panel.who.next.isEnabled())
    for _ in range(steps):
        panel.next_button.click()
    return window


@screen("follow.start", small=True)
def follow_start(stage: Stage) -> QWidget:
    """A contact is about to be followed."""
    return following(stage, 0)


@screen("follow.question")
def follow_question(stage: Stage) -> QWidget:
    """It depends on the contact what comes next."""
    return following(stage, 2)


def trying(stage: Stage, *, marked: int) -> tuple[QWidget, TestingPanel]:
    with stage.desk.store.write() as conn:
        conn.executemany("UPDATE contacts SET is_test = 1 WHERE id = ?", [(i,) for i in stage.desk.people[:marked]])
    journey = line(Journey(id="weeks", name="Weeks"), ("wait", WEEK), ("send_template", SEND), ("wait", WEEK))
    entry = next(id for id, step in journey.steps.items() if step.kind == "event")
    told = [{"name": "total", "kind": "number"}, {"name": "note", "kind": "text"}]
    journey = SetFields(step=entry, fields={"event_fields": told}).apply(journey)
    window, editor = edited(stage, journey)
    editor.commands["try"].setChecked(True)
    stage.settle()
    panel = editor.aside.testing
    assert panel is not None
    stage.until(lambda: not panel._reading.busy)
    return window, panel


@screen("testing.nobody")
def testing_nobody(stage: Stage) -> QWidget:
    """Test mode without a contact to test with."""
    return trying(stage, marked=0)[0]


@screen("testing.ready", small=True)
def testing_ready(stage: Stage) -> QWidget:
    """Test mode, ready to start."""
    return trying(stage, marked=2)[0]


@screen("testing.running")
def testing_running(stage: Stage) -> QWidget:
    """Test mode, with a contact inside."""
    window, panel = trying(stage, marked=2)
    panel.start_button.click()
    stage.until(lambda: panel.running)
    return window
