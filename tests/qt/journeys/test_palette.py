"""Decides that every kind of step is offered once, found by words, dragged as what a drop understands, or added."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.journeys.table import GROUPS, KINDS
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.canvas.lists import steps_to_add
from whatsapp_studio.qt.journeys.palette import Palette
from whatsapp_studio.qt.journeys.palette_model import STEP_MIME, PaletteModel, items


@pytest.fixture
def palette(qapp: QApplication, qtbot: QtBot) -> Palette:
    theme.apply(qapp, "light")
    made = Palette()
    qtbot.addWidget(made)
    made.resize(220, 560)
    made.show()
    made.activateWindow()
    return made


def row_of(palette: Palette, label: str) -> QModelIndex:
    found = [row for row in range(palette.model.rowCount()) if palette.model.item(row).label == label]
    assert len(found) == 1, label
    return palette.model.index(found[0])


def labels(palette: Palette) -> list[str]:
    return [palette.model.item(row).label for row in range(palette.model.rowCount())]


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester, qapp: QApplication) -> None:
    model = PaletteModel()
    qtmodeltester.check(model)
    model.search("wait")
    qtmodeltester.check(model)


def test_every_kind_and_every_preset_is_offered_in_its_group() -> None:
    found = items()
    assert [one.label for one in found if not one.kind] == [tr(label) for _, label in GROUPS]
    assert {one.kind for one in found if one.kind} == set(KINDS)
    for kind in KINDS.values():
        lines = [one for one in found if one.kind == kind.name]
        wanted = {tr(preset.label) for preset in kind.presets} or {tr(kind.label)}
        assert wanted <= {one.label for one in lines}
        assert len({one.label for one in lines}) == len(lines), kind.name


@pytest.mark.parametrize(("typed", "first"), [("wa", "Wait"), ("SEND TEMP", "Send template"), ("énd", "End")])
def test_typing_filters_whatever_its_case_and_accents(palette: Palette, typed: str, first: str) -> None:
    palette.search.setFocus()
    palette.search.insert(typed)
    shown = [one for one in labels(palette) if one not in {tr(label) for _, label in GROUPS}]
    assert shown[0] == first and len(shown) < sum(1 for one in items() if one.kind)


@pytest.mark.parametrize(("typed", "kind"), [("end", "end"), ("wa", "wait"), ("cap", "condition")])
def test_enter_adds_what_quick_add_would(palette: Palette, qtbot: QtBot, typed: str, kind: str) -> None:
    palette.search.setFocus()
    QTest.keyClicks(palette.search, typed)
    with qtbot.waitSignal(palette.wanted) as asked:
        QTest.keyClick(palette.search, Qt.Key.Key_Return)
    assert asked.args[0] == kind
    assert labels(palette) == [line.label for line in steps_to_add(typed, entries=True, others=True)]


def test_nothing_found_is_an_empty_list_and_clearing_brings_all_back(palette: Palette) -> None:
    QTest.keyClicks(palette.search, "xyzzy")
    assert palette.model.rowCount() == 0
    palette.search.clear()
    assert palette.model.rowCount() == len(items())


def test_double_click_and_enter_ask_for_the_step(palette: Palette, qtbot: QtBot) -> None:
    index = row_of(palette, "Wait")
    palette.list.scrollTo(index)
    at = palette.list.visualRect(index).center()
    with qtbot.waitSignal(palette.wanted) as asked:
        QTest.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
        QTest.mouseDClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert asked.args[0] == "wait"
    with qtbot.waitSignal(palette.wanted) as again:
        QTest.keyClick(palette.list, Qt.Key.Key_Return)
    assert again.args == asked.args


def test_down_leads_from_the_search_into_the_list_and_enter_adds_the_first(palette: Palette, qtbot: QtBot) -> None:
    palette.search.setFocus()
    QTest.keyClicks(palette.search, "send t")
    with qtbot.waitSignal(palette.wanted) as asked:
        QTest.keyClick(palette.search, Qt.Key.Key_Return)
    assert asked.args[0] == "send_template"
    QTest.keyClick(palette.search, Qt.Key.Key_Down)
    assert palette.list.hasFocus()
    assert palette.model.item(palette.list.currentIndex().row()).kind == "send_template"


def test_in_an_empty_journey_only_entries_can_be_added_and_the_rest_says_why(palette: Palette, qtbot: QtBot) -> None:
    palette.allow(only_entries=True)
    for row in range(palette.model.rowCount()):
        item, index = palette.model.item(row), palette.model.index(row)
        assert bool(index.flags() & Qt.ItemFlag.ItemIsEnabled) is item.is_entry
    index = row_of(palette, "Wait")
    assert "who enters" in index.data(Qt.ItemDataRole.ToolTipRole)
    palette.list.scrollTo(index)
    at = palette.list.visualRect(index).center()
    with qtbot.assertNotEmitted(palette.wanted):
        QTest.mouseDClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    palette.allow(only_entries=False)
    assert row_of(palette, "Wait").flags() & Qt.ItemFlag.ItemIsEnabled


def test_nothing_can_be_added_to_what_is_only_looked_at(palette: Palette) -> None:
    palette.allow(only_entries=False, locked=True)
    assert palette.model.first() == -1
    assert "only be looked at" in row_of(palette, "Wait").data(Qt.ItemDataRole.ToolTipRole)


def test_what_is_dragged_is_what_a_drop_understands() -> None:
    model = PaletteModel()
    row = next(row for row in range(model.rowCount()) if model.item(row).fields)
    data = model.mimeData([model.index(row)])
    said = json.loads(data.data(STEP_MIME).toStdString())
    assert said == {"kind": model.item(row).kind, "fields": json.loads(json.dumps(dict(model.item(row).fields)))}
    assert model.index(row).flags() & Qt.ItemFlag.ItemIsDragEnabled


def test_headings_are_told_apart_and_cannot_be_taken(palette: Palette) -> None:
    heading = palette.model.index(0)
    assert heading.data(Qt.ItemDataRole.AccessibleTextRole) == "Entry, group"
    assert not heading.flags() & (Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsDragEnabled)


@pytest.mark.parametrize("look", ["light", "dark"])
def test_a_step_is_drawn_in_the_colour_of_what_it_does(palette: Palette, qapp: QApplication, look: str) -> None:
    theme.apply(qapp, look)  # type: ignore[arg-type]
    area: QRect = palette.list.visualRect(row_of(palette, "Read audience"))
    image = palette.list.viewport().grab(area).toImage()
    colours = {image.pixelColor(x, y).name().upper() for x in range(32) for y in range(image.height())}
    assert theme.hex_of("n_entry") in colours
    theme.apply(qapp, "light")
