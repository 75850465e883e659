"""Decides which of the files that are dragged over a window are wanted there, and what is said of the others."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QWidget

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.widgets.toast import Toast

# What a table of contacts, or an address book, may be called.
TABLES = (".csv", ".tsv", ".txt", ".xlsx", ".xls", ".xlsm", ".ods", ".vcf")


def dropped(data: QMimeData, *suffixes: str) -> list[Path]:
    """The files on this computer that end in one of ``suffixes``, however it is written."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.toLocalFile().lower().endswith(suffixes)]


def any_file(data: QMimeData) -> bool:
    """Whether files of this computer are dragged, of whatever kind: where they are dropped it is said what can be."""
    return any(url.toLocalFile() for url in data.urls())


def say_what_can_be_dropped(window: QWidget, data: QMimeData) -> None:
    """Tell that a file which was dropped cannot be opened here, and which can."""
    name = next((Path(url.toLocalFile()).name for url in data.urls() if url.toLocalFile()), "")
    text = tr("“{name}” cannot be opened here. Drop contacts (CSV, Excel, ODS or vCard) or a journey.", name=name)
    Toast.show_in(window, text)
