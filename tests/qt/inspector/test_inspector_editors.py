"""Every class of field: its editor shows a value, is used by keyboard alone, and takes whatever a file holds."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QWidget

from tests.qt.inspector.conftest import AROUND, WIDE, Bench, Workshop
from whatsapp_studio.journeys import fields as f
from whatsapp_studio.journeys.surroundings import OtherJourney
from whatsapp_studio.qt.inspector.form import in_order

Do = Callable[[Bench], None]
Key = Qt.Key


def type_at(text: str, at: int = 0) -> Do:
    """Type over what stands in one of the editor's inputs."""

    def do(bench: Bench) -> None:
        field = bench.editor.inputs()[at]
        field.selectAll()
        QTest.keyClicks(field, text)

    return do


def press(*keys: Qt.Key, at: int = 0) -> Do:
    """Press keys in one of the editor's inputs, found anew for each."""

    def do(bench: Bench) -> None:
        for key in keys:
            target = bench.editor.inputs()[at]
            target.setFocus()
            QTest.keyClick(target, key)

    return do


def both(*parts: Do) -> Do:
    def do(bench: Bench) -> None:
        for part in parts:
            part(bench)

    return do


def named(name: str, key: Qt.Key) -> Do:
    """Press a key on the input a screen reader calls ``name``."""

    def do(bench: Bench) -> None:
        target = next(one for one in in_order(bench.editor) if name_of(one) == name and one.isVisible())
        QTest.keyClick(target, key)

    return do


def pick_order(bench: Bench) -> None:
    QTest.keyClick(bench.editor.button, Key.Key_Space)
    QTest.keyClicks(bench.editor.search, "order")
    QTest.keyClick(bench.editor.search, Key.Key_Return)


class Case(NamedTuple):
    """A field, what it holds, what is done by keyboard, what it holds then, and what stands beside it."""

    field: f.Field
    before: Any
    do: Do
    after: Any
    more: Mapping[str, Any] = MappingProxyType({})


RULE = {"all": [{"field": "contact.country", "op": "is", "value": "NL"}]}
PATH = {"id": "p1", "name": "Dutch", "rule": RULE}
SPRING = {"name": "spring_offer", "language": "nl"}
HOURS = {"weekdays": [0], "from": "09:00", "to": "17:00"}


def given(kind: type[f.Field], **more: Any) -> Any:
    return kind(name="f", label="Field", help="Help.", **more)


