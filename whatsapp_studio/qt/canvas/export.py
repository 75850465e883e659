"""Decides how a journey looks as a picture and on paper: all of it, in light colours on white, with title and date."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import msgspec
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtSvg import QSvgGenerator

from whatsapp_studio.base.errors import WorldError
from whatsapp_studio.base.i18n import ntr, tr
from whatsapp_studio.journeys.boxes import Rect
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.journeys.pages import Paper, Tile, on_paper
from whatsapp_studio.qt import phrases, theme
from whatsapp_studio.qt.canvas.document import JourneyDocument
from whatsapp_studio.qt.canvas.ink import elided, ink, laid_out
from whatsapp_studio.qt.canvas.items.legend import LegendItem
from whatsapp_studio.qt.canvas.scene import JourneyScene

# Around everything and for the head, in pixels of the canvas; a picture is twice as sharp as the screen, up to so much.
_MARGIN, _HEAD, _SHARP, _MOST_SIDE, _MOST_PIXELS = 16, 64, 2.0, 16_000, 40_000_000
# Of Qt's scale from smallest (0) to quickest (100): from here on up a file grows without end.
_QUICK = 80
# On paper, in points; icons in pictures that can be enlarged are this much finer.
_PAPER_MARGIN, _PAPER_HEAD, _FINE = 28.0, 40.0, 4
_DPI = 600
_FINELY = (
    QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
    | QPainter.RenderHint.SmoothPixmapTransform
)  # fmt: skip
KINDS = ("png", "svg", "pdf")


class Sheet(msgspec.Struct, frozen=True):
    """A journey ready to be drawn in light colours, and the two lines over it."""

    scene: JourneyScene
    area: QRectF
    title: str
    remark: str
    legend: LegendItem

    @property
    def cards(self) -> list[Rect]:
        """What a page should not cut: steps with the heads of arrows and words at their outputs, notes, lines."""
        cards = [step.card for step in self.scene.steps.values()] + [note.card for note in self.scene.notes.values()]
        lines = [_rect(self.legend.mapRectToScene(line)) for line, _ in self.legend.lines]
        return [_rect(card.adjusted(-8, -12, 8, 28)) for card in cards] + lines


@contextmanager
def sheet(journey: Journey, now: datetime) -> Iterator[Sheet]:
    """The whole journey, frames opened and without notes that are not to be printed; drawn inside the ``with``."""
    notes = {i: note for i, note in journey.notes.items() if note.printed}
    frames = {i: msgspec.structs.replace(frame, collapsed=False) for i, frame in journey.frames.items()}
    shown = msgspec.structs.replace(journey, notes=notes, frames=frames)
    with theme.in_light():
        document = JourneyDocument(shown, check=lambda *_: (), words=lambda *_: "")
        scene = JourneyScene(document)
        for frame in scene.frames.values():
            frame.folds = False
        area, legend = scene.content(), LegendItem(scene, scene.content())
        if legend.lines:
            scene.addItem(legend)
            area |= legend.mapRectToScene(legend.boundingRect())
        area.adjust(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)
        if scene.content().isEmpty():
            area = QRectF(0, 0, 640, 160)
        steps = ntr("{n} step", "{n} steps", len(journey.steps))
        remark = tr("{steps} · {moment}", steps=steps, moment=phrases.day_and_date(now))
        try:
            yield Sheet(scene, area, journey.name or tr("Unnamed journey"), remark, legend)
        finally:
            scene.deleteLater()
            document.deleteLater()


def as_image(journey: Journey, now: datetime) -> QImage:
    """The journey as a picture, as sharp as its size allows."""
    with sheet(journey, now) as made:
        wide, high = max(made.area.width(), 480.0), made.area.height() + _HEAD
        sharp = min(_SHARP, _MOST_SIDE / max(wide, high), (_MOST_PIXELS / (wide * high)) ** 0.5)
        image = QImage(QSize(round(wide * sharp), round(high * sharp)), QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        image.setText("Title", made.title)
        _draw_picture(made, image, sharp, wide)
    return image


def as_png(image: QImage) -> bytes:
    """A picture as a file. Takes a while for a large one; any thread may do it."""
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"png"))
    writer.setQuality(_QUICK)
    writer.write(image)
    return bytes(kept.data())


def as_svg(journey: Journey, now: datetime) -> bytes:
    """The journey as an SVG; its text is text."""
    kept = QByteArray()
    buffer = QBuffer(kept)
    with sheet(journey, now) as made:
        wide, high = max(made.area.width(), 480.0), made.area.height() + _HEAD
        generator = QSvgGenerator()
        generator.setOutputDevice(buffer)
        generator.setSize(QSize(round(wide), round(high)))
        generator.setViewBox(QRect(0, 0, round(wide * _FINE), round(high * _FINE)))
        generator.setTitle(made.title)
        generator.setDescription(made.remark)
        _draw_picture(made, generator, _FINE, wide)
    return bytes(kept.data())


def as_pdf(journey: Journey, now: datetime) -> bytes:
    """The journey as a PDF on A4, on one page where that can be read."""
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    with sheet(journey, now) as made:
        writer = QPdfWriter(buffer)
        writer.setResolution(_DPI)
        writer.setTitle(made.title)
        writer.setCreator("WhatsApp Studio")
        _draw_pages(made, writer, QPageSize(QPageSize.PageSizeId.A4))
    buffer.close()
    return bytes(kept.data())


def print_on(journey: Journey, printer: QPrinter, now: datetime) -> None:
    """Print the journey; the printer's paper is kept, turned as it suits the journey."""
    with sheet(journey, now) as made:
        printer.setDocName(made.title)
        _draw_pages(made, printer, printer.pageLayout().pageSize())


