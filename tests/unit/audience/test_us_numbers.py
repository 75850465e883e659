"""Which +1 numbers are American: held against every area code of libphonenumber's metadata."""

from __future__ import annotations

import random

import phonenumbers
import pytest

from whatsapp_studio.audience.us import CANADA, ELSEWHERE, country_of, is_us

_KINDS = phonenumbers.PhoneNumberType
_PEOPLE = (_KINDS.FIXED_LINE, _KINDS.MOBILE, _KINDS.FIXED_LINE_OR_MOBILE)


def _regions() -> dict[str, str]:
    """The country of every area code in which people have numbers, as the library tells it of numbers in it."""
    chance, found = random.Random(1), {}
    for area in range(200, 1000):
        for exchange in range(200, 1000, 7):
            number = phonenumbers.PhoneNumber(
                country_code=1, national_number=area * 10**7 + exchange * 10**4 + chance.randrange(10**4)
            )
            if phonenumbers.number_type(number) in _PEOPLE:
                found[str(area)] = phonenumbers.region_code_for_number(number) or ""
                break
    return found


REGIONS = _regions()


def test_the_metadata_knows_as_many_areas_as_it_should() -> None:
    assert len(REGIONS) > 350
    assert {"US", "CA", "JM", "PR", "DO", "BS", "GU"} <= set(REGIONS.values())


@pytest.mark.parametrize("country", sorted(set(REGIONS.values())))
def test_an_area_is_of_its_country(country: str) -> None:
    areas = [area for area, region in REGIONS.items() if region == country]
    for area in areas:
        assert is_us(f"+1{area}5550100") == (country == "US"), area
        assert country_of(f"+1{area}5550100") == country


def test_every_country_that_shares_the_code_is_there() -> None:
    others = set(phonenumbers.COUNTRY_CODE_TO_REGION_CODE[1]) - {"US", "CA"}
    assert set(ELSEWHERE.values()) == others
    assert not CANADA & set(ELSEWHERE)


@pytest.mark.parametrize(
    ("phone", "country"),
    [
        ("+31612345678", "NL"), ("+447400123456", "GB"), ("+79161234567", "RU"), ("+77011234567", "KZ"), ("", ""),
        ("+393123456789", "IT"), ("+999", ""),
    ],
)  # fmt: skip
def test_other_numbers_are_not(phone: str, country: str) -> None:
    assert not is_us(phone)
    assert country_of(phone) == country
