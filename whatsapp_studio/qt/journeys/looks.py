"""Decides what of the editor's look is remembered: what is shown, how wide, and where each journey was looked at."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QPointF, QSettings
from PySide6.QtWidgets import QSplitter

# Beyond this many journeys the place in the one that was looked at longest ago is forgotten.
_MOST_PLACES = 50


class Looks:
    """Reads and writes the window's memory; what cannot be read counts as never said."""

    def __init__(self, memory: QSettings) -> None:
        self._memory = memory

    def shown(self, part: str, default: bool) -> bool:
        """Whether a part of the editor is shown."""
        return str(self._memory.value(f"journey/{part}", "yes" if default else "no")) == "yes"

    def show(self, part: str, on: bool) -> None:
        self._memory.setValue(f"journey/{part}", "yes" if on else "no")

    def restore(self, name: str, splitter: QSplitter) -> bool:
        """Give a splitter its places back; false where there are none."""
        found = self._memory.value(f"journey/{name}")
        return isinstance(found, QByteArray) and splitter.restoreState(found)

    def keep(self, name: str, splitter: QSplitter) -> None:
        self._memory.setValue(f"journey/{name}", splitter.saveState())

    def place(self, journey: str) -> tuple[float, QPointF] | None:
        """The zoom and the centre at which a journey was looked at last."""
        for line in self._places():
            id, *numbers = line.split(" ")
            if id == journey:
                try:
                    zoom, x, y = map(float, numbers)
                except ValueError:
                    return None
                return zoom, QPointF(x, y)
        return None

    def keep_place(self, journey: str, zoom: float, centre: QPointF) -> None:
        line = f"{journey} {zoom:.4f} {centre.x():.0f} {centre.y():.0f}"
        others = [one for one in self._places() if not one.startswith(f"{journey} ")]
        self._memory.setValue("journey/places", "\n".join([line, *others][:_MOST_PLACES]))

    def _places(self) -> list[str]:
        return str(self._memory.value("journey/places", "")).splitlines()
