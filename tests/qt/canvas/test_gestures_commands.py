"""Commands on the canvas by their keys: remove, heal, copy, paste, arrange, notes, frames (C07, C11–C19, C27–C29)."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.fixtures.canvas import Canvas
from whatsapp_studio.journeys.clip import MIME
from whatsapp_studio.journeys.edits import PutFrame, PutNote
from whatsapp_studio.journeys.graph import Frame, Note, link_id

KEY = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PATHS = {"by": "rules", "rules": [{"id": "p1", "name": "Dutch", "rule": None}]}


@pytest.fixture
def canvas(qtbot: QtBot) -> Canvas:
    return Canvas(qtbot)


@pytest.fixture
def chain(canvas: Canvas) -> tuple[str, str, str]:
    """Three steps below each other, connected; the middle one is selected."""
    a, b, c = canvas.add("audience", 96, 0), canvas.add("wait", 96, 200), canvas.add("end", 96, 400)
    canvas.link(a, b)
    canvas.link(b, c)
    canvas.document.select({b})
    canvas.forget()
    return a, b, c


def one_undo(canvas: Canvas) -> bool:
    return canvas.document.undo_stack.count() == 1


def write(canvas: Canvas, text: str) -> None:
    """Write in the field that lies over the canvas, and keep it."""
    field = canvas.hand.in_place.field
    assert field is not None
    field.clear()
    QTest.keyClicks(field, text)
    plain = Qt.KeyboardModifier.NoModifier
    QTest.keyClick(field, KEY.Key_Return, CONTROL if isinstance(field, QPlainTextEdit) else plain)


# -- delete and heal ----------------------------------------------------------------------------------


def test_delete_leaves_the_ends_open(canvas: Canvas, chain: tuple[str, str, str]) -> None:
    canvas.key(KEY.Key_Delete)
    assert set(canvas.journey.steps) == {chain[0], chain[2]} and not canvas.journey.links
    assert one_undo(canvas)


def test_ctrl_delete_also_joins_the_one_before_to_the_one_after(canvas: Canvas, chain: tuple[str, str, str]) -> None:
    a, _, c = chain
    canvas.key(KEY.Key_Delete, CONTROL)
    assert canvas.journey.links[link_id(a, "next")].target == c and one_undo(canvas)


def test_a_selected_arrow_alone_is_removed_by_delete(canvas: Canvas, chain: tuple[str, str, str]) -> None:
    canvas.document.select({link_id(chain[0], "next")})
    canvas.key(KEY.Key_Delete)
    assert set(canvas.journey.links) == {link_id(chain[1], "next")} and len(canvas.journey.steps) == 3


# -- copies -------------------------------------------------------------------------------------------


def test_copies_go_to_another_window_as_our_format_and_as_text(
    qtbot: QtBot, canvas: Canvas, chain: tuple[str, str, str]
) -> None:
    canvas.document.select(chain)
    canvas.key(KEY.Key_C, CONTROL)
    data = QGuiApplication.clipboard().mimeData()
    assert data.hasFormat(MIME) and '"wait"' in data.text()
    other = Canvas(qtbot)
    other.key(KEY.Key_V, CONTROL)
    assert sorted(s.kind for s in other.journey.steps.values()) == ["audience", "end", "wait"]
    assert len(other.journey.links) == 2 and not set(other.journey.steps) & set(chain)
    assert other.document.selection == set(other.journey.steps) and one_undo(other)
    other.document.undo()
    assert not other.journey.steps


def test_text_from_a_chat_can_be_pasted(canvas: Canvas, chain: tuple[str, str, str]) -> None:
    canvas.key(KEY.Key_C, CONTROL)
    text = QGuiApplication.clipboard().text()
    QGuiApplication.clipboard().setText(f"```json\n{text}\n```")
    canvas.key(KEY.Key_V, CONTROL)
    assert len(canvas.journey.steps) == 4 and one_undo(canvas)


@pytest.mark.parametrize("text", ["", "hello", "{", '{"type": "wsjourney-part"}', '{"a": [1,2]}', "[]"])
def test_what_is_no_part_of_a_journey_gives_a_message(canvas: Canvas, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    canvas.key(KEY.Key_V, CONTROL)
    assert len(canvas.refused) == 1 and not canvas.journey.steps


def test_pasting_twice_never_covers_the_first(canvas: Canvas, chain: tuple[str, str, str]) -> None:
    canvas.key(KEY.Key_C, CONTROL)
    canvas.key(KEY.Key_V, CONTROL)
    canvas.key(KEY.Key_V, CONTROL)
    places = [canvas.journey.places[i] for i, s in canvas.journey.steps.items() if s.kind == "wait"]
    assert len(set(places)) == 3


def test_a_paste_onto_a_free_output_is_connected(canvas: Canvas, chain: tuple[str, str, str]) -> None:
    canvas.key(KEY.Key_C, CONTROL)
    alone = canvas.add("wait", 500, 0)
    canvas.document.select({link_id(alone, "next")})
    canvas.key(KEY.Key_V, CONTROL)
    link = canvas.journey.links[link_id(alone, "next")]
    assert canvas.journey.steps[link.target].kind == "wait" and link.target not in chain


def test_cut_takes_away_and_paste_brings_back(canvas: Canvas, chain: tuple[str, str, str]) -> None:
    canvas.key(KEY.Key_X, CONTROL)
    assert chain[1] not in canvas.journey.steps
    canvas.key(KEY.Key_V, CONTROL)
    assert sorted(s.kind for s in canvas.journey.steps.values()) == ["audience", "end", "wait"]


def test_ctrl_d_duplicates_with_inner_arrows(canvas: Canvas, chain: tuple[str, str, str]) -> None:
    canvas.document.select(chain[1:])
    canvas.key(KEY.Key_D, CONTROL)
    assert len(canvas.journey.steps) == 5 and len(canvas.journey.links) == 3 and one_undo(canvas)


# -- selecting and walking ----------------------------------------------------------------------------


def test_select_all_and_downstream(canvas: Canvas, chain: tuple[str, str, str]) -> None:
    canvas.key(KEY.Key_Right, CONTROL | SHIFT)
    assert canvas.document.selection == set(chain[1:])
    canvas.key(KEY.Key_A, CONTROL)
    assert canvas.document.selection == set(chain)


def test_arrows_follow_the_flow(canvas: Canvas, chain: tuple[str, str, str]) -> None:
    canvas.key(KEY.Key_Down)
    assert canvas.document.current == chain[2]
    canvas.key(KEY.Key_Up)
    canvas.key(KEY.Key_Up)
    assert canvas.document.current == chain[0]
    beside = canvas.add("wait", 400, 0)
    canvas.key(KEY.Key_Right)
    assert canvas.document.current == beside
    canvas.key(KEY.Key_Home)
    assert canvas.document.current == chain[0]


def test_without_a_selection_arrows_move_the_view(canvas: Canvas, chain: tuple[str, str, str]) -> None:
    canvas.key(KEY.Key_Escape)
    before = canvas.view.visible()
    canvas.key(KEY.Key_Down)
    assert canvas.document.selection == frozenset() and canvas.view.visible().top() > before.top()


def test_ctrl_arrows_nudge_and_merge(canvas: Canvas, chain: tuple[str, str, str]) -> None:
    for _ in range(3):
        canvas.key(KEY.Key_Right, CONTROL)
    assert canvas.journey.places[chain[1]] == (120, 200) and one_undo(canvas)


# -- arranging ----------------------------------------------------------------------------------------


def test_six_ways_to_align_are_one_step_of_undo_each(canvas: Canvas) -> None:
    a, b = canvas.add("wait", 0, 0), canvas.add("wait", 300, 200)
    canvas.document.select({a, b})
    for name, axis, value in (
        ("left", 0, {0}), ("right", 0, {300}), ("centre", 0, {150}),
        ("top", 1, {0}), ("bottom", 1, {200}), ("middle", 1, {100}),
    ):  # fmt: skip
        canvas.forget()
        canvas.actions[f"align_{name}"].trigger()
        assert {canvas.journey.places[i][axis] for i in (a, b)} == value and one_undo(canvas)
        canvas.document.undo()


def test_distribute_makes_the_space_between_equal(canvas: Canvas) -> None:
    ids = [canvas.add("wait", x, y) for x, y in ((0, 0), (250, 100), (900, 600))]
    canvas.document.select(ids)
    canvas.forget()
    canvas.actions["distribute_across"].trigger()
    assert canvas.journey.places[ids[1]] == (450, 100) and one_undo(canvas)
    canvas.forget()
    canvas.actions["distribute_down"].trigger()
    assert canvas.journey.places[ids[1]] == (450, 300) and one_undo(canvas)


def test_aligning_needs_two_and_distributing_three(canvas: Canvas) -> None:
    a, b = canvas.add("wait", 0, 0), canvas.add("wait", 300, 200)
    canvas.document.select({a})
    assert not canvas.actions["align_left"].isEnabled()
    canvas.document.select({a, b})
    assert canvas.actions["align_left"].isEnabled() and not canvas.actions["distribute_down"].isEnabled()


def test_tidy_is_one_step_of_undo_and_covers_nothing(canvas: Canvas) -> None:
    a, b, c = (canvas.add(kind, 5, 5) for kind in ("audience", "wait", "end"))
    canvas.link(a, b)
    canvas.link(b, c)
    canvas.forget()
    canvas.key(KEY.Key_L, CONTROL | SHIFT)
    tops = [canvas.journey.places[i][1] for i in (a, b, c)]
    assert tops == sorted(tops) and tops[1] - tops[0] > 76 and one_undo(canvas)


# -- names, notes, frames, off ------------------------------------------------------------------------


def test_f2_renames_in_place_and_escape_does_not(canvas: Canvas, chain: tuple[str, str, str]) -> None:
    canvas.key(KEY.Key_F2)
    write(canvas, "Sleep on it")
    assert canvas.journey.steps[chain[1]].name == "Sleep on it" and one_undo(canvas)
    canvas.key(KEY.Key_F2)
    field = canvas.hand.in_place.field
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "Other")
    QTest.keyClick(field, KEY.Key_Escape)
    assert canvas.journey.steps[chain[1]].name == "Sleep on it" and one_undo(canvas)
    assert canvas.hand.in_place.field is None and canvas.document.current == chain[1]


def test_a_path_is_named_where_its_label_stands(canvas: Canvas) -> None:
    step = canvas.add("condition", 0, 0, **PATHS)
    canvas.forget()
    canvas.double(canvas.scene.labels[step].labels()[0].pill.center() + canvas.scene.labels[step].pos())
    write(canvas, "From Belgium")
    assert canvas.journey.steps[step].fields["rules"][0]["name"] == "From Belgium" and one_undo(canvas)


def test_a_label_made_from_settings_opens_the_form_instead(canvas: Canvas, qtbot: QtBot) -> None:
    step = canvas.add("send_template", 0, 0)
    label = canvas.scene.labels[step].labels()[0].pill.center() + canvas.scene.labels[step].pos()
    with qtbot.waitSignal(canvas.hand.wants_edit) as asked:
        canvas.double(label)
    assert asked.args == [step, ""]


def test_n_adds_a_note_tied_to_the_step_and_it_is_written_at_once(
    canvas: Canvas, chain: tuple[str, str, str]
) -> None:
    canvas.key("n")
    write(canvas, "Ask Sanne")
    (note,) = canvas.journey.notes.values()
    assert (note.text, note.step) == ("Ask Sanne", chain[1])
    canvas.double(canvas.middle(note.id))
    write(canvas, "Ask Piet")
    assert canvas.journey.notes[note.id].text == "Ask Piet"


def test_ctrl_g_frames_steps_and_the_frame_collapses(canvas: Canvas, chain: tuple[str, str, str]) -> None:
    canvas.document.select(chain[1:])
    canvas.key(KEY.Key_G, CONTROL)
    write(canvas, "The end")
    (frame,) = canvas.journey.frames.values()
    assert frame.title == "The end" and set(frame.steps) == set(chain[1:])
    canvas.click(canvas.scene.frames[frame.id].toggle.center())
    assert canvas.journey.frames[frame.id].collapsed
    assert link_id(chain[0], "next") in canvas.journey.links and canvas.scene.wires.items[link_id(chain[0], "next")].way
    canvas.document.select({frame.id})
    canvas.actions["unframe"].trigger()
    assert not canvas.journey.frames and len(canvas.journey.steps) == 3


def test_deleting_a_collapsed_frame_deletes_what_it_stands_for(canvas: Canvas, chain: tuple[str, str, str]) -> None:
    canvas.document.do(PutFrame(frame=Frame(id="f", steps=chain[1:], collapsed=True)))
    canvas.document.select({"f"})
    canvas.key(KEY.Key_Delete)
    assert set(canvas.journey.steps) == {chain[0]} and not canvas.journey.frames


def test_d_switches_a_step_off_and_on(canvas: Canvas, chain: tuple[str, str, str]) -> None:
    canvas.key("d")
    assert canvas.journey.steps[chain[1]].disabled and one_undo(canvas)
    assert "Ena" in canvas.actions["disable"].text()
    canvas.key("d")
    assert not canvas.journey.steps[chain[1]].disabled


def test_letters_can_be_turned_off(canvas: Canvas, chain: tuple[str, str, str]) -> None:
    canvas.actions.use_letters(False)
    canvas.key("d")
    assert not canvas.journey.steps[chain[1]].disabled
    canvas.actions.use_letters(True)
    canvas.key("d")
    assert canvas.journey.steps[chain[1]].disabled


def test_enter_and_double_click_open_the_form(canvas: Canvas, chain: tuple[str, str, str], qtbot: QtBot) -> None:
    with qtbot.waitSignal(canvas.hand.wants_edit) as asked:
        canvas.key(KEY.Key_Return)
    assert asked.args == [chain[1], ""]
    with qtbot.waitSignal(canvas.hand.wants_edit) as asked:
        canvas.double(canvas.middle(chain[0]))
    assert asked.args == [chain[0], ""]


def test_a_badge_leads_to_the_step_and_its_field(canvas: Canvas, qtbot: QtBot) -> None:
    step = canvas.add("send_template", 0, 0)
    canvas.document.check_now()
    with qtbot.waitSignal(canvas.hand.wants_edit) as asked:
        canvas.click(canvas.scene.steps[step].badge_at())
    assert asked.args == [step, canvas.document.problems_of(step)[0].where.partition(".")[2]]


@pytest.mark.parametrize("kind", ["step", "output", "link", "note", "frame", "nothing"])
def test_every_context_menu_is_made_of_the_same_commands(canvas: Canvas, kind: str) -> None:
    menu = canvas.actions.menu(kind)
    named = [action for action in menu.actions() if not action.isSeparator() and action.menu() is None]
    assert named and all(action in canvas.actions.all.values() for action in named)
    menu.close()


def test_what_cannot_be_done_is_grey(qtbot: QtBot, canvas: Canvas, chain: tuple[str, str, str]) -> None:
    canvas.document.do(PutNote(note=Note(id="n"), place=(400, 0)))
    locked = Canvas(qtbot, canvas.journey, read_only=True)
    locked.document.select({chain[0]})
    on = {name for name, action in locked.actions.all.items() if action.isEnabled()}
    assert {"copy", "select_all", "downstream", "open", "zoom_in", "home"} <= on
    assert not on & {"cut", "paste", "delete", "heal", "disable", "tidy", "note", "undo", "rename", "quick_add"}


def test_undo_and_redo_say_what_they_would_do(canvas: Canvas, chain: tuple[str, str, str]) -> None:
    canvas.key("d")
    assert "edit-disable" in canvas.actions["undo"].text()
    canvas.key(KEY.Key_Z, CONTROL)
    assert not canvas.journey.steps[chain[1]].disabled and "edit-disable" in canvas.actions["redo"].text()
    canvas.key(KEY.Key_Z, CONTROL | SHIFT)
    assert canvas.journey.steps[chain[1]].disabled


def test_the_canvas_zooms_by_keys(canvas: Canvas, chain: tuple[str, str, str]) -> None:
    canvas.key(KEY.Key_Plus, CONTROL)
    assert canvas.view.zoom() > 1
    canvas.key(KEY.Key_0, CONTROL)
    assert canvas.view.zoom() == 1
    canvas.key(KEY.Key_9, CONTROL)
    assert canvas.view.visible().contains(canvas.scene.content().center())
    assert QPointF(*canvas.journey.places[chain[0]]) in [s.pos() for s in canvas.scene.steps.values()]
