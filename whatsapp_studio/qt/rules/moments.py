"""Decides how a moment is entered: a day and a time on this machine's clock, kept in UTC."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import QDate, QDateTime, QTime
from PySide6.QtWidgets import QDateTimeEdit, QVBoxLayout, QWidget

from whatsapp_studio.base.clock import iso
from whatsapp_studio.qt.forms.editor import Around, Editor, as_text
from whatsapp_studio.qt.widgets.fields import wheel_needs_focus


class MomentLine(Editor):
    """A moment, as ISO 8601 in UTC; today at midnight where it says none."""

    def __init__(self, outlook: Around, name: str, parent: QWidget | None = None) -> None:
        super().__init__(outlook, name, parent)
        self.box = QDateTimeEdit()
        self.box.setDisplayFormat("d MMM yyyy HH:mm")
        self.box.setCalendarPopup(True)
        self.box.setAccessibleName(name)
        wheel_needs_focus(self.box)
        self.box.dateTimeChanged.connect(self._changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.box)
        self.setFocusProxy(self.box)

    def _changed(self, moment: QDateTime) -> None:
        at = datetime.fromtimestamp(moment.toSecsSinceEpoch(), UTC)
        self.edited.emit(iso(at), "moment")

    def show_value(self, value: Any) -> None:
        found = _read(value)
        today = self.outlook.today()
        wanted = (
            QDateTime.fromSecsSinceEpoch(int(found.timestamp())) if found is not None
            else QDateTime(QDate(today.year, today.month, today.day), QTime(0, 0))
        )  # fmt: skip
        if self.box.dateTime() != wanted:
            blocked = self.box.blockSignals(True)
            self.box.setDateTime(wanted)
            self.box.blockSignals(blocked)

    def fits(self, value: Any) -> bool:
        return _read(value) is not None

    def inputs(self) -> Sequence[QWidget]:
        return (self.box,)


def _read(value: Any) -> datetime | None:
    try:
        found = datetime.fromisoformat(as_text(value))
    except ValueError:
        return None
    return found if found.tzinfo is not None else found.replace(tzinfo=UTC)
