"""Decides which of the files that are dragged over a window are wanted there."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData


def dropped(data: QMimeData, *suffixes: str) -> list[Path]:
    """The files on this computer that end in one of ``suffixes``, however it is written."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.toLocalFile().lower().endswith(suffixes)]
