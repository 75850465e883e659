"""Decides what is said of a turn of a campaign that recurs once it has come."""

from __future__ import annotations

from whatsapp_studio.base.i18n import mark, tr
from whatsapp_studio.base.wording import explain

_STARTED, _ASKING = mark("It started."), mark("It was too late and waits for your answer.")
_BLOCKED = mark("It could not be sent: {why}")
_SKIPPED = {
    "late": mark("It was too late and was left out."),
    "overtaken": mark("It was left out, for a later one took its place."),
    "by-you": mark("You left it out."),
    "restored": mark("It was left out, for a backup was put back."),
    "audience-empty": mark("It was left out, for its audience was empty."),
    "nobody-reachable": mark("It was left out, for nobody in its audience may get it."),
}


def turn_words(state: str, reason: str) -> str:
    """What became of a turn, by its state and reason (``storage.turns.Kept``), in a sentence."""
    if state == "started":
        return tr(_STARTED)
    if state == "asking":
        return tr(_ASKING)
    if state == "blocked":
        return tr(_BLOCKED, why=explain(reason).title)
    return tr(_SKIPPED.get(reason, _SKIPPED["late"]))
