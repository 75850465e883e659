"""Where the check of everybody is opened: the wizard, the inspector; and the brand kit it goes by."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.fixtures.desk import Desk, desk
from tests.unit.services.test_checking import NAME, journey
from whatsapp_studio.campaigns.draft import Mapping
from whatsapp_studio.journeys.check import problems
from whatsapp_studio.qt.campaigns.page import CampaignsPage
from whatsapp_studio.qt.canvas.document import JourneyDocument
from whatsapp_studio.qt.checking.window import CheckWindow
from whatsapp_studio.qt.inspector.outlook import StudioContext
from whatsapp_studio.qt.inspector.preview_tab import PreviewTab
from whatsapp_studio.qt.settings.brand_card import BrandCard
from whatsapp_studio.services.checking import brand_kit

__all__ = ["desk"]
W = TypeVar("W", bound=QWidget)
MENDED = "{{ contact.first_name | squish }}"


def two_lines(desk: Desk) -> None:
    with desk.store.write() as conn:
        conn.execute("UPDATE contacts SET first_name = 'two\nlines' WHERE id = ?", (desk.people[0],))


def within(desk: Desk, parent: QWidget) -> CheckWindow:
    """The window that was opened over ``parent``, after its check."""
    (window,) = parent.findChildren(CheckWindow)
    desk.until(lambda: window.report is not None)
    return window


def test_a_repair_from_the_wizard_is_an_edit_of_its_draft(desk: Desk) -> None:
    two_lines(desk)
    page = desk.show(CampaignsPage)
    made = desk.studio.campaigns.create(desk.complete(step="mapping", mapping={"body.1": Mapping(NAME)}))
    page.open(made.id)
    wizard = page.wizard

    wizard.mapping.everybody.click()
    window = within(desk, wizard)
    window.repair.button.click()
    desk.until(lambda: window.report is not None)
    window.reject()

    assert wizard.draft.mapping["body.1"].expression == MENDED
    assert wizard.mapping.rows["body.1"].mapping().expression == MENDED
    desk.until(lambda: desk.studio.campaigns.get(made.id).draft.mapping["body.1"].expression == MENDED)


def test_the_review_leads_there_too_and_a_contact_is_opened(desk: Desk) -> None:
    two_lines(desk)
    page = desk.show(CampaignsPage)
    page.open(desk.studio.campaigns.create(desk.complete(mapping={"body.1": Mapping(NAME)})).id)

    page.wizard.review.everybody.click()
    window = within(desk, page.wizard)
    desk.until(lambda: window.people.model.rowCount() == 1)
    window.people.table.activated.emit(window.people.model.index(0, 0))

    assert desk.went == [("contacts", desk.people[0])]


def test_without_a_template_there_is_nothing_to_open(desk: Desk) -> None:
    page = desk.show(CampaignsPage)
    page.open(desk.studio.campaigns.create(desk.complete(template="", step="mapping")).id)
    assert page.wizard.mapping.everybody.isHidden()


def test_a_repair_from_the_inspector_is_undone_with_the_journey(desk: Desk, qtbot: QtBot) -> None:
    two_lines(desk)
    document = JourneyDocument(journey(), check=problems, words=lambda code, facts: code)
    tab = PreviewTab(document, StudioContext(desk.studio))
    qtbot.addWidget(tab)
    tab.show_step(document.journey.steps["say"])
    assert not tab.everybody.isHidden()

    tab.everybody.click()
    window = within(desk, tab)
    window.repair.button.click()
    desk.until(lambda: window.report is not None)
    window.reject()

    assert document.journey.steps["say"].fields["mapping"]["body.1"]["expression"] == MENDED
    document.undo()
    assert document.journey == journey()


def test_only_a_step_that_sends_a_template_offers_it(desk: Desk, qtbot: QtBot) -> None:
    document = JourneyDocument(journey(), check=problems, words=lambda code, facts: code)
    tab = PreviewTab(document, StudioContext(desk.studio))
    qtbot.addWidget(tab)
    tab.show_step(document.journey.steps["in"])
    assert tab.everybody.isHidden()


def test_the_brand_kit_is_kept_as_typed(desk: Desk, qtbot: QtBot) -> None:
    card = BrandCard(desk.studio)
    qtbot.addWidget(card)
    card.banned.setPlainText("cheap\n\nlast chance*")
    card.signature.setText(" Team Bloom ")
    card.keep_now()

    kit = brand_kit(desk.studio.settings)

    assert kit.banned == ("cheap", "last chance*") and kit.signature == "Team Bloom"
    assert BrandCard(desk.studio).banned.toPlainText() == "cheap\n\nlast chance*"
