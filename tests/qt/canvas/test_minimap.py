"""Decides what the small map shows, where a click on it leads, and that it stays hidden for who hid it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSettings, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.fixtures.drawn import document, grid, welcome
from whatsapp_studio.journeys.edits import AddStep, MoveItems
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.journeys.table import new_step
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.canvas.minimap import SIZE, SMALL
from whatsapp_studio.qt.canvas.scene import JourneyScene
from whatsapp_studio.qt.canvas.view import JourneyView


class Shown:
    """Views that last as long as their test."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self._kept: list[JourneyScene] = []

    def __call__(self, journey: Journey, settings: QSettings | None = None) -> JourneyView:
        scene = JourneyScene(document(journey))
        self._kept.append(scene)
        view = JourneyView(scene, settings)
        self._qtbot.addWidget(view)
        view.resize(900, 700)
        view.show()
        self._qtbot.waitExposed(view)
        return view


@pytest.fixture
def show(qapp: QApplication, qtbot: QtBot) -> Shown:
    theme.apply(qapp, "light")
    return Shown(qtbot)


def near(a: QPointF, b: QPointF, by: float) -> bool:
    return abs(a.x() - b.x()) <= by and abs(a.y() - b.y()) <= by


def test_the_map_shows_every_step_and_moves_the_view(show: Shown) -> None:
    view = show(grid(120))
    small = view.minimap
    image = small.grab().toImage()
    for name in ("s0", "s119"):
        spot = small.to_map(view.canvas().steps[name].card.center()).toPoint()
        assert image.pixelColor(spot) != theme.color("surface"), name
    for name in ("s60", "s119"):
        middle = view.canvas().steps[name].card.center()
        QTest.mouseClick(small, Qt.MouseButton.LeftButton, pos=small.to_map(middle).toPoint())
        assert near(view.visible().center(), middle, 60)


def test_dragging_on_the_map_pans(show: Shown) -> None:
    view = show(grid(120))
    small = view.minimap
    QTest.mousePress(small, Qt.MouseButton.LeftButton, pos=QPoint(90, 60))
    there = QPoint(110, 90)
    move = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(there), QPointF(small.mapToGlobal(there)), Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(small, move)

    assert near(view.visible().center(), small.to_canvas(QPointF(there)), 2)
    QTest.mouseRelease(small, Qt.MouseButton.LeftButton, pos=there)


def test_whether_the_map_is_shown_is_remembered(show: Shown, tmp_path: Path) -> None:
    kept = str(tmp_path / "window.ini")
    shown = []
    for wanted in (None, False, None, True, None):
        view = show(welcome(), QSettings(kept, QSettings.Format.IniFormat))
        if wanted is not None:
            view.minimap.set_wanted(wanted)
        shown.append(view.minimap.isVisible())
        view.hide()

    assert shown == [True, False, False, True, True]


def test_a_small_view_has_no_map(show: Shown) -> None:
    view = show(welcome())
    assert view.minimap.isVisible()
    view.resize(300, 240)
    assert not view.minimap.isVisible()
    view.resize(900, 700)
    assert view.minimap.isVisible()
    assert QRectF(view.rect()).contains(QRectF(view.minimap.geometry()))


def test_the_map_follows_what_moves(show: Shown, qtbot: QtBot) -> None:
    view = show(welcome())
    small = view.minimap
    small.grab()
    view.canvas().document.do(MoveItems(places={"out": (4000, 784)}))

    def drawn() -> None:
        small.grab()
        assert QRectF(small.rect()).contains(small.to_map(view.canvas().steps["out"].card.center()))

    qtbot.waitUntil(drawn, timeout=2000)


def test_there_is_no_map_of_nothing(show: Shown) -> None:
    view = show(Journey(id="j", name="Empty"))
    assert not view.minimap.isVisible()
    step = new_step("wait")
    view.canvas().document.do(AddStep(step=step, place=(0, 0)))
    assert view.minimap.isVisible()
    view.canvas().document.undo()
    assert not view.minimap.isVisible()


def test_in_a_small_window_the_map_is_smaller(show: Shown) -> None:
    view = show(grid(30))
    view.resize(1100, 700)
    assert view.minimap.size() == SMALL
    view.resize(1101, 700)
    assert view.minimap.size() == SIZE
    assert QRectF(view.rect()).contains(QRectF(view.minimap.geometry()))
    for width in (900, 1300):
        view.resize(width, 700)
        image = view.minimap.grab().toImage()
        spot = view.minimap.to_map(view.canvas().steps["s29"].card.center()).toPoint()
        assert image.pixelColor(spot) != theme.color("surface"), width
