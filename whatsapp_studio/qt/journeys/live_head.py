"""Decides what stands above the canvas of a journey that runs: its state, its versions, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QIcon, QResizeEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.journeys.kept import one_line
from whatsapp_studio.journeys.living import ALIVE, Life
from whatsapp_studio.qt.icons import icon
from whatsapp_studio.qt.journeys.live_numbers import HEATS
from whatsapp_studio.qt.journeys.live_reading import Snapshot
from whatsapp_studio.qt.journeys.live_words import inside_words, show_life
from whatsapp_studio.qt.widgets.buttons import icon_button, primary_button, secondary_button
from whatsapp_studio.qt.widgets.page import HEADER
from whatsapp_studio.qt.widgets.plain import plain_label, plain_tip
from whatsapp_studio.qt.widgets.whole_words import tell_whole


class LiveHead(QFrame):
    """Its signals ask; ``edition`` carries the plan to look at, ``heat`` what the tint goes by."""

    left = Signal()
    edition = Signal(int)
    heat = Signal(str)
    pause_wanted = Signal()
    resume_wanted = Signal()
    close_wanted = Signal()
    stop_wanted = Signal()
    publish_wanted = Signal()

    def __init__(self, writable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._writable = writable
        self.setProperty("role", "header")
        self.setFixedHeight(HEADER)
        self.back_button = icon_button("chevron-left", tr("Back to the draft"), self.left.emit)
        self._full = ""
        self.name = plain_label("subtitle")
        self.name.setMinimumWidth(60)
        self.name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.pill = QLabel()
        self.pill.setProperty("role", "pill")
        self.editions, self.heats = QComboBox(), QComboBox()
        tell_whole(self.editions, self.heats)
        self.editions.setAccessibleName(tr("Version"))
        self.editions.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.editions.activated.connect(lambda _at: self.edition.emit(self.editions.currentData()))
        self.heats.setAccessibleName(tr("Heat"))
        for which, (words, _role) in HEATS.items():
            self.heats.addItem(tr(words), which)
        self.heats.activated.connect(lambda _at: self.heat.emit(self.heats.currentData()))
        self.pause_button = secondary_button(tr("Pause…"), self.pause_wanted.emit, "pause")
        self.resume_button = secondary_button(tr("Resume"), self.resume_wanted.emit, "play")
        self.more_button = QToolButton()
        self.more_button.setText(tr("More"))
        self.more_button.setProperty("role", "button")
        self.more_button.setAccessibleName(tr("More that can be done with this journey"))
        self.more_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._make_actions()
        menu = QMenu(self.more_button)
        menu.addActions([self.close_action, self.open_action, self.stop_action])
        self.more_button.setMenu(menu)
        self.new_button = primary_button(tr("Edit the draft"), self.left.emit, "pencil")
        self.new_button.setToolTip(tr("What runs never changes by itself: change the draft and publish it"))
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 16, 0)
        row.setSpacing(8)
        row.addWidget(self.back_button)
        row.addWidget(self.name, 1)
        row.addWidget(self.pill, 0, Qt.AlignmentFlag.AlignVCenter)
        for widget in (self.editions, self.heats, self.pause_button, self.resume_button, self.more_button):
            row.addWidget(widget)
        row.addWidget(self.new_button)

    def _make_actions(self) -> None:
        self.pause_action = self._action(tr("&Pause…"), self.pause_wanted, "pause")
        self.resume_action = self._action(tr("&Resume"), self.resume_wanted, "play")
        self.close_action = self._action(tr("&Close to new contacts…"), self.close_wanted)
        self.open_action = self._action(tr("&Open to new contacts"), self.resume_wanted)
        self.stop_action = self._action(tr("&Stop for everybody…"), self.stop_wanted)
        self.back_action = self._action(tr("&Edit the draft"), self.left, "pencil")

    def _action(self, text: str, wanted: SignalInstance, icon_name: str = "") -> QAction:
        made = QAction(icon(icon_name) if icon_name else QIcon(), text, self)
        made.triggered.connect(lambda _on=False: wanted.emit())
        return made

    def deeds(self) -> list[QAction | None]:
        """What can be done with it, for the window's menus; None is a line between."""
        ending = (self.close_action, self.open_action, self.stop_action)
        return [self.pause_action, self.resume_action, None, *ending, None, self.back_action]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_name()

    def _show_name(self) -> None:
        room = self.name.width()
        self.name.setText(self.name.fontMetrics().elidedText(self._full, Qt.TextElideMode.ElideRight, max(room, 60)))

    def show_snapshot(self, seen: Snapshot) -> None:
        """Say how it stands and allow what can be done."""
        life = seen.life
        self._full = one_line(seen.journey.name) or tr("Unnamed journey")
        self.name.setToolTip(plain_tip(seen.journey.name))
        show_life(self.pill, life)
        self._show_editions(life, seen.edition.plan)
        alive = life.state in ALIVE
        self.pause_button.setVisible(life.state in ("running", "closed"))
        self.resume_button.setVisible(life.state == "paused")
        self.more_button.setVisible(alive)
        for one in (self.pause_button, self.resume_button, self.more_button):
            one.setEnabled(self._writable)
        for action, can in (
            (self.pause_action, life.state in ("running", "closed")), (self.resume_action, life.state == "paused"),
            (self.close_action, life.edition.open), (self.open_action, life.state == "closed"),
            (self.stop_action, alive),
        ):  # fmt: skip
            action.setVisible(can)
            action.setEnabled(can and self._writable)
        self._row.activate()
        self._show_name()

    def _show_editions(self, life: Life, plan: int) -> None:
        wanted = [
            (tr("Version {n} · {inside}", n=one.publication, inside=inside_words(one.inside)), one.plan)
            for one in life.editions
        ]
        there = [(self.editions.itemText(n), self.editions.itemData(n)) for n in range(self.editions.count())]
        if wanted != there:
            self.editions.clear()
            for text, data in wanted:
                self.editions.addItem(text, data)
        self.editions.setCurrentIndex(self.editions.findData(plan))
