"""Decides that icons that point along the text are mirrored where it is read from right to left, and others are not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from whatsapp_studio.qt import theme
from whatsapp_studio.qt.icons import icon, program_icon


@pytest.fixture(autouse=True)
def straight(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, "light")
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def seen(name: str) -> QImage:
    return icon(name).pixmap(QSize(24, 24)).toImage()


def tip(name: str) -> float:
    """How far right its outermost point in the middle row is, from 0 to 1."""
    image = seen(name)
    row = [x for x in range(image.width()) if image.pixelColor(x, image.height() // 2).alpha() > 64]
    return sum(row) / len(row) / image.width()


def test_a_chevron_points_the_other_way(qapp: QApplication) -> None:
    assert tip("chevron-left") < 0.45 and tip("chevron-right") > 0.55
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert tip("chevron-left") > 0.55 and tip("chevron-right") < 0.45


@pytest.mark.parametrize("name", ["search", "clock", "chevron-down", "undo-2"])
def test_what_points_nowhere_stays(qapp: QApplication, name: str) -> None:
    before = seen(name)
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert seen(name) == before


def test_the_programs_own_icon_keeps_its_colours_and_gets_plainer_where_it_is_small(qapp: QApplication) -> None:
    large, small = (program_icon().pixmap(QSize(side, side)).toImage() for side in (256, 16))
    ground, paper = large.pixelColor(128, 24), large.pixelColor(70, 75)
    assert (ground.red() < 40 and ground.green() > 120) and paper.lightness() > 230
    assert large.pixelColor(0, 0).alpha() == 0 and large.pixelColor(171, 145).red() > 200
    # The small one reaches the edge: no pixel is lost to a margin.
    assert small.pixelColor(8, 0).alpha() == 255
    theme.apply(qapp, "dark")
    assert program_icon().pixmap(QSize(256, 256)).toImage() == large
