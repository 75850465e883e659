"""A file read many rows at a time is the file read row by row."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whatsapp_studio.audience.importing import ReadOptions
from whatsapp_studio.services.reading import open_table

cells = st.text(alphabet="ab1 \"\n\r;\u00a0é", max_size=5)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("batches")


@given(
    st.lists(st.lists(cells, max_size=3), max_size=12), st.sampled_from(["\n", "\r\n"]), st.integers(1, 5),
    st.booleans(), st.integers(1, 2),
)  # fmt: skip
def test_batches_are_the_rows(
    folder: Path, rows: list[list[str]], end: str, size: int, titled: bool, first: int
) -> None:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator=end)
    writer.writerow(["phone", "name"])
    for row in rows:
        writer.writerow(row)
    writer.writerow(["0612345678", "last"])
    path = folder / "some.csv"
    path.write_bytes(text.getvalue().encode())
    options = ReadOptions(encoding="utf-8", delimiter=";", has_header=titled, first_row=first)
    table = open_table(path, options)
    expected = list(table.rows())
    found = [pair for lines, block in table.batches(size) for pair in zip(lines, block, strict=True)]
    assert found == expected
    # The line is that of the row's end, as an editor counts them.
    whole = list(csv.reader(io.StringIO(text.getvalue(), newline=""), delimiter=";", skipinitialspace=True))
    ends = []
    reader = csv.reader(io.StringIO(text.getvalue(), newline=""), delimiter=";", skipinitialspace=True)
    for _ in whole:
        next(reader)
        ends.append(reader.line_num)
    by_end = dict(zip(ends, whole, strict=True))
    assert all(by_end[line] == row for line, row in found)
