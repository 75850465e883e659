"""Decides that a window that did not end in order is recognised at the next start, told in words, and never sent on."""

from __future__ import annotations

import json
import signal
import sys
from pathlib import Path

import pytest

from tests.fixtures.window_child import Child, no_window_left, start_window
from whatsapp_studio.base.clock import SystemClock
from whatsapp_studio.services.crashes import Watch

__all__ = ["no_window_left"]
pytestmark = [
    pytest.mark.crash,
    pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX"),
]

# The next start: says which report is shown, and ends.
TELLS = """
from whatsapp_studio.qt.crash_report import CrashReport

def shown(window):
    (report,) = window.findChildren(CrashReport) or [None]
    say(report.findChildren(QLabel)[1].text() if report else "nothing to tell")
    say(repr(report.details) if report else "")
    window.close()

from PySide6.QtWidgets import QLabel
"""
SEGFAULTS = """
import ctypes

def shown(window):
    say("shown")
    QTimer.singleShot(0, lambda: ctypes.string_at(0))
"""
ABORTS = """
from PySide6.QtCore import qFatal

def shown(window):
    say("shown")
    QTimer.singleShot(0, lambda: qFatal("the end of it"))
"""
RAISES = """
def ready(app):
    def broken(*_):
        raise RuntimeError("Hallo Maria, +31 6 1234 5678")
    application.MainWindow = broken
    say("shown")
"""


@pytest.fixture(autouse=True)
def _quiet(workspace: Path) -> None:
    workspace.mkdir()
    (workspace / "settings.json").write_text(json.dumps({"webhook.enabled": False}), encoding="utf-8")


def crashed(workspace: Path, code: str = "", by: signal.Signals | None = None) -> int:
    child = start_window(workspace, code)
    child.until("shown")
    return child.end(by) if by else child.ended()


def told(workspace: Path, *arguments: str) -> tuple[str, str]:
    child = start_window(workspace, TELLS, *arguments)
    found = child.line(), child.line()
    assert child.ended() == 0
    return found


@pytest.mark.parametrize(
    ("code", "by", "ended", "words", "detail"),
    [
        (SEGFAULTS, None, -signal.SIGSEGV, "ended by itself", "Segmentation fault"),
        (ABORTS, None, -signal.SIGABRT, "ended by itself", "the end of it"),
        (RAISES, None, 1, "ended by itself", "RuntimeError"),
        ("", signal.SIGKILL, -signal.SIGKILL, "ended from outside", "how: killed"),
    ],
)  # fmt: skip
def test_what_became_of_the_last_run_is_told_once(
    workspace: Path, code: str, by: signal.Signals | None, ended: int, words: str, detail: str
) -> None:
    assert crashed(workspace, code, by) == ended

    title, details = told(workspace)
    assert words in title and detail in details
    assert "Maria" not in details and "1234" not in details and str(Path.home()) not in details
    # In order now: nothing is left to tell.
    assert told(workspace)[0] == "nothing to tell"


def test_power_that_went_is_not_taken_for_a_kill(workspace: Path) -> None:
    crashed(workspace, by=signal.SIGKILL)
    mark = workspace / "logs" / "running.json"
    mark.write_text(json.dumps({**json.loads(mark.read_text()), "boot": "another start of the machine"}))

    assert told(workspace)[0].startswith("The computer stopped")


