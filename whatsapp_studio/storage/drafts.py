"""Decides how templates in the making are kept: the whole value as JSON, beside what is searched by."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from datetime import datetime
from typing import Any, get_args

import msgspec

from whatsapp_studio.base.clock import from_iso, iso
from whatsapp_studio.base.errors import Problem, UserError
from whatsapp_studio.storage.db import Store
from whatsapp_studio.templates.draft import Draft, DraftState
from whatsapp_studio.templates.template import Template

_COLUMNS = "id, content, base_id, state, problem, not_before, created_at, updated_at"
STATES: tuple[DraftState, ...] = get_args(DraftState)


class DraftRows:
    """The table of drafts."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> list[Draft]:
        """Every draft, by name and language."""
        rows = self._store.rows(f"SELECT {_COLUMNS} FROM template_drafts ORDER BY name, language, id")
        return [_draft(row) for row in rows]

    def get(self, id: int) -> Draft:
        """One draft; raises ``UserError("template-draft-unknown")``."""
        row = self._store.row(f"SELECT {_COLUMNS} FROM template_drafts WHERE id = ?", (id,))
        if row is None:
            raise UserError("template-draft-unknown")
        return _draft(row)

    def add(self, template: Template, base_id: str, now: datetime) -> Draft:
        """Keep a new one; raises ``UserError("template-draft-exists")`` where name and language are taken."""
        with self._store.write() as conn, _one_of_a_kind(template):
            id = conn.execute(
                "INSERT INTO template_drafts (name, language, content, base_id, created_at, updated_at)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (template.name, template.language, _json(template), base_id, iso(now), iso(now)),
            ).lastrowid
        assert id is not None
        return self.get(id)

    def write(self, id: int, template: Template, now: datetime) -> Draft:
        """Keep what was written; it is a ``draft`` again. Refuses one that is on its way, or of a taken name."""
        with self._store.write() as conn, _one_of_a_kind(template):
            done = conn.execute(
                "UPDATE template_drafts SET name = ?, language = ?, content = ?, state = 'draft', problem = '',"
                " not_before = NULL, updated_at = ? WHERE id = ? AND state <> 'submitting'",
                (template.name, template.language, _json(template), iso(now), id),
            ).rowcount
            draft = self.get(id)
        if not done:
            raise UserError("template-draft-leaving", name=draft.template.name)
        return draft

    def move(
        self,
        id: int,
        before: tuple[DraftState, ...],
        after: DraftState,
        *,
        problem: Problem | None = None,
        not_before: datetime | None = None,
    ) -> bool:
        """Bring a draft from one of some states to another; False where it was in none of them."""
        with self._store.write() as conn:
            marks = ", ".join("?" * len(before))
            return bool(
                conn.execute(
                    "UPDATE template_drafts SET state = ?, problem = ?, not_before = ?"
                    f" WHERE id = ? AND state IN ({marks})",
                    (after, _problem_json(problem), iso(not_before) if not_before else None, id, *before),
                ).rowcount
            )

    def drop(self, id: int, states: tuple[DraftState, ...] = STATES) -> bool:
        """Remove a draft that is in one of ``states``; whether it was."""
        with self._store.write() as conn:
            marks = ", ".join("?" * len(states))
            return bool(
                conn.execute(f"DELETE FROM template_drafts WHERE id = ? AND state IN ({marks})", (id, *states)).rowcount
            )


class _one_of_a_kind:
    """Turns the database's refusal of a second draft of the same name and language into words."""

    def __init__(self, template: Template) -> None:
        self._template = template

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        if isinstance(error, sqlite3.IntegrityError):
            raise UserError(
                "template-draft-exists", name=self._template.name, language=self._template.language
            ) from error


def _draft(row: sqlite3.Row) -> Draft:
    return Draft(
        id=row["id"], template=msgspec.json.decode(row["content"], type=Template), base_id=row["base_id"],
        state=row["state"], problem=_problem(row["problem"]),
        not_before=from_iso(row["not_before"]) if row["not_before"] else None,
        created_at=from_iso(row["created_at"]), updated_at=from_iso(row["updated_at"]),
    )  # fmt: skip


def _json(template: Template) -> str:
    return msgspec.json.encode(template).decode()


def _problem_json(problem: Problem | None) -> str:
    return msgspec.json.encode(problem).decode() if problem else ""


def _problem(text: str) -> Problem | None:
    if not text:
        return None
    found: Mapping[str, Any] = msgspec.json.decode(text)
    return Problem(found["code"], found["where"], found["facts"], found["severity"])
