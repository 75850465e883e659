"""Decides what a journey may rely on outside itself: what the workspace had when it was looked at, as a value."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

import msgspec

from whatsapp_studio.audience.quiet import QuietHours
from whatsapp_studio.templates.template import Template


class OtherJourney(msgspec.Struct, frozen=True):
    """Another journey: its name, the journeys it jumps to, and what kinds of entry it has."""

    name: str
    jumps: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()


class Surroundings(msgspec.Struct, frozen=True, kw_only=True):
    """What the checks and forms know of the workspace.

    ``templates`` are by name and language; ``fields`` are contact fields by name with their kind (standard ones
    included); ``journeys`` are all but the one looked at, by id; ``receiver`` is whether replies and receipts can
    arrive; ``time_zone`` is the workspace's IANA zone; ``quiet`` its quiet hours (``21:00-09:00``, empty: none)
    where there is no default ``preset``;
    ``snippets`` are texts by name. ``segments`` of None are not looked up. ``known`` is false where there is no
    workspace: then nothing outside is looked up and nothing said to be missing.
    """

    templates: Mapping[tuple[str, str], Template] = {}
    lists: tuple[str, ...] = ()
    segments: tuple[str, ...] | None = None
    fields: Mapping[str, str] = {}
    journeys: Mapping[str, OtherJourney] = {}
    receiver: bool = True
    time_zone: str = "UTC"
    quiet: str = ""
    preset: QuietHours | None = None
    snippets: Mapping[str, str] = {}
    now: datetime | None = None
    known: bool = True


NOWHERE = Surroundings(known=False)
