"""Decides how a step's message is checked for everybody, and how a repair becomes an edit of the journey."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from whatsapp_studio.campaigns.draft import Mapping as Slot
from whatsapp_studio.journeys.edits import SetFields
from whatsapp_studio.qt.canvas.document import JourneyDocument
from whatsapp_studio.qt.checking.asked import Asked
from whatsapp_studio.qt.checking.window import CheckWindow
from whatsapp_studio.qt.inspector.compose import slots_of

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio


def check_step(studio: Studio, document: JourneyDocument, step_id: str, parent: QWidget) -> CheckWindow:
    """The window that checks what a step sends, about to be opened."""

    def mapping() -> dict[str, Slot]:
        step = document.journey.steps.get(step_id)
        return slots_of(step) if step is not None else {}

    def change(slots: Mapping[str, Slot]) -> None:
        document.do(SetFields(step=step_id, fields={"mapping": msgspec.to_builtins(dict(slots))}))

    asked = Asked(
        lambda progress: studio.checking.check_step(document.journey, step_id, progress), mapping, change
    )  # fmt: skip
    window = CheckWindow(studio, asked, parent)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return window
