"""Decides how a campaign is moved without dragging it: a day and a time are typed."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDateTime, Qt, QTimeZone, Signal
from PySide6.QtWidgets import QDateTimeEdit, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.base.zones import moment_of
from whatsapp_studio.campaigns.agenda import Entry
from whatsapp_studio.qt.calendar.entry_words import title_of
from whatsapp_studio.qt.tab_order import follow_layout
from whatsapp_studio.qt.widgets.buttons import primary_button, secondary_button
from whatsapp_studio.qt.widgets.fields import ErrorLine, FormRow, muted
from whatsapp_studio.qt.widgets.fitting import fit
from whatsapp_studio.qt.widgets.plain import plain_label

_FORM, _WIDTH = "yyyy-MM-ddTHH:mm", 420


class MoveDialog(QDialog):
    """Asks for a day and a time; ``chosen`` carries the moment (UTC)."""

    chosen = Signal(object)

    def __init__(self, entry: Entry, zone: ZoneInfo, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone, self._now = zone, now
        self.setWindowTitle(tr("Move to…"))
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 20, 20, 20)
        box.setSpacing(12)
        title = plain_label("subtitle", wrap=True)
        title.setText(title_of(entry))
        box.addWidget(title)
        self.when = QDateTimeEdit()
        self.when.setCalendarPopup(True)
        self.when.setDisplayFormat("d MMM yyyy HH:mm")
        # Of no zone: the one that is meant stands below it, and no hour is missing here.
        self.when.setTimeZone(QTimeZone.utc())
        self.when.setAccessibleName(tr("New start"))
        shown = entry.starts.astimezone(zone)
        self.when.setDateTime(QDateTime.fromString(f"{shown:%Y-%m-%dT%H:%M}Z", Qt.DateFormat.ISODate))
        zone_words = tr("On the clock of {zone}.", zone=str(zone).replace("_", " "))
        box.addWidget(FormRow(tr("New start"), self.when, zone_words))
        if entry.turns:
            box.addWidget(muted(tr("It recurs: all its coming turns move with it.")))
        self.error = ErrorLine(self.when)
        box.addWidget(self.error)
        row = QHBoxLayout()
        row.addStretch(1)
        self.keep = secondary_button(tr("Cancel"), self.reject)
        self.move_button = primary_button(tr("Move"), self._move)
        self.move_button.setDefault(True)
        row.addWidget(self.keep)
        row.addWidget(self.move_button)
        box.addLayout(row)
        self.when.dateTimeChanged.connect(lambda: self.error.say(None))
        follow_layout(self)
        fit(self, _WIDTH)

    def _move(self) -> None:
        at = moment_of(datetime.fromisoformat(self.when.dateTime().toString(_FORM)), self._zone)
        if at <= self._now:
            self.error.say(tr("That time is over."))
            fit(self, _WIDTH)
            return
        self.chosen.emit(at)
        self.accept()
