"""Decides how the window is opened where nothing else was asked."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from whatsapp_studio.base.paths import default_workspace


def open_window(workspace: Sequence[str]) -> int:
    """The window of a workspace, of the usual one where none is named; returns what to exit with."""
    # Before Qt for Python, which looks at the source of every module that comes after it.
    import whatsapp_studio.app  # noqa: F401
    from whatsapp_studio.qt import application

    return application.run(Path(workspace[0]) if workspace else default_workspace())
