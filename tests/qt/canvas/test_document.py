"""Decides how the document of a journey behaves: one way in, undo that restores, typing that merges, one selection."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from whatsapp_studio.base.errors import Problem
from whatsapp_studio.journeys.building import MOST_STEPS
from whatsapp_studio.journeys.edits import AddStep, ChangeStep, Connect, MoveItems, PasteItems, RemoveItems, SetFields
from whatsapp_studio.journeys.fragment import Fragment
from whatsapp_studio.journeys.graph import Journey, Link
from whatsapp_studio.journeys.surroundings import Surroundings
from whatsapp_studio.journeys.table import new_step
from whatsapp_studio.qt.canvas.document import JourneyDocument


def words(code: str, facts: Mapping[str, object]) -> str:
    return f"{code} {facts.get('what', '')}".strip()


def unnamed(journey: Journey, around: Surroundings) -> tuple[Problem, ...]:
    """A check for these tests: every step without a name of its own."""
    return tuple(Problem("unnamed", f"{i}.name") for i, step in sorted(journey.steps.items()) if not step.name)


@pytest.fixture
def document(qtbot: QtBot) -> JourneyDocument:
    return JourneyDocument(Journey(id="j", name="Test"), check=unnamed, words=words)


def add(document: JourneyDocument, kind: str, x: int = 0, y: int = 0, **more: Any) -> str:
    step = new_step(kind)
    assert document.do(AddStep(step=step, place=(x, y), **more))
    return step.id


def test_an_edit_is_told_as_a_diff_and_can_be_undone_and_redone(document: JourneyDocument) -> None:
    told: list[Any] = []
    document.changed.connect(told.append)
    first = document.journey
    step = add(document, "wait")
    assert told[-1].added == {step} and document.undo_stack.undoText().startswith("edit-add")
    document.undo()
    assert document.journey == first and told[-1].removed == {step}
    document.redo()
    assert step in document.journey.steps and told[-1].added == {step}


def test_an_edit_that_changes_nothing_leaves_no_trace(document: JourneyDocument) -> None:
    step = add(document, "wait", 8, 8)
    assert not document.do(MoveItems(places={step: (8, 8)}))
    assert not document.do(Connect(link=Link(step, "next", "nobody")))
    assert document.undo_stack.count() == 1


def test_typing_in_one_field_is_one_step_of_undo(document: JourneyDocument) -> None:
    step = add(document, "end")
    for text in ("B", "By", "Bye"):
        document.do(SetFields(step=step, fields={"label": text}, key="label"))
    assert document.undo_stack.count() == 2
    document.undo()
    assert document.journey.steps[step].fields["label"] == ""
    document.redo()
    assert document.journey.steps[step].fields["label"] == "Bye"


def test_typing_in_another_field_or_after_a_pause_is_a_step_of_its_own(document: JourneyDocument) -> None:
    step = add(document, "end")
    document.do(SetFields(step=step, fields={"label": "a"}, key="label"))
    document.do(ChangeStep(step=step, name="b"))
    document.do(SetFields(step=step, fields={"label": "c"}, key="label"))
    assert document.undo_stack.count() == 4
    document.stop_merging()
    document.do(SetFields(step=step, fields={"label": "d"}, key="label"))
    assert document.undo_stack.count() == 5


def test_typing_something_away_again_leaves_no_step_of_undo(document: JourneyDocument) -> None:
    step = add(document, "end")
    document.do(SetFields(step=step, fields={"label": "a"}, key="label"))
    document.do(SetFields(step=step, fields={"label": ""}, key="label"))
    assert document.undo_stack.count() == 1


def test_what_is_typed_after_undo_does_not_merge_into_what_was_undone(document: JourneyDocument) -> None:
    step = add(document, "end")
    document.do(SetFields(step=step, fields={"label": "a"}, key="label"))
    document.undo()
    document.do(SetFields(step=step, fields={"label": "b"}, key="label"))
    assert document.undo_stack.count() == 2
    document.undo()
    assert document.journey.steps[step].fields["label"] == ""


def test_nothing_is_edited_in_a_journey_that_is_only_looked_at(qtbot: QtBot) -> None:
    document = JourneyDocument(Journey(id="j"), check=unnamed, words=words, read_only=True)
    with qtbot.waitSignal(document.refused) as refused:
        assert not document.do(AddStep(step=new_step("wait"), place=(0, 0)))
    assert refused.args is not None and refused.args[0].code == "journey-read-only"
    assert document.journey.steps == {}


def test_the_only_selected_item_is_the_current_one(document: JourneyDocument) -> None:
    a, b = add(document, "wait"), add(document, "wait")
    document.select({a})
    assert document.current == a
    document.select({a, b})
    assert document.current == a
    document.select({b})
    assert document.current == b
    document.select(())
    assert document.current == ""


def test_what_is_removed_is_no_longer_selected(document: JourneyDocument) -> None:
    a, b = add(document, "wait"), add(document, "wait")
    document.do(Connect(link=Link(a, "next", b)))
    document.select({a, b, f"{a}:next"})
    document.do(RemoveItems(ids=frozenset({b})))
    assert document.selection == {a}


def test_selecting_the_same_again_says_nothing(document: JourneyDocument, qtbot: QtBot) -> None:
    a = add(document, "wait")
    document.select({a})
    with qtbot.assertNotEmitted(document.selected):
        document.select({a})


def test_problems_are_looked_for_after_an_edit_and_gone_soon_after_the_fix(
    document: JourneyDocument, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(document.checked, timeout=300):
        step = add(document, "wait")
    assert [p.where for p in document.problems_of(step)] == [f"{step}.name"]
    with qtbot.waitSignal(document.checked, timeout=300):
        document.do(ChangeStep(step=step, name="Sleep"))
    assert document.problems == ()


def test_other_surroundings_are_looked_at(qtbot: QtBot) -> None:
    def lists(journey: Journey, around: Surroundings) -> tuple[Problem, ...]:
        return () if "VIP" in around.lists else (Problem("no-list"),)

    document = JourneyDocument(Journey(id="j"), check=lists, words=words)
    document.check_now()
    assert document.problems
    with qtbot.waitSignal(document.checked, timeout=300):
        document.look_around(Surroundings(lists=("VIP",)))
    assert document.problems == ()


def test_what_is_revealed_is_selected(document: JourneyDocument, qtbot: QtBot) -> None:
    step = add(document, "wait")
    with qtbot.waitSignal(document.revealed) as shown:
        document.reveal(step, "duration")
    assert shown.args == [step, "duration"] and document.current == step
    with qtbot.waitSignal(document.revealed) as shown:
        document.reveal("settings", "time_zone")
    assert document.current == step


def test_typing_that_takes_itself_back_leaves_the_step_before_alone(document: JourneyDocument) -> None:
    step = add(document, "end")
    document.do(MoveItems(places={step: (80, 80)}))
    for text in ("B", "", "C"):
        document.do(ChangeStep(step=step, name=text))
    assert document.undo_stack.count() == 3
    document.undo()
    assert document.journey.steps[step].name == "" and document.journey.places[step] == (80, 80)


def test_a_journey_never_holds_more_than_its_file_may(document: JourneyDocument, qtbot: QtBot) -> None:
    steps = {f"s{n}": msgspec.structs.replace(new_step("wait"), id=f"s{n}") for n in range(MOST_STEPS)}
    places = dict.fromkeys(steps, (0, 0))
    assert document.do(PasteItems(fragment=Fragment(steps=steps, places=places)))
    with qtbot.waitSignal(document.refused) as refused:
        assert not document.do(AddStep(step=new_step("wait"), place=(0, 0)))
    assert refused.args is not None and refused.args[0].code == "journey-full"
    assert len(document.journey.steps) == MOST_STEPS and document.undo_stack.count() == 1
    assert document.do(RemoveItems(ids=frozenset({"s0"})))
