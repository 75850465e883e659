"""Decides how the windows hear of changes made on other threads: one door, merged, ten times a second at most."""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from whatsapp_studio.base.events import Changes

_EVERY_MS = 100


class Bridge(QObject):
    """Collects :class:`Changes` from any thread and emits them, merged, on the thread it lives on."""

    changed = Signal(object)
    _wake = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = threading.Lock()
        self._waiting = Changes()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_EVERY_MS)
        self._rest.timeout.connect(self._deliver)
        self._wake.connect(self._arrived)

    def tell(self, changes: Changes) -> None:
        """Add to what waits; safe from any thread."""
        with self._lock:
            idle = not self._waiting
            self._waiting = self._waiting | changes
        if idle:
            self._wake.emit()

    @Slot()
    def _arrived(self) -> None:
        if not self._rest.isActive():
            self._deliver()

    @Slot()
    def _deliver(self) -> None:
        with self._lock:
            changes, self._waiting = self._waiting, Changes()
        if changes:
            self._rest.start()
            self.changed.emit(changes)
