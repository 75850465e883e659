"""The form follows the step: fields come and go, what is wrong is said beside them, and can be gone to."""

from __future__ import annotations

import time
from itertools import pairwise
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from tests.qt.inspector.conftest import AROUND, Stand, Workshop, step
from tests.qt.inspector.test_inspector_editors import name_of
from whatsapp_studio.journeys.edits import AddStep, ChangeStep, RemoveItems, SetFields, SetSettings
from whatsapp_studio.journeys.graph import Journey, Step
from whatsapp_studio.journeys.settings import SETTINGS
from whatsapp_studio.journeys.table import KINDS
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.inspector.form import Form, in_order


@pytest.fixture
def stand(shop: Workshop) -> Stand:
    return shop.stand()


def shown(stand: Stand) -> list[str]:
    return [name for name, row in stand.form.rows.items() if not row.isHidden()]


def test_fields_come_and_go_with_what_they_depend_on(stand: Stand) -> None:
    stand.select("wait")
    assert shown(stand) == ["until", "duration"]
    stand.document.do(SetFields(step="wait", fields={"until": "field"}))
    assert set(shown(stand)) == {"until", "field", "offset", "at", "clock"}
    stand.document.undo()
    assert shown(stand) == ["until", "duration"]


def test_the_form_stands_in_the_order_of_the_table(stand: Stand) -> None:
    stand.select("wait")
    for until in ("window", "field", "date", "duration", "field"):
        stand.document.do(SetFields(step="wait", fields={"until": until}))
    QApplication.processEvents()
    rows = sorted((row for row in stand.form.rows.values() if not row.isHidden()), key=lambda row: row.y())
    asked = [field.name for field in KINDS["wait"].fields]
    assert [row.field.name for row in rows] == [name for name in asked if name in shown(stand)]


def test_an_error_is_beside_its_field_within_300_ms_and_gone_as_soon(stand: Stand, shop: Workshop) -> None:
    stand.select("send")
    stand.document.do(SetFields(step="send", fields={"template": None}))
    row = stand.row("template")
    began = time.monotonic()
    button = row.editor.button
    shop.qtbot.waitUntil(lambda: button.property("invalid") is True, timeout=2000)
    assert time.monotonic() - began < 0.3
    assert not row.wrong.isHidden() and row.wrong.text() == "“Template” is empty. Fill it in."
    assert button.accessibleDescription() == row.wrong.text()

    stand.document.undo()
    began = time.monotonic()
    shop.qtbot.waitUntil(lambda: button.property("invalid") is False, timeout=2000)
    assert time.monotonic() - began < 0.3


def test_an_inner_problem_is_said_inside_and_leads_there(stand: Stand, shop: Workshop) -> None:
    stand.select("send")
    stand.document.check_now()
    places = stand.row("mapping").editor.rows
    assert places["body.2"].error.text != ""
    assert stand.row("mapping").wrong.text() == ""

    stand.select("end")
    stand.inspector.tabs.setCurrentIndex(3)
    stand.inspector.show_field("send", "mapping.body.2")

    assert stand.document.current == "send" and stand.inspector.tabs.currentIndex() == 0
    line = places["body.2"].expression.line
    shop.qtbot.waitUntil(lambda: QApplication.focusWidget() is line)
    assert in_sight(stand, line)


def in_sight(stand: Stand, widget: QWidget) -> bool:
    scroll = stand.inspector.step_tab.currentWidget()
    assert isinstance(scroll, QScrollArea)
    top = widget.mapTo(scroll.viewport(), QPoint(0, 0)).y()
    return top >= 0 and top + widget.height() <= scroll.viewport().height()


def test_every_field_of_every_kind_can_be_gone_to(shop: Workshop) -> None:
    steps = {kind: step(kind, kind) for kind in KINDS}
    stand = shop.stand(Journey(id="j1", steps=steps, places=dict.fromkeys(steps, (0, 0))))
    for kind in KINDS.values():
        for field in kind.fields:
            fields = {**kind.defaults(), **({field.when[0]: field.when[1][0]} if field.when else {})}
            if field.when and (above := kind.by_name[field.when[0]].when):
                fields[above[0]] = above[1][0]
            stand.document.do(SetFields(step=kind.name, fields=fields))
            stand.inspector.show_field(kind.name, field.name)
            focus = stand.inspector.window().focusWidget()
            row = stand.row(field.name)
            assert focus is not None and (row.isAncestorOf(focus) or not row.editor.inputs()), (kind.name, field.name)
            QApplication.processEvents()
            assert not row.editor.inputs() or in_sight(stand, focus), (kind.name, field.name)


def test_a_rule_of_a_path_can_be_gone_to(stand: Stand, shop: Workshop) -> None:
    paths = [{"id": f"p{n}", "name": f"Path {n}", "rule": None} for n in range(12)]
    stand.document.do(SetFields(step="branch", fields={"rules": paths}))
    stand.inspector.show_field("branch", "rules.p11")
    QApplication.processEvents()
    card = stand.row("rules").editor.cards[11]
    focus = stand.inspector.window().focusWidget()
    assert focus is not None and card.isAncestorOf(focus)
    assert in_sight(stand, focus)


