"""An example speaks the language of its reader; what rules, templates and events are called stays."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from whatsapp_studio.base.i18n import use_language
from whatsapp_studio.journeys.codec import dump
from whatsapp_studio.journeys.worded import worded, words
from whatsapp_studio.services.examples import example, example_words, examples


@pytest.fixture
def dutch() -> Iterator[None]:
    use_language("nl")
    yield
    use_language("en")


NAMES = [one.name for one in examples()]


@pytest.mark.parametrize("name", NAMES)
def test_in_dutch_every_word_to_read_is_dutch(dutch: None, name: str) -> None:
    mine = words(example(name))
    use_language("en")
    theirs = words(example(name))
    assert len(mine) == len(theirs)
    same = set(mine) & set(theirs)
    assert same <= {"Feedback"}


@pytest.mark.parametrize("name", NAMES)
def test_nothing_but_words_differs(dutch: None, name: str) -> None:
    mine = example(name)
    use_language("en")
    theirs = example(name)
    assert worded(mine, lambda _text: "x") == worded(theirs, lambda _text: "x")


def test_ids_buttons_and_templates_are_no_words() -> None:
    told = example_words()
    assert "Stop offers" not in told and "cart_reminder" not in told and "cart_left" not in told
    assert len(told) == len(set(told))


def test_saying_the_same_changes_nothing() -> None:
    for name in NAMES:
        journey = example(name)
        assert dump(worded(journey, str)) == dump(journey)
