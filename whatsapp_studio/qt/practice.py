"""Decides how a window says that practice is on: tinted all around, with a line at its top that leads to the switch."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from whatsapp_studio.app import Studio
from whatsapp_studio.base.events import Changes
from whatsapp_studio.base.i18n import ntr, tr
from whatsapp_studio.qt.marks import IconLabel
from whatsapp_studio.qt.widgets.buttons import link_button
from whatsapp_studio.qt.widgets.latest import Latest
from whatsapp_studio.qt.widgets.plain import plain_label

# Where the switch is: a page, and what of it.
SWITCH = ("settings", "practice")
_BORDER, _OFF = 4, -1


def reached(studio: Studio) -> int:
    """How many people can be reached while practice is on; below 0 where it is off. Not for the window's thread."""
    practice = studio.consent.practice()
    if not practice.on:
        return _OFF
    testers = {one.phone for one in studio.proofs.people() if one.phone}
    return len(testers | set(practice.people))


def sentence(people: int) -> str:
    """What practice means now."""
    if people == 0:
        return tr("Practice: nobody can be reached")
    return ntr("Practice: only {n} person can be reached", "Practice: only {n} people can be reached", people)


class PracticeFrame(QFrame):
    """What is around everything in the window; ``column`` takes that. ``said`` is what practice means, or empty."""

    said = Signal(str)
    wanted = Signal(str, object)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._asking = Latest(self)
        self.setProperty("role", "frame")
        self.band = QFrame()
        self.band.setProperty("role", "practice")
        self._words = plain_label("practice", wrap=True)
        self.switch = link_button(tr("Switch it off…"), lambda: self.wanted.emit(*SWITCH))
        self.switch.setProperty("on", "practice")
        row = QHBoxLayout(self.band)
        row.setContentsMargins(12, 2, 8, 2)
        row.setSpacing(8)
        row.addWidget(IconLabel("flask-conical", "surface"))
        row.addWidget(self._words, 1)
        row.addWidget(self.switch)
        self.band.hide()
        inside = QWidget()
        # Scroll bars show what is behind them, and that is not to be the tint.
        inside.setAutoFillBackground(True)
        self.column = QVBoxLayout(inside)
        self._edges = QVBoxLayout(self)
        for layout in (self.column, self._edges):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        self._edges.addWidget(self.band)
        self._edges.addWidget(inside, 1)
        self.look()

    def on_changes(self, changes: Changes) -> None:
        """Something changed."""
        if changes.rules or (changes.contacts and self.band.isVisible()):
            self.look()

    def look(self) -> None:
        """Ask anew whether practice is on, and for whom."""
        self._asking.ask(lambda: reached(self._studio), self._show)

    def _show(self, people: int) -> None:
        on = people != _OFF
        words = sentence(people) if on else ""
        self._words.setText(tr("{practice}. What is queued for others waits.", practice=words) if on else "")
        self.band.setVisible(on)
        self.band.setAccessibleName(words)
        edge = _BORDER if on else 0
        self._edges.setContentsMargins(edge, 0, edge, edge)
        if self.property("practice") != on:
            self.setProperty("practice", on)
            self.style().unpolish(self)
            self.style().polish(self)
        self.said.emit(words)
