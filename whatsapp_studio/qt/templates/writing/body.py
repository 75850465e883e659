"""Decides how the text of a template is written, and whether its variables are numbers or names."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtWidgets import QComboBox, QWidget

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.templates.writing.section import Section, Write
from whatsapp_studio.qt.templates.writing.text_block import TextBlock
from whatsapp_studio.qt.widgets.fields import wheel_needs_focus
from whatsapp_studio.templates.counting import counter
from whatsapp_studio.templates.edits import gaps_closed, with_format, with_sample
from whatsapp_studio.templates.languages import LANGUAGES
from whatsapp_studio.templates.template import Template

_LINES = 5


class BodySection(Section):
    """The text everybody gets, with its variables and their samples."""

    def __init__(self, write: Write, parent: QWidget | None = None) -> None:
        super().__init__(tr("Text"), write, parent)
        self.text = TextBlock("body", tr("Text of the message"), _LINES)
        self.text.row.label.hide()
        self.format = QComboBox()
        self.format.setAccessibleName(tr("Variables"))
        self.format.addItem(tr("Variables are numbers"), False)
        self.format.addItem(tr("Variables are names"), True)
        wheel_needs_focus(self.format)
        self.text.bar.addWidget(self.format)
        self.body.addWidget(self.text)
        self.text.written.connect(self._written)
        self.text.sampled.connect(self._sampled)
        self.format.activated.connect(self._formatted)

    def show_template(self, t: Template) -> None:
        named = t.parameter_format == "NAMED"
        self.format.setCurrentIndex(int(named))
        self.text.show_text(t.body, t.samples, counter("body", t.body, t), named=named, rtl=is_rtl(t.language))

    def _written(self, text: str) -> None:
        def change(t: Template) -> Template:
            body, samples = gaps_closed(text, t.samples)
            return replace(t, body=body, samples=samples)

        self.write(change, "body")

    def _sampled(self, name: str, sample: str) -> None:
        self.write(lambda t: replace(t, samples=with_sample(t.samples, name, sample)), f"body.samples.{name}")

    def _formatted(self) -> None:
        named = bool(self.format.currentData())
        self.write(lambda t: with_format(t, named), "")


def is_rtl(language: str) -> bool:
    """Whether a language of templates is written from the right."""
    return language in LANGUAGES and LANGUAGES[language].rtl
