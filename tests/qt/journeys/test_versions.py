"""Shows that older versions can be looked at, compared in words and on the canvas, and brought back as one edit."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest

from tests.fixtures.desk import Desk
from tests.fixtures.journeys import drawn
from tests.qt.journeys.conftest import small_journey
from whatsapp_studio.base.errors import WorldError
from whatsapp_studio.base.words_journeys import edit_words
from whatsapp_studio.journeys.check import Checker
from whatsapp_studio.journeys.codec import dump
from whatsapp_studio.journeys.edits import AddStep, RemoveItems, RenameJourney, SetFields
from whatsapp_studio.journeys.table import new_step
from whatsapp_studio.qt.canvas.document import JourneyDocument
from whatsapp_studio.qt.jobs import wait_for_all
from whatsapp_studio.qt.journeys.version_list import DRAFT
from whatsapp_studio.qt.journeys.versions import VersionsView
from whatsapp_studio.qt.widgets.toast import Toast

TWO_DAYS = {"amount": 2, "unit": "days"}


class Table:
    """A journey with a kept version, changed since: a step more, one less, one that waits longer, another name."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.journeys = desk, desk.studio.journeys
        made = self.journeys.create("Small")
        self.first = msgspec.structs.replace(small_journey(), id=made.id)
        self.journeys.save(self.first)
        self.kept = self.journeys.keep(made.id, "Before the sale")
        draft = self.first
        self.new = new_step("notify")
        for edit in (
            SetFields(step="pause", fields={"duration": TWO_DAYS}), RemoveItems(ids=frozenset({"loose"})),
            AddStep(step=self.new, place=(600, 600)), RenameJourney(name="Smaller"),
        ):  # fmt: skip
            draft = edit.apply(draft)
        self.journeys.save(draft)
        self.draft = self.journeys.get(made.id)
        self.document = JourneyDocument(self.draft, check=Checker(), words=edit_words)
        self.view = VersionsView(self.journeys, self.document)
        self.went: list[str] = []
        self.view.closed.connect(lambda: self.went.append("closed"))
        self.view.resize(1278, 700)
        self.view.show()

    def begin(self, *, compare_published: bool = False) -> None:
        self.view.begin(compare_published=compare_published)
        self.desk.until(lambda: bool(self.view.differences.title.text()))

    def lines(self) -> list[str]:
        tree = self.view.differences.tree
        found = []
        for n in range(tree.topLevelItemCount()):
            item = tree.topLevelItem(n)
            assert item is not None
            found.append(item.data(0, Qt.ItemDataRole.AccessibleTextRole))
            found += [item.child(m).text(0) for m in range(item.childCount())]
        return found

    def compare_with(self, number: int) -> None:
        box = self.view.with_box
        box.setCurrentIndex(box.findData(number))
        box.activated.emit(box.currentIndex())


@pytest.fixture
def table(desk: Desk) -> Iterator[Table]:
    made = Table(desk)
    yield made
    made.view.close()
    made.view.deleteLater()
    wait_for_all()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_the_newest_version_is_compared_with_the_draft_at_once(table: Table) -> None:
    table.begin()
    rows = table.view.list.rows
    said = [rows.item(n).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(rows.count())]
    assert said[0].startswith("The draft") and said[1].startswith("Before the sale, today")
    assert rows.currentRow() == 1 and rows.hasFocus()
    assert table.lines() == [
        "Changed: The journey", "Name: Smaller (was Small)",
        "Changed: Let it rest", "How long: 2 days (was 1 day)",
        "Removed: Nobody comes here",
        "Added: Notify me",
    ]  # fmt: skip
    assert table.view.differences.count.text() == "1 added · 1 removed · 2 changed"


def test_the_canvas_shows_what_is_gone_and_what_is_new(table: Table) -> None:
    table.begin()
    scene = table.view.scene
    assert {i: step.mark for i, step in scene.steps.items() if step.mark} == {
        "pause": "changed", "loose": "removed", table.new.id: "added",
    }  # fmt: skip
    assert scene.document.read_only


def test_a_difference_leads_to_its_place_on_the_canvas(table: Table) -> None:
    table.begin()
    view, tree = table.view.view, table.view.differences.tree
    item = next(tree.topLevelItem(n) for n in range(tree.topLevelItemCount())
                if tree.topLevelItem(n).text(0) == "Notify me")  # fmt: skip
    tree.setCurrentItem(item)
    assert table.view.scene.document.selection == {table.new.id}
    assert view.visible().contains(table.view.scene.steps[table.new.id].card)


def test_a_version_alone_is_shown_as_it_was(table: Table) -> None:
    table.begin()
    table.compare_with(-1)
    assert table.view.scene.document.journey.steps.keys() == table.first.steps.keys()
    assert not any(step.mark for step in table.view.scene.steps.values())
    assert table.lines() == [] and table.view.name.text() == "Small"


