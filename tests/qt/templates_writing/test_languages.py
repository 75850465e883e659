"""A template in several languages: added, compared, kept on the disk, and each by itself handed in."""

from __future__ import annotations

from datetime import timedelta

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from tests.qt.templates_writing.conftest import Writer
from whatsapp_studio.base.events import Changes
from whatsapp_studio.qt.phrases import day_and_time
from whatsapp_studio.qt.templates.delete_dialog import DeleteDialog
from whatsapp_studio.qt.templates.page import TemplatesPage
from whatsapp_studio.qt.templates.writing.languages import LanguageDialog
from whatsapp_studio.qt.templates.writing.submit_dialog import SubmitDialog
from whatsapp_studio.storage.template_history import HistoryRows
from whatsapp_studio.templates.draft import Past


def test_what_is_typed_is_on_the_disk_within_two_seconds(writer: Writer) -> None:
    view = writer.start("welcome")
    writer.type(view.form.text.text.paper, "Kept without a button to press.")
    writer.desk.until(
        lambda: any(d.template.body == "Kept without a button to press." for d in writer.studio.writing.drafts()), 2000
    )


def test_closing_keeps_what_was_typed_a_moment_ago(writer: Writer) -> None:
    view = writer.start("welcome")
    writer.type(view.form.footer.line, "Just now")
    writer.host.close_button.click()
    assert {d.template.footer for d in writer.studio.writing.drafts() if d.template.language == "en"} == {"Just now"}
    assert writer.page.stack.currentWidget() is writer.page.listing
    assert writer.page.title.text() == "Templates"
    writer.desk.until(lambda: writer.host.strip.buttons)
    assert [button.text() for button in writer.host.strip.buttons] == ["welcome"]
    writer.host.strip.buttons[0].click()
    writer.view.session.show("en")
    assert writer.template.footer == "Just now"


def test_the_page_made_anew_goes_on_writing(writer: Writer) -> None:
    view = writer.start("welcome")
    writer.type(view.form.footer.line, "Half wri")
    kept = writer.page.keep()
    assert writer.page.leave()
    again = writer.desk.show(TemplatesPage)
    again.take(kept)
    assert again.writing.view is not None
    shown = again.writing.view.session.template
    assert shown is not None
    assert shown.footer == "Half wri"


def test_a_name_that_is_taken_costs_nothing_else(writer: Writer) -> None:
    writer.start("order_update")
    writer.host.close()
    view = writer.start("welcome")
    writer.type(view.form.text.text.paper, "Words that must not be lost.")
    writer.type(view.form.basics.name, "order_update")
    writer.settle()
    assert not writer.host.banner.isHidden()
    ours = {draft.id for draft in view.session.drafts}
    writer.page.on_changes(Changes(templates=True))
    writer.settle()
    assert {draft.id for draft in view.session.drafts} == ours, "those of the other template are not taken for ours"
    assert view.form.basics.name.text() == "order_update"
    assert writer.template.body == "Words that must not be lost."
    kept = [d.template for d in writer.studio.writing.drafts() if d.template.body == "Words that must not be lost."]
    assert [one.name for one in kept] == ["welcome"]
    writer.type(view.form.basics.name, "hello")
    writer.settle()
    assert {d.template.name for d in writer.studio.writing.drafts() if d.id in ours} == {"hello"}
    assert writer.host.banner.isHidden()


def test_a_language_is_found_by_any_of_its_names(writer: Writer) -> None:
    view = writer.start("welcome")
    dialog = LanguageDialog(view.session.entries, view)

    def shown() -> list[str]:
        items = [dialog.list.item(n) for n in range(dialog.list.count())]
        return [item.text() for item in items if not item.isHidden()]

    assert len(shown()) > 70
    for words in ("deutsch", "german", "de_AT"):
        dialog.search.setText(words)
        assert any("Deutsch" in one for one in shown()), words
    dialog.search.setText("polski")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.code == "pl"
    dialog.deleteLater()


def test_an_added_language_begins_as_a_copy_and_shares_the_name(writer: Writer) -> None:
    view = writer.start("welcome")
    english = writer.template
    view.take_language("de")
    assert view.session.language == "de"
    assert writer.template == replace(english, language="de")
    assert list(view.languages.tabs) == ["de", "en", "nl"]
    writer.type(view.form.text.text.paper, "Hallo {{first_name}}, willkommen in unserem neuen Laden.")
    writer.type(view.form.basics.name, "hello")
    writer.settle()
    names = {(d.template.language, d.template.name) for d in writer.studio.writing.drafts()}
    assert names == {("de", "hello"), ("en", "hello"), ("nl", "hello")}
    view.languages.tabs["en"].click()
    assert writer.template.body == english.body


