"""What a screen reader finds on the canvas: every thing by name, in order, and safe to hold on to."""

from __future__ import annotations

import gc
import itertools

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.fixtures.canvas import Canvas
from whatsapp_studio.journeys.edits import PutFrame, PutNote, RemoveItems
from whatsapp_studio.journeys.edits import replace as changed
from whatsapp_studio.journeys.graph import Frame, Note
from whatsapp_studio.qt.canvas import accessible
from whatsapp_studio.qt.canvas.counters import Counter, Counters

Name, Description = QAccessible.Text.Name, QAccessible.Text.Description


@pytest.fixture
def canvas(qtbot: QtBot) -> Canvas:
    """Somebody enters, is written to, and waits; below a step that nothing leads to."""
    made = Canvas(qtbot)
    entry = made.add("audience", 0, 0)
    message = made.add("send_template", 0, 160)
    wait = made.add("wait", 0, 320)
    made.link(entry, message)
    made.link(message, wait, made.scene.steps[message].ports[0].name)
    return made


def tree(canvas: Canvas) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(canvas.view)
    assert isinstance(found, accessible.CanvasInterface)
    return found


def things(canvas: Canvas) -> list[QAccessibleInterface]:
    root = tree(canvas)
    return [root.child(i) for i in range(root.childCount()) if root.child(i).role() == QAccessible.Role.ListItem]


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[tuple[QAccessible.Event, str]]:
    """As if somebody listened: the events, and the name of what they are about while they are sent."""
    said: list[tuple[QAccessible.Event, str]] = []

    def hear(event: QAccessibleEvent) -> None:
        about = event.accessibleInterface()
        known = about is not None and about.isValid()
        # One that goes has its place until this was said, and no name any more.
        gone = event.type() == QAccessible.Event.ObjectDestroyed
        place = about.parent().indexOfChild(about) if known and gone else -1
        said.append((event.type(), str(place) if gone else about.text(Name) if known else ""))

    monkeypatch.setattr(accessible.QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(accessible.QAccessible, "updateAccessibility", hear)
    return said


def test_each_step_and_arrow_is_read_in_order(canvas: Canvas) -> None:
    canvas.document.check_now()
    names = [one.text(Name) for one in things(canvas)]
    titles = [step.texts()[0].text() for step in canvas.scene.steps.values()]
    assert len(names) == 5
    for name, n, title in zip(names[::2], (1, 2, 3), titles, strict=True):
        assert title in name and f"step {n} of 3" in name
    assert f"leads to {titles[1]}" in names[0]
    assert names[1] == f"From {titles[0]} to {titles[1]}"
    problems = canvas.document.problems_of(canvas.journey.out and list(canvas.journey.steps)[1])
    assert problems and "error" in names[2]
    assert all(one.text(Description) for one in things(canvas)[::2])


def test_notes_and_frames_are_there_and_what_a_frame_hides_is_not(canvas: Canvas) -> None:
    first, second, third = canvas.journey.steps
    canvas.document.do(PutNote(note=Note(id="n", text="Ask Anna"), place=(400, 0)))
    canvas.document.do(PutFrame(frame=Frame(id="f", title="Welcome", steps=(second, third))))
    names = [one.text(Name) for one in things(canvas)]
    assert names[-2:] == ["Note: Ask Anna", "Frame: Welcome, 2 steps"]
    canvas.document.do(PutFrame(frame=changed(canvas.journey.frames["f"], collapsed=True)))
    assert [one.id for one in things(canvas)] == [first, f"{first}:next", "n", "f"]  # type: ignore[attr-defined]
    assert "collapsed" in things(canvas)[-1].text(Name)


def test_a_thing_says_where_it_is_and_is_found_there(canvas: Canvas) -> None:
    root = tree(canvas)
    port = canvas.view.viewport()
    for one in things(canvas):
        area = one.rect()
        assert area.isValid() and QWidget.rect(port).translated(port.mapToGlobal(QPoint(0, 0))).intersects(area)
        assert root.indexOfChild(one) == things(canvas).index(one) and one.parent() is root
        found = root.childAt(area.center().x(), area.center().y())
        assert found is one
    corner = port.mapToGlobal(QPoint(2, 2))
    assert root.childAt(corner.x(), corner.y()) is None
    mini = canvas.view.minimap.mapToGlobal(canvas.view.minimap.rect().center())
    assert canvas.view.minimap.isHidden() or root.childAt(mini.x(), mini.y()).object() is canvas.view.minimap


def test_what_is_selected_is_said_and_has_the_focus(canvas: Canvas, heard: list[tuple[object, str]]) -> None:
    first, second, _ = canvas.journey.steps
    before = things(canvas)
    assert not any(one.state().selected for one in before)
    canvas.document.select({second})
    assert [one.state().selected for one in things(canvas)] == [False, False, True, False, False]
    if canvas.view.hasFocus():
        assert tree(canvas).focusChild() is before[2] and before[2].state().focused
        assert heard[-1] == (QAccessible.Event.Focus, before[2].text(Name))
    canvas.document.select({first, second}, "")
    assert [one.state().selected for one in things(canvas)] == [True, False, True, False, False]
    assert heard[-1][0] == QAccessible.Event.SelectionWithin


def test_what_comes_and_goes_is_told(canvas: Canvas, heard: list[tuple[object, str]]) -> None:
    gone = things(canvas)[2].text(Name)
    heard.clear()
    second = list(canvas.journey.steps)[1]
    canvas.document.do(RemoveItems(ids=frozenset({second})))
    assert heard[:3] == [(QAccessible.Event.ObjectDestroyed, place) for place in ("3", "2", "1")]
    heard.clear()
    canvas.document.undo()
    assert (QAccessible.Event.ObjectCreated, gone) in heard


def test_a_client_may_hold_on_to_what_is_gone(canvas: Canvas) -> None:
    held = things(canvas)
    second = list(canvas.journey.steps)[1]
    canvas.document.do(RemoveItems(ids=frozenset({second})))
    one = held[2]
    assert not one.isValid() and one.text(Name) == "" and one.parent() is None and one.rect().isEmpty()
    assert one.state().invalid and one.window() is None
    canvas.document.undo()
    assert one.isValid() and things(canvas)[2] is one
    canvas.document.undo()
    canvas.document.redo()
    assert one.isValid() and "step 2 of 3" in one.text(Name)


class Unwatched:
    """A bot that does not close widgets afterwards: these go before."""

    def __init__(self, qtbot: QtBot) -> None:
        self.waitExposed = qtbot.waitExposed

    def addWidget(self, widget: QWidget) -> None:
        """It is not kept."""


def test_nothing_falls_when_a_canvas_goes_while_it_is_read(qtbot: QtBot) -> None:
    for _ in range(20):
        made = Canvas(Unwatched(qtbot))  # type: ignore[arg-type]
        ids = [made.add("wait", 0, 160 * n) for n in range(4)]
        for one, other in itertools.pairwise(ids):
            made.link(one, other)
        root, held = tree(made), things(made)
        numbers = [QAccessible.uniqueId(one) for one in held]
        made.document.do(RemoveItems(ids=frozenset(ids[1:3])))
        made.document.undo()
        made.view.close()
        made.view.deleteLater()
        view = made.view
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        qtbot.waitUntil(lambda view=view: not isValid(view))  # type: ignore[misc]
        qtbot.waitUntil(lambda held=held: not any(isValid(one) for one in held))  # type: ignore[misc]
        assert not isValid(root)
        assert all(QAccessible.accessibleInterface(number) is None for number in numbers)
        del made, view, root, held
        gc.collect()
    assert not [one for one in accessible._kept.values() if not isValid(one)]


def test_a_scene_that_goes_first_leaves_an_empty_list(qtbot: QtBot) -> None:
    made = Canvas(qtbot)
    made.add("wait")
    root, held = tree(made), things(made)
    made.view.hide()
    made.document.check_now()
    made.scene.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not isValid(made.scene)
    assert things(made) == [] and not held[0].isValid() and held[0].text(Name) == ""
    assert root.childAt(10, 10) is None


def test_the_numbers_of_a_running_journey_are_read_too(canvas: Canvas) -> None:
    first = next(iter(canvas.journey.steps))
    counters = Counters(canvas.scene)
    counters.show_counters({first: (Counter("entered", "12", "", tip="12 contacts came in"),)}, {})
    assert "12 contacts came in" in things(canvas)[0].text(Description)


def test_nothing_is_made_before_somebody_asks(qtbot: QtBot) -> None:
    made = Canvas(qtbot)
    made.add("wait")
    made.document.select(made.journey.steps)
    assert not made.view.findChildren(accessible.Reader) and not accessible.is_read(made.view)


def test_an_output_and_a_plus_can_be_hit_on_24_pixels(canvas: Canvas) -> None:
    step = canvas.scene.steps[next(iter(canvas.journey.steps))]
    at = step.port_at(step.ports[0].name)
    canvas.view.set_zoom(1.0)
    for dx, dy in ((-11.5, 0), (11.5, 0), (0, -11.5), (0, 11.5)):
        spot = at + type(at)(dx, dy)
        assert canvas.scene.thing_at(spot)[:2] == ("port", step.step.id)
    assert canvas.scene.thing_at(at + type(at)(14, 0)).kind != "port"
