"""Decides how consent, the suppression list and what a person may ask for are reached from the command line."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import cast

import click

from whatsapp_studio.app import Studio
from whatsapp_studio.audience.consent import PURPOSES, Purpose
from whatsapp_studio.audience.contact import Consent
from whatsapp_studio.audience.suppression import GIVEN
from whatsapp_studio.base.clock import iso
from whatsapp_studio.base.i18n import ntr, tr
from whatsapp_studio.base.local import day_and_clock
from whatsapp_studio.base.wording import explain, rule_words
from whatsapp_studio.cli.shared import DONE, FAILED, Context, Told, exit_with, say

_MOMENTS = ("%Y-%m-%d", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M:%S")
_STATES = ("yes", "no", "unknown")


@click.command("consent")
@click.argument("contact")
@click.option("--purpose", type=click.Choice(PURPOSES), default="marketing", show_default=True)
@click.option("--state", type=click.Choice(_STATES), help="Write this answer down; else the answers are told.")
@click.option("--source", default="", help="Where it was given; a yes needs it.")
@click.option("--at", type=click.DateTime(_MOMENTS), help="When it was given, by this computer's clock; else now.")
@click.option("--wording", default="", help="The text they agreed to.")
@click.option("--evidence", default="", help="What proves it, such as the number of a form.")
@click.pass_obj
def consent(
    obj: Context, contact: str, purpose: str, state: str | None, source: str, at: datetime | None, wording: str,
    evidence: str,
) -> None:  # fmt: skip
    """Tell what CONTACT (a number, or a name nobody shares) answered, the newest first, or write an answer down."""
    with obj.studio(writes=state is not None) as studio:
        id = studio.running.watch.contact(contact)
        if state is not None:
            studio.consent.record(
                [id], cast(Purpose, purpose), cast(Consent, state), source, at.astimezone() if at else None,
                evidence=evidence, wording=wording,
            )  # fmt: skip
        _tell_consent(obj, studio, id)


def _tell_consent(obj: Context, studio: Studio, id: int) -> None:
    history = studio.consent.history(id)
    person = studio.contacts.get(id)
    lines = "\n".join(
        "  ".join((day_and_clock(one.at), one.purpose, one.state, one.source)).rstrip() for one in history
    )
    values: dict[str, object] = {
        "contact": id, "marketing": person.marketing if person else "", "utility": person.utility if person else "",
        "history": [
            {
                "purpose": one.purpose, "state": one.state, "source": one.source, "at": iso(one.at),
                "evidence": one.evidence, "wording": one.wording,
                "recorded_at": iso(one.recorded_at) if one.recorded_at else "",
            }
            for one in history
        ],
    }  # fmt: skip
    obj.answer(values, lines or tr("There is no answer yet."))


@click.command("suppress")
@click.argument("values", nargs=-1, metavar="[NUMBER…]")
@click.option("--reason", type=click.Choice(GIVEN), default="by-hand", show_default=True)
@click.option("--until", type=click.DateTime(_MOMENTS), help="Ends by itself then, by this computer's clock.")
@click.option("--source", default="", help="Why, or who asked for it.")
@click.option("--file", type=click.Path(path_type=Path, dir_okay=False), help="A table of numbers, reasons and ends.")
@click.pass_obj
def suppress(
    obj: Context, values: tuple[str, ...], reason: str, until: datetime | None, source: str, file: Path | None
) -> None:
    """Never write to these numbers; one that ends with * is the beginning of many, such as +3190*."""
    if not values and file is None:
        raise click.UsageError(tr("Give numbers, or a file of them."))
    with obj.studio() as studio:
        ending = until.astimezone() if until else None
        told = [studio.consent.suppress(values, reason, ending, source)] if values else []
        if file is not None:
            told.append(studio.consent.import_suppressions(file, Told(tr("Numbers:"))))
    invalid = [one for part in told for one in part.invalid]
    for line, value, problem in invalid:
        say(f"{line}  {value}  {explain(problem.code, problem.facts).title}")
    added, known = sum(part.added for part in told), sum(part.known for part in told)
    found = [{"line": line, "value": value, "code": problem.code} for line, value, problem in invalid]
    text = ntr("{n} entry is new on the suppression list.", "{n} entries are new on the suppression list.", added)
    obj.answer({"added": added, "known": known, "invalid": found}, text)
    exit_with(FAILED if invalid else DONE)


@click.command("unsuppress")
@click.argument("values", nargs=-1, required=True, metavar="NUMBER…")
@click.pass_obj
def unsuppress(obj: Context, values: tuple[str, ...]) -> None:
    """Take entries off the suppression list, each as it stands there."""
    with obj.studio() as studio:
        removed = studio.consent.unsuppress(values)
    obj.answer({"removed": removed}, ntr("{n} entry was removed.", "{n} entries were removed.", removed))
    exit_with(DONE if removed == len(set(values)) else FAILED)


@click.command("suppressions")
@click.option("--search", default="", help="Only entries with these digits, or this reason.")
@click.option("--export", "file", type=click.Path(path_type=Path, dir_okay=False), help="Write all of them to a file.")
@click.pass_obj
def suppressions(obj: Context, search: str, file: Path | None) -> None:
    """Tell who is never written to."""
    with obj.studio(writes=file is not None) as studio:
        if file is not None:
            rows = studio.consent.export_suppressions(file.absolute())
            said = ntr("{n} line was written to {file}.", "{n} lines were written to {file}.", rows, file=file)
            obj.answer({"file": str(file), "entries": rows}, said)
            return
        found = studio.consent.suppressions(search)
    shown = [(one.value + "*" * one.is_prefix, one) for one in found]
    values = [
        {
            "value": value, "reason": one.reason, "source": one.source, "at": iso(one.at),
            "until": iso(one.until) if one.until else "",
        }
        for value, one in shown
    ]  # fmt: skip
    lines = "\n".join(f"{value}  {rule_words(one.reason)}  {day_and_clock(one.at)}" for value, one in shown)
    obj.answer({"entries": values}, lines or ntr("{n} entry", "{n} entries", 0))


@click.command("erase")
@click.argument("contact")
@click.option("--yes", is_flag=True, help="Without asking.")
@click.pass_obj
def erase(obj: Context, contact: str, yes: bool) -> None:
    """Take CONTACT out of the workspace for good: a number, or a name nobody shares. This cannot be taken back."""
    with obj.studio() as studio:
        id = studio.running.watch.contact(contact)
        held = studio.erasing.preview(id)
        if not yes:
            click.confirm(tr("Erase this person and everything held about them?"), abort=True, err=True)
        done = studio.erasing.erase([id])
    text = tr("The person was erased. Backups made before still hold them.")
    obj.answer({"erased": done.contacts, "clean": done.clean, "held": dict(held.counts)}, text)


@click.command("export-person")
@click.argument("contact")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.pass_obj
def export_person(obj: Context, contact: str, file: Path) -> None:
    """Write everything held about CONTACT to FILE, a zip with a page to read and the same as JSON."""
    with obj.studio() as studio:
        id = studio.running.watch.contact(contact)
        studio.erasing.export_person(id, file.absolute())
        held = studio.erasing.preview(id)
    obj.answer({"file": str(file), "held": dict(held.counts)}, tr("Everything was written to {file}.", file=file))


COMMANDS = (consent, suppress, unsuppress, suppressions, erase, export_person)
