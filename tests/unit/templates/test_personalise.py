"""What one person's message is filled with."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from liquid import Environment

from tests.fixtures.templates import COUPON, GOOD_VALUES, LINK, OTP, body, buttons, header, media, raw, templates
from whatsapp_studio.base.errors import Problem
from whatsapp_studio.templates.expression import Expression, as_text, for_liquid
from whatsapp_studio.templates.personalise import Filler, sample_values, suggest
from whatsapp_studio.templates.rules import filled_problems
from whatsapp_studio.templates.template import parse, places

KNOWN = ("phone", "first_name", "last_name", "city", "points", "birthday", "vip")
MARIA = {
    "phone": "+31612345678", "first_name": "maria", "last_name": "de Vries", "city": "", "points": 1200.0,
    "birthday": "2026-12-01", "vip": True,
}  # fmt: skip


@dataclass(frozen=True)
class Slot:
    expression: str = ""
    fallback: str = ""
    if_empty: Literal["skip", "block"] = "skip"


def filler(text: str, *expressions: str | Slot, known: tuple[str, ...] | None = KNOWN) -> Filler:
    slots = [e if isinstance(e, Slot) else Slot(e) for e in expressions]
    return Filler(parse(raw(body(text))), {f"body.{n + 1}": slot for n, slot in enumerate(slots)}, known=known)


def one(expression: str | Slot, values: Mapping[str, object] = MARIA) -> str | Problem:
    made = filler("Hi {{1}}.", expression)
    assert made.problems == ()
    filled = made.fill(values)
    return filled if isinstance(filled, Problem) else filled["body.1"]


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        ("Spring", "Spring"),
        ("{{ contact.first_name }}", "maria"),
        ("{{contact.first_name}}", "maria"),
        ("  {{- contact.last_name -}} ", "de Vries"),
        ("{{ contact.first_name | capitalize }}", "Maria"),
        ("{{ contact.first_name | upcase }}!", "MARIA!"),
        ("{{ contact.last_name | downcase }}", "de vries"),
        ("{{ contact.city | default: 'your town' }}", "your town"),
        ('{{ contact.city | default: "your town" }}', "your town"),
        ("{{ contact.city | default: contact.last_name }}", "de Vries"),
        ("{{ contact.points }}", "1200"),
        ("{{ contact.points | plus: 1 }}", "1201"),
        ("{{ contact.vip }}", "true"),
        ("{{ contact.birthday | date: '%d-%m' }}", "01-12"),
        ("{% if contact.vip %}gold{% else %}silver{% endif %}", "gold"),
        ("{% assign n = contact.first_name | upcase %}{{ n }}", "MARIA"),
        ("{{ contact['first_name'] }}", "maria"),
    ],
)
def test_an_expression_reads_the_contact(expression: str, text: str):
    assert one(expression) == text


@pytest.mark.parametrize(
    ("language", "pattern", "text"),
    [
        ("nl", ": 'long'", "1 december 2026"),
        ("nl", "", "1 december 2026"),
        ("en_US", ": 'full'", "Tuesday, December 1, 2026"),
        ("pt_BR", ": 'short'", "01/12/2026"),
        ("xx", ": 'medium'", "Dec 1, 2026"),
        ("", ": 'medium'", "Dec 1, 2026"),
        ("nl", ": '%d-%m'", "01-12"),
    ],
)
def test_dates_are_written_in_the_language_of_the_template(language: str, pattern: str, text: str):
    t = parse(raw(body("On {{1}} and {{2}}."), language=language))
    slot = Slot(f"{{{{ contact.birthday | date{pattern} }}}}")
    made = Filler(t, {"body.1": slot, "body.2": slot}, known=KNOWN)
    assert made.problems == ()
    assert made.fill(MARIA) == {"body.1": text, "body.2": text}


def test_what_is_no_date_stays_as_it_is():
    assert one("{{ contact.first_name | date: 'long' }}") == "maria"
    assert one(Slot("{{ contact.city | date: 'long' }}", "soon")) == "soon"


def test_what_a_contact_wrote_is_never_run():
    assert one("{{ contact.first_name }}", {"first_name": "{{ contact.phone }}"}) == "{{ contact.phone }}"
    assert one("{{ contact.first_name | strip }}", {"first_name": "{% if %}"}) == "{% if %}"


def test_an_empty_result_takes_the_fallback_and_then_is_a_problem():
    assert one(Slot("{{ contact.city }}", "there")) == "there"
    assert one(Slot("{{ contact.city | strip }}", "there")) == "there"
    assert one(Slot("", "there")) == "there"
    found = one(Slot("{{ contact.city }}", "  ", "block"))
    assert isinstance(found, Problem)
    assert (found.code, found.where) == ("value-empty", "mapping.body.1")
    assert (found.facts["place"], found.facts["if_empty"]) == ("body.1", "block")


@pytest.mark.parametrize("value", [None, "", "   ", "\n"])
def test_blank_fields_are_empty(value: object):
    assert one(Slot("{{ contact.city }}", "there"), {"city": value}) == "there"
    assert one(Slot("{{ contact.city | downcase }}", "there"), {"city": value}) == "there"


def test_a_field_that_this_contact_lacks_is_empty():
    assert one(Slot("{{ contact.city }}", "there"), {}) == "there"
    assert one(Slot("{{ contact.city | upcase }}", "there"), {}) == "there"


@pytest.mark.parametrize(
    ("value", "code"),
    [("a\nb", "value-newline"), ("a\tb", "value-tab"), ("a      b", "value-spaces"), ("x" * 2000, "value-too-long")],
)
def test_a_value_that_meta_refuses_is_a_problem(value: str, code: str):
    found = one("{{ contact.first_name }}", {"first_name": value})
    assert isinstance(found, Problem)
    assert found.code == code


def test_a_whole_text_that_gets_too_long_names_its_longest_place():
    made = filler("{{1}} and {{2}}.", "{{ contact.first_name }}", "{{ contact.last_name }}")
    found = made.fill({"first_name": "x" * 500, "last_name": "y" * 530})
    assert isinstance(found, Problem)
    assert (found.code, found.facts["place"], found.facts["length"]) == ("value-too-long", "body.2", 1036)


def test_an_expression_that_fails_for_one_contact_is_a_problem_of_that_contact():
    made = filler("{{1}} {{2}} {{3}}.", "{{ contact.first_name | upcase }}", "{{ 10 | divided_by: contact.points }}",
                  "{{ contact.last_name | upcase }}")  # fmt: skip
    assert made.problems == ()
    found = made.fill({**MARIA, "points": 0})
    assert isinstance(found, Problem)
    assert (found.code, found.facts["place"]) == ("value-invalid", "body.2")
    assert made.fill({**MARIA, "points": 5.0}) == {"body.1": "MARIA", "body.2": "2", "body.3": "DE VRIES"}


def test_a_value_that_looks_like_the_inner_separator_stays_in_its_place():
    made = filler("{{1}} {{2}}.", "{{ contact.first_name | upcase }}", "{{ contact.last_name | upcase }}")
    found = made.fill({"first_name": "a\x00b", "last_name": "c"})
    assert isinstance(found, Problem)
    assert (found.code, found.facts["place"]) == ("value-invalid", "body.1")


def test_one_place_cannot_leave_anything_for_the_next():
    made = filler("{{1}} {{2}} {{3}}.", "{% assign first = 'x' %}{{ first }}", "{% increment n %}b{{ contact.vip }}",
                  "{% increment n %}c{{ contact.vip }}")  # fmt: skip
    assert made.fill(MARIA) == {"body.1": "x", "body.2": "0btrue", "body.3": "0ctrue"}


@pytest.mark.parametrize(
    ("expression", "code", "facts"),
    [
        ("{{ contact.first_name", "expression-syntax", {"line": 1, "column": 1}),
        ("a\n {{ contact.points + 1 }}", "expression-syntax", {"line": 2, "column": 20}),
        ("{{ }}", "expression-syntax", {"line": 1, "column": 1}),
        ("{% render 'x' %}", "expression-syntax", {"line": 1}),
        ("{% include 'x' %}", "expression-syntax", {"line": 1}),
        ('Hi {% snippet "Gone" %}', "snippet-unknown", {"name": "Gone"}),
        ("{{ contact.firstname }}", "field-unknown",
         {"field": "contact.firstname", "suggestion": "contact.first_name", "column": 4}),
        ("x\ny {{ contact.shoe_size }}", "field-unknown",
         {"field": "contact.shoe_size", "suggestion": "", "line": 2, "column": 6}),
        ("{{ first_name }}", "field-unknown", {"field": "first_name", "suggestion": "contact.first_name"}),
        ("{{ now }}", "field-unknown", {"field": "now", "suggestion": ""}),
        ("{{ contact.first_name | shout }}", "filter-unknown", {"filter": "shout", "line": 1, "column": 25}),
    ],
)  # fmt: skip
def test_a_wrong_expression_is_told_before_anything_is_sent(expression: str, code: str, facts: dict[str, object]):
    made = filler("Hi {{1}}.", expression)
    (found,) = made.problems
    assert (found.code, found.where, found.facts["place"]) == (code, "mapping.body.1", "body.1")
    assert facts.items() <= dict(found.facts).items()


def test_any_field_goes_while_the_fields_are_not_known():
    assert filler("Hi {{1}}.", "{{ contact.shoe_size }}", known=None).problems == ()
    (found,) = filler("Hi {{1}}.", "{{ shoe_size }}", known=None).problems
    assert (found.code, found.facts["suggestion"]) == ("field-unknown", "")


def test_an_expression_that_may_read_anything_gets_everything():
    made = filler("Hi {{1}}.", "{{ contact[contact.first_name] }}")
    assert made.problems == ()
    assert made.fill({"first_name": "city", "city": "Utrecht"}) == {"body.1": "Utrecht"}


def test_every_place_that_must_be_filled_asks_for_it():
    t = parse(raw(media("DOCUMENT"), body("{{1}} and {{2}}"), buttons(LINK)))
    made = Filler(t, {"body.1": Slot("x"), "body.2": Slot(" ", " "), "body.9": Slot("{{")}, known=KNOWN)
    assert [(p.code, p.where) for p in made.problems] == [
        ("place-unmapped", "mapping.header.media"),
        ("place-unmapped", "mapping.body.2"),
        ("place-unmapped", "mapping.button.0.1"),
    ]


def test_an_optional_place_may_come_out_empty():
    t = parse(raw(media("DOCUMENT")))
    mapping = {"header.media": Slot("https://cdn.example/b.pdf"), "header.filename": Slot("{{ contact.city }}")}
    assert Filler(t, mapping, known=KNOWN).fill(MARIA) == {"header.media": "https://cdn.example/b.pdf"}


def test_a_preview_gets_whatever_works_out():
    made = filler(
        "{{1}} {{2}} {{3}} {{4}} {{5}}.",
        "{{ contact.first_name | upcase }}",
        "{{ contact.city }}",
        "{{ contact.birthday | shout }}",
        "{{ contact",
        "{{ contact.phone | prepend: 'a\tb' }}",
    )
    assert len(made.problems) == 2
    assert made.partly(MARIA) == {"body.1": "MARIA"}
    assert filler("{{1}}.", Slot("{{ contact.city }}", "there")).partly(MARIA) == {"body.1": "there"}


def test_endless_work_ends():
    found = one("{% for i in (1..100000) %}{% for j in (1..100000) %}x{% endfor %}{% endfor %}")
    assert isinstance(found, Problem)
    assert found.code == "value-invalid"


def test_obvious_places_are_guessed():
    t = parse(raw(header("For {{1}}"), body("Hi {{1}}, your {{2}}"), buttons(LINK, COUPON)))
    assert suggest(t, KNOWN) == {"body.1": "{{ contact.first_name }}"}
    named = parse(raw(body("Hi {{voornaam}} {{surname}} from {{city}}, {{thing}}")))
    assert suggest(named, KNOWN) == {
        "body.voornaam": "{{ contact.first_name }}",
        "body.surname": "{{ contact.last_name }}",
        "body.city": "{{ contact.city }}",
    }
    assert suggest(named, ()) == {}
    assert suggest(parse(OTP), KNOWN) == {}
    assert suggest(parse(raw(body("Code {{1}} is yours"))), KNOWN) == {}


@pytest.mark.parametrize(
    "greeting", ["Hi {{1}}", "Hi there, *{{1}}*", "👋 Hoi {{1}}", "Olá, {{1}}", "مرحبًا {{1}}", "שלום {{1}}"]
)
def test_the_name_follows_a_greeting(greeting: str):
    assert "body.1" in suggest(parse(raw(body(f"{greeting}, there is news"))), KNOWN)


def test_loading_the_program_does_not_load_what_a_message_needs():
    code = (
        "import sys, whatsapp_studio.templates.personalise, whatsapp_studio.cloudapi.client;"
        "print({'liquid', 'httpx', 'truststore'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=30, check=True)
    assert done.stdout.strip() == "set()"


def test_samples_are_values():
    t = parse(raw(body("Hi {{1}} {{2}}", example={"body_text": [["An"]]}), buttons(LINK)))
    assert sample_values(t) == {"body.1": "An", "button.0.1": "spring"}


_values = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
_values |= st.text(
    st.characters(codec="utf-8", exclude_characters="\r")
)  # Liquid writes one as a line feed; both are refused


@given(value=_values, default=st.text(st.characters(exclude_characters="'\\\"\x00{}%"), max_size=8))
def test_the_short_way_says_what_liquid_says(value: object, default: str):
    for source in ("{{ contact.city }}", f"{{{{ contact.city | default: '{default}' }}}}"):
        expression = Expression(source)
        assert expression.plain is not None
        by_liquid = Environment().from_string(source).render(contact={"city": for_liquid(value)})
        assert expression.render({"city": value}) == by_liquid


@given(_values.filter(lambda value: not isinstance(value, bool)))
def test_a_field_reads_the_same_by_itself_and_in_an_expression(value: object):
    assert Expression("{{ contact.x | append: '' }}").render({"x": for_liquid(value)}) == as_text(value)


_FILTERS = sorted(Environment().filters)
_arguments = st.sampled_from(["", ": 2", ": 'long'", ": 'a'", ": 'a', 'b'", ": 0", ": contact.b", ": -1, 3"])


_chains = st.lists(st.tuples(st.sampled_from(_FILTERS), _arguments), min_size=1, max_size=3)


@given(_chains, st.none() | _values | st.text(), st.text())
def test_no_filter_and_no_value_make_it_fall(filters: list[tuple[str, str]], value: object, other: str):
    source = "{{ contact.a" + "".join(f" | {name}{arguments}" for name, arguments in filters) + " }}"
    made = filler("{{1}} and {{2}}.", source, source, known=("a", "b"))
    if not made.problems:
        found = made.fill({"a": value, "b": other})
        if not isinstance(found, Problem):
            assert found["body.1"] == found["body.2"]


@given(templates(), st.dictionaries(st.sampled_from(KNOWN), _values))
def test_a_filled_message_has_every_value_and_no_problem(given: dict[str, Any], values: dict[str, object]):
    t = parse(given)
    expressions = {
        "text": "{{ contact.first_name | truncate: 30 }}", "url": "{{ contact.city | url_encode }}"
    }  # fmt: skip
    mapping = {place.name: Slot(expressions.get(place.kind, ""), GOOD_VALUES[place.kind]) for place in places(t)}
    made = Filler(t, mapping, known=KNOWN)
    assert made.problems == ()
    filled = made.fill(values)
    if isinstance(filled, Problem):
        assert found_by_rules(t, mapping, values) == filled.code
    else:
        assert filled.keys() == {place.name for place in places(t)}
        assert filled_problems(t, filled) == ()


def found_by_rules(t: Any, mapping: Mapping[str, Slot], values: Mapping[str, object]) -> str:
    """The first problem, each place worked out by itself."""
    contact = {name: for_liquid(value) for name, value in values.items()}
    texts = {
        name: Expression(slot.expression).render(contact).strip() or slot.fallback for name, slot in mapping.items()
    }
    return filled_problems(t, texts)[0].code


def test_filling_is_quick_enough_for_a_million_contacts():
    plain = filler("Hi {{1}} from {{2}} with {{3}}.", "{{ contact.first_name }}", "Utrecht",
                   "{{ contact.city | default: 'x' }}")  # fmt: skip
    liquid = filler("Hi {{1}} from {{2}} with {{3}}.", "{{ contact.first_name | capitalize }}", "Utrecht",
                    "{{ contact.city | default: 'x' | upcase }}")  # fmt: skip
    for made, most in ((plain, 40e-6), (liquid, 160e-6)):
        assert min(_seconds(made) for _ in range(5)) < most


def _seconds(made: Filler, times: int = 300) -> float:
    begin = time.process_time()
    for _ in range(times):
        made.fill(MARIA)
    return (time.process_time() - begin) / times


EVENT = {"event": {"order": "A-17", "total": 1250.0}}


def test_an_expression_can_read_what_is_beside_the_contact() -> None:
    made = Filler(
        parse(raw(body("Hi {{1}}, {{2}} costs {{3}}."))),
        {
            "body.1": Slot("{{ contact.first_name }}"),
            "body.2": Slot("{{ event.order | downcase }}"),
            "body.3": Slot("{{ event.total }} for {{ contact.first_name | capitalize }}"),
        },
        known=KNOWN, beside={"event": ("order", "total")},
    )  # fmt: skip
    assert made.problems == ()
    assert made.fill(MARIA, EVENT) == {"body.1": "maria", "body.2": "a-17", "body.3": "1250.0 for Maria"}
    assert made.partly(MARIA, EVENT) == made.fill(MARIA, EVENT)
    without = made.fill(MARIA)
    assert isinstance(without, Problem) and without.code == "value-empty"


def test_a_name_beside_the_contact_has_to_be_known_there() -> None:
    source = "{{ event.ordr }} {{ journey.x }} {{ order }}"
    found = Expression(source).problems("here", {}, KNOWN, {"event": ("order",), "journey": None})
    assert [(p.code, p.facts["field"], p.facts["suggestion"]) for p in found] == [
        ("name-unknown", "event.ordr", "event.order"),
        ("field-unknown", "order", ""),
    ]
    assert [p.facts["column"] for p in found] == [4, 37]
    assert Expression(source).reads("event") == {"ordr"} and Expression(source).reads("contact") == set()
    assert [p.code for p in Expression("{{ event.order }}").problems("", {}, KNOWN)] == ["field-unknown"]
