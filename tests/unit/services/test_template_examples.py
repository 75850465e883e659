"""The examples a new template can start from are good by Meta's rules, and become drafts of one's own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from whatsapp_studio.app import Studio
from whatsapp_studio.services.template_examples import Example, begin, examples, picture
from whatsapp_studio.storage.templates import TemplateRows

BLANK = [one for one in examples() if not one.id]
FILLED = [one for one in examples() if one.id]


@pytest.fixture
def studio(tmp_path: Path) -> Iterator[Studio]:
    made = Studio.open(tmp_path / "workspace")
    yield made
    made.close()


def test_there_is_a_blank_one_for_each_category_and_an_example_of_each_kind() -> None:
    assert [one.category for one in BLANK] == ["MARKETING", "UTILITY", "AUTHENTICATION"]
    assert {one.category for one in FILLED} == {"MARKETING", "UTILITY", "AUTHENTICATION"}
    every = [version for one in FILLED for version in one.versions]
    assert any(t.cards for t in every)
    assert any(t.offer for t in every)
    assert any(button.kind == "COPY_CODE" for t in every for button in t.buttons)
    assert all({version.language for version in one.versions} == {"en", "nl"} for one in FILLED)


@pytest.mark.parametrize("example", FILLED, ids=lambda one: one.id)
def test_an_example_has_nothing_wrong_once_it_is_ones_own(studio: Studio, example: Example) -> None:
    first = begin(studio.writing, studio.media, example, studio.templates)
    drafts = studio.writing.drafts()
    assert {draft.template.name for draft in drafts} == {example.id}
    assert first.template.language == "en"
    for draft in drafts:
        assert studio.writing.problems(draft) == ()


def test_a_name_that_is_taken_gets_a_number(studio: Studio) -> None:
    example = FILLED[0]
    begin(studio.writing, studio.media, example, studio.templates)
    known = replace(example.versions[0], name=f"{example.id}_2", raw=json.dumps({"name": f"{example.id}_2"}))
    TemplateRows(studio._store).replace_all([known], studio.clock.now())
    again = begin(studio.writing, studio.media, example, studio.templates)
    assert again.template.name == f"{example.id}_3"


def test_a_second_blank_one_can_be_told_from_the_first(studio: Studio) -> None:
    assert begin(studio.writing, studio.media, BLANK[0], studio.templates).template.name == ""
    assert begin(studio.writing, studio.media, BLANK[1], studio.templates).template.name == "new_template_2"


def test_pictures_are_kept_in_the_workspace_and_seen_before(studio: Studio) -> None:
    example = next(one for one in FILLED if one.id == "sale_with_code")
    header = begin(studio.writing, studio.media, example, studio.templates).template.header
    assert header is not None
    sample = dict(header.samples)["media"].removeprefix("file:")
    assert studio.media.path(sample).read_bytes().startswith(b"\x89PNG")

    shown = example.looked_at("nl").header
    assert shown is not None
    where = picture(dict(shown.samples)["media"].removeprefix("file:"))
    assert where is not None
    assert where.read_bytes() == studio.media.path(sample).read_bytes()
    assert picture("0" * 64) is None


def test_the_language_of_the_program_is_looked_at_first() -> None:
    example = FILLED[0]
    assert example.shown("nl").language == "nl"
    assert example.shown("ar") == example.versions[0] == replace(example.versions[0], language="en")
