"""Decides how a limited-time offer is written: what it is called, and whether it runs out."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtWidgets import QCheckBox, QWidget

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.templates.writing.fields import FieldRow
from whatsapp_studio.qt.templates.writing.line import Line
from whatsapp_studio.qt.templates.writing.section import Section, Write, mirror
from whatsapp_studio.qt.widgets.fields import muted
from whatsapp_studio.templates.counting import counter
from whatsapp_studio.templates.template import Template


class OfferSection(Section):
    """The panel of an offer above the text."""

    def __init__(self, write: Write, parent: QWidget | None = None) -> None:
        super().__init__(tr("Limited-time offer"), write, parent)
        self.line = Line()
        self.row = FieldRow("offer", tr("Name of the offer"), self.line, counted=True)
        self.expires = QCheckBox(tr("It runs out at a time that each message says"))
        self.body.addWidget(self.row)
        self.body.addWidget(self.expires)
        self.body.addWidget(muted(tr("People on a computer do not see such an offer, only those with a phone.")))
        self.line.textEdited.connect(self._written)
        self.expires.clicked.connect(self._ticked)

    def fits(self, t: Template) -> bool:
        return t.offer is not None

    def show_template(self, t: Template) -> None:
        if t.offer is None:
            return
        mirror(self.line, t.offer.text)
        self.row.counter.show_count(counter("offer", t.offer.text))
        self.expires.setChecked(t.offer.has_expiration)

    def _written(self, text: str) -> None:
        self.row.touched = True
        self.write(lambda t: replace(t, offer=replace(t.offer, text=text)) if t.offer else t, "offer")

    def _ticked(self, on: bool) -> None:
        self.write(lambda t: replace(t, offer=replace(t.offer, has_expiration=on)) if t.offer else t, "")
