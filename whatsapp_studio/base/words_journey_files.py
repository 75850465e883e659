"""Decides the words for trouble with a journey's file, and with pasted steps."""

from __future__ import annotations

from whatsapp_studio.base.i18n import mark

_AGAIN = mark("Export the journey again, or mend the file in a text editor; nothing was changed here.")

WORDS: dict[str, tuple[str, str, str]] = {
    "journey-file-empty": (mark("The file is empty."), "", mark("Choose another file, or export the journey again.")),
    "journey-file-foreign": (
        mark("This is not a journey file."),
        mark("A journey of WhatsApp Studio ends in .wsjourney and says so inside."),
        mark("Choose another file."),
    ),
    "journey-file-encoding": (
        mark("The file cannot be read as text."),
        mark("A journey file is text in UTF-8."),
        mark("Choose another file, or save it as UTF-8."),
    ),
    "journey-file-syntax": (
        mark("The journey file is damaged at line {line}, column {column}."),
        mark("Part of it may be missing."),
        _AGAIN,
    ),
    "journey-file-large": (mark("The file is too large to be a journey."), "", mark("Choose another file.")),
    "journey-file-deep": (
        mark("The journey file holds values inside values without end."),
        mark("No journey is made like that."),
        mark("Choose another file, or export the journey again."),
    ),
    "journey-file-number": (mark("The journey file holds a number that cannot be used: {value}."), "", _AGAIN),
    "journey-file-steps": (
        mark("This journey has {count} steps; at most {most} can be opened."),
        "",
        mark("Split it into several journeys."),
    ),
    "journey-file-twice": (mark("The journey file uses the name “{id}” twice."), "", _AGAIN),
    "journey-file-id": (
        mark("The journey file holds an id that cannot be used: “{id}”."),
        mark("An id is made of letters, digits, - and _, 64 at most."),
        _AGAIN,
    ),
    "journey-file-kind": (mark("The journey file does not say what kind of step “{id}” is."), "", _AGAIN),
    "journey-file-link": (
        mark("The journey file holds an arrow that starts nowhere: “{id}”."),
        mark("An arrow is written as step:output."),
        _AGAIN,
    ),
    "journey-file-nowhere": (
        mark("In the journey file “{id}” names a step that is not there: “{step}”."),
        "",
        _AGAIN,
    ),
    "journey-file-output": (
        mark("The journey file has an arrow from an output that “{what}” does not have: {port}."),
        "",
        _AGAIN,
    ),
    "journey-file-field": (mark("The journey file holds something it cannot hold in “{field}” of {what}."), "", _AGAIN),
    "journey-file-type": (mark("The journey file holds something it cannot hold at {what}."), "", _AGAIN),
    "clip-foreign": (
        mark("What was copied holds no steps."),
        "",
        mark("Copy steps in a journey first, or the whole text of a journey file."),
    ),
    "clip-newer": (
        mark("These steps were copied in a newer version of WhatsApp Studio."),
        "",
        mark("Install the newer version to paste them."),
    ),
    "clip-empty": (mark("What was copied holds no steps."), "", mark("Copy steps in a journey first.")),
}  # fmt: skip
