"""Numbers on the canvas stand on their card and at their output, are found where they are, and stay readable."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from tests.fixtures.drawn import document, welcome
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.canvas.counters import Counter, Counters, Spot
from whatsapp_studio.qt.canvas.scene import JourneyScene

CAME = Counter("entered", "4,812", "arrow-down", main=True)
FAILED = Counter("passed", "37", "", "warning")


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


def test_a_number_hangs_on_its_card(scene: JourneyScene) -> None:
    numbers = Counters(scene)
    hi, area = scene.steps["hi"].card, scene.steps["hi"].card.adjusted(-30, -30, 30, 90)
    before = painted(scene, area)

    numbers.show_counters({"hi": (CAME,)}, {})

    changed = differing(before, painted(scene, area))
    assert changed
    # It hangs on the upper edge, at its end.
    assert all(hi.left() < x + area.left() < hi.right() and y + area.top() < hi.top() + 10 for x, y in changed)


def test_a_number_at_an_output_stands_below_the_output_and_its_label(scene: JourneyScene) -> None:
    numbers = Counters(scene)
    area = scene.steps["hi"].card.adjusted(-30, 0, 30, 90)
    before = painted(scene, area)

    numbers.show_counters({}, {"hi:failed": FAILED})

    port, changed = scene.port_point("hi", "failed"), differing(before, painted(scene, area))
    assert changed
    assert min(y for _, y in changed) + area.top() > port.y() + 20
    assert abs(sum(x for x, _ in changed) / len(changed) + area.left() - port.x()) < 3


def test_a_number_is_found_where_it_stands(scene: JourneyScene) -> None:
    numbers = Counters(scene)
    numbers.show_counters({"hi": (CAME,)}, {"hi:failed": FAILED})
    card, port = scene.steps["hi"].card, scene.port_point("hi", "failed")

    assert numbers.at(QPointF(card.right() - 20, card.top() - 4), 1.0) == Spot("hi", "entered")
    assert numbers.at(port + QPointF(0, 36), 1.0) == Spot("hi", "passed", "failed")
    assert numbers.at(card.topLeft() + QPointF(20, 20), 1.0) is None


def test_from_far_away_numbers_grow_against_the_cards(scene: JourneyScene) -> None:
    numbers = Counters(scene)
    numbers.show_counters({"hi": (CAME,)}, {})
    above = scene.steps["hi"].card.topRight() + QPointF(-20, -26)

    assert numbers.at(above, 1.0) is None
    assert numbers.at(above, 0.4) == Spot("hi", "entered")
    assert numbers.at(above, 0.1) is None


def test_nothing_is_left_when_there_are_no_numbers(scene: JourneyScene) -> None:
    numbers = Counters(scene)
    area = scene.steps["hi"].card.adjusted(-30, -30, 30, 90)
    before = painted(scene, area)
    numbers.show_counters({"hi": (CAME,)}, {"hi:failed": FAILED})

    numbers.show_counters({}, {})

    assert differing(before, painted(scene, area)) == []
