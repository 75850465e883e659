"""Samples: typed or from a file, kept over a restart, never more than a thousand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from whatsapp_studio.app import Studio
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.services.samples import MOST


@pytest.fixture
def studio(tmp_path: Path) -> Iterator[Studio]:
    made = Studio.open(tmp_path / "workspace")
    yield made
    made.close()


def test_samples_survive_a_restart(tmp_path: Path) -> None:
    studio = Studio.open(tmp_path)
    studio.preview_samples.save("Anna", {"contact.first_name": "Anna", "event.order": "12"})
    studio.close()
    studio = Studio.open(tmp_path)
    (kept,) = studio.preview_samples.all()
    assert (kept.name, kept.values) == ("Anna", {"contact.first_name": "Anna", "event.order": "12"})
    studio.preview_samples.save("Ann", {"contact.first_name": "Ann"}, kept.id)
    assert [(one.id, one.name) for one in studio.preview_samples.all()] == [(kept.id, "Ann")]
    assert studio.preview_samples.delete([kept.id]) == 1
    assert studio.preview_samples.all() == []
    studio.close()


def test_csv_and_json_are_read_alike(studio: Studio, tmp_path: Path) -> None:
    table = tmp_path / "a.csv"
    table.write_text('\ufeffName;first_name;event.order\nBo;Bo;7\n;"Åsa; X";\n', encoding="utf-8")
    assert studio.preview_samples.import_file(table) == 2
    assert {one.name: one.values for one in studio.preview_samples.all()} == {
        "Bo": {"contact.first_name": "Bo", "event.order": "7"},
        "Sample 2": {"contact.first_name": "Åsa; X"},
    }
    listed = tmp_path / "a.json"
    listed.write_text('[{"name": "Bo", "contact": {"first_name": "Bo", "vip": true}, "event": {"order": 8}}]')
    assert studio.preview_samples.import_file(listed) == 1
    found = {one.name: one.values for one in studio.preview_samples.all()}
    assert found["Bo"] == {"contact.first_name": "Bo", "contact.vip": "true", "event.order": "8"}


def test_a_sample_of_the_same_name_is_replaced(studio: Studio, tmp_path: Path) -> None:
    studio.preview_samples.save("Bo", {"contact.city": "Delft"})
    file = tmp_path / "a.csv"
    file.write_text("name,city\nBO,Gouda\n")
    assert studio.preview_samples.import_file(file) == 1
    assert [(one.name, one.values) for one in studio.preview_samples.all()] == [("BO", {"contact.city": "Gouda"})]
    with pytest.raises(UserError, match="sample-name-taken"):
        studio.preview_samples.save("bo", {})
    with pytest.raises(UserError, match="sample-name-empty"):
        studio.preview_samples.save(" ", {})


def test_a_thousand_and_no_more(studio: Studio, tmp_path: Path) -> None:
    file = tmp_path / "many.csv"
    rows = [f"P{n},Delft" for n in range(MOST)]
    file.write_text("\n".join(["name,city", *rows]))
    assert studio.preview_samples.import_file(file) == MOST
    with pytest.raises(UserError, match="samples-many"):
        studio.preview_samples.save("One more", {})
    file.write_text("\n".join(["name,city", *rows, "Q,Delft"]))
    with pytest.raises(UserError, match="samples-many"):
        studio.preview_samples.import_file(file)
    assert len(studio.preview_samples.all()) == MOST


@pytest.mark.parametrize("content", [b"", b"[1, 2]", b"[{]", b"\xff\xfe\x00", b"name,city\n", b'name,city\nBo,"Delft'])
def test_what_is_no_file_of_samples_is_refused_whole(studio: Studio, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "odd.csv"
    file.write_bytes(content)
    with pytest.raises(UserError, match="samples-file-odd"):
        studio.preview_samples.import_file(file)
    assert studio.preview_samples.all() == []
