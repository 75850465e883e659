"""How the journeys page moves between its list, the gallery and the editor."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox

from tests.fixtures.desk import Desk
from tests.qt.journeys.test_list import complete, drop, kept, names
from whatsapp_studio.app import Studio
from whatsapp_studio.base.errors import WorldError
from whatsapp_studio.journeys.codec import dump
from whatsapp_studio.journeys.edits import RenameJourney
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.qt.jobs import wait_for_all
from whatsapp_studio.qt.journeys.page import JourneysPage
from whatsapp_studio.qt.widgets.toast import Toast
from whatsapp_studio.services.examples import example


@pytest.fixture
def page(desk: Desk) -> JourneysPage:
    return desk.show(JourneysPage)


def header_is_shown(page: JourneysPage) -> bool:
    header = page.title.parentWidget()
    return header is not None and header.isVisible()


def test_an_example_becomes_a_journey_of_ones_own_and_opens(desk: Desk, page: JourneysPage) -> None:
    page.open("new")
    page.gallery.cards["welcome"].click()
    assert page.editor is not None and page.stack.currentWidget() is page.editor
    made = desk.studio.journeys.get(page.editor.journey_id)
    assert (made.name, made.steps) == ("Welcome", example("welcome").steps)
    assert made.id != example("welcome").id
    assert not header_is_shown(page), "the editor has a header of its own"
    assert page.offers().zoom is not None


def test_another_journey_begins_from_the_menu_while_one_is_open(desk: Desk, page: JourneysPage) -> None:
    page.open("new")
    page.gallery.cards["welcome"].click()
    assert page.editor is not None
    was, file = page.editor.journey_id, page.offers().menus["file"]
    assert [page.new_action, page.import_action] == list(file[:2]) and len(file) > 3
    page.new_action.trigger()
    assert page.editor is None and page.stack.currentWidget() is page.gallery
    assert was in {row.id for row in desk.studio.journeys.all()}


def test_a_blank_one_opens_empty(desk: Desk, page: JourneysPage) -> None:
    page.open("new")
    page.gallery.cards[""].click()
    assert page.editor is not None
    assert page.editor.document.journey.steps == {}


def test_leaving_the_editor_saves_and_selects_the_journey(desk: Desk, page: JourneysPage) -> None:
    first, _second = kept(desk, "First"), kept(desk, "Second")
    page.open(first.id)
    assert page.editor is not None
    page.editor.document.do(RenameJourney(name="First!"))
    page.editor.left.emit()
    assert page.editor is None
    assert page.stack.currentWidget() is page.list and header_is_shown(page)
    assert desk.studio.journeys.get(first.id).name == "First!"
    row = page.list.current()
    assert row is not None and row.id == first.id
    assert names(page)[0] == "First!", "the last saved comes first"


def test_opening_another_one_lets_the_first_go(desk: Desk, page: JourneysPage) -> None:
    first, second = kept(desk, "First"), kept(desk, "Second")
    page.open(first.id)
    editor = page.editor
    page.open(first.id)
    assert page.editor is editor, "what is open already stays as it is"
    page.open(second.id)
    assert page.editor is not None and page.editor.journey_id == second.id
    assert desk.studio.journeys.hold(first.id)
    assert not desk.studio.journeys.hold(second.id)
    desk.studio.journeys.release(first.id)
    page.close_editor()
    assert page.stack.count() == 2


def test_closing_the_window_saves(desk: Desk, page: JourneysPage) -> None:
    journey = kept(desk, "First")
    page.open(journey.id)
    assert page.editor is not None
    page.editor.document.do(RenameJourney(name="Closed"))
    assert page.leave()
    assert desk.studio.journeys.get(journey.id).name == "Closed"


def test_a_journey_that_is_gone_says_so_and_the_list_is_shown(desk: Desk, page: JourneysPage) -> None:
    page.open("nobody")
    (box,) = page.findChildren(QMessageBox)
    assert "nobody" in box.text()
    box.close()
    assert page.stack.currentWidget() is page.list


def test_a_journey_that_could_not_be_opened_is_not_held(
    desk: Desk, page: JourneysPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    journey = kept(desk, "First")

    def broken(_id: str) -> None:
        raise WorldError("disk-error")

    with monkeypatch.context() as patch:
        patch.setattr(desk.studio.journeys, "saved_at", broken)
        page.open(journey.id)
    (box,) = page.findChildren(QMessageBox)
    box.close()
    page.open(journey.id)
    assert page.editor is not None and not page.editor.document.read_only


def test_a_dropped_file_opens(desk: Desk, page: JourneysPage, tmp_path: Path) -> None:
    file = tmp_path / "one.wsjourney"
    file.write_text(dump(complete(Journey(id="abcdef", name="Dropped"))), encoding="utf-8")
    drop(page, file)
    desk.until(lambda: page.editor is not None)
    assert page.editor is not None and page.editor.journey_id == "abcdef"
    (toast,) = page.findChildren(Toast)
    assert "Dropped" in toast.label.text()
    page.close_editor()
    drop(page, tmp_path / "notes.txt")
    assert desk.studio.journeys.all()[0].name == "Dropped"


def test_a_journey_opened_while_another_is_imported_stays_open(desk: Desk, page: JourneysPage, tmp_path: Path) -> None:
    first = kept(desk, "First")
    file = tmp_path / "one.wsjourney"
    file.write_text(dump(complete(Journey(id="abcdef", name="Dropped"))), encoding="utf-8")
    drop(page, file)
    page.open(first.id)
    editor = page.editor
    desk.until(lambda: bool(page.findChildren(Toast)))
    assert editor is not None and page.editor is editor and page.stack.currentWidget() is editor
    (toast,) = page.findChildren(Toast)
    toast.button.click()
    assert page.editor is not None and page.editor.journey_id == "abcdef"
    assert desk.studio.journeys.hold(first.id), "the first was let go"
    desk.studio.journeys.release(first.id)


def test_going_to_the_page_again_keeps_what_is_open(desk: Desk, page: JourneysPage) -> None:
    journey = kept(desk, "First")
    page.open(journey.id)
    page.on_shown()
    assert page.editor is not None and page.stack.currentWidget() is page.editor
    page.open("new")
    assert page.editor is None and page.gallery.isVisible()


def test_beside_another_program_one_can_look_and_nothing_more(desk: Desk) -> None:
    journey = kept(desk, "First")
    second = Studio.open(desk.studio.paths.root)
    try:
        assert second.read_only
        page = JourneysPage(second)
        desk.qtbot.addWidget(page)
        page.show()
        page.on_shown()
        assert not page.new_button.isEnabled() and not page.import_button.isEnabled()
        assert not page.list.delete_action.isEnabled() and page.list.open_action.isEnabled()
        assert not page.acceptDrops()
        page.open("new")
        assert page.stack.currentWidget() is page.list
        page.open(journey.id)
        assert page.editor is not None and page.editor.document.read_only
        assert page.leave()
        wait_for_all()
        page.close()
    finally:
        second.close()
