"""What the table is narrowed to, which columns it shows, and what is done with many at once."""

from __future__ import annotations

from array import array
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from tests.fixtures.desk import Desk
from tests.fixtures.studio import add_people
from whatsapp_studio.audience.contact import CustomField
from whatsapp_studio.audience.rules import Test
from whatsapp_studio.audience.segment import ContactQuery
from whatsapp_studio.base.progress import Progress
from whatsapp_studio.qt.contacts import actions
from whatsapp_studio.qt.contacts import page as page_module
from whatsapp_studio.qt.contacts.actions import in_parts
from whatsapp_studio.qt.contacts.model import ContactModel
from whatsapp_studio.qt.contacts.page import ContactsPage
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.widgets.toast import Toast

SEVENS = Test("first_name", "is", "Name7")


@pytest.fixture
def page(desk: Desk) -> ContactsPage:
    shown = desk.show(ContactsPage)
    desk.until(lambda: shown.model.rowCount() == 12)
    return shown


def test_test_contacts_and_segments_are_filters(desk: Desk, page: ContactsPage) -> None:
    page.table.selectRow(1)
    page.actions_.set_test(page.table.selected_ids(), on=True)
    desk.until(lambda: desk.studio.contacts.count(ContactQuery(is_test=True)) == 1)
    page.consent.setCurrentIndex(page.consent.findData("test"))
    desk.until(lambda: page.count.text() == "1 of 12")
    page._clear()
    desk.until(lambda: page.model.rowCount() == 12)
    segment = desk.studio.segments.save("Sevens", SEVENS)
    desk.until(lambda: page.filters._place((segment.id,)) > 0)
    page.lists.setCurrentIndex(page.filters._place((segment.id,)))
    desk.until(lambda: page.count.text() == "1 of 12")
    assert page.model.contact(0).first_name == "Name7"  # type: ignore[union-attr]


def test_columns_are_chosen_and_remembered(desk: Desk, page: ContactsPage, tmp_path: Path) -> None:
    desk.studio.contacts.add_field(CustomField(name="city", label="City"))
    desk.until(lambda: page.model.columnCount() == 7)
    page.memory = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    page.columns._fill()
    entries = {action.text(): action for action in page.columns.menu.actions()}
    assert list(entries) == ["Phone", "Country", "Language", "Marketing", "Status", "City"]
    entries["City"].setChecked(False)
    entries["Language"].setChecked(False)
    assert page.table.isColumnHidden(6) and page.table.isColumnHidden(3)
    entries["Language"].setChecked(True)
    assert not page.table.isColumnHidden(3)
    other = ContactsPage(desk.studio)
    other.memory = page.memory
    other.on_shown()
    desk.until(lambda: other.table.isColumnHidden(6))
    assert not other.table.isColumnHidden(3)
    other.deleteLater()


def test_the_first_found_come_before_all_and_all_is_not_selected_before_it_is_known(
    desk: Desk, page: ContactsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_module, "FIRST", 5)
    seen: list[tuple[int, bool]] = []
    page.model.modelReset.connect(lambda: seen.append((page.model.rowCount(), page.model.whole)))
    page.refresh()
    desk.until(lambda: not Job._running)
    assert seen == [(5, False)] and page.model.rowCount() == 12 and page.model.whole
    assert page.count.text() == "12 contacts"
    page.model.show_ids(array("q", [1, 2]), [], whole=False)
    page.table.selectAll()
    assert not page.with_selection.isEnabled()
    page._delete_selected()
    desk.until(lambda: not Job._running)
    assert desk.studio.contacts.count() == 12


def test_what_changed_between_the_first_and_all_is_shown_anew(desk: Desk) -> None:
    model = ContactModel(desk.studio.contacts.get_many)
    model.show_ids(array("q", [1, 2, 3]), [], whole=False)
    assert not model.show_rest(array("q", [2, 3, 4, 5]))
    assert model.show_rest(array("q", [1, 2, 3, 9]))
    assert list(model.ids) == [1, 2, 3, 9] and model.whole


def test_a_selection_is_written_to_a_file(
    desk: Desk, page: ContactsPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "some.csv"
    monkeypatch.setattr(actions, "choose_save", lambda *_: path)
    page.actions_.export(page.model.ids[:3])
    desk.until(lambda: any(one.isVisible() for one in page.window().findChildren(Toast)))
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == 4 and "+31600000001" in lines[1]


def test_much_shows_how_far_it_is_and_can_be_stopped(
    desk: Desk, page: ContactsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_people(desk.store, 30, first=100)
    monkeypatch.setattr(actions, "MANY", 10)
    monkeypatch.setattr(actions, "_PART", 10)
    ids = desk.studio.contacts.ids()
    page.actions_.set_test(ids, on=True)
    assert page.actions_.progress.isVisible()
    desk.until(lambda: desk.studio.contacts.count(ContactQuery(is_test=True)) == 42)
    desk.until(lambda: not page.actions_.progress.isVisible())


def test_what_was_done_before_it_was_stopped_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions, "_PART", 10)

    told: list[int] = []

    class Stopping(Progress):
        def report(self, done: int, total: int | None = None) -> None:
            told.append(done)

        def cancelled(self) -> bool:
            return len(told) == 2

    assert in_parts(range(35), len, Stopping()) == 20
    assert told == [10, 20]
