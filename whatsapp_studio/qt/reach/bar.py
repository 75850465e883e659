"""Decides how the parts of an audience are painted as one bar, with a swatch of the same colour beside each number."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from whatsapp_studio.base.i18n import number, tr
from whatsapp_studio.qt import theme

_HEIGHT, _LEAST = 18, 3.0
# Who is reached has the first colour; the reasons share the others in turn.
_REACHED, _REASONS = "c1", ("c2", "c3", "c4", "c5", "c6")

Part = tuple[str, int]


def role_of(place: int) -> str:
    """The colour role of a part: 0 is who is reached, then the reasons in their order."""
    return _REACHED if place == 0 else _REASONS[(place - 1) % len(_REASONS)]


class PartsBar(QWidget):
    """Parts beside each other, each as wide as it is of the whole; nobody is a part too thin to be seen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: tuple[Part, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Parts of the audience"))

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Paint ``parts``: the words and the number of each, who is reached first."""
        self._parts = tuple(parts)
        self.setAccessibleDescription("; ".join(f"{words}: {number(n)}" for words, n in parts))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, _HEIGHT)

    def widths(self) -> list[float]:
        """How wide each part is painted; together the width of the bar, 0 only for a part of nobody."""
        whole, total = float(self.width()), sum(n for _words, n in self._parts)
        if not total:
            return [0.0 for _ in self._parts]
        wide = [max(_LEAST, whole * n / total) if n else 0.0 for _words, n in self._parts]
        over = sum(wide) - whole
        most = max(range(len(wide)), key=lambda n: wide[n])
        wide[most] -= over
        return wide

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), 4, 4)
        painter.setClipPath(shape)
        painter.fillRect(self.rect(), theme.color("surface_alt"))
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = 0.0
        for place, wide in enumerate(self.widths()):
            left = self.width() - x - wide if mirrored else x
            painter.fillRect(QRectF(left, 0, max(0.0, wide - (1 if wide > _LEAST else 0)), self.height()),
                             theme.color(role_of(place)))  # fmt: skip
            x += wide


class Swatch(QWidget):
    """The colour of a part."""

    def __init__(self, place: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = place
        self.setFixedSize(10, 10)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(role_of(self._place)))
        painter.drawRoundedRect(QRectF(self.rect()), 2, 2)
