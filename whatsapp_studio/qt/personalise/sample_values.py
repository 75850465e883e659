"""Decides how the values of a sample are filled in: a line for each field that expressions can read."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QLineEdit, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.personalise.reach import Reach, kind_word
from whatsapp_studio.qt.widgets.fields import FormRow
from whatsapp_studio.qt.widgets.tables import set_up

_PATH = Qt.ItemDataRole.UserRole


class SampleValues(QWidget):
    """The name of a sample and a table of its values; ``changed`` says that a person changed one."""

    changed = Signal()

    def __init__(self, reach: Reach, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reach, self._showing = reach, False
        self.name = QLineEdit()
        self.name.textEdited.connect(lambda _text: self.changed.emit())
        self.table = QTableWidget(0, 2)
        self.table.setHorizontalHeaderLabels([tr("Field"), tr("Value")])
        header = set_up(self.table, tr("Values of the sample"), 34)
        header.setSectionsClickable(False)
        header.setSortIndicatorShown(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        self.table.setEditTriggers(QTableWidget.EditTrigger.AllEditTriggers)
        self.table.itemChanged.connect(self._edited)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 10, 0, 0)
        box.setSpacing(8)
        box.addWidget(FormRow(tr("Name of the sample"), self.name))
        box.addWidget(self.table, 1)

    def show_sample(self, name: str, values: Mapping[str, str]) -> None:
        """Fill in a sample: every field that can be read here, then whatever else it has."""
        self._showing = True
        self.name.setText(name)
        known = {one.path: (one.label, kind_word(one.kind)) for one in self._reach.fields}
        paths = [*known, *(path for path in values if path not in known)]
        self.table.setRowCount(len(paths))
        for row, path in enumerate(paths):
            label, kind = known.get(path, (path, ""))
            field = QTableWidgetItem(label)
            field.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            field.setToolTip(f"{path} · {kind}" if kind else path)
            field.setData(_PATH, path)
            self.table.setItem(row, 0, field)
            self.table.setItem(row, 1, QTableWidgetItem(values.get(path, "")))
        self._showing = False

    def values(self) -> dict[str, str]:
        """What is filled in, by path."""
        found = {}
        for row in range(self.table.rowCount()):
            field, value = self.table.item(row, 0), self.table.item(row, 1)
            if field is not None and value is not None and value.text() != "":
                found[str(field.data(_PATH))] = value.text()
        return found

    def _edited(self, item: QTableWidgetItem) -> None:
        if not self._showing and item.column() == 1:
            self.changed.emit()
