"""What one can do with a message on the phone: open all options, slide its cards, see files, watch a clock."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.fixtures.templates import CAROUSEL, COUPON, OFFER, PHONE, PLAIN_LINK, REPLY, body, buttons, raw
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.widgets import bubble_motion, bubble_strokes
from whatsapp_studio.qt.widgets.bubble import BubbleView, bubble_picture
from whatsapp_studio.qt.widgets.bubble_phone import LIGHT, Phone
from whatsapp_studio.qt.widgets.bubble_text import cut
from whatsapp_studio.templates.bubble import Bubble, bubble
from whatsapp_studio.templates.formatting import lines
from whatsapp_studio.templates.template import parse

WIDTH = 320
NOW = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
FOUR = raw(body("Hi"), buttons(REPLY, PHONE, PLAIN_LINK, COUPON))
THREE = raw(body("Look"), {**CAROUSEL["components"][1], "cards": CAROUSEL["components"][1]["cards"][:1] * 3})
OURS = "#D9FDD3"


@pytest.fixture
def view(qapp: QApplication, qtbot: QtBot) -> BubbleView:
    theme.apply(qapp, "light")
    made = BubbleView()
    qtbot.addWidget(made)
    made.resize(WIDTH, 600)
    made.show()
    return made


def seen(view: BubbleView, template: dict[str, Any] | None = None, values: dict[str, str] | None = None) -> QImage:
    """Show a template (or what is shown already) as tall as it has to be; returns what is seen."""
    if template is not None:
        view.show_bubble(bubble(parse(template), values or {}, now=NOW))
    view.resize(WIDTH, view.heightForWidth(WIDTH))
    return view.grab().toImage()


def has_colour(image: QImage, colour: str) -> bool:
    wanted = QColor(colour).rgb()
    return any(image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height()))


def click(view: BubbleView, at: QPointF) -> None:
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=at.toPoint())


# -- all options -------------------------------------------------------------------------------------


def test_all_options_open_by_touch_and_close_by_the_cross(view: BubbleView):
    seen(view, FOUR)
    view.setFocus()
    before = seen(view)
    closed = view.height()
    click(view, view._spots["options"].center())
    assert view.options_open
    opened = seen(view)
    assert opened != before
    assert view.height() > closed  # room for all four
    click(view, view._spots["sheet"].center())
    assert view.options_open
    click(view, view._spots["close"].center())
    assert not view.options_open
    assert seen(view) == before


def test_a_touch_beside_the_options_closes_them(view: BubbleView):
    seen(view, FOUR)
    view.open_options()
    seen(view)
    click(view, QPointF(20, 8))
    assert not view.options_open


def test_all_options_open_and_close_by_keys(view: BubbleView):
    seen(view, FOUR)
    assert view.focusPolicy() & Qt.FocusPolicy.TabFocus
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert view.options_open
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not view.options_open
    QTest.keyClick(view, Qt.Key.Key_Space)
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert not view.options_open


def test_up_and_down_choose_between_a_long_text_and_the_options(view: BubbleView):
    seen(view, raw(body("Bicycles and more bicycles. " * 40), buttons(*[REPLY] * 4)))
    view.setFocus()
    folded = view.heightForWidth(WIDTH)
    view.grab()
    QTest.keyClick(view, Qt.Key.Key_Down)
    ring = view.grab().toImage()
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert view.options_open
    QTest.keyClick(view, Qt.Key.Key_Return)
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert view.grab().toImage() != ring
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert not view.options_open
    assert view.heightForWidth(WIDTH) > folded


def test_options_close_when_a_message_without_them_comes(view: BubbleView):
    seen(view, FOUR)
    view.open_options()
    seen(view, raw(body("Hi")))
    assert not view.options_open
    view.open_options()
    assert not view.options_open


# -- a carousel that slides --------------------------------------------------------------------------


@pytest.fixture
def still(monkeypatch: pytest.MonkeyPatch) -> None:
    """A desktop on which somebody asked for no motion."""
    monkeypatch.setattr(bubble_motion, "motion_ms", lambda _widget: 0)


def test_cards_slide_smoothly(view: BubbleView, qtbot: QtBot):
    seen(view, THREE)
    places: list[float] = []
    view._slide._motion.valueChanged.connect(places.append)
    view.swipe(1)
    assert view.first_card == 1
    assert view._slide.moving
    qtbot.waitUntil(lambda: not view._slide.moving)
    assert view._slide.position == 1.0
    assert any(0 < place < 1 for place in places)
    assert places == sorted(places)


@pytest.mark.usefixtures("still")
def test_cards_jump_where_motion_is_not_wanted(view: BubbleView):
    seen(view, THREE)
    view.swipe(1)
    assert not view._slide.moving
    assert view._slide.position == 1.0


def _mouse(view: BubbleView, kind: QEvent.Type, x: float) -> None:
    left = Qt.MouseButton.LeftButton
    button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else left
    at = QPointF(x, 120)
    event = QMouseEvent(kind, at, view.mapToGlobal(at), button, left, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(view, event)


def _pull(view: BubbleView, start: float, end: float) -> None:
    _mouse(view, QEvent.Type.MouseButtonPress, start)
    _mouse(view, QEvent.Type.MouseMove, (start + end) / 2)
    _mouse(view, QEvent.Type.MouseMove, end)


@pytest.mark.usefixtures("still")
def test_a_finger_pulls_the_cards_and_lets_go(view: BubbleView):
    seen(view, THREE)
    _pull(view, 250, 140)
    assert 0.3 < view._slide.position < 0.7
    assert view.cursor().shape() == Qt.CursorShape.ClosedHandCursor
    _mouse(view, QEvent.Type.MouseButtonRelease, 140)
    assert (view.first_card, view._slide.position) == (1, 1.0)
    _pull(view, 100, 130)
    _mouse(view, QEvent.Type.MouseButtonRelease, 130)
    assert view.first_card == 1  # not far enough
    _pull(view, 100, 300)
    _mouse(view, QEvent.Type.MouseButtonRelease, 300)
    _pull(view, 100, 300)
    assert -0.2 < view._slide.position < 0  # a little past the first
    _mouse(view, QEvent.Type.MouseButtonRelease, 300)
    assert (view.first_card, view._slide.position) == (0, 0.0)


def _turn(view: BubbleView, x: int, y: int, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> bool:
    at = QPointF(100, 100)
    event = QWheelEvent(
        at, view.mapToGlobal(at), QPoint(), QPoint(x, y), Qt.MouseButton.NoButton, keys, Qt.ScrollPhase.NoScrollPhase,
        False,
    )  # fmt: skip
    event.ignore()
    QApplication.sendEvent(view, event)
    return event.isAccepted()


@pytest.mark.usefixtures("still")
def test_a_wheel_slides_the_cards_only_sideways(view: BubbleView):
    seen(view, THREE)
    assert not _turn(view, 0, -120)  # the page scrolls
    assert view.first_card == 0
    assert _turn(view, -60, 0)
    assert view.first_card == 0
    _turn(view, -60, 0)
    assert view.first_card == 1
    _turn(view, 0, -120, Qt.KeyboardModifier.ShiftModifier)
    assert view.first_card == 2
    _turn(view, 120, 0)
    assert view.first_card == 1
    seen(view, raw(body("Hi")))
    assert not _turn(view, -120, 0)


@pytest.mark.usefixtures("still")
def test_the_last_card_stands_at_the_right(view: BubbleView):
    seen(view, THREE)
    view.swipe(2)
    image = seen(view)
    row = [image.pixel(x, image.height() - 40) == QColor(LIGHT["bubble"]).rgb() for x in range(WIDTH)]
    assert row[WIDTH - 24]
    assert not row[WIDTH - 8]


# -- sides and clocks --------------------------------------------------------------------------------


def test_what_we_sent_stands_at_the_right_with_its_ticks(view: BubbleView):
    left = seen(view, raw(body("Hi")))
    view.set_side("right", "delivered")
    grey = seen(view)
    view.set_side("right", "read")
    blue = seen(view)
    assert not has_colour(left, OURS)
    assert has_colour(grey, OURS)
    assert grey != blue
    wanted = QColor(OURS).rgb()
    assert min(x for x in range(WIDTH) if grey.pixel(x, 30) == wanted) > WIDTH / 2
    view.set_side("left", "read")
    assert seen(view) == left  # nobody sees ticks on what others wrote


def test_the_clock_of_an_offer_runs_while_it_is_seen(view: BubbleView, qtbot: QtBot):
    view._second.setInterval(5)
    seen(view, OFFER, {"offer.expires": (NOW + timedelta(hours=2)).isoformat()})
    for _ in range(2):
        with qtbot.waitSignal(view._second.timeout):
            pass
    paint = view._paint()
    assert paint is not None
    assert paint.shown.offer_clock is not None
    assert paint.shown.offer_clock.left is not None
    assert timedelta(hours=1, minutes=59) < paint.shown.offer_clock.left < timedelta(hours=2)
    view.hide()
    assert not view._second.isActive()
    view.show()
    assert view._second.isActive()
    seen(view, raw(body("Hi")))
    assert not view._second.isActive()


# -- drawing -----------------------------------------------------------------------------------------


def test_drawing_again_lays_nothing_out_again(view: BubbleView, monkeypatch: pytest.MonkeyPatch):
    made = 0
    real = bubble_strokes.document

    def counted(*given: Any) -> Any:
        nonlocal made
        made += 1
        return real(*given)

    monkeypatch.setattr(bubble_strokes, "document", counted)
    seen(view, THREE)
    before = made
    assert before
    view.grab()
    view.swipe(1)
    view.grab()
    assert made == before
    view.set_dark(True)
    view.grab()
    assert made > before


def test_a_small_picture_is_drawn_once(qapp: QApplication):
    shown, phone, size = bubble(parse(OFFER)), Phone(font=qapp.font()), QSize(200, 100)
    first = bubble_picture(shown, phone, size, 0.8)
    assert bubble_picture(bubble(parse(OFFER)), Phone(font=qapp.font()), size, 0.8) is first
    dark = bubble_picture(shown, msgspec.structs.replace(phone, dark=True), size, 0.8)
    assert dark.toImage() != first.toImage()
    fine = bubble_picture(shown, msgspec.structs.replace(phone, ratio=2.0), size, 0.8)
    assert (fine.width(), fine.deviceIndependentSize().width()) == (400, 200)


def test_a_font_that_changes_is_laid_out_anew(view: BubbleView):
    seen(view, raw(body("A few words that fill more than one line of the phone")))
    before = view._paint()
    font = QFont(view.font())
    font.setItalic(True)
    view.setFont(font)
    assert view._paint() is not before


_odd = st.text(max_size=30) | st.sampled_from(
    ["*b*", "\n", "> q", "- x", "```c\nd```",
     "שלום", "مرحبا", "👨‍👩‍👧", "e\u0301" * 40, "W" * 99, "\u202e", "\ud800", "{{1}}"]
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.lists(_odd, min_size=1, max_size=12).map("".join), st.booleans(), st.sampled_from([1.0, 1.3]))
def test_any_text_can_be_drawn(view: BubbleView, text: str, dark: bool, scale: float):
    view.set_dark(dark)
    view.set_text_scale(scale)
    shown = Bubble(body=lines(text, "body", {}), footer=text[:60], offer=text[:16])
    view.show_bubble(shown)
    assert view.heightForWidth(220) > 0
    assert not view.grab().isNull()


@given(st.lists(_odd, max_size=12).map("".join), st.integers(0, 60))
def test_a_cut_keeps_the_beginning_and_no_character_in_pieces(text: str, most: int):
    whole = lines(text, "body", {})
    kept, folded = cut(whole, most)
    before, after = "\n".join(line.text for line in whole), "\n".join(line.text for line in kept)
    assert folded == (len(before) > most)
    if folded:
        assert after.endswith("…")


def test_a_family_stays_together_where_a_text_is_cut():
    for most in range(2, 8):
        kept, _ = cut(lines("ab👨‍👩‍👧cd", "body", {}), most)
        assert kept[0].text == ("ab…" if most < 7 else "ab👨‍👩‍👧…")
    kept, _ = cut(lines("e\u0301e\u0301", "body", {}), 3)
    assert kept[0].text == "e\u0301…"


def test_many_short_lines_are_cut_too():
    kept, folded = cut(lines("x\n" * 30, "body", {}), 768, 24)
    assert folded
    assert len(kept) == 24
    assert kept[-1].text == "x…"
