"""Decides how things are moved: together, on the grid or in line with others, copied with Alt, put into an arrow."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF

from whatsapp_studio.journeys.boxes import Rect
from whatsapp_studio.journeys.connect import can_splice
from whatsapp_studio.journeys.edits import MoveItems, PutFrame, Splice, Together
from whatsapp_studio.journeys.fragment import cut_out
from whatsapp_studio.journeys.framing import put_frames, reframed
from whatsapp_studio.journeys.graph import Point
from whatsapp_studio.journeys.room import room_for
from whatsapp_studio.qt.canvas.adding import joined
from whatsapp_studio.qt.canvas.gestures.gesture import Gesture, Keys
from whatsapp_studio.qt.canvas.guides import settled
from whatsapp_studio.qt.canvas.hits import Hit
from whatsapp_studio.qt.canvas.items.link import distance

if TYPE_CHECKING:
    from whatsapp_studio.qt.canvas.hand import Hand

# Guides look at what is about this near; far away nobody means to line things up.
_ABOUT = 1500.0
# How much is seen of a card that is held over an arrow.
_THIN = 0.6


class Move(Gesture):
    """The selection follows the pointer; one drag is one step of undo, whatever the number of things."""

    def __init__(self, hand: Hand, start: QPointF, grabbed: str, *, copy: bool) -> None:
        super().__init__(hand, start)
        journey = self.document.journey
        chosen = set(self.document.selection) | {grabbed}
        chosen |= {step for i in chosen if i in journey.frames for step in journey.frames[i].steps}
        self._ids = {i for i in chosen if i in journey.places}
        self._chosen = frozenset(chosen)
        self._base = {i: journey.places[i] for i in self._ids}
        self._copy = copy
        self._splice = ""
        inside = sorted(self._ids, key=lambda i: (self._base[i][1], self._base[i][0]))
        self._lead = grabbed if grabbed in self._ids else inside[0] if inside else ""
        self._card = self._area(self._lead)
        self._others = self._beside()
        self._areas = {i: _whole(frame.card) for i, frame in self.scene.frames.items() if not frame.frame.collapsed}

    def move(self, at: QPointF, keys: Keys) -> None:
        if not self._lead:
            return
        places, lines = self._places(at, keys)
        if self._copy:
            self.scene.show_guides([*lines, *self._outlines(places)])
            return
        framed = reframed(self.document.journey, places, self._areas)
        self.scene.preview_places(places, framed)
        joined_by = next((i for i, steps in framed.items() if set(steps) & self._ids), "")
        self.scene.show_hover(Hit("frame", joined_by) if joined_by else None)
        self._splice = self._link_under(places)
        self.scene.show_splice(self._splice or None)
        self._see_through(bool(self._splice))
        self.scene.show_guides([] if self._splice else lines)

    def release(self, at: QPointF, keys: Keys) -> None:
        if not self._lead:
            return
        places, _ = self._places(at, keys)
        self._splice = "" if self._copy else self._link_under(places)
        lead, base = places[self._lead], self._base[self._lead]
        self._tidy()
        if self._copy:
            by = (lead[0] - base[0], lead[1] - base[1])
            self.hand.clipboard.add(cut_out(self.document.journey, self._chosen), by, "", "edit-duplicate")
        elif self._splice:
            journey = self.document.journey
            room = MoveItems(places=room_for(journey, self._lead, self._splice, lead))
            put = Splice(step=self._lead, link=self._splice)
            # An arrow between two steps of a frame counts for more than where the step is let go.
            one = journey.links[self._splice]
            inside = any({one.source, one.target} <= set(frame.steps) for frame in journey.frames.values())
            more = joined(journey, self._lead, self._splice) if inside else self._reframed({self._lead: lead})
            self.document.do(Together(edits=(put, room, *more)))
        else:
            self.document.do(Together(edits=(MoveItems(places=places), *self._reframed(places))))

    def end(self) -> None:
        self._tidy()

    def _see_through(self, on: bool) -> None:
        """A short arrow would be hidden by the card that is about to be put into it."""
        if (item := self.scene.steps.get(self._lead)) is not None:
            item.setOpacity(_THIN if on else 1.0)

    def _reframed(self, places: Mapping[str, Point]) -> tuple[PutFrame, ...]:
        """What has steps be in the frame they were put in."""
        journey = self.document.journey
        return put_frames(journey, reframed(journey, places, self._areas))

    def _tidy(self) -> None:
        self._see_through(False)
        self.scene.show_hover(None)
        self.scene.preview_places(None)
        self.scene.show_splice(None)
        self.scene.show_guides([])

    def _places(self, at: QPointF, keys: Keys) -> tuple[dict[str, Point], list[QLineF]]:
        """Where everything is when the pointer is at a point, and the guides along which the first of it stands."""
        by = at - self.start
        free = bool(keys & Keys.AltModifier) and not self._copy
        if free:
            corner, lines = self._card.topLeft() + by, list[QLineF]()
        else:
            corner, lines = settled(self._card.translated(by), self._others, zoom=self.view.zoom())
        by = corner - self._card.topLeft()
        return {i: (round(x + by.x()), round(y + by.y())) for i, (x, y) in self._base.items()}, lines

    def _area(self, i: str) -> QRectF:
        item = self.scene.steps.get(i) or self.scene.notes.get(i)
        return QRectF() if item is None else QRectF(item.card)

    def _beside(self) -> list[QRectF]:
        about = self._card.adjusted(-_ABOUT, -_ABOUT, _ABOUT, _ABOUT) | self.view.visible()
        return [
            item.card
            for i, item in self.scene.steps.items()
            if item.isVisible() and (self._copy or i not in self._ids) and about.intersects(item.card)
        ]

    def _link_under(self, places: dict[str, Point]) -> str:
        """The arrow into which the one step that is moved would be put where it is now; empty for none."""
        journey = self.document.journey
        if len(self._ids) != 1 or self._lead not in journey.steps:
            return ""
        middle = QPointF(*places[self._lead]) + QPointF(self._card.width() / 2, self._card.height() / 2)
        best, found = self._card.height() / 2, ""
        for i, item in self.scene.wires.items.items():
            if item.way and (away := distance(item.way, middle)) < best and can_splice(journey, i, self._lead) is None:
                best, found = away, i
        return found

    def _outlines(self, places: dict[str, Point]) -> list[QLineF]:
        lines = []
        for i, place in places.items():
            area = QRectF(QPointF(*place), self._area(i).size())
            lines += [
                QLineF(area.topLeft(), area.topRight()), QLineF(area.topRight(), area.bottomRight()),
                QLineF(area.bottomRight(), area.bottomLeft()), QLineF(area.bottomLeft(), area.topLeft()),
            ]  # fmt: skip
        return lines


def _whole(area: QRectF) -> Rect:
    return round(area.left()), round(area.top()), round(area.right()), round(area.bottom())
