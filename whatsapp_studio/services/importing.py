"""Decides how a file of contacts is looked at and imported: read in batches, and written in one transaction."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

import msgspec

from whatsapp_studio.audience.contact import CustomField, FieldKind
from whatsapp_studio.audience.fields import guess_kind, kinds_of
from whatsapp_studio.audience.importing import PREVIEW_ROWS, ImportPlan, ImportPreview, ImportResult, ReadOptions
from whatsapp_studio.audience.importing_rows import Cells, RowReader, shown, swallowed_lines
from whatsapp_studio.audience.outcome import OUTCOME_ROWS, FieldChange, ImportOutcome, OutcomeRow
from whatsapp_studio.audience.phone import read_phone
from whatsapp_studio.audience.places import read_country
from whatsapp_studio.base.clock import Clock, iso
from whatsapp_studio.base.errors import Problem, UserError, WorldError
from whatsapp_studio.base.paths import WorkspacePaths
from whatsapp_studio.base.progress import Cancelled, Progress
from whatsapp_studio.services.mapping import cell_of, remember, remembered, resolve, sample, suggested
from whatsapp_studio.services.reading import Table, open_table
from whatsapp_studio.services.rejects import Rejects, rejects_path
from whatsapp_studio.storage.arrivals import Arrivals, Terms
from whatsapp_studio.storage.contacts import ContactStore
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.foreseen import Foreseen, Foresight
from whatsapp_studio.storage.imports import ImportStore, Undo
from whatsapp_studio.storage.lists import ListStore
from whatsapp_studio.storage.staging import interrupting, staging
from whatsapp_studio.storage.tombstones import marked

_BATCH = 1_000


def preview(
    store: Store, path: Path, options: ReadOptions | None, mapping: Mapping[str, str] | None, country: str
) -> ImportPreview:
    """The first rows of ``path`` as an import with this mapping would read them; a mapping is suggested if None."""
    table = open_table(path, options, lenient=True)
    rows = sample(table)
    known = ContactStore(store).fields()
    chosen = (
        dict(mapping) if mapping is not None else remembered(store, table) or suggested(table, rows, known, country)
    )
    shown = rows[:PREVIEW_ROWS]
    width = len(table.columns)
    return ImportPreview(
        columns=table.columns,
        rows=tuple(tuple((*cells, *("",) * (width - len(cells)))[: max(width, len(cells))]) for cells in shown),
        mapping=chosen,
        kinds={column: guess_kind(cell_of(cells, i) for cells in rows) for i, column in enumerate(table.columns)},
        options=table.options, options_guessed=table.guessed,
        phones=tuple(_phones(table, shown, chosen, country)),
        total_rows=table.total_rows, sheets=table.sheets, notes=table.notes,
    )  # fmt: skip


def _phones(
    table: Table, rows: Sequence[Sequence[str]], mapping: Mapping[str, str], country: str
) -> list[tuple[str | None, str | None]]:
    by_target = {target: table.columns.index(column) for column, target in mapping.items() if column in table.columns}
    at, home = by_target.get("phone"), by_target.get("country")
    if at is None:
        return [(None, None)] * len(rows)
    read: list[tuple[str | None, str | None]] = []
    for cells in rows:
        own = (read_country(cell_of(cells, home)) if home is not None else "") or country
        found = read_phone(cell_of(cells, at), own)
        read.append((None, found) if isinstance(found, str) else (found[0], None))
    return read


class _Misfit(Exception):
    """A new field of a kind that not every value of its column has."""

    def __init__(self, column: str) -> None:
        super().__init__(column)
        self.column = column


class _Files:
    """The rows that are handed back: refused ones and repeated ones, each kind in a file of its own."""

    def __init__(self, table: Table, folder: Path, source: Path, moment: datetime) -> None:
        self.errors, self.duplicates = (
            Rejects(rejects_path(folder, source, moment, kind), table.columns, table.options.delimiter or ",")
            for kind in ("errors", "duplicates")
        )

    def keep(self) -> tuple[str | None, str | None]:
        return self.errors.keep(), self.duplicates.keep()

    def drop(self) -> None:
        self.errors.drop()
        self.duplicates.drop()


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
        self._imports = ImportStore(store)
        self._started = time.perf_counter()
        self._moment = clock.now()
        self._now = iso(self._moment)
        self._rows = self._repeated = self._invalid = self._found = 0
        self._fresh: set[str] = set()
        self._refused: list[OutcomeRow] = []
        self._enough = False
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
        mapping = self._plan.mapping or remembered(self._store, table) or suggested(
            table, sample(table), known, self._plan.country
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
        plan = self._plan
        resolved, fresh = resolve(mapping, known, wanted)
        names = {field.name for field in fresh}
        self._fresh = {column for column, target in resolved.items() if target in names}
        kinds: dict[str, FieldKind] = {**kinds_of(known), **kinds_of(fresh)}
        reader = RowReader(
            table.columns, resolved, kinds, country=plan.country, consent_source=plan.consent_source.strip(),
            consent_at=iso(plan.consent_at) if plan.consent_at else self._now, erased=self._erased(),
        )  # fmt: skip
        files = _Files(table, self._paths.exports, self._path, self._moment)
        self._rows = self._repeated = self._invalid = self._found = 0
        self._refused, self._enough = [], False
        try:
            with staging(self._store) as conn:
                if plan.dry_run:
                    return self._foresee(conn, table, reader, kinds, files)
                with self._store.write():
                    return self._write(conn, table, reader, fresh, mapping, files)
        except BaseException:
            files.drop()
            raise

    def _erased(self) -> Callable[[str], bool] | None:
        conn = self._store.db.conn
        anybody = conn.execute("SELECT EXISTS (SELECT 1 FROM tombstones)").fetchone()[0]
        return marked(conn) if anybody else None

    def _foresee(
        self, conn: sqlite3.Connection, table: Table, reader: RowReader, kinds: Mapping[str, FieldKind], files: _Files
    ) -> ImportResult:
        foresight = Foresight(
            conn, self._now, reader.texts, [*reader.fields], keep=self._plan.on_duplicate == "keep", count=OUTCOME_ROWS
        )
        self._read(table, reader, foresight, files)
        self._seen = {
            known: tuple(_row(found, kinds) for found in (foresight.updated if known else foresight.added))
            for known in (False, True)
        }
        return self._result(table, reader, files, None)

    def _write(
        self, conn: sqlite3.Connection, table: Table, reader: RowReader, fresh: Sequence[CustomField],
        mapping: Mapping[str, str], files: _Files,
    ) -> ImportResult:  # fmt: skip
        """Everything that is written, in one transaction."""
        plan = self._plan
        for field in fresh:
            self._contacts.add_field(field)
        lists, list_id, had_list = ListStore(self._store), None, True
        if plan.list_name.strip():
            there = lists.find(plan.list_name)
            had_list = there is not None
            list_id = (there or lists.create(plan.list_name, self._now)).id
        terms = Terms(
            self._now, plan.on_duplicate == "keep", plan.is_sample, f"{self._path.name}:", plan.consent_wording, list_id
        )
        arrivals = Arrivals(conn, terms, reader.texts, [*reader.fields], table.total_rows or 0)
        self._read(table, reader, arrivals, files)
        with interrupting(conn, self._progress.cancelled):
            arrivals.finish()
        memory = remember(conn, table, mapping, fresh)
        result = self._result(table, reader, files, list_id)
        self._imports.add(
            conn, self._path.name, self._now, result, (arrivals.first, arrivals.last),
            Undo(
                fields=tuple(field.name for field in fresh), made_list=not had_list,
                first_consent=arrivals.first_consent, memory=memory,
            ),
        )  # fmt: skip
        self._stop_if_asked()
        return result

    def _result(self, table: Table, reader: RowReader, files: _Files, list_id: int | None) -> ImportResult:
        if self._rows == 0:
            raise UserError("import-no-rows", name=self._path.name)
        # Before the transaction ends: what cannot be handed back must not be left out.
        errors_file, duplicates_file = files.keep()
        keep = self._plan.on_duplicate == "keep"
        found = self._found
        return ImportResult(
            rows=self._rows, added=self._rows - self._repeated - self._invalid - found, updated=0 if keep else found,
            duplicates=self._repeated + (found if keep else 0), invalid=self._invalid,
            errors_file=errors_file, duplicates_file=duplicates_file, list_id=list_id,
            seconds=round(time.perf_counter() - self._started, 3), notes={**table.notes, **reader.notes},
            dry_run=self._plan.dry_run,
        )  # fmt: skip

    def _read(self, table: Table, reader: RowReader, target: Arrivals | Foresight, files: _Files) -> None:
        before = 0
        for lines, cells in table.batches(_BATCH):
            self._rows += len(lines)
            arriving, problems = reader.read(lines, cells, self._swallowed(table, before, lines, cells))
            before = lines[-1]
            for place, problem in problems:
                if problem.where in self._fresh and problem.code.startswith("value-"):
                    raise _Misfit(problem.where)
                self._invalid += 1
                files.errors.add(lines[place], cells[place], problem)
                self._refuse(lines[place], cells[place], problem)
            if arriving is not None:
                arrived = target.add(arriving)
                self._found += arrived.known
                self._repeated += len(arrived.repeated)
                for place in arrived.repeated:
                    phone = arriving.phones[place]
                    problem = Problem("duplicate-in-file", facts={"value": phone})
                    files.duplicates.add(arriving.lines[place], arriving.cells[place], problem)
                    self._refuse(arriving.lines[place], arriving.cells[place], problem, phone)
            # Refused and repeated rows of a batch came one kind after the other.
            self._refused.sort(key=lambda row: row.line)
            self._enough = len(self._refused) >= OUTCOME_ROWS
            self._stop_if_asked()
            self._progress.report(self._rows, max(self._rows, table.total_rows or 0) or None)

    def _swallowed(
        self, table: Table, before: int, lines: Sequence[int], cells: Sequence[Cells]
    ) -> dict[int, Problem]:  # fmt: skip
        """Rows with others inside, found among those of several lines."""
        if lines[-1] - before == len(lines):
            return {}
        found = {}
        for place, line in enumerate(lines):
            if line - before > 1 and (
                inside := swallowed_lines(cells[place], table.options.delimiter, len(table.columns))
            ):
                found[place] = Problem("row-open-quote", facts={"lines": inside})
            before = line
        return found

    def _refuse(self, line: int, cells: Sequence[str], problem: Problem, phone: str = "") -> None:
        if not self._enough:
            self._refused.append(OutcomeRow(line=line, phone=phone, problem=problem, cells=tuple(cells)))

    def _stop_if_asked(self) -> None:
        if self._progress.cancelled():
            raise Cancelled


def _row(found: Foreseen, kinds: Mapping[str, FieldKind]) -> OutcomeRow:
    before = {name: shown(value, kinds.get(name)) for name, value in found.before.items()}
    after = {name: shown(value, kinds.get(name)) for name, value in found.after.items()}
    changes = tuple(
        FieldChange(name, before.get(name), value) for name, value in after.items() if value != before.get(name)
    )
    name = " ".join(str(after.get(part) or before.get(part) or "") for part in ("first_name", "last_name")).strip()
    return OutcomeRow(line=found.line, phone=found.phone, name=name, changes=changes)
