"""Personal values: for how many people a place is empty, and the tags of links, up to what is sent."""

from __future__ import annotations

import json

import msgspec
import pytest

from tests.fixtures.desk import ACCEPTED, Desk, type_into
from tests.fixtures.studio import T0
from tests.fixtures.templates import body, buttons, raw
from whatsapp_studio.campaigns.draft import Draft, Mapping
from whatsapp_studio.campaigns.programme import Tags
from whatsapp_studio.qt.campaigns import empties
from whatsapp_studio.qt.campaigns.page import CampaignsPage
from whatsapp_studio.qt.campaigns.step_mapping import MappingStep
from whatsapp_studio.storage.templates import TemplateRows
from whatsapp_studio.templates.template import content_hash, parse

LINK = {"type": "URL", "text": "Shop", "url": "https://shop.example/{{1}}", "example": ["https://shop.example/sale"]}
SHOP = parse(raw(body("Hi {{1}}, spring is here."), buttons(LINK), name="spring_shop"))


@pytest.fixture
def page(desk: Desk) -> CampaignsPage:
    TemplateRows(desk.store).replace_all([*desk.studio.templates.all(), SHOP], T0)
    for id in desk.people[:3]:
        contact = desk.studio.contacts.get(id)
        assert contact is not None
        desk.studio.contacts.save(msgspec.structs.replace(contact, first_name=""))
    return desk.show(CampaignsPage)


def draft(desk: Desk, **more: object) -> Draft:
    name = Mapping(expression="{{ contact.first_name }}")
    given: dict[str, object] = {
        "template": SHOP.name, "template_hash": content_hash(SHOP), "step": "mapping",
        "mapping": {"body.1": name, "button.0.1": Mapping(expression="sale")},
    }  # fmt: skip
    return desk.complete(**{**given, **more})  # type: ignore[arg-type]


def opened(desk: Desk, page: CampaignsPage, **more: object) -> MappingStep:
    page.open(desk.studio.campaigns.create(draft(desk, **more)).id)
    return page.wizard.mapping


def test_each_place_says_for_how_many_it_is_empty_and_what_becomes_of_them(desk: Desk, page: CampaignsPage) -> None:
    step = opened(desk, page)
    row = step.rows["body.1"]
    desk.until(lambda: row.told.isVisible())
    assert row.told.text() == "3 of 9 have nothing here and are left out."
    assert step.rows["button.0.1"].told.text() == "9 people, and each has a value."
    row.if_empty.setCurrentIndex(1)
    desk.until(lambda: row.told.isVisible() and "block the campaign" in row.told.text())
    type_into(row.fallback, "there")
    desk.until(lambda: row.told.isVisible() and "get “there”" in row.told.text())
    assert row.told.text().startswith("3 of 9")


def test_it_is_counted_again_when_people_change(desk: Desk, page: CampaignsPage) -> None:
    row = opened(desk, page).rows["body.1"]
    desk.until(lambda: row.told.isVisible())
    contact = desk.studio.contacts.get(desk.people[0])
    assert contact is not None
    desk.studio.contacts.save(msgspec.structs.replace(contact, first_name="Ann"))
    desk.until(lambda: row.told.isVisible() and row.told.text().startswith("2 of 9"))


def test_of_very_many_people_it_is_counted_on_request(
    desk: Desk, page: CampaignsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(empties, "MOST_UNASKED", 5)
    step = opened(desk, page)
    assert step.count.isVisible()
    assert not step.empties._soon.isActive()
    step.count.click()
    desk.until(lambda: step.rows["body.1"].told.isVisible())
    assert "3 of 9" in step.rows["body.1"].told.text()


def test_tags_are_there_only_for_links_that_can_have_them(desk: Desk, page: CampaignsPage) -> None:
    assert opened(desk, page).tags.isVisible()
    page.close_button.click()
    page.open(desk.studio.campaigns.create(desk.complete("Plain", step="mapping")).id)
    assert page.wizard.mapping.tags.isHidden()


def test_tags_are_suggested_shown_and_sent(desk: Desk, page: CampaignsPage) -> None:
    step = opened(desk, page, name="Spring & more", accepted_warnings=ACCEPTED)
    step.tags.set_open(True)
    step.tags.on.click()
    assert page.wizard.draft.tags == Tags(source="whatsapp", medium="message", campaign="spring-more")
    type_into(step.tags.texts["medium"], "")
    type_into(step.tags.texts["term"], "a b")
    assert "utm_term=a%20b" in step.tags.example.text().replace("\u200b", "")
    page.wizard.leave()
    (campaign,) = desk.studio.campaigns.all()
    desk.studio.campaigns.launch(campaign.id, typed_count=None, hold_seconds=0)
    with desk.store.write() as conn:
        rows = conn.execute("SELECT fill FROM outbox WHERE state = 'ready'").fetchall()
    links = {json.loads(row[0])["button.0.1"] for row in rows}
    assert links == {"sale?utm_source=whatsapp&utm_campaign=spring-more&utm_term=a%20b"}


def test_the_previews_link_has_its_tags(desk: Desk, page: CampaignsPage) -> None:
    made = draft(desk, tags=Tags(source="whatsapp"))
    contact = desk.studio.contacts.get(desk.people[4])
    assert contact is not None
    shown, problem = desk.studio.campaigns.preview(made, contact)
    assert problem is None
    assert shown is not None
    assert shown.buttons[0].target == "https://shop.example/sale?utm_source=whatsapp"
    step = opened(desk, page, tags=made.tags)
    step.tags.on.click()
    assert page.wizard.draft.tags is None
