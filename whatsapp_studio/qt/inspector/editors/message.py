"""Decides how the parts of a free message are written: a file, reply buttons, a list to choose from."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from whatsapp_studio.base.i18n import mark, tr
from whatsapp_studio.qt.forms.plain import OneOf
from whatsapp_studio.qt.forms.text import Line
from whatsapp_studio.qt.inspector.editors.listing import Listing
from whatsapp_studio.qt.inspector.editors.paths import mint
from whatsapp_studio.qt.inspector.editors.record import Record
from whatsapp_studio.qt.inspector.editors.text import Box, LiquidLine
from whatsapp_studio.qt.inspector.outlook import Outlook

_MEDIA = (
    ("image", mark("Picture")), ("video", mark("Video")), ("document", mark("Document")), ("audio", mark("Audio")),
)  # fmt: skip


def media(outlook: Outlook, name: str) -> Record:
    """A kind of file, where it is, and what stands below it."""
    kinds = [(value, tr(words)) for value, words in _MEDIA]
    address = LiquidLine(outlook, tr("{name}: address", name=name), placeholder="https://")
    caption = Box(outlook, tr("{name}: text below it", name=name), lines=3, liquid=True, limit=1024, key="caption")
    rows = (
        [("kind", tr("Kind"), OneOf(outlook, tr("{name}: kind", name=name), kinds))],
        [("url", tr("Web address of the file"), address)],
        [("caption", tr("Text below it (may stay empty)"), caption)],
    )
    return Record(outlook, name, rows, hides=_silent, base={"kind": "image", "url": "", "caption": ""})


def _silent(value: Mapping[str, Any]) -> Collection[str]:
    return ("caption",) if value.get("kind") == "audio" else ()


def buttons(outlook: Outlook, name: str, most: int) -> Listing:
    """Reply buttons by their text."""

    def one(o: Outlook, n: str) -> Record:
        return Record(o, n, [[("text", "", Line(o, tr("{name}: text", name=n), placeholder=tr("Yes, please")))]])

    return Listing(
        outlook, name, item=one, new=lambda now: {"id": mint(), "text": ""}, most=most,
        word=mark("Button {n}"), add=tr("Add a button"),
    )  # fmt: skip


def _lines(outlook: Outlook, name: str) -> Listing:
    def one(o: Outlook, n: str) -> Record:
        rows = (
            [("title", "", Line(o, tr("{name}: text", name=n), placeholder=tr("What can be chosen")))],
            [("description", "", Line(o, tr("{name}: explanation", name=n), placeholder=tr("Explanation")))],
        )
        return Record(o, n, rows, base={"title": "", "description": ""})

    def fresh(_now: Sequence[Any]) -> dict[str, str]:
        return {"id": mint(), "title": "", "description": ""}

    return Listing(outlook, name, item=one, new=fresh, most=10, word=mark("Choice {n}"), add=tr("Add a choice"))


def menu(outlook: Outlook, name: str) -> Record:
    """A button that opens a list, and the list."""
    opener = Line(outlook, tr("{name}: button that opens it", name=name), placeholder=tr("See the choices"))
    rows = (
        [("button", tr("Button that opens it"), opener)],
        [("rows", tr("Choices"), _lines(outlook, name))],
    )
    return Record(outlook, name, rows, base={"button": "", "rows": []})
