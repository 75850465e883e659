"""Drawing and leading arrows by hand and by key: legal targets only, reasons, both ends, lists (C04, C05, C08, C09)."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.fixtures.canvas import Canvas
from whatsapp_studio.journeys.graph import link_id

KEY = Qt.Key
FAR_AWAY = QPointF(620, 520)


@pytest.fixture
def canvas(qtbot: QtBot) -> Canvas:
    return Canvas(qtbot)


def output(canvas: Canvas, step: str, port: str = "next") -> QPointF:
    return canvas.scene.port_point(step, port)


def add_from_list(canvas: Canvas, text: str) -> None:
    assert canvas.hand.chooser is not None
    QTest.keyClicks(canvas.hand.chooser.search, text)
    QTest.keyClick(canvas.hand.chooser.search, KEY.Key_Return)


def test_an_arrow_is_pulled_from_an_output_to_a_step(canvas: Canvas) -> None:
    a, b = canvas.add("wait", 0, 0), canvas.add("end", 300, 300)
    canvas.forget()
    canvas.begin_drag(output(canvas, a), canvas.middle(b))
    assert canvas.scene.overlay.rubber is not None and canvas.scene.overlay.rubber[2]
    canvas.release(canvas.middle(b))
    assert canvas.journey.links[link_id(a, "next")].target == b
    assert canvas.document.undo_stack.count() == 1 and canvas.scene.overlay.rubber is None


def test_while_pulling_what_is_not_legal_is_dimmed_and_a_drop_there_does_nothing(canvas: Canvas) -> None:
    entry, a, b = canvas.add("audience", 300, 300), canvas.add("wait", 0, 0), canvas.add("end", 0, 300)
    canvas.forget()
    canvas.begin_drag(output(canvas, a), canvas.middle(entry))
    assert canvas.scene.steps[entry].dimmed and not canvas.scene.steps[b].dimmed
    assert canvas.scene.overlay.rubber is not None and not canvas.scene.overlay.rubber[2]
    canvas.release(canvas.middle(entry))
    assert canvas.document.undo_stack.count() == 0 and canvas.hand.chooser is None
    assert not canvas.scene.steps[entry].dimmed


def test_escape_ends_pulling_without_a_trace(canvas: Canvas) -> None:
    a, b = canvas.add("wait", 0, 0), canvas.add("end", 300, 300)
    canvas.forget()
    canvas.begin_drag(output(canvas, a), canvas.middle(b))
    canvas.key(KEY.Key_Escape)
    canvas.release(canvas.middle(b))
    assert canvas.document.undo_stack.count() == 0
    assert canvas.scene.overlay.rubber is None and canvas.scene.states.legal is None


def test_an_arrow_dropped_in_empty_space_asks_for_a_step_that_is_added_connected(canvas: Canvas) -> None:
    a = canvas.add("wait", 0, 0)
    canvas.forget()
    canvas.drag(output(canvas, a), FAR_AWAY)
    add_from_list(canvas, "end")
    (new,) = set(canvas.journey.steps) - {a}
    assert canvas.journey.steps[new].kind == "end"
    assert canvas.journey.links[link_id(a, "next")].target == new
    assert abs(canvas.journey.places[new][0] + 104 - FAR_AWAY.x()) <= 8
    assert canvas.document.undo_stack.count() == 1


def test_leaving_the_list_leaves_no_trace(canvas: Canvas) -> None:
    a = canvas.add("wait", 0, 0)
    canvas.forget()
    canvas.drag(output(canvas, a), FAR_AWAY)
    assert canvas.hand.chooser is not None
    QTest.keyClick(canvas.hand.chooser.search, KEY.Key_Escape)
    assert canvas.document.undo_stack.count() == 0 and set(canvas.journey.steps) == {a}


def test_the_plus_of_a_free_output_adds_a_step_connected(canvas: Canvas) -> None:
    a = canvas.add("send_template", 0, 0)
    canvas.forget()
    canvas.hover(canvas.middle(a))
    canvas.click(canvas.scene.steps[a].plus_at("failed"))
    add_from_list(canvas, "notify")
    (new,) = set(canvas.journey.steps) - {a}
    assert canvas.journey.links == {link_id(a, "failed"): canvas.journey.links[link_id(a, "failed")]}
    assert canvas.journey.links[link_id(a, "failed")].target == new
    assert canvas.document.undo_stack.count() == 1 and canvas.document.current == new


def test_after_an_output_the_list_offers_no_entry(canvas: Canvas) -> None:
    a = canvas.add("wait", 0, 0)
    canvas.document.select({a})
    canvas.key(KEY.Key_Insert)
    assert canvas.hand.chooser is not None
    QTest.keyClicks(canvas.hand.chooser.search, "audience")
    values = [canvas.hand.chooser.list.item(n).text() for n in range(canvas.hand.chooser.list.count())]
    assert "Read audience" not in values


def test_an_empty_journey_begins_with_an_entry_only(canvas: Canvas) -> None:
    canvas.key(KEY.Key_Insert)
    add_from_list(canvas, "wait")
    assert canvas.journey.steps == {}
    canvas.hand.chooser.close() if canvas.hand.chooser else None
    canvas.view.setFocus()
    canvas.key(KEY.Key_Insert)
    add_from_list(canvas, "audience")
    assert [step.kind for step in canvas.journey.steps.values()] == ["audience"]


@pytest.mark.parametrize("how", ["insert", "space"])
def test_typing_wa_and_enter_adds_a_wait_after_the_selection(canvas: Canvas, how: str) -> None:
    a = canvas.add("audience", 0, 0)
    canvas.document.select({a})
    canvas.forget()
    canvas.key(KEY.Key_Insert if how == "insert" else KEY.Key_Space)
    add_from_list(canvas, "wa")
    (new,) = set(canvas.journey.steps) - {a}
    assert canvas.journey.steps[new].kind == "wait"
    assert canvas.journey.links[link_id(a, "next")].target == new


def test_letters_do_not_open_the_list(canvas: Canvas) -> None:
    a = canvas.add("wait", 0, 0)
    canvas.document.select({a})
    canvas.key("w")
    assert canvas.hand.chooser is None


def test_with_an_arrow_selected_the_new_step_is_put_into_it(canvas: Canvas) -> None:
    a, b = canvas.add("wait", 0, 0), canvas.add("end", 0, 400)
    link = canvas.link(a, b)
    canvas.forget()
    canvas.document.select({link})
    canvas.key(KEY.Key_Insert)
    add_from_list(canvas, "update")
    (new,) = set(canvas.journey.steps) - {a, b}
    assert canvas.journey.links[link].target == new
    assert canvas.journey.links[link_id(new, "next")].target == b
    assert canvas.document.undo_stack.count() == 1


def test_both_ends_of_a_selected_arrow_can_be_led_elsewhere(canvas: Canvas) -> None:
    a, b, c, d = (canvas.add(k, x, y) for k, x, y in
                  (("wait", 0, 0), ("end", 0, 400), ("end", 400, 400), ("wait", 400, 0)))  # fmt: skip
    link = canvas.link(a, b)
    canvas.forget()
    canvas.click(QPointF(104, 238))
    assert canvas.document.selection == {link}
    start, end = canvas.scene.overlay.handles
    canvas.drag(end, canvas.middle(c))
    assert canvas.journey.links[link].target == c and canvas.document.undo_stack.count() == 1
    canvas.document.select({link})
    start, end = canvas.scene.overlay.handles
    canvas.drag(start, output(canvas, d))
    assert canvas.journey.links == {link_id(d, "next"): canvas.journey.links[link_id(d, "next")]}
    assert canvas.journey.links[link_id(d, "next")].target == c
    assert canvas.document.undo_stack.count() == 2
    canvas.document.undo()
    canvas.document.undo()
    assert canvas.journey.links[link].target == b


def test_the_start_of_an_arrow_does_not_go_where_no_output_is_free(canvas: Canvas) -> None:
    a, b, c, d = (canvas.add(k, x, y) for k, x, y in
                  (("wait", 0, 0), ("end", 0, 400), ("wait", 400, 0), ("end", 400, 400)))  # fmt: skip
    link = canvas.link(a, b)
    canvas.link(c, d)
    canvas.forget()
    canvas.document.select({link})
    canvas.drag(canvas.scene.overlay.handles[0], canvas.middle(c))
    assert canvas.document.undo_stack.count() == 0
    canvas.document.select({link})
    canvas.drag(canvas.scene.overlay.handles[0], canvas.middle(d))
    assert canvas.document.undo_stack.count() == 0


def test_connect_to_does_the_same_by_list(canvas: Canvas) -> None:
    a, b = canvas.add("wait", 0, 0), canvas.add("end", 300, 300, label="Bye")
    canvas.document.select({a})
    canvas.forget()
    canvas.actions["connect_to"].trigger()
    add_from_list(canvas, "bye")
    assert canvas.journey.links[link_id(a, "next")].target == b
    assert canvas.document.undo_stack.count() == 1


def test_connect_mode_by_keys(canvas: Canvas) -> None:
    a, b, c = canvas.add("send_template", 0, 0), canvas.add("end", 0, 300), canvas.add("end", 300, 300)
    canvas.document.select({a})
    canvas.forget()
    canvas.key("c")
    assert canvas.hand.connecting.on
    canvas.key(KEY.Key_Right)
    canvas.key(KEY.Key_Return)
    assert canvas.journey.links[link_id(a, "next")].target == c
    canvas.key("c")
    canvas.key(KEY.Key_Tab)
    canvas.key(KEY.Key_Return)
    assert canvas.journey.links[link_id(a, "timeout")].target in (b, c)
    canvas.key("c")
    canvas.key(KEY.Key_Escape)
    assert not canvas.hand.connecting.on and canvas.document.undo_stack.count() == 2
    assert canvas.scene.overlay.rubber is None


def test_connect_mode_adds_a_step_after_an_output_and_removes_an_arrow(canvas: Canvas) -> None:
    a, b = canvas.add("send_template", 0, 0), canvas.add("end", 0, 300)
    canvas.document.select({a})
    canvas.forget()
    canvas.key("c")
    canvas.key(KEY.Key_Tab)
    canvas.key(KEY.Key_Insert)
    assert not canvas.hand.connecting.on and canvas.document.undo_stack.count() == 0
    add_from_list(canvas, "wait")
    new = canvas.journey.links[link_id(a, "failed")].target
    assert canvas.journey.steps[new].kind == "wait" and canvas.document.undo_stack.count() == 1
    canvas.link(a, b)
    canvas.document.select({a})
    canvas.key("c")
    assert canvas.hand.connecting.target
    for _ in range(2):
        canvas.key(KEY.Key_Tab)
    assert canvas.hand.connecting.target == new
    canvas.key(KEY.Key_Delete)
    assert set(canvas.journey.links) == {link_id(a, "next")} and set(canvas.journey.steps) == {a, b, new}
    assert canvas.document.undo_stack.count() == 3 and not canvas.hand.connecting.on


def test_connect_mode_puts_a_step_into_an_arrow(canvas: Canvas) -> None:
    a, b = canvas.add("wait", 0, 0), canvas.add("end", 0, 300)
    canvas.link(a, b)
    canvas.document.select({a})
    canvas.key("c")
    canvas.key(KEY.Key_Insert)
    add_from_list(canvas, "wait")
    new = canvas.journey.links[link_id(a, "next")].target
    assert canvas.journey.links[link_id(new, "next")].target == b


def test_a_step_that_stands_alone_says_that_it_can_lead_nowhere(canvas: Canvas) -> None:
    canvas.document.select({canvas.add("wait", 0, 0)})
    canvas.forget()
    canvas.key("c")
    assert canvas.hand.connecting.on and not canvas.hand.connecting.target
    canvas.key(KEY.Key_Return)
    assert not canvas.hand.connecting.on and canvas.document.undo_stack.count() == 0


def test_a_journey_that_is_only_looked_at_takes_no_arrow(qtbot: QtBot, canvas: Canvas) -> None:
    a, b = canvas.add("wait", 0, 0), canvas.add("end", 300, 300)
    locked = Canvas(qtbot, canvas.journey, read_only=True)
    locked.drag(output(locked, a), locked.middle(b))
    locked.document.select({a})
    locked.key("c")
    locked.key(KEY.Key_Insert)
    assert not locked.journey.links and not locked.hand.connecting.on and locked.hand.chooser is None
