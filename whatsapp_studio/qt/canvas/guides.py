"""Decides where a thing that is moved comes to stand: on the grid, or in line with another one near by."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QLineF, QPointF, QRectF

from whatsapp_studio.journeys.graph import SNAP

# Within this many pixels of the screen things are taken to be meant in line.
NEAR = 6.0
# What is exactly that far away counts, whatever a place loses where it is calculated.
_HAIR = 1e-6


def settled(
    moved: QRectF, others: Iterable[QRectF], *, snap: bool = True, zoom: float = 1.0
) -> tuple[QPointF, list[QLineF]]:
    """Where the top left corner of ``moved`` goes, and the lines along which it then stands with others.

    An edge or a middle of another thing within :data:`NEAR` pixels of the screen goes before the grid.
    """
    near = NEAR / zoom
    others = list(others)
    x, by_x = _pulled(moved.left(), moved.width(), [(o.left(), o.width()) for o in others], near)
    y, by_y = _pulled(moved.top(), moved.height(), [(o.top(), o.height()) for o in others], near)
    left = x if by_x is not None else round(moved.left() / SNAP) * SNAP if snap else moved.left()
    top = y if by_y is not None else round(moved.top() / SNAP) * SNAP if snap else moved.top()
    stands = QRectF(left, top, moved.width(), moved.height())
    lines: list[QLineF] = []
    if by_x is not None:
        lines += _lines(stands, others, by_x, down=True)
    if by_y is not None:
        lines += _lines(stands, others, by_y, down=False)
    return stands.topLeft(), lines


def _pulled(at: float, size: float, others: list[tuple[float, float]], near: float) -> tuple[float, float | None]:
    """The place nearest to ``at`` where an edge or the middle meets one of another, and the line they meet at."""
    best, place, line = near + _HAIR, at, None
    for part in (0.0, 0.5, 1.0):
        for start, length in others:
            for other_part in (0.0, 0.5, 1.0):
                meets = start + length * other_part
                away = abs(at + size * part - meets)
                # An edge with a middle is rarely meant; it needs to be nearer.
                if part != other_part:
                    away *= 2
                if away < best:
                    best, place, line = away, meets - size * part, meets
    return place, line


def _lines(stands: QRectF, others: list[QRectF], at: float, *, down: bool) -> list[QLineF]:
    """The line at ``at``, as long as everything that stands along it."""
    spans = []
    for one in (stands, *others):
        marks = (one.left(), one.center().x(), one.right()) if down else (one.top(), one.center().y(), one.bottom())
        if any(abs(mark - at) < 0.5 for mark in marks):
            spans.append((one.top(), one.bottom()) if down else (one.left(), one.right()))
    if len(spans) < 2:
        return []
    low, high = min(start for start, _ in spans), max(end for _, end in spans)
    return [QLineF(at, low, at, high) if down else QLineF(low, at, high, at)]
