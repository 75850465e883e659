"""Decides the words for edits of a journey, for arrows that cannot be and for fields that do not fit."""

from __future__ import annotations

from collections.abc import Mapping

from whatsapp_studio.base.i18n import fill, mark, ntr

_MOST = 48

# What an edit is called in the history and in "Undo …": codes of ``journeys.edits`` and of the canvas.
EDITS: dict[str, str] = {
    "edit-add": mark("Add “{what}”"),
    "edit-splice": mark("Put “{what}” into an arrow"),
    "edit-remove": mark("Delete “{what}”"),
    "edit-heal": mark("Delete “{what}” and join up"),
    "edit-remove-frame": mark("Delete a frame"),
    "edit-remove-note": mark("Delete a note"),
    "edit-connect": mark("Connect “{what}” to “{to}”"),
    "edit-disconnect": mark("Disconnect “{what}” from “{to}”"),
    "edit-reattach": mark("Lead “{what}” to “{to}”"),
    "edit-fields": mark("Change “{what}”"),
    "edit-disable": mark("Switch off “{what}”"),
    "edit-enable": mark("Switch on “{what}”"),
    "edit-rename": mark("Rename “{what}”"),
    "edit-step-note": mark("Remark at “{what}”"),
    "edit-note": mark("Change a note"),
    "edit-add-note": mark("Add a note"),
    "edit-frame": mark("Change the frame “{what}”"),
    "edit-add-frame": mark("Add a frame"),
    "edit-settings": mark("Change the journey's settings"),
    "edit-rename-journey": mark("Rename the journey to “{name}”"),
    "edit-restore": mark("Bring an older version back"),
    "edit-import": mark("Import over this journey"),
}
# The same for edits of so many things: one, and more than one.
COUNTED: dict[str, tuple[str, str]] = {
    "edit-remove-many": (mark("Delete {n} step"), mark("Delete {n} steps")),
    "edit-heal-many": (mark("Delete {n} step and join up"), mark("Delete {n} steps and join up")),
    "edit-disable-many": (mark("Switch off {n} step"), mark("Switch off {n} steps")),
    "edit-enable-many": (mark("Switch on {n} step"), mark("Switch on {n} steps")),
    "edit-disconnect-many": (mark("Remove {n} arrow"), mark("Remove {n} arrows")),
    "edit-move": (mark("Move {n} item"), mark("Move {n} items")),
    "edit-nudge": (mark("Nudge {n} item"), mark("Nudge {n} items")),
    "edit-align": (mark("Align {n} item"), mark("Align {n} items")),
    "edit-distribute": (mark("Distribute {n} item"), mark("Distribute {n} items")),
    "edit-tidy": (mark("Tidy up {n} item"), mark("Tidy up {n} items")),
    "edit-paste": (mark("Paste {n} item"), mark("Paste {n} items")),
    "edit-duplicate": (mark("Duplicate {n} item"), mark("Duplicate {n} items")),
    "edit-cut": (mark("Cut {n} item"), mark("Cut {n} items")),
    "edit-drop": (mark("Drop {n} item"), mark("Drop {n} items")),
}
_OTHER = mark("Edit")

WORDS: dict[str, tuple[str, str, str]] = {
    # Arrows
    "link-no-step": (
        mark("One of the two steps is not there any more."), "", mark("Choose a step that is on the canvas.")
    ),
    "link-no-output": (mark("“{what}” has no such output any more."), "", mark("Start from one of its outputs.")),
    "link-to-itself": (
        mark("“{what}” cannot lead to itself."),
        mark("Contacts would go round for ever."),
        mark("Put a wait in between, and lead that back to it."),
    ),
    "link-into-entry": (
        mark("Nothing can lead to “{what}”."),
        mark("Contacts enter the journey there."),
        mark("Lead to a step after it."),
    ),
    "splice-own-link": (mark("“{what}” is an end of this arrow already."), "", mark("Choose another arrow.")),
    "splice-connected": (
        mark("An arrow leads to “{what}” already."),
        "",
        mark("Disconnect it first, or put a new step into this arrow."),
    ),
    "splice-no-output": (
        mark("“{what}” has no free output."),
        mark("The way would end there."),
        mark("Choose a step that contacts can go on from."),
    ),
    "journey-read-only": (
        mark("This journey can only be looked at here."),
        "",
        mark("Make a copy of it to change something."),
    ),
}  # fmt: skip


def edit_words(code: str, facts: Mapping[str, object] | None = None) -> str:
    """What an edit is called, with its facts; general words for a code that is new. Never raises."""
    known = {name: _short(value) for name, value in (facts or {}).items()}
    if code in COUNTED:
        count = known.get("count")
        return ntr(*COUNTED[code], count if isinstance(count, int) else 0)
    return fill(EDITS.get(code, _OTHER), known)


def _short(value: object) -> object:
    """A title on one line of a list."""
    if not isinstance(value, str):
        return value
    line = " ".join(value.split())
    return line if len(line) <= _MOST else line[: _MOST - 1] + "…"
