"""Decides the words for the parts of a template that this program cannot fill."""

from __future__ import annotations

import re
from collections.abc import Iterable

from whatsapp_studio.base.i18n import mark, tr
from whatsapp_studio.base.wording import state_word

_HEADERS = {
    "": mark("No header"), "TEXT": mark("Text"), "IMAGE": mark("Picture"), "VIDEO": mark("Video"),
    "DOCUMENT": mark("Document"), "LOCATION": mark("Location"), "CAROUSEL": mark("Carousel"),
    "GIF": mark("Moving picture"), "PRODUCT": mark("Product"),
}  # fmt: skip
_BUTTONS = {
    "MPM": mark("a button for several products"), "SPM": mark("a button for one product"),
    "APP": mark("a button for an app"),
}  # fmt: skip
_PART = re.compile(r"(?:card (?P<card>\d+)(?:: |$))?(?:(?P<what>header|button) (?P<kind>\S+))?(?P<other>.*)")


def header_word(kind: str) -> str:
    """The word for a kind of header, as Meta spells it; empty for a template without one."""
    return tr(_HEADERS[kind]) if kind in _HEADERS else state_word(kind)


def unsupported_word(part: str) -> str:
    """A part this program cannot fill, in words."""
    found = _PART.fullmatch(part)
    if part == "bid" or found is None:
        return tr("a bid for how many people it reaches")
    kind = found["kind"] or ""
    if found["what"] == "header":
        said = tr("a header of the kind “{kind}”", kind=header_word(kind).lower())
    elif found["what"] == "button":
        said = tr(_BUTTONS[kind]) if kind in _BUTTONS else tr("a button of the kind “{kind}”", kind=_plain(kind))
    elif found["other"]:
        said = tr("a part of the kind “{kind}”", kind=_plain(found["other"]))
    else:
        said = tr("a footer or an offer")
    return tr("{part} on card {n}", part=said, n=found["card"]) if found["card"] else said


def unsupported_words(parts: Iterable[str]) -> str:
    """All such parts in one line, each once."""
    return ", ".join(dict.fromkeys(map(unsupported_word, parts)))


def _plain(kind: str) -> str:
    return kind.replace("_", " ").lower()
