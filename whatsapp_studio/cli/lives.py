"""Decides what can be done on the command line with journeys that run: look at them, hold them up, end them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import click

from whatsapp_studio.app import Studio
from whatsapp_studio.base.clock import iso
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.base.i18n import ntr, number, tr
from whatsapp_studio.base.wording import explain
from whatsapp_studio.base.words_running import life_meaning, life_word, must_be_open, pause_meaning
from whatsapp_studio.cli.journeys import journey, known_journey
from whatsapp_studio.cli.shared import Context, say
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.journeys.living import Counts, Life, Pause, Story
from whatsapp_studio.journeys.table import title_of
from whatsapp_studio.journeys.telling import told_log, told_moment, why


@journey.command("status")
@click.argument("name")
@click.pass_obj
def journey_status(obj: Context, name: str) -> None:
    """How the journey NAME (or its id) runs: its state, its numbers step by step, and what is wrong."""
    with obj.studio(writes=False) as studio:
        id = known_journey(studio, name)
        life = _life(studio, id)
        edition = life.edition
        drawn = studio.running.journey_of(edition)
        counts = studio.running.numbers(id)
        troubles = studio.running.watch.troubles(life, edition)
        late = studio.running.watch.late_count(id)
        log = studio.running.watch.log(id, limit=20)
        goal = studio.running.conversion(id)
    values = {
        "journey": id, "name": drawn.name, "state": life.state, "pause": life.pause, "since": iso(life.since),
        "version": edition.publication, "inside": life.inside, "late": late,
        "versions": [
            {"version": one.publication, "inside": one.inside, "lets_in": one.open, "since": iso(one.made)}
            for one in life.editions
        ],
        "goal": {"entered": goal.entered, "reached": goal.reached, "share": goal.share} if goal else None,
        "by_step": {step: _numbers(drawn, step, one) for step, one in counts.items()},
        "problems": [
            {"code": one.code, "step": one.step, "count": one.count, "text": explain(one.code, one.facts).text}
            for one in troubles
        ],
        "log": [
            {"at": iso(one.at), "code": one.code, "text": told_log(one.code, one.facts, drawn)} for one in log
        ],
    }  # fmt: skip
    obj.answer(values, "\n".join(_status_lines(drawn, life, counts, values)))


def _status_lines(
    drawn: Journey, life: Life, counts: Mapping[str, Counts], values: Mapping[str, Any]
) -> list[str]:
    inside = ntr("{n} inside", "{n} inside", life.inside)
    lines = [
        f"{drawn.name}: {life_word(life.state)}, {inside}. {life_meaning(life.state)}",
        *(tr("Version {n}: {inside} inside", n=one.publication, inside=number(one.inside)) for one in life.editions),
        tr("Step\tentered\twaiting\twent on\tfailed\tended here"),
    ]
    order = sorted(counts, key=lambda i: (*drawn.places.get(i, (0, 0))[::-1], i))
    for i in order:
        one, step = counts[i], drawn.steps.get(i)
        cells = (one.entered, one.waiting, one.left, one.failed, one.over)
        lines.append("\t".join((title_of(step) if step else i, *map(number, cells))))
    if goal := values["goal"]:
        lines.append(tr("Goal: reached by {reached} of {entered}", reached=number(goal["reached"]),
                        entered=number(goal["entered"])))  # fmt: skip
    lines += [str(one["text"]) for one in values["problems"]]
    if values["late"]:
        lines.append(ntr("{n} late message waits for you.", "{n} late messages wait for you.", int(values["late"])))
    return lines


def _numbers(drawn: Journey, id: str, one: Counts) -> dict[str, object]:
    step = drawn.steps.get(id)
    return {
        "title": title_of(step) if step else id, "entered": one.entered, "waiting": one.waiting,
        "passed": dict(one.passed), "failed": one.failed, "ended": dict(one.ended), "sent": one.sent,
    }  # fmt: skip


@journey.command("pause")
@click.argument("name")
@click.option("--discard", is_flag=True, help="Whoever becomes due meanwhile leaves the journey for good.")
@click.pass_obj
def journey_pause(obj: Context, name: str, discard: bool) -> None:
    """Let nobody in the journey NAME go on, and no message of it leave, until it is resumed."""
    how: Pause = "discard" if discard else "hold"
    with obj.studio() as studio:
        id = known_journey(studio, name)
        studio.running.pause(id, how)
        _answer(obj, studio, id, pause_meaning(how))


@journey.command("resume")
@click.argument("name")
@click.pass_obj
def journey_resume(obj: Context, name: str) -> None:
    """Let the journey NAME go on after a pause, or let contacts into it again after it was closed."""
    with obj.studio() as studio:
        id = known_journey(studio, name)
        studio.running.resume(id)
        _answer(obj, studio, id, must_be_open())


@journey.command("close")
@click.argument("name")
@click.pass_obj
def journey_close(obj: Context, name: str) -> None:
    """Let nobody new into the journey NAME; whoever is inside goes on to the end."""
    with obj.studio() as studio:
        id = known_journey(studio, name)
        studio.running.close(id)
        _answer(obj, studio, id, "")


@journey.command("stop")
@click.argument("name")
@click.option("--yes", is_flag=True, help="Without asking.")
@click.pass_obj
def journey_stop(obj: Context, name: str, yes: bool) -> None:
    """End the journey NAME at once for everybody inside. This cannot be taken back."""
    with obj.studio() as studio:
        id = known_journey(studio, name)
        inside = _life(studio, id).inside
        if not yes:
            asked = ntr("End it for the {n} contact inside?", "End it for the {n} contacts inside?", inside)
            click.confirm(asked, abort=True, err=True)
        ended = studio.running.stop(id)
        _answer(obj, studio, id, ntr("{n} contact was inside.", "{n} contacts were inside.", ended), ended=ended)


@journey.command("where")
@click.argument("contact")
@click.pass_obj
def journey_where(obj: Context, contact: str) -> None:
    """Where CONTACT is in every journey, and why: a phone number, or a name that only one contact has."""
    with obj.studio(writes=False) as studio:
        id = studio.running.watch.contact(contact)
        stories = studio.running.watch.where(id)
        drawn = {one.run: studio.journeys.version(one.journey, one.version) for one in stories}
    values = {"contact": id, "runs": [_story(one, drawn[one.run]) for one in stories]}
    lines = [line for one in stories for line in _story_lines(one, drawn[one.run])]
    obj.answer(values, "\n".join(lines or [tr("This contact never was in a journey.")]))


def _story(one: Story, drawn: Journey) -> dict[str, object]:
    return {
        "journey": one.journey, "name": one.journey_name, "version": one.publication, "test": one.test,
        "entered": iso(one.entered), "ended": _iso(one.ended), "ending": one.ending, "until": _iso(one.until),
        "held": one.held,
        "steps": [
            {
                "step": stay.step, "title": _title(drawn, stay.step), "came": iso(stay.came), "left": _iso(stay.left),
                "port": stay.port, "why": why(stay.reasons, one.zone),
            }
            for stay in one.stays
        ],
    }  # fmt: skip


def _story_lines(one: Story, drawn: Journey) -> list[str]:
    lines = [tr("{journey}, version {n}", journey=one.journey_name, n=one.publication)]
    for stay in one.stays:
        reasons = why(stay.reasons, one.zone)
        lines.append(f"  {told_moment(stay.came, one.zone)}\t{_title(drawn, stay.step)}\t{' '.join(reasons)}")
    lines += [f"  {said}" for said in why((), one.zone, one.ending)]
    return lines


def _life(studio: Studio, id: str) -> Life:
    life = studio.running.life(id)
    if life is None:
        raise UserError("journey-never-ran", name=studio.journeys.get(id).name)
    return life


def _answer(obj: Context, studio: Studio, id: str, more: str, **values: object) -> None:
    life = _life(studio, id)
    name = studio.journeys.get(id).name
    if more:
        say(more)
    text = f"{name}: {life_word(life.state)}. {life_meaning(life.state)}"
    obj.answer(
        {"journey": id, "name": name, "state": life.state, "pause": life.pause, "inside": life.inside, **values}, text
    )


def _title(drawn: Journey, id: str) -> str:
    step = drawn.steps.get(id)
    return title_of(step) if step else id


def _iso(at: datetime | None) -> str | None:
    return iso(at) if at else None