CASES = {
    "text": Case(given(f.Text), "old", type_at("new"), "new"),
    "long text": Case(given(f.Text, lines=4, liquid=True, limit=20), "old", type_at("new"), "new"),
    "liquid line": Case(given(f.Text, liquid=True), "old", type_at("a {{ b }}"), "a {{ b }}"),
    "number": Case(given(f.Number, low=0, high=50, unit="times"), 3, press(Key.Key_Up), 4),
    "flag": Case(given(f.Flag), False, press(Key.Key_Space), True),
    "segments": Case(
        given(f.Choice, options=(("a", "One"), ("b", "Two"))), "a", press(Key.Key_Right), "b"
    ),
    "drop-down": Case(
        given(f.Choice, options=tuple((str(n), f"A long choice {n}") for n in range(5))), "1",
        press(Key.Key_Down), "2",
    ),
    "duration": Case(
        given(f.Duration), {"amount": 2, "unit": "days"}, press(Key.Key_Up), {"amount": 3, "unit": "days"}
    ),
    "signed duration": Case(
        given(f.Duration, signed=True), {"amount": 2, "unit": "days"}, press(Key.Key_Down, at=2),
        {"amount": -2, "unit": "days"},
    ),
    "moment": Case(given(f.Moment), "", press(Key.Key_Space), "2026-11-23T09:00"),
    "day": Case(given(f.Day), "2026-12-01", press(Key.Key_Up), "2026-12-02"),
    "clock": Case(given(f.Clock), "09:00", press(Key.Key_Up), "10:00"),
    "window": Case(given(f.Window), HOURS, named("Tuesday", Key.Key_Space), {**HOURS, "weekdays": [0, 1]}),
    "repeat": Case(
        given(f.Repeat), {"every": 1, "unit": "weeks", "weekdays": [0], "until": ""}, press(Key.Key_Up),
        {"every": 2, "unit": "weeks", "weekdays": [0], "until": ""},
    ),
    "words": Case(
        given(f.Words), ["hello"], both(type_at("ja"), press(Key.Key_Return)), ["hello", "ja"]
    ),
    "audience": Case(
        given(f.Audience, default={"kind": "all"}), {"kind": "all"}, press(Key.Key_Down), {"kind": "list", "list": ""}
    ),
    "list name": Case(given(f.ListName), "Newsletter", press(Key.Key_Down), "VIP"),
    "contact field": Case(given(f.ContactField, kinds=("date", "number")), "age", press(Key.Key_Down), "birthday"),
    "rule": Case(
        given(f.RuleField), RULE, lambda bench: QTest.keyClicks(bench.editor.group.parts[0].value.line, "B"),
        {"all": [{"field": "contact.country", "op": "is", "value": "NLB"}]},
    ),
    "rule paths": Case(given(f.RulePaths), [PATH], type_at("Young"), [{**PATH, "name": "Young"}]),
    "time paths": Case(
        given(f.TimePaths), [{"id": "t", "name": "", **HOURS}], named("Sunday", Key.Key_Space),
        [{"id": "t", "name": "", **HOURS, "weekdays": [0, 6]}],
    ),
    "date paths": Case(
        given(f.DatePaths), [{"id": "d", "name": "", "from": "2026-12-01", "to": "2026-12-24"}],
        press(Key.Key_Up, at=2),
        [{"id": "d", "name": "", "from": "2026-12-02", "to": "2026-12-24"}],
    ),
    "shares": Case(
        given(f.Shares), [{"id": "a", "name": "A", "percent": 40}, {"id": "b", "name": "B", "percent": 60}],
        named("Share evenly", Key.Key_Space),
        [{"id": "a", "name": "A", "percent": 50}, {"id": "b", "name": "B", "percent": 50}],
    ),
    "events": Case(
        given(f.Events), [{"id": "e", "name": "", "event": "order"}], type_at("paid", at=2),
        [{"id": "e", "name": "", "event": "paid"}],
    ),
    "outcomes": Case(
        given(f.Outcomes), [{"id": "o", "on": "replied", "keywords": [], "button": ""}], press(Key.Key_Down, at=1),
        [{"id": "o", "on": "clicked", "keywords": [], "button": ""}],
    ),
    "event fields": Case(
        given(f.EventFields), [{"name": "total", "kind": "text"}], press(Key.Key_Down, at=2),
        [{"name": "total", "kind": "number"}],
    ),
    "template": Case(
        given(f.TemplateRef), SPRING,
        pick_order,
        {"name": "order_ready", "language": "en"},
    ),
    "values": Case(
        given(f.ValueMap), {}, type_at("Hey"),
        {"body.1": {"expression": "Hey", "fallback": "", "if_empty": "skip"}}, {"template": SPRING},
    ),
    "language rules": Case(
        given(f.LanguageRules), [{"rule": RULE, "language": "nl"}], press(Key.Key_Up, at=1),
        [{"rule": RULE, "language": "en"}], {"template": SPRING},
    ),
    "media": Case(
        given(f.Media), {"kind": "image", "url": "", "caption": ""}, type_at("https://x.example/a.png", at=1),
        {"kind": "image", "url": "https://x.example/a.png", "caption": ""},
    ),
    "buttons": Case(given(f.Buttons), [{"id": "b", "text": "Yes"}], type_at("No", at=1), [{"id": "b", "text": "No"}]),
    "menu": Case(
        given(f.Menu), {"button": "See", "rows": []}, type_at("Open"), {"button": "Open", "rows": []}
    ),
    "pairs": Case(
        given(f.Pairs), [{"name": "X", "value": "1"}], type_at("2", at=2), [{"name": "X", "value": "2"}]
    ),
    "contact changes": Case(
        given(f.ContactChanges), [{"field": "age", "value": "1"}], type_at("2", at=2), [{"field": "age", "value": "2"}]
    ),
    "step ref": Case(given(f.StepRef, kinds=("end",)), "gone", press(Key.Key_Home), ""),
    "journey ref": Case(given(f.JourneyRef), "j3", press(Key.Key_Home), "j2"),
    "exit rules": Case(
        given(f.ExitRules), [{"id": "x", "name": "", "on": "rule", "rule": RULE, "event": ""}],
        press(Key.Key_Down, at=2),
        [{"id": "x", "name": "", "on": "event", "rule": RULE, "event": ""}],
    ),
    "zone": Case(given(f.Zone), "Europe/Paris", type_at("Asia/Tokyo"), "Asia/Tokyo"),
}  # fmt: skip

