"""Decides what the faces can ask about contacts: finding, keeping, lists, consent, blocking and imports."""

from __future__ import annotations

import threading
from array import array
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

import msgspec

from whatsapp_studio.audience.consent import OPT_OUTS, Say
from whatsapp_studio.audience.contact import Contact, CustomField
from whatsapp_studio.audience.fields import Value, read_value
from whatsapp_studio.audience.importing import ImportPlan, ImportPreview, ImportResult, ReadOptions
from whatsapp_studio.audience.languages import read_language
from whatsapp_studio.audience.outcome import ImportOutcome, ImportRecord, UndoResult
from whatsapp_studio.audience.phone import other_spelling, read_phone
from whatsapp_studio.audience.places import read_time_zone
from whatsapp_studio.audience.segment import ContactList, ContactQuery
from whatsapp_studio.base.audit import MOST_IDS, difference, told_ids
from whatsapp_studio.base.clock import Clock, iso
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.base.events import Changes, Tell
from whatsapp_studio.base.paths import WorkspacePaths
from whatsapp_studio.base.progress import Progress, Unwatched
from whatsapp_studio.services.noting import Noting
from whatsapp_studio.storage.contacts import ContactStore
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.imports import ImportStore
from whatsapp_studio.storage.known_values import known_values
from whatsapp_studio.storage.lists import ListStore
from whatsapp_studio.storage.tombstones import marked

EVERYBODY = ContactQuery()
BY_HAND = "by hand"


