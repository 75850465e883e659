"""Places of newer templates in the wizard: what everybody fills is there, what only a developer fills on request."""

from __future__ import annotations

from tests.fixtures.desk import Desk, type_into
from tests.fixtures.live_desk import BEGIN
from tests.fixtures.templates import FLOW, REPLY, body, buttons, raw
from whatsapp_studio.campaigns.draft import Mapping
from whatsapp_studio.qt.campaigns.page import CampaignsPage
from whatsapp_studio.qt.campaigns.wizard import Wizard
from whatsapp_studio.storage.templates import TemplateRows
from whatsapp_studio.templates.template import content_hash, parse

FORM = parse(raw(body("Hi {{1}}!"), buttons(REPLY, FLOW, {"type": "MPM"}), name="plan_a_ride"))
USUAL = ["body.1", "button.2.products"]
EVERY = ["body.1", "button.0.payload", "button.1.flow_token", "button.1.flow_data", *USUAL[1:], "button.2.product"]


def opened(desk: Desk, **mapping: Mapping) -> Wizard:
    TemplateRows(desk.store).replace_all([*desk.studio.templates.all(), FORM], BEGIN)
    page = desk.show(CampaignsPage)
    given = {name.replace("__", "."): one for name, one in mapping.items()}
    draft = desk.complete(step="mapping", template=FORM.name, template_hash=content_hash(FORM), mapping=given)
    page.open(desk.studio.campaigns.create(draft).id)
    return page.wizard


def test_what_only_a_developer_fills_comes_on_request(desk: Desk) -> None:
    wizard = opened(desk)
    assert list(wizard.mapping.rows) == USUAL
    assert not wizard.mapping.more.isHidden()
    wizard.mapping.more.click()
    assert list(wizard.mapping.rows) == EVERY
    assert wizard.mapping.more.isHidden()
    type_into(wizard.mapping.rows["button.0.payload"].expression.line, "stop-{{ contact.id }}")
    wizard.leave()
    (campaign,) = desk.studio.campaigns.all()
    assert campaign.draft.mapping["button.0.payload"].expression == "stop-{{ contact.id }}"


def test_what_a_developer_filled_is_there_without_asking(desk: Desk) -> None:
    wizard = opened(desk, button__1__flow_token=Mapping(expression="ride-7"))
    assert list(wizard.mapping.rows) == EVERY
    row = wizard.mapping.rows["button.1.flow_token"]
    assert row.mapping().expression == "ride-7"
    type_into(row.expression.line, "")
    assert list(wizard.mapping.rows) == EVERY


def test_a_template_without_such_places_does_not_ask(desk: Desk) -> None:
    page = desk.show(CampaignsPage)
    page.open(desk.studio.campaigns.create(desk.complete(step="mapping")).id)
    assert page.wizard.mapping.more.isHidden()
