"""Decides what the journeys page says while there is no canvas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.widgets.empty import EmptyState
from whatsapp_studio.qt.widgets.page import Page

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio


class JourneysPage(Page):
    """Honest about what it cannot do yet, and leads to what it can."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(studio, tr("Journeys"), parent)
        self.content.addWidget(
            EmptyState(
                "workflow",
                tr("Journeys are not in this version."),
                tr("The canvas on which a contact's way through several messages is drawn comes with a later version. "
                   "One message to many people can be sent today, as a campaign."),
                link=(tr("Go to campaigns"), lambda: self.navigate.emit("campaigns", None)),
            )
        )  # fmt: skip
