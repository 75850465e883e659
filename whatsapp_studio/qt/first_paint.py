"""Decides what waits until the window was painted for the first time, and tells a benchmark when that was."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

# A file's name: moments in seconds since 1970 are written there as JSON, for tests/benchmarks/bench_start.py.
TIMES = "WHATSAPP_STUDIO_TIMES"
# A window that opens out of sight is never painted; what waits then begins all the same.
_AT_LAST_MS = 3_000
_PROBE = QEvent.Type(QEvent.registerEventType())


class FirstPaint(QObject):
    """Calls ``then`` once, on the turn after the window's first paint."""

    def __init__(self, window: QWidget, then: Callable[[], object]) -> None:
        super().__init__(window)
        self._window, self._then = window, then
        self._waiting = True
        self._times: dict[str, float] = {}
        window.installEventFilter(self)
        QTimer.singleShot(_AT_LAST_MS, self, self._go)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self._waiting:
            # The filter comes before the paint itself: what is posted now arrives when that is done.
            QTimer.singleShot(0, self, self._go)
        elif event.type() == _PROBE:
            self._note("usable")
            self._window.removeEventFilter(self)
            return True
        return False

    def _go(self) -> None:
        if self._waiting:
            self._waiting = False
            self._note("painted")
            # Behind everything that is under way now: when it arrives, so would a click.
            QCoreApplication.postEvent(self._window, QEvent(_PROBE), -100)
            self._then()

    def _note(self, what: str) -> None:
        if target := os.environ.get(TIMES):
            self._times[what] = time.time()
            waiting = Path(f"{target}.new")
            waiting.write_text(json.dumps(self._times), encoding="utf-8")
            waiting.replace(target)
