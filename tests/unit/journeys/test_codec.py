"""Shows that a journey's text is the same every time, changes only where the journey did, and keeps what it holds."""

from __future__ import annotations

import json

import msgspec
import pytest
from hypothesis import given

from tests.fixtures.journeys import WELCOME, drawn, journeys
from whatsapp_studio.journeys.codec import dump, load
from whatsapp_studio.journeys.edits import MoveItems
from whatsapp_studio.journeys.graph import Frame, Journey, Link, Note, Step
from whatsapp_studio.journeys.table import known_ports

replace = msgspec.structs.replace


def changed_lines(before: Journey, after: Journey) -> list[tuple[str, str]]:
    one, other = dump(before).split("\n"), dump(after).split("\n")
    assert len(one) == len(other)
    return [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]]


@given(journeys())
def test_a_text_read_and_written_again_is_the_same_text(journey: Journey) -> None:
    text = dump(journey)
    opened = load(text)
    assert (opened.text, opened.read_only, opened.newer) == (text, False, False)
    assert dump(opened.journey) == text


@given(journeys())
def test_what_is_read_is_what_was_written(journey: Journey) -> None:
    read = load(dump(journey)).journey
    assert read.links == journey.links and read.places == journey.places
    assert {(i, s.kind, s.disabled) for i, s in read.steps.items()} == {
        (i, s.kind, s.disabled) for i, s in journey.steps.items()
    }
    assert {(i, n.step, n.printed) for i, n in read.notes.items()} == {
        (i, n.step, n.printed) for i, n in journey.notes.items()
    }
    assert {(i, f.steps, f.collapsed) for i, f in read.frames.items()} == {
        (i, f.steps, f.collapsed) for i, f in journey.frames.items()
    }


@given(journeys(wild=True))
def test_whatever_a_form_put_in_is_written_and_can_be_read(journey: Journey) -> None:
    text = dump(journey)
    text.encode()
    read = load(text, strict=False).journey
    assert read.steps.keys() == journey.steps.keys()
    again = dump(read)
    assert dump(load(again, strict=False).journey) == again


def test_moving_a_step_changes_its_place_alone() -> None:
    journey = drawn(*WELCOME)
    lines = changed_lines(journey, MoveItems(places={"day": (8, 16)}).apply(journey))
    assert lines == [('   "day": [0, 300],', '   "day": [8, 16],')]


def test_every_element_has_a_line_of_its_own() -> None:
    journey = drawn(*WELCOME, notes={"n": Note(id="n", text="a\nb")}, settings={"tags": ["x"], "quiet": "none"})
    text = dump(journey)
    assert sum(line.startswith('  "') and '"kind"' in line for line in text.split("\n")) == len(WELCOME)
    assert '  "which:other": "out"' in text and '  "tags": ["x"]' in text
    for line in (line.strip().rstrip(",") for line in text.split("\n") if '"kind"' in line):
        assert json.loads(f"{{{line}}}")


def test_a_step_in_another_order_is_no_other_text() -> None:
    journey = drawn(*WELCOME)
    turned = replace(journey, steps=dict(reversed(journey.steps.items())), links=dict(reversed(journey.links.items())))
    assert dump(turned) == dump(journey)


def test_collapsing_a_frame_changes_the_layout_alone() -> None:
    journey = drawn(*WELCOME, frames={"f": Frame(id="f", title="All", steps=("day",))})
    shut = replace(journey, frames={"f": replace(journey.frames["f"], collapsed=True)})
    before, after = json.loads(dump(journey)), json.loads(dump(shut))
    assert before.pop("layout") != after.pop("layout") and before == after
    assert load(dump(shut)).journey.frames["f"].collapsed


def test_members_that_are_not_known_are_kept_where_they_were() -> None:
    raw = json.loads(dump(drawn(*WELCOME, notes={"n": Note(id="n")})))
    raw["weather"] = {"wind": [1, 2]}
    raw["steps"]["day"]["mood"] = "calm"
    raw["steps"]["day"]["fields"]["tone"] = {"soft": True}
    raw["notes"]["n"]["pin"] = "red"
    raw["layout"]["zoom"] = 0.5
    opened = load(json.dumps(raw)).journey
    assert json.loads(dump(opened)) == raw
    moved = MoveItems(places={"day": (1, 1)}).apply(opened)
    raw["layout"]["places"]["day"] = [1, 1]
    assert json.loads(dump(moved)) == raw


def test_a_step_of_a_kind_that_is_not_known_is_kept_untouched() -> None:
    odd = {"kind": "teleport", "fields": {"to": {"planet": "Mars"}}, "name": "Up", "beam": [3]}
    raw = json.loads(dump(drawn("in audience next=odd", "odd wait next=in2", "in2 end")))
    raw["steps"]["odd"] = odd
    raw["links"]["odd:left"] = raw["links"].pop("odd:next")
    opened = load(json.dumps(raw)).journey
    assert opened.steps["odd"] == Step(
        id="odd", kind="teleport", name="Up", fields={"to": {"planet": "Mars"}}, extra={"beam": [3]}
    )
    assert opened.links["odd:left"] == Link("odd", "left", "in2")
    assert json.loads(dump(opened))["steps"]["odd"] == odd


def test_a_newer_file_opens_to_be_looked_at_with_its_text_as_it_was() -> None:
    raw = json.loads(dump(drawn(*WELCOME)))
    raw.update(format=7, links=[{"from": "in", "to": "hello"}], crowd=["new"])
    raw["steps"]["day"] = "a step may be a word one day"
    text = json.dumps(raw, indent=7)
    opened = load(text)
    assert opened.read_only and opened.newer and opened.text == text
    assert opened.journey.steps.keys() == {line.split()[0] for line in WELCOME} - {"day"}


def test_a_file_without_a_layout_is_laid_out() -> None:
    raw = json.loads(dump(drawn(*WELCOME)))
    del raw["layout"]
    places = load(json.dumps(raw)).journey.places
    assert len(set(places.values())) == len(WELCOME)
    assert places["in"][1] < places["hello"][1] < places["out"][1]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_bytes_are_read_as_editors_save_them(encoding: str) -> None:
    text = dump(drawn(*WELCOME, name="Grüße 👋"))
    assert load(text.replace("\n", "\r\n").encode(encoding)).journey.name == "Grüße 👋"


def test_signs_that_end_a_line_elsewhere_do_not_end_one_here() -> None:
    name = "a\u2028b\u2029c\x85d\x0be\rf\ng\x1ch"
    text = dump(drawn(*WELCOME, name=name))
    assert text.splitlines() == text.split("\n")[:-1]
    assert load(text).journey.name == name


@pytest.mark.parametrize("path", ["a.b", "é", "a b", "a:b", "x" * 65])
def test_a_path_that_cannot_be_written_has_no_output_to_begin_with(path: str) -> None:
    step = Step(id="c", kind="condition", fields={"by": "rules", "rules": [{"id": path, "name": "", "rule": None}]})
    assert known_ports(step) == ("other",)
