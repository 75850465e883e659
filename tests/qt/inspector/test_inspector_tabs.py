"""The other tabs: the phone, the note, the issues; several things selected, a note, a frame; templates and places."""

from __future__ import annotations

import json

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QToolButton

from tests.fixtures.desk import Desk
from tests.qt.inspector.conftest import AROUND, Stand, Workshop, step, template, welcome
from whatsapp_studio.journeys import fields as f
from whatsapp_studio.journeys.edits import ChangeStep, SetFields
from whatsapp_studio.journeys.graph import Frame, Journey, Note
from whatsapp_studio.qt.inspector.issues_tab import PORTION
from whatsapp_studio.qt.inspector.many import ALIGN, DISTRIBUTE
from whatsapp_studio.qt.inspector.outlook import StudioContext

STEP, PREVIEW, NOTES, ISSUES = range(4)
Key = Qt.Key
FILLED = {"body.1": {"expression": "{{ contact.first_name }}", "fallback": "", "if_empty": "skip"}}


@pytest.fixture
def stand(shop: Workshop) -> Stand:
    made = shop.stand()
    made.document.do(SetFields(step="send", fields={"mapping": FILLED}))
    made.document.check_now()
    return made


def seen(stand: Stand) -> str:
    return stand.inspector.preview.bubble.accessibleDescription()


# -- preview -----------------------------------------------------------------------------------------


def test_the_phone_shows_one_contact_after_another(stand: Stand, shop: Workshop) -> None:
    stand.select("send")
    preview = stand.inspector.preview
    stand.inspector.tabs.setCurrentIndex(PREVIEW)
    shop.qtbot.waitUntil(lambda: "Hi Maria" in seen(stand))
    assert preview.who.text() == "Maria · 1 of 3"
    QTest.keyClick(preview.next, Key.Key_Space)
    shop.qtbot.waitUntil(lambda: "Hi Maximiliaan" in seen(stand))
    QTest.keyClick(preview.previous, Key.Key_Space)
    QTest.keyClick(preview.previous, Key.Key_Space)
    shop.qtbot.waitUntil(lambda: "Hi Bo" in seen(stand))
    QTest.keyClick(preview.longest, Key.Key_Space)
    shop.qtbot.waitUntil(lambda: "Hi Maximiliaan" in seen(stand))
    assert preview.longest.isEnabled() and preview.longest.text() == "Longest value"


def test_the_phone_follows_what_is_typed(stand: Stand, shop: Workshop) -> None:
    stand.select("send")
    stand.inspector.tabs.setCurrentIndex(PREVIEW)
    shop.qtbot.waitUntil(lambda: "Hi Maria" in seen(stand))
    mapping = {**FILLED, "body.2": {"expression": "CODE7", "fallback": "", "if_empty": "skip"}}
    stand.document.do(SetFields(step="send", fields={"mapping": mapping}))
    shop.qtbot.waitUntil(lambda: "use CODE7" in seen(stand))


def test_the_phone_can_be_dark_and_be_read(stand: Stand, shop: Workshop) -> None:
    stand.select("send")
    preview = stand.inspector.preview
    stand.inspector.tabs.setCurrentIndex(PREVIEW)
    shop.qtbot.waitUntil(lambda: "Hi Maria" in seen(stand))
    before = preview.bubble.grab().toImage()
    assert preview.look.accessibleName() == "Dark phone"
    QTest.keyClick(preview.look, Key.Key_Space)
    assert preview.look.accessibleName() == "Light phone"
    assert preview.bubble.grab().toImage() != before
    assert preview.text.isHidden()
    QTest.keyClick(preview.as_text, Key.Key_Space)
    assert not preview.text.isHidden() and preview.text.text() == seen(stand)


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"what": "text", "text": "Dag {{ contact.first_name }}"}, ["Dag Maria"]),
        ({"what": "text", "text": "Broken {{ contact."}, ["Broken {{ contact."]),
        (
            {"what": "media", "media": {"kind": "image", "url": "https://x.example/a.png", "caption": "Look"}},
            ["https://x.example/a.png", "Look"],
        ),
        (
            {"what": "media", "media": {"kind": "document", "url": "https://x.example/menu.pdf", "caption": ""}},
            ["menu.pdf"],
        ),
        ({"what": "buttons", "text": "Fine?", "buttons": [{"id": "a", "text": "Yes"}]}, ["Fine?", "Yes"]),
        ({"what": "list", "text": "Where?", "menu": {"button": "Shops", "rows": []}}, ["Where?", "Shops"]),
    ],
)
def test_a_free_message_is_shown_as_it_arrives(
    shop: Workshop, fields: dict[str, object], told: list[str]
) -> None:
    stand = shop.stand(Journey(id="j", steps={"w": step("w", "send_window", **fields)}, places={"w": (0, 0)}))
    stand.select("w")
    stand.inspector.tabs.setCurrentIndex(PREVIEW)
    shop.qtbot.waitUntil(lambda: all(words in seen(stand) for words in told))


