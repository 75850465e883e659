"""Decides how a part of a journey travels as text: to another window, through a chat, and back."""

from __future__ import annotations

from whatsapp_studio.base.errors import UserError
from whatsapp_studio.journeys.building import Reader
from whatsapp_studio.journeys.codec import TYPE, raw_parts
from whatsapp_studio.journeys.fragment import Fragment
from whatsapp_studio.journeys.plain import block, parse
from whatsapp_studio.journeys.upgrades import FORMAT, upgraded

PART = "wsjourney-part"
MIME = "application/x-whatsapp-studio-journey"


def to_text(fragment: Fragment) -> str:
    """A fragment as readable JSON, written like a journey's file."""
    parts = raw_parts(fragment.steps, fragment.links, fragment.notes, fragment.frames, fragment.places)
    filled = {name: part for name, part in parts.items() if part}
    return block({**filled, "type": PART, "format": FORMAT}, deeper="layout") + "\n"


def from_text(text: str) -> Fragment:
    """The fragment that a text says: one of :func:`to_text`, or a whole journey's file.

    Raises ``UserError`` on anything else, on a newer format and on anything damaged.
    """
    text = _bare(text)
    if not text.startswith("{"):
        raise UserError("clip-foreign")
    raw = parse(text)
    if not isinstance(raw, dict) or raw.get("type") not in (PART, TYPE):
        raise UserError("clip-foreign")
    number = raw.get("format")
    if not isinstance(number, int) or isinstance(number, bool) or number < 1:
        raise UserError("clip-foreign")
    if number > FORMAT:
        raise UserError("clip-newer")
    read = Reader(upgraded(raw), strict=True)
    if not (read.steps or read.notes):
        raise UserError("clip-empty")
    return Fragment(steps=read.steps, links=read.links, notes=read.notes, frames=read.frames, places=read.places)


def _bare(text: str) -> str:
    """The text without what a chat puts around it: blank lines and a fence of backticks."""
    text = text.strip().removeprefix("\ufeff")
    if text.startswith("```") and text.endswith("```"):
        text = text.partition("\n")[2].removesuffix("```").strip()
    return text
