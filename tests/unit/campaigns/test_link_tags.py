"""Link tags: only at the end of a link that can be filled, never twice, and the link stays whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fixtures.templates import body, buttons, raw
from whatsapp_studio.campaigns.link_tags import links, tagged, with_tags
from whatsapp_studio.campaigns.programme import Tags
from whatsapp_studio.templates.template import parse

SHOP = "https://shop.example/{{1}}"
TAGS = Tags(source="whatsapp", campaign="Spring & more")


@pytest.mark.parametrize(
    ("value", "made"),
    [
        ("sale", "sale?utm_source=whatsapp&utm_campaign=Spring%20%26%20more"),
        ("sale?id=7", "sale?id=7&utm_source=whatsapp&utm_campaign=Spring%20%26%20more"),
        ("sale#top", "sale?utm_source=whatsapp&utm_campaign=Spring%20%26%20more#top"),
        ("sale?utm_source=mail", "sale?utm_source=mail&utm_campaign=Spring%20%26%20more"),
    ],
)
def test_tags_stand_at_the_end_and_none_twice(value: str, made: str) -> None:
    assert tagged(value, SHOP, TAGS) == made


def test_a_link_whose_question_is_in_the_template_goes_on_with_it() -> None:
    assert tagged("7", "https://shop.example/?id={{1}}", Tags(medium="message")) == "7&utm_medium=message"


def test_without_tags_nothing_changes() -> None:
    assert tagged("sale", SHOP, Tags()) == "sale"


@given(st.text(st.characters(codec="ascii", exclude_characters="#", categories=("L", "N", "P")), max_size=20))
def test_the_link_begins_as_the_template_says_and_tags_are_added_once(value: str) -> None:
    made = tagged(value, SHOP, TAGS)
    assert tagged(made, SHOP, TAGS) == made
    assert made.count("utm_source=") == 1 or "utm_source" in value


def test_only_links_that_end_in_a_variable_carry_tags() -> None:
    link = {"type": "URL", "text": "Shop", "url": SHOP, "example": ["https://shop.example/sale"]}
    fixed = {"type": "URL", "text": "About", "url": "https://shop.example/about"}
    template = parse(raw(body("Hi {{1}}!"), buttons(link, fixed)))
    assert links(template) == {"button.0.1": SHOP}
    filled = with_tags({"body.1": "Ann", "button.0.1": "sale"}, template, Tags(term="x"))
    assert filled == {"body.1": "Ann", "button.0.1": "sale?utm_term=x"}
