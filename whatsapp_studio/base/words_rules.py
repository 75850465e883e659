"""Decides the words for what can be wrong with the rules of writing: quiet hours, caps and limits of countries."""

from __future__ import annotations

from whatsapp_studio.base.i18n import mark

_ANOTHER_NAME = mark("Choose another name.")
_FILL_IN_NAME = mark("Fill in a name.")

WORDS: dict[str, tuple[str, str, str]] = {
    "quiet-name-missing": (mark("These quiet hours have no name."), "", _FILL_IN_NAME),
    "quiet-name-taken": (mark("There are quiet hours called “{name}” already."), "", _ANOTHER_NAME),
    "quiet-empty": (
        mark("“{name}” has no hours."), mark("Nothing would be quiet."), mark("Add a period, or public holidays."),
    ),
    "quiet-no-days": (
        mark("A period of “{name}” has no days."), mark("It would never be quiet."),
        mark("Tick a day of the week, or remove the period."),
    ),
    "quiet-clock-invalid": (mark("“{clock}” is not a time."), "", mark("Write a time as 21:00.")),
    "quiet-holidays-unknown": (
        mark("The public holidays of “{country}” are not known."), "", mark("Choose another country, or none."),
    ),
    "quiet-never-ends": (
        mark("“{name}” is quiet all week."), mark("No message could ever leave."), mark("Leave some hours open."),
    ),
    "cap-name-missing": (mark("This cap has no name."), "", _FILL_IN_NAME),
    "cap-name-taken": (mark("There is a cap called “{name}” already."), "", _ANOTHER_NAME),
    "cap-most-invalid": (
        mark("“{name}” has a number of messages that cannot be."), "", mark("Fill in a number from 1 to 10,000."),
    ),
    "cap-length-invalid": (
        mark("The time to count over is too short or too long."), "", mark("Choose one hour to {most} days."),
    ),
}  # fmt: skip
