"""Lists and segments stand in one list; the chosen one tells whom it reaches and where it is used."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.fixtures.desk import Desk, type_into
from tests.fixtures.opened import Open
from tests.qt.audiences.conftest import AGREED, REGULARS, at_rest, keep
from whatsapp_studio.audience.segment import ContactQuery
from whatsapp_studio.campaigns.draft import Audience
from whatsapp_studio.qt.audiences import deeds
from whatsapp_studio.qt.audiences.page import AudiencesPage
from whatsapp_studio.qt.command_palette import CommandPalette
from whatsapp_studio.qt.reach.people import PeopleDialog
from whatsapp_studio.qt.widgets.toast import Toast

Key = Qt.Key


def lines(page: AudiencesPage) -> list[str]:
    return [str(page.model.index(row).data()) for row in range(page.model.rowCount())]


def choose(desk: Desk, page: AudiencesPage, name: str) -> None:
    page.choose(next(one.key for one in page.model.everything if one.name == name))
    at_rest(desk, page)
    assert page.overview.item is not None and page.overview.item.name == name


def undo(desk: Desk, page: AudiencesPage) -> None:
    toast = page.window().findChildren(Toast)[-1]
    toast.button.click()


def test_everything_stands_in_one_list_with_its_size(desk: Desk, page: AudiencesPage) -> None:
    assert lines(page) == [
        "Agreed\nSegment · 9 contacts", "Nobody\nSegment · 0 contacts", "Regulars\nList · 4 contacts"
    ]  # fmt: skip
    type_into(page.search, "REG")
    assert [line.partition("\n")[0] for line in lines(page)] == ["Regulars"]
    type_into(page.search, "zz")
    assert page.browser.nothing.isVisible() and not page.list.isVisible()
    page.search.clear()
    assert len(lines(page)) == 3


def test_the_parts_add_up_and_each_number_opens_its_people(desk: Desk, page: AudiencesPage) -> None:
    keep(desk, "All of them", {"any": [AGREED, {**AGREED, "value": "no"}, {**AGREED, "value": "unknown"}]})
    page.refresh()
    at_rest(desk, page)
    choose(desk, page, "All of them")
    count = page.overview.numbers.count
    assert count is not None and count.total == 12 == count.reachable + sum(count.excluded.values())
    assert count.reachable == 9
    assert page.overview.total.text() == "12 contacts now"
    assert page.overview.numbers.status.text().startswith("Counted at ")
    assert abs(sum(page.overview.numbers.parts.widths()) - page.overview.numbers.parts.width()) < 1e-6
    for reason, n in ((None, 9), *count.excluded.items()):
        page.overview.numbers.doors[reason].click()
        dialog = page.findChildren(PeopleDialog)[-1]
        desk.until(lambda dialog=dialog: dialog.table.model() is not None)
        assert dialog.table.model().rowCount() == n
        dialog.close()
    page.overview.purpose.setCurrentIndex(1)
    at_rest(desk, page)
    utility = page.overview.numbers.count
    assert utility is not None and utility.total == 12 == utility.reachable


def test_a_person_behind_a_number_opens_in_contacts(desk: Desk, page: AudiencesPage) -> None:
    choose(desk, page, "Regulars")
    page.overview.numbers.doors[None].click()
    dialog = page.findChildren(PeopleDialog)[-1]
    desk.until(lambda: dialog.table.model() is not None)
    dialog.table.selectRow(1)
    QTest.keyClick(dialog.table, Key.Key_Return)
    assert desk.went == [("contacts", desk.people[1])]


def test_it_is_told_where_an_audience_is_used_and_one_goes_there(desk: Desk, page: AudiencesPage) -> None:
    audience = Audience(kind="list", list_id=desk.list_id)
    made = desk.studio.campaigns.create(desk.complete("Spring", audience=audience))
    keep(desk, "Best", {"all": [REGULARS, AGREED]})
    page.refresh()
    at_rest(desk, page)
    choose(desk, page, "Regulars")
    assert "used in 2 places" in lines(page)[-1]
    assert [use.name for use in page._uses[("list", desk.list_id)]] == ["Spring", "Best"]
    page.overview.uses.wanted.emit(page._uses[("list", desk.list_id)][0])
    assert desk.went == [("campaigns", made.id)]
    page.overview.uses.wanted.emit(page._uses[("list", desk.list_id)][1])
    assert page.overview.item is not None and page.overview.item.name == "Best"


def test_what_is_used_is_not_deleted_and_its_users_are_named(
    desk: Desk, page: AudiencesPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(desk, "Best", {"all": [REGULARS]})
    page.refresh()
    at_rest(desk, page)
    choose(desk, page, "Regulars")
    said: list[str] = []
    monkeypatch.setattr(deeds, "show_error", lambda _parent, words: said.append(words.text))
    page.overview.deeds["delete"].trigger()
    assert len(said) == 1 and "“Best”" in said[0]
    assert [one.name for one in desk.studio.contacts.lists()] == ["Regulars"]


@pytest.mark.parametrize("name", ["Regulars", "Agreed"])
def test_deleting_is_asked_for_and_taken_back(
    desk: Desk, page: AudiencesPage, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    choose(desk, page, name)
    monkeypatch.setattr(deeds, "ask", lambda *_a, **_k: False)
    page.overview.deeds["delete"].trigger()
    assert any(one.name == name for one in page.model.everything)
    monkeypatch.setattr(deeds, "ask", lambda *_a, **_k: True)
    page.overview.deeds["delete"].trigger()
    desk.until(lambda: page.model.item(("list", desk.list_id)) is None or name == "Agreed")
    desk.until(lambda: all(one.name != name for one in page.model.everything))
    undo(desk, page)
    desk.until(lambda: any(one.name == name for one in page.model.everything))
    at_rest(desk, page)
    choose(desk, page, name)
    count = page.overview.numbers.count
    assert count is not None and count.total == (4 if name == "Regulars" else 9)


@pytest.mark.parametrize("name", ["Regulars", "Agreed"])
def test_a_name_is_changed_where_it_stands(desk: Desk, page: AudiencesPage, name: str) -> None:
    choose(desk, page, name)
    field = page.overview.name
    QTest.keyClick(page.browser, Key.Key_F2)
    type_into(field, "People we like")
    QTest.keyClick(field, Key.Key_Return)
    desk.until(lambda: any(one.name == "People we like" for one in page.model.everything))
    assert page.overview.item is not None
    desk.until(lambda: page.overview.item is not None and page.overview.item.name == "People we like")
    undo(desk, page)
    desk.until(lambda: any(one.name == name for one in page.model.everything))


def test_a_name_that_is_taken_is_refused_where_it_stands(desk: Desk, page: AudiencesPage) -> None:
    choose(desk, page, "Agreed")
    type_into(page.overview.name, "Nobody")
    QTest.keyClick(page.overview.name, Key.Key_Return)
    desk.until(lambda: page.overview.error.text != "")
    assert "Nobody" in page.overview.error.text
    assert {one.name for one in desk.studio.segments.all()} == {"Agreed", "Nobody"}


def test_a_segment_is_duplicated_and_frozen_into_a_list(
    desk: Desk, page: AudiencesPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(desk, page, "Agreed")
    page.overview.deeds["copy"].trigger()
    desk.until(lambda: page.overview.item is not None and page.overview.item.name == "Agreed, copy")
    at_rest(desk, page)
    first, second = (one for one in desk.studio.segments.all() if one.name.startswith("Agreed"))
    assert json.loads(first.rule) == json.loads(second.rule)
    choose(desk, page, "Agreed")
    monkeypatch.setattr(deeds, "ask_text", lambda *_a: "Kept for later")
    page.overview.deeds["freeze"].trigger()
    desk.until(lambda: page.overview.item is not None and page.overview.item.name == "Kept for later")
    made = next(one for one in desk.studio.contacts.lists() if one.name == "Kept for later")
    assert list(desk.studio.contacts.ids(ContactQuery(list_id=made.id))) == list(desk.people[:9])


def test_a_campaign_begins_with_the_audience(desk: Desk, page: AudiencesPage) -> None:
    choose(desk, page, "Agreed")
    page.overview.use.click()
    desk.until(lambda: desk.went)
    (where, id) = desk.went[0]
    assert where == "campaigns" and isinstance(id, str)
    made = desk.studio.campaigns.get(id)
    assert made.name == "Campaign to Agreed" and made.state == "draft"
    assert page.overview.item is not None
    assert made.draft.audience == Audience(kind="segment", segment_id=page.overview.item.id)


def test_people_are_written_to_a_file_or_not_at_all(desk: Desk, page: AudiencesPage, tmp_path: Path) -> None:
    choose(desk, page, "Regulars")
    assert page.overview.item is not None
    path = tmp_path / "regulars.csv"
    job = page.deeds.export_to(page.overview.item, path)
    desk.until(lambda: not job.running)
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["phone"] for row in rows] == [one.phone for one in desk.studio.contacts.get_many(desk.people[:4])]
    assert rows[0]["marketing"] == "yes" and "Orders" in rows[0]
    gone = page.deeds.export_to(page.overview.item, tmp_path / "gone.csv")
    gone.cancel()
    desk.until(lambda: not gone.running)
    assert {one.name for one in tmp_path.iterdir() if one.suffix == ".part"} == set()


def test_without_any_audience_one_begins_with_an_example(desk: Desk) -> None:
    desk.studio.contacts.delete_list(desk.list_id)
    page = desk.show(AudiencesPage)
    at_rest(desk, page)
    assert page.stack.currentWidget() is page.starting
    page.starting.buttons[0].click()  # type: ignore[attr-defined]
    assert page.in_builder and page.builder.shape.name == "Agreed to marketing"
    desk.until(lambda: page.builder.matches.found is not None)
    assert page.builder.matches.found is not None and page.builder.matches.found.n == 9
    page.save_button.click()
    desk.until(lambda: page.overview.item is not None)
    assert [one.name for one in desk.studio.segments.all()] == ["Agreed to marketing"]


def test_a_workspace_that_is_only_read_offers_nothing_that_changes(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk.studio, "read_only", True)
    page = desk.show(AudiencesPage)
    at_rest(desk, page)
    assert not page.new_button.isEnabled() and not page.overview.use.isEnabled()
    assert [deed for deed, action in page.overview.deeds.items() if action.isEnabled()] == ["export"]


def test_an_audience_is_found_from_anywhere(desk: Desk, open_window: Open) -> None:
    id = keep(desk, "People of the market", {"all": [AGREED]})
    window = open_window(desk.studio)
    window.open_palette()
    palette = window.findChildren(CommandPalette)[-1]
    type_into(palette.search, "market")
    QTest.keyClick(palette.search, Key.Key_Return)
    page = window.pages["audiences"]
    assert isinstance(page, AudiencesPage) and window.stack.currentWidget() is page
    desk.until(lambda: page.overview.item is not None and page.overview.item.key == ("segment", id))
    at_rest(desk, page)
    other = keep(desk, "Others", {"all": [AGREED]})
    window.go("audiences", ("segment", other))
    desk.until(lambda: page.overview.item is not None and page.overview.item.key == ("segment", other))
    at_rest(desk, page)