def test_bringing_back_is_one_edit_that_can_be_undone(table: Table) -> None:
    table.begin()
    QTest.mouseClick(table.view.restore_button, Qt.MouseButton.LeftButton)
    assert table.went == ["closed"]
    assert dump(table.document.journey) == dump(table.first)
    assert table.document.undo_stack.count() == 1
    (toast,) = [one for one in table.view.window().findChildren(Toast) if one.isVisible()]
    assert "Before the sale" in toast.label.text()
    toast.button.click()
    assert table.document.journey == table.draft


def test_what_was_done_after_bringing_back_is_not_undone_instead(table: Table) -> None:
    table.begin()
    QTest.mouseClick(table.view.restore_button, Qt.MouseButton.LeftButton)
    (toast,) = [one for one in table.view.window().findChildren(Toast) if one.isVisible()]
    table.document.do(RenameJourney(name="Went on"))
    toast.button.click()
    assert table.document.journey.name == "Went on" and table.document.undo_stack.index() == 2
    (told,) = [one for one in table.view.window().findChildren(Toast) if one.isVisible()]
    assert "step by step" in told.label.text()


def test_the_draft_itself_and_what_is_locked_cannot_be_brought_back(table: Table) -> None:
    table.begin()
    assert table.view.restore_button.isEnabled()
    table.view.list.select(DRAFT)
    assert not table.view.restore_button.isEnabled()
    table.document.read_only = True
    table.view.list.select(table.kept.number)
    assert not table.view.restore_button.isEnabled()


def test_two_versions_can_be_compared_with_each_other_the_older_first(table: Table) -> None:
    second = table.journeys.keep(table.draft.id, "Now")
    table.begin()
    table.view.list.select(table.kept.number)
    table.compare_with(second.number)
    table.desk.until(lambda: "Before the sale" in table.view.differences.title.text())
    older, _, newer = table.view.differences.title.text().partition(" to ")
    assert "Before the sale" in older and "Now" in newer
    lines = table.lines()
    table.view.list.select(second.number)
    table.compare_with(table.kept.number)
    wait_for_all()
    assert table.lines() == lines


def test_compare_with_live_shows_the_draft_beside_what_is_published(desk: Desk) -> None:
    made = desk.studio.journeys.create("Welcome")
    made = msgspec.structs.replace(drawn("in audience next=out", "out end"), id=made.id, name="Welcome")
    desk.studio.journeys.save(made)
    published = desk.studio.journeys.publish(made.id)
    draft = RenameJourney(name="Hello").apply(made)
    desk.studio.journeys.save(draft)
    view = VersionsView(desk.studio.journeys, JourneyDocument(draft, check=Checker(), words=edit_words))
    view.begin(compare_published=True)
    desk.until(lambda: bool(view.differences.title.text()))
    assert view.with_box.currentData() == published.number and view.list.rows.currentRow() == 0
    assert "Name: Hello (was Welcome)" in view.differences.tree.topLevelItem(0).child(0).text(0)  # type: ignore[union-attr]
    view.close()
    view.deleteLater()


def test_choosing_faster_than_versions_are_read_shows_what_was_chosen_last(table: Table) -> None:
    table.journeys.keep(table.draft.id, "Now")
    table.begin()
    table.view._values.clear()
    table.view.list.select(table.kept.number)
    table.compare_with(table.kept.number)
    table.compare_with(table.kept.number + 1)
    table.desk.until(lambda: not table.view._missing())
    wait_for_all()
    table.desk.until(lambda: "Before the sale" in table.view.differences.title.text())
    assert "Now" in table.view.differences.title.text()


def test_a_journey_without_versions_says_so(desk: Desk) -> None:
    made = desk.studio.journeys.create("New")
    view = VersionsView(desk.studio.journeys, JourneyDocument(made, check=Checker(), words=edit_words))
    view.begin()
    desk.until(lambda: bool(view.differences.title.text()))
    assert view.list.rows.count() == 1 and not view.restore_button.isEnabled()
    view.close()
    view.deleteLater()


def test_trouble_is_said_and_can_be_tried_again(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(journey: str) -> object:
        raise WorldError("disk-error")

    with monkeypatch.context() as patched:
        patched.setattr(type(table.journeys), "versions", lambda self, journey: broken(journey))
        table.view.begin()
        table.desk.until(lambda: table.view._problem is not None)
    problem = table.view._problem
    assert problem is not None and "disk" in problem.label.text()
    problem.button.click()
    table.desk.until(lambda: bool(table.view.differences.title.text()))
    assert table.view._problem is None
