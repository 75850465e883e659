"""What runs quickly writes what Liquid writes, whatever the expression and the values; and no text makes it fall."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from liquid.exceptions import LiquidError

from whatsapp_studio.templates import liquid
from whatsapp_studio.templates.expression import Expression, ExpressionError
from whatsapp_studio.templates.helpers import HELPERS
from whatsapp_studio.templates.liquid import compiled
from whatsapp_studio.templates.quick import MOST_SIGNS

_FILTERS = sorted(liquid._ENVIRONMENT.filters)
_paths = st.sampled_from(["contact.a", "contact.b", "contact.gone", "event.a", "gone.a", "contact['a']", "language"])
_literals = st.sampled_from(["'x'", '"Utrecht"', "1", "-2.5", "true", "false", "nil", "''", "empty", "blank", "' a '"])
_values = st.one_of(_paths, _literals)
_arguments = st.lists(_values.filter(lambda one: one not in ("empty", "blank")), max_size=3)
_calls = st.builds(
    lambda name, arguments: f" | {name}" + (": " + ", ".join(arguments) if arguments else ""),
    st.sampled_from(_FILTERS), _arguments,
)  # fmt: skip
_outputs = st.builds(lambda value, calls: f"{{{{ {value}{''.join(calls)} }}}}", _values, st.lists(_calls, max_size=3))
_operators = st.sampled_from(["==", "!=", "<", ">", "<=", ">=", "contains"])
_conditions = st.recursive(
    st.one_of(_values, st.builds(lambda *three: " ".join(three), _values, _operators, _values)),
    lambda inner: st.one_of(
        st.builds(lambda one, word, other: f"({one}) {word} {other}", inner, st.sampled_from(["and", "or"]), inner),
        st.builds(lambda one: f"not {one}", inner),
    ),
    max_leaves=4,
)
_texts = st.text(st.characters(exclude_characters="{}%", codec="utf-8"), max_size=6)
_sources = st.recursive(
    st.one_of(_outputs, _texts),
    lambda inner: st.one_of(
        st.builds("".join, st.lists(inner, max_size=3)),
        st.builds(
            lambda tag, one, two, three, condition, other: (
                f"{{% {tag} {condition} %}}{one}{{% elsif {other} %}}{two}{{%- else -%}}{three}{{% end{tag} %}}"
            ),
            st.sampled_from(["if", "unless"]), inner, inner, inner, _conditions, _conditions,
        ),
    ),
    max_leaves=6,
)  # fmt: skip
_scalars = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8), st.just("2026-12-01"), st.just("a\r\nb")
)
_given = st.one_of(_scalars, st.lists(_scalars, max_size=3), st.dictionaries(st.text(max_size=2), _scalars, max_size=2))
_USUAL = ("{{ contact.a }}", "{{ contact.a | upcase }}", "{% if contact.a %}x{% endif %}", "{{ 'a' | concat: 'b' }}",
          "{{ contact.a | formatDate }}", "{{ contact.a | date: 'long' }}", "a{{ contact.a | default: contact.b }}",
          "{% unless contact.a == blank %}x{% endunless %}",
          "{% if not (contact.a or event.a) %}x{% else %}y{% endif %}",
          "a{{ contact.a | formatNumber }}b")  # fmt: skip


def by_liquid(made: liquid.Compiled, scope: dict[str, Any]) -> str:
    try:
        return made._template.render(scope)
    except liquid._RENDER_ERRORS as error:
        return f"error: {error.message if isinstance(error, LiquidError) else error}"


def quickly(made: liquid.Compiled, scope: dict[str, Any]) -> str:
    try:
        return made.write(scope)
    except ExpressionError as error:
        return f"error: {error.details}"


@given(_sources, _given, _given)
def test_what_runs_quickly_writes_what_liquid_writes(source: str, a: object, b: object):
    try:
        made = compiled(source, "nl")
    except ExpressionError:
        return
    scope = {"contact": {"a": a, "b": b}, "event": {"a": b}, "language": "nl"}
    assert quickly(made, scope) == by_liquid(made, scope)


def test_what_is_usual_runs_quickly():
    assert [source for source in _USUAL if compiled(source, "nl")._quick is None] == []
    told = [one for one in HELPERS if compiled(one.example, "en")._quick is None]
    assert {one.name for one in told} <= {
        "case", "assign", "for", "isIn", "intersects", "subset", "superset", "keys", "values", "get", "sum",
        "capture", "squish",
    }  # fmt: skip


def test_what_liquid_changes_or_refuses_when_it_writes_is_left_to_it():
    made = compiled("{{ contact.a }}{{ contact.b }}", "nl")
    for a in ("x\r", "\r\n", "\ud800", "é" * MOST_SIGNS, "x" * 19_999, "x" * 20_001):
        scope = {"contact": {"a": a, "b": "\n"}, "language": "nl"}
        assert quickly(made, scope) == by_liquid(made, scope)


def test_an_expression_is_read_once_for_each_language():
    one, other = Expression("{{ contact.a | upper }}", "nl"), Expression("{{ contact.a | upper }}", "nl")
    assert one._compiled is other._compiled
    assert one._compiled is not Expression("{{ contact.a | upper }}", "de")._compiled


_pieces = st.sampled_from([
    "{{", "}}", "{%", "%}", "-", "|", ":", ",", "'", '"', " ", "\n", "contact", ".", "a", "[", "]", "(", ")", "1..9",
    "if", "endif", "for", "in", "endfor", "assign", "=", "case", "when", "endcase", "else", "x", "raw",
    "endraw", "comment", "snippet", "tablerow", "cycle", "increment", "echo", "default", "contains", "not", "and",
    "\x00", "€",
])  # fmt: skip


@given(st.one_of(st.lists(_pieces, max_size=25).map("".join), st.text(max_size=40)), _given)
def test_no_text_makes_an_expression_fall(source: str, a: object):
    try:
        made = Expression(source, "nl")
        made.problems("body.1", {}, ["a"], {"event": None})
        made.render({"a": a})
    except ExpressionError as error:
        assert error.line >= 1 and error.column >= 1  # noqa: PT017
