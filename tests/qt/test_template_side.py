"""Beside a template: who uses it, what happened to it, what Meta counted, and what can be done with it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from tests.fixtures.desk import Desk, desk
from tests.fixtures.studio import NUMBER, T0, offer
from whatsapp_studio.campaigns.draft import Draft
from whatsapp_studio.qt.templates import actions as deeds
from whatsapp_studio.qt.templates import figures_card
from whatsapp_studio.qt.templates.delete_dialog import DeleteDialog
from whatsapp_studio.qt.templates.page import TemplatesPage
from whatsapp_studio.qt.templates.replace_dialog import ReplaceDialog
from whatsapp_studio.qt.templates.side_cards import past_text, since
from whatsapp_studio.storage.template_figures import FigureRows
from whatsapp_studio.storage.templates import TemplateRows
from whatsapp_studio.templates.draft import Past
from whatsapp_studio.templates.figures import Click, Day

__all__ = ["desk"]
ENGLISH = offer("Hi {{1}}, spring is here", language="en")


def page(desk: Desk, name: str = "spring_offer") -> TemplatesPage:
    shown = desk.show(TemplatesPage)
    desk.until(lambda: shown.model.row_of(name) >= 0)
    shown.open(name)
    known(desk, shown)
    return shown


def known(desk: Desk, shown: TemplatesPage) -> None:
    desk.until(lambda: shown.panel._known_of is shown.panel.template)


def words(widget: Any) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if not label.isHidden())


def test_who_uses_it_is_listed_and_opened_by_a_click(desk: Desk) -> None:
    made = desk.studio.campaigns.create(desk.complete("My campaign"))
    shown = page(desk)
    (button,) = shown.panel.used.findChildren(QPushButton)
    assert button.text() == "My campaign" and "Draft" in words(shown.panel.used)

    button.click()

    assert desk.went[-1] == ("campaigns", made.id)


def test_a_template_that_nothing_uses_says_so(desk: Desk) -> None:
    shown = page(desk, "plain_news")

    desk.until(lambda: "Nothing uses it." in words(shown.panel.used))


def test_what_happened_is_told_with_its_day_and_reason(desk: Desk) -> None:
    shown = page(desk)
    TemplateRows(desk.store).replace_all([offer(status="PAUSED")], datetime.now(UTC))
    shown.refresh()
    desk.until(lambda: "Approved → Paused" in words(shown.panel.past))

    assert shown.panel.since.text().startswith("Since today")


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ({"kind": "quality", "before": "", "after": "RED"}, "Quality: Not rated yet → Low"),
        ({"kind": "category", "before": "UTILITY", "after": "MARKETING"}, "Category: Utility → Marketing"),
        ({"kind": "correct-category", "after": "MARKETING"}, "Meta says the category should be Marketing"),
        ({"kind": "content"}, "Its text changed at Meta"),
        ({"kind": "deleted"}, "Deleted from here"),
        ({"kind": "something-new"}, "Something new"),
    ],
)
def test_each_thing_that_may_happen_has_words(entry: dict[str, str], said: str) -> None:
    assert past_text(Past(name="a", language="nl", at=T0, source="sync", **entry)) == said


def test_nobody_knows_since_when_where_nothing_was_seen() -> None:
    assert since((), T0) == ""


def test_figures_are_shown_with_their_age_and_what_still_moves(desk: Desk) -> None:
    day = Day(day=date(2026, 3, 1), sent=200, delivered=190, read=95, clicks=(Click("url_button", "Look", 19),))
    FigureRows(desk.store).keep("1", [day], datetime.now(UTC))
    shown = page(desk)

    desk.until(lambda: "200" in words(shown.panel.figures))
    text = words(shown.panel.figures)
    assert "200" in text and "190 (95 %)" in text and "95 (50 %)" in text
    assert "Look" in text and "19 (10 %)" in text
    assert "may still move" in text and shown.panel.figures.enable.isHidden()


def test_without_figures_it_says_why_and_never_zero(desk: Desk) -> None:
    shown = page(desk)

    assert "0" not in words(shown.panel.figures).split("\n")
    assert shown.panel.figures.said.text()


def test_counting_is_switched_on_only_after_a_yes(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = page(desk)
    asked: list[str] = []
    monkeypatch.setattr(desk.studio.watching, "enable_insights", lambda: asked.append("on"))
    monkeypatch.setattr(figures_card, "ask", lambda *_: False)
    shown.panel.figures.enable.clicked.emit()
    assert asked == []
    monkeypatch.setattr(figures_card, "ask", lambda *_: True)

    shown.panel.figures.enable.clicked.emit()

    desk.until(lambda: asked == ["on"])
    desk.until(shown.panel.figures.enable.isEnabled)


def test_using_a_template_opens_a_campaign_with_it(desk: Desk) -> None:
    shown = page(desk)

    shown.panel.use.click()

    (campaign,) = desk.studio.campaigns.all()
    assert desk.went[-1] == ("campaigns", campaign.id)
    assert (campaign.draft.template, campaign.draft.language, campaign.name) == ("spring_offer", "nl", "spring_offer")
    assert campaign.draft.sender == NUMBER
    shown.panel.use.click()
    assert {one.name for one in desk.studio.campaigns.all()} == {"spring_offer", "spring_offer 2"}


def test_what_cannot_be_sent_cannot_be_used(desk: Desk) -> None:
    shown = page(desk, "tired_offer")

    assert not shown.panel.use.isEnabled() and not shown.actions_here.try_out.isEnabled()
    assert shown.actions_here.duplicate.isEnabled()


def test_an_edit_that_is_not_allowed_yet_says_when(desk: Desk) -> None:
    with desk.store.write() as conn:
        conn.execute(
            "INSERT INTO template_history (name, language, meta_id, at, kind, source) VALUES"
            " ('spring_offer', 'nl', '1', ?, 'edited', 'us')",
            ((datetime.now(UTC) - timedelta(hours=1)).isoformat(),),
        )
    shown = page(desk)

    assert not shown.panel.edit.isEnabled()
    assert "tomorrow" in shown.panel.edit.toolTip() or "today" in shown.panel.edit.toolTip()


def test_editing_opens_the_writing_window(desk: Desk) -> None:
    shown = page(desk)

    shown.panel.edit.click()

    (draft,) = desk.studio.writing.drafts()
    assert draft.base_id == "1"
    desk.until(lambda: shown.writing.writing)


def test_a_copy_gets_a_name_that_meta_takes(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = page(desk)
    answers = iter(["Not A Name", "spring_again"])
    said: list[str] = []

    def answer(_parent: object, _title: str, what: str, *_: str) -> str:
        said.append(what)
        return next(answers)

    monkeypatch.setattr(deeds, "ask_text", answer)

    shown.actions_here.duplicate.trigger()

    assert [one.template.name for one in desk.studio.writing.drafts()] == ["spring_again"]
    assert said[0] != said[1]


def test_deleting_lists_what_uses_it_and_does_it_at_meta(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    TemplateRows(desk.store).replace_all([offer(), ENGLISH], T0)
    desk.studio.campaigns.create(desk.complete("My campaign"))
    shown = page(desk)
    done: list[bool] = []
    monkeypatch.setattr(desk.studio.writing, "delete", lambda _template, everywhere: done.append(everywhere))
    shown.actions_here.delete.trigger()
    dialog = shown.findChild(DeleteDialog)
    assert dialog is not None and dialog.one.isChecked() and dialog.keep.isDefault()
    assert not dialog.used.findChildren(QPushButton)  # the English one is looked at, which nothing uses

    dialog.all.click()
    assert [one.text() for one in dialog.used.findChildren(QPushButton)] == ["My campaign"]
    dialog.delete.click()

    desk.until(lambda: done == [True])
    desk.until(lambda: not dialog.isVisible())


def test_replacing_offers_what_can_be_filled_and_changes_what_rests(desk: Desk) -> None:
    TemplateRows(desk.store).replace_all(
        [offer(), offer("Hallo {{1}}, lente", name="spring_two"), offer("Veel {{1}} {{2}} {{3}}", name="too_much")], T0
    )
    made = desk.studio.campaigns.create(desk.complete("My campaign"))
    shown = page(desk)

    shown.actions_here.replace.trigger()
    desk.until(lambda: shown.findChild(ReplaceDialog) is not None)
    dialog = shown.findChild(ReplaceDialog)
    assert dialog is not None
    assert [one.name for one, _ in dialog._offers] == ["spring_two"]
    dialog.replace.click()

    desk.until(lambda: desk.studio.campaigns.get(made.id).draft.template == "spring_two")
    kept: Draft = desk.studio.campaigns.get(made.id).draft
    assert kept.mapping["body.1"].expression == "{{ contact.first_name }}"
