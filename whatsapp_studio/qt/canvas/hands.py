"""Decides what a view asks of whoever edits in it."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
)


class Hand(Protocol):
    """Who edits. Each method is asked before the view does anything itself; true means that it is done."""

    def press(self, event: QMouseEvent) -> bool: ...
    def move(self, event: QMouseEvent) -> bool: ...
    def release(self, event: QMouseEvent) -> bool: ...
    def double(self, event: QMouseEvent) -> bool: ...
    def key(self, event: QKeyEvent) -> bool: ...
    def key_up(self, event: QKeyEvent) -> bool: ...
    def menu(self, event: QContextMenuEvent) -> bool: ...
    def drag_enter(self, event: QDragEnterEvent) -> bool: ...
    def drag_move(self, event: QDragMoveEvent) -> bool: ...
    def drag_leave(self, event: QDragLeaveEvent) -> bool: ...
    def drop(self, event: QDropEvent) -> bool: ...
    def space(self) -> bool:
        """Space was tapped without dragging."""

    def leave(self) -> None:
        """The pointer left the canvas."""

    def cancel(self, reason: str) -> None:
        """Whatever is being done ends without an edit: ``focus`` was lost, the view is ``hidden``."""
