"""Decides that a large journey is laid out without the window waiting, and that what is done meanwhile counts."""

from __future__ import annotations

import msgspec
from pytestqt.qtbot import QtBot

from tests.fixtures.canvas import Canvas
from tests.fixtures.drawn import grid
from whatsapp_studio.journeys.edits import Become, ChangeStep
from whatsapp_studio.journeys.layout import tidy
from whatsapp_studio.qt.canvas.tidying import AT_ONCE


def test_a_large_journey_is_laid_out_elsewhere_as_one_step_of_undo(qtbot: QtBot) -> None:
    canvas = Canvas(qtbot)
    canvas.document.do(Become(journey=grid(AT_ONCE + 10)))
    before = canvas.journey

    canvas.actions["tidy"].trigger()
    assert canvas.journey is before
    canvas.actions["tidy"].trigger()
    canvas.document.do(ChangeStep(step="s50", name="Named meanwhile"))
    qtbot.waitUntil(lambda: canvas.journey.places != before.places, timeout=20_000)

    assert canvas.journey.steps["s50"].name == "Named meanwhile"
    named = msgspec.structs.replace(canvas.journey, places=before.places)
    assert canvas.journey.places == {**before.places, **tidy(named)}
    assert canvas.document.undo_stack.count() == 3
    canvas.document.undo()
    assert canvas.journey.places == before.places


def test_a_small_journey_is_laid_out_at_once(qtbot: QtBot) -> None:
    canvas = Canvas(qtbot)
    canvas.document.do(Become(journey=grid(AT_ONCE)))
    before = canvas.journey.places
    canvas.actions["tidy"].trigger()
    assert canvas.journey.places != before
