"""What is seen and told of the program while its window is out of sight, and what closing the window does."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication, QCheckBox, QMessageBox, QSystemTrayIcon

from tests.fixtures.desk import Desk
from tests.fixtures.opened import Open
from tests.fixtures.pseudo import Pseudo
from whatsapp_studio.base.events import Changes
from whatsapp_studio.base.i18n import tr, use, use_language
from whatsapp_studio.campaigns.campaign import Campaign, Counts
from whatsapp_studio.campaigns.draft import Draft
from whatsapp_studio.qt.closing import may_close
from whatsapp_studio.qt.main_window import MainWindow
from whatsapp_studio.qt.settings.background_card import BackgroundCard
from whatsapp_studio.qt.tray import Seen, Tray, news
from whatsapp_studio.storage.campaign_log import note


@pytest.fixture
def window(desk: Desk, open_window: Open) -> MainWindow:
    return open_window(desk.studio)


@pytest.fixture
def sending(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Campaign:
    """A campaign that is being sent."""
    campaign = desk.launched()
    status = desk.studio.engine.status()
    monkeypatch.setattr(desk.studio.engine, "status", lambda: replace(status, running=True))
    return campaign


def finished(desk: Desk) -> Campaign:
    campaign = desk.studio.campaigns.create(Draft(name="Actie"))
    return replace(campaign, state="done", counts=Counts(accepted=3, read=4, failed=2, excluded=1))


def test_a_campaign_that_is_done_is_told_with_true_numbers(desk: Desk) -> None:
    done = finished(desk)
    before = Seen(states={done.id: "sending"})
    told = news(before, Seen(states={done.id: "done"}), [done], {})
    assert told == [("“Actie” has been sent", "7 accepted by Meta, 2 failed.")]
    assert news(Seen(states={done.id: "done"}), Seen(states={done.id: "done"}), [done], {}) == []
    assert news(Seen(), Seen(states={done.id: "done"}), [done], {}) == []


@pytest.mark.parametrize(("reason", "tells"), [("token-expired", True), ("by-you", False), ("", False)])
def test_trouble_is_told_and_a_pause_of_one_s_own_is_not(reason: str, tells: bool) -> None:
    told = news(Seen(), Seen(paused=reason), [], {})
    assert [title for title, _ in told] == (["Sending is paused"] if tells else [])
    assert news(Seen(paused=reason), Seen(paused=reason), [], {}) == []


def test_what_journeys_say_is_told_once_and_many_as_a_number() -> None:
    said = {"a": "Bel Maria", "b": "Bel Jan"}
    one, two = Seen(notices=frozenset("a")), Seen(notices=frozenset("ab"))
    assert news(Seen(), one, [], said) == [("From a journey", "Bel Maria")]
    assert news(Seen(), two, [], said) == [("From journeys", "2 notices wait on the home page.")]
    assert news(two, one, [], said) == []


def test_what_happens_to_a_campaign_by_itself_is_told_once() -> None:
    said = {"a": "Bel Maria", "campaign:1": "…"}
    happened = {"campaign:1": ("“Spring” waits for you.", "Too many of its latest messages failed.")}
    seen = Seen(notices=frozenset(("a", "campaign:1")))
    assert news(Seen(), seen, [], said, happened) == [happened["campaign:1"], ("From a journey", "Bel Maria")]
    assert news(seen, seen, [], said, happened) == []


def test_the_tray_tells_of_a_campaign_that_was_paused(desk: Desk, window: MainWindow) -> None:
    campaign = desk.launched().id
    tray, told = Tray(window, desk.studio), []
    tray.show_notice = lambda title, text: told.append((title, text))
    tray.look()
    with desk.store.write() as conn:
        note(conn, campaign, desk.studio.clock.now(), "too-many-failures", {"percent": 40, "most": 20})
    window.hide()
    tray.look()
    assert told == [("“Spring” waits for you.", "Too many of its latest messages failed.")]


def test_changes_are_looked_at_a_moment_later_and_told_where_the_window_is_not_in_front(
    desk: Desk, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    tray, told = Tray(window, desk.studio), list[str]()
    tray.show_notice = lambda title, _text: told.append(title)
    desk.until(lambda: tray._seen is not None)
    in_front = [False]
    monkeypatch.setattr(window, "isActiveWindow", lambda: in_front[0])
    tray.on_changes(Changes(contacts=True))
    assert not tray._soon.isActive()
    status = desk.studio.engine.status()
    monkeypatch.setattr(desk.studio.engine, "status", lambda: replace(status, paused_reason="token-expired"))
    tray.on_changes(Changes(sending=True))
    desk.until(lambda: told == ["Sending is paused"])
    assert not tray._pause.isEnabled() and tray._resume.isEnabled()
    monkeypatch.setattr(desk.studio.engine, "status", lambda: status)
    tray.look()
    in_front[0] = True
    monkeypatch.setattr(desk.studio.engine, "status", lambda: replace(status, paused_reason="disk-full"))
    tray.look()
    in_front[0], desk.studio.settings.notify = False, False
    monkeypatch.setattr(desk.studio.engine, "status", lambda: replace(status, paused_reason="token-expired"))
    tray.look()
    assert told == ["Sending is paused"]


def test_behind_the_icon_the_program_goes_on_and_comes_back(
    desk: Desk, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    tray, told = Tray(window, desk.studio), list[str]()
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    tray.show_notice = lambda title, _text: told.append(title)
    try:
        tray.put_away()
        assert not window.isVisible() and told and not QApplication.quitOnLastWindowClosed()
        tray._clicked(QSystemTrayIcon.ActivationReason.Trigger)
        assert window.isVisible() and QApplication.quitOnLastWindowClosed()
    finally:
        QApplication.setQuitOnLastWindowClosed(True)


@pytest.mark.parametrize(("choice", "closes"), [("keep", False), ("quit", True)])
def test_what_was_chosen_for_good_is_not_asked_again(
    desk: Desk, window: MainWindow, sending: Campaign, monkeypatch: pytest.MonkeyPatch, choice: str, closes: bool
) -> None:
    asked: list[str] = []

    def answer(box: QMessageBox) -> int:
        asked.append(box.text())
        check = box.checkBox()
        assert isinstance(check, QCheckBox)
        check.setChecked(True)
        next(one for one in box.buttons() if {"keep": "Keep", "quit": "Quit"}[choice] in one.text()).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answer)
    tray = Tray(window, desk.studio)
    assert may_close(window, desk.studio, tray) is closes
    assert desk.studio.settings.on_close == choice
    window.showNormal()
    assert may_close(window, desk.studio, tray) is closes
    assert len(asked) == 1
    card = BackgroundCard(desk.studio)
    assert card.closing.currentData() == choice
    card.closing.setCurrentIndex(card.closing.findData("ask"))
    card.notify.setChecked(False)
    assert desk.studio.settings.on_close == "ask" and not desk.studio.settings.notify


def test_the_icon_s_menu_follows_the_language(desk: Desk, window: MainWindow) -> None:
    tray = Tray(window, desk.studio)
    assert tray._quit.text() == "Quit"
    try:
        use(Pseudo())
        window.reworded.emit()
        assert tray._quit.text() == tr("Quit") != "Quit"
    finally:
        use_language("en")
