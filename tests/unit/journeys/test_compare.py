"""Shows that every difference between two values of a journey is found, said in words, and can be shown as one."""

from __future__ import annotations

import json

import msgspec
import pytest
from hypothesis import given

from tests.fixtures.journeys import WELCOME, drawn, journeys
from whatsapp_studio.journeys.boxes import apart, rect_of, size_of
from whatsapp_studio.journeys.codec import dump, load
from whatsapp_studio.journeys.compare import compare
from whatsapp_studio.journeys.compare_words import counted, in_words, mark_word
from whatsapp_studio.journeys.edits import (
    AddStep,
    ChangeStep,
    Connect,
    Disconnect,
    Edit,
    MoveItems,
    PutFrame,
    PutNote,
    RemoveItems,
    RenameJourney,
    SetFields,
    SetSettings,
)
from whatsapp_studio.journeys.graph import Frame, Journey, Link, Note, Step
from whatsapp_studio.journeys.saying import said
from whatsapp_studio.journeys.settings import SETTINGS
from whatsapp_studio.journeys.table import KINDS, known_ports

FIRST = drawn(*WELCOME, notes={"n": Note(id="n", text="Mind")}, frames={"f": Frame(id="f", title="Week")})
FIRST = msgspec.structs.replace(FIRST, places={**FIRST.places, "n": (500, 0)})
THREE_DAYS = {"amount": 3, "unit": "days"}
CHANGES: list[tuple[Edit, str, str, tuple[str, ...]]] = [
    (RenameJourney(name="Hello"), "The journey", "changed", ("Name: Hello (was empty)",)),
    (SetSettings(fields={"late": "ask"}), "The journey", "changed",
     ("When a message is late: Ask me (was Send it if it is not too late)",)),
    (AddStep(step=Step(id="x", kind="end"), place=(0, 4000)), "End", "added", ()),
    (RemoveItems(ids=frozenset({"in"})), "All contacts", "removed", ()),
    (SetFields(step="day", fields={"duration": THREE_DAYS}), "Wait 3 days", "changed",
     ("How long: 3 days (was 1 day)",)),
    (ChangeStep(step="day", name="Rest"), "Rest", "changed", ("Name: Rest (was empty)",)),
    (ChangeStep(step="day", note="Ask Kim"), "Wait 1 day", "changed", ("Remark: Ask Kim",)),
    (ChangeStep(step="day", disabled=True), "Wait 1 day", "changed", ("Switched off",)),
    (Disconnect(links=frozenset({"which:other"})), "Condition", "changed", ("other: leads nowhere (was “End”)",)),
    (Connect(link=Link("which", "other", "week")), "Condition", "changed",
     ("other: leads to “Wait 1 day” (was “End”)",)),
    (Connect(link=Link("which", "p2", "out")), "Condition", "changed", ("Path 2: leads to “End” (led nowhere)",)),
    (Connect(link=Link("day", "next", "week")), "Wait 1 day", "changed",
     ("Leads to “Wait 1 day” (was “Condition”)",)),
    (PutNote(note=Note(id="n", text="Be kind")), "Note “Be kind”", "changed", ("Text: Be kind (was Mind)",)),
    (RemoveItems(ids=frozenset({"n"})), "Note “Mind”", "removed", ()),
    (PutFrame(frame=Frame(id="f", title="Month")), "Frame “Month”", "changed", ("Title: Month (was Week)",)),
    (MoveItems(places={"day": (8, 8), "out": (0, 8000)}), "Layout", "changed", ("2 things stand elsewhere",)),
]  # fmt: skip


@pytest.mark.parametrize(("edit", "title", "mark", "lines"), CHANGES)
def test_a_difference_is_said_under_what_it_is_about(edit: Edit, title: str, mark: str, lines: tuple[str, ...]) -> None:
    groups = in_words(compare(FIRST, edit.apply(FIRST)))
    group = groups[0]
    assert (group.title, group.mark, group.lines) == (title, mark, lines)
    assert mark_word(group.mark)
    # What only follows from it (arrows of a step that is gone) is not told again.
    assert len(groups) == 1


def test_the_same_is_no_difference() -> None:
    assert compare(FIRST, FIRST).changes == () and counted(compare(FIRST, FIRST)) == "No difference"
    assert compare(FIRST, load(dump(FIRST)).journey).changes == ()
    # A default that is written out is the same as none.
    bare = Journey(id="j", steps={"a": Step(id="a", kind="wait")})
    full = Journey(id="j", steps={"a": Step(id="a", kind="wait", fields=KINDS["wait"].defaults())})
    assert compare(bare, full).changes == ()


