"""Decides which recipients a list holds, and reads any page of it, over several outcomes as if they were one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from whatsapp_studio.qt.reports.outcomes import PAGE
from whatsapp_studio.reports.report import OutcomeRow

if TYPE_CHECKING:
    from whatsapp_studio.services.reporting import Reports


@dataclass(frozen=True)
class Choice:
    """One campaign's recipients in ``states`` (an empty one means all), by text and by reason."""

    reports: Reports
    campaign: str
    states: tuple[str, ...]
    search: str = ""
    reason: str = ""

    def count(self) -> int:
        """How many there are."""
        return sum(self._count(state) for state in self.states)

    def page(self, offset: int) -> list[OutcomeRow]:
        """Up to a page of them from ``offset`` on, one outcome after the other."""
        rows: list[OutcomeRow] = []
        for state in self.states:
            if len(self.states) > 1:
                n = self._count(state)
                if offset >= n:
                    offset -= n
                    continue
            rows += self.reports.rows(
                self.campaign, state=state, search=self.search, reason=self.reason, offset=offset,
                limit=PAGE - len(rows),
            )  # fmt: skip
            offset = 0
            if len(rows) == PAGE:
                break
        return rows

    def _count(self, state: str) -> int:
        return self.reports.row_count(self.campaign, state=state, search=self.search, reason=self.reason)
