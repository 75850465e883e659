"""What looking for problems costs after an edit: only what changed is looked at, against all of it anew."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from statistics import median

import msgspec

from tests.fixtures.studio import offer
from whatsapp_studio.journeys.check import Checker, problems
from whatsapp_studio.journeys.graph import Journey, Link, Step
from whatsapp_studio.journeys.surroundings import Surroundings
from whatsapp_studio.journeys.table import KINDS

TEMPLATES = tuple(offer(f"Hi {{{{1}}}}, offer {n}. Reply STOP to end.", name=f"offer_{n}") for n in range(20))
AROUND = Surroundings(
    templates={(one.name, one.language): one for one in TEMPLATES},
    fields={"phone": "text", "first_name": "text", "country": "text", "birthday": "date"},
    lists=("customers",), now=datetime(2026, 3, 3, 9, 0, tzinfo=UTC),
)  # fmt: skip
RULE = {"all": [{"field": "contact.country", "op": "is", "value": "NL"}, {"list": "customers", "op": "in"}]}
replace = msgspec.structs.replace


def big(steps: int) -> Journey:
    """A long journey of messages, waits, reactions and conditions, all of them in order."""
    made: dict[str, Step] = {"in": _step("in", "audience")}
    links: dict[str, Link] = {}
    last, port = "in", "next"

    def then(id_: str, kind: str, out: str, **fields: object) -> None:
        nonlocal last, port
        made[id_] = _step(id_, kind, **fields)
        link = Link(last, port, id_)
        links[link.id] = link
        last, port = id_, out

    n = 0
    while len(made) + 5 < steps:
        n += 1
        mapping = {"body.1": {"expression": f"{{{{ contact.first_name | default: 'you {n % 40}' }}}}", "fallback": ""}}
        template = {"name": f"offer_{n % 20}", "language": "nl"}
        then(f"send{n}", "send_template", "next", template=template, mapping=mapping)
        then(f"ask{n}", "reaction", "timeout")
        then(f"wait{n}", "wait", "next", duration={"amount": 1 + n % 5, "unit": "hours"})
        then(f"part{n}", "condition", "path1", rules=[{"id": "path1", "name": "Dutch", "rule": RULE}])
        join = Link(f"ask{n}", "replied", f"wait{n}")
        links[join.id] = join
    while len(made) < steps - 1:
        then(f"more{len(made)}", "wait", "next", duration={"amount": 1, "unit": "hours"})
    then("out", "end", "next")
    places = {id_: (0, 120 * at) for at, id_ in enumerate(made)}
    return Journey(id="big", name="Big", steps=made, links=links, places=places)


def _step(id_: str, kind: str, **fields: object) -> Step:
    return Step(id=id_, kind=kind, fields={**KINDS[kind].defaults(), **fields})


def milliseconds(work: Callable[[int], object], times: int = 25) -> float:
    """The CPU time of one run in the middle of many."""
    rounds = []
    for n in range(times):
        begin = time.process_time()
        work(n)
        rounds.append((time.process_time() - begin) * 1e3)
    return median(rounds)


def edited(journey: Journey, n: int) -> Journey:
    """The journey after something was typed into a message in its middle."""
    step = journey.steps["send30"]
    mapping = {"body.1": {"expression": f"{{{{ contact.first_name | default: 'typed {n}' }}}}", "fallback": ""}}
    changed = replace(step, fields={**step.fields, "mapping": mapping})
    return replace(journey, steps={**journey.steps, step.id: changed})


def moved(journey: Journey, n: int) -> Journey:
    return replace(journey, places={**journey.places, "send30": (n, n)})


def relinked(journey: Journey, n: int) -> Journey:
    link = Link("ask30", "replied", f"send{31 + n % 3}")
    return replace(journey, links={**journey.links, link.id: link})


def bench_an_edit_at_300_steps() -> None:
    """At most 2 ms after each kind of edit, and well below looking at everything anew."""
    journey = big(300)
    check = Checker()
    check(journey, AROUND)
    anew = milliseconds(lambda n: problems(edited(journey, n), AROUND))
    kinds = {"typed": edited, "moved": moved, "connected": relinked}
    ours = {name: milliseconds(lambda n, e=edit: check(e(journey, n), AROUND)) for name, edit in kinds.items()}
    shown = ", ".join(f"{name} {ms:.2f} ms" for name, ms in ours.items())
    print(f"\nproblems after an edit at 300 steps: {shown}; all of it anew: {anew:.1f} ms")
    assert max(ours.values()) <= 2
    assert ours["typed"] * 3 < anew


def bench_everything_at_1000_steps() -> None:
    """A whole journey of 1,000 steps, looked at for the first time, in at most 40 ms."""
    journey = big(1000)
    whole = milliseconds(lambda n: problems(journey, AROUND), 9)
    check = Checker()
    check(journey, AROUND)
    again = milliseconds(lambda n: check(edited(journey, n), AROUND))
    print(f"\nproblems of 1,000 steps: {whole:.1f} ms for the first time, {again:.2f} ms after an edit")
    assert whole <= 40
