"""Decides how a day is entered, also one that is not set yet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QDate, QDateTime, Qt, QTime, QTimeZone
from PySide6.QtWidgets import QDateEdit, QDateTimeEdit, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.forms.editor import Around, Editor, as_text
from whatsapp_studio.qt.widgets.buttons import icon_button, secondary_button
from whatsapp_studio.qt.widgets.fields import wheel_needs_focus

_DAY_FORM = "yyyy-MM-dd"


class Dated(Editor):
    """A day or a moment that may also be none: then a button sets it."""

    form = _DAY_FORM

    def __init__(self, outlook: Around, name: str, parent: QWidget | None = None) -> None:
        super().__init__(outlook, name, parent)
        self.box = self.make_box()
        self.box.setCalendarPopup(True)
        self.box.setAccessibleName(name)
        self.box.setTimeZone(QTimeZone.utc())
        self.box.setMinimumDateTime(QDateTime(QDate(1900, 1, 1), QTime(0, 0), QTimeZone.utc()))
        wheel_needs_focus(self.box)
        self.set_button = secondary_button(tr("Set a date…"), self._set, "calendar")
        self.set_button.setAccessibleName(tr("{name}: not set. Set a date", name=name))
        self.clear = icon_button("x", tr("Clear: {name}", name=name), self._clear)
        self.zone = QLabel()
        self.zone.setProperty("role", "caption")
        self.zone.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.box, 1)
        row.addWidget(self.clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.set_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.zone)
        self.box.dateTimeChanged.connect(self._changed)
        self._show_set(False)

    def make_box(self) -> QDateTimeEdit:
        box = QDateEdit()
        box.setDisplayFormat("d MMM yyyy")
        return box

    def _show_set(self, is_set: bool) -> None:
        self.box.setVisible(is_set)
        self.clear.setVisible(is_set)
        self.set_button.setVisible(not is_set)
        self.look_around()

    def look_around(self) -> None:
        self.zone.setVisible(False)

    def _set(self) -> None:
        today = self.outlook.today()
        day = QDate(today.year, today.month, today.day)
        self.edited.emit(QDateTime(day.addDays(1), QTime(9, 0), QTimeZone.utc()).toString(self.form), "")
        self.box.setFocus()

    def _clear(self) -> None:
        self.edited.emit("", "")
        self.set_button.setFocus()

    def _changed(self, moment: QDateTime) -> None:
        self.edited.emit(moment.toString(self.form), "date")

    def _read(self, value: Any) -> QDateTime:
        moment = QDateTime.fromString(as_text(value), self.form)
        if moment.isValid():
            moment.setTimeZone(QTimeZone.utc())
        return moment

    def show_value(self, value: Any) -> None:
        moment = self._read(value)
        self._show_set(moment.isValid())
        if moment.isValid() and self.box.dateTime() != moment:
            blocked = self.box.blockSignals(True)
            self.box.setDateTime(moment)
            self.box.blockSignals(blocked)

    def fits(self, value: Any) -> bool:
        return isinstance(value, str) and (not value or self._read(value).isValid())

    def inputs(self) -> Sequence[QWidget]:
        return (self.set_button,) if self.box.isHidden() else (self.box, self.clear)


class DayBox(Dated):
    """A date."""
