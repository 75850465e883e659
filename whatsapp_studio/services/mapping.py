"""Decides which column of a file is which field of a contact: what is suggested, remembered, and made anew."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Mapping, Sequence

from whatsapp_studio.audience.contact import CustomField, FieldKind
from whatsapp_studio.audience.fields import NEW, TARGETS, field_name, suggest_mapping
from whatsapp_studio.audience.phone import read_phone
from whatsapp_studio.services.reading import Table
from whatsapp_studio.storage.db import Store

_SAMPLE = 200


def sample(table: Table) -> list[list[str]]:
    """The first rows, to guess by."""
    return [cells for _, (_, cells) in zip(range(_SAMPLE), table.rows(), strict=False)]


def cell_of(cells: Sequence[str], i: int) -> str:
    """A cell of a row, empty where the row is short."""
    return cells[i] if i < len(cells) else ""


def suggested(
    table: Table, rows: Sequence[Sequence[str]], known: Sequence[CustomField], country: str
) -> dict[str, str]:
    """A first mapping, by the names of the columns and these rows."""
    shares, filled = [], []
    for i in range(len(table.columns)):
        cells = [cell for cell in (cell_of(row, i) for row in rows) if cell.strip()]
        read = sum(not isinstance(read_phone(cell, country or "NL"), str) for cell in cells)
        shares.append(read / len(cells) if cells else 0.0)
        filled.append(bool(cells))
    return suggest_mapping(table.columns, shares, filled, known)


def memory_of(table: Table) -> str:
    """The fact that keeps the mapping of files with these columns."""
    columns = "\n".join(column.casefold() for column in table.columns)
    return "import.mapping." + hashlib.sha256(columns.encode()).hexdigest()[:16]


def remembered(store: Store, table: Table) -> dict[str, str] | None:
    """The mapping of the last import of a file with these columns."""
    kept = store.value("SELECT value FROM facts WHERE name = ?", (memory_of(table),))
    if not isinstance(kept, str):
        return None
    targets = {str(column).casefold(): str(target) for column, target in json.loads(kept).items()}
    return {column: targets[column.casefold()] for column in table.columns if column.casefold() in targets}


def resolve(
    mapping: Mapping[str, str], known: Sequence[CustomField], kinds: Mapping[str, FieldKind]
) -> tuple[dict[str, str], list[CustomField]]:
    """The mapping with names for new fields, and those fields. A name nobody knows is a new field too."""
    names = {field.name for field in known}
    labels = {field.label.casefold(): field.name for field in known}
    resolved: dict[str, str] = {}
    fresh: list[CustomField] = []
    for column, target in mapping.items():
        if not target or target in TARGETS or target in names:
            resolved[column] = target
            continue
        label = target.removeprefix(NEW).strip() or column
        name = labels.get(label.casefold())
        if name is None:
            name = field_name(label, names)
            names.add(name)
            labels[label.casefold()] = name
            fresh.append(CustomField(name=name, label=label, kind=kinds.get(column, "text")))
        resolved[column] = name
    return resolved, fresh


def remember(
    conn: sqlite3.Connection, table: Table, mapping: Mapping[str, str], fresh: Sequence[CustomField]
) -> tuple[str, str | None]:
    """Keep the mapping for the next file with these columns, which knows the new fields: where, and what was there."""
    names = {field.label: field.name for field in fresh}
    kept = {
        column: names.get(target.removeprefix(NEW), target) if target.startswith(NEW) else names.get(target, target)
        for column, target in mapping.items()
    }
    name = memory_of(table)
    before = conn.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()
    conn.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (name, json.dumps(kept)))
    return name, before[0] if before else None
