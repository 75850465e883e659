"""Decides how an arrow looks: a line with rounded corners, stronger while it is looked at."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsPathItem

from whatsapp_studio.journeys.graph import Link
from whatsapp_studio.journeys.routing import Path, Rect
from whatsapp_studio.qt.canvas.ink import ink
from whatsapp_studio.qt.canvas.items.step import PORT

CORNER, _ARROW = 10.0, 6.0


class LinkItem(QGraphicsPathItem):
    """An arrow. The card it enters draws the arrow's head, once for all arrows that arrive there."""

    def __init__(self, link: Link) -> None:
        super().__init__()
        self.link = link
        self.way: Path = ()
        # What the way runs through; none for an arrow that is not drawn.
        self.area: Rect | None = None
        self.chosen = self.hovered = self.dimmed = self.on_path = self.splicing = False
        self.mark = ""
        self.heat: QPen | None = None
        self.plain = True
        self.restyle()

    def show_way(self, way: Path) -> None:
        """Run along a way from now on."""
        if way != self.way:
            self.way = way
            xs, ys = [x for x, _ in way], [y for _, y in way]
            self.area = Rect(min(xs), min(ys), max(xs), max(ys)) if way else None
            self.setPath(rounded(way))

    def bounds(self) -> QRectF:
        """The area the arrow runs through; empty for one that is not drawn."""
        if self.area is None:
            return QRectF()
        left, top, right, bottom = self.area
        return QRectF(left, top, right - left, bottom - top)

    def restyle(self) -> None:
        """Look as the states say."""
        use = ink()
        z, look = 10.0, use.line
        if self.splicing:
            z, look = 14, use.line_splice
        elif self.chosen:
            z, look = 13, use.line_chosen
        elif self.on_path:
            z, look = 12, use.line_path
        elif self.hovered:
            z, look = 11, use.line_hover
        elif self.mark:
            z, look = 11, use.marked(self.mark)
        elif self.dimmed:
            z, look = 9, use.line_faint
        elif self.heat is not None:
            z, look = 11, self.heat
        self.plain = look in (use.line, use.line_faint)
        self.setPen(look)
        self.setZValue(z)

def rounded(way: Path) -> QPainterPath:
    """A way as a path with round corners, from below its output to above the arrow's head."""
    path = QPainterPath()
    if len(way) < 2:
        return path
    points = [*way]
    points[0] = (points[0][0], points[0][1] + PORT)
    points[-1] = (points[-1][0], points[-1][1] - _ARROW)
    path.moveTo(*points[0])
    for (ax, ay), (bx, by), (cx, cy) in zip(points, points[1:], points[2:], strict=False):
        before, after = abs(bx - ax) + abs(by - ay), abs(cx - bx) + abs(cy - by)
        r = min(CORNER, before / 2, after / 2)
        if before and after:
            path.lineTo(bx - (bx - ax) / before * r, by - (by - ay) / before * r)
            path.quadTo(bx, by, bx + (cx - bx) / after * r, by + (cy - by) / after * r)
    path.lineTo(*points[-1])
    return path


def distance(way: Path, at: QPointF) -> float:
    """How far a point is from a way."""
    best = float("inf")
    x, y = at.x(), at.y()
    for (ax, ay), (bx, by) in pairwise(way):
        dx = max(min(ax, bx) - x, 0.0, x - max(ax, bx))
        dy = max(min(ay, by) - y, 0.0, y - max(ay, by))
        best = min(best, max(dx, dy))
    return best
