"""Decides what can be done with campaigns on the command line, and what its options say of a draft."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, TypeVar

import click
import msgspec

from whatsapp_studio.app import Studio
from whatsapp_studio.base.clock import iso
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.base.i18n import number, tr
from whatsapp_studio.base.wording import state_word
from whatsapp_studio.base.zones import machine_zone
from whatsapp_studio.campaigns.campaign import Campaign
from whatsapp_studio.campaigns.cost import CURRENCIES
from whatsapp_studio.campaigns.draft import Audience, Schedule
from whatsapp_studio.campaigns.follow import OUTCOMES
from whatsapp_studio.campaigns.link_tags import NAMES
from whatsapp_studio.campaigns.programme import Budget, Tags, Waves
from whatsapp_studio.cli.shared import BLOCKED, DONE, Context, exit_with, pairs

F = TypeVar("F", bound=Callable[..., Any])


@click.group()
def campaign() -> None:
    """Campaigns: create, plan, send, report, pause, stop."""


def _options(command: F) -> F:
    """When a campaign leaves, in which parts, and within which limits."""
    for option in reversed((
        click.option("--at", "local_time", default="", metavar="2026-12-01T09:00", help="When it starts; else now."),
        click.option("--zone", default="", help="The zone of that time, as Europe/Amsterdam; else this machine's."),
        click.option("--every", "rule", default="", metavar="RRULE", help="Again and again, as FREQ=WEEKLY;COUNT=4."),
        click.option("--each-zone", is_flag=True, help="At that time on each contact's own clock."),
        click.option("--late", type=click.Choice(("send", "skip", "ask")), default="send", show_default=True,
                     help="What happens where it could not start in time."),
        click.option("--late-minutes", type=click.IntRange(0), help="Later than so many minutes is late."),
        click.option("--waves", "sizes", default="", metavar="10%,20%|500,2000",
                     help="In parts: percents of the people, or numbers of them. What is left is a part too."),
        click.option("--waves-every", type=click.IntRange(1), default=60, show_default=True,
                     help="Minutes from one part to the next."),
        click.option("--hold-percent", type=click.IntRange(0, 100), default=10, show_default=True,
                     help="The next part waits where more than so many of those before failed."),
        click.option("--per-day", type=click.IntRange(1), help="The most messages on one day."),
        click.option("--fail-percent", type=click.IntRange(1, 100), help="Pause it where more than so many fail."),
        click.option("--budget", default="", metavar="AMOUNT CURRENCY", help="Pause it before it costs more."),
        click.option("--utm", "tags", multiple=True, metavar="NAME=TEXT",
                     help="A tag of its links: source, medium, campaign, content or term."),
        click.option("--follow", default="", metavar="CAMPAIGN", help="To those of an earlier campaign only."),
        click.option("--outcome", type=click.Choice(OUTCOMES), default="failed-for-now", show_default=True,
                     help="To which of them, with --follow."),
    )):  # fmt: skip
        command = option(command)
    return command


@campaign.command("create")
@click.argument("name")
@click.option("--template", "template_name", required=True)
@click.option("--language", required=True)
@click.option("--also", "translations", multiple=True, metavar="LANGUAGE", help="Another language, for who reads it.")
@click.option("--audience", default="all", show_default=True, metavar="all|LIST|SEGMENT")
@click.option(
    "--set",
    "sets",
    multiple=True,
    metavar="PLACE=EXPR",
    help="What fills a place, as body.1='{{ contact.first_name }}'.",
)
@click.option("--rate", type=click.IntRange(1, 1000), help="Messages per second.")
@_options
@click.pass_obj
def campaign_create(
    obj: Context, /, name: str, template_name: str, language: str, translations: tuple[str, ...], audience: str,
    sets: tuple[str, ...], rate: int | None, follow: str, outcome: Any, **more: Any,
) -> None:  # fmt: skip
    """Make a draft, and say how many it would reach."""
    from whatsapp_studio.cli.sending import audience_of, create, named

    changes = _changes(rate=rate, **more)
    with obj.studio() as studio:
        if follow:
            those = Audience(kind="outcome", campaign_id=named(studio, follow).id, outcome=outcome)
        else:
            those = audience_of(studio, audience)
        create(obj, studio, name, template_name, (language, *translations), those, pairs(sets, "--set"), changes)


def _changes(
    *, rate: int | None, local_time: str, zone: str, rule: str, each_zone: bool, late: Any, late_minutes: int | None,
    sizes: str, waves_every: int, hold_percent: int, per_day: int | None, fail_percent: int | None, budget: str,
    tags: tuple[str, ...],
) -> dict[str, Any]:  # fmt: skip
    """The fields of a draft that the options say."""
    if not local_time and (rule or each_zone):
        raise click.UsageError(tr("Say with --at when it starts first."))
    schedule = Schedule()
    if local_time:
        schedule = Schedule(
            kind="recurring" if rule else "at", local_time=local_time, zone=zone or machine_zone(), rule=rule,
            each_zone=each_zone, late=late, late_minutes=late_minutes,
        )  # fmt: skip
    return {
        "rate": rate, "schedule": schedule, "per_day": per_day, "fail_percent": fail_percent,
        "waves": _waves(sizes, waves_every, hold_percent) if sizes else None,
        "budget": _budget(budget) if budget else None, "tags": _tags(tags) if tags else None,
    }  # fmt: skip


def _waves(text: str, minutes: int, hold_percent: int) -> Waves:
    parts = [one.strip() for one in text.split(",")]
    percent = all(one.endswith("%") for one in parts)
    try:
        sizes = tuple(int(one.removesuffix("%")) if percent else int(one) for one in parts)
    except ValueError as error:
        wanted = tr("Write percents as 10%,20% or people as 500,2000.")
        raise click.BadParameter(wanted, param_hint="--waves") from error
    return Waves(
        sizes=sizes, unit="percent" if percent else "people", every_minutes=minutes, hold_percent=hold_percent
    )


def _budget(text: str) -> Budget:
    most, _, currency = text.strip().partition(" ")
    try:
        budget = Budget(Decimal(most), currency.strip().upper())
    except InvalidOperation as error:
        raise click.BadParameter(tr("Write it as “100.00 EUR”."), param_hint="--budget") from error
    if not budget.most.is_finite() or budget.most <= 0 or budget.currency not in CURRENCIES:
        raise click.BadParameter(tr("Write it as “100.00 EUR”."), param_hint="--budget")
    return budget


def _tags(texts: tuple[str, ...]) -> Tags:
    found = pairs(texts, "--utm")
    for name in found:
        if name not in NAMES:
            raise click.BadParameter(tr("No tag is called {name}.", name=name), param_hint="--utm")
    return Tags(**found)


@campaign.command("plan")
@click.argument("name")
@click.pass_obj
def campaign_plan(obj: Context, name: str) -> None:
    """Say whom a draft would reach, when, how long that takes and what it costs; nothing is sent."""
    from whatsapp_studio.cli.planned import as_json, in_words
    from whatsapp_studio.cli.sending import named
    from whatsapp_studio.cli.shared import Told

    with obj.studio() as studio:
        found = named(studio, name)
        if found.state != "draft":
            raise UserError("campaign-not-a-draft", name=found.name)
        review = studio.campaigns.review(found.draft, Told(tr("Planned:")))
        obj.answer(as_json(found.name, review), in_words(found.name, review))
    exit_with(BLOCKED if review.problems else DONE)


@campaign.command("send")
@click.argument("name")
@click.option("--yes", is_flag=True, help="Send without asking.")
@click.pass_obj
def campaign_send(obj: Context, name: str, yes: bool) -> None:
    """Send a campaign to the end, or go on with one that was interrupted."""
    from whatsapp_studio.cli.sending import send

    with obj.studio() as studio:
        send(obj, studio, name, yes)


@campaign.command("report")
@click.argument("name")
@click.option(
    "--csv", "csv_file", type=click.Path(path_type=Path, dir_okay=False), help="Also write a line a recipient."
)
@click.option(
    "--export", "export_file", type=click.Path(path_type=Path, dir_okay=False),
    help="Also write a file: .csv (a line a recipient), .xlsx (all tables and recipients) or .html (a page).",
)
@click.option("--details", is_flag=True, help="Also say when, for whom and at which hours.")
@click.pass_obj
def campaign_report(
    obj: Context, name: str, csv_file: Path | None, export_file: Path | None, details: bool
) -> None:
    """The numbers of a campaign."""
    from whatsapp_studio.cli.sending import report

    with obj.studio(writes=False) as studio:
        report(obj, studio, name, csv_file, export_file, details=details)


@campaign.command("list")
@click.option("--archived", is_flag=True, help="Those that were archived too.")
@click.pass_obj
def campaign_list(obj: Context, archived: bool) -> None:
    """List the campaigns of the workspace, the newest first."""
    with obj.studio(writes=False) as studio:
        found = [one for one in studio.campaigns.all() if archived or one.archived_at is None]
    lines = ["\t".join((state_word(one.state), number(one.counts.total), one.name)) for one in found]
    obj.answer({"campaigns": [_row(one) for one in found]}, "\n".join(lines))


@campaign.command("pause")
@click.argument("name")
@click.pass_obj
def campaign_pause(obj: Context, name: str) -> None:
    """Let nothing more of it leave; it can go on later."""
    _deed(obj, name, lambda studio, one: studio.campaigns.pause(one.id))


@campaign.command("resume")
@click.argument("name")
@click.pass_obj
def campaign_resume(obj: Context, name: str) -> None:
    """Go on where it was paused; “run” or the window sends it."""
    _deed(obj, name, lambda studio, one: studio.campaigns.resume(one.id))


@campaign.command("stop")
@click.argument("name")
@click.option("--yes", is_flag=True, help="Without asking: what has not left is cancelled for good.")
@click.pass_obj
def campaign_stop(obj: Context, name: str, yes: bool) -> None:
    """End it for good: whatever has not left is cancelled."""
    if not yes:
        click.confirm(tr("Cancel whatever of “{name}” has not left?", name=name), abort=True, err=True)
    _deed(obj, name, lambda studio, one: studio.campaigns.stop(one.id))


@campaign.command("duplicate")
@click.argument("name")
@click.argument("new_name", default="")
@click.pass_obj
def campaign_duplicate(obj: Context, name: str, new_name: str) -> None:
    """Make a draft like it, without its dates."""

    def copied(studio: Studio, one: Campaign) -> Campaign:
        made = studio.campaigns.duplicate(one.id)
        return studio.shelf.rename(made.id, new_name) if new_name else made

    _deed(obj, name, copied)


@campaign.command("archive")
@click.argument("name")
@click.option("--undo", is_flag=True, help="Fetch it back into the list.")
@click.pass_obj
def campaign_archive(obj: Context, name: str, undo: bool) -> None:
    """Put a draft, or what is over, out of the list."""

    def put(studio: Studio, one: Campaign) -> Campaign:
        (studio.shelf.unarchive if undo else studio.shelf.archive)([one.id])
        return studio.campaigns.get(one.id)

    _deed(obj, name, put)


def _deed(obj: Context, name: str, deed: Callable[[Studio, Campaign], Campaign]) -> None:
    from whatsapp_studio.cli.sending import named

    with obj.studio() as studio:
        done = deed(studio, named(studio, name))
    obj.answer(_row(done), tr("{name}: {state}", name=done.name, state=state_word(done.state)))


def _row(one: Campaign) -> dict[str, object]:
    return {
        "campaign": one.name, "state": one.state, "recurs": one.recurs, "tags": list(one.tags),
        "starts_at": iso(one.starts_at) if one.starts_at else None, "paused_for": one.pause_reason,
        "archived": one.archived_at is not None,
        "counts": {"total": one.counts.total, **msgspec.structs.asdict(one.counts)},
    }  # fmt: skip

