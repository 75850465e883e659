"""Decides the words for putting campaigns in order and moving them in time, and for calendars beside them."""

from __future__ import annotations

from whatsapp_studio.base.i18n import mark

WORDS: dict[str, tuple[str, str, str]] = {
    "campaign-kept": (
        mark("“{name}” cannot be deleted."),
        mark("It was launched: what people were sent stays for its report."),
        mark("Archive it: it is out of the list then."),
    ),
    "campaign-under-way": (
        mark("“{name}” cannot be archived now."), mark("It is not over yet."),
        mark("Wait until it is done, or stop it first."),
    ),
    "campaign-name-empty": (mark("A campaign needs a name."), "", mark("Type a name.")),
    "tag-empty": (mark("A tag needs at least one letter."), "", mark("Type a tag.")),
    "tag-too-long": (mark("This tag is too long."), mark("A tag has at most {most} letters."), mark("Shorten it.")),
    "tag-too-many": (
        mark("A campaign has at most {most} tags."), "", mark("Take a tag away first."),
    ),
    "move-into-past": (
        mark("It cannot be moved there."), mark("That time is over."), mark("Choose a time that is still to come."),
    ),
    "move-into-past-somewhere": (
        mark("It cannot be moved there."), mark("On the clocks of some of its people that time is over."),
        mark("Choose a later time."),
    ),
    "move-left-already": (
        mark("“{name}” cannot be moved any more."), mark("Its messages have begun to leave."), "",
    ),
    "move-not-scheduled": (
        mark("“{name}” cannot be moved."), mark("Only drafts and campaigns that wait for their start can."), "",
    ),
    "move-no-date": (
        mark("“{name}” has no date yet."), "", mark("Choose a date in the step “Schedule”."),
    ),
    "move-series-days": (
        mark("The days of “{name}” follow a rule that cannot be moved."),
        mark("Moving one turn moves the whole series, and this one would not repeat on the same days."),
        mark("Move it on its own day to change the time, or change its rule."),
    ),
    "calendar-unreadable": (
        mark("This calendar cannot be read."), mark("It is neither an iCalendar file nor a table with dates."),
        mark("Export it again as .ics, or as .csv with the columns title, start and end."),
    ),
    "calendar-empty": (mark("There is nothing in this calendar."), "", mark("Choose another file.")),
    "calendar-too-large": (
        mark("This calendar is too large."), mark("A calendar may have at most {most} MB."),
        mark("Export a shorter period."),
    ),
    "calendar-gone": (
        mark("The file of the calendar “{name}” is not there any more."), mark("It was {path}."),
        mark("Import it again from where it is now."),
    ),
    "calendar-unknown": (mark("This calendar is not there any more."), "", ""),
    "calendar-no-columns": (
        mark("The table has no column {columns}."), "", mark("The first line names the columns title, start and end."),
    ),
    "event-without-start": (mark("Event {n}: it has no start."), "", ""),
    "event-time-unreadable": (mark("Event {n}: “{text}” is no time."), "", mark("Write it as 2026-12-01 09:00.")),
    "event-ends-before": (mark("Event {n}: it ends before it starts."), "", ""),
    "event-too-often": (mark("Event {n}: it repeats more often than once a day."), "", ""),
    "event-rule-unreadable": (mark("Event {n}: how it repeats cannot be read."), "", ""),
    "calendar-cut": (mark("Only the first {most} events are shown."), "", ""),
}
