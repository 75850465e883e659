"""Decides that charts can be read by keys and pointer, look the same as their table, and tell series apart in grey."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFocusEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from whatsapp_studio.qt import theme
from whatsapp_studio.qt.charts.bars import Bar, BarChart, counted
from whatsapp_studio.qt.charts.card import ChartCard
from whatsapp_studio.qt.charts.chart import Chart
from whatsapp_studio.qt.charts.heat import HeatMap, Spot
from whatsapp_studio.qt.charts.lines import LineChart, Series
from whatsapp_studio.reports.scale import ticks
from whatsapp_studio.reports.sections import Rate, Section

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def put(qtbot: QtBot, chart: Chart, width: int = 600) -> Chart:
    qtbot.addWidget(chart)
    chart.resize(width, chart.sizeHint().height())
    chart.show()
    qtbot.waitExposed(chart)
    return chart


def bars() -> BarChart:
    chart = BarChart("Shares")
    chart.show_bars([Bar("One", 8, "8"), Bar("Two", 0, "0"), Bar("Three", None, "not known")])
    return chart


def lines() -> LineChart:
    chart = LineChart("When")
    series = [Series("Accepted", (5, 9, 0)), Series("Delivered", (4, 8, 1)), Series("Read", (4, 8, 1))]
    chart.show_series(series, ("09:00", "10:00", "11:00"), ("nine", "ten", "eleven"))
    return chart


def heat() -> HeatMap:
    chart = HeatMap("Hours", DAYS, "Too few")
    chart.show_spots({(0, 9): Spot(0.5, False, "Mon 9"), (0, 10): Spot(0.7, True, "Mon 10"),
                      (3, 10): Spot(0.1, False, "Thu 10")})  # fmt: skip
    return chart


@pytest.mark.parametrize("make", [bars, lines, heat])
def test_every_point_is_reached_by_keys_and_by_pointer(make: type[Chart], qtbot: QtBot) -> None:
    chart = put(qtbot, make())
    chosen: list[int] = []
    chart.chosen.connect(chosen.append)
    chart.focusInEvent(QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason))
    assert chart.at == 0 and chart.accessibleDescription() == chart.said(0).replace("\n", ", ")
    for wanted in range(1, chart.count()):
        QTest.keyClick(chart, Qt.Key.Key_Right)
        assert chart.at == wanted
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert chart.at == chart.count() - 1, "the last has nothing behind it"
    QTest.keyClick(chart, Qt.Key.Key_Home)
    QTest.keyClick(chart, Qt.Key.Key_Return)
    assert chosen == [0]
    QTest.keyClick(chart, Qt.Key.Key_Escape)
    assert chart.at == -1
    for at in range(chart.count()):
        place = chart.area(at).center().toPoint()
        assert chart.under(place.toPointF()) == at
        QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=place)
    assert chosen == [0, *range(chart.count())]
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(chart.width() + 40, -40))
    assert len(chosen) == 1 + chart.count()


def test_up_and_down_in_a_week_find_the_nearest_hour(qtbot: QtBot) -> None:
    chart = put(qtbot, heat())
    chart.look_at(1)
    QTest.keyClick(chart, Qt.Key.Key_Down)
    assert isinstance(chart, HeatMap) and chart.place(chart.at) == (3, 10)
    QTest.keyClick(chart, Qt.Key.Key_Up)
    assert chart.place(chart.at) == (0, 10)


def test_what_is_there_already_is_not_painted_anew(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    chart = lines()
    told: list[None] = []
    monkeypatch.setattr(chart, "changed", lambda: told.append(None))
    series = [Series("Accepted", (5, 9, 0)), Series("Delivered", (4, 8, 1)), Series("Read", (4, 8, 1))]
    chart.show_series(series, ("09:00", "10:00", "11:00"), ("nine", "ten", "eleven"))
    assert told == []


def grey(chart: Chart) -> QImage:
    return chart.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)


def test_series_look_different_without_colour(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same numbers, each time as another of the series, and every series black."""
    monkeypatch.setattr(theme, "color", lambda role: theme.QColor("#000000" if role.startswith("c") else "#FFFFFF"))
    pictures = []
    for place in range(4):
        chart = put(qtbot, LineChart("When"))
        assert isinstance(chart, LineChart)
        series = [Series("", (0, 0, 0))] * place + [Series("", (1, 9, 4))]
        chart.show_series(series, ("", "", ""), ("a", "b", "c"))
        chart.resize(400, 260)
        pictures.append(grey(chart).copy(60, 30, 330, 190))
    assert all(a != b for at, a in enumerate(pictures) for b in pictures[at + 1 :])


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("make", [bars, lines, heat])
def test_nothing_is_painted_outside_and_all_of_it_in_both_themes(make: type[Chart], dark: bool, qtbot: QtBot) -> None:
    theme.apply(QApplication.instance(), "dark" if dark else "light")  # type: ignore[arg-type]
    try:
        for width in (280, 900):
            chart = put(qtbot, make(), width)
            for at in range(-1, chart.count()):
                chart.look_at(at)
                assert not chart.grab().isNull()
    finally:
        theme.apply(QApplication.instance(), "light")  # type: ignore[arg-type]


def test_an_empty_chart_takes_no_focus(qtbot: QtBot) -> None:
    chart = put(qtbot, bars())
    assert isinstance(chart, BarChart)
    chart.look_at(2)
    chart.show_bars([])
    assert (chart.at, chart.focusPolicy()) == (-1, Qt.FocusPolicy.NoFocus)
    assert not chart.grab().isNull()


def test_the_table_of_a_chart_is_copied_as_rows(qtbot: QtBot) -> None:
    at = datetime(2026, 3, 3, 9, tzinfo=UTC)
    section = Section(
        key="x", title="X", head=("What", "People", "Share", "When"),
        rows=(("One", 1234, Rate(1, 4), at), ("Two", None, Rate(0, 0), at + timedelta(hours=1))),
    )  # fmt: skip
    card = ChartCard("X", bars(), lambda moment: f"{moment:%H:%M}")
    qtbot.addWidget(card)
    card.show()
    card.show_section(section)
    assert card.chart.isVisible() and not card.table.isVisible()
    card.as_table.click()
    assert card.table.isVisible() and not card.chart.isVisible()
    assert card.table.item(0, 1).text() == "1,234"
    card.copy.click()
    assert QApplication.clipboard().text() == (
        "What\tPeople\tShare\tWhen\nOne\t1234\t25 %\t09:00\nTwo\tnot known\t–\t10:00"
    )
    card.table.selectRow(1)
    QTest.keyClick(card.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "What\tPeople\tShare\tWhen\nTwo\tnot known\t–\t10:00"
    card.show_section(None, "Nothing yet.")
    assert card.empty.isVisible() and not card.as_table.isVisible() and not card.table.isVisible()


def test_a_scale_ends_at_or_above_the_highest_and_is_round() -> None:
    assert [ticks(n) for n in (0, 1, 5, 6, 23, 60, 101)] == [
        (0, 1), (0, 1), (0, 1, 2, 3, 4, 5), (0, 2, 4, 6), (0, 5, 10, 15, 20, 25), (0, 20, 40, 60),
        (0, 50, 100, 150),
    ]  # fmt: skip
    assert all(ticks(n)[-1] >= n and len(ticks(n)) <= 6 for n in range(2000))


def test_a_bar_says_what_nobody_knows() -> None:
    assert [counted(None, "not known"), counted(3, ""), counted(1200, "5 %")] == ["not known", "3", "1,200  5 %"]
