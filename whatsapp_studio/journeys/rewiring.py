"""Decides what becomes of arrows when steps come, change and go."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from whatsapp_studio.journeys.graph import Journey, Link, Step, link_id
from whatsapp_studio.journeys.table import UNKNOWN, kind_of, known_ports, title_of

replace = msgspec.structs.replace


def attached(journey: Journey, output: str, target: str) -> Journey:
    """The journey with an output (a link id, empty none) leading to a step that is there; never to an entry.

    An output that is not (or no longer) there is passed over.
    """
    source, _, port = output.partition(":")
    step = journey.steps.get(source)
    if step is None or kind_of(journey.steps[target]).is_entry:
        return journey
    if kind_of(step) is not UNKNOWN and port not in known_ports(step):
        return journey
    return replace(journey, links={**journey.links, output: Link(source, port, target)})


def with_step(journey: Journey, step: Step) -> Journey:
    """The journey with a step as it is now; outputs it no longer has lose their links."""
    ports = set(known_ports(step))
    was = set(known_ports(journey.steps[step.id]))
    lost = {link_id(step.id, port) for port in was - ports} & journey.links.keys()
    links = {i: link for i, link in journey.links.items() if i not in lost} if lost else journey.links
    return replace(journey, steps={**journey.steps, step.id: step}, links=links)


def healed(journey: Journey, gone: Iterable[str]) -> dict[str, Link]:
    """Links into steps that go, led on to the one step that comes after them."""
    gone = set(gone)
    found: dict[str, Link] = {}
    for link in journey.links.values():
        if link.target not in gone or link.source in gone:
            continue
        at = _after(journey, link.target, gone)
        if at is not None and at != link.source:
            found[link.id] = replace(link, target=at)
    return found


def _after(journey: Journey, at: str, gone: set[str]) -> str | None:
    """The one step that stays after those that go; None where there is none, or more than one."""
    seen: set[str] = set()
    while at in gone:
        after = {one.target for one in journey.out.get(at, ())}
        if at in seen or len(after) != 1:
            return None
        seen.add(at)
        at = after.pop()
    return at


def ends(journey: Journey, link: Link) -> dict[str, object]:
    """What the two steps of a link are called."""

    def title(step: str) -> str:
        return title_of(journey.steps[step]) if step in journey.steps else ""

    return {"what": title(link.source), "to": title(link.target)}
