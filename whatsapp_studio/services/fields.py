"""Decides what the faces can ask about custom fields: what is in them, where they are used, changing and deleting."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from whatsapp_studio.audience.contact import CustomField, FieldKind
from whatsapp_studio.audience.fields import field_name, read_value
from whatsapp_studio.base.clock import Clock
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.base.events import Changes, Tell
from whatsapp_studio.services.noting import Noting
from whatsapp_studio.storage.contacts import ContactStore
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.fields import FieldStore
from whatsapp_studio.storage.rule_indexes import keep_up
from whatsapp_studio.storage.segments import rules_of


class Use(NamedTuple):
    """Where a field is used: a ``campaign``, ``journey`` or ``segment`` with its id and name."""

    kind: str
    id: str
    name: str


class KeptField(NamedTuple):
    """A field, how many contacts have a value in it, and where it is used."""

    field: CustomField
    filled: int
    uses: tuple[Use, ...]


class Fields:
    """The fields a workspace added. Every method may be called from any thread."""

    def __init__(self, store: Store, clock: Clock, tell: Tell) -> None:
        self._store, self._tell = store, tell
        self._contacts, self._kept = ContactStore(store), FieldStore(store)
        self._audit = Noting(store, clock, "field")

    def all(self) -> tuple[KeptField, ...]:
        """Every field in its order; reads every contact once."""
        fields = self._contacts.fields()
        names = [field.name for field in fields]
        filled, uses = self._kept.filled(names), self._kept.uses(names)
        return tuple(
            KeptField(field, filled[field.name], tuple(Use(*use) for use in uses[field.name])) for field in fields
        )

    def add(self, label: str, kind: FieldKind, options: Sequence[str] = ()) -> CustomField:
        """A new field; expressions know it by a name made of its label. Raises ``UserError``."""
        tidied = self._label(label)
        with self._store.write():
            name = field_name(tidied, (field.name for field in self._contacts.fields()))
            field = CustomField(name=name, label=tidied, kind=kind, options=_tidy(options))
            self._contacts.add_field(field)
            self._audit("field-added", name, tidied, None, {"label": tidied, "kind": kind})
        self._tell(_CHANGED)
        return field

    def change(
        self, name: str, *, label: str | None = None, kind: FieldKind | None = None,
        options: Sequence[str] | None = None,
    ) -> CustomField:  # fmt: skip
        """Change what a field is called, offers or holds; its name in expressions stays.

        Raises ``UserError``: ``field-gone``, ``field-label-empty``, ``field-label-taken``; ``field-kind-unfit`` names a
        value that is none of the new kind, and nothing is changed then.
        """
        with self._store.write() as conn:
            before = self._get(name)
            after = msgspec.structs.replace(
                before, label=before.label if label is None else self._label(label, name), kind=kind or before.kind,
                options=before.options if options is None else _tidy(options),
            )  # fmt: skip
            if after == before:
                return before
            if after.kind != before.kind:
                found = self._kept.values(conn, name)
                self._kept.convert(conn, after, {value: _converted(value, before, after) for value, _n in found})
            self._kept.describe(conn, after)
            self._audit("field-changed", name, after.label, _told(before), _told(after))
        if after.kind != before.kind:
            # What segments were answered by went with the old column.
            keep_up(self._store, rules_of(self._store.db.conn).values())
        self._tell(_CHANGED)
        return after

    def delete(self, name: str) -> None:
        """Forget a field and what is in it. Raises ``UserError("field-used")``, which names where."""
        with self._store.write() as conn:
            field = self._get(name)
            uses = self._kept.uses([name])[name]
            if uses:
                raise UserError("field-used", field=field.label, places=", ".join(f"“{use[2]}”" for use in uses[:5]))
            self._kept.delete(conn, name)
            self._audit("field-deleted", name, field.label, _told(field), None)
        self._tell(_CHANGED)

    def _get(self, name: str) -> CustomField:
        found = next((field for field in self._contacts.fields() if field.name == name), None)
        if found is None:
            raise UserError("field-gone")
        return found

    def _label(self, label: str, name: str = "") -> str:
        tidied = " ".join(label.split())
        if not tidied:
            raise UserError("field-label-empty")
        taken = (field for field in self._contacts.fields() if field.name != name)
        if any(field.label.casefold() == tidied.casefold() for field in taken):
            raise UserError("field-label-taken", label=tidied)
        return tidied


_CHANGED = Changes(contacts=True, segments=True, audit=True)


def _told(field: CustomField) -> dict[str, object]:
    return {"label": field.label, "kind": field.kind, "options": list(field.options) or None}


def _tidy(options: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for option in options if (one := " ".join(option.split()))))


def _converted(value: object, before: CustomField, after: CustomField) -> str | float | bool | None:
    """A value as the database keeps it once its field is of another kind."""
    try:
        read = read_value(_written(value, before.kind), after.kind)
    except ValueError as error:
        raise UserError("field-kind-unfit", field=before.label, value=_written(value, before.kind)) from error
    return json.dumps(read, ensure_ascii=False) if isinstance(read, tuple) else read


def _written(value: object, kind: FieldKind) -> str:
    """A value of the database as somebody would write it."""
    if kind == "boolean":
        return "yes" if value else "no"
    if kind == "list":
        return "; ".join(json.loads(str(value)))
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
