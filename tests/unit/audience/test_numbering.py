"""The quick reading of phone numbers says what the library says, for every country, or nothing."""

from __future__ import annotations

import random
from collections.abc import Iterator

import phonenumbers
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from phonenumbers import PhoneNumber, PhoneNumberFormat, PhoneNumberType

from whatsapp_studio.audience.numbering import quick_e164

REGIONS = sorted(phonenumbers.SUPPORTED_REGIONS)
KINDS = [kind for kind in PhoneNumberType.values() if kind != PhoneNumberType.UNKNOWN]


def library(text: str, country: str) -> tuple[str, str] | None:
    """What phonenumbers itself makes of a number; "00" stands for "+" everywhere, as everywhere in this program."""
    if text.startswith("00"):
        text = "+" + text[2:]
    try:
        number = phonenumbers.parse(text, country or None)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    region = phonenumbers.region_code_for_number(number)
    return phonenumbers.format_number(number, PhoneNumberFormat.E164), region


def examples(region: str) -> Iterator[PhoneNumber]:
    for kind in KINDS:
        number = phonenumbers.example_number_for_type(region, kind)
        if number is not None:
            yield number
    wrong = phonenumbers.invalid_example_number(region)
    if wrong is not None:
        yield wrong


def spellings(number: PhoneNumber) -> set[str]:
    """The ways people and systems write a number."""
    e164 = phonenumbers.format_number(number, PhoneNumberFormat.E164)
    national = phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL)
    bare = phonenumbers.national_significant_number(number)
    return {
        e164, e164[1:], "00" + e164[1:], national, national.replace(" ", ""), bare, "0" + bare, "1" + bare, "8" + bare,
        phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL), f"+{number.country_code} (0){bare}",
        f"+{number.country_code}0{bare}", "011" + e164[1:],
    }  # fmt: skip


def disagreements(texts: set[str], country: str) -> list[tuple[str, str, object, object]]:
    found = []
    for text in texts:
        quick = quick_e164(text, country)
        if quick is not None and quick != library(text, country):
            found.append((text, country, quick, library(text, country)))
    return found


@pytest.mark.parametrize("region", REGIONS)
def test_no_difference_for_any_country(region: str) -> None:
    dice = random.Random(region)
    texts: set[str] = set()
    for number in examples(region):
        texts |= spellings(number)
        bare = phonenumbers.national_significant_number(number)
        for _ in range(6):
            changed = list(bare)
            changed[dice.randrange(len(changed))] = dice.choice("0123456789")
            if dice.random() < 0.4:
                changed.insert(dice.randrange(len(changed)), dice.choice("0123456789"))
            elif dice.random() < 0.4:
                changed.pop(dice.randrange(len(changed)))
            if changed:
                texts |= {f"+{number.country_code}{''.join(changed)}", "".join(changed), "0" + "".join(changed)}
    assert len(texts) > 20
    for country in (region, "NL", "US", "IT"):
        assert disagreements(texts, country) == []


@given(
    st.from_regex(r"(\+|00|0)?[0-9 ()/-]{3,18}", fullmatch=True), st.sampled_from([*REGIONS, ""]),
)  # fmt: skip
@example("+39 0212345678", "IT")
@example("+0312345678", "NL")
@example("00", "NL")
@example("+", "NL")
@example("", "NL")
@example("\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0669", "EG")
@example("+\u0663\u0661612345678", "NL")
def test_no_difference_for_any_digits(text: str, country: str) -> None:
    assert disagreements({text}, country) == []


def test_most_plain_numbers_are_answered_quickly() -> None:
    mobiles = {region: phonenumbers.example_number_for_type(region, PhoneNumberType.MOBILE) for region in REGIONS}
    answered = {
        region: quick_e164(phonenumbers.format_number(number, PhoneNumberFormat.E164), "") is not None
        for region, number in mobiles.items()
        if number is not None
    }
    assert sum(answered.values()) / len(answered) > 0.9
    assert answered["NL"] and answered["DE"] and answered["GB"] and answered["US"] and answered["BR"]


def test_a_number_with_a_decimal_point_is_not_taken_for_longer_digits() -> None:
    assert quick_e164("+4915112345678.0", "") is None
