"""Decides how reports are asked for: on a page, as a file, on the command line, always the same numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, tzinfo
from functools import lru_cache
from pathlib import Path

import msgspec

from whatsapp_studio.base.errors import UserError
from whatsapp_studio.base.progress import Cancelled, Progress, Unwatched
from whatsapp_studio.base.zones import machine_zone, zone_of
from whatsapp_studio.campaigns.campaign import Campaign
from whatsapp_studio.reports.figures import together
from whatsapp_studio.reports.places import market_of
from whatsapp_studio.reports.recipient import Recipient
from whatsapp_studio.reports.report import OutcomeRow, Report, funnel
from whatsapp_studio.reports.tally import Tally
from whatsapp_studio.reports.which import EVERYBODY, Which
from whatsapp_studio.storage.campaign_log import CampaignLog
from whatsapp_studio.storage.campaign_log import Entry as Entry
from whatsapp_studio.storage.campaigns import CampaignStore
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.outcomes import OutcomeStore, clock_of
from whatsapp_studio.storage.report_figures import FigureStore
from whatsapp_studio.storage.report_person import PersonStore
from whatsapp_studio.storage.report_versions import VersionStore


class Reports:
    """Reports of launched campaigns. Of one that recurs they are the sum of its turns."""

    def __init__(self, store: Store, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._now = now
        self._campaigns = CampaignStore(store)
        self._outcomes = OutcomeStore(store)
        self._figures = FigureStore(store)
        self._versions = VersionStore(store)
        self._people = PersonStore(store)
        self._log = CampaignLog(store)

    def report(self, campaign_id: str) -> Report:
        """The totals as they stand now, at once; raises ``UserError("campaign-unknown")``."""
        with self._figures.at_one_moment():
            return self._headline(campaign_id)

    def full(self, campaign_id: str, progress: Progress = Unwatched()) -> Report:
        """The report with its details, all of one moment; goes through every row, so it takes a job.

        Raises ``UserError("campaign-unknown")`` and ``Cancelled``.
        """
        with self._figures.at_one_moment(), self._figures.with_room():
            report = self._headline(campaign_id)
            ids = self._ids(report)
            replies, clicks = self._figures.answers(ids)
            zone = self.zone()
            tally = Tally(
                replies, clicks, zone_of=lambda clock: clock_of(clock, zone), market_of=market_of,
                version_of=lru_cache(maxsize=None)(self._versions.reader(ids)),
            )  # fmt: skip
            done = 0
            for one in ids:
                for batch in self._figures.batches(one):
                    tally.add(one, batch)
                    done += len(batch)
                    progress.report(done, report.counts.total)
                    if progress.cancelled():
                        raise Cancelled
            return msgspec.structs.replace(report, details=tally.details(zone, str(zone), ids))

    def zone(self) -> tzinfo:
        """The clock that reports are told by, and that of contacts of whom no other is known."""
        return zone_of(machine_zone()) or UTC

    def ids(self, campaign_id: str) -> tuple[str, ...]:
        """The campaigns that a report is about: itself, or its turns."""
        campaign = self._campaigns.get(campaign_id)
        return tuple(self._figures.turns(campaign_id)) if campaign.recurs else (campaign_id,)

    def rows(
        self, campaign_id: str, which: Which = EVERYBODY, offset: int = 0, limit: int = 200
    ) -> list[OutcomeRow]:
        """A page of recipients."""
        return self._outcomes.rows(self.ids(campaign_id), which, offset, limit, zone=self.zone())

    def each(self, campaign_id: str, which: Which = EVERYBODY) -> Iterator[OutcomeRow]:
        """Every recipient of a choice, one by one."""
        return self._outcomes.each(self.ids(campaign_id), which, zone=self.zone())

    def row_count(self, campaign_id: str, which: Which = EVERYBODY) -> int:
        """How many recipients a choice has."""
        return self._outcomes.count(self.ids(campaign_id), which, zone=self.zone())

    def recipient(self, row_id: int) -> Recipient | None:
        """All that is known of one message; None where its row is gone."""
        row = self._outcomes.one(row_id)
        return self._people.read(row) if row is not None else None

    def happened(self, campaign_id: str) -> list[Entry]:
        """What happened to the campaign and its turns by itself, the newest first."""
        ids = {campaign_id, *self.ids(campaign_id)}
        return sorted((one for id in ids for one in self._log.of(id)), key=lambda one: (one.at, one.id), reverse=True)

    def export_csv(self, campaign_id: str, path: Path, progress: Progress = Unwatched()) -> int:
        """One line a recipient, whatever the file is called."""
        from whatsapp_studio.services.reporting_csv import write_csv

        return write_csv(self, campaign_id, path, progress)

    def export(
        self, campaign_id: str, path: Path, progress: Progress = Unwatched(), *, which: Which = EVERYBODY
    ) -> int:
        """The report as the ending of ``path`` says: ``.csv``, ``.xlsx`` or ``.html``; ``which`` are its people.

        A page has no people. Raises ``UserError("report-kind")``, ``WorldError("cannot-write")`` and ``Cancelled``;
        then no file is left behind.
        """
        match path.suffix.lower():
            case ".csv":
                from whatsapp_studio.services.reporting_csv import write_csv

                return write_csv(self, campaign_id, path, progress, which)
            case ".xlsx":
                from whatsapp_studio.services.reporting_xlsx import write_xlsx

                return write_xlsx(self, campaign_id, path, progress, which)
            case ".html":
                from whatsapp_studio.services.reporting_html import write_html

                return write_html(self, campaign_id, path, progress)
        raise UserError("report-kind", name=path.name)

    def _headline(self, campaign_id: str) -> Report:
        campaign = self._campaigns.get(campaign_id)
        turns: Sequence[Campaign] = ()
        if campaign.recurs:
            turns = [self._campaigns.get(id) for id in self._figures.turns(campaign_id)]
        counts = together([one.counts for one in turns]) if campaign.recurs else campaign.counts
        totals = self._figures.totals([one.id for one in turns] if campaign.recurs else [campaign_id])
        return Report(
            campaign=campaign, counts=counts, funnel=funnel(counts, totals.failed_later), replied=totals.replied,
            clicked=totals.clicked, opted_out=totals.opted_out, excluded=totals.excluded, errors=totals.errors,
            has_receipts=bool(counts.sent + counts.delivered + counts.read + totals.failed_later), at=self._now(),
            turns=tuple(turns),
        )  # fmt: skip

    @staticmethod
    def _ids(report: Report) -> tuple[str, ...]:
        return tuple(one.id for one in report.turns) if report.campaign.recurs else (report.campaign.id,)
