"""Decides that a scene which followed edits is the scene one would make now, arrows and all."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from tests.fixtures.drawn import MANY, REPLIED, document, grid, step, welcome
from tests.fixtures.mirror import shown_in, value_of, ways_of
from whatsapp_studio.journeys.edits import (
    AddStep,
    Become,
    ChangeStep,
    Connect,
    Disconnect,
    MoveItems,
    PutFrame,
    PutNote,
    RemoveItems,
    SetFields,
)
from whatsapp_studio.journeys.graph import Frame, Journey, Link, Note
from whatsapp_studio.journeys.table import known_ports
from whatsapp_studio.qt.canvas.document import JourneyDocument
from whatsapp_studio.qt.canvas.scene import JourneyScene


def looks(scene: JourneyScene) -> dict[str, Any]:
    """Everything about where a scene's things are and which of them are seen."""
    return {
        **shown_in(scene),
        "ways": ways_of(scene),
        "visible": {i: item.isVisible() for i, item in (*scene.steps.items(), *scene.wires.items.items())},
        "cards": {i: frame.card.getRect() for i, frame in scene.frames.items()},
        "outputs": {i: (frame.ports, frame.entered) for i, frame in scene.frames.items()},
        "labels": {i: (labels.pos().x(), labels.pos().y()) for i, labels in scene.labels.items()},
        "content": scene.content().getRect(),
    }


def random_edit(random: Random, journey: Journey, n: int) -> Any:
    steps = list(journey.steps)
    one = random.choice(steps) if steps else ""
    place = (random.randrange(-400, 1600, 8), random.randrange(-200, 1600, 8))

    def add() -> Any:
        kind = random.choice(("wait", "send_template", "end", "reaction", "audience"))
        return AddStep(step=step(f"x{n}", kind), place=place)

    def connect() -> Any:
        ports = known_ports(journey.steps[one]) or ("next",)
        return Connect(link=Link(one, random.choice(ports), random.choice([i for i in steps if i != one])))

    def move() -> Any:
        some = random.sample(steps, min(len(steps), random.choice((1, 1, 2, 5))))
        return MoveItems(places={i: (place[0] + 240 * k, place[1]) for k, i in enumerate(some)})

    def frame() -> Any:
        made = Frame(
            id=random.choice("fg"), title=f"Frame {n}", steps=tuple(random.sample(steps, min(3, len(steps)))),
            collapsed=random.random() < 0.6,
        )  # fmt: skip
        return PutFrame(frame=made)

    makers: list[Callable[[], Any]] = [
        add, connect, connect, move, move, frame,
        lambda: RemoveItems(ids=frozenset({one}), heal=random.random() < 0.5),
        lambda: RemoveItems(ids=frozenset({random.choice("fg")})),
        lambda: Disconnect(links=frozenset({random.choice(list(journey.links))} if journey.links else ())),
        lambda: SetFields(step=one, fields=random.choice((MANY, REPLIED))),
        lambda: ChangeStep(step=one, name=f"Name {n}", disabled=None),
        lambda: PutNote(note=Note(id=f"n{n % 3}", text="word " * (n % 60), step=one), place=place),
    ]  # fmt: skip
    return random.choice(makers)()


@pytest.mark.parametrize("seed", range(12))
def test_a_scene_that_followed_edits_is_as_new(qapp: QApplication, seed: int) -> None:
    random = Random(seed)
    doc = document(grid(24, seed=seed))
    scene = JourneyScene(doc)
    for n in range(40):
        if len(doc.journey.steps) < 6:
            break
        move = random.random()
        if move < 0.15:
            doc.undo()
        elif move < 0.2:
            doc.redo()
        else:
            doc.do(random_edit(random, doc.journey, n))
        assert shown_in(scene) == value_of(doc.journey)
        assert looks(scene) == looks(JourneyScene(document(doc.journey))), n


@pytest.mark.parametrize("seed", range(6))
def test_what_a_drag_shows_leaves_nothing_behind(qapp: QApplication, seed: int) -> None:
    random = Random(seed)
    doc = document(grid(30, seed=seed))
    doc.do(PutFrame(frame=Frame(id="g", steps=("s4", "s5", "s9"), collapsed=bool(seed % 2))))
    scene = JourneyScene(doc)
    for n in range(8):
        some = random.sample(sorted(doc.journey.steps), 3)
        for k in range(6):
            scene.preview_places({i: (k * 96 + m * 300, n * 40) for m, i in enumerate(some)})
        if n % 3 == 0:
            scene.preview_places(None)
        elif n % 3 == 1:
            scene.preview_places(None)
            doc.do(MoveItems(places={some[0]: (480, n * 40)}))
        else:
            doc.do(MoveItems(places={i: (480 + m * 300, n * 40) for m, i in enumerate(some)}))
            scene.preview_places(None)
        assert looks(scene) == looks(JourneyScene(document(doc.journey))), n


def test_a_drag_takes_the_notes_tied_to_a_step_along(qapp: QApplication) -> None:
    doc = document(welcome())
    scene = JourneyScene(doc)
    x, y = doc.journey.places["n"]

    scene.preview_places({"more": (96 + 80, 608 - 40)})

    assert (scene.notes["n"].pos().x(), scene.notes["n"].pos().y()) == (x + 80, y - 40)
    assert scene.labels["more"].pos() == scene.steps["more"].pos()
    assert scene.wires.items["ask:o1"].way[-1] == (96 + 80 + 104, 608 - 40)
    assert doc.journey == welcome()


def test_a_journey_that_becomes_another_is_shown_whole(qapp: QApplication) -> None:
    doc = document(grid(60))
    scene = JourneyScene(doc)

    doc.do(Become(journey=welcome()))

    assert looks(scene) == looks(JourneyScene(document(welcome())))


def test_an_empty_journey_is_an_empty_scene(qapp: QApplication) -> None:
    doc: JourneyDocument = document(Journey(id="j"))
    scene = JourneyScene(doc)

    assert scene.content().isEmpty() and scene.item_of("nothing") is None

    doc.do(AddStep(step=step("a", "audience"), place=(8, 16)))

    assert scene.content().contains(scene.steps["a"].card)


def test_links_that_lead_nowhere_known_do_no_harm(qapp: QApplication) -> None:
    """A file made by hand may hold a link of an output that is not there."""
    journey = welcome()
    odd = Link("wait", "no-such-output", "out")
    doc = document(Journey(id="j", steps=journey.steps, places=journey.places, links={odd.id: odd}))

    scene = JourneyScene(doc)

    assert scene.wires.items[odd.id].way
