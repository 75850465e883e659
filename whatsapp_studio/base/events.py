"""Decides what a change looks like when it is told to the faces, and how it comes to whoever listens."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Changes:
    """What is no longer as it was. Two changes are merged with ``|``.

    ``campaigns`` holds campaign ids whose value, state or counts changed, ``journeys`` ids of journeys, ``runs`` ids of
    journeys in which somebody moved, or whose running changed; ``notices`` is what journeys say to the person at this
    computer; ``content`` is snippets, recipes, samples and files of messages; ``rules`` is quiet hours, caps,
    limits, suppression, keywords and the practice switch; ``rates`` is prices and bills. The other
    fields are true when anything of their kind changed. A face re-reads what it shows.
    """

    contacts: bool = False
    lists: bool = False
    templates: bool = False
    connection: bool = False
    sending: bool = False
    settings: bool = False
    inbox: bool = False
    campaigns: frozenset[str] = frozenset()
    journeys: frozenset[str] = frozenset()
    runs: frozenset[str] = frozenset()
    notices: bool = False
    content: bool = False
    rules: bool = False
    segments: bool = False
    audit: bool = False
    rates: bool = False
    calendars: bool = False

    def __or__(self, other: Changes) -> Changes:
        return Changes(**{f.name: getattr(self, f.name) | getattr(other, f.name) for f in fields(self)})

    def __bool__(self) -> bool:
        return any(getattr(self, f.name) for f in fields(self))


Tell = Callable[[Changes], None]


def tell_nobody(changes: Changes) -> None:
    """A listener for programs without a face."""


class Hub:
    """Passes changes on to whoever listens. ``tell`` may be called from any thread."""

    def __init__(self) -> None:
        self._listeners: tuple[Tell, ...] = ()
        self._lock = threading.Lock()

    def tell(self, changes: Changes) -> None:
        for listener in self._listeners:
            listener(changes)

    def listen(self, tell: Tell) -> Callable[[], None]:
        """Add a listener; returns how to stop listening."""
        with self._lock:
            self._listeners = (*self._listeners, tell)

        def stop() -> None:
            with self._lock:
                self._listeners = tuple(one for one in self._listeners if one is not tell)

        return stop
