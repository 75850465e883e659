"""Decides what an import is asked, what it answers, and how one row of a file becomes a contact or a problem."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, time
from typing import Literal

import msgspec

from whatsapp_studio.audience.consent import read_say
from whatsapp_studio.audience.contact import Consent, FieldKind
from whatsapp_studio.audience.fields import Value, read_date, read_value, split_name
from whatsapp_studio.audience.languages import read_language
from whatsapp_studio.audience.phone import line_of, other_spelling, read_phone
from whatsapp_studio.audience.places import read_country, read_time_zone
from whatsapp_studio.base.clock import iso
from whatsapp_studio.base.errors import Problem, UserError

PREVIEW_ROWS = 100


class ReadOptions(msgspec.Struct, frozen=True, kw_only=True):
    """How a file is read. An empty value (``None`` for the header, 0 for the row) asks for a guess.

    ``first_row`` is the line of the file, or the row of the sheet, at which the table begins.
    """

    encoding: str = ""
    delimiter: str = ""
    has_header: bool | None = None
    sheet: str = ""
    first_row: int = 0


class ImportPlan(msgspec.Struct, frozen=True, kw_only=True):
    """What an import is to do.

    ``mapping`` goes from column to target: one of ``fields.TARGETS``, the name of a custom field, or
    ``new:<label>``; columns left out or mapped to "" are not read; without any mapping the suggested one is
    used. ``new_kinds`` gives the kind of new fields by column; a field is text where none is given, and where
    a value of the column is not of that kind. ``country`` is meant
    for numbers without "+". Without ``consent_source`` nobody becomes reachable for marketing, unless a column
    gives a source for each row. ``consent_at`` is when consent was given; the time of the import if None;
    ``consent_wording`` is the text they agreed to.
    """

    mapping: Mapping[str, str] = {}
    country: str = ""
    consent_source: str = ""
    consent_at: datetime | None = None
    consent_wording: str = ""
    list_name: str = ""
    on_duplicate: Literal["update", "keep"] = "update"
    dry_run: bool = False
    options: ReadOptions = ReadOptions()
    is_sample: bool = False
    new_kinds: Mapping[str, FieldKind] = {}


class ImportPreview(msgspec.Struct, frozen=True, kw_only=True):
    """The first rows of a file as an import would read them.

    ``options`` are those in use and ``options_guessed`` names the ones that are guesses; ``phones`` holds for
    each row its E.164 number or the code of what is wrong with it; ``total_rows`` is an estimate; ``notes`` counts
    what was left out of these rows, by code.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    mapping: Mapping[str, str]
    kinds: Mapping[str, FieldKind]
    options: ReadOptions
    options_guessed: tuple[str, ...]
    phones: tuple[tuple[str | None, str | None], ...]
    total_rows: int | None
    sheets: tuple[str, ...] = ()
    notes: Mapping[str, int] = {}


class ImportResult(msgspec.Struct, frozen=True, kw_only=True):
    """What an import did: ``rows == added + updated + duplicates + invalid``, always.

    ``duplicates`` are later rows of a number already seen in the file, and with ``keep`` also numbers already
    in the workspace. ``errors_file`` holds the invalid rows and ``duplicates_file`` the repeated ones, each with
    its line and a reason. ``notes`` counts cells that were left empty because nobody could read them, by code.
    """

    rows: int
    added: int
    updated: int
    duplicates: int
    invalid: int
    errors_file: str | None
    seconds: float
    list_id: int | None = None
    duplicates_file: str | None = None
    notes: Mapping[str, int] = {}
    dry_run: bool = False


class StagedRow(msgspec.Struct, frozen=True):
    """A row that can become a contact; ``line_key`` is the same for every spelling of its number."""

    line: int
    line_key: str
    phone: str
    twin: str
    country: str
    first_name: str
    last_name: str
    language: str
    time_zone: str
    say: Consent
    source: str
    said_at: str
    values: tuple[Value, ...]


_MARKER = re.compile(r"'(?=[\d=+\-@])")
_JUNK = str.maketrans("", "", "\x00\ufeff")


def tidy(cell: str) -> str:
    """A cell without padding and without the apostrophe spreadsheets mark text with ("'s-Gravenhage" keeps its own)."""
    cell = cell.strip()
    if cell[:1] == "'" and _MARKER.match(cell):
        cell = cell[1:]
    return cell.translate(_JUNK) if not cell.isprintable() else cell


