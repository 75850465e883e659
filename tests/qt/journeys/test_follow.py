"""Following one contact: the way is played on the canvas with its reasons, asked for where it depends on somebody."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.fixtures.desk import Desk
from tests.fixtures.journeys import drawn
from tests.fixtures.studio import offer
from tests.qt.journeys.conftest import Open
from tests.unit.journeys.test_check import with_fields
from whatsapp_studio.journeys.edits import SetFields
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.journeys.running import Person
from whatsapp_studio.journeys.surroundings import Surroundings
from whatsapp_studio.qt.canvas.scene import JourneyScene
from whatsapp_studio.qt.journeys import follow
from whatsapp_studio.qt.journeys.follow import FollowPanel
from whatsapp_studio.qt.journeys.follow_who import StudioFollow, Walker, made_up

NOW = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
AROUND = Surroundings(
    templates={("spring_offer", "nl"): offer("Hi {{1}}")}, now=NOW, time_zone="Europe/Amsterdam",
    fields={"first_name": "text"},
)  # fmt: skip
SENT = {
    "template": {"name": "spring_offer", "language": "nl"},
    "mapping": {"body.1": {"expression": "{{ contact.first_name }}", "fallback": ""}},
}


def asking() -> Journey:
    """in → a message → a reply or not → an end each."""
    lines = ("in audience next=m", "m send_template next=r", "r reaction replied=yes timeout=no", "yes end", "no end")
    return with_fields(drawn(*lines), "m", **SENT)


class People:
    """Two contacts, the second of whom wants no marketing."""

    def __init__(self) -> None:
        self.searched: list[str] = []

    def find(self, search: str) -> Sequence[int]:
        self.searched.append(search)
        return [n for n, name in ((1, "ann"), (2, "bob")) if search.lower() in name]

    def walker(self, id: int) -> Walker | None:
        if id == 1:
            return Walker("Ann", "+31 1", Person(number=1, values={"first_name": "Ann"}, marketing="yes"))
        return Walker("Bob", "+31 2", Person(number=2, values={"first_name": "Bob"}, marketing="no"))


class Shown:
    """A panel in a window with the canvas's scene beside it, and what it said."""

    def __init__(self, panel: FollowPanel, scene: JourneyScene, people: People) -> None:
        self.panel, self.scene, self.people = panel, scene, people
        self.paths: list[tuple[tuple[str, ...], tuple[str, ...]]] = []
        self.stood: list[str] = []
        panel.path.connect(lambda steps, links: self.paths.append((steps, links)))
        panel.stands.connect(self.stood.append)

    @property
    def lines(self) -> list[tuple[str, str]]:
        entries = [self.panel.way.item(n).data(Qt.ItemDataRole.UserRole) for n in range(self.panel.way.count())]
        return [(one.title, one.reasons) for one in entries]


Show = Callable[[Journey], Shown]


@pytest.fixture
def show(open_document: Open, qtbot: QtBot) -> Show:
    made: list[object] = []

    def show_it(journey: Journey) -> Shown:
        document = open_document(journey)
        document.look_around(AROUND)
        document.check_now()
        scene, people = JourneyScene(document), People()
        panel = FollowPanel(document, people)
        qtbot.addWidget(panel)
        panel.path.connect(scene.show_path)
        shown = Shown(panel, scene, people)
        made.append((document, scene, shown))
        panel.resize(328, 700)
        panel.show()
        qtbot.waitUntil(lambda: panel.who.next.isEnabled())
        return shown

    return show_it


def test_the_way_is_shown_step_by_step_with_reasons(show: Show) -> None:
    shown = show(asking())
    panel = shown.panel
    assert panel.who.name.text() == "Alex, made up" and panel.who.moment() == NOW
    assert shown.paths[-1] == (("in",), ()) and shown.stood[-1] == "in"
    assert not panel.back_button.isEnabled() and not panel.question.isVisible() and not panel.end.isVisible()
    QTest.mouseClick(panel.next_button, Qt.MouseButton.LeftButton)
    assert shown.paths[-1] == (("in", "m"), ("in:next",))
    assert shown.lines == [("All contacts", "Enters the journey."), ("Send spring_offer", "The message is sent.")]
    assert panel.question.isVisible() and not panel.next_button.isEnabled()
    assert panel.question.title.text() == "What does Alex do with “Send spring_offer”?"


