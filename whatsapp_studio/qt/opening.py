"""Decides what a person learns when the system has nothing to open a file or a folder with: where it lies."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.widgets.toast import Toast


def open_file(beside: QWidget, path: Path | str) -> None:
    """Open ``path`` with the program the system has for it; without one, say where it is."""
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        Toast.show_in(beside, tr("No program could open it. It is here: {path}", path=path))
