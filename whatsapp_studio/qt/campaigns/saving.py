"""Decides when a draft goes to the disk: soon after every change, in order, and at once when somebody leaves."""

from __future__ import annotations

import threading
from collections.abc import Callable

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.campaigns.campaign import Campaign
from whatsapp_studio.campaigns.draft import Draft
from whatsapp_studio.qt.jobs import Job

SOON_MS = 500
Save = Callable[[str, Draft], Campaign]


class Saver(QObject):
    """Keeps one draft on the disk. ``saved`` carries the campaign, ``failed`` the error.

    A name that is taken must not cost the other changes: they are then saved under the last name that was free.
    """

    saved = Signal(object)
    failed = Signal(object)

    def __init__(self, save: Save, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._save = save
        self._id = ""
        self._name = ""
        self._waiting: Draft | None = None
        self._handed: tuple[int, str, str, Draft] | None = None
        self._turn = 0
        self._written = 0
        self._lock = threading.Lock()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(self.save_now)

    def start(self, campaign: Campaign) -> None:
        """Keep ``campaign`` from now on; what waits of another one is written first."""
        self.flush()
        self._id, self._name = campaign.id, campaign.name

    def change(self, draft: Draft) -> None:
        """``draft`` is how it stands now; it is on the disk within a second."""
        self._waiting = draft
        if not self._soon.isActive():
            self._soon.start()

    @property
    def clean(self) -> bool:
        """Whether nothing waits to be written."""
        return self._waiting is None

    def save_now(self) -> None:
        """Write what waits, outside this thread."""
        task = self._take()
        if task is None:
            return
        self._handed = task
        job = Job(self, lambda progress: self._write(*task))
        job.on_done(self._told).on_failed(lambda error: self._told(error)).run()

    def flush(self) -> None:
        """Write what waits, or is being written, and return when it is on the disk: somebody leaves."""
        task = self._take() or self._handed
        if task is not None:
            self._told(self._write(*task))

    def _take(self) -> tuple[int, str, str, Draft] | None:
        self._soon.stop()
        if self._waiting is None:
            return None
        draft, self._waiting = self._waiting, None
        self._turn += 1
        return self._turn, self._id, self._name, draft

    def _write(self, turn: int, id: str, name: str, draft: Draft) -> Campaign | StudioError | None:
        """Runs in any thread; an older draft never lands on a newer one, and none is written twice."""
        with self._lock:
            if turn <= self._written:
                return None
            self._written = turn
            try:
                return self._save(id, draft)
            except StudioError as error:
                if error.code == "campaign-name-taken":
                    self._save(id, msgspec.structs.replace(draft, name=name))
                return error

    def _told(self, result: Campaign | StudioError | None) -> None:
        if isinstance(result, StudioError):
            self.failed.emit(result)
        elif result is not None:
            if result.id == self._id:
                self._name = result.name
            self.saved.emit(result)
