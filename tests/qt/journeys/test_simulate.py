"""A journey is rehearsed in the window: asked for, run beside it, shown over time, kept, compared, followed."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import msgspec
import pytest
from PySide6.QtCore import QDate, QDateTime, Qt, QTime, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QInputDialog,
    QLabel,
    QPushButton,
    QScrollArea,
    QTabBar,
    QWidget,
)

from tests.fixtures.journey_desk import Editors
from tests.unit.services.test_simulating import mailing
from whatsapp_studio.base.progress import Progress
from whatsapp_studio.journeys.assumed import Rates
from whatsapp_studio.journeys.edits import SetFields
from whatsapp_studio.journeys.graph import Frame, Journey
from whatsapp_studio.journeys.learned import Learned
from whatsapp_studio.journeys.rehearsal import Rehearsal, Wanted
from whatsapp_studio.qt.canvas.counters import Spot
from whatsapp_studio.qt.journeys.editor import JourneyEditor
from whatsapp_studio.qt.journeys.simulate import SimulateView
from whatsapp_studio.qt.journeys.simulate_results import Results
from whatsapp_studio.qt.widgets.toast import Toast


class Room:
    """The rehearsal of a journey in its editor."""

    def __init__(self, editors: Editors, journey: Journey | str) -> None:
        self.desk = editors.desk
        self.editor: JourneyEditor = editors.open(journey)
        self.editor.commands["simulate"].trigger()
        view = self.editor.rehearsing.shown
        assert view is not None
        self.view: SimulateView = view
        self.desk.until(lambda: not view._reading.busy)

    def run(self) -> None:
        self.view.run_button.click()
        self.desk.until(lambda: not self.view.running, 20_000)

    def words(self) -> list[str]:
        return [label.text() for label in self.view.side.results.findChildren(QLabel) if label.text()]

    def value(self, name: str) -> str:
        said = self.words()
        return said[said.index(name) + 1]

    def note(self, name: str) -> str:
        shown = self.view.banners.shown.get(name)
        return shown.label.text() if shown is not None else ""

    def keep(self, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(QInputDialog, "exec", lambda box: (box.setTextValue(name), 1)[1], raising=False)
        before = len(self.view.keeping.rows)
        self.view.keep_button.click()
        self.desk.until(lambda: len(self.view.keeping.rows) == before + 1)


@pytest.fixture
def room(editors: Editors) -> Room:
    return Room(editors, mailing())


def test_one_goes_there_by_button_or_key_and_back(editors: Editors) -> None:
    editor = editors.open(mailing())
    QTest.mouseClick(editor.header.simulate_button, Qt.MouseButton.LeftButton)
    view = editor.rehearsing.shown
    assert view is not None and view.isVisible() and not editor.header.isVisible()
    assert editor.offers().zoom is view.view
    names = [action.text() for action in editor.offers().menus["journey"] if action is not None]
    assert "&Run" in names and "Back to the &draft" in names

    view.back_button.click()
    assert editor.rehearsing.shown is None and editor.header.isVisible()
    assert editor.view.hasFocus()

    QTest.keyClick(editor.view, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert editor.rehearsing.shown is view
    QTest.keyClick(view, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert editor.rehearsing.shown is None


def test_its_canvas_is_zoomed_by_the_same_keys_and_menu_as_the_draft(editors: Editors) -> None:
    editor = editors.open(mailing())
    editor.commands["simulate"].trigger()
    shown = editor.rehearsing.shown
    assert shown is not None
    shown.view.set_zoom(0.3)
    draft = editor.view.zoom()

    names = [one.objectName() for one in editor.offers().menus["view"] if one is not None]
    assert names == ["zoom_in", "zoom_out", "zoom_100", "zoom_fit"]
    assert not set(editor.offers().menus["view"]) & set(editor.offers().menus["journey"])
    QTest.keyClick(shown.view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert shown.view.zoom() == 1.0
    shown.view.fit()
    fitting = shown.view.zoom()
    shown.view.set_zoom(3.0)
    QTest.keyClick(shown.view, Qt.Key.Key_9, Qt.KeyboardModifier.ControlModifier)
    assert shown.view.zoom() == pytest.approx(fitting)
    assert editor.view.zoom() == draft


def test_before_the_first_run_it_says_what_it_would_tell(room: Room) -> None:
    assert "Nothing is simulated yet" in room.words()
    assert not room.view.keep_button.isEnabled()
    assert not room.view.strip.isVisible()
    assert "Assumed: nobody knows yet" in room.view.asked.rates.source.text()
    assert room.view.asked.who_note.text() == "All contacts"


def test_a_run_puts_numbers_on_the_canvas_and_tells_the_outcome(room: Room) -> None:
    room.run()

    found = room.view.figures
    # 12 people: 9 said yes, 2 did not say, one said no.
    assert found.cards["in"][0].text == "12" and found.cards["m"][0].text == "12"
    assert int(found.outputs["m:failed"].text) >= 3
    assert room.value("Contacts") == "12"
    assert room.value("Entered") == room.value("Finished") == "12 (100 %)"
    assert "All that contacts do here is assumed. Nothing was sent." in room.words()
    assert "What it costs is not worked out: this version has no price list." in room.words()
    line = room.view.side.steps.topLevelItem(0)
    assert line is not None and line.text(1) == "12"
    assert room.view.run_button.text() == "Run again" and room.view.keep_button.isEnabled()


def test_where_nobody_went_is_marked_and_can_be_shown(room: Room) -> None:
    room.view.asked.rates.fields["replied"].setValue(0)
    room.view.asked.rates.fields["read"].setValue(0)
    room.run()

    assert room.view.figures.outputs["r:replied"].text == "nobody"
    assert room.view.figures.outputs["r:replied"].tone == "warning"
    assert room.view.figures.cards["yes"][0].text == "0"
    shown = [b for b in room.view.side.results.findChildren(QPushButton) if b.accessibleName().startswith("Show")]
    assert shown
    shown[0].click()
    assert room.view.shown.current in ("r", "yes")


def test_time_is_walked_through_by_key_and_played(room: Room) -> None:
    room.run()
    strip, figures = room.view.strip, room.view.figures
    assert strip.words.text() == "All of it" and strip.whole_button.isChecked()

    strip.line.setFocus()
    QTest.keyClick(strip.line, Qt.Key.Key_Right)
    assert not strip.whole_button.isChecked()
    assert "inside" in strip.words.text()
    inside = sum(int(one[0].text) for one in figures.cards.values())
    assert f" {inside} inside" in strip.words.text() and inside
    assert figures.outputs == {} and any(step.tint for step in room.view.scene.steps.values())
    QTest.keyClick(strip.line, Qt.Key.Key_End)
    assert figures.cards == {}
    strip.whole_button.click()
    assert figures.cards["in"][0].text == "12"

    strip.play()
    assert strip.play_button.accessibleName() == "Pause"
    room.desk.until(lambda: strip.line.value() == strip.line.maximum(), 20_000)
    assert strip.play_button.accessibleName() == "Play"


class Held:
    """A rehearsal that goes on only when it is let go."""

    def __init__(self, room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
        simulating = room.desk.studio.simulating
        real, self.go_on = simulating.run, threading.Event()

        def run(journey: Journey, wanted: Wanted, progress: Progress) -> Rehearsal:
            progress.report(7)
            assert self.go_on.wait(20)
            return real(journey, wanted, progress)

        monkeypatch.setattr(simulating, "run", run)


def test_the_window_answers_while_a_rehearsal_is_made(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    held = Held(room, monkeypatch)
    ticks: list[bool] = []
    timer = QTimer(interval=5)
    timer.timeout.connect(lambda: ticks.append(room.view.running))
    timer.start()

    room.view.run_button.click()
    assert not room.view.run_button.isEnabled() and room.view.side.progress.isVisible()
    assert QApplication.focusWidget() is room.view.side.progress.cancel
    room.desk.until(lambda: sum(ticks) > 5)
    assert room.view.side.progress.label.text() == "Reading: 7 contacts"
    room.view.run()
    held.go_on.set()
    room.desk.until(lambda: not room.view.running)
    timer.stop()

    assert not room.view.side.progress.isVisible() and room.view.run_button.isEnabled()
    assert room.value("Contacts") == "12"


def test_a_cancelled_run_leaves_what_was_there(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    room.run()
    before, held = room.view.done, Held(room, monkeypatch)

    room.view.run_button.click()
    room.view.side.progress.cancel.click()
    assert not room.view.side.progress.cancel.isEnabled()
    held.go_on.set()
    room.desk.until(lambda: not room.view.running)

    assert room.view.done is before
    assert room.view.window().findChildren(Toast)[-1].label.text() == "Cancelled. Nothing was changed."


def test_an_empty_audience_is_told_with_what_to_do(room: Room) -> None:
    room.desk.studio.contacts.create_list("Nobody yet")
    room.view.begin()
    room.desk.until(lambda: room.view.asked.list.findData("Nobody yet") >= 0)
    room.view.asked.whom.setCurrentIndex(room.view.asked.whom.findData("list"))
    room.view.asked.list.setCurrentIndex(room.view.asked.list.findData("Nobody yet"))

    room.run()
    assert room.note("error").startswith("Nobody would enter this journey.")
    assert room.view.done is None

    room.view.asked.most.setValue(30)
    (button,) = (b for b in room.view.banners.findChildren(QPushButton) if b.text() == "Use made-up contacts")
    button.click()
    room.desk.until(lambda: not room.view.running)
    assert room.view.strip.isVisible()
    assert room.note("error") == ""
    assert "30 contacts are made up." in room.words()


def test_an_edit_makes_the_outcome_old_and_says_so(room: Room) -> None:
    room.run()
    room.view.back_button.click()
    room.editor.document.do(SetFields(step="r", fields={"timeout": {"amount": 9, "unit": "days"}}))

    room.editor.commands["simulate"].trigger()
    room.desk.until(lambda: "not what was simulated" in room.note("stale"))

    room.run()
    assert room.note("stale") == ""
    assert room.view.shown.journey.steps["r"].fields["timeout"] == {"amount": 9, "unit": "days"}


def test_what_is_wrong_with_the_journey_is_told_with_its_outcome(editors: Editors) -> None:
    room = Room(editors, mailing())
    room.view.back_button.click()
    room.editor.document.do(SetFields(step="m", fields={"template": {"name": "gone", "language": "nl"}}))
    room.editor.commands["simulate"].trigger()

    room.run()

    assert "Problems of the journey then" in room.words()
    assert any("gone" in one for one in room.words())
    assert room.view.figures.cards["r"][0].text == "0"


def test_rates_are_changed_reset_and_named(room: Room) -> None:
    rates = room.view.asked.rates
    assert not rates.fields["event"].isVisible() and not rates.fields["answered"].isVisible()

    rates.fields["read"].setValue(33)
    assert rates.assumed.rates.read == 330
    assert rates.source.text().startswith("Set by you.")
    rates.seed.setValue(7)
    assert rates.assumed.seed == 7
    rates.reset.click()
    assert rates.assumed.rates.read == 700 and rates.assumed.seed == 1
    assert rates.source.text().startswith("Assumed")


def test_rehearsals_are_kept_compared_renamed_and_deleted(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    room.run()
    room.keep("First", monkeypatch)
    first = room.view.done
    assert room.view.side.tabs.tabText(3) == "Kept (1)"
    room.view.asked.rates.fields["replied"].setValue(90)
    room.view.asked.rates.fields["read"].setValue(100)
    room.run()

    compared = room.view.side.compared
    compared.with_box.setCurrentIndex(1)
    compared.with_box.activated.emit(1)
    room.desk.until(lambda: compared.tree.topLevelItemCount() > 0)
    tops = (compared.tree.topLevelItem(n) for n in range(compared.tree.topLevelItemCount()))
    children = [top.child(n) for top in tops if top is not None for n in range(top.childCount())]
    lines = [child.text(0) for child in children if child is not None]
    assert "Reply: 6 % → 90 %" in lines and any(line.startswith("Left by") for line in lines)

    kept = room.view.side.kept
    kept.rows.itemActivated.emit(kept.rows.item(0))
    room.desk.until(lambda: room.view.done == first)
    kept.rows.item(0).setText("Spring")
    room.desk.until(lambda: [one.name for one in room.view.keeping.rows] == ["Spring"])
    QTest.keyClick(kept.rows, Qt.Key.Key_Delete)
    room.desk.until(lambda: not room.view.keeping.rows)
    assert "Nothing is kept yet" in kept.hint.text()
    toast = room.view.window().findChildren(Toast)[-1]
    toast.button.click()
    room.desk.until(lambda: [one.name for one in room.view.keeping.rows] == ["Spring"])


def test_one_contact_is_followed_as_it_went(room: Room) -> None:
    room.run()
    room.view.follow_button.click()
    follow = room.view.follow
    assert follow.isVisible() and not room.view.figures.isVisible()

    follow.who.look_for("Name3")
    room.desk.until(lambda: follow.who.walker.first_name == "Name3")
    for _ in range(8):
        follow.step(1)

    assert not follow.next_button.isEnabled() and follow.end.isVisible()
    assert room.view.scene.states.path[0] >= {"in", "m"}
    QTest.keyClick(follow, Qt.Key.Key_Escape)
    assert room.view.side.isVisible() and room.view.figures.isVisible()
    assert not room.view.follow_button.isChecked()


def test_a_number_leads_to_somebody_it_counts(room: Room) -> None:
    room.run()
    view, follow = room.view, room.view.follow
    spot = Spot("m", "passed", "failed")
    at = view.view.mapFromScene(view.figures.area_of(spot, view.view.zoom()).center())

    QTest.mouseClick(view.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    room.desk.until(follow.isVisible)

    room.desk.until(lambda: follow.who.walker.phone.startswith("+316"))
    assert follow.who.walker.person.marketing != "yes"
    assert [one.step for one in follow._walk.steps][:3] == ["in", "m", "no"]  # type: ignore[union-attr]
    assert view.shown.current == "m" and view.side.steps.currentItem() is not None


def test_steps_in_a_folded_frame_have_numbers_too(editors: Editors) -> None:
    frame = Frame(id="f", title="Begin", steps=("in", "m"), collapsed=True)
    room = Room(editors, msgspec.structs.replace(mailing(), frames={"f": frame}))
    room.run()

    assert room.view.scene.steps["m"].isVisible() and room.view.figures.cards["m"][0].text == "12"
    assert room.editor.document.journey.frames["f"].collapsed


def test_everything_that_takes_the_focus_has_a_name(room: Room) -> None:
    room.run()

    def nameless(within: QWidget) -> Iterator[str]:
        for one in within.findChildren(QWidget):
            takes = one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisible()
            inner = one.objectName().startswith("qt_") or type(one) in (QTabBar, QScrollArea, Results, QWidget)
            said = one.accessibleName() or (one.text() if isinstance(one, QAbstractButton) else "")
            if takes and not inner and not said:
                yield f"{type(one).__name__} in {type(one.parent()).__name__}"

    assert list(nameless(room.view)) == []


def test_what_was_learned_is_named_and_can_be_left_out(editors: Editors, monkeypatch: pytest.MonkeyPatch) -> None:
    learned = Learned("spring_offer", Rates(read=420), 1204)
    simulating = editors.desk.studio.simulating
    monkeypatch.setattr(simulating, "learned", lambda *_: (learned,))
    room = Room(editors, mailing())
    rates = room.view.asked.rates

    assert rates.source.text() == "Learned from earlier messages for 1 template. The rest is assumed."
    assert rates.use_learned.toolTip() == "“spring_offer”: 42 % read, of 1,204 messages."
    room.run()
    assert "Learned from earlier messages: “spring_offer”. All else is assumed." in room.words()
    assert room.view.done is not None and room.view.done.result.assumed.rates_of("m").read == 420

    rates.use_learned.setChecked(False)
    assert rates.source.text().startswith("Assumed")
    room.run()
    assert room.view.done.result.assumed.rates_of("m").read == 700


def test_made_up_contacts_are_said_to_be_nobody(room: Room) -> None:
    asked = room.view.asked
    asked.whom.setCurrentIndex(asked.whom.findData("made_up"))
    assert asked.most.isVisible() and not asked.list.isVisible()
    assert asked.who_note.text() == "Nobody real: of a hundred, 85 said yes to marketing and 5 said no."
    asked.whom.setCurrentIndex(asked.whom.findData("list"))
    assert asked.list.isVisible() and not asked.most.isVisible()
    assert asked.list.currentText() == "Regulars (4)"
    room.run()
    assert room.value("Contacts") == "4"


def test_a_chosen_moment_and_length_are_what_is_rehearsed(room: Room) -> None:
    asked = room.view.asked
    asked.start.setDateTime(QDateTime(QDate(2027, 3, 27), QTime(22, 30)))
    asked.days.setValue(3)

    room.run()

    done = room.view.done
    assert done is not None and done.result.days == 3
    course = room.view.strip.line._course
    assert course is not None and course.start.replace(tzinfo=None).isoformat() == "2027-03-27T22:30:00"


def test_the_draft_below_cannot_be_edited_from_here(editors: Editors) -> None:
    editor = editors.open(mailing())
    editor.document.do(SetFields(step="r", fields={"timeout": {"amount": 9, "unit": "days"}}))
    before = editor.document.journey
    editor.commands["simulate"].trigger()
    view = editor.rehearsing.shown
    assert view is not None
    view.view.setFocus()

    QTest.keyClick(view.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view.view, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)

    assert editor.document.journey is before
    view.back_button.click()
    QTest.keyClick(editor.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.document.journey is not before
