"""Decides how these tests get a journey on the table: a small one with a branch, a meeting, a loop and a note."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.fixtures.desk import desk
from tests.fixtures.journey_desk import editors
from whatsapp_studio.base.words_journeys import edit_words
from whatsapp_studio.journeys.check import Checker
from whatsapp_studio.journeys.graph import Frame, Journey, Link, Note, Step
from whatsapp_studio.journeys.table import KINDS
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.canvas.document import JourneyDocument

__all__ = ["desk", "editors"]
Open = Callable[[Journey], JourneyDocument]


def step(id: str, kind: str, name: str = "", **fields: object) -> Step:
    return Step(id=id, kind=kind, name=name, fields={**KINDS[kind].defaults(), **fields})


def small_journey() -> Journey:
    """enter → offer → (next) pause → ask → yes → bye; other → back to pause; failed → bye. A note; a loose step.

    Two errors: nobody comes to the loose step, and the path of the question has no rule.
    """
    steps = (
        step("enter", "audience", "Everybody"),
        step("offer", "send_template", "Café offer", template={"name": "spring_offer", "language": "nl"}),
        step("pause", "wait", "Let it rest"),
        step("ask", "condition", "Dutch?", rules=[{"id": "yes", "name": "Dutch", "rule": None}]),
        step("bye", "end", "Done"),
        step("loose", "end", "Nobody comes here"),
    )
    links = (
        Link("enter", "next", "offer"), Link("offer", "next", "pause"), Link("pause", "next", "ask"),
        Link("ask", "yes", "bye"), Link("ask", "other", "pause"), Link("offer", "failed", "bye"),
    )  # fmt: skip
    places = {one.id: (0, 120 * at) for at, one in enumerate(steps)}
    return Journey(
        id="small",
        name="Small",
        steps={one.id: one for one in steps},
        links={one.id: one for one in links},
        notes={"note": Note(id="note", text="Ask Zoë about the résumé\nand more")},
        frames={"frame": Frame(id="frame", title="Beginning", steps=("enter", "offer"))},
        places={**places, "note": (400, 0)},
    )


@pytest.fixture
def open_document(qapp: QApplication, qtbot: QtBot) -> Open:
    """Puts a journey on the table, with the real checks and words."""
    theme.apply(qapp, "light")
    made: list[JourneyDocument] = []

    def open_it(journey: Journey) -> JourneyDocument:
        document = JourneyDocument(journey, check=Checker(), words=edit_words)
        document.check_now()
        made.append(document)
        return document

    return open_it


@pytest.fixture
def document(open_document: Open) -> JourneyDocument:
    return open_document(small_journey())
