"""Decides how what is shown when something broke looks: the report of a crash, an error during the run, safe mode."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from tests.screens import screen
from tests.screens.stage import Stage
from whatsapp_studio.qt import safe_mode
from whatsapp_studio.qt.crash_report import after_crash, after_error
from whatsapp_studio.services.crashes import Crash, How

_STACK = (
    "Fatal Python error: Segmentation fault\n\nCurrent thread 0x00007fbd55a40b80 (most recent call first):\n"
    '  File "~/studio/whatsapp_studio/qt/canvas/view.py", line 283 in paintEvent\n'
    '  File "~/studio/whatsapp_studio/qt/application.py", line 110 in _run\n'
)


def _crash(how: How) -> Crash:
    details = _STACK if how == "fault" else ""
    return Crash(how, "2026-03-03T09:00:00.000+00:00", "2026-03-03T09:30:00.000+00:00", False, 1, details)


@screen("broken.fault", small=True)
def fault(stage: Stage) -> QWidget:
    """The report after the program ended by itself."""
    return _shown(after_crash(_crash("fault")))


@screen("broken.killed")
def killed(stage: Stage) -> QWidget:
    """The report after the program was ended from outside."""
    return _shown(after_crash(_crash("killed")))


@screen("broken.power")
def power(stage: Stage) -> QWidget:
    """The report after the computer stopped."""
    return _shown(after_crash(_crash("power")))


@screen("broken.error")
def error(stage: Stage) -> QWidget:
    """The report of an error during the run."""
    return _shown(after_error("Traceback (most recent call last):\nKeyError: 'a'\n"))


@screen("window.safe-mode", small=True)
def safe(stage: Stage) -> QWidget:
    """The window in safe mode."""
    window = stage.window("home")
    safe_mode.tell(window, lambda: None)
    return window


def _shown(dialog: QWidget) -> QWidget:
    dialog.show()
    return dialog
