"""Decides the words for what can go wrong with one contact: its notes, and two that are merged."""

from __future__ import annotations

from whatsapp_studio.base.i18n import mark

WORDS: dict[str, tuple[str, str, str]] = {
    "note-empty": (mark("The note is empty."), "", mark("Write something first.")),
    "note-too-long": (
        mark("The note is too long."), mark("A note holds at most {most} characters."),
        mark("Shorten it, or make two notes of it."),
    ),
    "note-gone": (mark("This note no longer exists."), mark("It was deleted in the meantime."), ""),
    "merge-with-itself": (
        mark("A contact cannot be merged with itself."), "", mark("Choose another contact."),
    ),
    "merge-both-inside": (
        mark("Both contacts are in the journey “{journey}” now."),
        mark("Nobody can be in a journey twice."), mark("Take one of them out of the journey first."),
    ),
    "merge-changed": (
        mark("This merge can no longer be taken back."),
        mark("The contact was changed since, or the number of the other one is in use again."), "",
    ),
    "time-zone-invalid": (
        mark("“{value}” is not a time zone."), mark("Time zones have names such as Europe/Amsterdam."),
        mark("Choose one from the list, or leave it empty."),
    ),
    "field-gone": (mark("This field no longer exists."), mark("It was deleted in the meantime."), ""),
    "field-label-empty": (mark("The field has no name."), "", mark("Give it a name.")),
    "field-label-taken": (
        mark("There is a field “{label}” already."), mark("Every field has its own name."),
        mark("Choose another name."),
    ),
    "field-kind-unfit": (
        mark("“{value}” in the field “{field}” is not of this kind."),
        mark("The kind of a field changes only where every value fits."),
        mark("Change that value first, or keep the kind."),
    ),
    "field-used": (
        mark("The field “{field}” is used in {places}."), mark("They would no longer work without it."),
        mark("Take it out there first."),
    ),
}  # fmt: skip
