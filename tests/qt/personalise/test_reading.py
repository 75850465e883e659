"""What an expression is made of, what is offered while it is typed, and where it is wrong: without a window."""

from __future__ import annotations

import pytest

from whatsapp_studio.qt.personalise.checking import troubles
from whatsapp_studio.qt.personalise.offers import Offer, asked, completed, fitting
from whatsapp_studio.qt.personalise.putting_in import Thing, inside, output_end, quoted, written
from whatsapp_studio.qt.personalise.reach import Reach, contact_fields, values_of, with_fields
from whatsapp_studio.qt.personalise.scan import OUTPUT, TAG, TEXT, pills, tokens

REACH = with_fields(Reach(contact_fields([("city", "City", "text")])), "event", [("order_id", "Order", "text")])
OFFERS = [
    Offer("field", "contact.first_name", "First name"), Offer("field", "contact.city", "Woonplaats é"),
    Offer("field", "event.order_id", "Order"), Offer("filter", "upcase", "In capitals", "upcase"),
    Offer("tag", "if", "Only where", "{% if  %}{% endif %}"),
    Offer("snippet", "Opening hours", "9 to 5", '{% snippet "Opening hours" %}'),
]  # fmt: skip


def parts(line: str, state: int = TEXT) -> list[tuple[str, str]]:
    return [(one.kind, line[one.start : one.end]) for one in tokens(line, state)[0]]


def test_a_line_is_read_part_by_part() -> None:
    assert parts('Hi {{ contact.first_name | default: "x" }}') == [
        ("mark", "{{"), ("name", "contact.first_name"), ("filter", "| "), ("filter", "default"), ("sign", ":"),
        ("text", '"x"'), ("mark", "}}"),
    ]  # fmt: skip
    assert parts("{%- if event.n >= 3 %}") == [
        ("mark", "{%-"), ("tag", "if"), ("name", "event.n"), ("sign", ">"), ("sign", "="), ("number", "3"),
        ("mark", "%}"),
    ]  # fmt: skip


def test_a_line_goes_on_where_the_one_before_stopped() -> None:
    assert tokens("{{ contact.city")[1] == OUTPUT
    assert tokens("{% if x")[1] == TAG
    assert parts("| upcase }} plain", OUTPUT) == [("filter", "| "), ("filter", "upcase"), ("mark", "}}")]


def test_pills_show_the_name_and_its_filters_only() -> None:
    line = 'Hi {{ contact.first_name | default: "}" }} {% snippet "Opening hours" %} {{ event.order_id }} {{ "text" }}'
    assert [line[one.first : one.last] for one in pills(line)] == [
        'first_name | default: "}"', "Opening hours", "event.order_id",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("before", "names"),
    [
        ("Hi {{", ["contact.first_name", "contact.city", "event.order_id"]),
        ("Hi {{ fir", ["contact.first_name"]),
        ("Hi {{ contact.ci", ["contact.city"]),
        ("contact.", ["contact.first_name", "contact.city"]),
        ("{{ woon", ["contact.city"]),
        ("{{ contact.city | up", ["upcase"]),
        ("a | b", []),
        ("{% i", ["if"]),
        ("{% ", ["if", "Opening hours"]),
        ('{% snippet "op', ["Opening hours"]),
        ("plain text", []),
    ],
)
def test_what_fits_is_offered(before: str, names: list[str]) -> None:
    half = asked(before)
    assert [one.name for one in fitting(half, OFFERS)] == names if half is not None else names == []


@pytest.mark.parametrize(
    ("before", "after", "offer", "whole"),
    [
        ("Hi {{ fir", "", 0, "Hi {{ contact.first_name }}"),
        ("Hi contact.ci", "!", 1, "Hi {{ contact.city }}!"),
        ("Hi {{ contact.ci", " }}!", 1, "Hi {{ contact.city }}!"),
        ("{{ contact.city |up", "}}", 3, "{{ contact.city | upcase }}"),
        ("{% if event.o", " %}", 2, "{% if event.order_id %}"),
        ('A {% snippet "op', '" %} B', 5, 'A {% snippet "Opening hours" %} B'),
        ("A {% i", " B", 4, "A {% if  %}{% endif %} B"),
    ],
)
def test_an_offer_finishes_what_is_half_typed(before: str, after: str, offer: int, whole: str) -> None:
    half = asked(before)
    assert half is not None
    assert "".join(completed(before, after, half, OFFERS[offer])) == whole


def test_things_of_the_tree_are_written_as_they_fit() -> None:
    field = Thing("field", "contact.city")
    assert written(field, "Hi ").text == "{{ contact.city }}"
    assert written(field, "{% if ").text == "contact.city"
    assert written(field, "", "a \"b\" 'c'").text == '{{ contact.city | default: "a ”b” \'c\'" }}'
    assert written(Thing("filter", "upcase"), "{{ contact.city").text == " | upcase "
    assert written(Thing("snippet", "Hours"), "{{ x }}").text == '{% snippet "Hours" %}'
    tag = written(Thing("tag", "if"), "")
    assert tag.text[: len(tag.text) - tag.back] == "{% if "
    assert written(Thing("filter", "default", 'default: "x"'), "{{ a").text == ' | default: "x" '
    assert output_end("Hi {{ contact.city }}") == (18, 19) and output_end("{{ a }} ") is None
    assert quoted('say "x"') == "'say \"x\"'"
    assert (inside("{{ a }} {% b"), inside("{% a %} {{ b"), inside("{{ a }}")) == ("{%", "{{", "")


def test_a_problem_says_where_it_is() -> None:
    source = "Hi\n{{ contact.frist_name | upcase }} {{ event.nope }}"
    found = troubles(source, REACH, {}, "Text", "nl")
    assert [(one.problem.code, one.line, one.column, source[one.start : one.end]) for one in found] == [
        ("field-unknown", 2, 4, "contact.frist_name"), ("name-unknown", 2, 38, "event.nope"),
    ]  # fmt: skip


def test_a_text_that_cannot_be_read_says_so_where_it_breaks() -> None:
    (one,) = troubles("Hi {{ contact.first_name | ", REACH, {}, "Text", "nl")
    assert one.problem.code == "expression-syntax" and one.line == 1 and one.end > one.start


def test_a_snippet_counts_as_what_it_says() -> None:
    tag = '{% snippet "Hours" %}'
    assert troubles(f"A {tag}", REACH, {"hours": "{{ contact.city }}"}, "Text", "nl") == ()
    (gone,) = troubles(f"A {tag}", REACH, {}, "Text", "nl")
    assert (gone.problem.code, gone.start, gone.end) == ("snippet-unknown", 2, 2 + len(tag))
    (within,) = troubles(f"A {tag}", REACH, {"Hours": "{{ contact.nope }}"}, "Text", "nl")
    assert (within.problem.code, within.start, within.end) == ("field-unknown", 2, 2 + len(tag))
    (beside,) = troubles(f"{tag} {{{{ contact.nope }}}}", REACH, {"Hours": "a long text " * 9}, "Text", "nl")
    assert beside.start == len(tag) + 4


def test_the_values_of_a_sample_by_root() -> None:
    assert values_of({"contact.city": "Delft", "event.order_id": "7", "odd": "x"}) == {
        "contact": {"city": "Delft"}, "event": {"order_id": "7"},
    }  # fmt: skip
