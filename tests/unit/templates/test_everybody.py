"""Everybody's message is looked over: each reason with who and how many, and repairs that make it go away."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fixtures.templates import LINK, OTP, body, buttons, media, raw
from tests.unit.templates.test_personalise import Slot as OtherSlot
from whatsapp_studio.base.errors import Problem
from whatsapp_studio.base.wording import WORDS, sentence
from whatsapp_studio.campaigns.draft import Mapping as Slot
from whatsapp_studio.templates.content_lint import Lint
from whatsapp_studio.templates.everybody import CHUNK, Check, check
from whatsapp_studio.templates.findings import SAMPLES, Finding, Findings, ids
from whatsapp_studio.templates.personalise import Filler
from whatsapp_studio.templates.repairs import filtered, repair, repair_of
from whatsapp_studio.templates.template import Template, parse

KNOWN = ("name", "city", "points")
TEXT = parse(raw(body("Hi {{1}} of {{2}}, welcome."), category="MARKETING"))
NAME_CITY = {"body.1": Slot("{{ contact.name | capitalize }}"), "body.2": Slot("{{ contact.city }}", "your town")}


def looked(people: list[dict[str, object]], template: Template = TEXT, mapping: Mapping[str, Any] = NAME_CITY,
           **more: Any) -> Findings:  # fmt: skip
    return check(template, mapping, enumerate(people, 1), known=KNOWN, **more)


def test_each_reason_names_the_place_and_everybody_it_is_about():
    people: list[dict[str, object]] = [
        {"name": "an", "city": "Delft"}, {"name": "", "city": "Delft"}, {"city": "a\nb", "name": "bo"}, {"name": "\t"},
        {"name": "x      y", "city": "Delft"}, {"name": "cy", "city": "a\tb"}, {"name": "di", "city": ""},
    ]  # fmt: skip
    found = looked(people)
    assert [(one.code, one.place, one.weight, list(one.contacts)) for one in found.found] == [
        ("value-empty", "body.1", "error", [2, 4]),
        ("value-newline", "body.2", "error", [3]),
        ("value-spaces", "body.1", "error", [5]),
        ("value-tab", "body.2", "error", [6]),
        ("value-fallback", "body.2", "note", [4, 7]),
    ]
    assert (found.checked, found.refused, found.warned, found.fine, found.whole) == (7, 5, 0, 2, True)
    newline = found.of("value-newline")
    assert newline is not None and newline.samples == ((3, "a\nb"),)
    assert list(ids(found.found)) == [2, 3, 4, 5, 6, 7]
    assert found.of("value-url") is None


def test_what_a_person_would_regret_is_a_warning():
    towns = ("UTRECHT", "see www.x", "Delft")
    people: list[dict[str, object]] = [{"name": "an", "city": one} for one in towns]
    found = looked(people, lint=Lint(TEXT))
    assert {(one.code, one.place, tuple(one.contacts)) for one in found.found if one.weight == "warning"} >= {
        ("lint-value-capitals", "body.2", (1,)), ("lint-link-broken", "body.2", (2,)),
    }  # fmt: skip
    assert (found.refused, found.warned) == (0, 2)
    assert [one.code for one in found.everyone] == ["lint-no-way-to-stop"]
    stops = parse(
        raw(
            body("Hi {{1}} of {{2}}, welcome."),
            {"type": "FOOTER", "text": "Reply STOP to opt out"},
            category="MARKETING",
        )
    )
    assert looked(people, stops, lint=Lint(stops)).everyone == ()


def test_a_part_that_gets_too_long_says_how_much_fits():
    found = looked(
        [{"name": "x" * 500, "city": "y" * 530}, {"name": "x" * 500, "city": "y" * 600}, {"city": "z" * 1_100}]
    )
    long = found.of("value-too-long", "body.2")
    assert long is not None and list(long.contacts) == [1, 2, 3]
    assert long.facts["fits"] == 1_024 - 500 - len("Hi  of , welcome.")
    mended = repair(NAME_CITY, long)
    assert looked([{"name": "x" * 500, "city": "y" * 600}], mapping=mended).refused == 0


def test_only_texts_are_cut_and_what_is_left_fits_however_little():
    short = parse(raw(body("a" * 1_000 + " {{1}} " + "b" * 18 + ".")))
    mapping = {"body.1": Slot("{{ contact.name }}")}
    long = looked([{"name": "abcdefg"}], short, mapping).of("value-too-long")
    assert long is not None
    assert looked([{"name": "abcdefg"}], short, repair(mapping, long)).refused == 0
    code = looked([{"name": "1" * 16}], parse(OTP), mapping).of("value-too-long")
    assert code is not None and repair_of(mapping, code) is None


def test_an_expression_that_fails_is_told_with_why():
    mapping = {**NAME_CITY, "body.1": Slot("{{ contact.points | formatNumber }}")}
    found = looked([{"points": 5.0, "city": "x"}, {"points": "many", "city": "x"}], mapping=mapping).of("value-invalid")
    assert found is not None and list(found.contacts) == [2]
    assert found.facts["details"] == "“many” is not a number"
    assert repair_of(mapping, found) is None


def test_a_mapping_that_is_wrong_is_told_and_nobody_is_looked_at():
    found = looked([{"name": "an"}], mapping={"body.1": Slot("{{ contact.nam }}")})
    assert [one.code for one in found.mapping] == ["field-unknown", "place-unmapped"]
    assert (found.checked, found.found) == (0, ())


def test_files_that_are_not_to_be_had_are_told():
    picture = parse(raw(media("IMAGE"), body("Hi {{1}}.")))
    mapping = {"header.media": Slot("{{ contact.city }}"), "body.1": Slot("{{ contact.name }}")}
    asked: list[str] = []

    def media_problem(value: str) -> Problem | None:
        asked.append(value)
        return Problem("media-expiring", severity="warning") if value == "123" else None

    people: list[dict[str, object]] = [{"name": "an", "city": one} for one in ("123", "456", "123", "no file")]
    found = looked(people, picture, mapping, media=media_problem)
    assert [(one.code, one.place, list(one.contacts)) for one in found.found] == [
        ("value-media", "header.media", [4]), ("media-expiring", "header.media", [1, 3]),
    ]  # fmt: skip
    assert asked == ["123", "456"]


def test_it_goes_on_in_steps_and_can_be_broken_off():
    told: list[int] = []
    taken: list[int] = []

    def people() -> Iterator[tuple[int, dict[str, object]]]:
        for number in range(3 * CHUNK):
            taken.append(number)
            yield number, {"name": "", "city": "x"}

    found = check(TEXT, NAME_CITY, people(), progress=told.append, cancelled=lambda: len(told) == 2)
    assert told == [CHUNK, 2 * CHUNK]
    assert (found.whole, found.checked, len(taken)) == (False, 2 * CHUNK, 2 * CHUNK)
    empty = found.of("value-empty")
    assert empty is not None and empty.count == 2 * CHUNK and len(empty.samples) == SAMPLES


def test_what_looks_alike_is_not_the_same():
    mapping = {"body.1": Slot("{{ contact.name }}"), "body.2": Slot("{{ contact.city | default: 'no' }}", "x")}
    made = Check(TEXT, mapping)
    made.add([(1, {"name": 1, "city": True}), (2, {"name": True, "city": 1}), (3, {"name": "1", "city": False})])
    texts = {
        place.name: {key: outcome.text for key, outcome in place.known.items()} for place in made._places
    }  # fmt: skip
    assert sorted(texts["body.1"].values()) == ["1", "1", "true"]
    assert sorted(texts["body.2"].values()) == ["1", "no", "true"]


REPAIRS = [
    ("body.1", "value-newline", "a\nb", "a b"), ("body.1", "value-tab", "a\tb", "a b"),
    ("body.1", "value-spaces", "a      b", "a b"), ("button.0.1", "value-url", "a b", "a+b"),
    ("body.1", "lint-value-capitals", "ANNA MARIA", "Anna Maria"),
]  # fmt: skip


@pytest.mark.parametrize(("place", "code", "value", "after"), REPAIRS)
@pytest.mark.parametrize("source", ["{{ contact.name }}", "{{- contact.name | default: 'x' -}}",
                                    "{% if contact.name %}{{ contact.name }}{% endif %}"])  # fmt: skip
def test_a_repair_makes_the_finding_go_away(source: str, place: str, code: str, value: str, after: str):
    template = parse(raw(body("Hi {{1}}, welcome."), buttons(LINK)))
    mapping = {"body.1": Slot("An"), "button.0.1": Slot("x"), place: Slot(source, "for\nall")}
    found = looked([{"name": value}], template, mapping, lint=Lint(template)).of(code, place)
    assert found is not None
    mended = repair(mapping, found)
    assert looked([{"name": value}], template, mended, lint=Lint(template)).of(code, place) is None
    filled = Filler(template, mended).fill({"name": value})
    assert isinstance(filled, dict) and filled[place] == after
    assert mapping[place].expression == source


def test_a_code_loses_its_spaces_and_an_empty_value_gets_a_fallback():
    code = parse(OTP)
    (place,) = {used.place.name for used in Filler(code, {"body.1": Slot("1")}).used}
    found = looked([{"name": "12 34"}], code, {place: Slot("{{ contact.name }}")}).of("value-code")
    assert found is not None
    assert repair({place: Slot("{{ contact.name }}")}, found)[place].expression == '{{ contact.name | remove: " " }}'
    empty = looked([{"city": "x"}]).of("value-empty")
    assert empty is not None
    way = repair_of(NAME_CITY, empty)
    assert way is not None and way.asks and way.kind == "fallback"
    mended = repair(NAME_CITY, empty, "there")
    assert looked([{"city": "x"}], mapping=mended).refused == 0
    assert repair(NAME_CITY, empty) == NAME_CITY


def test_a_repair_keeps_what_the_slot_is_and_leaves_what_it_cannot_mend():
    nobody = array("q")
    finding = Finding(code="value-newline", place="body.1", weight="error", facts={}, contacts=nobody, samples=())
    assert repair({"body.1": OtherSlot("a\nb", "c\nd")}, finding)["body.1"].fallback == "c d"
    assert repair({}, finding) == {}
    assert repair(NAME_CITY, msgspec.structs.replace(finding, code="value-time")) == NAME_CITY


def test_a_filter_goes_over_all_that_an_expression_writes_and_once():
    assert filtered("{{ contact.a }}", "squish") == "{{ contact.a | squish }}"
    assert filtered("{{ contact.a | squish }}", "squish") == "{{ contact.a | squish }}"
    assert filtered("{{ '}}' }}", "squish") == "{{ '}}' | squish }}"
    both = filtered("{{ contact.a }} {{ contact.b }}", "squish")
    assert both == "{% capture value %}{{ contact.a }} {{ contact.b }}{% endcapture %}{{ value | squish }}"
    assert filtered("  ", "squish") == "  "


def test_every_finding_has_words():
    found = looked([{"name": "\x00"}, {"name": "", "city": "A\nB"}, {"city": ""}], lint=Lint(TEXT))
    for one in found.found:
        assert one.code in WORDS and str(one.facts.get("label", "")) in sentence(one.problem)


_scalar = st.none() | st.booleans() | st.integers(-5, 5) | st.floats(allow_nan=True) | st.text(max_size=6)
_people = st.lists(st.dictionaries(st.sampled_from(KNOWN), _scalar | st.lists(_scalar, max_size=2)), max_size=8)
_sources = st.sampled_from([
    "{{ contact.name }}", "{{ contact.name | upper }}{{ contact.city }}", "{{ contact.points | formatNumber }}",
    "fixed",
    "{% for x in contact.name %}{{ x }}{% endfor %}", "{{ contact[contact.name] }}",
    "{{ contact | keys | join: ',' }}",
])  # fmt: skip


@given(_people, _sources, _sources, st.sampled_from(["", "x"]))
def test_it_refuses_just_those_whose_message_cannot_be_filled(
    people: list[dict[str, object]], one: str, other: str, fallback: str
):
    mapping = {"body.1": Slot(one, fallback), "body.2": Slot(other)}
    filler = Filler(TEXT, mapping, known=KNOWN)
    refused = [isinstance(filler.fill(values), Problem) for values in people]
    found = looked(people, mapping=mapping, lint=Lint(TEXT))
    assert found.refused == sum(refused)
    errors = ids(finding for finding in found.found if finding.weight == "error")
    assert list(errors) == [number for number, bad in enumerate(refused, 1) if bad]
