"""Decides that each example is a journey to be proud of: without an error, tidy, in words, of a useful size."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import msgspec
import pytest

from tests.fixtures.tidy_examples import tidied
from whatsapp_studio.app import Studio
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.base.paths import resource
from whatsapp_studio.base.wording import sentence
from whatsapp_studio.journeys.boxes import size_of
from whatsapp_studio.journeys.check import problems
from whatsapp_studio.journeys.codec import dump
from whatsapp_studio.journeys.graph import SNAP, Journey
from whatsapp_studio.journeys.kept import about
from whatsapp_studio.journeys.surroundings import Surroundings
from whatsapp_studio.journeys.table import KINDS, kind_of, ports_of
from whatsapp_studio.services.examples import FOLDER, example, examples
from whatsapp_studio.storage.templates import TemplateRows
from whatsapp_studio.templates.template import Template, parse

NAMES = [one.name for one in examples()]


def sandbox_templates() -> list[Template]:
    found = json.loads(resource("samples/sandbox_templates.json").read_text(encoding="utf-8"))
    return [parse({"id": str(n), **raw}) for n, raw in enumerate(found, 1)]


@pytest.fixture(scope="module")
def around(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Surroundings]:
    """What the sample workspace has: the sandbox's templates and the made-up people with their fields."""
    studio = Studio.open(tmp_path_factory.mktemp("sample") / "workspace")
    TemplateRows(studio._store).replace_all(sandbox_templates(), studio.clock.now())
    studio.sample.import_people()
    yield studio.journeys.surroundings()
    studio.close()


@pytest.fixture(params=NAMES)
def journey(request: pytest.FixtureRequest) -> Journey:
    return example(request.param)


def test_the_five_are_there_with_a_title_and_a_sentence() -> None:
    assert NAMES == ["welcome", "abandoned-cart", "re-engage", "feedback", "event-reminder"]
    assert len({one.title for one in examples()}) == 5
    assert all(one.about.endswith(".") and len(one.about) < 90 for one in examples())
    on_disk = {path.stem for path in resource(FOLDER).glob("*.wsjourney")}
    assert on_disk == set(NAMES)
    with pytest.raises(UserError, match="journey-example-unknown"):
        example("../contacts")


def test_no_example_has_a_problem_in_the_sample_workspace(journey: Journey, around: Surroundings) -> None:
    found = problems(journey, around)
    assert [f"{one.severity} {one.where}: {sentence(one)}" for one in found if one.severity == "error"] == []
    assert [f"{one.severity} {one.where}: {sentence(one)}" for one in found] == []


def test_an_example_can_be_published_in_the_sample_workspace(tmp_path: Path, around: Surroundings) -> None:
    studio = Studio.open(tmp_path / "workspace")
    try:
        TemplateRows(studio._store).replace_all(around.templates.values(), studio.clock.now())
        studio.sample.import_people()
        for one in studio.journeys.examples():
            made = studio.journeys.create(example=one.name)
            assert made.name == one.title
            assert studio.journeys.publish(made.id).publication == 1
    finally:
        studio.close()


def test_sizes(journey: Journey) -> None:
    assert 8 <= len(journey.steps) <= 14
    assert len(example("welcome").steps) == 8


def test_it_is_in_the_canonical_form(journey: Journey) -> None:
    file = resource(f"{FOLDER}/{journey.id.removeprefix('example-')}.wsjourney")
    assert file.read_text(encoding="utf-8") == dump(journey)


def test_it_stands_as_tidying_leaves_it(journey: Journey) -> None:
    placed = {i: journey.places[i] for i in (*journey.steps, *journey.notes)}
    assert dict(tidied(journey).places) == placed, "lay them out anew with tests.fixtures.tidy_examples"
    assert all(x % SNAP == 0 and y % SNAP == 0 for x, y in placed.values())
    boxes = {i: (*placed[i], *size_of(journey, i)) for i in placed}
    for (a, one), (b, other) in combinations(boxes.items(), 2):
        assert not touch(one, other), f"{a} and {b} stand on each other"


def test_a_frame_holds_its_own_steps_and_no_others(journey: Journey) -> None:
    for frame in journey.frames.values():
        assert frame.title and len(frame.steps) >= 2
        cards = {i: (*journey.places[i], *size_of(journey, i)) for i in journey.steps}
        mine = [cards[step] for step in frame.steps]
        left, top = min(x for x, _, _, _ in mine), min(y for _, y, _, _ in mine)
        right, bottom = max(x + w for x, _, w, _ in mine), max(y + h for _, y, _, h in mine)
        inside = {i for i, card in cards.items() if touch((left, top, right - left, bottom - top), card)}
        assert inside == set(frame.steps), frame.title


def touch(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    (x, y, w, h), (x2, y2, w2, h2) = one, other
    return x < x2 + w2 and x2 < x + w and y < y2 + h2 and y2 < y + h


def test_it_says_what_it_is_for_and_how_to_change_it(journey: Journey) -> None:
    assert journey.settings["description"] and journey.settings["tags"]
    assert any(note.step and note.text for note in journey.notes.values())
    assert sum(step.kind == "end" for step in journey.steps.values()) >= 1
    for step in journey.steps.values():
        ports = ports_of(step, journey)
        assert all(port.label for port in ports)
        for port in ports:
            if port.role in ("next", "path"):
                assert any(link.port == port.name for link in journey.out.get(step.id, ())), f"{step.id}:{port.name}"


def test_the_examples_show_every_group_of_steps_and_both_kinds_of_entry() -> None:
    kinds = {step.kind for name in NAMES for step in example(name).steps.values()}
    assert {KINDS[kind].group for kind in kinds} == {"entry", "message", "flow", "action"}
    assert len(kinds) >= 12
    entries = {about(example(name), "").entries for name in NAMES}
    assert entries >= {("audience",), ("event",), ("audience_change",)}


def test_its_templates_ask_for_consent_where_they_are_marketing(journey: Journey, around: Surroundings) -> None:
    for step in journey.steps.values():
        if kind_of(step).name == "send_template":
            chosen = step.fields["template"]
            template = around.templates[chosen["name"], chosen["language"]]
            assert (step.fields.get("consent") == "opted_in") == (template.category == "MARKETING"), step.id
            assert all((chosen["name"], one["language"]) in around.templates for one in step.fields["languages"])


def test_a_missing_template_is_an_error_elsewhere(around: Surroundings) -> None:
    found = problems(example("welcome"), msgspec.structs.replace(around, templates={}))
    assert {one.where.partition(".")[0] for one in found if one.severity == "error"} == {"s-hello", "s-later"}
