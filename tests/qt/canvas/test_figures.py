"""Numbers on the canvas stand on their card and at their output, are found where they are, and stay readable."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from tests.fixtures.drawn import document, welcome
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.canvas.figures import Figure, Figures
from whatsapp_studio.qt.canvas.scene import JourneyScene


@pytest.fixture
def scene(qapp: QApplication) -> JourneyScene:
    theme.apply(qapp, "light")
    return JourneyScene(document(welcome()))


def painted(scene: JourneyScene, area: QRectF, zoom: float = 1.0) -> QImage:
    image = QImage(round(area.width() * zoom), round(area.height() * zoom), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    scene.render(painter, QRectF(image.rect()), area)
    painter.end()
    return image


def differing(before: QImage, after: QImage) -> list[tuple[int, int]]:
    pixels = ((x, y) for x in range(before.width()) for y in range(before.height()))
    return [at for at in pixels if before.pixel(*at) != after.pixel(*at)]


def test_a_number_is_painted_on_its_card_only(scene: JourneyScene) -> None:
    figures = Figures(scene)
    hi, area = scene.steps["hi"].card, scene.steps["hi"].card.adjusted(-30, -30, 30, 90)
    before = painted(scene, area)

    figures.show_figures({"hi": Figure("4,812", share=0.5)}, {})

    changed = differing(before, painted(scene, area))
    assert changed
    assert all(hi.contains(QPointF(x, y) + area.topLeft()) for x, y in changed)


def test_a_number_at_an_output_stands_below_the_output_and_its_label(scene: JourneyScene) -> None:
    figures = Figures(scene)
    area = scene.steps["hi"].card.adjusted(-30, 0, 30, 90)
    before = painted(scene, area)

    figures.show_figures({}, {"hi:failed": Figure("37", "warning")})

    port, changed = scene.port_point("hi", "failed"), differing(before, painted(scene, area))
    assert changed
    assert min(y for _, y in changed) + area.top() > port.y() + 20
    assert abs(sum(x for x, _ in changed) / len(changed) + area.left() - port.x()) < 3


def test_a_number_is_found_where_it_stands(scene: JourneyScene) -> None:
    figures = Figures(scene)
    figures.show_figures({"hi": Figure("4,812")}, {"hi:failed": Figure("37")})
    card, port = scene.steps["hi"].card, scene.port_point("hi", "failed")

    assert figures.at(QPointF(card.right() - 20, card.top() + 51), 1.0) == "hi"
    assert figures.at(port + QPointF(0, 36), 1.0) == "hi:failed"
    assert figures.at(card.topLeft() + QPointF(20, 20), 1.0) == ""


def test_from_far_away_numbers_grow_against_the_cards(scene: JourneyScene) -> None:
    figures = Figures(scene)
    figures.show_figures({"hi": Figure("4,812")}, {})
    beside = scene.steps["hi"].card.topRight() + QPointF(-70, 40)

    assert figures.at(beside, 1.0) == ""
    assert figures.at(beside, 0.4) == "hi"


def test_nothing_is_left_when_there_are_no_numbers(scene: JourneyScene) -> None:
    figures = Figures(scene)
    area = scene.steps["hi"].card.adjusted(-30, -30, 30, 90)
    before = painted(scene, area)
    figures.show_figures({"hi": Figure("4,812")}, {"hi:failed": Figure("37")})

    figures.show_figures({}, {})

    assert differing(before, painted(scene, area)) == []
