"""Decides how reports are asked for: on a page, as a file, on the command line, always the same numbers."""

from __future__ import annotations

import csv
from pathlib import Path

from whatsapp_studio.base.clock import from_iso, iso
from whatsapp_studio.base.errors import WorldError
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.base.progress import Cancelled, Progress, Unwatched
from whatsapp_studio.base.wording import left_out, meta_error, state_word
from whatsapp_studio.reports.report import OutcomeRow, Report, funnel
from whatsapp_studio.storage.campaigns import CampaignStore
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.ledger import LedgerStore
from whatsapp_studio.storage.outcomes import OutcomeStore

# A cell that a spreadsheet would run as a formula (OWASP, CSV injection).
_RISKY = ("=", "+", "-", "@", "\t", "\r")


class Reports:
    """Reports of launched campaigns."""

    def __init__(self, store: Store) -> None:
        self._campaigns = CampaignStore(store)
        self._outcomes = OutcomeStore(store)
        self._ledger = LedgerStore(store)

    def report(self, campaign_id: str) -> Report:
        """The report as it stands now; raises ``UserError("campaign-unknown")``."""
        campaign = self._campaigns.get(campaign_id)
        first, last = self._outcomes.span(campaign_id)
        counts, failed_later = campaign.counts, self._outcomes.failed_after_acceptance(campaign_id)
        return Report(
            campaign=campaign,
            counts=counts,
            funnel=funnel(campaign.counts, failed_later),
            replied=self._ledger.replies(campaign_id),
            excluded=self._campaigns.reasons(campaign_id),
            errors=self._outcomes.errors(campaign_id),
            has_receipts=bool(counts.sent + counts.delivered + counts.read + failed_later),
            first_at=from_iso(first) if first else None,
            last_at=from_iso(last) if last else None,
        )

    def rows(
        self, campaign_id: str, state: str = "", search: str = "", reason: str = "", offset: int = 0, limit: int = 200
    ) -> list[OutcomeRow]:
        """A page of recipients; ``state`` is a key of ``Counts``, ``reason`` an exclusion or ``meta-CODE``."""
        return self._outcomes.rows(campaign_id, state, search, reason, offset, limit)

    def row_count(self, campaign_id: str, state: str = "", search: str = "", reason: str = "") -> int:
        return self._outcomes.count(campaign_id, state, search, reason)

    def export_csv(self, campaign_id: str, path: Path, progress: Progress = Unwatched()) -> int:
        """One line a recipient, UTF-8 with a mark so that Excel reads it; returns the number of lines.

        Raises ``WorldError("cannot-write")``; a cancelled or failed export leaves no file behind.
        """
        total = self._campaigns.get(campaign_id).counts.total
        waiting = path.with_name(path.name + ".part")
        try:
            with waiting.open("w", encoding="utf-8-sig", newline="") as file:
                writer = csv.writer(file)
                writer.writerow(
                    [tr("Phone"), tr("Name"), tr("Outcome"), tr("Reason"), tr("Meta code"), tr("Time (UTC)")]
                )
                for done, row in enumerate(self._outcomes.each(campaign_id), 1):
                    writer.writerow(_cells(row))
                    if done % 1000 == 0:
                        progress.report(done, total)
                        if progress.cancelled():
                            raise Cancelled
            waiting.replace(path)
        except OSError as error:
            raise WorldError("cannot-write", path=str(path), details=error.strerror or "") from error
        finally:
            waiting.unlink(missing_ok=True)
        return total


def _cells(row: OutcomeRow) -> list[str]:
    reason = meta_error(row.code).title if row.code else left_out(row.reason, row.rule) if row.reason else ""
    cells = [row.phone, row.name, state_word(row.state), reason, str(row.code or ""), iso(row.at) if row.at else ""]
    return [cells[0], *(f"'{cell}" if cell.startswith(_RISKY) else cell for cell in cells[1:])]
