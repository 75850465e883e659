"""Decides how a step looks on the canvas: a card with its kind, its name, a line about it, and its outputs."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QStaticText
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from whatsapp_studio.base.errors import Severity
from whatsapp_studio.journeys.graph import Step
from whatsapp_studio.journeys.kinds import Port
from whatsapp_studio.journeys.routing import card_size, port_offset
from whatsapp_studio.journeys.table import kind_of, summary_of, title_of
from whatsapp_studio.qt.canvas.ink import NEW_LINE, dashed, elided, icon, ink, laid_out, two_lines
from whatsapp_studio.qt.canvas.items.marks import paint_badge, paint_head, paint_mark, paint_plus

RADIUS, EDGE, PORT, RING, DIM = 8.0, 4.0, 5.0, 4.0, 0.4
# Below these zooms a text would be smaller than anybody reads.
_DETAIL, _WORDS = 0.45, 0.35
_BADGE_AT = 3.0
PLUS_BELOW, PLUS_BELOW_LABEL = 22.0, 40.0
_MARGIN, _BELOW = 14.0, 54.0


class StepItem(QGraphicsItem):
    """A card. It is told what to show and how; it decides neither."""

    def __init__(self, step: Step, ports: tuple[Port, ...]) -> None:
        super().__init__()
        self.setZValue(20)
        self.chosen = self.current = self.hovered = self.dimmed = self.on_path = self.target = False
        self.badge: Severity | None = None
        self.mark = ""
        self.tint: QColor | None = None
        self.linked: frozenset[str] = frozenset()
        self.entered = False
        self.head: QPen | None = None
        self.hot_port = ""
        self.show_step(step, ports)

    def show_step(self, step: Step, ports: tuple[Port, ...]) -> None:
        """Show a step with these outputs."""
        self.prepareGeometryChange()
        self.step, self.ports, self.kind = step, ports, kind_of(step)
        self.width, self.height = card_size(len(ports))
        self.offsets = tuple(port_offset(self.width, len(ports), i) for i in range(len(ports)))
        self._card = QRectF(0, 0, self.width, self.height)
        self._bounds = self._card.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _BELOW)
        self._texts: tuple[QStaticText, QStaticText] | None = None
        self.update()

    def show_tint(self, tint: QColor | None) -> None:
        """Fill the card with another colour than that of every card; None takes it away."""
        if tint != self.tint:
            self.tint = tint
            self.update()

    @property
    def thing(self) -> Step:
        """What it shows."""
        return self.step

    @property
    def card(self) -> QRectF:
        """The card itself on the canvas, without what stands out of it."""
        return self._card.translated(self.pos())

    @property
    def title_area(self) -> QRectF:
        """Where the name is written, on the canvas."""
        return QRectF(self.pos().x() + EDGE, self.pos().y() + self._title_at() - 17, self.width - 2 * EDGE, 34)

    def port_at(self, port: str) -> QPointF:
        """Where an arrow from an output begins, on the canvas; the middle for one that is not there."""
        at = next((x for x, one in zip(self.offsets, self.ports, strict=True) if one.name == port), self.width / 2)
        return self.pos() + QPointF(at, self.height)

    def in_at(self) -> QPointF:
        """Where arrows arrive, on the canvas."""
        return self.pos() + QPointF(self.width / 2, 0)

    def free_ports(self) -> list[str]:
        """The outputs that lead nowhere, in order."""
        return [port.name for port in self.ports if port.name not in self.linked]

    def plus_at(self, port: str) -> QPointF:
        """The middle of the "+" of a free output, on the canvas."""
        return self.port_at(port) + QPointF(0, PLUS_BELOW_LABEL if len(self.ports) > 1 else PLUS_BELOW)

    def badge_at(self) -> QPointF:
        """The middle of the badge, on the canvas."""
        return self.pos() + QPointF(self.width - _BADGE_AT, _BADGE_AT)

    @property
    def offers(self) -> bool:
        """Whether the card shows a "+" at its free outputs now."""
        return self.hovered or (self.chosen and not self.dimmed)

    def boundingRect(self) -> QRectF:
        return self._bounds

    def forget_texts(self) -> None:
        """The font or the words behind the card are other ones."""
        self._texts = None
        self.update()

    def words(self) -> tuple[str, str]:
        """Title and summary, whole."""
        return title_of(self.step), summary_of(self.step)

    def texts(self) -> tuple[QStaticText, QStaticText]:
        """Title and summary, laid out once."""
        if self._texts is None:
            use, (title, summary) = ink(), self.words()
            made = (
                laid_out(two_lines(title, use.title_metrics, self.width - 56), self.width - 55),
                laid_out(elided(summary, use.text_metrics, self.width - 30), self.width - 29),
            )
            for text, font in zip(made, (use.title_font, use.text_font), strict=True):
                text.prepare(font=font)
            self._texts = made
        return self._texts

    @property
    def whole(self) -> tuple[bool, bool]:
        """Whether name and line are shown to their ends."""
        shown = (" ".join(text.text().split()) for text in self.texts())
        title, summary = (one == " ".join(word.split()) for one, word in zip(shown, self.words(), strict=True))
        return title, summary

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        use, zoom = ink(), painter.worldTransform().m11()
        if self.dimmed:
            # Nothing behind a dimmed card shines through it.
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(use.canvas)
            painter.drawRoundedRect(self._card, RADIUS, RADIUS)
            painter.setOpacity(DIM)
        self._paint_card(painter)
        if self.step.disabled:
            painter.setOpacity(DIM / 2 if self.dimmed else 0.55)
        if zoom >= _WORDS:
            self._paint_words(painter, zoom)
        painter.setOpacity(DIM if self.dimmed else 1.0)
        self._paint_ports(painter)
        if self.badge:
            paint_badge(painter, self.badge, self.width - _BADGE_AT, _BADGE_AT)
        if self.mark:
            paint_mark(painter, self.mark, 2.0, 2.0)
        if self.offers and zoom >= _DETAIL:
            for port in self.free_ports():
                spot = self.plus_at(port) - self.pos()
                if len(self.ports) == 1:
                    painter.setPen(use.line_faint)
                    painter.drawLine(QPointF(spot.x(), self.height + PORT), QPointF(spot.x(), spot.y() - 9))
                paint_plus(painter, spot, hot=self.hot_port == port)

    def _paint_card(self, painter: QPainter) -> None:
        use, card = ink(), self._card
        if self.chosen:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(use.ring_strong if self.current else use.ring)
            painter.drawRoundedRect(card.adjusted(-RING, -RING, RING, RING), RADIUS + RING, RADIUS + RING)
        outline = use.border
        if self.on_path:
            outline = use.line_path
        elif self.target:
            outline = QPen(use.accent, 2)
        elif self.badge == "error":
            outline = QPen(use.error, 1)
        elif self.hovered:
            outline = use.muted
        # Dashed means disabled whatever else is so.
        painter.setPen(dashed(outline) if self.step.disabled else outline)
        painter.setBrush(use.surface if self.tint is None else self.tint)
        painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        painter.fillPath(_edge(), use.tones[self.kind.tone])

    def _paint_words(self, painter: QPainter, zoom: float) -> None:
        use, (title, summary) = ink(), self.texts()
        middle = self._title_at()
        side = max(1, round(20 * zoom * painter.device().devicePixelRatioF()))
        painter.drawPixmap(QRectF(16, middle - 10, 20, 20), icon(self.kind.icon, f"n_{self.kind.tone}", side), QRectF())
        painter.setPen(use.text)
        painter.setFont(use.title_font)
        painter.drawStaticText(QPointF(44, middle - title.size().height() / 2), title)
        if zoom >= _DETAIL:
            # On a tint the paler ink could not be read.
            painter.setPen(use.muted if self.tint is None else use.text)
            painter.setFont(use.text_font)
            painter.drawStaticText(QPointF(16, self._line_at() - summary.size().height() / 2), summary)

    def _title_at(self) -> float:
        """The middle of the name's line: of the card's height where nothing stands below."""
        return (21.0 if self._tall else 24.0) if self.texts()[1].text() else self.height / 2

    def _line_at(self) -> float:
        """The middle of the line about it."""
        return 56.0 if self._tall else 51.0

    @property
    def _tall(self) -> bool:
        """Whether the name takes two lines."""
        return NEW_LINE in self.texts()[0].text()

    def _paint_ports(self, painter: QPainter) -> None:
        use = ink()
        painter.setPen(use.line if not self.on_path else use.line_path)
        if self.entered:
            paint_head(painter, self.width / 2, self.head)
            painter.setPen(use.line if not self.on_path else use.line_path)
        elif not self.kind.is_entry:
            painter.setBrush(use.surface)
            painter.drawEllipse(QPointF(self.width / 2, 0), PORT - 1, PORT - 1)
        for at, port in zip(self.offsets, self.ports, strict=True):
            painter.setBrush(use.accent if self.hot_port == port.name else use.surface)
            painter.drawEllipse(QPointF(at, self.height), PORT, PORT)


@cache
def _edge() -> QPainterPath:
    """The coloured left edge of a card, round at its outer corners."""
    height = card_size(1)[1]
    card, rest = QPainterPath(), QPainterPath()
    card.addRoundedRect(QRectF(0, 0, 4 * RADIUS, height), RADIUS, RADIUS)
    rest.addRect(QRectF(EDGE, 0, 4 * RADIUS, height))
    return card.subtracted(rest)
