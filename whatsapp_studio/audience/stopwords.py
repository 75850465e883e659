"""Decides whether a message means "do not write to me again", by the words that are built in."""

from __future__ import annotations

from whatsapp_studio.audience.keywords import DEFAULTS, Listener

_BUILT_IN = Listener(DEFAULTS)


def is_stop_word(text: str) -> bool:
    """Whether the whole message asks to stop, whatever its case, accents and punctuation.

    Only a whole message counts: "don't stop, I love these" is not one.
    """
    return _BUILT_IN.asks(text) == "stop"
