"""The places that only a developer fills, in the inspector of a step that sends a template."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtTest import QTest

from tests.fixtures.templates import FLOW, REPLY, body, buttons, raw
from tests.qt.inspector.conftest import AROUND, Workshop
from whatsapp_studio.journeys.edits import SetFields
from whatsapp_studio.templates.template import parse

FORM = parse(raw(body("Hi {{1}}!"), buttons(REPLY, FLOW), name="plan_a_ride"))
EVERY = ["body.1", "button.0.payload", "button.1.flow_token", "button.1.flow_data"]


def test_they_come_on_request_and_stay_once_filled(shop: Workshop) -> None:
    stand = shop.stand()
    known = {**AROUND.templates, (FORM.name, FORM.language): FORM}
    stand.document.look_around(replace(AROUND, templates=known))
    stand.document.do(SetFields(step="send", fields={"template": {"name": FORM.name, "language": FORM.language}}))
    stand.select("send")
    editor = stand.row("mapping").editor
    assert list(editor.rows) == ["body.1"]

    editor.more.click()
    assert list(editor.rows) == EVERY
    assert editor.more.isHidden()
    QTest.keyClicks(editor.rows["button.0.payload"].expression.line, "7")
    assert stand.document.journey.steps["send"].fields["mapping"]["button.0.payload"]["expression"] == "7"

    again = shop.stand(stand.document.journey)
    again.document.look_around(stand.document.surroundings)
    again.select("send")
    assert list(again.row("mapping").editor.rows) == EVERY


def test_a_template_without_them_does_not_ask(shop: Workshop) -> None:
    stand = shop.stand()
    stand.select("send")
    assert stand.row("mapping").editor.more.isHidden()
