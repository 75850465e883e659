"""Decides how the places of newer templates are shown in the wizard: products, and what only a developer fills."""

from __future__ import annotations

from PySide6.QtWidgets import QScrollArea, QWidget

from tests.fixtures.live_desk import BEGIN
from tests.fixtures.templates import FLOW, LINK, REPLY, body, buttons, media, raw
from tests.screens import screen
from tests.screens.scenes_campaigns import opened
from tests.screens.scenes_steps import shown
from tests.screens.stage import Stage
from whatsapp_studio.campaigns.draft import Draft, Mapping
from whatsapp_studio.qt.campaigns.page import CampaignsPage
from whatsapp_studio.storage.templates import TemplateRows
from whatsapp_studio.templates.template import Template, content_hash, parse

PRODUCTS = parse(
    raw(
        media("PRODUCT"), body("Hi {{1}}, these go well with your new bike."),
        buttons(REPLY, {"type": "MPM"}, FLOW, LINK), name="well_with_it",
    )
)  # fmt: skip


FORM = parse(raw(body("Hi {{1}}, plan your ride."), buttons(REPLY, FLOW), name="plan_a_ride"))


def _known(stage: Stage, template: Template) -> None:
    TemplateRows(stage.desk.store).replace_all([*stage.desk.studio.templates.all(), template], BEGIN)


def _draft(stage: Stage, template: Template, **mapping: str) -> Draft:
    _known(stage, template)
    filled = {name.replace("__", "."): Mapping(expression=value) for name, value in mapping.items()}
    return stage.desk.complete(
        "With your bike", step="mapping", template=template.name, template_hash=content_hash(template), mapping=filled
    )


@screen("campaigns.mapping-products")
def products(stage: Stage) -> QWidget:
    """Products in the header and behind a button, with the kind of value each takes; payloads are kept aside."""
    values = {"header__product": "884422; SKU-1", "button__1__products": "Bikes: SKU-1, SKU-2; Locks: SKU-3"}
    return opened(stage, _draft(stage, PRODUCTS, body__1="{{ contact.first_name }}", **values))[0]


@screen("campaigns.mapping-developers")
def developers(stage: Stage) -> QWidget:
    """The places that only a developer fills, asked for, with one that is wrong."""
    window, page = opened(stage, _draft(stage, FORM, body__1="{{ contact.first_name }}"))
    assert isinstance(page, CampaignsPage)
    page.wizard.mapping.more.click()
    row = page.wizard.mapping.rows["button.1.flow_data"]
    row.expression.line.setText("{{ contact.frist_name }}")
    page.wizard.mapping._edited()
    page.wizard.check()
    stage.until(lambda: bool(row.error.text))
    stage.app.processEvents()
    bar = page.wizard.findChildren(QScrollArea)
    next(one for one in bar if one.isAncestorOf(row)).ensureWidgetVisible(row)
    return window


@screen("steps.send_template-developers")
def step(stage: Stage) -> QWidget:
    """A step that sends a form: what only a developer fills is a click away."""
    _known(stage, FORM)
    mapping = {"body.1": {"expression": "{{ contact.first_name }}", "fallback": "you"}}
    return shown("send_template", {"template": {"name": FORM.name, "language": "nl"}, "mapping": mapping})(stage)
