"""Decides how campaigns are put away and found again: the archive, the trash, their tags.

What is in the trash has no name of its own in the table, so another campaign may have it; its draft keeps it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

import msgspec

from whatsapp_studio.base.clock import iso
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.campaigns.campaign import Campaign
from whatsapp_studio.storage.campaigns import CampaignStore
from whatsapp_studio.storage.db import Store

# No name that a person can type begins so.
_NAMELESS = "\x1f"
_PUT_AWAY = "state IN ('draft', 'done', 'stopped') AND deleted_at IS NULL"


class ShelfStore:
    """Marks of campaigns. Every method is one transaction, and joins the one that is open on this thread."""

    def __init__(self, store: Store) -> None:
        self._store, self._campaigns = store, CampaignStore(store)

    def archive(self, campaign_id: str, now: datetime) -> bool:
        """Put a draft, or what is over, out of the list, with the turns of it that are over; True when it was not."""
        with self._store.write() as conn:
            changed = conn.execute(
                f"UPDATE campaigns SET archived_at = ? WHERE id = ? AND archived_at IS NULL AND {_PUT_AWAY}",
                (iso(now), campaign_id),
            ).rowcount
            if changed:
                conn.execute(
                    f"UPDATE campaigns SET archived_at = ? WHERE parent_id = ? AND archived_at IS NULL AND {_PUT_AWAY}",
                    (iso(now), campaign_id),
                )
        return bool(changed)

    def unarchive(self, campaign_id: str) -> bool:
        """Fetch it back, with the turns of it; True when it was in the archive."""
        with self._store.write() as conn:
            changed = conn.execute(
                "UPDATE campaigns SET archived_at = NULL WHERE id = ? AND archived_at IS NOT NULL", (campaign_id,)
            ).rowcount
            conn.execute("UPDATE campaigns SET archived_at = NULL WHERE parent_id = ?", (campaign_id,))
        return bool(changed)

    def trash(self, campaign_id: str, now: datetime) -> bool:
        """Put a draft into the trash; False for what is no draft, or there already."""
        with self._store.write() as conn:
            return bool(
                conn.execute(
                    "UPDATE campaigns SET deleted_at = ?, name = ?"
                    " WHERE id = ? AND state = 'draft' AND parent_id IS NULL AND deleted_at IS NULL",
                    (iso(now), _NAMELESS + campaign_id, campaign_id),
                ).rowcount
            )

    def restore(self, campaign_id: str) -> str:
        """Fetch a draft out of the trash; returns its name, which has a number where another took its own.

        Empty where it was not in the trash.
        """
        with self._store.write() as conn:
            before = self._campaigns.get(campaign_id)
            if before.deleted_at is None:
                return ""
            name, n = before.name, 1
            while conn.execute("SELECT 1 FROM campaigns WHERE name = ?", (name,)).fetchone():
                n += 1
                name = f"{before.name} {n}"
            draft = msgspec.structs.replace(before.draft, name=name)
            conn.execute(
                "UPDATE campaigns SET deleted_at = NULL, name = ?, draft = ? WHERE id = ?",
                (name, msgspec.json.encode(draft).decode(), campaign_id),
            )
        return name

    def erase(self, campaign_id: str) -> bool:
        """Delete what is in the trash for good; False for what is not there."""
        with self._store.write() as conn:
            return bool(
                conn.execute(
                    "DELETE FROM campaigns WHERE id = ? AND state = 'draft' AND deleted_at IS NOT NULL", (campaign_id,)
                ).rowcount
            )

    def put_tags(self, campaign_id: str, tags: Sequence[str]) -> None:
        """Give it these tags and no others; raises ``UserError("campaign-unknown")``."""
        with self._store.write() as conn:
            changed = conn.execute(
                "UPDATE campaigns SET tags = ? WHERE id = ?", (msgspec.json.encode(list(tags)).decode(), campaign_id)
            ).rowcount
        if not changed:
            raise UserError("campaign-unknown", name=campaign_id)

    def costs(self) -> dict[str, tuple[Decimal, str]]:
        """What each campaign with a currency has cost so far, with that currency; by id."""
        rows = self._store.rows("SELECT id, spent, currency FROM campaigns WHERE currency <> '' AND NOT recurs")
        return {row["id"]: (Decimal(row["spent"]) / 1_000_000, row["currency"]) for row in rows}

    def get(self, campaign_id: str) -> Campaign:
        """The campaign, in the trash or not; raises ``UserError("campaign-unknown")``."""
        return self._campaigns.get(campaign_id)
