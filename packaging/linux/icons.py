"""Decides which sizes of the two icons a desktop gets, and draws them.

    python packaging/linux/icons.py FOLDER

makes the folders of an icon theme under FOLDER: ``16x16/apps/whatsapp-studio.png`` and so on. Needs PySide6.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

DRAWINGS = Path(__file__).resolve().parents[2] / "resources" / "icons"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
# Up to this many pixels the plainer drawing is the clearer one.
SMALL = 24
# Drawing → kind of icon and its name in the theme; that of a file is its MIME type with "-" for "/".
ICONS = {
    "app": ("apps", "whatsapp-studio"),
    "journey-file": ("mimetypes", "application-vnd.whatsapp-studio.journey+json"),
}


def files() -> list[str]:
    """Every file that ``draw`` makes, relative to the theme's folder."""
    return [
        f"{side}/{kind}/{name}"
        for kind, icon in ICONS.values()
        for side, name in [*((f"{n}x{n}", f"{icon}.png") for n in SIZES), ("scalable", f"{icon}.svg")]
    ]


def draw(theme: Path) -> None:
    """Make every size of every icon under ``theme``."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    for drawing, (kind, name) in ICONS.items():
        for side in SIZES:
            source = DRAWINGS / (f"{drawing}-small.svg" if side <= SMALL else f"{drawing}.svg")
            image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
            image.fill(0)
            painter = QPainter(image)
            QSvgRenderer(str(source)).render(painter, QRectF(0, 0, side, side))
            painter.end()
            target = theme / f"{side}x{side}" / kind / f"{name}.png"
            target.parent.mkdir(parents=True, exist_ok=True)
            if not image.save(str(target)):
                raise OSError(f"{target} could not be written")
        scalable = theme / "scalable" / kind / f"{name}.svg"
        scalable.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(DRAWINGS / f"{drawing}.svg", scalable)


def main(arguments: list[str]) -> int:
    """Draw into the folder named; gives the exit code."""
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    draw(Path(arguments[0]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
