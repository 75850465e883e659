"""Decides which answer is shown when questions come faster than answers: only the one to the latest question."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from whatsapp_studio.base.progress import Progress
from whatsapp_studio.qt.jobs import Job

Ask = Callable[[], Any]
Show = Callable[[Any], object]


class Latest(QObject):
    """Answers questions outside the window's thread, one at a time; those overtaken are never asked."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._busy = False
        self._next: tuple[Ask, Show] | None = None

    def ask(self, question: Ask, show: Show) -> None:
        """Have ``show`` called with the answer, unless another question comes before it."""
        if self._busy:
            self._next = (question, show)
            return
        self._busy = True

        def work(progress: Progress) -> object:
            return question()

        Job(self, work).on_done(lambda answer: self._answered(answer, show)).on_failed(self._failed).run()

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._busy

    def _answered(self, answer: object, show: Show) -> None:
        self._busy = False
        if not self._go_on():
            show(answer)

    def _failed(self, error: object) -> None:
        self._busy = False
        self._go_on()

    def _go_on(self) -> bool:
        if self._next is None:
            return False
        (question, show), self._next = self._next, None
        self.ask(question, show)
        return True
