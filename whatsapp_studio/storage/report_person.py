"""Decides how all that is known of one message is read."""

from __future__ import annotations

from datetime import datetime

from whatsapp_studio.base.clock import from_iso
from whatsapp_studio.reports.recipient import Recipient, Reply, Status
from whatsapp_studio.reports.report import OutcomeRow
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.report_figures import TAPPED
from whatsapp_studio.templates.template import parse

# Rows that wait for something else than a time have this as theirs.
_NEVER = "9999"


class PersonStore:
    """Reads single messages."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def read(self, row: OutcomeRow) -> Recipient | None:
        """All there is of the message of ``row``; None where it is gone meanwhile."""
        found = self._store.row(
            "SELECT o.*, c.name AS campaign, c.launched_at, coalesce("
            " (SELECT raw FROM campaign_translations t WHERE t.campaign_id = c.id AND t.treatment = o.treatment"
            " AND t.language = o.language),"
            " (SELECT raw FROM campaign_translations t WHERE t.campaign_id = c.id AND t.treatment = o.treatment"
            " AND t.language = ''), c.template_raw) AS template_raw"
            " FROM outbox o JOIN campaigns c ON c.id = o.campaign_id WHERE o.id = ?",
            (row.id,),
        )
        if found is None:
            return None

        def moment(text: str | None) -> datetime | None:
            return from_iso(text) if text and not text.startswith(_NEVER) else None

        wamid = found["wamid"] or ""
        news = self._store.rows("SELECT * FROM news WHERE wamid = ? ORDER BY at, id", (wamid,)) if wamid else []
        answers = self._store.rows(
            f"SELECT i.at, i.text, i.payload, {TAPPED} AS tapped FROM inbox i WHERE i.context = ? AND i.context <> ''"
            " ORDER BY i.at, i.wamid",
            (wamid,),
        )
        template = parse(found["template_raw"]) if found["template_raw"] else None
        return Recipient(
            row=row, campaign=found["campaign"], template=template.name if template else "",
            planned_at=moment(found["queued_at"] or found["launched_at"]), not_before=moment(found["not_before"]),
            claimed_at=moment(found["claimed_at"]), settled_at=moment(found["settled_at"]),
            attempts=found["attempts"], wamid=wamid, trace=found["trace"], billed=found["billed"],
            billed_as=found["billed_as"],
            statuses=tuple(
                Status(status=one["status"], at=from_iso(one["at"]), code=one["code"], details=one["details"])
                for one in news
            ),
            replies=tuple(
                Reply(at=from_iso(one["at"]), text=one["text"] or one["payload"], tapped=bool(one["tapped"]))
                for one in answers
            ),
        )  # fmt: skip
