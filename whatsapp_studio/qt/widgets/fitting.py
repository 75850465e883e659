"""Decides how large a dialog opens: as its words need with the letters in use, and never larger than the screen."""

from __future__ import annotations

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QWidget

# How high a line is with the letters that widths are given for, and what a desktop keeps of a screen.
_LINE, _KEPT = 17, 48


def with_letters(width: int) -> int:
    """A width that was chosen for letters of the usual size, for those in use."""
    return round(width * max(1.0, QFontMetrics(QApplication.font()).height() / _LINE))


def fit(dialog: QWidget, width: int, height: int = 0) -> None:
    """Give a dialog its width, and the height that its wrapped texts need then (or ``height``, if that is more)."""
    screen = dialog.screen().availableSize()
    wide = min(max(with_letters(width), dialog.minimumSizeHint().width()), screen.width() - _KEPT)
    layout = dialog.layout()
    needed = dialog.sizeHint().height()
    if layout is not None:
        layout.activate()
        needed = layout.totalHeightForWidth(wide) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
    high = min(max(needed, height), screen.height() - _KEPT)
    dialog.setMinimumHeight(min(needed, high))
    dialog.resize(wide, high)
