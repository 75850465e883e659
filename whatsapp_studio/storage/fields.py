"""Decides how custom fields are counted, changed and deleted, and where their names are mentioned."""

from __future__ import annotations

import json
import re
import sqlite3

from whatsapp_studio.audience.contact import CustomField
from whatsapp_studio.storage.contacts import SQL_TYPE, column
from whatsapp_studio.storage.db import Store

# Everything that may still be used and can name a field: kind, id and name of it, and its text.
_TEXTS = """
SELECT 'campaign' AS kind, id, name, draft AS text FROM campaigns
    WHERE kind = 'campaign' AND state NOT IN ('done', 'stopped')
UNION ALL SELECT 'journey', id, name, text FROM journeys WHERE deleted_at IS NULL
UNION ALL SELECT 'journey', j.id, j.name, v.text FROM journeys j JOIN journey_versions v ON v.journey_id = j.id
    AND v.number = (SELECT max(number) FROM journey_versions w WHERE w.journey_id = j.id AND w.kind = 'published')
    WHERE j.deleted_at IS NULL
UNION ALL SELECT 'segment', CAST(id AS TEXT), name, rule FROM segments
"""


class FieldStore:
    """The columns that people added."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def filled(self, names: list[str]) -> dict[str, int]:
        """How many contacts have a value, by field."""
        if not names:
            return {}
        counted = ", ".join(f"count({column(name)})" for name in names)
        row = self._store.row(f"SELECT {counted} FROM contacts")
        return dict(zip(names, row or (), strict=True))

    def uses(self, names: list[str]) -> dict[str, list[tuple[str, str, str]]]:
        """Where fields are mentioned, by field: kind (campaign, journey, segment), id and name."""
        found: dict[str, dict[tuple[str, str, str], None]] = {name: {} for name in names}
        if not names:
            return {}
        one = "|".join(map(re.escape, names))
        # In an expression after ``contact.``; in a rule and in a step that writes a field, as ``"field": "city"``.
        mentioned = re.compile(rf'\bcontact\.({one})\b|"field"\s*:\s*"(?:contact\.)?({one})"')
        for row in self._store.rows(f"SELECT * FROM ({_TEXTS})"):
            for name in {first or second for first, second in mentioned.findall(row["text"])}:
                found[name][(row["kind"], row["id"], row["name"])] = None
        return {name: list(places) for name, places in found.items()}

    def values(self, conn: sqlite3.Connection, name: str) -> list[tuple[object, int]]:
        """The different values of a field, and how many contacts have each."""
        quoted = column(name)
        return conn.execute(
            f"SELECT {quoted}, count(*) FROM contacts WHERE {quoted} IS NOT NULL GROUP BY {quoted}"
        ).fetchall()

    def describe(self, conn: sqlite3.Connection, field: CustomField) -> None:
        """Keep what a field is called and offers; its kind and values stay."""
        conn.execute(
            "UPDATE fields SET label = ?, options = ? WHERE name = ?",
            (field.label, json.dumps(field.options, ensure_ascii=False), field.name),
        )

    def convert(
        self, conn: sqlite3.Connection, field: CustomField, values: dict[object, str | float | bool | None]
    ) -> None:
        """Give a field another kind; ``values`` says what each of its values becomes."""
        quoted, before = column(field.name), '"f_before__"'
        _drop_indexes(conn, quoted)
        conn.execute(f"ALTER TABLE contacts RENAME COLUMN {quoted} TO {before}")
        conn.execute(f"ALTER TABLE contacts ADD COLUMN {quoted} {SQL_TYPE[field.kind]}")
        conn.create_function("converted", 1, lambda value: values.get(value), deterministic=True)
        conn.execute(f"UPDATE contacts SET {quoted} = converted({before}) WHERE {before} IS NOT NULL")
        conn.execute(f"ALTER TABLE contacts DROP COLUMN {before}")
        conn.execute("UPDATE fields SET kind = ? WHERE name = ?", (field.kind, field.name))

    def delete(self, conn: sqlite3.Connection, name: str) -> None:
        """Forget a field with everything in it."""
        _drop_indexes(conn, column(name))
        conn.execute(f"ALTER TABLE contacts DROP COLUMN {column(name)}")
        conn.execute("DELETE FROM fields WHERE name = ?", (name,))


def _drop_indexes(conn: sqlite3.Connection, quoted: str) -> None:
    """An index of a column that changes goes with it; whoever needs one makes it again."""
    bare = quoted.strip('"')
    for (name,) in conn.execute(
        "SELECT DISTINCT m.name FROM sqlite_master m JOIN pragma_index_info(m.name) i"
        " WHERE m.type = 'index' AND m.tbl_name = 'contacts' AND i.name = ?", (bare,),
    ).fetchall():  # fmt: skip
        conn.execute(f'DROP INDEX "{name}"')