class RowReader:
    """Reads rows by one mapping. ``notes`` counts the cells that were left out, by code."""

    def __init__(
        self,
        columns: Sequence[str],
        mapping: Mapping[str, str],
        kinds: Mapping[str, FieldKind],
        *,
        country: str = "",
        consent_source: str = "",
        consent_at: str = "",
    ) -> None:
        """``mapping`` from column to target or custom field name; ``kinds`` of every custom field in it."""
        self.notes: dict[str, int] = {}
        self._width = len(columns)
        self._country = country
        self._source = consent_source
        self._at = consent_at
        self._place = _places(columns, mapping)
        if "phone" not in self._place:
            raise UserError("import-no-phone-column")
        self.fields = tuple(target for target in self._place if target in kinds)
        self._custom = tuple((self._place[name], kinds[name], columns[self._place[name]]) for name in self.fields)
        self._first = self._text("first_name")
        self._last = self._text("last_name")
        self._language = self._known("language", read_language, "language-unknown")
        self._zone = self._known("time_zone", read_time_zone, "time-zone-unknown")
        self._home = self._known("country", read_country, "country-unknown")
        self._said = self._known("marketing", read_say, "consent-unclear")
        self._row_source = self._text("consent_source")

    def _text(self, target: str) -> Callable[[Sequence[str]], str]:
        at = self._place.get(target)
        return (lambda cells: "") if at is None else (lambda cells: tidy(cells[at]))

    def _known(self, target: str, read: Callable[[str], str | None], note: str) -> Callable[[Sequence[str]], str]:
        """A cell through ``read``, answers kept: a column has few different ones."""
        at = self._place.get(target)
        if at is None:
            return lambda cells: ""
        seen: dict[str, str | None] = {}

        def look(cells: Sequence[str]) -> str:
            cell = cells[at]
            found = seen.get(cell, _UNSEEN)
            if found is _UNSEEN:
                found = read(tidy(cell))
                if len(seen) < 10_000:
                    seen[cell] = found
            if found is None:
                self.notes[note] = self.notes.get(note, 0) + 1
                return ""
            return found

        return look

    def read(self, line: int, cells: Sequence[str]) -> StagedRow | Problem:
        """The row as a contact to be, or what is wrong with it."""
        if len(cells) != self._width:
            if any(cell.strip() for cell in cells[self._width :]):
                return Problem("row-too-long", facts={"cells": len(cells), "columns": self._width})
            cells = [*cells, *("",) * (self._width - len(cells))]
        found = read_phone(cells[self._place["phone"]], self._home(cells) or self._country)
        if isinstance(found, str):
            return Problem(found, "phone", {"value": cells[self._place["phone"]].strip()[:60]})
        phone, country = found
        values: list[Value] = []
        for place, kind, column in self._custom:
            cell = tidy(cells[place])
            try:
                # Text is by far the most frequent kind, and has nothing to be read for.
                values.append(cell or None if kind == "text" else read_value(cell, kind))
            except ValueError:
                return Problem(f"value-not-a-{kind}", column, {"value": cell[:60], "column": column})
        first, last = self._first(cells), self._last(cells)
        if "full_name" in self._place and not (first or last):
            first, last = split_name(tidy(cells[self._place["full_name"]]))
        say, source, at = self._consent(cells)
        twin = other_spelling(phone)
        return StagedRow(
            line, line_of(phone) if twin else phone, phone, twin, country, first, last, self._language(cells),
            self._zone(cells), say, source, at, tuple(values),
        )  # fmt: skip

    def _consent(self, cells: Sequence[str]) -> tuple[Consent, str, str]:
        source = self._row_source(cells) or self._source
        said = self._said(cells)
        if "marketing" not in self._place:
            said = "yes" if source else "unknown"
        if said == "no":
            return "no", source, self._when(cells)
        return ("yes", source, self._when(cells)) if said == "yes" and source else ("unknown", "", "")

    def _when(self, cells: Sequence[str]) -> str:
        at = self._place.get("consent_at")
        if at is None or not cells[at].strip():
            return self._at
        try:
            return iso(datetime.combine(read_date(tidy(cells[at])), time(), UTC))
        except ValueError:
            self.notes["consent-date-unclear"] = self.notes.get("consent-date-unclear", 0) + 1
            return self._at


def swallowed_lines(cells: Sequence[str], delimiter: str, width: int) -> int:
    """How many rows one row swallowed with a quotation mark that was not closed in time: 0 for an honest cell of lines.

    A line inside a cell is a row when it is split as often as a row is; three columns or more do not split by
    chance, for two it takes three such lines.
    """
    lines = [line for cell in cells if "\n" in cell for line in cell.split("\n")[1:]]
    found = sum(line.count(delimiter) >= width - 1 for line in lines) if delimiter and width > 1 else 0
    return found if width > 2 or found > 2 else 0


_UNSEEN: str = "\x00unseen"


def _places(columns: Sequence[str], mapping: Mapping[str, str]) -> dict[str, int]:
    """Where each target stands; a column may be named without regard to case and padding."""
    where = {column: i for i, column in enumerate(columns)}
    loose = {column.strip().casefold(): i for column, i in reversed(where.items())}
    places: dict[str, int] = {}
    for column, target in mapping.items():
        if not target:
            continue
        at = where.get(column, loose.get(column.strip().casefold()))
        if at is None:
            raise UserError("import-no-such-column", column=column, columns=", ".join(columns))
        if target in places:
            raise UserError("import-field-twice", field=target, first=columns[places[target]], second=columns[at])
        places[target] = at
    return places
