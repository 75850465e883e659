"""Decides how samples to look at a message with are typed, brought in from a file, and kept."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from whatsapp_studio.base.clock import Clock
from whatsapp_studio.base.errors import UserError, WorldError
from whatsapp_studio.base.events import Changes, Tell
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.samples import PreviewSample, SampleStore

__all__ = ["MOST", "PreviewSample", "PreviewSamples"]
MOST = 1_000
_MOST_BYTES = 5_000_000
_ROOTS = ("contact", "event", "journey", "campaign")
_NAME = "name"


class PreviewSamples:
    """Everything a person can ask of saved samples. Every method may be called from any thread."""

    def __init__(self, store: Store, clock: Clock, tell: Tell) -> None:
        self._kept, self._clock, self._tell = SampleStore(store), clock, tell

    def all(self) -> list[PreviewSample]:
        """Every sample, by name."""
        return self._kept.all()

    def save(self, name: str, values: Mapping[str, str], id: int | None = None) -> None:
        """Keep a sample: a new one, or that of ``id`` under this name and with these values (by path).

        Raises ``UserError``: no name, a name that is taken, one sample too many.
        """
        name = " ".join(name.split())
        if not name:
            raise UserError("sample-name-empty")
        known = self.all()
        if any(one.name.casefold() == name.casefold() and one.id != id for one in known):
            raise UserError("sample-name-taken", name=name)
        if id is not None:
            self._kept.change(id, name, dict(values), self._clock.now())
        elif len(known) >= MOST:
            raise UserError("samples-many", most=MOST)
        else:
            self._kept.put([(name, dict(values))], self._clock.now())
        self._tell(Changes(content=True))

    def delete(self, ids: Iterable[int]) -> int:
        """Forget samples; returns how many there were."""
        gone = self._kept.delete(ids)
        self._tell(Changes(content=True))
        return gone

    def import_file(self, path: Path) -> int:
        """Bring samples in from CSV (a header, a sample a row) or JSON (a list of objects); returns how many.

        A column or key ``name`` names the sample; others are paths, of the contact where they name no other. Samples
        of the same name are replaced. Raises ``UserError`` for what cannot be read, ``WorldError("cannot-read")``.
        """
        found = read_samples(path)
        names = {one.name.casefold() for one in self.all()} | {name.casefold() for name, _ in found}
        if len(names) > MOST:
            raise UserError("samples-many", most=MOST)
        self._kept.put(found, self._clock.now())
        self._tell(Changes(content=True))
        return len(found)


def read_samples(path: Path) -> list[tuple[str, dict[str, str]]]:
    """The samples of a file, each with its values by path; errors as :meth:`PreviewSamples.import_file`."""
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise UserError("samples-file-large", most=_MOST_BYTES // 1_000_000)
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise WorldError("cannot-read", path=str(path), details=error.strerror or "") from error
    except UnicodeDecodeError as error:
        raise UserError("samples-file-odd", name=path.name) from error
    rows = _of_json(text, path.name) if text.lstrip()[:1] in ("[", "{") else _of_csv(text, path.name)
    if not rows:
        raise UserError("samples-file-odd", name=path.name)
    if len(rows) > MOST:
        raise UserError("samples-many", most=MOST)
    found: dict[str, tuple[str, dict[str, str]]] = {}
    for number, row in enumerate(rows, 1):
        called = next((key for key in row if key.casefold() == _NAME), _NAME)
        name = " ".join(row.pop(called, "").split()) or tr("Sample {n}", n=number)
        found[name.casefold()] = name, {_path(key): value for key, value in row.items() if value != ""}
    return list(found.values())


def _of_csv(text: str, file: str) -> list[dict[str, str]]:
    head = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=head.count)
    try:
        rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise UserError("samples-file-odd", name=file) from error
    return [{key.strip(): (value or "").strip() for key, value in row.items() if key and key.strip()} for row in rows]


def _of_json(text: str, file: str) -> list[dict[str, str]]:
    try:
        found = json.loads(text)
    except ValueError as error:
        raise UserError("samples-file-odd", name=file) from error
    rows = found if isinstance(found, list) else [found]
    if not all(isinstance(row, dict) for row in rows):
        raise UserError("samples-file-odd", name=file)
    return [dict(_flat(row)) for row in rows]


def _flat(value: Mapping[str, Any], before: str = "") -> list[tuple[str, str]]:
    """``{"contact": {"city": "Delft"}}`` as ``contact.city``."""
    found: list[tuple[str, str]] = []
    for key, inner in value.items():
        if isinstance(inner, dict):
            found += _flat(inner, f"{before}{key}.")
        elif inner is not None:
            said = ("false", "true")[inner] if isinstance(inner, bool) else str(inner)
            found.append((f"{before}{key}", said))
    return found


def _path(key: str) -> str:
    return key if key.partition(".")[0] in _ROOTS and "." in key else f"contact.{key}"
