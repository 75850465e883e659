"""Decides which place of one template is filled by what filled a place of another, when it takes its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

import msgspec

from whatsapp_studio.templates.template import Place, Template, places

T = TypeVar("T")


class Matching(msgspec.Struct, frozen=True, kw_only=True):
    """How the places of a new template are filled by those of an old one: ``pairs`` is new place → old place.

    ``left`` are places of the new one that must be filled and have no partner.
    """

    pairs: Mapping[str, str] = {}
    left: tuple[str, ...] = ()

    def carried(self, mapping: Mapping[str, T]) -> dict[str, T]:
        """What fills the old template's places, at the places of the new one."""
        return {new: mapping[old] for new, old in self.pairs.items() if old in mapping}


def matching(old: Template, new: Template, given: Mapping[str, str] | None = None) -> Matching:
    """Partners by the same place, then by the same variable, then by the order within a part; of the same kind only.

    ``given`` is what a person said (new place → old place), and comes before all.
    """
    before, after = places(old), places(new)
    known = {one.name for one in before}
    pairs = {place: source for place, source in (given or {}).items() if source in known}
    for same in (_same_place, _same_variable):
        for place, partner in _partners(after, before, pairs, same):
            pairs[place.name] = partner.name
    for part in dict.fromkeys(_part(one) for one in after):
        free = [one for one in before if _part(one) == part and one.name not in pairs.values()]
        for place in (one for one in after if _part(one) == part and one.name not in pairs):
            source = next((one for one in free if one.kind == place.kind), None)
            if source is not None:
                free.remove(source)
                pairs[place.name] = source.name
    known_after = {one.name for one in after}
    left = tuple(one.name for one in after if one.required and one.name not in pairs)
    return Matching(pairs={place: source for place, source in pairs.items() if place in known_after}, left=left)


def _partners(
    after: tuple[Place, ...], before: tuple[Place, ...], pairs: Mapping[str, str], same: Callable[[Place, Place], bool]
) -> Iterator[tuple[Place, Place]]:
    for place in after:
        if place.name in pairs:
            continue
        for source in before:
            if source.kind == place.kind and same(place, source):
                yield place, source
                break


def _same_place(one: Place, other: Place) -> bool:
    return one.name == other.name


def _same_variable(one: Place, other: Place) -> bool:
    """A name says the same wherever it stands; a number says only where."""
    variable = one.name.rpartition(".")[2]
    return not variable.isdigit() and variable == other.name.rpartition(".")[2]


def _part(place: Place) -> str:
    """The part of a template that a place is in: ``header``, ``body``, ``button.0``, ``card.1.body``."""
    return place.name.rpartition(".")[0]


def languages_carried(rules: Any, offered: frozenset[str]) -> bool:
    """Whether every language that a step's rules name is one that is offered."""
    rows = rules if isinstance(rules, list | tuple) else ()
    return all(row.get("language") in offered for row in rows if isinstance(row, Mapping) and row.get("language"))
