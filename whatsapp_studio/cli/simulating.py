"""Decides how a journey is rehearsed on the command line: a whole audience goes through it, and nothing is sent."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import click
import msgspec

from whatsapp_studio.app import Studio
from whatsapp_studio.base.clock import iso
from whatsapp_studio.base.i18n import ntr, number, tr
from whatsapp_studio.base.words_walk import end_words
from whatsapp_studio.cli.journeys import journey, known_journey
from whatsapp_studio.cli.shared import Context, Told, say
from whatsapp_studio.journeys.assumed import Assumptions
from whatsapp_studio.journeys.codec import SUFFIX
from whatsapp_studio.journeys.duration import span
from whatsapp_studio.journeys.rehearsal import MOST_DAYS, MOST_MADE_UP, Rehearsal, Wanted
from whatsapp_studio.journeys.table import ports_of, title_of

_MINUTE = 60_000


@journey.command("simulate")
@click.argument("file")
@click.option("--contacts", type=click.IntRange(1, MOST_MADE_UP), help="How many take part; made up where lacking.")
@click.option("--days", type=click.IntRange(1, MOST_DAYS), default=30, show_default=True, help="How long it goes on.")
@click.option("--seed", type=int, default=1, show_default=True, help="The same number gives the same simulation.")
@click.option("--start", type=click.DateTime(["%Y-%m-%dT%H:%M"]), help="When it begins, in UTC; without it, now.")
@click.pass_obj
def simulate(obj: Context, file: str, contacts: int | None, days: int, seed: int, start: datetime | None) -> None:
    """Let an audience go through FILE, doing what contacts are assumed to do. Nothing is sent.

    Without --contacts those take part whom the journey lets in; a workspace without contacts gets 1000 made-up ones.
    """
    with obj.studio(writes=False) as studio:
        wanted = _wanted(studio, contacts, days, seed, start)
        told = Told(tr("Contacts"))
        if Path(file).suffix == SUFFIX or Path(file).is_file():
            done = studio.simulating.run_file(Path(file), wanted, told)
        else:
            done = studio.simulating.run_draft(known_journey(studio, file), wanted, told)
    if done.stand_ins:
        say(tr("These templates are not known here, so others stood in for them: {names}.",
               names=", ".join(done.stand_ins)))  # fmt: skip
    obj.answer(_values(done), "\n".join(_lines(done)))


def _wanted(studio: Studio, contacts: int | None, days: int, seed: int, start: datetime | None) -> Wanted:
    wanted = msgspec.structs.replace(studio.simulating.wanted(), days=days, assumed=Assumptions(seed=seed))
    if start is not None:
        wanted = msgspec.structs.replace(wanted, start=start.replace(tzinfo=UTC))
    if contacts is not None:
        wanted = msgspec.structs.replace(wanted, whom="sample", most=contacts, fill=True)
    return wanted


def _values(done: Rehearsal) -> dict[str, object]:
    found = done.result
    steps = done.journey.steps
    return {
        "contacts": found.contacts, "made_up": done.made_up, "entered": found.entered, "waiting": found.waiting,
        "steps": found.steps, "messages": found.messages,
        "by_step": {
            id: {
                "title": title_of(steps[id]), "entered": at.entered, "waiting": at.waiting, "failed": at.failed,
                "passed": dict(at.passed), "ended": dict(at.ended),
            }
            for id, at in found.by_step.items()
        },
        "by_link": dict(found.by_link), "ends": dict(found.ends), "per_day": dict(found.per_day),
        "held_quiet": found.held_quiet, "held_caps": found.held_caps, "uncovered": list(found.uncovered),
        "longest_minutes": found.longest // _MINUTE, "median_minutes": found.median // _MINUTE,
        "start": iso(done.wanted.start), "days": found.days, "seed": found.assumed.seed, "rates": found.assumed.source,
        "stand_ins": list(done.stand_ins), "seconds": round(found.seconds, 3),
    }  # fmt: skip


def _lines(done: Rehearsal) -> Iterator[str]:
    found, journey = done.result, done.journey
    steps = journey.steps
    yield tr("A simulation with assumed numbers; nothing was sent.")
    made_up = ntr("{n} is made up", "{n} are made up", done.made_up)
    whole = ntr("{n} contact", "{n} contacts", found.contacts)
    yield f"{whole} ({made_up})" if done.made_up else whole
    yield ntr("{n} entered", "{n} entered", found.entered)
    for end, many in sorted(found.ends.items(), key=lambda one: -one[1]):
        yield f"  {number(many)}\t{end_words(end, {'name': '…'})}"
    yield ntr("{n} still inside", "{n} still inside", found.waiting)
    yield ntr("{n} message", "{n} messages", found.messages)
    yield tr("Longest: {span}. Typical: {typical}.", span=span(found.longest // _MINUTE),
             typical=span(found.median // _MINUTE))  # fmt: skip
    for id in sorted(found.by_step, key=lambda id: (*journey.places.get(id, (0, 0))[::-1], id)):
        yield f"  {number(found.by_step[id].entered)}\t{title_of(steps[id])}"
    for output in found.uncovered:
        id, _, port = output.rpartition(":")
        label = next((one.label for one in ports_of(steps[id]) if one.name == port), port)
        yield tr("Nobody went on from {step} by: {output}.", step=title_of(steps[id]), output=label)
