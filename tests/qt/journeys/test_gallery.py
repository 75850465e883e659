"""What a new journey can start from."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.fixtures.desk import Desk
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.journeys.gallery import Gallery
from whatsapp_studio.qt.journeys.miniature import Miniature
from whatsapp_studio.qt.journeys.page import JourneysPage
from whatsapp_studio.services.examples import example, examples


@pytest.fixture
def page(desk: Desk) -> JourneysPage:
    page = desk.show(JourneysPage)
    page.open("new")
    return page


def test_blank_and_the_five_examples_are_there_each_with_a_sentence(page: JourneysPage) -> None:
    assert list(page.gallery.cards) == ["", *(one.name for one in examples())]
    for card in page.gallery.cards.values():
        assert card.isVisible()
        assert card.accessibleName() == card.title
        assert card.about in card.accessibleDescription()
    assert page.gallery.cards["welcome"].foot == "8 steps"
    assert page.title.text() == "New journey"


def test_all_of_them_fit_in_a_window_of_the_usual_size(desk: Desk) -> None:
    gallery = Gallery(desk.studio)
    desk.qtbot.addWidget(gallery)
    gallery.fill()
    gallery.resize(1366 - 88, 768 - 150)
    gallery.show()
    rows = {card.mapTo(gallery, card.rect().topLeft()).y() for card in gallery.cards.values()}
    assert len(rows) == 1
    assert gallery._area.verticalScrollBar().maximum() == 0


def test_larger_letters_get_larger_cards(desk: Desk) -> None:
    gallery = Gallery(desk.studio)
    desk.qtbot.addWidget(gallery)
    gallery.fill()
    card = gallery.cards["feedback"]
    before = card.size()
    font = card.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    card.setFont(font)
    assert card.width() > before.width() and card.height() > before.height()
    words = card.fontMetrics().boundingRect(0, 0, card.width() - 24, 1000, Qt.TextFlag.TextWordWrap, card.about)
    assert words.height() <= card.fontMetrics().height() * 4


def test_the_keyboard_reaches_them_and_escape_leads_back(desk: Desk, page: JourneysPage) -> None:
    page.window().activateWindow()
    desk.until(lambda: page.gallery.cards[""].hasFocus())
    QTest.keyClick(page.gallery.cards[""], Qt.Key.Key_Tab)
    assert page.gallery.cards["welcome"].hasFocus()
    QTest.keyClick(page.gallery.cards["welcome"], Qt.Key.Key_Escape)
    assert page.stack.currentWidget() is page.list
    assert desk.studio.journeys.all() == ()


def test_choosing_tells_which(desk: Desk) -> None:
    gallery = Gallery(desk.studio)
    desk.qtbot.addWidget(gallery)
    gallery.fill()
    gallery.fill()
    told: list[str] = []
    gallery.chosen.connect(told.append)
    for card in gallery.cards.values():
        card.click()
    assert told == ["", *(one.name for one in examples())]


@pytest.mark.parametrize("name", [one.name for one in examples()])
def test_the_picture_shows_the_journey_in_the_colours_of_the_theme(qapp: QApplication, desk: Desk, name: str) -> None:
    journey = example(name)
    seen = []
    for choice in ("light", "dark"):
        theme.apply(qapp, choice)
        picture = Miniature(journey).picture(QSize(180, 316), 1.0).toImage()
        colours = {picture.pixelColor(x, y).rgb() for x in range(picture.width()) for y in range(picture.height())}
        drawn = {QColor(theme.hex_of(role)).rgb() for role in ("n_entry", "n_message", "n_exit")}
        assert drawn <= colours
        seen.append(picture)
    assert seen[0] != seen[1]
    theme.apply(qapp, "light")


def test_a_picture_stays_inside_its_frame_whatever_the_journey(desk: Desk) -> None:
    for journey in (Journey(id="a"), example("feedback")):
        picture = Miniature(journey).picture(QSize(60, 40), 2.0).toImage()
        edge = [picture.pixelColor(x, y).alpha() for x in range(120) for y in (0, 79)]
        edge += [picture.pixelColor(x, y).alpha() for x in (0, 119) for y in range(80)]
        assert set(edge) == {0}
