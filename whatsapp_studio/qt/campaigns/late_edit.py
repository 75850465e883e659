"""Decides how it is set what happens to a start that was missed: sent all the same, skipped, or a person is asked."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from whatsapp_studio.base.i18n import mark, tr
from whatsapp_studio.campaigns.draft import Schedule
from whatsapp_studio.qt.campaigns.moment_edit import beside, roomy
from whatsapp_studio.qt.campaigns.span_edit import SpanEdit
from whatsapp_studio.qt.widgets.fields import muted, wheel_needs_focus

_RULES = (
    ("send", mark("send it as soon as possible")),
    ("skip", mark("leave it out when it is later than")),
    ("ask", mark("ask me when it is later than")),
)
_USUAL = 60


class LateEdit(QWidget):
    """The rule and how late is still in time; ``chosen`` carries what changes of the schedule."""

    chosen = Signal(dict)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rule = QComboBox()
        self.rule.setAccessibleName(tr("When it could not start in time"))
        for rule, words in _RULES:
            self.rule.addItem(tr(words), rule)
        self.span = SpanEdit(tr("Still in time"))
        roomy(self.rule)
        wheel_needs_focus(self.rule)
        label = QLabel(tr("If WhatsApp Studio is not running then:"))
        label.setBuddy(self.rule)
        self.said = muted("")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(beside(label, self.rule, self.span))
        box.addWidget(self.said)
        self.rule.activated.connect(self._ruled)
        self.span.edited.connect(lambda minutes: self.chosen.emit({"late_minutes": minutes}))

    def show_schedule(self, schedule: Schedule) -> None:
        """Mirror a schedule; emits nothing."""
        with QSignalBlocker(self.rule):
            self.rule.setCurrentIndex(self.rule.findData(schedule.late))
        self.span.setVisible(schedule.late != "send")
        self.span.show_minutes(schedule.late_minutes or _USUAL)
        self.said.setText(_meaning(schedule))

    def _ruled(self, _at: int) -> None:
        rule = str(self.rule.currentData())
        changed: dict[str, Any] = {"late": rule, "late_minutes": None if rule == "send" else self.span.minutes()}
        self.chosen.emit(changed)


def _meaning(schedule: Schedule) -> str:
    again = schedule.kind == "recurring"
    match schedule.late:
        case "skip" if again:
            return tr("That time is then left out, and the next one comes as planned.")
        case "skip":
            return tr("Nobody gets it then, and the campaign is over.")
        case "ask":
            return tr("The campaign is then paused: you send it all the same, or leave it out.")
    return tr("However late that is. Quiet hours still count.")
