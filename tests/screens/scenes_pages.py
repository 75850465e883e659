"""Decides how each page of the main window is shown: in a workspace with people, templates and a connection."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from tests.screens import Make, screen
from tests.screens.stage import Stage
from whatsapp_studio.qt.main_window import PAGES


def _page(name: str, label: str) -> Make:
    def make(stage: Stage) -> QWidget:
        return stage.window(name)

    make.__doc__ = f"{label}."
    return make


for _name, _, _label, _ in PAGES:
    screen(f"{_name}.page", small=True)(_page(_name, _label))
