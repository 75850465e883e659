"""Decides whether an arrow may be drawn: one answer for the hover, the drop, the list, the paste and the import."""

from __future__ import annotations

from whatsapp_studio.base.errors import Problem
from whatsapp_studio.journeys.graph import Journey, Link, Step, link_id
from whatsapp_studio.journeys.table import UNKNOWN, kind_of, known_ports, ports_of, title_of


def can_connect(journey: Journey, link: Link) -> Problem | None:
    """Why ``link`` cannot be, or None. An output that leads elsewhere already may be led here instead."""
    if link.source not in journey.steps or link.target not in journey.steps:
        return Problem("link-no-step", link.id)
    return _no_start(journey.steps[link.source], link.port) or _no_end(journey.steps[link.target], link.source)


def _no_start(source: Step, port: str) -> Problem | None:
    if kind_of(source) is not UNKNOWN and port not in known_ports(source):
        return Problem("link-no-output", source.id, {"what": title_of(source)})
    return None


def _no_end(target: Step, source: str) -> Problem | None:
    if target.id == source:
        return Problem("link-to-itself", source, {"what": title_of(target)})
    if kind_of(target).is_entry:
        return Problem("link-into-entry", target.id, {"what": title_of(target)})
    return None


def legal_targets(journey: Journey, source: str, port: str) -> frozenset[str]:
    """The steps an arrow from this output may lead to."""
    step = journey.steps.get(source)
    if step is None or _no_start(step, port) is not None:
        return frozenset()
    return frozenset(i for i, target in journey.steps.items() if i != source and not kind_of(target).is_entry)


def can_splice(journey: Journey, link: str, step: str) -> Problem | None:
    """Why a step cannot be put into a link: both new arrows are asked about, and it must stand alone."""
    old, put = journey.links.get(link), journey.steps.get(step)
    if old is None or put is None:
        return Problem("link-no-step", link)
    if step in (old.source, old.target):
        return Problem("splice-own-link", step, {"what": title_of(put)})
    if journey.into.get(step):
        return Problem("splice-connected", step, {"what": title_of(put)})
    if (into := can_connect(journey, Link(old.source, old.port, step))) is not None:
        return into
    free = free_outputs(journey, step)
    # A step without outputs (an end) would cut the way that is there.
    return None if free else Problem("splice-no-output", step, {"what": title_of(put)})


def free_outputs(journey: Journey, step: str) -> tuple[str, ...]:
    """The ports of a step that lead nowhere yet, in order."""
    found = journey.steps.get(step)
    if found is None:
        return ()
    return tuple(p.name for p in ports_of(found, journey) if link_id(step, p.name) not in journey.links)