HOSTILE: tuple[Any, ...] = (
    None, True, 7, -1, 2**70, 3.5, "", "x" * 5000, "{{ \u202e <b>", "\ud800", [], {}, [None], [[]], [{}, 3, "x"],
    {"kind": []}, {"kind": {"a": 1}}, [{"id": {}, "name": [], "rule": 3, "percent": "x"}],
    {"all": [{"all": "x"}, None]},
    {"any": [{"field": 3, "op": []}]}, {"amount": True, "unit": []}, {"amount": 10**30, "unit": "days"},
    {"weekdays": [9, "x", None], "from": 9, "to": {}}, [{"id": "a"}, {"id": "a"}],
    {"body.1": "x", "button": 3, "rows": 4},
    {"name": 1, "language": []}, "2026-99-99T99:99", "25:61", [{"on": [], "keywords": "x", "button": {}}],
    {"none": [{"none": [{"none": [{"none": [{"none": [{"none": []}]}]}]}]}]},
)  # fmt: skip


def every_field() -> set[type[f.Field]]:
    return {
        kind for _, kind in inspect.getmembers(f, inspect.isclass) if issubclass(kind, f.Field) and kind is not f.Field
    }


def made(shop: Workshop, case: Case) -> Bench:
    beside = [f.TemplateRef(name=name, label="Template") for name in case.more]
    return shop.bench(case.field, *beside, f=case.before, **case.more)


def test_every_class_of_field_is_tried() -> None:
    assert {type(case.field) for case in CASES.values()} == every_field()


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_a_value_is_shown_without_being_written(shop: Workshop, case: Case) -> None:
    bench = made(shop, case)

    bench.mirror()
    bench.form.look_around()

    assert bench.written == []
    assert bench.row.editor.fits(case.before) or (case.field.name == "f" and isinstance(case.field, f.StepRef))
    assert bench.row.wrong.text() == ""


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_the_keyboard_alone_makes_one_step_of_undo(shop: Workshop, case: Case) -> None:
    bench = made(shop, case)

    case.do(bench)

    assert bench.value == case.after
    assert bench.document.undo_stack.count() == 1
    bench.document.undo()
    assert bench.value == case.before
    bench.document.redo()
    assert bench.value == case.after


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_whatever_a_file_holds_is_shown_or_said_in_a_sentence(shop: Workshop, case: Case) -> None:
    bench = made(shop, case)

    for value in HOSTILE:
        bench.set(value)
        said = bench.row.wrong.text()
        assert bool(said) != bench.editor.fits(value), value
        assert said in ("", "What the file holds here cannot be shown. An edit replaces it."), value
        bench.form.look_around()
        bench.form.grab()
    assert bench.written == []
    bench.set(case.before)
    assert bench.row.wrong.text() == ""


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_everything_is_named_reachable_and_inside_the_form(shop: Workshop, case: Case) -> None:
    bench = made(shop, case)
    shop.qtbot.wait(1)
    reached = [one for one in in_order(bench.form) if one.isVisible()]

    assert reached
    for one in reached:
        assert name_of(one), one
        right = one.mapTo(bench.form, one.rect().topRight()).x()
        assert right <= WIDE, f"{name_of(one)} ends at {right}"
    for one in bench.editor.inputs():
        assert one.focusPolicy() & Qt.FocusPolicy.TabFocus or isinstance(one, QComboBox), one


def name_of(widget: QWidget) -> str:
    found = QAccessible.queryAccessibleInterface(widget)
    return str(found.text(QAccessible.Text.Name)) if found else ""


def test_a_journey_that_leads_back_is_never_offered_to_jump_to(shop: Workshop) -> None:
    made = shop.bench(f.JourneyRef(name="f", label="Journey"), f="")
    offered = [made.editor.box.itemData(n) for n in range(made.editor.box.count())]
    assert offered == ["j2"], "neither itself nor “Back here”, which jumps to it"

    others = {**AROUND.journeys, "j2": OtherJourney("Win back", ("j3",)), "j4": OtherJourney("Free")}
    made.document.look_around(msgspec.structs.replace(AROUND, journeys=others))
    made.editor.look_around()
    offered = [made.editor.box.itemData(n) for n in range(made.editor.box.count())]
    assert offered == ["j4"], "by way of another one it would come back, too"
