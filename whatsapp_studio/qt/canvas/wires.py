"""Decides which arrows run where: those of a card are laid again when it, their ends or what is in their way moved."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from heapq import heapify, heappop, heappush

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QGraphicsScene

from whatsapp_studio.journeys.graph import Journey, Link
from whatsapp_studio.journeys.routing import End, Fan, Obstacles, Order, Rect, Tracks, fan
from whatsapp_studio.qt.canvas.items.link import LinkItem

# From so many moved cards on every arrow is laid again instead of looking which have to be.
_MANY = 40
_STICKS_OUT = 28.0


class Wires:
    """The arrows of a scene. Cards are steps and collapsed frames by id; ``hosts`` says in which frame a step is."""

    def __init__(self, scene: QGraphicsScene, outputs: Callable[[str], tuple[str, ...]]) -> None:
        self.items: dict[str, LinkItem] = {}
        self.cards, self.tracks = Obstacles(), Tracks()
        self.hosts: Mapping[str, str] = {}
        self.shown = True
        self._scene, self._outputs = scene, outputs
        self._fans: dict[str, Fan] = {}
        self._reaches = Obstacles()
        # Cards that are not where the others' arrows believe them to be: what they took up before.
        self._owed: dict[str, tuple[Rect, ...]] = {}
        self._dirty: set[str] = set()

    def place(self, card: str, rect: Rect | None) -> bool:
        """A card stands here now, or nowhere; true when that is news."""
        before = self.cards.get(card)
        if before == rect:
            return False
        self._owe(card)
        self._dirty.add(card)
        if rect is None:
            self.cards.take(card)
        else:
            self.cards.put(card, rect)
        return True

    def relink(self, journey: Journey, gone: Iterable[str], come: Iterable[str]) -> None:
        """Links went and came; both where an arrow leads elsewhere."""
        come = set(come)
        for name in gone:
            if (item := self.items.get(name)) is not None:
                self._touch_target(journey, item.link.target)
                self._dirty.add(self._card(item.link.source))
                if name not in come:
                    del self.items[name]
                    self._scene.removeItem(item)
        for name in come:
            link = journey.links[name]
            if (item := self.items.get(name)) is None:
                item = self.items[name] = LinkItem(link)
                self._scene.addItem(item)
            item.link = link
            self._touch_target(journey, link.target)
            self._dirty.add(self._card(link.source))

    def touch(self, journey: Journey, step: str) -> None:
        """A step moved, changed its outputs, or went into a frame: its arrows and those to it are laid again."""
        self._dirty.add(self._card(step))
        self._touch_target(journey, step)

    def lay(self, journey: Journey, *, others: bool = True) -> None:
        """Lay what has to be laid. Without ``others`` what merely has a moved card in its way waits for the next.

        Cards are taken in their order, and one whose arrows run elsewhere now has later ones look again.
        """
        dirty = {card for card in self._dirty if self.cards.get(card) is not None}
        for card in self._dirty - dirty:
            self._hide(journey, card)
        self._dirty = set()
        if others:
            dirty |= self._settle_debts()
        else:
            for card in dirty:
                self._owe(card)
        # Where all are laid anyway nobody has to look again.
        cascades = others and not self._fans.keys() <= dirty
        waiting = [self._order(card) for card in dirty]
        heapify(waiting)
        while waiting:
            card = heappop(waiting).name
            dirty.discard(card)
            before = self.tracks.of(card)
            self._lay_fan(journey, card)
            after = self.tracks.of(card)
            if cascades and before != after:
                later = self._later(card, [one.area for one in {*before} ^ {*after}]) - dirty
                dirty |= later
                for name in later:
                    heappush(waiting, self._order(name))

    def _owe(self, card: str) -> None:
        """Remember where a card and its arrows are before they move for the first time."""
        if card not in self._owed:
            rect = self.cards.get(card)
            areas = [one.area for one in self.tracks.of(card)]
            self._owed[card] = (*areas, rect) if rect is not None else tuple(areas)

    def _settle_debts(self) -> set[str]:
        """The cards whose arrows have to be laid because of what moved; those that moved are among them."""
        moved = {card for card in self._owed if self.cards.get(card) is not None}
        areas = [area for owed in self._owed.values() for area in owed] + [self.cards.at(card) for card in moved]
        for card in self._owed:
            self.tracks.take(card)
        many = len(self._owed) > _MANY
        self._owed.clear()
        return moved | (set(self._fans) if many else self._minding(areas))

    def _later(self, card: str, areas: list[Rect]) -> set[str]:
        """The cards after this one in order whose arrows looked at one of these areas."""
        since = self._order(card)
        return {name for name in self._minding(areas) if self._order(name) > since}

    def _minding(self, areas: Sequence[Rect]) -> set[str]:
        """The cards whose arrows looked at one of these areas."""
        near = {name for area in areas for name in self._reaches.names(area)}
        return {name for name in near if self._fans[name].minds(areas)}

    def extent(self) -> QRectF:
        """The area around all cards and arrows, with what sticks out of a card; empty when there are none."""
        rects = [rect.grown(_STICKS_OUT) for rect in self.cards.all()]
        spots = [spot for item in self.items.values() for spot in item.way]
        xs = [*(r.left for r in rects), *(r.right for r in rects), *(x for x, _ in spots)]
        ys = [*(r.top for r in rects), *(r.bottom for r in rects), *(y for _, y in spots)]
        return QRectF(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)) if xs else QRectF()

    def out_of(self, journey: Journey, card: str) -> list[Link]:
        """The arrows that leave a card, in the order of its outputs; of a frame those that leave the frame."""
        if card in journey.steps:
            order = {port: i for i, port in enumerate(self._outputs(card))}
            return sorted(journey.out.get(card, ()), key=lambda link: order.get(link.port, len(order)))
        frame = journey.frames.get(card)
        if frame is None:
            return []
        at = {step: journey.places.get(step, (0, 0)) for step in frame.steps}
        inside = set(frame.steps)
        found = []
        for step in sorted(inside, key=lambda step: (at[step], step)):
            found += [link for link in self.out_of(journey, step) if link.target not in inside]
        return found

    def into(self, journey: Journey, card: str) -> list[Link]:
        """The arrows that arrive at a card; of a frame those from outside."""
        frame = journey.frames.get(card)
        if frame is None:
            return list(journey.into.get(card, ()))
        inside = set(frame.steps)
        return [
            link for step in frame.steps for link in journey.into.get(step, ()) if link.source not in inside
        ]

    def _lay_fan(self, journey: Journey, card: str) -> None:
        leaving = self.out_of(journey, card)
        self._hide(journey, card, but=leaving)
        framed = card in journey.frames
        order = () if framed else self._outputs(card)
        ends = [
            End(link.id, i if framed else _index(order, link.port), target, len(self.into(journey, target)) > 1)
            for i, link in enumerate(leaving)
            if self.cards.get(target := self._card(link.target)) is not None
        ]
        made = fan(card, max(1, len(leaving) if framed else len(order)), ends, self.cards, self.tracks)
        self._fans[card] = made
        self._reaches.put(card, made.reach)
        self.tracks.put(card, made.stretches)
        for link in leaving:
            self._show(link.id, made.ways.get(link.id, ()))

    def _hide(self, journey: Journey, card: str, but: Sequence[Link] = ()) -> None:
        """Hide the arrows of a card that are not drawn: all of one inside a frame, a frame's inner ones."""
        frame = journey.frames.get(card)
        if frame is None and but:
            return
        if not but:
            self._fans.pop(card, None)
            self._reaches.take(card)
            self.tracks.take(card)
        for step in frame.steps if frame is not None and frame.collapsed else (card,) if card in journey.steps else ():
            for link in journey.out.get(step, ()):
                if link not in but and self._card(link.source) == card:
                    self._show(link.id, ())

    def _order(self, card: str) -> Order:
        box = self.cards.at(card)
        return Order(box.top, box.left, card)

    def _show(self, name: str, way: tuple[tuple[float, float], ...]) -> None:
        if (item := self.items.get(name)) is not None:
            item.show_way(way)
            item.setVisible(self.shown and bool(way))

    def _card(self, step: str) -> str:
        return self.hosts.get(step, step)

    def _touch_target(self, journey: Journey, step: str) -> None:
        for link in self.into(journey, self._card(step)):
            self._dirty.add(self._card(link.source))


def _index(ports: tuple[str, ...], port: str) -> int:
    return ports.index(port) if port in ports else 0
