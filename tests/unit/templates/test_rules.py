"""Which values Meta would take."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.fixtures.templates import CAROUSEL, COUPON, GOOD_VALUES, LINK, OFFER, body, buttons, header, media, raw
from whatsapp_studio.templates.rules import (
    filled_problems,
    hydrate,
    is_media_id,
    lint,
    location,
    moment,
    value_problem,
)
from whatsapp_studio.templates.template import Place, parse, places

TEXT = Place("body.1", "text", "Text {{1}}")
FILE_NAME = Place("header.filename", "text", "File name", required=False)
COUPON_PLACE = Place("button.0.code", "code", "Code")
OTP_PLACE = Place("body.1", "code", "Text {{1}}")


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("Maria", ""),
        ("a    b", ""),
        ("", "value-empty"),
        ("a\nb", "value-newline"),
        ("a\rb", "value-newline"),
        ("a\u2028b", "value-newline"),
        ("a\tb", "value-tab"),
        ("a     b", "value-spaces"),
        ("a\x00b", "value-invalid"),
        ("a\ud800b", "value-invalid"),
        ("x" * 1024, ""),
        ("x" * 1025, "value-too-long"),
    ],
)
def test_a_text_is_one_line_without_gaps(value: str, code: str):
    assert lint(TEXT, value) == code


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("https://cdn.example/a.jpg", ""),
        ("HTTP://cdn.example", ""),
        ("123456", ""),
        ("ftp://cdn.example/a", "value-media"),
        ("picture.jpg", "value-media"),
        ("https://cdn.example/a b", "value-media"),
        ("https:///a", "value-media"),
        ("٣٤", "value-media"),
    ],
)
@pytest.mark.parametrize("kind", ["image", "video", "document"])
def test_media_is_an_address_or_an_id(kind: str, value: str, code: str):
    assert lint(Place("header.media", kind, "Header"), value) == code  # type: ignore[arg-type]


def test_a_link_ending_has_no_space():
    place = Place("button.0.1", "url", "Link")
    assert lint(place, "spring?x=1") == ""
    assert lint(place, "spring offer") == "value-url"


def test_codes_are_short_and_without_spaces():
    assert lint(COUPON_PLACE, "A" * 20) == ""
    assert lint(COUPON_PLACE, "A" * 21) == "value-too-long"
    assert lint(OTP_PLACE, "1" * 15) == ""
    assert lint(OTP_PLACE, "1" * 16) == "value-too-long"
    assert lint(OTP_PLACE, "12 34") == "value-code"


def test_a_file_name_may_be_left_out_but_not_be_endless():
    assert lint(FILE_NAME, "") == ""
    assert lint(FILE_NAME, "x" * 240) == ""
    assert lint(FILE_NAME, "x" * 241) == "value-too-long"


@pytest.mark.parametrize(
    ("value", "read"),
    [
        ("52.37, 4.89", (52.37, 4.89, "", "")),
        ("52.37,4.89; Shop ;Main Street 1, Utrecht", (52.37, 4.89, "Shop", "Main Street 1, Utrecht")),
        ("91, 0", None),
        ("0, -181", None),
        ("nan, 0", None),
        ("52.37", None),
        ("1,2,3", None),
        ("here", None),
    ],
)
def test_a_location_is_latitude_and_longitude_first(value: str, read: object):
    assert location(value) == read
    assert lint(Place("header.location", "location", "Place"), value) == ("" if read else "value-location")


def test_a_moment_without_a_zone_is_utc():
    assert moment("2026-12-31T18:00") == datetime(2026, 12, 31, 18, tzinfo=UTC)
    assert moment("2026-12-31T18:00+01:00") == datetime(2026, 12, 31, 17, tzinfo=UTC)
    assert moment("tomorrow") is None
    place = Place("offer.expires", "time", "Ends")
    assert (lint(place, "2026-12-31"), lint(place, "soon")) == ("", "value-time")


def test_only_digits_are_an_id():
    assert is_media_id("123")
    assert not is_media_id("https://123")


def test_a_text_is_filled_where_there_is_a_value():
    assert hydrate("Hi {{1}}, {{2}} and {{1}}", "body", {"body.1": "An"}) == "Hi An, {{2}} and An"


@pytest.mark.parametrize(
    ("given", "values", "place", "length", "most"),
    [
        (raw(header("Hi {{1}}")), {"header.1": "x" * 58}, "header.1", 61, 60),
        (raw(body("{{1}} {{2}}!")), {"body.1": "x" * 512, "body.2": "y" * 511}, "body.1", 1025, 1024),
        (raw(body("{{1}} {{1}}.")), {"body.1": "x" * 512}, "body.1", 1026, 1024),
        (OFFER, {"body.1": "x" * 590}, "body.1", 602, 600),
        (CAROUSEL, {"card.0.body.1": "x" * 100, "card.0.body.2": "y" * 60}, "card.0.body.1", 170, 160),
        (raw(body("x"), buttons(LINK)), {"button.0.1": "x" * 1990}, "button.0.1", 2011, 2000),
        (CAROUSEL, {"card.1.button.1.1": "x" * 1990}, "card.1.button.1.1", 2011, 2000),
    ],
)
def test_the_filled_parts_have_limits(given: dict, values: dict, place: str, length: int, most: int):
    t = parse(given)
    rest = {p.name: GOOD_VALUES[p.kind] for p in places(t)}
    (found,) = filled_problems(t, rest | values)
    assert (found.code, found.where) == ("value-too-long", f"mapping.{place}")
    assert (found.facts["length"], found.facts["most"]) == (length, most)
    shorter = rest | {name: value[:-30] for name, value in values.items()}
    assert filled_problems(t, shorter) == ()


def test_every_bad_value_is_told():
    t = parse(raw(media("DOCUMENT"), body("{{1}} and {{2}}"), buttons(COUPON)))
    found = filled_problems(t, {"header.media": "x", "body.1": "a\tb", "button.0.code": "A" * 21})
    assert [(p.code, p.facts["place"]) for p in found] == [
        ("value-media", "header.media"),
        ("value-tab", "body.1"),
        ("value-empty", "body.2"),
        ("value-too-long", "button.0.code"),
    ]


@pytest.mark.parametrize(("place", "most"), [(TEXT, 1024), (FILE_NAME, 240), (COUPON_PLACE, 20), (OTP_PLACE, 15)])
def test_a_value_that_is_too_long_says_how_long_it_may_be(place: Place, most: int):
    assert value_problem("value-too-long", place).facts["most"] == most
