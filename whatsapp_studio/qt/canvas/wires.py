"""Decides which arrows run where: those of a card are laid again when it, their ends or what is in their way moved."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtWidgets import QGraphicsScene

from whatsapp_studio.journeys.graph import Journey, Link
from whatsapp_studio.journeys.routing import End, Fan, Obstacles, Rect, fan
from whatsapp_studio.qt.canvas.items.link import LinkItem

# From so many moved cards on every arrow is laid again instead of looking which have to be.
_MANY = 40


class Wires:
    """The arrows of a scene. Cards are steps and collapsed frames by id; ``hosts`` says in which frame a step is."""

    def __init__(self, scene: QGraphicsScene, outputs: Callable[[str], tuple[str, ...]]) -> None:
        self.items: dict[str, LinkItem] = {}
        self.cards = Obstacles()
        self.hosts: Mapping[str, str] = {}
        self.shown = True
        self._scene, self._outputs = scene, outputs
        self._fans: dict[str, Fan] = {}
        self._owed: list[Rect] = []
        self._dirty: set[str] = set()

    def place(self, card: str, rect: Rect | None) -> bool:
        """A card stands here now, or nowhere; true when that is news."""
        before = self.cards.get(card)
        if before == rect:
            return False
        self._owed.extend(one for one in (before, rect) if one is not None)
        if rect is None:
            self.cards.take(card)
            self._fans.pop(card, None)
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
        """Lay what has to be laid. Without ``others`` what merely has a moved card in its way waits for the next."""
        dirty = self._dirty
        if others:
            if len(self._owed) > _MANY:
                dirty |= self._fans.keys()
            else:
                dirty |= {
                    name for name, one in self._fans.items() if any(one.reach.meets(rect) for rect in self._owed)
                }
            self._owed.clear()
        self._dirty = set()
        for card in dirty:
            self._lay_fan(journey, card)

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
        frame = journey.frames.get(card)
        if frame is not None:
            for step in frame.steps:
                for link in journey.out.get(step, ()):
                    if link not in leaving:
                        self._show(link.id, ())
        if self.cards.get(card) is None:
            self._fans.pop(card, None)
            if frame is None:
                for link in leaving:
                    if self._card(link.source) == card:
                        self._show(link.id, ())
            return
        order = self._outputs(card) if frame is None else ()
        ends = []
        for i, link in enumerate(leaving):
            target = self._card(link.target)
            port = i if frame is not None else order.index(link.port) if link.port in order else 0
            ends.append(End(link.id, port, target, len(self.into(journey, target)) > 1))
        made = self._fans[card] = fan(card, len(leaving) if frame is not None else len(order), ends, self.cards)
        for link in leaving:
            self._show(link.id, made.ways.get(link.id, ()))

    def _show(self, name: str, way: tuple[tuple[float, float], ...]) -> None:
        if (item := self.items.get(name)) is not None:
            item.show_way(way)
            item.setVisible(self.shown and bool(way))

    def _card(self, step: str) -> str:
        return self.hosts.get(step, step)

    def _touch_target(self, journey: Journey, step: str) -> None:
        for link in self.into(journey, self._card(step)):
            self._dirty.add(self._card(link.source))
