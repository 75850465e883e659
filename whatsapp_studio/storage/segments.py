"""Decides how segments are kept: a rule under a name, as JSON."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping

from whatsapp_studio.audience.rules import Rule, RuleError, parse, raw
from whatsapp_studio.audience.segment import Segment
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.storage.db import Store


class SegmentStore:
    """The segments of a workspace."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> list[Segment]:
        """Every segment, by name."""
        return [_segment(row) for row in self._store.rows("SELECT * FROM segments ORDER BY fold(name), name, id")]

    def get(self, id: int) -> Segment | None:
        """One segment."""
        row = self._store.row("SELECT * FROM segments WHERE id = ?", (id,))
        return _segment(row) if row is not None else None

    def find(self, name: str) -> Segment | None:
        """The segment of this name, whatever its case."""
        wanted = " ".join(name.split()).casefold()
        return next((one for one in self.all() if one.name.casefold() == wanted), None)

    def rules(self) -> Mapping[str, Rule]:
        """Every segment's rule by name; see :func:`rules_of`."""
        return rules_of(self._store.db.conn)

    def write(self, id: int, name: str, rule: Rule, now: str) -> int:
        """Add (id 0) or change a segment; returns its id. Raises UserError where the name is taken or it is gone."""
        text = json.dumps(raw(rule), ensure_ascii=False)
        with self._store.write() as conn:
            try:
                if id == 0:
                    added = conn.execute(
                        "INSERT INTO segments (name, rule, created_at, updated_at) VALUES (?, ?, ?, ?)",
                        (name, text, now, now),
                    )
                    return int(added.lastrowid or 0)
                changed = conn.execute(
                    "UPDATE segments SET name = ?, rule = ?, updated_at = ? WHERE id = ?", (name, text, now, id)
                ).rowcount
            except sqlite3.IntegrityError as error:
                raise UserError("segment-name-taken", name=name) from error
            if not changed:
                raise UserError("segment-gone")
            return id

    def delete(self, id: int) -> None:
        """Delete a segment; its people stay."""
        with self._store.write() as conn:
            conn.execute("DELETE FROM segments WHERE id = ?", (id,))


def rules_of(conn: sqlite3.Connection) -> Mapping[str, Rule]:
    """Every segment's rule by name; one that is no rule any more is left out, and so holds nobody."""
    found: dict[str, Rule] = {}
    for name, text in conn.execute("SELECT name, rule FROM segments"):
        try:
            found[name] = parse(json.loads(text))
        except (RuleError, ValueError):
            continue
    return found


def _segment(row: sqlite3.Row) -> Segment:
    return Segment(id=row["id"], name=row["name"], rule=row["rule"])
