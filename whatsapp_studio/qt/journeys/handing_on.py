"""Decides what an editor made anew, as when the language changes, has of the one before: its undo, what it showed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from whatsapp_studio.qt.canvas.document import History

if TYPE_CHECKING:
    from whatsapp_studio.qt.journeys.editor import JourneyEditor


class Kept(NamedTuple):
    """How an editor stood: the edits to take back, what was selected, and what was looked at instead of the draft."""

    history: History
    selection: frozenset[str]
    live: bool
    versions: bool


def keep(editor: JourneyEditor) -> Kept:
    """What is to be the same in the next editor of the journey."""
    past = editor.past
    live = past.live is not None and past.shown is past.live
    return Kept(editor.document.history(), editor.document.selection, live, past.shown is not None and not live)


def take(editor: JourneyEditor, kept: Kept) -> None:
    """Go on where the editor before stood."""
    editor.document.take_history(kept.history)
    editor.document.select(kept.selection)
    if kept.live:
        editor.past.watch()
    elif kept.versions:
        editor.past.look()
