"""Decides which campaigns the list shows and in which order: searched, filtered, sorted, turns under their series."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Literal, NamedTuple

import msgspec

from whatsapp_studio.base.local import fold
from whatsapp_studio.campaigns.campaign import Campaign

Shelf = Literal["", "archived", "trash"]


class Filter(msgspec.Struct, frozen=True):
    """What is asked for; empty parts ask for nothing. ``shelf`` is the list itself, the archive or the trash."""

    text: str = ""
    state: str = ""
    shelf: Shelf = ""
    purpose: str = ""
    tag: str = ""
    template: str = ""

    @property
    def narrowed(self) -> bool:
        """Whether anything but the state and the shelf is asked for."""
        return bool(self.text or self.purpose or self.tag or self.template)


class Row(NamedTuple):
    """A campaign in the list; ``depth`` 1 for a turn under its series, ``turns`` how many a series has here."""

    campaign: Campaign
    depth: int = 0
    turns: int = 0


def shelf_of(campaign: Campaign) -> Shelf:
    """Where a campaign is."""
    if campaign.deleted_at is not None:
        return "trash"
    return "archived" if campaign.archived_at is not None else ""


def matches(campaign: Campaign, wanted: Filter) -> bool:
    """Whether a campaign is asked for, whatever its state."""
    draft = campaign.draft
    return (
        shelf_of(campaign) == wanted.shelf
        and (not wanted.purpose or draft.purpose == wanted.purpose)
        and (not wanted.tag or wanted.tag in campaign.tags)
        and (not wanted.template or draft.template == wanted.template)
        and (not wanted.text or _has(campaign, wanted.text))
    )


def rows(
    campaigns: Iterable[Campaign], wanted: Filter, key: Callable[[Campaign], Any], down: bool, unfolded: set[str]
) -> list[Row]:
    """The rows for a filter, sorted by ``key``; the turns of a series beneath it, where it is unfolded."""
    found = [one for one in campaigns if (not wanted.state or one.state == wanted.state) and matches(one, wanted)]
    found.sort(key=lambda one: (key(one) is None, key(one)) if not down else (key(one) is not None, key(one)),
               reverse=down)  # fmt: skip
    return _grouped(found, unfolded)


def sizes(campaigns: Sequence[Campaign], wanted: Filter) -> Counter[str]:
    """How many rows each state has with the other parts of the filter, and ``""`` all of them; turns folded."""
    found = [one for one in campaigns if matches(one, wanted)]
    here = {one.id for one in found}
    counted = Counter({"": sum(one.parent_id not in here for one in found)})
    for state in {one.state for one in found}:
        alike = [one for one in found if one.state == state]
        same = {one.id for one in alike}
        counted[state] = sum(one.parent_id not in same for one in alike)
    return counted


def shelves(campaigns: Iterable[Campaign]) -> Counter[str]:
    """How many campaigns are in the list, the archive and the trash."""
    return Counter(shelf_of(one) for one in campaigns)


def _grouped(found: Sequence[Campaign], unfolded: set[str]) -> list[Row]:
    here = {one.id for one in found}
    turns: dict[str, list[Campaign]] = {}
    for one in found:
        if one.parent_id in here:
            turns.setdefault(one.parent_id, []).append(one)
    made: list[Row] = []
    for one in found:
        if one.parent_id in here:
            continue
        under = sorted(turns.get(one.id, ()), key=lambda turn: turn.occurs_at or turn.created_at, reverse=True)
        made.append(Row(one, 0, len(under)))
        if one.id in unfolded:
            made += [Row(turn, 1) for turn in under]
    return made


def _has(campaign: Campaign, text: str) -> bool:
    said = fold(" ".join((campaign.name, campaign.draft.template, *campaign.tags)))
    return all(word in said for word in fold(text).split())
