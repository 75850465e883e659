"""Decides how the quiet hours of the workspace are chosen."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QTime, QTimer
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QTimeEdit, QVBoxLayout, QWidget

from whatsapp_studio.app import Studio
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.widgets.fields import ErrorLine, muted, wheel_needs_focus

_BEGIN, _END = "21:00", "09:00"


class QuietHours(QWidget):
    """Whether there are quiet hours, and from when until when. What is chosen counts from the next message on."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        settings = studio.settings
        self._studio = studio
        self.on = QCheckBox(tr("&Quiet hours for messages of journeys"))
        self.on.setChecked(bool(settings.quiet_from and settings.quiet_to))
        self.begin = _clock(settings.quiet_from or _BEGIN, tr("Quiet from"))
        self.end = _clock(settings.quiet_to or _END, tr("Quiet until"))
        self._wrong = ErrorLine(self.end)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for label, box in ((tr("&From"), self.begin), (tr("&until"), self.end)):
            name = QLabel(label)
            name.setBuddy(box)
            row.addWidget(name)
            row.addWidget(box)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.on)
        column.addLayout(row)
        column.addWidget(self._wrong)
        column.addWidget(
            muted(tr("Messages that are due then wait until they are over, by the clock of each contact. A journey can "
                     "have hours of its own, or none."))
        )  # fmt: skip
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(400)
        self._soon.timeout.connect(self._keep)
        self.on.toggled.connect(self._switched)
        for box in (self.begin, self.end):
            box.timeChanged.connect(self._changed)
        self.setEnabled(not studio.read_only)
        self._allow()

    @property
    def wrong(self) -> str:
        """What is wrong with the hours as they stand; empty: nothing."""
        return self._wrong.text

    def refresh(self) -> None:
        """Show what is kept, unless somebody is changing it."""
        settings = self._studio.settings
        if self._soon.isActive() or self._wrong.text or self.begin.hasFocus() or self.end.hasFocus():
            return
        blocked = [QSignalBlocker(one) for one in (self.on, self.begin, self.end)]
        self.on.setChecked(bool(settings.quiet_from and settings.quiet_to))
        for box, kept in ((self.begin, settings.quiet_from), (self.end, settings.quiet_to)):
            if kept:
                box.setTime(QTime.fromString(kept, "HH:mm"))
        del blocked
        self._allow()

    def _switched(self) -> None:
        self._allow()
        self._changed()
        self._soon.stop()
        self._keep()

    def _allow(self) -> None:
        for box in (self.begin, self.end):
            box.setEnabled(self.on.isChecked())

    def _changed(self) -> None:
        same = self.on.isChecked() and self.begin.time() == self.end.time()
        self._wrong.say(tr("Quiet hours that end when they begin would hold back every message.") if same else None)
        self._soon.start()

    def _keep(self) -> None:
        if self._wrong.text:
            return
        on, settings = self.on.isChecked(), self._studio.settings
        settings.quiet_from = self.begin.time().toString("HH:mm") if on else ""
        settings.quiet_to = self.end.time().toString("HH:mm") if on else ""


def _clock(kept: str, name: str) -> QTimeEdit:
    box = QTimeEdit(QTime.fromString(kept, "HH:mm"))
    box.setDisplayFormat("HH:mm")
    box.setAccessibleName(name)
    box.lineEdit().setTextMargins(7, 0, 0, 0)
    box.setMinimumWidth(92)
    wheel_needs_focus(box)
    return box
