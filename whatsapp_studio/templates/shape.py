"""Decides what a template is made of: its parts as values, and the places in it that are filled for each message."""

from __future__ import annotations

import re
from typing import Literal

import msgspec

PlaceKind = Literal[
    "text", "image", "video", "document", "gif", "location", "url", "code", "time", "payload", "json", "product",
    "products",
]  # fmt: skip
MEDIA: dict[str, PlaceKind] = {"IMAGE": "image", "VIDEO": "video", "DOCUMENT": "document", "GIF": "gif"}
VARIABLE = re.compile(r"\{\{\s*([A-Za-z0-9_]+)\s*\}\}")
FILE = "file:"  # before the SHA-256 of a file that this workspace keeps
CALL_PERMISSION = "CALL_PERMISSION_REQUEST"  # a component of its own that needs nothing when it is sent


class Header(msgspec.Struct, frozen=True):
    """The part above the body: text, or one piece of media.

    ``samples`` are the examples given at creation: by variable, or ``media``: an http(s) address, ``file:<sha256>`` of
    a file of the workspace, or the handle of an upload, which opens nothing. ``more`` is the rest of a header of a
    kind this program does not know, as JSON.
    """

    format: str
    text: str = ""
    samples: tuple[tuple[str, str], ...] = ()
    more: str = ""

    @property
    def shown_sample(self) -> str:
        """The example of the media where it can be shown: an address or a file of the workspace, else nothing."""
        sample = dict(self.samples).get("media", "")
        return sample if sample.lower().startswith(("http://", "https://", FILE)) else ""


class Flow(msgspec.Struct, frozen=True):
    """The form that a button opens: one of ``id``, ``name`` and ``json`` says which."""

    id: str = ""
    name: str = ""
    json: str = ""
    action: str = ""
    screen: str = ""
    icon: str = ""


class Otp(msgspec.Struct, frozen=True):
    """How a one-time password reaches the person's app.

    ``kind`` is ``COPY_CODE``, ``ONE_TAP`` or ``ZERO_TAP``; ``apps`` are (package name, signature hash).
    """

    kind: str = "COPY_CODE"
    autofill_text: str = ""
    apps: tuple[tuple[str, str], ...] = ()
    terms_accepted: bool = False


class Button(msgspec.Struct, frozen=True):
    """One button. ``url`` may end in a variable; an ``OTP`` button carries the code of the body.

    ``minutes`` is how long a ``VOICE_CALL`` button may be used; ``more`` is what this program does not know of it, as
    JSON.
    """

    kind: str
    text: str = ""
    url: str = ""
    phone: str = ""
    sample: str = ""
    flow: Flow | None = None
    otp: Otp | None = None
    minutes: int | None = None
    more: str = ""


class Card(msgspec.Struct, frozen=True):
    """One card of a carousel; ``others`` are components that a card of ours cannot have, as JSON."""

    header: Header | None = None
    body: str = ""
    buttons: tuple[Button, ...] = ()
    samples: tuple[tuple[str, str], ...] = ()
    others: tuple[str, ...] = ()


class Offer(msgspec.Struct, frozen=True):
    """A limited-time offer shown above the body."""

    text: str
    has_expiration: bool = False


class Template(msgspec.Struct, frozen=True, kw_only=True):
    """A message template as Meta keeps it.

    ``raw`` is Meta's JSON untouched; ``unsupported`` names the parts this program cannot fill or send, so a
    template with any of them can be looked at but not chosen. ``others`` are components it does not know, as JSON, and
    ``more`` are settings it does not know that Meta takes at creation, as JSON.
    ``security_advice`` and ``code_minutes`` are what a one-time password says beside its code; ``lives_seconds`` how
    long Meta tries to deliver (-1: 30 days). ``status`` is ``DRAFT`` for one that only this program knows.
    """

    name: str
    language: str
    category: str = ""
    status: str = ""
    quality: str = "UNKNOWN"
    parameter_format: Literal["POSITIONAL", "NAMED"] = "POSITIONAL"
    header: Header | None = None
    body: str = ""
    footer: str = ""
    buttons: tuple[Button, ...] = ()
    cards: tuple[Card, ...] = ()
    offer: Offer | None = None
    samples: tuple[tuple[str, str], ...] = ()
    meta_id: str = ""
    rejected_reason: str = ""
    raw: str = ""
    unsupported: tuple[str, ...] = ()
    security_advice: bool = False
    code_minutes: int | None = None
    lives_seconds: int | None = None
    previous_category: str = ""
    correct_category: str = ""
    others: tuple[str, ...] = ()
    more: str = ""

    @property
    def sendable(self) -> bool:
        """Whether Meta takes messages with it now and this program can fill all of it."""
        return self.status == "APPROVED" and not self.unsupported


class Place(msgspec.Struct, frozen=True):
    """A place that a value goes into, by its stable name (``body.1``, ``header.media``, ``card.0.button.0.1``).

    ``sample`` is the example given at creation; a place that is not ``required`` may stay empty.
    """

    name: str
    kind: PlaceKind
    label: str
    sample: str = ""
    required: bool = True


def variables(text: str) -> tuple[str, ...]:
    """The distinct variables of a text: numbers in their order, names as they first appear."""
    found = tuple(dict.fromkeys(VARIABLE.findall(text)))
    return tuple(sorted(found, key=int)) if all(name.isdecimal() and name.isascii() for name in found) else found
