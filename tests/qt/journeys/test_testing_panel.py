"""Shows test mode in the window: whom with, start and stop, the way with its reasons as it goes, and the log."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox

from tests.fixtures.journey_desk import Editors
from tests.fixtures.living import line
from tests.fixtures.trying import SEND, WEEK
from whatsapp_studio.base.events import Changes
from whatsapp_studio.journeys.edits import AddStep, ChangeStep, Connect, SetFields
from whatsapp_studio.journeys.graph import Journey, Link
from whatsapp_studio.journeys.table import new_step
from whatsapp_studio.qt.journeys.editor import JourneyEditor
from whatsapp_studio.qt.journeys.testing_panel import TestingPanel
from whatsapp_studio.services.running.events import let_in
from whatsapp_studio.services.running.plans import Plans
from whatsapp_studio.services.running.runner import Runner


class Trying:
    """An editor with the panel open. Time passes, and messages are taken, when the test says so."""

    def __init__(self, editors: Editors, *, marked: int = 2) -> None:
        self.desk = editors.desk
        self.store = editors.desk.store
        self.mark(marked)
        journey = line(Journey(id="weeks", name="Weeks"), ("wait", WEEK), ("send_template", SEND), ("wait", WEEK))
        self.editor: JourneyEditor = editors.open(journey)
        self.id = self.editor.journey_id
        self.runner = Runner(self.store, Plans(self.store, self.desk.studio.journeys.surroundings), let_in)
        self._off = timedelta(0)
        self.editor.commands["try"].setChecked(True)
        panel = self.editor.aside.testing
        assert panel is not None
        self.panel: TestingPanel = panel
        self.desk.until(lambda: panel.isVisible() and not panel._reading.busy)

    def mark(self, count: int) -> None:
        with self.store.write() as conn:
            conn.execute("UPDATE contacts SET is_test = 0")
            conn.executemany("UPDATE contacts SET is_test = 1 WHERE id = ?", [(i,) for i in self.desk.people[:count]])

    def move(self, seconds: float = 0) -> None:
        self._off += timedelta(seconds=seconds)
        now = datetime.now(UTC) + self._off
        while self.runner.step(now).more:
            pass
        self.runner.step(now)
        self.tell(Changes(runs=frozenset({self.id})))

    def tell(self, changes: Changes) -> None:
        self.desk.studio._hub.tell(changes)
        self.editor.on_changes(changes)
        self.desk.until(lambda: not self.panel._reading.busy)

    def accept(self) -> None:
        with self.store.write() as conn:
            conn.execute("UPDATE outbox SET state = 'accepted', settled_at = ? WHERE state = 'ready'",
                         (datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),))  # fmt: skip
        self.move()

    def start(self) -> None:
        QTest.mouseClick(self.panel.start_button, Qt.MouseButton.LeftButton)
        self.desk.until(lambda: self.panel.running)
        self.move()

    def on_path(self) -> list[str]:
        return [i for i, item in self.editor.scene.steps.items() if item.on_path]

    def kinds(self) -> list[str]:
        """What kinds of step the path that is drawn goes through."""
        return sorted(self.editor.document.journey.steps[i].kind for i in self.on_path())


@pytest.fixture
def trying(editors: Editors) -> Trying:
    return Trying(editors)


def test_without_a_marked_contact_it_says_how_to_mark_one(editors: Editors) -> None:
    trying = Trying(editors, marked=0)
    went: list[str] = []
    trying.editor.navigate.connect(lambda page, _what: went.append(page))
    assert trying.panel.who.none.isVisible() and not trying.panel.start_button.isEnabled()
    QTest.mouseClick(trying.panel.who.mark_button, Qt.MouseButton.LeftButton)
    assert went == ["contacts"]
    trying.mark(1)
    trying.tell(Changes(contacts=True))
    assert trying.panel.who.list.count() == 1 and trying.panel.start_button.isEnabled()


def test_a_test_is_started_watched_and_over(trying: Trying) -> None:
    panel = trying.panel
    assert panel.who.chosen() == trying.desk.people[:1] and "1 contact" in panel.start_button.text()
    panel.who.list.item(1).setCheckState(Qt.CheckState.Checked)
    assert "2 contacts" in panel.start_button.text()
    trying.start()
    assert panel.stop_button.isVisible() and not panel.start_button.isVisible()
    assert panel.way.count() == 2 and trying.kinds() == ["event", "wait"]
    assert panel.ways.isVisible() and panel.ways.count() == 2
    trying.move(10)
    assert trying.store.value("SELECT count(*) FROM outbox WHERE state = 'ready'") == 2
    assert panel.way.count() == 3
    trying.accept()
    trying.move(10)
    trying.desk.until(lambda: not panel.running)
    assert panel.way.count() == 5 and panel.start_button.isVisible() and not panel.stop_button.isVisible()
    assert trying.kinds() == ["end", "event", "send_template", "wait", "wait"]
    assert "reached an end" in panel.state.text()


def test_stop_ends_it_and_leaves_out_what_was_not_sent(trying: Trying) -> None:
    trying.start()
    trying.move(10)
    QTest.mouseClick(trying.panel.stop_button, Qt.MouseButton.LeftButton)
    trying.desk.until(lambda: not trying.panel.running and not trying.panel._busy)
    assert trying.store.value("SELECT state FROM outbox") == "excluded"
    assert trying.panel.start_button.isVisible()


def test_the_draft_is_tested_as_it_is_on_the_screen(trying: Trying) -> None:
    journey = trying.editor.document.journey
    wait = min((i for i, one in journey.steps.items() if one.kind == "wait"), key=lambda i: journey.places[i][1])
    trying.editor.document.do(ChangeStep(step=wait, disabled=True))
    trying.start()
    assert trying.store.value("SELECT count(*) FROM outbox") == 1


def test_a_draft_with_errors_is_not_tested(trying: Trying) -> None:
    assert trying.panel.start_button.isEnabled()
    trying.editor.document.do(AddStep(step=new_step("send_template"), place=(600, 0)))
    trying.editor.document.check_now()
    assert not trying.panel.start_button.isEnabled() and "remain" in trying.panel.trouble.text()
    trying.editor.document.undo()
    trying.editor.document.check_now()
    assert trying.panel.start_button.isEnabled() and not trying.panel.trouble.isVisible()


def test_whoever_was_unmarked_meanwhile_is_refused_in_a_sentence(trying: Trying) -> None:
    trying.mark(0)
    QTest.mouseClick(trying.panel.start_button, Qt.MouseButton.LeftButton)
    trying.desk.until(lambda: trying.panel.findChildren(QMessageBox))
    (box,) = trying.panel.findChildren(QMessageBox)
    assert "Name1 Jansen is not marked as a test contact" in box.text()
    box.close()
    assert trying.store.value("SELECT count(*) FROM runs") == 0


def test_the_log_is_exported(trying: Trying, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not trying.panel.export_button.isVisible()
    trying.start()
    trying.move(10)
    file = tmp_path / "log.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    QTest.mouseClick(trying.panel.export_button, Qt.MouseButton.LeftButton)
    trying.desk.until(file.exists)
    found = json.loads(file.read_text(encoding="utf-8"))
    assert [one["title"] for one in found["contacts"][0]["steps"]][1] == "Wait 7 days"
    trying.panel.export(tmp_path / "nowhere" / "log.json")
    trying.desk.until(lambda: trying.panel.findChildren(QMessageBox))
    trying.panel.findChildren(QMessageBox)[0].close()


def test_it_gives_way_to_the_rehearsal_and_to_the_inspector(trying: Trying) -> None:
    editor, panel = trying.editor, trying.panel
    trying.start()
    assert trying.on_path()
    editor.commands["test"].setChecked(True)
    assert not editor.commands["try"].isChecked() and not panel.isVisible()
    assert editor.aside.panel is not None and editor.aside.panel.isVisible()
    editor.aside.panel.real_wanted.emit()
    assert editor.commands["try"].isChecked() and not editor.commands["test"].isChecked() and panel.isVisible()
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert not editor.commands["try"].isChecked() and editor.inspector.isVisible()
    assert trying.on_path() == [] and trying.desk.studio.testing.runs(trying.id), "the test itself goes on"
    editor.commands["try"].trigger()
    trying.desk.until(lambda: panel.running and panel.stop_button.isVisible())


def test_what_the_event_brings_is_asked_for_and_fills_the_message(trying: Trying) -> None:
    panel, journey = trying.panel, trying.editor.document.journey
    assert not panel.entry.isVisible(), "one entry that brings nothing leaves no choice"
    (entry,) = [i for i, one in journey.steps.items() if one.kind == "event"]
    (message,) = [i for i, one in journey.steps.items() if one.kind == "send_template"]
    fields = [{"name": "product", "kind": "text"}, {"name": "price", "kind": "number"}]
    said = {"body.1": {"expression": "{{ event.product }} {{ event.price | plus: 1 }}", "fallback": ""}}
    trying.editor.document.do(SetFields(step=entry, fields={"event_fields": fields}))
    trying.editor.document.do(SetFields(step=message, fields={"mapping": said}))
    trying.editor.document.check_now()
    trying.desk.until(panel.entry.isVisible)
    assert list(panel.entry.values.known) == ["product", "price"]
    panel.entry.values.known["product"].setText("Tea")
    panel.entry.values.known["price"].setText("4")
    trying.start()
    trying.move(10)
    assert "Tea 5" in str(trying.store.value("SELECT fill FROM outbox"))


def test_with_several_entries_one_chooses(trying: Trying) -> None:
    document = trying.editor.document
    (end,) = [i for i, one in document.journey.steps.items() if one.kind == "end"]
    other = new_step("event", {"source": "manual", "event": "left"})
    document.do(AddStep(step=other, place=(600, 0)))
    document.do(Connect(link=Link(other.id, "next", end)))
    document.check_now()
    box = trying.panel.entry.box
    trying.desk.until(box.isVisible)
    box.setCurrentIndex(1)
    assert trying.panel.entry.way == (other.id, "next")
    trying.start()
    (story,) = trying.desk.studio.testing.stories(trying.id)
    assert [stay.step for stay in story.stays] == [other.id, end]


def test_the_keyboard_reaches_everything(trying: Trying) -> None:
    trying.editor.activateWindow()
    trying.desk.until(trying.editor.isActiveWindow)
    panel = trying.panel
    panel.who.list.setFocus()
    QTest.keyClick(panel.who.list, Qt.Key.Key_Down)
    QTest.keyClick(panel.who.list, Qt.Key.Key_Space)
    assert len(panel.who.chosen()) == 2
    panel.start_button.setFocus()
    QTest.keyClick(panel.start_button, Qt.Key.Key_Space)
    trying.desk.until(lambda: panel.running)
    names = [w.accessibleName() for w in (panel.who.list, panel.entry.box, panel.ways, panel.way, panel.close_button)]
    assert all(names)
