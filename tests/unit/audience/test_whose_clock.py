"""Whose clock counts: that of a contact's field, of where its number is from, or of the workspace."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import phonenumbers
import pytest
from phonenumbers import timezone

from whatsapp_studio.audience.zones import zone_for, zone_of_country, zone_of_number

HERE = ZoneInfo("Asia/Tokyo")


@pytest.mark.parametrize(
    ("field", "phone", "country", "zone"),
    [
        ("Europe/Paris", "+31612345678", "NL", "Europe/Paris"), ("", "+31612345678", "", "Europe/Amsterdam"),
        ("Nowhere/Land", "+31612345678", "", "Europe/Amsterdam"), ("", "+13105550100", "NL", "America/Los_Angeles"),
        ("", "+12125550100", "", "America/New_York"), ("", "+18005550100", "", "America/New_York"),
        ("", "+79161234567", "", "Europe/Moscow"), ("", "+5511987654321", "", "America/Sao_Paulo"),
        ("", "+5592987654321", "", "America/Manaus"), ("", "+525512345678", "", "America/Mexico_City"),
        ("", "+61412345678", "", "Australia/Sydney"), ("", "+61891234567", "", "Australia/Perth"),
        ("", "", "BR", "America/Sao_Paulo"), ("", "", "CA", "America/Toronto"), ("", "", "JM", "America/Jamaica"),
        ("", "", "", "Asia/Tokyo"), ("", None, "XX", "Asia/Tokyo"), (None, "+882161234567", "", "Asia/Tokyo"),
    ],
)  # fmt: skip
def test_the_first_that_is_known(field: object, phone: object, country: str, zone: str) -> None:
    assert zone_for(field, phone, country, HERE).key == zone


def test_every_country_has_the_clock_of_one_of_its_zones() -> None:
    for country in phonenumbers.SUPPORTED_REGIONS:
        number = phonenumbers.example_number_for_type(country, phonenumbers.PhoneNumberType.MOBILE)
        if number is None:
            continue
        offered = timezone.time_zones_for_number(number)
        found = zone_of_number(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))
        if timezone.UNKNOWN_TIMEZONE not in offered:
            assert found is not None and found.key in timezone.time_zones_for_geographical_number(number), country
        assert zone_of_country(country) is not None, country
