"""Decides the words for trouble with rehearsing a journey."""

from __future__ import annotations

from whatsapp_studio.base.i18n import mark

WORDS: dict[str, tuple[str, str, str]] = {
    "simulation-gone": (
        mark("This simulation is not kept any more."),
        "",
        mark("Run it again, or choose another one."),
    ),
    "simulation-nobody": (
        mark("Nobody would enter this journey."),
        mark("The audience you chose has no contacts."),
        mark("Choose another audience, or simulate with made-up contacts."),
    ),
    "simulation-no-entry": (
        mark("The journey has no entry to begin at."),
        "",
        mark("Add a step from Entry, and link it."),
    ),
    "simulation-name-empty": (
        mark("A simulation that is kept needs a name."),
        "",
        mark("Type what you want to find it by."),
    ),
}
