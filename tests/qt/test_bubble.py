"""How a message looks on a phone."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.fixtures.templates import CAROUSEL, OFFER, PHONE, PLAIN_LINK, REPLY, body, buttons, header, media, raw
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.widgets.bubble import BubbleView
from whatsapp_studio.qt.widgets.bubble_paint import MARGIN, READ_MORE_AFTER
from whatsapp_studio.qt.widgets.bubble_phone import DARK, LIGHT
from whatsapp_studio.qt.widgets.bubble_text import cut
from whatsapp_studio.templates.bubble import bubble
from whatsapp_studio.templates.formatting import lines
from whatsapp_studio.templates.template import parse

WIDTH = 320
HEBREW = "שלום, ההזמנה שלך מוכנה"


@pytest.fixture
def view(qapp: QApplication, qtbot: QtBot) -> BubbleView:
    theme.apply(qapp, "light")
    made = BubbleView()
    qtbot.addWidget(made)
    made.setFixedWidth(WIDTH)
    return made


def show(view: BubbleView, *components: dict[str, Any], values: dict[str, str] | None = None, **more: Any) -> QImage:
    """Show a template of these components; returns what is seen."""
    return shown(view, raw(*components, **more), values)


def shown(view: BubbleView, template: dict[str, Any], values: dict[str, str] | None = None) -> QImage:
    view.show_bubble(bubble(parse(template), values or {}))
    view.resize(WIDTH, view.heightForWidth(WIDTH))
    return view.grab().toImage()


def inked(image: QImage, area: QRect, ink: str) -> int:
    """How many pixels of an area have the full colour of an ink."""
    wanted = QColor(ink).rgb()
    return sum(
        image.pixel(x, y) == wanted
        for x in range(area.left(), area.right() + 1)
        for y in range(area.top(), area.bottom() + 1)
    )


def has_colour(image: QImage, colour: str) -> bool:
    wanted = QColor(colour).rgb()
    return any(image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height()))


def paper_right(image: QImage, y: int = 40) -> int:
    """How far the bubble reaches to the right."""
    wanted = QColor(LIGHT["bubble"]).rgb()
    return max(x for x in range(image.width()) if image.pixel(x, y) == wanted)


def test_without_a_message_the_phone_is_empty_and_says_so(view: BubbleView):
    view.show_bubble(None)
    assert view.accessibleDescription() == "Nothing to show yet"
    assert view.heightForWidth(WIDTH) > 2 * MARGIN
    assert not has_colour(view.grab().toImage(), LIGHT["bubble"])


def test_a_screen_reader_hears_the_whole_message(view: BubbleView):
    footer = {"type": "FOOTER", "text": "Reply stop"}
    four = buttons(REPLY, PHONE, PLAIN_LINK, REPLY)
    show(view, header("Sale"), body("Hi {{1}}"), footer, four, values={"body.1": "Ann"})
    said = view.accessibleDescription()
    assert said.splitlines()[:3] == ["Sale", "Hi Ann", "Reply stop"]
    assert said.count("Button: ") == 4  # also the buttons behind "See all options"


def test_more_text_makes_it_taller_and_a_wider_phone_less_tall(view: BubbleView):
    show(view, body("Hi"))
    short = view.heightForWidth(WIDTH)
    show(view, body("A long story that needs a few lines on any phone. " * 4))
    long = view.heightForWidth(WIDTH)
    assert long > short
    assert view.heightForWidth(220) > long
    assert view.minimumHeight() == long


def test_large_text_is_taller(view: BubbleView):
    show(view, body("A few words that fill more than one line of the phone"), buttons(REPLY))
    usual = view.heightForWidth(WIDTH)
    view.set_text_scale(1.3)
    assert view.heightForWidth(WIDTH) > usual * 1.1


def test_a_short_text_makes_a_narrow_bubble_and_buttons_a_wide_one(view: BubbleView):
    assert paper_right(show(view, body("Hi there"))) < WIDTH / 2
    assert paper_right(show(view, body("Hi there"), buttons(REPLY))) > WIDTH * 0.9


def test_the_time_stands_beside_a_last_line_that_leaves_room(view: BubbleView):
    show(view, body("Hi\nyou"))
    beside = view.heightForWidth(WIDTH)
    show(view, body("Hi\n" + "אתה"))
    assert view.heightForWidth(WIDTH) > beside  # a line from the right ends where the time would stand


@pytest.mark.parametrize("dark", [False, True])
def test_the_look_is_the_phones_own(qapp: QApplication, view: BubbleView, dark: bool):
    theme.apply(qapp, "light" if dark else "dark")
    view.set_dark(dark)
    image = show(view, body("Hi"))
    colours = DARK if dark else LIGHT
    assert has_colour(image, colours["wall"])
    assert has_colour(image, colours["bubble"])
    assert not has_colour(image, (LIGHT if dark else DARK)["wall"])


def _sides(image: QImage, top: int, height: int, ink: str) -> tuple[int, int]:
    """Ink in the left and in the right third of the bubble."""
    left, right = round(MARGIN) + 4, WIDTH - round(MARGIN) - 4
    third = (right - left) // 3
    return (
        inked(image, QRect(left, top, third, height), ink),
        inked(image, QRect(right - third, top, third, height), ink),
    )


def test_each_paragraph_runs_its_own_way_whatever_the_program_does(view: BubbleView):
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    left, right = _sides(show(view, body("Hoi"), buttons(REPLY)), 20, 22, LIGHT["text"])
    assert left > 0 and right == 0
    view.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    left, right = _sides(show(view, body("שלום"), buttons(REPLY)), 20, 22, LIGHT["text"])
    assert left == 0 and right > 0


def test_a_footer_in_hebrew_runs_from_the_right(view: BubbleView):
    image = show(view, body("שלום"), {"type": "FOOTER", "text": "להסרה"}, buttons(REPLY))
    left, right = _sides(image, 44, 20, LIGHT["meta"])
    assert right > 0 and left == 0


def test_an_unfilled_place_is_marked_and_a_filled_one_not(view: BubbleView):
    assert has_colour(show(view, body("Hi {{1}}, hello")), LIGHT["place"])
    assert not has_colour(show(view, body("Hi {{1}}, hello"), values={"body.1": "Ann"}), LIGHT["place"])


def test_a_quote_has_a_bar_on_the_side_its_text_begins(view: BubbleView):
    def bar(text: str) -> int:
        image, wanted = show(view, body(text), buttons(REPLY)), QColor(LIGHT["quote"]).rgb()
        found = [x for x in range(WIDTH) for y in range(20, 40) if image.pixel(x, y) == wanted]
        return sum(found) // len(found)

    assert bar("> as they said") < WIDTH / 3
    assert bar(f"> {HEBREW[:9]}") > 2 * WIDTH / 3


@pytest.mark.parametrize(
    ("form", "least"), [("IMAGE", 130), ("VIDEO", 130), ("LOCATION", 110), ("DOCUMENT", 50), ("GIF", 130)]
)
def test_media_takes_room_above_the_text(view: BubbleView, form: str, least: int):
    show(view, body("Hi"), buttons(REPLY))
    plain = view.heightForWidth(WIDTH)
    show(view, media(form), body("Hi"), buttons(REPLY))
    assert view.heightForWidth(WIDTH) - plain >= least


def test_a_place_shows_its_name_under_the_map(view: BubbleView):
    show(view, media("LOCATION"), body("Hi"))
    before = view.heightForWidth(WIDTH)
    show(view, media("LOCATION"), body("Hi"), values={"header.location": "52.1, 4.9; Shop; Main Street 1"})
    assert view.heightForWidth(WIDTH) > before
    assert "Shop, Main Street 1" in view.accessibleDescription()


def test_a_picture_of_this_machine_is_shown(view: BubbleView, tmp_path: Path):
    path = tmp_path / "bike.png"
    picture = QImage(1600, 400, QImage.Format.Format_RGB32)
    picture.fill(QColor("#123456"))
    assert picture.save(str(path))
    for address in (str(path), path.as_uri()):
        assert has_colour(show(view, media("IMAGE"), body("Hi"), values={"header.media": address}), "#123456")


def test_nothing_is_fetched_from_the_network(view: BubbleView, monkeypatch: pytest.MonkeyPatch):
    def refuse(*_args: object, **_more: object) -> None:
        raise AssertionError("asked the network")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    image = show(view, media("IMAGE"), body("Hi"), values={"header.media": "https://shop.example/bike.png"})
    assert has_colour(image, LIGHT["knob"])


@pytest.mark.parametrize("address", ["/no/such/file.png", "file:///no/such.png", "C:\\gone.png", "\0", "1234567890"])
def test_a_picture_that_cannot_be_read_is_a_placeholder(view: BubbleView, address: str):
    assert has_colour(show(view, media("IMAGE"), body("Hi"), values={"header.media": address}), LIGHT["knob_ink"])


def test_three_buttons_stand_on_the_bubble_and_of_four_only_two(view: BubbleView):
    heights = []
    for count in (2, 3, 4, 10):
        show(view, body("Hi"), buttons(*[REPLY] * count))
        heights.append(view.heightForWidth(WIDTH))
    two, three, four, ten = heights
    assert three > two
    assert three == four == ten  # two of them and "See all options"


def test_an_offer_is_a_panel_of_its_own(view: BubbleView):
    with_offer = shown(view, OFFER)
    tall = view.heightForWidth(WIDTH)
    assert has_colour(with_offer, LIGHT["place"])
    shown(view, {**OFFER, "components": [one for one in OFFER["components"] if one["type"] != "LIMITED_TIME_OFFER"]})
    assert tall - view.heightForWidth(WIDTH) >= 48


def test_a_long_text_is_folded_until_its_end_is_asked_for(view: BubbleView, qtbot: QtBot):
    text = "Bicycles and more bicycles. " * 40 + "The very end."
    show(view, body(text))
    folded = view.heightForWidth(WIDTH)
    assert view.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert "The very end." in view.accessibleDescription()
    view.show()
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert view.heightForWidth(WIDTH) > folded
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert view.heightForWidth(WIDTH) == folded


def test_read_more_can_be_touched(view: BubbleView, qtbot: QtBot):
    show(view, body("Bicycles and more bicycles. " * 40))
    folded = view.heightForWidth(WIDTH)
    at = QPoint(round(MARGIN) + 20, folded - round(MARGIN) - 16)
    QTest.mouseMove(view, at)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=at)
    assert view.heightForWidth(WIDTH) > folded


def test_a_text_as_long_as_fits_is_whole():
    whole = lines("x" * READ_MORE_AFTER, "body", {})
    assert cut(whole, READ_MORE_AFTER) == (whole, False)
    kept, folded = cut(lines("*bold* text\nsecond line", "body", {}), 14)
    assert folded
    assert [line.text for line in kept] == ["bold text", "seco…"]
    assert kept[0].spans[0].bold


def test_a_carousel_is_swiped_by_keys_and_by_touch(view: BubbleView):
    first = shown(view, CAROUSEL)
    assert view.focusPolicy() & Qt.FocusPolicy.TabFocus
    view.swipe(-1)
    assert view.first_card == 0
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.first_card == 1
    assert view.grab().toImage() != first
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.first_card == 1  # the last one stays
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.first_card == 0
    view.grab()
    knob = view._spots["next"].center().toPoint()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=knob)
    assert view.first_card == 1
    shown(view, raw(body("No cards")))
    assert view.first_card == 0
    assert not view.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_keys_it_has_no_use_for_go_on_to_the_page(view: BubbleView, qtbot: QtBot):
    show(view, body("Hi"))
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_A)
    assert view.first_card == 0
