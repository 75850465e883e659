"""Decides when the numbers of a journey that runs are read again: soon after somebody moved, off the window."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.events import Changes
from whatsapp_studio.journeys.goals import Conversion
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.journeys.living import Counts, Edition, Life, LogLine, Trouble
from whatsapp_studio.qt.jobs import Job

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio

# News is shown this long after it came at the earliest, and without any news everything is looked at this often.
SOON_MS, OFTEN_MS = 700, 5000


class Snapshot(msgspec.Struct, frozen=True, kw_only=True):
    """How a journey that runs stands: as a whole, and one of its versions step by step."""

    life: Life
    edition: Edition
    journey: Journey
    counts: Mapping[str, Counts]
    troubles: tuple[Trouble, ...] = ()
    log: tuple[LogLine, ...] = ()
    late: int = 0
    goal: Conversion | None = None


class LiveReader(QObject):
    """``seen`` carries a :class:`Snapshot`, ``failed`` the error. It looks between :meth:`begin` and :meth:`end`."""

    seen = Signal(object)
    failed = Signal(object)

    def __init__(self, studio: Studio, journey_id: str, parent: QObject) -> None:
        super().__init__(parent)
        self._studio, self._id = studio, journey_id
        self._plan = 0
        self._journeys: dict[tuple[int, int], Journey] = {}
        # Looking for what is wrong checks the whole journey: that is done less often than its numbers are read.
        self._troubles: tuple[float, int, tuple[Trouble, ...]] = (-1e9, 0, ())
        self._looking = self._again = self._on = False
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self.look)
        self._often = QTimer(self, interval=OFTEN_MS)
        self._often.timeout.connect(self.look)

    def begin(self) -> None:
        """Look now and from now on."""
        self._on = True
        self._often.start()
        self.look()

    def end(self) -> None:
        """Nobody looks any more."""
        self._on = False
        self._often.stop()
        self._soon.stop()

    def look_well(self) -> None:
        """Look now, also for what is wrong."""
        self._troubles = (-1e9, 0, ())
        self.look()

    def choose(self, plan: int) -> None:
        """Look at another version; 0 is the one that lets contacts in."""
        self._plan = plan
        self.look()

    def on_changes(self, changes: Changes) -> None:
        """Look again soon where something this journey shows may be another."""
        mine = self._id in changes.runs or self._id in changes.journeys
        around = changes.templates or changes.lists or changes.sending or self._id in changes.journeys
        if around:
            self._troubles = (-1e9, 0, ())
        if self._on and (mine or around) and not self._soon.isActive():
            self._soon.start()

    def look(self) -> None:
        """Read how it stands now; where that is being done already, once more after that."""
        if self._looking:
            self._again = True
            return
        self._looking = True
        plan = self._plan
        Job(self, lambda _progress: self._read(plan)).on_done(self._done).on_failed(self._could_not).run()

    def _read(self, plan: int) -> Snapshot | None:
        running = self._studio.running
        life = running.life(self._id)
        if life is None:
            return None
        edition = next((one for one in life.editions if one.plan == plan), life.edition)
        known = (edition.plan, edition.version)
        if known not in self._journeys:
            self._journeys[known] = running.journey_of(edition)
        return Snapshot(
            life=life, edition=edition, journey=self._journeys[known], counts=running.numbers(self._id, edition),
            troubles=self._wrong(life, edition), log=running.watch.log(self._id, limit=50),
            late=running.watch.late_count(self._id), goal=running.conversion(self._id),
        )  # fmt: skip

    def _wrong(self, life: Life, edition: Edition) -> tuple[Trouble, ...]:
        at, plan, found = self._troubles
        now = time.monotonic()
        if plan != edition.plan or now - at > OFTEN_MS / 1000 - 0.5:
            found = self._studio.running.watch.troubles(life, edition)
            self._troubles = (now, edition.plan, found)
        return found

    def _done(self, found: Snapshot | None) -> None:
        self._looking = False
        if found is not None and self._on and (not self._plan or found.edition.plan == self._plan):
            self.seen.emit(found)
        self._go_on()

    def _could_not(self, error: StudioError) -> None:
        self._looking = False
        self.failed.emit(error)
        self._go_on()

    def _go_on(self) -> None:
        if self._again:
            self._again = False
            self.look()
