"""Decides how one contact is added or changed by hand."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from whatsapp_studio.app import Studio
from whatsapp_studio.audience.contact import Contact
from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.base.wording import explain, sentence
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.widgets.buttons import primary_button, secondary_button
from whatsapp_studio.qt.widgets.fields import FormRow


class ContactDialog(QDialog):
    """The fixed fields and the text fields of a contact. Nothing is kept before Save."""

    def __init__(self, studio: Studio, contact: Contact | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._contact = contact or Contact(id=0, phone="", country=studio.settings.default_country)
        self.setWindowTitle(tr("Edit contact") if contact else tr("Add contact"))
        self.setMinimumWidth(440)
        self.rows: dict[str, FormRow] = {}
        inner = QWidget()
        form = QVBoxLayout(inner)
        form.setContentsMargins(0, 0, 8, 0)
        form.setSpacing(12)
        for name, label, hint in (
            ("phone", tr("&Phone"), tr("With + and country code; without, the country below is used.")),
            ("first_name", tr("&First name"), ""),
            ("last_name", tr("&Last name"), ""),
            ("country", tr("&Country"), tr("Two letters, such as NL.")),
            ("language", tr("Lan&guage"), tr("Such as nl or en_US.")),
        ):
            form.addWidget(self._row(name, label, hint, str(getattr(self._contact, name))))
        for field in studio.contacts.fields():
            if field.kind == "text":
                form.addWidget(self._row(field.name, field.label, "", str(self._contact.fields.get(field.name) or "")))
        self.is_test = QCheckBox(tr("&Test contact: may get test messages"))
        self.is_test.setChecked(self._contact.is_test)
        form.addWidget(self.is_test)
        form.addStretch(1)
        scroll = QScrollArea()
        # Tab goes to what is in it, and brings that into sight.
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidgetResizable(True)
        scroll.setWidget(inner)
        scroll.setMinimumHeight(min(520, inner.sizeHint().height() + 4))
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 16, 20)
        box.setSpacing(16)
        box.addWidget(scroll)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(secondary_button(tr("Cancel"), self.reject))
        self.save = primary_button(tr("Save contact"), self.accept)
        self.save.setDefault(True)
        buttons.addWidget(self.save)
        box.addLayout(buttons)

    def _row(self, name: str, label: str, hint: str, value: str) -> FormRow:
        field = QLineEdit(value)
        if name in ("phone", "country", "language"):
            field.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # numbers, codes
        row = FormRow(label, field, hint)
        self.rows[name] = row
        return row

    def _text(self, name: str) -> str:
        field = self.rows[name].field
        assert isinstance(field, QLineEdit)
        return field.text().strip()

    def accept(self) -> None:
        fixed = ("phone", "first_name", "last_name", "country", "language")
        others = {name: self._text(name) or None for name in self.rows if name not in fixed}
        wanted = msgspec.structs.replace(
            self._contact, **{name: self._text(name) for name in fixed}, is_test=self.is_test.isChecked(),
            fields={**self._contact.fields, **others},
        )  # fmt: skip
        studio = self._studio
        self.save.setEnabled(False)
        Job(self, lambda _progress: studio.contacts.save(wanted)).on_done(lambda _: super(ContactDialog, self).accept()
                                                                          ).on_failed(self._failed).run()  # fmt: skip

    def _failed(self, error: StudioError) -> None:
        self.save.setEnabled(True)
        for row in self.rows.values():
            row.set_error("")
        name = {"language-invalid": "language", "country-unknown": "country"}.get(error.code, "phone")
        why = error.facts.get("why")
        self.rows[name].set_error(explain(str(why), error.facts).text if why else sentence(error))
        self.rows[name].field.setFocus()
