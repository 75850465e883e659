"""Decides how the account at Meta is kept: its ids and facts, never its secrets."""

from __future__ import annotations

from datetime import datetime

import msgspec

from whatsapp_studio.base.clock import from_iso, iso
from whatsapp_studio.storage.db import Store


class Connection(msgspec.Struct, frozen=True, kw_only=True):
    """One business number at Meta, with what Meta said of it at ``checked_at``.

    ``quality_rating`` is GREEN, YELLOW, RED or UNKNOWN; ``throughput`` STANDARD (80 messages/s), HIGH (1,000/s)
    or empty; ``messaging_limit`` such as TIER_2K; ``graph_url`` the base URL, Meta's own or a sandbox's.
    """

    waba_id: str
    phone_number_id: str
    graph_url: str
    display_phone_number: str = ""
    verified_name: str = ""
    quality_rating: str = ""
    throughput: str = ""
    messaging_limit: str = ""
    is_sandbox: bool = False
    checked_at: datetime
    token_expires_at: datetime | None = None
    verify_token: str = ""


class ConnectionStore:
    """The one connection of a workspace, its acknowledgements and loose facts."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def current(self) -> Connection | None:
        row = self._store.row("SELECT * FROM connection WHERE id = 1")
        if row is None:
            return None
        return Connection(
            waba_id=row["waba_id"],
            phone_number_id=row["phone_number_id"],
            graph_url=row["graph_url"],
            display_phone_number=row["display_phone_number"],
            verified_name=row["verified_name"],
            quality_rating=row["quality_rating"],
            throughput=row["throughput"],
            messaging_limit=row["messaging_limit"],
            is_sandbox=bool(row["is_sandbox"]),
            checked_at=from_iso(row["checked_at"]),
            token_expires_at=from_iso(row["token_expires_at"]) if row["token_expires_at"] else None,
            verify_token=row["verify_token"],
        )

    def save(self, connection: Connection) -> None:
        """Keep ``connection`` in the place of the one before."""
        expires = connection.token_expires_at
        with self._store.write() as conn:
            conn.execute(
                "INSERT OR REPLACE INTO connection (id, waba_id, phone_number_id, graph_url, display_phone_number,"
                " verified_name, quality_rating, throughput, messaging_limit, is_sandbox, checked_at,"
                " token_expires_at, verify_token) VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    connection.waba_id, connection.phone_number_id, connection.graph_url,
                    connection.display_phone_number, connection.verified_name, connection.quality_rating,
                    connection.throughput, connection.messaging_limit, connection.is_sandbox,
                    iso(connection.checked_at), iso(expires) if expires else "", connection.verify_token,
                ),
            )  # fmt: skip

    def forget(self) -> None:
        """Drop the connection and the copy of its templates; campaigns and reports stay."""
        with self._store.write() as conn:
            conn.execute("DELETE FROM connection")
            conn.execute("DELETE FROM templates")

    def acknowledged(self) -> dict[str, datetime]:
        """What was acknowledged, and when."""
        return {row["code"]: from_iso(row["at"]) for row in self._store.rows("SELECT code, at FROM acknowledgements")}

    def acknowledge(self, code: str, at: datetime | None) -> None:
        """Acknowledge ``code`` at a time, or take it back with None."""
        with self._store.write() as conn:
            if at is None:
                conn.execute("DELETE FROM acknowledgements WHERE code = ?", (code,))
            else:
                conn.execute("INSERT OR IGNORE INTO acknowledgements VALUES (?, ?)", (code, iso(at)))

    def fact(self, name: str) -> str:
        """A loose fact of the workspace, or an empty text."""
        return str(self._store.value("SELECT value FROM facts WHERE name = ?", (name,)) or "")

    def set_fact(self, name: str, value: str) -> None:
        with self._store.write() as conn:
            conn.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (name, value))
