"""Decides how arrows run: straight where they can, round cards where they cannot, apart from each other."""

from __future__ import annotations

from itertools import pairwise
from random import Random

import pytest

from whatsapp_studio.journeys.routing import (
    CLEAR,
    End,
    Fan,
    Obstacles,
    Path,
    Rect,
    Tracks,
    card_size,
    fan,
    port_offset,
)


def card(x: float, y: float, outputs: int = 1) -> Rect:
    width, height = card_size(outputs)
    return Rect(x, y, x + width, y + height)


def cards(**places: tuple[float, float]) -> Obstacles:
    made = Obstacles()
    for name, (x, y) in places.items():
        made.put(name, card(x, y))
    return made


def way(there: Obstacles, source: str = "a", target: str = "b", *, outputs: int = 1, port: int = 0) -> Path:
    return fan(source, outputs, [End("link", port, target, False)], there, Tracks()).ways["link"]


def areas(found: Path) -> list[Rect]:
    return [Rect(min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1])) for a, b in pairwise(found)]


def behind(found: Path, there: Obstacles) -> list[Rect]:
    return [rect for area in areas(found) for rect in there.hits(area) if area.meets(rect.grown(-1))]


def test_a_step_right_below_gets_a_straight_arrow() -> None:
    assert way(cards(a=(0, 0), b=(0, 144))) == ((104, 76), (104, 144))


def test_a_step_below_and_aside_gets_an_arrow_with_two_corners() -> None:
    found = way(cards(a=(0, 0), b=(320, 200)))

    assert found[0] == (104, 76) and found[-1] == (424, 200) and len(found) == 4
    assert all(a[0] == b[0] or a[1] == b[1] for a, b in pairwise(found))


def test_an_arrow_goes_round_a_card_between() -> None:
    there = cards(a=(0, 0), b=(0, 400), between=(0, 200))

    found = way(there)

    assert behind(found, there) == [] and len(found) == 6


def test_an_arrow_back_up_goes_round_the_side_of_all_that_is_between() -> None:
    there = cards(a=(0, 600), b=(0, 0), between=(40, 300), left=(-260, 300))

    found = way(there)

    assert behind(found, there) == []
    assert found[0] == (104, 676) and found[-1] == (104, 0)
    # It arrives from above like every other.
    assert found[-2][0] == 104 and found[-2][1] < 0


def test_an_arrow_to_the_card_beside_comes_in_from_above() -> None:
    there = cards(a=(0, 0), b=(300, 0))

    found = way(there)

    assert behind(found, there) == [] and found[-2][1] < 0


def test_outputs_to_one_side_do_not_cross() -> None:
    there = cards(b=(400, 300), c=(700, 300), d=(1000, 300))
    there.put("a", card(0, 0, 3))
    ends = [End(name, port, name, False) for port, name in enumerate(("b", "c", "d"))]

    ways = fan("a", 3, ends, there, Tracks()).ways

    levels = [ways[name][1][1] for name in ("b", "c", "d")]
    assert levels == sorted(levels, reverse=True) and len(set(levels)) == 3


def test_arrows_into_one_step_join_above_it() -> None:
    there = cards(a=(0, 0), z=(600, 0), b=(300, 300))
    tracks = Tracks()
    ends = {}
    for source in ("a", "z"):
        made = fan(source, 1, [End(source, 0, "b", True)], there, tracks)
        tracks.put(source, made.stretches)
        ends[source] = made.ways[source]

    assert ends["a"][-2:] == ends["z"][-2:] == ((404, 278), (404, 300))


def test_arrows_of_others_are_not_run_along() -> None:
    """Two crossing arrows between the same rows keep to levels of their own."""
    there = cards(a=(0, 0), z=(400, 0), b=(400, 300), y=(0, 300))
    tracks = Tracks()
    first = fan("a", 1, [End("a", 0, "b", False)], there, tracks)
    tracks.put("a", first.stretches)

    second = fan("z", 1, [End("z", 0, "y", False)], there, tracks)

    assert first.ways["a"][1][1] != second.ways["z"][1][1]


def test_a_fan_depends_on_nothing_it_did_not_look_at() -> None:
    there = cards(a=(0, 0), b=(320, 400), between=(0, 200))
    ends = [End("link", 0, "b", False)]
    before = fan("a", 1, ends, there, Tracks())
    far = card(5000, 5000)
    assert not before.minds([far])

    there.put("far", far)

    assert fan("a", 1, ends, there, Tracks()) == before


@pytest.mark.parametrize("seed", range(40))
def test_what_a_fan_minds_is_enough(seed: int) -> None:
    """A card put where a fan did not look never changes it."""
    random = Random(seed)
    there = Obstacles()
    for n in range(12):
        there.put(f"c{n}", card(random.randrange(0, 1600, 8), random.randrange(0, 1200, 8)))
    ends = [End(f"l{n}", n, f"c{random.randrange(1, 12)}", False) for n in range(3)]
    before: Fan = fan("c0", 3, ends, there, Tracks())
    for _ in range(20):
        new = card(random.randrange(-400, 2000, 8), random.randrange(-400, 1600, 8))
        there.put("new", new)
        if not before.minds([new]):
            assert fan("c0", 3, ends, there, Tracks()) == before
        there.take("new")


@pytest.mark.parametrize("outputs", range(1, 13))
def test_outputs_stand_evenly_and_on_the_grid(outputs: int) -> None:
    width, _ = card_size(outputs)
    offsets = [port_offset(width, outputs, i) for i in range(outputs)]

    assert width % 16 == 0
    assert all(offset % 8 == 0 for offset in offsets)
    assert offsets == [width - offset for offset in reversed(offsets)]
    gaps = [b - a for a, b in pairwise(offsets)]
    assert not gaps or (min(gaps) >= 48 and max(gaps) - min(gaps) <= 16)


def test_only_cards_with_many_outputs_are_wider() -> None:
    assert [card_size(n)[0] for n in (0, 1, 3)] == [208, 208, 208]
    assert card_size(6)[0] > card_size(4)[0] > 208


def test_obstacles_are_found_where_they_are_now() -> None:
    there = cards(a=(0, 0))
    there.put("a", card(1000, 1000))

    assert there.hits(card(0, 0)) == [] and there.names(card(990, 990)) == {"a"}
    there.take("a")
    assert there.hits(card(1000, 1000)) == []


def test_ways_keep_their_distance() -> None:
    there = cards(a=(0, 0), b=(0, 500), between=(40, 220))

    for area in areas(way(there))[1:-1]:
        assert there.hits(area.grown(CLEAR - 1), ("a", "b")) == []