def test_without_a_message_it_says_what_would_be_seen(stand: Stand, shop: Workshop) -> None:
    preview = stand.inspector.preview
    stand.inspector.tabs.setCurrentIndex(PREVIEW)
    stand.select("wait")
    assert preview.hint.text().startswith("Select a step that sends") and preview.bubble.isHidden()
    stand.document.do(SetFields(step="send", fields={"template": None}))
    stand.select("send")
    shop.qtbot.waitUntil(lambda: preview.hint.text().startswith("Choose a template"))


def test_each_translation_can_be_looked_at(stand: Stand, shop: Workshop) -> None:
    rule = {"field": "contact.language", "op": "is", "value": "en"}
    stand.select("send")
    preview = stand.inspector.preview
    stand.inspector.tabs.setCurrentIndex(PREVIEW)
    assert preview.language.isHidden()
    stand.document.do(SetFields(step="send", fields={"languages": [{"rule": rule, "language": "en"}]}))
    assert [preview.language.itemData(n) for n in range(preview.language.count())] == ["nl", "en"]
    shop.qtbot.waitUntil(lambda: "Hi Maria" in seen(stand))
    QTest.keyClick(preview.language, Key.Key_Down)
    shop.qtbot.waitUntil(lambda: "Hello Maria" in seen(stand))
    stand.select("end")
    assert preview.language.isHidden()


def test_a_template_that_is_not_here_is_not_shown(stand: Stand, shop: Workshop) -> None:
    stand.document.do(SetFields(step="send", fields={"template": {"name": "gone", "language": "nl"}}))
    stand.select("send")
    stand.inspector.tabs.setCurrentIndex(PREVIEW)
    shop.qtbot.waitUntil(lambda: "not in this workspace" in stand.inspector.preview.hint.text())


def test_a_workspace_without_people_shows_the_examples(shop: Workshop) -> None:
    stand = shop.stand()
    stand.people.all = []
    stand.select("send")
    stand.inspector.tabs.setCurrentIndex(PREVIEW)
    shop.qtbot.waitUntil(lambda: "Hi Maria, use SPRING10" in seen(stand))
    assert stand.inspector.preview._walk.isHidden()


# -- issues ------------------------------------------------------------------------------------------


