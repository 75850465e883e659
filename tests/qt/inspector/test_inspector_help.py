"""Decides that help on a step is one key or click away, tells what the step table knows, and lists every kind."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.fixtures.desk import desk
from tests.fixtures.journey_desk import Editors, editors
from tests.qt.inspector.conftest import Workshop
from tests.qt.journeys.conftest import small_journey
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.journeys.help import help_of
from whatsapp_studio.journeys.table import GROUPS, KINDS
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.inspector.step_help import StepHelp

__all__ = ["desk", "editors"]


def opened(root: QWidget) -> StepHelp:
    (found,) = root.findChildren(StepHelp)
    assert found.isVisible()
    return found


def said(help: StepHelp) -> str:
    return "\n".join(label.text() for label in help.area.widget().findChildren(QLabel))


def lines(help: StepHelp) -> list[str]:
    items = (help.list.item(row) for row in range(help.list.count()))
    return [item.text() for item in items if not item.isHidden()]


@pytest.fixture
def all_kinds(qapp: QApplication, qtbot: QtBot) -> StepHelp:
    theme.apply(qapp, "light")
    made = StepHelp("", None)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    return made


def test_every_kind_is_listed_and_told_whole(all_kinds: StepHelp) -> None:
    assert sorted(lines(all_kinds)) == sorted(
        [tr(kind.label) for kind in KINDS.values()] + [tr(label) for _, label in GROUPS]
    )
    for kind in KINDS.values():
        all_kinds.show_kind(kind.name)
        text, wanted = said(all_kinds), help_of(kind)
        assert wanted.about in text and all(name in text for name in wanted.outputs)
        assert all(field.label in text and field.text in text and field.one_of in text for field in wanted.fields)


def test_fields_of_one_name_are_told_apart_by_when_they_count(all_kinds: StepHelp) -> None:
    all_kinds.show_kind("condition")
    text = said(all_kinds)
    assert "With “Part contacts by”: Date." in text and "With “Part contacts by”: Rules about them." in text


def test_a_kind_is_found_by_its_words_and_nothing_found_says_so(all_kinds: StepHelp) -> None:
    all_kinds.search.setText("call url")
    assert lines(all_kinds) == ["Action", "Call a URL"] and help_of(KINDS["call_url"]).about in said(all_kinds)
    all_kinds.search.setText("xyzzy")
    assert lines(all_kinds) == [] and all_kinds.list.currentRow() == -1
    all_kinds.search.clear()
    assert len(lines(all_kinds)) == len(KINDS) + len(GROUPS)


def test_the_button_at_the_head_of_a_step_opens_its_help(shop: Workshop) -> None:
    stand = shop.stand()
    stand.select("send")
    button = stand.inspector.step_tab.step.head.help
    assert button.accessibleName() == "What this step does (Shift+F1)"
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    help = opened(stand.inspector)
    assert help_of(KINDS["send_template"]).about in said(help)
    QTest.keyClick(help, Qt.Key.Key_Escape)
    assert not help.isVisible()


def test_shift_f1_helps_with_what_is_selected_and_the_menu_lists_all(editors: Editors) -> None:
    editor = editors.open(small_journey())
    editor.document.select({"ask"}, "ask")
    editor.view.setFocus()
    QTest.keyClick(editor.view, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    help = opened(editor)
    assert help_of(KINDS["condition"]).about in said(help)
    help.close()
    QCoreApplication.sendPostedEvents(help, QEvent.Type.DeferredDelete.value)
    commands = editor.offers().menus["help"]
    next(one for one in commands if one is not None and one.text() == "&Steps").trigger()
    assert opened(editor).list.currentItem().text() == "Read audience"
