"""The walk over every screen finds what it is there for, and Tab goes where the walk says."""

from __future__ import annotations

import ast
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QProxyStyle,
    QPushButton,
    QStyle,
    QTableWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.fixtures.desk import Desk
from tests.fixtures.opened import Open
from tests.screens.reach import reach, tab_chain
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.tab_order import follow_layout
from whatsapp_studio.qt.widgets import toast
from whatsapp_studio.qt.widgets.bubble_motion import motion_ms
from whatsapp_studio.qt.widgets.fields import FormRow
from whatsapp_studio.qt.widgets.toast import Toast

QT = Path(__file__).parents[3] / "whatsapp_studio" / "qt"


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> None:
    theme.apply(qapp, "light")


def shown(qtbot: QtBot, *widgets: QWidget) -> QWidget:
    box = QWidget()
    qtbot.addWidget(box)
    column = QVBoxLayout(box)
    for one in widgets:
        column.addWidget(one)
    with qtbot.waitExposed(box):
        box.show()
    return box


def kinds(box: QWidget) -> set[str]:
    return {one.kind for one in reach(box)}


def test_a_plain_form_has_no_barrier(qtbot: QtBot) -> None:
    assert reach(shown(qtbot, FormRow("&Name", QLineEdit()), QPushButton("&Save"))) == []


def silent() -> QWidget:
    button = QToolButton()
    button.setFixedSize(30, 30)
    return button


def small() -> QWidget:
    button = QPushButton("x")
    button.setFixedSize(20, 30)
    return button


def greedy() -> QWidget:
    field = QPlainTextEdit()
    field.setAccessibleName("Notes")
    return field


def wrong() -> QWidget:
    field = QLineEdit()
    field.setAccessibleName("Number")
    field.setProperty("invalid", True)
    return field


def unreachable() -> QWidget:
    button = QPushButton("Go")
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return button


def table() -> QWidget:
    made = QTableWidget(1, 1)
    made.setAccessibleName("People")
    return made


def dot() -> QWidget:
    label = QLabel()
    label.setProperty("role", "success")
    label.setFixedSize(12, 12)
    return label


def rows() -> QWidget:
    made = QListWidget()
    made.setAccessibleName("Languages")
    made.addItem("")
    return made


@pytest.mark.parametrize(
    ("make", "kind"),
    [
        (silent, "has no name"), (small, "is hard to hit"), (greedy, "keeps the Tab key for itself"),
        (wrong, "does not say what is wrong with it"), (unreachable, "cannot be pressed with keys"),
        (table, "keeps the Tab key for itself"), (dot, "says something by its colour alone"),
        (rows, "has a row that says nothing"),
    ],
)  # fmt: skip
def test_the_walk_finds_it(qtbot: QtBot, make: Callable[[], QWidget], kind: str) -> None:
    assert kind in kinds(shown(qtbot, make()))


def test_the_walk_finds_a_key_that_two_have(qtbot: QtBot) -> None:
    box = shown(qtbot, QPushButton("&Save"), QPushButton("&Send"))
    assert kinds(box) == {"has a key that another has too"}


def test_the_walk_finds_an_order_that_jumps(qtbot: QtBot) -> None:
    first, second, third = (QPushButton(text) for text in ("One", "Two", "Three"))
    box = shown(qtbot, first, second, third)
    assert reach(box) == []
    QWidget.setTabOrder(third, second)
    QWidget.setTabOrder(first, third)
    assert kinds(box) == {"is come to out of order"}
    follow_layout(box)
    assert reach(box) == []


@pytest.mark.parametrize("mirrored", [False, True])
def test_tab_follows_what_came_later_and_the_way_one_reads(qtbot: QtBot, *, mirrored: bool) -> None:
    row = QWidget()
    line = QHBoxLayout(row)
    last = QPushButton("Last")
    box = shown(qtbot, row, last)
    box.setLayoutDirection(Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight)
    for text in ("One", "Two"):
        line.addWidget(QPushButton(text))
    qtbot.waitUntil(lambda: len(tab_chain(box)) == 3)
    follow_layout(box)
    names = [one.text() for one in tab_chain(box) if isinstance(one, QPushButton)]
    start = names.index("One")
    assert names[start:] + names[:start] == ["One", "Two", "Last"]


def test_tab_goes_all_through_the_window_and_comes_round(
    desk: Desk, open_window: Open, qtbot: QtBot
) -> None:
    window = open_window(desk.studio)
    window.go("contacts")
    qtbot.waitUntil(lambda: len(tab_chain(window)) > 10)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    stops: list[QWidget] = []
    for _ in range(80):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        one = QApplication.focusWidget()
        assert one is not None
        if stops and one is stops[0]:
            break
        stops.append(one)
    else:
        pytest.fail("Tab does not come round")
    assert len(set(map(id, stops))) == len(stops)
    # Of buttons of which one is chosen Tab comes to that one; arrows go on from it.
    missed = [one for one in tab_chain(window) if one not in stops and not getattr(one, "autoExclusive", bool)()]
    assert missed == []


def test_a_toast_is_announced_politely(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[QAccessibleAnnouncementEvent] = []
    monkeypatch.setattr(toast.QAccessible, "updateAccessibility", said.append)
    Toast.show_in(shown(qtbot, QPushButton("Save")), "Saved.")
    assert [one.message() for one in said] == ["Saved."]
    assert said[0].politeness() == QAccessible.AnnouncementPoliteness.Polite


def test_nothing_interrupts_who_listens_and_nothing_moves_for_long() -> None:
    loud, moving = [], []
    for path in QT.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and node.attr == "Assertive":
                loud.append(path.name)
            # A carousel slides (bubble_motion.motion_ms); whoever brings another movement asks there how long.
            name = node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""
            if name in ("QPropertyAnimation", "QVariantAnimation", "QTimeLine", "QSequentialAnimationGroup", "QMovie"):
                moving.append(path.name)
    assert loud == []
    assert set(moving) == {"bubble_motion.py"}


@pytest.mark.parametrize(("wished", "lasts"), [(0, 0), (-1, 0), (100, 100), (5000, 180)])
def test_a_movement_is_short_and_there_is_none_where_nobody_wants_it(
    qapp: QApplication, wished: int, lasts: int
) -> None:
    class Style(QProxyStyle):
        def styleHint(self, hint: QStyle.StyleHint, *rest: object) -> int:
            return wished if hint == QStyle.StyleHint.SH_Widget_Animation_Duration else super().styleHint(hint, *rest)

    widget, style = QWidget(), Style()
    widget.setStyle(style)
    assert motion_ms(widget) == lasts
