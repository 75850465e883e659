"""Decides how late messages are listed that wait for a person: whose, since when, and to send or skip each or all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from whatsapp_studio.base import wording
from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.i18n import ntr, tr
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.journeys.living import LateOne
from whatsapp_studio.journeys.table import title_of
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.phrases import day_and_time
from whatsapp_studio.qt.widgets.buttons import secondary_button
from whatsapp_studio.qt.widgets.dialogs import ask, show_error
from whatsapp_studio.qt.widgets.latest import Latest
from whatsapp_studio.qt.widgets.toast import Toast

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio

_MOST = 200
_RUN = Qt.ItemDataRole.UserRole
Asked = Callable[[QWidget | None, str, str, str, str], bool]


class LatePanel(QFrame):
    """The late messages of one journey. ``decided`` says that some of them are on their way, or skipped."""

    decided = Signal()

    def __init__(self, studio: Studio, journey_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "surface")
        self._studio, self._id = studio, journey_id
        self._reading = Latest(self)
        self._journey = Journey(id="")
        self.about = QLabel(
            tr(
                "These messages became due while this computer was off or asleep. The journey says to ask you. "
                "Whoever waits here goes on as soon as you decide."
            )
        )
        self.about.setWordWrap(True)
        self.about.setProperty("role", "muted")
        self.rows = QListWidget()
        self.rows.setProperty("role", "plain")
        self.rows.setAccessibleName(tr("Late messages"))
        self.rows.setWordWrap(True)
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.rows.itemSelectionChanged.connect(self._allow)
        self.more = QLabel()
        self.more.setProperty("role", "caption")
        self.send_button = secondary_button(tr("Send"), lambda: self._decide(True), "send")
        self.skip_button = secondary_button(tr("Skip"), lambda: self._decide(False), "skip-forward")
        self.send_all = secondary_button(tr("Send all…"), lambda: self._decide_all(True))
        self.skip_all = secondary_button(tr("Skip all…"), lambda: self._decide_all(False))
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 12, 12, 12)
        box.setSpacing(8)
        box.addWidget(self.about)
        box.addWidget(self.rows, 1)
        box.addWidget(self.more)
        for pair in ((self.send_button, self.skip_button), (self.send_all, self.skip_all)):
            row = QHBoxLayout()
            row.setSpacing(8)
            for button in pair:
                row.addWidget(button, 1)
            box.addLayout(row)
        self.count = 0
        self._allow()

    def show_late(self, journey: Journey) -> None:
        """List them, with the steps of a journey."""
        self._journey = journey
        watch, id = self._studio.running.watch, self._id
        self._reading.ask(lambda: (watch.late(id, limit=_MOST), watch.late_count(id)), self._fill)

    def _fill(self, read: tuple[Sequence[LateOne], int]) -> None:
        found, self.count = read
        chosen = set(self._chosen())
        self.rows.blockSignals(True)
        self.rows.clear()
        now = self._studio.clock.now()
        for one in found:
            step = self._journey.steps.get(one.step)
            due = tr("was due {when}", when=day_and_time(one.planned, now)) if one.planned else ""
            below = " · ".join(part for part in (title_of(step) if step else "", due) if part)
            item = QListWidgetItem(f"{one.name or one.phone or tr('(deleted)')}\n{below}")
            item.setData(_RUN, one.run)
            self.rows.addItem(item)
            item.setSelected(one.run in chosen)
        self.rows.blockSignals(False)
        rest = self.count - len(found)
        self.more.setVisible(rest > 0)
        self.more.setText(ntr("and {n} more", "and {n} more", max(rest, 0)))
        self._allow()

    def _chosen(self) -> list[int]:
        return [int(item.data(_RUN)) for item in self.rows.selectedItems()]

    def _allow(self) -> None:
        writable = not self._studio.read_only
        for button in (self.send_button, self.skip_button):
            button.setEnabled(writable and bool(self.rows.selectedItems()))
        for button in (self.send_all, self.skip_all):
            button.setEnabled(writable and self.rows.count() > 0)

    def _decide(self, send: bool) -> None:
        self._run(send, self._chosen())

    def _decide_all(self, send: bool) -> None:
        title = (
            ntr("Send {n} late message?", "Send {n} late messages?", self.count) if send
            else ntr("Skip {n} late message?", "Skip {n} late messages?", self.count)
        )  # fmt: skip
        text = (
            tr("They leave now, at the pace of your number, and in nobody's quiet hours.") if send
            else tr("They are never sent. Everybody goes on to the next step.")
        )  # fmt: skip
        if ask(self, title, text, tr("Send all") if send else tr("Skip all"), tr("Not now")):
            self._run(send, None)

    def _run(self, send: bool, among: Sequence[int] | None) -> None:
        watch, id = self._studio.running.watch, self._id

        def done(n: int) -> None:
            said = (
                ntr("{n} late message is sent.", "{n} late messages are sent.", n) if send
                else ntr("{n} late message is skipped.", "{n} late messages are skipped.", n)
            )  # fmt: skip
            Toast.show_in(self, said)
            self.decided.emit()

        def failed(error: StudioError) -> None:
            show_error(self, wording.explain(error.code, error.facts))

        Job(self, lambda _progress: watch.decide(id, send=send, among=among)).on_done(done).on_failed(failed).run()
