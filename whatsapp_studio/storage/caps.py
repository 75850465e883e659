"""Decides how caps and the limits of countries are kept."""

from __future__ import annotations

import sqlite3

import msgspec

from whatsapp_studio.audience.caps import Cap, CapPurpose, CountryLimit
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.storage.db import Store

_replace = msgspec.structs.replace


class CapStore:
    """Caps and the limits of countries as the workspace keeps them."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> tuple[Cap, ...]:
        """Every cap by name."""
        return tuple(map(cap_of, self._store.rows("SELECT * FROM caps ORDER BY fold(name)")))

    def get(self, id: int) -> Cap | None:
        row = self._store.row("SELECT * FROM caps WHERE id = ?", (id,))
        return cap_of(row) if row is not None else None

    def save(self, cap: Cap) -> int:
        """Add (id 0) or change one; raises ``UserError("cap-name-taken")``."""
        kept = msgspec.json.encode(_replace(cap, id=0, name="", enabled=True)).decode()
        with self._store.write() as conn:
            taken = conn.execute("SELECT 1 FROM caps WHERE name = ? COLLATE NOCASE AND id <> ?", (cap.name, cap.id))
            if taken.fetchone():
                raise UserError("cap-name-taken", name=cap.name)
            if cap.id:
                conn.execute(
                    "UPDATE caps SET name = ?, cap = ?, enabled = ? WHERE id = ?", (cap.name, kept, cap.enabled, cap.id)
                )
                return cap.id
            added = conn.execute(
                "INSERT INTO caps (name, cap, enabled) VALUES (?, ?, ?)", (cap.name, kept, cap.enabled)
            )
            return int(added.lastrowid or 0)

    def delete(self, id: int) -> None:
        with self._store.write() as conn:
            conn.execute("DELETE FROM caps WHERE id = ?", (id,))

    def reset(self, id: int, contact_id: int | None, now: str) -> None:
        """Count from now on only: for one contact, or with None for everybody."""
        with self._store.write() as conn:
            if contact_id is None:
                conn.execute("UPDATE caps SET reset_at = ? WHERE id = ?", (now, id))
                conn.execute("DELETE FROM cap_resets WHERE cap_id = ?", (id,))
            else:
                conn.execute("INSERT OR REPLACE INTO cap_resets VALUES (?, ?, ?)", (id, contact_id, now))

    def limits(self) -> tuple[CountryLimit, ...]:
        """Every country's limit, by country and purpose."""
        return tuple(map(limit_of, self._store.rows("SELECT * FROM country_limits ORDER BY country, purpose")))

    def save_limit(self, limit: CountryLimit) -> None:
        """Keep the limit of a country and purpose, instead of the one there was."""
        with self._store.write() as conn:
            conn.execute(
                "INSERT OR REPLACE INTO country_limits (country, purpose, most, days) VALUES (?, ?, ?, ?)",
                (limit.country, limit.purpose, limit.most, limit.days),
            )

    def delete_limit(self, country: str, purpose: CapPurpose) -> None:
        with self._store.write() as conn:
            conn.execute("DELETE FROM country_limits WHERE country = ? AND purpose = ?", (country, purpose))


def cap_of(row: sqlite3.Row) -> Cap:
    """The cap of a row of ``caps``."""
    kept = msgspec.json.decode(row["cap"], type=Cap)
    return _replace(kept, id=row["id"], name=row["name"], enabled=bool(row["enabled"]))


def limit_of(row: sqlite3.Row) -> CountryLimit:
    """The limit of a row of ``country_limits``."""
    return CountryLimit(country=row["country"], purpose=row["purpose"], most=row["most"], days=row["days"])
