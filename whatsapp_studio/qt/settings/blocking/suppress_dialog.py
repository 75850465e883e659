"""Decides how numbers are put on the suppression list: many at once, with a reason and perhaps an end."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from whatsapp_studio.app import Studio
from whatsapp_studio.audience.suppression import GIVEN
from whatsapp_studio.base import wording
from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.i18n import ntr, tr
from whatsapp_studio.base.progress import Progress
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.settings.blocking import words
from whatsapp_studio.qt.tab_order import focus_first, follow_layout
from whatsapp_studio.qt.widgets.buttons import primary_button, secondary_button
from whatsapp_studio.qt.widgets.fields import ErrorLine, FormRow, wheel_needs_focus
from whatsapp_studio.qt.widgets.fitting import fit

if TYPE_CHECKING:
    from whatsapp_studio.services.consent import Listed

_LINES, _DAYS, _WIDTH = 6, 30, 460


class SuppressDialog(QDialog):
    """Numbers and beginnings, one a line. What is neither stays in the field. ``blocked`` says how many are new."""

    blocked = Signal(int)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self.setWindowTitle(tr("Block numbers"))
        self.numbers = QPlainTextEdit()
        self.numbers.setTabChangesFocus(True)
        self.numbers.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.numbers.setFixedHeight(self.numbers.fontMetrics().lineSpacing() * _LINES + 22)
        self.reason = QComboBox()
        for code in GIVEN:
            self.reason.addItem(words.reason(code), code)
        self.ends = QCheckBox(tr("&Only until"))
        self.until = QDateEdit(QDate.currentDate().addDays(_DAYS))
        self.until.setCalendarPopup(True)
        self.until.setMinimumDate(QDate.currentDate().addDays(1))
        self.until.setAccessibleName(tr("Only until"))
        self.until.setEnabled(False)
        self.ends.toggled.connect(self.until.setEnabled)
        wheel_needs_focus(self.reason, self.until)
        self.error = ErrorLine(self.numbers)
        self.save = primary_button(tr("Block them"), self._save, "ban")
        hint = tr("One a line. With a * at the end, such as +3190*, everybody whose number begins so.")
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(12)
        box.addWidget(FormRow(tr("&Numbers"), self.numbers, hint))
        box.addWidget(self.error)
        box.addWidget(FormRow(tr("&Reason"), self.reason))
        row = QHBoxLayout()
        row.addWidget(self.ends)
        row.addWidget(self.until)
        row.addStretch(1)
        box.addLayout(row)
        box.addStretch(1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(secondary_button(tr("Cancel"), self.reject))
        buttons.addWidget(self.save)
        box.addLayout(buttons)
        fit(self, _WIDTH)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        follow_layout(self)
        if not event.spontaneous():
            focus_first(self)

    def _save(self) -> None:
        lines = [line.strip() for line in self.numbers.toPlainText().splitlines() if line.strip()]
        if not lines:
            self._say(tr("Fill in a number."))
            return
        consent, reason, until = self._studio.consent, self.reason.currentData(), self._until()
        self.save.setEnabled(False)

        def work(_progress: Progress) -> Listed:
            return consent.suppress(lines, reason, until)

        Job(self, work).on_done(self._done).on_failed(self._failed).run()

    def _until(self) -> datetime | None:
        """The end of the chosen day, by this computer's clock."""
        if not self.ends.isChecked():
            return None
        day = self.until.date()
        return datetime(day.year(), day.month(), day.day()).astimezone() + timedelta(days=1)

    def _done(self, listed: Listed) -> None:
        self.save.setEnabled(True)
        self.blocked.emit(listed.added)
        if not listed.invalid:
            self.accept()
            return
        self.numbers.setPlainText("\n".join(text for _line, text, _problem in listed.invalid))
        taken = listed.added + listed.known
        said = [wording.sentence(listed.invalid[0][2])]
        if taken:
            said.insert(0, ntr("{n} number is blocked now.", "{n} numbers are blocked now.", taken))
        self._say(" ".join(said))

    def _failed(self, error: StudioError) -> None:
        self.save.setEnabled(True)
        self._say(error)

    def _say(self, what: StudioError | str) -> None:
        self.error.say(what)
        # There is more to read than before.
        fit(self, _WIDTH)
