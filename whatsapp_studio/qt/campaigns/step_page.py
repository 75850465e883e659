"""Decides what every step of the wizard has in common: it mirrors a draft, and an edit makes a new draft."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from whatsapp_studio.base.errors import Problem
from whatsapp_studio.campaigns.draft import Draft, Step
from whatsapp_studio.qt.campaigns import steps
from whatsapp_studio.qt.widgets.fields import muted

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio


class StepPage(QWidget):
    """One step. ``edited`` carries the draft after an edit; the wizard keeps it, saves it and checks it."""

    step: ClassVar[Step]
    edited = Signal(object)

    def __init__(self, studio: Studio, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.studio = studio
        self.draft = Draft()
        self.content = QVBoxLayout(self)
        self.content.setContentsMargins(24, 20, 24, 24)
        self.content.setSpacing(12)
        self.heading = QLabel(steps.title(self.step))
        self.heading.setProperty("role", "subtitle")
        self.content.addWidget(self.heading)
        if hint:
            self.content.addWidget(muted(hint))

    def show_draft(self, draft: Draft) -> None:
        """Mirror ``draft``; an edit made elsewhere or a draft just opened. Emits nothing."""
        self.draft = draft
        self.refresh()

    def refresh(self) -> None:
        """Bring the widgets in line with ``self.draft`` and with what the services say now."""

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Show this step's own problems beside their fields."""

    def fields(self) -> dict[str, QWidget]:
        """The fields that can be named, by the ``where`` of a problem there."""
        return {}

    def field_of(self, widget: QWidget) -> str:
        """The name of the field that ``widget`` is or belongs to; empty for none."""
        for where, field in self.fields().items():
            if field is widget or field.isAncestorOf(widget):
                return where
        return ""

    def focus_field(self, where: str) -> None:
        """Put the cursor on the field that ``where`` names."""

    def change(self, **fields: Any) -> None:
        """Make and announce the draft that differs in ``fields``."""
        draft = msgspec.structs.replace(self.draft, **fields)
        if draft != self.draft:
            self.draft = draft
            self.edited.emit(draft)
