"""Moving things by hand: one drag is one step of undo; grid, guides, copies, spliced arrows (C06, C10, C16)."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

from tests.fixtures.canvas import Canvas
from whatsapp_studio.journeys.edits import PutFrame, PutNote
from whatsapp_studio.journeys.graph import Frame, Note

ALT, CONTROL, SHIFT = (
    Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier,
)  # fmt: skip


@pytest.fixture
def canvas(qtbot: QtBot) -> Canvas:
    return Canvas(qtbot)


def test_a_drag_is_one_step_of_undo_and_lands_on_the_grid(canvas: Canvas) -> None:
    step = canvas.add("wait", 100, 100)
    canvas.forget()
    canvas.drag(canvas.middle(step), canvas.middle(step) + QPointF(53, 131))
    assert canvas.journey.places[step] == (152, 232)
    assert canvas.document.undo_stack.count() == 1
    canvas.document.undo()
    assert canvas.journey.places[step] == (100, 100)
    assert canvas.scene.steps[step].pos() == QPointF(100, 100)


def test_alt_during_a_drag_leaves_the_grid_alone(canvas: Canvas) -> None:
    step = canvas.add("wait", 100, 100)
    start = canvas.middle(step)
    canvas.press(start)
    canvas.move(start + QPointF(30, 30))
    canvas.move(start + QPointF(53, 131), ALT)
    canvas.release(start + QPointF(53, 131), ALT)
    assert canvas.journey.places[step] == (153, 231)


def test_near_another_edge_a_guide_appears_and_the_step_stands_in_line(canvas: Canvas) -> None:
    canvas.add("wait", 100, 100)
    step = canvas.add("wait", 400, 304)
    start = canvas.middle(step)
    canvas.begin_drag(start, start + QPointF(-304, 0))
    assert canvas.scene.overlay.guides
    canvas.release(start + QPointF(-304, 0))
    assert canvas.journey.places[step] == (100, 304)
    assert not canvas.scene.overlay.guides


def test_escape_puts_everything_back_without_a_trace(canvas: Canvas) -> None:
    step = canvas.add("wait", 100, 100)
    canvas.forget()
    start = canvas.middle(step)
    canvas.begin_drag(start, start + QPointF(200, 200))
    assert canvas.scene.steps[step].pos() != QPointF(100, 100)
    canvas.key(Qt.Key.Key_Escape)
    canvas.release(start + QPointF(200, 200))
    assert canvas.scene.steps[step].pos() == QPointF(100, 100)
    assert canvas.document.undo_stack.count() == 0


def test_a_press_that_hardly_moves_is_no_drag(canvas: Canvas) -> None:
    step = canvas.add("wait", 100, 100)
    canvas.forget()
    canvas.drag(canvas.middle(step), canvas.middle(step) + QPointF(2, 1))
    assert canvas.document.undo_stack.count() == 0 and canvas.document.current == step


def test_the_whole_selection_moves_together(canvas: Canvas) -> None:
    a, b = canvas.add("wait", 96, 96), canvas.add("wait", 96, 296)
    canvas.document.select({a, b})
    canvas.drag(canvas.middle(a), canvas.middle(a) + QPointF(80, 40))
    (ax, ay), (bx, by) = canvas.journey.places[a], canvas.journey.places[b]
    assert (ax, ay) != (96, 96) and (bx - ax, by - ay) == (0, 200)
    assert canvas.document.selection == {a, b}


def test_a_tied_note_goes_with_its_step(canvas: Canvas) -> None:
    step = canvas.add("wait", 96, 96)
    canvas.document.do(PutNote(note=Note(id="n1", step=step), place=(400, 96)))
    canvas.drag(canvas.middle(step), canvas.middle(step) + QPointF(0, 80))
    assert canvas.journey.places["n1"][1] - canvas.journey.places[step][1] == 0
    assert canvas.journey.places["n1"] != (400, 96)


def test_a_frame_is_dragged_by_its_title_with_its_steps(canvas: Canvas) -> None:
    step = canvas.add("wait", 200, 200)
    canvas.document.do(PutFrame(frame=Frame(id="f1", title="Part", steps=(step,))))
    canvas.forget()
    bar = canvas.scene.frames["f1"].bar.center()
    canvas.drag(bar, bar + QPointF(80, 0))
    assert canvas.journey.places[step][0] >= 272
    assert canvas.document.undo_stack.count() == 1


def test_alt_drag_copies_the_selection_with_its_inner_arrows(canvas: Canvas) -> None:
    a, b = canvas.add("wait", 96, 96), canvas.add("wait", 96, 296)
    canvas.link(a, b)
    canvas.forget()
    canvas.document.select({a, b})
    canvas.drag(canvas.middle(a), canvas.middle(a) + QPointF(300, 0), ALT)
    assert len(canvas.journey.steps) == 4 and len(canvas.journey.links) == 2
    assert canvas.journey.places[a] == (96, 96)
    assert canvas.document.undo_stack.count() == 1
    assert canvas.document.selection.isdisjoint({a, b}) and len(canvas.document.selection) == 2


def test_dropping_a_step_on_an_arrow_inserts_it_in_one_step_of_undo(canvas: Canvas) -> None:
    a, b, c = canvas.add("wait", 200, 0), canvas.add("end", 200, 400), canvas.add("wait", 600, 200)
    canvas.link(a, b)
    canvas.forget()
    target = QPointF(304, 238)
    canvas.begin_drag(canvas.middle(c), target)
    assert canvas.scene.states.splice == f"{a}:next" and canvas.scene.steps[c].opacity() < 1
    canvas.release(target)
    assert canvas.scene.steps[c].opacity() == 1
    assert canvas.journey.links[f"{a}:next"].target == c
    assert canvas.journey.links[f"{c}:next"].target == b
    assert canvas.document.undo_stack.count() == 1 and canvas.scene.states.splice is None
    canvas.document.undo()
    assert canvas.journey.links[f"{a}:next"].target == b and canvas.journey.places[c] == (600, 200)


def test_a_connected_step_or_an_end_is_not_spliced(canvas: Canvas) -> None:
    a, b, c = canvas.add("wait", 200, 0), canvas.add("end", 200, 400), canvas.add("end", 600, 200)
    canvas.link(a, b)
    canvas.begin_drag(canvas.middle(c), QPointF(304, 238))
    assert canvas.scene.states.splice is None
    canvas.release(QPointF(304, 238))
    assert canvas.journey.links[f"{a}:next"].target == b


def test_nothing_moves_in_a_journey_that_is_only_looked_at(qtbot: QtBot, canvas: Canvas) -> None:
    step = canvas.add("wait", 100, 100)
    locked = Canvas(qtbot, canvas.journey, read_only=True)
    locked.drag(locked.middle(step), locked.middle(step) + QPointF(100, 100))
    assert locked.journey.places[step] == (100, 100)
    assert locked.scene.steps[step].pos() == QPointF(100, 100)


# -- selecting ----------------------------------------------------------------------------------------


def test_clicks_select_toggle_and_clear(canvas: Canvas) -> None:
    a, b = canvas.add("wait", 0, 0), canvas.add("wait", 0, 200)
    canvas.click(canvas.middle(a))
    assert canvas.document.selection == {a}
    canvas.click(canvas.middle(b), CONTROL)
    assert canvas.document.selection == {a, b}
    canvas.click(canvas.middle(a), CONTROL)
    assert canvas.document.selection == {b}
    canvas.click(canvas.middle(a), SHIFT)
    assert canvas.document.selection == {a, b}
    canvas.click(canvas.middle(a))
    assert canvas.document.selection == {a}
    canvas.click(QPointF(600, 100))
    assert canvas.document.selection == frozenset()


def test_a_lasso_selects_what_it_touches_and_escape_gives_the_former_selection_back(canvas: Canvas) -> None:
    a, b, c = canvas.add("wait", 0, 0), canvas.add("wait", 0, 200), canvas.add("wait", 400, 0)
    canvas.document.select({c})
    canvas.drag(QPointF(-40, -40), QPointF(60, 240))
    assert canvas.document.selection == {a, b}
    canvas.drag(QPointF(620, 200), QPointF(500, 40), SHIFT)
    assert canvas.document.selection == {a, b, c}
    canvas.begin_drag(QPointF(-40, -40), QPointF(60, 60))
    assert canvas.document.selection == {a}
    canvas.key(Qt.Key.Key_Escape)
    assert canvas.document.selection == {a, b, c}


def test_an_output_that_is_clicked_is_selected(canvas: Canvas) -> None:
    a = canvas.add("wait", 0, 0)
    canvas.click(canvas.scene.port_point(a, "next"))
    assert canvas.document.selection == {f"{a}:next"}


def framed(canvas: Canvas) -> tuple[str, str, str]:
    """Two steps in a frame, and a loose one far beside it."""
    one, two, loose = canvas.add("wait", 100, 100), canvas.add("wait", 100, 304), canvas.add("wait", 520, 100)
    canvas.document.do(PutFrame(frame=Frame(id="f", title="Start", steps=(one, two))))
    canvas.forget()
    return one, two, loose


def test_a_loose_step_dragged_into_a_frame_is_in_it_in_one_step_of_undo(canvas: Canvas) -> None:
    one, two, loose = framed(canvas)
    frame, before = canvas.scene.frames["f"], canvas.journey
    start = canvas.middle(loose)
    there = QPointF(204, 245)
    canvas.begin_drag(start, there)
    assert frame.hovered and frame.card.contains(canvas.scene.steps[loose].card)
    canvas.release(there)
    assert set(canvas.journey.frames["f"].steps) == {one, two, loose} and not frame.hovered
    assert canvas.document.undo_stack.count() == 1
    canvas.document.undo()
    assert canvas.journey == before


def test_a_member_dragged_out_is_free_and_its_frame_closes_behind_it(canvas: Canvas) -> None:
    one, two, _ = framed(canvas)
    frame, before = canvas.scene.frames["f"], canvas.journey
    start = canvas.middle(two)
    canvas.begin_drag(start, start + QPointF(300, 200))
    assert not frame.hovered and not frame.card.intersects(canvas.scene.steps[two].card)
    canvas.release(start + QPointF(300, 200))
    assert canvas.journey.frames["f"].steps == (one,) and canvas.document.undo_stack.count() == 1
    canvas.document.undo()
    assert canvas.journey == before and frame.card.contains(canvas.scene.steps[two].card)


def test_a_drag_given_up_leaves_frames_as_they_were(canvas: Canvas) -> None:
    one, two, loose = framed(canvas)
    frame = canvas.scene.frames["f"]
    area = frame.card
    canvas.begin_drag(canvas.middle(loose), QPointF(204, 245))
    assert frame.hovered
    canvas.key(Qt.Key.Key_Escape)
    assert not frame.hovered and frame.card == area and canvas.journey.frames["f"].steps == (one, two)


def test_a_frame_dragged_as_a_whole_keeps_its_steps(canvas: Canvas) -> None:
    one, two, _ = framed(canvas)
    title = canvas.scene.frames["f"].bar.center()
    canvas.drag(title, title + QPointF(240, 40))
    assert canvas.journey.frames["f"].steps == (one, two) and canvas.journey.places[one] != (100, 100)


def test_a_step_put_into_an_arrow_of_a_frame_is_in_the_frame_and_one_of_another_is_not(canvas: Canvas) -> None:
    one, two, loose = framed(canvas)
    outside = canvas.add("wait", 520, 400)
    canvas.link(one, two)
    canvas.link(loose, outside)
    canvas.drag(canvas.middle(two), canvas.middle(two) + QPointF(0, 160))
    assert set(canvas.journey.frames["f"].steps) == {one}
    canvas.document.undo()
    new = canvas.add("wait", 820, 100)
    canvas.drag(canvas.middle(new), QPointF(204, 245))
    assert canvas.journey.links[f"{one}:next"].target == new
    assert set(canvas.journey.frames["f"].steps) == {one, two, new}
    canvas.drag(canvas.middle(new), QPointF(624, 290))
    assert new not in canvas.journey.frames["f"].steps