@pytest.mark.parametrize("by", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_window_that_the_system_ends_did_not_crash(workspace: Path, by: signal.Signals) -> None:
    child = start_window(workspace)
    child.until("shown")
    assert child.end(by) == 0
    assert not (workspace / "logs" / "running.json").exists()
    assert not list((workspace / "logs").glob("fault-*"))
    assert told(workspace)[0] == "nothing to tell"


OFFERED = """
from PySide6.QtWidgets import QMessageBox, QPushButton
from whatsapp_studio.qt.widgets.banner import Banner

def ready(app):
    def answer():
        box = app.activeModalWidget()
        if isinstance(box, QMessageBox):
            say(box.text())
            (safe,) = [one for one in box.buttons() if box.buttonRole(one) == QMessageBox.ButtonRole.AcceptRole]
            safe.click()
            soon(shown)
        elif session.main_window() is not None:
            say("not offered")
            soon(shown)
        else:
            QTimer.singleShot(5, answer)
    answer()

def shown(window):
    say("safe" if [b for b in window.findChildren(Banner) if "Safe mode" in b.label.text()] else "usual")
    say("engine" if window.studio.engine.status().running else "no engine")
    window.close()
"""


def test_safe_mode_is_offered_after_two_in_a_row_and_starts_no_engine(workspace: Path) -> None:
    crashed(workspace, by=signal.SIGKILL)
    crashed(workspace, by=signal.SIGKILL)
    child = start_window(workspace, OFFERED)
    assert child.line() == "WhatsApp Studio did not end as it should, twice in a row."
    assert (child.line(), child.line()) == ("safe", "no engine")
    assert child.ended() == 0


def test_after_one_it_is_not_offered(workspace: Path) -> None:
    crashed(workspace, by=signal.SIGKILL)
    child = start_window(workspace, OFFERED)
    assert (child.line(), child.line()) == ("not offered", "usual")
    child.line()
    assert child.ended() == 0


LEAVES = """
from whatsapp_studio.qt.widgets.banner import Banner

def shown(window):
    (banner,) = [b for b in window.findChildren(Banner) if "Safe mode" in b.label.text()]
    say("no engine" if not window.studio.engine.status().running else "engine")
    banner.button.click()
    def look():
        if window.studio.engine.status().running:
            say("engine")
            window.close()
        else:
            QTimer.singleShot(5, look)
    look()
"""


@pytest.mark.parametrize("arguments", [("--safe-mode",), ("gui", "--safe-mode")])
def test_safe_mode_can_be_asked_for_and_left(workspace: Path, arguments: tuple[str, ...]) -> None:
    child = start_window(workspace, LEAVES, *arguments)
    assert (child.line(), child.line()) == ("no engine", "engine")
    assert child.ended() == 0


GOES_WRONG = """
import threading
from whatsapp_studio.qt.crash_report import CrashReport
from whatsapp_studio.qt.widgets.toast import Toast

def shown(window):
    def broken():
        raise ValueError("Hallo Maria")
    def look():
        toasts = [one for one in window.findChildren(Toast) if one.isVisible()]
        if not toasts:
            QTimer.singleShot(5, look)
            return
        say(toasts[-1].label.text())
        toasts[-1].button.click()
        (report,) = window.findChildren(CrashReport)
        say(repr(report.details))
        report.close()
        window.close()
    BREAK
    look()
"""


@pytest.mark.parametrize(
    "how",
    [
        "QTimer.singleShot(0, broken)",
        "threading.Thread(target=broken).start()",
        "QTimer.singleShot(0, lambda: engine(window, broken))",
    ],
)
def test_an_error_during_the_run_is_said_once_and_quietly(workspace: Path, how: str) -> None:
    engine = """
def engine(window, call):
    loop = window.studio.engine._loop
    if loop is None:
        QTimer.singleShot(5, lambda: engine(window, call))
    else:
        loop.call_soon_threadsafe(call)
"""
    child: Child = start_window(workspace, engine + GOES_WRONG.replace("BREAK", how))
    assert child.line() == "Something went wrong in the program; it goes on."
    details = child.line()
    assert "ValueError" in details and "Maria" not in details
    assert child.ended() == 0
    assert told(workspace)[0] == "nothing to tell"


def test_the_last_crash_is_remembered_for_the_check_up(workspace: Path) -> None:
    crashed(workspace, by=signal.SIGKILL)
    told(workspace)
    last = Watch(workspace / "logs", SystemClock()).last()
    assert last is not None and last.how == "killed" and last.row == 1
