"""Decides the words for when a campaign starts: rules, waves, and what was too late."""

from __future__ import annotations

from whatsapp_studio.base.i18n import mark

WORDS: dict[str, tuple[str, str, str]] = {
    "rule-unreadable": (
        mark("The rule “{rule}” cannot be read."), mark("It is not a rule of the iCalendar standard (RFC 5545)."),
        mark("Choose the days above, or correct the rule."),
    ),
    "rule-too-often": (
        mark("A campaign starts once a day at most."), "", mark("Choose days, weeks or months."),
    ),
    "rule-without-turns": (
        mark("It never starts: no day fits this rule any more."), "", mark("Choose a later end, or other days."),
    ),
    "wave-empty": (mark("A wave has nobody in it."), "", mark("Give each wave a size above 0.")),
    "waves-over-100": (
        mark("The waves add up to {sum} %."), mark("There are no more than 100 % of the people."),
        mark("Make the waves smaller."),
    ),
    "waves-without-interval": (
        mark("All waves start at once."), "", mark("Give the time between one wave and the next."),
    ),
    "waves-not-rising": (
        mark("Wave {wave} does not start after the one before it."), "", mark("Choose a later time for it."),
    ),
    "waves-without-time": (mark("Wave {wave} has no time."), "", mark("Choose when it starts.")),
    "late-ask": (
        mark("It should have started while the program was not running."), "",
        mark("Say whether it is sent now or left out."),
    ),
    "late-not-asked": (
        mark("“{name}” no longer waits for your answer."), mark("It was answered, resumed or stopped meanwhile."), "",
    ),
    "start-skipped": (
        mark("It was too late and was not sent."), mark("The program was not running when it should have started."),
        mark("Duplicate it to send it at another time."),
    ),
    "turn-skipped": (
        mark("A turn of it was too late and was left out."),
        mark("The program was not running when it should have started."), mark("The next one follows in its time."),
    ),
    "turn-without-people": (
        mark("There was nobody to send a turn of it to."), mark("Nobody in its audience may get it."),
        mark("The next turn follows in its time."),
    ),
    "turn-blocked": (
        mark("Its last turn could not be sent."), mark("Something of it stood in the way."),
        mark("Mend what its review lists, then resume."),
    ),
    "wave-held": (
        mark("The next wave waits for you."), mark("More messages of the waves before failed than you allowed."),
        mark("Look at the report, then resume or stop."),
    ),
}  # fmt: skip
