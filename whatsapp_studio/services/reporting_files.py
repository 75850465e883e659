"""Decides how a file of a report is written: whole or not at all, and no cell of it is run by a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from whatsapp_studio.base.errors import WorldError
from whatsapp_studio.base.i18n import mark, tr
from whatsapp_studio.base.local import language_name
from whatsapp_studio.base.progress import Cancelled, Progress
from whatsapp_studio.base.wording import left_out, meta_error, outcome_word
from whatsapp_studio.reports.report import OutcomeRow

if TYPE_CHECKING:
    from whatsapp_studio.services.reporting import Reports

# What a spreadsheet would take for the beginning of a formula (OWASP, CSV injection).
_RISKY = ("=", "+", "-", "@", "\t", "\r")
_OFTEN = 1000
Value = TypeVar("Value")
# The columns of a list of people.
HEAD = (
    mark("Phone"), mark("Name"), mark("Outcome"), mark("Reason"), mark("Meta code"), mark("Time (UTC)"),
    mark("Campaign"), mark("Treatment"), mark("Wave"), mark("Language"), mark("Market"), mark("Price"),
    mark("Currency"), mark("Accepted (UTC)"), mark("Sent (UTC)"), mark("Delivered (UTC)"), mark("Read (UTC)"),
    mark("Failed (UTC)"), mark("Replied (UTC)"), mark("Tapped a button"), mark("Opted out (UTC)"),
)  # fmt: skip
Cell = str | int | float | datetime | None


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """Where to write what becomes ``path`` at the end; nothing is left where it is cancelled or fails.

    Raises ``WorldError("cannot-write")``.
    """
    waiting = path.with_name(path.name + ".part")
    try:
        yield waiting
        waiting.replace(path)
    except OSError as error:
        raise WorldError("cannot-write", path=str(path), details=error.strerror or "") from error
    finally:
        waiting.unlink(missing_ok=True)


def watched(values: Iterable[Value], total: int, progress: Progress) -> Iterator[Value]:
    """The values one by one; says how many went by, and raises ``Cancelled`` when it is asked to stop."""
    for done, value in enumerate(values, 1):
        yield value
        if done % _OFTEN == 0:
            progress.report(done, total)
            if progress.cancelled():
                raise Cancelled


def safe(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_RISKY) else text


class Recipients:
    """Turns rows into cells in the order of :data:`HEAD`; with ``guard`` no text of them begins as a formula does."""

    def __init__(self, reports: Reports, campaign_id: str, *, guard: bool = True) -> None:
        self._safe = safe if guard else str
        report = reports.report(campaign_id)
        self._names = {one.id: one.name for one in (report.campaign, *report.turns)}
        self._own = {one.id: one.draft.language for one in (report.campaign, *report.turns)}
        self._treatments = {
            each.key: each.name or each.key.upper()
            for each in (report.campaign.draft.experiment.treatments if report.campaign.draft.experiment else ())
        }

    def cells(self, row: OutcomeRow) -> tuple[Cell, ...]:
        """What a file says of one recipient; a price is an amount in its currency, a time an aware datetime."""
        reason = left_out(row.reason, row.rule) if row.reason and not row.code else ""
        spoken = row.language or self._own.get(row.campaign, "")
        return (
            row.phone, self._safe(row.name), outcome_word(row.state, row.reason),
            self._safe(meta_error(row.code).title if row.code else reason), row.code or None, row.at,
            self._safe(self._names.get(row.campaign, "")),
            self._safe(self._treatments.get(row.treatment, row.treatment)), row.wave or None,
            language_name(spoken) if spoken else "", row.market,
            None if row.price is None else row.price / 1_000_000, row.currency if row.price is not None else "",
            row.accepted_at, row.sent_at, row.delivered_at, row.read_at, row.failed_at, row.replied_at,
            tr("Yes") if row.clicked else "", row.opted_at,
        )  # fmt: skip
