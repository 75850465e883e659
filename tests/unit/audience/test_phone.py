"""How written numbers are read, and what is said of those that are none."""

from __future__ import annotations

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from whatsapp_studio.audience.phone import line_of, other_spelling, read_phone, shown
from whatsapp_studio.base.words_audience import WORDS

MARIA = ("+31612345678", "NL")


@pytest.mark.parametrize(
    "text",
    [
        "+31612345678", "+31 6 12345678", "+31 (0)6 1234 5678", "0031612345678", "00 31 6 12 34 56 78", "0612345678",
        "06-12345678", "06 1234 5678", "06.12.34.56.78", "31612345678", "612345678", "  0612345678  ", "'0612345678",
        "’0612345678", "\u00a006\u00a01234\u00a05678\u00a0", "\u202a+31612345678\u202c", "\ufeff0612345678",
        "\u200e+31 6 12345678", '="0612345678"', "=0612345678", '"0612345678"', "tel:+31612345678",
        "whatsapp:+31612345678", "https://wa.me/31612345678", "31612345678.0", "31612345678,00", "612345678.0",
        "+31612345678.0", "06/12345678", "+31 6 1234 5678", "٠٦١٢٣٤٥٦٧٨", "0 6 1 2 3 4 5 6 7 8",
    ],
)  # fmt: skip
def test_every_spelling_of_one_number(text: str) -> None:
    assert read_phone(text, "NL") == MARIA


@pytest.mark.parametrize(
    ("text", "country", "code"),
    [
        ("", "NL", "phone-empty"),
        ("   \u00a0 ", "NL", "phone-empty"),
        ("'", "NL", "phone-empty"),
        ("6.12E8", "NL", "phone-scientific"),
        ("6,12E+08", "NL", "phone-scientific"),
        ("9.19E+11", "", "phone-scientific"),
        ("3.1612345678e10", "NL", "phone-scientific"),
        ("06abc45678", "NL", "phone-not-a-number"),
        ("geen", "NL", "phone-not-a-number"),
        ("0800-FLOWERS", "NL", "phone-not-a-number"),
        ("0612345678 ext. 5", "NL", "phone-not-a-number"),
        ("+1 201 555 0123#12", "", "phone-not-a-number"),
        ("---", "NL", "phone-not-a-number"),
        ("0612345678", "", "phone-needs-country"),
        ("31612345678", "", "phone-needs-country"),
        ("+999 12345678", "NL", "phone-unknown-country"),
        ("0012", "NL", "phone-too-short"),
        ("12", "NL", "phone-too-short"),
        ("+3161", "NL", "phone-too-short"),
        ("0612345678901234", "NL", "phone-too-long"),
        ("+31612345678901234567", "NL", "phone-too-long"),
        ("+31600000011", "NL", "phone-invalid"),
        ("0600000000", "NL", "phone-invalid"),
        ("0612345678", "XX", "phone-unknown-country"),
    ],
)  # fmt: skip
def test_what_is_wrong_has_a_code_with_words(text: str, country: str, code: str) -> None:
    assert read_phone(text, country) == code
    assert all(WORDS[code])


def test_a_lost_plus_is_recovered_for_a_whole_mobile_number_only() -> None:
    assert read_phone("4915112345678", "NL") == ("+4915112345678", "DE")
    assert read_phone("31612345678", "BE") == MARIA
    assert read_phone("442079460123", "NL") == "phone-too-long"  # a line on a desk: too like a slip of the pen
    assert read_phone("99912345678", "NL") == "phone-invalid"


def test_the_country_of_a_number_is_its_own() -> None:
    assert read_phone("+1 613 555 0123", "US") == ("+16135550123", "CA")
    assert read_phone("+883 5100 12345678", "NL")[1] == ""


def test_old_spellings_become_new_ones() -> None:
    assert read_phone("+52 1 55 1234 5678", "") == ("+525512345678", "MX")
    assert read_phone("+55 11 8765-4321", "") == ("+5511987654321", "BR")
    assert read_phone("+54 9 11 2345 6789", "") == ("+5491123456789", "AR")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("+5511987654321", "+551187654321"),
        ("+525512345678", "+5215512345678"),
        ("+5491123456789", "+541123456789"),
    ],
)
def test_two_spellings_are_one_line(one: str, other: str) -> None:
    assert (other_spelling(one), other_spelling(other)) == (other, one)
    assert line_of(one) == line_of(other)


def test_other_countries_have_one_spelling() -> None:
    assert other_spelling("+31612345678") == ""
    assert line_of("+31612345678") == "+31612345678"
    # A Brazilian line on a desk keeps its eight digits.
    assert other_spelling("+551132345678") == ""


def test_numbers_are_shown_with_their_spaces() -> None:
    assert shown("+31612345678") == "+31 6 12345678"
    assert shown("nothing") == "nothing"


@given(st.text(max_size=60), st.sampled_from(["", "NL", "US", "BR", "ZZ"]))
def test_any_text_is_a_valid_number_or_a_code(text: str, country: str) -> None:
    read = read_phone(text, country)
    if isinstance(read, str):
        assert read in WORDS
    else:
        number = phonenumbers.parse(read[0], None)
        assert phonenumbers.is_valid_number(number)
        assert read_phone(read[0], "") == read
        assert other_spelling(other_spelling(read[0])) in ("", read[0])


def test_a_wide_plus_is_a_plus() -> None:
    assert read_phone("\uff0b31612345678", "") == MARIA
