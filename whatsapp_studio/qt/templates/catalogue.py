"""Decides which templates match a search and filters, how many each filter would show, and in which order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec

from whatsapp_studio.base.local import fold
from whatsapp_studio.qt.templates.facets import FACETS, Used, values_of
from whatsapp_studio.templates.template import Template

SortKey = Literal["name", "status", "category", "language", "quality", "header"]
Chosen = frozenset[tuple[str, str]]
# What needs attention comes first; a state nobody foresaw after all of them.
_STATUS_ORDER = ("REJECTED", "DISABLED", "PAUSED", "IN_APPEAL", "PENDING", "APPROVED")
_QUALITY_ORDER = ("RED", "YELLOW", "GREEN", "UNKNOWN")


class Group(msgspec.Struct, frozen=True):
    """The languages of one template that match; ``all`` holds every language of it."""

    name: str
    variants: tuple[Template, ...]
    all: tuple[Template, ...]

    @property
    def worst(self) -> Template:
        """The language whose state needs attention most."""
        return min(self.variants, key=lambda one: _rank(_STATUS_ORDER, one.status))

    @property
    def mixed(self) -> bool:
        """Whether the languages are not all in the same state."""
        return len({one.status for one in self.variants}) > 1


def best_language(variants: Sequence[Template], shown_in: str) -> Template:
    """The language that whoever reads the program in ``shown_in`` reads most easily, else the first."""
    wanted = shown_in.split("_")[0].split("-")[0]
    return next((one for one in variants if one.language.split("_")[0] == wanted), variants[0])


class Catalogue:
    """The templates of an account, ready to be searched."""

    def __init__(self, templates: Iterable[Template] = (), used: Used = ()) -> None:
        """``used`` holds (name, language) of what a journey or a campaign sends."""
        self.templates = tuple(templates)
        self._texts = [fold(_searched(one)) for one in self.templates]
        self._values = [tuple((facet, values_of(one, facet, used)) for facet in FACETS) for one in self.templates]
        self._named: dict[str, tuple[Template, ...]] = {}
        for one in self.templates:
            self._named[one.name] = (*self._named.get(one.name, ()), one)

    def __len__(self) -> int:
        return len(self.templates)

    def find(
        self, search: str = "", chosen: Chosen = frozenset(), sort: SortKey = "name", descending: bool = False
    ) -> list[Group]:
        """Templates in which every word of ``search`` occurs and that have one chosen value of each facet."""
        wanted = _by_facet(chosen)
        found: dict[str, list[Template]] = {}
        for number in self._matching(search):
            if all(_fits(values, wanted.get(facet)) for facet, values in self._values[number]):
                one = self.templates[number]
                found.setdefault(one.name, []).append(one)
        groups = [Group(name, tuple(variants), self._named[name]) for name, variants in found.items()]
        groups.sort(key=lambda group: group.name)
        groups.sort(key=lambda group: _sort_key(group, sort), reverse=descending)
        return groups

    def counts(self, search: str = "", chosen: Chosen = frozenset()) -> dict[str, Counter[str]]:
        """For each facet how many templates each of its values would show, with the other facets as they are."""
        wanted = _by_facet(chosen)
        found: dict[str, Counter[str]] = {facet: Counter() for facet in FACETS}
        for number in self._matching(search):
            values = self._values[number]
            missed = [facet for facet, own in values if not _fits(own, wanted.get(facet))]
            for facet, own in values:
                if not missed or missed == [facet]:
                    found[facet].update(own)
        for facet, value in chosen:
            found[facet][value] += 0  # a chosen value stays on offer, so that it can be taken away
        return found

    def named(self, name: str) -> tuple[Template, ...]:
        """Every language of a template."""
        return self._named.get(name, ())

    def _matching(self, search: str) -> Sequence[int]:
        words = fold(search).split()
        return [n for n, text in enumerate(self._texts) if all(word in text for word in words)]


def _searched(template: Template) -> str:
    parts = [template.name, template.header.text if template.header else "", template.body, template.footer]
    parts += [button.text for button in template.buttons]
    for card in template.cards:
        parts += [card.header.text if card.header else "", card.body, *(button.text for button in card.buttons)]
    return "\n".join((*parts, template.offer.text if template.offer else ""))


def _fits(values: tuple[str, ...], wanted: set[str] | None) -> bool:
    return wanted is None or not wanted.isdisjoint(values)


def _by_facet(chosen: Chosen) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for facet, value in chosen:
        found.setdefault(facet, set()).add(value)
    return found


def _sort_key(group: Group, sort: SortKey) -> tuple[object, ...]:
    match sort:
        case "name":
            return (group.name,)
        case "status":
            return (_rank(_STATUS_ORDER, group.worst.status), group.worst.status)
        case "quality":
            return (min(_rank(_QUALITY_ORDER, one.quality) for one in group.variants),)
        case "language":
            return (-len(group.variants), group.variants[0].language)
        case _:
            return values_of(group.variants[0], sort)


def _rank(order: tuple[str, ...], value: str) -> int:
    return order.index(value) if value in order else len(order)
