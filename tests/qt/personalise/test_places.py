"""The editor is a key away wherever a place of a template is filled: in the wizard, and at a step of a journey."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.fixtures.desk import Desk
from tests.fixtures.journey_desk import Editors, editors
from tests.fixtures.living import line, step_of
from whatsapp_studio.campaigns.draft import Mapping
from whatsapp_studio.journeys.edits import AddStep, SetFields
from whatsapp_studio.journeys.graph import Journey, link_id
from whatsapp_studio.journeys.table import new_step
from whatsapp_studio.qt.campaigns.page import CampaignsPage
from whatsapp_studio.qt.inspector.editors.mapping import Places
from whatsapp_studio.qt.personalise.dialog import PersonaliseDialog

__all__ = ["editors"]
CTRL = Qt.KeyboardModifier.ControlModifier
ORDER = {"source": "manual", "event": "ordered", "event_fields": [{"name": "order_id", "kind": "text"}]}


@pytest.fixture
def used(monkeypatch: pytest.MonkeyPatch) -> list[PersonaliseDialog]:
    """The editors that were opened; each writes something, and uses it."""
    seen: list[PersonaliseDialog] = []

    def use(dialog: PersonaliseDialog) -> int:
        seen.append(dialog)
        dialog.text.write("Dear {{ contact.last_name }}")
        dialog.fallback.setText("friend")
        dialog.if_empty.setCurrentIndex(dialog.if_empty.findData("block"))
        dialog.accept()
        return 1

    monkeypatch.setattr(PersonaliseDialog, "exec", use)
    return seen


def test_ctrl_e_opens_it_in_the_wizard_with_the_person_of_the_preview(
    desk: Desk, used: list[PersonaliseDialog]
) -> None:
    page = desk.show(CampaignsPage)
    page.open(desk.studio.campaigns.create(desk.complete(step="mapping")).id)
    wizard = page.wizard
    desk.until(lambda: "1 of 12" in wizard.preview.who.text())
    wizard.preview.next.click()
    row = wizard.mapping.rows["body.1"]
    page.activateWindow()
    row.expression.line.setFocus()
    desk.until(row.expression.line.hasFocus)
    QTest.keyClick(row.expression.line, Qt.Key.Key_E, CTRL)
    (dialog,) = used
    assert dialog.wanted.contact == desk.people[1]
    assert dialog.wanted.filled.fallback == "there"
    assert "Campaign" in dialog.tree.groups() and "Event" not in dialog.tree.groups()
    mapped = Mapping(expression="Dear {{ contact.last_name }}", fallback="friend", if_empty="block")
    assert wizard.draft.mapping["body.1"] == row.mapping() == mapped
    desk.until(lambda: "Dear Jansen" in wizard.preview.bubble.accessibleDescription())


def test_a_snippet_that_comes_or_changes_is_seen_in_the_form(desk: Desk) -> None:
    page = desk.show(CampaignsPage)
    mapping = {"body.1": Mapping(expression='{% snippet "Greeting" %}')}
    page.open(desk.studio.campaigns.create(desk.complete(step="mapping", mapping=mapping)).id)
    row = page.wizard.mapping.rows["body.1"]
    desk.until(lambda: [one.problem.code for one in row.expression.line.troubles] == ["snippet-unknown"])
    desk.until(lambda: "no snippet “Greeting”" in row.error.text)
    made = desk.studio.snippets.create("Greeting", "Dear {{ contact.first_name }}")
    desk.until(lambda: row.expression.line.troubles == () and row.error.text == "")
    desk.until(lambda: "Dear Name1" in page.wizard.preview.bubble.accessibleDescription())
    desk.studio.snippets.save(made.id, "Hoi")
    desk.until(lambda: "Hi Hoi, spring" in page.wizard.preview.bubble.accessibleDescription())


def test_a_step_after_an_event_offers_its_fields_and_one_before_does_not(
    desk: Desk, editors: Editors, used: list[PersonaliseDialog]
) -> None:
    sends = ("send_template", {"template": {"name": "spring_offer", "language": "nl"}})
    made = line(Journey(id="x", name="Orders"), sends, ("wait", {}))
    entry, send = step_of(made, "event"), step_of(made, "send_template")
    made = SetFields(step=entry, fields=ORDER).apply(made)
    other, elsewhere = new_step("audience", {}), new_step(*sends)
    made = AddStep(step=other, place=(400, 0)).apply(made)
    made = AddStep(step=elsewhere, place=(400, 152), after=link_id(other.id, "next")).apply(made)
    editor = editors.open(made)
    editor.document.select([send])
    places = editor.findChild(Places)
    assert places is not None
    desk.until(lambda: "body.1" in places.rows)
    row = places.rows["body.1"]
    assert not row.expression.open.isHidden()
    row.expression.open.click()
    (dialog,) = used
    assert {"Event", "Journey"} <= set(dialog.tree.groups())
    assert [one.path for one in dialog.reach.of("event")] == ["event.order_id"]
    slot = editor.document.journey.steps[send].fields["mapping"]["body.1"]
    assert slot == {"expression": "Dear {{ contact.last_name }}", "fallback": "friend", "if_empty": "block"}
    editor.document.undo()
    assert not editor.document.journey.steps[send].fields.get("mapping", {}).get("body.1")
    editor.document.select([elsewhere.id])
    desk.until(lambda: "body.1" in places.rows and places.outlook.owner == elsewhere.id)
    places.rows["body.1"].expression.open.click()
    before = used[1]
    assert before.reach.of("event") == () and "No event with fields comes before this step." in before.tree.rows()
