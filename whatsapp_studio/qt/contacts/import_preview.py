"""Decides how a file's first rows are shown as they will be read, and how a column gets its meaning."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QTableWidget, QTableWidgetItem, QWidget

from whatsapp_studio.audience.contact import CustomField
from whatsapp_studio.audience.fields import NEW
from whatsapp_studio.audience.importing import ImportPreview
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.base.wording import explain
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.icons import icon
from whatsapp_studio.qt.widgets.whole_words import tell_whole

_NUMBER_WIDTH, _COLUMN_WIDTH, _WIDEST = 280, 130, 230
# What a box has around its text: paddings and the arrow.
_BESIDE = 60


def targets() -> dict[str, str]:
    """What a column can be, in words."""
    return {
        "phone": tr("Phone number"), "first_name": tr("First name"), "last_name": tr("Last name"),
        "full_name": tr("Whole name"), "language": tr("Language"), "country": tr("Country"),
        "time_zone": tr("Time zone"), "marketing": tr("Agreed to marketing"),
        "consent_source": tr("Where they agreed"), "consent_at": tr("When they agreed"),
    }  # fmt: skip


class PreviewTable(QTableWidget):
    """The first column says how the number is read; above each other one stands what it becomes."""

    mapped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns: tuple[str, ...] = ()
        self._boxes: list[QComboBox] = []
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(30)
        tell_whole(self.horizontalHeader().viewport(), self.viewport())
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleName(tr("Preview of the file"))
        self.setTabKeyNavigation(False)

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns on show."""
        return self._columns

    def clear_rows(self) -> None:
        """Show nothing."""
        self.setRowCount(0)
        self.setColumnCount(0)
        self._columns, self._boxes = (), []

    def mapping(self) -> dict[str, str]:
        """What each column becomes; columns that are not read are left out."""
        found = {}
        for column, box in zip(self._columns, self._boxes, strict=True):
            if box.currentData():
                found[column] = box.currentData()
        return found

    def show_preview(self, found: ImportPreview, fields: Sequence[CustomField]) -> None:
        """Show the rows; the boxes are made anew only for other columns."""
        if found.columns != self._columns:
            self.clear_rows()
            self._columns = found.columns
            self.setColumnCount(len(found.columns) + 1)
            self.setHorizontalHeaderLabels([tr("Number as read"), *found.columns])
            self.setRowCount(1)
            self.setRowHeight(0, 40)
            self.setColumnWidth(0, _NUMBER_WIDTH)
            self._boxes = [self._box(column, found.mapping.get(column, ""), fields) for column in found.columns]
            for place, box in enumerate(self._boxes, 1):
                self.setCellWidget(0, place, box)
                shown = box.fontMetrics().horizontalAdvance(box.currentText()) + _BESIDE
                self.setColumnWidth(place, min(_WIDEST, max(_COLUMN_WIDTH, shown)))
        self.setRowCount(1 + len(found.rows))
        for number, (row, (e164, code)) in enumerate(zip(found.rows, found.phones, strict=True), 1):
            self.setItem(number, 0, _number(e164, code, self._cell(row, "phone")))
            for place, cell in enumerate(row[: len(self._columns)], 1):
                item = QTableWidgetItem(cell)
                item.setToolTip(cell)
                self.setItem(number, place, item)

    def _cell(self, row: Sequence[str], target: str) -> str:
        place = next((n for n, box in enumerate(self._boxes) if box.currentData() == target), None)
        return row[place].strip() if place is not None and place < len(row) else ""

    def _box(self, column: str, target: str, fields: Sequence[CustomField]) -> QComboBox:
        box = QComboBox()
        tell_whole(box)
        box.setAccessibleName(tr("What “{column}” becomes", column=column))
        box.addItem(tr("Leave out"), "")
        for name, label in targets().items():
            box.addItem(label, name)
        for field in fields:
            box.addItem(field.label, field.name)
        own = f"{NEW}{column}"
        box.addItem(tr("New field “{column}”", column=column), own)
        if target and box.findData(target) < 0:
            box.addItem(target.removeprefix(NEW), target)
        box.setCurrentIndex(max(0, box.findData(target)))
        box.activated.connect(lambda _index: self.mapped.emit())
        return box


def _number(e164: str | None, code: str | None, written: str) -> QTableWidgetItem:
    if e164:
        item = QTableWidgetItem(icon("circle-check", "success"), e164)
    elif code is None:
        item = QTableWidgetItem(tr("Which column is the number?"))
        item.setForeground(QColor(theme.hex_of("text_muted")))
    else:
        words = explain(code, {"value": written})
        item = QTableWidgetItem(icon("circle-x", "error"), words.title)
        item.setToolTip(words.text)
        item.setForeground(QColor(theme.hex_of("error")))
    return item
