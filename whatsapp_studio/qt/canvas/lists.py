"""Decides what is listed where a step is added quickly, and where an output may be led to."""

from __future__ import annotations

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.journeys.connect import legal_targets
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.journeys.search import matches
from whatsapp_studio.journeys.table import kind_of, new_step, ports_of, summary_of, title_of
from whatsapp_studio.qt.canvas.choices import Item, items
from whatsapp_studio.qt.canvas.chooser import Line


def steps_to_add(query: str, *, entries: bool, others: bool, ends: bool = True) -> list[Line]:
    """The lines of the quick list: entries and other steps as they may come here, the best match first.

    Without ``ends`` a step that leads nowhere, which would cut an arrow, is left out.
    """
    found = [
        item
        for item in items(query)
        if not item.kind or ((entries if item.is_entry else others) and (ends or _leads_on(item)))
    ]
    lines = []
    for n, item in enumerate(found):
        if item.kind:
            lines.append(Line(item.label, item, item.icon, item.tone, item.about))
        elif n + 1 < len(found) and found[n + 1].kind:
            lines.append(Line(item.label))
    return lines


def targets(journey: Journey, source: str, port: str, query: str) -> list[Line]:
    """The steps an output may lead to, from the top, found by title and summary."""
    legal = sorted(legal_targets(journey, source, port), key=lambda i: journey.places.get(i, (0, 0))[::-1])
    lines = []
    for i in legal:
        step = journey.steps[i]
        if matches(f"{title_of(step)} {summary_of(step)}", query):
            kind = kind_of(step)
            lines.append(Line(title_of(step), i, kind.icon, f"n_{kind.tone}", summary_of(step)))
    return lines


def output_name(journey: Journey, source: str, port: str) -> str:
    """An output in words: Send welcome · sent; the step alone where it has one output."""
    step = journey.steps[source]
    ports = ports_of(step, journey)
    label = next((one.label for one in ports if one.name == port), port)
    if len(ports) < 2:
        return title_of(step)
    return tr("{step} · {output}", step=title_of(step), output=label)


def where_to(journey: Journey, after: str, link: str) -> str:
    """Where a step that is added goes, in words; empty where nothing leads to it."""
    if (found := journey.links.get(link)) is not None:
        source, target = title_of(journey.steps[found.source]), title_of(journey.steps[found.target])
        return tr("Between {source} and {target}", source=source, target=target)
    source, _, port = after.rpartition(":")
    return tr("After {output}", output=output_name(journey, source, port)) if source in journey.steps else ""


def _leads_on(item: Item) -> bool:
    return bool(ports_of(new_step(item.kind, item.fields)))
