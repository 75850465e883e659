"""Decides how the small line below a text is written, with the words to opt out at hand."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.templates.writing.fields import FieldRow
from whatsapp_studio.qt.templates.writing.line import Line
from whatsapp_studio.qt.templates.writing.section import Section, Write, mirror
from whatsapp_studio.qt.widgets.buttons import link_button
from whatsapp_studio.templates.counting import counter
from whatsapp_studio.templates.opt_out import opt_out_line
from whatsapp_studio.templates.template import Template


class FooterSection(Section):
    """The footer."""

    def __init__(self, write: Write, parent: QWidget | None = None) -> None:
        super().__init__("", write, parent)
        self.line = Line()
        self.row = FieldRow("footer", tr("Footer"), self.line, counted=True)
        self.row.label.setProperty("role", "strong")
        self.opt_out = link_button(tr("Add how to opt out"))
        self.row.head.insertWidget(1, self.opt_out)
        self.body.addWidget(self.row)
        self.line.textEdited.connect(self._written)
        self.opt_out.clicked.connect(self._opt_out)

    def fits(self, t: Template) -> bool:
        return t.category != "AUTHENTICATION" and t.offer is None and not t.cards

    def show_template(self, t: Template) -> None:
        mirror(self.line, t.footer)
        line = opt_out_line(t.language)
        self.opt_out.setToolTip(line)
        self.opt_out.setEnabled(line not in t.footer)
        self.row.counter.show_count(counter("footer", t.footer))

    def _written(self, text: str) -> None:
        self.row.touched = True
        self.write(lambda t: replace(t, footer=text), "footer")

    def _opt_out(self) -> None:
        self.write(lambda t: replace(t, footer=opt_out_line(t.language)), "")
        self.line.setFocus()
