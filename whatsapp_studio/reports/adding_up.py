"""Decides what must add up in a report: the one place that says so, for tests, exports and whoever doubts a number."""

from __future__ import annotations

from collections.abc import Iterator

from whatsapp_studio.reports.details import EVENTS, Details
from whatsapp_studio.reports.figures import Figures
from whatsapp_studio.reports.report import Report


def faults(report: Report) -> tuple[str, ...]:
    """What does not add up, in a few words for whoever mends it; nothing where all is well."""
    return tuple(_totals(report)) + (tuple(_details(report.figures, report.details)) if report.details else ())


def _totals(report: Report) -> Iterator[str]:
    found = report.figures
    if found.parts != found.total:
        yield f"parts {found.parts}, total {found.total}"
    if sum(report.excluded.values()) != found.excluded:
        yield f"reasons left out {sum(report.excluded.values())}, left out {found.excluded}"
    if sum(report.errors.values()) != found.failed:
        yield f"reasons of failures {sum(report.errors.values())}, failed {found.failed}"
    stages = [n for _, n in report.funnel]
    if stages != sorted(stages, reverse=True):
        yield f"a funnel that widens {stages}"
    for name, whole in (("cancelled", "excluded"), ("failed_later", "failed"), ("clicked", "replied")):
        if not 0 <= getattr(found, name) <= getattr(found, whole):
            yield f"{name} {getattr(found, name)} of {whole} {getattr(found, whole)}"


def _details(whole: Figures, details: Details) -> Iterator[str]:
    if details.figures != whole:
        yield f"rows {details.figures}, counts {whole}"
    for kind, parts in details.parts.items():
        total = sum((part.figures for part in parts), Figures())
        if total != whole:
            yield f"by {kind} {total}, counts {whole}"
    for event in EVENTS:
        if details.line.total(event) != getattr(whole, event):
            yield f"time line {event} {details.line.total(event)}, counts {getattr(whole, event)}"
        if details.line.untimed.get(event, 0) < 0:
            yield f"time line {event} has more times than messages"
    cells = (*details.heat.cells, details.heat.untimed)
    for name in ("delivered", "read"):
        if sum(getattr(cell, name) for cell in cells) != getattr(whole, name):
            yield f"hours {name} {sum(getattr(cell, name) for cell in cells)}, counts {getattr(whole, name)}"
