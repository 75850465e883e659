"""Decides how the numbers of a journey that runs stand on its canvas: on each card, at each output, and as a tint."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from whatsapp_studio.journeys.graph import link_id
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.canvas.ink import icon, ink, pen
from whatsapp_studio.qt.canvas.items.step import StepItem

if TYPE_CHECKING:
    from whatsapp_studio.qt.canvas.scene import JourneyScene

Which = Literal["entered", "waiting", "failed", "ended", "passed"]
Tone = Literal["plain", "strong", "warning", "quiet"]
_TALL, _PAD, _GAP, _ICON = 20.0, 6.0, 5.0, 12.0
# Where the row of numbers hangs on a card, and where those of outputs hang under it.
_ABOVE, _BELOW, _BELOW_LABEL = 5.0, 9.0, 28.0
# Numbers are never drawn smaller than this part of their size; below the second zoom a card is too small for any.
_READABLE, _LEAST, _ALL = 0.82, 0.16, 0.5
_TONES: Mapping[Tone, tuple[str, str, str]] = {
    "plain": ("surface", "text", "border_strong"), "strong": ("accent_soft", "on_accent_soft", "accent"),
    "warning": ("warning_soft", "warning", "warning"), "quiet": ("surface", "text_muted", "border"),
}  # fmt: skip


class Counter(NamedTuple):
    """One number: what it counts, as it is shown, and what a tip says of it. ``main`` is shown from far away too."""

    which: Which
    text: str
    icon: str
    tone: Tone = "plain"
    tip: str = ""
    main: bool = False


class Spot(NamedTuple):
    """A number that can be pressed: its step, what it counts, and by which output (empty: of the step)."""

    step: str
    which: Which
    port: str = ""
    tip: str = ""


class Counters(QGraphicsItem):
    """The numbers of a scene, above everything in it. They are told what to show and decide nothing."""

    def __init__(self, scene: JourneyScene) -> None:
        super().__init__()
        self.setZValue(60)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self._scene = scene
        self.cards: Mapping[str, tuple[Counter, ...]] = {}
        self.outputs: Mapping[str, Counter] = {}
        self.hot: Spot | None = None
        self._bounds = QRectF()
        scene.addItem(self)
        scene.numbers = self
        scene.settled.connect(self._settle)

    def show_counters(self, cards: Mapping[str, tuple[Counter, ...]], outputs: Mapping[str, Counter]) -> None:
        """Show numbers on cards by their step, and at outputs by the id of their link (linked or not)."""
        if (cards, outputs) != (self.cards, self.outputs):
            self.cards, self.outputs = cards, outputs
            self._settle()

    def show_hot(self, spot: Spot | None) -> None:
        """The number the pointer is over, or whose people are shown."""
        if spot != self.hot:
            self.hot = spot
            self.update()

    def at(self, point: QPointF, zoom: float) -> Spot | None:
        """The number at a point of the canvas; None where there is none."""
        for spot, area, _counter in self._places(zoom):
            # A number is easier to hit than it is large.
            if area.adjusted(-2, -2, 2, 2).contains(point):
                return spot
        return None

    def spots_of(self, step: str) -> list[Spot]:
        """Every number of a step, in order, whether it can be seen at this zoom or not."""
        found = [Spot(step, one.which, "", one.tip) for one in self.cards.get(step, ())]
        for port in self._scene.steps[step].ports:
            if (counter := self.outputs.get(link_id(step, port.name))) is not None:
                found.append(Spot(step, counter.which, port.name, counter.tip))
        return found

    def area_of(self, wanted: Spot, zoom: float) -> QRectF:
        """Where a number stands on the canvas; empty where it is not shown."""
        found = (area for spot, area, _ in self._places(zoom) if spot[:3] == wanted[:3])
        return next(found, QRectF())

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        zoom = painter.worldTransform().m11()
        seen, grow = option.exposedRect, _grow(zoom)
        for spot, area, counter in self._places(zoom):
            if seen.intersects(area):
                self._paint(painter, area, counter, grow, hot=self.hot is not None and self.hot[:3] == spot[:3])

    def _places(self, zoom: float) -> Iterator[tuple[Spot, QRectF, Counter]]:
        """Every number that is shown at a zoom, and where."""
        if zoom < _LEAST:
            return
        grow = _grow(zoom)
        for id, step in self._scene.steps.items():
            if id in self._scene.wires.hosts:
                continue
            if zoom >= _ALL:
                for port in step.ports:
                    if (counter := self.outputs.get(link_id(id, port.name))) is not None:
                        spot = Spot(id, counter.which, port.name, counter.tip)
                        yield spot, self._pill(step, port.name, counter, grow), counter
            shown = [one for one in self.cards.get(id, ()) if zoom >= _ALL or one.main]
            # The badge of a problem has the corner.
            right = step.card.right() - (20 if step.badge else 6)
            for counter in reversed(shown):
                width = self._wide(counter) * grow
                top = step.card.top() + _ABOVE - _TALL * grow
                yield Spot(id, counter.which, "", counter.tip), QRectF(right - width, top, width, _TALL * grow), counter
                right -= width + _GAP * grow

    def _paint(self, painter: QPainter, area: QRectF, counter: Counter, grow: float, *, hot: bool) -> None:
        fill, text, edge = _TONES[counter.tone]
        painter.setPen(QPen(theme.color("focus" if hot else edge), (2.0 if hot else 1.0) * grow))
        painter.setBrush(theme.color(fill))
        painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
        painter.save()
        painter.translate(area.topLeft())
        painter.scale(grow, grow)
        wide, tall = area.width() / grow, area.height() / grow
        left = _PAD
        if counter.icon:
            side = max(1, round(_ICON * painter.worldTransform().m11() * painter.device().devicePixelRatioF()))
            drawn = icon(counter.icon, text, side)
            painter.drawPixmap(QRectF(_PAD, (tall - _ICON) / 2, _ICON, _ICON), drawn, QRectF())
            left += _ICON + 3
        painter.setFont(ink().label_font)
        painter.setPen(theme.color(text))
        room = QRectF(left, 0, wide - left - _PAD, tall)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignHCenter, counter.text)
        painter.restore()

    def _pill(self, step: StepItem, port: str, counter: Counter, grow: float) -> QRectF:
        at = step.port_at(port)
        width, tall = self._wide(counter) * grow, (_TALL - 2) * grow
        below = _BELOW_LABEL if len(step.ports) > 1 else _BELOW
        return QRectF(at.x() - width / 2, at.y() + below, width, tall)

    def _wide(self, counter: Counter) -> float:
        drawn = _ICON + 3 if counter.icon else 0.0
        return ink().label_metrics.horizontalAdvance(counter.text) + drawn + 2 * _PAD + 1

    def _settle(self) -> None:
        self.prepareGeometryChange()
        shown = bool(self.cards or self.outputs)
        self._bounds = self._scene.content().adjusted(-240, -80, 240, 160) if shown else QRectF()
        self.update()


def show_heat(scene: JourneyScene, shares: Mapping[str, float], links: Mapping[str, float], role: str) -> None:
    """Tint cards and strengthen arrows by their share of the most, in the colour of a role; none takes it away."""
    for id, step in scene.steps.items():
        share = shares.get(id, 0.0)
        step.show_tint(heat_colour(role, share) if share > 0 else None)
    for id, link in scene.wires.items.items():
        share = links.get(id, 0.0)
        look = pen(theme.color(role), 1.5 + 4.5 * share) if share > 0 else None
        if look != link.heat:
            link.heat = look
            link.restyle()
    scene.overview.forget()


def heat_colour(role: str, share: float) -> QColor:
    """The tint for a share of the most, on the surface of a card; a little of the most is seen too."""
    surface, hot = theme.color("surface"), theme.color(role)
    part = 0.07 + 0.33 * max(0.0, min(share, 1.0)) ** 0.6
    return QColor(
        round(surface.red() + (hot.red() - surface.red()) * part),
        round(surface.green() + (hot.green() - surface.green()) * part),
        round(surface.blue() + (hot.blue() - surface.blue()) * part),
    )


def _grow(zoom: float) -> float:
    """How much larger than its cards a number is drawn, so that it can still be read."""
    return max(1.0, _READABLE / max(zoom, _LEAST))
