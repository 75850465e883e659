"""Decides how a template is named and what it is for: what each category means for its price and consent."""

from __future__ import annotations

from functools import partial

from msgspec.structs import replace
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from whatsapp_studio.base import wording
from whatsapp_studio.base.i18n import mark, tr
from whatsapp_studio.qt.templates.writing.fields import FieldRow
from whatsapp_studio.qt.templates.writing.line import Line
from whatsapp_studio.qt.templates.writing.section import Section, Spot, Write, mirror
from whatsapp_studio.qt.widgets.fields import wheel_needs_focus
from whatsapp_studio.qt.widgets.plain import plain_label
from whatsapp_studio.templates.edits import Form, as_name, form_of, with_category, with_form
from whatsapp_studio.templates.template import Template

_MEANS = {
    "MARKETING": mark("Offers, news, anything that sells. The highest price; only to people who agreed to marketing."),
    "UTILITY": mark("About something the person did: an order, an appointment. Cheaper; no selling at all."),
    "AUTHENTICATION": mark("One-time passwords. Meta writes the words; no pictures, no links."),
}
_FORMS: tuple[tuple[Form, str], ...] = (
    ("message", mark("Message")), ("carousel", mark("Carousel of cards")), ("offer", mark("Limited-time offer")),
)  # fmt: skip


class CategoryChoice(QFrame):
    """One category, with what it means."""

    def __init__(self, category: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "choice")
        self.radio = QRadioButton(wording.state_word(category))
        self.radio.setProperty("role", "strong")
        said = plain_label("caption", wrap=True)
        said.setText(tr(_MEANS[category]))
        self.radio.setAccessibleDescription(said.text())
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 8, 12, 10)
        box.setSpacing(2)
        box.addWidget(self.radio)
        box.addWidget(said)
        box.addStretch(1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.radio.isEnabled():
            self.radio.click()

    def show_chosen(self, chosen: bool) -> None:
        """Be the one that is chosen, or not."""
        self.radio.setChecked(chosen)
        if bool(self.property("chosen")) != chosen:
            self.setProperty("chosen", chosen)
            self.style().unpolish(self)
            self.style().polish(self)


class Basics(Section):
    """Name, category and form."""

    def __init__(self, write: Write, parent: QWidget | None = None) -> None:
        super().__init__(tr("Name and category"), write, parent)
        self.name = Line()
        self.name.setPlaceholderText("spring_offer")
        self.name_row = FieldRow("name", tr("Name"), self.name,
                                 tr("Small letters, digits and underscores. Only you and Meta see it."))  # fmt: skip
        self.choices = {category: CategoryChoice(category) for category in _MEANS}
        self._group = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(8)
        for category, choice in self.choices.items():
            self._group.addButton(choice.radio)
            choice.radio.clicked.connect(partial(self._categorise, category))
            row.addWidget(choice, 1)
        self.spot = Spot("category", self.choices["MARKETING"].radio)
        self.fixed = plain_label("caption", wrap=True)
        self.fixed.setText(tr("Meta keeps the category of a template it approved."))
        self.fixed.hide()
        self.form = QComboBox()
        for form, words in _FORMS:
            self.form.addItem(tr(words), form)
        wheel_needs_focus(self.form)
        self.form.activated.connect(self._formed)
        self.form_row = FieldRow("form", tr("Kind of message"), self.form)
        self.body.addWidget(self.name_row)
        self.body.addLayout(row)
        self.body.addWidget(self.fixed)
        self.body.addWidget(self.spot)
        self.body.addWidget(self.form_row)
        self.name.textEdited.connect(self._named)

    def fits(self, t: Template) -> bool:
        return True

    def fix(self, name: bool, category: bool) -> None:
        """What cannot be changed any more, because Meta has it."""
        self.name.setReadOnly(name)
        self.fixed.setVisible(category)
        for choice in self.choices.values():
            choice.radio.setEnabled(not category)

    def show_template(self, t: Template) -> None:
        mirror(self.name, t.name)
        for category, choice in self.choices.items():
            choice.show_chosen(category == t.category)
        self.form_row.setVisible(t.category == "MARKETING")
        self.form.setCurrentIndex(self.form.findData(form_of(t)))

    def _named(self, text: str) -> None:
        self.name_row.touched = True
        name = as_name(text)
        mirror(self.name, name)
        self.write(lambda t: replace(t, name=name), "name")

    def _categorise(self, category: str) -> None:
        self.write(lambda t: with_category(t, category), "")

    def _formed(self) -> None:
        form: Form = self.form.currentData()
        self.write(lambda t: with_form(t, form), "")
