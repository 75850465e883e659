"""Shows that a tidied journey covers nothing, reads from top to bottom and keeps outputs from left to right."""

from __future__ import annotations

import random
import time
from collections.abc import Mapping
from itertools import combinations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fixtures.journeys import CONDITION, WELCOME, drawn, journeys
from whatsapp_studio.base.paths import resource
from whatsapp_studio.journeys.boxes import apart, rect_of, size_of
from whatsapp_studio.journeys.codec import load
from whatsapp_studio.journeys.engines import Boxes, GraphlayEngine, LayoutEngine, Middles, PlainEngine
from whatsapp_studio.journeys.graph import SNAP, Journey, Link, Note, Point, Step
from whatsapp_studio.journeys.layout import BELOW, tidy
from whatsapp_studio.journeys.rows import Rows, in_rows
from whatsapp_studio.journeys.table import kind_of, known_ports

replace = msgspec.structs.replace
EXAMPLES = sorted(path.stem for path in resource("samples/journeys").glob("*.wsjourney"))


def example(name: str) -> Journey:
    return load((resource("samples/journeys") / f"{name}.wsjourney").read_bytes()).journey


def grown(steps: int, seed: int) -> Journey:
    """A journey as people draw them: a way on, branches, some that meet again, some that lead back."""
    chance = random.Random(seed)
    journey = drawn("s0 audience")
    all_steps, links = dict(journey.steps), dict(journey.links)
    free = [("s0", "next")]
    for n in range(1, steps):
        kind = chance.choices(["condition", "send_template", "wait", "end"], [3, 4, 5, 1 if len(free) > 3 else 0])[0]
        step = Step(id=f"s{n}", kind=kind, fields=CONDITION if kind == "condition" else {})
        source, port = free.pop(chance.randrange(max(0, len(free) - 4), len(free)))
        all_steps[step.id] = step
        links[f"{source}:{port}"] = Link(source, port, step.id)
        free += [(step.id, name) for name in known_ports(step) if name == "next" or chance.random() < 0.7]
    for source, port in free:
        target = f"s{chance.randrange(1, steps)}"
        if chance.random() < 0.3 and target != source:
            links[f"{source}:{port}"] = Link(source, port, target)
    return replace(journey, steps=all_steps, links=links, places=dict.fromkeys(all_steps, (0, 0)))


def stands(journey: Journey, places: Mapping[str, Point]) -> Journey:
    return replace(journey, places={**journey.places, **places})


def covered(journey: Journey, some: Mapping[str, Point]) -> list[tuple[str, str]]:
    """Pairs of which one at least was tidied and that lie on each other."""
    rects = {i: rect_of(at, size_of(journey, i)) for i, at in journey.places.items()}
    return [
        (i, other)
        for i, other in combinations(sorted(rects), 2)
        if (i in some or other in some) and not apart(rects[i], rects[other], 8)
    ]


def check_order(journey: Journey, steps: set[str]) -> None:
    """Of the outputs of a step, those whose steps nothing else leads to stand from left to right."""
    for i in steps:
        order = {port: n for n, port in enumerate(known_ports(journey.steps[i]))}
        links = sorted(journey.out.get(i, ()), key=lambda link: order.get(link.port, 99))
        own = [link.target for link in links if len(journey.into[link.target]) == 1 and link.target in steps]
        lefts = [journey.places[one][0] for one in own if journey.places[one][1] > journey.places[i][1]]
        assert lefts == sorted(lefts), (i, own)


@pytest.mark.parametrize("engine", [None, PlainEngine()])
@pytest.mark.parametrize("steps", [8, 20, 35, 60])
@pytest.mark.parametrize("seed", range(5))
def test_nothing_is_covered_and_outputs_keep_their_order(steps: int, seed: int, engine: LayoutEngine | None) -> None:
    journey = grown(steps, seed)
    places = tidy(journey, engine=engine)
    assert places.keys() == journey.steps.keys()
    after = stands(journey, places)
    assert not covered(after, places)
    assert all(x % SNAP == 0 and y % SNAP == 0 for x, y in places.values())
    check_order(after, set(journey.steps))


@pytest.mark.parametrize("name", EXAMPLES)
def test_each_example_is_compact_with_the_entry_on_top(name: str) -> None:
    journey = example(name)
    places = tidy(journey)
    after = stands(journey, places)
    assert not covered(after, places)
    tops = {i: places[i][1] for i in journey.steps}
    assert kind_of(journey.steps[min(tops, key=lambda i: tops[i])]).is_entry
    # What is lowest leads nowhere further.
    lowest = max(tops.values())
    assert not any(link.target for i in tops if tops[i] == lowest for link in journey.out.get(i, ()))
    wide = max(x + size_of(journey, i)[0] for i, (x, _) in places.items()) - min(x for x, _ in places.values())
    assert wide <= 5 * 208 + 4 * 60


def test_rows_leave_room_for_words_at_outputs_and_for_notes() -> None:
    long = "word " * 200
    journey = drawn(*WELCOME, notes={"n": Note(id="n", step="day", text=long), "m": Note(id="m", step="day")})
    journey = stands(journey, {"n": (0, 0), "m": (0, 0)})
    places = tidy(journey)
    assert places["day"][0] + 208 < places["n"][0] == places["m"][0]
    after = stands(journey, places)
    assert not covered(after, places)
    for link in journey.links.values():
        assert places[link.target][1] >= places[link.source][1] + 76 + BELOW


