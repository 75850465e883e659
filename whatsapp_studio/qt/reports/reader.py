"""Decides how often a report is read anew: at most twice a second, and its details no more than they cost."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.progress import Progress
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.reports.report import Report

if TYPE_CHECKING:
    from whatsapp_studio.services.reporting import Entry, Reports

LEAST_MS = 500
# Up to so many rows the details cost no more than the totals.
_FEW = 20_000
# Of large campaigns the details are read one fifth of the time at most.
_REST = 4.0


class Seen(NamedTuple):
    """A report, with details or without, and what happened to its campaign by itself, the newest first."""

    report: Report
    entries: tuple[Entry, ...]


class ReportReader(QObject):
    """Reads one report again and again, outside the window's thread.

    ``read`` carries what was :class:`Seen`, ``moved`` how far the details are (rows done, rows), ``failed``
    an error.
    """

    read = Signal(object)
    moved = Signal(int, int)
    failed = Signal(object)

    def __init__(self, reports: Reports, parent: QObject) -> None:
        super().__init__(parent)
        self._reports = reports
        self._id = ""
        self._asked = 0
        self._busy: Job[Seen] | None = None
        self._detailed: Job[Seen] | None = None
        self._again = False
        self._detail_again = False
        self._begun = 0.0
        self._soon, self._rest = QTimer(self), QTimer(self)
        for timer, act in ((self._soon, self._headline), (self._rest, self._rested)):
            timer.setSingleShot(True)
            timer.timeout.connect(act)

    def show(self, campaign_id: str) -> None:
        """Read this campaign's report now; whatever is still under way of another one is dropped."""
        if campaign_id != self._id:
            self._asked += 1
            self._id = campaign_id
            if self._detailed is not None:
                self._detailed.cancel()
            self._busy = self._detailed = None
            self._rest.stop()
        self._soon.stop()
        self._headline()

    def changed(self) -> None:
        """Something about it changed: it is read again soon."""
        if self._id and not self._soon.isActive():
            self._soon.start(LEAST_MS)

    def stop(self) -> None:
        """Nobody looks any more."""
        self._soon.stop()
        self._rest.stop()

    def _headline(self) -> None:
        if self._busy is not None:
            self._again = True
            return
        reports, id = self._reports, self._id

        def work(progress: Progress) -> Seen:
            return Seen(reports.report(id), tuple(reports.happened(id)))

        self._busy = self._job(work, self._came)

    def _came(self, seen: Seen) -> None:
        self._busy = None
        resting = self._detailed is not None or self._rest.isActive()
        if resting or seen.report.counts.total > _FEW:
            self.read.emit(seen)
        if resting:
            self._detail_again = True
        else:
            self._details()
        if self._again:
            self._again = False
            self.changed()

    def _details(self) -> None:
        self._detail_again = False
        reports, id = self._reports, self._id
        self._begun = time.monotonic()

        def work(progress: Progress) -> Seen:
            return Seen(reports.full(id, progress), tuple(reports.happened(id)))

        self._detailed = self._job(work, self._detailed_came)
        self._detailed.on_progress(lambda done, total: self.moved.emit(done, total or done))

    def _detailed_came(self, seen: Seen) -> None:
        self._detailed = None
        n = seen.report.counts.total
        self.moved.emit(n, n)
        self.read.emit(seen)
        self._rest.start(max(LEAST_MS, round((time.monotonic() - self._begun) * _REST * 1000)))

    def _rested(self) -> None:
        if self._detail_again and self._detailed is None:
            self._details()

    def _job(self, work: Callable[[Progress], Seen], done: Callable[[Seen], None]) -> Job[Seen]:
        turn = self._asked

        def came(seen: Seen) -> None:
            if turn == self._asked:
                done(seen)

        def failed(error: StudioError) -> None:
            if turn == self._asked:
                self._busy = self._detailed = None
                self.failed.emit(error)

        return Job(self, work).on_done(came).on_failed(failed).run()
