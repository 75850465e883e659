"""Snippets, samples and helpers: kept, compared and found in windows of their own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QInputDialog, QMessageBox
from pytestqt.qtbot import QtBot

from tests.fixtures.desk import Desk, type_into
from tests.qt.personalise.conftest import reach_with_event
from whatsapp_studio.campaigns.draft import Mapping
from whatsapp_studio.qt.personalise.helpers_window import HelpersWindow
from whatsapp_studio.qt.personalise.results import Asked
from whatsapp_studio.qt.personalise.samples_window import SamplesWindow
from whatsapp_studio.qt.personalise.snippets_window import SnippetsWindow
from whatsapp_studio.templates.template import places


def answer(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(QInputDialog, "exec", lambda box: box.setTextValue(text) or 1)


def agree(monkeypatch: pytest.MonkeyPatch, words: str) -> list[str]:
    """Press the button with these words in every question; returns what was asked."""
    asked: list[str] = []

    def press(box: QMessageBox) -> int:
        asked.append(box.text())
        next(one for one in box.buttons() if one.text() == words).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", press)
    return asked


def refused(qtbot: QtBot) -> str:
    """What a box says that is shown now; it is closed."""
    box = next(one for one in QApplication.topLevelWidgets() if isinstance(one, QMessageBox) and one.isVisible())
    said = f"{box.text()} {box.informativeText()}"
    box.close()
    return said


def labels(window: SnippetsWindow) -> list[str]:
    return [window.list.item(n).text() for n in range(window.list.count())]


def test_a_snippet_is_made_changed_and_put_back(desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    window = SnippetsWindow(desk.studio)
    qtbot.addWidget(window)
    window.show()
    assert window.stack.currentWidget() is window.none
    answer(monkeypatch, "Opening hours")
    window.none.action.click()
    assert window.title.text() == "Opening hours" and not window.save.isEnabled()
    window.pane.text.write("9 to 5")
    assert window.save.isEnabled()
    window.save.click()
    window.pane.text.write("9 to 6, {{ contact.first_name }}")
    desk.until(lambda: window.says.text() == "9 to 6, Name1")
    window.save.click()
    assert window.versions.count() == 3
    assert window.versions.item(0).text().startswith("Version 3")
    window.versions.setCurrentRow(1)
    window.again.click()
    assert window.pane.text.text() == "9 to 5" and window.save.isEnabled()
    window.pane.text.undo()
    assert desk.studio.snippets.texts() == {"Opening hours": "9 to 6, {{ contact.first_name }}"}


def test_what_was_not_saved_is_kept_between_snippets_and_asked_for_at_the_end(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.studio.snippets.create("A", "a")
    desk.studio.snippets.create("B", "b")
    window = SnippetsWindow(desk.studio)
    qtbot.addWidget(window)
    window.show()
    window.pane.text.write("a changed")
    window.list.setCurrentRow(1)
    assert window.pane.text.text() == "b"
    window.list.setCurrentRow(0)
    assert window.pane.text.text() == "a changed" and window.save.isEnabled()
    asked = agree(monkeypatch, "Go on writing")
    window.reject()
    assert asked == ["Close without saving?"] and window.isVisible()
    agree(monkeypatch, "Close")
    window.reject()
    assert not window.isVisible() and desk.studio.snippets.texts()["A"] == "a"


def test_a_used_snippet_is_not_deleted_and_says_who_uses_it(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.studio.snippets.create("Hours", "9 to 5")
    mapping = {"body.1": Mapping(expression='{% snippet "hours" %}')}
    campaign = desk.studio.campaigns.create(desk.complete("Summer", mapping=mapping))
    window = SnippetsWindow(desk.studio)
    qtbot.addWidget(window)
    window.show()
    desk.until(lambda: labels(window) == ["Hours\nused in 1 place"])
    assert [window.users.item(n).text() for n in range(window.users.count())] == ["Campaign: Summer"]
    window.delete.click()
    assert "Summer" in refused(qtbot)
    assert window.tabs.currentIndex() == 2 and window.list.count() == 1
    answer(monkeypatch, "Times")
    window.rename.click()
    assert "Summer" in refused(qtbot)
    desk.studio.campaigns.delete(campaign.id)
    window.rename.click()
    assert window.title.text() == "Times"
    agree(monkeypatch, "Delete")
    window.delete.click()
    assert window.stack.currentWidget() is window.none


def test_a_snippet_that_would_hold_itself_is_refused(desk: Desk, qtbot: QtBot) -> None:
    desk.studio.snippets.create("A", "a")
    desk.studio.snippets.create("B", '{% snippet "A" %}')
    window = SnippetsWindow(desk.studio)
    qtbot.addWidget(window)
    window.show()
    window.pane.text.write('{% snippet "B" %}')
    window.save.click()
    assert "would hold itself" in refused(qtbot)
    assert window.pane.text.text() == '{% snippet "B" %}', "what was typed stays"
    window.pane.text.undo()


@pytest.fixture
def samples(desk: Desk, qtbot: QtBot) -> Callable[[], SamplesWindow]:
    def made() -> SamplesWindow:
        template = desk.studio.templates.get("spring_offer", "nl")
        assert template is not None
        slot = Mapping(expression="{{ contact.first_name }} {{ event.order_id }}")
        asked = Asked(places(template)[0], slot, template)
        window = SamplesWindow(desk.studio, reach_with_event(desk), asked)
        qtbot.addWidget(window)
        window.show()
        return window

    return made


def fill(window: SamplesWindow, label: str, value: str) -> None:
    table = window.values.table
    for row in range(table.rowCount()):
        field, cell = table.item(row, 0), table.item(row, 1)
        assert field is not None and cell is not None
        if field.text() == label:
            cell.setText(value)
            return
    raise AssertionError(label)


def test_samples_are_typed_and_seen_side_by_side(desk: Desk, samples: Callable[[], SamplesWindow]) -> None:
    window = samples()
    assert window.stack.currentWidget() is window.none
    for name, order in (("Ada", "A-17"), ("Bo", "")):
        (window.none.action if name == "Ada" else window.new).click()
        type_into(window.values.name, name)
        fill(window, "First name", name)
        fill(window, "Order number", order)
        window.save.click()
    assert [one.values for one in desk.studio.preview_samples.all()] == [
        {"contact.first_name": "Ada", "event.order_id": "A-17"}, {"contact.first_name": "Bo"},
    ]  # fmt: skip
    window.all.click()
    desk.until(lambda: len([one for one in window.grid.tiles if not one.isHidden()]) == 2)
    shown = [one.phone.accessibleDescription() for one in window.grid.tiles]
    assert "Hi Ada A-17, spring is here" in shown[0] and "Hi Bo, spring is here" in shown[1]
    window.nothing.click()
    desk.until(lambda: all(one.isHidden() for one in window.grid.tiles))


def test_samples_come_from_a_file_and_survive(
    desk: Desk, samples: Callable[[], SamplesWindow], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    file = tmp_path / "people.csv"
    file.write_text("name,first_name,event.order_id\nAda,Ada,1\nBo,Bo,2\n", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_more: (str(file), ""))
    window = samples()
    window.none.link.click()
    assert window.list.count() == 2
    again = samples()
    assert again.list.count() == 2
    again.list.item(1).setCheckState(Qt.CheckState.Checked)
    asked = agree(monkeypatch, "Delete")
    again.delete.click()
    assert asked == ["Delete 1 sample?"] and [one.name for one in desk.studio.preview_samples.all()] == ["Ada"]
    file.write_text("{", encoding="utf-8")
    again.bring_in.click()
    assert "no samples that can be read" in refused(qtbot)


def test_a_name_that_is_taken_is_said(desk: Desk, samples: Callable[[], SamplesWindow], qtbot: QtBot) -> None:
    desk.studio.preview_samples.save("Ada", {"contact.first_name": "Ada"})
    window = samples()
    window.new.click()
    type_into(window.values.name, "ada")
    window.save.click()
    assert "already" in refused(qtbot)
    assert window.values.name.text() == "ada"


def test_helpers_are_found_by_either_name(qtbot: QtBot) -> None:
    window = HelpersWindow()
    qtbot.addWidget(window)
    assert len(window.shown()) == len(window.words)
    adobe = next(one for one in window.words if one.adobe and one.adobe != one.name)
    type_into(window.search, adobe.adobe)
    assert adobe.name in window.shown() and len(window.shown()) < len(window.words)
    window.table.selectRow(window.words.index(adobe))
    window.copy.click()
    assert QApplication.clipboard().text() == adobe.example
    type_into(window.search, "")
    last = window.table.rowCount() - 1
    # What Adobe has and we leave out comes last, with the reason and nothing to copy.
    assert window.table.item(last, 0).text() == "–" and window.table.item(last, 2).text()
    window.table.selectRow(last)
    assert not window.copy.isEnabled()
