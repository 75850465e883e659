"""Decides how the rows behind a report are read, without counting a million of them for a screen."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator

from whatsapp_studio.base.clock import from_iso
from whatsapp_studio.reports.report import OutcomeRow
from whatsapp_studio.storage.db import Store

_TO_STATE = {"queued": "ready", "in_flight": "sending"}
_FROM_STATE = {"ready": "queued", "sending": "in_flight"}


class OutcomeStore:
    """Reads the outbox for reports."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def rows(
        self, campaign_id: str, state: str = "", search: str = "", reason: str = "", offset: int = 0, limit: int = 200
    ) -> list[OutcomeRow]:
        """A page of recipients in the order they were planned; ``state`` is a key of ``Counts`` or empty for all."""
        where, params = _where(campaign_id, state, search, reason)
        found = self._store.rows(
            f"SELECT * FROM outbox WHERE {where} ORDER BY id LIMIT :limit OFFSET :offset",
            {**params, "limit": limit, "offset": offset},
        )
        return [_row(one) for one in found]

    def count(self, campaign_id: str, state: str = "", search: str = "", reason: str = "") -> int:
        where, params = _where(campaign_id, state, search, reason)
        return int(str(self._store.value(f"SELECT count(*) FROM outbox WHERE {where}", params)))

    def each(self, campaign_id: str) -> Iterator[OutcomeRow]:
        """Every recipient of a campaign, read in pages."""
        after = 0
        while page := self._store.rows(
            "SELECT * FROM outbox WHERE campaign_id = ? AND id > ? ORDER BY id LIMIT 5000", (campaign_id, after)
        ):
            after = page[-1]["id"]
            yield from map(_row, page)

    def errors(self, campaign_id: str) -> dict[int, int]:
        """Failures by Meta's code, most frequent first."""
        rows = self._store.rows(
            "SELECT reason, n FROM counts WHERE campaign_id = ? AND state = 'failed' AND n > 0 ORDER BY n DESC, reason",
            (campaign_id,),
        )
        return {int(row["reason"].removeprefix("meta-") or 0): row["n"] for row in rows}

    def failed_after_acceptance(self, campaign_id: str) -> int:
        return int(
            str(
                self._store.value(
                    "SELECT count(*) FROM outbox WHERE campaign_id = ? AND state = 'failed' AND wamid IS NOT NULL",
                    (campaign_id,),
                )
            )
        )

    def has_receipts(self) -> bool:
        """Whether a status from Meta ever arrived in this workspace."""
        return self._store.value("SELECT 1 FROM news LIMIT 1") is not None

    def span(self, campaign_id: str) -> tuple[str, str]:
        """When the first and the last request were settled, as stored text."""
        row = self._store.row(
            "SELECT min(settled_at) AS first, max(settled_at) AS last FROM outbox"
            " WHERE campaign_id = ? AND attempts > 0",
            (campaign_id,),
        )
        return (row["first"] or "", row["last"] or "") if row else ("", "")


def _where(campaign_id: str, state: str, search: str, reason: str) -> tuple[str, dict[str, object]]:
    where, params = "campaign_id = :id", {"id": campaign_id, "state": _TO_STATE.get(state, state), "reason": reason}
    if state:
        where += " AND state = :state"
    if reason:
        where += " AND reason = :reason"
    if search:
        where += r" AND (fold(name) LIKE fold(:search) ESCAPE '\' OR phone LIKE :search ESCAPE '\')"
        params["search"] = "%" + re.sub(r"([\\%_])", r"\\\1", search) + "%"
    return where, dict(params)


def _row(row: sqlite3.Row) -> OutcomeRow:
    at = row["news_at"] or row["settled_at"] or row["claimed_at"]
    return OutcomeRow(
        id=row["id"],
        contact=row["contact_id"],
        name=row["name"],
        phone=row["phone"],
        state=_FROM_STATE.get(row["state"], row["state"]),
        reason=row["reason"],
        rule=row["rule"] if row["state"] == "excluded" else "",
        code=row["code"],
        details=row["details"],
        at=from_iso(at) if at else None,
    )
