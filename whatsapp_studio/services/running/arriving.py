"""Decides how events that come from outside are read: which contact is meant, and what is wrong where they are none."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from whatsapp_studio.audience.importing import ReadOptions
from whatsapp_studio.audience.phone import other_spelling, read_phone
from whatsapp_studio.base.errors import Blocked, Problem, UserError, WorldError
from whatsapp_studio.services.running.events import Event, Scalar, checked
from whatsapp_studio.services.textfile import TextFile
from whatsapp_studio.storage.contacts import ContactStore
from whatsapp_studio.storage.db import Store

MOST_BYTES, MOST_EVENTS, MOST_TOLD = 50_000_000, 100_000, 20
SUFFIXES = (".csv", ".json")
_OWN = ("event", "phone", "fields")


class Raw(NamedTuple):
    """One event as somebody wrote it, and where: a line of a file, or its place in a list, from 1."""

    place: int
    event: object
    phone: object
    fields: Mapping[object, object]


class Arriving:
    """Reads events. Where one of several is wrong none of them counts, and every one that is wrong is named."""

    def __init__(self, store: Store, country: Callable[[], str]) -> None:
        self._contacts, self._country = ContactStore(store), country

    def file(self, path: Path) -> list[Event]:
        """The events of a CSV or JSON file. Raises ``Blocked``, ``UserError`` or ``WorldError("cannot-read")``."""
        suffix = path.suffix.lower()
        if suffix not in SUFFIXES:
            raise UserError("events-file-kind", name=path.name)
        try:
            if path.stat().st_size > MOST_BYTES:
                raise UserError("events-file-large", most=MOST_BYTES // 1_000_000)
            raws = _of_csv(path) if suffix == ".csv" else _of_json(path.read_bytes())
            found = self.events(raws)
        except OSError as error:
            raise WorldError("cannot-read", path=str(path), details=error.strerror or "") from error
        if not found:
            raise UserError("events-none")
        return found

    def body(self, name: str, raw: bytes) -> list[Event]:
        """The events of a request: ``{"phone": …, "fields": {…}}``, several of them in a list, or nothing at all."""
        return self.events(_of_body(name, raw))

    def events(self, raws: Iterable[Raw]) -> list[Event]:
        """These as events; raises ``Blocked`` with what is wrong, the first ones only where it is a lot."""
        found: list[Event] = []
        wrong: list[Problem] = []
        for raw in raws:
            if len(found) + len(wrong) >= MOST_EVENTS:
                raise UserError("events-many", most=MOST_EVENTS)
            try:
                found.append(self._event(raw))
            except UserError as error:
                wrong.append(Problem(error.code, str(raw.place), error.facts))
        if wrong:
            raise Blocked(tuple(wrong))
        return found

    def contact(self, phone: str) -> int:
        """The contact a number is of; raises ``UserError`` for what is no number, and for nobody's."""
        read = read_phone(phone, self._country())
        # A number that is kept is somebody's, whatever is known of numbers.
        number = "+" + re.sub(r"\D", "", phone) if isinstance(read, str) else read[0]
        contact = self._contacts.by_phone(*(one for one in (number, other_spelling(number)) if one))
        if contact is None:
            if isinstance(read, str):
                raise UserError(read, value=phone[:40])
            raise UserError("event-phone-unknown", value=phone[:40])
        return contact.id

    def _event(self, raw: Raw) -> Event:
        if not isinstance(raw.event, str):
            raise UserError("event-name", most=64)
        if raw.phone is not None and not isinstance(raw.phone, str | int):
            raise UserError("phone-not-a-number", value=str(raw.phone)[:40])
        fields: dict[str, Scalar] = {}
        for name, given in raw.fields.items():
            if not isinstance(name, str) or not isinstance(given, Scalar):
                raise UserError("event-field", field=str(name)[:64])
            fields[name] = given
        event = checked(Event(name=raw.event, fields=fields))
        phone = "" if raw.phone is None else str(raw.phone).strip()
        return Event(name=event.name, contact=self.contact(phone), fields=fields) if phone else event


def _of_csv(path: Path) -> Iterator[Raw]:
    rows = TextFile(path, ReadOptions()).rows()
    first = next(rows, None)
    if first is None:
        return
    names = [cell.strip().lstrip("\ufeff") for cell in first[1]]
    known = [name.casefold() for name in names]
    if "event" not in known or "phone" not in known:
        raise UserError("events-columns")
    event, phone = known.index("event"), known.index("phone")
    for line, cells in rows:
        if not any(cell.strip() for cell in cells):
            continue
        padded = [*(cell.strip() for cell in cells), *[""] * (len(names) - len(cells))]
        fields: dict[object, object] = {
            name: cell
            for n, (name, cell) in enumerate(zip(names, padded, strict=False))
            if n not in (event, phone) and name and cell
        }
        yield Raw(line, padded[event], padded[phone], fields)


def _of_json(raw: bytes) -> Iterator[Raw]:
    found = _json(raw)
    if not isinstance(found, list):
        raise UserError("events-shape")
    for place, one in enumerate(found, 1):
        yield _raw(place, one)


def _of_body(name: str, raw: bytes) -> Iterator[Raw]:
    found = _json(raw) if raw.strip() else {}
    for place, one in enumerate(found if isinstance(found, list) else [found], 1):
        yield _raw(place, one)._replace(event=name)


def _raw(place: int, one: object) -> Raw:
    inner = one.get("fields") if isinstance(one, dict) else None
    if not isinstance(one, dict) or not isinstance(inner, dict | None):
        raise UserError("events-shape")
    others = {name: given for name, given in one.items() if name not in _OWN}
    return Raw(place, one.get("event"), one.get("phone"), {**others, **(inner or {})})


def _json(raw: bytes) -> object:
    try:
        found: object = json.loads(raw.decode("utf-8-sig"), parse_constant=_no_number)
        if b"\\ud" in raw.lower():
            # Half a character, which JSON can write and nothing can keep.
            json.dumps(found, ensure_ascii=False).encode()
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 0)
        raise UserError("events-json", line=line) if line else UserError("events-shape") from error
    return found


def _no_number(text: str) -> float:
    raise ValueError(f"{text} is no number")
