"""What an edit makes of a template that is written."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whatsapp_studio.templates.creation_rules import problems
from whatsapp_studio.templates.edits import (
    FIXED,
    as_name,
    form_of,
    gaps_closed,
    grouped,
    kinds_left,
    moved,
    new_button,
    next_variable,
    same_shape,
    with_card,
    with_category,
    with_form,
    with_format,
    with_new_card,
    with_sample,
)
from whatsapp_studio.templates.opt_out import _LINES, opt_out_line
from whatsapp_studio.templates.template import Button, Card, Header, Otp, Template, variables

PLAIN = Template(
    name="spring", language="en", category="MARKETING", status="DRAFT", body="Hi {{1}}, {{2}} is here.",
    samples=(("1", "Maria"), ("2", "spring")), footer="Bloom", header=Header("TEXT", "News for {{1}}", (("1", "you"),)),
    buttons=(Button("QUICK_REPLY", "Stop"), Button("URL", "Shop", "https://shop.example")),
)  # fmt: skip


def test_numbers_close_up_and_take_their_samples_along() -> None:
    text, samples = gaps_closed("Hi {{2}}, see {{4}} and {{2}}.", (("1", "gone"), ("2", "Maria"), ("4", "this")))
    assert text == "Hi {{1}}, see {{2}} and {{1}}."
    assert samples == (("1", "Maria"), ("2", "this"))


def test_names_stay_and_lose_only_the_samples_of_what_is_gone() -> None:
    text, samples = gaps_closed("Hi {{name}}, {{day}}", (("day", "Monday"), ("old", "x"), ("name", "Maria")))
    assert text == "Hi {{name}}, {{day}}"
    assert samples == (("name", "Maria"), ("day", "Monday"))


@given(st.lists(st.integers(1, 12), max_size=8))
def test_numbers_are_without_a_gap_whatever_there_was(numbers: list[int]) -> None:
    text, _ = gaps_closed(" and ".join(f"{{{{{n}}}}}" for n in numbers))
    assert variables(text) == tuple(str(n) for n in range(1, len(set(numbers)) + 1))


def test_one_more_variable_is_the_next_number_or_a_free_name() -> None:
    assert next_variable("Hi {{1}} and {{2}}", named=False) == "3"
    assert next_variable("Hi", named=True) == "first_name"
    assert next_variable("Hi {{first_name}}", named=True) == "date"


def test_turned_into_names_and_back_nothing_is_lost() -> None:
    named = with_format(PLAIN, named=True)
    assert named.parameter_format == "NAMED"
    assert named.body == "Hi {{first_name}}, {{date}} is here."
    assert dict(named.samples) == {"first_name": "Maria", "date": "spring"}
    assert named.header is not None
    assert named.header.text == "News for {{first_name}}"
    assert "template-variables-mixed" not in {one.code for one in problems(named)}
    assert with_format(named, named=False) == PLAIN


def test_a_sample_is_kept_changed_and_taken_out() -> None:
    assert with_sample((("1", "a"),), "1", "b") == (("1", "b"),)
    assert with_sample((("1", "a"),), "1", "") == ()


def test_authentication_leaves_only_what_meta_takes() -> None:
    made = with_category(PLAIN, "AUTHENTICATION")
    assert (made.header, made.cards, made.offer) == (None, (), None)
    assert [button.kind for button in made.buttons] == ["OTP"]
    assert made.body == "*{{1}}* is your verification code. For your security, do not share this code."
    assert made.footer == "This code expires in 10 minutes."
    assert problems(made) == ()


def test_back_from_authentication_there_are_none_of_metas_words() -> None:
    back = with_category(with_category(PLAIN, "AUTHENTICATION"), "UTILITY")
    assert (back.body, back.footer, back.buttons, back.code_minutes) == ("", "", (), None)


@pytest.mark.parametrize("form", ["carousel", "offer"])
def test_only_marketing_has_carousels_and_offers(form: str) -> None:
    made = with_form(PLAIN, form)  # type: ignore[arg-type]
    assert form_of(made) == form
    assert form_of(with_category(made, "UTILITY")) == "message"
    assert form_of(with_form(made, "message")) == "message"


def test_an_offer_begins_with_its_code() -> None:
    made = with_form(PLAIN, "offer")
    assert [button.kind for button in made.buttons] == ["COPY_CODE", "URL"]
    assert made.buttons[1].text == "Shop"
    turned = grouped(moved(made.buttons, 0, 1), offer=True)
    assert [button.kind for button in turned] == ["COPY_CODE", "URL"]


@given(st.lists(st.sampled_from(["QUICK_REPLY", "URL", "PHONE_NUMBER", "COPY_CODE"]), max_size=8))
def test_quick_replies_stand_together(kinds: list[str]) -> None:
    buttons = grouped(tuple(Button(kind, str(n)) for n, kind in enumerate(kinds)))
    replies = [button.kind == "QUICK_REPLY" for button in buttons]
    assert sum(a != b for a, b in pairwise(replies)) <= 1
    assert sorted(button.text for button in buttons) == sorted(str(n) for n in range(len(kinds)))
    if kinds:
        assert replies[0] == (kinds[0] == "QUICK_REPLY")


def test_no_kind_is_offered_of_which_there_are_enough() -> None:
    links = (Button("URL"), Button("URL"))
    assert "URL" not in kinds_left(links)
    assert "PHONE_NUMBER" in kinds_left(links)
    assert kinds_left(tuple(Button("QUICK_REPLY") for _ in range(10))) == ()
    assert kinds_left((Button("URL"),), card=True) == ("QUICK_REPLY", "URL", "PHONE_NUMBER")
    assert kinds_left((Button("URL"), Button("URL")), card=True) == ()


def test_what_meta_writes_on_a_button_is_there_from_the_start() -> None:
    assert new_button("CATALOG").text == FIXED["CATALOG"]
    assert new_button("FLOW").flow is not None


def test_cards_have_one_shape_and_keep_their_own_words() -> None:
    cards = (
        Card(Header("IMAGE", samples=(("media", "file:a"),)), "One", (Button("URL", "Go", "https://a.example"),)),
        Card(Header("IMAGE", samples=(("media", "file:b"),)), "Two", (Button("URL", "Look", "https://b.example"),)),
    )
    wider = (cards[0], Card(Header("VIDEO"), "Two", (Button("QUICK_REPLY", "More"), *cards[1].buttons)))
    made = same_shape(wider, like=1)
    assert made[1] == wider[1]
    assert made[0].header == Header("VIDEO")
    assert [button.kind for button in made[0].buttons] == ["QUICK_REPLY", "URL"]
    assert made[0].buttons[1] == cards[0].buttons[0]
    assert made[0].body == "One"


def test_a_new_card_is_like_the_last_one() -> None:
    carousel = with_new_card(with_form(PLAIN, "carousel"))
    changed = with_card(carousel, 2, lambda card: Card(card.header, "Three", card.buttons))
    assert len(changed.cards) == 3
    assert changed.cards[2].body == "Three"
    assert not [one for one in problems(changed) if one.code == "template-cards-differ"]


def test_a_name_is_in_metas_letters() -> None:
    assert as_name("Spring Offer – 2026!") == "spring_offer_2026_"


@pytest.mark.parametrize("language", sorted(_LINES))
def test_how_to_opt_out_fits_a_footer_and_counts_as_such(language: str) -> None:
    from whatsapp_studio.templates.content_lint import says_how_to_stop

    line = opt_out_line(language)
    assert len(line) <= 60
    footed = Template(name="x", language=language, category="MARKETING", body="Hallo", footer=line)
    assert not [one for one in problems(footed) if one.where == "footer"]
    assert says_how_to_stop(footed)


def test_a_regional_language_and_one_nobody_knows_have_a_line() -> None:
    assert opt_out_line("nl_BE") == opt_out_line("nl")
    assert opt_out_line("xx") == opt_out_line("en")


def test_a_password_button_is_one_that_copies() -> None:
    assert with_category(PLAIN, "AUTHENTICATION").buttons[0].otp == Otp()
