"""Steps dragged from the palette: dropped at the pointer on the grid, or into the arrow that is there (C01)."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.fixtures.canvas import Canvas
from whatsapp_studio.journeys.graph import link_id
from whatsapp_studio.qt.canvas.choices import STEP_MIME

_COPY, _LEFT, _KEYS = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def canvas(qtbot: QtBot) -> Canvas:
    return Canvas(qtbot)


def data(kind: str, **fields: object) -> QMimeData:
    found = QMimeData()
    found.setData(STEP_MIME, json.dumps({"kind": kind, "fields": fields}).encode())
    return found


def over(canvas: Canvas, mime: QMimeData, at: QPointF) -> bool:
    where = canvas.at(at)
    enter = QDragEnterEvent(where, _COPY, mime, _LEFT, _KEYS)
    QApplication.sendEvent(canvas.view.viewport(), enter)
    if enter.isAccepted():
        QApplication.sendEvent(canvas.view.viewport(), QDragMoveEvent(where, _COPY, mime, _LEFT, _KEYS))
    return enter.isAccepted()


def drop(canvas: Canvas, mime: QMimeData, at: QPointF) -> None:
    if over(canvas, mime, at):
        event = QDropEvent(QPointF(canvas.at(at)), _COPY, mime, _LEFT, _KEYS)
        QApplication.sendEvent(canvas.view.viewport(), event)


def test_a_step_lands_at_the_pointer_on_the_grid(canvas: Canvas) -> None:
    drop(canvas, data("audience"), QPointF(311, 207))
    ((id, step),) = canvas.journey.steps.items()
    x, y = canvas.journey.places[id]
    assert step.kind == "audience" and (x % 8, y % 8) == (0, 0)
    assert abs(x + 104 - 311) <= 4 and abs(y + 38 - 207) <= 4
    assert canvas.document.undo_stack.count() == 1 and canvas.document.current == id


def test_what_a_preset_fills_in_comes_along(canvas: Canvas) -> None:
    canvas.add("audience", 0, 0)
    drop(canvas, data("wait", until="window"), QPointF(400, 300))
    assert [s.fields["until"] for s in canvas.journey.steps.values() if s.kind == "wait"] == ["window"]


def test_dropped_on_an_arrow_it_is_put_into_it(canvas: Canvas) -> None:
    a, b = canvas.add("audience", 200, 0), canvas.add("end", 200, 400)
    canvas.link(a, b)
    canvas.forget()
    over(canvas, data("wait"), QPointF(304, 240))
    assert canvas.scene.states.splice == link_id(a, "next")
    drop(canvas, data("wait"), QPointF(304, 240))
    (new,) = set(canvas.journey.steps) - {a, b}
    assert canvas.journey.links[link_id(a, "next")].target == new
    assert canvas.journey.links[link_id(new, "next")].target == b
    assert canvas.document.undo_stack.count() == 1 and canvas.scene.states.splice is None


def test_an_entry_or_an_end_is_not_put_into_an_arrow(canvas: Canvas) -> None:
    a, b = canvas.add("audience", 200, 0), canvas.add("end", 200, 400)
    canvas.link(a, b)
    for kind in ("event", "end"):
        drop(canvas, data(kind), QPointF(304, 240))
    assert canvas.journey.links[link_id(a, "next")].target == b and len(canvas.journey.steps) == 4


def test_an_empty_journey_begins_with_an_entry(canvas: Canvas) -> None:
    drop(canvas, data("wait"), QPointF(300, 200))
    assert not canvas.journey.steps and canvas.refused[-1].code == "journey-starts-with-entry"


def test_leaving_the_canvas_leaves_no_trace(canvas: Canvas) -> None:
    canvas.add("audience", 0, 0)
    canvas.forget()
    assert over(canvas, data("wait"), QPointF(300, 200))
    assert canvas.scene.overlay.guides
    QApplication.sendEvent(canvas.view.viewport(), QDragLeaveEvent())
    assert not canvas.scene.overlay.guides and canvas.document.undo_stack.count() == 0


@pytest.mark.parametrize(
    "said", [b"", b"{", b"[]", b'{"kind": "nonsense", "fields": {}}', b'{"kind": "wait"}', b"\xff"]
)
def test_foreign_data_is_not_taken(canvas: Canvas, said: bytes) -> None:
    mime = QMimeData()
    mime.setData(STEP_MIME, said)
    assert not over(canvas, mime, QPointF(100, 100))
    text = QMimeData()
    text.setText("wait")
    assert not over(canvas, text, QPointF(100, 100))


def test_a_journey_that_is_only_looked_at_takes_nothing(qtbot: QtBot) -> None:
    locked = Canvas(qtbot, read_only=True)
    assert not over(locked, data("audience"), QPointF(100, 100))
