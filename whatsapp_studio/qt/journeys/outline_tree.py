"""Decides how a journey reads as a list: the main way on one level, every other way indented under its step."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from typing import Literal

import msgspec

from whatsapp_studio.journeys.graph import Journey, link_id
from whatsapp_studio.journeys.kinds import Port
from whatsapp_studio.journeys.table import kind_of, ports_of

RowKind = Literal["step", "again", "output", "note", "frame"]


class Row(msgspec.Struct):
    """A line. ``id`` is what it selects: a step, a note, a frame, or the link id of an output.

    ``again`` is a step that has its own line elsewhere: where paths meet or lead back. ``ends`` is an output that ends
    the journey for whoever takes it, unless it leads somewhere.
    """

    kind: RowKind
    id: str
    parent: int = -1
    place: int = 0
    label: str = ""
    ends: bool = False
    children: list[int] = msgspec.field(default_factory=list)


def rows(journey: Journey) -> list[Row]:
    """Every line, parents before their children; the top ones have parent -1.

    From a step with one output, and from a step's plain "next", the way goes on at the same level. Every other
    output is a line of its own under its step, with the way it leads to below it.
    """
    return _Tree(journey).found


class _Tree:
    def __init__(self, journey: Journey) -> None:
        self.found: list[Row] = []
        self._journey, self._tops, self._seen = journey, 0, set[str]()
        steps = _placed(journey, journey.steps)
        entries = [id for id in steps if kind_of(journey.steps[id]).is_entry]
        loose = [id for id in steps if id not in journey.into]
        # Ways in first, then what nothing leads to, then what only leads to itself.
        for id in (*entries, *loose, *steps):
            if id not in self._seen:
                self._walk(id)
        for id in _placed(journey, journey.notes):
            self._put(Row("note", id))
        for id in sorted(journey.frames, key=lambda id: (journey.frames[id].title, id)):
            self._put(Row("frame", id))

    def _walk(self, start: str) -> None:
        # What goes on at the same level is walked first: where ways meet, the main one has the step.
        left = deque([(start, -1)])
        while left:
            id, parent = left.popleft()
            if id in self._seen:
                self._put(Row("again", id, parent=parent))
                continue
            self._seen.add(id)
            number = self._put(Row("step", id, parent=parent))
            ports = ports_of(self._journey.steps[id], self._journey)
            onward = _onward(ports)
            for port in ports:
                link = self._journey.links.get(link_id(id, port.name))
                if port is onward:
                    if link is not None:
                        left.appendleft((link.target, parent))
                    continue
                ends = port.role in ("failed", "timeout", "other")
                line = Row("output", link_id(id, port.name), parent=number, label=port.label, ends=ends)
                output = self._put(line)
                if link is not None:
                    left.append((link.target, output))

    def _put(self, row: Row) -> int:
        number = len(self.found)
        if row.parent < 0:
            row.place, self._tops = self._tops, self._tops + 1
        else:
            siblings = self.found[row.parent].children
            row.place = len(siblings)
            siblings.append(number)
        self.found.append(row)
        return number


def _onward(ports: tuple[Port, ...]) -> Port | None:
    """The output that goes on at the same level."""
    if len(ports) == 1:
        return ports[0]
    plain = [port for port in ports if port.role == "next"]
    return plain[0] if len(plain) == 1 else None


def _placed(journey: Journey, ids: Iterable[str]) -> list[str]:
    """In reading order: from the top, and from the left beside each other."""
    return sorted(ids, key=lambda id: (*journey.places.get(id, (0, 0))[::-1], id))
