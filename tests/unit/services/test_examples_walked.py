"""Decides that whatever a contact of an example does, the way goes on to an end, and that no step is for nobody."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from itertools import islice

import pytest

from tests.unit.services.test_examples import sandbox_templates
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.journeys.keywords import keyword_in
from whatsapp_studio.journeys.reading import words
from whatsapp_studio.journeys.running import Person
from whatsapp_studio.journeys.surroundings import Surroundings
from whatsapp_studio.journeys.walk import Answer, Ask, Walk, follow, key
from whatsapp_studio.services.examples import example, examples
from whatsapp_studio.templates.template import Template

T0 = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
NAMES = [one.name for one in examples()]
MOST_WALKS = 400


@pytest.fixture(scope="module")
def around() -> Surroundings:
    return Surroundings(
        templates={(one.name, one.language): one for one in sandbox_templates()},
        fields={
            "first_name": "text", "language": "text", "voucher": "text", "last_order": "date", "event_date": "date",
        },
        time_zone="Europe/Amsterdam", now=T0,
    )  # fmt: skip


def person(number: int, language: str) -> Person:
    values = {
        "first_name": "Maria", "language": language, "voucher": "LENTE", "last_order": "2026-01-01",
        "event_date": "2027-01-21", "time_zone": "Europe/Amsterdam",
    }  # fmt: skip
    return Person(number=number, values=values, marketing="yes")


def possible(ask: Ask) -> Iterator[Answer]:
    """Everything a contact can do where it is asked."""
    for does in ask.can:
        if does in ("clicked", "event"):
            yield from (Answer(does, text) for text in ask.texts)
        else:
            yield Answer(does, "Hello" if does == "replied" else "")


def walks(journey: Journey, who: Person, around: Surroundings) -> Iterator[Walk]:
    """Every way a person can go, one answer after the other."""
    left: list[Mapping[str, Answer]] = [{}]
    while left:
        answers = left.pop()
        found = follow(journey, who, start=T0, answers=answers, around=around, event={"product": "bike"})
        if found.ask is None:
            yield found
        else:
            place = key(found.ask.step, found.ask.visit)
            left += [{**answers, place: answer} for answer in possible(found.ask)]


def quick_replies(template: Template) -> list[str]:
    return [button.text for button in template.buttons if button.kind == "QUICK_REPLY"]


@pytest.mark.parametrize("name", NAMES)
def test_every_way_ends_and_every_step_is_on_one(name: str, around: Surroundings) -> None:
    journey = example(name)
    seen: set[str] = set()
    for number, language in ((1, "en"), (2, "nl"), (3, "en"), (4, "en"), (5, "nl"), (11, "en"), (29, "en")):
        found = list(islice(walks(journey, person(number, language), around), MOST_WALKS))
        assert 0 < len(found) < MOST_WALKS
        for walk in found:
            assert walk.end in ("end", "goal", "output"), walk
            seen |= {one.step for one in walk.steps}
    assert seen == set(journey.steps)


@pytest.mark.parametrize("name", NAMES)
def test_each_button_of_each_translation_leads_to_a_path_of_its_own(name: str, around: Surroundings) -> None:
    journey = example(name)
    for step in journey.steps.values():
        if step.kind != "send_template":
            continue
        (reaction,) = [journey.steps[link.target] for link in journey.out[step.id] if link.port == "next"]
        if reaction.kind != "reaction":
            continue
        chosen = step.fields["template"]["name"]
        for language in (step.fields["template"]["language"], *(one["language"] for one in step.fields["languages"])):
            buttons = quick_replies(around.templates[chosen, language])
            paths = [
                [out["id"] for out in reaction.fields["outcomes"] if keyword_in(button, words(out, "keywords"))]
                for button in buttons
            ]
            assert [len(one) for one in paths] == [1] * len(buttons), (chosen, language, paths)
            assert len({one[0] for one in paths}) == len(buttons)
