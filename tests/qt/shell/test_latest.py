"""Only the answer to the latest question is shown."""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from whatsapp_studio.base.errors import WorldError
from whatsapp_studio.qt.widgets.latest import Latest


def test_questions_that_are_overtaken_are_never_asked(qtbot: QtBot) -> None:
    owner = QObject()
    latest, gate = Latest(owner), threading.Event()
    asked: list[int] = []
    shown: list[int] = []

    def question(n: int) -> int:
        asked.append(n)
        assert gate.wait(5)
        return n

    for n in (1, 2, 3):
        latest.ask(lambda n=n: question(n), shown.append)
    gate.set()
    qtbot.waitUntil(lambda: not latest.busy)
    assert asked == [1, 3]
    assert shown == [3]


def test_a_question_that_fails_does_not_stop_the_next(qtbot: QtBot) -> None:
    owner = QObject()
    latest = Latest(owner)
    shown: list[str] = []

    def fail() -> str:
        raise WorldError("database-busy")

    latest.ask(fail, shown.append)
    latest.ask(lambda: "answer", shown.append)
    qtbot.waitUntil(lambda: bool(shown))
    assert shown == ["answer"]
