"""Snippets: every version is kept, none holds itself, and what is used stays."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.conftest import SettableClock
from whatsapp_studio.app import Studio
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.campaigns.draft import Draft, Mapping
from whatsapp_studio.services.snippets import MOST_BYTES, SnippetUse


@pytest.fixture
def clock() -> SettableClock:
    return SettableClock(datetime(2026, 3, 3, 9, tzinfo=UTC))


@pytest.fixture
def studio(tmp_path: Path, clock: SettableClock) -> Iterator[Studio]:
    made = Studio.open(tmp_path / "workspace", clock=clock)
    yield made
    made.close()


def test_saving_makes_versions_and_the_same_text_makes_none(studio: Studio, clock: SettableClock) -> None:
    made = studio.snippets.create("  Closing   line ", "Bye")
    assert (made.name, made.number) == ("Closing line", 1)
    first = clock.now()
    clock.set(first + timedelta(minutes=5))
    assert studio.snippets.save(made.id, "Bye").number == 1
    assert studio.snippets.save(made.id, "See you").number == 2
    assert [one.content for one in studio.snippets.versions(made.id)] == ["See you", "Bye"]
    assert studio.snippets.texts() == {"Closing line": "See you"}
    assert studio.snippets.texts_at(first) == {"Closing line": "Bye"}


def test_a_used_snippet_is_neither_deleted_nor_renamed_and_its_users_are_listed(studio: Studio) -> None:
    inner = studio.snippets.create("Shop", "Bloom")
    outer = studio.snippets.create("Greeting", 'Hi from {% snippet "shop" %}')
    draft = Draft(name="Spring", mapping={"body.1": Mapping(expression='{% snippet "Greeting" %} {{ contact.city }}')})
    campaign = studio.campaigns.create(draft)
    assert studio.snippets.uses("Shop") == [SnippetUse("snippet", str(outer.id), "Greeting")]
    assert studio.snippets.uses("GREETING") == [SnippetUse("campaign", campaign.id, "Spring")]
    assert studio.snippets.counts() == {"shop": 1, "greeting": 1}
    with pytest.raises(UserError) as refused:
        studio.snippets.delete(outer.id)
    assert refused.value.code == "snippet-in-use" and refused.value.facts["users"] == "Spring"
    with pytest.raises(UserError, match="snippet-in-use"):
        studio.snippets.rename(inner.id, "Store")
    studio.campaigns.delete(campaign.id)
    studio.snippets.delete(outer.id)
    assert studio.snippets.rename(inner.id, "Store").name == "Store"
    assert [one.name for one in studio.snippets.all()] == ["Store"]


def test_a_deleted_name_comes_back_with_its_versions(studio: Studio) -> None:
    made = studio.snippets.create("Shop", "Bloom")
    studio.snippets.delete(made.id)
    assert studio.snippets.all() == []
    again = studio.snippets.create("shop", "Bloom 2")
    assert (again.id, again.number, again.name) == (made.id, 2, "shop")


def test_no_snippet_comes_to_hold_itself(studio: Studio) -> None:
    a = studio.snippets.create("A", "a")
    studio.snippets.create("B", '{% snippet "A" %}')
    studio.snippets.create("C", "{%- snippet 'b' -%}")
    with pytest.raises(UserError) as refused:
        studio.snippets.save(a.id, 'x {% snippet "C" %}')
    assert refused.value.code == "snippet-in-itself" and refused.value.facts["way"] == "A → C → b → A"
    with pytest.raises(UserError, match="snippet-in-itself"):
        studio.snippets.create("D", '{% snippet "D" %}')


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("", "x", "snippet-name-empty"),
        ('a"b', "x", "snippet-name-bad"),
        ("n" * 81, "x", "snippet-name-bad"),
        ("Full", " \n ", "snippet-empty"),
        ("Full", "é" * (MOST_BYTES // 2) + "x", "snippet-large"),
        ("TAKEN", "x", "snippet-name-taken"),
    ],
)
def test_what_cannot_be_a_snippet_is_refused(studio: Studio, name: str, content: str, code: str) -> None:
    studio.snippets.create("Taken", "é" * (MOST_BYTES // 2))
    with pytest.raises(UserError, match=code):
        studio.snippets.create(name, content)
