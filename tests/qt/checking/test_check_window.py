"""Checking everybody in the window: what was found, whose it is, one click to mend it, and back again."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping

from PySide6.QtCore import QModelIndex
from pytestqt.qtbot import QtBot

from tests.fixtures.desk import Desk, desk
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.base.progress import Cancelled, Progress
from whatsapp_studio.campaigns.draft import Draft
from whatsapp_studio.campaigns.draft import Mapping as Slot
from whatsapp_studio.qt.checking.asked import Asked
from whatsapp_studio.qt.checking.people_table import PORTION
from whatsapp_studio.qt.checking.window import CheckWindow
from whatsapp_studio.services.checking import Report

__all__ = ["desk"]
NAME = "{{ contact.first_name }}"


class Message:
    """A campaign's draft that repairs change."""

    def __init__(self, desk: Desk, slot: Slot, **more: object) -> None:
        self.desk = desk
        self.draft: Draft = desk.complete(mapping={"body.1": slot}, **more)

    def change(self, mapping: Mapping[str, Slot]) -> None:
        self.draft = self.desk.complete(mapping=dict(mapping))

    def look(self, progress: Progress) -> Report:
        return self.desk.studio.checking.check(self.draft, progress)

    def asked(self) -> Asked:
        return Asked(self.look, lambda: self.draft.mapping, self.change)


def call(desk: Desk, id: int, name: str) -> None:
    with desk.store.write() as conn:
        conn.execute("UPDATE contacts SET first_name = ? WHERE id = ?", (name, id))


def opened(desk: Desk, qtbot: QtBot, asked: Asked) -> CheckWindow:
    window = CheckWindow(desk.studio, asked)
    qtbot.addWidget(window)
    window.show()
    return window


def checked(desk: Desk, qtbot: QtBot, message: Message) -> CheckWindow:
    window = opened(desk, qtbot, message.asked())
    desk.until(lambda: window.report is not None)
    return window


def listed(window: CheckWindow) -> list[str]:
    return [window.list.item(row).text() for row in range(window.list.count())]


def choose(window: CheckWindow, words: str) -> None:
    (row,) = [row for row in range(window.list.count()) if words in window.list.item(row).text()]
    window.list.setCurrentRow(row)


def cell(window: CheckWindow, row: int, column: int) -> str:
    return str(window.people.model.index(row, column).data())


def test_what_was_found_is_listed_by_weight_with_its_number(desk: Desk, qtbot: QtBot) -> None:
    call(desk, desk.people[0], "two\nlines")
    call(desk, desk.people[1], "")

    window = checked(desk, qtbot, Message(desk, Slot(NAME)))

    assert listed(window) == [
        "1 error", "1 person: Text {{1}} has a line break", "2 warnings",
        "9 people: Nothing says how to hear no more", "1 person: Text {{1}} stays empty",
    ]  # fmt: skip
    assert window.said.text() == "9 messages checked. 2 would not be sent, 7 with a warning."
    assert window.beside.text().startswith("3 people get nothing and were not checked. No consent for marketing")


def test_who_is_behind_it_is_shown_with_the_field_and_what_would_be_sent(desk: Desk, qtbot: QtBot) -> None:
    call(desk, desk.people[0], "two\nlines")
    window = checked(desk, qtbot, Message(desk, Slot(NAME)))

    desk.until(lambda: window.people.model.rowCount() == 1)

    assert [cell(window, 0, column) for column in (0, 2, 3)] == [
        "two ⏎ lines Jansen", "First name: two ⏎ lines", "two ⏎ lines",
    ]  # fmt: skip
    wanted: list[tuple[str, object]] = []
    window.wanted.connect(lambda page, what: wanted.append((page, what)))
    window.people.table.activated.emit(window.people.model.index(0, 0, QModelIndex()))
    assert wanted == [("contacts", desk.people[0])] and not window.isVisible()


def test_a_click_mends_it_and_another_takes_that_back(desk: Desk, qtbot: QtBot) -> None:
    call(desk, desk.people[0], "two\nlines")
    message = Message(desk, Slot(NAME))
    window = checked(desk, qtbot, message)
    assert (window.repair.before.text(), window.repair.after.text()) == (NAME, "{{ contact.first_name | squish }}")

    window.repair.button.click()
    desk.until(lambda: window.report is not None)

    assert message.draft.mapping["body.1"].expression == "{{ contact.first_name | squish }}"
    assert not any("line break" in line for line in listed(window))
    assert not window.back.isHidden()

    window.back.click()
    desk.until(lambda: window.report is not None)

    assert message.draft.mapping["body.1"].expression == NAME
    assert any("line break" in line for line in listed(window)) and window.back.isHidden()