def test_an_answer_decides_and_can_be_changed(show: Show) -> None:
    shown = show(asking())
    panel, question = shown.panel, shown.panel.question
    panel.step(1)
    question.choice.setCurrentIndex(question.choice.findText("Replies…"))
    assert question.text.isVisible()
    QTest.keyClicks(question.text, "gladly")
    question.amount.setValue(2)
    question.unit.setCurrentIndex(1)
    QTest.mouseClick(question.go_button, Qt.MouseButton.LeftButton)
    assert shown.paths[-1][0] == ("in", "m", "r") and not question.isVisible()
    assert shown.lines[1][1].endswith("Replies “gladly” after 2 hours.")
    panel.step(1)
    assert shown.paths[-1] == (("in", "m", "r", "yes"), ("in:next", "m:next", "r:replied"))
    assert panel.end.isVisible() and panel.end.text() == "The contact reached an end. It took 2 hours."
    for _ in range(2):
        QTest.mouseClick(panel.back_button, Qt.MouseButton.LeftButton)
    assert question.isVisible() and question.text.text() == "gladly" and question.unit.currentIndex() == 1
    question.choice.setCurrentIndex(question.choice.findText("Reads it"))
    assert not question.text.isVisible()
    question.go_button.click()
    panel.step(1)
    assert shown.paths[-1][0] == ("in", "m", "r", "no")
    assert panel.end.text() == "The contact reached an end. It took 2 days."
    assert "No such reaction in time." in shown.lines[2][1]


