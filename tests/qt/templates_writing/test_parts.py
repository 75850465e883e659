"""Writing the parts of a template: buttons, cards, one-time passwords, times, and advice on the category."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.qt.templates_writing.conftest import Writer


def test_buttons_are_added_by_kind_kept_together_and_moved_by_keys(writer: Writer) -> None:
    view = writer.start("MARKETING")
    buttons = view.form.buttons.list
    for kind in ("QUICK_REPLY", "URL", "QUICK_REPLY"):
        buttons.add_kind(kind)
    assert [row.kind for row in buttons.rows] == ["QUICK_REPLY", "QUICK_REPLY", "URL"]
    for row, text in zip(buttons.rows, ("Yes", "No", "Shop"), strict=True):
        writer.type(row.rows[0].field, text)  # type: ignore[arg-type]
    buttons.rows[0].rows[0].field.setFocus()
    QTest.keyClick(buttons.rows[0].rows[0].field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [button.text for button in writer.template.buttons] == ["No", "Yes", "Shop"]
    buttons.rows[2].up.click()
    assert [button.text for button in writer.template.buttons] == ["No", "Yes", "Shop"], "groups stay together"
    assert not buttons.rows[2].up.isEnabled()
    buttons.rows[0].take_out.click()
    assert [button.text for button in writer.template.buttons] == ["Yes", "Shop"]


def test_a_button_is_dragged_to_another_place(writer: Writer) -> None:
    view = writer.start("welcome")
    buttons = view.form.buttons.list
    view.go("buttons")
    below = buttons.rows[1].mapToGlobal(buttons.rows[1].rect().bottomLeft())
    buttons.rows[0].dropped.emit(below)
    assert [button.text for button in writer.template.buttons] == ["Opening hours", "What is new"]


def test_no_more_buttons_than_meta_takes(writer: Writer) -> None:
    view = writer.start("MARKETING")
    buttons = view.form.buttons.list
    for kind in ("URL", "URL", "PHONE_NUMBER"):
        buttons.add_kind(kind)
    offered = {kind for kind, action in buttons.kinds.items() if action.isVisible()}
    assert offered >= {"QUICK_REPLY", "COPY_CODE"}
    assert not offered & {"URL", "PHONE_NUMBER"}
    for _ in range(7):
        buttons.add_kind("QUICK_REPLY")
    assert not buttons.add.isEnabled()


def test_a_link_with_a_variable_asks_for_a_sample(writer: Writer) -> None:
    view = writer.start("MARKETING")
    view.form.buttons.list.add_kind("URL")
    text, url, sample = view.form.buttons.list.rows[0].rows
    assert not sample.isVisible()
    writer.type(text.field, "Shop")  # type: ignore[arg-type]
    writer.type(url.field, "https://shop.example/{{1}}")  # type: ignore[arg-type]
    assert sample.isVisible()
    writer.settle()
    assert "template-url-sample" in writer.codes()
    writer.type(sample.field, "https://shop.example/spring")  # type: ignore[arg-type]
    writer.settle()
    assert "template-url-sample" not in writer.codes()


def test_cards_share_their_shape_and_each_has_its_words(writer: Writer) -> None:
    view = writer.start("new_collection")
    carousel = view.form.carousel
    carousel.tabs.setCurrentIndex(1)
    assert view.phone.bubble.first_card == 1
    carousel.list.add_kind("QUICK_REPLY")
    assert {tuple(button.kind for button in card.buttons) for card in writer.template.cards} == {("URL", "QUICK_REPLY")}
    carousel.text.paper.setPlainText("Only the second one")
    assert [card.body.startswith("Only") for card in writer.template.cards] == [False, True, False]
    carousel.later.click()
    assert [card.body.startswith("Only") for card in writer.template.cards] == [False, False, True]
    carousel.add.click()
    assert len(writer.template.cards) == 4
    assert carousel.number == 3
    writer.settle()
    assert "(" in carousel.tabs.tabText(3), "it has no sample yet, which its tab says"
    view.go("cards.0.body")
    assert carousel.number == 0
    assert writer.page.focusWidget() is carousel.text.paper


def test_a_password_that_fills_itself_in_needs_an_app_and_the_terms(writer: Writer) -> None:
    view = writer.start("login_code")
    password = view.form.password
    assert not password.apps.isVisible()
    password.how.setCurrentIndex(2)
    password.how.activated.emit(2)
    writer.settle()
    assert "template-otp-terms" in writer.codes()
    password.terms.click()
    name, signature, _row = password.app_rows[0]
    writer.type(name, "com.example.shop")
    writer.type(signature, "K8a/AINcGX7")
    writer.settle()
    assert writer.codes() == set()
    password.expires.click()
    assert writer.template.code_minutes is None
    assert writer.template.footer == ""


def test_how_long_meta_tries_is_a_choice_of_what_the_category_allows(writer: Writer) -> None:
    view = writer.start("UTILITY")
    lives = view.form.more.lives
    assert lives.currentIndex() == 0
    lives.setCurrentIndex(1)
    lives.activated.emit(1)
    assert writer.template.lives_seconds == 30
    view.form.basics.choices["MARKETING"].radio.click()
    assert writer.template.lives_seconds is None


def test_a_utility_template_that_sells_gets_advice(writer: Writer) -> None:
    view = writer.start("order_update")
    writer.type(view.form.text.text.paper, "Get 50% off everything, only today, in our shop!")
    writer.settle()
    spot = view.form.basics.spot
    assert [one.severity for one in spot.problems] == ["warning"]
    assert "50% off" in spot.lines[0].text.text()