def save(journey: Journey, path: Path, now: datetime) -> None:
    """Write a picture of the kind that ``path`` ends in; raises ``WorldError("cannot-write")``."""
    drawn(journey, path, now)()


def drawn(journey: Journey, path: Path, now: datetime) -> Callable[[], None]:
    """Draw a picture of the kind that ``path`` ends in; what is returned writes it, and may do so on any thread."""
    kind = path.suffix.removeprefix(".").lower()
    if kind == "png":
        image = as_image(journey, now)
        return lambda: _write(path, as_png(image))
    data = as_svg(journey, now) if kind == "svg" else as_pdf(journey, now)
    return lambda: _write(path, data)


def _write(path: Path, data: bytes) -> None:
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_bytes(data)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise WorldError("cannot-write", path=str(path), details=error.strerror or "") from error


def paper_of(made: Sheet, page: QPageSize) -> Paper:
    """How a sheet goes on pages of a size."""
    size = page.size(QPageSize.Unit.Point)
    short, long = sorted((size.width() - 2 * _PAPER_MARGIN, size.height() - 2 * _PAPER_MARGIN))
    return on_paper(_rect(made.area), made.cards, short, long, _PAPER_HEAD)


def _draw_picture(made: Sheet, device: QImage | QSvgGenerator, sharp: float, wide: float) -> None:
    painter = QPainter(device)
    painter.setRenderHints(_FINELY)
    painter.scale(sharp, sharp)
    painter.fillRect(QRectF(0, 0, wide, made.area.height() + _HEAD), QColor(Qt.GlobalColor.white))
    _draw_head(painter, made, QRectF(_MARGIN, 16, wide - 2 * _MARGIN, _HEAD), 1.0, "")
    painter.resetTransform()
    left = (wide - made.area.width()) / 2
    target = QRectF(QPointF(left, _HEAD) * sharp, made.area.size() * sharp)
    made.scene.render(painter, target, made.area, Qt.AspectRatioMode.IgnoreAspectRatio)
    painter.end()


def _draw_pages(made: Sheet, device: QPagedPaintDevice, page: QPageSize) -> None:
    paper = paper_of(made, page)
    turned = QPageLayout.Orientation.Landscape if paper.landscape else QPageLayout.Orientation.Portrait
    side = _PAPER_MARGIN
    margins = QMarginsF(side, side, side, side)
    layout = QPageLayout(page, turned, margins, QPageLayout.Unit.Point)
    device.setPageLayout(layout)
    # What a printer cannot print on may be more than our margins: the pages are laid out for what is left.
    painter = QPainter(device)
    dots = device.logicalDpiX() / 72
    painter.setRenderHints(_FINELY)
    inside = layout.paintRect(QPageLayout.Unit.Point)
    for n, tile in enumerate(paper.tiles):
        if n:
            device.newPage()
        painter.resetTransform()
        painter.scale(dots, dots)
        head = QRectF(0, 0, inside.width(), _PAPER_HEAD)
        _draw_head(painter, made, head, 0.85, _page_words(paper, tile, n))
        painter.resetTransform()
        _draw_tile(made, painter, tile, paper, inside.size().width(), dots)
    painter.end()


def _draw_tile(made: Sheet, painter: QPainter, tile: Tile, paper: Paper, room: float, dots: float) -> None:
    area = QRectF(QPointF(*tile.area[:2]), QPointF(*tile.area[2:]))
    wide = area.width() * paper.scale
    left = (room - wide) / 2 if len(paper.tiles) == 1 else 0.0
    target = QRectF(left * dots, _PAPER_HEAD * dots, wide * dots, area.height() * paper.scale * dots)
    painter.save()
    painter.setClipRect(target)
    made.scene.render(painter, target, area, Qt.AspectRatioMode.IgnoreAspectRatio)
    painter.restore()


def _page_words(paper: Paper, tile: Tile, n: int) -> str:
    if len(paper.tiles) == 1:
        return ""
    return tr(
        "Page {n} of {count} · row {row}, column {column}",
        n=n + 1, count=len(paper.tiles), row=tile.row + 1, column=tile.column + 1,
    )  # fmt: skip


def _draw_head(painter: QPainter, made: Sheet, room: QRectF, size: float, more: str) -> None:
    """The title and a line under it, ``size`` times as large as on the canvas would suit."""
    use = ink()
    painter.save()
    painter.translate(room.topLeft())
    painter.scale(size, size)
    wide = room.width() / size
    remark = f"{made.remark} · {more}" if more else made.remark
    for text, font, metrics, colour, y, grow in (
        (made.title, use.title_font, use.title_metrics, use.text, 0.0, 1.4),
        (remark, use.text_font, use.text_metrics, use.muted, 24.0, 1.0),
    ):
        painter.save()
        painter.translate(0, y)
        painter.scale(grow, grow)
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawStaticText(QPointF(0, 0), laid_out(elided(text, metrics, wide / grow), wide / grow))
        painter.restore()
    painter.restore()


def _rect(area: QRectF) -> Rect:
    return (int(area.left()), int(area.top()), int(area.right()) + 1, int(area.bottom()) + 1)
