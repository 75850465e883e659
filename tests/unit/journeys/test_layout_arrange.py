"""Shows where steps go that are lined up, spread out, or new."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fixtures.journeys import WELCOME, drawn, journeys
from whatsapp_studio.journeys.arrange import align, distribute, free_place, next_place, place_after
from whatsapp_studio.journeys.boxes import apart, rect_of, size_of, way_out
from whatsapp_studio.journeys.graph import CARD, SNAP, Journey

THREE = drawn("a wait", "b wait", "c wait", places={"a": (0, 0), "b": (100, 50), "c": (300, 400)})
WIDE = {"b": (308, 176)}


@pytest.mark.parametrize(
    ("side", "moved"),
    [
        ("left", {"b": (0, 50), "c": (0, 400)}),
        ("right", {"a": (300, 0), "b": (200, 50)}),
        ("centre", {"a": (150, 0), "c": (150, 400)}),
        ("top", {"b": (100, 0), "c": (300, 0)}),
        ("bottom", {"a": (0, 400), "b": (100, 300)}),
        ("middle", {"a": (0, 200), "b": (100, 150), "c": (300, 200)}),
    ],
)
def test_six_ways_to_line_up(side: str, moved: dict[str, tuple[int, int]]) -> None:
    assert align(THREE, {"a", "b", "c"}, side, WIDE) == moved  # type: ignore[arg-type]


def test_what_stands_in_line_or_alone_stays() -> None:
    assert align(THREE, {"a"}, "left") == {} == align(THREE, {"a", "gone"}, "left")
    lined = drawn("a wait", "b wait", places={"a": (0, 0), "b": (0, 200)})
    assert align(lined, {"a", "b"}, "left") == {}


def test_two_ways_to_spread_out_leave_the_ends() -> None:
    assert distribute(THREE, {"a", "b", "c"}, "across") == {"b": (150, 50)}
    assert distribute(THREE, {"a", "b", "c"}, "down") == {"b": (100, 200)}
    assert distribute(THREE, {"a", "b"}, "down") == {}


def test_the_space_between_is_the_same_whatever_the_sizes() -> None:
    row = drawn("a wait", "b wait", "c wait", places={"a": (0, 0), "b": (700, 0), "c": (1000, 0)})
    places = {**row.places, **distribute(row, set("abc"), "across", WIDE)}
    assert places["b"][0] - (places["a"][0] + 208) == places["c"][0] - (places["b"][0] + 308)


def test_a_new_step_stands_below_what_leads_to_it() -> None:
    places = {"a": (0, 0), "m": (2000, 0), "c": (4000, 0)}
    journey = drawn("a audience", "m send_template", "c condition", places=places)
    assert place_after(journey, "a", "next")[0] == 0 and 120 < place_after(journey, "a", "next")[1] < 160
    straight, failed, late = (place_after(journey, "m", port) for port in ("next", "failed", "timeout"))
    assert straight[0] == 2000 and straight[0] + 208 < failed[0] < late[0]
    xs = [place_after(journey, "c", port)[0] for port in ("p0", "p1", "p2", "other")]
    assert xs == sorted(xs) and all(right - left > 208 for left, right in pairwise(xs))
    assert abs(sum(xs) / 4 + 104 - (4000 + size_of(journey, "c")[0] / 2)) <= SNAP


def test_a_new_step_goes_beside_what_is_there_already() -> None:
    journey = drawn("a audience next=b", "b wait", places={"a": (0, 0), "b": (0, 136)})
    at = place_after(journey, "a", "next")
    assert at[1] >= 136 and apart(rect_of(at, CARD), rect_of((0, 136), CARD), 8)


def test_a_step_nothing_leads_to_goes_to_the_right() -> None:
    assert next_place(Journey(id="empty")) == (0, 0)
    journey = drawn(*WELCOME)
    x, y = next_place(journey)
    assert x >= 208 and y == 0


@given(journeys(), st.tuples(st.integers(-4000, 4000), st.integers(-4000, 4000)))
def test_a_free_place_is_free_near_and_on_the_grid(journey: Journey, near: tuple[int, int]) -> None:
    at = free_place(journey, near)
    assert at[0] % SNAP == at[1] % SNAP == 0 and at[1] >= near[1] - SNAP
    for i, place in journey.places.items():
        assert apart(rect_of(at, CARD), rect_of(place, size_of(journey, i)), 8)
    assert abs(at[0] - near[0]) + abs(at[1] - near[1]) <= 400 * (len(journey.places) + 1)


@given(st.lists(st.tuples(st.integers(-500, 500), st.integers(-500, 500)), min_size=1, max_size=12))
def test_the_way_out_is_no_longer_than_straight_sideways(places: list[tuple[int, int]]) -> None:
    others = [rect_of(at, CARD) for at in places]
    dx, dy = way_out([rect_of((0, 0), CARD)], others, 0)
    assert all(apart(rect_of((dx, dy), CARD), other) for other in others)
    assert abs(dx) + abs(dy) <= max(abs(other[2]) for other in others) + SNAP
