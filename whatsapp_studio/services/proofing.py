"""Decides how a message is tried for real before a campaign: to test contacts only, and counted nowhere else."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence

from whatsapp_studio.audience.contact import Contact
from whatsapp_studio.base.clock import Clock
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.base.events import Changes, Tell
from whatsapp_studio.services.intake import Contacts
from whatsapp_studio.services.noting import Noting
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.proofs import ProofMessage, ProofResult, ProofStore

__all__ = ["MOST", "ProofMessage", "ProofResult", "Proofs"]

MOST = 20


class Proofs:
    """Test messages. Every method may be called from any thread."""

    def __init__(self, store: Store, contacts: Contacts, clock: Clock, tell: Tell, wake: Callable[[], None]) -> None:
        self._kept, self._contacts = ProofStore(store), contacts
        self._store, self._audit = store, Noting(store, clock, "campaign")
        self._clock, self._tell, self._wake = clock, tell, wake

    def people(self) -> list[Contact]:
        """Everybody who is ticked as a test contact."""
        return self._contacts.get_many(self._kept.test_contacts())

    def send(self, messages: Sequence[ProofMessage], sender: str = "") -> str:
        """Queue these messages, at most 20, and return the id of the proof; ``sender`` is a phone number's id.

        Raises ``UserError``: ``proof-nobody``, ``proof-too-many``, ``proof-not-test`` (somebody is no test contact) or
        ``template-not-approved``.
        """
        if not messages:
            raise UserError("proof-nobody")
        if len(messages) > MOST:
            raise UserError("proof-too-many", most=MOST, count=len(messages))
        for one in messages:
            if not one.contact.is_test:
                raise UserError("proof-not-test", name=one.contact.first_name or one.contact.phone)
            if not one.template.sendable:
                facts = {"template": one.template.name, "language": one.template.language}
                raise UserError("template-not-approved", **facts, status=one.template.status.lower())
        proof = f"proof-{uuid.uuid4().hex}"
        with self._store.write():
            self._kept.add(proof, sender, messages, self._clock.now())
            people = [one.contact.id for one in messages]
            self._audit("proof-sent", proof, messages[0].template.name, after={"messages": len(people), "ids": people})
        self._tell(Changes(campaigns=frozenset({proof}), sending=True))
        self._wake()
        return proof

    def results(self, proof: str) -> list[ProofResult]:
        """How each message of a proof stands."""
        return self._kept.results(proof)

    def pause_reason(self, proof: str) -> str:
        """Why nothing of it leaves (a code of ``base.wording``), or an empty text."""
        return self._kept.pause_reason(proof)
