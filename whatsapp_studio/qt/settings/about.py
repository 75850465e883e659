"""Decides what the program says of itself and of what it is built with."""

from __future__ import annotations

from importlib.metadata import version

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QLabel, QWidget

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.widgets.card import Card


class AboutCard(Card):
    """Version, and the licences of what it stands on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("About"), parent)
        text = QLabel(
            tr("WhatsApp Studio {version}, on Qt {qt} (LGPL 3). Icons by Lucide (ISC). WhatsApp is a trademark of Meta; "  # noqa: E501
               "this program is not made by Meta.", version=version("whatsapp-studio"), qt=qVersion())
        )  # fmt: skip
        text.setWordWrap(True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addWidget(text)
