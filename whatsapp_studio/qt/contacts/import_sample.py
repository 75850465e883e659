"""Decides how somebody gets an example of a list: for one template, or with every field there is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from whatsapp_studio.app import Studio
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.base.local import language_name, listed
from whatsapp_studio.qt.contacts.import_saving import save_sample
from whatsapp_studio.qt.tab_order import follow_layout
from whatsapp_studio.qt.widgets.buttons import primary_button, secondary_button
from whatsapp_studio.qt.widgets.fields import FormRow, muted
from whatsapp_studio.qt.widgets.fitting import fit
from whatsapp_studio.qt.widgets.plain import plain_label
from whatsapp_studio.qt.widgets.whole_words import tell_whole
from whatsapp_studio.templates.template import Template

_WIDTH = 480


class SampleDialog(QDialog):
    """Which template the list is for, and the columns it needs then."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Sample file"))
        self._fields = studio.contacts.fields()
        self._recipes = studio.recipes.all()
        self.template = QComboBox()
        tell_whole(self.template)
        self.template.addItem(tr("Any: every field of this workspace"), None)
        for one in studio.templates.all():
            if one.status == "APPROVED":
                self.template.addItem(f"{one.name} · {language_name(one.language)}", one)
        self.columns = plain_label(wrap=True)
        head = plain_label("strong")
        head.setText(tr("Its columns"))
        self.save = primary_button(tr("Save…"), self._save)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(12)
        box.addWidget(muted(tr("A small file to fill in: one contact on each row, with the columns you need.")))
        box.addWidget(FormRow(tr("For the &template"), self.template))
        box.addWidget(head)
        box.addWidget(self.columns)
        box.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(secondary_button(tr("Cancel"), self.reject))
        row.addWidget(self.save)
        box.addLayout(row)
        self.template.currentIndexChanged.connect(lambda _index: self._show())
        self._show()
        follow_layout(self)
        fit(self, _WIDTH)

    def _wanted(self) -> dict[str, tuple[str, ...]]:
        from whatsapp_studio.services.sample_file import sample_columns

        chosen: Template | None = self.template.currentData()
        kept = [one.recipe for one in self._recipes if chosen is not None and one.recipe.template == chosen.name]
        return sample_columns(chosen, kept[0].mapping if kept else None, self._fields)

    def _show(self) -> None:
        self.columns.setText(listed(self._wanted()))
        fit(self, _WIDTH)

    def _save(self) -> None:
        chosen: Template | None = self.template.currentData()
        beside = self.parentWidget() or self
        wanted = self._wanted()
        self.accept()
        save_sample(beside, chosen.name if chosen is not None else tr("sample contacts"), wanted)
