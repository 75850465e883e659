"""Decides what a phone's view of a message is made of: values only, ready to be drawn, read out or compared."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal

import msgspec

from whatsapp_studio.templates.formatting import Line
from whatsapp_studio.templates.rules import is_media_id

HeaderKind = Literal["text", "image", "video", "document", "location", "gif", "product", "other"]
ButtonKind = Literal["reply", "url", "phone", "copy", "flow", "list", "call", "contact", "other"]
PanelKind = Literal["catalogue", "products", "call"]


class HeaderPart(msgspec.Struct, frozen=True):
    """What stands above the text.

    ``line`` for a text header; ``text`` is the plain title (the file name of a document, the name and address
    of a place, Meta's word for a kind that this program does not know); ``media`` is the address, Meta's id or the
    ``file:<sha256>`` of the file, empty while nobody chose one.
    """

    kind: HeaderKind
    text: str = ""
    media: str = ""
    line: Line | None = None

    @property
    def media_is_link(self) -> bool:
        """Whether ``media`` can be opened as an address."""
        return bool(self.media) and not is_media_id(self.media)


class ButtonPart(msgspec.Struct, frozen=True):
    """A button: the kind decides its icon; ``target`` is what it opens, calls or copies, where that is known."""

    kind: ButtonKind
    text: str
    target: str = ""


class CardPart(msgspec.Struct, frozen=True):
    """A card of a carousel."""

    header: HeaderPart | None
    body: tuple[Line, ...]
    buttons: tuple[ButtonPart, ...]


class OfferClock(msgspec.Struct, frozen=True):
    """When a limited-time offer ends.

    ``ends`` is None while nobody filled it in; ``left`` is what remained at the moment the message was made (zero
    once it is over), None where that moment is not known.
    """

    ends: datetime | None = None
    left: timedelta | None = None


class PanelPart(msgspec.Struct, frozen=True):
    """A panel that the phone puts above the text by itself; ``count`` is how many products it leads to, if known."""

    kind: PanelKind
    count: int = 0


class Bubble(msgspec.Struct, frozen=True):
    """A message as the phone shows it.

    ``buttons`` are the ones on the bubble, in order; ``more_buttons`` are those behind "See all options" (empty
    up to three buttons). ``rtl`` is the direction of the text as a whole; each line has its own. ``offer_clock`` is
    None for an offer without an end, ``offer_code`` the code it gives. ``unsupported`` names, as Meta spells them,
    the components that this program does not know.
    """

    header: HeaderPart | None = None
    offer: str = ""
    body: tuple[Line, ...] = ()
    footer: str = ""
    buttons: tuple[ButtonPart, ...] = ()
    more_buttons: tuple[ButtonPart, ...] = ()
    cards: tuple[CardPart, ...] = ()
    rtl: bool = False
    offer_clock: OfferClock | None = None
    offer_code: str = ""
    panel: PanelPart | None = None
    unsupported: tuple[str, ...] = ()

    @property
    def all_buttons(self) -> tuple[ButtonPart, ...]:
        """The buttons on the bubble and those behind "See all options"."""
        return self.buttons + self.more_buttons
