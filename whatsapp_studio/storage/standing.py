"""Decides which rules of writing stand at a moment: read once in a transaction, then asked for each message."""

from __future__ import annotations

import sqlite3
from datetime import datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from whatsapp_studio.audience.caps import ROLLING, Cap, begins, counts
from whatsapp_studio.audience.quiet import QuietHours, until
from whatsapp_studio.audience.us import calling_code, country_of
from whatsapp_studio.audience.zones import zone_for
from whatsapp_studio.base.clock import iso
from whatsapp_studio.base.zones import machine_zone, zone_of
from whatsapp_studio.storage.caps import cap_of, limit_of
from whatsapp_studio.storage.practice import is_on
from whatsapp_studio.storage.quiet import presets
from whatsapp_studio.storage.tombstones import marked

# Why a number is on the block list whose owner stopped marketing in WhatsApp: other messages still come through.
META_STOP = "meta-stop"
# A fact that stands while rows may be held by quiet hours that are not so any more.
QUIET_CHANGED = "quiet.changed"
# What a message is for, of a row of the outbox (o) and of its campaign (c): older rows may not say.
PURPOSE = (
    "iif(c.purpose <> '', c.purpose, iif(c.marketing = 1, 'marketing', iif(o.body <> '', 'service', 'utility')))"
)
# Messages that count for a cap: whatever left or may have left, and did not fail at the recipient.
COUNTED = f"""FROM outbox o JOIN campaigns c ON c.id = o.campaign_id
    WHERE o.state NOT IN ('ready', 'excluded', 'failed') AND c.kind <> 'reply' AND {PURPOSE}"""
WHICH = {"any": "IN ('marketing', 'utility')", "marketing": "= 'marketing'", "utility": "= 'utility'"}
# Contacts (p) that may be written to while practice is on.
REACHABLE = "(p.is_test = 1 OR p.phone IN (SELECT phone FROM practice_people))"


class Standing:
    """The rules as they stand at ``now``."""

    def __init__(self, cursor: sqlite3.Cursor, now: datetime) -> None:
        self.now, self.stamp, self._cursor = now, iso(now), cursor
        cursor.row_factory = sqlite3.Row
        self.practice = is_on(cursor.connection)
        self.caps = [cap_of(row) for row in cursor.execute("SELECT * FROM caps WHERE enabled ORDER BY id")]
        self._resets: dict[int, str] = {
            row[0]: row[1] for row in cursor.execute("SELECT id, reset_at FROM caps WHERE enabled AND reset_at <> ''")
        }
        self._limits: dict[str, list[Cap]] = {}
        self.every_limit = list(map(limit_of, cursor.execute("SELECT * FROM country_limits ORDER BY country, purpose")))
        self._calling = tuple({calling_code(limit.country) for limit in self.every_limit})
        for limit in self.every_limit:
            cap = Cap(name=limit.country, most=limit.most, purpose=limit.purpose, window="days", length=limit.days)
            self._limits.setdefault(limit.country, []).append(cap)
        self._presets = presets(cursor.execute("SELECT * FROM quiet_presets"))
        self.default = next((one for one in self._presets.values() if one.is_default), None)
        self.prefixes = [
            (row[0], row[1])
            for row in cursor.execute("SELECT prefix, reason FROM suppressed_prefixes ORDER BY length(prefix) DESC")
        ]
        self.is_erased = marked(cursor.connection)
        self._over: dict[tuple[int, ZoneInfo], datetime | None] = {}

    @cached_property
    def zone(self) -> ZoneInfo:
        """The workspace's."""
        return zone_of(machine_zone()) or ZoneInfo("UTC")

    def zone_of(self, time_zone: str | None, phone: str) -> ZoneInfo:
        """The clock of a contact."""
        return zone_for(time_zone, phone, "", self.zone)

    def hours(self, quiet_id: int | None) -> QuietHours | None:
        """The quiet hours a campaign goes by: those it chose (0: none), else the default."""
        if quiet_id == 0:
            return None
        return self._presets.get(quiet_id or 0, self.default)

    def quiet_until(self, hours: QuietHours, zone: ZoneInfo) -> datetime | None:
        """When these hours are over on a clock; None where they are not on."""
        if (hours.id, zone) not in self._over:
            self._over[hours.id, zone] = until(self.now, hours, zone)
        return self._over[hours.id, zone]

    def prefix(self, phone: str, *, marketing: bool) -> str:
        """The blocked beginning that a number has, or an empty text; Meta's own stop concerns marketing alone."""
        return next(
            (one for one, why in self.prefixes if phone.startswith(one) and (marketing or why != META_STOP)), ""
        )

    def limits(self, purpose: str, phone: str) -> list[Cap]:
        """What the country of a number allows for a purpose."""
        if not phone.startswith(self._calling):
            return []
        return [cap for cap in self._limits.get(country_of(phone), ()) if counts(cap.purpose, purpose)]

    def caps_of(self, purpose: str) -> list[Cap]:
        """The caps that count messages of a purpose."""
        return [cap for cap in self.caps if counts(cap.purpose, purpose)]

    def since(self, cap: Cap, contact: int, zone: ZoneInfo) -> str:
        """The first moment whose messages count: of the window, or after the cap was reset."""
        found = self.window(cap, zone)
        if not cap.id:
            return found
        one = self._cursor.execute(
            "SELECT coalesce(max(at), '') FROM cap_resets WHERE cap_id = ? AND contact_id = ?", (cap.id, contact)
        ).fetchone()
        reset: str = one[0]
        return max(found, reset)

    def window(self, cap: Cap, zone: ZoneInfo) -> str:
        """The first moment whose messages count on a clock, for whoever was not reset alone."""
        # Rolling, what is as old as the window is out of it; moments are kept in milliseconds.
        found = iso(begins(cap, self.now, zone)) + ("!" if cap.window in ROLLING else "")
        return max(found, self._resets.get(cap.id, ""))

    def resets(self, cap: Cap) -> dict[int, str]:
        """Since when a cap counts for those contacts for whom it was reset."""
        return {row[0]: row[1] for row in self._cursor.execute(
            "SELECT contact_id, at FROM cap_resets WHERE cap_id = ?", (cap.id,)
        )}  # fmt: skip

    def sent(self, cap: Cap, contact: int, zone: ZoneInfo, leaving: int) -> list[tuple[str, int]]:
        """What counts for a cap already, but for the message ``leaving``: when it was claimed, and its priority."""
        found = self._cursor.execute(
            f"SELECT o.claimed_at AS at, c.priority {COUNTED} {WHICH[cap.purpose]}"
            " AND o.contact_id = :contact AND o.claimed_at >= :since AND o.id <> :id",
            {"contact": contact, "since": self.since(cap, contact, zone), "id": leaving},
        )
        return [(row["at"], row["priority"]) for row in found.fetchall()]
