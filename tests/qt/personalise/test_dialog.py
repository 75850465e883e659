"""The editor of one place: found in the tree, put in, tried with people, used or left."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog, QTreeWidgetItem

from tests.fixtures.desk import Desk, type_into
from tests.qt.personalise.conftest import Opened
from whatsapp_studio.audience.contact import CustomField
from whatsapp_studio.qt.personalise.dialog import PersonaliseDialog
from whatsapp_studio.qt.personalise.reach import Reach, of_workspace
from whatsapp_studio.qt.personalise.results import Person
from whatsapp_studio.qt.personalise.tree import SourceTree


def answer(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """What is typed into the next question for a line of text."""
    monkeypatch.setattr(QInputDialog, "exec", lambda box: box.setTextValue(text) or 1)


def choose(tree: SourceTree, label: str) -> QTreeWidgetItem:
    (found,) = tree.tree.findItems(label, Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive, 0)[:1]
    tree.tree.setCurrentItem(found)
    return found


def gets(dialog: PersonaliseDialog) -> str:
    return dialog.outcome.value.text()


def test_from_the_search_to_the_text_without_a_mouse(desk: Desk, opened: Opened) -> None:
    desk.studio.contacts.add_field(CustomField(name="allergies", label="Allergieën"))
    dialog = opened()
    tree = dialog.tree
    QTest.keyClicks(tree.search, "allergieen")
    assert tree.rows() == ["Allergieën"]
    QTest.keyClick(tree.search, Qt.Key.Key_Down)
    assert tree.current_row() is not None
    QTest.keyClick(tree.tree, Qt.Key.Key_Return)
    assert dialog.text.text() == "{{ contact.allergies }}"
    assert dialog.isVisible(), "Enter in the tree does not use the dialog's button"
    desk.until(dialog.text.hasFocus)


def test_empty_fields_are_shown_only_when_asked_for(desk: Desk, opened: Opened) -> None:
    dialog = opened()
    desk.until(lambda: "First name" in dialog.tree.rows())
    assert "Language" not in dialog.tree.rows()
    item = choose(dialog.tree, "First name")
    assert item.text(1) == "Name1"
    dialog.tree.empty.setChecked(True)
    assert "Language" in dialog.tree.rows()


def test_an_event_is_offered_after_it_and_not_before(desk: Desk, opened: Opened) -> None:
    after = opened()
    assert "Event" in after.tree.groups() and "Order number" in after.tree.rows()
    fields = of_workspace(desk.studio).fields
    before = opened(reach=Reach(fields, no_event="No event comes before this step."))
    assert "Order number" not in before.tree.rows()
    assert "No event comes before this step." in before.tree.rows()
    before.text.write("{{ event.order_id }}")
    desk.until(lambda: bool(before.text.troubles))
    assert before.text.troubles[0].problem.facts["field"] == "event"


def test_favourites_are_kept_in_the_workspace(desk: Desk, opened: Opened) -> None:
    dialog = opened()
    choose(dialog.tree, "Phone")
    dialog.tree.starred.click()
    assert dialog.tree.groups()[0] == "Favourites" and dialog.tree.rows()[0] == "Phone"
    kept = json.loads(desk.studio.paths.settings.read_text())
    assert kept["personalise.favourites"] == ["field:contact.phone"]
    again = opened()
    assert again.tree.rows()[0] == "Phone"
    choose(again.tree, "Phone")
    again.tree.starred.click()
    assert "Favourites" not in again.tree.groups()


def test_a_field_goes_in_with_a_text_for_when_it_is_empty(
    desk: Desk, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened("Dear ")
    assert not dialog.with_fallback.isEnabled()
    choose(dialog.tree, "First name")
    answer(monkeypatch, "friend")
    dialog.with_fallback.click()
    assert dialog.text.text() == 'Dear {{ contact.first_name | default: "friend" }}'


def test_a_helper_goes_into_the_output_before_the_cursor_with_what_it_takes(desk: Desk, opened: Opened) -> None:
    dialog = opened("Dear {{ contact.first_name }}")
    choose(dialog.tree, "upper")
    QTest.keyClick(dialog.tree.tree, Qt.Key.Key_Return)
    assert dialog.text.text() == "Dear {{ contact.first_name | upper }}"
    choose(dialog.tree, "truncate" if "truncate" in dialog.tree.rows() else "substring")
    QTest.keyClick(dialog.tree.tree, Qt.Key.Key_Return)
    assert dialog.text.text().startswith("Dear {{ contact.first_name | upper | ")
    assert ":" in dialog.text.text()
    desk.until(lambda: gets(dialog).startswith("Dear NA") or gets(dialog).startswith("Dear NAM"))


def test_the_result_follows_the_text_and_the_person(desk: Desk, opened: Opened) -> None:
    with desk.store.write() as conn:
        conn.execute("UPDATE contacts SET first_name = '' WHERE id = ?", (desk.people[1],))
    dialog = opened("{{ contact.first_name }}")
    desk.until(lambda: gets(dialog) == "Name1")
    assert "Hi Name1, spring is here" in dialog.outcome.phone.accessibleDescription()
    dialog.outcome.walk.next.click()
    desk.until(lambda: gets(dialog) == "A value is missing")
    assert "stays empty" in dialog.outcome.trouble.text()
    type_into(dialog.fallback, "there")
    desk.until(lambda: gets(dialog) == "there (used when empty)")
    assert dialog.outcome.trouble.isHidden()
    type_into(dialog.outcome.walk.search, "Name7")
    desk.until(lambda: gets(dialog) == "Name7")


def test_another_person_can_be_first(desk: Desk, opened: Opened) -> None:
    dialog = opened("{{ contact.first_name }}", contact=desk.people[4])
    desk.until(lambda: gets(dialog) == "Name5")


def test_a_saved_sample_fills_what_no_contact_has(desk: Desk, opened: Opened) -> None:
    values = {"contact.first_name": "Ada", "event.order_id": "A-17"}
    desk.studio.preview_samples.save("With an order", values)
    dialog = opened("{{ contact.first_name }}: {{ event.order_id }}")
    (sample,) = desk.studio.preview_samples.all()
    dialog.outcome.walk.show_sample(sample.id)
    desk.until(lambda: gets(dialog) == "Ada: A-17")
    assert choose(dialog.tree, "Order number").text(1) == "A-17"


def test_five_people_are_compared_and_marked(desk: Desk, opened: Opened) -> None:
    with desk.store.write() as conn:
        conn.execute("UPDATE contacts SET first_name = '' WHERE id = ?", (desk.people[2],))
        conn.execute("UPDATE contacts SET first_name = ? WHERE id = ?", ("x" * 1100, desk.people[3]))
    dialog = opened("{{ contact.first_name }}")
    beside, walk = dialog.outcome.together, dialog.outcome.walk
    for n in range(5):
        assert beside.add.isEnabled()
        beside.add.click()
        walk.next.click()
        desk.until(lambda n=n: walk.person is not None and walk.person.key == f"c:{desk.people[n + 1]}")
    assert not beside.add.isEnabled()
    desk.until(lambda: beside.list.count() == 5)
    said = [beside.list.item(n).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(5)]
    assert said[0].startswith("Name1 Jansen: Name1")
    assert "A value is missing" in said[2] and "too long" in said[3]
    beside.list.setCurrentRow(2)
    QTest.keyClick(beside.list, Qt.Key.Key_Delete)
    desk.until(lambda: beside.list.count() == 4)
    assert beside.add.isEnabled()


def test_an_error_is_told_with_line_and_column_and_can_be_gone_to(desk: Desk, opened: Opened) -> None:
    dialog = opened("Hi\n{{ contact.frist_name }}")
    desk.until(lambda: "Line 2, column 4" in dialog.pane.trouble.text())
    assert "contact.frist_name" in dialog.pane.trouble.text()
    dialog.pane.show_me.click()
    assert dialog.text.textCursor().selectedText() == "contact.frist_name"


def test_words_are_found_and_replaced_as_one_step(desk: Desk, opened: Opened) -> None:
    dialog = opened("dear {{ contact.first_name }}, Dear you")
    dialog.pane.swap.click()
    bar = dialog.pane.bar
    type_into(bar.wanted, "dear")
    assert bar.found.text() == "2 found"
    dialog.text.moveCursor(QTextCursor.MoveOperation.Start)
    QTest.keyClick(bar.wanted, Qt.Key.Key_Return)
    assert dialog.text.textCursor().selectedText() == "dear"
    type_into(bar.instead, "Hi")
    bar.every.click()
    assert dialog.text.text() == "Hi {{ contact.first_name }}, Hi you"
    dialog.text.undo()
    assert dialog.text.text() == "dear {{ contact.first_name }}, Dear you"
    QTest.keyClick(bar.wanted, Qt.Key.Key_Escape)
    assert not bar.isVisible() and dialog.isVisible()


def test_what_was_not_used_can_be_brought_back(desk: Desk, opened: Opened) -> None:
    first = opened("old")
    first.text.write("a new {{ contact.first_name }}")
    QTest.keyClick(first, Qt.Key.Key_Escape)
    assert not first.isVisible()
    again = opened("old")
    assert again.text.text() == "old" and not again.bring_back.isHidden()
    again.bring_back.button.click()
    assert again.text.text() == "a new {{ contact.first_name }}"
    again.text.undo()
    assert again.text.text() == "old"
    again.text.redo()
    QTest.keyClick(again.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.until(lambda: again.result() == 1)
    assert again.filled.expression == "a new {{ contact.first_name }}"
    assert opened("old").bring_back.isHidden()


def test_a_part_becomes_a_snippet_in_its_place(desk: Desk, opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    dialog = opened("Dear {{ contact.first_name }}, hello")
    dialog.text.moveCursor(QTextCursor.MoveOperation.Start)
    assert dialog.text.find("Dear {{ contact.first_name }}")
    answer(monkeypatch, "Greeting")
    dialog.snippet.click()
    assert dialog.text.text() == '{% snippet "Greeting" %}, hello'
    assert desk.studio.snippets.texts() == {"Greeting": "Dear {{ contact.first_name }}"}
    desk.until(lambda: gets(dialog) == "Dear Name1, hello")
    assert "Greeting" in dialog.tree.rows() and dialog.text.troubles == ()


def test_pills_are_switched_off_for_good(desk: Desk, opened: Opened) -> None:
    dialog = opened("{{ contact.first_name }} {{ contact.country }}")
    assert dialog.pane.pills.isChecked() and dialog.text.colours.fold
    dialog.pane.pills.click()
    assert not opened().text.colours.fold


def test_without_a_template_the_value_alone_is_shown(desk: Desk, opened: Opened) -> None:
    dialog = opened("{{ contact.first_name | upper }}", template=None)
    desk.until(lambda: gets(dialog) == "NAME1")
    assert [dialog.outcome.tabs.tabText(n) for n in range(dialog.outcome.tabs.count())] == ["Side by side"]


def test_a_workspace_without_people_says_so(desk: Desk, opened: Opened) -> None:
    dialog = opened("Hello {{ contact.first_name }}")
    desk.studio.contacts.delete(desk.people)
    dialog.outcome.walk.read()
    desk.until(lambda: dialog.outcome.walk.person is None)
    assert dialog.outcome.walk.who.text() == "No contacts yet"
    desk.until(lambda: gets(dialog) == "–")
    assert not dialog.outcome.walk.next.isEnabled() and not dialog.outcome.together.add.isEnabled()


def test_somebody_without_a_name_is_called_by_the_number(desk: Desk) -> None:
    with desk.store.write() as conn:
        conn.execute("UPDATE contacts SET first_name = '', last_name = '' WHERE id = ?", (desk.people[0],))
    contact = desk.studio.contacts.get(desk.people[0])
    assert contact is not None
    assert Person.of_contact(contact, {}).name == contact.phone
