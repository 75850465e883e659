"""Decides what is seen of the program while its window is out of sight: an icon with its state, and few notices."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import msgspec
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon

from whatsapp_studio.app import Studio
from whatsapp_studio.base.events import Changes
from whatsapp_studio.base.i18n import number, tr
from whatsapp_studio.base.wording import explain
from whatsapp_studio.campaigns.campaign import Campaign
from whatsapp_studio.qt.icons import icon, program_icon
from whatsapp_studio.qt.main_window import MainWindow

_SOON_MS = 1000
# A pause that the person made needs no notice.
_OWN_PAUSES = frozenset({"", "by-you"})
Show = Callable[[str, str], None]


class Seen(msgspec.Struct, frozen=True):
    """What was seen at one look: the state of each campaign, why sending is paused, and the notices not put away."""

    states: Mapping[str, str] = {}
    paused: str = ""
    notices: frozenset[str] = frozenset()


def news(
    before: Seen, now: Seen, campaigns: Iterable[Campaign], said: Mapping[str, str],
    happened: Mapping[str, tuple[str, str]] = {},
) -> list[tuple[str, str]]:  # fmt: skip
    """What a person wants to be told of, as (title, text): done, stopped by trouble, or said by a journey.

    ``said`` are the texts of notices by their key, ``happened`` what happened to campaigns, as (title, text).
    Nothing is told of a single message, nor of what a person did.
    """
    told: list[tuple[str, str]] = []
    for one in campaigns:
        if one.state == "done" and before.states.get(one.id) == "sending":
            counts = one.counts
            text = tr(
                "{accepted} accepted by Meta, {failed} failed.",
                accepted=number(counts.done - counts.failed - counts.unknown), failed=number(counts.failed),
            )  # fmt: skip
            told.append((tr("“{name}” has been sent", name=one.name), text))
    if now.paused != before.paused and now.paused not in _OWN_PAUSES:
        words = explain(now.paused, {})
        told.append((tr("Sending is paused"), words.title))
    new = sorted(now.notices - before.notices)
    told += [happened[key] for key in new if key in happened]
    fresh = [said[key] for key in new if key not in happened]
    if len(fresh) == 1:
        told.append((tr("From a journey"), fresh[0]))
    elif fresh:
        told.append((tr("From journeys"), tr("{n} notices wait on the home page.", n=number(len(fresh)))))
    return told


class Tray(QObject):
    """The icon beside the clock, where the system has a place for it. ``there`` says whether it has."""

    def __init__(self, window: MainWindow, studio: Studio) -> None:
        super().__init__(window)
        self._window, self._studio = window, studio
        self._seen: Seen | None = None
        self._icon = QSystemTrayIcon(program_icon(), self)
        self._menu = QMenu(window)
        self._state = QAction(self._menu)
        self._state.setEnabled(False)
        self._pause, self._resume = QAction(self._menu), QAction(self._menu)
        self._open, self._quit = shown, leave = QAction(self._menu), QAction(self._menu)
        window.reworded.connect(self._tell_state)
        for action, act in (
            (shown, self.bring_back), (self._pause, window.pause_all), (self._resume, window.resume_all),
            (leave, self._leave),
        ):  # fmt: skip
            action.triggered.connect(lambda _on=False, act=act: act())
        self._menu.addActions([self._state, shown])
        self._menu.addSeparator()
        self._menu.addActions([self._pause, self._resume])
        self._menu.addSeparator()
        self._menu.addAction(leave)
        self._icon.setContextMenu(self._menu)
        self._icon.activated.connect(self._clicked)
        self._icon.messageClicked.connect(self.bring_back)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self.look)
        self.show_notice: Show = lambda title, text: self._icon.showMessage(title, text)
        self._tell_state()
        # What was before the start is no news; read once the window is there.
        QTimer.singleShot(0, self, self.look)
        if self.there:
            self._icon.show()

    @property
    def there(self) -> bool:
        """Whether the system shows such icons."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    def on_changes(self, changes: Changes) -> None:
        """Something changed; looked at a moment later, many changes at once."""
        if (changes.campaigns or changes.sending or changes.notices) and not self._soon.isActive():
            self._soon.start()

    def put_away(self) -> None:
        """Go on out of sight: behind the icon where there is one, else as a minimised window."""
        if self.there:
            QApplication.setQuitOnLastWindowClosed(False)
            self._window.hide()
            self.show_notice(
                tr("WhatsApp Studio goes on here"), tr("Click the icon to open the window again, or to quit.")
            )
        else:
            self._window.showMinimized()

    def bring_back(self) -> None:
        """Show the window again, in front."""
        QApplication.setQuitOnLastWindowClosed(True)
        if self._window.isMinimized() or not self._window.isVisible():
            self._window.showNormal()
        self._window.raise_()
        self._window.activateWindow()

    def _leave(self) -> None:
        # A window that is out of sight was closed before: nothing ends the program by itself then.
        if self._window.close():
            QApplication.quit()

    def look(self) -> None:
        """Tell what is new since the last look, unless the person wants no notices or sees the window."""
        now, campaigns, said, happened = self._look()
        told = [] if self._seen is None else news(self._seen, now, campaigns, said, happened)
        self._seen = now
        self._tell_state()
        if self._studio.settings.notify and not self._window.isActiveWindow():
            for title, text in told:
                self.show_notice(title, text)

    def _look(self) -> tuple[Seen, list[Campaign], dict[str, str], dict[str, tuple[str, str]]]:
        campaigns, notices = self._studio.campaigns.all(), self._studio.notices.all()
        said = {one.key: " ".join(part for part in (one.title, one.text) if part) for one in notices}
        happened = {one.key: (one.title, explain(one.code, one.facts).title) for one in notices if one.campaign}
        paused = self._studio.engine.status().paused_reason
        return Seen({one.id: one.state for one in campaigns}, paused, frozenset(said)), campaigns, said, happened

    def _tell_state(self) -> None:
        seen = self._seen or Seen()
        sending = "sending" in seen.states.values()
        words = (
            tr("Sending is paused") if seen.paused
            else tr("Messages are being sent") if sending else tr("Nothing is being sent")
        )  # fmt: skip
        self._state.setText(words)
        self._pause.setText(tr("Pause all sending"))
        self._resume.setText(tr("Resume all sending"))
        self._open.setText(tr("Open WhatsApp Studio"))
        self._quit.setText(tr("Quit"))
        self._state.setIcon(icon("pause" if seen.paused else "send", "text"))
        self._pause.setEnabled(not seen.paused and not self._studio.read_only)
        self._resume.setEnabled(bool(seen.paused) and not self._studio.read_only)
        self._icon.setToolTip(f"{tr('WhatsApp Studio')} · {words}")

    def _clicked(self, how: QSystemTrayIcon.ActivationReason) -> None:
        if how in (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick):
            self.bring_back()
