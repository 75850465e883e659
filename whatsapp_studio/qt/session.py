"""Decides what stands around one run of the window: who is the one, what is written down of errors, and the way out."""

from __future__ import annotations

import signal
import traceback
from collections.abc import Callable
from pathlib import Path
from types import FrameType

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from whatsapp_studio.app import Studio
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt import jobs
from whatsapp_studio.qt.guard import Guard, log_qt
from whatsapp_studio.qt.instance import FileOpens, Instance
from whatsapp_studio.qt.main_window import MainWindow
from whatsapp_studio.qt.tray import Tray
from whatsapp_studio.services.crashes import OFTEN, Crash, Watch

_AWAKE_MS = 500


class Session:
    """One run on one workspace, from its first mark on the disk to its last."""

    def __init__(self, studio: Studio, instance: Instance) -> None:
        self.studio, self._instance = studio, instance
        self._watch = Watch(studio.paths.logs, studio.clock)
        self._guard = Guard()
        self._crash: Crash | None = None
        log_qt(self._watch.said)

    def run(self, work: Callable[[Session], int]) -> int:
        """Do the work, and end everything behind it in reverse, whatever it raised."""
        try:
            return work(self)
        except Exception:
            self._watch.broke(traceback.format_exc())
            raise
        finally:
            self._instance.deafen()
            jobs.wait_for_all()
            self.studio.close()
            self._guard.leave()
            self._watch.end()
            self._instance.leave()

    def begins(self, safe: bool) -> bool:
        """Put down the mark of this run; whether it is one in safe mode, as was asked for or as is chosen now."""
        if self.studio.read_only:
            return safe
        self._crash = self._watch.begin(safe)
        if self._crash is None or self._crash.row < OFTEN or safe:
            return safe
        from whatsapp_studio.qt.crash_report import offer_safe_mode

        return offer_safe_mode()

    def watch_over(self, window: MainWindow) -> None:
        """From now on tell of errors in this window, bring it forward when it is asked for, end it when that is."""
        self._guard.noted.connect(_tell_error)
        self._instance.asked.connect(come_forward)
        QTimer.singleShot(0, window, self._instance.listen)
        opens = FileOpens(window)
        opens.asked.connect(come_forward)
        QCoreApplication.instance().installEventFilter(opens)  # type: ignore[union-attr]
        window.installEventFilter(_Closing(window))
        # Python looks at signals only between its own instructions; a timer gives it some.
        awake = QTimer(window, interval=_AWAKE_MS)
        awake.timeout.connect(lambda: None)
        awake.start()
        signal.signal(signal.SIGINT, lambda *_: window.close())
        for name in ("SIGTERM", "SIGHUP"):
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), _end_now)
        if self._crash is not None:
            QTimer.singleShot(0, window, self._tell_crash)

    def _tell_crash(self) -> None:
        from whatsapp_studio.qt.crash_report import after_crash

        if self._crash is not None:
            after_crash(self._crash, main_window()).open()


class _Closing(QObject):
    """Ends the program with its window, also where that closes before the desktop ever showed it: nobody else would."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Close:
            # Whether it closes is decided behind this filter.
            QTimer.singleShot(0, self, self._look)
        return False

    def _look(self) -> None:
        window = self.parent()
        if isinstance(window, MainWindow) and not window.isVisible() and QApplication.quitOnLastWindowClosed():
            QCoreApplication.quit()


def main_window() -> MainWindow | None:
    """The main window of this run; it may be out of sight."""
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow)]
    return next((one for one in found if one.isVisible()), found[0] if found else None)


def come_forward(files: list[Path]) -> None:
    """Show the window above all others, and open files in it."""
    window = main_window()
    if window is None:
        return
    tray = window.findChild(Tray)
    if tray is not None:
        tray.bring_back()
    if files:
        window.open_files(files)


def _tell_error(details: str) -> None:
    from whatsapp_studio.qt.crash_report import after_error
    from whatsapp_studio.qt.widgets.toast import Toast

    window = main_window()
    if window is not None:
        text = tr("Something went wrong in the program; it goes on.")
        Toast.show_in(window, text, tr("Details"), lambda: after_error(details, main_window()).open())


def _end_now(_number: int, _frame: FrameType | None) -> None:
    """The system ends the session: there is nobody to ask, so everything lands as it is."""
    window = main_window()
    if window is not None:
        window.ask_before_closing(lambda: True)
        window.close()
    # A dialog that is still open would keep the program going.
    QCoreApplication.quit()
