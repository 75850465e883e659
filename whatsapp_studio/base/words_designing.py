"""Decides the words for trouble with keeping, opening and publishing journeys."""

from __future__ import annotations

from whatsapp_studio.base.i18n import mark

WORDS: dict[str, tuple[str, str, str]] = {
    "journey-unknown": (mark("There is no journey {name}."), "", mark("Look in the list of journeys.")),
    "journey-name-twice": (
        mark("{count} journeys are called “{name}”."),
        "",
        mark("Use the id of the one you mean; “journey list” shows it."),
    ),
    "journey-version-unknown": (
        mark("This journey has no version {version}."),
        "",
        mark("Look in its list of versions."),
    ),
    "journey-example-unknown": (mark("There is no example called {name}."), "", mark("Choose one of the list.")),
    "journey-name-empty": (mark("A journey needs a name."), "", mark("Type one.")),
    "journey-version-name-empty": (
        mark("A version that is kept needs a name."),
        "",
        mark("Type what you want to find it by."),
    ),
    "journey-newer": (
        mark("A newer version of WhatsApp Studio made the journey “{name}”."),
        mark("It may hold what this version does not know, so it is only shown here."),
        mark("Install the newer version to change it."),
    ),
    "journey-newer-here-already": (
        mark("The journey “{name}” is here already, and a newer version of WhatsApp Studio made this file."),
        mark("A copy would need changes that this version cannot make safely."),
        mark("Install the newer version to import it again."),
    ),
}  # fmt: skip
