"""Shows that a journey's picture, drawing and pages hold all of it, light on white, and text as text."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree

import msgspec
import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.fixtures.drawn import grid, welcome
from whatsapp_studio.base.errors import WorldError
from whatsapp_studio.base.paths import resource
from whatsapp_studio.journeys.codec import load
from whatsapp_studio.journeys.graph import Frame, Journey, Note
from whatsapp_studio.journeys.pages import READABLE
from whatsapp_studio.journeys.table import title_of
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.canvas import export
from whatsapp_studio.qt.canvas.ink import ink

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
EXAMPLES = sorted(path.stem for path in resource("samples/journeys").glob("*.wsjourney"))
A4 = QPageSize(QPageSize.PageSizeId.A4)


@pytest.fixture(params=["light", "dark"])
def in_theme(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[str]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, request.param)
    yield request.param
    theme.apply(app, "light")


def example(name: str) -> Journey:
    return load((resource("samples/journeys") / f"{name}.wsjourney").read_bytes()).journey


def texts(svg: bytes) -> list[str]:
    root = ElementTree.fromstring(svg)
    return ["".join(one.itertext()).strip() for one in root.iter("{http://www.w3.org/2000/svg}text")]


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type /Page\b(?!s)", pdf))


def test_a_picture_is_light_on_white_in_every_theme(in_theme: str) -> None:
    image = QImage.fromData(export.as_png(export.as_image(welcome(), NOW)))
    assert image.pixelColor(2, 2) == QColor("white")
    # The edge of a card that sends a message has the light theme's colour, whatever theme is in use.
    tones = {image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(0, image.height(), 40)}
    assert theme.LIGHT["n_message"].lower() in tones
    assert theme.DARK["canvas"].lower() not in tones and theme.DARK["surface"].lower() not in tones
    # And the window goes on in its own.
    assert theme.is_dark() == (in_theme == "dark") == ink().dark


def test_a_picture_holds_everything_not_what_a_window_shows(qtbot: QtBot) -> None:
    small, large = (export.as_image(grid(count, columns=4), NOW) for count in (8, 40))
    assert large.height() > 3 * small.height()
    with export.sheet(grid(40, columns=4), NOW) as made:
        for item in made.scene.steps.values():
            assert made.area.contains(item.card)
    far = welcome()
    far = msgspec.structs.replace(far, places={**far.places, "out": (200_000, 0)})
    assert export.as_image(far, NOW).width() <= 16_001
    assert math.prod(export.as_image(grid(200), NOW).size().toTuple()) < 41_000_000


def test_the_text_of_a_drawing_is_text_that_can_be_found(in_theme: str) -> None:
    journey = msgspec.structs.replace(welcome(), name="Grüße & <Willkommen>")
    data = export.as_svg(journey, NOW)
    found = texts(data)
    assert "Grüße & <Willkommen>" in found
    assert any("2026" in text and "8 steps" in text for text in found)
    for step in journey.steps.values():
        assert title_of(step) in found
    assert "sent" in found and "failed" in found
    assert QSvgRenderer(data).isValid()
    assert theme.DARK["text"].lower().encode() not in data.lower()


def test_notes_that_are_not_printed_are_left_out(qtbot: QtBot) -> None:
    notes = {"a": Note(id="a", text="Shown"), "b": Note(id="b", text="Private", printed=False)}
    places = {**welcome().places, "a": (700, 0), "b": (9000, 0)}
    journey = msgspec.structs.replace(welcome(), notes=notes, places=places)
    found = texts(export.as_svg(journey, NOW))
    assert "Shown" in found and "Private" not in found
    with export.sheet(journey, NOW) as made:
        assert made.area.right() < 9000


def test_frames_are_opened_so_that_all_steps_are_seen(qtbot: QtBot) -> None:
    frame = Frame(id="f", title="Folded", steps=("more", "again"), collapsed=True)
    journey = msgspec.structs.replace(welcome(), frames={"f": frame})
    assert {"Folded", "Send: coupon_10", "Send: reminder_nl"} <= set(texts(export.as_svg(journey, NOW)))


@pytest.mark.parametrize("name", EXAMPLES)
def test_each_example_prints_on_one_page_that_can_be_read(name: str, qtbot: QtBot) -> None:
    journey = example(name)
    assert pages(export.as_pdf(journey, NOW)) == 1
    with export.sheet(journey, NOW) as made:
        assert export.paper_of(made, A4).scale >= READABLE


def test_a_long_journey_takes_several_pages(qtbot: QtBot, tmp_path: Path) -> None:
    journey = grid(60)
    with export.sheet(journey, NOW) as made:
        wanted = len(export.paper_of(made, A4).tiles)
    assert wanted > 1 and pages(export.as_pdf(journey, NOW)) == wanted
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A3))
    export.print_on(journey, printer, NOW)
    printed = pages((tmp_path / "printed.pdf").read_bytes())
    assert 1 <= printed < wanted
    assert printer.pageLayout().pageSize().id() == QPageSize.PageSizeId.A3


def test_paper_is_turned_for_a_wide_journey(qtbot: QtBot, tmp_path: Path) -> None:
    journey = grid(4, columns=4)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "wide.pdf"))
    export.print_on(journey, printer, NOW)
    assert printer.pageLayout().orientation() == QPageLayout.Orientation.Landscape


@pytest.mark.parametrize("kind", export.KINDS)
def test_a_file_is_whole_or_not_there(kind: str, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / f"journey.{kind}"
    export.save(welcome(), path, NOW)
    assert path.stat().st_size > 2000
    assert [one.name for one in tmp_path.iterdir()] == [path.name]
    with pytest.raises(WorldError) as caught:
        export.save(welcome(), tmp_path / "nowhere" / f"journey.{kind}", NOW)
    assert caught.value.code == "cannot-write"


@pytest.mark.parametrize("kind", export.KINDS)
def test_an_empty_journey_has_a_picture_too(kind: str, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / f"empty.{kind}"
    export.save(Journey(id="empty"), path, NOW)
    assert path.stat().st_size > 500
    with export.sheet(Journey(id="empty"), NOW) as made:
        assert made.title == "Unnamed journey" and QRectF(made.area).width() > 0


def test_frames_have_no_sign_to_fold_them_on_paper(in_theme: str) -> None:
    whole = welcome()
    framed = msgspec.structs.replace(whole, frames={"f": Frame(id="f", title="Start", steps=tuple(whole.steps)[:2])})
    with export.sheet(framed, NOW) as made:
        frame = made.scene.frames["f"]
        assert not frame.folds
        spot = frame.toggle
        image = QImage(24, 24, QImage.Format.Format_RGB32)

        def colours() -> set[int]:
            image.fill(Qt.GlobalColor.white)
            painter = QPainter(image)
            made.scene.render(painter, QRectF(0, 0, 24, 24), spot)
            painter.end()
            return {image.pixel(x, y) for x in range(24) for y in range(24)}

        assert len(colours()) == 1
        frame.folds = True
        assert len(colours()) > 1
