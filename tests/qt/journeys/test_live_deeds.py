"""Shows what is asked before a journey is published, changed, paused, closed or stopped, and what comes of it."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, Qt
from PySide6.QtWidgets import QDialog, QLabel, QMessageBox, QPushButton

from tests.fixtures.live_desk import OFFER, LiveDesk, live_desk
from tests.fixtures.living import A_DAY, step_of
from whatsapp_studio.journeys.edits import RemoveItems, RenameJourney, SetFields
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.journeys.living import Life
from whatsapp_studio.qt.journeys.editor import JourneyEditor
from whatsapp_studio.qt.journeys.journey_list import JourneyList
from whatsapp_studio.qt.journeys.listing import STATE
from whatsapp_studio.qt.journeys.live_deeds import PauseDialog
from whatsapp_studio.qt.journeys.live_view import LiveView
from whatsapp_studio.qt.journeys.live_where import WhereDialog
from whatsapp_studio.qt.journeys.page import JourneysPage
from whatsapp_studio.qt.journeys.publish_dialog import About, PublishDialog

__all__ = ["live_desk"]


def life(desk: LiveDesk, journey: str = "") -> Life:
    found = desk.studio.running.life(journey or desk.journey.id)
    assert found is not None
    return found


def opened(desk: LiveDesk, journey: str = "") -> LiveView:
    view = LiveView(desk.studio, journey or desk.journey.id)
    desk.show(view, heard=view.on_changes)
    desk.until(lambda: view.seen is not None)
    return view


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], list[str]]:
    """Presses the button with a word on every box that is asked; gives what was asked."""

    def press(word: str) -> list[str]:
        asked: list[str] = []

        def pressed(box: QMessageBox) -> int:
            asked.append(f"{box.text()} {box.informativeText()}")
            next(one for one in box.buttons() if word in one.text()).click()
            return 0

        monkeypatch.setattr(QMessageBox, "exec", pressed)
        return asked

    return press


def pause(monkeypatch: pytest.MonkeyPatch, how: str, ok: bool = True) -> list[str]:
    said: list[str] = []

    def choose(dialog: PauseDialog) -> int:
        said.extend(one.text() for one in dialog.findChildren(QLabel))
        dialog.choices["discard" if how == "discard" else "hold"].setChecked(True)
        return int(QDialog.DialogCode.Accepted if ok else QDialog.DialogCode.Rejected)

    monkeypatch.setattr(PauseDialog, "exec", choose)
    return said


# -- pause, resume, close, stop --------------------------------------------------------------------------


@pytest.mark.parametrize("how", ["hold", "discard"])
def test_pausing_says_what_each_way_means_and_resuming_goes_on(
    live_desk: LiveDesk, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    live_desk.enter(live_desk.journey.id, live_desk.people)
    view = opened(live_desk)
    said = pause(monkeypatch, how)
    view.head.pause_button.click()
    live_desk.until(lambda: view.head.pill.text() == "Paused · 6 inside")

    assert any("no time limit" in one for one in said) and any("leaves it for good" in one for one in said)
    assert life(live_desk).pause == how
    assert view.head.resume_button.isVisible() and not view.head.pause_button.isVisible()
    view.head.resume_button.click()
    live_desk.until(lambda: view.head.pill.text() == "Running · 6 inside")


def test_a_pause_can_be_left(live_desk: LiveDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    view = opened(live_desk)
    pause(monkeypatch, "hold", ok=False)
    view.head.pause_button.click()
    assert life(live_desk).state == "running"


def test_closing_is_asked_and_can_be_taken_back(live_desk: LiveDesk, answer: Callable[[str], list[str]]) -> None:
    live_desk.enter(live_desk.journey.id, live_desk.people)
    view = opened(live_desk)
    asked = answer("Close to new contacts")
    view.head.close_action.trigger()
    live_desk.until(lambda: view.head.pill.text() == "Closed · 6 inside")

    assert "Nobody new comes in. 6 contacts are inside and go on to the end." in asked[0]
    assert view.head.open_action.isVisible() and not view.head.close_action.isVisible()
    view.head.open_action.trigger()
    live_desk.until(lambda: view.head.pill.text() == "Running · 6 inside")


def test_stopping_names_how_many_and_gives_the_list(live_desk: LiveDesk, answer: Callable[[str], list[str]]) -> None:
    live_desk.enter(live_desk.journey.id, live_desk.people)
    view = opened(live_desk)
    asked = answer("Stop it for 6 contacts")
    view.head.stop_action.trigger()
    live_desk.until(lambda: view.people.isVisible() and view.people.model.rowCount() == 6)

    assert "This cannot be taken back." in asked[0]
    assert view.people.title.text() == "Who was inside when it was stopped"
    live_desk.until(lambda: view.head.pill.text() == "Stopped")
    assert not view.head.more_button.isVisible() and not view.head.pause_button.isVisible()


def test_a_stop_that_is_not_wanted_stops_nothing(live_desk: LiveDesk, answer: Callable[[str], list[str]]) -> None:
    live_desk.enter(live_desk.journey.id, live_desk.people)
    view = opened(live_desk)
    answer("Let it run")
    view.head.stop_action.trigger()
    assert life(live_desk).state == "running"


# -- late messages ---------------------------------------------------------------------------------------


@pytest.fixture
def late(live_desk: LiveDesk) -> Journey:
    made = live_desk.published(("wait", A_DAY), OFFER, name="Late", late="ask")
    live_desk.enter(made.id, live_desk.people)
    live_desk.later(days=1, hours=6)
    return made


def test_late_messages_are_decided_one_by_one_and_all_at_once(
    live_desk: LiveDesk, late: Journey, answer: Callable[[str], list[str]]
) -> None:
    view = opened(live_desk, late.id)
    assert "6 late messages wait" in view.banners.shown["late"].label.text()
    view.banners.shown["late"].button.click()
    live_desk.until(lambda: view.late.rows.count() == 6)
    assert view.tabs.currentWidget() is view.late and view.tabs.tabText(2) == "Late (6)"
    assert "was due" in view.late.rows.item(0).text()
    assert not view.late.send_button.isEnabled()
    view.late.rows.item(1).setSelected(True)
    view.late.skip_button.click()
    live_desk.until(lambda: live_desk.store.value("SELECT count(*) FROM signals WHERE text = 'skip'") == 1)
    live_desk.move()
    live_desk.until(lambda: view.late.rows.count() == 5)

    asked = answer("Send all")
    view.late.send_all.click()
    live_desk.until(lambda: live_desk.store.value("SELECT count(*) FROM signals WHERE text = 'send'") == 5)
    assert "Send 5 late messages?" in asked[0]
    live_desk.move()
    view.reader.look()
    live_desk.until(lambda: view.tabs.count() == 2 and "late" not in view.banners.shown)
    assert live_desk.store.value("SELECT count(*) FROM outbox WHERE state = 'ready'") == 5


def test_the_list_of_journeys_leads_to_late_messages(live_desk: LiveDesk, late: Journey) -> None:
    page = live_desk.show(JourneysPage(live_desk.studio))
    page.on_shown()
    live_desk.until(lambda: "late" in page.list.asking.shown)
    page.list.asking.shown["late"].button.click()
    live_desk.until(lambda: page.editor is not None and page.editor.past.live is not None)
    assert page.editor is not None and page.editor.past.live is not None
    shown = page.editor.past.live
    live_desk.until(lambda: shown.tabs.currentWidget() is shown.late)
    assert page.editor.past.shown is shown


# -- publishing ------------------------------------------------------------------------------------------


def about(desk: LiveDesk, warnings: int = 0) -> About:
    running, id = desk.studio.running, desk.journey.id
    return About(
        draft=desk.studio.journeys.get(id), impact=running.impact(id),
        amendment=running.amendment(id) if life(desk).inside or life(desk).state == "running" else None,
        warnings=warnings,
    )  # fmt: skip


def asked(desk: LiveDesk, given: About) -> PublishDialog:
    return desk.show(PublishDialog(given))


def test_what_is_structural_can_only_be_a_new_version(live_desk: LiveDesk) -> None:
    live_desk.enter(live_desk.journey.id, live_desk.people)
    notify = step_of(live_desk.journey, "notify")
    live_desk.studio.journeys.save(RemoveItems(ids=frozenset({notify})).apply(live_desk.journey))
    dialog = asked(live_desk, about(live_desk, warnings=2))

    said = " ".join(dialog.texts)
    assert "6 contacts are inside version 1. They stay where they are" in said
    assert "6 at “Wait 1 day”" in said
    assert "cannot be applied to those inside" in said and "Notify me is gone" in said
    assert "Event: signed_up · started by hand" in said and "2 warnings stay." in said
    assert "while this program is open" in said
    assert dialog.choices == {} and dialog.publish_button.text() == "Publish as version 2"
    dialog.publish_button.click()
    assert dialog.chosen == "publish"


def test_what_is_safe_says_whom_it_affects_before_it_is_applied(live_desk: LiveDesk) -> None:
    live_desk.enter(live_desk.journey.id, live_desk.people)
    wait, notify = step_of(live_desk.journey, "wait"), step_of(live_desk.journey, "notify")
    changed = SetFields(step=notify, fields={"title": "Bye"}).apply(live_desk.journey)
    changed = SetFields(step=wait, fields={"duration": {"amount": 2, "unit": "days"}}).apply(changed)
    live_desk.studio.journeys.save(changed)
    dialog = asked(live_desk, about(live_desk))

    said = " ".join(dialog.texts)
    assert "“Wait 2 days”: 0 contacts inside may still come to it, 6 who are there keep what they have." in said
    assert "“Notify me”: 6 contacts inside may still come to it." in said
    assert dialog.choices["amend"].isChecked() and dialog.publish_button.text() == "Apply"
    dialog.choices["publish"].setChecked(True)
    assert dialog.publish_button.text() == "Publish as version 2"
    dialog.choices["amend"].setChecked(True)
    dialog.publish_button.click()
    assert dialog.chosen == "amend"


def test_where_only_words_differ_they_are_applied(live_desk: LiveDesk) -> None:
    live_desk.enter(live_desk.journey.id, live_desk.people)
    live_desk.studio.journeys.save(RenameJourney(name="Hello").apply(live_desk.journey))
    dialog = asked(live_desk, about(live_desk))

    assert list(dialog.choices) == ["amend"]
    assert any("nobody is treated differently" in one for one in dialog.texts)


def test_the_differences_can_be_seen_first(live_desk: LiveDesk) -> None:
    live_desk.studio.journeys.save(RenameJourney(name="Hello").apply(live_desk.journey))
    dialog = asked(live_desk, about(live_desk))
    next(one for one in dialog.findChildren(QPushButton) if "canvas" in one.text()).click()
    assert dialog.chosen == "compare"


@pytest.mark.parametrize(("act", "words"), [("pause", "is paused"), ("close", "opens it again")])
def test_a_journey_that_is_held_up_is_told_so(live_desk: LiveDesk, act: str, words: str) -> None:
    live_desk.enter(live_desk.journey.id, live_desk.people)
    getattr(live_desk.studio.running, act)(live_desk.journey.id)
    notify = step_of(live_desk.journey, "notify")
    live_desk.studio.journeys.save(RemoveItems(ids=frozenset({notify})).apply(live_desk.journey))
    assert any(words in one for one in asked(live_desk, about(live_desk)).texts)


@pytest.fixture
def editor(live_desk: LiveDesk, tmp_path: object) -> JourneyEditor:
    memory = QSettings(f"{tmp_path}/window.ini", QSettings.Format.IniFormat)
    made = JourneyEditor(live_desk.studio, live_desk.journey.id, memory)
    live_desk.show(made, heard=made.on_changes)
    live_desk.until(lambda: made.document.surroundings.known and made.past.life is not None)
    return made


def test_the_editor_applies_a_safe_change(
    live_desk: LiveDesk, editor: JourneyEditor, monkeypatch: pytest.MonkeyPatch
) -> None:
    live_desk.enter(live_desk.journey.id, live_desk.people)
    monkeypatch.setattr(PublishDialog, "exec", lambda dialog: dialog.publish_button.click())
    editor.document.do(SetFields(step=step_of(live_desk.journey, "notify"), fields={"title": "Bye"}))
    editor.publish()
    live_desk.until(lambda: life(live_desk).edition.publication == 2)
    assert [(one.publication, one.inside) for one in life(live_desk).editions] == [(2, 6)]
    editor.leave()


def test_nothing_is_asked_where_nothing_differs(
    live_desk: LiveDesk, editor: JourneyEditor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(_dialog: PublishDialog) -> int:
        raise AssertionError("nothing differs")

    monkeypatch.setattr(PublishDialog, "exec", never)
    editor.publish()
    live_desk.until(lambda: any("runs already" in one.text() for one in editor.findChildren(QLabel)))
    editor.leave()


def test_the_header_leads_to_what_runs_and_back(live_desk: LiveDesk, editor: JourneyEditor) -> None:
    live_desk.enter(live_desk.journey.id, live_desk.people)
    live_desk.tell()
    live_desk.until(lambda: editor.header.live_button.text() == "Running · 6 inside")
    assert editor.commands["live"].isEnabled()
    editor.header.live_button.click()
    assert editor.past.shown is editor.past.live and editor.past.live is not None
    assert editor.offers().zoom is editor.past.live.view
    head = editor.past.live.head
    live_desk.until(lambda: editor.past.live is not None and editor.past.live.seen is not None)
    assert [one for one in editor.offers().menus["journey"] if one and one.isVisible()] == [
        head.pause_action, head.close_action, head.stop_action, head.back_action,
    ]  # fmt: skip
    editor.past.live.head.new_button.click()
    assert editor.past.shown is None
    editor.past.look()
    assert editor.past.shown is editor.past.versions and list(editor.offers().menus) == ["view"]
    editor.leave()


# -- the list, and a contact -----------------------------------------------------------------------------


def test_the_list_says_how_each_journey_runs(live_desk: LiveDesk) -> None:
    live_desk.enter(live_desk.journey.id, live_desk.people)
    stopped = live_desk.published(name="Over")
    live_desk.studio.running.stop(stopped.id)
    live_desk.studio.journeys.create("Only drawn")
    shown = live_desk.show(JourneyList(live_desk.studio))
    shown.refresh()

    words = {
        shown.model.index(row, 0).data(): shown.model.index(row, STATE).data() for row in range(shown.model.rowCount())
    }
    assert words == {"Welcome": "Running · 6 inside", "Over": "Stopped", "Only drawn": "Draft"}
    assert shown.filters["running"].text() == "Running  1" and not shown.filters["paused"].isVisible()
    shown.filters["stopped"].click()
    assert shown.model.rowCount() == 1
    live_desk.studio.running.pause(live_desk.journey.id)
    shown.show_state("")
    shown.refresh_lives()
    live_desk.until(lambda: shown.filters["paused"].isVisible())
    row = shown.model.row_of(live_desk.journey.id)
    assert shown.model.index(row, STATE).data() == "Paused · 6 inside"
    renamed = msgspec.structs.replace(live_desk.journey, name="Welcome")
    live_desk.studio.journeys.save(SetFields(step=step_of(renamed, "notify"), fields={"title": "x"}).apply(renamed))
    shown.refresh()
    row = shown.model.row_of(live_desk.journey.id)
    assert "draft differs" in str(shown.model.index(row, STATE).data(Qt.ItemDataRole.ToolTipRole))


def test_a_contact_of_another_page_is_told_of(live_desk: LiveDesk) -> None:
    live_desk.enter(live_desk.journey.id, live_desk.people)
    page = live_desk.show(JourneysPage(live_desk.studio))
    page.open(live_desk.people[1])
    dialog = page.findChild(WhereDialog)
    assert dialog is not None
    live_desk.until(lambda: dialog.panel.story is not None)
    assert dialog.panel.name.text() == "Name2 Jansen" and dialog.panel.way.count() == 2
    dialog.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
