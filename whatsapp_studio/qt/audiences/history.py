"""Decides what a step of undo is while a segment is edited: the name and the rule before it, and after."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
from PySide6.QtGui import QUndoCommand

from whatsapp_studio.base.i18n import tr


class Shape(msgspec.Struct, frozen=True):
    """A segment as it is edited; ``rule`` is None where there is none yet."""

    name: str = ""
    rule: dict[str, Any] | None = None


BLANK = Shape()


class Change(QUndoCommand):
    """``key`` joins what is typed in one field to one step; an empty one is a step of its own."""

    def __init__(self, before: Shape, after: Shape, key: str, show: Callable[[Shape], object]) -> None:
        super().__init__(tr("Rename") if before.rule == after.rule else tr("Change of the rule"))
        self.before, self.after = before, after
        self._key, self._show = key, show

    def undo(self) -> None:
        self._show(self.before)

    def redo(self) -> None:
        self._show(self.after)

    def id(self) -> int:
        return 1 if self._key else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, Change) or other._key != self._key:
            return False
        self.after = other.after
        self.setObsolete(self.before == self.after)
        return True
