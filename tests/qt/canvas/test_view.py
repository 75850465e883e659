"""Decides how a view of the canvas zooms, pans, fits, and hands on what it does not do itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage, QMouseEvent, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from tests.fixtures.drawn import document, grid, welcome
from whatsapp_studio.journeys.edits import MoveItems, PutFrame
from whatsapp_studio.journeys.graph import Frame, Journey
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.canvas import view as view_module
from whatsapp_studio.qt.canvas.overview import FAR
from whatsapp_studio.qt.canvas.scene import JourneyScene
from whatsapp_studio.qt.canvas.view import LEAST, MOST, JourneyView


class ListeningHand:
    """A hand that writes down what it is asked and takes what it is told to."""

    def __init__(self, *takes: str) -> None:
        self.asked: list[str] = []
        self._takes = takes

    def __getattr__(self, name: str) -> Callable[..., bool]:
        def asked(*arguments: Any) -> bool:
            self.asked.append(name)
            return name in self._takes

        return asked


@pytest.fixture
def show(qapp: QApplication, qtbot: QtBot) -> Callable[[Journey], JourneyView]:
    theme.apply(qapp, "light")
    kept: list[Any] = []

    def shown(journey: Journey) -> JourneyView:
        scene = JourneyScene(document(journey))
        view = JourneyView(scene)
        kept.extend((scene.document, scene))
        qtbot.addWidget(view)
        view.resize(900, 700)
        view.show()
        qtbot.waitExposed(view)
        view.activateWindow()
        view.setFocus()
        qtbot.waitUntil(view.hasFocus)
        return view

    return shown


def wheel(view: JourneyView, at: QPoint, x: int, y: int, mods: Any = Qt.KeyboardModifier.NoModifier) -> None:
    event = QWheelEvent(
        QPointF(at), QPointF(view.viewport().mapToGlobal(at)), QPoint(), QPoint(x, y), Qt.MouseButton.NoButton, mods,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), event)


def drag(view: JourneyView, button: Qt.MouseButton, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(view.viewport(), button, pos=start)
    move = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(end), QPointF(view.viewport().mapToGlobal(end)), Qt.MouseButton.NoButton,
        button, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), move)
    QTest.mouseRelease(view.viewport(), button, pos=end)


def near(a: QPointF, b: QPointF, by: float = 1.5) -> bool:
    return abs(a.x() - b.x()) <= by and abs(a.y() - b.y()) <= by


# -- zoom --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("turns", [1, -1, 4, -3])
def test_the_wheel_with_control_zooms_at_the_pointer(show: Callable[[Journey], JourneyView], turns: int) -> None:
    view = show(grid(60))
    at = QPoint(620, 180)
    under = view.mapToScene(at)

    wheel(view, at, 0, 120 * turns, Qt.KeyboardModifier.ControlModifier)

    assert (view.zoom() > 1) == (turns > 0)
    assert near(view.mapToScene(at), under, 1.5 / view.zoom())


def test_two_fingers_zoom_where_they_are(show: Callable[[Journey], JourneyView]) -> None:
    view = show(grid(60))
    at = QPoint(200, 420)
    under = view.mapToScene(at)
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture, QPointingDevice.primaryPointingDevice(), 2, QPointF(at), QPointF(at),
        QPointF(view.viewport().mapToGlobal(at)), 0.25, QPointF(),
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), event)

    assert view.zoom() == pytest.approx(1.25) and near(view.mapToScene(at), under)


def test_zoom_stays_between_ten_and_three_hundred_per_cent(show: Callable[[Journey], JourneyView]) -> None:
    view = show(grid(60))
    heard: list[float] = []
    view.zoomed.connect(heard.append)

    view.set_zoom(50)
    view.set_zoom(0.001)

    assert heard == [MOST, LEAST] == [3.0, 0.1]


def test_zooming_in_and_out_again_comes_back(show: Callable[[Journey], JourneyView]) -> None:
    view = show(grid(60))
    before = view.visible().center()
    for _ in range(5):
        view.zoom_in()
    for _ in range(5):
        view.zoom_out()

    assert view.zoom() == pytest.approx(1) and near(view.visible().center(), before, 4)


def test_fit_shows_all_of_it(show: Callable[[Journey], JourneyView]) -> None:
    view = show(grid(200))
    view.fit()

    assert view.visible().contains(view.canvas().content())
    assert view.zoom() < 0.5


def test_a_small_journey_is_not_blown_up(show: Callable[[Journey], JourneyView]) -> None:
    view = show(welcome())
    view.resize(1600, 1400)
    view.fit()

    assert view.zoom() == 1


def test_fit_selection_shows_what_is_selected(show: Callable[[Journey], JourneyView]) -> None:
    view = show(grid(60))
    view.canvas().document.select({"s20", "s21", "s20:next"})
    view.fit_selection()

    seen = view.visible()
    assert all(seen.contains(view.canvas().steps[i].card) for i in ("s20", "s21"))
    assert not seen.contains(view.canvas().steps["s0"].card)


def test_home_is_the_entry_at_the_top(show: Callable[[Journey], JourneyView]) -> None:
    view = show(welcome())
    view.centre_on("out")
    assert not view.visible().contains(view.canvas().steps["in"].card)

    view.go_home()

    entry = view.canvas().steps["in"].card
    assert view.visible().contains(entry) and entry.top() - view.visible().top() < 100


def test_centring_makes_far_things_readable(show: Callable[[Journey], JourneyView]) -> None:
    view = show(grid(60))
    view.set_zoom(0.1)
    view.centre_on("s33")

    assert view.zoom() >= FAR
    assert near(view.visible().center(), view.canvas().steps["s33"].card.center(), 40)
    view.centre_on("nobody")


# -- pan ---------------------------------------------------------------------------------------------


def moved(view: JourneyView, do: Callable[[], None]) -> tuple[int, int]:
    before = view.visible().topLeft()
    view.canvas().document.select({"s1"})
    do()
    assert view.canvas().document.selection == {"s1"}
    after = view.visible().topLeft()
    return round(after.x() - before.x()), round(after.y() - before.y())


def test_wheel_middle_button_and_space_pan_without_touching_the_selection(
    show: Callable[[Journey], JourneyView],
) -> None:
    view = show(grid(60))
    at, there = QPoint(400, 300), QPoint(340, 260)

    assert moved(view, lambda: wheel(view, at, 0, -120)) == (0, 60)
    assert moved(view, lambda: wheel(view, at, 0, -120, Qt.KeyboardModifier.ShiftModifier)) == (60, 0)
    # Two fingers on a touchpad come as both at once.
    assert moved(view, lambda: wheel(view, at, -40, -80)) == (20, 40)
    assert moved(view, lambda: drag(view, Qt.MouseButton.MiddleButton, at, there)) == (60, 40)

    def with_space() -> None:
        QTest.keyPress(view, Qt.Key.Key_Space)
        assert view.viewport().cursor().shape() == Qt.CursorShape.OpenHandCursor
        drag(view, Qt.MouseButton.LeftButton, at, there)
        QTest.keyRelease(view, Qt.Key.Key_Space)

    assert moved(view, with_space) == (60, 40)
    assert view.viewport().cursor().shape() == Qt.CursorShape.ArrowCursor


def test_arrow_keys_pan(show: Callable[[Journey], JourneyView]) -> None:
    view = show(grid(60))
    before = view.visible().topLeft()
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Down)

    after = view.visible().topLeft()
    assert (after.x() - before.x(), after.y() - before.y()) == (48, 48)


def test_one_can_pan_past_the_content_but_never_lose_it(show: Callable[[Journey], JourneyView]) -> None:
    view = show(welcome())
    for zoom in (0.2, 1.0, 2.5):
        view.set_zoom(zoom)
        for dx, dy in ((-100_000, 0), (0, -100_000), (100_000, 0), (0, 100_000)):
            view.pan(dx, dy)
            assert view.visible().intersects(view.canvas().content())
            assert not view.canvas().content().contains(view.visible())


def test_the_range_grows_with_the_content(show: Callable[[Journey], JourneyView]) -> None:
    view = show(welcome())
    view.canvas().document.do(MoveItems(places={"out": (6000, 5000)}))

    view.centre_on("out")

    assert near(view.visible().center(), view.canvas().steps["out"].card.center(), 40)


# -- hand --------------------------------------------------------------------------------------------


def test_the_hand_is_asked_first(show: Callable[[Journey], JourneyView]) -> None:
    view = show(grid(60))
    view.hand = hand = ListeningHand("key")
    before = view.visible()
    drag(view, Qt.MouseButton.LeftButton, QPoint(10, 10), QPoint(90, 90))
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))

    assert view.visible() == before
    assert [name for name in hand.asked if name not in ("leave",)][:4] == ["press", "move", "release", "key"]
    assert "double" in hand.asked


def test_panning_is_none_of_the_hands_business(show: Callable[[Journey], JourneyView]) -> None:
    view = show(grid(60))
    view.hand = hand = ListeningHand()
    drag(view, Qt.MouseButton.MiddleButton, QPoint(200, 200), QPoint(100, 100))

    assert not {"press", "move", "release"} & set(hand.asked)


def test_space_is_a_tap_unless_something_was_dragged(show: Callable[[Journey], JourneyView]) -> None:
    view = show(grid(60))
    view.hand = hand = ListeningHand()
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert hand.asked.count("space") == 1

    QTest.keyPress(view, Qt.Key.Key_Space)
    drag(view, Qt.MouseButton.LeftButton, QPoint(200, 200), QPoint(100, 100))
    QTest.keyRelease(view, Qt.Key.Key_Space)
    assert hand.asked.count("space") == 1


def test_a_lost_focus_cancels_what_the_hand_does(show: Callable[[Journey], JourneyView]) -> None:
    view = show(welcome())
    view.hand = hand = ListeningHand()
    view.clearFocus()

    assert "cancel" in hand.asked


# -- far, sharp and plain ----------------------------------------------------------------------------


def colours(view: JourneyView) -> set[int]:
    image: QImage = view.grab().toImage()
    return {image.pixel(x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}


def test_far_away_one_item_stands_for_all(show: Callable[[Journey], JourneyView]) -> None:
    view = show(grid(60))
    scene = view.canvas()
    scene.document.select({"s4"})
    view.set_zoom(0.2)

    assert [item for item in scene.items() if item.isVisible()] == [scene.overlay, scene.overview]
    assert {theme.color(role).rgba() for role in ("surface", "n_entry", "n_message", "focus")} <= colours(view)
    scene.document.do(MoveItems(places={"s4": (-3000, 0)}))
    assert scene.overview.boundingRect().contains(scene.steps["s4"].card)
    # It is still there to be pointed at.
    assert scene.thing_at(scene.steps["s9"].card.center()).id == "s9"

    view.set_zoom(1)

    assert all(item.isVisible() for item in scene.steps.values()) and not scene.overview.isVisible()


def test_what_is_collapsed_stays_so_from_far_and_near(show: Callable[[Journey], JourneyView]) -> None:
    view = show(grid(60))
    view.canvas().document.do(PutFrame(frame=Frame(id="g", steps=("s8", "s9"), collapsed=True)))
    view.set_zoom(0.2)
    view.set_zoom(1)

    assert [i for i, item in view.canvas().steps.items() if not item.isVisible()] == ["s8", "s9"]


def test_edges_are_rough_only_while_a_slow_view_moves(
    show: Callable[[Journey], JourneyView], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = show(grid(60))
    monkeypatch.setattr(view_module, "_SLOW_MS", -1.0)
    view.viewport().repaint()
    view.zoom_in()
    assert not view.renderHints() & view.renderHints().Antialiasing

    qtbot.waitUntil(lambda: bool(view.renderHints() & view.renderHints().Antialiasing), timeout=2000)


def test_a_theme_change_is_followed(show: Callable[[Journey], JourneyView], qapp: QApplication) -> None:
    view = show(welcome())
    light = colours(view)
    theme.apply(qapp, "dark")
    qapp.processEvents()

    dark = colours(view)

    assert {QColor(theme.LIGHT[role]).rgba() for role in ("canvas", "surface", "text")} <= light
    assert {QColor(theme.DARK[role]).rgba() for role in ("canvas", "surface", "text")} <= dark
    assert QColor(theme.LIGHT["canvas"]).rgba() not in dark


def test_places_are_the_same_in_a_language_from_right_to_left(
    show: Callable[[Journey], JourneyView], qapp: QApplication
) -> None:
    view = show(welcome())
    view.go_home()
    before = view.mapFromScene(QPointF(344, 0))
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        other = show(welcome())
        other.go_home()
        assert other.mapFromScene(QPointF(344, 0)) == before
        assert other.mapFromScene(QPointF(444, 0)).x() > before.x()
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_the_selection_is_announced(
    show: Callable[[Journey], JourneyView], monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(view_module.QAccessible, "updateAccessibility", lambda event: said.append(event.message()))
    view = show(welcome())
    assert view.accessibleName() == "Journey canvas"

    view.canvas().document.select({"wait"})

    assert said == ["Wait 1 day, Wait"]


def test_a_tip_shows_at_the_pointer(show: Callable[[Journey], JourneyView], qtbot: QtBot) -> None:
    view = show(welcome())
    at = view.mapFromScene(view.canvas().port_point("hi", "failed"))
    QApplication.sendEvent(
        view.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, view.viewport().mapToGlobal(at))
    )

    qtbot.waitUntil(lambda: QToolTip.text() == "failed", timeout=2000)
    QToolTip.hideText()
