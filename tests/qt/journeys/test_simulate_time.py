"""The time line: a moment is chosen by key, by click or by dragging, and said in words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from whatsapp_studio.qt import theme
from whatsapp_studio.qt.journeys.simulate_time import Course, TimeLine

START = datetime(2026, 3, 3, tzinfo=UTC)
COURSE = Course(START, timedelta(hours=1), (10, 0, 5), tuple(range(72)))


@pytest.fixture
def line(qapp: QApplication, qtbot: QtBot) -> TimeLine:
    theme.apply(qapp, "light")
    made = TimeLine()
    qtbot.addWidget(made)
    made.resize(600, 128)
    made.show()
    made.show_course(COURSE)
    return made


def test_a_moment_is_said_in_words(line: TimeLine) -> None:
    line.setValue(49)

    assert line.words == "5 Mar 2026 01:00 · 49 inside · 5 messages that day"
    assert line.accessibleDescription() == line.words


def test_arrows_go_an_hour_on_and_pages_a_day(line: TimeLine) -> None:
    QTest.keyClick(line, Qt.Key.Key_Right)
    assert line.value() == 1
    QTest.keyClick(line, Qt.Key.Key_PageUp)
    assert line.value() == 25
    QTest.keyClick(line, Qt.Key.Key_End)
    assert line.value() == 71
    QTest.keyClick(line, Qt.Key.Key_PageDown)
    assert line.value() == 47


def test_a_click_goes_to_where_it_is_and_dragging_follows(line: TimeLine) -> None:
    left = Qt.MouseButton.LeftButton
    QTest.mouseClick(line, left, pos=QPoint(598, 60))
    assert line.value() == 71
    QTest.mousePress(line, left, pos=QPoint(46, 60))
    assert line.value() == 0
    QTest.mouseMove(line, QPoint(46 + 270, 60))
    assert line.value() in (35, 36)
    QTest.mouseRelease(line, left, pos=QPoint(316, 60))
    QTest.mouseMove(line, QPoint(100, 60))
    assert line.value() in (35, 36)


def test_without_a_course_nothing_can_be_chosen(line: TimeLine) -> None:
    line.show_course(None)

    assert not line.isEnabled()
    assert line.words == ""


def test_days_with_messages_are_drawn_and_the_day_looked_at_stands_out(line: TimeLine) -> None:
    image = line.grab().toImage()
    room = range(48, 586)
    full = [x for x in room if image.pixelColor(x, 85).name().upper() == theme.hex_of("c1")]
    empty = [x for x in room if image.pixelColor(x, 85).name().upper() == theme.hex_of("window")]

    # Three days of 180 pixels: the first is looked at, the second has no messages.
    assert full and max(full) < 46 + 181
    assert min(empty) > 46 + 175
