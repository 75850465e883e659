"""Decides when Python looks for what nobody can reach any more: on the window's thread only, between two events.

Left alone, Python looks whenever and wherever enough was made: in the middle of a paint, or on the engine's thread.
What it finds there may be a window, an item of the canvas or a timer, and to end one of those on another thread than
its own, or under the painter's hands, ends the program.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 1_000


class Collector(QObject):
    """From now on, and as long as it lives, garbage is collected by a timer of the thread this is made on."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(collect_some)
        self._timer.start()


def collect_some() -> int:
    """Look through the oldest generation whose turn it is, by Python's own thresholds; returns how much was found."""
    counts, most = gc.get_count(), gc.get_threshold()
    for generation in (2, 1, 0):
        if counts[generation] > most[generation] > 0:
            return gc.collect(generation)
    return 0