def test_a_straight_way_is_straight() -> None:
    places = tidy(drawn("a audience next=b", "b wait next=c", "c send_template next=d failed=f", "d wait", "f end"))
    assert len({places[i][0] for i in "abcd"}) == 1 < len({places[i][0] for i in "cf"})


def test_sizes_of_its_own_are_kept_clear() -> None:
    journey = drawn("a condition p0=b p1=c", "b end", "c end")
    places = tidy(journey, sizes={"b": (600, 300)})
    assert places["c"][0] >= places["b"][0] + 600 + 8


def test_the_same_journey_gives_the_same_places() -> None:
    journey = grown(60, 9)
    shuffled = list(journey.steps.items())
    random.Random(1).shuffle(shuffled)
    links = list(journey.links.items())
    random.Random(2).shuffle(links)
    assert tidy(replace(journey, steps=dict(shuffled), links=dict(links))) == tidy(journey)


@pytest.mark.parametrize("name", EXAMPLES)
def test_what_is_tidy_stays_as_it_is(name: str) -> None:
    journey = example(name)
    once = stands(journey, tidy(journey))
    assert stands(once, tidy(once)).places == once.places


def test_the_first_step_stays_where_it_is_looked_at() -> None:
    journey = stands(drawn(*WELCOME), {"in": (4000, -808)})
    assert tidy(journey)["in"] == (4000, -808)
    lost = stands(journey, {"in": (900_000, 900_000)})
    assert tidy(lost)["in"] == (0, 0)


def test_a_loop_and_a_journey_of_loops_alone_are_laid_out() -> None:
    journey = drawn("a wait next=b", "b condition p0=a p1=a other=c", "c wait next=c2", "c2 wait next=a")
    places = tidy(journey)
    assert not covered(stands(journey, places), places)
    assert tidy(drawn("a wait next=a")) == {"a": (0, 0)}
    assert tidy(Journey(id="empty")) == {}


def test_what_is_not_connected_stands_beside() -> None:
    journey = drawn("lone wait", *WELCOME, "other event next=end2", "end2 end")
    places = tidy(journey)
    after = stands(journey, places)
    assert not covered(after, places)
    assert places["in"][1] == places["other"][1] == places["lone"][1]
    assert places["lone"][0] > max(places[line.split()[0]][0] for line in WELCOME)


@given(journeys(), st.data())
@settings(max_examples=60)
def test_a_part_is_tidied_around_what_stays(journey: Journey, data: st.DataObject) -> None:
    chosen = data.draw(st.sets(st.sampled_from(sorted(journey.steps)), min_size=1))
    places = tidy(journey, chosen)
    tied = {i for i, note in journey.notes.items() if note.step in chosen}
    assert places.keys() == chosen | tied
    assert not covered(stands(journey, places), places)


def test_a_part_with_room_stays_where_it_was() -> None:
    journey = drawn(*WELCOME)
    apart_ = stands(journey, {"offer": (4000, 80), "week": (4100, 90), "last": (3900, 95)})
    places = tidy(apart_, {"offer", "week", "last"})
    assert places["offer"] == (4000, 80)
    assert places["week"][0] == places["last"][0] == 4000


def test_loose_notes_stay_unless_a_step_comes_to_lie_on_them() -> None:
    notes = {"far": Note(id="far"), "near": Note(id="near")}
    journey = stands(drawn(*WELCOME, notes=notes), {"far": (4000, 4000), "near": (10, 200)})
    places = tidy(journey)
    after = stands(journey, places)
    assert "far" not in places and "near" in places
    assert not covered(after, places)


@pytest.mark.parametrize("seed", range(4))
def test_two_hundred_steps_take_less_than_a_fifth_of_a_second(seed: int) -> None:
    journey = grown(200, seed)
    assert not covered(stands(journey, tidy(journey)), journey.places)
    took = []
    for _ in range(5):
        before = time.perf_counter()
        tidy(journey)
        took.append(time.perf_counter() - before)
    assert min(took) < 0.2


class Broken:
    def place(self, rows: Rows, boxes: Boxes) -> Middles:
        raise ValueError("no")


def test_an_engine_that_parts_branches_its_own_way_is_not_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    journey = example("welcome")
    with pytest.raises(ValueError, match="order"):
        tidy(journey, engine=GraphlayEngine())
    assert tidy(journey) == tidy(journey, engine=PlainEngine())
    in_order = drawn("a audience next=b", "b condition p0=c p1=d", "c end", "d wait next=e", "e end")
    with_graphlay = tidy(in_order, engine=GraphlayEngine())
    assert tidy(in_order) == with_graphlay
    monkeypatch.setattr("whatsapp_studio.journeys.layout.GraphlayEngine", Broken)
    assert tidy(in_order) == tidy(in_order, engine=PlainEngine())


def test_a_tangle_of_arrows_has_no_more_lanes_than_can_be_laid_out() -> None:
    chance, steps = random.Random(1), [f"s{n}" for n in range(1500)]
    after = {one: [other for other in chance.sample(steps, 2) if other != one] for one in steps}
    rows = in_rows(steps, after, lambda _: False, lambda _: None)
    assert sorted(thing for row in rows.rows for thing in row if isinstance(thing, str)) == sorted(steps)
    assert sum(map(len, rows.rows)) <= len(steps) + 10_000