def test_issues_are_counted_listed_and_lead_to_their_field(stand: Stand, shop: Workshop) -> None:
    stand.select()
    inspector = stand.inspector
    n = len(stand.document.problems)
    assert n > 1 and inspector.tabs.tabText(ISSUES) == f"Issues ({n})"
    inspector.tabs.setCurrentIndex(ISSUES)
    kinds = [issue.problem.severity for issue in inspector.issues.issues]
    assert kinds == sorted(kinds), "errors come first"

    wanted = next(i for i in inspector.issues.issues if i.problem.where == "send.mapping.body.2")
    assert wanted.accessibleName().startswith("Error: ")
    QTest.keyClick(wanted, Key.Key_Return)
    assert stand.document.current == "send" and inspector.tabs.currentIndex() == STEP
    assert inspector.focusWidget() is stand.row("mapping").editor.rows["body.2"].expression.line

    inspector.tabs.setCurrentIndex(ISSUES)
    own = [issue.problem.where for issue in inspector.issues.issues]
    assert own and all(where.startswith("send") for where in own)
    QTest.mouseClick(inspector.issues.issues[0], Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    assert inspector.tabs.currentIndex() == STEP


def test_nothing_wrong_is_said(shop: Workshop) -> None:
    stand = shop.stand()
    stand.select("end")
    stand.inspector.tabs.setCurrentIndex(ISSUES)
    assert stand.document.problems_of("end") == ()
    assert stand.inspector.issues.about.text() == "Nothing is wrong with this step."
    assert stand.inspector.tabs.tabText(ISSUES) == "Issues"
    assert stand.inspector.issues.copy.isHidden()


def test_details_are_copied_in_words_and_codes(stand: Stand) -> None:
    stand.select("send")
    stand.inspector.tabs.setCurrentIndex(ISSUES)
    stand.inspector.issues.copy.click()
    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied[0] == "Welcome"
    assert any("[place-unmapped @ send.mapping.body.2]" in line for line in copied)


def test_an_issue_goes_when_it_is_mended(stand: Stand, shop: Workshop) -> None:
    stand.select("send")
    stand.inspector.tabs.setCurrentIndex(ISSUES)
    before = len(stand.inspector.issues.issues)
    mapping = {**FILLED, "body.2": {"expression": "x", "fallback": "", "if_empty": "skip"}}
    stand.document.do(SetFields(step="send", fields={"mapping": mapping}))
    shop.qtbot.waitUntil(lambda: len(stand.inspector.issues.issues) == before - 1, timeout=300)


# -- several things, notes and frames ----------------------------------------------------------------


def test_several_selected_are_counted_and_offered_commands(stand: Stand) -> None:
    stand.select("send", "wait", "end")
    many = stand.inspector.step_tab.many
    assert many.said.text() == "3 steps selected"
    wanted: list[str] = []
    stand.inspector.wants.connect(wanted.append)
    for button in (*many.findChildren(QToolButton), *many.findChildren(QPushButton)):
        assert button.isEnabled() and (button.accessibleName() or button.text())
        QTest.keyClick(button, Key.Key_Space)
    assert wanted == [name for name, *_ in (*ALIGN, *DISTRIBUTE)] + ["frame", "disable", "tidy", "duplicate"]
    stand.select("send", "wait")
    assert not any(one.isEnabled() for one in many.findChildren(QToolButton)[-2:]), "two are always spread evenly"
    stand.document.do(ChangeStep(step="send", disabled=True))
    stand.document.do(ChangeStep(step="wait", disabled=True))
    assert many.disable.text() == "Switch on"


def test_a_note_and_a_frame_have_forms(shop: Workshop) -> None:
    journey = msgspec.structs.replace(
        welcome(), notes={"n": Note(id="n", text="Ask Bo")}, frames={"f": Frame(id="f", title="Start", steps=("in",))}
    )
    stand = shop.stand(journey)
    loose = stand.inspector.step_tab.loose
    stand.inspector.show_field("n", "")
    assert stand.inspector.focusWidget() is loose.text
    assert (loose.kind.text(), loose.text.toPlainText()) == ("Note", "Ask Bo")
    QTest.keyClicks(loose.text, "Please: ")
    QTest.keyClick(loose.printed, Key.Key_Space)
    QTest.keyClick(loose.colour, Key.Key_Down)
    note = stand.document.journey.notes["n"]
    assert (note.text, note.printed, note.colour) == ("Please: Ask Bo", False, "blue")

    stand.inspector.show_field("f", "")
    assert stand.inspector.focusWidget() is loose.title
    assert (loose.kind.text(), loose.title.text(), loose.about.text()) == ("Frame", "Start", "1 step inside")
    loose.title.selectAll()
    QTest.keyClicks(loose.title, "Hello")
    QTest.keyClick(loose.collapsed, Key.Key_Space)
    frame = stand.document.journey.frames["f"]
    assert (frame.title, frame.collapsed) == ("Hello", True)
    for _ in range(stand.document.undo_stack.count()):
        stand.document.undo()
    assert stand.document.journey == journey


# -- templates and places ----------------------------------------------------------------------------


def test_only_what_can_be_sent_is_chosen_the_others_say_why(shop: Workshop) -> None:
    bench = shop.bench(f.TemplateRef(name="f", label="Template"), f=None)
    pick = bench.editor
    QTest.keyClick(pick.button, Key.Key_Space)
    assert bench.window.focusWidget() is pick.search
    QTest.keyClicks(pick.search, "tired")
    assert pick.model.rowCount() == 1
    QTest.keyClick(pick.search, Key.Key_Return)
    assert bench.written == [] and pick.refused.text == "tired_offer cannot be chosen. Paused by Meta."
    QTest.keyClick(pick.search, Key.Key_Escape)
    assert pick.panel.isHidden() and bench.window.focusWidget() is pick.button


def test_filters_and_arrows_find_a_template(shop: Workshop) -> None:
    bench = shop.bench(f.TemplateRef(name="f", label="Template"), f=None)
    pick = bench.editor
    QTest.keyClick(pick.button, Key.Key_Space)
    pick.language.setCurrentIndex(pick.language.findData("en"))
    pick.language.activated.emit(pick.language.currentIndex())
    assert {pick.model.template(n).language for n in range(pick.model.rowCount())} == {"en"}
    pick.category.setCurrentIndex(pick.category.findData("UTILITY"))
    pick.category.activated.emit(pick.category.currentIndex())
    assert pick.model.rowCount() == 1
    pick.category.setCurrentIndex(0)
    pick.category.activated.emit(0)
    QTest.keyClick(pick.search, Key.Key_Down)
    QTest.keyClick(pick.search, Key.Key_Return)
    assert bench.value == {"name": "order_ready", "language": "en"}
    assert pick.about.text() == "en · Utility · Approved"


def test_a_template_that_is_not_here_is_named_all_the_same(shop: Workshop) -> None:
    bench = shop.bench(f.TemplateRef(name="f", label="Template"), f={"name": "other", "language": "fr"})
    assert bench.editor.about.text() == "fr · not in this workspace"
    assert bench.editor.button.accessibleName() == "Template: other"


def test_places_follow_the_template_and_keep_what_is_mapped(stand: Stand) -> None:
    stand.select("send")
    editor = stand.row("mapping").editor
    assert list(editor.rows) == ["body.1", "body.2"]
    stand.document.look_around(
        msgspec.structs.replace(
            AROUND, templates={**AROUND.templates, ("none", "nl"): template("none", "Nothing varies")}
        )
    )
    stand.document.do(SetFields(step="send", fields={"template": {"name": "none", "language": "nl"}}))
    assert editor.rows == {} and "no places" in editor.none.text()
    stand.document.undo()
    assert editor.rows["body.1"].expression.line.text() == "{{ contact.first_name }}"


def test_what_is_obvious_is_filled_in_as_one_step(shop: Workshop) -> None:
    stand = shop.stand()
    stand.select("send")
    editor = stand.row("mapping").editor
    assert not editor.suggest.isHidden()
    QTest.keyClick(editor.suggest, Key.Key_Space)
    assert stand.document.journey.steps["send"].fields["mapping"]["body.1"]["expression"] == "{{ contact.first_name }}"
    assert stand.document.undo_stack.count() == 1
    assert editor.suggest.isHidden()


def test_a_fallback_and_a_rule_for_empty_values(stand: Stand) -> None:
    stand.select("send")
    row = stand.row("mapping").editor.rows["body.1"]
    QTest.keyClicks(row.fallback, "friend")
    QTest.keyClick(row.if_empty, Key.Key_Down)
    slot = stand.document.journey.steps["send"].fields["mapping"]["body.1"]
    assert slot == {"expression": "{{ contact.first_name }}", "fallback": "friend", "if_empty": "block"}


def test_how_many_an_audience_holds_is_told_a_moment_later(stand: Stand, shop: Workshop) -> None:
    stand.select("in")
    editor = stand.row("audience").editor
    shop.qtbot.waitUntil(lambda: not editor.count.isHidden())
    assert editor.count.text() == "3 contacts now"
    QTest.keyClick(editor.kind.inputs()[0], Key.Key_Down)
    assert editor.count.isHidden(), "of a list nothing is known here"


def test_the_studio_counts_and_reads_people(desk: Desk) -> None:
    context = StudioContext(desk.studio)
    assert context.count({"kind": "all"}) == 12
    assert context.count({"kind": "list", "list": "Regulars"}) == 4
    assert context.count({"kind": "list", "list": "gone"}) is None
    agreed = {"consent": "marketing", "op": "is", "value": "yes"}
    assert context.count({"kind": "rule", "rule": agreed}) == 9
    desk.studio.segments.save("Agreed", json.dumps({"all": [agreed]}))
    assert context.segments() == ["Agreed"]
    assert context.count({"kind": "rule", "rule": {"segment": "Agreed", "op": "in"}}) == 9
    asks_an_event = {"field": "event.total", "op": "is", "value": "1"}
    assert context.count({"kind": "rule", "rule": asks_an_event}) is None
    ids = context.contact_ids()
    assert len(ids) == 12 and len(context.contacts(ids[:3])) == 3


def test_many_issues_come_a_portion_at_a_time(shop: Workshop) -> None:
    steps = {f"s{n:02}": step(f"s{n:02}", "send_template") for n in range(60)}
    stand = shop.stand(Journey(id="j", steps=steps, places=dict.fromkeys(steps, (0, 0))))
    issues = stand.inspector.issues
    stand.inspector.tabs.setCurrentIndex(ISSUES)
    assert len(issues.issues) == PORTION and not issues.more.isHidden()
    before = list(issues.issues)
    QTest.keyClick(issues.more, Key.Key_Space)
    assert len(issues.issues) == 2 * PORTION and issues.issues[:PORTION] == before
    assert stand.inspector.focusWidget() is issues.issues[PORTION]
    while not issues.more.isHidden():
        QTest.keyClick(issues.more, Key.Key_Space)
    assert len(issues.issues) == len(stand.document.problems)


def test_a_connection_says_where_it_leads(stand: Stand) -> None:
    stand.select("branch:other")
    connection = stand.inspector.step_tab.connection
    assert connection.isVisible()
    assert connection.said.text() == "From “Condition”, other, to “End”"
    QTest.keyClick(connection.target, Key.Key_Space)
    assert stand.document.current == "end"
    stand.select("branch:other")
    QTest.keyClick(connection.source, Key.Key_Space)
    assert stand.document.current == "branch"
