"""Decides which phone a message is seen on: its colours, letters and side; it does not follow the program's theme."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec
from PySide6.QtGui import QFont

from whatsapp_studio.qt.widgets.bubble_files import Files
from whatsapp_studio.qt.widgets.bubble_text import MONO

Side = Literal["left", "right"]
Ticks = Literal["", "sent", "delivered", "read"]

# WhatsApp's own look, imitated.
LIGHT: Mapping[str, str] = {
    "wall": "#EFEAE2", "bubble": "#FFFFFF", "shadow": "#DAD5CC", "text": "#111B21", "meta": "#667781",
    "link": "#027EB5", "line": "#E9EDEF", "code": "#F0F2F5", "quote": "#B6C0C6", "place": "#FFF0D6",
    "place_ink": "#8A5300", "media": "#DDE3E6", "media_low": "#C3CCD1", "knob": "#FFFFFF", "knob_ink": "#51606E",
    "page": "#C2392B", "land": "#EDF0E6", "park": "#CFE3C4", "road": "#FFFFFF", "pin": "#C2392B", "water": "#BBDDF0",
    "tick": "#667781", "read": "#0B7EC2", "sheet": "#FFFFFF",
}  # fmt: skip
DARK: Mapping[str, str] = {
    "wall": "#0B141A", "bubble": "#202C33", "shadow": "#070E13", "text": "#E9EDEF", "meta": "#8696A0",
    "link": "#53BDEB", "line": "#2F3B43", "code": "#182229", "quote": "#5B6B75", "place": "#42300F",
    "place_ink": "#F2B45A", "media": "#33424C", "media_low": "#25323A", "knob": "#18232A", "knob_ink": "#C3CED5",
    "page": "#C2392B", "land": "#26323A", "park": "#24403A", "road": "#3C4B55", "pin": "#FF8A80", "water": "#1D4256",
    "tick": "#8696A0", "read": "#53BDEB", "sheet": "#1B272E",
}  # fmt: skip
_OURS_LIGHT = {**LIGHT, "bubble": "#D9FDD3", "line": "#C3E5BD", "code": "#CBF1C4", "meta": "#54656F", "tick": "#54656F"}
_OURS_DARK = {
    **DARK, "bubble": "#005C4B", "line": "#1A6E5D", "code": "#004D3F", "meta": "#A6C4BD", "tick": "#A6C4BD",
    "quote": "#5FA394", "link": "#7ACFF5", "read": "#7ACFF5",
}  # fmt: skip


class Phone(msgspec.Struct, frozen=True, kw_only=True):
    """The phone a message is seen on.

    ``side`` is left for the customer's view and right for what we sent, where ``ticks`` stand after the time;
    ``scale`` its text size, ``ratio`` device pixels per pixel; ``unfolded`` shows all of a long text; ``files`` finds
    and reads what stands above a message.
    """

    font: QFont
    dark: bool = False
    scale: float = 1.0
    ratio: float = 1.0
    time: str = "10:42"
    unfolded: bool = False
    side: Side = "left"
    ticks: Ticks = ""
    mono: tuple[str, ...] = MONO
    files: Files = msgspec.field(default_factory=Files)

    @property
    def colours(self) -> Mapping[str, str]:
        """Every colour of the phone by its role."""
        if self.side == "right":
            return _OURS_DARK if self.dark else _OURS_LIGHT
        return DARK if self.dark else LIGHT

    @property
    def look(self) -> tuple[object, ...]:
        """What a drawn message depends on; equal for phones that draw the same."""
        key = (self.font.key(), self.dark, self.scale, self.ratio, self.time, self.unfolded, self.side, self.ticks)
        return (*key, self.mono)
