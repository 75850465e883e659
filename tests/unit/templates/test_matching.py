"""Which place of a new template is filled by what filled a place of the old one."""

from __future__ import annotations

from hypothesis import given

from tests.fixtures.templates import CAROUSEL, COUPON, LINK, body, buttons, header, media, raw, templates
from whatsapp_studio.templates.matching import Matching, matching
from whatsapp_studio.templates.template import Template, parse, places


def made(*parts: object, **more: object) -> Template:
    return parse(raw(*parts, **more))  # type: ignore[arg-type]


def named(text: str, *others: object) -> Template:
    return made(body(text), *others, parameter_format="NAMED")


def test_the_same_place_comes_first() -> None:
    old = made(header("Hi {{1}}"), body("For {{1}} and {{2}}"))
    new = made(header("Dear {{1}}"), body("Just {{2}} with {{1}}"))
    assert matching(old, new) == Matching(
        pairs={"header.1": "header.1", "body.1": "body.1", "body.2": "body.2"}, left=()
    )  # fmt: skip


def test_then_the_same_name_wherever_it_stands() -> None:
    old = named("Hi {{first_name}}, on {{day}}")
    new = named("On {{day}}", header("Hi {{first_name}}"))
    assert matching(old, new).pairs == {"header.first_name": "body.first_name", "body.day": "body.day"}


def test_then_the_order_within_a_part() -> None:
    old = made(body("Hi {{1}}, on {{2}}"))
    new = named("Hi {{first_name}}, on {{day}}")
    assert matching(old, new).pairs == {"body.first_name": "body.1", "body.day": "body.2"}
    assert matching(new, old).pairs == {"body.1": "body.first_name", "body.2": "body.day"}


def test_what_has_no_partner_is_left() -> None:
    old = made(body("Hi {{1}}"))
    new = made(media("IMAGE"), body("Hi {{1}} and {{2}}"), buttons(LINK, COUPON))
    found = matching(old, new)
    assert found.pairs == {"body.1": "body.1"}
    assert found.left == ("header.media", "body.2", "button.0.1", "button.1.code")
    assert matching(new, old).left == ()


def test_only_the_same_kind_fits() -> None:
    assert matching(made(media("IMAGE"), body("x")), made(media("VIDEO"), body("x"))).left == ("header.media",)


def test_what_a_person_said_comes_before_all() -> None:
    old, new = made(body("Hi {{1}}, on {{2}}")), made(body("Hi {{1}}"))
    assert matching(old, new, {"body.1": "body.2"}).pairs == {"body.1": "body.2"}
    assert matching(old, new, {"body.1": "body.9", "body.7": "body.1"}).pairs == {"body.1": "body.1"}


def test_what_fills_is_carried() -> None:
    found = matching(made(body("Hi {{1}}")), named("Hi {{first_name}}"))
    assert found.carried({"body.1": "x", "header.1": "y"}) == {"body.first_name": "x"}


@given(templates(), templates())
def test_pairs_are_of_places_that_are_there(one: dict[str, object], other: dict[str, object]) -> None:
    old, new = parse(one), parse(other)
    found = matching(old, new)
    before, after = {p.name: p for p in places(old)}, {p.name: p for p in places(new)}
    assert all(before[source].kind == after[place].kind for place, source in found.pairs.items())
    required = {name for name, place in after.items() if place.required}
    assert required == (required & set(found.pairs)) | set(found.left)
    assert not set(found.pairs) & set(found.left)


@given(templates())
def test_a_template_takes_its_own_place(one: dict[str, object]) -> None:
    template = parse(one)
    assert matching(template, template) == Matching(pairs={p.name: p.name for p in places(template)})


def test_cards_are_parts_of_their_own() -> None:
    template = parse(CAROUSEL)
    assert matching(template, template).left == ()
