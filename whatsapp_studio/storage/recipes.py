"""Decides how recipes are kept: each under a name of its own."""

from __future__ import annotations

import sqlite3
from datetime import datetime

import msgspec

from whatsapp_studio.base.clock import from_iso, iso
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.campaigns.recipe import Recipe
from whatsapp_studio.storage.db import Store


class KeptRecipe(msgspec.Struct, frozen=True, kw_only=True):
    """A recipe in the workspace."""

    id: int
    name: str
    recipe: Recipe
    updated_at: datetime


class RecipeStore:
    """The recipes table. Names differ by more than their case."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> list[KeptRecipe]:
        """Every recipe, by name."""
        return [_read(row) for row in self._store.rows("SELECT * FROM recipes ORDER BY name COLLATE NOCASE")]

    def get(self, id: int) -> KeptRecipe:
        """One recipe; raises ``UserError("recipe-unknown")``."""
        row = self._store.row("SELECT * FROM recipes WHERE id = ?", (id,))
        if row is None:
            raise UserError("recipe-unknown")
        return _read(row)

    def add(self, name: str, recipe: Recipe, now: datetime) -> int:
        """A new one; raises ``UserError("recipe-name-taken")``."""
        text = msgspec.json.encode(recipe).decode()
        try:
            with self._store.write() as conn:
                row = conn.execute(
                    "INSERT INTO recipes (name, content, created_at, updated_at) VALUES (?, ?, ?, ?) RETURNING id",
                    (name, text, iso(now), iso(now)),
                ).fetchone()
        except sqlite3.IntegrityError:
            raise UserError("recipe-name-taken", name=name) from None
        return int(row[0])

    def change(self, id: int, recipe: Recipe, now: datetime) -> None:
        with self._store.write() as conn:
            conn.execute(
                "UPDATE recipes SET content = ?, updated_at = ? WHERE id = ?",
                (msgspec.json.encode(recipe).decode(), iso(now), id),
            )

    def rename(self, id: int, name: str, now: datetime) -> None:
        """Raises ``UserError("recipe-name-taken")``."""
        try:
            with self._store.write() as conn:
                conn.execute("UPDATE recipes SET name = ?, updated_at = ? WHERE id = ?", (name, iso(now), id))
        except sqlite3.IntegrityError:
            raise UserError("recipe-name-taken", name=name) from None

    def drop(self, id: int) -> None:
        with self._store.write() as conn:
            conn.execute("DELETE FROM recipes WHERE id = ?", (id,))


def _read(row: sqlite3.Row) -> KeptRecipe:
    return KeptRecipe(
        id=row["id"], name=row["name"], recipe=msgspec.json.decode(row["content"], type=Recipe),
        updated_at=from_iso(row["updated_at"]),
    )  # fmt: skip
