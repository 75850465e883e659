"""Decides in how few words and in which colour it is said how a journey runs."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from whatsapp_studio.base.i18n import ntr
from whatsapp_studio.base.words_running import life_meaning, life_word
from whatsapp_studio.journeys.living import ALIVE, Life

KINDS = {"running": "ok", "paused": "warning", "closed": "info", "stopped": "neutral", "done": "neutral"}


def inside_words(n: int) -> str:
    """How many are inside."""
    return ntr("{n} inside", "{n} inside", n)


def life_text(life: Life) -> str:
    """How it runs, in two words: ``Running · 1,204 inside``."""
    word = life_word(life.state)
    return f"{word} · {inside_words(life.inside)}" if life.state in ALIVE else word


def show_life(pill: QLabel, life: Life) -> None:
    """Let a label say how a journey runs, with its colour and what it means."""
    pill.setText(life_text(life))
    pill.setToolTip(life_meaning(life.state))
    kind = KINDS.get(life.state, "neutral")
    if pill.property("kind") != kind:
        pill.setProperty("kind", kind)
        pill.style().unpolish(pill)
        pill.style().polish(pill)
