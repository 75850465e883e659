"""Writing a template: each field, the rule beside it, and what is hidden where Meta takes nothing."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.qt.templates_writing.conftest import Writer
from whatsapp_studio.qt.templates.writing.why import WhyPopover
from whatsapp_studio.templates.counting import BODY, FOOTER
from whatsapp_studio.templates.opt_out import opt_out_line


def test_a_template_is_written_from_nothing(writer: Writer) -> None:
    view = writer.start("MARKETING")
    assert writer.codes() == {"template-name-missing", "template-text-missing"}
    assert not writer.host.submit_button.isEnabled()
    writer.type(view.form.basics.name, "Spring Offer")
    writer.type(view.form.text.text.paper, "Hi, our spring sale begins on Monday. See you there!")
    writer.settle()
    assert writer.template.name == "spring_offer"
    assert writer.codes() == set()
    assert writer.host.submit_button.isEnabled()
    assert writer.view.problems.badge.text().startswith("No errors")
    assert writer.page.title.text() == "spring_offer"
    kept = writer.studio.writing.drafts()[0].template
    assert kept == writer.template


def test_problems_come_beside_the_field_within_the_third_of_a_second(writer: Writer) -> None:
    view = writer.start("welcome")
    block = view.form.text.text
    began = time.monotonic()
    writer.type(block.paper, "{{1}} is the start")
    writer.desk.until(lambda: "template-variable-edge" in {one.code for one in block.row.lines.problems}, 1000)
    assert time.monotonic() - began < 0.3 + 0.2  # the typing itself takes its part
    assert block.paper.property("invalid") is True
    assert "very start" in block.paper.accessibleDescription()
    assert "{{1}}" in block.paper.marks.wrong


def test_what_is_only_missing_is_not_said_beside_a_field_nobody_was_in(writer: Writer) -> None:
    view = writer.start("MARKETING")
    row = view.form.text.text.row
    assert row.lines.problems == ()
    view.go("body")
    assert [one.code for one in row.lines.problems] == ["template-text-missing"]


def test_why_explains_and_gives_the_address(writer: Writer) -> None:
    view = writer.start("welcome")
    writer.type(view.form.text.text.paper, "{{first_name}} is the start of it all")
    writer.settle()
    line = view.form.text.text.row.lines.lines[0]
    line.why.click()
    (popover,) = writer.page.window().findChildren(WhyPopover)
    assert popover.text.text()
    assert popover.address.text().startswith("https://developers.facebook.com/")
    popover.close()


def test_the_problem_list_goes_to_the_place(writer: Writer) -> None:
    view = writer.start("welcome")
    writer.type(view.form.footer.line, "x" * (FOOTER + 1))
    writer.settle()
    view.form.basics.name.setFocus()
    rows = {view.problems.list.item(n).data(Qt.ItemDataRole.UserRole): n for n in range(view.problems.list.count())}
    view.problems._go(view.problems.list.item(rows["footer"]))
    assert writer.page.focusWidget() is view.form.footer.line
    writer.desk.until(lambda: not view.form.footer.line.visibleRegion().isEmpty())


@pytest.mark.parametrize(
    ("length", "state"), [(BODY * 9 // 10 - 1, "ok"), (BODY * 9 // 10 + 1, "warning"), (BODY + 1, "error")]
)
def test_the_counter_warns_before_the_end_and_says_what_is_too_much(writer: Writer, length: int, state: str) -> None:
    view = writer.start("welcome")
    view.form.text.text.paper.setPlainText("a" * length)
    assert view.form.text.text.row.counter.state == state
    assert ("too many" in view.form.text.text.row.counter.text()) == (state == "error")


def test_the_counter_speaks_only_when_its_state_changes(writer: Writer, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr("whatsapp_studio.qt.templates.writing.fields.say", lambda widget, text: said.append(text))
    view = writer.start("welcome")
    writer.type(view.form.footer.line, "y" * 50)
    QTest.keyClicks(view.form.footer.line, "y" * 12)
    assert len(said) == 2
    assert "nearly full" in said[0]
    assert "too many" in said[1]


def test_authentication_hides_what_it_may_not_have(writer: Writer) -> None:
    view = writer.start("sale_with_code")
    form = view.form
    form.basics.choices["AUTHENTICATION"].radio.click()
    hidden = (form.header, form.text, form.footer, form.buttons, form.carousel, form.offer)
    assert all(section.isHidden() for section in hidden)
    assert not form.password.isHidden()
    assert not form.basics.form_row.isVisible()
    writer.settle()
    assert writer.codes() == set()
    assert {draft.template.category for draft in view.session.drafts} == {"AUTHENTICATION"}, "in every language"
    view.undo.trigger()
    assert not form.header.isHidden()
    assert writer.template.header is not None


def test_variables_are_inserted_numbered_and_closed_up(writer: Writer) -> None:
    view = writer.start("order_update")
    block = view.form.text.text
    block.paper.moveCursor(block.paper.textCursor().MoveOperation.End)
    QTest.keyClicks(block.paper, " Thanks, ")
    block.insert.click()
    QTest.keyClicks(block.paper, "!")
    assert writer.template.body.endswith("Thanks, {{4}}!")
    block.paper.setPlainText(writer.template.body.replace("{{2}}", "soon"))
    assert "{{4}}" not in writer.template.body
    assert dict(writer.template.samples) == {"1": "Maria", "2": "PostNL"}
    assert list(block._samples) == ["1", "2", "3"]
    writer.type(block._samples["3"].line, "you")
    assert dict(writer.template.samples)["3"] == "you"


def test_numbers_become_names_in_every_part(writer: Writer) -> None:
    view = writer.start("order_update")
    view.form.text.format.setCurrentIndex(1)
    view.form.text.format.activated.emit(1)
    assert writer.template.parameter_format == "NAMED"
    assert writer.template.header is not None
    assert "{{first_name}}" in writer.template.header.text
    writer.settle()
    assert writer.codes() == set()


def test_the_way_to_opt_out_is_there_with_one_click(writer: Writer) -> None:
    view = writer.start("MARKETING")
    view.take_language("nl")
    view.form.footer.opt_out.click()
    assert writer.template.footer == opt_out_line("nl")
    assert not view.form.footer.opt_out.isEnabled()
