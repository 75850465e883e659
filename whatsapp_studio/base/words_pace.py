"""Decides the words for what makes a campaign rest or pause by itself."""

from __future__ import annotations

from whatsapp_studio.base.i18n import mark

WORDS: dict[str, tuple[str, str, str]] = {
    "day-limit": (
        mark("The most messages of a day have left."), mark("You set how many may leave on one day."),
        mark("The rest follows by itself from midnight on."),
    ),
    "messaging-limit": (
        mark("Nobody more may be written to first within 24 hours."),
        mark("Meta limits how many people a business opens a chat with; all its campaigns and journeys count."),
        mark("There is room again when the first of them were written to a day ago."),
    ),
    "too-many-failures": (
        mark("Too many of its latest messages failed."),
        mark("It was paused before more were lost; what has not left still waits."),
        mark("Look at the reasons in the report, mend what is wrong, then resume or stop."),
    ),
}  # fmt: skip
