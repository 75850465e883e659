"""Decides what the program says of itself and of what it is built with."""

from __future__ import annotations

from importlib.metadata import version

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.base.paths import WorkspacePaths
from whatsapp_studio.qt.about import show_about
from whatsapp_studio.qt.widgets.buttons import secondary_button
from whatsapp_studio.qt.widgets.card import Card


class AboutCard(Card):
    """Version, and the licences of what it stands on."""

    def __init__(self, places: WorkspacePaths, parent: QWidget | None = None) -> None:
        super().__init__(tr("About"), parent)
        text = QLabel(
            tr("WhatsApp Studio {version}, on Qt {qt} (LGPL 3). Icons by Lucide (ISC). WhatsApp is a trademark of Meta; "  # noqa: E501
               "this program is not made by Meta.", version=version("whatsapp-studio"), qt=qVersion())
        )  # fmt: skip
        text.setWordWrap(True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addWidget(text)
        more = secondary_button(tr("Details and licences…"), lambda: show_about(places, self.window()))
        row = QHBoxLayout()
        row.addWidget(more)
        row.addStretch(1)
        self.body.addLayout(row)
