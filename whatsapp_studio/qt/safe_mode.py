"""Decides what safe mode is: a window as new, no engine, nothing prepared, so that what ended the program stays away.

Nothing is sent and no journey moves; every page still opens when it is asked for.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QBoxLayout

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.main_window import MainWindow
from whatsapp_studio.qt.widgets.banner import Banner


def memory() -> QSettings:
    """Places of windows that nobody remembers: what was remembered before is neither read nor changed."""
    folder = Path(tempfile.mkdtemp(prefix="whatsapp-studio-"))
    return QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)


def tell(window: MainWindow, leave: Callable[[], object]) -> Banner:
    """Say above every page that this is safe mode; ``leave`` starts what was left out."""

    def left() -> None:
        banner.hide()
        leave()

    text = tr("Safe mode: nothing is sent, no journey moves, and the window forgets how it was arranged.")
    banner = Banner("warning", text, (tr("Leave safe mode"), left) if not window.read_only else None)
    whole = window.centralWidget()
    layout = whole.layout() if whole is not None else None
    if isinstance(layout, QBoxLayout):
        layout.insertWidget(0, banner)
    return banner
