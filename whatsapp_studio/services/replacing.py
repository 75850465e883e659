"""Decides how one template takes the place of another wherever it is used."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from whatsapp_studio.services.where_used import Use


class Replaced(msgspec.Struct, frozen=True, kw_only=True):
    """What a replacement did: ``done`` are the uses that now name the new template, ``left`` those that were kept.

    Each of ``left`` is kept because it is live or finished: messages that were launched stay as they were launched.
    """

    done: tuple[Use, ...] = ()
    left: tuple[Use, ...] = ()


class Matching(msgspec.Struct, frozen=True, kw_only=True):
    """How the places of a new template are filled by those of an old one: ``pairs`` is new place → old place.

    ``left`` are places of the new one that must be filled and have no partner.
    """

    pairs: Mapping[str, str] = {}
    left: tuple[str, ...] = ()