def test_a_fallback_has_to_be_given_or_the_people_left_out(desk: Desk, qtbot: QtBot) -> None:
    call(desk, desk.people[1], "")
    message = Message(desk, Slot(NAME, if_empty="block"))
    window = checked(desk, qtbot, message)
    assert not window.repair.button.isEnabled() and not window.repair.out.isHidden()

    window.repair.text.setText("friend")
    assert window.repair.after.text() == NAME + " or else “friend”"
    window.repair.button.click()
    desk.until(lambda: window.report is not None)

    assert "1 person: Text {{1}} gets its fallback" in listed(window)
    assert message.draft.mapping["body.1"].fallback == "friend"


def test_those_who_block_can_be_left_out(desk: Desk, qtbot: QtBot) -> None:
    call(desk, desk.people[1], "")
    message = Message(desk, Slot(NAME, if_empty="block"))
    window = checked(desk, qtbot, message)

    window.repair.out.click()
    desk.until(lambda: window.report is not None)

    assert message.draft.mapping["body.1"] == Slot(NAME) and "1 error" not in listed(window)


def test_when_all_is_well_that_is_said(desk: Desk, qtbot: QtBot) -> None:
    message = Message(desk, Slot(NAME), template="order_ready", purpose="utility")
    window = checked(desk, qtbot, message)
    assert window.stack.currentWidget() is window.fine
    # Also that of the one who wants no marketing: this is none.
    assert window.fine.text.text() == "12 messages checked."


def test_nobody_to_check_is_said_too(desk: Desk, qtbot: QtBot) -> None:
    desk.studio.contacts.delete(desk.people)
    window = checked(desk, qtbot, Message(desk, Slot(NAME)))
    assert window.stack.currentWidget() is window.nobody


def test_a_mapping_that_cannot_be_read_comes_first(desk: Desk, qtbot: QtBot) -> None:
    window = checked(desk, qtbot, Message(desk, Slot("{{ contact.nothing }}")))
    assert window.stack.currentWidget() is window.stopped and "nothing" in window.stopped.text.text()


def test_a_failure_is_told_and_can_be_tried_again(desk: Desk, qtbot: QtBot) -> None:
    message = Message(desk, Slot(NAME))
    fails = [True]

    def look(progress: Progress) -> Report:
        if fails.pop():
            raise UserError("checking-no-template")
        return message.look(progress)

    fails.insert(0, False)
    window = opened(desk, qtbot, Asked(look, lambda: message.draft.mapping, message.change))
    desk.until(lambda: window.stack.currentWidget() is window.stopped)
    assert window.said.text() == "The check could not be made."

    window.stopped.action.click()
    desk.until(lambda: window.report is not None)


def _held() -> tuple[Callable[[Progress], Report], threading.Event]:
    began = threading.Event()

    def look(progress: Progress) -> Report:
        progress.report(40, 100)
        began.set()
        while not progress.cancelled():
            began.wait(0.01)
        raise Cancelled

    return look, began


def test_it_can_be_cancelled_and_closing_does_so_too(desk: Desk, qtbot: QtBot) -> None:
    look, began = _held()
    window = opened(desk, qtbot, Asked(look, dict, lambda mapping: None))
    desk.until(began.is_set)
    desk.until(lambda: "40 of 100" in window.progress.label.text())
    window.progress.cancel.click()
    desk.until(lambda: window.stack.currentWidget() is window.stopped)
    assert window.said.text() == "The check was stopped."

    window.stopped.action.click()
    job = window._job
    assert job is not None
    window.reject()
    desk.until(lambda: not job.running)


def test_many_people_come_in_portions(desk: Desk, qtbot: QtBot) -> None:
    from tests.fixtures.studio import add_people

    add_people(desk.store, PORTION + 20, first=1000)
    window = checked(desk, qtbot, Message(desk, Slot(NAME)))
    choose(window, "hear no more")
    desk.until(lambda: window.people.model.rowCount() == PORTION)
    assert not window.people.more.isHidden()
    window.people.more.click()
    desk.until(lambda: window.people.model.rowCount() == PORTION + 29)
    assert window.people.more.isHidden()
