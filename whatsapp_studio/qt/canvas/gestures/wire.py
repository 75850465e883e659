"""Decides how arrows are drawn and led elsewhere by hand: only where they may go, and with the reason where not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QToolTip

from whatsapp_studio.base.errors import Problem
from whatsapp_studio.base.wording import explain
from whatsapp_studio.journeys.connect import can_connect, free_outputs, legal_targets
from whatsapp_studio.journeys.edits import Connect, Reattach
from whatsapp_studio.journeys.graph import Link
from whatsapp_studio.qt.canvas.gestures.gesture import Gesture, Keys
from whatsapp_studio.qt.canvas.hits import Hit

if TYPE_CHECKING:
    from whatsapp_studio.qt.canvas.hand import Hand

_ON_STEP = ("step", "port", "plus", "badge", "label")
_PULLS, _WRONG = Qt.CursorShape.CrossCursor, Qt.CursorShape.ForbiddenCursor


class Wire(Gesture):
    """An arrow is pulled out of an output, or the end of one that is there is led elsewhere (``old``).

    Let go over a step it leads there; over empty canvas a new one asks what should be there.
    """

    def __init__(self, hand: Hand, start: QPointF, source: str, port: str, old: str = "") -> None:
        super().__init__(hand, start)
        self._source, self._port, self._old = source, port, old
        self._legal = legal_targets(self.document.journey, source, port)
        self._from = self.scene.port_point(source, port)
        self.scene.show_legal(self._legal | {source})

    def move(self, at: QPointF, keys: Keys) -> None:
        target = _step_under(self.scene.thing_at(at))
        wrong = self._wrong(target)
        fits = bool(target) and wrong is None
        self.scene.show_rubber(self._from, self.scene.in_point(target) if fits else at, wrong is None)
        _say(self, at, wrong)

    def release(self, at: QPointF, keys: Keys) -> None:
        hit = self.scene.thing_at(at)
        target = _step_under(hit)
        wrong = self._wrong(target)
        self.end()
        if wrong is not None:
            return
        link = Link(self._source, self._port, target)
        if target:
            self.document.do(Reattach(old=self._old, link=link) if self._old else Connect(link=link))
        elif hit.kind == "nothing" and not self._old:
            self.hand.ask_for_step(at, after=link.id)

    def end(self) -> None:
        self.scene.hide_rubber()
        self.scene.show_legal(None)
        self.view.viewport().unsetCursor()
        QToolTip.hideText()

    def _wrong(self, target: str) -> Problem | None:
        if not target:
            return None
        return can_connect(self.document.journey, Link(self._source, self._port, target))


class Rewire(Gesture):
    """The start of an arrow is led to another output; its end stays."""

    def __init__(self, hand: Hand, start: QPointF, old: Link) -> None:
        super().__init__(hand, start)
        self._old = old
        journey = self.document.journey
        self._legal = frozenset(i for i in journey.steps if self._output(i))
        self.scene.show_legal(self._legal | {old.target})

    def move(self, at: QPointF, keys: Keys) -> None:
        link = self._link(self.scene.thing_at(at))
        over = _step_under(self.scene.thing_at(at))
        start = self.scene.port_point(link.source, link.port) if link else at
        self.scene.show_rubber(start, self.scene.in_point(self._old.target), link is not None or not over)
        _say(self, at, Problem("link-no-free-output", over) if over and link is None else None)

    def release(self, at: QPointF, keys: Keys) -> None:
        link = self._link(self.scene.thing_at(at))
        self.end()
        if link is not None and link != self._old:
            self.document.do(Reattach(old=self._old.id, link=link))

    def end(self) -> None:
        self.scene.hide_rubber()
        self.scene.show_legal(None)
        self.view.viewport().unsetCursor()
        QToolTip.hideText()

    def _link(self, hit: Hit) -> Link | None:
        step = _step_under(hit)
        if not step:
            return None
        port = hit.port if hit.kind in ("port", "plus", "label") else self._output(step)
        link = Link(step, port, self._old.target)
        return link if port and can_connect(self.document.journey, link) is None else None

    def _output(self, step: str) -> str:
        """The output of a step that would be taken: its first free one that may lead to where the arrow leads."""
        journey = self.document.journey
        outputs = free_outputs(journey, step) or ((self._old.port,) if step == self._old.source else ())
        return next((p for p in outputs if can_connect(journey, Link(step, p, self._old.target)) is None), "")


def _step_under(hit: Hit) -> str:
    return hit.id if hit.kind in _ON_STEP else ""


def _say(gesture: Gesture, at: QPointF, wrong: Problem | None) -> None:
    """Say at the pointer why an arrow cannot be."""
    gesture.view.viewport().setCursor(_WRONG if wrong is not None else _PULLS)
    if wrong is None:
        QToolTip.hideText()
        return
    place = gesture.view.viewport().mapToGlobal(gesture.view.mapFromScene(at))
    QToolTip.showText(place, explain(wrong.code, wrong.facts).title, gesture.view.viewport())
