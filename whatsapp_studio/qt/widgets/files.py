"""Decides how a person is asked for a file: the system's own dialog, in the folder last used for the same purpose."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog, QWidget

_LONGEST_NAME = 80
_folders: dict[str, str] = {}
_memory: list[QSettings] = []


def remember_in(memory: QSettings) -> None:
    """Keep the folders here from now on, beyond this run of the program."""
    _memory[:] = [memory]


def file_name(name: str, ending: str, otherwise: str) -> str:
    """What a person called something, as the name of a file; ``otherwise`` where no letter of it is left."""
    kept = re.sub(r"[^\w .-]+", "-", name)[:_LONGEST_NAME].strip(" .-")
    return f"{kept or otherwise}{ending}"


def choose_open(parent: QWidget, purpose: str, title: str, kinds: str) -> Path | None:
    """One file to read, or None."""
    chosen, _ = QFileDialog.getOpenFileName(parent, title, str(folder(purpose)), kinds)
    return _kept(purpose, Path(chosen)) if chosen else None


def choose_several(parent: QWidget, purpose: str, title: str, kinds: str) -> list[Path]:
    """Files to read; none where the person leaves."""
    chosen, _ = QFileDialog.getOpenFileNames(parent, title, str(folder(purpose)), kinds)
    return [_kept(purpose, Path(one)) for one in chosen]


def choose_save(parent: QWidget, purpose: str, title: str, name: str, kinds: str) -> Path | None:
    """Where to write a file that ends as ``name`` does, also where a person leaves the ending out; or None."""
    ending = Path(name).suffix
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(folder(purpose) / name), kinds)
    if not chosen:
        return None
    path = Path(chosen)
    return _kept(purpose, path if path.suffix.lower() == ending.lower() else path.with_name(path.name + ending))


def folder(purpose: str, otherwise: Path | None = None) -> Path:
    """The folder used last for ``purpose``; where there is none, or it is gone, ``otherwise`` or the home folder."""
    found = _folders.get(purpose) or (str(_memory[0].value(f"folder/{purpose}", "")) if _memory else "")
    return Path(found) if found and Path(found).is_dir() else otherwise or Path.home()


def _kept(purpose: str, path: Path) -> Path:
    _folders[purpose] = str(path.parent)
    for memory in _memory:
        memory.setValue(f"folder/{purpose}", str(path.parent))
    return path
