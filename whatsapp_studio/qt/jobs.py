"""Decides how long work runs outside the window's thread, tells how far it is, and comes back."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from typing import Any, ClassVar, Generic, TypeVar

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from whatsapp_studio.base.errors import BugError, StudioError
from whatsapp_studio.base.progress import Cancelled, Progress
from whatsapp_studio.base.wording import explain

log = logging.getLogger(__name__)
T = TypeVar("T")
_TELL_EVERY = 0.25
_at_end: list[Callable[[], None]] = []


def at_job_end(tidy: Callable[[], None]) -> None:
    """Have ``tidy`` called on a job's thread when its work is over (closing what the thread has open)."""
    _at_end[:] = [tidy]


class _Signals(QObject):
    """Lives on the window's thread; its slots are where results arrive."""

    came = Signal(object, object)
    moved = Signal(int, object)

    def __init__(self, job: Job[Any]) -> None:
        super().__init__()
        self._job = job
        self.came.connect(self._came)
        self.moved.connect(self._moved)

    @Slot(object, object)
    def _came(self, result: object, error: object) -> None:
        self._job.arrived(result, error)

    @Slot(int, object)
    def _moved(self, done: int, total: object) -> None:
        self._job.moved(done, total)


class _Watch(Progress):
    """What the work is handed: passes on at most four times a second, and says whether to stop."""

    def __init__(self, signals: _Signals) -> None:
        self._signals = signals
        self._last = 0.0
        self._stop = threading.Event()

    def report(self, done: int, total: int | None = None) -> None:
        now = time.monotonic()
        if now - self._last >= _TELL_EVERY or done == total:
            self._last = now
            self._signals.moved.emit(done, total)

    def cancelled(self) -> bool:
        return self._stop.is_set()

    def stop(self) -> None:
        self._stop.set()


def _run(work: Callable[[Progress], Any], watch: _Watch, signals: _Signals) -> None:
    result: object = None
    error: BaseException | None = None
    try:
        result = work(watch)
    except (StudioError, Cancelled) as known:
        error = known
    except Exception as unknown:
        log.exception("a job raised")
        error = BugError("bug", details=repr(unknown))
    finally:
        for tidy in _at_end:
            tidy()
    signals.came.emit(result, error)


class Job(Generic[T]):
    """Work for another thread. ``work`` gets a :class:`Progress` and must not touch any widget.

    The callbacks run on the window's thread, and none of them once ``parent`` is gone. An error without
    :meth:`on_failed` is shown in a message box; a cancelled job ends silently.
    """

    _running: ClassVar[set[Job[Any]]] = set()

    def __init__(self, parent: QObject, work: Callable[[Progress], T]) -> None:
        self._signals = _Signals(self)
        self._watch = _Watch(self._signals)
        self._thread = threading.Thread(
            target=_run, args=(work, self._watch, self._signals), name="job", daemon=True
        )
        self._parent: QObject | None = parent
        self._done: Callable[[T], object] | None = None
        self._failed: Callable[[StudioError], object] | None = None
        self._progress: Callable[[int, int | None], object] | None = None
        self._cancelled: Callable[[], object] | None = None
        self._orphaned = False
        parent.destroyed.connect(self._orphan)

    def on_done(self, call: Callable[[T], object]) -> Job[T]:
        self._done = call
        return self

    def on_failed(self, call: Callable[[StudioError], object]) -> Job[T]:
        self._failed = call
        return self

    def on_progress(self, call: Callable[[int, int | None], object]) -> Job[T]:
        self._progress = call
        return self

    def on_cancelled(self, call: Callable[[], object]) -> Job[T]:
        self._cancelled = call
        return self

    def run(self) -> Job[T]:
        """Start on a thread of its own."""
        Job._running.add(self)
        self._thread.start()
        return self

    def cancel(self) -> None:
        """Ask the work to stop; what it wrote is rolled back."""
        self._watch.stop()

    @property
    def running(self) -> bool:
        return self in Job._running

    def _orphan(self) -> None:
        self._orphaned = True
        self._parent = None
        self._watch.stop()

    def moved(self, done: int, total: object) -> None:
        """Progress arrived on the window's thread."""
        if self._progress and not self._orphaned and self.running:
            self._progress(done, total if isinstance(total, int) else None)

    def arrived(self, result: Any, error: object) -> None:
        """The end arrived on the window's thread."""
        Job._running.discard(self)
        if self._orphaned:
            return
        if isinstance(error, Cancelled):
            if self._cancelled:
                self._cancelled()
        elif isinstance(error, StudioError):
            (self._failed or self._show)(error)
        elif self._done:
            self._done(result)

    def _show(self, error: StudioError) -> None:
        from whatsapp_studio.qt.widgets.dialogs import show_error

        parent = self._parent if isinstance(self._parent, QWidget) else QApplication.activeWindow()
        show_error(parent, explain(error.code, error.facts))


def wait_for_all(seconds: float = 10.0) -> bool:
    """Cancel every job and wait for their threads; for the end of the program. False when one would not end."""
    ended = True
    for job in list(Job._running):
        job.cancel()
        job._thread.join(seconds)
        ended &= not job._thread.is_alive()
    Job._running.clear()
    return ended
