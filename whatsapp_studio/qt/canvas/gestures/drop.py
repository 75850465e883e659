"""Decides what becomes of a step dragged from the palette: it is put where it is let go, or into the arrow there."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLineF, QMimeData, QPoint, QPointF, QRectF
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent

from whatsapp_studio.journeys.graph import CARD, Point
from whatsapp_studio.journeys.table import KINDS
from whatsapp_studio.qt.canvas.adding import add_step
from whatsapp_studio.qt.canvas.choices import STEP_MIME
from whatsapp_studio.qt.canvas.guides import settled
from whatsapp_studio.qt.canvas.items.link import distance

if TYPE_CHECKING:
    from whatsapp_studio.qt.canvas.hand import Hand


class Drop:
    """A step on its way from the palette. It shows where it would land and edits only when it is let go."""

    def __init__(self, hand: Hand) -> None:
        self._hand = hand

    def enter(self, event: QDragEnterEvent) -> bool:
        """Something was dragged in; true when it is a step and may be put here."""
        if self._step(event.mimeData()) is None or self._hand.document.read_only:
            return False
        event.acceptProposedAction()
        return True

    def move(self, event: QDragMoveEvent) -> bool:
        """It is over here now."""
        step = self._step(event.mimeData())
        if step is None or self._hand.document.read_only:
            return False
        place, link, lines = self._landing(event.position().toPoint(), step[0])
        self._hand.scene.show_splice(link or None)
        self._hand.scene.show_guides([*lines, *_outline(place)])
        event.acceptProposedAction()
        return True

    def drop(self, event: QDropEvent) -> bool:
        """It was let go here."""
        step = self._step(event.mimeData())
        self.end()
        if step is None:
            return False
        kind, fields = step
        place, link, _ = self._landing(event.position().toPoint(), kind)
        added = add_step(self._hand.document, kind, fields, at=place, link=link)
        if added:
            event.acceptProposedAction()
            self._hand.view.setFocus()
        return bool(added)

    def end(self) -> None:
        """Nothing is on its way any more."""
        self._hand.scene.show_splice(None)
        self._hand.scene.show_guides([])

    def _step(self, data: QMimeData) -> tuple[str, dict[str, Any]] | None:
        if not data.hasFormat(STEP_MIME):
            return None
        try:
            said = json.loads(bytes(data.data(STEP_MIME).data()))
            kind, fields = said["kind"], said["fields"]
        except (ValueError, KeyError, TypeError):
            return None
        return (kind, fields) if kind in KINDS and isinstance(fields, dict) else None

    def _landing(self, at: QPoint, kind: str) -> tuple[Point, str, list[QLineF]]:
        """Where the step's corner goes, the arrow it would be put into, and the guides it stands along."""
        hand = self._hand
        middle = hand.view.mapToScene(at)
        card = QRectF(middle.x() - CARD[0] / 2, middle.y() - CARD[1] / 2, *CARD)
        others = [item.card for item in hand.scene.steps.values() if item.isVisible()]
        corner, lines = settled(card, others, zoom=hand.view.zoom())
        place = (round(corner.x()), round(corner.y()))
        return place, self._link_under(middle, kind), lines

    def _link_under(self, at: QPointF, kind: str) -> str:
        table = KINDS[kind]
        if table.is_entry or not table.ports(table.defaults()):
            return ""
        best, found = CARD[1] / 2, ""
        for i, item in self._hand.scene.wires.items.items():
            if item.way and (away := distance(item.way, at)) < best:
                best, found = away, i
        return found


def _outline(place: Point) -> list[QLineF]:
    area = QRectF(place[0], place[1], *CARD)
    corners = [area.topLeft(), area.topRight(), area.bottomRight(), area.bottomLeft()]
    return [QLineF(one, corners[(n + 1) % 4]) for n, one in enumerate(corners)]
