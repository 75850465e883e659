"""Decides when a journey goes to the disk: within two seconds of every edit, in order, again when it failed."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime
from typing import Literal

from PySide6.QtCore import QObject, QTimer, Signal

from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.qt.jobs import Job

# From the first edit that is not on the disk; later ones do not put it off. What a crash can cost is at most this
# and the time the disk takes.
SOON_MS = 1000
AGAIN_MS = 5000
Save = Callable[[Journey], datetime]
State = Literal["saved", "waiting", "failed"]


class Saver(QObject):
    """Keeps one journey on the disk. ``moved`` says that :attr:`state` or :attr:`at` is new.

    ``failed`` carries the error; it goes on trying until it works.
    """

    moved = Signal()
    failed = Signal(object)

    def __init__(self, save: Save, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._save = save
        self.state: State = "saved"
        self.at: datetime | None = None
        self._latest: Journey | None = None
        self._turn = 0
        self._written = 0
        self._lock = threading.Lock()
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self.save_now)
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._again.timeout.connect(self.save_now)

    def change(self, journey: Journey) -> None:
        """``journey`` is how it stands now."""
        self._latest = journey
        if self.state == "saved":
            self._tell("waiting")
        if not self._soon.isActive() and not self._again.isActive():
            self._soon.start()

    def save_now(self) -> None:
        """Write what is not on the disk yet, outside this thread."""
        task = self._take()
        if task is not None:
            Job(self, lambda _progress: self._write(*task)).on_done(self._done).on_failed(self._failed).run()

    def flush(self) -> bool:
        """Write what is not on the disk yet and return when it is: somebody leaves. False when it could not be."""
        task = self._take()
        if task is not None:
            try:
                self._done(self._write(*task))
            except StudioError as error:
                self._failed(error)
        return self.state == "saved"

    def _take(self) -> tuple[int, Journey] | None:
        self._soon.stop()
        self._again.stop()
        if self._latest is None:
            return None
        self._turn += 1
        return self._turn, self._latest

    def _write(self, turn: int, journey: Journey) -> tuple[Journey, datetime | None]:
        """Runs in any thread; an older value never lands on a newer one."""
        with self._lock:
            if turn < self._written:
                return journey, None
            at = self._save(journey)
            self._written = turn
            return journey, at

    def _done(self, result: tuple[Journey, datetime | None]) -> None:
        journey, at = result
        if at is None or self._latest is None:
            return  # overtaken: what is newer is on the disk, and that was told
        self.at = at
        if journey is self._latest:
            self._latest = None
            self._tell("saved")
        else:
            self._tell("waiting")

    def _failed(self, error: StudioError) -> None:
        if self._latest is None:
            return
        self._again.start()
        self._tell("failed")
        self.failed.emit(error)

    def _tell(self, state: State) -> None:
        self.state = state
        self.moved.emit()
