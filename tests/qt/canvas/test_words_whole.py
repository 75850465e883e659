"""Shows that the words at outputs and the names of steps are whole, on the screen and on paper (C21)."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.fixtures.drawn import document, journey, step
from whatsapp_studio.base.paths import resource
from whatsapp_studio.journeys.codec import load
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.qt.canvas import export
from whatsapp_studio.qt.canvas.ink import ink
from whatsapp_studio.qt.canvas.labels import Label, parted
from whatsapp_studio.qt.canvas.scene import JourneyScene

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
EXAMPLES = sorted(resource("samples/journeys").glob("*.wsjourney"), key=lambda path: path.name)
LONG = "Whoever wants to be called back before the next weekend"


def example(path: Path) -> Journey:
    return load(path.read_bytes()).journey


def branches(*names: str) -> Journey:
    """A condition with these paths, and one more."""
    rules = [{"id": f"p{n}", "name": name, "rule": None} for n, name in enumerate(names)]
    return journey({"ask": (step("ask", "condition", "Which?", rules=rules), (0, 0))}, [])


def texts(svg: bytes) -> list[str]:
    root = ElementTree.fromstring(svg)
    return ["".join(one.itertext()).strip() for one in root.iter("{http://www.w3.org/2000/svg}text")]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_word_at_an_output_of_an_example_is_whole(path: Path, qapp: QApplication) -> None:
    shown = example(path)
    scene = JourneyScene(document(shown))
    labels = [label for item in scene.labels.values() for label in item.labels()]
    assert len(labels) > 4 and [label.port.label for label in labels if not label.whole] == []
    assert [i for i, item in scene.steps.items() if not item.whole[0]] == []
    assert texts(export.as_svg(shown, NOW)).count("In full") == 0


@given(st.lists(st.floats(4, 400), min_size=2, max_size=8))
def test_words_share_their_room_and_each_stands_under_its_output(needs: list[float]) -> None:
    wide = max(208.0, len(needs) * 64.0)
    spots = [wide * (2 * n + 1) / (2 * len(needs)) for n in range(len(needs))]
    edges = parted(spots, needs, -20, wide + 20)
    assert (edges[0], edges[-1]) == (-20, wide + 20) and len(edges) == len(needs) + 1
    for spot, (left, right) in zip(spots, pairwise(edges), strict=True):
        assert left + 7.5 <= spot <= right - 7.5
    room = [right - left for left, right in pairwise(edges)]
    # Nobody is cut as long as another one has more than it needs and could give of it: short words stay whole.
    if max(needs) * len(needs) <= wide - 16:
        assert all(has >= need - 0.6 for has, need in zip(room, needs, strict=True))


def test_the_longest_words_give_way_first(qapp: QApplication) -> None:
    scene = JourneyScene(document(branches("yes", LONG)))
    short, long, other = scene.labels["ask"].labels()
    assert short.whole and other.whole and not long.whole
    assert long.pill.width() > 90


def painted(scene: JourneyScene, label: Label, sharp: float) -> QRectF:
    """Where in a pill its word is painted, the first time that it is."""
    pill = label.pill.translated(scene.labels["ask"].pos())
    image = QImage(round(pill.width() * sharp), round(pill.height() * sharp), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    scene.render(painter, QRectF(image.rect()), pill, Qt.AspectRatioMode.IgnoreAspectRatio)
    painter.end()
    dark = [x for x in range(round(3 * sharp), image.width() - round(3 * sharp))
            for y in range(round(4 * sharp), image.height() - round(4 * sharp))
            if QColor(image.pixel(x, y)).lightness() < 150]  # fmt: skip
    return QRectF(min(dark) / sharp, 0, (max(dark) - min(dark)) / sharp, 1)


@pytest.mark.parametrize("sharp", [1.0, 2.0, 4.0])
def test_words_stand_in_the_middle_of_their_pill_however_they_are_enlarged(sharp: float, qapp: QApplication) -> None:
    scene = JourneyScene(document(branches("wanted to know")))
    first = scene.labels["ask"].labels()[0]
    word = painted(scene, first, sharp)
    left, right = word.left(), first.pill.width() - word.right()
    assert abs(left - right) <= 2.5, f"{left:.1f} before, {right:.1f} behind"


def test_a_long_name_goes_on_in_a_second_line_inside_its_card(qapp: QApplication) -> None:
    made = journey({"a": (step("a", "wait", "Can we count on you to be there?"), (0, 0))}, [])
    item = JourneyScene(document(made)).steps["a"]
    title, _ = item.texts()
    assert item.whole[0] and title.size().height() > 1.5 * ink().title_metrics.height()
    assert title.size().height() < item.height / 2 + 4
    assert title.size().width() <= item.width - 50


def test_what_is_cut_on_the_canvas_stands_in_full_on_paper(qtbot: QtBot) -> None:
    made = branches("yes", LONG)
    made = msgspec.structs.replace(
        made, steps={**made.steps, "b": step("b", "wait", f"{LONG}!")}, places={**made.places, "b": (0, 300)}
    )  # fmt: skip
    found = " ".join(texts(export.as_svg(made, NOW)))
    assert f"Which? · {LONG}" in found and f"{LONG}!" in found
    with export.sheet(made, NOW) as paper:
        legend = paper.legend
        area = legend.mapRectToScene(legend.boundingRect())
        assert paper.area.contains(area)
        assert all(area.top() > item.card.bottom() for item in paper.scene.steps.values())
        assert len(paper.cards) == len(made.steps) + 3