def test_a_row_without_an_id_is_told_and_found_by_its_number(stand: Stand) -> None:
    rule = {"field": "contact.language", "op": "is", "value": "en"}
    rows = [{"rule": rule, "language": "en"}, {"rule": rule, "language": "xx"}]
    stand.document.do(SetFields(step="send", fields={"languages": rows}))
    stand.document.check_now()
    assert any(problem.where.startswith("send.languages.2") for problem in stand.document.problems_of("send"))
    stand.inspector.show_field("send", "languages.2")
    cards = stand.row("languages").editor.cards
    focus = stand.inspector.focusWidget()
    assert focus is not None and cards[1].isAncestorOf(focus)
    assert cards[1].error.text != "" or any(m.error.text for m in cards[1].editor.members.values())
    assert cards[0].error.text == ""


def test_a_place_that_is_no_more_leads_to_the_form_all_the_same(stand: Stand) -> None:
    for field in ("mapping.body.9", "rules.gone", "no_such_field", "mapping", ""):
        stand.inspector.show_field("send", field)
        assert stand.document.current == "send"
    stand.inspector.show_field("gone", "x")
    assert stand.document.current == ""


def test_nothing_selected_is_the_journey(stand: Stand) -> None:
    stand.select()
    settings = stand.inspector.step_tab.settings
    assert stand.inspector.tabs.tabText(0) == "Journey"
    settings.name.selectAll()
    QTest.keyClicks(settings.name, "Autumn")
    assert stand.document.journey.name == "Autumn" and stand.document.undo_stack.count() == 1
    rows = settings.form.rows
    assert set(rows) == {field.name for field in SETTINGS if field.counts({}, {one.name: one for one in SETTINGS})}
    QTest.keyClick(rows["reentry"].editor.box, Qt.Key.Key_End)
    assert stand.document.journey.settings["reentry"] == "after_period"
    assert not rows["reentry_after"].isHidden()


def test_a_problem_of_a_setting_is_said_there(stand: Stand, shop: Workshop) -> None:
    stand.select()
    stand.document.do(SetSettings(fields={"starts": "2026-12-10T09:00", "ends": "2026-12-01T09:00"}))
    stand.document.check_now()
    row = stand.inspector.step_tab.settings.form.rows["ends"]
    assert row.wrong.text() != ""
    stand.select("end")
    stand.document.reveal("settings", "ends")
    focus = stand.inspector.window().focusWidget()
    assert stand.document.current == "" and focus is not None and row.isAncestorOf(focus)


def test_the_name_and_the_switch_stand_on_top(stand: Stand) -> None:
    stand.select("wait")
    head = stand.inspector.step_tab.step.head
    assert (head.kind.text(), head.name.placeholderText()) == ("Wait", "Wait 1 day")
    QTest.keyClicks(head.name, "Sleep")
    assert stand.document.journey.steps["wait"].name == "Sleep"
    QTest.keyClick(head.off, Qt.Key.Key_Space)
    assert stand.document.journey.steps["wait"].disabled
    assert head.about.text() == "Switched off: contacts pass straight through."
    stand.document.undo()
    assert not head.off.isChecked()


@pytest.mark.parametrize(
    ("kind", "fields", "label"),
    [
        ("consent", {"set": "out"}, "Opt out"), ("consent", {}, "Opt in"),
        ("wait", {"until": "date"}, "Wait until a date"), ("wait", {}, "Wait"),
        ("send_window", {"what": "media"}, "Picture or file"), ("condition", {"by": "split"}, "Percentage split"),
        ("audience", {"when": "recurring", "repeat": {"every": 3}}, "Recurring audience"),
        ("event", {"source": []}, "Event"),
    ],
)  # fmt: skip
def test_the_head_calls_a_step_what_the_palette_calls_it(
    shop: Workshop, kind: str, fields: dict[str, object], label: str
) -> None:
    stand = shop.stand(Journey(id="j1", steps={"x": Step(id="x", kind=kind, fields=fields)}, places={"x": (0, 0)}))
    stand.select("x")
    assert stand.inspector.step_tab.step.head.kind.text() == label


def test_a_step_that_goes_leaves_the_form(stand: Stand) -> None:
    stand.select("wait")
    stand.document.do(RemoveItems(ids=frozenset({"wait"})))
    assert stand.inspector.step_tab.currentWidget() is not None
    assert stand.inspector.tabs.tabText(0) == "Journey"
    stand.document.undo()
    stand.select("wait")
    assert shown(stand) == ["until", "duration"]


def test_a_step_of_a_newer_version_is_looked_at_only(shop: Workshop) -> None:
    strange = Step(id="x", kind="hologram", fields={"size": 3})
    stand = shop.stand(Journey(id="j1", steps={"x": strange}, places={"x": (0, 0)}))
    stand.select("x")
    assert stand.inspector.step_tab.step.head.kind.text() == "Unknown step"
    assert not stand.inspector.step_tab.step.isEnabled()
    assert stand.document.journey.steps["x"] == strange