class Contacts:
    """The people of a workspace. Every method may be called from any thread."""

    def __init__(self, store: Store, paths: WorkspacePaths, clock: Clock, tell: Tell) -> None:
        self._store = store
        self._paths = paths
        self._clock = clock
        self._tell = tell
        self._contacts = ContactStore(store)
        self._lists = ListStore(store)
        self._imports = ImportStore(store)
        self._importing = threading.Lock()
        self._audit, self._audit_list = Noting(store, clock, "contact"), Noting(store, clock, "list")
        self._audit_field, self._audit_workspace = Noting(store, clock, "field"), Noting(store, clock, "workspace")

    def _now(self) -> str:
        return iso(self._clock.now())

    # Finding

    def count(self, query: ContactQuery = EVERYBODY) -> int:
        """How many contacts a query finds."""
        return self._contacts.count(query)

    def ids(self, query: ContactQuery = EVERYBODY, limit: int | None = None) -> array[int]:
        """The ids a query finds, in its order, ``limit`` at most: what a long table scrolls over."""
        return self._contacts.ids(query, limit)

    def get(self, id: int) -> Contact | None:
        """One contact."""
        return self._contacts.get(id)

    def get_many(self, ids: Sequence[int]) -> list[Contact]:
        """Contacts in the order asked for; those that are gone are left out."""
        return self._contacts.get_many(ids)

    def by_phone(self, phone: str) -> Contact | None:
        """The contact of an E.164 number, also by the other way its country writes it."""
        other = other_spelling(phone)
        return self._contacts.by_phone(phone, *([other] if other else []))

    def ledger(self, phone: str) -> list[tuple[str, str, str, str]]:
        """What a number answered to marketing: state, source, time, evidence; the newest first."""
        return self._contacts.ledger(phone)

    # Keeping

    def save(self, contact: Contact) -> Contact:
        """Add (id 0) or change a contact; the number becomes E.164, with the contact's country as default.

        A marketing answer that differs goes into the ledger as given by hand; "unknown" leaves it as it is.
        """
        language, zone = read_language(contact.language), read_time_zone(contact.time_zone)
        if language is None:
            raise UserError("language-invalid", value=contact.language)
        if zone is None:
            raise UserError("time-zone-invalid", value=contact.time_zone)
        fields = {f.name: _fitting(contact.fields[f.name], f) for f in self.fields() if f.name in contact.fields}
        with self._store.write():
            before = self.get(contact.id) if contact.id else None
            if contact.id and before is None:
                raise UserError("contact-gone")
            phone, country = _number(contact, before)
            if (before is None or before.phone != phone) and marked(self._store.db.conn)(phone):
                raise UserError("erased-person")
            twin = self.by_phone(phone) if phone else None
            if twin is not None and twin.id != contact.id:
                raise UserError("phone-taken", id=twin.id)
            wa_id = contact.wa_id if before is None or before.phone == phone else ""
            tidied = msgspec.structs.replace(
                contact, phone=phone, country=country, language=language, time_zone=zone, wa_id=wa_id, fields=fields,
                first_name=contact.first_name.strip(), last_name=contact.last_name.strip(),
            )  # fmt: skip
            now = self._now()
            id = self._contacts.write(tidied, now)
            self._note_saved(id, before)
            if contact.marketing != "unknown" and contact.marketing != (before.marketing if before else "unknown"):
                self._contacts.say([id], contact.marketing, BY_HAND, now)
        self._tell(Changes(contacts=True))
        saved = self.get(id)
        assert saved is not None
        return saved

    def delete(self, ids: Sequence[int]) -> int:
        """Forget contacts; whoever opted out stays blocked. Returns how many there were."""
        with self._store.write():
            few = [one.id for one in self.get_many(ids)] if len(ids) <= MOST_IDS else []
            gone = self._contacts.delete(ids, self._now())
            for id in few:
                self._audit("contact-deleted", id)
            if not few and gone:
                self._audit("contacts-deleted", before={"count": gone})
        self._tell(Changes(contacts=True, lists=True))
        return gone

    def set_consent(self, ids: Sequence[int], state: Say, source: str) -> int:
        """Write a marketing answer and where it was given into the ledger; returns how many contacts."""
        told = self._contacts.say(ids, state, source, self._now())
        self._tell(Changes(contacts=True))
        return told

    def block(self, phones: Sequence[str], reason: str, source: str) -> int:
        """Put E.164 numbers on the block list; returns how many were not on it."""
        new = self._contacts.block(phones, reason, source, self._now(), opts_out=reason in OPT_OUTS)
        self._tell(Changes(contacts=True))
        return new

    def unblock(self, phones: Sequence[str]) -> int:
        """Let numbers be written to again; a marketing "no" becomes "unknown". Returns how many were blocked."""
        freed = self._contacts.unblock(phones, self._now())
        self._tell(Changes(contacts=True))
        return freed

    def blocked_phones(self) -> list[tuple[str, str, datetime]]:
        """The block list: number, reason, since when."""
        return self._contacts.blocked_phones()

    def _note_saved(self, id: int, before: Contact | None) -> None:
        was, now = difference(_told(before), _told(self.get(id)))
        if was or now:
            self._audit("contact-changed" if before else "contact-added", id, "", was if before else None, now)

    # Fields

    def fields(self) -> list[CustomField]:
        """Every custom field."""
        return self._contacts.fields()

    def values(self, field: str, most: int = 200) -> list[str]:
        """Values that contacts have in a field, the commonest first; none where they are no texts."""
        kind = next((one.kind for one in self.fields() if one.name == field), "")
        return known_values(self._store, field, kind, most)

    def add_field(self, field: CustomField) -> None:
        """Add a custom field: a typed column of its own."""
        with self._store.write():
            self._contacts.add_field(field)
            self._audit_field("field-added", field.name, field.label, None, {"label": field.label, "kind": field.kind})
        self._tell(Changes(contacts=True))

    # Lists

    def lists(self) -> list[ContactList]:
        """Every list, by name."""
        return self._lists.all()

    def create_list(self, name: str) -> ContactList:
        """A new, empty list."""
        with self._store.write():
            created = self._lists.create(name, self._now())
            self._audit_list("list-created", created.id, created.name, None, {"name": created.name})
        self._tell(Changes(lists=True))
        return created

    def rename_list(self, id: int, name: str) -> None:
        """Give a list another name."""
        with self._store.write():
            before = self._list_name(id)
            self._lists.rename(id, name)
            after = self._list_name(id)
            self._audit_list("list-renamed", id, after, {"name": before}, {"name": after})
        self._tell(Changes(lists=True))

    def delete_list(self, id: int) -> None:
        """Delete a list; its contacts stay."""
        with self._store.write():
            name = self._list_name(id)
            self._lists.delete(id)
            self._audit_list("list-deleted", id, name, {"name": name})
        self._tell(Changes(lists=True))

    def add_to_list(self, id: int, ids: Sequence[int]) -> int:
        """Put contacts on a list; returns how many are new on it."""
        with self._store.write():
            added = self._lists.add(id, ids)
            if added:
                self._audit_list("list-filled", id, self._list_name(id), None, {**told_ids(ids), "new": added})
        self._tell(Changes(lists=True))
        return added

    def remove_from_list(self, id: int, ids: Sequence[int]) -> int:
        """Take contacts off a list; returns how many were on it."""
        with self._store.write():
            removed = self._lists.remove(id, ids)
            if removed:
                self._audit_list("list-emptied", id, self._list_name(id), {**told_ids(ids), "gone": removed})
        self._tell(Changes(lists=True))
        return removed

    def _list_name(self, id: int) -> str:
        return str(self._store.value("SELECT name FROM lists WHERE id = ?", (id,)) or "")

    # Imports

    def preview(
        self,
        path: Path,
        options: ReadOptions | None = None,
        mapping: Mapping[str, str] | None = None,
        country: str = "",
    ) -> ImportPreview:
        """The first 100 rows of a file as they will be read, with what is guessed and a suggested mapping."""
        from whatsapp_studio.services import importing

        return importing.preview(self._store, path, options, mapping, country)

    def import_file(self, path: Path, plan: ImportPlan, progress: Progress | None = None) -> ImportResult:
        """Import a file in one transaction: done whole, or (cancelled, crashed) not at all. Raises Cancelled."""
        from whatsapp_studio.services import importing

        if not self._importing.acquire(blocking=False):
            raise UserError("import-busy")
        try:
            result = importing.Import(self._store, self._paths, self._clock, path, plan, progress or Unwatched()).run()
        finally:
            self._importing.release()
        if not plan.dry_run:
            self._tell(Changes(contacts=True, lists=True))
        return result

    def outcome(self, path: Path, plan: ImportPlan, progress: Progress | None = None) -> ImportOutcome:
        """What ``import_file`` would do with this plan, with the first rows of each kind; nothing is written.

        Reads the whole file: call it in a job. Raises Cancelled, and what ``import_file`` raises.
        """
        from whatsapp_studio.services import importing

        dry = msgspec.structs.replace(plan, dry_run=True)
        return importing.Import(
            self._store, self._paths, self._clock, path, dry, progress or Unwatched()
        ).outcome()  # fmt: skip

    def imports(self) -> tuple[ImportRecord, ...]:
        """Every import, the newest first; only the last one can be undone."""
        return self._imports.all()

    def undo_import(self, progress: Progress | None = None) -> UndoResult:
        """Take the last import back, in one transaction; what came of its contacts since is kept, and counted.

        Raises UserError("import-nothing-to-undo") where the last one is undone already, and Cancelled.
        """
        if not self._importing.acquire(blocking=False):
            raise UserError("import-busy")
        try:
            undone = self._imports.undo(self._now(), progress or Unwatched())
        finally:
            self._importing.release()
        self._tell(Changes(contacts=True, lists=True, audit=True))
        return undone

    def remove_sample(self) -> int:
        """Delete exactly the sample contacts; returns how many."""
        with self._store.write():
            removed = self._contacts.remove_sample(self._now())
            self._audit_workspace("sample-removed", before={"contacts": removed})
        self._tell(Changes(contacts=True, lists=True))
        return removed


def _number(contact: Contact, before: Contact | None) -> tuple[str, str]:
    """The number of a contact and its country. One that Meta knows by a user id needs none.

    A number that was there before stays, though it be of no plan we know.
    """
    if not contact.phone.strip() and contact.user_id:
        return "", contact.country
    read = read_phone(contact.phone, contact.country)
    if not isinstance(read, str):
        return read
    if before is not None and before.phone == contact.phone and contact.phone:
        return contact.phone, contact.country
    raise UserError("phone-invalid", value=contact.phone, why=read)


def _told(contact: Contact | None) -> dict[str, object]:
    """What the audit log compares of a contact; consent has a ledger of its own."""
    if contact is None:
        return {}
    kept = {name: value for name, value in contact.values().items() if value not in ("", None)}
    return {**kept, "is_test": contact.is_test}


def _fitting(value: Value, field: CustomField) -> Value:
    """A value as its field keeps it; typed text is read, as in an import."""
    if not isinstance(value, str):
        return value
    try:
        return read_value(value, field.kind)
    except ValueError as error:
        raise UserError(f"value-not-a-{field.kind}", value=value, column=field.label) from error
