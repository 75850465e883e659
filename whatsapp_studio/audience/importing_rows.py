"""Decides how many rows of a file become contacts to be or problems at once, a column at a time."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, time
from itertools import compress
from typing import Generic, TypeVar

import msgspec

from whatsapp_studio.audience.consent import read_say
from whatsapp_studio.audience.contact import Consent, FieldKind
from whatsapp_studio.audience.fields import Value, read_date, read_value, split_name
from whatsapp_studio.audience.languages import read_language
from whatsapp_studio.audience.phone import Recovered, recover_phones
from whatsapp_studio.audience.places import read_country, read_time_zone
from whatsapp_studio.base.clock import iso
from whatsapp_studio.base.errors import Problem, UserError

Cells = Sequence[str]
# What a field keeps in the database: several texts are JSON.
Kept = str | float | bool | None

_MARKER = re.compile(r"'(?=[\d=+\-@])")
_JUNK = str.maketrans("", "", "\x00\ufeff")
_REMEMBERED = 50_000


class Rows(msgspec.Struct, kw_only=True, gc=False):
    """Rows that can become contacts, as columns; ``cells`` are the rows as the file has them.

    ``texts`` holds the standard fields the file has, ``fields`` the custom ones, both by name. ``raws`` is a number
    as written where that is not E.164. ``says`` is what each row says to marketing, with its source and time; None
    where no row says anything.
    """

    lines: Sequence[int]
    cells: Sequence[Cells]
    phones: Sequence[str]
    countries: Sequence[str]
    raws: Sequence[str]
    texts: Mapping[str, Sequence[str]]
    fields: Mapping[str, Sequence[Kept]]
    says: Sequence[Consent] | None = None
    sources: Sequence[str] = ()
    times: Sequence[str] = ()


def tidy(cell: str) -> str:
    """A cell without padding and without the apostrophe spreadsheets mark text with ("'s-Gravenhage" keeps its own)."""
    cell = cell.strip()
    if cell[:1] == "'" and _MARKER.match(cell):
        cell = cell[1:]
    return cell.translate(_JUNK) if not cell.isprintable() else cell


def tidy_column(cells: Sequence[str]) -> Sequence[str]:
    """As :func:`tidy` for many cells: one look at all of them says whether there is anything to do."""
    text = "|".join(cells)
    if (
        text.isprintable()
        and " |" not in text and "| " not in text and "|'" not in text
        and text[:1] not in (" ", "'") and text[-1:] != " "
    ):  # fmt: skip
        return cells
    return list(map(tidy, cells))


_T = TypeVar("_T")
_S = TypeVar("_S", bound=str)


class _Reading(Generic[_T]):
    """Cells through a function, answers kept: most columns have few different ones. None is an answer nobody knows."""

    def __init__(self, read: Callable[[str], _T | None]) -> None:
        self._read = read
        self._seen: dict[str, _T | None] = {}

    def column(self, cells: Sequence[str]) -> list[_T | None]:
        seen = self._seen
        try:
            return list(map(seen.__getitem__, cells))
        except KeyError:
            if len(seen) > _REMEMBERED:
                seen.clear()
            for cell in set(cells).difference(seen):
                seen[cell] = self._read(cell)
            return list(map(seen.__getitem__, cells))


class _Misfit:
    """What a typed field cannot keep."""


_MISFIT = _Misfit()
_PLAIN_NUMBER = re.compile(r"\d{1,15}(?:\.\d{1,9})?")


def _keeper(kind: FieldKind, misfits: set[str]) -> Callable[[str], Kept | _Misfit]:
    """Reads cells of a kind; those that are none are noted in ``misfits``."""

    def keep(written: str) -> Kept | _Misfit:
        cell = tidy(written)
        if kind == "number" and cell.isascii() and _PLAIN_NUMBER.fullmatch(cell):
            return float(cell)
        try:
            value = read_value(cell, kind)
        except ValueError:
            misfits.add(written)
            return _MISFIT
        return json.dumps(value, ensure_ascii=False) if isinstance(value, tuple) else value

    return keep


class RowReader:
    """Reads rows by one mapping. ``notes`` counts cells that were left out and numbers that were mended, by code."""

    def __init__(
        self,
        columns: Sequence[str],
        mapping: Mapping[str, str],
        kinds: Mapping[str, FieldKind],
        *,
        country: str = "",
        consent_source: str = "",
        consent_at: str = "",
        erased: Callable[[str], bool] | None = None,
    ) -> None:
        """``mapping`` from column to target or custom field name; ``kinds`` of every custom field in it.

        ``erased`` tells whether a number is that of a person who was erased; nobody was where it is None.
        """
        self.notes: dict[str, int] = {}
        self._columns = columns
        self._country = country
        self._source = consent_source
        self._at = consent_at
        self._erased = erased
        self._place = _places(columns, mapping)
        if "phone" not in self._place:
            raise UserError("import-no-phone-column")
        self.fields = {target: kinds[target] for target in self._place if target in kinds}
        self._misfits: set[str] = set()
        self._keep = {
            name: _Reading(_keeper(kind, self._misfits)) for name, kind in self.fields.items() if kind != "text"
        }
        self._known: dict[str, tuple[_Reading[str], str]] = {
            "country": (_Reading(lambda cell: read_country(tidy(cell))), "country-unknown"),
            "language": (_Reading(lambda cell: read_language(tidy(cell))), "language-unknown"),
            "time_zone": (_Reading(lambda cell: read_time_zone(tidy(cell))), "time-zone-unknown"),
        }
        self._say: _Reading[Consent] = _Reading(lambda cell: read_say(tidy(cell)))
        self._when: _Reading[str] = _Reading(lambda cell: _moment(tidy(cell)))
        self._names = {"first_name", "last_name"} & self._place.keys()
        if "full_name" in self._place:
            self._names = {"first_name", "last_name"}
        # The standard fields every batch has, in the order of the file.
        self.texts = (*sorted(self._names), *(name for name in ("language", "time_zone") if name in self._place))

    def read(
        self, lines: Sequence[int], cells: Sequence[Cells], wrong: Mapping[int, Problem] | None = None
    ) -> tuple[Rows | None, list[tuple[int, Problem]]]:
        """The rows that can become contacts (None if there are none), and what is wrong with the others, by place.

        ``wrong`` is what is known of them already.
        """
        problems = dict(wrong or {})
        even = self._even(cells, problems)
        columns = list(zip(*even, strict=True))
        phones, countries = self._phones(columns, problems)
        kept = self._kept(columns, problems)
        if problems:
            fine = [place not in problems for place in range(len(cells))]
            if not any(fine):
                return None, sorted(problems.items())
            columns = [tuple(compress(column, fine)) for column in columns]
            phones, countries = list(compress(phones, fine)), list(compress(countries, fine))
            kept = {name: list(compress(column, fine)) for name, column in kept.items()}
            lines, cells = list(compress(lines, fine)), list(compress(cells, fine))
        written = columns[self._place["phone"]]
        rows = Rows(
            lines=lines, cells=cells, phones=phones, countries=countries,
            raws=["" if raw == phone else raw.strip()[:60] for raw, phone in zip(written, phones, strict=True)],
            texts=self._texts(columns), fields=kept,
        )  # fmt: skip
        self._consent(columns, rows)
        return rows, sorted(problems.items())

    def _even(self, cells: Sequence[Cells], problems: dict[int, Problem]) -> Sequence[Cells]:
        """Rows of one width; cells beyond it that hold anything are a problem."""
        width = len(self._columns)
        if set(map(len, cells)) == {width}:
            return cells
        even = []
        for place, row in enumerate(cells):
            if any(cell.strip() for cell in row[width:]):
                problems.setdefault(place, Problem("row-too-long", facts={"cells": len(row), "columns": width}))
            even.append([*row[:width], *("",) * (width - len(row))])
        return even

    def _phones(
        self, columns: Sequence[Sequence[str]], problems: dict[int, Problem]
    ) -> tuple[Sequence[str], Sequence[str]]:
        at, homes = self._place["phone"], self._place.get("country")
        countries: Sequence[str] | None = None
        if homes is not None:
            countries = [found or self._country for found in self._known_column("country", columns[homes])]
        read: Recovered = recover_phones(columns[at], self._country, countries)
        for place, code in read.refused.items():
            problems.setdefault(place, Problem(code, "phone", {"value": columns[at][place].strip()[:60]}))
        for code, count in read.notes.items():
            self.notes[code] = self.notes.get(code, 0) + count
        if self._erased is not None:
            for place, phone in enumerate(read.phones):
                if phone and self._erased(phone):
                    # The number is not repeated: nothing of this person is written down again.
                    problems.setdefault(place, Problem("erased-person", "phone"))
        return read.phones, read.countries

    def _kept(
        self, columns: Sequence[Sequence[str]], problems: dict[int, Problem]
    ) -> dict[str, Sequence[Kept]]:  # fmt: skip
        found: dict[str, Sequence[Kept]] = {}
        for name, kind in self.fields.items():
            written = columns[self._place[name]]
            if kind == "text":
                cells = tidy_column(written)
                found[name] = cells if all(cells) else [cell or None for cell in cells]
                continue
            values = self._keep[name].column(written)
            found[name] = values  # type: ignore[assignment]
            if self._misfits and _MISFIT in values:
                column = self._columns[self._place[name]]
                for place in (place for place, value in enumerate(values) if value is _MISFIT):
                    facts = {"value": tidy(written[place])[:60], "column": column}
                    problems.setdefault(place, Problem(f"value-not-a-{kind}", column, facts))
        return found

    def _texts(self, columns: Sequence[Sequence[str]]) -> dict[str, Sequence[str]]:
        found: dict[str, Sequence[str]] = {}
        for name in self.texts:
            at = self._place.get(name)
            if at is None:
                found[name] = [""] * len(columns[0])
            else:
                found[name] = (
                    tidy_column(columns[at]) if name in self._names else self._known_column(name, columns[at])
                )  # fmt: skip
        if "full_name" in self._place:
            pairs = list(zip(found["first_name"], found["last_name"], strict=True))
            whole = tidy_column(columns[self._place["full_name"]])
            named = [
                pair if any(pair) else split_name(name) if name else pair
                for pair, name in zip(pairs, whole, strict=True)
            ]
            found["first_name"], found["last_name"] = [pair[0] for pair in named], [pair[1] for pair in named]
        return found

    def _known_column(self, name: str, cells: Sequence[str]) -> list[str]:
        reading, note = self._known[name]
        found = reading.column(cells)
        return self._told(found, note)

    def _told(self, found: list[_S | None], note: str) -> list[_S]:
        """Answers with "" where nobody knows one, which is counted."""
        unknown = found.count(None)
        if unknown:
            self.notes[note] = self.notes.get(note, 0) + unknown
        return [answer or "" for answer in found] if unknown else found  # type: ignore[misc, return-value]

    def _consent(self, columns: Sequence[Sequence[str]], rows: Rows) -> None:
        count = len(rows.phones)
        said_at, source_at = self._place.get("marketing"), self._place.get("consent_source")
        if said_at is None and source_at is None and not self._source:
            return
        sources: Sequence[str] = [self._source] * count
        if source_at is not None:
            sources = [own or self._source for own in tidy_column(columns[source_at])]
        if said_at is None:
            said: Sequence[Consent | None] = ["yes" if source else "unknown" for source in sources]
        else:
            said = self._say.column(columns[said_at])
            unclear = said.count(None)
            if unclear:
                self.notes["consent-unclear"] = self.notes.get("consent-unclear", 0) + unclear
        says: list[Consent] = [
            "no" if answer == "no" else "yes" if answer == "yes" and source else "unknown"
            for answer, source in zip(said, sources, strict=True)
        ]
        rows.says, rows.sources, rows.times = says, sources, self._times(columns, says)

    def _times(self, columns: Sequence[Sequence[str]], says: Sequence[Consent]) -> list[str]:
        at = self._place.get("consent_at")
        if at is None:
            return [self._at] * len(says)
        times = self._when.column(columns[at])
        unclear = sum(when is None and say != "unknown" for when, say in zip(times, says, strict=True))
        if unclear:
            self.notes["consent-date-unclear"] = self.notes.get("consent-date-unclear", 0) + unclear
        return [when or self._at for when in times]


def _moment(cell: str) -> str | None:
    """The start of a day as a time; empty where there is none, None where nobody can read it."""
    if not cell:
        return ""
    try:
        return iso(datetime.combine(read_date(cell), time(), UTC))
    except ValueError:
        return None


def shown(value: Kept, kind: FieldKind | None) -> Value:
    """What a field keeps in the database, as a value of its kind."""
    if kind == "list" and isinstance(value, str):
        return tuple(json.loads(value))
    return bool(value) if kind == "boolean" and value is not None else value


def swallowed_lines(cells: Sequence[str], delimiter: str, width: int) -> int:
    """How many rows one row swallowed with a quotation mark that was not closed in time: 0 for an honest cell of lines.

    A line inside a cell is a row when it is split as often as a row is; three columns or more do not split by
    chance, for two it takes three such lines.
    """
    lines = [line for cell in cells if "\n" in cell for line in cell.split("\n")[1:]]
    found = sum(line.count(delimiter) >= width - 1 for line in lines) if delimiter and width > 1 else 0
    return found if width > 2 or found > 2 else 0


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
