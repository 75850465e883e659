"""Decides what a screen is built with: workspaces, the main window, and how to wait until nothing moves any more."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, QEventLoop, QSettings, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QMessageBox, QWidget
from shiboken6 import isValid

from tests.conftest import SettableClock
from tests.fixtures.desk import Desk
from tests.fixtures.live_desk import LiveDesk
from tests.fixtures.living import BEGIN
from whatsapp_studio.app import Studio
from whatsapp_studio.qt import jobs
from whatsapp_studio.qt.bridge import Bridge
from whatsapp_studio.qt.main_window import MainWindow

AnyWidget = TypeVar("AnyWidget", bound=QWidget)
SIZE = (1366, 768)
# Timers that wait longer are for later: an undo that runs out, a look at the clock.
_SOON_MS = 400
# Questions that nobody answered.
_asked: list[QDialog] = []


class Stage:
    """Everything one screen needs. It cleans up when it is left; a screen is built once on each."""

    def __init__(self, app: QApplication, folder: Path, size: tuple[int, int] = SIZE) -> None:
        self.app, self.folder, self.size = app, folder, size
        self._numbers = itertools.count(1)
        self._widgets: list[QWidget] = []
        self._closing: list[Callable[[], object]] = []
        self._desk: Desk | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # -- workspaces ----------------------------------------------------------------------------------

    def place(self) -> Path:
        """A folder of its own for a workspace or a file; not made yet."""
        return self.folder / f"{next(self._numbers)}"

    def bare(self, *, clock: SettableClock | None = None) -> Studio:
        """A workspace that nobody has used."""
        studio = Studio.open(self.place(), clock=clock)
        self._closing.append(studio.close)
        self._use(studio)
        return studio

    @property
    def desk(self) -> Desk:
        """A workspace with 12 people, a list, four templates and a connection, and shortcuts to fill it."""
        if self._desk is None:
            self._desk = Desk(self.place(), self)  # type: ignore[arg-type]
            self._closing.append(self._desk.close)
            self._use(self._desk.studio)
        return self._desk

    def live(self) -> LiveDesk:
        """A workspace whose journey runs, at a moment that stands still."""
        clock = SettableClock(BEGIN)
        made = LiveDesk(Studio.open(self.place(), clock=clock), clock, self)  # type: ignore[arg-type]
        self._closing.append(made.close)
        self._use(made.studio)
        return made

    def _use(self, studio: Studio) -> None:
        jobs.at_job_end(studio.done_with_thread)

    # -- windows -------------------------------------------------------------------------------------

    def window(self, page: str, what: object = None, *, studio: Studio | None = None) -> MainWindow:
        """The main window on a page, as large as the screen; without a studio that of the desk."""
        studio = studio or self.desk.studio
        bridge = Bridge()
        memory = QSettings(str(self.folder / f"window-{next(self._numbers)}.ini"), QSettings.Format.IniFormat)
        window = MainWindow(studio, bridge, memory)
        self._closing.append(studio.listen(bridge.tell))
        self.show(window, size=self.size)
        window.go(page, what)
        self.settle()
        return window

    def show(self, widget: AnyWidget, *, size: tuple[int, int] | None = None) -> AnyWidget:
        """A widget in a window of its own: so large, or as large as it wants to be."""
        self._widgets.append(widget)
        if size is not None:
            widget.resize(*size)
        widget.show()
        widget.activateWindow()
        self.settle()
        return widget

    def opened(self, act: Callable[[], object], kind: type[AnyWidget] = QDialog) -> AnyWidget:  # type: ignore[assignment]
        """The dialog or menu that ``act`` opens; one that would wait for an answer is left open instead."""
        before = {one for one in QApplication.topLevelWidgets() if one.isVisible()}
        with _left_open():
            act()
            self.until(lambda: self._new(before, kind))
        found = self._new(before, kind)
        self._widgets.append(found[0])
        self.settle()
        return found[0]

    def _new(self, before: set[QWidget], kind: type[AnyWidget]) -> list[AnyWidget]:
        return [
            one for one in QApplication.topLevelWidgets()
            if one not in before and isinstance(one, kind) and one.isVisible()
        ]  # fmt: skip

    # -- waiting -------------------------------------------------------------------------------------

    def until(self, holds: Callable[[], object], ms: int = 5000) -> None:
        """Go on when ``holds``."""
        deadline = QDeadlineTimer(ms)
        while not holds():
            if deadline.hasExpired():
                raise TimeoutError("the screen did not come to what it is to show")
            self._turn()

    def waitUntil(self, check: Callable[[], object], timeout: int = 5000) -> None:
        """What the desks of the tests ask: go on when ``check`` no longer fails."""

        def holds() -> bool:
            try:
                check()
            except AssertionError:
                return False
            return True

        self.until(holds, timeout)

    def settle(self, most_ms: int = 8000) -> None:
        """Let jobs come back and short timers fire until nothing is under way any more."""
        deadline = QDeadlineTimer(most_ms)
        quiet = 0
        while quiet < 3 and not deadline.hasExpired():
            self.app.processEvents()
            quiet = 0 if jobs.Job._running or self._timed() else quiet + 1
            if not quiet:
                self._turn()

    def _turn(self) -> None:
        self.app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 10)

    def _timed(self) -> bool:
        return any(
            True
            for one in QApplication.topLevelWidgets()
            if one.isVisible()
            for timer in one.findChildren(QTimer)
            if timer.isActive() and timer.isSingleShot() and timer.interval() <= _SOON_MS
        )

    def close(self) -> None:
        """Put everything away, workspaces last."""
        for widget in reversed(self._widgets):
            if isValid(widget):
                widget.close()
                widget.deleteLater()
        self._widgets.clear()
        _asked.clear()
        jobs.wait_for_all()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        for close in reversed(self._closing):
            close()
        self._closing.clear()
        jobs.at_job_end(lambda: None)


@contextmanager
def _left_open() -> Iterator[None]:
    """Whatever would wait for an answer is open instead, and has none."""
    kept = {one: one.exec for one in (QDialog, QMessageBox, QMenu)}
    try:
        QDialog.exec = QMessageBox.exec = _open_dialog  # type: ignore[assignment, method-assign]
        QMenu.exec = _open_menu  # type: ignore[assignment, method-assign]
        yield
    finally:
        for one, run in kept.items():
            one.exec = run  # type: ignore[method-assign]


def _open_dialog(box: QDialog) -> int:
    box.open()
    # Who asked throws it away when it comes back; it stays for the picture.
    box.deleteLater = lambda: None  # type: ignore[method-assign]
    _asked.append(box)
    return 0


def _open_menu(menu: QMenu, *where: Any) -> None:
    menu.popup(where[0]) if where else menu.show()
