"""How WhatsApp's marks, lists, links and directions are read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whatsapp_studio.templates.formatting import Line, Span, direction, header_line, lines


def spans(text: str, **values: str) -> list[tuple[str, str]]:
    """(text, styles) of a one-line text."""
    (line,) = lines(text, "body", {f"body.{name}": value for name, value in values.items()})
    return [(span.text, styles(span)) for span in line.spans]


def styles(span: Span) -> str:
    marks = {"b": span.bold, "i": span.italic, "s": span.strike, "m": span.mono, "p": span.placeholder}
    return "".join(letter for letter, on in marks.items() if on)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("plain", [("plain", "")]),
        ("*bold* end", [("bold", "b"), (" end", "")]),
        ("a _b_ ~c~ `d`", [("a ", ""), ("b", "i"), (" ", ""), ("c", "s"), (" ", ""), ("d", "m")]),
        ("*_both_*", [("both", "bi")]),
        ("*a _b_ c*", [("a ", "b"), ("b", "bi"), (" c", "b")]),
        ("```mono *x*``` on", [("mono *x*", "m"), (" on", "")]),
        ("`*x*`", [("*x*", "m")]),
        ("(*a*), *b*.", [("(", ""), ("a", "b"), ("), ", ""), ("b", "b"), (".", "")]),
        ("5 * 3 * 2", [("5 * 3 * 2", "")]),
        ("a*b*c", [("a*b*c", "")]),
        ("snake_case_name", [("snake_case_name", "")]),
        ("* a*", [("a*", "")]),
        ("*a *b", [("*a *b", "")]),
        ("*a*b c*", [("a*b c", "b")]),
        ("**", [("**", "")]),
        ("***", [("***", "")]),
        ("*open", [("*open", "")]),
        ("end*", [("end*", "")]),
        ("*️⃣ is a key, *️⃣ too", [("*️⃣ is a key, *️⃣ too", "")]),
        ("*press *️⃣ now*", [("press *️⃣ now", "b")]),
        ("e\u0301*no*", [("e\u0301*no*", "")]),
        ("🎉*yes*🎉", [("🎉", ""), ("yes", "b"), ("🎉", "")]),
        ("*👨‍👩‍👧*", [("👨‍👩‍👧", "b")]),
        ("*a\u00a0*", [("*a\u00a0*", "")]),
        ("~*_all_*~", [("all", "bis")]),
    ],
)
def test_marks_style_the_words_they_hug(text: str, read: list[tuple[str, str]]):
    assert spans(text) == read


@pytest.mark.parametrize(
    ("text", "shown", "target"),
    [
        ("see https://a.example/x_y_z?q=1.", "https://a.example/x_y_z?q=1", "https://a.example/x_y_z?q=1"),
        ("(www.a.example)", "www.a.example", "https://www.a.example"),
        ("*https://a.example*", "https://a.example", "https://a.example"),
        ("at shop.example.nl/spring, today", "shop.example.nl/spring", "https://shop.example.nl/spring"),
        ("ask info@shop.example.", "info@shop.example", "mailto:info@shop.example"),
        ("_fietsgoed.nl_", "fietsgoed.nl", "https://fietsgoed.nl"),
    ],
)
def test_addresses_are_links(text: str, shown: str, target: str):
    (line,) = lines(text, "body", {})
    assert [(span.text, span.link) for span in line.spans if span.link] == [(shown, target)]


@pytest.mark.parametrize("text", ["https://", "https://.", "awww.a.example", "www.", "www.*", "10.30", "a.nl.x", "a@b"])
def test_what_only_starts_like_an_address_is_no_link(text: str):
    (line,) = lines(text, "body", {})
    assert line.text == text
    assert not any(span.link for span in line.spans)


def test_lists_quotes_and_blocks_are_lines_of_their_own():
    found = lines("* a\n- b\n12. c\n> d\n>e\n```f\ng```\n\n*h*\n1.i", "body", {})
    assert [(line.kind, line.marker, line.text) for line in found] == [
        ("bullet", "•", "• a"),
        ("bullet", "•", "• b"),
        ("number", "12.", "12. c"),
        ("quote", "", "d"),
        ("quote", "", "e"),
        ("code", "", "f"),
        ("code", "", "g"),
        ("text", "", ""),
        ("text", "", "h"),
        ("text", "", "1.i"),
    ]


def test_an_unfilled_place_is_marked_and_takes_the_style_around_it():
    assert spans("Hi *{{1}}*, {{2}}", **{"2": "An"}) == [("Hi ", ""), ("{{1}}", "bp"), (", An", "")]


def test_a_filled_value_is_styled_as_whatsapp_would():
    assert spans("Hi {{1}}", **{"1": "*An*"}) == [("Hi ", ""), ("An", "b")]


def test_a_header_has_no_styles():
    line = header_line("*Sale* {{1}}", "header", {})
    assert [(span.text, span.placeholder) for span in line.spans] == [("*Sale* ", False), ("{{1}}", True)]
    assert header_line("مرحبا", "header", {}).rtl


@pytest.mark.parametrize(
    ("text", "way"),
    [("Hallo", "ltr"), ("12 שלום", "rtl"), ("!? مرحبا hello", "rtl"), ("12 !?", None), ("{{name}} שלום", "rtl")],
)
def test_the_first_letter_decides_the_direction(text: str, way: str | None):
    assert direction(text) == way


def test_each_line_runs_its_own_way_and_signs_follow_the_message():
    found = lines("שלום\nHello 10%\n!!!\n{{1}}", "body", {})
    assert [line.rtl for line in found] == [True, False, True, True]
    assert [line.rtl for line in lines("Hello\n!!!\n- שלום", "body", {})] == [False, False, True]


def test_an_empty_text_has_no_lines():
    assert lines("", "body", {}) == ()


_parts = st.lists(
    st.sampled_from(["*", "_", "~", "`", "```", " ", "\n", "- ", "1. ", "> ", "a", "שלום", "{{1}}", "https://a.b/c"])
)


@given(_parts.map("".join))
def test_no_character_of_the_words_is_lost(text: str):
    shown = "".join(line.text for line in lines(text, "body", {}))
    for letters in ("a", "שלום", "{{1}}", "https://a.b/c"):
        assert shown.count(letters) >= text.count(letters)


_MARKS = frozenset("*_~`->•")
_any_text = st.lists(
    st.sampled_from(
        ["*", "_", "~", "```", "`", "> ", "* ", "2. ", "\n", "{{1}}", "👨‍👩‍👧", "*️⃣", "e\u0301", "a.nl"]
    )
    | st.text(max_size=4)
    | st.characters(min_codepoint=0x100000, max_codepoint=0x10FFFF)
).map("".join)


def _bare(text: str) -> str:
    return "".join(letter for letter in text if letter not in _MARKS and not letter.isspace())


@given(_any_text, _any_text)
def test_whatever_is_written_only_marks_and_blanks_go(text: str, value: str):
    filled = text.replace("{{1}}", value) if value else text
    assert _bare("".join(line.text for line in lines(text, "body", {"body.1": value}))) == _bare(filled)


def test_an_unfilled_place_in_an_address_stays_readable():
    (line,) = lines("https://shop.example/{{1}}?a=b", "body", {})
    assert [span.text for span in line.spans] == ["https://shop.example/", "{{1}}", "?a=b"]
    assert {span.link for span in line.spans} == {"https://shop.example/{{1}}?a=b"}


@given(_parts.map("".join))
def test_a_text_has_as_many_lines_as_line_breaks(text: str):
    found = lines(text, "body", {})
    assert len(found) == (text.count("\n") + 1 if text else 0)
    assert all(isinstance(line, Line) for line in found)
