"""Decides the commands that send: what they print while they run, and when they are over."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from whatsapp_studio.app import Studio
from whatsapp_studio.base.clock import iso
from whatsapp_studio.base.errors import Blocked, Problem, UserError
from whatsapp_studio.base.events import Changes
from whatsapp_studio.base.i18n import ntr, number, tr
from whatsapp_studio.base.local import decimal
from whatsapp_studio.base.wording import exclusion, explain, meta_error, sentence
from whatsapp_studio.campaigns.campaign import Campaign
from whatsapp_studio.campaigns.draft import Audience, Draft, Purpose
from whatsapp_studio.campaigns.draft import Mapping as Slot
from whatsapp_studio.cli.shared import DONE, FAILED, Context, exit_with, say
from whatsapp_studio.reports.report import Report, as_json
from whatsapp_studio.services.running.resting import Rest
from whatsapp_studio.templates.template import content_hash

_PURPOSES: dict[str, Purpose] = {"MARKETING": "marketing", "UTILITY": "utility", "AUTHENTICATION": "authentication"}


def create(
    obj: Context, studio: Studio, name: str, template_name: str, languages: tuple[str, ...], audience: Audience,
    sets: dict[str, str], more: Mapping[str, Any],
) -> None:  # fmt: skip
    """Make (or make anew) the draft ``name``; raises ``Blocked`` and keeps nothing when it cannot be sent.

    The first of ``languages`` is for everybody who reads none of the others; ``more`` are further fields of a draft.
    """
    connection = studio.connection.current()
    language, *others = languages
    versions = {other: studio.templates.get(template_name, other) for other in others if other != language}
    template = studio.templates.get(template_name, language)
    before = studio.campaigns.by_name(name)
    if before is not None and before.state != "draft":
        raise UserError("campaign-name-taken", name=name)
    draft = Draft(
        name=name,
        purpose=_PURPOSES.get(template.category, "marketing") if template else "marketing",
        sender=connection.phone_number_id if connection else "",
        template=template_name,
        language=language,
        template_hash=content_hash(template) if template else "",
        translations={other: content_hash(one) if one else "" for other, one in versions.items()},
        mapping={place: Slot(expression=expression) for place, expression in sets.items()},
        audience=audience,
        step="review",
        **more,
    )
    review = studio.campaigns.review(draft)
    if review.problems:
        raise Blocked(review.problems)
    campaign = studio.campaigns.save(before.id, draft) if before else studio.campaigns.create(draft)
    count = review.count
    values: dict[str, object] = {"campaign": campaign.name, "recipients": count.reachable, "excluded": count.excluded}
    obj.answer(
        values,
        tr(
            "{n} recipients; {excluded} left out.",
            n=number(count.reachable),
            excluded=number(count.total - count.reachable),
        ),
    )


def audience_of(studio: Studio, text: str) -> Audience:
    """The list or segment of that name, or ``all``; raises ``Blocked`` where there is none, or both."""
    if text == "all":
        return Audience()
    segment = studio.segments.find(text)
    found = next((one for one in studio.contacts.lists() if one.name.casefold() == text.strip().casefold()), None)
    if found is not None and segment is not None:
        raise Blocked((Problem("audience-two", "audience", {"name": text}),))
    if segment is not None:
        return Audience(kind="segment", segment_id=segment.id)
    if found is None:
        raise Blocked((Problem("list-unknown", "audience", {"list": text}),))
    return Audience(kind="list", list_id=found.id)


def named(studio: Studio, name: str) -> Campaign:
    """The campaign of that name; raises ``UserError("campaign-unknown")``."""
    found = studio.campaigns.by_name(name)
    if found is None:
        raise UserError("campaign-unknown", name=name)
    return found


def send(obj: Context, studio: Studio, name: str, yes: bool) -> None:
    """Send in the foreground until nothing of it is left to send, then report."""
    campaign = named(studio, name)
    if campaign.state == "draft":
        review = studio.campaigns.review(campaign.draft)
        if review.problems:
            raise Blocked(review.problems)
        for warning in review.warnings:
            say(sentence(warning))
        _agree(review.count.reachable, yes)
        campaign = studio.campaigns.launch(
            campaign.id, typed_count=review.count.reachable, hold_seconds=0, people=review.people
        )
    elif campaign.state == "paused":
        campaign = studio.campaigns.resume(campaign.id)
    if campaign.state == "scheduled" and campaign.starts_at is not None and campaign.starts_at > studio.clock.now():
        when = f"{campaign.starts_at:%Y-%m-%d %H:%M}"
        say(tr("It starts at {time} UTC; keep “whatsapp-studio run” or the window open.", time=when))
        waiting = studio.reports.report(campaign.id)
        obj.answer(as_json(waiting), in_words(waiting))
        return
    studio.engine.resume_all()
    ended = _until(studio, campaign.id)
    report = studio.reports.report(campaign.id)
    obj.answer(as_json(report), in_words(report))
    if ended.state in ("done", "stopped", "scheduled"):
        exit_with(DONE)
    say(sentence(Problem(ended.pause_reason or studio.engine.status().paused_reason or "not-finished")))
    exit_with(FAILED)


def _agree(people: int, yes: bool) -> None:
    if yes:
        return
    if not sys.stdin.isatty():
        raise click.UsageError(tr("Add --yes to send without being asked."))
    typed = click.prompt(tr("This sends to {n} people. Type that number to go on", n=number(people)), err=True)
    if str(typed).strip().replace(",", "").replace(".", "") != str(people):
        raise click.Abort


def _until(studio: Studio, campaign_id: str) -> Campaign:
    """Run the engine until the campaign is over or paused, telling how far it is."""
    changed = threading.Event()
    unlisten = studio.listen(lambda changes: changed.set() if changes.sending or changes.campaigns else None)
    studio.engine.start(receiving=studio.settings.webhook_enabled)
    told = 0.0
    try:
        while True:
            campaign = studio.campaigns.get(campaign_id)
            status = studio.engine.status()
            due = campaign.state == "scheduled" and campaign.starts_at is not None
            if (campaign.state != "sending" and not due) or status.paused_reason:
                return campaign
            changed.wait(1.0)
            changed.clear()
            if time.monotonic() - told < 1.0:
                continue
            told = time.monotonic()
            counts = studio.campaigns.get(campaign_id).counts
            done, total = number(counts.done), number(counts.total - counts.excluded)
            offline = " · " + tr("offline, waiting") if status.offline else ""
            say(tr("{done} of {total} · {rate}/s", done=done, total=total, rate=decimal(status.rate, 0)) + offline)
    finally:
        unlisten()
        studio.engine.stop()


def report(
    obj: Context, studio: Studio, name: str, csv_file: Path | None, export_file: Path | None = None, *,
    details: bool = False,
) -> None:  # fmt: skip
    """Print the report, with ``details`` those too; ``csv_file`` gets a line a recipient, ``export_file`` any kind."""
    id = named(studio, name).id
    found = studio.reports.full(id) if details else studio.reports.report(id)
    if csv_file is not None:
        studio.reports.export_csv(id, csv_file.absolute())
    if export_file is not None:
        studio.reports.export(id, export_file.absolute())
    obj.answer(as_json(found), in_words(found))


def in_words(report: Report) -> str:
    """A report for a person at a terminal."""
    values = as_json(report)
    rows = [
        (tr("Recipients"), values["total"]), (tr("Waiting"), values["queued"]),
        (tr("Accepted by Meta, no receipt yet"), values["accepted"]), (tr("Sent"), values["sent"]),
        (tr("Delivered"), values["delivered"]), (tr("Read (at least)"), values["read"]),
        (tr("Failed"), values["failed"]), (tr("In doubt"), values["unknown"]),
        (tr("Left out"), report.counts.excluded),
    ]  # fmt: skip
    lines = [report.campaign.name, *(f"  {label:<34}{number(int(str(value))):>9}" for label, value in rows)]
    lines += [f"    {exclusion(reason):<32}{number(n):>9}" for reason, n in report.excluded.items()]
    lines.append(tr("What people did:"))
    did = {
        tr("Replied"): report.replied, tr("Tapped a button"): report.clicked, tr("Opted out"): report.opted_out,
    }  # fmt: skip
    lines += [f"  {number(n):>7}  {label}" for label, n in did.items()]
    if report.errors:
        lines.append(tr("Why it failed:"))
        lines += [f"  {number(n):>7}  {meta_error(code).title} ({code})" for code, n in report.errors.items()]
    if not report.has_receipts:
        lines.append(tr("No receipts reached this program yet, so nothing is known of delivery."))
    return "\n".join(lines)


def watch_engine(obj: Context, studio: Studio, until_idle: bool) -> None:
    """The engine in the foreground, until idle or interrupted."""
    changed = threading.Event()
    unlisten = studio.listen(lambda changes: changed.set())
    studio.engine.start(receiving=studio.settings.webhook_enabled)
    status = studio.engine.status()
    say(tr("Running. Webhooks: {url}", url=status.receiver_url or tr("not received here")))
    rest = studio.rest()
    try:
        while not until_idle or _sends(studio) or (rest := studio.rest()).busy:
            changed.wait(1.0)
            changed.clear()
            if until_idle and (reason := studio.engine.status().paused_reason) and _stuck(studio):
                say(explain(reason, {}).title)
                exit_with(FAILED)
    finally:
        unlisten()
        studio.engine.stop()
    obj.answer(
        {"idle": True, "inside": rest.inside, "next": iso(rest.next) if rest.next else None},
        " ".join([tr("Nothing is left to send."), *_waiting(rest)]),
    )


def _sends(studio: Studio) -> bool:
    now = studio.clock.now()
    # What recurs without end waits for its next turn all the time.
    return any(
        one.state == "sending"
        or (one.state == "scheduled" and not (one.recurs and one.starts_at is not None and one.starts_at > now))
        for one in studio.campaigns.all()
    )


def _stuck(studio: Studio) -> bool:
    """Whether what is left cannot be done as long as sending is paused, or the engine has ended."""
    if _sends(studio) or not studio.engine.status().running:
        return True
    return studio.engine.journeys_rest()[0] and studio.rest().busy


def _waiting(rest: Rest) -> Iterator[str]:
    """What is still to come while nothing runs, in words."""
    if rest.inside:
        yield ntr(
            "{n} contact waits in a journey; journeys move only while this program runs.",
            "{n} contacts wait in journeys; journeys move only while this program runs.", rest.inside,
        )  # fmt: skip
    if rest.next is not None:
        yield tr("Something is due at {when}.", when=f"{rest.next.astimezone():%Y-%m-%d %H:%M}")


def receive(obj: Context, studio: Studio, port: int | None) -> None:
    """The receiver alone, until interrupted."""
    told = threading.Event()

    def tell(changes: Changes) -> None:
        if changes.campaigns or changes.inbox or changes.contacts:
            told.set()

    studio.listen(tell)
    studio.engine.start(sending=False, port=port)
    status = studio.engine.status()
    if not status.receiver_ok:
        say(sentence(Problem("webhook-port-taken", facts={"port": port or studio.settings.webhook_port})))
        exit_with(FAILED)
    obj.answer({"url": status.receiver_url}, tr("Receiving at {url}. Ctrl+C ends it.", url=status.receiver_url))
    try:
        while True:
            if told.wait(3600):
                told.clear()
                say(tr("News received."))
    finally:
        studio.engine.stop()
