"""Decides how an arrow is drawn without a pointer: an output, arrow keys among the steps it may lead to, Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.journeys.connect import free_outputs, legal_targets
from whatsapp_studio.journeys.edits import Connect, Disconnect
from whatsapp_studio.journeys.graph import Journey, Link, link_id
from whatsapp_studio.journeys.table import ports_of, title_of
from whatsapp_studio.qt.canvas.lists import output_name
from whatsapp_studio.qt.canvas.navigate import Way, nearest

if TYPE_CHECKING:
    from whatsapp_studio.qt.canvas.hand import Hand

WAYS: dict[Qt.Key, Way] = {
    Qt.Key.Key_Up: "up", Qt.Key.Key_Down: "down", Qt.Key.Key_Left: "left", Qt.Key.Key_Right: "right",
}  # fmt: skip


class ConnectMode(QObject):
    """While it is on, keys belong to it. Nothing is edited before Enter."""

    def __init__(self, hand: Hand) -> None:
        super().__init__(hand)
        self._hand = hand
        self.on = False
        self._source = self._port = ""
        # The step the arrow would lead to now; empty for none.
        self.target = ""

    def begin(self, source: str, port: str = "") -> bool:
        """Start from an output of a step: the one named, else its first free one, else its first."""
        journey = self._hand.document.journey
        if source not in journey.steps or self._hand.document.read_only:
            return False
        ports = [one.name for one in ports_of(journey.steps[source], journey)]
        free = free_outputs(journey, source)
        port = port or (free[0] if free else ports[0] if ports else "")
        if port:
            self.on, self._source, self.target = True, source, ""
            self._turn_to(port)
        return self.on

    def key(self, event: QKeyEvent) -> bool:
        """A key was pressed; true when it was for this."""
        key = Qt.Key(event.key())
        if not self.on:
            return False
        if key in WAYS:
            self._aim(WAYS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            link = Link(self._source, self._port, self.target)
            self.end()
            if link.target:
                self._hand.document.do(Connect(link=link))
        elif key == Qt.Key.Key_Escape:
            self.end()
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_C):
            self._next_port()
        elif key == Qt.Key.Key_Insert:
            self.end()
            output = link_id(self._source, self._port)
            taken = output in self._hand.document.journey.links
            self._hand.ask_for_step(None, after="" if taken else output, link=output if taken else "")
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.end()
            self._hand.document.do(Disconnect(links=frozenset({link_id(self._source, self._port)})))
        return True

    def end(self) -> None:
        """Leave without an edit."""
        if self.on:
            self.on = False
            self._hand.scene.hide_rubber()
            self._hand.scene.show_legal(None)
            self._hand.say("")

    def _aim(self, way: Way) -> None:
        journey = self._hand.document.journey
        legal = legal_targets(journey, self._source, self._port)
        begin = self.target or self._source
        found = nearest(journey, begin, way, legal - {begin})
        if not found and not self.target:
            found = min(legal, key=lambda i: (journey.places[i][1], journey.places[i][0], i), default="")
        self.target = found or self.target
        self._show()

    def _next_port(self) -> None:
        journey = self._hand.document.journey
        ports = [one.name for one in ports_of(journey.steps[self._source], journey)]
        self._turn_to(ports[(ports.index(self._port) + 1) % len(ports)])

    def _turn_to(self, port: str) -> None:
        """Begin where the output leads now, else where the one before was led to."""
        self._port, journey = port, self._hand.document.journey
        link = journey.links.get(link_id(self._source, self._port))
        if link is not None:
            self.target = link.target
        if self.target not in legal_targets(journey, self._source, self._port):
            self.target = ""
            self._aim("down")
        self._show()

    def _show(self) -> None:
        scene, journey = self._hand.scene, self._hand.document.journey
        scene.show_legal(legal_targets(journey, self._source, self._port) | {self._source})
        if self.target:
            scene.show_rubber(scene.port_point(self._source, self._port), scene.in_point(self.target), True)
            self._hand.view.ensureVisible(scene.steps[self.target].card, 48, 48)
        self._hand.say(self._words(journey))

    def _words(self, journey: Journey) -> str:
        output = output_name(journey, self._source, self._port)
        if not self.target:
            return tr("{output} can lead to no other step. Insert adds one, Tab takes another output, Esc leaves.",
                      output=output)  # fmt: skip
        return tr(
            "{output} leads to {step}. Arrow keys choose another step, Tab another output; Enter connects, "
            "Insert adds a new step, Delete removes the arrow, Esc leaves.",
            output=output,
            step=title_of(journey.steps[self.target]),
        )
