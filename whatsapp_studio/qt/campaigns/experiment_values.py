"""Decides how the places of one message of an experiment are filled: the same rows as the campaign's own."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from whatsapp_studio.app import Studio
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.campaigns.draft import Mapping
from whatsapp_studio.qt.tab_order import follow_layout
from whatsapp_studio.qt.widgets.buttons import primary_button, secondary_button
from whatsapp_studio.qt.widgets.fields import muted
from whatsapp_studio.qt.widgets.fitting import fit
from whatsapp_studio.qt.widgets.place_row import PlaceRow
from whatsapp_studio.templates.template import Template, places


class TreatmentValues(QDialog):
    """What goes into each place of ``template``; ``mapping()`` is what was entered."""

    def __init__(
        self, studio: Studio, template: Template, mapping: dict[str, Mapping], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Personal values of {template}", template=template.name))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.rows = {
            place.name: PlaceRow(place, tr("Block the campaign"), shelf=studio.media) for place in places(template)
        }
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setSpacing(10)
        for name, row in self.rows.items():
            row.show_mapping(mapping.get(name, Mapping()))
            column.addWidget(row)
        if not self.rows:
            column.addWidget(muted(tr("This template has no places: everybody gets the same text.")))
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(secondary_button(tr("Cancel"), self.reject))
        self.keep = primary_button(tr("Use these values"), self.accept)
        buttons.addWidget(self.keep)
        box = QVBoxLayout(self)
        box.addWidget(area, 1)
        box.addLayout(buttons)
        self.keep.setDefault(True)
        fit(self, 640, 460)
        follow_layout(self)

    def mapping(self) -> dict[str, Mapping]:
        """What fills each place now."""
        return {name: row.mapping() for name, row in self.rows.items()}
