"""Decides what becomes of a segment that is being built when the window closes: it is there again the next time."""

from __future__ import annotations

from pathlib import Path

import msgspec
from PySide6.QtCore import QSettings

from whatsapp_studio.qt.audiences.history import Shape

_KEY = "audiences/unsaved"


class Unsaved(msgspec.Struct, frozen=True):
    """A segment as it was left: None is a new one."""

    workspace: str
    id: int | None
    shape: Shape


def keep(memory: QSettings | None, workspace: Path, id: int | None, shape: Shape) -> None:
    """Keep what is being built in a workspace."""
    if memory is not None:
        memory.setValue(_KEY, msgspec.json.encode(Unsaved(str(workspace), id, shape)).decode())


def forget(memory: QSettings | None) -> None:
    """Nothing is being built."""
    if memory is not None and memory.contains(_KEY):
        memory.remove(_KEY)


def kept(memory: QSettings | None, workspace: Path) -> Unsaved | None:
    """What was being built in this workspace when the window closed."""
    text = str(memory.value(_KEY, "")) if memory is not None else ""
    try:
        found = msgspec.json.decode(text, type=Unsaved) if text else None
    except msgspec.DecodeError:
        return None
    return found if found is not None and found.workspace == str(workspace) else None
