"""Decides how fast the whole editor of a journey opens: built, shown and painted, with its checks a moment later."""

from __future__ import annotations

import time
from functools import partial
from statistics import median

import pytest
from PySide6.QtWidgets import QApplication

from tests.fixtures.desk import Desk, desk
from tests.fixtures.drawn import grid, welcome
from tests.fixtures.journey_desk import Editors, editors
from whatsapp_studio.qt.canvas.document import JourneyDocument
from whatsapp_studio.qt.journeys.editor import JourneyEditor

__all__ = ["desk", "editors"]
# Milliseconds of the window's thread until the first picture.
LIMITS = {8: 150.0, 300: 500.0, 1_000: 1_000.0}


def _known(document: JourneyDocument) -> bool:
    return document.surroundings.known


@pytest.mark.timeout(120)
@pytest.mark.parametrize("steps", list(LIMITS))
def bench_opening_the_editor(qapp: QApplication, desk: Desk, editors: Editors, steps: int) -> None:
    journey = editors.keep(welcome() if steps == 8 else grid(steps))
    times = []
    for _ in range(4):
        began = time.thread_time()
        editor = JourneyEditor(desk.studio, journey, editors.memory)
        editor.resize(1278, 700)
        editor.show()
        qapp.processEvents()
        times.append((time.thread_time() - began) * 1000)
        desk.until(partial(_known, editor.document))
        assert len(editor.scene.steps) == steps
        editor.leave()
        editor.close()
        editor.deleteLater()
    print(f"\nan editor of {steps} steps: first {times[0]:.0f} ms, then {median(times[1:]):.0f} ms")
    assert median(times[1:]) <= LIMITS[steps]
