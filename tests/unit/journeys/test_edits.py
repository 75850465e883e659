"""Decides what each edit makes of a journey, what it is called, and that none ever raises or leaves loose ends."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fixtures.journeys import WELCOME, drawn, journeys
from whatsapp_studio.base.words_journeys import edit_words
from whatsapp_studio.journeys.edits import (
    AddStep,
    Become,
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
from whatsapp_studio.journeys.fragment import Fragment, cut_out
from whatsapp_studio.journeys.graph import Frame, Journey, Link, Note, Step
from whatsapp_studio.journeys.table import kind_of, known_ports, new_step

replace = msgspec.structs.replace
NOTES = {"n": Note(id="n", text="At day", step="day"), "free": Note(id="free", text="Free")}
FRAMES = {"f": Frame(id="f", title="Start", steps=("hello", "day")), "e": Frame(id="e", title="Empty")}
BASE = drawn(*WELCOME, "alone wait", notes=NOTES, frames=FRAMES)
BASE = replace(BASE, places={**BASE.places, "n": (300, 300), "free": (400, 0)})


def links(journey: Journey) -> dict[str, str]:
    return {i: link.target for i, link in journey.links.items()}


def changed(before: Journey, after: Journey) -> dict[str, str]:
    """Links that lead elsewhere now; "" for nowhere."""
    was, now = links(before), links(after)
    return {i: now.get(i, "") for i in {*was, *now} if was.get(i) != now.get(i)}


def called(edit: Any, journey: Journey = BASE) -> str:
    return edit_words(*edit.words(journey))


# -- adding and putting into an arrow ----------------------------------------------------------------


def test_a_step_is_added_where_it_is_wanted() -> None:
    step = new_step("wait")
    edit = AddStep(step=step, place=(8, 16), after="hello:timeout")
    after = edit.apply(BASE)
    assert after.steps[step.id] is step
    assert after.places[step.id] == (8, 16)
    assert changed(BASE, after) == {"hello:timeout": step.id}
    assert called(edit) == "Add “Wait 1 day”"
    assert edit.merges == ""


@pytest.mark.parametrize("output", ["", "nobody:next", "gone", "day:sideways"])
def test_a_step_is_added_alone(output: str) -> None:
    after = AddStep(step=new_step("wait"), place=(0, 0), after=output).apply(BASE)
    assert changed(BASE, after) == {}


def test_nothing_leads_to_an_entry_that_is_added() -> None:
    after = AddStep(step=new_step("event"), place=(0, 0), after="hello:timeout").apply(BASE)
    assert changed(BASE, after) == {}


def test_an_output_of_an_unknown_step_is_led_on() -> None:
    journey = drawn("a of_tomorrow", "b end")
    after = AddStep(step=Step(id="z", kind="end"), place=(0, 0), after="a:far").apply(journey)
    assert links(after) == {"a:far": "z"}


def test_a_step_goes_into_an_arrow() -> None:
    edit = Splice(step="alone", link="day:next", place=(5, 5))
    after = edit.apply(BASE)
    assert changed(BASE, after) == {"day:next": "alone", "alone:next": "which"}
    assert after.places["alone"] == (5, 5)
    assert Splice(step="alone", link="day:next").apply(BASE).places == BASE.places
    assert called(edit) == "Put “Wait 1 day” into an arrow"


def test_a_step_without_a_free_output_ends_the_way() -> None:
    journey = replace(BASE, steps={**BASE.steps, "done": Step(id="done", kind="end")})
    assert changed(journey, Splice(step="done", link="day:next").apply(journey)) == {"day:next": "done"}


OUTSIDE = [("day", "day:next"), ("which", "day:next"), ("x", "day:next"), ("alone", "x"), ("in", "day:next")]


@pytest.mark.parametrize(("step", "link"), OUTSIDE)
def test_what_cannot_go_into_an_arrow_stays_out(step: str, link: str) -> None:
    assert Splice(step=step, link=link).apply(BASE) == BASE
    assert called(Splice(step=step, link=link)).startswith("Put “")


# -- removing ----------------------------------------------------------------------------------------


def test_a_step_goes_with_its_arrows_notes_and_place() -> None:
    edit = RemoveItems(ids=frozenset({"day"}))
    after = edit.apply(BASE)
    assert changed(BASE, after) == {"hello:next": "", "day:next": ""}
    assert set(BASE.notes) - set(after.notes) == {"n"}
    assert set(BASE.places) - set(after.places) == {"day", "n"}
    assert after.frames["f"].steps == ("hello",)
    assert called(edit) == "Delete “Wait 1 day”"


def test_a_step_goes_and_its_neighbours_are_joined() -> None:
    edit = RemoveItems(ids=frozenset({"day"}), heal=True)
    assert changed(BASE, edit.apply(BASE)) == {"hello:next": "which", "day:next": ""}
    assert called(edit) == "Delete “Wait 1 day” and join up"


def test_several_steps_in_a_row_go_and_their_neighbours_are_joined() -> None:
    edit = RemoveItems(ids=frozenset({"week", "last"}), heal=True)
    found = changed(BASE, edit.apply(BASE))
    assert found == {"offer:next": "out", "news:next": "out", "week:next": "", "last:next": ""}
    assert called(edit) == "Delete 2 steps and join up"


def test_where_more_than_one_step_follows_nothing_is_joined() -> None:
    found = changed(BASE, RemoveItems(ids=frozenset({"which"}), heal=True).apply(BASE))
    assert found == {"day:next": "", "which:p0": "", "which:p1": "", "which:other": ""}


def test_a_step_that_leads_twice_to_the_same_is_joined() -> None:
    journey = drawn("in audience next=a", "a send_template next=b failed=b", "b end")
    assert links(RemoveItems(ids=frozenset({"a"}), heal=True).apply(journey)) == {"in:next": "b"}


def test_no_step_is_joined_to_itself() -> None:
    journey = drawn("a wait next=b", "b wait next=a")
    assert links(RemoveItems(ids=frozenset({"b"}), heal=True).apply(journey)) == {}


def test_a_loop_that_goes_whole_is_joined_to_nothing() -> None:
    journey = drawn("in audience next=a", "a wait next=b", "b wait next=a")
    assert links(RemoveItems(ids=frozenset({"a", "b"}), heal=True).apply(journey)) == {}


def test_a_frame_goes_when_its_last_step_does() -> None:
    after = RemoveItems(ids=frozenset({"hello", "day"})).apply(BASE)
    assert set(after.frames) == {"e"}
    assert called(RemoveItems(ids=frozenset({"hello", "day"}))) == "Delete 2 steps"


def test_a_frame_goes_without_its_steps() -> None:
    edit = RemoveItems(ids=frozenset({"f"}))
    after = edit.apply(BASE)
    assert set(after.frames) == {"e"}
    assert after.steps == BASE.steps
    assert called(edit) == "Delete a frame"


def test_a_note_goes_with_its_place() -> None:
    edit = RemoveItems(ids=frozenset({"free"}))
    after = edit.apply(BASE)
    assert set(after.notes) == {"n"}
    assert "free" not in after.places
    assert called(edit) == "Delete a note"


# -- arrows ------------------------------------------------------------------------------------------


def test_an_output_leads_elsewhere() -> None:
    edit = Connect(link=Link("day", "next", "out"))
    assert changed(BASE, edit.apply(BASE)) == {"day:next": "out"}
    assert called(edit) == "Connect “Wait 1 day” to “End”"


@pytest.mark.parametrize("link", [Link("x", "next", "out"), Link("day", "next", "x")])
def test_nothing_is_led_to_or_from_what_is_not_there(link: Link) -> None:
    assert Connect(link=link).apply(BASE) == BASE
    assert "“”" in called(Connect(link=link))


def test_arrows_are_let_go() -> None:
    edit = Disconnect(links=frozenset({"day:next", "x:y"}))
    assert changed(BASE, edit.apply(BASE)) == {"day:next": ""}
    assert called(edit) == "Disconnect “Wait 1 day” from “Condition”"
    assert called(Disconnect(links=frozenset({"x:y"}))) == "Disconnect “…” from “…”"


def test_either_end_of_an_arrow_moves() -> None:
    target = Reattach(old="day:next", link=Link("day", "next", "week"))
    assert changed(BASE, target.apply(BASE)) == {"day:next": "week"}
    source = Reattach(old="day:next", link=Link("hello", "timeout", "which"))
    assert changed(BASE, source.apply(BASE)) == {"day:next": "", "hello:timeout": "which"}
    assert called(target) == "Lead “Wait 1 day” to “Wait 1 day”"


# -- places ------------------------------------------------------------------------------------------


def test_a_note_goes_along_with_its_step() -> None:
    edit = MoveItems(places={"day": (BASE.places["day"][0] + 24, BASE.places["day"][1] - 8), "x": (1, 1)})
    after = edit.apply(BASE)
    assert after.places["n"] == (324, 292)
    assert "x" not in after.places
    assert MoveItems(places={"day": (0, 0), "n": (1, 1)}).apply(BASE).places["n"] == (1, 1)


def test_a_drag_is_one_step_of_undo() -> None:
    edit = MoveItems(places={"day": (0, 0)}, called="edit-nudge", key="k")
    assert (called(edit), edit.merges) == ("Nudge 1 item", "k")
    assert MoveItems(places={}).merges == ""


# -- fields ------------------------------------------------------------------------------------------


def test_fields_change_and_lost_outputs_let_go() -> None:
    edit = SetFields(step="which", fields={"rules": [{"id": "p1", "name": "", "rule": None}]}, key="rules")
    after = edit.apply(BASE)
    assert changed(BASE, after) == {"which:p0": ""}
    assert after.steps["which"].fields["by"] == "rules"
    assert edit.merges == "fields:which:rules"
    assert SetFields(step="which", fields={}).merges == ""
    assert called(edit) == "Change “Paths” of “Condition”"


def test_an_edit_of_fields_says_which_and_of_what_is_then_there() -> None:
    week = {"amount": 1, "unit": "weeks"}
    assert called(SetFields(step="day", fields={"duration": week})) == "Change “How long” of “Wait 1 week”"
    assert called(SetFields(step="day", fields={"until": "duration", "duration": week})) == (
        "Change “How long” of “Wait 1 week”"
    )
    both = {"until": "field", "field": "birthday"}
    assert called(SetFields(step="day", fields=both)) == "Change “Wait until birthday”"
    assert called(SetFields(step="day", fields={"unknown": 1})) == "Change “Wait 1 day”"


def test_an_unknown_step_keeps_its_outputs() -> None:
    journey = drawn("a of_tomorrow far=b", "b end")
    after = SetFields(step="a", fields={"x": 1}).apply(journey)
    assert links(after) == {"a:far": "b"}
    assert after.steps["a"].fields == {"x": 1}


@pytest.mark.parametrize(
    ("edit", "member", "value", "words", "merges"),
    [
        (ChangeStep(step="day", name="Nap"), "name", "Nap", "Rename a step to “Nap”", "step:day:name"),
        (ChangeStep(step="day", name=""), "name", "", "Take a step's name away", "step:day:name"),
        (ChangeStep(step="day", note="Why"), "note", "Why", "Remark at “Wait 1 day”", "step:day:note"),
        (ChangeStep(step="day", disabled=True), "disabled", True, "Switch off “Wait 1 day”", ""),
        (ChangeStep(step="day", disabled=False), "disabled", False, "Switch on “Wait 1 day”", ""),
    ],
)
def test_a_step_is_named_and_switched(edit: ChangeStep, member: str, value: object, words: str, merges: str) -> None:
    assert getattr(edit.apply(BASE).steps["day"], member) == value
    assert (called(edit), edit.merges) == (words, merges)


@pytest.mark.parametrize("edit", [SetFields(step="x", fields={"a": 1}), ChangeStep(step="x", name="y")])
def test_a_step_that_is_gone_is_passed_over(edit: Any) -> None:
    assert edit.apply(BASE) == BASE
    assert called(edit) in ("Change “”", "Rename a step to “y”")


# -- notes and frames --------------------------------------------------------------------------------


def test_a_note_is_new_or_changed() -> None:
    new = PutNote(note=Note(id="m", text="Hi"), place=(8, 8))
    after = new.apply(BASE)
    assert (after.notes["m"].text, after.places["m"]) == ("Hi", (8, 8))
    assert (called(new), new.merges) == ("Add a note", "")
    change = PutNote(note=Note(id="n", text="Other"))
    assert change.apply(BASE).notes["n"] == Note(id="n", text="Other")
    assert change.apply(BASE).places == BASE.places
    assert (called(change), change.merges) == ("Change a note", "note:n")
    assert PutNote(note=Note(id="gone", text="Typed")).apply(BASE) == BASE


def test_a_frame_takes_its_steps_from_others() -> None:
    edit = PutFrame(frame=Frame(id="g", title="Mine", steps=("day", "x", "week")))
    after = edit.apply(BASE)
    assert after.frames["g"].steps == ("day", "week")
    assert after.frames["f"].steps == ("hello",)
    assert after.frames["e"] is BASE.frames["e"]
    assert (called(edit), edit.merges) == ("Add a frame", "frame:g")
    assert set(PutFrame(frame=Frame(id="g", steps=("hello", "day"))).apply(BASE).frames) == {"e", "g"}
    change = PutFrame(frame=Frame(id="f", title="New", steps=("hello", "day")))
    assert change.apply(BASE).frames["f"].title == "New"
    assert called(change) == "Change the frame “New”"


# -- the whole ---------------------------------------------------------------------------------------


def test_a_part_is_pasted_after_an_output() -> None:
    part = cut_out(BASE, ["f", "free"]).fresh(24, 24)
    edit = PasteItems(fragment=part, after="last:failed")
    after = edit.apply(BASE)
    assert after.steps.keys() == BASE.steps.keys() | part.steps.keys()
    assert after.links["last:failed"].target == part.first()
    assert after.frames.keys() - BASE.frames.keys() == part.frames.keys()
    assert called(edit) == "Paste 4 items"
    assert called(PasteItems(fragment=part, called="edit-duplicate")) == "Duplicate 4 items"


@pytest.mark.parametrize("part", [Fragment(), cut_out(BASE, ["free"]), cut_out(BASE, ["in"])])
def test_a_part_that_nothing_can_lead_to_is_pasted_alone(part: Fragment) -> None:
    after = PasteItems(fragment=part.fresh(), after="last:failed").apply(BASE)
    assert "last:failed" not in after.links


def test_settings_and_name() -> None:
    edit = SetSettings(fields={"late": "skip"}, key="late")
    assert edit.apply(replace(BASE, settings={"tags": ["a"]})).settings == {"tags": ["a"], "late": "skip"}
    assert (called(edit), edit.merges) == ("Change “When a message is late” of the journey", "settings:late")
    assert called(SetSettings(fields={"late": "skip", "quiet": "none"})) == "Change the journey's settings"
    assert called(SetSettings(fields={"unknown": 1})) == "Change the journey's settings"
    assert SetSettings(fields={}).merges == ""
    rename = RenameJourney(name="Spring")
    assert rename.apply(BASE).name == "Spring"
    assert (called(rename), rename.merges) == ("Rename the journey to “Spring”", "journey:name")


def test_another_value_keeps_the_id() -> None:
    edit = Become(journey=Journey(id="other", name="Old"))
    assert edit.apply(BASE) == Journey(id="j", name="Old")
    assert called(edit) == "Bring an older version back"
    assert called(Become(journey=BASE, called="edit-import")) == "Import over this journey"


def test_several_edits_are_one() -> None:
    two = (Connect(link=Link("day", "next", "out")), RenameJourney(name="B"))
    edit = Together(edits=two)
    assert (edit.apply(BASE).name, edit.apply(BASE).links["day:next"].target) == ("B", "out")
    assert called(edit) == "Connect “Wait 1 day” to “End”"
    assert called(Together(edits=two, called="edit-splice")) == "Put “Wait 1 day” into an arrow"
    assert edit.merges == ""


# -- any edit on any journey -------------------------------------------------------------------------

IDS = st.sampled_from([*BASE.steps, "n", "free", "f", "e", "x"])
PORTS = st.sampled_from(["next", "failed", "p0", "other", "x"])
LINKS = st.builds(Link, IDS, PORTS, IDS)
LINK_IDS = st.sampled_from([*BASE.links, "x:y"])
PLACES = st.tuples(st.integers(), st.integers())
EDITS = (
    st.builds(AddStep, step=st.sampled_from(["wait", "event", "end"]).map(new_step), place=PLACES, after=LINK_IDS)
    | st.builds(Splice, step=IDS, link=LINK_IDS)
    | st.builds(RemoveItems, ids=st.frozensets(IDS), heal=st.booleans())
    | st.builds(Disconnect, links=st.frozensets(LINK_IDS))
    | st.builds(MoveItems, places=st.dictionaries(IDS, PLACES))
    | st.builds(SetFields, step=IDS, fields=st.fixed_dictionaries({"by": st.sampled_from(["rules", "time", "cap", 1])}))
    | st.builds(ChangeStep, step=IDS, name=st.text())
    | st.builds(PutFrame, frame=st.builds(Frame, id=IDS, steps=st.lists(IDS, unique=True).map(tuple)))
    | st.builds(lambda ids: PasteItems(fragment=cut_out(BASE, ids).fresh(), after="hello:timeout"), st.lists(IDS))
)


@given(st.lists(EDITS, max_size=8))
def test_no_edit_leaves_loose_ends(edits: list[Any]) -> None:
    journey = BASE
    for edit in edits:
        assert called(edit, journey)
        journey = edit.apply(journey)
    for i, link in journey.links.items():
        assert i == link.id
        assert link.port in known_ports(journey.steps[link.source])
        assert not kind_of(journey.steps[link.target]).is_entry
    assert journey.places.keys() == journey.steps.keys() | journey.notes.keys()
    assert all(note.step in ("", *journey.steps) for note in journey.notes.values())
    framed = [step for frame in journey.frames.values() for step in frame.steps]
    assert len(set(framed)) == len(framed)
    assert set(framed) <= journey.steps.keys()


@given(journeys(wild=True), EDITS | st.builds(Connect, link=LINKS) | st.builds(Reattach, old=LINK_IDS, link=LINKS))
def test_no_edit_raises_on_any_journey(journey: Journey, edit: Any) -> None:
    assert isinstance(edit.apply(journey), Journey)
    assert called(edit, journey)
