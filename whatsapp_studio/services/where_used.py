"""Decides where a template is used: in journeys, campaigns, recipes and drafts."""

from __future__ import annotations

from typing import Literal

import msgspec

UseKind = Literal["journey", "campaign", "recipe", "draft"]


class Use(msgspec.Struct, frozen=True, kw_only=True):
    """Something that uses a template.

    ``id`` is that of the journey, campaign, recipe or draft; ``state`` its state (``live``, ``draft``, ``scheduled``,
    ``sending``, ``paused``, ``done``, ``queued``, …); ``where`` names the steps, separated by ", ", where it has some;
    ``live`` is true where messages leave by it, or will without another decision.
    """

    kind: UseKind
    id: str
    name: str
    language: str = ""
    state: str = "draft"
    where: str = ""
    live: bool = False
