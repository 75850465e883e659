"""Decides what becomes of an error that nobody expected: it is written down, and the window says so once, quietly."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from types import TracebackType
from typing import Any

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

# The engine's loop reports there as well (services/sending.py).
UNEXPECTED = "whatsapp_studio.unexpected"
log = logging.getLogger(UNEXPECTED)
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG, QtMsgType.QtInfoMsg: logging.INFO, QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR, QtMsgType.QtFatalMsg: logging.CRITICAL,
}  # fmt: skip
_qt = logging.getLogger("whatsapp_studio.qt")


class Guard(QObject):
    """Stands behind every thread, slot and loop of a run. ``noted`` carries the traceback of what was written down."""

    noted = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        self._ear = _Ear(self.noted.emit)
        sys.excepthook = _main
        threading.excepthook = _thread
        sys.unraisablehook = _unraisable
        log.addHandler(self._ear)

    def leave(self) -> None:
        """Put back who stood there before."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._before
        log.removeHandler(self._ear)


class _Ear(logging.Handler):
    def __init__(self, tell: Callable[[str], None]) -> None:
        super().__init__(logging.ERROR)
        self._tell = tell

    def emit(self, record: logging.LogRecord) -> None:
        kind = record.exc_info
        told = "".join(traceback.format_exception(*kind)) if kind and kind[0] is not None else record.getMessage()
        self._tell(told)


def _main(kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
    """Also where exceptions of Qt's slots and events arrive."""
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, where)
    else:
        log.error("an error that nobody expected", exc_info=(kind, error, where))


def _thread(args: Any) -> None:
    if args.exc_type is not SystemExit and args.exc_value is not None:
        raised = (args.exc_type, args.exc_value, args.exc_traceback)
        log.error("an error that nobody expected on a thread", exc_info=raised)


def _unraisable(args: Any) -> None:
    if args.exc_value is not None:
        raised = (args.exc_type, args.exc_value, args.exc_traceback)
        log.error("an error where none can be raised", exc_info=raised)


def log_qt(last_words: Callable[[str], None] = lambda _text: None) -> None:
    """Send what Qt has to say to the log instead of the terminal; what it says before it ends the process, further."""

    def heard(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        # Said for every window where there is no screen, and of no use to anybody.
        if "propagateSizeHints" in text:
            return
        _qt.log(_LEVELS.get(kind, logging.WARNING), "Qt: %s", text)
        if kind == QtMsgType.QtFatalMsg:
            last_words(f"Qt: {text}")

    qInstallMessageHandler(heard)
