"""Decides what is wrong with how a journey hangs together: entries, reach, loops, and outputs that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from whatsapp_studio.base.errors import Problem
from whatsapp_studio.journeys.before import WINDOW, Web
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.journeys.table import ports_of, title_of

# Above this many steps a journey is hard to oversee.
MANY = 200
_AUDIENCES = ("audience", "business_event")
# Somebody who takes these did not get what the step is for: they are no way out of a loop.
_ASIDE = ("failed", "timeout")


def web_problems(journey: Journey, web: Web) -> tuple[Problem, ...]:
    """What is wrong with the whole, whatever the fields of its steps say."""
    return (*_size(journey), *_links(journey, web), *_entries(journey, web), *_reach(journey, web),
            *_loops(journey, web), *_ends(journey, web), *_windows(journey, web))  # fmt: skip


def _what(journey: Journey, id_: str) -> dict[str, object]:
    return {"what": title_of(journey.steps[id_])}


def _size(journey: Journey) -> Iterator[Problem]:
    if not journey.steps:
        yield Problem("journey-empty")
    elif len(journey.steps) > MANY:
        yield Problem("journey-large", "", {"count": len(journey.steps), "most": MANY}, "warning")


def _links(journey: Journey, web: Web) -> Iterator[Problem]:
    for link in journey.links.values():
        source, target = journey.steps.get(link.source), journey.steps.get(link.target)
        if source is None or target is None:
            where = link.source if source else link.target if target else ""
            yield Problem("link-no-step", where, _what(journey, where) if where else {})
            continue
        flow = web.flows[web.number[link.source]]
        if flow.kind and link.port not in flow.ports:
            yield Problem("link-lost", link.source, {**_what(journey, link.source), "to": title_of(target)})
        if link.source == link.target:
            yield Problem("link-to-itself", link.source, _what(journey, link.source))
        if web.flows[web.number[link.target]].entry:
            yield Problem("link-into-entry", link.target, _what(journey, link.target))


def _entries(journey: Journey, web: Web) -> Iterator[Problem]:
    if journey.steps and not web.entries:
        off = [flow.id for flow in web.flows if flow.entry]
        yield Problem("entry-disabled", off[0], _what(journey, off[0])) if off else Problem("entry-missing")
    audiences = [web.flows[n].id for n in web.entries if web.flows[n].kind in _AUDIENCES]
    for extra in audiences[1:]:
        yield Problem("entry-several", extra, {**_what(journey, extra), "other": title_of(journey.steps[audiences[0]])})


def _reach(journey: Journey, web: Web) -> Iterator[Problem]:
    """The first of every group that nobody comes to; what hangs behind it is counted, not listed."""
    if not web.entries:
        return
    lost = [n for n, flow in enumerate(web.flows) if n not in web.reached and not flow.disabled and not flow.entry]
    unreached = {n for n in range(len(web.flows)) if n not in web.reached}
    fed = {target for n in lost for target, _ in web.out[n] if target != n}
    heads = [n for n in lost if n not in fed]
    covered = _behind(web, heads, unreached)
    for n in lost:
        if n not in covered:
            heads.append(n)
            covered |= _behind(web, [n], unreached)
    for n in heads:
        behind = len(_behind(web, [n], unreached)) - 1
        yield Problem("step-unreachable", web.flows[n].id, {**_what(journey, web.flows[n].id), "behind": behind})


def _behind(web: Web, starts: list[int], among: set[int]) -> set[int]:
    """The steps among some that can be reached from ``starts``, these included, without leaving them."""
    seen, left = set(starts), list(starts)
    while left:
        for target, _ in web.out[left.pop()]:
            if target in among and target not in seen:
                seen.add(target)
                left.append(target)
    return seen


def _loops(journey: Journey, web: Web) -> Iterator[Problem]:
    for group in web.order:
        if len(group) == 1 and group[0] not in {target for target, _ in web.out[group[0]]}:
            continue
        endless = web.loops(group, held=False)
        for loop in endless:
            yield _loop(journey, web, loop, "loop-endless", "error")
        if not endless and not _leaves(web, group):
            yield _loop(journey, web, group, "loop-no-way-out", "warning")


def _loop(journey: Journey, web: Web, loop: list[int], code: str, severity: str) -> Problem:
    ids = sorted((web.flows[n].id for n in loop), key=lambda i: (*journey.places.get(i, (0, 0))[::-1], i))
    names = ", ".join(title_of(journey.steps[i]) for i in ids[:5]) + ("…" if len(ids) > 5 else "")
    facts = {**_what(journey, ids[0]), "steps": names}
    return Problem(code, ids[0], facts, "error" if severity == "error" else "warning")


def _leaves(web: Web, group: list[int]) -> bool:
    inside = set(group)
    for n in group:
        flow = web.flows[n]
        aside = _ASIDE if flow.kind not in ("wait_event", "reaction") else ("failed",)
        for way in flow.ways:
            if way.role not in aside and web.ends.get((n, way.port)) not in inside:
                return True
    return False


def _ends(journey: Journey, web: Web) -> Iterator[Problem]:
    """Outputs that were surely meant to lead on; those for what went wrong may end the journey unsaid."""
    for n in sorted(web.reached):
        flow = web.flows[n]
        open_ = [way.port for way in flow.ways if way.role in ("next", "path") and (n, way.port) not in web.ends]
        if not open_ or not flow.kind:
            continue
        step = journey.steps[flow.id]
        labels = [port.label for port in ports_of(step) if port.name in open_]
        code = "ends-here" if len(flow.ways) == 1 else "output-ends-here"
        facts = {**_what(journey, flow.id), "outputs": ", ".join(labels)}
        yield Problem(code, flow.id, facts, "warning")


def _windows(journey: Journey, web: Web) -> Iterator[Problem]:
    """Free text goes out only within 24 hours after the contact wrote: surely on every way, or with a way round."""
    for id_, before in web.before.items():
        n = web.number[id_]
        flow = web.flows[n]
        if flow.kind != "send_window" or flow.disabled or before.latest < WINDOW:
            continue
        round_ = (n, "closed") in web.ends
        never = before.soonest >= WINDOW
        if never or not round_:
            code = "window-never-open" if never else "window-may-close"
            yield Problem(code, f"{id_}.what", _what(journey, id_), "warning" if round_ else "error")
