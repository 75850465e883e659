"""Decides what is read as a rule, what is wrong with one, and how it is said."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fixtures.journeys import JSON
from whatsapp_studio.audience.rules import (
    KINDS,
    OP_BY_NAME,
    OPS,
    Group,
    HasConsent,
    InList,
    Rule,
    RuleError,
    Test,
    field_words,
    fields_used,
    full_name,
    in_words,
    ops_for,
    parse,
    problems,
    raw,
)
from whatsapp_studio.base.wording import WORDS, explain

NL = {"field": "contact.country", "op": "is", "value": "NL"}


def test_a_rule_is_read() -> None:
    given = {"all": [NL, {"any": [{"list": "VIP", "op": "not_in"}]}, {"none": []}]}
    assert parse(given) == Group(
        "all", (Test("contact.country", "is", "NL"), Group("any", (InList("VIP", out=True),)), Group("none", ()))
    )
    assert parse({"consent": "marketing", "op": "is", "value": "no"}) == HasConsent("marketing", "no")
    assert parse({"field": "a", "op": "is_one_of", "value": ["x", 1]}) == Test("a", "is_one_of", ("x", 1))
    assert raw(parse(given)) == given
    assert raw(parse({"list": "VIP", "op": "in"})) == {"list": "VIP", "op": "in"}


def deep(levels: int) -> dict[str, Any]:
    rule: dict[str, Any] = NL
    for _ in range(levels):
        rule = {"all": [rule]}
    return rule


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (None, "rule-missing"),
        ({"all": [None]}, "rule-missing"),
        ([], "rule-shape"),
        ("all", "rule-shape"),
        ({}, "rule-shape"),
        ({"all": {}}, "rule-shape"),
        ({"all": [], "any": []}, "rule-shape"),
        ({"field": 1, "op": "is"}, "rule-shape"),
        ({"field": "a" * 1001, "op": "is"}, "rule-shape"),
        ({**NL, "more": 1}, "rule-shape"),
        ({"field": "a", "op": "is", "value": {}}, "rule-shape"),
        ({"field": "a", "op": "is", "value": "a" * 1001}, "rule-shape"),
        ({"field": "a", "op": "is", "value": float("nan")}, "rule-shape"),
        ({"field": "a", "op": "is", "value": 10**400}, "rule-shape"),
        ({"field": "a", "op": "is_one_of", "value": [[]]}, "rule-shape"),
        ({"field": "a", "op": "is_one_of", "value": ["x"] * 501}, "rule-too-large"),
        ({"field": "a"}, "rule-op-unknown"),
        ({"field": "a", "op": "resembles"}, "rule-op-unknown"),
        ({"field": "a", "op": []}, "rule-op-unknown"),
        ({"list": 1, "op": "in"}, "rule-shape"),
        ({"list": "VIP", "op": "in", "more": 1}, "rule-shape"),
        ({"list": "VIP", "op": "on"}, "rule-op-unknown"),
        ({"consent": "sms", "op": "is", "value": "yes"}, "rule-shape"),
        ({"consent": [], "op": "is", "value": "yes"}, "rule-shape"),
        ({"consent": "marketing", "op": "is", "value": "maybe"}, "rule-shape"),
        ({"consent": "marketing", "op": "is", "value": []}, "rule-shape"),
        ({"consent": "marketing", "op": "was", "value": "yes"}, "rule-op-unknown"),
        (deep(17), "rule-too-large"),
        ({"any": [NL] * 200}, "rule-too-large"),
    ],
)
def test_what_is_no_rule_is_refused(given: object, code: str) -> None:
    with pytest.raises(RuleError) as refused:
        parse(given)
    assert refused.value.code == code
    assert "…" not in explain(code, refused.value.facts).text


def test_a_large_rule_is_read() -> None:
    for rule in (deep(16), {"any": [NL] * 199}):
        assert raw(parse(rule)) == rule


MEMBERS = ("all", "any", "field", "op", "value", "list", "consent")


@given(JSON | st.fixed_dictionaries({}, optional=dict.fromkeys(MEMBERS, JSON)))
def test_nothing_a_file_holds_upsets_a_rule(given: object) -> None:
    rule = read(given)
    if isinstance(rule, RuleError):
        assert rule.code in WORDS
    else:
        assert parse(raw(rule)) == rule
        assert in_words(rule)
        assert all(problem.code in WORDS for problem in problems(rule, {}, ()))


def read(given: object) -> Rule | RuleError:
    """The rule that JSON stands for, or why it is none."""
    try:
        return parse(given)
    except RuleError as error:
        return error


def test_the_fields_a_rule_uses() -> None:
    rule = parse({"any": [NL, {"field": "age", "op": "more", "value": 3}, {"none": [{"field": "", "op": "is"}]},
                          {"field": "event.total", "op": "is", "value": 1}, {"list": "VIP", "op": "in"}]})  # fmt: skip
    assert fields_used(rule) == {"contact.country", "contact.age", "event.total"}
    assert full_name("contact") == "contact.contact"


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_field_can_be_compared(kind: str) -> None:
    names = {op.name for op in ops_for(kind)}
    assert {"is_empty", "is_filled"} < names
    assert all(op.label and "{field}" in op.says for op in OPS)
    assert ops_for("anything") == OPS


@pytest.mark.parametrize(
    ("op", "kind", "shape"),
    [
        ("is", "text", "text"), ("is", "number", "number"), ("is", "date", "date"), ("is", "", "text"),
        ("is_one_of", "number", "texts"), ("in_last_days", "date", "days"), ("is_empty", "date", "none"),
    ],
)  # fmt: skip
def test_what_a_value_looks_like(op: str, kind: str, shape: str) -> None:
    assert OP_BY_NAME[op].shape_for(kind) == shape


FIELDS = {"country": "text", "age": "number", "born": "date", "member": "boolean", "event.total": "number"}


@pytest.mark.parametrize(
    ("field", "op", "value", "code"),
    [
        ("", "is", "x", "rule-field-missing"),
        ("contact. ", "is", "x", "rule-field-missing"),
        ("contact.city", "is", "x", "rule-field-unknown"),
        ("event.city", "is", "x", ""),
        ("journey.city", "more", "x", "rule-value-number"),
        ("country", "is", "NL", ""),
        ("country", "is", None, "rule-value-missing"),
        ("country", "is", " ", "rule-value-missing"),
        ("country", "is", [], "rule-value-missing"),
        ("country", "is", ["NL", "BE"], "rule-value-one"),
        ("country", "is_one_of", ["NL", "BE"], ""),
        ("country", "is_one_of", "NL", ""),
        ("country", "is_one_of", [], "rule-value-missing"),
        ("country", "is_one_of", ["NL", ""], "rule-value-missing"),
        ("country", "more", 3, "rule-op-misfit"),
        ("country", "is_empty", None, ""),
        ("age", "is", "18", ""),
        ("age", "is", 18.5, ""),
        ("age", "at_least", "old", "rule-value-number"),
        ("age", "at_least", True, "rule-value-number"),
        ("age", "at_least", "inf", "rule-value-number"),
        ("event.total", "contains", "x", "rule-op-misfit"),
        ("born", "before", "2000-01-01", ""),
        ("born", "before", "2000-13-01", "rule-value-date"),
        ("born", "before", 2000, "rule-value-date"),
        ("born", "in_last_days", 7, ""),
        ("born", "in_last_days", "7", ""),
        ("born", "in_last_days", 7.5, "rule-value-days"),
        ("born", "in_last_days", -1, "rule-value-days"),
        ("born", "in_last_days", 40_000, "rule-value-days"),
        ("born", "in_next_days", "soon", "rule-value-days"),
        ("born", "day_is_today", None, ""),
        ("born", "day_in_next_days", 14, ""),
        ("born", "day_in_next_days", None, "rule-value-missing"),
        ("age", "in_this_month", None, "rule-op-misfit"),
        ("member", "is_true", None, ""),
        ("member", "is", "yes", "rule-op-misfit"),
    ],
)
def test_what_is_wrong_with_a_test(field: str, op: str, value: object, code: str) -> None:
    rule = parse({"field": field, "op": op, "value": value})
    found = problems(rule, FIELDS, (), where="a.rules.p1", facts={"what": "Step"})
    assert [problem.code for problem in found] == ([code] if code else [])
    assert all(problem.where == "a.rules.p1" and problem.facts["what"] == "Step" for problem in found)


def test_what_is_wrong_with_a_rule_is_said_at_its_part() -> None:
    rule = parse({"all": [{"list": "gone", "op": "in"}, {"list": "gone", "op": "in"}, {"list": " ", "op": "in"},
                          {"any": [{"none": []}]}, {"consent": "marketing", "op": "is", "value": "yes"}]})  # fmt: skip
    always = [("rule-list-missing", "r.2"), ("rule-group-empty", "r.3.0")]
    unknown = [("rule-list-unknown", "r.0"), ("rule-list-unknown", "r.1")]
    assert [(p.code, p.where) for p in problems(rule, {}, ["VIP"], where="r")] == [*unknown, *always]
    assert [(p.code, p.where) for p in problems(rule, where="r")] == always
    assert [p.where for p in problems(rule)] == ["2", "3.0"]
    assert problems(parse({"list": "VIP", "op": "in"}), {}, ["VIP"]) == ()


def test_a_field_nobody_knows_is_held_against_any_value() -> None:
    assert problems(Test("contact.city", "is", "x")) == ()
    assert problems(Test("contact.city", "more", "x"))[0].code == "rule-value-number"


def of(*rules: object, how: str = "all") -> dict[str, object]:
    return {how: list(rules)}


def asks(field: str, op: str, value: object = None) -> dict[str, object]:
    return {"field": field, "op": op, "value": value}


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (NL, "country is NL"),
        (of(NL, {"list": "VIP", "op": "in"}), "country is NL and on list VIP"),
        (of(NL, {"list": "VIP", "op": "not_in"}, how="any"), "country is NL or not on list VIP"),
        (of(NL, of(NL, {"list": "", "op": "in"}, how="any")), "country is NL and (country is NL or on list …)"),
        (of(of(NL, NL, how="any")), "country is NL or country is NL"),
        (of(NL, how="none"), "not: country is NL"),
        (of(of(NL, NL), how="none"), "not: (country is NL and country is NL)"),
        (of(NL, NL, how="none"), "none of: country is NL or country is NL"),
        (of(), "everybody"),
        (of(how="any"), "nobody"),
        (of(how="none"), "everybody"),
        ({"consent": "marketing", "op": "is", "value": "yes"}, "opted in to marketing"),
        ({"consent": "marketing", "op": "is", "value": "no"}, "opted out of marketing"),
        ({"consent": "marketing", "op": "is", "value": "unknown"}, "never asked about marketing"),
        (asks("contact.first_name", "contains", "an"), "first name contains an"),
        (asks("event.order_total", "at_least", 1500), "event order total is at least 1,500"),
        (asks("age", "more", 2.5), "age is more than 2.5"),
        (asks("age", "more", 2.0), "age is more than 2"),
        (asks("age", "is", True), "age is yes"),
        (asks("age", "is", False), "age is no"),
        (asks("age", "is"), "age is …"),
        (asks("", "is", ["a", "b"]), "… is a or b"),
        (asks("contact.country", "is_one_of", ["NL", "BE", "DE"]), "country is NL or BE or DE"),
        (asks("contact.country", "is_not_one_of", list("abcdef")), "country is not a, b, c or 3 more"),
        (asks("contact.country", "is_one_of", []), "country is …"),
        (asks("born", "before", "2000-01-31"), "born is before 31 Jan 2000"),
        (asks("born", "before", "2000-99-31"), "born is before 2000-99-31"),
        (asks("born", "in_last_days", 30), "born was in the last 30 days"),
        (asks("born", "day_is_today"), "born has its day today"),
        (asks("name", "is", "x" * 50), f"name is {'x' * 39}…"),
    ],
)
def test_a_rule_in_words(given: dict[str, object], said: str) -> None:
    assert in_words(parse(given)) == said


def test_a_field_is_said_by_its_label() -> None:
    labels = {"last_order": "Last order", "event.total": "Total"}
    rule = parse(of(asks("contact.last_order", "is_empty"), asks("event.total", "is_filled")))
    assert in_words(rule, labels) == "Last order is empty and Total is filled"
    assert field_words("first_name", labels) == "first name"
