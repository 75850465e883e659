"""Room for a step that is put into an arrow: what comes after makes way, nothing is covered, nothing else moves."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from whatsapp_studio.journeys.boxes import apart, rect_of, size_of
from whatsapp_studio.journeys.graph import CARD, Journey, Link, Note, Point, Step
from whatsapp_studio.journeys.layout import BELOW, BELOW_LABELS
from whatsapp_studio.journeys.room import room_for


def drawn(places: dict[str, Point], *links: tuple[str, str], **notes: str) -> Journey:
    """Waits at places, the step ``new`` among them; a note ``n=step`` is tied to a step, empty to none."""
    made = [Link(one, "next", other) for one, other in links]
    return Journey(
        id="j",
        steps={i: Step(id=i, kind="wait") for i in places if i not in notes},
        links={link.id: link for link in made},
        notes={i: Note(id=i, step=step) for i, step in notes.items()},
        places=places,
    )


def test_what_comes_after_goes_down_as_far_as_it_has_to() -> None:
    journey = drawn({"a": (0, 0), "b": (0, 136), "c": (0, 272), "new": (900, 900)}, ("a", "b"), ("b", "c"))
    assert room_for(journey, "new", "a:next") == {"new": (0, 136), "b": (0, 272), "c": (0, 408)}


def test_below_several_outputs_there_is_room_for_their_labels() -> None:
    journey = drawn({"a": (0, 0), "b": (0, 160), "new": (900, 900)}, ("a", "b"))
    journey = Journey(
        id="j",
        steps={**journey.steps, "a": Step(id="a", kind="send_template")},
        links=journey.links,
        places=journey.places,
    )
    places = room_for(journey, "new", "a:next")
    assert places["new"][1] == size_of(journey, "a")[1] + BELOW_LABELS
    assert places["b"][1] == places["new"][1] + CARD[1] + BELOW


def test_where_there_is_room_nothing_else_moves() -> None:
    journey = drawn({"a": (0, 0), "b": (0, 600), "new": (900, 900)}, ("a", "b"))
    assert room_for(journey, "new", "a:next", (8, 300)) == {"new": (8, 300)}


def test_let_go_beside_both_it_stays_where_it_was_let_go() -> None:
    journey = drawn({"a": (0, 0), "b": (0, 136), "new": (900, 900)}, ("a", "b"))
    assert room_for(journey, "new", "a:next", (240, 64)) == {"new": (240, 64)}


def test_what_stands_above_stays_and_tied_notes_are_left_to_their_steps() -> None:
    journey = drawn(
        {"a": (0, 0), "b": (0, 136), "up": (300, 0), "new": (900, 900), "tied": (240, 136), "free": (500, 200)},
        ("a", "b"), tied="b", free="",
    )  # fmt: skip
    assert room_for(journey, "new", "a:next") == {"new": (0, 136), "b": (0, 272), "free": (500, 336)}


def test_an_arrow_that_leads_back_up_moves_nothing() -> None:
    journey = drawn({"a": (0, 400), "b": (0, 0), "new": (900, 900)}, ("a", "b"))
    assert room_for(journey, "new", "a:next").keys() == {"new"}


_at = st.tuples(st.integers(-40, 40).map(lambda n: n * 8), st.integers(-40, 80).map(lambda n: n * 8))


@given(st.lists(_at, min_size=2, max_size=8, unique=True), st.none() | _at)
def test_a_step_put_into_an_arrow_never_covers_anything(corners: list[Point], at: Point | None) -> None:
    places = {f"s{n}": corner for n, corner in enumerate(corners)}
    journey = drawn({**places, "new": (5000, 5000)}, ("s0", "s1"))
    found = {**places, **room_for(journey, "new", "s0:next", at)}
    new = rect_of(found["new"], CARD)
    assert all(apart(new, rect_of(found[i], CARD)) for i in places)
