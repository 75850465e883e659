"""Decides which lines are offered where a step is added: every kind and its presets, by group, or best match first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.base.local import fold
from whatsapp_studio.journeys.kinds import StepKind
from whatsapp_studio.journeys.search import matches
from whatsapp_studio.journeys.table import GROUPS, KINDS

STEP_MIME = "application/x-whatsapp-studio-step"


class Item(msgspec.Struct, frozen=True):
    """A line of the palette. A heading has no ``kind``; ``fields`` are what a preset fills in."""

    label: str
    kind: str = ""
    fields: Mapping[str, Any] = {}
    icon: str = ""
    tone: str = ""
    about: str = ""
    found_by: str = ""
    is_entry: bool = False


def items(query: str = "") -> tuple[Item, ...]:
    """Every line, each group under its heading; with a query those that match it, the best first, without headings."""
    found: list[Item] = []
    for group, label in GROUPS:
        heading = tr(label)
        lines = [
            line
            for kind in KINDS.values()
            if kind.group == group
            for line in _lines(kind)
            if matches(f"{line.label} {line.found_by} {heading}", query)
        ]
        found += lines if query else [Item(heading), *lines] if lines else []
    return tuple(sorted(found, key=lambda item: _rank(item.label, query)) if query else found)


def _rank(label: str, query: str) -> int:
    """How well a label fits, 0 best: it begins so, a word of it does, it has it somewhere, other words found it."""
    words, start = fold(label), fold(query)
    if words.startswith(start):
        return 0
    if any(word.startswith(start) for word in words.split()):
        return 1
    return 2 if start in words else 3


def _lines(kind: StepKind) -> Iterator[Item]:
    """A kind with presets is listed by them alone: each is a way to begin with it."""
    about, tone = tr(kind.about), f"n_{kind.tone}"
    words = f"{tr(kind.label)} {about} {tr(kind.keywords) if kind.keywords else ''}"
    labels = {tr(preset.label) for preset in kind.presets}
    if not kind.presets or tr(kind.label) not in labels:
        yield Item(tr(kind.label), kind.name, {}, kind.icon, tone, about, words, kind.is_entry)
    for preset in kind.presets:
        more = f"{words} {tr(preset.keywords) if preset.keywords else ''}"
        yield Item(
            tr(preset.label), kind.name, preset.fields, preset.icon or kind.icon, tone, about, more, kind.is_entry
        )
