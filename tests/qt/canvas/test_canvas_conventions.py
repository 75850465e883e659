"""Shows conventions of the canvas one by one: adding at the pointer, leading elsewhere, guides, tidying, badges, notes.

The rows C05, C08, C10, C12–C14, C22, C27, C29 and C30.
"""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.fixtures.canvas import Canvas
from tests.fixtures.drawn import grid, welcome
from whatsapp_studio.base.errors import Severity
from whatsapp_studio.journeys.edits import Become, ChangeStep
from whatsapp_studio.journeys.graph import CARD, SNAP, link_id
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.canvas.guides import settled
from whatsapp_studio.qt.canvas.items.marks import paint_badge
from whatsapp_studio.qt.canvas.tips import tip_at

KEY = Qt.Key
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def canvas(qtbot: QtBot) -> Canvas:
    return Canvas(qtbot)


def take(canvas: Canvas, text: str) -> None:
    """Choose the first line for a text in the list that is open."""
    assert canvas.hand.chooser is not None
    QTest.keyClicks(canvas.hand.chooser.search, text)
    QTest.keyClick(canvas.hand.chooser.search, KEY.Key_Return)


# -- C05: adding at the pointer -----------------------------------------------------------------------


@pytest.mark.parametrize("key", [KEY.Key_Insert, KEY.Key_Space])
def test_with_nothing_selected_a_step_is_added_where_the_pointer_is(canvas: Canvas, key: Qt.Key) -> None:
    first = canvas.add("audience", 96, 0)
    canvas.document.select((), "")
    spot = QPointF(203, 197)
    canvas.hover(spot)
    canvas.key(key)
    assert canvas.hand.chooser is not None
    where = canvas.view.viewport().mapToGlobal(canvas.at(spot))
    assert (canvas.hand.chooser.pos() - where).manhattanLength() < 8
    take(canvas, "wa")
    (new,) = canvas.journey.steps.keys() - {first}
    assert canvas.journey.steps[new].kind == "wait" and not canvas.journey.links
    x, y = canvas.journey.places[new]
    assert abs(x + CARD[0] / 2 - spot.x()) <= SNAP and abs(y - spot.y()) <= SNAP
    assert (x % SNAP, y % SNAP) == (0, 0) and canvas.document.current == new


# -- C08: leading an arrow elsewhere ------------------------------------------------------------------


