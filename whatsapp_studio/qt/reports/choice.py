"""Decides which recipients a list holds, and reads any page of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from whatsapp_studio.qt.reports.outcomes import PAGE
from whatsapp_studio.reports.report import OutcomeRow
from whatsapp_studio.reports.which import Which

if TYPE_CHECKING:
    from whatsapp_studio.services.reporting import Reports


@dataclass(frozen=True)
class Choice:
    """Those recipients of one campaign that ``which`` says."""

    reports: Reports
    campaign: str
    which: Which

    def count(self) -> int:
        """How many there are."""
        return self.reports.row_count(self.campaign, self.which)

    def page(self, offset: int) -> list[OutcomeRow]:
        """Up to a page of them from ``offset`` on."""
        return self.reports.rows(self.campaign, self.which, offset, PAGE)
