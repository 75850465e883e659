"""Decides how parts of a whole are painted as a bar with words in it: waves of an audience, the use of a limit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFont, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from whatsapp_studio.base.i18n import number
from whatsapp_studio.qt import theme

_LEAST, _GAP = 4.0, 2.0
_COLORS = ("c1", "c3", "c5", "c4", "c2", "c6")


class Part(msgspec.Struct, frozen=True):
    """``people`` of the whole under one name: filled, ``hatched`` (they get nothing) or ``empty`` (room left)."""

    name: str
    people: int
    look: Literal["filled", "hatched", "empty"] = "filled"


def colour_of(place: int) -> str:
    """The colour role of the part at ``place``."""
    return _COLORS[place % len(_COLORS)]


class CoverageBar(QWidget):
    """Parts beside each other, each as wide as it is of the whole; ``name`` is what the bar is about."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.parts: tuple[Part, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Paint these parts, in their order."""
        self.parts = tuple(parts)
        said = "; ".join(f"{part.name}: {number(part.people)}" for part in parts)
        self.setAccessibleDescription(said)
        self.setToolTip(said)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, self.fontMetrics().height() + 14)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def widths(self) -> list[float]:
        """How wide each part is painted: together the whole bar, 0 only for a part of nobody."""
        whole, total = float(self.width()), sum(part.people for part in self.parts)
        if not total:
            return [0.0 for _ in self.parts]
        wide = [max(_LEAST, whole * part.people / total) if part.people else 0.0 for part in self.parts]
        wide[max(range(len(wide)), key=lambda at: wide[at])] -= sum(wide) - whole
        return wide

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), 6, 6)
        painter.setClipPath(shape)
        painter.fillRect(self.rect(), theme.color("surface_alt"))
        painter.setFont(theme.scaled(self.font(), 0.92, QFont.Weight.DemiBold))
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = 0.0
        for place, (part, wide) in enumerate(zip(self.parts, self.widths(), strict=True)):
            room = max(0.0, wide - (_GAP if wide > 2 * _LEAST else 0.0))
            box = QRectF(self.width() - x - room if mirrored else x, 0, room, self.height())
            self._paint_part(painter, part, place, box)
            x += wide

    def _paint_part(self, painter: QPainter, part: Part, place: int, box: QRectF) -> None:
        if part.look == "hatched":
            painter.fillRect(box, QBrush(theme.color("border_strong"), Qt.BrushStyle.BDiagPattern))
        elif part.look == "filled":
            painter.fillRect(box, theme.color(colour_of(place)))
        metrics = painter.fontMetrics()
        for words in (f"{part.name} · {number(part.people)}", number(part.people)):
            long = metrics.horizontalAdvance(words) + 16
            if long > box.width():
                continue
            if part.look == "hatched":
                plate = QRectF(box.center().x() - long / 2, box.y() + 3, long, box.height() - 6)
                painter.fillRect(plate, theme.color("surface_alt"))
            painter.setPen(QPen(theme.color("surface" if part.look == "filled" else "text")))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
            return
