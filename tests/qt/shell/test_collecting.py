"""Decides that nothing of a window ends on another thread, in a paint, or after Python: the program would die."""

from __future__ import annotations

import subprocess
import sys

from tests.fixtures.program import ROOT, environment

# Windows and items that refer to each other in circles, made and forgotten, while another thread makes many values.
FORGETFUL = """
import gc, sys, threading
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from tests.fixtures.drawn import document, welcome
from whatsapp_studio.qt.canvas.scene import JourneyScene
from whatsapp_studio.qt.canvas.view import JourneyView
from whatsapp_studio.qt.collecting import Collector

app = QApplication([])
collector = Collector()
collector._timer.setInterval(5)
here, looked, stop, made = threading.get_ident(), set(), threading.Event(), []
gc.callbacks.append(lambda phase, info: looked.add(threading.get_ident()) if phase == "stop" else None)

def busy():
    while not stop.is_set():
        around = []
        around.append(around)

def make():
    view = JourneyView(JourneyScene(document(welcome())))
    view.me = view
    view.resize(400, 300)
    view.show()
    view.grab()
    view.close()
    made.append(1)
    if len(made) == 40:
        app.quit()

other = threading.Thread(target=busy)
other.start()
timer = QTimer(interval=0)
timer.timeout.connect(make)
timer.start()
app.exec()
stop.set()
other.join()
assert looked == {here}, "collected on another thread"
print("well")
"""

COPIES = """
from PySide6.QtWidgets import QApplication
from tests.fixtures.drawn import document, welcome
from whatsapp_studio.qt.canvas.clipboard import Clipboard

app = QApplication([])
kept = document(welcome())
kept.select(set(kept.journey.steps))
assert Clipboard(kept).copy() and app.clipboard().mimeData().hasText()
print("well")
"""


def run(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code], env=environment(), cwd=ROOT, capture_output=True, text=True, timeout=50,
        check=False,
    )  # fmt: skip


def test_garbage_is_collected_on_the_windows_thread_only() -> None:
    done = run(FORGETFUL)
    assert (done.returncode, done.stdout) == (0, "well\n"), done.stderr


def test_a_program_that_copied_steps_ends_in_order() -> None:
    done = run(COPIES)
    assert (done.returncode, done.stdout) == (0, "well\n"), done.stderr
