"""Decides what the faces can ask about one contact: notes, what happened, and who is kept twice."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from typing import Literal, NamedTuple
from zoneinfo import ZoneInfo

from whatsapp_studio.audience.contact import Contact
from whatsapp_studio.audience.merging import Merge, merged
from whatsapp_studio.audience.note import KINDS, Happening, HappeningKind, Note
from whatsapp_studio.audience.zones import zone_of_country, zone_of_number
from whatsapp_studio.base.clock import Clock, iso
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.base.events import Changes, Tell
from whatsapp_studio.base.zones import zone_of
from whatsapp_studio.services.surrounding import machine_zone
from whatsapp_studio.storage.audit import note_many
from whatsapp_studio.storage.contacts import ContactStore, slices
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.merges import MergeStore
from whatsapp_studio.storage.notes import NoteStore
from whatsapp_studio.storage.timeline import TimelineStore

_LONGEST = 10_000


class InJourney(NamedTuple):
    """A journey a contact was in: its id and name, whether still inside, and whether as a test."""

    journey: str
    name: str
    inside: bool
    test: bool


class TheirClock(NamedTuple):
    """Whose clock counts for a contact, and why: its ``own`` field, its ``number``, ``country``, or ``workspace``."""

    zone: ZoneInfo
    source: Literal["own", "number", "country", "workspace"]


class People:
    """What is known about single contacts. Every method may be called from any thread."""

    def __init__(self, store: Store, clock: Clock, tell: Tell) -> None:
        self._store, self._clock, self._tell = store, clock, tell
        self._contacts = ContactStore(store)
        self._notes, self._timeline, self._merges = NoteStore(store), TimelineStore(store), MergeStore(store)

    def set_test(self, ids: Sequence[int], on: bool) -> int:
        """Tick contacts as test contacts, or no longer; returns how many are not as they were."""
        changed = 0
        with self._store.write() as conn:
            for part in slices(ids):
                rows = conn.execute(
                    "UPDATE contacts SET is_test = ?, updated_at = ? WHERE is_test <> ?"
                    " AND id IN (SELECT value FROM json_each(?)) RETURNING id",
                    (int(on), self._now(), int(on), json.dumps(part)),
                ).fetchall()
                changed += len(rows)
                note_many(
                    conn, self._now(), "contact-changed", "contact",
                    ((id, "", {"is_test": not on}, {"is_test": on}) for (id,) in rows),
                )  # fmt: skip
        self._tell(Changes(contacts=True, audit=True))
        return changed

    # Notes

    def notes(self, contact: int) -> list[Note]:
        """A contact's notes, the newest first."""
        return self._notes.of(contact)

    def add_note(self, contact: int, text: str) -> int:
        """Keep a note; its id. Raises ``UserError``: ``note-empty``, ``note-too-long``, ``contact-gone``."""
        added = self._notes.add(contact, _tidy(text), self._now())
        self._tell(Changes(contacts=True, audit=True))
        return added

    def change_note(self, id: int, text: str) -> None:
        """Give a note other words. Raises ``UserError``, also ``note-gone``."""
        self._notes.change(id, _tidy(text), self._now())
        self._tell(Changes(contacts=True, audit=True))

    def delete_note(self, id: int) -> None:
        """Forget a note. Raises ``UserError("note-gone")``."""
        self._notes.delete(id, self._now())
        self._tell(Changes(contacts=True, audit=True))

    # What happened

    def timeline(
        self, contact: int, kinds: Collection[HappeningKind] = KINDS, after: Happening | None = None, limit: int = 200
    ) -> list[Happening]:
        """A page of what happened to a contact, the newest first; ``after`` is the last line of the page before."""
        return self._timeline.of(contact, kinds, after, limit)

    def lists(self, contact: int) -> list[tuple[int, str]]:
        """The lists a contact is on: id and name, by name."""
        rows = self._store.rows(
            "SELECT l.id, l.name FROM list_members m JOIN lists l ON l.id = m.list_id WHERE m.contact_id = ?"
            " ORDER BY fold(l.name)",
            (contact,),
        )
        return [(row["id"], row["name"]) for row in rows]

    def journeys(self, contact: int) -> list[InJourney]:
        """The journeys a contact is or was in; those it is inside of come first."""
        rows = self._store.rows(
            "SELECT r.journey_id, j.name, max(r.ended IS NULL) AS inside, r.test FROM runs r"
            " JOIN journeys j ON j.id = r.journey_id WHERE r.contact_id = ? GROUP BY r.journey_id, r.test"
            " ORDER BY inside DESC, max(r.entered) DESC",
            (contact,),
        )
        return [InJourney(row["journey_id"], row["name"], bool(row["inside"]), bool(row["test"])) for row in rows]

    def clock_of(self, contact: Contact) -> TheirClock:
        """The time zone of a contact, as quiet hours and journeys ask for it, and where it comes from."""
        if contact.time_zone and (own := zone_of(contact.time_zone)) is not None:
            return TheirClock(own, "own")
        if contact.phone:
            found = zone_of_number(contact.phone)
            if found is not None:
                return TheirClock(found, "number")
        elif contact.country and (there := zone_of_country(contact.country)) is not None:
            return TheirClock(there, "country")
        return TheirClock(zone_of(machine_zone()) or ZoneInfo("UTC"), "workspace")

    # Merging

    def twins(self) -> list[tuple[int, int]]:
        """Pairs of contacts that are one telephone line, or one number at Meta; reads every number of BR, MX and AR."""
        return self._merges.twins()

    def merges(self, contact: int) -> list[Merge]:
        """The merges a contact came out of, the newest first."""
        return self._merges.of(contact)

    def merge(self, kept: int, gone: int, of_gone: Collection[str]) -> int:
        """Make one contact of two; ``of_gone`` names the values taken from the one that goes. Returns the merge's id.

        Messages, answers, notes, lists and journeys of both belong to the kept one then; a no stays a no.
        Raises ``UserError``: ``contact-gone``, ``merge-with-itself``, ``merge-both-inside``.
        """
        if kept == gone:
            raise UserError("merge-with-itself")
        with self._store.write():
            result = merged(self._get(kept), self._get(gone), of_gone)
            made = self._merges.merge(result, gone, self._now())
        self._tell(_CHANGED)
        return made

    def unmerge(self, id: int) -> tuple[int, int]:
        """Take a merge back: both are as they were; their ids. Raises ``UserError("merge-changed")``."""
        both = self._merges.undo(id, self._now())
        self._tell(_CHANGED)
        return both

    def _get(self, id: int) -> Contact:
        found = self._contacts.get(id)
        if found is None:
            raise UserError("contact-gone")
        return found

    def _now(self) -> str:
        return iso(self._clock.now())


_CHANGED = Changes(contacts=True, lists=True, audit=True, inbox=True, sending=True)


def _tidy(text: str) -> str:
    tidied = text.strip()
    if not tidied:
        raise UserError("note-empty")
    if len(tidied) > _LONGEST:
        raise UserError("note-too-long", most=_LONGEST)
    return tidied
