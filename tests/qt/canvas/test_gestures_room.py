"""What hands find while they work: room made for a step, where it will go in words, reasons, edges that follow."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QToolTip
from pytestqt.qtbot import QtBot

from tests.fixtures.canvas import Canvas
from whatsapp_studio.journeys.edits import PutFrame
from whatsapp_studio.journeys.graph import CARD, Frame, link_id
from whatsapp_studio.qt.canvas.adding import add_next

KEY = Qt.Key


@pytest.fixture
def canvas(qtbot: QtBot) -> Canvas:
    return Canvas(qtbot)


def take(canvas: Canvas, text: str) -> str:
    """Choose from the list that is open; gives the title that stood above it."""
    chooser = canvas.hand.chooser
    assert chooser is not None
    titles = [label.text() for label in chooser.findChildren(QLabel) if label.property("role") == "caption"]
    QTest.keyClicks(chooser.search, text)
    QTest.keyClick(chooser.search, KEY.Key_Return)
    return titles[0] if titles else ""


def test_a_step_dropped_on_a_short_arrow_makes_room_for_itself_in_one_step_of_undo(canvas: Canvas) -> None:
    a, b, after = canvas.add("wait", 200, 0), canvas.add("wait", 200, 136), canvas.add("end", 200, 272)
    alone = canvas.add("wait", 600, 200)
    canvas.link(a, b)
    canvas.link(b, after)
    canvas.forget()
    before = canvas.journey
    canvas.drag(canvas.middle(alone), QPointF(304, 106))
    assert canvas.journey.links[f"{a}:next"].target == alone and canvas.journey.links[f"{alone}:next"].target == b
    tops = [canvas.journey.places[i][1] for i in (a, alone, b, after)]
    assert all(lower - upper >= CARD[1] + 40 for upper, lower in pairwise(tops))
    assert canvas.document.undo_stack.count() == 1
    canvas.document.undo()
    assert canvas.journey == before


def test_a_step_with_one_way_on_gets_the_new_one_between(canvas: Canvas) -> None:
    a, b = canvas.add("wait", 200, 0), canvas.add("end", 200, 136)
    canvas.link(a, b)
    canvas.forget()
    canvas.document.select({a}, a)
    canvas.key(KEY.Key_Insert)
    said = take(canvas, "wa")
    new = canvas.journey.links[link_id(a, "next")].target
    assert canvas.journey.links[link_id(new, "next")].target == b
    assert said == "Between Wait 1 day and End" and canvas.document.undo_stack.count() == 1
    assert canvas.journey.places[b][1] > canvas.journey.places[new][1] + CARD[1]


def test_the_list_says_after_which_output_the_step_will_come(canvas: Canvas) -> None:
    step = canvas.add("send_template", 200, 0)
    canvas.hand.ask_for_step(None, after=link_id(step, "failed"))
    assert take(canvas, "wa").endswith("· failed")


def test_into_an_arrow_only_what_leads_on_is_offered(canvas: Canvas) -> None:
    a, b = canvas.add("wait", 200, 0), canvas.add("end", 200, 136)
    link = canvas.link(a, b)
    lists = []
    for where in ({"link": link}, {"after": link_id(a, "next")}):
        canvas.hand.ask_for_step(None, **where)
        chooser = canvas.hand.chooser
        assert chooser is not None
        values = [chooser.list.item(row).data(Qt.ItemDataRole.UserRole) for row in range(chooser.list.count())]
        lists.append({item.kind for item in values if item is not None})
        chooser.close()
    assert lists[1] - lists[0] == {"end"} and "wait" in lists[0]


def test_the_palette_adds_where_the_selection_says(canvas: Canvas) -> None:
    a = canvas.add("audience", 200, 0)
    canvas.document.select({a}, a)
    end = add_next(canvas.document, "end")
    assert canvas.journey.links[link_id(a, "next")].target == end
    canvas.document.select({a}, a)
    between = add_next(canvas.document, "wait")
    assert canvas.journey.links[link_id(between, "next")].target == end
    canvas.document.select({a}, a)
    alone = [add_next(canvas.document, kind) for kind in ("end", "audience")]
    assert all(alone) and not canvas.refused and len(canvas.journey.links) == 2


def test_a_step_put_into_an_arrow_of_a_frame_stands_in_it(canvas: Canvas) -> None:
    a, b = canvas.add("wait", 200, 0), canvas.add("end", 200, 136)
    canvas.link(a, b)
    canvas.document.do(PutFrame(frame=Frame(id="f", title="First day", steps=(a, b))))
    canvas.forget()
    canvas.hand.ask_for_step(None, link=link_id(a, "next"))
    take(canvas, "wa")
    assert len(canvas.journey.frames["f"].steps) == 3 and canvas.document.undo_stack.count() == 1


def test_the_pointer_says_why_an_arrow_cannot_be(canvas: Canvas) -> None:
    entry, a = canvas.add("audience", 300, 300), canvas.add("wait", 0, 0)
    canvas.begin_drag(canvas.scene.port_point(a, "next"), canvas.middle(entry))
    assert QToolTip.text()
    assert canvas.view.viewport().cursor().shape() == Qt.CursorShape.ForbiddenCursor
    canvas.key(KEY.Key_Escape)
    assert canvas.view.viewport().cursor().shape() != Qt.CursorShape.ForbiddenCursor


def test_a_drag_at_the_edge_takes_the_view_along(canvas: Canvas, qtbot: QtBot) -> None:
    step = canvas.add("wait", 200, 200)
    canvas.add("end", 200, 3000)
    canvas.forget()
    seen, start = canvas.view.visible(), canvas.middle(step)
    canvas.begin_drag(start, QPointF(start.x(), seen.bottom() - 2))
    qtbot.waitUntil(lambda: canvas.view.visible().top() > seen.top() + 60)
    end = canvas.view.mapToScene(canvas.view.viewport().rect().center())
    canvas.release(end)
    assert abs(canvas.middle(step).y() - end.y()) <= 8 and canvas.document.undo_stack.count() == 1
    assert not canvas.hand.edge.following


def test_the_menu_of_the_empty_canvas_pastes_where_it_was_opened(canvas: Canvas, qtbot: QtBot) -> None:
    step = canvas.add("wait", 0, 0)
    canvas.document.select({step}, step)
    canvas.actions["copy"].trigger()
    where = canvas.at(QPointF(480, 400))
    QApplication.sendEvent(
        canvas.view.viewport(),
        QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, canvas.view.viewport().mapToGlobal(where)),
    )
    menu = canvas.view.findChild(QMenu)
    assert menu is not None
    with qtbot.waitSignal(menu.destroyed):
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(canvas.actions["paste"]).center())
    (pasted,) = canvas.journey.steps.keys() - {step}
    assert canvas.journey.places[pasted] == (480, 400)
    canvas.actions["paste"].trigger()
    assert [canvas.journey.places[i] for i in canvas.journey.steps].count((480, 400)) == 1


def test_a_note_at_the_edge_is_written_in_sight(canvas: Canvas) -> None:
    step = canvas.add("wait", 0, 0)
    canvas.document.select({step}, step)
    canvas.key("n")
    (note,) = canvas.journey.notes
    canvas.hand.in_place.close(keep=False)
    canvas.view.look_at(canvas.middle(note) - QPointF(560, 440))
    canvas.hand.in_place.rename(note)
    field = canvas.hand.in_place.field
    assert field is not None and canvas.view.viewport().rect().contains(field.geometry())


def test_a_short_list_is_no_higher_than_its_lines(canvas: Canvas) -> None:
    a = canvas.add("wait", 0, 0)
    canvas.add("end", 0, 200)
    canvas.hand.connect_by_list(a, "next")
    short = canvas.hand.chooser
    assert short is not None
    height = short.height()
    short.close()
    canvas.hand.ask_for_step(QPointF(0, 0))
    assert canvas.hand.chooser is not None and canvas.hand.chooser.height() > height
