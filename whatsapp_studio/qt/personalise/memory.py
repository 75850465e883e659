"""Decides what the editor remembers: favourites of a workspace, and what was typed but not used."""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from whatsapp_studio.base.errors import WorldError

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio

FAVOURITES = "personalise.favourites"
FOLDED = "personalise.pills"
_MOST = 100
_unused: WeakKeyDictionary[Studio, dict[str, str]] = WeakKeyDictionary()


def favourites(studio: Studio) -> tuple[str, ...]:
    """The starred things of a workspace (``field:contact.city``, ``filter:upcase``), the oldest star first."""
    kept = studio.settings.values.get(FAVOURITES)
    return tuple(one for one in kept if isinstance(one, str)) if isinstance(kept, list) else ()


def star(studio: Studio, key: str, on: bool) -> None:
    """Give or take a star; where the workspace may not be written to, nothing changes."""
    before = [one for one in favourites(studio) if one != key]
    try:
        studio.settings.change(FAVOURITES, [*before, key][-_MOST:] if on else before)
    except WorldError:
        return


def folded(studio: Studio) -> bool:
    """Whether names are shown as pills."""
    return studio.settings.values.get(FOLDED) is not False


def keep_folded(studio: Studio, on: bool) -> None:
    """Remember whether names are shown as pills."""
    try:
        studio.settings.change(FOLDED, on)
    except WorldError:
        return


def unused(studio: Studio, key: str) -> str:
    """What was typed for a place and not used; empty where there is nothing."""
    return _unused.get(studio, {}).get(key, "")


def keep_unused(studio: Studio, key: str, text: str) -> None:
    """Remember what was typed for a place (``key``) until the program ends; an empty text forgets it."""
    kept = _unused.setdefault(studio, {})
    if text:
        kept[key] = text
    else:
        kept.pop(key, None)
