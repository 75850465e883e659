"""Decides what is in an icon file of Windows (.ico) and of macOS (.icns), and draws it from resources/icons.

    python packaging/iconfiles.py FOLDER

makes app.ico, app.icns, journey-file.ico and journey-file.icns in FOLDER. Needs PySide6.
"""

from __future__ import annotations

import os
import struct
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

DRAWINGS = Path(__file__).resolve().parents[1] / "resources" / "icons"
NAMES = ("app", "journey-file")
# Up to this many pixels the plainer drawing is the clearer one.
SMALL = 24
WINDOWS = (16, 20, 24, 32, 40, 48, 64, 256)
# Pixels → the kinds of picture that macOS keeps at that size: those for a screen of twice the density among them.
MACOS = {32: ("ic11",), 64: ("ic12",), 128: ("ic07",), 256: ("ic08", "ic13"), 512: ("ic09", "ic14"), 1024: ("ic10",)}


def draw(name: str, side: int) -> QImage:
    """One of the drawings, ``side`` pixels wide and high."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    source = DRAWINGS / (f"{name}-small.svg" if side <= SMALL else f"{name}.svg")
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(source)).render(painter, QRectF(0, 0, side, side))
    painter.end()
    return image


def png(image: QImage) -> bytes:
    """The picture as the bytes of a PNG file."""
    from PySide6.QtCore import QBuffer, QIODevice

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG"):  # type: ignore[call-overload]
        raise OSError("the picture could not be written")
    return bytes(buffer.data().data())


def ico(name: str) -> bytes:
    """An icon of Windows: small sizes as plain pixels, which every part of it can read, the big one as PNG."""
    pictures = [png(draw(name, side)) if side == 256 else _pixels(draw(name, side)) for side in WINDOWS]
    head, at = struct.pack("<HHH", 0, 1, len(pictures)), 6 + 16 * len(pictures)
    for side, data in zip(WINDOWS, pictures, strict=True):
        head += struct.pack("<BBBBHHII", side % 256, side % 256, 0, 0, 1, 32, len(data), at)
        at += len(data)
    return head + b"".join(pictures)


def _pixels(image: QImage) -> bytes:
    """The lines of the picture from below, blue, green, red and alpha, then a mask that leaves all of it visible."""
    side = image.width()
    raw = bytes(image.constBits())
    lines = [raw[row * side * 4 : (row + 1) * side * 4] for row in range(side)]
    mask = bytes((side + 31) // 32 * 4 * side)
    head = struct.pack("<IiiHHIIiiII", 40, side, side * 2, 1, 32, 0, side * side * 4 + len(mask), 0, 0, 0, 0)
    return head + b"".join(reversed(lines)) + mask


def icns(name: str) -> bytes:
    """An icon of macOS."""
    parts = b""
    for side, kinds in MACOS.items():
        data = png(draw(name, side))
        for kind in kinds:
            parts += kind.encode("ascii") + struct.pack(">I", len(data) + 8) + data
    return b"icns" + struct.pack(">I", len(parts) + 8) + parts


def write(folder: Path) -> Path:
    """Make all four files in ``folder``; returns it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in NAMES:
        (folder / f"{name}.ico").write_bytes(ico(name))
        (folder / f"{name}.icns").write_bytes(icns(name))
    return folder


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    write(Path(sys.argv[1]))
