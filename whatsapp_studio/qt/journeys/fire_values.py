"""Decides how what an event carries is filled in: the values its journeys know of, and others by name."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from whatsapp_studio.base.i18n import mark, tr
from whatsapp_studio.qt.widgets.buttons import icon_button, link_button
from whatsapp_studio.qt.widgets.fitting import with_letters
from whatsapp_studio.qt.widgets.plain import plain_label

_NAMES = 150
_EXAMPLES = {
    "number": mark("a number, such as 25"),
    "date": mark("a date, such as 2026-05-31"),
    "boolean": mark("yes or no"),
}


class EventValues(QWidget):
    """Names with their values; those left empty are not sent."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.known: dict[str, QLineEdit] = {}
        self.others: list[tuple[QLineEdit, QLineEdit]] = []
        self._title = plain_label("strong")
        self._title.setText(tr("What comes with it"))
        self._fields, self._more = _Rows(), _Rows()
        self.add = link_button(tr("Add a value"), self.add_row, "plus")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(self._title)
        box.addLayout(self._fields)
        box.addLayout(self._more)
        box.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeading)

    def show_fields(self, kinds: Mapping[str, str]) -> None:
        """Offer these values; what was typed for one of the same name stays."""
        if list(kinds) == list(self.known):
            return
        typed = {name: field.text() for name, field in self.known.items()}
        for field in self.known.values():
            self._fields.drop(field)
        self.known = {}
        for name, kind in kinds.items():
            field = QLineEdit(typed.get(name, ""))
            field.setAccessibleName(name)
            field.setPlaceholderText(tr(_EXAMPLES[kind]) if kind in _EXAMPLES else tr("a text"))
            field.setToolTip(field.placeholderText())
            label = plain_label()
            label.setText(name)
            label.setBuddy(field)
            self._fields.add(label, field)
            self.known[name] = field

    def add_row(self) -> None:
        """Offer one more, which is named here."""
        name, value = QLineEdit(), QLineEdit()
        name.setPlaceholderText(tr("name"))
        name.setToolTip(name.placeholderText())
        name.setAccessibleName(tr("Name of the value"))
        name.setFixedWidth(with_letters(_NAMES))
        value.setPlaceholderText(tr("value"))
        value.setToolTip(value.placeholderText())
        value.setAccessibleName(tr("Value"))
        remove = icon_button("x", tr("Remove this value"), lambda: self._remove(name, value))
        self._more.add(name, value, remove)
        self.others.append((name, value))
        name.setFocus()

    def given(self) -> dict[str, str]:
        """The values by name."""
        found = {name: field.text().strip() for name, field in self.known.items()}
        found |= {name.text().strip(): value.text().strip() for name, value in self.others}
        return {name: value for name, value in found.items() if name and value}

    def _remove(self, name: QLineEdit, value: QLineEdit) -> None:
        self.others = [pair for pair in self.others if pair[0] is not name]
        self._more.drop(value)
        self.add.setFocus()


class _Rows(QGridLayout):
    """A name and its value in each row."""

    def __init__(self) -> None:
        super().__init__()
        self.setContentsMargins(0, 0, 0, 0)
        self.setHorizontalSpacing(8)
        self.setVerticalSpacing(6)
        self.setColumnMinimumWidth(0, with_letters(_NAMES))
        self.setColumnStretch(1, 1)
        self._next = 0

    def add(self, *widgets: QWidget) -> None:
        for column, widget in enumerate(widgets):
            self.addWidget(widget, self._next, column)
        self._next += 1

    def drop(self, field: QWidget) -> None:
        """Take the whole row of a field away."""
        row = self._row_of(field)
        for column in range(self.columnCount()):
            item = self.itemAtPosition(row, column)
            if item is not None and (widget := item.widget()) is not None:
                self.removeWidget(widget)
                widget.hide()
                widget.deleteLater()

    def _row_of(self, field: QWidget) -> int:
        return next(
            row
            for row in range(self.rowCount())
            if (item := self.itemAtPosition(row, 1)) is not None and item.widget() is field
        )
