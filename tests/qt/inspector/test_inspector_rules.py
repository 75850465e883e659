"""A rule is built from rows and groups, or written: two views of one value, errors underlined where they stand."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.qt.inspector.conftest import Bench, Workshop
from whatsapp_studio.audience.rules import OPS, parse
from whatsapp_studio.journeys import fields as f
from whatsapp_studio.qt.rules.group import Group
from whatsapp_studio.qt.rules.leaf import Leaf
from whatsapp_studio.qt.rules.values import read_number

FIELD = f.RuleField(name="f", label="Rule")
NL = {"field": "contact.country", "op": "is", "value": "NL"}
GROWN = {"field": "contact.age", "op": "at_least", "value": 18}
VIP = {"list": "VIP", "op": "in"}
Key = Qt.Key


def bench(shop: Workshop, rule: Any = None) -> Bench:
    return shop.bench(FIELD, f=rule)


def choose(box: Any, value: str) -> None:
    """Choose in a drop-down list with the keyboard."""
    to = box.box.findData(value)
    assert to >= 0, value
    while box.box.currentIndex() != to:
        QTest.keyClick(box.box, Key.Key_Down if box.box.currentIndex() < to else Key.Key_Up)


def test_a_rule_is_built_from_nothing_by_keyboard(shop: Workshop) -> None:
    made = bench(shop)
    editor = made.editor
    assert editor.group.isHidden()
    QTest.keyClick(editor.begin, Key.Key_Space)
    assert made.value == {"all": [{"field": "", "op": "is", "value": ""}]}
    parse(made.value)  # half built it can be saved

    leaf = editor.group.parts[0]
    choose(leaf.what, "contact.age")
    choose(leaf.op, "at_least")
    QTest.keyClicks(leaf.value.line, "18")
    assert made.value == {"all": [GROWN]}

    QTest.keyClick(editor.group.add, Key.Key_Space)
    choose(editor.group.parts[1].what, "list:")
    assert made.value == {"all": [GROWN, {"list": "Newsletter", "op": "in"}]}
    choose(editor.group.join, "any")
    QTest.keyClick(editor.group.add_group, Key.Key_Space)
    inner = editor.group.parts[2]
    choose(inner.parts[0].what, "consent:")
    choose(inner.join, "none")
    assert made.value["any"][2] == {"none": [{"consent": "marketing", "op": "is", "value": "yes"}]}
    parse(made.value)


def test_the_code_of_a_failed_message_can_be_asked_for(shop: Workshop) -> None:
    made = bench(shop)
    QTest.keyClick(made.editor.begin, Key.Key_Space)
    leaf = made.editor.group.parts[0]
    choose(leaf.what, "journey.error")
    QTest.keyClicks(leaf.value.line, "131026")
    assert made.value == {"all": [{"field": "journey.error", "op": "is", "value": "131026"}]}


@pytest.mark.parametrize("kind", ["text", "number", "date", "boolean"])
def test_every_comparison_gets_a_value_of_its_shape(shop: Workshop, kind: str) -> None:
    name = {"text": "country", "number": "age", "date": "birthday", "boolean": "member"}[kind]
    made = bench(shop, {"all": [{"field": f"contact.{name}", "op": "is_filled"}]})
    leaf = made.editor.group.parts[0]
    offered = {leaf.op.box.itemData(n) for n in range(leaf.op.box.count())}
    assert offered == {op.name for op in OPS if kind in op.kinds}
    for op in sorted(offered):
        choose(leaf.op, op)
        (raw,) = made.value["all"]
        parse(raw)
        assert raw["op"] == op and ("value" in raw) == (leaf.value is not None), op
        assert leaf.value is None or leaf.value.fits(raw["value"]) or raw["value"] == ""


def test_another_comparison_of_the_same_shape_keeps_the_value(shop: Workshop) -> None:
    made = bench(shop, {"all": [NL]})
    leaf = made.editor.group.parts[0]
    choose(leaf.op, "is_not")
    assert made.value == {"all": [{**NL, "op": "is_not"}]}
    choose(leaf.op, "is_empty")
    assert made.value == {"all": [{"field": "contact.country", "op": "is_empty"}]}


def test_a_single_comparison_is_shown_as_a_row(shop: Workshop) -> None:
    made = bench(shop, NL)
    group = made.editor.group
    assert [type(part) for part in group.parts] == [Leaf]
    assert group.join.isHidden()
    QTest.keyClick(group.add, Key.Key_Space)
    assert made.value["all"][0] == NL


def test_rows_are_removed_and_the_last_one_takes_the_rule_along(shop: Workshop) -> None:
    made = bench(shop, {"all": [NL, {"any": [VIP]}]})
    group = made.editor.group
    assert [type(part) for part in group.parts] == [Leaf, Group]
    QTest.keyClick(group.parts[1].remove, Key.Key_Space)
    assert made.value == {"all": [NL]}
    QTest.keyClick(group.parts[0].remove, Key.Key_Space)
    assert made.value is None
    assert group.isHidden() and not made.editor.begin.isHidden()


def test_a_field_that_is_gone_is_shown_as_it_is(shop: Workshop) -> None:
    made = bench(shop, {"all": [{"field": "contact.shoe_size", "op": "is", "value": "44"}]})
    leaf = made.editor.group.parts[0]
    assert leaf.what.box.currentText() == "contact.shoe_size (not known here)"
    assert leaf.value.line.text() == "44"
    assert made.written == []


def test_both_views_show_the_same_rule(shop: Workshop) -> None:
    made = bench(shop, {"all": [NL, {"any": [GROWN, VIP]}]})
    editor = made.editor
    QTest.keyClick(editor.switch, Key.Key_Space)
    assert editor.group.isHidden() and not editor.text.isHidden()
    box = editor.text.box
    assert box.toPlainText() == 'contact.country == "NL" and (contact.age >= 18 or in_list("VIP"))'
    assert editor.text.words.text() != ""

    box.selectAll()
    QTest.keyClicks(box, 'contact.age < 30 or contact.country == "BE"')
    assert made.value == {
        "any": [{"field": "contact.age", "op": "less", "value": 30}, {**NL, "value": "BE"}]
    }
    QTest.keyClick(editor.switch, Key.Key_Space)
    assert editor.group.join.box.currentData() == "any"
    assert editor.group.parts[0].value.line.text() == "30"


@pytest.mark.parametrize(
    ("text", "line", "underlined"),
    [
        ('contact.country = "NL"', 1, "="),
        ('contact.country == "NL" and\ncontact.age >> 3', 2, "contact.age"),
        ('open("/etc/passwd")', 1, "open"),
        ('contact.country == "🎉" and contact.age == contact.age', 1, "contact.age"),
    ],
)
def test_what_is_wrong_is_underlined_where_it_stands(shop: Workshop, text: str, line: int, underlined: str) -> None:
    made = bench(shop, {"all": [NL]})
    editor = made.editor
    QTest.keyClick(editor.switch, Key.Key_Space)
    editor.text.box.setPlainText(text)

    assert made.value == {"all": [NL]}, "the rule stays what it was"
    assert editor.text.error.text.startswith(f"Line {line}, column ")
    (mark,) = editor.text.box.extraSelections()
    assert mark.cursor.selectedText() == underlined
    assert mark.cursor.blockNumber() == line - 1
    assert editor.text.box.property("invalid") is True

    editor.text.box.setPlainText("")
    assert made.value is None and editor.text.error.text == ""
    assert editor.text.box.extraSelections() == []


def test_half_an_expression_survives_what_happens_elsewhere(shop: Workshop) -> None:
    made = bench(shop, {"all": [NL]})
    editor = made.editor
    QTest.keyClick(editor.switch, Key.Key_Space)
    box = editor.text.box
    QTest.keyClick(box, Key.Key_End)
    QTest.keyClicks(box, " and (")
    half = box.toPlainText()
    made.mirror()
    made.form.look_around()
    assert box.toPlainText() == half
    made.set({"all": [VIP]})
    assert box.toPlainText() == 'all_of(in_list("VIP"))'


def test_typing_an_expression_is_one_step_of_undo(shop: Workshop) -> None:
    made = bench(shop, None)
    QTest.keyClick(made.editor.switch, Key.Key_Space)
    QTest.keyClicks(made.editor.text.box, 'in_list("VIP")')
    assert made.value == VIP
    assert made.document.undo_stack.count() == 1


def test_a_field_is_put_into_an_expression_from_the_menu(shop: Workshop) -> None:
    made = bench(shop, None)
    editor = made.editor
    QTest.keyClick(editor.switch, Key.Key_Space)
    menu = editor.text.insert.menu()
    menu.aboutToShow.emit()
    next(one for one in menu.actions() if one.text() == "Age").trigger()
    QTest.keyClicks(editor.text.box, " > 3")
    assert made.value == {"field": "contact.age", "op": "more", "value": 3}
    assert QApplication.focusWidget() in (editor.text.box, None)


@pytest.mark.parametrize(
    ("text", "number"),
    [("18", 18), (" 1,5 ", 1.5), ("-2", -2), ("1e400", "1e400"), ("nan", "nan"), ("x", "x"), ("", "")],
)
def test_a_number_is_read_as_it_is_written(text: str, number: object) -> None:
    assert read_number(text) == number


def test_what_somebody_did_is_asked_for_in_a_journey_too(shop: Workshop) -> None:
    made = bench(shop)
    QTest.keyClick(made.editor.begin, Key.Key_Space)
    leaf = made.editor.group.parts[0]
    choose(leaf.what, "did:read")
    assert made.value == {"all": [{"did": "read", "op": "did"}]}
    about = leaf.value.about
    template = next(v for n in range(about.box.count()) if (v := about.box.itemData(n)).startswith("template:"))
    choose(about, template)
    choose(leaf.value.when, "days")
    choose(leaf.op, "did_not")
    (raw,) = made.value["all"]
    assert raw == {"did": "read", "op": "did_not", "template": template.partition(":")[2], "days": 30}
    parse(made.value)
    choose(leaf.what, "did:inside")
    assert leaf.value.when.isHidden() and made.value == {"all": [{"did": "inside", "op": "did"}]}


def test_parts_are_copied_and_grouped_from_their_menu(shop: Workshop) -> None:
    made = bench(shop, {"all": [NL, VIP]})
    group = made.editor.group
    group.parts[1].menu.chosen.emit("copy")
    group.parts[0].menu.chosen.emit("wrap")
    assert made.value == {"all": [{"any": [NL]}, VIP, VIP]}
    group.parts[1].menu.chosen.emit("up")
    assert made.value == {"all": [{"any": [NL, VIP]}, VIP]}
    group.parts[0].menu.chosen.emit("open")
    assert made.value == {"all": [NL, VIP, VIP]}
    assert made.document.undo_stack.count() == 4


def test_an_audience_is_a_segment_that_means_the_same_as_its_rule(shop: Workshop) -> None:
    made = shop.bench(f.Audience(name="f", label="Audience", default={"kind": "all"}), f={"kind": "all"})
    editor = made.editor
    choose(editor.kind, "segment")
    assert made.value["kind"] == "rule" and made.value["rule"] == {"segment": "Agreed", "op": "in"}
    assert not editor.segment.isHidden() and editor.rule.isHidden()
    choose(editor.segment, "Regulars who agreed")
    parse(made.value["rule"])
    assert made.value["rule"]["segment"] == "Regulars who agreed"
    choose(editor.kind, "rule")
    assert made.value["rule"] == {"all": [{"segment": "Regulars who agreed", "op": "in"}]}
    assert editor.segment.isHidden() and not editor.rule.isHidden()
    choose(editor.kind, "list")
    assert made.value["kind"] == "list"
