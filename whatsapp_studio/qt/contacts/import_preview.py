"""Decides how a file's first rows are shown as they will be read, and how a column gets its meaning."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from whatsapp_studio.audience.contact import CustomField, FieldKind
from whatsapp_studio.audience.fields import NEW
from whatsapp_studio.audience.importing import ImportPreview
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.base.local import ltr
from whatsapp_studio.base.wording import explain
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.icons import icon
from whatsapp_studio.qt.widgets.plain import plain_tip
from whatsapp_studio.qt.widgets.whole_words import tell_whole

_NUMBER_WIDTH, _COLUMN_WIDTH, _WIDEST = 280, 130, 260
# What a box has around its text: paddings and the arrow.
_BESIDE = 60
_BETWEEN = 4


def targets() -> dict[str, str]:
    """What a column can be, in words."""
    return {
        "phone": tr("Phone number"), "first_name": tr("First name"), "last_name": tr("Last name"),
        "full_name": tr("Whole name"), "language": tr("Language"), "country": tr("Country"),
        "time_zone": tr("Time zone"), "marketing": tr("Agreed to marketing"),
        "consent_source": tr("Where they agreed"), "consent_at": tr("When they agreed"),
    }  # fmt: skip


def kind_names() -> dict[FieldKind, str]:
    """The kinds of a custom field, in words."""
    return {
        "text": tr("Text"), "number": tr("Number"), "date": tr("Date"), "datetime": tr("Date and time"),
        "boolean": tr("Yes or no"), "list": tr("Several values"),
    }  # fmt: skip


class PreviewTable(QTableWidget):
    """The first column says how the number is read; above each other one stands what it becomes, and of which kind."""

    mapped = Signal()
    kinds_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns: tuple[str, ...] = ()
        self._boxes: list[QComboBox] = []
        self._kinds: list[QComboBox] = []
        self._guessed: Mapping[str, FieldKind] = {}
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
        self._columns, self._boxes, self._kinds = (), [], []

    def mapping(self) -> dict[str, str]:
        """What each column becomes; columns that are not read are left out."""
        found = {}
        for column, box in zip(self._columns, self._boxes, strict=True):
            if box.currentData():
                found[column] = box.currentData()
        return found

    def kinds(self) -> dict[str, FieldKind]:
        """The kind of each column that becomes a new field."""
        both = zip(self._columns, self._boxes, self._kinds, strict=True)
        return {column: kind.currentData() for column, box, kind in both if _is_new(box)}

    def show_preview(self, found: ImportPreview, fields: Sequence[CustomField]) -> None:
        """Show the rows; the boxes are made anew only for other columns."""
        if found.columns != self._columns:
            self.clear_rows()
            self._columns, self._guessed = found.columns, found.kinds
            self.setColumnCount(len(found.columns) + 1)
            self.setHorizontalHeaderLabels([tr("Number as read"), *found.columns])
            self.setRowCount(1)
            self.setColumnWidth(0, _NUMBER_WIDTH)
            self._boxes = [self._box(column, found.mapping.get(column, ""), fields) for column in found.columns]
            self._kinds = [self._kind_box(column) for column in found.columns]
            for place, (box, kind) in enumerate(zip(self._boxes, self._kinds, strict=True), 1):
                self.setCellWidget(0, place, _above_another(box, kind))
                widest = max(one.fontMetrics().horizontalAdvance(one.currentText()) for one in (box, kind))
                self.setColumnWidth(place, min(_WIDEST, max(_COLUMN_WIDTH, widest + _BESIDE)))
            self._show_kinds()
        self.setRowCount(1 + len(found.rows))
        for number, (row, (e164, code)) in enumerate(zip(found.rows, found.phones, strict=True), 1):
            self.setItem(number, 0, _number(e164, code, self._cell(row, "phone")))
            for place, cell in enumerate(row[: len(self._columns)], 1):
                item = QTableWidgetItem(cell)
                item.setToolTip(plain_tip(cell))
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
        box.activated.connect(lambda _index: self._mapped())
        return box

    def _kind_box(self, column: str) -> QComboBox:
        box = QComboBox()
        tell_whole(box)
        box.setAccessibleName(tr("Kind of “{column}”", column=column))
        guessed = self._guessed.get(column, "text")
        for kind, label in kind_names().items():
            box.addItem(label + (" " + tr("(guess)") if kind == guessed else ""), kind)
        box.setCurrentIndex(box.findData(guessed))
        box.activated.connect(lambda _index: self.kinds_changed.emit())
        return box

    def _mapped(self) -> None:
        self._show_kinds()
        self.mapped.emit()

    def _show_kinds(self) -> None:
        for box, kind in zip(self._boxes, self._kinds, strict=True):
            kind.setVisible(_is_new(box))
        boxes = 2 if any(map(_is_new, self._boxes)) else 1
        high = max((box.sizeHint().height() for box in self._boxes), default=0)
        self.setRowHeight(0, boxes * (high + _BETWEEN) + 2 * _BETWEEN)


def _is_new(box: QComboBox) -> bool:
    return str(box.currentData()).startswith(NEW)


def _above_another(box: QComboBox, kind: QComboBox) -> QWidget:
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(2, 2, 2, 2)
    column.setSpacing(_BETWEEN)
    column.addWidget(box)
    column.addWidget(kind)
    column.addStretch(1)
    return both


def _number(e164: str | None, code: str | None, written: str) -> QTableWidgetItem:
    if e164:
        item = QTableWidgetItem(icon("circle-check", "success"), ltr(e164))
    elif code is None:
        item = QTableWidgetItem(tr("Which column is the number?"))
        item.setForeground(QColor(theme.hex_of("text_muted")))
    else:
        words = explain(code, {"value": written})
        item = QTableWidgetItem(icon("circle-x", "error"), words.title)
        item.setToolTip(plain_tip(words.text))
        item.setForeground(QColor(theme.hex_of("error")))
    return item
