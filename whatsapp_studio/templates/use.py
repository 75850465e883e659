"""Decides what is said of something that uses a template."""

from __future__ import annotations

from typing import Literal

import msgspec

UseKind = Literal["journey", "campaign", "recipe", "draft"]


class Use(msgspec.Struct, frozen=True, kw_only=True):
    """Something that uses a template.

    ``id`` is that of the journey, campaign, recipe or draft; ``language`` the one it is used in; ``state`` that of the
    journey or campaign (``live``, ``draft``, ``scheduled``, ``sending``, ``paused``) or of the draft; ``where`` names
    the steps of a journey, by their ids; ``live`` is true where messages leave by it, or will without another decision.
    """

    kind: UseKind
    id: str
    name: str
    language: str = ""
    state: str = "draft"
    where: tuple[str, ...] = ()
    live: bool = False
