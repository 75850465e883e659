"""How a row of a file becomes a contact to be, or a problem."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whatsapp_studio.audience.contact import FieldKind
from whatsapp_studio.audience.importing_rows import Kept, RowReader, swallowed_lines, tidy, tidy_column
from whatsapp_studio.base.errors import Problem, UserError


class Staged(NamedTuple):
    """One row that was read."""

    line: int
    phone: str
    country: str
    raw: str
    texts: dict[str, str]
    said: tuple[str, str, str]
    values: tuple[Kept, ...]

    def text(self, name: str) -> str:
        return self.texts.get(name, "")


NOW = "2026-03-03T09:00:00.000+00:00"


def reader(
    columns: str, mapping: str = "", kinds: dict[str, FieldKind] | None = None, source: str = "", country: str = "NL"
) -> RowReader:
    """Columns by name; mapping as ``column=target`` words, or each column as its own target."""
    names = columns.split()
    pairs = dict(word.split("=") for word in mapping.split()) if mapping else {name: name for name in names}
    return RowReader(names, pairs, kinds or {}, country=country, consent_source=source, consent_at=NOW)


def one(given_reader: RowReader, cells: Sequence[str]) -> Staged | Problem:
    rows, problems = given_reader.read([7], [cells])
    if rows is None:
        [(place, problem)] = problems
        assert place == 0
        return problem
    assert not problems
    said = (rows.says[0], rows.sources[0], rows.times[0]) if rows.says else ("unknown", "", "")
    return Staged(
        rows.lines[0], rows.phones[0], rows.countries[0], rows.raws[0],
        {name: column[0] for name, column in rows.texts.items()}, said,
        tuple(column[0] for column in rows.fields.values()),
    )  # fmt: skip


def staged(given_reader: RowReader, *cells: str) -> Staged:
    row = one(given_reader, cells)
    assert isinstance(row, Staged), row
    return row


def problem(given_reader: RowReader, *cells: str) -> Problem:
    row = one(given_reader, cells)
    assert isinstance(row, Problem)
    return row


def test_a_whole_row() -> None:
    row = staged(
        reader("phone first_name last_name language time_zone city", kinds={"city": "text"}),
        " 0612345678 ", " Maria", "'t Hart ", "nl-NL", "europe/amsterdam", "'s-Gravenhage",
    )  # fmt: skip
    assert row == Staged(
        7, "+31612345678", "NL", "0612345678",
        {"first_name": "Maria", "last_name": "'t Hart", "language": "nl", "time_zone": "Europe/Amsterdam"},
        ("unknown", "", ""), ("'s-Gravenhage",),
    )  # fmt: skip


def test_short_rows_are_filled_up_and_long_ones_refused() -> None:
    two = reader("phone first_name")
    assert staged(two, "0612345678").text("first_name") == ""
    assert staged(two, "0612345678", "Maria", "", " ").text("first_name") == "Maria"
    found = problem(two, "0612345678", "Maria", "x")
    assert (found.code, found.facts) == ("row-too-long", {"cells": 3, "columns": 2})


def test_a_country_column_beats_the_default() -> None:
    both = reader("phone country")
    assert staged(both, "0470123456", "België").phone == "+32470123456"
    assert staged(both, "0612345678", "").phone == "+31612345678"
    assert staged(both, "0612345678", "Atlantis").phone == "+31612345678"
    assert both.notes == {"country-unknown": 1}


def test_a_whole_name_is_split_unless_its_parts_are_there() -> None:
    parts = reader("phone full_name first_name")
    assert staged(parts, "0612345678", "Maria de Vries", "").text("last_name") == "de Vries"
    assert staged(parts, "0612345678", "Maria de Vries", "Mies").text("first_name") == "Mies"


def test_cells_nobody_can_read_are_left_empty_and_counted() -> None:
    some = reader("phone language time_zone marketing", source="form")
    for _ in range(3):
        row = staged(some, "0612345678", "Klingon", "Mars", "maybe")
    assert (row.text("language"), row.text("time_zone"), row.said[0]) == ("", "", "unknown")
    assert some.notes == {"language-unknown": 3, "time-zone-unknown": 3, "consent-unclear": 3}


@pytest.mark.parametrize(("kind", "cell"), [("number", "x"), ("date", "31-02-2026"), ("boolean", "maybe")])
def test_a_typed_field_refuses_what_does_not_fit(kind: FieldKind, cell: str) -> None:
    found = problem(reader("phone fine points", kinds={"fine": "text", "points": kind}), "0612345678", "y", cell)
    assert found == Problem(f"value-not-a-{kind}", "points", {"value": cell, "column": "points"})


def test_a_bad_number_is_told_with_its_text() -> None:
    assert problem(reader("phone"), " 6.12E8 ") == Problem("phone-scientific", "phone", {"value": "6.12E8"})


@pytest.mark.parametrize(
    ("columns", "cells", "source", "expected"),
    [
        ("phone", (), "form", ("yes", "form", NOW)),
        ("phone", (), "", ("unknown", "", "")),
        ("phone marketing", ("ja",), "form", ("yes", "form", NOW)),
        ("phone marketing", ("",), "form", ("unknown", "", "")),
        ("phone marketing", ("ja",), "", ("unknown", "", "")),
        ("phone marketing", ("nee",), "", ("no", "", NOW)),
        ("phone marketing consent_source", ("ja", "Shop"), "form", ("yes", "Shop", NOW)),
        ("phone consent_source", ("Shop",), "", ("yes", "Shop", NOW)),
        ("phone consent_source consent_at", ("Shop", "01-02-2026"),
        "", ("yes", "Shop", "2026-02-01T00:00:00.000+00:00")),
        ("phone consent_source consent_at", ("Shop", ""), "", ("yes", "Shop", NOW)),
        ("phone consent_source consent_at", ("Shop", "soon"), "", ("yes", "Shop", NOW)),
    ],
)  # fmt: skip
def test_consent_needs_a_source(
    columns: str, cells: tuple[str, ...], source: str, expected: tuple[str, str, str]
) -> None:
    given_reader = reader(columns, source=source)
    row = staged(given_reader, "0612345678", *cells)
    if expected[0] == "unknown":
        assert row.said[0] == "unknown"
    else:
        assert row.said == expected
    assert given_reader.notes == ({"consent-date-unclear": 1} if "soon" in cells else {})


def test_the_mapping_must_fit_the_file() -> None:
    with pytest.raises(UserError, match="import-no-phone-column"):
        reader("a b", "a=first_name")
    with pytest.raises(UserError, match="import-no-such-column"):
        reader("a b", "c=phone")
    with pytest.raises(UserError, match="import-field-twice"):
        reader("a b", "a=phone b=phone")
    # Case and an empty target do not matter.
    assert staged(reader("Mobiel x", "mobiel=phone x="), "0612345678", "y").phone == "+31612345678"


def test_a_column_of_ever_new_cells_is_not_remembered_for_ever() -> None:
    one = reader("phone language")
    for n in range(50_100):
        staged(one, "0612345678", f"no language {n}")
    assert staged(one, "0612345678", "no language 50099").text("language") == ""
    assert one.notes == {"language-unknown": 50_101}


@pytest.mark.parametrize(
    ("cells", "width", "found"),
    [
        (["0612345601", "A\n0612345602;B;C\n0612345603;D", "E"], 3, 1),
        (["0612345601", "A\nsee; there", ""], 3, 0),
        (["0612345601", "A\nx;y\nz;w"], 2, 0),
        (["0612345601", "A\nx;y\nz;w\nq;r"], 2, 3),
        (["0612345601\n0612345602"], 1, 0),
        (["0612345601", "A"], 2, 0),
    ],
)
def test_rows_inside_a_cell(cells: list[str], width: int, found: int) -> None:
    assert swallowed_lines(cells, ";", width) == found
    assert swallowed_lines(cells, "", width) == 0


def test_tidy() -> None:
    assert [tidy(cell) for cell in (" a ", "'0123", "'=1", "'t", "a\x00b", "a\nb", "'")] == [
        "a", "0123", "=1", "'t", "ab", "a\nb", "'"
    ]  # fmt: skip


cells = st.one_of(st.text(max_size=12), st.sampled_from(["0612345678", "+31612345601", "ja", "12", "'1", " a ", "nl"]))


@given(st.lists(st.lists(cells, max_size=6), min_size=1, max_size=6))
def test_many_rows_are_read_as_each_alone(rows: list[list[str]]) -> None:
    def made() -> RowReader:
        return reader("phone first_name language marketing points", kinds={"points": "number"}, source="form")

    together, alone = made(), made()
    found, problems = together.read(range(len(rows)), rows)
    each = [one(alone, row) for row in rows]
    assert dict(problems) == {place: row for place, row in enumerate(each) if isinstance(row, Problem)}
    fine = [row for row in each if isinstance(row, Staged)]
    assert (list(found.phones) if found else []) == [row.phone for row in fine]
    if found is not None:
        assert found.says is not None
        assert [*zip(found.texts["first_name"], found.says, strict=True)] == [
            (row.text("first_name"), row.said[0]) for row in fine
        ]
        assert list(found.fields["points"]) == [row.values[0] for row in fine]
        assert [rows[line] for line in found.lines] == list(found.cells)
    assert together.notes == alone.notes


@given(st.lists(st.text(max_size=8), min_size=1, max_size=5))
def test_a_column_is_tidied_as_its_cells(column: list[str]) -> None:
    assert list(tidy_column(column)) == [tidy(cell) for cell in column]