def test_what_meta_has_gets_one_more_language(writer: Writer) -> None:
    writer.page.open(("look", "spring_offer", "nl"))
    writer.settle()
    view = writer.view
    view.take_language("en")
    writer.settle()
    assert list(view.languages.tabs) == ["en", "nl"]
    assert view.session.language == "en"
    assert (writer.template.body, writer.template.category) == ("Hi {{1}}, spring is here", "MARKETING")
    assert "template-duplicate" not in writer.codes()
    view.take_language("nl")
    assert view.session.language == "nl"
    assert view.session.entries["nl"].draft is not None


def test_each_tab_counts_what_is_wrong_in_its_language(writer: Writer) -> None:
    view = writer.start("welcome")
    view.languages.tabs["nl"].click()
    writer.type(view.form.text.text.paper, "")
    writer.settle()
    assert "(1)" in view.languages.tabs["nl"].text()
    assert "(" not in view.languages.tabs["en"].text()
    assert "1 error" in view.languages.tabs["nl"].accessibleName()


def test_two_languages_stand_side_by_side_with_marks_that_are_no_colours(writer: Writer) -> None:
    view = writer.start("welcome")
    view.compare_button.click()
    assert view.middle.currentWidget() is view.compare
    body = next(row for row in view.compare.rows() if row.where == "body")
    assert body.differs
    shown = {part.text(): (left, right) for part, left, right in view.compare.cells}
    left, right = shown["Text"]
    assert "line-through" in left.text()
    assert "underline" in right.text()
    assert "only here" in right.accessibleName()
    everything = len(view.compare.cells)
    view.compare.only.click()
    assert 0 < len(view.compare.cells) < everything
    view.compare.close_button.click()
    assert view.middle.currentWidget() is view.form


def test_a_draft_is_compared_with_what_meta_has(writer: Writer) -> None:
    writer.page.open(("look", "spring_offer", "nl"))
    writer.settle()
    view = writer.view
    assert not view.form.text.isEnabled()
    assert view.notes.edit.isEnabled()
    view.notes.edit.click()
    writer.settle()
    assert view.form.basics.name.isReadOnly()
    assert not view.form.basics.choices["UTILITY"].radio.isEnabled(), "the category of an approved one is Meta's"
    writer.type(view.form.text.text.paper, "Hi {{1}}, summer is here at last")
    view.compare_button.click()
    assert view.compare.left.currentText().endswith("as Meta has it")
    body = next(row for row in view.compare.rows() if row.where == "body")
    assert [piece.text for piece in body.left if piece.mark == "gone"] == ["spring"]


def test_only_languages_without_errors_can_be_submitted(writer: Writer) -> None:
    view = writer.start("welcome")
    view.languages.tabs["nl"].click()
    writer.type(view.form.text.text.paper, "")
    writer.settle()
    writer.host.submit_button.click()
    dialog = writer.page.findChild(SubmitDialog)
    assert dialog is not None
    assert not dialog.languages["nl"].isEnabled()
    assert dialog.languages["en"].isChecked()
    dialog.languages["en"].click()
    assert not dialog.submit.isEnabled()
    dialog.reject()


def test_a_draft_is_thrown_away_when_somebody_agrees(writer: Writer, monkeypatch: pytest.MonkeyPatch) -> None:
    from whatsapp_studio.qt.templates.writing import host

    view = writer.start("MARKETING")
    answers = iter((False, True))
    monkeypatch.setattr(host, "ask", lambda *_, **__: next(answers))
    writer.host.discard_deed.trigger()
    assert len(writer.studio.writing.drafts()) == 1
    writer.host.discard_deed.trigger()
    assert writer.studio.writing.drafts() == []
    assert not writer.host.active
    assert view.session.entries == {}


def test_what_uses_a_template_is_told_before_it_is_edited_or_deleted(writer: Writer) -> None:
    campaign = writer.studio.campaigns.create(writer.desk.complete("Spring mail"))
    writer.page.open(("look", "spring_offer", "nl"))
    writer.settle()
    view = writer.view
    writer.desk.until(lambda: any("Spring mail" in banner.label.text() for banner in view.notes.banners))
    assert {use.id for use in view.uses} == {campaign.id}
    assert writer.host.delete_deed.isEnabled()
    writer.host.delete_deed.trigger()
    dialog = writer.page.findChild(DeleteDialog)
    assert dialog is not None
    assert "Spring mail" in [button.text() for button in dialog.findChildren(QPushButton)]
    dialog.reject()


def test_a_template_with_a_limit_on_its_edits_says_when(writer: Writer) -> None:
    known = writer.studio.templates.get("spring_offer", "nl")
    assert known is not None
    past = Past(name="spring_offer", language="nl", meta_id=known.meta_id, at=writer.studio.clock.now(), kind="edited",
                source="us")  # fmt: skip
    HistoryRows(writer.desk.store).add(past)
    writer.page.open(("look", "spring_offer", "nl"))
    writer.settle()
    edit = writer.view.notes.edit
    assert not edit.isEnabled()
    writer.desk.until(lambda: day_and_time(past.at + timedelta(hours=24), past.at) in edit.toolTip())
    assert edit.accessibleDescription() == edit.toolTip()
