"""Decides how the pace of a campaign is set: a second, a day, the hours nobody is written to, and who goes first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QWidget

from whatsapp_studio.base.i18n import ntr, number, tr
from whatsapp_studio.campaigns.draft import Draft
from whatsapp_studio.qt.campaigns.fold import Fold
from whatsapp_studio.qt.campaigns.moment_edit import roomy
from whatsapp_studio.qt.campaigns.quiet_choice import QuietChoice
from whatsapp_studio.qt.widgets.fields import muted, spin_box, wheel_needs_focus

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio

_PER_DAY = 1000


class PaceFold(Fold):
    """Rate, most a day, quiet hours and priority; ``chosen`` carries what changes of the draft."""

    chosen = Signal(dict)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(tr("Pace and quiet hours"), parent)
        self._studio = studio
        self._draft = Draft()
        self.rate = spin_box(1, 1000, 1)
        self.rate.setSuffix(tr(" messages a second"))
        self.rate.setAccessibleName(tr("Rate"))
        self.daily = QCheckBox(tr("At most"))
        self.daily.setAccessibleName(tr("At most so many messages a day"))
        self.per_day = spin_box(1, 10_000_000, _PER_DAY)
        self.per_day.setGroupSeparatorShown(True)
        self.per_day.setSuffix(tr(" messages a day"))
        self.per_day.setAccessibleName(tr("Messages a day"))
        self.quiet = QuietChoice(studio)
        self.priority = spin_box(0, 100, 50)
        self.priority.setToolTip(
            tr("Where a cap leaves room for one of two messages to a contact, the one of higher priority is sent.")
        )
        self.at_limit = QComboBox()
        self.at_limit.setAccessibleName(tr("At Meta's limit of people"))
        self.at_limit.addItem(tr("Go on when there is room"), "rest")
        self.at_limit.addItem(tr("Pause and wait for me"), "stop")
        roomy(self.at_limit)
        for box in (self.rate, self.per_day, self.priority):
            box.setKeyboardTracking(False)
            box.setMinimumWidth(210)
        wheel_needs_focus(self.rate, self.per_day, self.priority, self.quiet, self.at_limit)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(2, 1)
        for row, (words, field) in enumerate(
            (
                (tr("&Rate"), self.rate), (tr("At Meta's limit"), self.at_limit), (tr("Quiet hours"), self.quiet),
                (tr("Priority"), self.priority),
            )
        ):
            name = muted(words)
            name.setWordWrap(False)
            name.setBuddy(field)
            grid.addWidget(name, row + (row > 0), 0)
            grid.addWidget(field, row + (row > 0), 1)
        grid.addWidget(self.daily, 1, 0, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self.per_day, 1, 1)
        self.body.addLayout(grid)
        self.rate.valueChanged.connect(lambda value: self.chosen.emit({"rate": value}))
        self.daily.toggled.connect(self._limit)
        self.per_day.valueChanged.connect(self._limit)
        self.at_limit.activated.connect(lambda _at: self.chosen.emit({"at_limit": self.at_limit.currentData()}))
        self.quiet.chosen.connect(lambda id: self.chosen.emit({"quiet_id": id}))
        self.priority.valueChanged.connect(lambda value: self.chosen.emit({"priority": value}))

    def show_draft(self, draft: Draft) -> None:
        """Mirror a draft; emits nothing."""
        self._draft = draft
        with QSignalBlocker(self.rate), QSignalBlocker(self.daily), QSignalBlocker(self.per_day):
            self.rate.setValue(draft.rate or self._studio.settings.messages_per_second)
            self.daily.setChecked(draft.per_day is not None)
            self.per_day.setValue(draft.per_day or self.per_day.value())
        self.per_day.setEnabled(draft.per_day is not None)
        self.quiet.show_draft(draft)
        with QSignalBlocker(self.at_limit), QSignalBlocker(self.priority):
            self.at_limit.setCurrentIndex(self.at_limit.findData(draft.at_limit))
            self.priority.setValue(draft.priority)
        self.say(self._words(draft))

    def _limit(self, *_what: object) -> None:
        self.chosen.emit({"per_day": self.per_day.value() if self.daily.isChecked() else None})

    def _words(self, draft: Draft) -> str:
        rate = draft.rate or self._studio.settings.messages_per_second
        said = [ntr("{n} message a second", "{n} messages a second", rate, n=number(rate))]
        if draft.per_day is not None:
            said.append(ntr("at most {n} a day", "at most {n} a day", draft.per_day, n=number(draft.per_day)))
        said.append(tr("quiet hours: {name}", name=self.quiet.currentText()))
        if draft.priority != Draft().priority:
            said.append(tr("priority {n}", n=draft.priority))
        return " · ".join(said)
