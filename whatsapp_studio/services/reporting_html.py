"""Decides what a report is as a page that stands alone: charts, tables of the same numbers, nobody's name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING

from whatsapp_studio.base import wording
from whatsapp_studio.base.html import Markup, page, table, tag
from whatsapp_studio.base.i18n import language, number, tr
from whatsapp_studio.base.local import day_and_clock, share
from whatsapp_studio.base.progress import Progress, Unwatched
from whatsapp_studio.base.zones import zone_of
from whatsapp_studio.reports import svg
from whatsapp_studio.reports.headline import stages
from whatsapp_studio.reports.naming import labels, span
from whatsapp_studio.reports.report import Report
from whatsapp_studio.reports.scale import ticks
from whatsapp_studio.reports.sections import WEEK, Cell, Rate, Section, namer, sections
from whatsapp_studio.services.reporting_files import whole

if TYPE_CHECKING:
    from whatsapp_studio.services.reporting import Reports

# Columns of a table beside the names of its rows.
_ACROSS = 5


def write_html(reports: Reports, campaign_id: str, path: Path, progress: Progress = Unwatched()) -> int:
    """The page into a file; returns how many messages it counts.

    Raises ``WorldError("cannot-write")`` and ``Cancelled``; either way no file is left behind.
    """
    report = reports.full(campaign_id, progress)
    text = report_page(report)
    with whole(path) as waiting:
        waiting.write_text(text, encoding="utf-8")
    return report.counts.total


def report_page(report: Report) -> str:
    """A report with its details as HTML that needs nothing else."""
    line = report.details.line if report.details else None
    zone = (zone_of(line.zone) if line else None) or UTC
    said = _sayer(line.minutes if line else 60, zone)
    title = tr("Report of “{name}”", name=report.campaign.name)
    parts = [Markup(f"<style>{svg.STYLE}</style>"), tag("h1", title), table(facts(report), cls="facts")]
    for section in sections(report):
        moment = said if section.key == "time_line" else day_and_clock
        note = tag("p", section.note, cls="quiet") if section.note else Markup("")
        inside = (tag("h2", section.title), _chart(report, section, zone), note)
        parts.append(tag("section", *inside, *_tables(section, moment)))
    return page(title, *parts, language=language().code)


def facts(report: Report) -> list[tuple[str, str]]:
    """What a file of a report says of itself: the campaign, whom it counts, when, by which clock."""
    campaign = report.campaign
    found = [(tr("Campaign"), campaign.name), (tr("State"), wording.state_word(campaign.state))]
    if campaign.launched_at is not None:
        found.append((tr("Launched"), day_and_clock(campaign.launched_at)))
    if campaign.recurs:
        found.append((tr("Turns"), number(len(report.turns))))
    found.append((tr("Counted"), tr("Everybody; a person counts once for each message.")))
    if report.at is not None:
        found.append((tr("As it stood"), day_and_clock(report.at)))
    if report.details is not None:
        found.append((tr("Time zone"), report.details.line.zone))
    if not report.has_receipts:
        found.append((tr("Receipts"), tr("None reached this program yet: nothing is known of delivery.")))
    return found


def cell_words(cell: Cell, moment: Callable[[datetime], str] = day_and_clock) -> str:
    """A cell as a page shows it."""
    if cell is None:
        return tr("not known")
    if isinstance(cell, Rate):
        return share(cell.part, cell.whole)
    if isinstance(cell, datetime):
        return moment(cell)
    return number(cell) if isinstance(cell, int) else cell


def _tables(section: Section, moment: Callable[[datetime], str]) -> Iterator[Markup]:
    """A section as a table; one with many columns as several, each with the names of its rows: paper is narrow."""
    rows = [[cell_words(cell, moment) for cell in row] for row in section.rows]
    for begin in range(1, len(section.head), _ACROSS):
        columns = [0, *range(begin, min(begin + _ACROSS, len(section.head)))]
        numbers = [
            at for at, column in enumerate(columns)
            if column and section.rows and not isinstance(section.rows[0][column], str | datetime)
        ]  # fmt: skip
        some = [[row[column] for column in columns] for row in rows]
        yield table(some, [section.head[column] for column in columns], numbers=numbers)


def _sayer(minutes: int, zone: tzinfo) -> Callable[[datetime], str]:
    return lambda start: span(start, minutes, zone)


def _chart(report: Report, section: Section, zone: tzinfo) -> Markup:
    details = report.details
    if section.key == "funnel":
        found = stages(report)
        said = [
            " · ".join(filter(None, (number(one.n) if one.n is not None else "", one.base))) for one in found
        ]
        rows = [(one.label, one.n, text) for one, text in zip(found, said, strict=True)]
        return svg.bars(rows, section.title, found[0].n)
    if details is None:
        return Markup("")
    if section.key == "time_line":
        shown = [values for event, values in details.line.series.items()
                 if report.has_receipts or event in ("accepted", "replied")]  # fmt: skip
        names = [name for name, event in zip(section.head[1:], details.line.series, strict=True)
                 if report.has_receipts or event in ("accepted", "replied")]  # fmt: skip
        most = max((value for values in shown for value in values), default=0)
        return svg.lines(names, labels(details.line, zone), shown, section.title, ticks(most))
    if section.key == "hours":
        cells = [(one.weekday, one.hour, one.read / one.delivered, one.thin) for one in details.heat.cells]
        return svg.heat([tr(day) for day in WEEK], cells, tr("Read, of delivered"))
    for kind, parts in details.parts.items():
        if kind == section.key and report.has_receipts:
            name = namer(report, kind)
            return svg.bars(
                [
                    (name(one.key), one.figures.read / one.figures.delivered if one.figures.delivered else 0.0,
                     tr("{share} of delivered", share=share(one.figures.read, one.figures.delivered)))
                    for one in parts
                ],
                tr("Read, of delivered"),
            )  # fmt: skip
    return Markup("")