def test_it_plays_by_itself_until_somebody_is_asked(show: Show, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = show(drawn("in audience next=w", "w wait next=v", "v wait_event event1=e timeout=e", "e end"))
    panel = shown.panel
    panel._playing.setInterval(5)
    panel.play_button.click()
    assert panel.play_button.accessibleName() == "Pause"
    qtbot.waitUntil(lambda: not panel._playing.isActive())
    assert shown.stood[-1] == "v" and panel.question.isVisible() and panel.play_button.accessibleName() == "Play"
    panel.question.choice.setCurrentIndex(panel.question.choice.findText("Nothing"))
    panel.question.go_button.click()
    assert panel.end.isVisible() and not panel.play_button.isEnabled()
    panel.again_button.click()
    assert shown.paths[-1] == (("in",), ())
    panel.play()
    panel.play()
    assert not panel._playing.isActive()
    assert follow.PLAY_MS >= 500  # slow enough to be read


def test_another_contact_begins_anew(show: Show, qtbot: QtBot) -> None:
    shown = show(asking())
    panel = shown.panel
    panel.step(1)
    panel.who.next.click()
    qtbot.waitUntil(lambda: panel.who.name.text() == "Ann")
    assert shown.paths[-1] == (("in",), ()) and panel.who.phone.text() == "+31 1 · 1 of 2"
    panel.who.search.setText("bo")
    panel.who.search.returnPressed.emit()
    qtbot.waitUntil(lambda: panel.who.name.text() == "Bob")
    panel.step(1)
    assert shown.lines[-1] == ("Send spring_offer", "No message: the contact opted out.")
    assert panel.end.text() == "Nothing is connected here, so the contact left the journey."
    panel.who.previous.click()
    qtbot.waitUntil(lambda: panel.who.walker == made_up())
    assert shown.people.searched == ["", "bo"]


def test_the_start_is_on_the_clock_of_the_journey(show: Show) -> None:
    hours = {"weekdays": [0, 1, 2, 3, 4], "from": "09:00", "to": "17:00"}
    journey = with_fields(drawn("in audience next=w", "w wait next=e", "e end"), "w", until="window", window=hours)
    shown = show(journey)
    panel = shown.panel
    assert panel.who.start.dateTime().toString("yyyy-MM-dd HH:mm") == "2026-03-03 10:00"  # an hour ahead of UTC
    panel.who.set_start(NOW + timedelta(hours=10))
    panel.step(1)
    assert shown.lines[1][1] == "Waits for the opening hours: 4 Mar 2026 09:00. The wait is over."


def test_entries_and_what_comes_with_an_event(show: Show, qtbot: QtBot) -> None:
    lines = ("a event next=x", "b audience_change enter=x exit=e", "x condition p0=yes other=e", "yes end", "e end")
    journey = with_fields(drawn(*lines), "a", event="order", event_fields=[{"name": "total", "kind": "number"}])
    journey = with_fields(with_fields(journey, "b", on="both"), "x", rules=[
        {"id": "p0", "name": "Big", "rule": {"field": "event.total", "op": "more", "value": 10}}])  # fmt: skip
    shown = show(journey)
    panel = shown.panel
    labels = [panel.who.entry.itemText(n) for n in range(panel.who.entry.count())]
    assert labels == ["Event: order", "Joins or leaves the audience: enters", "Joins or leaves the audience: leaves"]
    QTest.keyClicks(panel.who.values["total"], "12")
    panel.who.values["total"].editingFinished.emit()
    panel.step(2)
    assert shown.paths[-1][0] == ("a", "x", "yes") and "Big" in shown.lines[1][1]
    panel.who.entry.setCurrentIndex(2)
    panel.who.entry.activated.emit(2)
    panel.step(5)
    assert shown.paths[-1][0] == ("b", "e") and panel.who.values == {}


def test_what_comes_with_an_event_is_of_its_kind(show: Show) -> None:
    kinds = (("order", "text"), ("total", "number"), ("paid", "boolean"))
    fields = [{"name": name, "kind": kind} for name, kind in kinds]
    panel = show(with_fields(drawn("a event next=e", "e end"), "a", event="order", event_fields=fields)).panel
    for name, typed in (("order", "0012"), ("total", "12"), ("paid", "yes")):
        panel.who.values[name].setText(typed)
    assert panel.who.brought == {"order": "0012", "total": 12, "paid": "yes"}
    assert str(panel.who.brought["total"]) == "12"
    for typed, read in (("12.5", 12.5), ("nan", "nan"), ("1e999", "1e999"), ("many", "many"), ("", "")):
        panel.who.values["total"].setText(typed)
        assert panel.who.brought["total"] == read


def test_the_way_follows_every_edit(show: Show, qtbot: QtBot) -> None:
    shown = show(drawn("in audience next=w", "w wait next=e", "e end"))
    panel = shown.panel
    panel.step(5)
    assert panel.end.text().endswith("It took 1 day.")
    document = panel._document
    document.do(SetFields(step="w", fields={"duration": {"amount": 3, "unit": "days"}}))
    qtbot.waitUntil(lambda: panel.end.text().endswith("It took 3 days."))


def test_closed_it_leaves_nothing_on_the_canvas(show: Show, qtbot: QtBot) -> None:
    shown = show(asking())
    with qtbot.waitSignal(shown.panel.closed):
        QTest.keyClick(shown.panel, Qt.Key.Key_Escape)
    shown.panel.hide()
    assert shown.paths[-1] == ((), ())
    document = shown.panel._document
    document.do(SetFields(step="r", fields={"timeout": {"amount": 3, "unit": "days"}}))
    assert shown.paths[-1] == ((), ())


def test_it_goes_by_keyboard_alone(show: Show, qtbot: QtBot) -> None:
    shown = show(asking())
    panel = shown.panel
    panel.activateWindow()
    panel.setFocus()
    qtbot.waitUntil(panel.next_button.hasFocus)
    QTest.keyClick(panel.next_button, Qt.Key.Key_Space)
    assert panel.question.choice.hasFocus()
    QTest.keyClick(panel.question.choice, Qt.Key.Key_Down)  # from reading to replying
    QTest.keyClicks(panel.question.text, "hello")
    QTest.keyClick(panel.question.text, Qt.Key.Key_Return)
    assert panel.next_button.hasFocus() and shown.stood[-1] == "r"
    QTest.keyClick(panel.next_button, Qt.Key.Key_Space)
    assert shown.stood[-1] == "yes" and panel.again_button.hasFocus()


def test_where_the_contact_is_stays_in_sight(show: Show, qtbot: QtBot) -> None:
    lines = [f"n{n} notify next=n{n + 1}" for n in range(12)]
    shown = show(drawn("in audience next=n0", *lines, "n12 end"))
    panel = shown.panel
    panel.step(99)
    assert panel.end.isVisible()

    def in_sight() -> bool:
        return panel.way.viewport().rect().contains(panel.way.visualItemRect(panel.way.currentItem()).center())

    qtbot.waitUntil(in_sight)
    panel.resize(328, 480)
    qtbot.waitUntil(in_sight)


def test_a_journey_without_an_entry_says_so(show: Show) -> None:
    shown = show(drawn("w wait next=e", "e end"))
    assert shown.panel.end.text() == "The journey has no entry to begin at." and shown.lines == []
    assert shown.paths[-1] == ((), ())


def test_people_of_a_workspace_know_their_lists(desk: Desk) -> None:
    people = StudioFollow(desk.studio)
    first = people.walker(desk.people[0])
    assert first is not None and first.person.lists == {"Regulars"} and first.person.marketing == "yes"
    last = people.walker(desk.people[-1])
    assert last is not None and last.person.lists == frozenset() and last.person.marketing == "no"
    assert people.walker(10**9) is None
    assert len(people.find("")) == 12 and len(people.find(first.phone)) == 1
    assert msgspec.structs.asdict(first)["person"].values["phone"] == first.phone
