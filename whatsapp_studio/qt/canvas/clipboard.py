"""Decides what copying puts on the clipboard and what pasting makes of it: our own format and readable text, both."""

from __future__ import annotations

import atexit

from PySide6.QtCore import QByteArray, QMimeData, QRectF
from PySide6.QtGui import QGuiApplication

from whatsapp_studio.base.errors import Problem, UserError
from whatsapp_studio.journeys.arrange import place_after
from whatsapp_studio.journeys.clip import MIME, from_text, to_text
from whatsapp_studio.journeys.connect import free_outputs
from whatsapp_studio.journeys.edits import PasteItems, RemoveItems
from whatsapp_studio.journeys.fragment import Fragment, cut_out
from whatsapp_studio.journeys.graph import CARD, GRID, SNAP, Point
from whatsapp_studio.journeys.table import kind_of
from whatsapp_studio.qt.canvas.document import JourneyDocument

# There the clipboard is the desktop's: it is handed what was copied when the window's application ends.
_DESKTOPS = ("xcb", "wayland", "windows", "cocoa")


def _let_go() -> None:
    """Without a desktop Qt keeps what was copied until after Python's end, and can then no longer let go of it."""
    if QGuiApplication.instance() is not None and not QGuiApplication.platformName().startswith(_DESKTOPS):
        QGuiApplication.clipboard().clear()


atexit.register(_let_go)


class Clipboard:
    """Copying, cutting and pasting in one document."""

    def __init__(self, document: JourneyDocument) -> None:
        self._document = document
        # Pasting the same again goes a little further each time.
        self._last, self._times = "", 0

    def copy(self) -> bool:
        """Put what is selected on the clipboard; false when that is nothing."""
        fragment = self._chosen()
        if not (fragment.steps or fragment.notes):
            return False
        text = to_text(fragment)
        data = QMimeData()
        data.setText(text)
        data.setData(MIME, QByteArray(text.encode()))
        QGuiApplication.clipboard().setMimeData(data)
        self._last, self._times = text, 0
        return True

    def cut(self) -> None:
        """Copy what is selected, then remove it."""
        if not self._document.read_only and self.copy():
            self._document.do(RemoveItems(ids=self._items()))

    def paste(self, seen: QRectF, at: Point | None = None) -> bool:
        """Add what is on the clipboard, selected: at a point, at the free output that is selected, or beside itself.

        ``seen`` is the part of the canvas in sight: what would land outside comes to its middle. What is no part of a
        journey is refused with a ``Problem``.
        """
        data = QGuiApplication.clipboard().mimeData()
        text = bytes(data.data(MIME).data()).decode(errors="replace") if data.hasFormat(MIME) else data.text()
        try:
            fragment = from_text(text)
        except UserError as error:
            self._document.refused.emit(Problem(error.code, "", error.facts))
            return False
        self._times = self._times + 1 if text == self._last else 1
        self._last = text
        after = self._output(fragment)
        return self.add(fragment, self._by(fragment, seen, at, after), after, "edit-paste")

    def duplicate(self) -> bool:
        """A copy of what is selected, beside it, with the links among it."""
        fragment = self._chosen()
        if not (fragment.steps or fragment.notes):
            return False
        return self.add(fragment, (GRID, GRID), "", "edit-duplicate")

    def add(self, fragment: Fragment, by: Point, after: str, called: str) -> bool:
        """Add a fragment with ids of its own, moved ``by`` so much, as one step of undo; it is selected then."""
        fresh = fragment.fresh(*by)
        if not self._document.do(PasteItems(fragment=fresh, after=after, called=called)):
            return False
        self._document.select({*fresh.steps, *fresh.notes, *fresh.frames}, fresh.first() or "")
        return True

    def _items(self) -> frozenset[str]:
        """What of the selection can be copied: everything but arrows."""
        journey = self._document.journey
        there = {*journey.steps, *journey.notes, *journey.frames}
        return frozenset(there & self._document.selection)

    def _chosen(self) -> Fragment:
        return cut_out(self._document.journey, self._items())

    def _output(self, fragment: Fragment) -> str:
        """The free output that is selected, if the fragment begins with a step an arrow may lead to."""
        first, selection = fragment.first(), self._document.selection
        if first is None or len(selection) != 1 or kind_of(fragment.steps[first]).is_entry:
            return ""
        (only,) = selection
        source, _, port = only.rpartition(":")
        return only if port in free_outputs(self._document.journey, source) else ""

    def _by(self, fragment: Fragment, seen: QRectF, at: Point | None, after: str) -> Point:
        left = min(x for x, _ in fragment.places.values())
        top = min(y for _, y in fragment.places.values())
        right = max(x for x, _ in fragment.places.values()) + CARD[0]
        bottom = max(y for _, y in fragment.places.values()) + CARD[1]
        first = fragment.first()
        if at is not None:
            return _snapped(at[0] - left, at[1] - top)
        if after and first is not None:
            source, _, port = after.rpartition(":")
            x, y = place_after(self._document.journey, source, port)
            return x - fragment.places[first][0], y - fragment.places[first][1]
        step = GRID * self._times
        if seen.isEmpty() or seen.intersects(QRectF(left + step, top + step, right - left, bottom - top)):
            return step, step
        middle = seen.center()
        return _snapped(middle.x() - (left + right) / 2 + step - GRID, middle.y() - (top + bottom) / 2 + step - GRID)


def _snapped(dx: float, dy: float) -> Point:
    return round(dx / SNAP) * SNAP, round(dy / SNAP) * SNAP
