"""Helpers: every example is true, none falls over any value, each speaks the template's language, Adobe's are told."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whatsapp_studio.templates.expression import Expression, ExpressionError, for_liquid
from whatsapp_studio.templates.helpers import EXAMPLE, HELPERS, LEFT_OUT, Helper, help_page
from whatsapp_studio.templates.liquid import OUR_FILTERS

CONTACT = {name: for_liquid(value) for name, value in EXAMPLE.items()}
# Adobe's helper functions, as its documentation lists them.
ADOBE = (
    "average count countOnlyNull countWithNull distinct distinctCountWithNull head topN in includes intersects "
    "bottomN max min notIn subset sum superset age currentTimeInMillis dateDiff dayOfWeek dayOfYear formatDate "
    "setDays setHours toUTC weekOfYear get keys values isNull isNotNull absolute formatNumber random roundDown "
    "roundUp round toHexString toInt toPercentage toPrecision toString camelCase charCodeAt concat contains "
    "doesNotContain doesNotEndWith doesNotStartWith encode64 endsWith equals equalsIgnoreCase extractEmailDomain "
    "formatCurrency getUrlHost getUrlPath getUrlProtocol indexOf isEmpty isNotEmpty lastIndexOf leftTrim length "
    "like lower mask matches md5 notEqualTo notEqualWithIgnoreCase regexGroup replace replaceAll rightTrim split "
    "startsWith stringToDate stringToInteger stringToNumber substring titleCase toBool toDateTime toDateTimeOnly "
    "trim upper urlDecode urlEncode if each unless with let default-value and or not "
).split()


def render(source: str, language: str = "en", **values: object) -> str:
    return Expression(source, language).render({**CONTACT, **values})


@pytest.mark.parametrize("helper", HELPERS, ids=lambda one: one.name)
def test_the_example_of_every_helper_is_true(helper: Helper):
    made = Expression(helper.example)
    assert made.problems("", {}, None) == []
    assert made.render(CONTACT) == helper.result
    assert helper.name in helper.example


def test_every_helper_is_told_and_every_one_of_adobes_is_there_or_left_out_with_a_reason():
    assert set(OUR_FILTERS) <= {one.name for one in HELPERS if one.kind == "filter"}
    assert len({one.name for one in HELPERS}) == len(HELPERS)
    told = {one.adobe for one in HELPERS} | {one.adobe for one in LEFT_OUT}
    assert set(ADOBE) - told == set()
    assert len(help_page()) == len(HELPERS) + len(LEFT_OUT)
    assert all(says for _, _, says, _, _ in help_page())


@pytest.mark.parametrize(
    ("source", "language", "result"),
    [
        ("{{ contact.points | formatNumber }}", "nl", "1.234,5"),
        ("{{ contact.points | formatNumber: '#,##0.00', 'de' }}", "nl", "1.234,50"),
        ("{{ contact.points | formatCurrency: 'EUR' }}", "nl", "€\xa01.234,50"),
        ("{{ contact.points | formatCurrency: 'jpy' }}", "ja", "￥1,235"),
        ("{{ '0.10' | times: 1 | formatCurrency: 'USD' }}", "en_US", "$0.10"),
        ("{{ contact.share | toPercentage: 1 }}", "de", "25,0\xa0%"),
        ("{{ contact.birthday | formatDate }}", "pt_BR", "21 de abril de 1990"),
        ("{{ contact.birthday | formatDate: 'full' }}", "nl", "zaterdag 21 april 1990"),
        ("{{ contact.ordered | formatDate: 'EEEE HH:mm' }}", "nl", "dinsdag 18:30"),
        ("{{ contact.ordered | formatDate: \"d MMM 'om' HH\" }}", "nl", "1 dec 'om' 18".replace("'", "")),
        ("{{ '2024-12-30' | formatDate: 'dd-MM-YYYY' }}", "nl", "30-12-2024"),
        ("{{ '2024-12-30' | formatDate: \"w/YYYY\" }}", "nl", "1/2025"),
        ("{{ contact.birthday | formatDate: 'd MMMM' }}", "xx", "21 April"),
    ],
)
def test_numbers_and_dates_are_written_in_the_language_of_the_template(source: str, language: str, result: str):
    assert render(source, language) == result


@pytest.mark.parametrize(
    ("source", "result"),
    [
        ("{{ contact.n | round }}", "3"),
        ("{{ contact.n | minus: 5 | round }}", "-3"),
        ("{{ contact.n | divided_by: 20 | round: 2 }}", "0.13"),
        ("{{ contact.n | divided_by: 20 | formatNumber: '0.00' }}", "0.13"),
        ("{{ contact.n | divided_by: 20 | formatCurrency: 'EUR' }}", "€0.13"),
        ("{{ contact.n | divided_by: 20 | toPrecision: 2 }}", "0.13"),
        ("{{ contact.n | divided_by: 20 | toPercentage }}", "13%"),
    ],
)
def test_halves_go_up_as_shops_count(source: str, result: str):
    assert render(source, n=2.5) == result


@pytest.mark.parametrize("helper", ["formatDate", "age", "dayOfWeek", "formatNumber", "formatCurrency", "roundUp",
                                    "toPercentage", "stringToDate", "toInt", "upper", "average"])  # fmt: skip
def test_what_is_missing_stays_empty_so_that_the_fallback_comes_in(helper: str):
    assert render(f"{{{{ contact.city | {helper} }}}}{{{{ contact.gone | {helper} }}}}") == ""


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("{{ contact.first_name | formatDate }}", "“maria” is not a date"),
        ("{{ contact.first_name | roundUp }}", "“maria” is not a number"),
        ("{{ contact.points | formatCurrency: 'EURO' }}", "“EURO” is not a currency"),
        ("{{ contact.points | formatCurrency }}", "an amount needs its currency"),
        ("{{ contact.first_name | keys }}", "only a map has keys and values"),
        ("{{ contact.birthday | setDays: 32 }}", "day"),
        ("{{ contact.first_name | regexGroup: '(' }}", "this pattern cannot be read"),
        ("{{ contact.first_name | regexGroup: 'm', 3 }}", r"no such group"),
    ],
)
def test_a_value_that_a_helper_cannot_take_is_said(source: str, says: str):
    with pytest.raises(ExpressionError, match=says.replace("(", r"\(")):
        render(source)


def test_words_keep_their_shape():
    assert render("{{ x | titleCase }}".replace("x", "contact.a"), a="it's o’neill's éclair-shop") == (
        "It's O’neill's Éclair-Shop"
    )
    assert render("{{ contact.a | camelCase }}", a="my order_number") == "myOrderNumber"
    assert render("{{ contact.a | getUrlHost }}", a="no link") == ""
    assert render("{{ contact.a | extractEmailDomain }}", a="@x") == ""
    assert render("{{ contact.a | mask: 2, 2 }}", a="abc") == "abc"


def test_years_are_counted_by_birthdays():
    assert [render("{{ contact.birthday | age: contact.on }}", on=on) for on in ("2026-04-20", "2026-04-21")] == [
        "35", "36",
    ]  # fmt: skip
    assert int(render("{{ contact.birthday | age }}")) >= 36
    assert render("{{ 'now' | dateDiff }}") == "0"


def test_conditions_may_be_grouped():
    source = "{% if not (contact.vip and contact.points > 2000) and contact.first_name %}yes{% endif %}"
    assert render(source) == "yes"


@pytest.mark.parametrize("pattern", ["(a+)+b", "(a|a)*b", ".*.*.*b", "a?" * 30 + "a" * 30, r"(.)\1*b", "x" * 300,
                                     "a{0,99}a{0,99}a{0,99}b", "(?:a*)*b", "a*+*b", r"\\+" * 4 + "b",
                                     "(.|a)" * 20 + "b",
                                     "(?x)(a|aa)#\n*b", "(.|a|.|a)" * 4 + ".*.*b", "a?a?a?.*.*b"])  # fmt: skip
def test_a_pattern_that_could_run_for_ever_is_refused(pattern: str):
    with pytest.raises(ExpressionError, match=r"too long|cannot be read"):
        render("{{ contact.a | regexGroup: contact.p }}", a="a" * 200, p=pattern)


def test_the_worst_patterns_allowed_end_soon():
    begin = time.process_time()
    for pattern in (".*.*b", "a*a*b", r"(\w+)@(\w+)$", "a{0,99}a{0,99}b", r"\+\*\{1,\}\?(a+)\)+b"):
        assert render("{{ contact.a | regexGroup: contact.p }}", a="a" * 400, p=pattern) == ""
    assert render("{{ contact.a | like: '%a%a%b' }}", a="a" * 400) == "false"
    assert time.process_time() - begin < 2


_names = sorted({one.name for one in HELPERS if one.kind == "filter"})
_arguments = st.sampled_from(["", ": 2", ": 'long'", ": 'a'", ": 'a', 'b'", ": 0", ": contact.b", ": -1, 3", ": 1e400"])
_scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text()
_anything = _scalars | st.lists(_scalars, max_size=4) | st.dictionaries(st.text(max_size=3), _scalars, max_size=3)
_chains = st.lists(st.tuples(st.sampled_from(_names), _arguments), min_size=1, max_size=3)


@given(_chains, _anything, _anything)
def test_no_helper_and_no_value_make_it_fall(chain: list[tuple[str, str]], value: object, other: object):
    source = "{{ contact.a" + "".join(f" | {name}{arguments}" for name, arguments in chain) + " }}"
    made = Expression(source, "nl")
    with suppress(ExpressionError):
        assert isinstance(made.render({"a": value, "b": other}), str)
