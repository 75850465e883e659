"""The fast reading of phone numbers says what the library says, for every country, or nothing."""

from __future__ import annotations

import random
from collections.abc import Iterator

import phonenumbers
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from phonenumbers import PhoneNumber, PhoneNumberFormat, PhoneNumberType

from whatsapp_studio.audience import numbering
from whatsapp_studio.audience.numbering import quick
from whatsapp_studio.audience.phone import read_phone, recover_phones

REGIONS = sorted(phonenumbers.SUPPORTED_REGIONS)
KINDS = [kind for kind in PhoneNumberType.values() if kind != PhoneNumberType.UNKNOWN]


def judged(text: str, country: str) -> tuple[str, str] | None:
    """What phonenumbers itself makes of a number; "00" stands for "+" everywhere, as everywhere in this program."""
    bare = text.strip()
    if bare.startswith("00"):
        bare = "+" + bare[2:]
    try:
        number = phonenumbers.parse(bare, country or None)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    region = phonenumbers.region_code_for_number(number)
    return phonenumbers.format_number(number, PhoneNumberFormat.E164), region if len(region or "") == 2 else ""


def examples(region: str) -> Iterator[PhoneNumber]:
    """The library's example of every kind of number a region has."""
    for kind in KINDS:
        number = phonenumbers.example_number_for_type(region, kind)
        if number is not None:
            yield number


def spellings(number: PhoneNumber) -> set[str]:
    """The ways people and systems write a number that says its country."""
    e164 = phonenumbers.format_number(number, PhoneNumberFormat.E164)
    abroad = phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL)
    rest = abroad.removeprefix(f"+{number.country_code}").strip()
    return {
        e164, abroad, phonenumbers.format_number(number, PhoneNumberFormat.RFC3966), "00" + e164[1:],
        "00 " + abroad[1:], abroad.replace(" ", "-"), abroad.replace(" ", "."), abroad.replace(" ", "\u00a0"),
        f"+{number.country_code} ({rest})", f"+{number.country_code} (0){rest}", f" {abroad} ", "'" + e164,
        f"+{number.country_code}-{rest.replace(' ', '/')}",
    }  # fmt: skip


def at_home(number: PhoneNumber) -> set[str]:
    """The ways they write it where everybody knows the country, and the ways a spreadsheet keeps it."""
    e164 = phonenumbers.format_number(number, PhoneNumberFormat.E164)
    national = phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL)
    return {
        national, national.replace(" ", ""), national.replace(" ", "-"), national.replace(" ", "."), f" {national}",
        e164[1:], phonenumbers.national_significant_number(number),
    }  # fmt: skip


def test_every_example_of_every_region_in_every_spelling() -> None:
    wrong, read = [], 0
    for region in REGIONS:
        for number in examples(region):
            for text in spellings(number):
                for country in ("", region, "NL"):
                    expected = judged(text.removeprefix("'"), country)
                    found = read_phone(text, country)
                    read += expected is not None
                    if expected is not None and found != expected:
                        wrong.append((text, country, found, expected))
    assert not wrong[:10]
    assert read > 50_000


def test_every_example_as_it_is_written_at_home() -> None:
    wrong, read = [], 0
    for region in REGIONS:
        for number in examples(region):
            for text in at_home(number):
                expected, found = judged(text, region), read_phone(text, region)
                read += expected is not None
                # Without "+" and without its zero a number can be one of another country too: that is not guessed.
                if expected is not None and found not in (expected, "phone-two-ways"):
                    wrong.append((text, region, found, expected))
    assert not wrong[:10]
    assert read > 8_000


@pytest.mark.parametrize("parts", [True, False])
def test_the_fast_reading_never_differs(parts: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also of numbers that are one digit away from a real one; with the other library and without it."""
    if not parts:
        monkeypatch.setattr(numbering, "_parser", lambda: None)
    dice = random.Random(7)
    wrong, answered = [], 0
    for region in REGIONS:
        texts = {text for number in examples(region) for text in (*spellings(number), *at_home(number))}
        texts |= {_slip(dice, text) for text in sorted(texts) for _ in range(2)}
        for text in sorted(texts):
            found = quick(text, region)
            answered += found is not None
            if found is not None and found[:2] != judged(text, region):
                wrong.append((text, region, found))
    assert not wrong[:10]
    assert answered > 20_000


def _slip(dice: random.Random, text: str) -> str:
    place = dice.randrange(len(text))
    return text[:place] + dice.choice(["", "0", "1", "9", text[place] * 2]) + text[place + 1 :]


@given(
    st.text(alphabet="+0123456789 ()-./\u00a0", min_size=2, max_size=18),
    st.sampled_from(["", *REGIONS]),
)
@example("+1 (201) 555-0123", "")
@example("00 1 242 365 1234", "BS")
@example("+39 06 6982", "")
@example("+800 1234 5678", "NL")
def test_any_digits_are_read_as_the_library_reads_them(text: str, country: str) -> None:
    fast = quick(text, country)
    assert fast is None or fast[:2] == judged(text, country)


@pytest.mark.parametrize(
    ("text", "country", "phone", "note"),
    [
        ("31612345678", "NL", "+31612345678", "phone-plus-restored"),
        ("31612345678", "BE", "+31612345678", "phone-plus-restored"),
        ("612345678", "NL", "+31612345678", "phone-zero-restored"),
        ("6 12 34 56 78", "FR", "+33612345678", "phone-zero-restored"),
        ("31612345678.0", "NL", "+31612345678", "phone-float-mended"),
        ("612345678,0", "NL", "+31612345678", "phone-float-mended"),
        ("+5215512345678", "", "+525512345678", "phone-renewed"),
        ("0612345678", "NL", "+31612345678", ""),
        ("+31 6 12345678", "", "+31612345678", ""),
        ("0031612345678", "", "+31612345678", ""),
        # Nothing was lost where nobody writes a zero, or not always.
        ("612345678", "ES", "+34612345678", ""),
        ("2015550123", "US", "+12015550123", ""),
        ("8123456789", "IN", "+918123456789", ""),
    ],
)
def test_what_was_mended_is_counted(text: str, country: str, phone: str, note: str) -> None:
    read = recover_phones([text, text], country)
    assert (read.phones, read.refused) == ([phone, phone], {})
    assert read.notes == ({note: 2} if note else {})


@pytest.mark.parametrize(
    ("text", "country", "code"),
    [
        ("6.12E+08", "NL", "phone-scientific"),
        ("3161234567800000", "NL", "phone-cut-off"),
        ("316123456780000000", "", "phone-cut-off"),
        ("15205551234", "DE", "phone-two-ways"),
    ],
)
def test_what_cannot_be_mended_for_certain_is_refused(text: str, country: str, code: str) -> None:
    assert recover_phones(["0612345678", text], country).refused.get(1) == code


def test_each_row_can_have_its_own_country() -> None:
    read = recover_phones(["0612345678", "0612345678", "x"], "NL", ["NL", "FR", "NL"])
    assert (read.phones, read.countries) == (["+31612345678", "+33612345678", ""], ["NL", "FR", ""])
    assert read.refused == {2: "phone-not-a-number"}
