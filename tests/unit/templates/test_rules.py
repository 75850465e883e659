"""Which values Meta would take."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest

from tests.fixtures.templates import (
    CAROUSEL,
    COUPON,
    GOOD_VALUES,
    LINK,
    OFFER,
    REPLY,
    body,
    buttons,
    header,
    media,
    raw,
)
from whatsapp_studio.base.errors import Problem
from whatsapp_studio.base.wording import explain
from whatsapp_studio.templates.rules import (
    filled_problems,
    hydrate,
    is_media_id,
    lint,
    location,
    moment,
    product,
    sections,
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
        ("file:" + "0a" * 32, ""),
        ("file:" + "0a" * 31, "value-media"),
        ("file:" + "0A" * 32, "value-media"),
        ("file:///home/maria/a.jpg", "value-media"),
        ("ftp://cdn.example/a", "value-media"),
        ("picture.jpg", "value-media"),
        ("https://cdn.example/a b", "value-media"),
        ("https:///a", "value-media"),
        ("٣٤", "value-media"),
    ],
)
@pytest.mark.parametrize("kind", ["image", "video", "document", "gif"])
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


PAYLOAD = Place("button.0.payload", "payload", "Payload", required=False)
TOKEN = Place("button.0.flow_token", "payload", "Token", required=False)
DATA = Place("button.0.flow_data", "json", "Data", required=False)
HEADER_PRODUCT = Place("header.product", "product", "Product")
FIRST_PRODUCT = Place("button.0.product", "product", "First product", required=False)
PRODUCTS = Place("button.0.products", "products", "Products")


@pytest.mark.parametrize(
    ("place", "value", "code"),
    [
        (PAYLOAD, "", ""),
        (PAYLOAD, "x" * 256, ""),
        (PAYLOAD, "x" * 257, "value-too-long"),
        (PAYLOAD, "a\nb", "value-newline"),
        (TOKEN, "x" * 300, ""),
        (DATA, "", ""),
        (DATA, '{"city": "Utrecht",\n\t"days": [1]}', ""),
        (DATA, "[1]", "value-json"),
        (DATA, '{"a": NaN}', "value-json"),
        (DATA, '{"a": "\\ud800"}', "value-json"),
        (DATA, '{"city"', "value-json"),
        (DATA, '{"a":' * 5000, "value-json"),
        (DATA, '{"a": "\x00"}', "value-invalid"),
        (HEADER_PRODUCT, "884422; SKU-1", ""),
        (HEADER_PRODUCT, "884422", "value-product"),
        (HEADER_PRODUCT, "shop; SKU-1", "value-product"),
        (HEADER_PRODUCT, "884422; ", "value-product"),
        (FIRST_PRODUCT, "SKU 1", ""),
        (FIRST_PRODUCT, "SKU-1, SKU-2", "value-product-id"),
        (FIRST_PRODUCT, "884422; SKU-1", "value-product-id"),
        (PRODUCTS, "", "value-empty"),
        (PRODUCTS, "Bikes: SKU-1, SKU-2; Locks: SKU-3", ""),
        (PRODUCTS, "SKU-1", ""),
        (PRODUCTS, "Bikes: ", "value-products"),
        (PRODUCTS, ";", "value-products"),
        (PRODUCTS, "Bikes: SKU-1; SKU-2", "value-products-title"),
        (PRODUCTS, f"{'x' * 24}: SKU-1", ""),
        (PRODUCTS, f"{'x' * 25}: SKU-1", "value-products-title-long"),
        (PRODUCTS, "a: " + ", ".join(map(str, range(30))), ""),
        (PRODUCTS, "a: " + ", ".join(map(str, range(31))), "value-products-many"),
        (PRODUCTS, "; ".join(f"{n}: {n}" for n in range(10)), ""),
        (PRODUCTS, "; ".join(f"{n}: {n}" for n in range(11)), "value-products-many"),
    ],
)
def test_what_a_developer_or_a_shop_fills_in(place: Place, value: str, code: str):
    assert lint(place, value) == code
    if code:
        words(value_problem(code, place))


def words(problem: Problem) -> None:
    """Whatever is wrong is said with all of its facts."""
    said = explain(problem.code, problem.facts)
    assert said.fix
    assert not re.search(r"\{[a-z_]+\}", said.text)


def test_products_are_read_by_sections():
    assert sections("Bikes: SKU-1, SKU:2 ,; Locks:3") == (("Bikes", ("SKU-1", "SKU:2")), ("Locks", ("3",)))
    assert sections(" SKU-1 ") == (("", ("SKU-1",)),)
    assert sections("") == ()
    assert product(" 884422 ;SKU 1") == ("884422", "SKU 1")


def test_optional_values_are_checked_where_they_are_given():
    t = parse(raw(body("Hi"), buttons(REPLY)))
    assert filled_problems(t, {}) == ()
    (found,) = filled_problems(t, {"button.0.payload": "x" * 257})
    assert (found.code, found.where, found.facts["most"]) == ("value-too-long", "mapping.button.0.payload", 256)


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
