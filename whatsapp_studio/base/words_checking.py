"""Decides the words for what a check of everybody's message finds, said of many people at once."""

from __future__ import annotations

from collections.abc import Mapping

from whatsapp_studio.base.i18n import fill, mark

WORDS: dict[str, tuple[str, str, str]] = {
    "checking-no-template": (
        mark("There is no message to check yet."),
        "",
        mark("Choose a template that is in this workspace."),
    ),
    "media-number": (
        mark("{label} is the number of a file at Meta; nobody knows here when it was uploaded."),
        mark("Meta deletes an uploaded file after 30 days."),
        mark("Choose the file itself: it is then uploaded in time."),
    ),
    "media-insecure": (
        mark("{label} is an address without https."),
        mark("Meta may not fetch a file from there."),
        mark("Use an address that begins with https://."),
    ),
}

# A finding in a list, beside the number of people it is about; {label} is a place of the message.
GROUPS: dict[str, str] = {
    "value-empty": mark("{label} stays empty"),
    "value-fallback": mark("{label} gets its fallback"),
    "value-invalid": mark("{label} cannot be worked out"),
    "value-newline": mark("{label} has a line break"),
    "value-tab": mark("{label} has a tab"),
    "value-spaces": mark("{label} has more than four spaces in a row"),
    "value-too-long": mark("{label} is too long"),
    "value-media": mark("{label} is neither a web address nor an uploaded file"),
    "value-url": mark("{label} has a space in the ending of the link"),
    "value-code": mark("{label} has a space in the code"),
    "value-location": mark("{label} is not a location that can be read"),
    "value-time": mark("{label} is not a date and time that can be read"),
    "media-number": mark("{label} may be deleted by Meta before it is sent"),
    "media-insecure": mark("{label} is an address without https"),
    "media-gone": mark("{label} is a file that is no longer here"),
    "lint-link-broken": mark("A link cannot work"),
    "lint-link-short": mark("A link hides where it leads"),
    "lint-no-way-to-stop": mark("Nothing says how to hear no more"),
    "lint-capitals": mark("Words in capitals look like shouting"),
    "lint-marks": mark("Signs in a row look like spam"),
    "lint-value-capitals": mark("{label} is in capitals"),
    "lint-emojis": mark("So many emojis look like spam"),
    "lint-brand-word": mark("A banned word of your brand kit"),
    "lint-brand-signature": mark("The signature of your brand kit is missing"),
}


def said_of_many(code: str, facts: Mapping[str, object]) -> str:
    """A finding in a few words for all it is about; empty for a code that has only its full sentence."""
    words = GROUPS.get(code)
    return fill(words, facts) if words else ""
