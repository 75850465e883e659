"""An example of a list, and rows that are handed back: both are files that are read again as they were meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fixtures.studio import offer
from whatsapp_studio.audience.contact import CustomField
from whatsapp_studio.audience.headers import target_of
from whatsapp_studio.base.errors import WorldError
from whatsapp_studio.campaigns.draft import Mapping
from whatsapp_studio.services.reading import open_table
from whatsapp_studio.services.rejects import save_together
from whatsapp_studio.services.sample_file import sample_columns, write_sample

TEMPLATE = offer("Hi {{1}}, your code is {{2}} for {{3}}", language="en")
STANDARD = 7


def test_every_standard_column_is_known_when_the_file_is_read_again() -> None:
    assert [target_of(column) for column in sample_columns()] == [
        "phone", "first_name", "last_name", "language", "marketing", "consent_source", "consent_at",
    ]  # fmt: skip


def test_what_fills_a_template_becomes_columns() -> None:
    mapping = {
        "body.1": Mapping(expression="{{ contact.first_name }}"),
        "body.2": Mapping(expression="{{ contact.voucher | upcase }}"),
    }
    fields = [CustomField(name="voucher", label="Voucher code")]
    assert list(sample_columns(TEMPLATE, mapping, fields))[STANDARD:] == ["Voucher code", "Value 3"]
    assert list(sample_columns(TEMPLATE))[STANDARD:] == ["Value 1", "Value 2", "Value 3"]
    assert list(sample_columns(None, None, fields))[STANDARD:] == ["Voucher code"]


def test_the_file_is_a_list_that_can_be_imported(tmp_path: Path) -> None:
    path = tmp_path / "sample.csv"
    columns = sample_columns(TEMPLATE)
    write_sample(path, columns)
    table = open_table(path)
    assert table.columns == tuple(columns)
    assert len(list(table.rows())) == 3
    with pytest.raises(WorldError, match="sample-not-written"):
        write_sample(tmp_path / "gone" / "sample.csv", columns)


def test_rows_of_two_files_are_handed_back_in_one(tmp_path: Path) -> None:
    first, second, target = tmp_path / "a.csv", tmp_path / "b.csv", tmp_path / "all.csv"
    first.write_text('line;reason;phone\n3;"bad; really";x\n', encoding="utf-8-sig")
    second.write_text("line;reason;phone\n7;twice;0612345601\n", encoding="utf-8-sig")
    assert save_together([first, second], target) == 2
    assert target.read_text("utf-8-sig").splitlines() == [
        "line;reason;phone",
        '3;"bad; really";x',
        "7;twice;0612345601",
    ]
    with pytest.raises(WorldError, match="rejects-not-written"):
        save_together([first, tmp_path / "gone.csv"], tmp_path / "half.csv")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.csv", "all.csv", "b.csv"]
