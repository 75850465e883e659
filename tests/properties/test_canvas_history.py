"""Random hands on the canvas: whatever is done, the scene shows the value, and undoing all of it gives the first file.

``STUDIO_PROFILE=nightly`` runs a thousand histories instead of a few.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.fixtures.histories import histories, patience
from tests.fixtures.mirror import shown_in, value_of, ways_of
from whatsapp_studio.journeys import codec, graph
from whatsapp_studio.journeys.check import problems
from whatsapp_studio.journeys.clip import from_text, to_text
from whatsapp_studio.journeys.connect import can_connect, can_splice, free_outputs
from whatsapp_studio.journeys.edits import (
    AddStep,
    ChangeStep,
    Connect,
    Disconnect,
    MoveItems,
    PasteItems,
    PutFrame,
    PutNote,
    Reattach,
    RemoveItems,
    RenameJourney,
    SetFields,
    SetSettings,
    Splice,
    Together,
)
from whatsapp_studio.journeys.fragment import cut_out
from whatsapp_studio.journeys.graph import Frame, Journey, Link, Note, new_id
from whatsapp_studio.journeys.layout import tidy
from whatsapp_studio.journeys.table import KINDS, known_ports, new_step
from whatsapp_studio.qt.canvas.document import JourneyDocument
from whatsapp_studio.qt.canvas.scene import JourneyScene

PLACES = st.tuples(st.integers(-2000, 2000), st.integers(-2000, 2000))
PICK = st.integers(0, 10_000)
# What a keyboard cannot give is replaced when a journey is saved: tests of the file show that.
TEXTS = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn", "Co")), max_size=20)


def words(code: str, facts: Mapping[str, object]) -> str:
    return code


class Canvas(RuleBasedStateMachine):
    """One document with its scene, and everything hands can do to it."""

    def __init__(self) -> None:
        super().__init__()
        # A history has to be the same when it is run again: so do its ids.
        chance = random.Random(7)
        self._real, graph.uuid = graph.uuid, SimpleNamespace(uuid4=lambda: UUID(int=chance.getrandbits(128)))

    @initialize(kinds=st.lists(st.sampled_from(sorted(KINDS)), max_size=4), at=PLACES)
    def open(self, kinds: list[str], at: tuple[int, int]) -> None:
        steps = [new_step(kind) for kind in kinds]
        journey = Journey(
            id="j", name="Random",
            steps={s.id: s for s in steps}, places={s.id: (at[0], at[1] + 120 * n) for n, s in enumerate(steps)},
        )  # fmt: skip
        self._begin(journey)
        self.first = codec.dump(self.document.journey)

    def _begin(self, journey: Journey) -> None:
        self.document = JourneyDocument(journey, check=problems, words=words)
        self.scene = JourneyScene(self.document)

    # -- choosing ------------------------------------------------------------------------------------

    @property
    def journey(self) -> Journey:
        return self.document.journey

    def _step(self, n: int) -> str:
        ids = sorted(self.journey.steps)
        return ids[n % len(ids)]

    def _link(self, n: int) -> str:
        ids = sorted(self.journey.links)
        return ids[n % len(ids)]

    def _some(self, n: int, of: Mapping[str, Any]) -> frozenset[str]:
        return frozenset(i for k, i in enumerate(sorted(of)) if n >> (k % 14) & 1)

    has_steps = precondition(lambda self: bool(self.journey.steps))
    has_links = precondition(lambda self: bool(self.journey.links))

    # -- edits ---------------------------------------------------------------------------------------

    @rule(kind=st.sampled_from(sorted(KINDS)), place=PLACES, n=PICK)
    def add(self, kind: str, place: tuple[int, int], n: int) -> None:
        free = [f"{s}:{p}" for s in sorted(self.journey.steps) for p in free_outputs(self.journey, s)]
        after = free[n % len(free)] if free and not KINDS[kind].is_entry and n % 3 else ""
        self.document.do(AddStep(step=new_step(kind), place=place, after=after))

    @has_steps
    @rule(n=PICK, m=PICK, port=PICK)
    def connect(self, n: int, m: int, port: int) -> None:
        source = self._step(n)
        ports = known_ports(self.journey.steps[source])
        if ports:
            link = Link(source, ports[port % len(ports)], self._step(m))
            if can_connect(self.journey, link) is None:
                self.document.do(Connect(link=link))

    @has_links
    @rule(n=PICK)
    def disconnect(self, n: int) -> None:
        self.document.do(Disconnect(links=frozenset({self._link(n)})))

    @has_links
    @rule(n=PICK, m=PICK)
    def reattach(self, n: int, m: int) -> None:
        old = self.journey.links[self._link(n)]
        link = Link(old.source, old.port, self._step(m))
        if can_connect(self.journey, link) is None:
            self.document.do(Reattach(old=old.id, link=link))

    @has_links
    @rule(n=PICK, m=PICK, place=PLACES)
    def splice(self, n: int, m: int, place: tuple[int, int]) -> None:
        if can_splice(self.journey, self._link(n), self._step(m)) is None:
            self.document.do(Splice(step=self._step(m), link=self._link(n), place=place))

    @has_steps
    @rule(n=PICK, heal=st.booleans())
    def remove(self, n: int, heal: bool) -> None:
        self.document.do(RemoveItems(ids=frozenset({self._step(n)}), heal=heal))

    @rule(n=PICK, heal=st.booleans())
    def remove_many(self, n: int, heal: bool) -> None:
        everything = {**self.journey.steps, **self.journey.notes, **self.journey.frames}
        self.document.do(RemoveItems(ids=self._some(n, everything), heal=heal))

    @has_steps
    @rule(n=PICK, place=PLACES)
    def drag(self, n: int, place: tuple[int, int]) -> None:
        step = self._step(n)
        self.scene.preview_places({step: (place[0] + 3, place[1])})
        self.scene.preview_places({step: place})
        self.scene.preview_places(None)
        self.document.do(MoveItems(places={step: place}))

    @has_steps
    @rule(n=PICK, place=PLACES)
    def begin_a_drag_and_let_go(self, n: int, place: tuple[int, int]) -> None:
        self.scene.preview_places({self._step(n): place})
        self.scene.preview_places(None)

    @rule()
    def tidy_up(self) -> None:
        self.document.do(MoveItems(places=tidy(self.journey), called="edit-tidy"))

    @has_steps
    @rule(n=PICK, field=PICK, other=PICK)
    def configure(self, n: int, field: int, other: int) -> None:
        """Give a field the value of the same field of another preset or kind, or a plain text."""
        step = self._step(n)
        kind = KINDS[self.journey.steps[step].kind]
        if kind.fields:
            chosen = kind.fields[field % len(kind.fields)]
            values: list[Any] = [chosen.default]
            values += [p.fields[chosen.name] for p in kind.presets if chosen.name in p.fields]
            options = getattr(chosen, "options", ())
            values += [value for value, _ in options]
            self.document.do(SetFields(step=step, fields={chosen.name: values[other % len(values)]}, key=chosen.name))

    @has_steps
    @rule(n=PICK, name=TEXTS, off=st.booleans())
    def rename(self, n: int, name: str, off: bool) -> None:
        self.document.do(ChangeStep(step=self._step(n), name=name))
        self.document.do(ChangeStep(step=self._step(n), disabled=off))

    @rule(n=PICK, text=TEXTS, place=PLACES)
    def note(self, n: int, text: str, place: tuple[int, int]) -> None:
        tied = self._step(n) if self.journey.steps and n % 2 else ""
        self.document.do(PutNote(note=Note(id=new_id(), text=text, step=tied), place=place))

    @has_steps
    @rule(n=PICK, title=TEXTS, collapsed=st.booleans())
    def frame(self, n: int, title: str, collapsed: bool) -> None:
        steps = tuple(sorted(self._some(n, self.journey.steps)))
        if steps:
            self.document.do(PutFrame(frame=Frame(id=new_id(), title=title, steps=steps)))
        for frame in list(self.journey.frames.values())[:1]:
            self.document.do(PutFrame(frame=Frame(id=frame.id, title=title, steps=frame.steps, collapsed=collapsed)))

    # Twice as many each time: a few pastes in a row would soon be all there is.
    @precondition(lambda self: 0 < len(self.journey.steps) < 60)
    @rule(n=PICK, dx=st.integers(-500, 500))
    def copy_and_paste(self, n: int, dx: int) -> None:
        chosen = self._some(n, self.journey.steps) or frozenset({self._step(n)})
        piece = from_text(to_text(cut_out(self.journey, chosen)))
        free = [f"{s}:{p}" for s in sorted(self.journey.steps) for p in free_outputs(self.journey, s)]
        first = piece.first()
        after = ""
        if first is not None and free and not KINDS[piece.steps[first].kind].is_entry and dx % 2:
            after = free[n % len(free)]
        self.document.do(PasteItems(fragment=piece.fresh(dx, 40), after=after))

    @has_steps
    @rule(n=PICK, place=PLACES)
    def several_at_once(self, n: int, place: tuple[int, int]) -> None:
        new = new_step("wait")
        step = self._step(n)
        edits = (AddStep(step=new, place=place), MoveItems(places={step: place}), RemoveItems(ids=frozenset({step})))
        self.document.do(Together(edits=edits))

    @rule(name=TEXTS, zone=st.sampled_from(("", "Europe/Amsterdam")))
    def settings(self, name: str, zone: str) -> None:
        self.document.do(RenameJourney(name=name))
        self.document.do(SetSettings(fields={"time_zone": zone}))

    @rule(n=PICK)
    def select(self, n: int) -> None:
        self.document.select(self._some(n, {**self.journey.steps, **self.journey.links}))

    # -- time ----------------------------------------------------------------------------------------

    @rule(times=st.integers(1, 5))
    def undo(self, times: int) -> None:
        for _ in range(times):
            self.document.undo()

    @rule(times=st.integers(1, 5))
    def redo(self, times: int) -> None:
        for _ in range(times):
            self.document.redo()

    @rule()
    def save_and_load(self) -> None:
        text = codec.dump(self.journey)
        opened = codec.load(text)
        assert not opened.read_only
        assert codec.dump(opened.journey) == text
        fresh = JourneyScene(JourneyDocument(opened.journey, check=problems, words=words))
        assert shown_in(fresh) == shown_in(self.scene)
        assert ways_of(fresh) == ways_of(self.scene)

    @rule()
    def check(self) -> None:
        self.document.check_now()

    # -- what always holds ---------------------------------------------------------------------------

    @invariant()
    def the_scene_mirrors_the_value(self) -> None:
        if hasattr(self, "scene"):
            assert shown_in(self.scene) == value_of(self.journey)

    @invariant()
    def every_link_has_two_ends(self) -> None:
        if hasattr(self, "document"):
            for link in self.journey.links.values():
                assert can_connect(self.journey, link) is None

    @invariant()
    def what_is_selected_is_there(self) -> None:
        if hasattr(self, "document"):
            there = {**self.journey.steps, **self.journey.links, **self.journey.notes, **self.journey.frames}
            assert self.document.selection <= there.keys()

    def teardown(self) -> None:
        graph.uuid = self._real
        if hasattr(self, "document"):
            while self.document.undo_stack.canUndo():
                self.document.undo()
            assert codec.dump(self.journey) == self.first
            assert shown_in(self.scene) == value_of(self.journey)


Canvas.TestCase.settings = histories(100, steps=40)
TestCanvas = Canvas.TestCase
TestCanvas.pytestmark = [pytest.mark.slow, patience(240), pytest.mark.usefixtures("qapp")]
