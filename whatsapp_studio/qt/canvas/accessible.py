"""Decides how assistive technology finds its way on a canvas: every step, arrow, note and frame is an item of a list.

Nothing of this is made before somebody asks. A thing that is gone stays known by its id, and says so: a client may hold
on to it for as long as it likes, and when the removal is undone it is the same thing again.
"""

from __future__ import annotations

import weakref
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QWindow
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from shiboken6 import isValid

from whatsapp_studio.journeys.diff import Diff
from whatsapp_studio.qt.canvas import spoken
from whatsapp_studio.qt.canvas.items.link import LinkItem

if TYPE_CHECKING:
    from whatsapp_studio.qt.canvas.view import JourneyView

_Text, _Event = QAccessible.Text, QAccessible.Event
# Qt deletes an interface; until then it has to be here, and no longer.
_kept: dict[int, CanvasInterface] = {}
_installed = False


def offer() -> None:
    """Have canvases read to whoever asks for them."""
    global _installed
    if not _installed:
        _installed = True
        QAccessible.installFactory(_make)


def is_read(view: JourneyView) -> bool:
    """Whether somebody has asked for what is on a canvas and is still there."""
    return QAccessible.isActive() and id(view) in _kept


def _make(key: str, thing: QObject) -> QAccessibleInterface | None:
    if key != "JourneyView":
        return None
    made = CanvasInterface(thing)  # type: ignore[arg-type]
    _kept[id(thing)] = made
    return made


class CanvasInterface(QAccessibleWidget):
    """The canvas: a list of what is on it, then the widgets that stand on it."""

    def __init__(self, view: JourneyView) -> None:
        super().__init__(view, QAccessible.Role.List)
        self.reader = Reader(view)
        self._view = weakref.ref(view)
        key, kept = id(view), self.reader.kept
        # Qt deletes this one with the view, after which the last hold on it may be let go.
        view.destroyed.connect(lambda: QTimer.singleShot(0, lambda: _release(key, kept)))

    def widgets(self) -> list[QWidget]:
        """The viewport and what else stands on the canvas."""
        view = self._view()
        if view is None or not isValid(view):
            return []
        return [one for one in view.children() if isinstance(one, QWidget) and one.isVisible()]

    def childCount(self) -> int:
        return len(self.reader.order()) + len(self.widgets())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        order = self.reader.order()
        if 0 <= index < len(order):
            return self.reader.thing(order[index])
        widgets, index = self.widgets(), index - len(order)
        return QAccessible.queryAccessibleInterface(widgets[index]) if 0 <= index < len(widgets) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        if isinstance(child, ThingInterface):
            return self.reader.place(child.id)
        widget = child.object()
        widgets = self.widgets()
        return len(self.reader.order()) + widgets.index(widget) if widget in widgets else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return self.reader.at(QPoint(x, y))

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        return self.reader.focused()


