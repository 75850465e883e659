"""Decides the words for what is found when everybody's messages are looked over."""

from __future__ import annotations

from whatsapp_studio.base.i18n import mark

WORDS: dict[str, tuple[str, str, str]] = {
    "value-fallback": (
        mark("{label} is filled with its fallback: {text}"), mark("The field of the contact is empty."), "",
    ),
    "media-expiring": (
        mark("{label} will be deleted by Meta before the last message is sent."),
        mark("Meta keeps an uploaded file for 30 days."),
        mark("Choose the file again; it is then uploaded anew."),
    ),
}  # fmt: skip
