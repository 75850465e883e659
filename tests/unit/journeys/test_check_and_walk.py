"""What the checks promise holds on every way that a contact can take."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fixtures.journeys import drawn
from tests.fixtures.studio import offer
from tests.unit.journeys.test_check import of, with_fields
from tests.unit.journeys.test_walk import ANSWERS
from whatsapp_studio.journeys.asking import Answer
from whatsapp_studio.journeys.check import problems
from whatsapp_studio.journeys.duration import longest
from whatsapp_studio.journeys.graph import Journey, Link, Step
from whatsapp_studio.journeys.running import Person
from whatsapp_studio.journeys.surroundings import Surroundings
from whatsapp_studio.journeys.table import KINDS, known_ports
from whatsapp_studio.journeys.walk import Walk, follow, key

START = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
TEMPLATE = offer("Hi, nothing varies")
AROUND = Surroundings(templates={("spring_offer", "nl"): TEMPLATE}, now=START)
PERSON = Person(number=3, values={"first_name": "Maria"}, marketing="yes")
HOURS = st.integers(1, 40).map(lambda n: {"amount": n, "unit": "hours"})
OUTCOMES = [
    {"id": "said", "on": "replied", "keywords": [], "button": ""},
    {"id": "tapped", "on": "clicked", "keywords": [], "button": "Yes"},
    {"id": "seen", "on": "read", "keywords": [], "button": ""},
]


def some_step(draw: st.DrawFn, id_: str) -> Step:
    kind = draw(st.sampled_from(["wait", "send_template", "reaction", "send_window", "wait_event", "notify", "end"]))
    more: dict[str, Any] = {
        "wait": {"duration": draw(HOURS)},
        "send_template": {"template": {"name": "spring_offer", "language": "nl"}},
        "reaction": {"outcomes": draw(st.permutations(OUTCOMES)), "timeout": draw(HOURS)},
        "send_window": {"text": "Hello"},
        "wait_event": {"events": [{"id": "ev", "name": "", "event": "paid"}], "timeout": draw(HOURS)},
    }.get(kind, {})
    return Step(id=id_, kind=kind, fields={**KINDS[kind].defaults(), **more}, disabled=draw(st.integers(0, 9)) == 0)


@st.composite
def talks(draw: st.DrawFn) -> Journey:
    """Journeys of messages, reactions and waits, with any links among them."""
    source = draw(st.sampled_from(["inbound", "manual"]))
    fields = {**KINDS["event"].defaults(), "source": source, "event": "order"}
    steps = {"in": Step(id="in", kind="event", fields=fields)}
    steps |= {f"s{n}": some_step(draw, f"s{n}") for n in range(draw(st.integers(2, 8)))}
    targets = [id_ for id_ in steps if id_ != "in"]
    links = [
        Link(id_, port, draw(st.sampled_from(targets)))
        for id_, step in steps.items()
        for port in known_ports(step)
        if port != "closed" and draw(st.integers(0, 3))
    ]
    return Journey(id="j", steps=steps, links={one.id: one for one in links}, settings={"quiet": "none"})


def walked(journey: Journey, given_: list[Answer]) -> Walk:
    answers: dict[str, Answer] = {}
    found = follow(journey, PERSON, start=START, around=AROUND)
    for turn in range(25):
        if found.ask is None:
            break
        answers[key(found.ask.step, found.ask.visit)] = given_[turn % len(given_)]
        found = follow(journey, PERSON, start=START, around=AROUND, answers=answers)
    return found


@given(talks(), st.lists(ANSWERS, min_size=1, max_size=6))
@settings(max_examples=200)
def test_free_text_that_is_called_safe_is_never_too_late(journey: Journey, given_: list[Answer]) -> None:
    doubted = {p.where.partition(".")[0] for p in problems(journey, AROUND) if p.code.startswith("window-")}
    for one in walked(journey, given_).steps:
        codes = {code for code, _ in one.reasons}
        assert one.step in doubted or not codes & {"never-wrote", "window-closed"}


@given(talks(), st.lists(ANSWERS, min_size=1, max_size=6))
@settings(max_examples=100)
def test_nobody_is_inside_longer_than_is_said_nor_goes_round_unwarned(journey: Journey, given_: list[Answer]) -> None:
    found = walked(journey, given_)
    most = longest(journey, AROUND)
    silent = any("send-timed-out" in {code for code, _ in one.reasons} for one in found.steps)
    if most is not None and found.steps and not silent:
        assert found.steps[-1].left - found.steps[0].at <= most
    if found.end == "endless":
        assert "loop-endless" in {p.code for p in problems(journey, AROUND)}


@given(talks(), st.lists(ANSWERS, min_size=1, max_size=6))
@settings(max_examples=100)
def test_whoever_reacts_got_a_message_unless_that_is_said(journey: Journey, given_: list[Answer]) -> None:
    said = {p.where for p in problems(journey, AROUND) if p.code.startswith("reaction-")}
    for one in walked(journey, given_).steps:
        assert f"{one.step}.to" in said or "no-message" not in {code for code, _ in one.reasons}


def test_a_reply_can_be_older_than_the_reaction_to_it() -> None:
    lines = ("in audience next=m", "m send_template next=w", "w wait next=r", "r reaction replied=t timeout=e",
             "t send_window next=e", "e end")  # fmt: skip
    days = {"amount": 3, "unit": "days"}
    journey = with_fields(with_fields(drawn(*lines), "w", duration=days), "t", text="Hello")
    assert of("window-may-close", journey) == ["t.what"]  # they may have replied at once, three days ago
    assert of("window-may-close", with_fields(journey, "w", duration={"amount": 3, "unit": "hours"})) == []
    twice = drawn("in audience next=a", "a send_template next=b", "b send_template next=r",
                  "r reaction replied=t timeout=e", "t send_window next=e", "e end")  # fmt: skip
    assert of("window-may-close", with_fields(twice, "r", to="b")) == []
    assert of("window-may-close", with_fields(twice, "r", to="a")) == ["t.what"]