def test_a_selected_arrow_is_led_elsewhere_by_list_in_one_step_of_undo(canvas: Canvas) -> None:
    a, b = canvas.add("wait", 0, 0), canvas.add("end", 0, 300)
    other = canvas.add("end", 300, 300, label="Elsewhere")
    link = canvas.link(a, b)
    canvas.document.select({link}, "")
    canvas.forget()
    menu = canvas.actions.menu("link")
    assert canvas.actions["connect_to"] in menu.actions() and canvas.actions["connect_to"].isEnabled()
    canvas.key(KEY.Key_C, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    take(canvas, "elsewhere")
    assert canvas.journey.links[link].target == other and len(canvas.journey.links) == 1
    assert canvas.document.undo_stack.count() == 1
    canvas.document.undo()
    assert canvas.journey.links[link].target == b
    menu.close()


# -- C10: the grid and the guides ---------------------------------------------------------------------


@pytest.mark.parametrize(("away", "pulled"), [(5.0, True), (6.0, True), (6.5, False), (-6.0, True), (-6.5, False)])
@pytest.mark.parametrize("zoom", [0.5, 1.0, 2.0])
def test_guides_pull_within_six_pixels_of_the_screen_and_no_further(away: float, pulled: bool, zoom: float) -> None:
    other = QRectF(1003, 0, *CARD)  # on no line of the grid
    corner, lines = settled(QRectF(1003 + away / zoom, 600, *CARD), [other], zoom=zoom)
    assert (corner.x() == 1003) == pulled and bool(lines) == pulled
    if not pulled:
        assert corner.x() % SNAP == 0


def test_middles_of_things_of_another_size_meet_too(canvas: Canvas) -> None:
    wide = canvas.add("send_window", 100, 100)
    small = canvas.add("wait", 700, 400)
    apart = canvas.middle(small).x() - canvas.middle(wide).x()
    start = canvas.middle(small)
    canvas.begin_drag(start, start + QPointF(-apart + 5, 0))
    (line,) = [one for one in canvas.scene.overlay.guides if one.x1() == one.x2()]
    assert line.x1() == canvas.middle(wide).x()
    canvas.release(start + QPointF(-apart + 5, 0))
    assert canvas.middle(small).x() == canvas.middle(wide).x()


def test_with_alt_there_are_neither_guides_nor_grid(canvas: Canvas) -> None:
    canvas.add("wait", 103, 100)
    small = canvas.add("wait", 400, 400)
    start = canvas.middle(small)
    canvas.begin_drag(start, start + QPointF(-297, 0))
    assert canvas.scene.overlay.guides
    canvas.move(start + QPointF(-299, 3), ALT)
    assert not canvas.scene.overlay.guides
    canvas.release(start + QPointF(-299, 3), ALT)
    assert canvas.journey.places[small] == (101, 403)


# -- C12: tidying ------------------------------------------------------------------------------------


def scattered(canvas: Canvas, count: int) -> None:
    """A journey whose steps lie about."""
    made = grid(count)
    places = {i: ((7 * n) % 11 * 60, (5 * n) % 13 * 40) for n, i in enumerate(made.steps)}
    canvas.document.do(Become(journey=type(made)(**{f: getattr(made, f) for f in made.__struct_fields__}
                                                 | {"places": {**made.places, **places}})))  # fmt: skip


@pytest.mark.parametrize("count", [8, 40])
@pytest.mark.parametrize("some", [False, True])
def test_tidying_leaves_every_step_in_sight(canvas: Canvas, count: int, some: bool) -> None:
    scattered(canvas, count)
    canvas.view.set_zoom(1.0)
    canvas.view.look_at(QPointF(300, 200))
    chosen = list(canvas.journey.steps)[:6] if some else list(canvas.journey.steps)
    canvas.document.select(chosen if some else (), "")
    canvas.forget()
    canvas.actions["tidy"].trigger()
    assert canvas.document.undo_stack.count() == 1
    seen = canvas.view.visible()
    assert [i for i in chosen if not seen.contains(canvas.scene.steps[i].card)] == []


def test_tidying_what_fits_does_not_change_the_zoom(canvas: Canvas) -> None:
    a, b = canvas.add("audience", 0, 0), canvas.add("end", 30, 20)
    canvas.link(a, b)
    canvas.view.set_zoom(0.8)
    canvas.view.look_at(QPointF(300, 250))
    canvas.actions["tidy"].trigger()
    assert canvas.view.zoom() == 0.8
    assert all(canvas.view.visible().contains(canvas.scene.steps[i].card) for i in (a, b))


# -- C13, C14: the small map, and the key for the selection -------------------------------------------


@pytest.mark.parametrize("size", [(725, 660), (1000, 800), (1500, 500), (500, 900)])
@pytest.mark.parametrize("count", [3, 8, 30, 90])
def test_after_fit_nothing_lies_under_the_small_map(canvas: Canvas, size: tuple[int, int], count: int) -> None:
    canvas.document.do(Become(journey=grid(count)))
    canvas.view.resize(*size)
    canvas.key(KEY.Key_9, CONTROL)
    small = canvas.view.minimap
    assert small.isVisible()
    spot = canvas.view.mapToScene(small.geometry()).boundingRect()
    assert [i for i, step in canvas.scene.steps.items() if step.card.intersects(spot)] == []
    seen = canvas.view.visible()
    assert all(seen.contains(step.card) for step in canvas.scene.steps.values())


def test_ctrl_8_shows_the_selection_as_large_as_it_can(canvas: Canvas) -> None:
    canvas.document.do(Become(journey=grid(90)))
    canvas.key(KEY.Key_9, CONTROL)
    whole = canvas.view.zoom()
    chosen = list(canvas.journey.steps)[40:42]
    canvas.document.select(chosen)
    canvas.key(KEY.Key_8, CONTROL)
    assert canvas.view.zoom() > whole
    assert all(canvas.view.visible().contains(canvas.scene.steps[i].card) for i in chosen)


# -- C22: badges ---------------------------------------------------------------------------------------


def badge(severity: Severity) -> tuple[set[tuple[int, int]], set[tuple[int, int]]]:
    """The points a badge covers, and those of its sign, whatever their colours."""
    image = QImage(48, 48, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.translate(24, 24)
    paint_badge(painter, severity, 0, 0)
    painter.end()
    spots = {(x, y): QColor(image.pixelColor(x, y)) for x in range(48) for y in range(48)}
    covered = {spot for spot, colour in spots.items() if colour.alpha() > 128}
    surface = theme.color("surface").rgb()
    inner = {(x, y) for x, y in covered if abs(x - 24) < 4 and 20 < y < 26}
    return covered, {spot for spot in inner if spots[spot].rgb() == surface}


def test_an_error_and_a_warning_differ_by_shape_and_sign_not_by_colour_alone(qtbot: QtBot, canvas: Canvas) -> None:
    (disc, cross), (triangle, bar) = badge("error"), badge("warning")
    assert len(disc ^ triangle) > 0.2 * len(disc | triangle)
    # A disc is as wide above as below, a triangle is not; the sign on it is a cross, and a bar with a dot.
    half = {"above": sum(y < 20 for _, y in triangle), "below": sum(y > 28 for _, y in triangle)}
    assert half["below"] > 1.8 * half["above"]
    assert abs(sum(y < 20 for _, y in disc) - sum(y > 28 for _, y in disc)) < 0.1 * len(disc)
    assert {x for x, _ in bar} <= {23, 24} and len({x for x, _ in cross}) > 4


# -- C27: a note by hand -------------------------------------------------------------------------------


def test_a_free_note_is_put_written_and_moved_by_hand(canvas: Canvas, qtbot: QtBot) -> None:
    canvas.add("audience", 0, 0)
    canvas.forget()
    spot = QPointF(500, 400)
    where = canvas.at(spot)
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, where, canvas.view.viewport().mapToGlobal(where)
    )  # fmt: skip
    QApplication.sendEvent(canvas.view.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(canvas.actions["note"]).center())
    field = canvas.hand.in_place.field
    assert isinstance(field, QPlainTextEdit)
    QTest.keyClicks(field, "Remember the summer")
    canvas.click(QPointF(300, 300))
    (note,) = canvas.journey.notes.values()
    assert (note.text, note.step) == ("Remember the summer", "")
    assert canvas.scene.notes[note.id].card.adjusted(-24, -24, 24, 24).contains(spot)
    before = canvas.journey.places[note.id]
    canvas.drag(canvas.middle(note.id), canvas.middle(note.id) + QPointF(160, -80))
    assert canvas.journey.places[note.id] != before and canvas.journey.notes[note.id].step == ""


# -- C29: disabled -------------------------------------------------------------------------------------


def dashes(canvas: Canvas, step: str) -> int:
    """How many pieces the top edge of a card is painted in."""
    card = canvas.scene.steps[step].card
    image = QImage(round(card.width()) * 2, 4, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    area = QRectF(card.left(), card.top(), card.width(), 2)
    canvas.scene.render(painter, QRectF(image.rect()), area, Qt.AspectRatioMode.IgnoreAspectRatio)
    painter.end()
    surface = theme.color("surface").lightness()
    line = [abs(QColor(image.pixel(x, 1)).lightness() - surface) > 25 for x in range(40, image.width() - 40)]
    return sum(now and not before for before, now in zip([False, *line], line, strict=False))


@pytest.mark.parametrize("state", ["plain", "error", "hovered", "chosen", "on_path"])
def test_a_disabled_step_is_dashed_whatever_else_is_so(canvas: Canvas, state: str) -> None:
    on, off = canvas.add("wait", 0, 0), canvas.add("wait", 400, 0)
    canvas.document.do(ChangeStep(step=off, disabled=True))
    for i in (on, off):
        item = canvas.scene.steps[i]
        if state == "error":
            item.badge = "error"
        elif state != "plain":
            setattr(item, state, True)
    assert dashes(canvas, on) <= 3
    assert dashes(canvas, off) >= 10


# -- C30: outputs that lead nowhere --------------------------------------------------------------------


def test_the_tip_of_an_open_output_says_that_one_leaves_the_journey_there(canvas: Canvas) -> None:
    a = canvas.add("send_template", 0, 0)
    end = canvas.add("end", 400, 300)
    item = canvas.scene.steps[a]
    for port in ("failed", "timeout"):
        tip = tip_at(canvas.scene, item.port_at(port))
        assert tip.splitlines()[0] in ("failed", "timed out") and "leaves the journey" in tip
    label = next(one for one in canvas.scene.labels[a].labels() if one.port.name == "failed")
    assert "leaves the journey" in tip_at(canvas.scene, label.pill.translated(item.pos()).center())
    assert tip_at(canvas.scene, item.port_at("next")) == "sent"
    canvas.link(a, end, "failed")
    assert tip_at(canvas.scene, item.port_at("failed")) == "failed"
    assert link_id(a, "failed") in canvas.journey.links


def test_the_plus_says_so_too(canvas: Canvas) -> None:
    canvas.document.do(Become(journey=welcome()))
    item = canvas.scene.steps["more"]
    canvas.document.select({"more"})
    lines = tip_at(canvas.scene, item.plus_at("timeout")).splitlines()
    assert lines[0] == "Add a step here" and "leaves the journey" in lines[1]
