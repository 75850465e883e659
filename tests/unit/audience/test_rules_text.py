"""A rule as an expression: the same both ways, and a place and a reason for every slip."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from whatsapp_studio.audience.rules import (
    OPS,
    Behaviour,
    Group,
    HasConsent,
    InList,
    InSegment,
    Rule,
    RuleSyntax,
    Test,
    as_text,
    from_text,
    parse,
    raw,
)
from whatsapp_studio.audience.rules_tree import ABOUTS, CONSENTS, DIDS, MOST_DAYS
from whatsapp_studio.base.wording import WORDS

ANY_TEXT = st.text(st.characters(), max_size=12)
SCALARS = (
    st.none() | st.booleans() | st.integers(-(10**15), 10**15) | ANY_TEXT
    | st.floats(-1e15, 1e15, allow_nan=False)
)  # fmt: skip
FIELDS = (
    st.builds("{}.{}".format, st.sampled_from(["contact", "event", "journey"]), ANY_TEXT | st.just("birthday"))
    | ANY_TEXT
    | st.sampled_from(["contact.class", "contact.a b", "contact.ſ", "event.order.total", "age", "contact"])
)
VALUES = SCALARS | st.lists(SCALARS, max_size=3).map(tuple)
LEAVES = (
    st.builds(Test, FIELDS, st.sampled_from([op.name for op in OPS]), VALUES)
    | st.builds(InList, ANY_TEXT, st.booleans())
    | st.builds(InSegment, ANY_TEXT, st.booleans())
    | st.builds(
        Behaviour, st.sampled_from(DIDS[:6]), st.booleans(), st.sampled_from(ABOUTS[1:]), ANY_TEXT,
        st.none() | st.integers(1, MOST_DAYS),
    )
    | st.builds(Behaviour, st.sampled_from(DIDS), st.booleans(), days=st.none() | st.integers(1, MOST_DAYS))
    | st.builds(HasConsent, st.sampled_from(CONSENTS), st.sampled_from(["yes", "no", "unknown"]))
)  # fmt: skip
RULES = st.recursive(
    LEAVES,
    lambda inner: st.builds(Group, st.sampled_from(["all", "any", "none"]), st.lists(inner, max_size=3).map(tuple)),
    max_leaves=12,
)


def same(one: Rule, two: Rule) -> bool:
    """Equal to the type of each value: 1, 1.0 and True are not the same in a file."""
    return repr(one) == repr(two)


@given(RULES)
@example(Group("none", (InList("vip"),)))
@example(Group("none", (Test("contact.vip", "is_true"),)))
@example(Group("all", (Group("all", ()), Group("any", (Test("a", "is", float("-0.0")),)))))
@example(Test('event."\n\\ud800', "is", "\ud83d\ude00 \ud800 \u2028 \r \x00 \x0c"))
def test_a_rule_and_its_text_say_the_same(rule: Rule) -> None:
    assert same(from_text(as_text(rule)), rule)


@given(RULES)
def test_a_rule_and_its_json_say_the_same(rule: Rule) -> None:
    assert same(parse(raw(rule)), rule)


@given(st.text(max_size=40) | st.text(st.sampled_from("()[]\"' =<>!.,\nnotcaivexd1"), max_size=40))
@example("[" * 400)
@example("not " * 3000 + "contact.x")
@example("\x00")
@example('"\\d" in contact.x')
@example("contact.x == " + "9" * 5000)
def test_any_text_is_a_rule_or_has_a_reason(text: str) -> None:
    found = read(text)
    if isinstance(found, RuleSyntax):
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        assert found.code in WORDS
        assert 1 <= found.line <= len(lines)
        assert 1 <= found.column <= len(lines[found.line - 1]) + 1
        assert (found.facts["line"], found.facts["column"]) == (found.line, found.column)
    else:
        assert same(from_text(as_text(found)), found)


def read(text: str) -> Rule | RuleSyntax:
    """The rule a text means, or why it is none."""
    try:
        return from_text(text)
    except RuleSyntax as error:
        return error


NL = Test("contact.country", "is", "NL")
ADULT = Test("contact.age", "at_least", 18)
VIP = InList("vip")


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (
            'contact.country == "NL" and (contact.age >= 18 or in_list("vip"))',
            Group("all", (NL, Group("any", (ADULT, VIP)))),
        ),
        ('not in_list("vip")', InList("vip", out=True)),
        ('none_of(in_list("vip"))', Group("none", (VIP,))),
        ('not (contact.country == "NL" or in_list("vip"))', Group("none", (NL, VIP))),
        ("contact.vip", Test("contact.vip", "is_true")),
        ("not contact.vip", Test("contact.vip", "is_false")),
        ("none_of(contact.vip)", Group("none", (Test("contact.vip", "is_true"),))),
        ('"@example.com" in contact.mail', Test("contact.mail", "contains", "@example.com")),
        ('"x" not in contact.mail', Test("contact.mail", "not_contains", "x")),
        ('contact.country in ["NL", "BE"]', Test("contact.country", "is_one_of", ("NL", "BE"))),
        ('contact.country not in ["NL"]', Test("contact.country", "is_not_one_of", ("NL",))),
        ('contact.born < date("2000-01-01")', Test("contact.born", "before", "2000-01-01")),
        ('contact.born > date("2000-01-01")', Test("contact.born", "after", "2000-01-01")),
        ("in_last_days(contact.order, 30)", Test("contact.order", "in_last_days", 30)),
        ("before_last_days(contact.order, 30)", Test("contact.order", "before_last_days", 30)),
        ("in_this_month(contact.order)", Test("contact.order", "in_this_month")),
        ("day_is_today(contact.birthday)", Test("contact.birthday", "day_is_today")),
        ('starts_with(contact.first_name, "A")', Test("contact.first_name", "starts_with", "A")),
        ('event["order no"] == -2.5', Test("event.order no", "is", -2.5)),
        ('consent("marketing") == "no"', HasConsent("marketing", "no")),
        ("all_of()", Group("all", ())),
        ("any_of(contact.vip)", Group("any", (Test("contact.vip", "is_true"),))),
    ],
)
def test_how_a_rule_is_written(text: str, rule: Rule) -> None:
    assert as_text(rule) == text
    assert from_text(text) == rule


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("18 <= contact.age", ADULT),
        ("18 <= contact.age < 65", Group("all", (ADULT, Test("contact.age", "less", 65)))),
        ('"NL" == contact.country', NL),
        ('consent("marketing") != "yes"', Group("none", (HasConsent("marketing", "yes"),))),
        ('"yes" == consent("marketing")', HasConsent("marketing", "yes")),
        ('contact.born == date("2000-01-01")', Test("contact.born", "is", "2000-01-01")),
        ('contact.country in ("NL", "BE")', Test("contact.country", "is_one_of", ("NL", "BE"))),
        ("not (contact.age >= 18)", Group("none", (ADULT,))),
        ("not (contact.age >= 18 and in_list('vip'))", Group("none", (Group("all", (ADULT, VIP)),))),
        ("event.order.total > 5", Test("event.order.total", "more", 5)),
        ('contact.country == "NL"  # the Netherlands\nand\r\n  contact.age >= 18', Group("all", (NL, ADULT))),
        ('field("age") >= 18', Test("age", "at_least", 18)),
    ],
)
def test_what_else_a_person_may_write(text: str, rule: Rule) -> None:
    assert from_text(text) == rule


@pytest.mark.parametrize(
    ("text", "line", "column", "code"),
    [
        ("", 1, 1, "rule-text-empty"),
        (" \n ", 1, 1, "rule-text-empty"),
        ("x" * 50_001, 1, 1, "rule-text-large"),
        ("contact.a and " * 250 + "contact.a", 1, 1, "rule-text-large"),
        ("none_of(" * 20 + "contact.a" + ")" * 20, 1, 137, "rule-text-large"),
        ("contact.x = 3", 1, 11, "rule-text-equals"),
        ('contact.a and\n"é" in contact.x = 3', 2, 18, "rule-text-equals"),
        ('contact.x == "a', 1, 14, "rule-text-quote"),
        ("(contact.x", 1, 11, "rule-text-bracket"),
        ("contact.x)", 1, 10, "rule-text-bracket"),
        ("contact.x, contact.y", 1, 1, "rule-text-several"),
        ("contact.x] + [contact.y", 1, 1, "rule-text-several"),
        ("contact.x ==", 1, 13, "rule-text-unreadable"),
        ("contact.x == 1 && contact.y", 1, 17, "rule-text-unreadable"),
        ("contact.a\x00", 1, 1, "rule-text-unreadable"),
        ('contact.a == "\ud800"', 1, 1, "rule-text-unreadable"),
        ('contact.a == "é" and\n  "ü" == "é"', 2, 3, "rule-text-no-field"),
        ('"é" in contact.a and country == "NL"', 1, 22, "rule-text-name"),
        ("country", 1, 1, "rule-text-name"),
        ("person.country", 1, 1, "rule-text-name"),
        ('person["country"]', 1, 1, "rule-text-name"),
        ("contact", 1, 1, "rule-text-part"),
        ("contact[1]", 1, 1, "rule-text-part"),
        ('contact.tags["x"] == 1', 1, 1, "rule-text-part"),
        ("contact.x == contact.y", 1, 14, "rule-text-two-fields"),
        ("contact.x == country", 1, 14, "rule-text-two-fields"),
        ("contact.x is 3", 1, 1, "rule-text-part"),
        ("contact.x + 1 == 2", 1, 1, "rule-text-part"),
        ("lambda: 1", 1, 1, "rule-text-part"),
        ("*contact.x", 1, 1, "rule-text-part"),
        ("date(1)", 1, 1, "rule-text-part"),
        ('consent("marketing")', 1, 1, "rule-text-part"),
        ("contact.x == f'{contact.y}'", 1, 14, "rule-text-value"),
        ("contact.x == b'y'", 1, 14, "rule-text-value"),
        ("contact.x == 1e999", 1, 14, "rule-text-value"),
        ("contact.x == -True", 1, 14, "rule-text-value"),
        ("contact.x == [[1]]", 1, 14, "rule-text-value"),
        ("contact.x in [contact.y]", 1, 15, "rule-text-value"),
        ("contact.x in contact.y", 1, 14, "rule-text-value"),
        ("in_list(3)", 1, 9, "rule-text-value"),
        ("field(3) == 3", 1, 7, "rule-text-value"),
        ("foo(contact.x)", 1, 1, "rule-text-function"),
        ("__import__('os').system('x')", 1, 1, "rule-text-part"),
        ("is_empty()", 1, 1, "rule-text-arguments"),
        ("is_empty(x=1)", 1, 1, "rule-text-arguments"),
        ("in_list(*contact.x)", 1, 9, "rule-text-value"),
        ("contact.born < date()", 1, 16, "rule-text-arguments"),
        ("contact.born <= date('2000-01-01')", 1, 17, "rule-text-date"),
        ("consent('marketing') > 'yes'", 1, 1, "rule-text-consent"),
        ("consent('sms') == 'yes'", 1, 1, "rule-text-consent"),
        ("consent('marketing') == 'maybe'", 1, 1, "rule-text-consent"),
    ],
)
def test_a_slip_has_a_place_and_a_reason(text: str, line: int, column: int, code: str) -> None:
    with pytest.raises(RuleSyntax) as slip:
        from_text(text)
    assert (slip.value.code, slip.value.line, slip.value.column) == (code, line, column)


@pytest.mark.parametrize("text", ["contact" + ".a" * 2500, "not " * 2000 + "contact.a", "f(" * 190 + "1" + ")" * 190])
def test_an_expression_as_deep_as_nobody_writes_is_refused(text: str) -> None:
    with pytest.raises(RuleSyntax):
        from_text(text)
