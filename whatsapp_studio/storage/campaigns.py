"""Decides how campaigns are kept, and which changes of their state are possible."""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime

import msgspec

from whatsapp_studio.base.clock import from_iso, iso
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.campaigns.campaign import Campaign, CampaignState, Counts
from whatsapp_studio.campaigns.draft import Draft
from whatsapp_studio.storage.db import Store

_STATE_TO_COUNT = {"ready": "queued", "sending": "in_flight"}


class CampaignStore:
    """Campaigns with their counts, newest first; the streams of journeys are none."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> list[Campaign]:
        """Every campaign that is not in the trash, archived ones too."""
        return self._where("deleted_at IS NULL ORDER BY created_at DESC, rowid DESC")

    def deleted(self) -> list[Campaign]:
        """What is in the trash, the last put there first; each by the name it had."""
        return self._where("deleted_at IS NOT NULL ORDER BY deleted_at DESC, rowid DESC")

    def _where(self, which: str) -> list[Campaign]:
        counts = self._counts()
        rows = self._store.rows(f"SELECT * FROM campaigns WHERE kind = 'campaign' AND {which}")
        return [_campaign(row, counts.get(row["id"], Counts())) for row in rows]

    def get(self, campaign_id: str) -> Campaign:
        """The campaign; raises ``UserError("campaign-unknown")``."""
        row = self._store.row("SELECT * FROM campaigns WHERE id = ?", (campaign_id,))
        if row is None:
            raise UserError("campaign-unknown", name=campaign_id)
        return _campaign(row, self._counts(campaign_id).get(campaign_id, Counts()))

    def by_name(self, name: str) -> Campaign | None:
        row = self._store.row("SELECT id FROM campaigns WHERE name = ? AND kind = 'campaign'", (name,))
        return self.get(row["id"]) if row else None

    def add(self, draft: Draft, now: datetime, follows: str = "", tags: Sequence[str] = ()) -> Campaign:
        """A new draft, maybe for people of the campaign it ``follows``; raises ``UserError("campaign-name-taken")``."""
        campaign_id = uuid.uuid4().hex[:12]
        with named(draft.name), self._store.write() as conn:
            conn.execute(
                "INSERT INTO campaigns (id, name, draft, created_at, updated_at, follows, tags)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    campaign_id, draft.name, msgspec.json.encode(draft).decode(), iso(now), iso(now), follows,
                    msgspec.json.encode(list(tags)).decode(),
                ),
            )
        return self.get(campaign_id)

    def save_draft(self, campaign_id: str, draft: Draft, now: datetime) -> Campaign:
        """Keep a draft as it is; raises when it is no longer a draft or its name is taken."""
        with named(draft.name), self._store.write() as conn:
            changed = conn.execute(
                "UPDATE campaigns SET name = ?, draft = ?, updated_at = ? WHERE id = ? AND state = 'draft'"
                " AND deleted_at IS NULL",
                (draft.name, msgspec.json.encode(draft).decode(), iso(now), campaign_id),
            ).rowcount
        if not changed:
            raise UserError("campaign-not-a-draft", name=draft.name)
        return self.get(campaign_id)

    def delete_draft(self, campaign_id: str) -> None:
        with self._store.write() as conn:
            if not conn.execute("DELETE FROM campaigns WHERE id = ? AND state = 'draft'", (campaign_id,)).rowcount:
                raise UserError("campaign-not-a-draft", name=campaign_id)

    def move(
        self, campaign_id: str, among: Sequence[CampaignState], to: CampaignState, *, pause_reason: str = "",
        finished_at: datetime | None = None,
    ) -> bool:  # fmt: skip
        """Change the state if it is one of ``among``; True when it changed."""
        marks = ",".join("?" * len(among))
        with self._store.write() as conn:
            return bool(
                conn.execute(
                    f"UPDATE campaigns SET state = ?, pause_reason = ?, finished_at = ?"
                    f" WHERE id = ? AND state IN ({marks})",
                    (to, pause_reason, iso(finished_at) if finished_at else None, campaign_id, *among),
                ).rowcount
            )

    def reasons(self, campaign_id: str) -> dict[str, int]:
        """How many were excluded for each reason."""
        rows = self._store.rows(
            "SELECT reason, n FROM counts WHERE campaign_id = ? AND state = 'excluded' AND n > 0"
            " ORDER BY n DESC, reason",
            (campaign_id,),
        )
        return {row["reason"]: row["n"] for row in rows}

    def _counts(self, campaign_id: str | None = None) -> dict[str, Counts]:
        where = "" if campaign_id is None else "WHERE campaign_id = :id"
        rows = self._store.rows(
            f"SELECT campaign_id, state, sum(n) AS n FROM counts {where} GROUP BY campaign_id, state",
            {"id": campaign_id},
        )
        found: dict[str, dict[str, int]] = {}
        for row in rows:
            found.setdefault(row["campaign_id"], {})[_STATE_TO_COUNT.get(row["state"], row["state"])] = row["n"]
        return {key: Counts(**values) for key, values in found.items()}


@contextmanager
def named(name: str) -> Iterator[None]:
    """Turns the unique name's refusal into ``UserError("campaign-name-taken")``."""
    try:
        yield
    except sqlite3.IntegrityError as error:
        raise UserError("campaign-name-taken", name=name) from error


def _campaign(row: sqlite3.Row, counts: Counts) -> Campaign:
    def moment(column: str) -> datetime | None:
        return from_iso(row[column]) if row[column] else None

    draft = msgspec.json.decode(row["draft"], type=Draft)
    return Campaign(
        id=row["id"],
        name=draft.name if row["deleted_at"] else row["name"],
        draft=draft,
        state=row["state"],
        created_at=from_iso(row["created_at"]),
        updated_at=from_iso(row["updated_at"]),
        launched_at=moment("launched_at"),
        starts_at=moment("starts_at"),
        held_until=moment("held_until"),
        finished_at=moment("finished_at"),
        pause_reason=row["pause_reason"],
        template_raw=row["template_raw"],
        counts=counts,
        recurs=bool(row["recurs"]),
        parent_id=row["parent_id"] or "",
        occurs_at=moment("occurs_at"),
        follows=row["follows"],
        tags=tuple(msgspec.json.decode(row["tags"], type=list[str])),
        archived_at=moment("archived_at"),
        deleted_at=moment("deleted_at"),
        rests_until=moment("rests_until"),
        rests_for=row["rests_for"],
        currency=row["currency"],
    )
