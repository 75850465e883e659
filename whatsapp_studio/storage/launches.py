"""Decides how a campaign's rows are made, all or none, and taken away again while nothing has left."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

import msgspec

from whatsapp_studio.base.clock import iso
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.campaigns.draft import Draft
from whatsapp_studio.campaigns.plan import Planned
from whatsapp_studio.storage import enclosures
from whatsapp_studio.storage.db import Store
from whatsapp_studio.templates.template import parse


class LaunchStore:
    """Puts campaigns into the outbox. Every method is one transaction."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def launch(
        self, campaign_id: str, draft: Draft, template_raw: str, recipients: Iterable[Planned], *, now: datetime,
        starts_at: datetime | None, held_until: datetime | None, rate: int | None,
        translations: Mapping[str, str] | None = None,
    ) -> int:  # fmt: skip
        """Write the campaign's rows and set it going, all or nothing; returns how many are queued.

        ``translations`` are the templates (JSON) of the languages that recipients name.

        Raises ``UserError("campaign-not-a-draft")`` when it was launched already.
        """
        encode = msgspec.json.Encoder().encode
        files: set[str] = set()
        queued = 0
        purpose = "marketing" if parse(template_raw).category == "MARKETING" else draft.purpose

        def rows() -> Iterable[tuple[object, ...]]:
            nonlocal queued
            for one in recipients:
                person = one.contact
                queued += not one.reason
                files.update(enclosures.files_of(one.fill))
                yield (
                    f"{campaign_id}:{person.id}", campaign_id, person.id, person.phone,
                    f"{person.first_name} {person.last_name}".strip(), "excluded" if one.reason else "ready",
                    one.reason, one.rule, encode(one.fill).decode(), one.language, one.treatment, one.wave,
                    iso(one.not_before) if one.not_before else "", one.market, one.price, one.rate_id, person.time_zone,
                )  # fmt: skip

        with self._store.write() as conn:
            changed = conn.execute(
                "UPDATE campaigns SET state = ?, draft = ?, template_raw = ?, sender = ?, marketing = ?, purpose = ?,"
                " priority = ?, quiet_id = ?, rate = ?, launched_at = ?, starts_at = ?, held_until = ?,"
                " zone = ?, per_day = ?, fail_percent = ?, day = '', day_claimed = 0, rests_until = NULL,"
                " rests_for = '', pause_reason = '', finished_at = NULL"
                " WHERE id = ? AND state = 'draft'",
                (
                    "scheduled" if starts_at else "sending", encode(draft).decode(), template_raw, draft.sender,
                    purpose == "marketing", purpose, draft.priority, draft.quiet_id, rate, iso(now),
                    iso(starts_at) if starts_at else None, iso(held_until) if held_until else None,
                    draft.schedule.zone, draft.per_day, draft.fail_percent, campaign_id,
                ),
            ).rowcount  # fmt: skip
            if not changed:
                raise UserError("campaign-not-a-draft", name=draft.name)
            conn.executemany(
                "INSERT INTO campaign_translations (campaign_id, language, raw) VALUES (?, ?, ?)",
                [(campaign_id, language, raw) for language, raw in (translations or {}).items()],
            )
            conn.executemany(
                "INSERT INTO outbox (key, campaign_id, contact_id, phone, name, state, reason, rule, fill, language,"
                " treatment, wave, not_before, market, price, rate_id, zone)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows(),
            )
            enclosures.note(conn, campaign_id, files)
        return queued

    def undo_launch(self, campaign_id: str) -> None:
        """Make it a draft again while nothing has left; raises ``UserError("already-left")`` after."""
        with self._store.write() as conn:
            left = conn.execute(
                "SELECT 1 FROM outbox WHERE campaign_id = :id"
                " AND (state NOT IN ('ready', 'excluded') OR attempts > 0)"
                " UNION ALL SELECT 1 FROM campaigns WHERE id = :id AND state IN ('done', 'stopped') LIMIT 1",
                {"id": campaign_id},
            ).fetchone()
            if left:
                raise UserError("already-left")
            conn.execute("DELETE FROM outbox WHERE campaign_id = ?", (campaign_id,))
            for table in ("campaign_translations", "campaign_media"):
                conn.execute(f"DELETE FROM {table} WHERE campaign_id = ?", (campaign_id,))
            conn.execute(
                "UPDATE campaigns SET state = 'draft', launched_at = NULL, starts_at = NULL, held_until = NULL,"
                " template_raw = '' WHERE id = ? AND state IN ('sending', 'scheduled', 'paused')",
                (campaign_id,),
            )
