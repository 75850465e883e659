"""Decides how sample values are typed into a preview, and which ones a template starts with."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.widgets.buttons import link_button
from whatsapp_studio.qt.widgets.fields import FormRow
from whatsapp_studio.templates.personalise import sample_values
from whatsapp_studio.templates.template import Template, places


class SampleForm(QWidget):
    """A field for each place of a template; what was typed is kept for each template while the program runs."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._typed: dict[tuple[str, str], dict[str, str]] = {}
        self._template: Template | None = None
        self.fields: dict[str, QLineEdit] = {}
        self.examples = link_button(tr("Examples"), self._use_examples)
        self.examples.setToolTip(tr("Fill in the examples the template was made with"))
        self.empty = link_button(tr("Empty"), self._use_nothing)
        self.empty.setToolTip(tr("See which places have to be filled"))
        title = QLabel(tr("Sample values"))
        title.setProperty("role", "strong")
        head = QHBoxLayout()
        head.addWidget(self.examples)
        head.addWidget(self.empty)
        head.addStretch(1)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(8)
        self._box.addWidget(title)
        self._box.addLayout(head)
        self._rows: list[QWidget] = []

    def values(self) -> dict[str, str]:
        """What is filled in, by the name of its place."""
        return {name: field.text() for name, field in self.fields.items() if field.text()}

    def show_template(self, template: Template) -> None:
        """Fields for this template's places."""
        key = (template.name, template.language)
        same = self._template is not None and (self._template.name, self._template.language) == key
        self._template = template
        wanted = places(template)
        if not same or list(self.fields) != [place.name for place in wanted]:
            self._make(template)
        self._put(self._typed.get(key, sample_values(template)))
        self.setVisible(bool(self.fields))

    def _make(self, template: Template) -> None:
        for row in self._rows:
            self._box.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows, self.fields = [], {}
        hints = {
            "location": tr("52.37, 4.89; Shop; Main Street 1"), "image": "https://…", "video": "https://…",
            "document": "https://…", "gif": "https://…", "time": "2026-12-31T18:00+01:00",
            "product": tr("123456; SKU-7"), "products": tr("Bikes: SKU-1, SKU-2; Locks: SKU-3"),
        }  # fmt: skip
        for place in places(template):
            field = QLineEdit()
            field.setPlaceholderText(hints.get(place.kind, ""))
            field.textEdited.connect(self._edited)
            row = FormRow(place.label, field)
            self.fields[place.name] = field
            self._rows.append(row)
            self._box.addWidget(row)

    def _put(self, values: dict[str, str]) -> None:
        for name, field in self.fields.items():
            if field.text() != values.get(name, ""):
                field.setText(values.get(name, ""))

    def _edited(self) -> None:
        if self._template is not None:
            self._typed[self._template.name, self._template.language] = self.values()
            self.changed.emit()

    def _use_examples(self) -> None:
        if self._template is not None:
            self._put(sample_values(self._template))
            self._edited()

    def _use_nothing(self) -> None:
        self._put({})
        self._edited()
