"""Decides how long work tells how far it is, and learns that it should stop."""

from __future__ import annotations

from typing import Protocol


class Cancelled(Exception):
    """Raised inside long work when it was asked to stop; what it wrote is rolled back."""


class Progress(Protocol):
    """Handed to long work. ``report`` may be called as often as the work likes."""

    def report(self, done: int, total: int | None = None) -> None: ...

    def cancelled(self) -> bool: ...


class Unwatched:
    """Progress that nobody looks at and nobody cancels."""

    def report(self, done: int, total: int | None = None) -> None:
        pass

    def cancelled(self) -> bool:
        return False
