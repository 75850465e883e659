"""Decides how the next times of a campaign that recurs are shown, and how a change of the clocks is explained."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from whatsapp_studio.base.i18n import mark, tr
from whatsapp_studio.base.local import day
from whatsapp_studio.base.zones import zone_of
from whatsapp_studio.campaigns.draft import Schedule
from whatsapp_studio.campaigns.recurrence import Turn, upcoming
from whatsapp_studio.campaigns.recurrence_words import shift_words, words
from whatsapp_studio.qt.widgets.fields import muted
from whatsapp_studio.qt.widgets.plain import plain_label

_SHOWN = 5
_DAYS = mark("Mon Tue Wed Thu Fri Sat Sun")


class TurnsPreview(QWidget):
    """The next five times, each in a line; a sentence where the clock is put forward or back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = plain_label(wrap=True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 2, 0, 0)
        box.setSpacing(2)
        box.addWidget(self.title)
        self.lines = [muted("") for _ in range(_SHOWN)]
        for line in self.lines:
            box.addWidget(line)

    def show_schedule(self, schedule: Schedule, now: datetime) -> None:
        """Show the times after ``now``; nothing where the rule means nothing."""
        turns = upcoming(schedule, now, _SHOWN) if schedule.kind == "recurring" else ()
        for at, line in enumerate(self.lines):
            line.setVisible(at < len(turns))
            if at < len(turns):
                line.setText(turn_words(turns[at], schedule))
        self.title.setText(tr("{rule}. The next times:", rule=words(schedule)))
        self.setVisible(bool(turns))


def turn_words(turn: Turn, schedule: Schedule) -> str:
    """A time on the wall, and why it is another one than was asked for."""
    there = turn.at.astimezone(zone_of(schedule.zone))
    said = tr(
        "{weekday} {day}, {time}", weekday=tr(_DAYS).split()[there.weekday()], day=day(there),
        time=there.strftime("%H:%M"),
    )  # fmt: skip
    shifted = shift_words(turn)
    if shifted:
        return tr("{when}. {why}", when=said, why=shifted)
    here = turn.at.astimezone()
    if here.utcoffset() != there.utcoffset():
        said += " " + tr("(here {time})", time=here.strftime("%H:%M"))
    return said
