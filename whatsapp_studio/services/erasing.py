"""Decides what a person can ask for: everything that is held about them, and that it is taken out for good."""

from __future__ import annotations

import html
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import msgspec

from whatsapp_studio.base.clock import Clock, iso
from whatsapp_studio.base.errors import UserError, WorldError
from whatsapp_studio.base.events import Changes, Tell
from whatsapp_studio.base.i18n import mark, tr
from whatsapp_studio.storage import erasing
from whatsapp_studio.storage.audit import note, note_many
from whatsapp_studio.storage.db import Store

KIND_WORDS: Mapping[str, str] = {
    "contacts": mark("Name, number and fields"),
    "lists": mark("Lists"),
    "notes": mark("Notes"),
    "consents": mark("Consent"),
    "messages": mark("Messages"),
    "replies": mark("Replies"),
    "journeys": mark("Journeys"),
    "suppressions": mark("Suppression list"),
    "audit": mark("Audit log"),
}


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """What is held about people: how many rows of each kind, by :data:`KIND_WORDS`."""

    counts: Mapping[str, int]

    @property
    def total(self) -> int:
        """All rows together."""
        return sum(self.counts.values())


class Erased(msgspec.Struct, frozen=True, kw_only=True):
    """How many contacts were taken out; ``clean`` is False where the file was in use and keeps traces until later.

    Backups that were made before still hold them.
    """

    contacts: int = 0
    clean: bool = True


class Erasing:
    """All that is held about a person. Every method may be called from any thread."""

    def __init__(self, store: Store, clock: Clock, tell: Tell) -> None:
        self._store, self._clock, self._tell = store, clock, tell

    def preview(self, *ids: int) -> Held:
        """What would be taken out with these contacts."""
        conn = self._store.db.conn
        return Held(counts=erasing.counts(conn, erasing.person(conn, ids)))

    def erase(self, ids: Sequence[int]) -> Erased:
        """Take contacts out of the workspace for good, so that nothing of them is found in its file.

        Their numbers can neither be imported nor added again (``erased-person``); messages that wait for them never
        leave; what was sent stays as a count. There is no undo.
        """
        now = self._clock.now()
        with self._store.write() as conn:
            who = erasing.person(conn, ids)
            gone = erasing.erase(conn, who, iso(now))
            note_many(conn, now, "contact-erased", "contact", ((id, "", None, None) for id in who.ids))
        clean = self._store.compact() if gone else True
        if gone:
            self._tell(Changes(contacts=True, lists=True, inbox=True, rules=True, sending=True, audit=True))
        return Erased(contacts=gone, clean=clean)

    def export_person(self, id: int, path: Path) -> Path:
        """Write everything held about a contact to a zip file: ``person.json``, and ``person.html`` to be read.

        Raises ``UserError("contact-gone")`` and ``WorldError("cannot-write")``.
        """
        now = self._clock.now()
        with self._store.write() as conn:
            who = erasing.person(conn, [id])
            if not who.ids:
                raise UserError("contact-gone")
            found = erasing.rows(conn, who)
            try:
                with ZipFile(path, "w", ZIP_DEFLATED) as archive:
                    archive.writestr("person.json", json.dumps(found, ensure_ascii=False, indent=2))
                    archive.writestr("person.html", _page(found))
            except OSError as error:
                raise WorldError("cannot-write", path=str(path), details=error.strerror or "") from error
            note(conn, now, "contact-exported", "contact", id)
        self._tell(Changes(audit=True))
        return path


def _page(found: Mapping[str, Sequence[Mapping[str, object]]]) -> str:
    """A page with a table for each kind that there is something of."""
    parts = [f"<!doctype html><meta charset='utf-8'><title>{_safe(tr('Everything held about one person'))}</title>"]
    parts.append("<style>body{font:14px sans-serif}td,th{border:1px solid;padding:4px;text-align:start}</style>")
    parts.append(f"<h1>{_safe(tr('Everything held about one person'))}</h1>")
    for kind, rows in found.items():
        if not rows:
            continue
        columns = [name for name in rows[0] if any(row[name] not in (None, "") for row in rows)]
        head = "".join(f"<th>{_safe(name)}</th>" for name in columns)
        lines = "".join(
            "<tr>" + "".join(f"<td>{_safe(row[name])}</td>" for name in columns) + "</tr>" for row in rows
        )
        parts.append(f"<h2>{_safe(tr(KIND_WORDS[kind]))}</h2><table><tr>{head}</tr>{lines}</table>")
    return "".join(parts)


def _safe(value: object) -> str:
    return html.escape("" if value is None else str(value))
