"""Decides what a report is as CSV: a line a recipient, which Excel opens as it is."""

from __future__ import annotations

import csv
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from whatsapp_studio.base.clock import iso
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.base.progress import Progress, Unwatched
from whatsapp_studio.reports.which import EVERYBODY, Which
from whatsapp_studio.services.reporting_files import HEAD, Cell, Recipients, watched, whole

if TYPE_CHECKING:
    from whatsapp_studio.services.reporting import Reports


def write_csv(
    reports: Reports, campaign_id: str, path: Path, progress: Progress = Unwatched(), which: Which = EVERYBODY
) -> int:
    """One line a recipient of ``which``, UTF-8 with a mark so that Excel reads it; returns the number of lines.

    Raises ``WorldError("cannot-write")`` and ``Cancelled``; either way no file is left behind.
    """
    recipients, total, written = Recipients(reports, campaign_id), reports.row_count(campaign_id, which), 0
    with whole(path) as waiting, waiting.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([tr(one) for one in HEAD])
        for row in watched(reports.each(campaign_id, which), total, progress):
            writer.writerow([_text(cell) for cell in recipients.cells(row)])
            written += 1
    return written


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    return iso(cell) if isinstance(cell, datetime) else str(cell)
