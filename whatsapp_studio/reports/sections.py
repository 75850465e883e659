"""Decides the tables of a report: what its page, its charts and every export of it show, from the same numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import NamedTuple

import msgspec

from whatsapp_studio.base.i18n import mark, tr
from whatsapp_studio.base.local import language_name
from whatsapp_studio.base.wording import exclusion, meta_error
from whatsapp_studio.reports.details import Details, Kind
from whatsapp_studio.reports.figures import Figures
from whatsapp_studio.reports.headline import headline, stages
from whatsapp_studio.reports.report import Report

WEEK = (
    mark("Monday"), mark("Tuesday"), mark("Wednesday"), mark("Thursday"), mark("Friday"), mark("Saturday"),
    mark("Sunday"),
)  # fmt: skip
BY: dict[Kind, str] = {
    "treatment": mark("By treatment"), "language": mark("By language"), "market": mark("By market"),
    "version": mark("By version of the template"), "turn": mark("By turn"),
}  # fmt: skip
_OF: dict[Kind, str] = {
    "treatment": mark("Treatment"), "language": mark("Language"), "market": mark("Market"),
    "version": mark("Template"), "turn": mark("Turn"),
}  # fmt: skip


class Rate(NamedTuple):
    """A share with its base."""

    part: int
    whole: int


# None is what nobody knows, which is not zero.
Cell = str | int | Rate | datetime | None


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """A table with its title; ``note`` says what its numbers leave open."""

    key: str
    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""


def sections(report: Report) -> tuple[Section, ...]:
    """Every table of a report that has something to say, in the order of the page."""
    found = [summary(report), funnel(report), failures(report), left_out(report)]
    if report.details is not None:
        found.insert(2, time_line(report, report.details))
        found += [breakdown(report, report.details, kind) for kind in report.details.parts]
        found.append(hours(report, report.details))
    return tuple(one for one in found if one.rows)


def summary(report: Report) -> Section:
    """The numbers at the top."""
    rows = tuple((one.label, one.n, one.base) for one in headline(report))
    everybody = (tr("Everybody"), report.figures.total, "")
    return Section(
        key="summary", title=tr("Summary"), head=(tr("What"), tr("People"), tr("Share")), rows=(*rows, everybody)
    )


def funnel(report: Report) -> Section:
    """From planned to read."""
    return Section(
        key="funnel", title=tr("From planned to read"), head=(tr("Stage"), tr("People"), tr("Share")),
        rows=tuple((one.label, one.n, one.base) for one in stages(report)),
    )  # fmt: skip


def time_line(report: Report, details: Details) -> Section:
    """What happened when, with those of whom no time is known and the sum."""
    line, known = details.line, report.has_receipts
    told = {event: known or event in ("accepted", "replied") for event in line.series}
    rows: list[tuple[Cell, ...]] = [
        (start, *(values[at] if told[event] else None for event, values in line.series.items()))
        for at, start in enumerate(line.starts)
    ]
    if rows and any(line.untimed.values()):
        rows.append((tr("Time not known"), *(line.untimed.get(one, 0) if told[one] else None for one in line.series)))
    if rows:
        rows.append((tr("All together"), *(line.total(one) if told[one] else None for one in line.series)))
    return Section(
        key="time_line", title=tr("When it happened"), rows=tuple(rows),
        head=(tr("From"), tr("Accepted"), tr("Delivered"), tr("Read"), tr("Replied")),
        note=tr("Times are those of {zone}.", zone=line.zone),
    )  # fmt: skip


def failures(report: Report) -> Section:
    """Why some failed."""
    return Section(
        key="failures", title=tr("Why some failed"),
        head=(tr("Reason"), tr("People"), tr("Share of failed"), tr("Code")),
        rows=tuple(
            (meta_error(code).title, n, Rate(n, report.counts.failed), str(code) if code else "")
            for code, n in report.errors.items()
        ),
    )  # fmt: skip


def left_out(report: Report) -> Section:
    """Why some never got a message."""
    return Section(
        key="excluded", title=tr("Left out before sending"),
        head=(tr("Reason"), tr("People"), tr("Share of everybody")),
        rows=tuple((exclusion(reason), n, Rate(n, report.counts.total)) for reason, n in report.excluded.items()),
    )  # fmt: skip


def breakdown(report: Report, details: Details, kind: Kind) -> Section:
    """The figures of each treatment, language, market, version or turn, and their sum."""
    name, known = namer(report, kind), report.has_receipts
    rows = [
        (name(part.key), *_columns(part.figures, known)) for part in details.parts.get(kind, ())
    ]
    if len(rows) > 1:
        rows.append((tr("All together"), *_columns(details.figures, known)))
    return Section(
        key=kind, title=tr(BY[kind]), rows=tuple(rows),
        head=(
            tr(_OF[kind]), tr("Everybody"), tr("Left out"), tr("Waiting"), tr("Accepted"), tr("Delivered"),
            tr("Of accepted"), tr("Read"), tr("Of delivered"), tr("Replied"), tr("Of delivered"),
            tr("Tapped a button"), tr("Failed"), tr("Not known"), tr("Opted out"),
        ),
    )  # fmt: skip


def hours(report: Report, details: Details) -> Section:
    """How many of those who got it in an hour of the week read it and replied."""
    rows: list[tuple[Cell, ...]] = []
    if report.has_receipts:
        rows = [
            (
                tr(WEEK[one.weekday]), f"{one.hour:02}:00", one.delivered, one.read, Rate(one.read, one.delivered),
                one.replied, Rate(one.replied, one.delivered), tr("Too few to tell") if one.thin else "",
            )
            for one in details.heat.cells
        ]  # fmt: skip
        if details.heat.untimed.delivered:
            one = details.heat.untimed
            rows.append((tr("Time not known"), "", one.delivered, one.read, Rate(one.read, one.delivered),
                         one.replied, Rate(one.replied, one.delivered), ""))  # fmt: skip
    return Section(
        key="hours", title=tr("Best hours"), rows=tuple(rows),
        head=(
            tr("Day"), tr("Hour"), tr("Delivered"), tr("Read"), tr("Of delivered"), tr("Replied"), tr("Of delivered"),
            tr("Note"),
        ),
        note=tr("Hours are those on each person's own clock when the message arrived."),
    )  # fmt: skip


def namer(report: Report, kind: Kind) -> Callable[[str], str]:
    """What says the key of a part in words."""
    experiment = report.campaign.draft.experiment
    treatments = {one.key: one.name or one.key.upper() for one in experiment.treatments} if experiment else {}
    turns = {one.id: one.name for one in report.turns}
    versions = dict(_versions(report.details)) if report.details else {}

    def name(key: str) -> str:
        match kind:
            case "treatment":
                return treatments.get(key, key.upper()) if key else tr("No treatment")
            case "language":
                return language_name(key) if key else tr("Not known")
            case "turn":
                return turns.get(key, key)
            case "version":
                return versions.get(key, key) or tr("Not known")
            case _:
                return key or tr("Not known")

    return name


def _versions(details: Details) -> Iterator[tuple[str, str]]:
    """Versions by the name and language of their template; where several have the same, they are numbered."""
    keys = sorted(part.key for part in details.parts.get("version", ()) if part.key)
    alike: dict[str, list[str]] = {}
    for key in keys:
        alike.setdefault(key.rsplit(" ", 1)[0], []).append(key)
    for several in alike.values():
        for number, key in enumerate(several, 1):
            template, language, _hash = key.rsplit(" ", 2)
            said = tr("{template} in {language}", template=template, language=language_name(language))
            yield key, said if len(several) == 1 else tr("{template}, version {n}", template=said, n=number)


def _columns(found: Figures, known: bool) -> tuple[Cell, ...]:
    delivered, read = (found.delivered, found.read) if known else (None, None)
    return (
        found.total, found.excluded, found.waiting, found.accepted, delivered,
        Rate(found.delivered, found.accepted) if known else None, read,
        Rate(found.read, found.delivered) if known else None, found.replied,
        Rate(found.replied, found.delivered) if known else None, found.clicked, found.failed, found.unknown,
        found.opted_out,
    )  # fmt: skip


