"""Decides the demonstration without a window: the whole road, checked against the sandbox's own count."""

from __future__ import annotations

import json
import shutil
import threading
import time
from collections.abc import Callable
from pathlib import Path

import httpx
import msgspec

from whatsapp_studio.app import Studio
from whatsapp_studio.base.errors import Blocked
from whatsapp_studio.base.i18n import ntr, number, tr
from whatsapp_studio.base.local import decimal
from whatsapp_studio.campaigns.draft import Draft, Mapping
from whatsapp_studio.cli.sending import in_words
from whatsapp_studio.reports.report import Report, as_json
from whatsapp_studio.templates.template import content_hash

TEMPLATE, LANGUAGE = "spring_offer", "nl"
SPEED = 60.0
_LONGEST = 180.0
Say = Callable[[str], None]


def play(out: Path, say: Say) -> dict[str, object]:
    """Sandbox, contacts, campaign, report and pictures, all under ``out``.

    Returns the report, the sandbox's own count, whether the two agree, the files written, and a text for a person.
    """
    out.mkdir(parents=True, exist_ok=True)
    workspace = out / "workspace"
    shutil.rmtree(workspace, ignore_errors=True)
    studio = Studio.open(workspace)
    try:
        studio.engine.start(port=0)
        report, counted = _road(studio, say)
        text = in_words(report)
        (out / "report.txt").write_text(text + "\n", encoding="utf-8")
        (out / "report.json").write_text(json.dumps(as_json(report), indent=1), encoding="utf-8")
        studio.reports.export_csv(report.campaign.id, out / "report.csv")
        _journeys(studio, say)
        files = ["report.txt", "report.json", "report.csv", *_pictures(studio, out, say)]
    finally:
        studio.close()
    agrees = _agree(report, counted)
    verdict = (
        tr("The sandbox counted the same: {n} messages, each recipient once.", n=number(counted["accepted"]))
        if agrees
        else tr("The sandbox counted differently: {counted}", counted=json.dumps(counted))
    )
    return {
        "agrees": agrees, "report": as_json(report), "sandbox": counted, "files": [str(out / name) for name in files],
        "text": f"{text}\n{verdict}\n" + tr("Report and pictures are in {folder}.", folder=out),
    }  # fmt: skip


def _road(studio: Studio, say: Say) -> tuple[Report, dict[str, int]]:
    say(tr("Starting the sandbox…"))
    studio.sample.connect(speed=SPEED)
    account = studio.connection.current()
    assert account is not None
    say(tr("Connected to {name}, {number}.", name=account.verified_name, number=account.display_phone_number))
    say(ntr("{n} template.", "{n} templates.", len(studio.templates.all())))
    result = studio.sample.import_people()
    say(
        tr(
            "{rows} rows: {added} added, {duplicates} duplicates, {invalid} not usable.", rows=number(result.rows),
            added=number(result.added), duplicates=number(result.duplicates), invalid=number(result.invalid),
        )
    )  # fmt: skip
    template = studio.templates.get(TEMPLATE, LANGUAGE)
    assert template is not None
    draft = Draft(
        name=tr("Spring offer"), sender=account.phone_number_id, template=TEMPLATE, language=LANGUAGE,
        template_hash=content_hash(template), rate=80, step="review",
        mapping={"body.first_name": Mapping(expression="{{ contact.first_name }}", fallback="fietser")},
    )  # fmt: skip
    campaign = studio.campaigns.create(draft)
    review = studio.campaigns.review(draft)
    if review.problems:
        raise Blocked(review.problems)
    say(tr("Sending to {n} people at {rate}/s…", n=number(review.count.reachable), rate=decimal(review.rate, 0)))
    studio.campaigns.launch(campaign.id, typed_count=review.count.reachable, hold_seconds=0)
    found = _watch(studio, campaign.id, say)
    # One more, unsent, so that the pictures show the wizard too.
    studio.campaigns.create(msgspec.structs.replace(draft, name=tr("Next offer"), step="mapping"))
    return found


def _journeys(studio: Studio, say: Say) -> None:
    """Make a journey of every example, so that the pictures show the canvas too."""
    for example in studio.journeys.examples():
        studio.journeys.create(example.title, example=example.name)
    health = studio.journeys.health()
    errors = sum(found for found, _ in health.values())
    say(tr("{n} journeys drawn, {errors} errors found in them.", n=number(len(health)), errors=number(errors)))


def _watch(studio: Studio, campaign_id: str, say: Say) -> tuple[Report, dict[str, int]]:
    """Until everything is sent and every status the sandbox owes has come in, or it takes too long."""
    changed = threading.Event()
    unlisten = studio.listen(lambda changes: changed.set())
    deadline, told = time.monotonic() + _LONGEST, 0.0
    try:
        while True:
            changed.wait(1.0)
            changed.clear()
            if time.monotonic() - told < 1.0:
                continue
            told = time.monotonic()
            report = studio.reports.report(campaign_id)
            counts = report.counts
            say(
                tr(
                    "{done} of {total} sent · {delivered} delivered · {read} read", done=number(counts.done),
                    total=number(counts.total - counts.excluded), delivered=number(counts.delivered + counts.read),
                    read=number(counts.read),
                )
            )  # fmt: skip
            counted = _count(studio)
            if report.campaign.state == "done" and not counted["owed"] and _agree(report, counted):
                return report, counted
            if report.campaign.state == "paused" or time.monotonic() > deadline:
                return report, counted
    finally:
        unlisten()


def _count(studio: Studio) -> dict[str, int]:
    """What the sandbox says it saw."""
    info = studio.sandbox.info
    assert info is not None
    stats = httpx.get(f"{info.url}/sandbox/stats", timeout=10).json()
    return {
        "accepted": stats["accepted"], "recipients": stats["recipients"], "duplicates": stats["duplicates"],
        "owed": stats["planned"] + stats["webhooks"]["waiting"],
        **{f"is_{status}": n for status, n in stats["by_status"].items()},
    }  # fmt: skip


def _agree(report: Report, counted: dict[str, int]) -> bool:
    funnel = dict(report.funnel)
    seen = {name: counted.get(f"is_{name}", 0) for name in ("sent", "delivered", "read")}
    counts = report.counts
    return (
        counted["duplicates"] == 0
        and counted["accepted"] == counted["recipients"] == funnel["accepted"] + counts.unknown
        and (counts.sent, counts.delivered, counts.read) == (seen["sent"], seen["delivered"], seen["read"])
    )


def _pictures(studio: Studio, out: Path, say: Say) -> list[str]:
    from whatsapp_studio.qt import application

    say(tr("Taking pictures of the pages…"))
    return [path.name for path in application.screenshots(studio, out)]

