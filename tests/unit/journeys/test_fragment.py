"""Decides what is copied of a journey, and that a copy has ids of its own and nothing else of its own."""

from __future__ import annotations

from typing import Any

from hypothesis import given

from tests.fixtures.journeys import WELCOME, drawn, journeys
from whatsapp_studio.journeys.fragment import Fragment, cut_out
from whatsapp_studio.journeys.graph import Frame, Journey, Note, Step

NOTES = {"n": Note(id="n", text="At day", step="day"), "free": Note(id="free", text="Free")}
FRAMES = {"f": Frame(id="f", title="Start", steps=("hello", "day"))}
BASE = drawn(*WELCOME, notes=NOTES, frames=FRAMES)
PLACED = Journey(**{name: getattr(BASE, name) for name in ("id", "steps", "links", "notes", "frames")},
                 places={**BASE.places, "n": (300, 0), "free": (400, 0)})  # fmt: skip


def test_links_come_along_when_both_ends_do() -> None:
    part = cut_out(PLACED, ["day", "which", "offer"])
    assert set(part.links) == {"day:next", "which:p0"}
    assert set(part.places) == {"day", "which", "offer", "n"}


def test_a_note_comes_with_its_step_or_alone() -> None:
    assert set(cut_out(PLACED, ["day"]).notes) == {"n"}
    alone = cut_out(PLACED, ["n"])
    assert alone.notes["n"].step == ""
    assert alone.places == {"n": (300, 0)}
    assert cut_out(PLACED, ["free"]).notes == {"free": NOTES["free"]}


def test_a_frame_brings_its_steps() -> None:
    part = cut_out(PLACED, ["f"])
    assert set(part.steps) == {"hello", "day"}
    assert part.frames == FRAMES
    assert set(part.notes) == {"n"}


def test_a_copy_has_ids_of_its_own() -> None:
    part = cut_out(PLACED, [*PLACED.steps, "f"])
    copy = part.fresh(24, 8)
    ids = {*copy.steps, *copy.notes, *copy.frames}
    assert not ids & {*part.steps, *part.notes, *part.frames}
    assert all(getattr(things[i], "id", "") == i for things in (copy.steps, copy.notes, copy.frames) for i in things)
    assert all(link.id == i and {link.source, link.target} <= copy.steps.keys() for i, link in copy.links.items())
    (frame,), (note,) = copy.frames.values(), copy.notes.values()
    assert [copy.steps[i].kind for i in frame.steps] == ["send_template", "wait"]
    assert copy.steps[note.step].kind == "wait"
    assert sorted((x - 24, y - 8) for x, y in copy.places.values()) == sorted(part.places.values())


def test_a_copy_of_a_reaction_is_to_the_copy_of_the_message() -> None:
    journey = drawn("out send_template next=r", "r reaction", "c consent")
    steps = dict(journey.steps)
    steps["r"] = Step(id="r", kind="reaction", fields={**steps["r"].fields, "to": "out"})
    steps["c"] = Step(id="c", kind="consent", fields={"set": "out", "reason": "r"})
    copy = cut_out(Journey(id="j", steps=steps, links=journey.links, places=journey.places), steps).fresh()
    by_kind = {step.kind: step for step in copy.steps.values()}
    assert by_kind["reaction"].fields["to"] == by_kind["send_template"].id
    assert by_kind["consent"].fields == {"set": "out", "reason": "r"}, "words that look like an id stay"


def test_a_copy_of_a_reaction_alone_is_to_the_same_message() -> None:
    reaction = Step(id="r", kind="reaction", fields={"to": "hello"})
    (copy,) = Fragment(steps={"r": reaction}, places={"r": (0, 0)}).fresh().steps.values()
    assert copy.fields == {"to": "hello"}


def of(*lines: str, **places: Any) -> Fragment:
    journey = drawn(*lines)
    return Fragment(steps=journey.steps, links=journey.links, places={**journey.places, **places})


def test_the_step_an_arrow_leads_to_is_the_first() -> None:
    assert of("b wait next=a", "a wait").first() == "b"
    assert of("a wait", "b wait", a=(0, 80), b=(80, 0)).first() == "b"
    assert of("a wait", "b wait", a=(80, 0), b=(0, 0)).first() == "b"
    assert of("a wait next=b", "b wait next=a").first() == "a", "in a loop the top left one"


def test_no_arrow_leads_to_an_entry() -> None:
    assert of("in audience next=a", "a wait").first() == "a"
    assert of("in audience").first() is None
    assert Fragment().first() is None


@given(journeys())
def test_all_of_a_journey_can_be_copied(journey: Journey) -> None:
    ids = (*journey.steps, *journey.notes, *journey.frames)
    part = cut_out(journey, ids)
    copy = part.fresh()
    for name in ("steps", "links", "notes", "frames"):
        assert len(getattr(copy, name)) == len(getattr(part, name)) == len(getattr(journey, name))
    assert sorted(copy.places.values()) == sorted(journey.places.get(i, (0, 0)) for i in (*part.steps, *part.notes))