class ThingInterface(QAccessibleInterface):
    """One thing on a canvas, by its id; not valid while nothing has that id."""

    def __init__(self, reader: Reader, id: str) -> None:
        super().__init__()
        self._reader = weakref.ref(reader)
        self.id = id

    def reader(self) -> Reader | None:
        """Who knows the canvas; None when the thing is not on it."""
        reader = self._reader()
        return reader if reader is not None and isValid(reader) and reader.place(self.id) >= 0 else None

    def isValid(self) -> bool:
        return self.reader() is not None

    def object(self) -> QObject | None:  # type: ignore[override]
        return None

    def window(self) -> QWindow | None:  # type: ignore[override]
        reader = self.reader()
        return reader.view.window().windowHandle() if reader is not None else None

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]
        reader = self.reader()
        return QAccessible.queryAccessibleInterface(reader.view) if reader is not None else None

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childCount(self) -> int:
        return 0

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    def text(self, kind: QAccessible.Text) -> str:
        reader = self.reader()
        if reader is None:
            return ""
        if kind == _Text.Name:
            return reader.name(self.id)
        return spoken.about(reader.view.canvas(), self.id) if kind == _Text.Description else ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Nothing here is written by reading aloud."""

    def rect(self) -> QRect:
        reader = self.reader()
        return reader.area(self.id) if reader is not None else QRect()

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        state, reader = QAccessible.State(), self.reader()
        if reader is None:
            state.invalid = True
            return state
        document, view = reader.view.canvas().document, reader.view
        state.focusable = state.selectable = state.multiSelectable = True
        state.selected = self.id in document.selection
        state.focused = view.hasFocus() and reader.chosen() == self.id
        state.offscreen = not reader.in_sight(self.id)
        return state


class Reader(QObject):
    """What is on the canvas of a view, in order, and news of it for whoever listens."""

    def __init__(self, view: JourneyView) -> None:
        super().__init__(view)
        self.view = view
        self.kept: dict[str, ThingInterface] = {}
        self._order: list[str] | None = None
        self._places: dict[str, int] = {}
        self._numbers: dict[str, int] = {}
        document = view.canvas().document
        document.changed.connect(self._follow)
        document.selected.connect(self._tell)

    def order(self) -> list[str]:
        """The ids of what is on the canvas, as it is read; nothing when it is gone."""
        if not (isValid(self.view) and isValid(self.view.canvas())):
            return []
        if self._order is None:
            self._order = spoken.reading_order(self.view.canvas())
            self._places = {id: place for place, id in enumerate(self._order)}
            journey = self.view.canvas().document.journey
            self._numbers = {id: n for n, id in enumerate(spoken.steps_in_order(journey), 1)}
        return self._order

    def place(self, id: str) -> int:
        """Where in the order a thing is; -1 for one that is not there."""
        return self._places.get(id, -1) if self.order() else -1

    def thing(self, id: str) -> ThingInterface:
        """A thing's own interface, the same one every time."""
        if id not in self.kept:
            self.kept[id] = ThingInterface(self, id)
            QAccessible.registerAccessibleInterface(self.kept[id])
        return self.kept[id]

    def name(self, id: str) -> str:
        """What a thing is called."""
        return spoken.name_of(self.view.canvas(), id, self._numbers.get(id, 0))

    def area(self, id: str) -> QRect:
        """Where a thing is on the screen; empty for what is not drawn."""
        scene, view = self.view.canvas(), self.view
        item = scene.item_of(id)
        if item is None:
            return QRect()
        # An arrow may go straight down: there is something of it to point at anyway.
        scenic = item.bounds() if isinstance(item, LinkItem) else item.card
        seen = view.mapFromScene(scenic).boundingRect()
        return QRect(view.viewport().mapToGlobal(seen.topLeft()), seen.size())

    def in_sight(self, id: str) -> bool:
        """Whether a part of it is seen."""
        port = self.view.viewport()
        return self.area(id).intersects(QRect(port.mapToGlobal(QPoint(0, 0)), port.size()))

    def at(self, where: QPoint) -> QAccessibleInterface | None:
        """What is at a point of the screen: a widget that stands on the canvas, or a thing of the canvas."""
        if not self.order():
            return None
        port = self.view.viewport()
        local = port.mapFromGlobal(where)
        over = port.childAt(local) or self.view.childAt(self.view.mapFromGlobal(where))
        if over is not None and over is not port:
            return QAccessible.queryAccessibleInterface(over)
        if not port.rect().contains(local):
            return None
        scene = self.view.canvas()
        hit = scene.thing_at(QPointF(self.view.mapToScene(local)))
        # An output belongs to its step; under a collapsed frame stand its arrows.
        return self.thing(hit.id) if self.place(hit.id) >= 0 else None

    def chosen(self) -> str:
        """The one thing the keys go to; empty for none or many."""
        document = self.view.canvas().document
        if document.current in self._places:
            return document.current
        (only,) = document.selection if len(document.selection) == 1 else ("",)
        return only if only in self._places else ""

    def focused(self) -> QAccessibleInterface | None:
        """The interface of :meth:`chosen`."""
        return self.thing(self.chosen()) if self.order() and self.chosen() else None

    def _follow(self, what: Diff) -> None:
        before = self._places
        if QAccessible.isActive() and before:
            gone = what.removed | what.notes_removed | what.frames_removed | (what.unlinked - what.linked)
            # They are told of while they are still known, the last first: so every place is right.
            for id in sorted(gone & before.keys() & self.kept.keys(), key=lambda id: -before[id]):
                QAccessible.updateAccessibility(QAccessibleEvent(self.kept[id], _Event.ObjectDestroyed))
        self._order = None
        if not (QAccessible.isActive() and before):
            return
        for id in self.order():
            if id not in before:
                QAccessible.updateAccessibility(QAccessibleEvent(self.thing(id), _Event.ObjectCreated))
        for id in (what.changed | what.notes_changed | what.frames_changed) & self.kept.keys() & self._places.keys():
            QAccessible.updateAccessibility(QAccessibleEvent(self.kept[id], _Event.NameChanged))

    def _tell(self) -> None:
        if not QAccessible.isActive() or not self.order():
            return
        QAccessible.updateAccessibility(QAccessibleEvent(self.view, _Event.SelectionWithin))
        if (id := self.chosen()) and self.view.hasFocus():
            QAccessible.updateAccessibility(QAccessibleEvent(self.thing(id), _Event.Focus))


def _release(key: int, kept: dict[str, ThingInterface]) -> None:
    """Let go what a canvas that is gone had: its things are deleted by Qt, which may have handed them on."""
    for one in kept.values():
        if isValid(one):
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(one))
    kept.clear()
    if (found := _kept.get(key)) is not None and not isValid(found):
        del _kept[key]
