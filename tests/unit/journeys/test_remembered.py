"""Decides that what is made of a part is made once, and never taken for another part's."""

from __future__ import annotations

import pytest

from tests.fixtures.studio import T0
from whatsapp_studio.base import i18n
from whatsapp_studio.base.catalogue import Untranslated
from whatsapp_studio.journeys import remembered
from whatsapp_studio.journeys.graph import Journey, Step
from whatsapp_studio.journeys.meaning import arrive
from whatsapp_studio.journeys.remembered import once, once_for_both
from whatsapp_studio.journeys.running import Person, State, setup


def test_a_part_is_made_something_of_once_and_equal_parts_each() -> None:
    made: list[object] = []

    @once
    def length(part: list[int]) -> int:
        made.append(part)
        return len(part)

    one, other = [1, 2], [1, 2]
    assert [length(one), length(one), length(other)] == [2, 2, 2]
    assert made == [one, other]


def test_so_many_are_remembered_and_the_next_begin_anew() -> None:
    made: list[int] = []

    @once
    def first(part: list[int]) -> int:
        made.append(part[0])
        return part[0]

    parts = [[n] for n in range(remembered._MOST + 1)]
    assert [first(part) for part in parts] == list(range(len(parts)))
    assert first(parts[-1]) == len(parts) - 1
    assert first(parts[0]) == 0
    assert len(made) == len(parts) + 1


def test_what_is_gone_is_not_taken_for_what_came_in_its_place() -> None:
    @once
    def value(part: list[int]) -> int:
        return part[0]

    assert [value([n]) for n in range(5000)] == list(range(5000))


def test_of_two_parts_something_is_made_once_for_each_pair() -> None:
    made: list[tuple[int, int]] = []

    @once_for_both
    def together(part: list[int], other: list[int]) -> int:
        made.append((part[0], other[0]))
        return part[0] + other[0]

    one, two, three = [1], [2], [3]
    assert [together(one, two), together(one, two), together(one, three), together(three, one)] == [3, 3, 4, 4]
    assert made == [(1, 2), (1, 3), (3, 1)]
    for n in range(remembered._MOST_OF_BOTH):
        assert together(one, [n]) == n + 1
    assert together(one, two) == 3


class _Dutch(Untranslated):
    def text(self, source: str, comment: str = "") -> str:
        return f"nl: {source}"


def test_a_rule_is_said_in_the_language_in_use_also_after_it_was_said_in_another(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rule = {"field": "contact.language", "op": "is", "value": "nl"}
    step = Step(id="c", kind="condition", fields={"rules": [{"id": "p0", "name": "Dutch", "rule": rule}]})
    here = setup(Journey(id="j", steps={"c": step}))
    state = State(person=Person(values={"language": "nl"}), entered=T0)

    def said() -> str:
        return str(arrive(here, step, state, T0).facts["rule"])

    english = said()
    assert "nl:" not in english
    monkeypatch.setattr(i18n, "_current", _Dutch())
    assert said().startswith("nl: ")
    monkeypatch.undo()
    assert said() == english
