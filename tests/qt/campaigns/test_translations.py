"""Sending each person the language he or she reads, from the step where the template is chosen."""

from __future__ import annotations

import pytest

from tests.fixtures.desk import Desk
from tests.fixtures.studio import T0, offer
from whatsapp_studio.campaigns.draft import Draft
from whatsapp_studio.qt.campaigns.page import CampaignsPage
from whatsapp_studio.qt.campaigns.wizard import Wizard
from whatsapp_studio.storage.templates import TemplateRows
from whatsapp_studio.templates.template import content_hash

ENGLISH = offer("Hi {{1}}, our {{2}} is here", language="en_US")
FRENCH = offer("Salut {{1}}, le printemps est là", language="fr")
PAUSED = offer("Hallo {{1}}, es ist Frühling", language="de", status="PAUSED")


@pytest.fixture
def wizard(desk: Desk) -> Wizard:
    TemplateRows(desk.store).replace_all([offer(), ENGLISH, FRENCH, PAUSED, offer(name="plain_news")], T0)
    page = desk.show(CampaignsPage)
    page.open(desk.studio.campaigns.create(desk.complete(step="template")).id)
    return page.wizard


def kept(desk: Desk) -> Draft:
    return desk.studio.campaigns.all()[0].draft


def test_one_click_sends_in_every_language_that_can_be_sent(desk: Desk, wizard: Wizard) -> None:
    choice = wizard.template.translations
    assert not choice.isHidden() and not choice.each.isChecked()
    assert choice.rest.text() == "Everybody gets it in Dutch."

    choice.each.click()

    assert [chip.text() for chip in choice.chips.values()] == ["English (United States)", "French"]
    assert choice.rest.text() == "Everybody else gets it in Dutch."
    desk.until(lambda: kept(desk).translations == {"en_US": content_hash(ENGLISH), "fr": content_hash(FRENCH)})


def test_a_place_of_another_language_is_asked_for(desk: Desk, wizard: Wizard) -> None:
    wizard.template.translations.each.click()
    wizard.go("mapping")

    assert list(wizard.mapping.rows) == ["body.1", "body.2"]
    assert wizard.mapping.rows["body.1"].expression.line.text() == "{{ contact.first_name }}"


def test_a_language_is_left_out_and_none_is_as_before(desk: Desk, wizard: Wizard) -> None:
    choice = wizard.template.translations
    choice.each.click()
    choice.chips["en_US"].click()
    assert wizard.draft.translations == {"fr": content_hash(FRENCH)}

    choice.chips["fr"].click()

    assert wizard.draft.translations == {}
    assert not choice.each.isChecked() and choice.chips["fr"].isHidden() is False
    assert choice._chips.isHidden()


def test_another_template_starts_in_one_language(desk: Desk, wizard: Wizard) -> None:
    wizard.template.translations.each.click()
    plain = desk.studio.templates.get("plain_news", "nl")
    assert plain is not None

    wizard.template.choose(plain)

    assert wizard.draft.translations == {}
    assert wizard.template.translations.isHidden()


def test_a_language_that_went_can_be_taken_away(desk: Desk, wizard: Wizard) -> None:
    wizard.template.translations.each.click()
    TemplateRows(desk.store).replace_all([offer(), ENGLISH], T0)
    wizard.template.refresh()
    choice = wizard.template.translations

    assert choice.chips["fr"].isChecked()
    choice.chips["fr"].click()

    assert wizard.draft.translations == {"en_US": content_hash(ENGLISH)}
    assert list(choice.chips) == ["en_US"]
