"""Decides how a file of contacts is looked at and imported: read, staged, and merged in one transaction."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from whatsapp_studio.audience.contact import CustomField, FieldKind
from whatsapp_studio.audience.fields import NEW, TARGETS, Value, field_name, guess_kind, kinds_of, suggest_mapping
from whatsapp_studio.audience.importing import (
    PREVIEW_ROWS,
    ImportPlan,
    ImportPreview,
    ImportResult,
    ReadOptions,
    RowReader,
    StagedRow,
    swallowed_lines,
)
from whatsapp_studio.audience.outcome import OUTCOME_ROWS, FieldChange, ImportOutcome, OutcomeRow
from whatsapp_studio.audience.phone import read_phone
from whatsapp_studio.audience.places import read_country
from whatsapp_studio.base.clock import Clock, iso
from whatsapp_studio.base.errors import Problem, UserError, WorldError
from whatsapp_studio.base.paths import WorkspacePaths
from whatsapp_studio.base.progress import Cancelled, Progress
from whatsapp_studio.services.reading import Table, open_table
from whatsapp_studio.services.rejects import Rejects, rejects_path
from whatsapp_studio.storage.contacts import ContactStore
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.lists import ListStore
from whatsapp_studio.storage.staging import Staging, staging

_BATCH = 2_000
_SPAN = 5_000
_SAMPLE = 200


def preview(
    store: Store, path: Path, options: ReadOptions | None, mapping: Mapping[str, str] | None, country: str
) -> ImportPreview:
    """The first rows of ``path`` as an import with this mapping would read them; a mapping is suggested if None."""
    table = open_table(path, options, lenient=True)
    sample = _sample(table)
    known = ContactStore(store).fields()
    chosen = (
        dict(mapping) if mapping is not None else _remembered(store, table) or _suggested(table, sample, known, country)
    )
    shown = sample[:PREVIEW_ROWS]
    width = len(table.columns)
    return ImportPreview(
        columns=table.columns,
        rows=tuple(tuple((*cells, *("",) * (width - len(cells)))[: max(width, len(cells))]) for cells in shown),
        mapping=chosen,
        kinds={column: guess_kind(_cell(cells, i) for cells in sample) for i, column in enumerate(table.columns)},
        options=table.options, options_guessed=table.guessed,
        phones=tuple(_phones(table, shown, chosen, country)),
        total_rows=table.total_rows, sheets=table.sheets, notes=table.notes,
    )  # fmt: skip


def _sample(table: Table) -> list[list[str]]:
    return [cells for _, (_, cells) in zip(range(_SAMPLE), table.rows(), strict=False)]


def _cell(cells: Sequence[str], i: int) -> str:
    return cells[i] if i < len(cells) else ""


def _phones(
    table: Table, rows: Sequence[Sequence[str]], mapping: Mapping[str, str], country: str
) -> list[tuple[str | None, str | None]]:
    by_target = {target: table.columns.index(column) for column, target in mapping.items() if column in table.columns}
    at, home = by_target.get("phone"), by_target.get("country")
    if at is None:
        return [(None, None)] * len(rows)
    read: list[tuple[str | None, str | None]] = []
    for cells in rows:
        own = (read_country(_cell(cells, home)) if home is not None else "") or country
        found = read_phone(_cell(cells, at), own)
        read.append((None, found) if isinstance(found, str) else (found[0], None))
    return read


def _suggested(
    table: Table, sample: Sequence[Sequence[str]], known: Sequence[CustomField], country: str
) -> dict[str, str]:
    shares, filled = [], []
    for i in range(len(table.columns)):
        cells = [cell for cell in (_cell(row, i) for row in sample) if cell.strip()]
        read = sum(not isinstance(read_phone(cell, country or "NL"), str) for cell in cells)
        shares.append(read / len(cells) if cells else 0.0)
        filled.append(bool(cells))
    return suggest_mapping(table.columns, shares, filled, known)


def _memory(table: Table) -> str:
    columns = "\n".join(column.casefold() for column in table.columns)
    return "import.mapping." + hashlib.sha256(columns.encode()).hexdigest()[:16]


def _remembered(store: Store, table: Table) -> dict[str, str] | None:
    """The mapping of the last import of a file with these columns."""
    kept = store.value("SELECT value FROM facts WHERE name = ?", (_memory(table),))
    if not isinstance(kept, str):
        return None
    targets = {str(column).casefold(): str(target) for column, target in json.loads(kept).items()}
    return {column: targets[column.casefold()] for column in table.columns if column.casefold() in targets}


class _Misfit(Exception):
    """A new field of a kind that not every value of its column has."""

    def __init__(self, column: str) -> None:
        super().__init__(column)
        self.column = column


class Import:
    """One import of one file."""

    def __init__(
        self, store: Store, paths: WorkspacePaths, clock: Clock, path: Path, plan: ImportPlan, progress: Progress
    ) -> None:
        self._store = store
        self._paths = paths
        self._path = path
        self._plan = plan
        self._progress = progress
        self._contacts = ContactStore(store)
        self._started = time.perf_counter()
        self._moment = clock.now()
        self._now = iso(self._moment)
        self._rows = self._repeated = self._invalid = 0
        self._fresh: set[str] = set()
        self._refused: list[OutcomeRow] = []
        self._seen: dict[bool, tuple[OutcomeRow, ...]] = {}

    def outcome(self) -> ImportOutcome:
        """What a dry run would do, with the first rows of each kind; leaves no files. Raises Cancelled."""
        result = self.run()
        for file in (result.errors_file, result.duplicates_file):
            if file:
                Path(file).unlink(missing_ok=True)
        return ImportOutcome(
            result=msgspec.structs.replace(result, errors_file=None, duplicates_file=None),
            added=self._seen[False], updated=self._seen[True], skipped=tuple(self._refused[:OUTCOME_ROWS]),
        )  # fmt: skip

    def run(self) -> ImportResult:
        """Import, all or nothing; raises Cancelled when the progress says so."""
        if self._store.read_only and not self._plan.dry_run:
            raise WorldError("workspace-read-only")
        table = open_table(self._path, self._plan.options)
        known = self._contacts.fields()
        mapping = self._plan.mapping or _remembered(self._store, table) or _suggested(
            table, _sample(table), known, self._plan.country
        )  # fmt: skip
        wanted = dict(self._plan.new_kinds)
        while True:
            try:
                return self._attempt(table, known, mapping, wanted)
            except _Misfit as misfit:
                # Nothing is written yet: read the file again with that field as text.
                wanted[misfit.column] = "text"

    def _attempt(
        self, table: Table, known: Sequence[CustomField], mapping: Mapping[str, str], wanted: Mapping[str, FieldKind]
    ) -> ImportResult:
        resolved, fresh = _resolve(mapping, known, wanted)
        names = {field.name for field in fresh}
        self._fresh = {column for column, target in resolved.items() if target in names}
        kinds: dict[str, FieldKind] = {**kinds_of(known), **kinds_of(fresh)}
        reader = RowReader(
            table.columns, resolved, kinds, country=self._plan.country,
            consent_source=self._plan.consent_source.strip(),
            consent_at=iso(self._plan.consent_at) if self._plan.consent_at else self._now,
        )  # fmt: skip
        files = [
            Rejects(rejects_path(self._paths.exports, self._path, self._moment, kind), table.columns, _delimiter(table))
            for kind in ("errors", "duplicates")
        ]
        self._rows = self._repeated = self._invalid = 0
        try:
            return self._import(table, reader, fresh, mapping, files)
        except BaseException:
            for file in files:
                file.drop()
            raise

    def _import(
        self,
        table: Table,
        reader: RowReader,
        fresh: Sequence[CustomField],
        mapping: Mapping[str, str],
        files: list[Rejects],
    ) -> ImportResult:
        errors, duplicates = files
        with staging(self._store, reader.fields) as staged:
            self._read(table, reader, staged, errors, duplicates)
            if self._rows == 0:
                raise UserError("import-no-rows", name=self._path.name)
            # Before the transaction: what cannot be handed back must not be left out.
            errors_file, duplicates_file = errors.keep(), duplicates.keep()
            total = self._rows - self._repeated - self._invalid
            keep = self._plan.on_duplicate == "keep"
            if self._plan.dry_run:
                staged.settle()
                self._seen = {
                    known: tuple(_row(*found) for found in staged.first(OUTCOME_ROWS, known=known, keep=keep))
                    for known in (False, True)
                }
                found, list_id = sum(staged.known(span) for span in staged.spans(_SPAN)), None
            else:
                found, list_id = self._merge(table, staged, fresh, mapping)
        return ImportResult(
            rows=self._rows, added=total - found, updated=0 if keep else found,
            duplicates=self._repeated + (found if keep else 0), invalid=self._invalid,
            errors_file=errors_file, duplicates_file=duplicates_file, list_id=list_id,
            seconds=round(time.perf_counter() - self._started, 3), notes={**table.notes, **reader.notes},
            dry_run=self._plan.dry_run,
        )  # fmt: skip

    def _read(self, table: Table, reader: RowReader, staged: Staging, errors: Rejects, duplicates: Rejects) -> None:
        batch: list[StagedRow] = []
        cells_of: dict[int, list[str]] = {}

        def flush() -> None:
            self._stop_if_asked()
            if batch:
                by_line = {row.line: row.phone for row in batch}
                for line in sorted(staged.add(batch)):
                    self._repeated += 1
                    again = Problem("duplicate-in-file", facts={"value": by_line[line]})
                    duplicates.add(line, cells_of[line], again)
                    self._refuse(line, cells_of[line], again, by_line[line])
            batch.clear()
            cells_of.clear()
            self._progress.report(self._rows, max(self._rows, table.total_rows or 0) or None)

        last = 0
        for line, cells in table.rows():
            self._rows += 1
            read = reader.read(line, cells)
            if line - last > 1 and (lines := swallowed_lines(cells, table.options.delimiter, len(table.columns))):
                read = Problem("row-open-quote", facts={"lines": lines})
            last = line
            if isinstance(read, Problem):
                if read.where in self._fresh and read.code.startswith("value-"):
                    raise _Misfit(read.where)
                self._invalid += 1
                errors.add(line, cells, read)
                self._refuse(line, cells, read)
            else:
                batch.append(read)
                cells_of[line] = cells
            if self._rows % _BATCH == 0:
                flush()
        flush()

    def _merge(
        self, table: Table, staged: Staging, fresh: Sequence[CustomField], mapping: Mapping[str, str]
    ) -> tuple[int, int | None]:
        """Everything that is written, in one transaction: how many contacts were known, and the list they are on."""
        plan = self._plan
        list_id, found = None, 0
        with self._store.write() as conn:
            for field in fresh:
                self._contacts.add_field(field)
            if plan.list_name.strip():
                lists = ListStore(self._store)
                list_id = (lists.find(plan.list_name) or lists.create(plan.list_name, self._now)).id
            staged.settle()
            for span in staged.spans(_SPAN):
                self._stop_if_asked()
                found += staged.known(span)
                staged.merge(
                    span, self._now, keep=plan.on_duplicate == "keep", is_sample=plan.is_sample,
                    evidence=f"{self._path.name}:",
                )  # fmt: skip
                if list_id is not None:
                    staged.enlist(span, list_id)
            self._remember(conn, table, mapping, fresh)
            self._stop_if_asked()
        return found, list_id

    def _remember(
        self, conn: sqlite3.Connection, table: Table, mapping: Mapping[str, str], fresh: Sequence[CustomField]
    ) -> None:
        """Keep the mapping for the next file with these columns; its new fields are known then."""
        names = {field.label: field.name for field in fresh}
        kept = {
            column: names.get(target.removeprefix(NEW), target) if target.startswith(NEW) else names.get(target, target)
            for column, target in mapping.items()
        }
        conn.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (_memory(table), json.dumps(kept)))

    def _refuse(self, line: int, cells: Sequence[str], problem: Problem, phone: str = "") -> None:
        if len(self._refused) < OUTCOME_ROWS:
            self._refused.append(OutcomeRow(line=line, phone=phone, problem=problem, cells=tuple(cells)))

    def _stop_if_asked(self) -> None:
        if self._progress.cancelled():
            raise Cancelled


def _row(line: int, phone: str, before: Mapping[str, Value], after: Mapping[str, Value]) -> OutcomeRow:
    changes = tuple(
        FieldChange(name, before.get(name), value) for name, value in after.items() if value != before.get(name)
    )
    name = " ".join(str(after.get(part) or before.get(part) or "") for part in ("first_name", "last_name")).strip()
    return OutcomeRow(line=line, phone=phone, name=name, changes=changes)


def _resolve(
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


def _delimiter(table: Table) -> str:
    return table.options.delimiter or ","