def test_steps_are_told_in_the_order_they_are_read() -> None:
    after = SetFields(step="week", fields={"duration": THREE_DAYS}).apply(FIRST)
    after = SetFields(step="day", fields={"duration": THREE_DAYS}).apply(after)
    after = AddStep(step=Step(id="top", kind="event"), place=(400, 10)).apply(after)
    assert [group.id for group in in_words(compare(FIRST, after))] == ["top", "day", "week"]
    assert counted(compare(FIRST, after)) == "1 added · 2 changed"


def test_what_is_gone_is_shown_beside_what_is_there() -> None:
    after = RemoveItems(ids=frozenset({"offer", "n"})).apply(FIRST)
    after = AddStep(step=Step(id="x", kind="end"), place=FIRST.places["offer"], after="which:p0").apply(after)
    comparison = compare(FIRST, after)
    shown = comparison.together()
    assert {"offer", "x", "n"} <= shown.steps.keys() | shown.notes.keys()
    assert shown.links["offer:next"].target == "week" and shown.links["which:p0"].target == "x"
    assert shown.places["x"] == FIRST.places["offer"] != shown.places["offer"]
    marks = comparison.marks
    assert (marks["offer"], marks["n"], marks["x"]) == ("removed", "removed", "added")
    assert (marks["offer:next"], marks["which:p0"]) == ("removed", "changed")
    assert "which" not in marks and "day" not in marks


def test_a_step_whose_kind_is_not_known_is_compared_as_it_stands() -> None:
    before = Journey(id="j", steps={"a": Step(id="a", kind="teleport", fields={"to": "Mars"}, extra={"beam": 1})})
    after = Journey(id="j", steps={"a": Step(id="a", kind="teleport", fields={"to": "Moon"}, extra={"beam": 2})})
    (group,) = in_words(compare(before, after))
    assert group.lines == ("to: Moon (was Mars)", "Something only a newer version knows")


def test_a_difference_too_far_on_to_be_shown_is_said_to_be_there() -> None:
    text = "word " * 60
    before = Journey(id="j", steps={"a": Step(id="a", kind="notify", fields={"title": "x", "text": text})})
    after = SetFields(step="a", fields={"text": text + "more"}).apply(before)
    (group,) = in_words(compare(before, after))
    assert group.lines == ("Text changed",)


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_every_default_can_be_said_and_so_can_anything(kind: object) -> None:
    for field in (*kind.fields, *SETTINGS):  # type: ignore[attr-defined]
        words = said(field, json.loads(json.dumps(field.default)), FIRST)
        assert words and "{" not in words and "None" not in words, (field.name, words)
        for wrong in (None, 5, "x", [], [1], {"a": 1}, {"amount": "x"}, [{"id": 3}], True, [[]], "😀" * 500):
            assert 0 < len(said(field, wrong, FIRST)) <= 90


@given(journeys(), journeys())
def test_any_two_journeys_can_be_compared_and_shown_together(before: Journey, after: Journey) -> None:
    comparison = compare(before, after)
    groups = in_words(comparison)
    assert all(group.title and all(group.lines) for group in groups)
    shown = comparison.together()
    assert shown.steps.keys() == after.steps.keys() | (before.steps.keys() - after.notes.keys() - after.frames.keys())
    for link in shown.links.values():
        assert {link.source, link.target} <= shown.steps.keys()
        assert link.port in known_ports(shown.steps[link.source]) or shown.steps[link.source].kind not in KINDS
    # What was a note and shares its id with a step of later is named, though it cannot be shown beside it.
    known = {*shown.steps, *shown.notes, *shown.frames, *before.links, *after.links, *before.notes, *before.frames}
    assert comparison.marks.keys() <= known
    lost = {i for i in shown.places if i not in after.places}
    for i in lost:
        for other in shown.places.keys() - {i}:
            mine, theirs = (rect_of(shown.places[one], size_of(shown, one)) for one in (i, other))
            assert apart(mine, theirs, 8)
    load(dump(shown))


def test_many_that_are_gone_stand_beside_the_rest_as_they_stood() -> None:
    def grid(name: str) -> Journey:
        steps = {f"{name}{n}": Step(id=f"{name}{n}", kind="wait") for n in range(200)}
        return Journey(id="j", steps=steps, places={i: (n % 10 * 260, n // 10 * 140) for n, i in enumerate(steps)})

    before, after = grid("a"), grid("b")
    shown = compare(before, after).together()
    rights = [rect_of(shown.places[i], size_of(shown, i))[2] for i in after.steps]
    assert {i: shown.places[i] for i in after.steps} == after.places
    moved = {(shown.places[i][0] - before.places[i][0], shown.places[i][1] - before.places[i][1]) for i in before.steps}
    ((dx, dy),) = moved
    assert dy == 0 and dx > max(rights)
