"""The list of journeys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMessageBox

from tests.fixtures.desk import Desk, focusable, type_into
from whatsapp_studio.journeys.codec import dump
from whatsapp_studio.journeys.edits import AddStep, SetSettings
from whatsapp_studio.journeys.graph import Journey, link_id
from whatsapp_studio.journeys.table import new_step
from whatsapp_studio.qt.journeys.journey_list import JourneyList
from whatsapp_studio.qt.journeys.listing import NAME, PROBLEMS, PUBLISHED, STATE, STEPS
from whatsapp_studio.qt.journeys.page import JourneysPage
from whatsapp_studio.qt.widgets.toast import Toast


@pytest.fixture
def page(desk: Desk) -> JourneysPage:
    return desk.show(JourneysPage)


def complete(journey: Journey) -> Journey:
    """An event lets a contact in, who waits and leaves."""
    after = ""
    for kind, fields in (
        ("event", {"source": "manual", "event": "signed_up"}), ("wait", {}), ("end", {"label": "Done"}),
    ):  # fmt: skip
        step = new_step(kind, fields)
        journey = AddStep(step=step, place=(0, 152 * len(journey.steps)), after=after).apply(journey)
        after = link_id(step.id, "next")
    return journey


def kept(desk: Desk, name: str, *, tags: tuple[str, ...] = (), published: bool = False) -> Journey:
    journey = SetSettings(fields={"tags": list(tags)}).apply(complete(desk.studio.journeys.create(name)))
    desk.studio.journeys.save(journey)
    if published:
        desk.studio.journeys.publish(journey.id)
    return journey


def names(page: JourneysPage) -> list[str]:
    model = page.list.model
    return [model.index(row, NAME).data() for row in range(model.rowCount())]


def texts(listed: JourneyList, row: int) -> dict[int, str]:
    return {column: listed.model.index(row, column).data() for column in range(listed.model.columnCount())}


def test_without_journeys_the_page_offers_to_start_from_an_example(page: JourneysPage) -> None:
    assert page.list.empty.isVisible()
    assert page.list.empty.title.text() == "No journeys yet."
    assert not page.new_button.isVisible(), "one primary button at a time"
    page.list.empty.action.click()
    assert page.gallery.isVisible()


def test_a_row_says_steps_state_and_problems(desk: Desk, page: JourneysPage) -> None:
    kept(desk, "Good", published=True)
    broken = desk.studio.journeys.create("Broken")
    desk.studio.journeys.save(AddStep(step=new_step("wait"), place=(0, 0)).apply(broken))
    desk.studio.journeys.create("Blank")
    desk.until(lambda: names(page) == ["Blank", "Broken", "Good"])
    desk.until(lambda: "…" not in texts(page.list, 2)[PROBLEMS] + texts(page.list, 1)[PROBLEMS])

    good, bad, blank = texts(page.list, 2), texts(page.list, 1), texts(page.list, 0)

    assert (good[STATE], good[STEPS], good[PROBLEMS]) == ("Published", "3", "None")
    assert good[PUBLISHED].startswith("today ")
    assert (bad[STATE], bad[STEPS], bad[PUBLISHED]) == ("Draft", "1", "–")
    assert "error" in bad[PROBLEMS]
    assert (blank[STEPS], blank[PROBLEMS]) == ("0", "–")


def test_a_draft_that_went_on_since_it_was_published_says_so(desk: Desk, page: JourneysPage) -> None:
    journey = kept(desk, "Good", published=True)
    desk.studio.journeys.save(SetSettings(fields={"reentry": "after_end"}).apply(journey))
    desk.until(lambda: texts(page.list, 0)[STATE] == "Published, draft differs")


def test_search_finds_names_and_tags_whatever_their_case_and_accents(desk: Desk, page: JourneysPage) -> None:
    kept(desk, "Café opening")
    kept(desk, "Second", tags=("Événements", "spring"))
    kept(desk, "Third")
    desk.until(lambda: len(names(page)) == 3)
    for wanted, found in (
        ("cafe", ["Café opening"]), ("even SPRING", ["Second"]), ("i", ["Third", "Second", "Café opening"]),
    ):  # fmt: skip
        type_into(page.list.search, wanted)
        QTest.keyClick(page.list.search, Qt.Key.Key_Return)
        assert names(page) == found
    type_into(page.list.search, "nothing like it")
    QTest.keyClick(page.list.search, Qt.Key.Key_Return)
    assert page.list.nothing.isVisible()
    page.list.nothing.link.click()
    assert len(names(page)) == 3
    assert page.list.search.text() == ""


def test_filters_count_and_filter_by_state(desk: Desk, page: JourneysPage) -> None:
    kept(desk, "A draft")
    kept(desk, "Out", published=True)
    desk.until(lambda: page.list.filters["published"].text().endswith("1"))
    assert page.list.filters[""].text().endswith("2")
    page.list.filters["published"].click()
    assert names(page) == ["Out"]
    page.list.filters[""].click()
    assert set(names(page)) == {"A draft", "Out"}


def test_renaming_in_place_by_keyboard(desk: Desk, page: JourneysPage) -> None:
    journey = kept(desk, "Sprang")
    desk.until(lambda: names(page) == ["Sprang"])
    page.list.table.setFocus()
    page.list.rename_action.trigger()
    (field,) = page.list.table.findChildren(QLineEdit)
    type_into(field, "Spring")
    QTest.keyClick(field, Qt.Key.Key_Return)
    desk.until(lambda: names(page) == ["Spring"])
    assert desk.studio.journeys.get(journey.id).name == "Spring"


def test_what_is_being_typed_stays_while_the_workspace_changes(desk: Desk, page: JourneysPage) -> None:
    kept(desk, "Spring")
    desk.until(lambda: names(page) == ["Spring"])
    page.list.table.setFocus()
    page.list.rename_action.trigger()
    (field,) = page.list.table.findChildren(QLineEdit)
    type_into(field, "Half of a na")
    desk.studio.contacts.create_list("New list")
    page.list.refresh()
    desk.until(lambda: page.list._looking is None)
    assert field.text() == "Half of a na"


def test_an_empty_name_changes_nothing(desk: Desk, page: JourneysPage) -> None:
    kept(desk, "Spring")
    desk.until(lambda: names(page) == ["Spring"])
    model = page.list.model
    assert not model.setData(model.index(0, NAME), "   ")
    assert not model.setData(model.index(0, NAME), "Spring")
    assert names(page) == ["Spring"]


def test_a_copy_is_selected_and_has_a_name_of_its_own(desk: Desk, page: JourneysPage) -> None:
    journey = kept(desk, "Spring")
    desk.until(lambda: names(page) == ["Spring"])
    page.list.duplicate_action.trigger()
    desk.until(lambda: names(page) == ["Spring 2", "Spring"])
    row = page.list.current()
    assert row is not None and row.name == "Spring 2"
    assert desk.studio.journeys.get(row.id).steps == journey.steps


def test_a_deleted_journey_can_be_taken_back_with_its_versions(desk: Desk, page: JourneysPage) -> None:
    journey = kept(desk, "Spring", published=True)
    kept(desk, "Other")
    desk.until(lambda: names(page) == ["Other", "Spring"])
    page.list.refresh(journey.id)
    page.list.delete_action.trigger()
    desk.until(lambda: names(page) == ["Other"])
    (toast,) = page.findChildren(Toast)
    assert "Spring" in toast.label.text()
    toast.button.click()
    desk.until(lambda: names(page) == ["Other", "Spring"])
    row = page.list.current()
    assert row is not None and row.id == journey.id
    assert len(desk.studio.journeys.versions(journey.id)) == 1


def test_export_writes_the_file(desk: Desk, page: JourneysPage, tmp_path: Path) -> None:
    journey = kept(desk, "Spring")
    desk.until(lambda: names(page) == ["Spring"])
    page.list.export(tmp_path / "spring.wsjourney")
    desk.until(lambda: page.findChildren(Toast))
    assert (tmp_path / "spring.wsjourney").read_text(encoding="utf-8") == dump(journey)


def drop(page: JourneysPage, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    page.dropEvent(
        QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
                   Qt.KeyboardModifier.NoModifier)
    )  # fmt: skip


def test_several_dropped_files_are_brought_in_and_a_bad_one_is_named(
    desk: Desk, page: JourneysPage, tmp_path: Path
) -> None:
    files = []
    for n in range(2):
        file = tmp_path / f"{n}.wsjourney"
        file.write_text(dump(complete(Journey(id=f"{n}" * 12, name=f"Dropped {n}"))), encoding="utf-8")
        files.append(file)
    bad = tmp_path / "bad.wsjourney"
    bad.write_text('{"type": "wsjou', encoding="utf-8")
    drop(page, *files, bad, tmp_path / "notes.txt")
    desk.until(lambda: page.findChildren(QMessageBox))
    assert set(names(page)) == {"Dropped 0", "Dropped 1"}
    (box,) = page.findChildren(QMessageBox)
    assert box.text().startswith("bad.wsjourney: ")
    assert "line 1" in box.text()
    box.close()


def test_a_journey_of_a_newer_version_cannot_be_changed_here(desk: Desk, page: JourneysPage, tmp_path: Path) -> None:
    file = tmp_path / "later.wsjourney"
    text = dump(complete(Journey(id="abc", name="Later"))).replace('"format": 1', '"format": 99')
    file.write_text(text, encoding="utf-8")
    desk.studio.journeys.import_file(file)
    desk.until(lambda: names(page) == ["Later"])
    assert not page.list.duplicate_action.isEnabled()
    assert not page.list.rename_action.isEnabled()
    assert page.list.export_action.isEnabled()
    assert page.list.delete_action.isEnabled()


def test_hostile_names_and_tags_are_shown_in_one_short_line(desk: Desk, page: JourneysPage) -> None:
    made = desk.studio.journeys.create("x")
    name = "<b>Bold</b>\n\t\u202eright to left" + "\u0301" * 50 + "W" * 100_000
    settings = {"tags": ["y" * 5000, "", "  ", "two\nlines", 7, None] + [str(n) for n in range(500)]}
    desk.studio.journeys.save(Journey(id=made.id, name=name, settings=settings))
    desk.until(lambda: names(page) and names(page)[0].startswith("<b>Bold</b> "))
    row = page.list.current()
    assert row is not None
    assert len(names(page)[0]) == 120 and "\n" not in names(page)[0]
    assert len(row.tags) <= 20 and row.tags[1] == "two lines"
    page.grab()
    assert desk.studio.journeys.get(made.id).name == name
    page.list.delete_action.trigger()
    desk.until(lambda: page.findChildren(Toast))
    label = page.findChildren(Toast)[0].label
    assert len(label.text()) < 200 and label.textFormat() == Qt.TextFormat.PlainText


def test_everything_that_takes_the_keyboard_has_a_name(desk: Desk, page: JourneysPage) -> None:
    kept(desk, "Spring")
    desk.until(lambda: names(page) == ["Spring"])
    for show in (page.close_gallery, page.new):
        show()
        for widget in focusable(page):
            if widget.isVisible() and not widget.objectName().startswith("qt_"):
                assert widget.accessibleName() or (hasattr(widget, "text") and widget.text()), widget


def test_every_command_is_in_the_menus_of_the_window(desk: Desk, page: JourneysPage) -> None:
    kept(desk, "Spring")
    desk.until(lambda: names(page) == ["Spring"])
    menus = page.offers().menus
    said = [action.text() for name in ("file", "journey") for action in menus[name] if action is not None]
    assert said == [
        "New &journey…", "I&mport journeys…", "Open", "Duplicate", "Rename", "Export…", "Delete", "Restore",
        "Fire an event…",
    ]  # fmt: skip
    new = menus["file"][0]
    assert new is not None
    new.trigger()
    assert page.gallery.isVisible()


def test_in_a_narrow_window_the_names_have_the_room(desk: Desk, page: JourneysPage) -> None:
    kept(desk, "Spring")
    desk.until(lambda: names(page) == ["Spring"])
    assert not page.list.table.isColumnHidden(PUBLISHED)
    page.resize(960, 600)
    desk.until(lambda: page.list.table.isColumnHidden(PUBLISHED))
    assert page.list.table.columnWidth(NAME) > 200


def test_what_was_deleted_is_found_and_restored_later(desk: Desk, page: JourneysPage) -> None:
    first, listed = kept(desk, "First", published=True), page.list
    kept(desk, "Second")
    page.list.refresh(first.id)
    assert not listed.filters["deleted"].isVisible()
    listed.delete_action.trigger()
    desk.until(lambda: names(page) == ["Second"])
    for toast in page.findChildren(Toast):
        toast.close()
    assert listed.filters["deleted"].isVisible() and listed.filters["deleted"].text() == "Deleted  1"
    assert listed.filters[""].text() == "All  1"

    listed.filters["deleted"].click()
    assert names(page) == ["First"]
    assert (texts(listed, 0)[STATE], texts(listed, 0)[PROBLEMS]) == ("Deleted", "–")
    enabled = [action for action in listed.deeds() if action is not None and action.isEnabled()]
    assert enabled == [listed.restore_action] and listed._buttons[listed.restore_action].isVisible()
    assert not listed.model.flags(listed.model.index(0, NAME)) & Qt.ItemFlag.ItemIsEditable
    QTest.keyClick(listed.table, Qt.Key.Key_Return)
    assert page.editor is None

    listed.restore_action.trigger()
    desk.until(lambda: listed.filters[""].isChecked() and sorted(names(page)) == ["First", "Second"])
    assert not listed.filters["deleted"].isVisible() and listed.delete_action.isEnabled()
    assert desk.studio.journeys.published(first.id) is not None


def test_the_last_journey_deleted_leaves_a_start_and_a_way_back(desk: Desk, page: JourneysPage) -> None:
    only = kept(desk, "Only")
    page.list.refresh(only.id)
    page.list.delete_action.trigger()
    desk.until(lambda: not names(page) and page.list.filters["deleted"].isVisible())
    assert page.list.empty.isVisible()
    page.list.filters["deleted"].click()
    assert names(page) == ["Only"] and not page.list.empty.isVisible()
    page.list.show_everything()
    assert page.list.empty.isVisible()
