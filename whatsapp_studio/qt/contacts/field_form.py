"""Decides how one custom field is made or changed: what it is called, what it holds, what it offers."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from whatsapp_studio.app import Studio
from whatsapp_studio.audience.contact import CustomField
from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.base.progress import Progress
from whatsapp_studio.base.wording import sentence
from whatsapp_studio.qt.contacts.values import KIND_WORDS
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.tab_order import follow_layout
from whatsapp_studio.qt.widgets.buttons import primary_button, secondary_button
from whatsapp_studio.qt.widgets.fields import FormRow
from whatsapp_studio.qt.widgets.fitting import fit


class FieldForm(QDialog):
    """``saved`` carries the name that expressions use."""

    saved = Signal(str)

    def __init__(self, studio: Studio, field: CustomField | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio, self._field = studio, field
        self.setWindowTitle(tr("Change field") if field else tr("New field"))
        self.label, self.options = QLineEdit(field.label if field else ""), QLineEdit()
        self.kind = QComboBox()
        for kind, word in KIND_WORDS.items():
            self.kind.addItem(tr(word), kind)
        if field is not None:
            self.kind.setCurrentIndex(self.kind.findData(field.kind))
            self.options.setText(", ".join(field.options))
        used_as = f"{{{{ contact.{field.name} }}}}" if field else ""
        name = tr("Messages use it as {expression}.", expression=used_as) if field else ""
        self.label_row = FormRow(tr("Name"), self.label, name)
        self.kind_row = FormRow(
            tr("Kind"), self.kind, tr("It changes only where every value fits.") if field else ""
        )
        self.options_row = FormRow(tr("Values it offers"), self.options, tr("With a comma between them."))
        self.save = primary_button(tr("Save field") if field else tr("Add field"), self.accept)
        self.save.setDefault(True)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(12)
        for row in (self.label_row, self.kind_row, self.options_row):
            box.addWidget(row)
        box.addStretch(1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(secondary_button(tr("Cancel"), self.reject))
        buttons.addWidget(self.save)
        box.addLayout(buttons)
        self.kind.currentIndexChanged.connect(lambda _index: self._look())
        fit(self, 420, 300)
        follow_layout(self)
        self._look()

    def _look(self) -> None:
        self.options_row.setVisible(self.kind.currentData() in ("text", "list"))

    def accept(self) -> None:
        studio, field = self._studio, self._field
        label, kind = self.label.text(), self.kind.currentData()
        options = [one.strip() for one in self.options.text().split(",")] if self.options_row.isVisible() else []
        self.save.setEnabled(False)

        def work(_progress: Progress) -> CustomField:
            if field is None:
                return studio.fields.add(label, kind, options)
            return studio.fields.change(field.name, label=label, kind=kind, options=options)

        Job(self, work).on_done(self._done).on_failed(self._failed).run()

    def _done(self, field: CustomField) -> None:
        self.saved.emit(field.name)
        super().accept()

    def _failed(self, error: StudioError) -> None:
        self.save.setEnabled(True)
        self.label_row.set_error("")
        self.kind_row.set_error("")
        row = self.kind_row if error.code == "field-kind-unfit" else self.label_row
        row.set_error(sentence(error))
        row.field.setFocus()