def test_two_steps_of_a_kind_share_a_form_but_no_values(stand: Stand) -> None:
    journey = stand.document.journey
    other = step("send2", "send_template", template={"name": "order_ready", "language": "en"})
    stand.document.do(AddStep(step=other, place=(300, 0)))
    stand.select("send")
    form = stand.form
    stand.select("send2")
    assert stand.form is form
    assert stand.row("template").editor.button.toolTip() == "order_ready"
    assert stand.form.outlook.owner == "send2"
    QTest.keyClicks(stand.row("mapping").editor.rows["body.1"].expression.line, "7")
    assert stand.document.journey.steps["send"] == journey.steps["send"]
    mapped = stand.document.journey.steps["send2"].fields["mapping"]
    assert mapped["body.1"]["expression"] == "7"


def test_new_lists_and_templates_are_on_offer_at_once(stand: Stand) -> None:
    stand.select("in")
    stand.document.do(SetFields(step="in", fields={"audience": {"kind": "list", "list": "New"}}))
    box = stand.row("audience").editor.list.box
    assert box.currentText() == "New (no such list here)"
    stand.document.look_around(msgspec.structs.replace(AROUND, lists=("New", "Newsletter")))
    assert box.currentText() == "New" and box.count() == 2


def test_tab_goes_through_the_form_as_it_is_read(stand: Stand, shop: Workshop) -> None:
    stand.select("send")
    shop.qtbot.wait(5)
    page = stand.inspector.step_tab.step
    order = [one for one in in_order(page) if one.isVisible() and one.isEnabled()]
    tops = [one.mapTo(page, QPoint(0, 0)).y() + one.height() for one in order]
    assert all(later > earlier - 40 for earlier, later in pairwise(tops))
    order[0].setFocus()
    met: list[QWidget] = [order[0]]
    for _ in order[1:]:
        focus = stand.inspector.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        now = stand.inspector.focusWidget()
        assert now is not None
        met.append(now)
    assert [name_of(one) for one in met] == [name_of(one) for one in order]


def test_fields_added_later_take_their_place_for_the_tab_key(stand: Stand, shop: Workshop) -> None:
    stand.select("branch")
    editor = stand.row("rules").editor
    QTest.keyClick(editor.add, Qt.Key.Key_Space)
    shop.qtbot.wait(5)
    card = editor.cards[1]
    assert stand.inspector.focusWidget() is card.name
    QTest.keyClick(card.name, Qt.Key.Key_Tab)
    assert stand.inspector.focusWidget() is card.menu


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("kind", list(KINDS))
def test_no_form_is_wider_than_the_narrowest_inspector(
    shop: Workshop, qapp: QApplication, kind: str, look: Any
) -> None:
    theme.apply(qapp, look)
    stand = shop.stand(Journey(id="j1", steps={"s": step("s", kind)}, places={"s": (0, 0)}))
    stand.inspector.resize(280, 560)
    stand.select("s")
    for field in KINDS[kind].fields:
        if field.when is not None:
            stand.document.do(SetFields(step="s", fields={field.when[0]: field.when[1][0]}))
            shop.qtbot.wait(1)
            scroll = stand.inspector.step_tab.currentWidget()
            assert isinstance(scroll, QScrollArea)
            assert scroll.widget().width() <= scroll.viewport().width(), field.name


def test_an_edit_costs_less_than_a_frame(shop: Workshop) -> None:
    """An edit at 300 steps, the inspector open: within the time of one frame."""
    steps = {f"s{n}": step(f"s{n}", "send_template") for n in range(300)}
    stand = shop.stand(Journey(id="j1", steps=steps, places=dict.fromkeys(steps, (0, 0))))
    stand.select("s5")
    took = []
    for n in range(20):
        began = time.perf_counter()
        stand.document.do(ChangeStep(step="s5", name=f"Name {n}"))
        took.append(time.perf_counter() - began)
    assert sorted(took)[10] < 0.016, sorted(took)


def test_the_lower_rows_of_a_long_form_come_a_moment_later(stand: Stand, shop: Workshop) -> None:
    form = Form(SETTINGS, stand.inspector.step_tab.settings.form.outlook, at_once=4)
    shop.qtbot.addWidget(form)
    form.show_fields("settings", {})
    form.show()
    counting = [field.name for field in SETTINGS if field.counts({}, {one.name: one for one in SETTINGS})]
    assert list(form._rows) == counting[:4]

    shop.qtbot.waitUntil(lambda: len(form._rows) == len(counting))

    said = sorted(form._rows, key=lambda name: form._rows[name].y())
    assert said == counting and not any(row.isHidden() for row in form._rows.values())


def test_no_part_of_a_form_is_ever_a_window(shop: Workshop, stand: Stand) -> None:
    shown: list[QWidget] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
                shown.append(watched)
            return False

    watch = Watch()
    QApplication.instance().installEventFilter(watch)  # type: ignore[union-attr]
    for id in stand.document.journey.steps:
        stand.select(id)
    stand.select()
    QApplication.instance().removeEventFilter(watch)  # type: ignore[union-attr]

    assert shown == []
