"""Decides what can be done with journeys on the command line: list, check and publish them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from whatsapp_studio.app import Studio
from whatsapp_studio.base.clock import iso
from whatsapp_studio.base.errors import Problem, UserError
from whatsapp_studio.base.i18n import ntr, tr
from whatsapp_studio.base.wording import sentence, state_word
from whatsapp_studio.base.words_running import life_word, must_be_open
from whatsapp_studio.cli.shared import BLOCKED, DONE, Context, exit_with, problems_json, say
from whatsapp_studio.journeys.codec import SUFFIX
from whatsapp_studio.journeys.kept import JourneyRow
from whatsapp_studio.journeys.living import Life


@click.group()
def journey() -> None:
    """Journeys: check, publish, watch, pause, stop. A journey is named by a FILE, its id or its name."""


@journey.command("list")
@click.pass_obj
def journey_list(obj: Context) -> None:
    """List the journeys of the workspace, the last saved first."""
    with obj.studio(writes=False) as studio:
        found = studio.journeys.all()
        lives = studio.running.lives()
    rows = [
        {
            "id": one.id, "name": one.name, "state": one.state, "steps": one.steps, "tags": list(one.tags),
            "saved_at": iso(one.saved_at), "published_at": iso(one.published_at) if one.published_at else None,
            "changed": one.changed, "runs": lives[one.id].state if one.id in lives else "",
            "inside": lives[one.id].inside if one.id in lives else 0,
        }
        for one in found
    ]  # fmt: skip
    lines = [
        "\t".join((one.id, _state(one, lives), ntr("{n} step", "{n} steps", one.steps), one.title)) for one in found
    ]
    obj.answer({"journeys": rows}, "\n".join(lines))


@journey.command("check")
@click.argument("file")
@click.pass_obj
def journey_check(obj: Context, file: str) -> None:
    """Say what the checks say of FILE, with the templates, lists and fields of the workspace."""
    with obj.studio(writes=False) as studio:
        if _is_file(file):
            if not studio.journeys.has_templates():
                say(tr("This workspace has no templates yet: whether those of the journey are there is not checked."))
            found = studio.journeys.check_file(Path(file))
        else:
            found = studio.journeys.problems(known_journey(studio, file))
    lines = [_line(one) for one in found] or [tr("No problems.")]
    obj.answer({"problems": problems_json(found)}, "\n".join(lines))
    exit_with(BLOCKED if any(one.severity == "error" for one in found) else DONE)


@journey.command("publish")
@click.argument("file")
@click.pass_obj
def journey_publish(obj: Context, file: str) -> None:
    """Make FILE the journey of its id, publish it and let contacts in, unless the checks find an error."""
    with obj.studio() as studio:
        if _is_file(file):
            version = studio.running.publish_file(Path(file))
        else:
            version = studio.running.publish(known_journey(studio, file))
        name = studio.journeys.get(version.id).name
    say(must_be_open())
    text = tr("Published “{name}” as version {version}.", name=name, version=version.publication)
    obj.answer({"journey": version.id, "name": name, "version": version.publication}, text)


def _state(row: JourneyRow, lives: Mapping[str, Life]) -> str:
    """How it runs and how many are inside; where it never ran, whether it is published."""
    life = lives.get(row.id)
    if life is None:
        return state_word(row.state)
    inside = ntr("{n} inside", "{n} inside", life.inside)
    return f"{life_word(life.state)} ({inside})" if life.inside else life_word(life.state)


def _is_file(text: str) -> bool:
    return text.endswith(SUFFIX) or Path(text).is_file()


def known_journey(studio: Studio, text: str) -> str:
    """The id of a journey of the workspace by its id or its name."""
    rows = studio.journeys.all()
    by_id = [one.id for one in rows if one.id == text]
    found = by_id or [one.id for one in rows if one.name.casefold() == text.strip().casefold()]
    if len(found) > 1:
        raise UserError("journey-name-twice", name=text, count=len(found))
    if not found:
        raise UserError("journey-unknown", name=text)
    return found[0]


def _line(problem: Problem) -> str:
    word = tr("Error") if problem.severity == "error" else tr("Warning")
    step = problem.facts.get("what")
    return f"{word}, {step}: {sentence(problem)}" if step else f"{word}: {sentence(problem)}"
