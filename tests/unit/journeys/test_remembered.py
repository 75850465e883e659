"""Decides that what is made of a part is made once, and never taken for another part's."""

from __future__ import annotations

from whatsapp_studio.journeys import remembered
from whatsapp_studio.journeys.remembered import once


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
