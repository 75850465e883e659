"""Decides how messages to test contacts are queued and read: by the one way out, and counted nowhere else.

A proof is a campaign of the kind ``proof``: lists, reports and rates know only the others.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import msgspec

from whatsapp_studio.audience.contact import Contact
from whatsapp_studio.base.clock import iso
from whatsapp_studio.storage import enclosures
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.streams import NOT_NO
from whatsapp_studio.templates.template import Template


class ProofMessage(msgspec.Struct, frozen=True, kw_only=True):
    """What one test contact is sent: a template in one language, and its values by place."""

    contact: Contact
    template: Template
    values: dict[str, str] = {}


class ProofResult(msgspec.Struct, frozen=True, kw_only=True):
    """How the message to a contact stands: a state of the outbox, and Meta's code where it failed.

    ``reason`` is why it was left out (marketing goes to test contacts who said yes alone), ``rule`` what decided that.
    """

    contact: int
    name: str
    phone: str
    state: str
    reason: str = ""
    rule: str = ""
    code: int = 0


class ProofStore:
    """Proofs in the outbox."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def add(self, proof: str, sender: str, messages: Sequence[ProofMessage], now: datetime) -> None:
        """Queue them, all or nothing. Whoever opted out is left out when it would leave, as always."""
        encode = msgspec.json.Encoder().encode
        first = messages[0].template
        others = {one.template.language: one.template.raw for one in messages if one.template != first}
        with self._store.write() as conn:
            conn.execute(
                "INSERT INTO campaigns (id, name, draft, state, template_raw, sender, marketing, created_at,"
                " updated_at, launched_at, kind, purpose)"
                " VALUES (:id, :id, '{}', 'sending', :raw, :sender, :asks, :now, :now, :now, 'proof', :purpose)",
                {
                    "id": proof, "raw": first.raw, "sender": sender, "asks": NOT_NO, "now": iso(now),
                    "purpose": first.category.lower(),
                },
            )
            conn.executemany(
                "INSERT INTO campaign_translations (campaign_id, language, raw) VALUES (?, ?, ?)",
                [(proof, language, raw) for language, raw in others.items()],
            )
            conn.executemany(
                "INSERT INTO outbox (key, campaign_id, contact_id, phone, name, fill, language, queued_at)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    (
                        f"{proof}:{one.contact.id}", proof, one.contact.id, one.contact.phone,
                        f"{one.contact.first_name} {one.contact.last_name}".strip(), encode(one.values).decode(),
                        "" if one.template == first else one.template.language, iso(now),
                    )
                    for one in messages
                ],
            )  # fmt: skip
            enclosures.note(conn, proof, (hash for one in messages for hash in enclosures.files_of(one.values)))

    def results(self, proof: str) -> list[ProofResult]:
        """Each message of a proof as it stands, in the order they were queued."""
        rows = self._store.rows(
            "SELECT contact_id, name, phone, state, reason, rule, code FROM outbox WHERE campaign_id = ? ORDER BY id",
            (proof,),
        )
        return [
            ProofResult(
                contact=row["contact_id"], name=row["name"] or row["phone"], phone=row["phone"], state=row["state"],
                reason=row["reason"], rule=row["rule"], code=row["code"],
            )
            for row in rows
        ]  # fmt: skip

    def pause_reason(self, proof: str) -> str:
        """Why nothing of it leaves; empty where nothing stands in the way."""
        return str(self._store.value("SELECT pause_reason FROM campaigns WHERE id = ?", (proof,)) or "")

    def test_contacts(self) -> list[int]:
        """The ids of everybody who is ticked as a test contact, by name."""
        rows = self._store.rows("SELECT id FROM contacts WHERE is_test = 1 ORDER BY first_name, last_name, id")
        return [row["id"] for row in rows]
