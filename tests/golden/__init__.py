"""Decides which messages are kept as pictures, with which letters they are drawn, and when two pictures are alike."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QImage, QLinearGradient, QPainter

from tests.golden.cases import Case
from whatsapp_studio.qt.widgets.bubble_files import Files
from whatsapp_studio.qt.widgets.bubble_paint import MARGIN, BubblePaint
from whatsapp_studio.qt.widgets.bubble_phone import Phone
from whatsapp_studio.qt.widgets.bubble_sheet import draw_sheet, sheet_height

HERE = Path(__file__).parent
WIDTH = 320
_STEP = 8  # a picture keeps every eighth shade, which makes its file a quarter as large
_BLOCK = 10
# How far the mean shade (of 255) of any block of pixels may be off: another rasteriser draws the edges of letters a
# little differently, but nothing that a person sees changes so little.
NEAR = 10.0


@cache
def letters() -> tuple[str, ...]:
    """The families of letters of our own, so that a picture does not depend on what a machine has installed."""
    found = []
    for path in sorted((HERE / "fonts").glob("*.ttf")):
        number = QFontDatabase.addApplicationFont(str(path))
        assert number >= 0, path
        found += QFontDatabase.applicationFontFamilies(number)
    assert {"Studio Test Sans", "Studio Test Mono", "Studio Test Emoji"} <= set(found)
    return "Studio Test Sans", "Studio Test Emoji"


def phone(case: Case, ratio: float, folder: Path) -> Phone:
    """The phone a case is seen on; ``folder`` holds the files of messages."""
    font = QFont()
    font.setFamilies(list(letters()))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setStyleStrategy(QFont.StyleStrategy.PreferAntialias | QFont.StyleStrategy.NoSubpixelAntialias)
    return Phone(
        font=font, dark=case.dark, scale=case.scale, ratio=ratio, side=case.side, ticks=case.ticks,
        unfolded=case.unfolded, mono=("Studio Test Mono",), files=Files(lambda sha: folder / f"{sha[:8]}"),
    )  # fmt: skip


def draw(case: Case, ratio: float, folder: Path) -> QImage:
    """A case as it is seen."""
    paint = BubblePaint(case.bubble(), phone(case, ratio, folder))
    tall = round(paint.height(WIDTH) + 2 * MARGIN)
    if case.options:
        tall = max(tall, round(sheet_height(paint.shown, paint.strokes)))
    made = QImage(QSize(WIDTH, tall) * ratio, QImage.Format.Format_RGB32)
    made.setDevicePixelRatio(ratio)
    made.fill(QColor(paint.phone.colours["wall"]))
    painter = QPainter(made)
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint.draw(painter, WIDTH, case.position)
    if case.options:
        draw_sheet(painter, paint.shown, paint.strokes, QRectF(0, 0, WIDTH, tall))
    painter.end()
    return made


def put_files(folder: Path) -> None:
    """The files of messages: a picture of a hill, a document of 48 kB, a video of 42 seconds."""
    hill = QImage(800, 500, QImage.Format.Format_RGB32)
    painter = QPainter(hill)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    sky = QLinearGradient(0, 0, 0, 500)
    sky.setColorAt(0, QColor("#7FB2E5"))
    sky.setColorAt(1, QColor("#E9F2FA"))
    painter.fillRect(hill.rect(), sky)
    painter.setPen(Qt.PenStyle.NoPen)
    for colour, x, y, wide, tall in (
        ("#F4C542", 560, 60, 110, 110), ("#6FA15A", -200, 300, 800, 600), ("#4E8344", 250, 340, 900, 600),
    ):  # fmt: skip
        painter.setBrush(QColor(colour))
        painter.drawEllipse(x, y, wide, tall)
    painter.end()
    assert hill.save(str(folder / ("a" * 8)), "PNG")
    (folder / ("b" * 8)).write_bytes(b"%PDF-1.7" + bytes(48_000 - 8))
    header = b"\0\0\0\x6cmvhd" + bytes(12) + (600).to_bytes(4) + (25_200).to_bytes(4) + bytes(80)
    (folder / ("c" * 8)).write_bytes(b"\0\0\0\x18ftypmp42" + bytes(12) + header)


def kept(name: str) -> Path:
    """Where the picture of a name is kept."""
    return HERE / f"{name}.png"


def save(image: QImage, path: Path) -> None:
    """Keep a picture, with few shades and as small as it goes."""
    shades = np.minimum(_pixels(image) // _STEP * _STEP + _STEP // 2, 255).astype(np.uint32)
    packed = (shades[:, :, 0] << 16 | shades[:, :, 1] << 8 | shades[:, :, 2]).astype(np.uint32)
    colours, index = np.unique(packed, return_inverse=True)
    height, width = packed.shape
    if len(colours) <= 256:
        rows = np.zeros((height, (width + 3) // 4 * 4), np.uint8)
        rows[:, :width] = index.reshape(height, width)
        small = QImage(rows.tobytes(), width, height, rows.shape[1], QImage.Format.Format_Indexed8)
        small.setColorTable([0xFF000000 | int(colour) for colour in colours])
    else:
        full = np.ascontiguousarray(packed | 0xFF000000)
        small = QImage(full.tobytes(), width, height, width * 4, QImage.Format.Format_RGB32)
    assert small.copy().save(str(path), "PNG", 0)


def off(one: QImage, other: QImage) -> float:
    """How far two pictures are apart where they differ most (the mean shade of a block); infinite at another size."""
    if one.size() != other.size():
        return float("inf")
    first, second = _pixels(one).astype(np.float32), _pixels(other).astype(np.float32)
    worst = 0.0
    for top, left in ((0, 0), (_BLOCK // 2, _BLOCK // 2)):  # so that what lies on an edge of a block counts as well
        apart = np.abs(_blocks(first[top:, left:]) - _blocks(second[top:, left:]))
        worst = max(worst, float(apart.max()))
    return worst


def halved(image: QImage) -> QImage:
    """A picture of twice as many pixels, each four as one."""
    pixels = _pixels(image).astype(np.float32)
    height, width = pixels.shape[0] // 2, pixels.shape[1] // 2
    mean = pixels[: height * 2, : width * 2].reshape(height, 2, width, 2, 3).mean(axis=(1, 3))
    packed = np.full((height, width, 4), 255, np.uint8)
    packed[:, :, :3] = mean[:, :, ::-1].round()
    return QImage(packed.tobytes(), width, height, width * 4, QImage.Format.Format_RGB32).copy()


def sharpness(image: QImage) -> float:
    """How much neighbouring pixels differ: less in a picture that was drawn small and blown up."""
    pixels = _pixels(image).astype(np.float32)
    return float(np.abs(np.diff(pixels, axis=1)).mean() + np.abs(np.diff(pixels, axis=0)).mean())


def _pixels(image: QImage) -> NDArray[np.uint8]:
    """Red, green and blue of every pixel."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    flat = np.frombuffer(bytes(plain.constBits()), np.uint8)
    rows = flat.reshape(plain.height(), plain.bytesPerLine())[:, : plain.width() * 4]
    return rows.reshape(plain.height(), plain.width(), 4)[:, :, 2::-1]


def _blocks(pixels: NDArray[np.float32]) -> NDArray[np.float32]:
    height, width = (side // _BLOCK * _BLOCK for side in pixels.shape[:2])
    cut = pixels[:height, :width].reshape(height // _BLOCK, _BLOCK, width // _BLOCK, _BLOCK, 3)
    return np.asarray(cut.mean(axis=(1, 3)), np.float32)
