"""Decides how a journey looks as a small picture: coloured cards with their icons, and the arrows between them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from whatsapp_studio.journeys.graph import CARD, Journey
from whatsapp_studio.journeys.kinds import Tone
from whatsapp_studio.journeys.routing import End, Obstacles, Path, Rect, Tracks, card_size, fan
from whatsapp_studio.journeys.table import kind_of, ports_of
from whatsapp_studio.qt import icons, theme
from whatsapp_studio.qt.canvas.ink import ink

# A card is drawn this large at most, so that a journey of two steps does not fill the picture with them.
_MOST, _MARGIN, _ICON = 0.42, 14.0, 11


class Miniature:
    """A journey laid out once, painted in any size and theme."""

    def __init__(self, journey: Journey) -> None:
        cards = Obstacles()
        ports = {i: tuple(port.name for port in ports_of(step, journey)) for i, step in journey.steps.items()}
        self._at = {i: journey.places.get(i, (0, 0)) for i in journey.steps}
        self._cards: list[tuple[QRectF, Tone, str]] = []
        self._frames: list[tuple[QRectF, str]] = []
        self._ways: list[list[QPointF]] = []
        for i, step in journey.steps.items():
            x, y = self._at[i]
            width, height = card_size(len(ports[i]))
            cards.put(i, Rect(x, y, x + width, y + height))
            kind = kind_of(step)
            self._cards.append((QRectF(x, y, width, height), kind.tone, kind.icon))
        tracks = Tracks()
        for i in sorted(journey.steps, key=lambda i: (self._at[i][1], self._at[i][0], i)):
            ends = [
                End(link.id, ports[i].index(link.port) if link.port in ports[i] else 0, link.target,
                    len(journey.into[link.target]) > 1)
                for link in journey.out.get(i, ())
            ]  # fmt: skip
            laid = fan(i, len(ports[i]), ends, cards, tracks)
            tracks.put(i, laid.stretches)
            self._ways += [_line(way) for way in laid.ways.values()]
        for frame in journey.frames.values():
            inside = [self._at[step] for step in frame.steps]
            if inside:
                left, top = min(x for x, _ in inside), min(y for _, y in inside)
                right, bottom = max(x for x, _ in inside) + CARD[0], max(y for _, y in inside) + CARD[1]
                self._frames.append((QRectF(left, top, right - left, bottom - top).adjusted(-24, -40, 24, 24),
                                     frame.colour))  # fmt: skip
        self._area = QRectF()
        for area in (*(card for card, _, _ in self._cards), *(QPolygonF(way).boundingRect() for way in self._ways)):
            self._area = self._area.united(area)

    def picture(self, size: QSize, ratio: float) -> QPixmap:
        """The picture with a see-through background, in the theme in use."""
        made = QPixmap(size * ratio)
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint(painter, QRectF(0, 0, size.width(), size.height()))
        painter.end()
        return made

    def paint(self, painter: QPainter, room: QRectF) -> None:
        """Draw the journey in the middle of a rectangle."""
        if self._area.isEmpty():
            return
        space = room.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        scale = min(space.width() / self._area.width(), space.height() / self._area.height(), _MOST)
        shift = space.center() - self._area.center() * scale

        def on_paper(area: QRectF) -> QRectF:
            # On the middle of pixels, so that borders are sharp.
            exact = QRectF(area.topLeft() * scale + shift, area.size() * scale)
            return QRectF(exact.toRect()).translated(0.5, 0.5)

        for area, colour in self._frames:
            fill, edge = ink().paper(colour)
            soft = QColor(fill.color())
            soft.setAlphaF(0.6)
            painter.setBrush(soft)
            painter.setPen(QPen(edge.color(), 0.75))
            painter.drawRoundedRect(on_paper(area), 4, 4)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("border_strong"), 1.1))
        for way in self._ways:
            painter.drawPath(_bent([point * scale + shift for point in way]))
        for card, tone, icon in self._cards:
            _paint_card(painter, on_paper(card), tone, icon)


def _paint_card(painter: QPainter, card: QRectF, tone: Tone, icon: str) -> None:
    role = f"n_{tone}"
    fill = QColor(theme.color(role))
    fill.setAlphaF(0.30 if theme.is_dark() else 0.16)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("surface"))
    painter.drawRoundedRect(card, 3, 3)
    painter.setBrush(fill)
    painter.setPen(QPen(theme.color(role), 1))
    painter.drawRoundedRect(card, 3, 3)
    side = min(_ICON, int(card.height()) - 3)
    if side >= 7:
        corner = QPoint(round(card.center().x() - side / 2), round(card.center().y() - side / 2))
        icons.paint(painter, icon, role, corner, side)


def _line(way: Path) -> list[QPointF]:
    return [QPointF(x, y) for x, y in way]


def _bent(points: list[QPointF], radius: float = 3.0) -> QPainterPath:
    """The way with its corners rounded."""
    path = QPainterPath(points[0]) if points else QPainterPath()
    for before, at, after in zip(points, points[1:], points[2:], strict=False):
        path.lineTo(at + _toward(at, before, radius))
        path.quadTo(at, at + _toward(at, after, radius))
    if points:
        path.lineTo(points[-1])
    return path


def _toward(start: QPointF, end: QPointF, most: float) -> QPointF:
    way = end - start
    length = max(abs(way.x()), abs(way.y()))
    return way * (min(most, length / 2) / length) if length else QPointF()
